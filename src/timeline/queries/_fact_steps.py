"""One fact as a function of the date: a step for every day on which its answer changes."""

from __future__ import annotations

from array import array
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.queries._entries import RETRACTED
from timeline.queries._facts import Fact, Verdict
from timeline.queries._known_claim import Possibly
from timeline.queries._line import Line
from timeline.queries._sweep import (
    ANOTHER,
    CERTAIN,
    POSSIBLY,
    UNKNOWN,
    WIDTH,
    swept,
    verdict,
)
from timeline.queries._telling import Shared, Telling
from timeline.queries._weigher import BOUNDED, CONFLICT, NUMBERED, STATUSES, Weigher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.model import FactDescribed
    from timeline.projections import Status
    from timeline.queries._index import Index
    from timeline.queries._readings import Wording

LONG = 256
"""With more news than this, what was weighed for one day is carried on for another."""

NEAR = 512
"""Over so many pieces of news it is carried on in place; over more, what was weighed is kept."""

KEPT = 2
"""How many weighings of one fact are kept."""

Key = tuple[bool, int, int, str]
"""When a fact became known first, and its id: the order in which facts are listed."""


class Steps:
    """What was known of one fact, day by day: a `timeline.queries._facts.Source`.

    All but what is remembered stays as it is, so that an answer can go on using it.

    Attributes:
        index: where the news is from.
        fact: the fact.
        days: the days on which its answer can change, in order.
        answers: one for the time before each day, and one for the time after the last; None where
            it was not asked for, or nothing was known.
        described: its title and kind.
        key: its place among all facts.
        verdicts: what its claims make of it, `WIDTH` numbers a step.
        told: of each step whether a wording came with it; empty where nobody has looked yet.
    """

    __slots__ = (
        "_line",
        "_readings",
        "_shared",
        "_weighings",
        "answers",
        "days",
        "described",
        "fact",
        "index",
        "key",
        "told",
        "verdicts",
    )

    def __init__(  # noqa: PLR0913, PLR0917  # all that there is to know of a fact
        self,
        index: Index,
        fact: str,
        line: Line | Callable[[], Line],
        days: list[int],
        described: FactDescribed | None,
        key: Key | None = None,
    ) -> None:
        self.index = index
        self.fact = fact
        self._line = line
        self.days = days
        self.described = described
        self._readings = index.resolution.readings
        self.answers: list[Fact | None] = [None] * (len(days) + 1)
        self.verdicts: array[int] | None = None
        self.told = bytearray()
        if key is None:
            known = self.line.first_known(len(self.line), ())
            key = (known.earliest is not None, known.earliest or 0, known.latest, fact)
        self.key = key
        self._shared: Shared | None = None
        self._weighings: list[tuple[int, Weigher]] | None = None
        """The news that comes first, weighed: how many pieces, in order."""

    @property
    def line(self) -> Line:
        """The news of the fact; it is made when it is asked for."""
        line = self._line
        if not isinstance(line, Line):
            line = self._line = line()
        return line

    def grown(self, line: Line, days: Iterable[int], since: int | None) -> Steps:
        """Return the steps of *line*, which has more news; what is older stays worked out.

        Args:
            line: the news of the fact now.
            days: the days that come with what is new.
            since: the first day on which an answer may be another; None is the first of all.
        """
        merged = self.days.copy()
        for day in days:
            place = bisect_left(merged, day)
            if place == len(merged) or merged[place] != day:
                insort(merged, day)
        grown = Steps(self.index, self.fact, line, merged, self.described)
        grown.remember(self, since)
        return grown

    def remember(self, other: Steps, since: int | None) -> None:
        """Take over what *other* has worked out of the same fact.

        Args:
            other: the steps of a line that begins like this one.
            since: the first day that either has and the other has not, or on which an answer may
                be another; None is the first of all.
        """
        if since is not None:
            same = bisect_left(self.days, since) + 1
            self.answers[:same] = other.answers[:same]
            if other.verdicts is not None:
                missing = len(self.answers) - same
                self.verdicts = other.verdicts[: same * WIDTH]
                self.verdicts.extend((UNKNOWN,) * (missing * WIDTH))
        count = _same_beginning(self.line, other.line)
        if other._weighings:
            self._weighings = [(at, one.copy()) for at, one in other._weighings if at <= count]

    def day_of(self, step: int) -> int:
        """Return a day on which *step* is the answer."""
        return self.days[step - 1] if step else self.days[0] - 1

    def answer(self, step: int) -> Fact | None:
        """Return the fact as it was known at a step; None where nothing was known of it."""
        is_bounded, earliest, _, _ = self.key
        if is_bounded and self.day_of(step) < earliest:
            return None
        return Fact(self, step)

    # ---- A source of answers -------------------------------------------------------------------

    def certain(self, step: int) -> bool:
        """Say whether any of the claims was certainly known at a step."""
        return self.key[2] <= self.day_of(step)

    def tells_more(self, one: int, other: int) -> bool:
        """Say whether it is seen at once that one of two steps holds a claim more.

        It is where a wording became certainly known in between, or possibly known.
        """
        first, last = (one, other) if one < other else (other, one)
        return (self.told or self.find_told()).find(1, first + 1, last + 1) >= 0

    def find_told(self) -> bytearray:
        """Return `told`, found once: it saves a difference to look at the news itself."""
        line, kinds = self.line, self.index.resolution.entries.kind
        came: set[int | None] = set()
        for entry, first, last in zip(line.entries, line.earliest, line.latest, strict=True):
            if kinds[entry] != RETRACTED:
                came.add(first)
                came.add(last)
        self.told = told = bytearray([False, *[day in came for day in self.days]])
        return told

    def status(self, step: int) -> Status:
        """Return how the fact stood at a step."""
        numbers = self.verdicts
        if numbers is None or numbers[step * WIDTH] == UNKNOWN:
            numbers = self._judge(step)
        return STATUSES[numbers[step * WIDTH] & 7]

    def verdict(self, step: int) -> Verdict:
        """Return what the claims make of the fact at a step."""
        numbers = self.verdicts
        if numbers is None or numbers[step * WIDTH] == UNKNOWN:
            numbers = self._judge(step)
        flags, *date = numbers[step * WIDTH : step * WIDTH + 3]
        possibly: Possibly | None = None
        if flags & POSSIBLY:
            another = flags // ANOTHER
            first, last = numbers[step * WIDTH + 3 : (step + 1) * WIDTH]
            possibly = Possibly(
                STATUSES[another & 7], self._when(another, first, last), bool(another & CONFLICT)
            )
        return Verdict(
            bool(flags & CERTAIN),
            STATUSES[flags & 7],
            self._when(flags, *date),
            bool(flags & CONFLICT),
            possibly,
        )

    def _when(self, flags: int, first: int, last: int) -> When | None:
        if flags & BOUNDED:
            return When.between(first, last)
        return self.index.whens.at(first) if flags & NUMBERED else None

    def origins(self, step: int) -> tuple[str, ...]:
        """Return on whose word the fact stands at a step."""
        with self.index.lock:
            count, tail = self.line.split(self.day_of(step))
            weigher = self._weighed(count)
            # What is only possible counts where nothing is certain.
            if not count:
                weigher = weigher.with_more(self._news(tail))
            return weigher.origins()

    def telling(self, step: int) -> Telling:
        """Return the claims that were known at a step."""
        count, tail = self.line.split(self.day_of(step))
        if self._shared is None:
            self._shared = Shared()
        canonical = self._readings.canonical
        return Telling(self.index, canonical, self.line, count, tail, self._shared)

    def forget(self) -> None:
        """Forget all answers; they are worked out again."""
        self.answers[:] = [None] * len(self.answers)
        self._shared = None

    # ---- Judging -----------------------------------------------------------------------------

    def _judge(self, step: int) -> array[int]:
        with self.index.lock:
            self.index.judged += 1
            if len(self.line) <= LONG:
                self.verdicts = swept(self._readings, self.line, self.days)
                return self.verdicts
            day = self.day_of(step)
            count, tail = self.line.split(day)
            weigher = self._weighed(count)
            certain = weigher.judged(day) if count else None
            possible = weigher.with_more(self._news(tail)).judged(day) if tail else None
            if self.verdicts is None:
                self.verdicts = array("i", (UNKNOWN,)) * (len(self.answers) * WIDTH)
            flags, *date = verdict(certain, possible)
            at = step * WIDTH
            # The flags come last: who sees them sees the rest.
            self.verdicts[at + 1 : at + WIDTH] = array("i", date)
            self.verdicts[at] = flags
            return self.verdicts

    def _news(self, places: Iterable[int]) -> list[tuple[int, Wording | None]]:
        return self._readings.news([self.line.entries[place] for place in places])

    def _weighed(self, count: int) -> Weigher:
        """Return the first *count* pieces of news weighed."""
        entries = self.line.entries
        if len(self.line) <= LONG:
            weigher = Weigher(self._readings.whens)
            weigher.carry(self._readings.news(entries[:count]))
            return weigher
        kept = self._weighings
        if kept is None:
            kept = self._weighings = []
        place = bisect_left(kept, count + 1, key=_count) - 1
        if place < 0:
            place, before, weigher = 0, 0, Weigher(self._readings.whens)
            kept.insert(0, (0, weigher))
        else:
            before, weigher = kept[place]
        if count - before > NEAR:
            weigher = weigher.copy()
            place += 1
            kept.insert(place, (count, weigher))
        weigher.carry(self._readings.news(entries[before:count]))
        kept[place] = (count, weigher)
        if len(kept) > KEPT:
            # One between two others that are near is worth less than one that lies apart.
            gaps = [
                (kept[number + 1][0] - kept[number][0], number) for number in range(len(kept) - 1)
            ]
            del kept[min(gaps)[1]]
        return weigher


def _count(weighing: tuple[int, Weigher]) -> int:
    return weighing[0]


def _same_beginning(one: Line, other: Line) -> int:
    """Return how many pieces of news both lines begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one.entries[low:middle] == other.entries[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
