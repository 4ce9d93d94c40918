"""A made-up archive of any size, with the spread of a real one, for the benchmarks.

Facts follow Zipf's law; one claim in ten arrives late, one in fifty is corrected; three dates in
ten are soft.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.model import (
    Article,
    ArticlePublished,
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimStated,
    Event,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = When("2020-01-01").latest or 0
DAYS = 1500
PER_ARTICLE = 10
STANCES = (
    *(Stance.ASSERTS,) * 6,
    Stance.CONFIRMS,
    Stance.ESTIMATES,
    Stance.DENIES,
    Stance.FORECASTS,
)


def archive(claims: int, *, seed: int = 1) -> Iterator[tuple[str, list[Event]]]:
    """Yield the streams of an archive, article by article, in order of arrival."""
    rng = random.Random(seed)
    facts = max(1, claims // 20)
    # Zipf by inverse transform over ranks: the few large facts have thousands of claims.
    outlets = [f"outlet-{n}" for n in range(200)]
    sources = [f"source-{n}" for n in range(2000)]
    for number in range(max(1, claims // PER_ARTICLE)):
        day = FIRST + number * DAYS * PER_ARTICLE // claims
        if rng.random() < 0.1:
            day = max(FIRST, day - rng.randrange(200))
        article, outlet = f"a{number}", rng.choice(outlets)
        events: list[Event] = [ArticlePublished(Article(article, outlet, When.day(day)))]
        for n in range(1, min(PER_ARTICLE, claims) + 1):
            claim = _claim(rng, f"{article}#{n}", outlet, sources, day)
            rank = int(facts ** rng.random()) - 1 if rng.random() < 0.5 else rng.randrange(facts)
            events.append(ClaimStated(claim))
            events.append(ClaimLinked(claim.id, f"fact-{rank}"))
            if rng.random() < 0.02:
                corrected = _claim(rng, claim.id, outlet, sources, day)
                on = When.day(day + rng.randrange(1, 30))
                events.append(ClaimCorrected(corrected, on))
        yield article, events


def _claim(rng: random.Random, claim: str, outlet: str, sources: list[str], day: int) -> Claim:
    chain = [outlet, *rng.sample(sources, rng.choice((0, 1, 1, 2)))]
    began = day - rng.randrange(60)
    soft = rng.random() < 0.3
    occurred = When.between(began, began + rng.randrange(1, 30)) if soft else When.day(began)
    basis = rng.choice((Basis.DATED, Basis.PUBLISHED))
    if len(chain) == 1:
        basis = rng.choice((Basis.PRESUMED, Basis.BOUNDED))
    stated = None
    if basis is Basis.DATED:
        said = day - rng.randrange(10)
        stated = When.between(said, said + rng.randrange(1, 12)) if soft else When.day(said)
    return Claim(
        claim,
        rng.choice(STANCES),
        Attribution(tuple(chain)),
        text="Something happened somewhere, somebody said.",
        occurred=occurred,
        basis=basis,
        stated=stated,
    )
