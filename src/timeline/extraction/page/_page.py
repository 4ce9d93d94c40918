"""An article's text as the rules see it: blocks, sentences, words and dates, all with offsets.

Every offset counts code points of the whole text, so that whatever a rule finds can be quoted.
"""

from __future__ import annotations

import re
from itertools import compress, count
from typing import TYPE_CHECKING, Final

import attrs
import sentencex

from timeline.extraction._tokens import LOWER, Token, tokens_of
from timeline.extraction._value import value
from timeline.extraction.page._blocks import Block, blocks_of
from timeline.model import Article
from timeline.timex import TimeExpression, tag

if TYPE_CHECKING:
    from collections.abc import Container, Iterator


@value
class Sentence:
    """A sentence and its words.

    A quotation of several sentences that one frame holds together is one sentence here.

    Args:
        number: its place among the sentences of the page, from 0 on.
        start: where it begins in the text.
        end: where it ends, exclusive, without the space behind it.
        text: its words.
        block: the block that it stands in.
        tokens: its words, numbers and punctuation.
        times: the time expressions in it.
        words: its tokens in lower case, as rules compare them, in order.
        vocabulary: those words, each once: a rule that needs one of them asks here first.
    """

    number: int
    start: int
    end: int
    text: str
    block: Block
    tokens: tuple[Token, ...]
    times: tuple[TimeExpression, ...]
    words: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)
    vocabulary: frozenset[str] = attrs.field(init=False, repr=False, eq=False)

    @words.default
    def _lowered(self) -> tuple[str, ...]:
        return tuple(map(LOWER, self.tokens))

    @vocabulary.default
    def _each_once(self) -> frozenset[str]:
        return frozenset(self.words)

    def places_of(self, words: Container[str]) -> Iterator[int]:
        """Yield the numbers of the tokens that are among *words* in lower case, in order."""
        return compress(count(), map(words.__contains__, self.words))

    def between(self, start: int, end: int) -> Iterator[Token]:
        """Yield the tokens that lie within *start* to *end*."""
        return (token for token in self.tokens if start <= token.start and token.end <= end)


@value
class Page:
    """An article, cut up for reading.

    Args:
        article: the article.
        text: its text.
        blocks: all blocks, boilerplate too, in order.
        sentences: the sentences of what is not boilerplate, in order.
    """

    article: Article
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]


# "The Sunday Courier" is a paper, and no day.
_SUNDAY_PAPER: Final = re.compile(
    r"(?:Sun|Mon|Satur|Fri)day (?:Times|Post|Mail|Mirror|Express|Telegraph|World|Herald|Courier"
    r"|Register|Record|Star|Sun|News|Independent|Tribune|Chronicle|Observer|Standard|Business"
    r"|Life|Sport|Age|Vision|Nation|Monitor|Leader|Argus|Echo|Examiner|Dispatch|Gazette|Bulletin"
    r"|Touchline|Magazine|Review|Night Live|Guardian|Punch|Sentinel|Journal)\b"
)


# No abbreviation, unlike "Jan.": a sentence ends with it, unless a quotation goes on.
_MAY: Final = re.compile(r"\bMay\. (?=[A-Z\u201c\"])")


def page_of(article: Article) -> Page:
    """Cut an article up.

    An article without a text has no blocks.
    """
    text = article.text or ""
    blocks = blocks_of(text, article.title)
    times = tuple(
        time for time in tag(text, article.published) if not _SUNDAY_PAPER.match(text, time.start)
    )
    sentences: list[Sentence] = []
    position = 0
    for block in blocks:
        if block.boilerplate:
            continue
        for start, end in _bounds(text, block):
            while position < len(times) and times[position].end <= start:
                position += 1
            stop = position
            while stop < len(times) and times[stop].end <= end:
                stop += 1
            sentences.append(
                Sentence(
                    len(sentences),
                    start,
                    end,
                    text[start:end],
                    block,
                    tokens_of(text, start, end),
                    times[position:stop],
                )
            )
            position = stop
    return Page(article, text, blocks, tuple(sentences))


def _bounds(text: str, block: Block) -> Iterator[tuple[int, int]]:
    for found in sentencex.get_sentence_boundaries("en", text[block.start : block.end]):
        start, end = block.start + found["start_index"], block.start + found["end_index"]
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end and " May. " in text[start:end]:
            for full in _MAY.finditer(text, start, end):
                yield start, full.start() + 4
                start = full.end()
        if start < end:
            yield start, end
