"""What answers have in common: they print well, on a terminal and in a notebook.

How they look is decided floors above; the words are handed in when the facade is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FORMS: dict[str, Callable[[Shown], str]] = {}


def register(*, text: Callable[[Shown], str], html: Callable[[Shown], str]) -> None:
    """Say how answers are turned into plain text and into HTML."""
    _FORMS.update(text=text, html=html)


class Shown:
    """An answer that a person can read."""

    __slots__ = ()

    def __str__(self) -> str:
        form = _FORMS.get("text")
        return repr(self) if form is None else form(self)

    def _repr_html_(self) -> str | None:
        form = _FORMS.get("html")
        return None if form is None else form(self)
