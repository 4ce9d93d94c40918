"""The questions of order that an uncertain date answers, each with three values.

Every answer is read off the bounds; ``_relations`` says how.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from timeline.dates import _relations
from timeline.dates._edtf_write import split_interval

if TYPE_CHECKING:
    from timeline.dates._certainty import Certainty
    from timeline.dates._relations import Allen


class Dated(_relations.Bounded, Protocol):
    """What has bounds and the text that they were read from."""

    @property
    def edtf(self) -> str: ...
    @property
    def unqualified(self) -> _relations.Bounded: ...


class Ordered:
    """Compares two dates that vary independently; an answer is never a guess.

    A moment stands for one day that is not known better than its bounds.

    >>> from timeline.dates import Allen, When
    """

    __slots__ = ()

    def precedes(self: Dated, other: Dated) -> Certainty:
        """Say whether this is over before *other* begins.

        >>> When("2025-01-09").precedes(When("2025-01"))
        <Certainty.POSSIBLE>
        """
        return _relations.precedes(self, other)

    def follows(self: Dated, other: Dated) -> Certainty:
        """Say whether this begins after *other* is over.

        >>> When("2025-02").follows(When("2025-01-15/2025-01-30"))
        <Certainty.CERTAIN>
        """
        return _relations.precedes(other, self)

    def lies_within(self: Dated, other: Dated) -> Certainty:
        """Say whether this lies wholly inside the stretch that the text of *other* spans.

        A moment spans all days that it can be; if it is approximate, certainly only those of its
        unqualified form. An interval certainly spans the days between its latest start and its
        earliest end; an end open by ``..`` spans all that is beyond.

        >>> When("2025-01-09").lies_within(When("2025-01"))
        <Certainty.CERTAIN>
        >>> When("2025-01-09").lies_within(When("2025-01-15~/.."))
        <Certainty.IMPOSSIBLE>
        """
        low, high = _relations.low, _relations.high
        reach = low(other.start_earliest), high(other.end_latest)
        if not other.is_interval:
            plain = other.unqualified
            core = low(plain.start_earliest), high(plain.end_latest)
        else:
            start, end = split_interval(other.edtf)
            core = (
                low(None) if start == ".." else high(other.start_latest),
                high(None) if end == ".." else low(other.end_earliest),
            )
        return _relations.lies_within(self, core, reach)

    def coincides(self: Dated, other: Dated) -> Certainty:
        """Say whether both cover exactly the same days.

        >>> When("2025-01").coincides(When("2025-01"))  # two days somewhere in January
        <Certainty.POSSIBLE>
        """
        return _relations.coincides(self, other)

    def allen(self: Dated, relation: Allen, other: Dated) -> Certainty:
        """Say whether this stands in one of Allen's relations to *other*.

        >>> When("2025-01-09").allen(Allen.MEETS, When("2025-01-10/2025-01-12"))
        <Certainty.CERTAIN>
        """
        return _relations.allen(relation, self, other)

    def relations(self: Dated, other: Dated) -> dict[Allen, Certainty]:
        """Say of each of Allen's thirteen relations whether this stands in it to *other*."""
        return _relations.relations(self, other)
