"""Stretches of an article between quotation marks, over sentences and paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction.page._page import Page


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
_MARK: Final = re.compile("[\"\u201c\u201d\u201e\xab\xbb'\u2018\u2019]")
_SINGLE: Final = "'\u2018\u2019"
_CLOSES: Final = {
    '"': '"',
    "\u201c": "\u201d",
    "\u201e": "\u201c",
    "\xab": "\xbb",
    "'": "'",
    "\u2018": "\u2019",
}
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
    for found in _MARK.finditer(text, start, end):
        mark, place = found[0], found.start()
        single = mark in _SINGLE
        if opened >= 0 and closing in _SINGLE and place - opened > _LONGEST_SINGLE:
            opened = -1  # it was an apostrophe after all
        if opened < 0:
            if mark in _CLOSES and not (single and not _opens(text, place, end)):
                opened, closing = place, _CLOSES[mark]
        elif (single and mark == closing and _shuts(text, place, start, end)) or (
            not single and (mark == closing or (closing == "\u201d" and mark == '"'))
        ):
            yield Quote(opened, place + 1, opened + 1, place, closed=True)
            opened = -1
        elif closing in _SINGLE and not single and mark in _CLOSES:
            opened, closing = place, _CLOSES[mark]  # an apostrophe before a quotation
    if opened >= 0 and closing not in _SINGLE:
        yield Quote(opened, end, opened + 1, end, closed=False)


def _opens(text: str, place: int, end: int) -> bool:
    """Whether a single mark at *place* stands before a word and not behind one."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < end else " "
    return not (before.isalnum() or before in ".,!?") and (after.isalnum() or after in "[(")


def _shuts(text: str, place: int, start: int, end: int) -> bool:
    """Whether a single mark at *place* stands behind a word and not before one."""
    before = text[place - 1] if place > start else " "
    after = text[place + 1] if place + 1 < end else " "
    return (before.isalnum() or before in ".,!?)]\u2026") and not after.isalnum()
