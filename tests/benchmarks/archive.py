"""A made-up archive of any size, with the spread of a real one, for the benchmarks.

Half of the claims choose their fact by Zipf's law, so that a few stories have tens of thousands;
one article in ten arrives late, by up to 200 days; one claim in fifty is corrected, one in two
hundred retracted; three dates in ten are soft. Outlets cite agencies, agencies cite officials, and
now and then an agency cites an outlet.
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
    ClaimRetracted,
    ClaimStated,
    Event,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = When("2020-01-01").latest or 0
DAYS = 1500
PER_ARTICLE = 10
PER_FACT = 20
STANCES = (
    *(Stance.ASSERTS,) * 6,
    Stance.CONFIRMS,
    Stance.ESTIMATES,
    Stance.DENIES,
    Stance.FORECASTS,
)
OUTLETS = [f"outlet-{n}" for n in range(200)]
AGENCIES = [f"agency-{n}" for n in range(20)]
OFFICIALS = [f"official-{n}" for n in range(2000)]


def archive(claims: int, *, seed: int = 1) -> Iterator[tuple[str, list[Event]]]:
    """Yield the streams of an archive, article by article, in order of arrival."""
    rng = random.Random(seed)
    facts = max(1, claims // PER_FACT)
    for number in range(max(1, claims // PER_ARTICLE)):
        day = FIRST + number * DAYS * PER_ARTICLE // claims
        if rng.random() < 0.1:
            day = max(FIRST, day - rng.randrange(200))
        article, outlet = f"a{number}", rng.choice(OUTLETS)
        events: list[Event] = [ArticlePublished(Article(article, outlet, When.day(day)))]
        for n in range(1, min(PER_ARTICLE, claims) + 1):
            claim = _claim(rng, f"{article}#{n}", outlet, day)
            # Zipf by inverse transform over ranks.
            rank = int(facts ** rng.random()) - 1 if rng.random() < 0.5 else rng.randrange(facts)
            events.append(ClaimStated(claim))
            events.append(ClaimLinked(claim.id, f"fact-{rank}"))
            change = rng.random()
            on = When.day(day + rng.randrange(1, 30))
            if change < 0.02:
                events.append(ClaimCorrected(_claim(rng, claim.id, outlet, day), on))
            elif change < 0.025:
                events.append(ClaimRetracted(claim.id, on))
        yield article, events


def _claim(rng: random.Random, claim: str, outlet: str, day: int) -> Claim:
    chain = _chain(rng, outlet)
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
        Attribution(chain),
        text="Something happened somewhere, somebody said.",
        occurred=occurred,
        basis=basis,
        stated=stated,
    )


def _chain(rng: random.Random, outlet: str) -> tuple[str, ...]:
    form = rng.random()
    if form < 0.25:
        return (outlet,)
    if form < 0.5:
        return (outlet, rng.choice(OFFICIALS))
    agency = rng.choice(AGENCIES)
    if form < 0.75:
        return (outlet, agency)
    if form < 0.98:
        return (outlet, agency, rng.choice(OFFICIALS))
    return (outlet, agency, rng.choice([name for name in OUTLETS if name != outlet]))
