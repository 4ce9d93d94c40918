"""A fact judged for all its days at once, each out of the day before."""

from __future__ import annotations

from array import array
from bisect import insort
from collections import Counter
from itertools import chain
from math import inf
from typing import TYPE_CHECKING, Final, Protocol

from timeline.projections import Status
from timeline.queries._bounds import agreed, widened
from timeline.queries._entries import NONE
from timeline.queries._voices import COUNTS, FORECAST, NOTHING, SUPPORT, Voices
from timeline.queries._weigher import BOUNDED, CONFLICT, DATES, STATUSES, Weigher, ruled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.queries._bounds import Spread
    from timeline.queries._line import Line
    from timeline.queries._readings import Readings, Wording
    from timeline.queries._weigher import Judged

WIDTH: Final = 5
"""Numbers of a verdict: flags; the date, two numbers; the date as it possibly was, likewise."""

UNKNOWN: Final = -1
"""What the flags are where nobody has asked, or nothing was known."""

CERTAIN: Final = 64
POSSIBLY: Final = 128
ANOTHER: Final = 256
"""Flags above those of `timeline.queries._weigher`: whether any claim was certainly known, whether
all that was possibly known makes another judgement, and the first of the flags of that one."""

AHEAD: Final = STATUSES.index(Status.FORECAST)
"""The status that a day alone can change."""

News = tuple[int, "Wording | None"]
"""Which claim is taken back or reworded, or `NONE`; and what is said, if anything is."""


def verdict(certain: Judged | None, possible: Judged | None) -> tuple[int, int, int, int, int]:
    """Return the numbers of a verdict, given what is certain, and that with what is possible."""
    main = certain or possible
    assert main is not None  # nobody asks for the verdict of what was not known
    flags, first, last = main
    if certain is None:
        return flags, first, last, UNKNOWN, UNKNOWN
    if possible is None or possible == certain:
        return flags | CERTAIN, first, last, UNKNOWN, UNKNOWN
    another, possible_first, possible_last = possible
    flags |= CERTAIN | POSSIBLY | another * ANOTHER
    return flags, first, last, possible_first, possible_last


def swept(readings: Readings, line: Line, days: Sequence[int]) -> array[int]:
    """Return the verdicts of a fact before all of its *days*, and from each of them on."""
    news = readings.news(line.entries)
    plain = all(said is None or said[4] < 0 or said[5] is not None for _, said in news)
    state: _State = Plain(news) if plain else _Any(readings, news)
    return _over(state, line, days)


class _State(Protocol):
    """What is certainly known of a fact, as days go by."""

    def take(self, place: int) -> None:
        """Take in the news of the next place."""

    def judged(self, day: int) -> Judged:
        """Return what is certain makes of the fact."""

    def judged_with(self, tail: list[int], day: int) -> Judged:
        """Return the same with the news of some places more."""


def _over(state: _State, line: Line, days: Sequence[int]) -> array[int]:
    latest, end = line.latest, len(line)
    soft = _soft(line)
    numbers: list[int] = []
    count, tail = 0, list[int]()
    certain: Judged | None = None
    moves = False
    for day in (days[0] - 1, *days):
        while count < end and latest[count] <= day:
            state.take(count)
            count += 1
            moves = True
        if moves:
            certain = state.judged(day)
            # Until more comes, a day changes nothing but a forecast, which may fall overdue.
            moves = certain[0] & 7 == AHEAD
        while soft and soft[-1][0] <= day:
            insort(tail, soft.pop()[1])
        while tail and tail[0] < count:
            del tail[0]
        if tail:
            numbers += verdict(certain, state.judged_with(tail, day))
        elif certain is not None:
            numbers += (certain[0] | CERTAIN, certain[1], certain[2], UNKNOWN, UNKNOWN)
        else:
            numbers += (UNKNOWN,) * WIDTH
    return array("i", numbers)


def _soft(line: Line) -> list[tuple[float, int]]:
    """Return from which day on each piece of news was possible that was not certain then.

    The last comes first.
    """
    bounds = zip(line.earliest, line.latest, strict=True)
    soft = [
        (-inf if first is None else first, place)
        for place, (first, last) in enumerate(bounds)
        if first != last
    ]
    soft.sort(reverse=True)
    return soft


