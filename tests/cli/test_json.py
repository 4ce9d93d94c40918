"""The page about JSON is held to what the commands print: every key, every type, every null."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import attrs
import orjson
import pytest

from tests.cli.conftest import ROOT
from timeline import Timeline
from timeline.cli._app import COMMANDS
from timeline.model import (
    Article,
    ArticlePublished,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimStated,
    FactDescribed,
    Figure,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

PAGE = (ROOT / "docs/reference/json.md").read_text(encoding="utf-8")
NAMES = [name for name, _, _, _ in COMMANDS]
PLAIN = {"text": str, "whole number": int, "number": (int, float), "true/false": bool}
VARIES = {"position", "hash"}
"""What depends on when the example was run, or on all of the fixtures."""


# ---- Reading the page ------------------------------------------------------------------------


def sections() -> dict[str, str]:
    parts = re.split(r"^##? (.+)$", PAGE, flags=re.MULTILINE)
    return {title.strip("`").lower(): text for title, text in zip(parts[1::2], parts[2::2])}  # noqa: B905 - pairs by construction


def keys(text: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", text, re.MULTILINE))


SECTIONS = sections()
SHAPES = {title: keys(text) for title, text in SECTIONS.items()}
SHAPES["timeline explain"] |= SHAPES["fact"]  # as the page says


@attrs.define
class Seen:
    """Compares what is printed with the page, and keeps what of the page has been seen.

    Args:
        kinds: for each key of each shape, which of the kinds that its type names were there.
    """

    kinds: dict[tuple[str, str], set[str]] = attrs.field(factory=dict)

    def shape(self, title: str, plain: object) -> None:
        assert isinstance(plain, dict), title
        documented = SHAPES[title]
        assert plain.keys() <= documented.keys(), title
        for key, spelled in documented.items():
            kinds = spelled.split(" or ")
            if key not in plain:
                assert "left out" in kinds, f"{title}: {key}"
                kind = "left out"
            else:
                kind = self.kind(f"{title}: {key}", kinds, plain[key])
            self.kinds.setdefault((title, key), set()).add(kind)

    def kind(self, place: str, kinds: list[str], value: object) -> str:
        for kind in kinds:
            if self.fits(kind, value):
                return kind
        raise AssertionError((place, kinds, value))

    def fits(self, kind: str, value: object) -> bool:
        if kind == "null":
            return value is None
        if kind == "left out":
            return False
        if kind.startswith("list of "):
            if not isinstance(value, list):
                return False
            return all(self.fits(kind.removeprefix("list of "), one) for one in value)
        if linked := re.fullmatch(r"\[([\w ]+)\]\(#([\w-]+)\)", kind):
            assert linked[2] == linked[1].replace(" ", "-")
            if isinstance(value, dict):
                self.shape(linked[1], value)
            return isinstance(value, dict)
        return isinstance(value, PLAIN[kind]) and (  # type: ignore[arg-type]  # types, or a tuple of them
            kind == "true/false" or not isinstance(value, bool)
        )


# ---- What is printed -------------------------------------------------------------------------


def written(store: Path) -> None:
    """Make a store of what the five articles lack: claims taken back, unlinked or bare."""
    outlets = ("herald", "ministry")
    with Timeline.open(store) as collection:
        collection.record(
            ArticlePublished(Article("one", "herald", "2025-01-10")),
            ClaimStated(Claim("one#1", "asserts", outlets, figures=[Figure("lost", high=9)])),
            ClaimStated(Claim("one#2", "asserts", outlets, text="It fell.")),
            ClaimStated(Claim("one#3", "forecasts", outlets)),
            ClaimStated(Claim("one#4", "asserts", outlets, occurred="[..2025-01-05]")),
            ClaimLinked("one#4", "raid"),
            ClaimStated(Claim("one#5", "forecasts", outlets, occurred="2025-01")),
            ClaimLinked("one#5", "raid"),
            FactDescribed("raid", "A raid"),
            ClaimCorrected(
                Claim("one#1", "asserts", outlets, figures=[Figure("lost", low=2.5, high=9)]),
                on="2025-01-12",
            ),
            ClaimRetracted("one#2", on="[2025-01-13..2025-01-20]", note="We erred."),
        )


ASKED = [
    "known 2025-01-20 fixtures/streams",
    "known 2025-02-05 fixtures/streams --refuse dated --refuse bounded --zone Asia/Seoul",
    "known 2025-02-05 --store kursk.db --recorded 200",
    "known 2025-02-05 --store kursk.db --recorded 2100-01-01T00:00:00Z",
    "known 2025-01-15 --store own.db",
    "known 2025-01-20 --store own.db",
    "diff 2025-01-11 2025-01-20 --store own.db",
    "diff 2025-01-20 2025-02-07 fixtures/streams",
    "diff 2025-02-07 2025-01-20 fixtures/streams",
    "history withdrawal fixtures/streams --on 2025-02-07",
    "explain withdrawal fixtures/streams --on 2025-02-06",
    "explain pow-capture fixtures/streams --on 2025-01-20",
    "explain one#1 --store own.db --on 2025-01-20",
    "chronology fixtures/streams --on 2025-02-07",
    "chronology --store own.db --on 2025-02-07 --occurred 2025-01",
    "chronology --store own.db --on 2025-02-07",
    "figures fixtures/streams --on 2025-02-07",
    "figures --store own.db --on 2025-01-11",
    "forecasts fixtures/streams --on 2025-02-07",
    "forecasts --store own.db --on 2025-02-07",
    "page fixtures/streams --out kursk.html --on 2025-04-30",
    "ingest fixtures/streams --store kursk.db",
    "ingest fixtures/articles --store fresh.db",
    "ingest mixed --store mixed.db",
    "review --store read.db --below 0.8",
    "link kontur-2025-02-07#14 pow-capture --store kursk.db",
    "merge pow-video prisoner-video --store kursk.db",
    "split deployment second-wave kontur-2025-02-07#2 --store kursk.db",
    "verify --store kursk.db",
    "head --store kursk.db",
    "backup copy.db --store kursk.db",
    "export log.jsonl --store kursk.db",
    "import log.jsonl --store again.db",
    "tag 'They met in early January, then for two weeks, and last on Thursday.' --on 2025-02-07",
]


FAULTY = {"ingest mixed --store mixed.db"}
"""What leaves something out, and says so with its exit code."""


@pytest.fixture
def stores(run: Callable[..., Ran], folder: Path) -> None:
    run("ingest", "fixtures/streams", "--store", "kursk.db")
    run("ingest", "fixtures/articles", "--store", "read.db")
    written(folder / "own.db")
    (folder / "mixed").mkdir()
    (folder / "mixed" / "empty.md").write_text("")
    changed = "---\noutlet: gazette\npublished: 2025-02-07\n---\nIt rained on January 9.\n"
    (folder / "mixed" / "mill.md").write_text(changed.replace("rained", "burned"))
    run("ingest", "mixed/mill.md", "--store", "mixed.db")
    (folder / "mixed" / "mill.md").write_text(
        changed.replace("It rained on January 9.", "Nothing.")
    )


@pytest.mark.usefixtures("stores")
def test_what_is_printed_is_what_is_documented(run: Callable[..., Ran]) -> None:
    seen = Seen()

    for asked in ASKED:
        ran = run(*shlex.split(asked), "--json")
        if asked not in FAULTY:
            assert (ran.code, ran.err) == (0, ""), asked
        plain = orjson.loads(ran.out)
        title = f"timeline {asked.split()[0]}"
        if isinstance(plain, list):
            for one in plain:
                seen.shape("time expression", one)
        else:
            seen.shape(title, plain)

    documented = {
        (title, key): set(spelled.split(" or "))
        for title, shape in SHAPES.items()
        for key, spelled in shape.items()
    }
    unseen = {place: kinds - seen.kinds.get(place, set()) for place, kinds in documented.items()}
    # `explain` prints one fact, whose keys are seen in all their kinds elsewhere.
    unseen |= {("timeline explain", key): set() for key in SHAPES["fact"]}
    assert {place: kinds for place, kinds in unseen.items() if kinds} == {}


def test_every_command_that_prints_json_is_documented() -> None:
    assert [title.split()[1] for title in SECTIONS if title.startswith("timeline ")] == NAMES
    assert {asked.split()[0] for asked in ASKED} == set(NAMES)


def test_every_shape_is_used() -> None:
    linked = set(re.findall(r"\[([\w ]+)\]\(#", PAGE))
    shapes = {title for title in SECTIONS if not title.startswith(("timeline ", "json", "shapes"))}

    assert linked == shapes


# ---- The examples ----------------------------------------------------------------------------

EXAMPLES = re.findall(r"```console\n\$ timeline (.+?)\n```\n\n```json\n(.+?)```", PAGE, re.DOTALL)


@pytest.mark.usefixtures("stores")
def test_every_example_is_printed(run: Callable[..., Ran]) -> None:
    assert [asked.split()[0] for asked, _ in EXAMPLES] == NAMES
    for asked, example in EXAMPLES:
        ran = run(*shlex.split(asked))

        assert (ran.code, ran.err) == (0, ""), asked
        assert holds(orjson.loads(ran.out), orjson.loads(example)), asked


def holds(plain: object, example: object) -> bool:
    """Say whether *plain* has all that *example* has; an object may have more keys."""
    if isinstance(example, dict):
        return isinstance(plain, dict) and all(
            key in plain
            and (type(plain[key]) is type(value) if key in VARIES else holds(plain[key], value))
            for key, value in example.items()
        )
    if isinstance(example, list):
        return (
            isinstance(plain, list)
            and len(plain) == len(example)
            and all(holds(one, other) for one, other in zip(plain, example, strict=True))
        )
    return plain == example
