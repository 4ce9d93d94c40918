"""What answers have in common: they print well, show in a notebook, and become frames and drawings.

How all this is done is decided floors above; the ways are handed in when the facade is loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from timeline.errors import InvalidValue

if TYPE_CHECKING:
    import os


class Drawing(Protocol):
    """A drawing of an answer; a notebook shows it by itself."""

    @property
    def svg(self) -> str:
        """The drawing as SVG, which loads nothing and runs nothing."""
        ...

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the drawing into a file."""
        ...

    def _repr_svg_(self) -> str: ...


@attrs.frozen
class _Forms:
    text: Callable[[Shown], str]
    html: Callable[[Shown], str]
    frame: Callable[[Shown, str], Any]
    plot: Callable[[Shown, str | None, int], Drawing]


_FORMS: list[_Forms] = []
"""The one way in which answers are shown; none until the facade is loaded."""


def register(
    *,
    text: Callable[[Shown], str],
    html: Callable[[Shown], str],
    frame: Callable[[Shown, str], Any],
    plot: Callable[[Shown, str | None, int], Drawing],
) -> None:
    """Say how answers are shown.

    Args:
        text: turns an answer into plain text.
        html: turns it into one HTML element.
        frame: makes it a frame of the library named: ``polars``, ``pandas`` or ``arrow``.
        plot: draws it: the measure, where it is about figures, and the width in pixels.
    """
    _FORMS[:] = [_Forms(text, html, frame, plot)]


class Shown:
    """An answer that a person can read, and that goes on into tables and drawings."""

    __slots__ = ()

    def __str__(self) -> str:
        return _FORMS[0].text(self) if _FORMS else repr(self)

    def _repr_html_(self) -> str | None:
        return _FORMS[0].html(self) if _FORMS else None

    def to_polars(self) -> Any:  # noqa: ANN401 - the libraries of frames are optional
        """Return the answer as a `polars.DataFrame`: a row for each fact, figure, step or claim.

        A date takes three columns: its EDTF text, and its first and last possible day under
        ``…_earliest`` and ``…_latest``. What is not known is null, and never zero.

        Raises:
            MissingLibrary: polars is not installed.

        >>> from timeline import Timeline
        >>> known = Timeline.read("fixtures/streams").known("2025-01-20").to_polars()
        >>> known.filter(fact="kursk-incursion").item(0, "occurred_earliest")
        datetime.date(2024, 8, 1)
        """
        return self._frame("polars")

    def to_pandas(self) -> Any:  # noqa: ANN401 - as above
        """Return the answer as a `pandas.DataFrame`; see `to_polars`.

        Raises:
            MissingLibrary: pandas is not installed.
        """
        return self._frame("pandas")

    def to_arrow(self) -> Any:  # noqa: ANN401 - as above
        """Return the answer as a `pyarrow.Table`; see `to_polars`.

        Raises:
            MissingLibrary: pyarrow is not installed.
        """
        return self._frame("arrow")

    def plot(self, measure: str | None = None, *, width: int = 760) -> Drawing:
        """Draw the answer: what was known, figures, or a chronology.

        What was known is drawn as a plane of happening against knowing, figures as a band of
        what was estimated by whom, a chronology as bars. Soft dates are drawn soft.

        Args:
            measure: the measure to draw, where the answer is about figures; None is the one about
                which most is said.
            width: how wide the drawing is, in pixels.

        Raises:
            InvalidValue: the answer is of a kind that has no drawing, or a measure is named for
                an answer that is not about figures, or the width leaves no room.
            UnknownName: nobody gave figures of *measure*.

        >>> from timeline import Timeline
        >>> drawing = Timeline.read("fixtures/streams").figures("2025-02-07").plot("casualties")
        >>> drawing.svg.startswith("<svg")
        True
        """
        return self._forms().plot(self, measure, width)

    def _frame(self, kind: str) -> Any:  # noqa: ANN401 - as above
        return self._forms().frame(self, kind)

    def _forms(self) -> _Forms:
        if not _FORMS:
            raise InvalidValue("answer", expected="shown with `timeline` loaded", got=self)
        return _FORMS[0]
