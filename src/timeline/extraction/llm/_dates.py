"""Holds a date that a model gives against the words of the article that could say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.dates import When
from timeline.errors import InvalidDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.timex import TimeExpression

_WIDEST: Final = 366


def supported_date(
    text: str, times: Sequence[TimeExpression], published: When
) -> tuple[When | None, str]:
    """Return the date that *text* gives in EDTF, and why not where the words do not bear it.

    An end of it is borne by an expression of time that bounds the same days, or days within it
    (to say less than the words do is no invention); by the day of publication where it says only
    "by then" or "from then on"; or is open.

    Args:
        text: the date in EDTF.
        times: the expressions of time of the quoted sentences.
        published: when the article was printed.
    """
    try:
        when = When.parse(text)
    except InvalidDate:
        return None, f"{text!r} is no date in EDTF"
    told = [time.when for time in times if time.when is not None]
    ends = (when.start, when.end) if when.is_interval else (when,)
    borne = [_borne(end, told, published) for end in ends]
    if all(borne) and any(_bounded(end) for end in ends):
        return when, ""
    if when.is_interval and any(_same(when, one) for one in told):
        return when, ""
    words = ", ".join(repr(time.text) for time in times) or "no date at all"
    return None, f"{text} is not in the quoted sentence, which has {words}"


def _bounded(when: When) -> bool:
    return when.earliest is not None or when.latest is not None


def _borne(when: When, told: Sequence[When], published: When) -> bool:
    if not _bounded(when):
        return True
    if when.earliest is None:
        return when.latest in {published.latest, *(one.latest for one in told)}
    if when.latest is None:
        return when.earliest in {
            published.earliest,
            published.latest,
            *(one.earliest for one in told),
        }
    narrow = when.latest - when.earliest <= _WIDEST
    return any(
        _same(when, one)
        or _same(when, one.start)
        or _same(when, one.end)
        or (narrow and _within(one, when))
        for one in told
    )


def _same(one: When, other: When) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _within(inner: When, outer: When) -> bool:
    return (
        inner.earliest is not None
        and inner.latest is not None
        and outer.earliest is not None
        and outer.latest is not None
        and outer.earliest <= inner.earliest
        and inner.latest <= outer.latest
    )