class _Any:
    """Any fact: what its claims make of it is weighed."""

    def __init__(self, readings: Readings, news: list[News]) -> None:
        self._news = news
        self._weigher = Weigher(readings.whens)

    def take(self, place: int) -> None:
        gone, said = self._news[place]
        if gone >= 0:
            self._weigher.drop(gone)
        if said is not None:
            self._weigher.add(said)

    def judged(self, day: int) -> Judged:
        return self._weigher.judged(day)

    def judged_with(self, tail: list[int], day: int) -> Judged:
        return self._weigher.with_more([self._news[place] for place in tail]).judged(day)


class Plain:
    """A fact whose dates are all plain moments: numbers alone.

    A claim that names no source that any other names has an origin for itself, whose last word it
    is: it is only counted.
    """

    __slots__ = ("_alone", "_news", "_speak", "_spreads", "_standing", "_voices")

    def __init__(self, news: list[News]) -> None:
        self._news = news
        named = Counter(chain.from_iterable([said[2] for _, said in news if said is not None]))
        again = {name for name, count in named.items() if count > 1}
        alone = again.isdisjoint
        self._alone = [said is not None and alone(said[2]) for _, said in news]
        """Of each place, whether its claim shares no source with any other."""
        self._speak = [0, 0, 0, 0]
        """How many of these support, deny, forecast, or do nothing of it."""
        self._voices = Voices()
        """The other claims."""
        self._standing: dict[int, int] = {}
        """The places of the claims that stand."""
        self._spreads: list[Spread | None] = [None, None, None, None]
        """The last and first of their first days, then the first and last of their last days."""

    def take(self, place: int) -> None:
        """Take in the news of the next place."""
        gone, said = self._news[place]
        if gone >= 0 and gone in self._standing:
            del self._standing[gone]
            self._retake()
        if said is None:
            return
        self._standing[said[0]] = place
        count = COUNTS[said[1]]
        more = said[5]
        if more is not None:
            kind = DATES[count]
            self._spreads[kind] = widened(self._spreads[kind], more)
        if self._alone[place]:
            self._speak[count] += 1
        else:
            self._voices.add(said)

    def _retake(self) -> None:
        self._speak = [0, 0, 0, 0]
        self._voices = Voices()
        self._spreads = [None, None, None, None]
        standing, self._standing = self._standing, {}
        news, self._news = self._news, [(NONE, said) for _, said in self._news]
        for place in standing.values():
            self.take(place)
        self._news = news

    def judged(self, day: int) -> Judged:
        """Return what is certain makes of the fact."""
        return self._ruled(self._voices.speak(), self._speak, self._spreads, day)

    def judged_with(self, tail: list[int], day: int) -> Judged:
        """Return the same with the news of some places more."""
        speak = self._speak[:]
        spreads = self._spreads[:]
        more: list[Wording] = []
        for place in tail:
            gone, said = self._news[place]
            if gone >= 0 or said is None:
                return self._apart(tail, day)
            count = COUNTS[said[1]]
            bounds = said[5]
            if bounds is not None:
                kind = DATES[count]
                spreads[kind] = widened(spreads[kind], bounds)
            if self._alone[place]:
                speak[count] += 1
            else:
                more.append(said)
        voices = self._voices.speak_with(more) if more else self._voices.speak()
        return self._ruled(voices, speak, spreads, day, said=bool(tail))

    def _apart(self, tail: list[int], day: int) -> Judged:
        other = Plain([])
        other._news, other._alone = self._news, self._alone
        other._standing = self._standing.copy()
        other._retake()
        for place in tail:
            other.take(place)
        return other.judged(day)

    def _ruled(
        self,
        voices: list[int],
        speak: list[int],
        spreads: list[Spread | None],
        day: int,
        *,
        said: bool = False,
    ) -> Judged:
        support, denials, forecasts = voices
        support += speak[0]
        denials += speak[1]
        forecasts += speak[2]
        over = False
        if forecasts and not support and not denials:
            window = spreads[FORECAST]
            if window is not None:
                over = agreed(window)[1] < day
        said = said or bool(self._standing)
        flags = ruled(support, denials, forecasts, said=said, over=over)
        numbers = spreads[SUPPORT] or spreads[FORECAST] or spreads[NOTHING]
        if numbers is None:
            return flags, 0, 0
        first, last, conflict = agreed(numbers)
        return flags | BOUNDED | CONFLICT * conflict, first, last
