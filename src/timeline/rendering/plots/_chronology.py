"""A chronology as a drawing: what happened, each with its date in words and as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.rendering._phrases import counted
from timeline.rendering._voices import named
from timeline.rendering._when import at_words, bounds_in_words, in_words
from timeline.rendering.plots._axis import Axis
from timeline.rendering.plots._frame import (
    EDGE,
    HEAD,
    WIDTH,
    checked,
    days_above,
    days_below,
    heading,
    key,
    note,
)
from timeline.rendering.plots._soft import across, days_of, kind_of
from timeline.rendering.plots._svg import drawing, element, fitted, number, text, tip

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.queries import ChronologyTable, DatedFact

MOST = 120
"""So many lines are drawn; a note counts the others."""

_ROW = 38.0
_BAR = 9.0
_FOOT = 26.0
_TALL = 12
"""From so many lines on, days are named above them, too."""

_WORDS = 0.46
"""The part of the width that the words of a line take."""


def chronology_svg(table: ChronologyTable, *, width: int = WIDTH) -> str:
    """Return a chronology as SVG: a line for each thing that happened, the earliest first.

    Quiet years take little room on the axis of days, busy weeks take much.

    Args:
        table: what `Timeline.chronology` gave.
        width: in pixels.

    Raises:
        InvalidValue: the width leaves no room.

    >>> from timeline import Timeline
    >>> table = Timeline.read("fixtures/streams").chronology("2025-01", on="2025-02-07")
    >>> "Two North Korean soldiers are taken" in chronology_svg(table)
    True
    """
    wide = checked(width)
    shown = table.lines[:MOST]
    top = HEAD + (20 if len(table.lines) >= _TALL else 6)
    bottom = top + _ROW * max(len(shown), 1)
    left = wide * _WORDS + EDGE
    stretch = "" if table.occurred is None else f" {at_words(table.occurred)}"
    title = f"What happened{stretch}"
    parts = [*heading(title, table.as_of, wide)]
    kinds: list[str] = []
    if shown:
        axis = _axis(table, left, wide - EDGE)
        parts += days_below(axis, top, bottom)
        if len(shown) >= _TALL:
            parts += days_above(axis, top)
        parts += _asked(table.as_of.day, axis, top, bottom)
        for place, one in enumerate(shown):
            kinds.append(kind_of(one.line.status, certain=one.certain))
            parts.append(_row(one, axis, top + place * _ROW, left, table.names))
    else:
        parts.append(text("Nothing was known to have happened.", EDGE, top + 20, class_="soft"))
    rest = len(table.lines) - len(shown)
    foot = [
        *key(kinds, bottom + 38, wide * 0.7),
        *note(f"and {counted(rest, 'more line')}" if rest else "", bottom + 38, wide),
    ]
    label = f"{title}: {counted(len(table.lines), 'line')}"
    high = bottom + _FOOT + (24 if foot else 0)
    return drawing([*parts, *foot], width=wide, height=high, label=label)


def _axis(table: ChronologyTable, start: float, end: float) -> Axis:
    days = [day for one in table.lines[:MOST] for day in days_of(one.line.occurred)]
    stretch: tuple[int | None, int | None] = (None, None)
    if table.occurred is not None:
        stretch = (table.occurred.earliest, table.occurred.latest)
    return Axis.of([*days, table.as_of.day], start, end, only=stretch)


def _asked(day: int, axis: Axis, top: float, bottom: float) -> Iterator[str]:
    """Yield the line behind which all lay ahead, if the axis goes so far."""
    if axis.first <= day < axis.last:
        x = axis.at(day + 1)
        yield element(
            "path",
            tip(f"known by the end of {in_words(When.day(day))}"),
            class_="edge",
            d=f"M{number(x)} {number(top)}V{number(bottom)}",
        )


def _row(one: DatedFact, axis: Axis, top: float, left: float, names: Mapping[str, str]) -> str:
    line, room = one.line, left - 2 * EDGE
    date = in_words(line.occurred)
    status = str(line.status) if one.certain else f"possibly {line.status}"
    conflict = "; the dates given cannot all be right" if line.conflict else ""
    bounds = bounds_in_words(line.occurred)
    who = ", ".join(named(origin, names) for origin in line.origins)
    said = f"{status}: {who}" if who else status
    dated = f"{date} ({bounds})" if bounds else date
    return element(
        "g",
        tip(f"{one.title or one.fact}; {dated}{conflict}; {said}"),
        element("rect", x=0, y=top, width=axis.end, height=_ROW, fill_opacity=0),
        text(fitted(one.title or one.fact, room), EDGE, top + 16),
        text(fitted(f"{date}, {status}{conflict}", room), EDGE, top + 31, class_="soft small"),
        across(
            line.occurred,
            axis,
            top + (_ROW - _BAR) / 2,
            _BAR,
            kind_of(line.status, certain=one.certain),
        ),
    )
