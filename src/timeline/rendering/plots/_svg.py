"""SVG as text, of which nothing can act: words of others are escaped at this one place.

A drawing brings its colours for light and for dark surroundings, and its own ground below them,
since what shows it may be either.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from rich.cells import cell_len

from timeline.rendering._text import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = "timeline-plot"
"""The class of every drawing; its styles reach nothing else on the page that shows it."""

KINDS = ("sure", "maybe", "contested")
"""How a mark is meant, as a colour: certainly known, only possibly known, disputed or denied."""

_CELL = 6.4
"""About how wide a character is, in pixels, where letters are 12 pixels high."""

_TIP = 400 * _CELL
"""The most that a tip says; a title may be as long as an article."""

_LIGHT = {
    "paper": "#fbf9f4",
    "ink": "#1f1c18",
    "soft": "#625b50",
    "rule": "#dcd5c5",
    "band": "#cfc6b2",
    "sure": "#1f1c18",
    "maybe": "#a07a1c",
    "contested": "#9a2f1b",
}
_DARK = {
    "paper": "#171512",
    "ink": "#ece6da",
    "soft": "#b0a797",
    "rule": "#3b362d",
    "band": "#4b4538",
    "sure": "#ece6da",
    "maybe": "#d8b25a",
    "contested": "#ee8f75",
}


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """Return an element; *inside* is SVG already, values of attributes are escaped.

    An underscore in the name of an attribute stands for a hyphen; one at its end is left out.

    >>> element("g", element("path", d="M0 0V9.25"), class_="frame", stroke_width=2)
    '<g class="frame" stroke-width="2"><path d="M0 0V9.25"/></g>'
    """
    parts = [name]
    for key, value in attributes.items():
        shown = value if isinstance(value, str) else number(value)
        parts.append(f'{key.rstrip("_").replace("_", "-")}="{html.escape(inert(shown))}"')
    opened = " ".join(parts)
    return f"<{opened}>{''.join(inside)}</{name}>" if inside else f"<{opened}/>"


def text(words: str, x: float, y: float, **attributes: str | float) -> str:
    """Return words at a place, escaped."""
    return element("text", escaped(words), x=x, y=y, **attributes)


def tip(words: str) -> str:
    """Return the words that a browser shows when the pointer rests on an element."""
    return element("title", escaped(fitted(words, _TIP)))


def escaped(words: str) -> str:
    """Return words as SVG that shows them and nothing else.

    >>> escaped("<script>")
    '&lt;script&gt;'
    """
    return html.escape(inert(words))


def number(value: float) -> str:
    """Write a length or a place, to a hundredth of a pixel.

    >>> number(3.0), number(2.456), number(-0.001)
    ('3', '2.46', '0')
    """
    rounded = round(value, 2) + 0.0  # what is below nothing by less than that is nothing
    return f"{rounded:.2f}".rstrip("0").rstrip(".")


def fitted(words: str, room: float) -> str:
    """Return as many of the *words* as there is room for, in pixels; cut ones end in an ellipsis.

    >>> fitted("Two soldiers are taken prisoner", 90)
    'Two soldiers…'
    """
    flat = inert(words)
    cells = int(room / _CELL)
    if cell_len(flat) <= cells:
        return flat
    while flat and cell_len(flat) >= cells:
        flat = flat[: max(0, min(len(flat) - 1, cells))]
    return f"{flat.rstrip(' ,.;:')}…"


def wide(words: str) -> float:
    """Return about how wide words are, in pixels."""
    return cell_len(inert(words)) * _CELL


def drawing(parts: Iterable[str], *, width: float, height: float, label: str) -> str:
    """Return a whole drawing on its own ground.

    Args:
        parts: what is drawn, in order.
        width: in pixels; where less room is, it is shown smaller.
        height: in pixels.
        label: what it shows, for those who do not see it.
    """
    return element(
        "svg",
        tip(label),
        element("style", _styles()),
        element("defs", *_gradients()),
        element("rect", class_="paper", width=width, height=height),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        class_=ROOT,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        style="max-width: 100%; height: auto",
    )


def _gradients() -> Iterable[str]:
    """Yield a gradient for each kind of mark and each way in which it fades."""
    ways = {
        "right": {"x2": 1, "y2": 0},
        "left": {"x1": 1, "x2": 0, "y2": 0},
        "up": {"y1": 1, "x2": 0, "y2": 0},
        "down": {"x2": 0, "y2": 1},
    }
    for kind in (*KINDS, "band"):
        for way, points in ways.items():
            yield element(
                "linearGradient",
                element("stop", class_=kind, offset=0, stop_opacity=1),
                element("stop", class_=kind, offset=1, stop_opacity=0),
                id=fading(kind, way).removeprefix("url(#").removesuffix(")"),
                **points,
            )


def fading(kind: str, way: str) -> str:
    """Return the paint of a mark of a *kind* that fades ``right``, ``left``, ``up`` or ``down``."""
    return f"url(#{ROOT}-{kind}-{way})"


def _styles() -> str:
    return (
        f".{ROOT} text{{font:12px system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',"
        "'Liberation Sans',sans-serif;font-variant-numeric:tabular-nums}"
        f".{ROOT} .head{{font-size:15px;font-weight:600}}"
        f".{ROOT} .small{{font-size:11px}}"
        f".{ROOT} .halo{{paint-order:stroke;stroke-width:3.5px;stroke-linejoin:round}}"
        # Smoothed, two halves of a fading mark would show a seam.
        f".{ROOT} rect{{shape-rendering:crispEdges}}"
        f".{ROOT} .rule,.{ROOT} .edge{{fill:none;stroke-width:1}}"
        f".{ROOT} .edge{{stroke-dasharray:3 3}}"
        f"{_colours(_LIGHT)}@media(prefers-color-scheme:dark){{{_colours(_DARK)}}}"
    )


def _colours(of: dict[str, str]) -> str:
    marks = "".join(
        f".{ROOT} .{kind}{{fill:{of[kind]};stop-color:{of[kind]}}}" for kind in (*KINDS, "band")
    )
    return (
        f".{ROOT} .paper{{fill:{of['paper']}}}"
        f".{ROOT} text{{fill:{of['ink']}}}"
        f".{ROOT} .soft{{fill:{of['soft']}}}"
        f".{ROOT} .halo{{stroke:{of['paper']}}}"
        f".{ROOT} .rule{{stroke:{of['rule']}}}"
        f".{ROOT} .edge{{stroke:{of['soft']}}}"
        f"{marks}"
    )
