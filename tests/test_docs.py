"""The pages hold together: links, pictures, data, every public name, and commands that run."""

from __future__ import annotations

import importlib.util
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from timeline.cli import main

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "fixtures/README.md", *sorted(DOCS.glob("**/*.md"))]
PICTURES = sorted((DOCS / "pictures").iterdir())
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)")
FLOORS = sorted(path.parent.name for path in ROOT.glob("src/timeline/*/__init__.py"))
ASKED_FOR = {"cli", "_timeline"}
"""Floors that have other pages: that of the command line, and that of the whole library."""

KIBIBYTES = 200
POINTS = 5
"""By how many points of a hundred a rule may read worse until the page has to say so."""


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"docs_{name}", DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def prose(page: Path) -> str:
    """The text of a page without its code."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]+`", "", text)


def commands(page: Path) -> list[str]:
    found: list[str] = re.findall(r"^\$ timeline (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return found


# ---- Links and pictures ------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    targets = [page.parent / target for target in LINK.findall(prose(page))]

    assert [target for target in targets if not target.exists()] == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_small_shown_and_made_of_nothing_from_elsewhere(picture: Path) -> None:
    shown = {(page.parent / to).resolve() for page in PAGES for to in LINK.findall(prose(page))}

    assert picture.resolve() in shown
    assert picture.stat().st_size < KIBIBYTES * 1024
    if picture.suffix == ".svg":
        text = picture.read_text("utf-8")
        assert "url(http" not in text
        assert "@import" not in text
        assert ET.fromstring(text).tag.endswith("svg")


# ---- The site ----------------------------------------------------------------------------------


def test_the_navigation_has_every_page_once() -> None:
    index = (DOCS / "index.md").read_text("utf-8")
    trees = script("conf").contents(index)
    listed = [line for line in trees.splitlines() if re.fullmatch(r"[\w/.-]+", line)]

    there = {page.relative_to(DOCS).with_suffix("") for page in DOCS.glob("**/*.md")}
    assert sorted(listed) == sorted(str(page) for page in there if page.name != "index")


def test_links_out_of_the_docs_lead_to_the_page_that_shows_it_or_nowhere() -> None:
    inside = script("conf").inside

    text = "[a](../../fixtures/README.md) [b](../../tests/x.py) [c](../c.md) [d](e.md)"
    expected = "[a](../reference/streams.md) b [c](../c.md) [d](e.md)"
    assert inside("how-to/here", text) == expected
    assert inside("here", "[a](../fixtures/README.md)") == "[a](reference/streams.md)"


def test_every_public_floor_has_a_page_of_its_names() -> None:
    pages = {page.stem for page in DOCS.glob("reference/api/*.md")}
    floors = {f"timeline.{floor}" for floor in FLOORS if floor not in ASKED_FOR}

    assert pages == {"timeline", "timeline.errors", *floors}


# ---- What is made of data ----------------------------------------------------------------------


def test_the_table_of_kinds_is_that_of_the_data() -> None:
    text = (DOCS / "reference/kinds.md").read_text("utf-8")

    assert script("make_kinds").page(text) == text, "run: python docs/make_kinds.py"


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_no_score_is_claimed_that_is_not_measured() -> None:
    scores = script("make_scores")
    page = (DOCS / "explanation/extraction.md").read_text("utf-8")
    claimed = scores.shares(page)
    now = scores.shares(f"{scores.BEGIN}{scores.table()}{scores.END}")

    assert len(claimed) == len(now) == len(scores.SHOWN)
    for name, told, found in zip(scores.SHOWN, claimed, now, strict=True):
        shares = zip(told, found, strict=False)  # a new collection is told of when the page is made
        assert all(one <= two + POINTS for one, two in shares), (
            f"{name}: run python -m docs.make_scores"
        )


# ---- Commands ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "page", ["README.md", "docs/how-to/read-articles.md", "docs/tutorial/tour.md"]
)
def test_the_commands_of_a_page_run_in_their_order(
    page: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    shown = [command for command in commands(ROOT / page) if "FACT" not in command]

    assert len(shown) > 3
    for command in shown:
        assert main(shlex.split(command)) == 0, capfd.readouterr().err
        assert capfd.readouterr().err == "", command


def test_the_first_command_of_the_readme_asks_the_articles(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    [first, second] = re.findall(r"^python3 .*$", PAGES[0].read_text("utf-8"), re.MULTILINE)
    monkeypatch.chdir(ROOT)

    assert main(shlex.split(first.partition("&& timeline ")[2])) == 0
    assert "What was known by the end of 20 January 2025" in capfd.readouterr().out
    assert second.endswith("pip install -e '.[dev]' && pytest -n auto")
    assert "pip install --quiet -e '.[dev]' && pytest -n auto" in (ROOT / ".ci/run").read_text(
        "utf-8"
    )
