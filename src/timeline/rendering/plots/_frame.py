"""What all drawings have around them: a heading, the days of an axis, a key to the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import InvalidValue
from timeline.rendering._phrases import question_words
from timeline.rendering.plots._svg import element, fitted, number, text, wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.model import AsOf
    from timeline.rendering.plots._axis import Axis

WIDTH = 760
"""How wide a drawing is, in pixels, if nobody says."""

HEAD = 54.0
"""The height of the heading, in pixels."""

EDGE = 14.0
"""What is left free on the right, and on the left of words."""

_LEAST_WIDTH, _MOST_WIDTH = 360, 8000

_MEANING: Mapping[str, str] = {
    "sure": "certainly known",
    "maybe": "only possibly known",
    "contested": "in dispute or denied",
}


def checked(width: int) -> float:
    """Return a width in pixels.

    Raises:
        InvalidValue: it leaves no room, or is no width.
    """
    if isinstance(width, bool) or not isinstance(width, int):
        raise InvalidValue("plot.width", expected="a whole number of pixels", got=width)
    if not _LEAST_WIDTH <= width <= _MOST_WIDTH:
        expected = f"from {_LEAST_WIDTH} to {_MOST_WIDTH} pixels"
        raise InvalidValue("plot.width", expected=expected, got=width)
    return float(width)


def heading(what: str, as_of: AsOf, width: float) -> Iterator[str]:
    """Yield what a drawing shows, and as of when."""
    room = width - 2 * EDGE
    yield text(fitted(what, room / 1.2), EDGE, 23, class_="head")  # its letters are wider
    yield text(fitted(f"as known {question_words(as_of)}", room), EDGE, 42, class_="soft")


def days_below(axis: Axis, top: float, bottom: float) -> Iterator[str]:
    """Yield the days of an axis that runs to the right, with a line for each."""
    for x, words in axis.ticks(62):
        yield element("path", class_="rule", d=f"M{number(x)} {number(top)}V{number(bottom)}")
        yield text(words, x, bottom + 16, class_="soft small", text_anchor=_anchor(x, words, axis))


def days_above(axis: Axis, top: float) -> Iterator[str]:
    """Yield the words of an axis that runs to the right, above what it measures."""
    for x, words in axis.ticks(62):
        yield text(words, x, top - 6, class_="soft small", text_anchor=_anchor(x, words, axis))


def days_beside(axis: Axis, left: float, right: float) -> Iterator[str]:
    """Yield the days of an axis that runs up, with a line for each."""
    for y, words in axis.ticks(20):
        yield element("path", class_="rule", d=f"M{number(left)} {number(y)}H{number(right)}")
        yield text(words, left - 6, y + 4, class_="soft small", text_anchor="end")


def _anchor(x: float, words: str, axis: Axis) -> str:
    return "end" if x + wide(words) / 2 > axis.end + EDGE else "middle"


def key(kinds: Iterable[str], y: float, width: float) -> Iterator[str]:
    """Yield the key to the colours that a drawing uses, where there is more than one."""
    found = set(kinds)
    used = [kind for kind in _MEANING if kind in found]
    if used == ["sure"]:
        return
    x = EDGE
    for kind in used:
        if x + wide(_MEANING[kind]) > width:
            return
        yield element("rect", class_=kind, x=x, y=y - 9, width=10, height=10)
        yield text(_MEANING[kind], x + 15, y, class_="soft small")
        x += wide(_MEANING[kind]) + 32


def note(words: str, y: float, width: float) -> Iterator[str]:
    """Yield a remark at the foot of a drawing, on the right; nothing for no words."""
    if words:
        yield text(words, width - EDGE, y, class_="soft small", text_anchor="end")
