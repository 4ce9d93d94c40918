"""Answers as text and as HTML: what ``print`` shows, and what a notebook shows."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from timeline.errors import InvalidValue
from timeline.queries import (
    ChronologyTable,
    Diff,
    Explanation,
    Fact,
    FigureTable,
    ForecastTable,
    History,
    Knowledge,
)
from timeline.rendering._chronology import chronology_view, forecasts_view
from timeline.rendering._diff import diff_view
from timeline.rendering._explain import explain_view
from timeline.rendering._figures import figures_view
from timeline.rendering._history import history_view
from timeline.rendering._known import known_view
from timeline.rendering._one_fact import fact_view

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH = 100
"""How many columns an answer has that no terminal shows, so that it is the same everywhere."""

MOST = 200
"""So many entries of an answer are shown; it says how many more there are."""

# Black, red, green, yellow, blue, magenta, cyan, white: each legible on a white page and on a dark
# one, since a notebook has either and does not say which.
_COLOURS = [
    (118, 118, 118),
    (214, 69, 56),
    (38, 138, 84),
    (156, 118, 20),
    (70, 122, 214),
    (176, 88, 178),
    (20, 136, 150),
    (118, 118, 118),
]
_THEME = TerminalTheme((255, 255, 255), (0, 0, 0), _COLOURS)

_TRAILING = re.compile(r"[ ]+(?=\n|\Z)")
_STYLE = (
    "white-space: pre; overflow-x: auto; line-height: 1.35; "
    "font-family: Menlo, Consolas, 'DejaVu Sans Mono', monospace"
)


def text_of(result: object) -> str:
    """Return an answer as plain text, 100 columns wide, without colour.

    >>> from timeline import Timeline
    >>> knowledge = Timeline.read("fixtures/streams").known("2022-12-31")
    >>> print(text_of(knowledge)[:62])
    What was known by the end of 31 December 2022, by when sources

    Raises:
        InvalidValue: *result* is no answer of `timeline.queries`.
    """
    console = _console()
    console.print(_view(result), crop=False)
    assert isinstance(console.file, io.StringIO)
    return trimmed(console.file.getvalue()).rstrip("\n")


def html_of(result: object) -> str:
    """Return an answer as HTML: one element with its styles inside, that loads nothing.

    Raises:
        InvalidValue: *result* is no answer of `timeline.queries`.
    """
    console = _console(record=True)
    console.print(_view(result), crop=False)
    # Without colours of its own, so that it is legible on dark pages and on light ones.
    form = f'<div><pre style="{_STYLE}">{{code}}</pre></div>'
    return trimmed(console.export_html(theme=_THEME, inline_styles=True, code_format=form))


def trimmed(text: str) -> str:
    r"""Return *text* without white space at the ends of its lines.

    >>> trimmed("a  \n b ")
    'a\n b'
    """
    return _TRAILING.sub("", text)


def _console(*, record: bool = False) -> Console:
    return Console(
        file=io.StringIO(),
        width=WIDTH,
        height=100,  # with both given, rich does not look at the terminal for either
        record=record,
        color_system="truecolor" if record else None,
        force_terminal=record,
        force_jupyter=False,  # it would show the answer by itself, and return nothing
        no_color=False,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def _view(result: object) -> RenderableType:
    match result:
        case Knowledge():
            return known_view(result, most=MOST)
        case Fact():
            return fact_view(result, most=MOST)
        case Diff():
            return diff_view(result, most=MOST)
        case History():
            return history_view(result, most=MOST)
        case Explanation():
            return explain_view(result, most=MOST)
        case ChronologyTable():
            return chronology_view(result, most=MOST)
        case FigureTable():
            return figures_view(result, most=MOST)
        case ForecastTable():
            return forecasts_view(result, most=MOST)
        case _:
            raise InvalidValue("result", expected="an answer of timeline.queries", got=result)
