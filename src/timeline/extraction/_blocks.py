"""The parts of an article's text: headline, paragraphs, captions, and what is not the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.model import Word

if TYPE_CHECKING:
    from collections.abc import Iterator


class Part(Word):
    """What a block of an article's text is."""

    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@attrs.frozen(slots=True)
class Block:
    """A stretch of text between line ends that belongs together.

    Args:
        start: where it begins in the text.
        end: where it ends, exclusive.
        part: what it is.
    """

    start: int
    end: int
    part: Part

    @property
    def boilerplate(self) -> bool:
        """Whether it is no part of what the article says."""
        return self.part is Part.BOILERPLATE


_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")


def blocks_of(text: str, title: str = "") -> tuple[Block, ...]:
    """Return the blocks of *text*, in order.

    Args:
        text: the article's text.
        title: its headline, by which a repeated one is known.
    """
    return tuple(_blocks(text, title))


def _blocks(text: str, title: str) -> Iterator[Block]:
    seen: set[str] = set()
    for found in _LINE.finditer(text):
        line = found[0].strip()
        start = found.start() + found[0].index(line)
        if line in seen:
            part = Part.BOILERPLATE  # said once already
        elif line == title:
            part = Part.HEADLINE
        else:
            part = Part.PARAGRAPH
        seen.add(line)
        yield Block(start, start + len(line), part)
