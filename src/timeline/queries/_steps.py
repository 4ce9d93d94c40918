"""Answers as functions of the date: for each fact a step for every day on which it changes.

What was known of a fact, as the date moves, changes on few days: when a piece of news became
possibly known, when it became certain, when a forecast fell overdue. Between two of them the answer
is one and the same value. So a question costs a bisection, and the answers are worked out when
first asked for and remembered. What arrives late touches the steps of its own facts alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING, cast

from timeline.queries._checkpoints import Checkpoints
from timeline.queries._collector import collector_paused
from timeline.queries._facts import fact_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._facts import Fact
    from timeline.queries._index import Index
    from timeline.queries._line import Line

REMEMBERED = 400_000
"""How many answers are remembered at most; then all are forgotten, and worked out again."""

Key = tuple[bool, int, int, str]
"""When a fact became known first, and its id: the order in which facts are listed."""


class Steps:
    """What was known of one fact, day by day; None where it was not asked for, or not known."""

    __slots__ = ("answers", "days", "key", "line")

    def __init__(self, fact: str, line: Line, same: dict[int, int]) -> None:
        self.line = line
        # All facts share the numbers of their days: a bisection then stays within the cache.
        self.days = [same.setdefault(day, day) for day in line.days()]
        self.answers: list[Fact | None] = [None] * (len(self.days) + 1)
        known = [ref.known for ref in line.refs]
        always = any(one.earliest is None for one in known)
        self.key: Key = (
            not always,
            0 if always else min(one.earliest or 0 for one in known),
            min(one.latest for one in known),
            fact,
        )

    def day_of(self, step: int) -> int:
        """Return a day on which *step* is the answer."""
        return self.days[step - 1] if step else self.days[0] - 1


class StepTable:
    """The steps of all facts of an index, kept in the order in which facts are listed."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._of: dict[str, Steps | None] = {}
        self._same: dict[int, int] = {}
        self._remembered = 0
        self._keys: list[Key] = []
        self._lasts: list[int] = []
        self._rows: list[tuple[list[int], list[Fact | None], str]] = []
        self._listed: dict[str, Key] = {}
        self._stale: set[str] | None = None
        """Facts whose place in the list may be another; None before there is a list."""
        self._moves: dict[int, list[int]] = {}
        self._checkpoints = Checkpoints()
        self._move_days: list[int] | None = None

    # ---- Being told of changes ---------------------------------------------------------------

    def touched(self, fact: str) -> None:
        """Forget what was remembered of *fact*."""
        self._of.pop(fact, None)
        if self._stale is not None:
            self._stale.add(fact)

    def overturned(self) -> None:
        """Forget everything."""
        self._of.clear()
        self._listed.clear()
        self._keys, self._lasts, self._rows = [], [], []
        self._stale = None
        self._moves, self._move_days = {}, None
        self._checkpoints.clear()
        self._remembered = 0

    # ---- Asking ----------------------------------------------------------------------------

    def of(self, fact: str) -> Steps | None:
        """Return the steps of *fact*; None where there is no news of it."""
        try:
            return self._of[fact]
        except KeyError:
            line = self._index.line(fact)
            steps = Steps(fact, line, self._same) if line.refs else None
            self._of[fact] = steps
            return steps

    def at(self, fact: str, day: int) -> Fact | None:
        """Return *fact* as it was known by the end of *day*."""
        steps = self.of(fact)
        if steps is None:
            return None
        step = bisect_right(steps.days, day)
        return steps.answers[step] or self._answered(fact, steps, step)

    def all_at(self, day: int) -> list[Fact]:
        """Return all facts that were known by the end of *day*, in the order of their listing."""
        self._list()
        # A shorter tuple sorts before all longer ones that begin with it.
        count = bisect_left(self._keys, (True, day + 1))
        with collector_paused():
            facts = self._state(day, count)
        # A fact that is only possibly known may be listed by a claim that was not known at all.
        possible = [facts[place] for place, last in enumerate(self._lasts[:count]) if last > day]
        astray = [fact for fact in possible if fact.order != self._listed[fact.id]]
        # All of them go before the first comes back: a bisection needs the others in order.
        for fact in astray:
            facts.remove(fact)
        for fact in astray:
            insort(facts, fact, key=_order)
        return facts

    def _state(self, day: int, count: int) -> list[Fact]:
        """Return the first *count* facts of the list as they were known by the end of *day*."""
        state = self._from_checkpoint(day, count)
        if state is None:
            state = [answers[bisect_right(days, day)] for days, answers, _ in self._rows[:count]]
        if all(state):
            facts = cast("list[Fact]", state)
        else:
            facts = [
                answer or self._known(fact, day)
                for answer, (_, _, fact) in zip(state, self._rows[:count], strict=True)
            ]
        self._checkpoints.keep(day, cast("list[Fact | None]", facts.copy()))
        return facts

    def _from_checkpoint(self, day: int, count: int) -> list[Fact | None] | None:
        """Start from a state nearby, and look again at what moved since; None if that is much."""
        near = self._checkpoints.near(day)
        if near is None:
            return None
        kept, held = near
        first, last = sorted((kept, day))
        moves = self._between(first, last)
        if sum(len(moved) for moved in moves) * 3 > count:
            return None
        state = held[:count]
        rows = self._rows
        state += [answers[bisect_right(days, day)] for days, answers, _ in rows[len(state) : count]]
        for place in {place for moved in moves for place in moved}:
            if place < count:
                days, answers, _ = rows[place]
                state[place] = answers[bisect_right(days, day)]
        return state

    def _known(self, fact: str, day: int) -> Fact:
        known = self.at(fact, day)
        assert known is not None  # the list ends with the facts that the day can know of
        return known

    def last_news(self) -> int | None:
        """Return the day from whose end on everything was certainly known; None without news."""
        known = (self.of(fact) for fact in self._index.resolution.facts())
        return max((steps.line.last for steps in known if steps is not None), default=None)

    def moved(self, after: int, upto: int) -> list[str]:
        """Return the facts whose answer may differ between the ends of two days, as listed."""
        self._list()
        places = {place for moved in self._between(after, upto) for place in moved}
        return [self._rows[place][2] for place in sorted(places)]

    def _between(self, after: int, upto: int) -> list[list[int]]:
        """Return the places in the list of the facts that move on each day between two ends."""
        if self._move_days is None:
            self._moves = {}
            for place, (days, _, _) in enumerate(self._rows):
                for day in days:
                    self._moves.setdefault(day, []).append(place)
            self._move_days = sorted(self._moves)
        first = bisect_right(self._move_days, after)
        last = bisect_right(self._move_days, upto)
        return [self._moves[day] for day in self._move_days[first:last]]

    # ---- Working out -------------------------------------------------------------------------

    def _answered(self, fact: str, steps: Steps, step: int) -> Fact | None:
        if self._remembered >= REMEMBERED:
            for others in self._of.values():
                if others is not None:
                    others.answers[:] = [None] * len(others.answers)
            self._remembered = 0
        answer = fact_as_of(self._index, fact, steps.line, steps.day_of(step))
        steps.answers[step] = answer
        self._remembered += 1
        return answer

    def _list(self) -> None:
        if self._stale is None:
            with collector_paused():
                self._list_all()
        elif self._stale:
            for fact in self._stale:
                self._relist(fact)
        self._stale = set()

    def _list_all(self) -> None:
        known = (self.of(fact) for fact in self._index.resolution.facts())
        opened = sorted(
            (steps for steps in known if steps is not None), key=lambda steps: steps.key
        )
        self._keys = [steps.key for steps in opened]
        self._lasts = [steps.key[2] for steps in opened]
        self._rows = [(steps.days, steps.answers, steps.key[3]) for steps in opened]
        self._listed = {steps.key[3]: steps.key for steps in opened}
        self._move_days = None

    def _relist(self, fact: str) -> None:
        before = self._listed.get(fact)
        steps = self.of(fact)
        if before is not None and steps is not None and before == steps.key:
            # The usual case of news that comes late: the fact stays in its place.
            place = bisect_left(self._keys, before)
            self._rows[place] = (steps.days, steps.answers, fact)
            self._checkpoints.forget(place)
            self._add_moves(place, steps.days)
            return
        self._checkpoints.clear()
        self._move_days = None
        if before is not None:
            place = bisect_left(self._keys, before)
            del self._keys[place], self._lasts[place], self._rows[place], self._listed[fact]
        if steps is not None:
            place = bisect_left(self._keys, steps.key)
            self._keys.insert(place, steps.key)
            self._lasts.insert(place, steps.key[2])
            self._rows.insert(place, (steps.days, steps.answers, fact))
            self._listed[fact] = steps.key

    def _add_moves(self, place: int, days: Iterable[int]) -> None:
        """Note new days on which a fact moves; old ones stay, to look in vain does no harm."""
        if self._move_days is None:
            return
        for day in days:
            moved = self._moves.get(day)
            if moved is None:
                self._moves[day] = [place]
                insort(self._move_days, day)
            elif place not in moved:
                moved.append(place)


def _order(fact: Fact) -> Key:
    return fact.order
