"""The questions of order that an uncertain date answers, each with three values.

Every answer is read off bounds, as ``_relations`` says: of two instants in seconds, of all else in
days, and of what has gaps part by part.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

from timeline.dates import _relations
from timeline.dates._certainty import Certainty
from timeline.dates._combine import Box
from timeline.dates._edtf_read import read_instant
from timeline.dates._edtf_write import split_interval
from timeline.dates._members import Dated, has_gaps, parts
from timeline.dates._relations import Allen, high, low

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.dates._relations import Bounded

    Question = Callable[[Bounded, Bounded], Certainty]
    Stretch = tuple[float, float]

_MOST_PAIRS = 2500
_NOWHERE = (math.inf, -math.inf)


class Ordered:
    """Compares two dates that vary independently; an answer is never a guess.

    A moment stands for one day that is not known better than its bounds; it is never one in a gap
    of a set (``[2025-01,2025-03]``) or of a pattern (``2025-XX-15``). Two instants are compared by
    their seconds, an instant and anything else by days.

    >>> from timeline.dates import Allen, When
    """

    __slots__ = ()

    def precedes(self: Dated, other: Dated) -> Certainty:
        """Say whether this is over before *other* begins.

        >>> When("2025-01-09").precedes(When("2025-01"))
        <Certainty.POSSIBLE>
        >>> When("2025-01-09T10:00:00Z").precedes(When("2025-01-09T12:00:00Z"))
        <Certainty.CERTAIN>
        """
        return _ask(_relations.precedes, self, other)

    def follows(self: Dated, other: Dated) -> Certainty:
        """Say whether this begins after *other* is over.

        >>> When("2025-02").follows(When("2025-01-15/2025-01-30"))
        <Certainty.CERTAIN>
        """
        return _ask(_relations.precedes, other, self)

    def lies_within(self: Dated, other: Dated) -> Certainty:
        """Say whether this lies wholly inside the stretch that the text of *other* spans.

        A moment spans all days that it can be; if it is approximate, certainly only those of its
        unqualified form; if it has gaps, one of the stretches between them, so that nothing lies
        within it certainly. An interval certainly spans the days between its latest start and its
        earliest end; an end open by ``..`` spans all that is beyond. An instant spans its second,
        of which another instant is all or nothing.

        >>> When("2025-01-09").lies_within(When("2025-01"))
        <Certainty.CERTAIN>
        >>> When("2025-01-09").lies_within(When("2025-01-15~/.."))
        <Certainty.IMPOSSIBLE>
        >>> When("2025-02").lies_within(When("[2025-01,2025-03]"))
        <Certainty.IMPOSSIBLE>
        """
        instants = _instants(self, other)
        if instants is not None:
            return _relations.coincides(*instants)
        spans = list(_stretches(other))
        mine = parts(self)
        if len(mine) * len(spans) > _MOST_PAIRS:
            mine = (self,)
        return _unanimous(
            _relations.lies_within(part, core, reach) for part in mine for core, reach in spans
        )

    def coincides(self: Dated, other: Dated) -> Certainty:
        """Say whether both cover exactly the same days; of two instants, the same second.

        >>> When("2025-01").coincides(When("2025-01"))  # two days somewhere in January
        <Certainty.POSSIBLE>
        >>> When("2025-01-20").coincides(When("2025-XX-15"))
        <Certainty.IMPOSSIBLE>
        """
        return _ask(_relations.coincides, self, other)

    def allen(self: Dated, relation: Allen, other: Dated) -> Certainty:
        """Say whether this stands in one of Allen's relations to *other*.

        Two instants never meet or overlap: the first is before the second, equal to it, or after.

        >>> When("2025-01-09").allen(Allen.MEETS, When("2025-01-10/2025-01-12"))
        <Certainty.CERTAIN>
        """
        return _ask(functools.partial(_relations.allen, relation), self, other)

    def relations(self: Dated, other: Dated) -> dict[Allen, Certainty]:
        """Say of each of Allen's thirteen relations whether this stands in it to *other*."""
        pairs = _pairs(self, other)
        if len(pairs) == 1:
            return _relations.relations(*pairs[0])
        return {
            relation: _ask(functools.partial(_relations.allen, relation), self, other)
            for relation in Allen
        }


def _ask(question: Question, first: Dated, second: Dated) -> Certainty:
    """Answer for all that both dates can be."""
    if _is_told_by_bounds(first.edtf) and _is_told_by_bounds(second.edtf):
        return question(first, second)
    return _unanimous(question(one, other) for one, other in _pairs(first, second))


def _is_told_by_bounds(text: str) -> bool:
    # Most dates, and most questions, are plain: no time, no unspecified digits, no members.
    return not ("T" in text or "X" in text or "," in text)


def _unanimous(answers: Iterable[Certainty]) -> Certainty:
    """Return the answer that all cases give, and POSSIBLE where they differ."""
    found: Certainty | None = None
    for answer in answers:
        if answer is Certainty.POSSIBLE or found not in {None, answer}:
            return Certainty.POSSIBLE
        found = answer
    # Whatever was read as a date can be at least one day.
    assert found is not None
    return found


def _pairs(first: Dated, second: Dated) -> list[tuple[Bounded, Bounded]]:
    """Return the bounds to compare; where both have many parts, those of the whole."""
    instants = _instants(first, second)
    if instants is not None:
        return [instants]
    firsts, seconds = parts(first), parts(second)
    if len(firsts) * len(seconds) > _MOST_PAIRS:
        return [(first, second)]
    return [(one, other) for one in firsts for other in seconds]


def _instants(first: Dated, second: Dated) -> tuple[Bounded, Bounded] | None:
    """Return two instants as bounds in half seconds, or None where one of them is none.

    A relation asks for a distance of one to tell *meets* from *before*; in halves, two that differ
    are never so near.
    """
    if "T" not in first.edtf or "T" not in second.edtf:
        return None
    one, other = read_instant(first.edtf), read_instant(second.edtf)
    if one is None or other is None:
        return None
    return _point(2 * one), _point(2 * other)


def _point(number: int) -> Bounded:
    return Box(number, number, number, number, is_interval=False)


def _stretches(other: Dated) -> Iterable[tuple[Stretch, Stretch]]:
    """Yield what *other* can span: what it then certainly does, and the most that it can."""
    if not other.is_interval:
        plain = other.unqualified
        core = low(plain.start_earliest), high(plain.end_latest)
        gapped = has_gaps(other) or has_gaps(plain)
        for part in parts(other):
            yield (
                _NOWHERE if gapped else core,
                (low(part.start_earliest), high(part.end_latest)),
            )
        return
    start, end = split_interval(other.edtf)
    for part in parts(other):
        yield (
            (
                low(None) if start == ".." else high(part.start_latest),
                high(None) if end == ".." else low(part.end_earliest),
            ),
            (low(part.start_earliest), high(part.end_latest)),
        )
