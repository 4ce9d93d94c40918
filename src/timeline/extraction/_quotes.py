"""Stretches of an article between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction._page import Page


@attrs.frozen(slots=True)
class Quote:
    """A quoted stretch, within one block.

    Args:
        start: where its opening mark stands.
        end: behind its closing mark, or the end of the block where the mark is left out because
            the quotation goes on in the next paragraph.
        inner: where its words begin.
        until: where they end, exclusive.
        closed: whether the closing mark is there.
    """

    start: int
    end: int
    inner: int
    until: int
    closed: bool


# A single mark opens before a word and closes behind one; an apostrophe stands inside words.
_MARK: Final = re.compile(
    r"""[“”„«»"] | (?<![\w.,!?])['‘](?=[\w\[(]) | (?<=[\w.,!?…\])])['’](?![\w])""", re.VERBOSE
)
_CLOSES: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’"}
_LONGEST_SINGLE: Final = 400


def quotes_of(page: Page) -> tuple[Quote, ...]:
    """Return the quoted stretches of *page* in the order of the text; they never overlap.

    A quotation inside a quotation is part of the outer one. Each paragraph of a quotation that
    goes on over several opens with a mark, and only the last one closes.
    """
    return tuple(
        quote
        for block in page.blocks
        if not block.boilerplate
        for quote in _in_block(page.text, block.start, block.end)
    )


def _in_block(text: str, start: int, end: int) -> Iterator[Quote]:
    opened = -1
    closing = ""
    position = start
    while found := _MARK.search(text, position, end):
        mark = found[0]
        position = found.end()
        if opened < 0:
            if mark in "'‘" and text.find("’" if mark == "‘" else "'", position, end) < 0:
                continue  # an apostrophe that begins a word: 'em
            if mark in _CLOSES and not (mark in "'’" and not _opens(text, found.start())):
                opened, closing = found.start(), _CLOSES[mark]
        elif mark == closing or (closing == "”" and mark == '"'):
            yield Quote(opened, position, opened + 1, found.start(), closed=True)
            opened = -1
        elif closing in "'’" and position - opened > _LONGEST_SINGLE:
            position, opened = opened + 1, -1  # it was an apostrophe after all
    if opened >= 0 and closing not in "'’":
        yield Quote(opened, end, opened + 1, end, closed=False)


def _opens(text: str, place: int) -> bool:
    return place == 0 or not (text[place - 1].isalnum() or text[place - 1] in ".,!?")
