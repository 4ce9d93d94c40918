"""Made-up archives for the page: a large one with the spread of real news, and a hostile one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from timeline import Timeline
from timeline.dates import When
from timeline.model import (
    Article,
    ArticlePublished,
    Basis,
    Claim,
    ClaimLinked,
    ClaimStated,
    Evidence,
    FactDescribed,
    Figure,
    Source,
    SourceDefined,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.model import Event

FIRST = When("2021-01-01").latest or 0
DAYS = 1500
KINDS = ("strike", "statement", "visit", "losses", "plan", "capture", "order", "estimate")
STANCES = (*(Stance.ASSERTS,) * 6, Stance.CONFIRMS, Stance.DENIES, Stance.FORECASTS)
PER_ARTICLE = 10


def large(facts: int, *, per_fact: int = 3, seed: int = 7) -> Timeline:
    """Return an archive of so many facts, each told of by a few articles within a month."""
    rng = random.Random(seed)
    told = sorted(
        (FIRST + number * DAYS // facts + rng.randrange(30) * (turn > 0), number)
        for number in range(facts)
        for turn in range(per_fact)
    )
    collection = Timeline.in_memory()
    collection.record(
        *(SourceDefined(Source(f"source-{n}", f"Source number {n}")) for n in range(200)),
        *(
            FactDescribed(f"fact-{n}", f"What happened on the {n}th occasion", rng.choice(KINDS))
            for n in range(facts)
        ),
    )
    events = [
        event
        for start in range(0, len(told), PER_ARTICLE)
        for event in _article(rng, start, told[start : start + PER_ARTICLE])
    ]
    collection.record(*events)
    return collection


def _article(rng: random.Random, start: int, told: list[tuple[int, int]]) -> Iterator[Event]:
    day, name = told[-1][0], f"article-{start}"
    outlet = f"source-{rng.randrange(20)}"
    yield ArticlePublished(
        Article(name, outlet, When.day(day), title=f"What {name} has to tell of these days")
    )
    for number, (_, fact) in enumerate(told, start=1):
        claim = _claim(rng, f"{name}#{number}", outlet, day)
        yield ClaimStated(claim)
        yield ClaimLinked(claim.id, f"fact-{fact}")


def _claim(rng: random.Random, name: str, outlet: str, day: int) -> Claim:
    chain = [outlet, f"source-{20 + rng.randrange(180)}"]
    began = day - rng.randrange(40)
    soft = rng.random() < 0.3
    quote = f"words of {name} that say so, as exactly as the article has them"
    dated = rng.random() < 0.5
    said = day - rng.randrange(8)
    return Claim(
        name,
        rng.choice(STANCES),
        tuple(chain),
        text=f"Something happened, says {name}, and somebody has said so.",
        occurred=When.between(began, began + rng.randrange(1, 20)) if soft else When.day(began),
        basis=Basis.DATED if dated else Basis.PUBLISHED,
        stated=(When.between(said - rng.randrange(1, 9), said) if soft else When.day(said))
        if dated
        else None,
        figures=[Figure("casualties", low=rng.randrange(900), unit="people")]
        if rng.random() < 0.02
        else (),
        evidence=Evidence(quote, 10, 10 + len(quote)),
    )
