"""Who says what in an article: the words of each frame, the chain of sources, and the date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction._value import value
from timeline.extraction.chunks import chunks_of
from timeline.extraction.english._groups import FOOTAGE, WRITINGS
from timeline.extraction.english._reporting import HEARSAY, HELD, KEPT_SILENT, VERBS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._draft import Reading
from timeline.extraction.frames._later import finished
from timeline.extraction.frames._layout import Laid, lay_out
from timeline.extraction.frames._openers import body_opening, remember_opener
from timeline.extraction.frames._rules import RULES, drafts_of
from timeline.extraction.frames._story import Story
from timeline.extraction.names import KnownSources, Sort
from timeline.extraction.page import Part, quotes_of
from timeline.extraction.sources import (
    Memory,
    of_mention,
    remember,
)
from timeline.model import Source, Stance
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._denial import Said
    from timeline.extraction.names import Mention
    from timeline.extraction.page import (
        Page,
        Quote,
        Sentence,
    )

__all__ = ["RULES", "Frame", "frames_of"]

_CUE_WORDS: Final = (
    frozenset(VERBS)
    | HEARSAY
    | WRITINGS
    | FOOTAGE
    | frozenset(HELD)
    | KEPT_SILENT
    | listed(
        "according declined refused declines refuses admission testimony drawn gave gives view"
    )
)
_LONGEST: Final = 600  # words of a sentence of prose, quotations in it
_SPEAK: Final = frozenset({Sort.PERSON, Sort.ORGANISATION, Sort.UNKNOWN})


@value
class Frame:
    """Words of an article that are somebody's: on whose word, when they said so, how sure.

    Args:
        start: where the frame's own words begin ("Yonhap reported February 4, citing the NIS").
        end: where they end, exclusive.
        content: the stretches of the text that are theirs, in order.
        chain: the sources beyond the outlet, nearest first.
        stance: how the last of them stands to it.
        when: what dates the saying; None where nothing does.
        dated: whether that date stands in the frame itself; else it is carried on from the frame
            that this one continues.
        rule: the name of the rule that read it.
        sources: the sources in the chain that were not known.
    """

    start: int
    end: int
    content: tuple[tuple[int, int], ...]
    chain: tuple[str, ...]
    stance: Stance
    when: TimeExpression | None
    dated: bool
    rule: str
    sources: tuple[Source, ...]


def frames_of(
    page: Page, names: Sequence[Mention], sources: Mapping[str, Source]
) -> tuple[Frame, ...]:
    """Return who says what on *page*, in the order of the text.

    Args:
        page: the article, cut up.
        names: what it names, from `names_of`.
        sources: the sources that are known, by id.

    >>> from timeline.extraction.names import names_of
    >>> from timeline.extraction.page import page_of
    >>> from timeline.model import Article
    >>> text = "The dam held, Mayor Ruth Okoro told Reuters on Tuesday, but it would need repair."
    >>> page = page_of(Article("a", "daily", "2025-02-07", text=text))
    >>> for frame in frames_of(page, names_of(page, {}), {}):
    ...     print(frame.chain, frame.stance, frame.when.when, [text[a:b] for a, b in frame.content])
    ('reuters', 'ruth-okoro') asserts 2025-02-04 ['The dam held']
    """
    memory = Memory(KnownSources.of(sources), page.article.outlet)
    for mention in names:
        if " " in mention.text and not mention.group:
            memory.titles.setdefault(mention.id, mention.text)
    story = Story(page, memory, quotes_of(page))
    name = quote = 0
    quotes = story.quotes
    for sentence in page.sentences:
        while name < len(names) and names[name].start < sentence.start:
            name += 1
        until = name
        while until < len(names) and names[until].start < sentence.end:
            until += 1
        while quote < len(quotes) and quotes[quote].end <= sentence.start:
            quote += 1
        stop = quote
        while stop < len(quotes) and quotes[stop].start < sentence.end:
            stop += 1
        here, said = names[name:until], quotes[quote:stop]
        _read(story, sentence, here, said)
        body = body_opening(sentence, memory)
        for place, mention in enumerate(here):
            memory.land = mention.country or memory.land
            if mention.sort in _SPEAK:
                memory.see(of_mention(mention, place, memory))
        remember_opener(sentence, here, memory, body)
        remember(sentence, memory)
        name = until
    return tuple(_frame(said, memory) for said in finished(story.frames))


def _read(
    story: Story, sentence: Sentence, names: Sequence[Mention], quotes: Sequence[Quote]
) -> None:
    memory = story.memory
    memory.now = sentence.number
    if sentence.block is not story.block:
        # A caption stands by itself: its pronouns do not point to the text around it.
        story.block = sentence.block
        memory.floor = sentence.number if sentence.block.part is Part.CAPTION else 0
    laid: list[Laid] = []
    chunks: Chunks | None = None
    if len(sentence.tokens) <= _LONGEST and not _CUE_WORDS.isdisjoint(sentence.words):
        chunks = chunks_of(sentence, names, quotes)
        reading = Reading(sentence, chunks, memory)
        drafts_of(reading)
        laid = lay_out(reading)
    for item in laid:
        assert chunks is not None
        story.say(sentence, item, chunks)
    if sentence.block.part is not Part.HEADLINE:
        story.go_on(sentence, quotes)


def _frame(said: Said, memory: Memory) -> Frame:
    return Frame(
        said.start,
        said.end,
        tuple(said.content),
        said.chain,
        said.stance,
        said.time,
        said.dated,
        said.rule,
        tuple(memory.sources[link] for link in said.chain if link in memory.sources),
    )
