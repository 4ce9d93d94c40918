"""A sentence in the pieces that attribution is read from: names, times, quotations, verbs.

Each piece has a one-letter tag, so that rules look at a short string instead of many words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._names_mention import Mention, Sort
from timeline.extraction._quotes import Quote
from timeline.extraction.english._groups import BODIES, GROUPS, MEDIA, WRITINGS
from timeline.extraction.english._places import PLACE_NOUNS, PLACE_WORDS
from timeline.extraction.english._reporting import (
    ADVERBS,
    ALSO_NOUNS,
    AUXILIARIES,
    HEARSAY,
    MODALS,
    NEGATIONS,
    VERBS,
    Verb,
)
from timeline.extraction.english._titles import ABBREVIATED, PERSONS, listed
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._page import Sentence, Token

# N name, G group, J adjective of a country, S noun that can speak, H pronoun, R who or which,
# D article or possessive, O according, K declined, P 's, V verb of saying (finite), g its -ing
# form, X auxiliary, m modal, n negation, A adverb, Y hearsay adverb, T time, t that,
# p preposition, c and/or, b but/while ..., Q quotation, # number, W capitalised word, w any other
# word; , . ; : - ( ) stand for themselves.
_TAGS: Final[dict[str, str]] = {}


def _enter(tag: str, words: Sequence[str] | frozenset[str]) -> None:
    for word in words:
        _TAGS.setdefault(word, tag)


_enter("H", listed("he she it they i we him them"))
_enter("R", ["who", "which", "whom"])
_enter("D", listed("the a an this these those his her its their our my your"))
_enter("t", ["that"])
_enter("O", ["according"])
_enter("K", listed("declined refused declines refuses declining refusing"))
_enter("P", ["'s"])
_enter("Y", HEARSAY)
_enter("n", NEGATIONS)
_enter("m", MODALS)
_enter("X", AUXILIARIES)
_enter("c", ["and", "or", "&"])
_enter(
    "b",
    listed(
        """
    but while whereas although though because if whether as when after before since until
    unless what how why where once than so
    """
    ),
)
_enter(
    "p",
    listed(
        """
    of in on at to by for from with about during under over into through against between
    among amid within without via per around near despite following regarding concerning
    """
    ),
)
_enter("A", ADVERBS)
_enter("S", PERSONS | GROUPS | BODIES | MEDIA | WRITINGS)
for _mark, _tag in {
    ",": ",", ".": ".", "!": ".", "?": ".", "...": ".", "…": ".", ";": ";", ":": ":",
    "-": "-", "\u2013": "-", "\u2014": "-", "(": "(", ")": ")", "[": "(", "]": ")",
}.items():  # fmt: skip
    _TAGS[_mark] = _tag

_ROUGHLY: Final = listed("about around over under near between up")
_NOUN_AFTER: Final = frozenset("DJPp#")
_GAP: Final = 1


@attrs.frozen(slots=True)
class Chunk:
    """A piece of a sentence.

    Args:
        tag: what it is, one letter.
        start: where it begins in the text.
        end: where it ends, exclusive.
        lower: its words in lower case; of a name or quotation, empty.
        item: the name, time, quotation or verb that it is.
    """

    tag: str
    start: int
    end: int
    lower: str
    item: Mention | TimeExpression | Quote | Verb | None = None

    @property
    def mention(self) -> Mention:
        """The name that it is."""
        assert isinstance(self.item, Mention)
        return self.item

    @property
    def verb(self) -> Verb:
        """The verb of saying that it is."""
        assert isinstance(self.item, Verb)
        return self.item


@attrs.frozen(slots=True)
class Chunks:
    """The pieces of a sentence, and their tags as one string."""

    items: tuple[Chunk, ...]
    tags: str

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, place: int) -> Chunk:
        return self.items[place]

    def lower(self, place: int) -> str:
        """Return the words of the piece at *place*, in lower case; empty where there is none."""
        return self.items[place].lower if 0 <= place < len(self.items) else ""

    def tag(self, place: int) -> str:
        """Return the tag of the piece at *place*; a full stop where there is none."""
        return self.tags[place] if 0 <= place < len(self.tags) else "."


def chunks_of(sentence: Sentence, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> Chunks:
    """Return the pieces of a sentence, given what is named and quoted in it, in order."""
    items: list[Chunk] = []
    tokens = sentence.tokens
    times = sentence.times
    place = name = time = quote = 0
    while place < len(tokens):
        token = tokens[place]
        start = token.start
        while quote < len(quotes) and quotes[quote].end <= start:
            quote += 1
        while name < len(mentions) and mentions[name].start < start:
            name += 1
        while time < len(times) and times[time].end <= start:
            time += 1
        if quote < len(quotes) and quotes[quote].start <= start:
            end = min(quotes[quote].end, sentence.end)
            items.append(Chunk("Q", start, end, "", quotes[quote]))
        elif time < len(times) and times[time].start <= start:
            end = times[time].end
            items.append(Chunk("T", start, end, token.lower, times[time]))
        elif name < len(mentions) and mentions[name].start == start:
            mention = mentions[name]
            end = mention.end
            if _alias(items, mention):
                items[-1] = attrs.evolve(items[-1], end=end)
            else:
                items.append(Chunk(_name_tag(mention), start, end, "", mention))
        elif token.text == "." and items and items[-1].lower in ABBREVIATED:
            items[-1] = attrs.evolve(items[-1], end=token.end)
            place += 1
            continue
        else:
            word = _word(token.text, token.lower, start, token.end, items)
            if word.tag == "p" and token.lower in _ROUGHLY and _number_at(tokens, place + 1):
                word = attrs.evolve(word, tag="w")
            items.append(word)
            place += 1
            continue
        while place < len(tokens) and tokens[place].start < end:
            place += 1
        if (
            len(items) > 1
            and items[-1].tag in "NG"
            and items[-2].tag == "("
            and place < len(tokens)
            and tokens[place].text == ")"
            and len(items) > 2  # noqa: PLR2004 - the name, the bracket, the acronym
            and items[-3].tag in "NG"
            and items[-3].mention.id == items[-1].mention.id
        ):
            # "Name (ACR)": one piece.
            first = items[-3]
            del items[-2:]
            items[-1] = attrs.evolve(first, end=tokens[place].end)
            place += 1
    return Chunks(tuple(items), "".join(item.tag for item in items))


def _number_at(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].text[0].isdigit()


def _alias(items: list[Chunk], mention: Mention) -> bool:
    """Whether *mention* repeats the name right before it: "the MoD MoD"."""
    return (
        bool(items)
        and items[-1].tag == "N"
        and items[-1].mention.id == mention.id
        and items[-1].end + _GAP >= mention.start
    )


def _name_tag(mention: Mention) -> str:
    if mention.group:
        return "G"
    if mention.sort is Sort.PLACE and mention.country:
        word = PLACE_WORDS.get(tuple(mention.text.split()))
        if word is not None and word.role == "adjective":
            return "J"
    return "N"


def _word(text: str, lower: str, start: int, end: int, items: list[Chunk]) -> Chunk:
    verb = VERBS.get(lower)
    before = items[-1].tag if items else "."
    if verb is not None and not (lower in ALSO_NOUNS and _as_noun(lower, before, items)):
        tag = "g" if verb.form == "ing" else "V"
        return Chunk(tag, start, end, lower, verb)
    return Chunk(_TAGS.get(lower) or _other(text, lower), start, end, lower)


def _other(text: str, lower: str) -> str:
    if text[0].isdigit():
        return "#"
    if text[0].isupper():
        return "W"
    return "A" if lower.endswith("ly") else "w"


def _as_noun(lower: str, before: str, items: list[Chunk]) -> bool:
    if before in _NOUN_AFTER:
        return True
    if before == "G" and lower in WRITINGS:
        return items[-1].mention.text.lower().endswith("media")
    if before == "S":
        return lower in WRITINGS and items[-1].lower in {"media", "news", "press"}
    if before == "w" and (
        (len(items) > 1 and items[-2].tag == "N" and items[-1].lower in PLACE_NOUNS)
        or (items[-1].lower.endswith("s") and VERBS[lower].form == "base")
    ):
        return False  # "captured in Kursk province report", "hospitals report"
    if before == "w":
        return lower in WRITINGS or items[-1].lower.endswith(("al", "ed", "ian", "ic"))
    if not items or before in "Q(":
        return True
    return (before == "t" and lower in WRITINGS) or (before == "c" and lower in WRITINGS)
