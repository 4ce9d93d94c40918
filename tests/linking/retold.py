"""The made-up collections of ``fixtures/linking``, as articles of claims with the right facts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.model import Claim, Figure, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent.parent.parent / "fixtures" / "linking"
TUNED = ("disaster", "war")
HELD_OUT = ("business", "diplomacy", "society")

Collection = list[list[Claim]]


def read(name: str) -> tuple[Collection, dict[str, str]]:
    """Return the articles of a collection in order of publication, and the fact of each claim."""
    table = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    articles: Collection = []
    facts: dict[str, str] = {}
    for article in sorted(table["articles"], key=lambda one: str(one["published"])):
        articles.append([])
        for claim, fact in _claims(article):
            articles[-1].append(claim)
            facts[claim.id] = f"{name} {fact}"
    return articles, facts


def _claims(article: dict[str, Any]) -> Iterator[tuple[Claim, str]]:
    for number, told in enumerate(article["claims"], start=1):
        stated = told.get("stated")
        yield (
            Claim(
                f"{article['id']}#{number}",
                told.get("stance", "asserts"),
                (article["outlet"], *told.get("by", ())),
                text=told["text"],
                occurred=told.get("occurred"),
                basis="dated" if stated else "published",
                stated=stated,
                figures=[Figure(**figure) for figure in told.get("figures", ())],
                reading=Reading("hand", 1.0, kind=told["kind"], about=told["about"]),
            ),
            told["fact"],
        )
