"""How answers are laid out: headings, and entries with their date on the left.

Layouts follow the width of the terminal when they are drawn. Text wraps, and is never cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from timeline.rendering._text import inert, line
from timeline.rendering._when import bounds_in_words, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console, ConsoleOptions

    from timeline.dates import When

NARROW = 64
"""Below this width, in columns, dates stand above their entries and not beside them."""

_LABEL = 24
"""The width, in columns, from which on labels are wrapped."""

DIM = "dim"
NAME = "bold"


@attrs.frozen(eq=False)
class Entry:
    """A date, and what is to be said beside it.

    Args:
        when: the date in words.
        head: the first line.
        body: the lines below it.
        spaced: whether an empty line follows.
    """

    when: Text
    head: Text
    body: tuple[RenderableType, ...] = ()
    spaced: bool = True

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Draw the date beside the rest where there is room, and else above it."""
        del console
        width = options.max_width
        if width < NARROW:
            yield self.head
            for part in (self.when, *self.body):
                yield Padding(part, (0, 0, 0, 2))
        else:
            table = Table.grid(padding=(0, 2, 0, 0), expand=True)
            # A quarter of the width takes most dates on one line.
            table.add_column(width=max(18, min(36, width // 4)), overflow="fold")
            table.add_column(ratio=1, overflow="fold")
            table.add_row(self.when, Group(self.head, *self.body))
            yield table
        if self.spaced:
            yield ""


def dated(when: When | None, note: str = "") -> Text:
    """Return a date in words for the left column, with its bounds below where words are soft."""
    text = line((in_words(when), "cyan" if when is not None else DIM))
    bounds = bounds_in_words(when)
    for extra in (bounds and f"({bounds})", note):
        if extra:
            text.append("\n")
            text.append_text(line((extra, DIM)))
    return text


def bullet(text: RenderableType, mark: str = "-") -> Table:
    """Return a line that hangs behind a mark."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=len(mark))
    table.add_column(overflow="fold")
    table.add_row(line((mark, DIM)), text)
    return table


def heading(
    title: str, meaning: str = "", count: int | None = None, style: str = NAME
) -> list[RenderableType]:
    """Return the heading of a section: what it is, how much of it, and what that means."""
    shown = title if count is None else f"{title} ({count:,})"
    text = line((shown, style), *([(f": {meaning}", "")] if meaning else []))
    return [Rule(style=DIM), text, ""]


def fields(rows: Sequence[tuple[str, Text]]) -> Table:
    """Return labelled values, the labels aligned."""
    table = Table.grid(padding=(0, 2, 0, 0))
    longest = max((cell_len(label) for label, _ in rows), default=0)
    table.add_column(style=DIM, max_width=_LABEL, min_width=min(longest, _LABEL), overflow="fold")
    table.add_column(overflow="fold")
    for label, value in rows:
        table.add_row(line(label), value)
    return table


def hints(pairs: Sequence[tuple[str, str]]) -> list[RenderableType]:
    """Return what to ask next, each with the command that asks it, on a line to be copied.

    A command is the one thing that is not wrapped here: a terminal that wraps it by itself still
    copies it as one line.
    """
    shown: list[RenderableType] = []
    for what, command in pairs:
        copied = line(f"  {inert(command)}")
        copied.no_wrap, copied.overflow = True, "ignore"
        shown += [line((f"{what}:", DIM)), copied]
    return shown
