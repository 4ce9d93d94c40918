"""Frames across sentences: who goes on speaking, of which statement, and since which date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._tokens import LOWER
from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._denial import NOTHING, Said, denies
from timeline.extraction.frames._draft import BEFORE
from timeline.extraction.frames._numbers import tells_on
from timeline.extraction.frames._that_day import date_by_what_was_told, precise
from timeline.extraction.names import Sort
from timeline.extraction.page import Block, Page, Quote
from timeline.extraction.sources import (
    UNNAMED_REPORTS,
    Memory,
)
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._layout import Laid
    from timeline.extraction.page import Sentence

_REPORTS: Final = listed("report write says say suggest note state") | {"according to"}
_UNCHECKED: Final = re.compile(
    r"(?:could not|couldn.t|unable to|not able to|no (?:means|way) (?:of|to)|cannot|can.t"
    r"|impossible to|not been able to)\b.{0,40}?\b(?:verif|check|confirm|corroborat)"
)
_RUMOUR: Final = re.compile(
    r"(?:There (?:is|are|was|were|'s) (?:an? |some |many )?"
    r"(?:story|stories|rumou?rs?|reports?|talk)\b[^.:]{0,40}?(?:: | that )"
    r"|One (?:story|rumou?r|report|theory)\b[^.:]{0,60}? (?:is|was) that "
    r"|(?:They|People) say (?:that )?|(?:I|We)(?: have|'ve|\u2019ve)? heard that )"
)
_RUMOUR_OPENS: Final = ("There", "One", "They", "People", "I", "We")
_CHECKS: Final = ("verif", "check", "confirm", "corroborat")
_EARLIER: Final = frozenset({"initially", "originally", "previously", "earlier"})
_NEAR: Final = 1
_BACK: Final = 6  # frames among which the one that goes on is sought
_LONG: Final = 12  # frames among which a speaker's last dated word is sought
_PARAGRAPHS: Final = 2
_MOSTLY: Final = 0.6


@attrs.define(slots=True, eq=False)
class Story:
    """An article while its frames are read.

    Args:
        page: the article, cut up.
        memory: who was named and who has spoken.
        quotes: the quoted stretches of the article.
        frames: what was read so far.
        paragraphs: the numbers of the blocks that count, by where they begin.
        block: the block of the sentence that is read.
    """

    page: Page
    memory: Memory
    quotes: Sequence[Quote]
    frames: list[Said] = attrs.Factory(list)
    paragraphs: dict[int, int] = attrs.Factory(dict)
    block: Block | None = None

    def __attrs_post_init__(self) -> None:
        kept = [block for block in self.page.blocks if not block.boilerplate]
        self.paragraphs = {block.start: number for number, block in enumerate(kept)}

    def say(self, sentence: Sentence, laid: Laid, chunks: Chunks) -> None:
        """Enter what one draft says."""
        draft = laid.draft
        speakers = draft.speakers
        origin = speakers[-1]
        chain = tuple(dict.fromkeys(s.id for s in speakers if s.id != self.memory.outlet)) or (
            self.memory.outlet,
        )
        start = chunks[draft.first].start
        end = chunks[max(draft.first, min(draft.last, len(chunks)) - 1)].end
        content = [
            span
            for first, last in laid.regions
            if (span := self._span(chunks, first, last)) is not None
        ]
        said = Said(
            start,
            end,
            content,
            chain,
            draft.stance,
            draft.time,
            draft.time is not None and not draft.carried,
            draft.rule,
            self.paragraphs.get(sentence.block.start, 0),
            sentence.number,
            origin,
            told=draft.told,
            cited=draft.cited,
            goes_on=draft.goes_on
            or draft.same
            or origin.way in {"pronoun", "described", "writing"},
            interview=draft.interview,
            quoted=any(["Q" in chunks.tags[first:last] for first, last in laid.regions]),  # noqa: C419 - quicker
            bare=draft.empty,
            waits=not content and not draft.empty and draft.side == BEFORE,
            earlier=not _EARLIER.isdisjoint(map(LOWER, chunks.items[draft.first : draft.last])),
        )
        if said.stance is Stance.ASSERTS and any(self._silent(a, b) for a, b in content):
            said.stance = Stance.WITHHOLDS
        date_by_what_was_told(said, self.frames, self.page)
        if draft.same and origin.way in {"described", "pronoun"} and self.frames:
            said.chain = self.frames[-1].chain  # "the maker of tools said in the same statement"
        self._continue(said)
        self._resume(said)
        if denies(said, self.frames, self.page.text):
            said.stance = Stance.DENIES
        if said.waits:
            self._take_quote(said, sentence)
        for speaker in speakers:
            if speaker.id == self.memory.outlet:
                continue
            self.memory.enter(
                speaker.id,
                speaker.name,
                group=speaker.sort in {Sort.GROUP, Sort.PEOPLE} or speaker.way == "unnamed",
            )
            if speaker.way != "writing":
                self.memory.speak(speaker)
        self.memory.chain = said.chain
        self.memory.reported = any(s.medium or s.way == "writing" for s in speakers) or any(
            s.noun in WRITINGS for s in speakers
        )
        self.frames.append(said)
        self._rumour(said)

    def _silent(self, start: int, end: int) -> bool:
        words = self.page.text[start:end]
        if ("nothing" in words or "no comment" in words) and NOTHING.search(words):
            return True
        return any(cue in words for cue in _CHECKS) and bool(_UNCHECKED.search(words))

    def _span(self, chunks: Chunks, first: int, last: int) -> tuple[int, int] | None:
        if first >= last:
            return None
        start, end = chunks[first].start, chunks[last - 1].end
        text = self.page.text
        if chunks.tag(first) == "Q" and last - first == 1:
            start += 1
            if text[end - 1] in "\"”’'»“":
                end -= 1
        return self._stripped(start, end)

    def _stripped(self, start: int, end: int) -> tuple[int, int] | None:
        text = self.page.text
        while start < end and (text[start].isspace() or text[start] in ",;"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;"):
            end -= 1
        return (start, end) if start < end else None

    def _continue(self, said: Said) -> None:
        """Carry chain and date on from the frame that this one continues."""
        last = next(
            (said for said in reversed(self.frames[-_BACK:]) if said.chain[-1] != UNNAMED_REPORTS),
            None,
        )
        if last is None or not 0 <= said.block - last.block <= _NEAR:
            return
        own = said.chain[-1]
        if own == last.chain[-1] or said.origin.way == "writing":
            if len(said.chain) == 1 or said.origin.way == "writing":
                said.chain = last.chain
        elif (
            said.chain == last.chain[:1]
            and last.cited
            and said.rule in _REPORTS
            and len(last.chain) > 1
        ):
            said.chain = last.chain
        elif own in last.chain and len(said.chain) == 1 and last.number == said.number:
            said.chain = last.chain[: last.chain.index(own) + 1]
        elif said.chain[0] != last.chain[0]:
            return
        if (
            last.stance is Stance.CONFIRMS
            and not last.content
            and said.rule in {"say", "state on", "say on", "state"}
        ):
            said.stance = Stance.CONFIRMS  # "confirmed the report. It said that ..."
        if said.time is not None or last.time is None or said.earlier:
            return
        same = said.block == last.block
        if said.rule == "tell" and not (same or said.told or last.interview):
            return  # told on another occasion
        quoted = said.quoted and not said.cited
        if same or said.goes_on or quoted or precise(last.time):
            said.time, said.dated = last.time, False
            said.rule = f"{said.rule} continued"

    def _resume(self, said: Said) -> None:
        """Carry on the date of what a speaker said before others spoke between.

        That holds for who is pointed to ("he added", "the ministry said as well") or quoted, until
        the second paragraph from there. Who denies something or says nothing of it answers what
        was said between, on another occasion.
        """
        if said.time is not None or not (said.goes_on or said.quoted):
            return
        if said.stance is Stance.DENIES or said.stance is Stance.WITHHOLDS:
            return
        own = said.chain[-1]
        for last in reversed(self.frames[-_LONG:]):
            if not 0 <= said.block - last.block <= _PARAGRAPHS:
                return
            if last.chain[-1] != own:
                continue
            if last.time is None and (last.told or last.rule.startswith("tell")):
                return  # said on another occasion
            if last.time is None:
                continue
            if said.rule == "tell" and said.block != last.block:
                return  # told on another occasion
            said.time, said.dated = last.time, False
            if len(said.chain) == 1:
                said.chain = last.chain
            said.rule = f"{said.rule} continued"
            return

    def _take_quote(self, said: Said, sentence: Sentence) -> None:
        """Give a frame without words of its own the quotation before it."""
        if sentence.number == 0:
            return
        before = self.page.sentences[sentence.number - 1]
        for quote in self.quotes:
            if before.start <= quote.start < before.end and quote.end <= before.end:
                if self.frames and self.frames[-1].number == before.number:
                    return
                span = self._stripped(quote.inner, quote.until)
                if span is not None:
                    said.content = [span]
                    said.quoted = True

    def go_on(self, sentence: Sentence, quotes: Sequence[Quote]) -> None:
        """Let the last speaker go on where a sentence is a quotation without a frame."""
        if not self.frames:
            return
        last = self.frames[-1]
        if last.number == sentence.number:
            return
        if not quotes:
            self._tell_on(sentence, last)
            return
        block = self.paragraphs.get(sentence.block.start, 0)
        near = sentence.number - last.number == 1 or block == last.block
        if not near or not (last.quoted or self.page.text[last.end : last.end + 1] == ":"):
            return
        inside = [
            (max(quote.inner, sentence.start), min(quote.until, sentence.end)) for quote in quotes
        ]
        length = sum(b - a for a, b in inside)
        if inside[0][0] - sentence.start > 1:
            return
        if length < _MOSTLY * (sentence.end - sentence.start):
            return
        content = [span for a, b in inside if (span := self._stripped(a, b)) is not None]
        if not content:
            return
        going_on = Said(
            content[0][0],
            content[0][0],
            content,
            last.chain,
            Stance.ASSERTS,
            last.time,
            last.time is None and last.dated,
            "quotation continued",
            block,
            sentence.number,
            last.origin,
            quoted=True,
            goes_on=True,
        )
        if denies(going_on, self.frames, self.page.text):
            going_on.stance = Stance.DENIES
        self.frames.append(going_on)
        self._rumour(going_on)

    def _tell_on(self, sentence: Sentence, last: Said) -> None:
        """Let figures go on where a sentence adds one to those of the last: "Milk rose 6%"."""
        block = self.paragraphs.get(sentence.block.start, 0)
        if block != last.block or not tells_on(last, sentence, self.page.text):
            return
        span = self._stripped(sentence.start, sentence.end)
        if span is None:
            return
        self.frames.append(
            attrs.evolve(
                last,
                start=span[0],
                end=span[0],
                content=[span],
                dated=False,
                rule="figures continued",
                number=sentence.number,
                bare=False,
                waits=False,
                goes_on=True,
            )
        )

    def _rumour(self, said: Said) -> None:
        """Part "There is a story going round: ..." in somebody's words from what they say."""
        for number, (start, end) in enumerate(said.content):
            if not self.page.text.startswith(_RUMOUR_OPENS, start):
                continue
            found = _RUMOUR.match(self.page.text, start, end)
            if found is None or found.end() >= end:
                continue
            said.content[number : number + 1] = []
            nobody = attrs.evolve(said.origin, id=UNNAMED_REPORTS, way="unnamed")
            self.memory.enter(UNNAMED_REPORTS, "Unnamed reports", group=True)
            chain = tuple(dict.fromkeys((*said.chain, UNNAMED_REPORTS)))
            rumour = attrs.evolve(
                said, start=start, end=found.end(), content=[(found.end(), end)], chain=chain
            )
            rumour.rule, rumour.origin = "rumour", nobody
            self.frames.insert(len(self.frames) - 1, rumour)
            return
