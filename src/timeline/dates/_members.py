"""The days that a date with gaps can be: the members of a set, the matches of a pattern.

Four bounds span a gap as if it were filled. Questions of order are asked of the parts without gaps.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from timeline.dates._combine import Box
from timeline.dates._components import read_date, stretches
from timeline.dates._edtf_write import split_interval, split_set, unqualified_text
from timeline.dates._relations import Bounded, low

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PARTS = 400
"""The most parts that are listed; a date with more of them is compared by its bounds."""


class Dated(Bounded, Protocol):
    """What has bounds and the text that they were read from."""

    @property
    def edtf(self) -> str: ...
    @property
    def unqualified(self) -> Dated: ...


class Run(NamedTuple):
    """Days without a gap between them; None is without bound."""

    earliest: int | None
    latest: int | None


class Members(NamedTuple):
    """The days that a moment can be, in order; where they are too many, one run spans them all."""

    runs: tuple[Run, ...]
    has_gaps: bool


_OPEN = Members((Run(None, None),), has_gaps=False)


def parts(date: Dated) -> tuple[Bounded, ...]:
    """Return bounds without gaps that together are all that *date* can be.

    Where there are more than `MOST_PARTS`, *date* itself stands for them all.
    """
    if not _may_have_gaps(date):
        return (date,)
    if not date.is_interval:
        runs = members(date.edtf).runs
        return tuple(Box(*run, *run, is_interval=False) for run in runs)
    starts, ends = (_endpoint(text).runs for text in split_interval(date.edtf))
    if len(starts) * len(ends) > MOST_PARTS:
        return (date,)
    spanned = (_spanned(start, end) for start in starts for end in ends)
    return tuple(box for box in spanned if box is not None)


def has_gaps(date: Dated) -> bool:
    """Say whether a moment cannot be some of the days between its bounds."""
    return _may_have_gaps(date) and members(date.edtf).has_gaps


def _may_have_gaps(date: Dated) -> bool:
    # Most dates are told apart here, without being read again.
    return "X" in date.edtf or "," in date.edtf


@lru_cache(maxsize=1024)
def members(text: str) -> Members:
    """Return the days that a moment can be, read from its valid text.

    >>> [run.earliest for run in members("[2025-01-09,2025-01-11]").runs]
    [739260, 739262]
    >>> members("[2025-01,2025-02]").has_gaps, members("XXXX-12-25").has_gaps
    (False, True)
    """
    if text[0] not in "[{":
        return _date_members(text)
    found = [_set_member(*member) for member in split_set(text)]
    ordered = sorted((run for member in found for run in member.runs), key=_start)
    # What spans the gaps of a member cannot be trusted to have none.
    hidden = any(member.has_gaps and len(member.runs) == 1 for member in found)
    runs = _merged(ordered)
    if runs is None:
        latest = [run.latest for run in ordered if run.latest is not None]
        is_open = len(latest) < len(ordered)
        return Members((Run(ordered[0].earliest, None if is_open else max(latest)),), has_gaps=True)
    return Members(runs, has_gaps=hidden or len(runs) > 1)


def _date_members(text: str) -> Members:
    plain, span = unqualified_text(text), read_date(text)
    earliest = read_date(plain).earliest
    # A qualifier widens every match by as much as it widens the first.
    widened = 0 if earliest is None or span.earliest is None else earliest - span.earliest
    runs = _merged(Run(first - widened, last + widened) for first, last in stretches(plain))
    if runs is None:
        return Members((Run(span.earliest, span.latest),), has_gaps=True)
    return Members(runs, has_gaps=len(runs) > 1)


def _set_member(first: str, dots: str, last: str) -> Members:
    if not dots:
        return _date_members(first)
    earliest = read_date(first).earliest if first else None
    latest = read_date(last).latest if last else None
    return Members((Run(earliest, latest),), has_gaps=False)


def _endpoint(text: str) -> Members:
    return _OPEN if text in {"", ".."} else members(text)


def _start(run: Run) -> float:
    return low(run.earliest)


def _merged(ordered: Iterable[Run]) -> tuple[Run, ...] | None:
    """Join runs that touch, given in the order of their starts; None where too many remain."""
    runs: list[Run] = []
    for run in ordered:
        last = runs[-1] if runs else None
        if last is None or not _touch(last, run):
            if len(runs) == MOST_PARTS:
                return None
            runs.append(run)
        elif last.latest is not None and (run.latest is None or run.latest > last.latest):
            runs[-1] = Run(last.earliest, run.latest)
    return tuple(runs)


def _touch(former: Run, latter: Run) -> bool:
    return former.latest is None or latter.earliest is None or latter.earliest <= former.latest + 1


def _spanned(start: Run, end: Run) -> Box | None:
    """Return the intervals from one run to another, or None where all would end too early."""
    (first, start_latest), (end_earliest, last) = start, end
    if first is not None and last is not None and last < first:
        return None
    if last is not None and (start_latest is None or start_latest > last):
        start_latest = last
    if first is not None and (end_earliest is None or end_earliest < first):
        end_earliest = first
    return Box(first, start_latest, end_earliest, last, is_interval=True)
