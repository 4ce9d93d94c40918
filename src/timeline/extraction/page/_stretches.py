"""Where the lines of a text are, or its paragraphs, if it was broken into lines of one width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP: Final = re.compile(r"[.!?…][\"'”’»)\]*_]*$")
_LINE: Final = re.compile(r"[^\r\n]+")
_WIDTH: Final = 100
_FULL: Final = 0.55
_MOST: Final = 0.7
_FEW: Final = 3


def stretches(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the bounds of each line; of a text that was broken at a width, of each paragraph.

    >>> list(stretches("One.\n\n  Two.\n"))
    [(0, 4), (6, 12)]
    """
    lines = [found.span() for found in _LINE.finditer(text) if not found[0].isspace()]
    if not _is_wrapped(text, lines):
        yield from lines
        return
    start, end = lines[0]
    for line in lines[1:]:
        if _parted(text, end, line[0]):
            yield start, end
            start = line[0]
        end = line[1]
    yield start, end


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Say whether most lines that another follows at once are full, and end within a sentence."""
    width = max((end - start for start, end in lines), default=0)
    if width > _WIDTH:
        return False
    inner = [
        (start, end)
        for (start, end), (following, _) in pairwise(lines)
        if not _parted(text, end, following)
    ]
    if len(inner) < _FEW:
        return False
    broken = sum(
        end - start > _FULL * width and not _STOP.search(text[start:end].rstrip())
        for start, end in inner
    )
    return broken > _MOST * len(inner)


def _parted(text: str, end: int, start: int) -> bool:
    gap = text[end:start]
    return gap.count("\n") > 1 or gap.count("\r") > 1
