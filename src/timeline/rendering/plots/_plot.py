"""A drawing as a thing in hand, and which answer is drawn in which way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from timeline.errors import InvalidValue
from timeline.queries import ChronologyTable, FigureTable, Knowledge
from timeline.rendering.plots._chronology import chronology_svg
from timeline.rendering.plots._estimates import estimates_svg
from timeline.rendering.plots._frame import WIDTH
from timeline.rendering.plots._plane import plane_svg

if TYPE_CHECKING:
    import os

    from timeline.queries import Shown


@attrs.frozen
class Plot:
    """A drawing; a notebook shows it by itself.

    Args:
        svg: the drawing as SVG, which loads nothing and runs nothing.
    """

    svg: str = attrs.field(repr=False)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the drawing into a file, in UTF-8; what was there is replaced."""
        Path(path).write_text(f"{self.svg}\n", encoding="utf-8")

    def _repr_svg_(self) -> str:
        return self.svg


def plot_of(answer: Shown, measure: str | None = None, *, width: int = WIDTH) -> Plot:
    """Return the drawing of an answer.

    Args:
        answer: what `Timeline.known`, `figures` or `chronology` gave.
        measure: the measure to draw, of figures; None is the one about which most is said.
        width: in pixels.

    Raises:
        InvalidValue: there is no drawing of such an answer, or *measure* is named for one that is
            not about figures, or the width leaves no room.
        UnknownName: nobody gave figures of *measure*.
    """
    if isinstance(answer, FigureTable):
        return Plot(estimates_svg(answer, measure, width=width))
    if measure is not None:
        raise InvalidValue("plot.measure", expected="left out, but for figures", got=measure)
    if isinstance(answer, Knowledge):
        return Plot(plane_svg(answer, width=width))
    if isinstance(answer, ChronologyTable):
        return Plot(chronology_svg(answer, width=width))
    expected = "an answer of known, figures or chronology, which can be drawn"
    raise InvalidValue("plot", expected=expected, got=answer)
