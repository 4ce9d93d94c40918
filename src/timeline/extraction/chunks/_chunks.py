"""A sentence in the pieces that attribution is read from: names, times, quotations, verbs.

Each piece has a one-letter tag, so that rules look at a short string instead of many words.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._tokens import LOWER
from timeline.extraction.chunks._chunk import Chunk, as_noun, before_its_verb
from timeline.extraction.chunks._tags import NOUNS_LY, PLAIN, QUICK, ROUGHLY, SLOW, TAGS
from timeline.extraction.english._groups import MEDIA, OCCASIONS, WRITINGS
from timeline.extraction.english._papers import RECORDS
from timeline.extraction.english._places import PLACE_WORDS
from timeline.extraction.english._reporting import (
    ADVERBS,
    ALSO_NOUNS,
    KEPT_SILENT,
    VERBS,
)
from timeline.extraction.english._titles import ABBREVIATED
from timeline.extraction.english._titles_small import CONTRACTIONS
from timeline.extraction.names import (
    Mention,
    Sort,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.page import Quote, Sentence
    from timeline.timex import TimeExpression

_PERIODS: Final = frozenset({"daily", "weekly", "monthly", "quarterly", "annual", "yearly"})
_PARTS: Final = ("-year", "-half", "-quarter", "-month")  # "its half-year report"
_GAP: Final = 1
_HEAD: Final = 7  # pieces from the head of a phrase to its end
_SHOW: Final = frozenset({"show", "find"})
_NEAR: Final = 3
_TAG: Final = attrgetter("tag")
_BEYOND: Final = 50  # places
_LONGEST_ADVERB: Final = 18  # letters


@attrs.define(slots=True, eq=False)
class Chunks:
    """The pieces of a sentence, and their tags as one string."""

    items: tuple[Chunk, ...]
    tags: str
    size: int = attrs.field(init=False)
    _tags: str = attrs.field(init=False)
    _lowers: list[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.size = len(self.items)
        # As many stops as pieces stand behind the last. A place before the first, which counts
        # from behind, meets one too: rules ask for tags by the thousand, and so need no bounds.
        more = self.size + _BEYOND
        self._tags = self.tags + "." * more
        self._lowers = [*map(LOWER, self.items), *[""] * more]

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, place: int) -> Chunk:
        return self.items[place]

    def lower(self, place: int) -> str:
        """Return the words of the piece at *place*, in lower case; empty where there is none."""
        try:
            return self._lowers[place]
        except IndexError:
            return ""

    def tag(self, place: int) -> str:
        """Return the tag of the piece at *place*; a full stop where there is none."""
        try:
            return self._tags[place]
        except IndexError:
            return "."


def chunks_of(sentence: Sentence, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> Chunks:
    """Return the pieces of a sentence, given what is named and quoted in it, in order."""
    items: list[Chunk] = []
    tokens = sentence.tokens
    marks = _marks(sentence, mentions, quotes)
    number = len(tokens)
    place = mark = 0
    begins = marks[0][0] if marks else sentence.end
    while place < number:
        for token in tokens[place:]:
            start, lower = token.start, token.lower
            if start >= begins:
                break
            kind = QUICK.get(lower)
            if kind is not None:
                items.append(Chunk(kind[0], start, token.end, lower, kind[1]))
            elif lower in SLOW:
                _enter_word(tokens, place, items)
            elif lower == "+" and place and tokens[place - 1].end == start:
                pass  # of a name: "OPEC+"
            elif "'" not in lower or not _contracted(token, items):
                owns = lower == "'" and _owns(tokens, place)
                tag = "P" if owns else _OTHERS[token.text]
                items.append(Chunk(tag, start, token.end, lower))
            place += 1
        else:
            break
        begin, _, end, tag, item = marks[mark]
        mark += 1
        if (
            tag == "T"
            and (lower in _PERIODS or lower.endswith(_PARTS))
            and (paper := _period(tokens, place, items))
        ):
            items.append(Chunk(paper, start, token.end, lower))
            begins = marks[mark][0] if mark < len(marks) else sentence.end
            place += 1
            continue
        if begin == start or tag != "N":
            if tag == "N":
                assert isinstance(item, Mention)
                _enter_name(items, item)
            else:
                items.append(Chunk(tag, start, min(end, sentence.end), lower, item))
            while place < number and tokens[place].start < end:
                place += 1
            if tag == "N" and _bracketed(items, tokens, place):
                place += 1
            start = end
        while mark < len(marks) and marks[mark][2] <= start:
            mark += 1
        begins = marks[mark][0] if mark < len(marks) else sentence.end
        if mark < len(marks) and begins < start:
            begins = start  # it began within what was read
    return Chunks(tuple(items), "".join(map(_TAG, items)))


def _owns(tokens: Sequence[Token], place: int) -> bool:
    """Whether an apostrophe is that of "the farmers' union"."""
    if not 0 < place < len(tokens) - 1:
        return False
    before, behind = tokens[place - 1], tokens[place + 1]
    return before.end == tokens[place].start and before.lower[-1] == "s" and behind.lower.isalpha()


def _contracted(token: Token, items: list[Chunk]) -> bool:
    """Enter "she'd" as the two words that it is."""
    base, _, ending = token.lower.rpartition("'")
    if f"'{ending}" not in CONTRACTIONS or PLAIN.get(base) != "H":
        return False
    cut = token.start + len(base)
    items.append(Chunk("H", token.start, cut, base))
    items.append(Chunk("m" if ending == "ll" else "X", cut, token.end, f"'{ending}"))
    return True


def _period(tokens: Sequence[Token], place: int, items: list[Chunk]) -> str:
    """Return the tag of a period that is no date: "the Dutch daily Trouw", "an annual report"."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is not None and (behind.lower in WRITINGS or behind.lower in OCCASIONS):
        return "w"
    before = items[-1].tag if items else "."
    city = before == "N" and items[-1].mention.sort is Sort.PLACE
    paper = before == "J" or ((city or before == "D") and behind is not None and behind.capital)
    return "S" if paper and tokens[place].lower in MEDIA else ""


