"""The parts of an article's text: headline, paragraphs, captions, and what is not the article."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.extraction.english._credits import DATELINE
from timeline.extraction.page._lines import Line, Look, key_of, lines_of
from timeline.model import Word


class Part(Word):
    """What a block of an article's text is."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    """The place, and perhaps the day and the agency, before the first sentence."""
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    """A short heading between paragraphs."""
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
    """What the page says, not the article: links, buttons, pleas, repetitions."""


_UNREAD: Final = frozenset({Part.BYLINE, Part.DATELINE, Part.CROSSHEAD, Part.BOILERPLATE})


@attrs.frozen(slots=True)
class Block:
    """A stretch of text that belongs together: a line, a paragraph, the words of a caption.

    Args:
        start: where it begins in the text.
        end: where it ends, exclusive.
        part: what it is.
        rule: the rule that said so.
    """

    start: int
    end: int
    part: Part
    rule: str = ""

    @property
    def boilerplate(self) -> bool:
        """Whether no sentence of the article stands in it: neither prose, caption nor headline."""
        return self.part in _UNREAD


def blocks_of(text: str, title: str = "") -> tuple[Block, ...]:
    r"""Return the blocks of *text*, in order; they do not overlap.

    What stands twice counts once: the second is boilerplate. The credit and the marks around a
    caption, and the marks of a heading or a list, lie in no block.

    Args:
        text: the article's text, plain or in Markdown.
        title: its headline; where it is not known, the first line that can be one is it.

    >>> page = "Home > World\nTwo held in Oslo\nOSLO (Reuters) - Police held two men.\nRead also"
    >>> for block in blocks_of(page):
    ...     print(block.part, page[block.start:block.end])
    boilerplate Home > World
    headline Two held in Oslo
    dateline OSLO (Reuters) -
    paragraph Police held two men.
    boilerplate Read also
    """
    return _Reader(text, title).blocks()


_HEADS: Final = frozenset({Look.SHORT, Look.LOOSE})
_LABEL_WORDS: Final = 3
_TEASER_WORDS: Final = 25
_ABOVE_CREDIT_WORDS: Final = 60
_DATELINE_LENGTH: Final = 120


class _Reader:
    """Reads the lines of one text, each in the light of those before it."""

    def __init__(self, text: str, title: str) -> None:
        self.lines = tuple(lines_of(text))
        prose = [place for place, line in enumerate(self.lines) if line.look is Look.PROSE]
        self.first = prose[0] if prose else len(self.lines)
        self.last = prose[-1] if prose else len(self.lines)
        heads = (p for p in range(self.first) if self.lines[p].look in _HEADS)
        self.head = max(heads, default=-1)  # the last line above all prose that can be the headline
        self.titles = _titles(title)
        self.headed = any(line.key in self.titles for line in self.lines)
        self.text = text
        self.seen: set[str] = set()
        self.found: list[Block] = []
        self.among_links = False

    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks."""
        for place, line in enumerate(self.lines):
            if line.look is Look.CREDIT:
                self._caption_above()
            part, rule = self._part(place, line)
            if part is not Part.BOILERPLATE:
                self.seen.add(line.key)
            self.among_links = line.look is Look.LINKS or (
                self.among_links and part is Part.BOILERPLATE
            )
            self._add(line, part, rule)
        return tuple(self.found)

    def _part(self, place: int, line: Line) -> tuple[Part, str]:
        if line.key in self.seen:
            return Part.BOILERPLATE, "repeated"
        if line.key in self.titles:
            return Part.HEADLINE, "title"
        match line.look:
            case Look.NOISE | Look.LINKS | Look.CREDIT:
                return Part.BOILERPLATE, line.rule
            case Look.BYLINE:
                return Part.BYLINE, line.rule
            case Look.CAPTION:
                return Part.CAPTION, line.rule
            case Look.PROSE:
                if place == self.first and not self.headed and line.text.endswith("?"):
                    self.headed = True
                    return Part.HEADLINE, "question"
                return Part.PARAGRAPH, line.rule
            case Look.SHORT | Look.LOOSE:
                return self._unstopped(place, line)

    def _unstopped(self, place: int, line: Line) -> tuple[Part, str]:
        """Say what a line without a final stop is: by where it stands."""
        short = line.look is Look.SHORT
        if self.among_links and line.words <= _TEASER_WORDS:
            return Part.BOILERPLATE, "among_links"
        if place < self.first:
            if short and line.words <= _LABEL_WORDS and (self.headed or place < self.head):
                return Part.BOILERPLATE, "label"
            if not self.headed and line.words <= _TEASER_WORDS:
                self.headed = True
                return Part.HEADLINE, "first"
            return Part.PARAGRAPH, "standfirst"
        if not short:
            return Part.PARAGRAPH, line.rule
        if place > self.last:
            return Part.BOILERPLATE, "below"
        return Part.CROSSHEAD, "between"

    def _caption_above(self) -> None:
        """Make the block above a credit a caption, unless it is too long for one."""
        for place in range(len(self.found) - 1, -1, -1):
            above = self.found[place]
            if above.rule == "repeated":
                continue
            words = len(self.text[above.start : above.end].split())
            fits = above.part in {Part.PARAGRAPH, Part.CROSSHEAD}
            if fits and words <= _ABOVE_CREDIT_WORDS:
                self.found[place] = Block(above.start, above.end, Part.CAPTION, "above_credit")
            return

    def _add(self, line: Line, part: Part, rule: str) -> None:
        start = line.start
        if part is Part.PARAGRAPH and _ends_a_dateline(line.text[:_DATELINE_LENGTH]):
            place = DATELINE.match(self.text, start, min(line.end, start + _DATELINE_LENGTH))
            if place is not None and place.end() < line.end:
                stop = start + len(place[0].rstrip())
                self.found.append(Block(start, stop, Part.DATELINE, "dateline"))
                start = place.end()
        self.found.append(Block(start, line.end, part, rule))


def _ends_a_dateline(text: str) -> bool:
    """Whether one of the signs that end a dateline stands in *text*; in most, none does."""
    return "-" in text or ":" in text or "—" in text or "–" in text


_SEPARATORS: Final = (" | ", " - ", " – ", " — ", " :: ", " « ")  # as printed


def _titles(title: str) -> frozenset[str]:
    """Return the forms under which a headline can stand: with the name of the site, and without."""
    forms = {key_of(title)}
    for sign in _SEPARATORS:
        head, found, _ = title.rpartition(sign)
        if found and len(head.split()) > _LABEL_WORDS:
            forms.add(key_of(head))
    return frozenset(forms - {""})
