"""What the benchmark asks of this library: a store of one size, opened, asked, changed.

Each figure is the median over many questions in milliseconds. Nothing is primed but what the name
of the figure says: *first* is a date that nobody asked for before.
"""

from __future__ import annotations

import contextlib
import gc
import random
import statistics
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.archive import DAYS, FIRST
from timeline import AsOf, Timeline, When
from timeline.model import (
    Article,
    ArticlePublished,
    Attribution,
    Claim,
    ClaimLinked,
    ClaimStated,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.queries import Knowledge

ROUNDS = 9
Figures = dict[str, float]


def resident() -> float:
    """Return the bytes of memory that the process holds (Linux)."""
    with contextlib.suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * 4096.0
    return float("nan")


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that *work* takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def median(works: Iterable[Callable[[], object]]) -> float:
    """Return the median of the milliseconds that some *works* take."""
    return statistics.median([timed(work) for work in works])


def dates(count: int, seed: int = 7) -> list[int]:
    """Draw days over the middle of the archive."""
    rng = random.Random(seed)
    return [FIRST + rng.randrange(DAYS // 5, DAYS - DAYS // 5) for _ in range(count)]


class Ours:
    """The library over a store of one size."""

    def __init__(self, path: Path) -> None:
        self.tl = Timeline.open(path, create=False)
        self.head = self.tl.store.head().position

    def known(self, day: int, position: int | None = None) -> Knowledge:
        return self.tl.known(AsOf(When.day(day), recorded=position))

    def last_claims(self, known: Knowledge, facts: Iterable[int]) -> dict[int, int | None]:
        """Return the last claim that was certainly known of each of some facts."""
        found: dict[int, int | None] = {}
        for number in facts:
            fact = known.get(f"fact-{number}")
            told = [] if fact is None else [one.id for one in fact.claims if one.certain]
            found[number] = _number(told[-1]) if told else None
        return found

    def _found(self, known: Knowledge, fact: str) -> object:
        found = known.get(fact)
        return None if found is None else found.status

    def _status(self, known: Knowledge, fact: str = "fact-0") -> object:
        return known[fact].status

    def _ask(self, fact: str, day: int) -> object:
        return self._status(self.known(day), fact)

    def judged(self, known: Knowledge) -> None:
        """List the facts and read every status, which has them judged."""
        for fact in known.facts():
            assert fact.status is not None

    def measure(self, facts: int) -> Figures:
        """Return all figures of a store that stays open."""
        figures: Figures = {}
        day = FIRST + DAYS // 2
        gc.collect()
        before = resident()
        figures["index built"] = timed(self.tl.last_news)
        gc.collect()
        figures["index bytes"] = resident() - before
        figures["full state listed, first of all"] = timed(self.known(day).facts)
        figures["full state judged, first of all"] = timed(partial(self.judged, self.known(day)))
        figures["opening a view"] = median([lambda: self.known(day)] * 1000)
        asked = dates(ROUNDS)
        for how in ("first", "again"):
            some = [self.known(one) for one in asked]
            figures[f"full state listed, {how}"] = median([one.facts for one in some])
            figures[f"full state judged, {how}"] = median(
                [partial(self.judged, one) for one in some]
            )
        after = [self.known(one + 1) for one in asked]
        figures["full state judged, next day, first"] = median(
            [partial(self.judged, one) for one in after]
        )
        figures.update(self._one_fact(facts, day))
        figures.update(self._both_axes(asked))
        figures.update(self._differences(day))
        figures.update(self._late())
        figures["bytes at the end"] = resident() - before
        return figures

    def _one_fact(self, facts: int, day: int) -> Figures:
        known = self.known(day)
        rng = random.Random(3)
        names = [f"fact-{rng.randrange(facts)}" for _ in range(5000)]
        for name in names:
            self._found(known, name)
        taken = sorted(timed(partial(self._found, known, name)) for name in names)
        largest = [self.known(one) for one in dates(50, seed=5)]
        return {
            "one fact": statistics.median(taken),
            "one fact, 99th percentile": taken[len(taken) * 99 // 100],
            "largest fact judged, first": median([partial(self._status, one) for one in largest]),
            "largest fact judged, again": median([partial(self._status, one) for one in largest]),
        }

    def _both_axes(self, asked: list[int]) -> Figures:
        some = [self.known(one, self.head * 2 // 3) for one in asked[:6]]
        others = [self.known(one, self.head * share // 20) for share, one in enumerate(asked, 8)]
        return {
            "both axes listed, first of a position": timed(some[0].facts),
            "both axes judged, first of a position": timed(partial(self.judged, some[0])),
            "both axes listed, first": median([one.facts for one in some[1:]]),
            "both axes judged, first": median([partial(self.judged, one) for one in some[1:]]),
            "both axes judged, again": median([partial(self.judged, one) for one in some]),
            "both axes listed, first of both": median([one.facts for one in others[:3]]),
        }

    def _differences(self, day: int) -> Figures:
        """Widen a stretch of days until some five hundred facts differ."""
        days = 1
        while len(self.tl.diff(When.day(day), When.day(day + days)).changes) < 500 and days < 400:
            days *= 2
        span = (When.day(day), When.day(day + days))
        changes = len(self.tl.diff(*span).changes)
        taken = median([lambda: self.tl.diff(*span)] * ROUNDS)
        return {"difference": taken, "changes of the difference": float(changes)}

    def _late(self) -> Figures:
        """Let news of two years ago arrive, and ask at once."""
        day = FIRST + DAYS // 2
        known: list[float] = []
        asked: list[float] = []
        full: list[float] = []
        resolved = self.tl._engine.resolution
        for number in range(30):
            article, fact = f"late-{number}", f"fact-{number * 37 + 11}"
            claim = Claim(f"{article}#1", Stance.ASSERTS, Attribution(("outlet-1", "official-5")))
            self.tl.store.append(
                article,
                [
                    ArticlePublished(Article(article, "outlet-1", When.day(day))),
                    ClaimStated(claim),
                    ClaimLinked(claim.id, fact),
                ],
            )
            head = self.tl.store.head().position
            known.append(timed(partial(resolved, head)) / 3)
            asked.append(timed(partial(self._ask, fact, day)))
            full.append(timed(lambda: self.known(day).facts()))
        return {
            "late event, into the index": statistics.median(known),
            "late event, then its fact": statistics.median(asked),
            "late event, then the full state": statistics.median(full),
        }


def _number(claim: str) -> int:
    article, _, number = claim.partition("#")
    return int(article.removeprefix("a")) * 10 + int(number) - 1


def cold(path: Path, day: int, fact: str | None = None) -> Figures:
    """Return what the first question of a process costs: of one fact, or of all of them."""
    start = time.perf_counter()
    with Timeline.open(path, create=False) as tl:
        known = tl.known(AsOf(When.day(day)))
        for one in known.facts() if fact is None else [known[fact]]:
            assert one.status is not None
        figures = {"cold": (time.perf_counter() - start) * 1000}
        if fact is None:
            known.facts()  # has what was judged kept, where it is much
        return figures
