"""Draws a view as a terminal of some width would show it, without colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from rich.console import RenderableType


def drawn(view: RenderableType, width: int = 100) -> str:
    """Return what is on the screen."""
    screen = io.StringIO()
    Console(file=screen, width=width, color_system=None).print(view)
    return screen.getvalue()


def flat(view: RenderableType, width: int = 400) -> str:
    """Return the same with single spaces, on a screen so wide that nothing is wrapped."""
    return " ".join(drawn(view, width).split())
