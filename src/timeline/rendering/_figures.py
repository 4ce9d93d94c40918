"""The figures that were known: a small table for each measure, and the range of the newest."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs
from rich import box
from rich.console import Group
from rich.table import Table

from timeline.model import Clock, Stance
from timeline.queries import KnownReading
from timeline.rendering._layout import DIM, NAME, NARROW, bullet, hints
from timeline.rendering._phrases import counted, question_words
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import named
from timeline.rendering._when import at_words, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, ConsoleOptions, RenderableType
    from rich.text import Text

    from timeline.queries import FigureSeries, FigureTable


def figures_view(
    table: FigureTable,
    ask_next: Sequence[tuple[str, str]] = (),
    *,
    only: str | None = None,
    most: int | None = None,
) -> RenderableType:
    """Return figures, ready for a rich console.

    Args:
        table: the answer.
        ask_next: what to ask next, each with its command.
        only: the one measure to show; None shows them all.
        most: how many readings to show at most; None shows them all.

    Raises:
        UnknownName: nothing is known of the measure *only*.
    """
    series = list(table.values()) if only is None else [table[only]]
    parts: list[RenderableType] = [
        line((f"Figures as known {question_words(table.as_of)}", NAME)),
        line(
            f"{counted(len(series), 'measure')}; of each, the oldest statement first."
            if series
            else "No figure was known by then."
        ),
        "",
    ]
    room = Room(most)
    for one in series:
        if shown := room.take(one.readings):
            readings = _Readings(tuple(shown), table.as_of.clock, table.names)
            parts += [line((one.measure, NAME)), readings, *_range(one), ""]
    return Group(*parts, *room.rest(), *hints(ask_next))


@attrs.frozen(eq=False)
class _Readings:
    """The readings of a measure: a table where there is room for its columns, and else lines."""

    readings: tuple[KnownReading, ...]
    clock: Clock
    names: Mapping[str, str]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        del console
        if options.max_width < NARROW:
            yield from (bullet(_sentence(one, self.clock, self.names)) for one in self.readings)
            return
        told = "said" if self.clock is Clock.STATED else "printed"
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, show_edge=False)
        for title in ("value", "as of", "on whose word", told):
            table.add_column(title, ratio=1, overflow="fold", header_style=DIM)
        table.add_column("known", width=len("possibly"), header_style=DIM)
        for one in self.readings:
            table.add_row(*_row(one, self.clock, self.names))
        yield table


def _row(one: KnownReading, clock: Clock, names: Mapping[str, str]) -> list[RenderableType]:
    as_of = one.reading.figure.as_of
    return [
        _value(one),
        line("-" if as_of is None else in_words(as_of)),
        line(named(one.reading.origin, names)),
        line(_told(one, clock)),
        line("certain" if one.certain else ("possibly", "yellow")),
    ]


def _sentence(one: KnownReading, clock: Clock, names: Mapping[str, str]) -> Text:
    as_of = one.reading.figure.as_of
    text = _value(one)
    dated = "" if as_of is None else f", {at_words(as_of)}"
    said = f"{named(one.reading.origin, names)}, {_told(one, clock)}"
    text.append_text(line(f"{dated}: {said}"))
    if not one.certain:
        text.append_text(line(" ", ("(only possibly known)", "yellow")))
    return text


def _told(one: KnownReading, clock: Clock) -> str:
    told = one.reading.told
    return in_words(told.stated if clock is Clock.STATED else told.published)


def _value(one: KnownReading) -> Text:
    ahead = one.reading.claim.stance is Stance.FORECASTS
    return line(one.reading.figure.quantity, " (forecast)" if ahead else "")


def _range(series: FigureSeries) -> list[RenderableType]:
    """Return the range where it tells more than the one reading that it would repeat."""
    found = series.range
    if found is None or len(series.certain) == 1:
        return []
    units = {one.figure.unit for one in series.certain if one.figure.unit}
    unit = f" ({units.pop()})" if len(units) == 1 else ""
    return [line(("range of the newest word of each source: ", DIM), f"{found}{unit}")]
