"""How much of a long answer is shown: an archive has more facts than a page can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

from timeline.rendering._layout import DIM
from timeline.rendering._text import line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

T = TypeVar("T")


@attrs.define
class Room:
    """Room for so many entries; what finds none is counted, and said to be left out.

    Args:
        left: how many more entries are shown; None for all of them.
    """

    left: int | None = None
    out: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        if self.left is not None:
            self.left = max(self.left, 0)

    def take(self, entries: Sequence[T]) -> Sequence[T]:
        """Return the first *entries*, as many as there is room for.

        >>> room = Room(3)
        >>> room.take("ab"), room.take("cde"), room.out
        ('ab', 'c', 2)
        """
        if self.left is None:
            return entries
        taken = entries[: self.left]
        self.left -= len(taken)
        self.out += len(entries) - len(taken)
        return taken

    def rest(self) -> list[RenderableType]:
        """Return the line that says how much was left out; nothing where all was shown."""
        if not self.out:
            return []
        words = f"and {self.out:,} more, not shown here; to_dict() gives them all"
        return [line((words, DIM)), ""]
