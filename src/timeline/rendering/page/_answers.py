"""The answers of the engine as the page holds them: for each fact its steps along the dates.

Nothing is worked out here, and nothing by the script of the page: each step is what
`timeline.queries` answers from that date on, until the next step.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import Stance
from timeline.projections import Status
from timeline.rendering._fact import time_key
from timeline.rendering._phrases import MEANING
from timeline.rendering._text import inert
from timeline.rendering._when import in_words
from timeline.rendering.page._figures import Speaking, readings_of
from timeline.rendering.page._news import news_of
from timeline.rendering.page._tables import Spans, Table

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from timeline.queries import Fact, History, KnownClaim, KnownReading, Step
    from timeline.rendering.page._claims import Shared

STATUSES = tuple(MEANING)
"""The statuses in the order in which the page lists them; a step names one by its number."""

ALWAYS = -1
"""The date of a step that comes before all dates: nothing says when it became known."""


def against(fact: Fact) -> tuple[str, ...]:
    """Return who denies a fact that others assert; of one that is not disputed, nobody."""
    if fact.status is not Status.DISPUTED:
        return ()
    # Of a disputed fact thousands may speak, at each of its steps: no more than this is looked at.
    certain, last = fact.certain, dict[str, Stance]()
    for one in fact.claims:
        if one.certain is certain and one.stands and one.claim.stance is not Stance.WITHHOLDS:
            last[one.origin] = one.claim.stance
    return tuple(origin for origin, stance in last.items() if stance is Stance.DENIES)


def dates_of(histories: Iterable[History], last: int) -> tuple[int, ...]:
    """Return the days on which an answer changes, in order; *last* where there is none."""
    days = {_day(step) for history in histories for step in history.steps if not _always(step)}
    return tuple(sorted(days)) or (last,)


def _day(step: Step) -> int:
    assert step.day.latest is not None  # it is a day
    return step.day.latest


def _always(step: Step) -> bool:
    """Whether a step says what may have been known all along."""
    return step.change.before is None and step.fact.first_known.earliest is None


def _claim_heart(one: KnownClaim) -> Hashable:
    return (one.id, one.known)


def _reading_heart(one: KnownReading) -> Hashable:
    return (one.reading.claim.id, one.reading.told.known)


@attrs.frozen
class Measure:
    """A measure of the page: its readings as dates go by, and what they span.

    Args:
        name: what is counted.
        readings: each with the dates from and to which it stands, and whether it is certain.
        ranges: what the certain ones span, from each date on.
    """

    name: str
    readings: list[list[object]]
    ranges: list[list[object]]


class Answers:
    """All that the page says, as plain rows.

    Args:
        histories: the steps of each fact, in the order in which facts are listed.
        dates: the days on which an answer changes.
        shared: the tables that facts share.
    """

    def __init__(
        self, histories: Sequence[History], dates: tuple[int, ...], shared: Shared
    ) -> None:
        self.dates = dates
        self.shared = shared
        self.titles: Table[str, str] = Table(inert)
        self.kinds: Table[str, str] = Table(inert)
        self.news: Table[str, str] = Table(inert)
        self.origins: Table[tuple[str, ...], list[int]] = Table(
            lambda origins: [shared.sources[origin] for origin in origins]
        )
        self._ranks = _ranks(histories)
        self._measured: dict[str, list[list[object]]] = {}
        self._touched: dict[int, list[tuple[bool, KnownReading]]] = {}
        self.facts = [self._fact(number, history) for number, history in enumerate(histories)]
        self.measures = self._measures()

    def _fact(self, number: int, history: History) -> list[object]:
        claims = Spans(_claim_heart, lambda one: (self.shared.claim(one), one.certain))
        readings = Spans(_reading_heart, self._reading)
        steps: list[object] = []
        for step in history.steps:
            date = ALWAYS if _always(step) else bisect_left(self.dates, _day(step))
            fact = step.fact
            parted, come = claims.at(date, fact.claims)
            # What gives no figure leaves those of the others as they are.
            if any(one.claim.figures for one in (*parted, *come)):
                changes = zip((False, True), readings.at(date, readings_of(fact)), strict=True)
                self._touched.setdefault(date, []).extend(
                    (is_come, one) for is_come, some in changes for one in some if one.certain
                )
            steps.append(self._step(date, step))
        for (name, *reading), first, gone in readings.closed():
            self._measured.setdefault(str(name), []).append([number, first, gone, *reading])
        last = history.steps[-1].fact
        return [
            history.fact,
            self.kinds[last.kind],
            steps,
            [[claim, int(sure), first, gone] for (claim, sure), first, gone in claims.closed()],
        ]

    def _step(self, date: int, step: Step) -> list[object]:
        fact = step.fact
        would = fact.possibly
        kind, words = news_of(step)
        return [
            date,
            STATUSES.index(fact.status),
            int(fact.certain),
            self.shared.when(fact.occurred),
            int(fact.conflict),
            0
            if would is None
            else [
                STATUSES.index(would.status),
                self.shared.when(would.occurred),
                int(would.conflict),
            ],
            self.origins[fact.origins],
            self.titles[fact.title or fact.id],
            self.rank(fact),
            self.shared.when(fact.first_known),
            kind,
            self.news[words],
            self.origins[against(fact)],
        ]

    def rank(self, fact: Fact) -> int:
        """Return the place of a fact, as it stood at a step, in the order of the list."""
        return self._ranks[_rank_key(fact)]

    # ---- Figures -----------------------------------------------------------------------------

    def _reading(self, one: KnownReading) -> tuple[object, ...]:
        reading = one.reading
        figure = reading.figure
        known = reading.told.known
        return (
            figure.measure,
            int(one.certain),
            self.shared.sources[reading.origin],
            figure.low,
            figure.high,
            inert(figure.quantity),
            inert(figure.unit),
            known.earliest,
            known.latest,
            "" if figure.as_of is None else in_words(figure.as_of),
        )

    def _measures(self) -> list[Measure]:
        speaking: dict[str, Speaking] = {}
        ranges: dict[str, list[list[object]]] = {}
        for date in sorted(self._touched):
            for is_come, one in self._touched[date]:
                name = one.reading.figure.measure
                voices = speaking.setdefault(name, Speaking(name))
                if is_come:
                    voices.add(one)
                else:
                    voices.take_out(one)
            for name in dict.fromkeys(one.reading.figure.measure for _, one in self._touched[date]):
                row = speaking[name].row() or []
                steps = ranges.setdefault(name, [])
                if row != (steps[-1][1:] if steps else []):
                    steps.append([date, *row])
        made = [
            Measure(name, readings, ranges.get(name, []))
            for name, readings in self._measured.items()
        ]
        return sorted(made, key=_telling)


def _telling(measure: Measure) -> tuple[int, int, str]:
    """Sort first the measure over which most voices differ."""
    told = Counter((str(one[4]), str(one[7])) for one in measure.readings)
    return (-len(told), -len(measure.readings), measure.name)


RankKey = tuple[When | None, When | None, str]
"""When a fact happened, or else when it was first known; and its id."""


def _rank_key(fact: Fact) -> RankKey:
    occurred = fact.occurred
    return (occurred, fact.first_known if occurred is None else None, fact.id)


def _ranks(histories: Sequence[History]) -> Mapping[RankKey, int]:
    """Number all states of all facts as they happened; what has no date comes last, as heard."""
    keys = {_rank_key(step.fact) for history in histories for step in history.steps}
    ordered = sorted(
        keys,
        key=lambda key: (*time_key(key[0]), *time_key(key[1]), key[2], str(key[0]), str(key[1])),
    )
    return {key: rank for rank, key in enumerate(ordered)}
