"""The figures of a measure as a drawing: who estimated what, and the band that they span.

What the band spans on a day is what `timeline.queries.FigureSeries.range` says of the readings that
were known by then; nothing is worked out here by another rule.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.model import Stance
from timeline.rendering._phrases import counted
from timeline.rendering._voices import named
from timeline.rendering._when import at_words, in_words
from timeline.rendering.plots._axis import Axis
from timeline.rendering.plots._band import band
from timeline.rendering.plots._frame import (
    EDGE,
    HEAD,
    WIDTH,
    checked,
    days_below,
    heading,
    key,
    note,
)
from timeline.rendering.plots._svg import (
    drawing,
    element,
    fading,
    fitted,
    number,
    text,
    tip,
)
from timeline.rendering.plots._values import Values, value_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.queries import FigureSeries, FigureTable, KnownReading

MOST = 400
"""So many readings are drawn, the newest; a note counts the others. The band knows them all."""

_LEFT = 58.0
_HIGH = 230.0
_FOOT = 28.0
_SIDE = 0.27
"""The part of the width in which the voices are named."""

_OPEN = 26.0
"""How far an open bound fades, in pixels."""

_DOT = 5.0
_VOICE = 28.0


def estimates_svg(table: FigureTable, measure: str | None = None, *, width: int = WIDTH) -> str:
    """Return the figures of one measure as SVG: each source's word, and the band of the newest.

    A bound that a source leaves open fades. Figures in another unit than the newest are counted
    below. The band is drawn over certainly known figures alone, forecasts left out.

    Args:
        table: what `Timeline.figures` gave.
        measure: the measure; None is the one about which most is said.
        width: in pixels.

    Raises:
        UnknownName: nobody gave figures of *measure*.
        InvalidValue: the width leaves no room.

    >>> from timeline import Timeline
    >>> svg = estimates_svg(Timeline.read("fixtures/streams").figures("2025-02-07"), "casualties")
    >>> "casualties (people)" in svg
    True
    """
    wide = checked(width)
    if measure is None and not table:
        top = HEAD + 6
        parts = [*heading("Figures", table.as_of, wide)]
        parts.append(text("No figures were known by then.", EDGE, top + 16, class_="soft"))
        return drawing(parts, width=wide, height=top + 40, label="Figures: none")
    series = table[_telling(table) if measure is None else measure]
    return _Drawing(series, table, wide).svg()


def _telling(table: FigureTable) -> str:
    """Return the measure over which most voices differ."""

    def rank(name: str) -> tuple[int, int, str]:
        readings = table[name].readings
        told = {(one.reading.origin, one.reading.figure.quantity) for one in readings}
        return (-len(told), -len(readings), name)

    return min(table, key=rank)


class _Drawing:
    """The drawing of one measure: its readings in one unit, and where they are."""

    def __init__(self, series: FigureSeries, table: FigureTable, width: float) -> None:
        self.series, self.table, self.width = series, table, width
        told = series.newest or series.readings[-1].reading
        self.unit = told.figure.unit
        alike = [one for one in series.readings if one.reading.figure.unit == self.unit]
        self.readings = sorted(alike, key=lambda one: one.reading.told.known.latest)[-MOST:]
        self.left_out = (len(series.readings) - len(alike), len(alike) - len(self.readings))
        self.top = HEAD + 12
        self.bottom = self.top + _HIGH
        self.right = width * (1 - _SIDE)
        last = table.as_of.day
        self.heard = [_heard(one, last) for one in self.readings]
        days = [day for day in (*self.heard, *map(_soft, self.readings)) if day is not None]
        crowds = [day for day in self.heard if day is not None]
        ends = (min([*days, last]), last)
        self.days = Axis.of([*days, last], _LEFT, self.right, crowds=crowds, only=ends)
        steps = [one for one in band(series) if one.unit == self.unit]
        bounds = [bound for one in self.readings for bound in _bounds(one)]
        bounds += [end for one in steps if one.span for end in (one.span.low, one.span.high)]
        self.values = Values.of(bounds, self.bottom, self.top + _OPEN)

    def svg(self) -> str:
        unit = f" ({self.unit})" if self.unit else ""
        title = f"{self.series.measure}{unit}: what each source said"
        places = self._places()
        kinds = [_kind(one) for one in self.readings]
        foot = [
            *key(kinds, self.bottom + 38, self.width * 0.6),
            *note(self._left_out(), self.bottom + 38, self.width),
        ]
        parts = [
            *heading(title, self.table.as_of, self.width),
            *self._levels(),
            *days_below(self.days, self.top, self.bottom),
            *self._band(),
            *(self._reading(one, x) for one, x in zip(self.readings, places, strict=True)),
            *self._voices(),
            *foot,
        ]
        high = self.bottom + _FOOT + (22 if foot else 0)
        label = f"{title}. {self.series.range or 'Nothing certain'}"
        return drawing(parts, width=self.width, height=high, label=label)

    def _left_out(self) -> str:
        other, more = self.left_out
        words = [f"{other:,} in another unit"] if other else []
        words += [f"{more:,} older"] if more else []
        return f"not drawn: {', '.join(words)}" if words else ""

    def _levels(self) -> Iterator[str]:
        for value in self.values.ticks():
            y = self.values.at(value)
            yield element("path", class_="rule", d=f"M{_LEFT:g} {number(y)}H{number(self.right)}")
            yield text(value_words(value), _LEFT - 6, y + 4, class_="soft small", text_anchor="end")

    def _band(self) -> Iterator[str]:
        steps = band(self.series)
        for place, step in enumerate(steps):
            if step.span is None or step.unit != self.unit:
                continue
            ends = steps[place + 1].day if place + 1 < len(steps) else self.days.last + 1
            left, right = self.days.at(step.day), self.days.at(ends)
            high, low = self.values.at(step.span.high), self.values.at(step.span.low)
            box = {"x": left, "width": max(right - left, 1.0)}
            yield element(
                "rect", tip(str(step.span)), class_="band", y=high - 1, height=low - high + 2, **box
            )
            if step.span.open_above:
                yield element(
                    "rect", fill=fading("band", "up"), y=high - _OPEN, height=_OPEN, **box
                )
            if step.span.open_below:
                down = min(_OPEN, self.bottom - low)
                yield element("rect", fill=fading("band", "down"), y=low, height=down, **box)

    def _places(self) -> list[float]:
        """Return where each reading stands, those of one day side by side."""
        room = Counter(self.heard)
        seated: Counter[int | None] = Counter()
        places: list[float] = []
        for day in self.heard:
            begins = self.days.at(day, otherwise=_LEFT)
            ends = self.days.at(None if day is None else day + 1, otherwise=_LEFT)
            places.append(begins + (seated[day] + 0.5) / room[day] * (ends - begins))
            seated[day] += 1
        return places

    def _reading(self, one: KnownReading, x: float) -> str:
        figure, known = one.reading.figure, one.reading.told.known
        kind = _kind(one)
        low, high = (self.values.at(bound) for bound in _bounds(one))
        if low - high < _DOT:  # a value that is named exactly is drawn as a dot
            low, high = (low + high + _DOT) / 2, (low + high - _DOT) / 2
        parts = [element("rect", class_=kind, x=x - 2.5, y=high, width=5, height=low - high, rx=1)]
        if figure.high is None:
            parts.append(
                element(
                    "rect",
                    fill=fading(kind, "up"),
                    x=x - 2.5,
                    y=high - _OPEN,
                    width=5,
                    height=_OPEN,
                )
            )
        if figure.low is None:
            parts.append(
                element("rect", fill=fading(kind, "down"), x=x - 2.5, y=low, width=5, height=_OPEN)
            )
        left, right = x, self.days.end
        if one.certain:
            left, right = self.days.at(known.earliest, otherwise=_LEFT), x
        if known.earliest != known.latest and right - left > 1:
            paint = fading(kind, "left" if one.certain else "right")
            y = (low + high) / 2 - 0.75
            parts.append(element("rect", fill=paint, x=left, y=y, width=right - left, height=1.5))
        return element("g", tip(self._words(one)), *parts)

    def _words(self, one: KnownReading) -> str:
        reading = one.reading
        ahead = " (forecast)" if reading.claim.stance is Stance.FORECASTS else ""
        as_of = reading.figure.as_of
        held = f", as of {in_words(as_of)}" if as_of is not None else ""
        said = at_words(reading.told.stated)
        return f"{self._named(one)}: {reading.figure.quantity}{ahead}{held}; said {said}"

    def _named(self, one: KnownReading) -> str:
        return named(one.reading.origin, self.table.names)

    def _voices(self) -> Iterator[str]:
        """Yield the newest word of each source beside its height, moved apart where needed."""
        newest: dict[str, KnownReading] = {}
        for one in self.readings:
            if one.certain or one.reading.origin not in newest:
                newest[one.reading.origin] = one
        voices = sorted(newest.values(), key=lambda one: (self._height(one), one.reading.origin))
        most = int((self.bottom - self.top) // _VOICE)
        told = voices if len(voices) <= most else voices[: most - 1]
        x, room = self.right + EDGE, self.width - self.right - 2 * EDGE
        for place, y in zip(
            told, _apart([self._height(one) for one in told], self.top, self.bottom), strict=True
        ):
            kind = "" if place.certain else "soft "
            ahead = ", forecast" if place.reading.claim.stance is Stance.FORECASTS else ""
            words = f"{place.reading.figure.quantity}{ahead}"
            yield text(fitted(self._named(place), room), x, y, class_=f"{kind}small")
            yield text(fitted(words, room), x, y + 12, class_="soft small")
        if len(told) < len(voices):
            rest = counted(len(voices) - len(told), "more source")
            yield text(f"and {rest}", x, self.bottom + 4, class_="soft small")

    def _height(self, one: KnownReading) -> float:
        low, high = _bounds(one)
        return (self.values.at(low) + self.values.at(high)) / 2


def _apart(wished: Sequence[float], top: float, bottom: float) -> list[float]:
    """Return places as near to the wished ones as room allows, in order, none on another."""
    places: list[float] = []
    for number_, wish in enumerate(wished):
        after = bottom - 14 - _VOICE * (len(wished) - 1 - number_)
        before = places[-1] + _VOICE if places else top + 8
        places.append(max(min(wish, after), before))
    return places


def _kind(one: KnownReading) -> str:
    return "sure" if one.certain else "maybe"


def _bounds(one: KnownReading) -> tuple[float, float]:
    """Return the bounds of a reading; that of which there is none is drawn at the other."""
    low, high = one.reading.figure.low, one.reading.figure.high
    least, most = (high if low is None else low), (low if high is None else high)
    assert least is not None  # a figure has one of the two
    assert most is not None
    return least, most


def _heard(one: KnownReading, last: int) -> int | None:
    known = one.reading.told.known
    day = known.latest if one.certain else known.earliest
    return None if day is None else min(day, last)


def _soft(one: KnownReading) -> int | None:
    return one.reading.told.known.earliest
