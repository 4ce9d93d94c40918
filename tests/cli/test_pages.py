"""The pages lead to each other, and what the page about streams shows can be taken in."""

from __future__ import annotations

import re
import shutil
import tomllib
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.cli.conftest import ROOT
from timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

INDEX = ROOT / "docs/index.md"
STREAMS_PAGE = ROOT / "fixtures/README.md"
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def linked(page: Path) -> set[Path]:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    return {(page.parent / link).resolve() for link in links}


def test_the_index_leads_to_every_page() -> None:
    pages = {page.resolve() for page in ROOT.glob("docs/**/*.md")} - {INDEX.resolve()}

    assert pages - linked(INDEX) == set()


@pytest.mark.parametrize(
    "page",
    [INDEX, STREAMS_PAGE, *sorted(ROOT.glob("docs/tutorial/*.md"))],
    ids=lambda page: page.name,
)
def test_every_link_leads_somewhere(page: Path) -> None:
    assert {target for target in linked(page) if not target.exists()} == set()


def blocks() -> list[str]:
    text = STREAMS_PAGE.read_text(encoding="utf-8")
    found: list[str] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    return found


def block_of(table: str) -> str:
    return next(block for block in blocks() if table in block)


def test_every_table_shown_is_toml() -> None:
    shown = {key for block in blocks() for key in tomllib.loads(block)}

    assert shown >= {"sources", "facts", "article", "claims", "corrections", "retractions"}
    assert shown >= {"links", "merges", "splits", "source_merges", "case"}


def test_corrections_and_curation_are_taken_in_as_shown(
    run: Callable[..., Ran], folder: Path
) -> None:
    copy = folder / "copy"
    for part in ("articles", "streams"):
        shutil.copytree(ROOT / "fixtures" / part, copy / part)
    run("ingest", "copy")
    before = orjson.loads(run("head", "--json").out)["position"]
    stream = copy / "streams/kontur-2025-02-07.toml"
    text = stream.read_text(encoding="utf-8")

    stream.write_text(f"{text}\n{block_of('[[corrections]]')}", encoding="utf-8")
    (copy / "streams/joined.toml").write_text(block_of("[[links]]"), encoding="utf-8")
    taken = run("ingest", "copy", "--json")
    again = run("ingest", "copy", "--json")

    assert (taken.code, taken.err) == (0, "")
    added = {one["stream"]: one["added"] for one in orjson.loads(taken.out)["streams"]}
    assert {stream: count for stream, count in added.items() if count} == {
        "curation": 4,
        "kontur-2025-02-07": 2,
    }
    assert orjson.loads(again.out)["added"] == 0
    with Timeline.open(folder / "timeline.db", create=False) as stored:
        assert stored.known("2025-02-10")["nyt-report"].id == "withdrawal"
        claims = stored.known("2025-02-09")["brigade-losses"].claims
        assert {str(claim.claim.occurred) for claim in claims if claim.id.endswith("#31")} == {
            "2025-01-31",
            "2025-01-30",
        }
        assert "nyt-report" in stored.known("2025-02-10", recorded=before)


def test_the_pages_name_every_folder_of_the_fixtures() -> None:
    named = set(re.findall(r"^\| `(\w+)/` \|", STREAMS_PAGE.read_text("utf-8"), re.MULTILINE))

    assert named == {path.name for path in (ROOT / "fixtures").iterdir() if path.is_dir()}
