"""Each family of rules reads its table of sentences, and the articles, as a person does."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.dates import When
from timeline.timex import Genre, TimeExpression, tag

FIXTURES = Path(__file__).parents[2] / "fixtures"
FAMILIES = sorted(file for file in (FIXTURES / "timex").glob("*.toml") if file.stem != "articles")


def rows(found: tuple[TimeExpression, ...]) -> list[list[str]]:
    return [
        [one.text, one.type, one.value, one.mod or "", "" if one.when is None else str(one.when)]
        for one in found
    ]


def cases() -> list[Any]:
    tables = [(file.stem, tomllib.loads(file.read_text(encoding="utf-8"))) for file in FAMILIES]
    return [
        pytest.param(
            case["text"],
            table["anchor"],
            table["genre"],
            case["found"],
            id=f"{name}: {case['text'][:40]}",
        )
        for name, table in tables
        for case in table["case"]
    ]


@pytest.mark.parametrize(("text", "anchor", "genre", "expected"), cases())
def test_a_sentence_is_read_as_its_table_says(
    text: str, anchor: str, genre: Genre, expected: list[list[str]]
) -> None:
    assert rows(tag(text, anchor, genre)) == expected


def articles() -> list[Any]:
    table = tomllib.loads((FIXTURES / "timex" / "articles.toml").read_text(encoding="utf-8"))
    return [pytest.param(one["id"], one["found"], id=one["id"]) for one in table["article"]]


@pytest.mark.parametrize(("article", "expected"), articles())
def test_every_expression_of_an_article_is_found_and_right(
    article: str, expected: list[list[str]]
) -> None:
    head, text = _article(article)
    assert rows(tag(text, head["published"])) == expected


def test_the_five_articles_are_news() -> None:
    for article in (FIXTURES / "articles").glob("*.md"):
        head, text = _article(article.stem)
        assert tag(text, head["published"]) == tag(text, head["published"], genre="news")


def test_anchors_may_be_dates_text_or_whens() -> None:
    text = "They met on Thursday."
    day = When.parse("2025-02-07")
    uncertain = When.parse("[2025-02-04..2025-02-07]")
    assert tag(text, "2025-02-07") == tag(text, day) == tag(text, uncertain)


def _article(name: str) -> tuple[dict[str, str], str]:
    _, head, text = (
        (FIXTURES / "articles" / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)
    )
    pairs = (line.split(": ", 1) for line in head.splitlines())
    return {key: value.strip('"') for key, value in pairs}, text.strip()


def test_the_page_shows_every_expression_of_the_articles() -> None:
    page = (FIXTURES.parent / "docs" / "reference" / "timex.md").read_text(encoding="utf-8")
    table = tomllib.loads((FIXTURES / "timex" / "articles.toml").read_text(encoding="utf-8"))
    shown = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in page.partition("## The five articles")[2].splitlines()
        if line.startswith("| ") and not line.startswith("| words")
    ]
    assert shown == [row for article in table["article"] for row in article["found"]]
