"""A night has two days: "overnight into Tuesday", "on the night of 7-8 May"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.dates import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.page import Sentence
    from timeline.timex import TimeExpression

_ANY_NIGHT: Final = frozenset({"overnight", "the night", "that night"})
"""Nights of which the words behind them say which."""
_INTO: Final = frozenset({" into ", " into the ", " on into "})
_TO: Final = _INTO | {" to ", " to the ", "-", "–", "/"}
_OF: Final = frozenset({" from ", " between ", " "})
_BETWEEN: Final = _TO | {" and "}


def with_nights(times: Sequence[TimeExpression], sentence: Sentence) -> Sequence[TimeExpression]:
    """Join the words for one night: what happened in it was on either of its days.

    Args:
        times: the expressions of a sentence, in order.
        sentence: the sentence.
    """
    if len(times) < 2 or ("night" not in sentence.text and "into" not in sentence.text):  # noqa: PLR2004 - nothing to join
        return times
    found: list[TimeExpression] = []
    number = 0
    while number < len(times):
        time, left = times[number], len(times) - number
        gap = _gap(time, times[number + 1], sentence) if left > 1 else ""
        night, used = None, 1
        if time.text.lower() in _ANY_NIGHT:
            day = _day(times[number + 1]) if left > 1 else None
            if day is not None and gap in _TO:
                night, used = When.between(day - 1, day), 2
            elif left > 2 and gap in _OF and _follow(times[number + 1 :], sentence, _BETWEEN):  # noqa: PLR2004 - the night and its two days
                night, used = _both(times[number + 1]), 3
        elif left > 1 and _follow(times[number:], sentence, _TO if _is_night(time) else _INTO):
            night, used = _both(time), 2
        if night is None:
            found.append(time)
        else:
            end = times[number + used - 1].end
            text = sentence.text[time.start - sentence.start : end - sentence.start]
            found.append(attrs.evolve(time, end=end, text=text, when=night))
        number += used
    return found


def _is_night(time: TimeExpression) -> bool:
    return "night" in time.text.lower()


def _follow(times: Sequence[TimeExpression], sentence: Sentence, by: frozenset[str]) -> bool:
    """Whether the first two of some expressions are a day and the one after, joined by a word."""
    one, other = _day(times[0]), _day(times[1])
    return (
        one is not None
        and other is not None
        and other - one == 1
        and _gap(times[0], times[1], sentence) in by
    )


def _gap(one: TimeExpression, other: TimeExpression, sentence: Sentence) -> str:
    return sentence.text[one.end - sentence.start : other.start - sentence.start]


def _both(time: TimeExpression) -> When | None:
    day = _day(time)
    return None if day is None else When.between(day, day + 1)


def _day(time: TimeExpression) -> int | None:
    """Return the day of an expression of one day, or None."""
    when = time.when
    return when.earliest if when is not None and when.earliest == when.latest else None
