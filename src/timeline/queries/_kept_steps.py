"""The steps of all facts as bytes, what was judged of them included: a cache, and nothing more."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from timeline.projections import Facts
from timeline.queries._collector import collector_paused
from timeline.queries._entries import Numbered
from timeline.queries._fact_steps import Steps
from timeline.queries._kept_claims import LAYOUT, NEWEST
from timeline.queries._line import Line
from timeline.queries._packed import pack, unpack
from timeline.queries._sweep import WIDTH
from timeline.store import CacheKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.queries._index import Index, Lens
    from timeline.queries._packed import Column

NONE = -1


def _key(lens: Lens) -> CacheKey:
    # What is kept rests on the rules by which facts are judged.
    return CacheKey(f"engine.steps/{Facts.version}/{lens.name}", LAYOUT, NEWEST)


def steps_as_bytes(lens: Lens, rows: Iterable[Steps], stamp: str) -> dict[CacheKey, bytes]:
    """Return what is to be kept of all facts, in the order of their listing.

    *stamp* is that of the claims kept with them.

    Raises:
        OverflowError: a day is too far away for a column.
    """
    days = Numbered[int]()
    columns: dict[str, array[int]] = {
        name: array("i")
        for name in (
            "news",
            "latest",
            "earliest",
            "entries",
            "printed",
            "steps",
            "days",
            "first",
            "judged",
            "verdicts",
        )
    }
    widths, told = array("q"), bytearray()
    facts: list[str] = []
    for row in rows:
        line = row.line
        facts.append(row.fact)
        columns["news"].append(len(line))
        columns["latest"].extend(map(days.number, line.latest))
        columns["earliest"].extend(
            NONE if one is None else days.number(one) for one in line.earliest
        )
        columns["entries"].extend(line.entries)
        columns["printed"].extend(line.printed)
        widths.append(line.width)
        is_bounded, earliest, _, _ = row.key
        columns["first"].append(days.number(earliest) if is_bounded else NONE)
        columns["steps"].append(len(row.days))
        columns["days"].extend(map(days.number, row.days))
        told.extend(row.told or row.find_told())
        columns["judged"].append(0 if row.verdicts is None else 1)
        if row.verdicts is not None:
            columns["verdicts"].extend(row.verdicts)
    table = {"stamp": stamp, "facts": facts}
    all_columns: dict[str, Column] = {
        **columns,
        "numbers": array("q", days.values),
        "widths": widths,
        "told": told,
    }
    return {_key(lens): pack(table, all_columns)}


class KeptSteps:
    """The steps of all facts as they were kept; each fact's are made when they are asked for."""

    def __init__(self, index: Index, table: dict[str, Any], columns: dict[str, Any]) -> None:
        self._index = index
        self._columns = columns
        same = index.same
        self._days = [same.setdefault(day, day) for day in columns["numbers"]]
        self.facts: list[str] = table["facts"]
        self._slots = {fact: slot for slot, fact in enumerate(self.facts)}
        self._news = [0, *accumulate(columns["news"])]
        self._steps = [0, *accumulate(columns["steps"])]
        sizes = zip(columns["judged"], columns["steps"], strict=True)
        self._verdicts = [0, *accumulate((count + 1) * WIDTH * judged for judged, count in sizes)]

    def forget(self, fact: str) -> None:
        """Forget a fact of which there is news."""
        self._slots.pop(fact, None)

    def steps(self, fact: str) -> Steps | None:
        """Return the steps of a fact; None where it is not among those kept."""
        slot = self._slots.get(fact)
        return None if slot is None else next(self._made(slot, slot + 1))

    def all(self) -> Iterator[Steps]:
        """Yield the steps of all facts, those that were to be forgotten among them."""
        return self._made(0, len(self.facts))

    def _made(self, first: int, last: int) -> Iterator[Steps]:
        """Yield the steps of the facts of some slots."""
        index, columns, days = self._index, self._columns, self._days
        starts, firsts, latest = self._steps, columns["first"], columns["latest"]
        verdicts, judged, moves = columns["verdicts"], self._verdicts, columns["days"]
        told = columns["told"]
        line, described = self._line, index.resolution.described
        begin = starts[first]
        # Cut from one list: many short loops take longer than a long one.
        listed = [days[one] for one in moves[begin : starts[last]]]
        for slot in range(first, last):
            fact = self.facts[slot]
            earliest = firsts[slot]
            key = (
                earliest >= 0,
                0 if earliest < 0 else days[earliest],
                days[latest[self._news[slot]]],
                fact,
            )
            steps = Steps(
                index,
                fact,
                partial(line, slot),
                listed[starts[slot] - begin : starts[slot + 1] - begin],
                described(fact),
                key,
            )
            # There is a step more than there are days.
            steps.told = told[starts[slot] + slot : starts[slot + 1] + slot + 1]
            start, end = judged[slot], judged[slot + 1]
            if start != end:
                steps.verdicts = verdicts[start:end]
            yield steps

    def _line(self, slot: int) -> Line:
        columns, days = self._columns, self._days
        start, end = self._news[slot : slot + 2]
        return Line(
            [days[one] for one in columns["latest"][start:end]],
            [None if one < 0 else days[one] for one in columns["earliest"][start:end]],
            columns["entries"][start:end],
            columns["printed"][start:end],
            columns["widths"][slot],
        )


def kept_steps(index: Index, stamp: str) -> KeptSteps | None:
    """Return the steps that were kept with the claims of a *stamp*; None where none were."""
    resolution = index.resolution
    data = resolution.store.cached(_key(index.lens))
    found = None if data is None else unpack(data)
    if found is None:
        return None
    table, columns = found
    if table["stamp"] != stamp:
        return None
    with collector_paused():
        return KeptSteps(index, table, columns)
