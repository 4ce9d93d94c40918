"""Figures that are somebody's word: put at a number, counted, or told on behind a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._changes import MORE, STANDS
from timeline.extraction.english._groups import COUNTERS
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._draft import AFTER, Draft
from timeline.extraction.names import Sort, words_of
from timeline.extraction.sources import phrase_from
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._denial import Said
    from timeline.extraction.frames._draft import Reading
    from timeline.extraction.page import Sentence
    from timeline.extraction.sources import Speaker

_IN_TURN: Final = frozenset({"put", "peg", "value", "estimate", "set"})
_OTHERS: Final = frozenset({"and", "but", "while", "whereas"})
_PHRASE: Final = 6
_LONG_PHRASE: Final = 10
_NUMBERS: Final = listed(
    """
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen
    dozens half zero
    """
)
# Before a number that a body counts.
_ABOUT: Final = listed(
    "about some around nearly almost over at least more fewer less than only just up to roughly"
)
# Who gives out figures that go on from sentence to sentence.
_STATISTICIANS: Final = COUNTERS | listed("statistics bank board exchange data figures treasury")
_MARKETS: Final = listed(
    """
    share shares stock stocks index bond bonds yield yields future futures investors traders
    currency dollar euro pound peso yen rouble ruble lira rand real franc crude gold
    """
)
# What is reckoned from the figures before it.
_RECKONED: Final = listed(
    "difference gap margin remainder rest balance increase rise decrease fall drop majority"
)
_CHANGED: Final = STANDS | {
    "lost",
    "gained",
    "added",
    "shed",
    "doubled",
    "halved",
    "loses",
    "gains",
}
_PERCENT: Final = frozenset({"%", "percent", "per", "percentage"})
_MOST: Final = 24
"""Words of a sentence that adds one more figure."""
_HEAD: Final = 10
"""Words among which the verb of such a sentence stands."""
_FEW: Final = 3


def counted(chunks: Chunks, draft: Draft) -> bool:
    """Whether a body that counts tells how many: "the agency registered 21,300 crossings"."""
    if not _counts(draft.speakers[-1], COUNTERS) and draft.speakers[-1].sort is not Sort.GROUP:
        return False
    place = draft.content
    while chunks.lower(place) in _ABOUT:
        place += 1
    return chunks.tag(place) == "#" or chunks.lower(place) in CARDINALS


def _counts(speaker: Speaker, words: frozenset[str]) -> bool:
    return not words.isdisjoint({speaker.noun, *(one.lower() for one in words_of(speaker.name))})


def put_at(chunks: Chunks, place: int, *, plainly: bool = False) -> bool:
    """Whether a number is put at or down to something: "put the toll at around 1,000".

    Args:
        chunks: the pieces of the sentence.
        place: the number of the piece behind the verb.
        plainly: whether nothing but a thing and "at" makes the verb one of saying: "placed the
            toll at 40", where "placed 40 orders" tells of a deed.
    """
    if plainly and chunks.tag(place) not in "DNSJGWw":
        return False
    if not plainly and _as_so(chunks, place):
        return True
    for here in range(place, len(chunks)):
        lower = chunks.lower(here)
        if plainly and chunks.tag(here) in ",.;:bRV":
            return False
        if lower == "down" and chunks.lower(here + 1) == "to":
            return True
        if lower == "at" or (lower == "on" and chunks.tag(here + 1) == "#"):
            if chunks.tag(here + 1) == "Q":
                return True
            after = here + 1
            while chunks.tag(after) in "wpADb" and after < here + _PHRASE:
                if chunks.lower(after) in _NUMBERS or chunks.lower(after) in CARDINALS:
                    return True
                after += 1
            if chunks.tag(after) == "#":
                return True
    return not plainly and "#" in chunks.tags[place : place + 3]


def _as_so(chunks: Chunks, place: int) -> bool:
    """Whether something is put as being so: "put the risk to the public as very low"."""
    if chunks.tag(place) != "D":
        return False
    end = place + 1
    while chunks.tag(end) in "DJNGPpSw" and end < place + _LONG_PHRASE:
        end += 1
    apart = chunks.lower(end - 1) in {"down", "forward", "up", "out", "over"}  # "put it down as"
    return not apart and chunks.lower(end) == "as" and chunks.tag(end + 1) in "wAQ"


def tells_on(said: Said, sentence: Sentence, text: str) -> bool:
    """Whether a sentence adds a figure to those of the one before: "Milk climbed 6.3%".

    Only a body that gives out statistics is told on, where the sentence before told its figures and
    this one names no date and nobody of its own.
    """
    words = [token.lower for token in sentence.tokens]
    if (
        len(words) > _MOST
        or said.number != sentence.number - 1
        or said.stance not in {Stance.ASSERTS, Stance.ESTIMATES}
        or not said.content
        or sentence.times
        or not any(token.text[0].isdigit() for token in sentence.tokens)
        or not _counts(said.origin, _STATISTICIANS)
    ):
        return False
    told = text[said.content[0][0] : said.content[-1][1]].lower()
    if not any(letter.isdigit() for letter in told):
        return False
    if words[0] == "the" and not _RECKONED.isdisjoint(words[1:_FEW]):
        return True
    percent = not _PERCENT.isdisjoint(words) and ("%" in told or "percent" in told)
    head = words[:_HEAD]
    return (
        percent
        and _MARKETS.isdisjoint(words)
        and (not _CHANGED.isdisjoint(head) or not MORE.keys().isdisjoint(head))
    )


def put_in_turn(reading: Reading, place: int) -> Draft | None:
    """Read "organisers put the crowd at 20,000 and the police at 7,500": the police say so, too."""
    chunks = reading.chunks
    before = reading.drafts[-1] if reading.drafts else None
    if before is None or before.rule not in _IN_TURN or chunks.lower(place) != "at":
        return None
    first = place
    while first > before.content and chunks.tag(first - 1) in "DJNGSWwP":
        first -= 1
    joint = first - 1
    if first == place or joint <= before.content:
        return None
    if chunks.lower(joint) not in _OTHERS and chunks.tag(joint) != ",":
        return None
    source = phrase_from(chunks, first, reading.memory)
    if source is None or source.last != place:
        return None
    return Draft(
        before.rule,
        first,
        place,
        (source,),
        before.stance,
        AFTER,
        content=place,
        time=before.time,
        in_turn=True,
    )
