"""How results come to eyes and into tables: what does that is loaded when something is shown.

The floor that answers cannot know these floors, which stand above it, so they are named to it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.queries import Shown, register

if TYPE_CHECKING:
    from timeline.rendering.plots import Plot


def _as_text(answer: Shown) -> str:
    from timeline.rendering import text_of  # noqa: PLC0415 - rich is loaded when something is shown

    return text_of(answer)


def _as_html(answer: Shown) -> str:
    from timeline.rendering import html_of  # noqa: PLC0415 - as above

    return html_of(answer)


def _as_frame(answer: Shown, kind: str) -> Any:  # noqa: ANN401 - the libraries are optional
    from timeline.formats import frame  # noqa: PLC0415 - as above

    return frame(answer, kind)


def _as_plot(answer: Shown, measure: str | None, width: int) -> Plot:
    from timeline.rendering.plots import plot_of  # noqa: PLC0415 - as above

    return plot_of(answer, measure, width=width)


register(text=_as_text, html=_as_html, frame=_as_frame, plot=_as_plot)
