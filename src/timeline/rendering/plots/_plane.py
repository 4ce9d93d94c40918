"""The plane of what was known: when things had happened, against when that became known.

Both axes show days on one scale, so that all that was known on the day on which it happened lies on
a straight line. Below the line is what came out later; above it, what was said to lie ahead.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import attrs

from timeline.projections import Status
from timeline.queries import Fact
from timeline.rendering._phrases import counted
from timeline.rendering._when import at_words, in_words
from timeline.rendering.plots._axis import Axis
from timeline.rendering.plots._frame import (
    EDGE,
    HEAD,
    WIDTH,
    checked,
    days_below,
    days_beside,
    heading,
    key,
    note,
)
from timeline.rendering.plots._labels import Label, placed
from timeline.rendering.plots._soft import days_of, kind_of, surest, upwards
from timeline.rendering.plots._svg import drawing, element, fading, number, text, tip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates import When
    from timeline.queries import Knowledge

MOST = 600
"""So many facts are drawn, the first to become known; a note counts the others."""

_LEFT = 64.0
_FOOT = 64.0
_SHAPE = 0.52
"""How high the plane is, as a part of the width."""

_MARK = 4.0
_REACH = 60.0
"""Over how many pixels a mark fades on the side on which nothing bounds it."""

_NAMED = 40
"""So many facts are named, if there is room; those first that stayed unknown the longest."""


@attrs.frozen
class _Mark:
    """A fact on the plane.

    Args:
        fact: the fact.
        kind: how it is drawn.
        heard: the day of its column: on which it became certain, or may first have been heard.
        seat: where in the room of that day, from 0 to 1.
        peak: the day on which it most surely happened; None without any bound.
    """

    fact: Fact
    kind: str
    heard: int | None
    seat: float
    peak: int | None


def plane_svg(knowledge: Knowledge, *, width: int = WIDTH) -> str:
    """Return what was known as SVG: each fact by when it happened and when it became known.

    A mark runs up and down over the days on which it may have happened, and fades where nothing
    bounds them; a thin line leads across the days on which it may have become known. Facts of
    which nobody says when they happened are counted below.

    Args:
        knowledge: what `Timeline.known` gave.
        width: in pixels.

    Raises:
        InvalidValue: the width leaves no room.

    >>> from timeline import Timeline
    >>> svg = plane_svg(Timeline.read("fixtures/streams").known("2025-01-20"))
    >>> "Two North Korean soldiers are taken prisoner" in svg
    True
    """
    wide = checked(width)
    top, bottom = HEAD + 10, HEAD + 10 + wide * _SHAPE
    facts = knowledge.facts()
    dated = [fact for fact in facts if fact.occurred is not None]
    marks = _marks(dated[:MOST], knowledge.as_of.day)
    title = "What had happened, by when it became known"
    parts = [*heading(title, knowledge.as_of, wide)]
    if marks:
        across, up = _axes(marks, knowledge.as_of.day, (_LEFT, wide - EDGE), (bottom, top))
        parts += days_below(across, top, bottom)
        parts += days_beside(up, _LEFT, wide - EDGE)
        parts += _at_once(across, up)
        parts += [_drawn(mark, across, up) for mark in marks]
        parts += _names(marks, across, up)
        parts.append(text("happened", EDGE, top - 4, class_="soft small"))
        parts.append(
            text("became known", wide - EDGE, bottom + 34, class_="soft small", text_anchor="end")
        )
    else:
        parts.append(text("Nothing was known by then.", EDGE, top + 16, class_="soft"))
    parts += key((mark.kind for mark in marks), bottom + 34, wide * 0.8)
    words = _left_out(len(facts) - len(dated), len(dated) - len(marks))
    parts += note(words, bottom + 52, wide)
    label = f"{title}: {counted(len(facts), 'fact')}"
    return drawing(parts, width=wide, height=bottom + (_FOOT if words else _FOOT - 18), label=label)


def _left_out(undated: int, more: int) -> str:
    words = [f"{undated:,} without a date"] if undated else []
    words += [f"{more:,} that became known later"] if more else []
    return f"not drawn: {', '.join(words)}" if words else ""


def _marks(facts: list[Fact], last: int) -> list[_Mark]:
    """Return the facts as marks, those of one day side by side."""
    heard = [_heard(fact, last) for fact in facts]
    room = Counter(heard)
    seated: Counter[int | None] = Counter()
    marks: list[_Mark] = []
    for fact, day in zip(facts, heard, strict=True):
        seat = (seated[day] + 0.5) / room[day]
        seated[day] += 1
        kind = kind_of(fact.status, certain=fact.certain)
        marks.append(_Mark(fact, kind, day, seat, surest(fact.occurred)))
    return marks


def _heard(fact: Fact, last: int) -> int | None:
    first = fact.first_known
    day = first.latest if fact.certain else first.earliest
    return None if day is None else min(day, last)


def _axes(
    marks: list[_Mark], last: int, sides: tuple[float, float], ends: tuple[float, float]
) -> tuple[Axis, Axis]:
    heard = [mark.heard for mark in marks if mark.heard is not None]
    soft = [mark.fact.first_known.earliest for mark in marks]
    known = [day for day in (*heard, *soft) if day is not None and day <= last]
    happened = [day for mark in marks for day in days_of(mark.fact.occurred)] or [last]
    days = [*known, *happened, last]
    across = Axis.of(days, *sides, crowds=heard, only=(min([*known, last]), last))
    up = Axis.of(days, *ends, crowds=heard, only=(min(happened), max(happened)))
    return across, up


def _at_once(across: Axis, up: Axis) -> Iterator[str]:
    """Yield the line on which all lies that was known on the day on which it happened."""
    first, last = max(across.first, up.first), min(across.last, up.last)
    if first < last:
        yield element(
            "path",
            tip("known on the day on which it happened"),
            class_="edge",
            d=f"M{number(across.at(first))} {number(up.at(first))}"
            f"L{number(across.at(last + 1))} {number(up.at(last + 1))}",
        )


def _column(mark: _Mark, across: Axis) -> float:
    if mark.heard is None:
        return across.start
    begins = across.at(mark.heard)
    return begins + mark.seat * (across.at(mark.heard + 1) - begins)


def _drawn(mark: _Mark, across: Axis, up: Axis) -> str:
    x = _column(mark, across)
    fact = mark.fact
    known = "known" if fact.certain else "possibly known"
    return element(
        "g",
        tip(
            f"{fact.title or fact.id}; {_said(fact)} {_at(fact.occurred)}; "
            f"{known} {at_words(fact.first_known)}; {fact.status}"
        ),
        *_whisker(mark, x, across, up),
        upwards(fact.occurred, up, x, _MARK, mark.kind, reach=_REACH),
    )


def _said(fact: Fact) -> str:
    return "expected" if fact.status in {Status.FORECAST, Status.OVERDUE} else "happened"


def _at(when: When | None) -> str:
    return in_words(when) if when is None else at_words(when)


def _whisker(mark: _Mark, x: float, across: Axis, up: Axis) -> Iterator[str]:
    """Yield the thin line over the days on which a fact may have become known."""
    first = mark.fact.first_known
    if first.earliest == first.latest:
        return
    y = up.at(mark.peak, otherwise=up.start) - 1
    left, right = x, across.end
    if mark.fact.certain:
        left, right = across.at(first.earliest, otherwise=across.start), x
    if right - left > 1:
        paint = fading(mark.kind, "left" if mark.fact.certain else "right")
        yield element("rect", fill=paint, x=left, y=y, width=right - left, height=1.5)


def _names(marks: list[_Mark], across: Axis, up: Axis) -> Iterator[str]:
    """Yield the titles of facts for which there is room."""
    longest = sorted(marks, key=lambda mark: (not mark.fact.certain, -_lag(mark), mark.fact.id))
    labels = [
        Label(
            mark.fact.title or mark.fact.id,
            _column(mark, across),
            up.at(mark.peak, otherwise=up.start),
            soft=not mark.fact.certain,
        )
        for mark in longest[:_NAMED]
    ]
    strokes = [(_column(mark, across), up.at(mark.peak, otherwise=up.start)) for mark in marks]
    box = (across.start + 4, up.end + 4, across.end, up.start - 4)
    yield from placed(labels, strokes, box)


def _lag(mark: _Mark) -> int:
    """Return how many days a fact stayed unknown."""
    return 0 if mark.heard is None or mark.peak is None else mark.heard - mark.peak
