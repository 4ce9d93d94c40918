"""What leads to a telling: some of its words, the months it may be of, and the kind of happening.

Lists of tellings are kept by these, and asked by these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from timeline.dates import When

UNDATED: Final = 0
"""Stands for a month: that of what has no date, or too vague a one."""

_WORDS: Final = 8
"""How many words lead to a telling."""

_MONTH: Final = 30
_MONTHS: Final = 4


class Keys(NamedTuple):
    """What leads to a telling.

    Attributes:
        words: its names and the words that say most.
        months: those that it may have happened in; of a vague date, the one that it is likeliest.
        kind: the kind of happening.
    """

    words: tuple[str, ...]
    months: tuple[int, ...]
    kind: str


def keys_of(ranked: tuple[str, ...], when: When | None, kind: str) -> Keys:
    """Return the keys of a telling.

    Args:
        ranked: its words, those first that say most.
        when: when it happened.
        kind: the kind of happening.
    """
    return Keys(ranked[:_WORDS], _undated if when is None else _months(when), kind)


_undated = (UNDATED,)


def _months(when: When) -> tuple[int, ...]:
    # An open date is likeliest near the end that it has: news is mostly of what is recent.
    first, last = when.start_earliest, when.start_latest
    first = last if first is None else first
    last = first if last is None else last
    # "In 2024", told in 2025: it meets the others where nothing is said of the month.
    if first is None or last is None or last - first > _MONTHS * _MONTH:
        return _undated
    return tuple(range(first // _MONTH, last // _MONTH + 1))