_Mark = tuple[int, int, int, str, "Mention | TimeExpression | Quote"]


def _marks(sentence: Sentence, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> list[_Mark]:
    """Return what is quoted, dated and named, the first of overlapping ones first."""
    marks: list[_Mark] = [
        (quote.start, 0, quote.end, "A" if _adverb(sentence, quote) else "Q", quote)
        for quote in quotes
    ]
    for time in sentence.times:
        for mention in mentions:
            inside = mention.start <= time.start and time.end <= mention.end
            if inside and mention.end - mention.start > time.end - time.start:
                break  # "the Sunday Courier" dates nothing
        else:
            marks.append((time.start, 1, time.end, "T", time))
    marks += [(mention.start, 2, mention.end, "N", mention) for mention in mentions]
    marks.sort(key=_order)
    return marks


def _adverb(sentence: Sentence, quote: Quote) -> bool:
    """Whether a quotation is one adverb: he "categorically" denied it."""
    if quote.until - quote.inner > _LONGEST_ADVERB:
        return False
    word = sentence.text[quote.inner - sentence.start : quote.until - sentence.start].lower()
    return word.isalpha() and (word in ADVERBS or word.endswith("ly"))


def _order(mark: _Mark) -> tuple[int, int]:
    return mark[0], mark[1]


def _enter_name(items: list[Chunk], mention: Mention) -> None:
    last = items[-1] if items else None
    if (
        last is not None
        and last.tag == "N"
        and last.mention.id == mention.id
        and last.end + _GAP >= mention.start
    ):
        last.end = mention.end
        return
    items.append(Chunk(_name_tag(mention), mention.start, mention.end, "", mention))


def _bracketed(items: list[Chunk], tokens: Sequence[Token], place: int) -> bool:
    """Make "Name (ACR)" one piece; the closing bracket stands at *place*."""
    if place >= len(tokens) or tokens[place].text != ")" or len(items) < _NEAR:
        return False
    first, bracket, last = items[-3:]
    if not (
        bracket.tag == "("
        and first.tag in "NG"
        and last.tag in "NG"
        and first.mention.id == last.mention.id
    ):
        return False
    del items[-2:]
    first.end = tokens[place].end
    return True


def _enter_word(tokens: Sequence[Token], place: int, items: list[Chunk]) -> None:
    token = tokens[place]
    lower = token.lower
    if token.text == "." and items and _abbreviated(items[-1]) and place + 1 < len(tokens):
        items[-1].end = token.end
        return
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    # "Data from the port authority show that", "sales fell, data from the ministry show."
    shows = lower in _SHOW and (
        behind == "that" or (behind in {".", ","} and _records_before(items))
    )
    tag = "V" if shows else _tag_of(token.text, lower, items)
    if tag == "p" and lower in ROUGHLY and _number_at(tokens, place + 1):
        tag = "w"
    verb = VERBS.get(lower) if tag in "Vg" else None
    if verb is not None and items and before_its_verb(verb, items[-1].tag, behind):
        tag, verb = "w", None
    items.append(Chunk(tag, token.start, token.end, lower, verb))


def _records_before(items: list[Chunk]) -> bool:
    """Whether the phrase that ends the pieces so far has records for its head."""
    for item in reversed(items[-_HEAD:]):
        if item.tag in ",.;:":
            return False
        if item.lower in RECORDS:
            return True
    return False


def _number_at(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text[0].isdigit()


def _name_tag(mention: Mention) -> str:
    if mention.group:
        return "G"
    if mention.sort is Sort.PLACE and mention.country:
        word = PLACE_WORDS.get(tuple(mention.text.split()))
        if word is not None and word.role == "adjective":
            return "J"
    return "N"


def _abbreviated(chunk: Chunk) -> bool:
    if chunk.tag == "N":
        last = chunk.mention.text.rpartition(" ")[2]
        return last.lower() in ABBREVIATED or (len(last) == 1 and last.isupper())  # "Milan K."
    return chunk.lower in ABBREVIATED


def _tag_of(text: str, lower: str, items: list[Chunk]) -> str:
    verb = VERBS.get(lower)
    if verb is not None and not (
        lower in ALSO_NOUNS and as_noun(lower, items[-1].tag if items else ".", items)
    ):
        return "g" if verb.form == "ing" else "V"
    if lower in KEPT_SILENT and any(one.tag == "n" for one in items[-_NEAR:]):
        return "K"
    return TAGS.get(lower) or _OTHERS[text]


class _Others(dict[str, str]):
    """The tags of words that are in no list, by the word as written."""

    def __missing__(self, text: str) -> str:
        if text[0].isdigit():
            tag = "#"
        elif text[0].isupper():
            tag = "W"
        else:
            tag = "A" if text.endswith("ly") and text not in NOUNS_LY else "w"
        if len(self) < _REMEMBERED_WORDS and len(text) <= _REMEMBERED_LENGTH:
            self[text] = tag
        return tag


_REMEMBERED_WORDS: Final = 40_000
_REMEMBERED_LENGTH: Final = 30
_OTHERS: Final = _Others()
