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
from timeline.queries._fact_steps import Steps
from timeline.queries._facts import Fact
from timeline.queries._moves import Moves

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries._fact_steps import Key
    from timeline.queries._index import Index
    from timeline.queries._kept_steps import KeptSteps

REMEMBERED = 1_000_000
"""How many answers are remembered at most; then all are forgotten, and worked out again."""


class StepTable:
    """The steps of all facts of an index, and the order in which facts are listed.

    A fact has a slot, which it keeps, in a list of all facts; `_order` lists the slots as facts are
    listed. A state of knowledge is a list of answers by slot.
    """

    def __init__(self, index: Index, kept: KeptSteps | None = None) -> None:
        self.index = index
        self.changed = kept is None
        """Whether it knows more than a cache does."""
        self._kept = kept
        self._of: dict[str, Steps | None] = {}
        self._more: dict[str, list[tuple[int, int | None]]] = {}
        """What is new of facts whose steps were worked out before it came."""
        self._remembered = 0
        self._rows: list[Steps | None] = []
        self._slots: dict[str, int] = {}
        self._keys: list[Key] = []
        self._order: list[int] = []
        self._rank: list[int] | None = None
        """Its reverse; None where it is not known."""
        self._ordered = False
        """Whether the slots themselves are in that order, as they are before more is read."""
        self._lasts: list[int] = []
        self._stale: set[str] | None = None
        """Facts whose place in the list may be another; None before there is a list."""
        self._moves = Moves()
        self._checkpoints = Checkpoints()

    # ---- Being told of changes ---------------------------------------------------------------

    def touched(self, fact: str) -> None:
        """Forget what was remembered of *fact*."""
        self.changed = True
        self._of.pop(fact, None)
        self._more.pop(fact, None)
        if self._kept is not None:
            self._kept.forget(fact)
        if self._stale is not None:
            self._stale.add(fact)

    def grown(self, fact: str, claim: int, entry: int | None) -> None:
        """Note that there is news of *fact*."""
        if self._of.get(fact) is None:
            self.touched(fact)
            return
        self.changed = True
        self._more.setdefault(fact, []).append((claim, entry))
        if self._stale is not None:
            self._stale.add(fact)

    def overturned(self) -> None:
        """Forget everything."""
        self.changed = True
        self._kept = None
        self._of.clear()
        self._more.clear()
        self._rows, self._slots, self._keys, self._order, self._lasts = [], {}, [], [], []
        self._stale = self._rank = None
        self._moves.clear()
        self._checkpoints.clear()
        self._remembered = 0

    # ---- Asking ----------------------------------------------------------------------------

    def of(self, fact: str) -> Steps | None:
        """Return the steps of *fact*; None where there is no news of it."""
        try:
            steps = self._of[fact]
        except KeyError:
            steps = None
        else:
            if fact not in self._more:
                return steps
        index = self.index
        if steps is None:
            steps = self._opened(fact)
        else:
            pending = self._more.pop(fact)
            whole = {claim for claim, entry in pending if entry is None}
            for claim, entry in pending:
                if entry is not None and claim in whole:
                    continue  # what happened to a new claim came with it
                line, days, since = index.more(steps.line, claim, entry)
                steps = steps.grown(line, days, since)
        self._of[fact] = steps
        return steps

    def at(self, fact: str, day: int) -> Fact | None:
        """Return *fact* as it was known by the end of *day*."""
        steps = self.of(fact)
        if steps is None:
            return None
        step = bisect_right(steps.days, day)
        return steps.answers[step] or self._answered(steps, step)

    def all_at(self, day: int) -> tuple[Fact, ...]:
        """Return all facts that were known by the end of *day*, in the order of their listing.

        A tuple can be given out again: a copy would touch all facts once more.
        """
        self._list()
        found = self._checkpoints.listed(day)
        if found is None:
            # A shorter tuple sorts before all longer ones that begin with it.
            count = bisect_left(self._keys, (True, day + 1))
            with collector_paused():
                facts = self._state(day, count)
                self._put_right(facts, day, count)
                found = tuple(facts)
            self._checkpoints.list(day, found)
        return found

    def _put_right(self, facts: list[Fact], day: int, count: int) -> None:
        """Move what is listed by a claim that was not known at all, as it is only possibly known.

        All of them go before the first comes back: a bisection needs the others in order.
        """
        keys = self._keys
        late = [place for place, last in enumerate(self._lasts[:count]) if last > day]
        astray = [place for place in late if facts[place].order != keys[place]]
        moved = [facts[place] for place in astray]
        for place in reversed(astray):
            del facts[place]
        for fact in moved:
            insort(facts, fact, key=_listed)

    @property
    def size(self) -> int | None:
        """How many facts were listed; None where they were not all asked for."""
        return None if self._stale is None else len(self._order)

    def listed(self) -> list[Steps]:
        """Return the steps of all facts."""
        self._list()
        return [row for row in self._rows if row is not None]

    def last_news(self) -> int | None:
        """Return the day from whose end on everything was certainly known; None without news."""
        known = (self.of(fact) for fact in self._facts())
        return max((steps.line.last for steps in known if steps is not None), default=None)

    def differing(self, one: int, other: int) -> list[tuple[Fact | None, Fact | None]]:
        """Return the facts that differ between the ends of two days, as known on either.

        They are in the order of their listing.
        """
        self._list()
        first, last = (one, other) if one < other else (other, one)
        rows = self._rows
        found: list[tuple[Fact | None, Fact | None]] = []
        for slot in self._in_order(self._moving(first, last)):
            row = rows[slot]
            if row is None:
                continue
            start, end = bisect_right(row.days, first), bisect_right(row.days, last)
            if start == end:
                continue
            answers = row.answers
            pair = (
                answers[start] or self._answered(row, start),
                answers[end] or self._answered(row, end),
            )
            # Where a wording came, they differ: most do, and nothing has to be judged.
            if (row.told or row.find_told()).find(1, start + 1, end + 1) >= 0 or pair[0] != pair[1]:
                found.append(pair if one == first else pair[::-1])
        return found

    def _moving(self, after: int, upto: int) -> set[int]:
        return self._all_moves().between(after, upto)

    def _in_order(self, slots: set[int]) -> list[int]:
        """Return some slots in the order in which facts are listed."""
        if self._ordered:
            return sorted(slots)
        ranks = self._rank
        if ranks is None:
            ranks = [0] * len(self._rows)  # no place is found for empty ones
            for place, slot in enumerate(self._order):
                ranks[slot] = place
            self._rank = ranks
        return sorted(slots, key=ranks.__getitem__)

    # ---- Whole states --------------------------------------------------------------------------

    def _state(self, day: int, count: int) -> list[Fact]:
        """Return the first *count* facts of the list as they were known by the end of *day*."""
        state = self._from_checkpoint(day, count)
        if state is None:
            state = [
                None if row is None else row.answers[bisect_right(row.days, day)]
                for row in self._rows
            ]
        order = self._order[:count]
        facts = state[:count] if self._ordered else [state[slot] for slot in order]
        if not all(facts):
            self._make_room()
            rows = self._rows
            for place, fact in enumerate(facts):
                if fact is None:
                    row = rows[order[place]]
                    assert row is not None  # what is listed has news
                    step = bisect_right(row.days, day)
                    # The list ends with those that the day can know of.
                    answer = row.answers[step] = Fact(row, step)
                    facts[place] = state[order[place]] = answer
                    self._remembered += 1
        self._checkpoints.keep(day, state)
        return cast("list[Fact]", facts)

    def _from_checkpoint(self, day: int, count: int) -> list[Fact | None] | None:
        """Start from a state nearby, and look again at what moved since; None if that is much."""
        near = self._checkpoints.near(day)
        if near is None:
            return None
        kept, held = near
        after, upto = sorted((kept, day))
        if self._all_moves().count(after, upto) * 3 > count:
            return None
        state, rows = held.copy(), self._rows
        state += [None] * (len(rows) - len(state))
        for slot in self._moving(after, upto):
            row = rows[slot]
            state[slot] = None if row is None else row.answers[bisect_right(row.days, day)]
        return state

    def _all_moves(self) -> Moves:
        if not self._moves.known:
            self._moves.note(None if row is None else row.days for row in self._rows)
        return self._moves

    # ---- Working out -------------------------------------------------------------------------

    def _facts(self) -> Iterable[str]:
        return self.index.facts()

    def _opened(self, fact: str) -> Steps | None:
        """Return the steps of *fact*, which was not asked for before."""
        kept = None if self._kept is None else self._kept.steps(fact)
        if kept is not None:
            return kept
        index = self.index
        line = index.line(fact)
        if not len(line):
            return None
        return Steps(index, fact, line, index.days(line), index.described(fact))

    def _answered(self, steps: Steps, step: int) -> Fact | None:
        self._make_room()
        answer = steps.answer(step)
        steps.answers[step] = answer
        self._remembered += 1
        return answer

    def _make_room(self) -> None:
        if self._remembered < REMEMBERED:
            return
        self._checkpoints.clear()
        for steps in self._of.values():
            if steps is not None:
                steps.forget()
        self._remembered = 0

    def _list(self) -> None:
        if self._stale is None:
            with collector_paused():
                self._list_all()
        elif self._stale:
            self._checkpoints.unlist()
            for fact in self._stale:
                self._relist(fact)
        self._stale = set()

    def _list_all(self) -> None:
        if self._kept is not None and not self.changed:  # they are those that were kept
            for steps in self._kept.all():
                self._of.setdefault(steps.fact, steps)
            known: Iterable[Steps | None] = self._of.values()
        else:
            known = map(self.of, self._facts())
        rows = sorted((steps for steps in known if steps is not None), key=_key)
        self._rows = [*rows]
        self._keys = [row.key for row in rows]
        self._slots = {key[3]: slot for slot, key in enumerate(self._keys)}
        self._order, self._ordered = list(range(len(rows))), True
        self._lasts = [key[2] for key in self._keys]
        self._moves.clear()
        self._kept = None  # all that it had is in use now

    def _relist(self, fact: str) -> None:
        slot = self._slots.get(fact)
        before = None if slot is None else self._rows[slot]
        steps = self.of(fact)
        if before is not None and (steps is None or steps.key != before.key):
            place = bisect_left(self._keys, before.key)
            self._rank, self._ordered = None, False
            del self._keys[place], self._order[place], self._lasts[place]
        if steps is None:
            if slot is not None:
                self._rows[slot] = None
                self._checkpoints.forget(slot)
            return
        if slot is None:
            slot = self._slots[fact] = len(self._rows)
            self._rows.append(None)
        self._rows[slot] = steps
        if before is None or steps.key != before.key:
            place = bisect_left(self._keys, steps.key)
            self._rank, self._ordered = None, False
            self._keys.insert(place, steps.key)
            self._order.insert(place, slot)
            self._lasts.insert(place, steps.key[2])
        self._checkpoints.forget(slot)
        if self._moves.known:
            old = () if before is None else before.days
            self._moves.add(slot, set(steps.days).difference(old))


def _key(steps: Steps) -> Key:
    return steps.key


def _listed(fact: Fact) -> Key:
    return fact.order
