"""An archive of news in prose, made up out of the fixtures, for benchmarks that read articles.

Each article is one of the fixtures with other people, places and organisations, other months and
years, other figures and another outlet, so that what is linked to it is as rare as in a real
archive: every tenth article retells the story of one before, in the words of the fixture.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

from tests.benchmarks.bench_linking import word
from timeline.dates import When
from timeline.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES: Final = Path(__file__).parents[2] / "fixtures"
FOLDERS: Final = (FIXTURES / "articles", FIXTURES / "unseen" / "articles")
OUTLETS: Final = 60
MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
RETOLD: Final = 10
FIRST: Final = When("2020-01-01").latest or 0
DAYS: Final = 1500
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b(?!\s+\d)")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_KEPT: Final = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday President Minister Prime Foreign "
    "Defence Defense Interior General Court Supreme Ministry Committee Union United States "
    "National Army Force Forces Reuters Bank Party Council Service Security".split()
)
_YEAR: Final = re.compile(r"\b20[12]\d\b")
_COUNT: Final = re.compile(r"(?<![\d.,:-])\d{2,3}(?=,\d{3}\b|\s+[a-z]{5,})")


def originals() -> tuple[Article, ...]:
    """Return the articles of the fixtures that everything is made out of, always in one order."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.md"))]
    return tuple(Article.read(path) for path in paths)


def news(count: int) -> Iterator[Article]:
    """Yield *count* articles, the same every time."""
    made_from = originals()
    for number in range(count):
        retells = number >= len(made_from) and number % RETOLD == 0
        story = number - len(made_from) if retells else number
        original = made_from[number % len(made_from)]
        day = FIRST + story * DAYS // max(count, 1) + 2 * retells
        yield _varied(original, number, story, day)


def _varied(original: Article, number: int, story: int, day: int) -> Article:
    rng = random.Random(story)
    names: dict[str, str] = {}

    def renamed(found: re.Match[str]) -> str:
        return found[0] if found[0] in _KEPT else names.setdefault(found[0], _name(rng))

    text = original.text or ""
    shift = rng.randrange(12)
    moved = dict(zip(MONTHS, (*MONTHS[shift:], *MONTHS[:shift]), strict=True))
    for known in sorted({found[0] for found in _NAME.finditer(text)} - _KEPT - set(MONTHS)):
        names[known] = _name(rng)
    if names:
        text = re.sub(rf"\b(?:{'|'.join(names)})\b", renamed, text)
    text = _MONTH.sub(lambda found: moved[found[0]], text)
    text = _YEAR.sub(lambda found: str(2019 + (int(found[0]) + shift) % 6), text)
    text = _COUNT.sub(lambda found: str(rng.randrange(10, 10 ** len(found[0]))), text)
    return attrs.evolve(
        original,
        id=f"article-{number}",
        outlet=f"outlet-{rng.randrange(OUTLETS)}" if number == story else f"again-{number % 9}",
        published=When.day(day),
        text=text,
        sha256="",
    )


def _name(rng: random.Random) -> str:
    return word(1_000 + int(9_000 ** rng.random())).title()
