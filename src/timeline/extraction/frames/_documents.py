"""Papers, polls and pictures on whose word something is told: "according to its log"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import COUNTED, FOOTAGE, WRITINGS
from timeline.extraction.english._papers import (
    AUTHORED,
    DOCUMENTS,
    FROM_ABOVE,
    LOOSE,
    PRINTED,
    RECORDS,
    RESEARCH,
    SEEN,
    TAKEN,
)
from timeline.extraction.frames._circumstances import time_at
from timeline.extraction.frames._draft import AFTER, BEFORE, Draft, Reading
from timeline.extraction.names import Sort
from timeline.extraction.sources import (
    Memory,
    Speaker,
    bare_name,
    described_id,
    of_mention,
    phrase_from,
)
from timeline.model import Stance
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.english._reporting import Verb

_PAPERS: Final = DOCUMENTS | WRITINGS
_NOUNS: Final = frozenset("DJWwNG#SPA")
_FAR: Final = 8  # pieces of a noun phrase
_ASIDE: Final = 22  # pieces of what is inserted behind it
_SHOWING: Final = frozenset({"show", "reveal", "indicate", "suggest", "find"})
_NEXT: Final = 5  # pieces between "published" and "by": "published on May 3 by Statland"
_A_COPY: Final = frozenset({"copy", "copies", "excerpts", "parts", "extracts", "details"})
_BY: Final = frozenset({"by", "from"})
_BESIDE: Final = frozenset("DJWwNGSPp#A")
_DONE: Final = PRINTED | AUTHORED | SEEN


@attrs.define(slots=True, eq=False)
class Paper:
    """A paper with what is said of it.

    Args:
        speaker: whose word it is.
        head: the number of the piece behind its noun.
        last: the number of the piece behind all that is said of it.
        time: when it was made public, where that is said.
        noun: its noun.
    """

    speaker: Speaker
    head: int
    last: int
    time: TimeExpression | None
    noun: str


def paper_at(
    chunks: Chunks, first: int, memory: Memory, nouns: frozenset[str] = _PAPERS
) -> Paper | None:
    """Read the paper that begins at *first*: "a list kept by volunteers", "its log"."""
    head = first
    while head < first + _FAR and chunks.tag(head) in _NOUNS and chunks.lower(head) not in nouns:
        head += 1
    if chunks.lower(head) not in nouns or chunks.tag(head) not in "wWSFVT":
        return None
    while chunks.lower(head + 1) in nouns and chunks.tag(head + 1) in "wSF":
        head += 1
    noun = chunks.lower(head)
    many = noun.endswith("s") or noun in {"data", "imagery", "footage", "polling"}
    if chunks.tag(first) not in "DNGJP" and not many and chunks.tag(first) != "W":
        return None  # "according to schedule"
    end = head + 1
    of = chunks.lower(end) == "of" and chunks.tag(end + 1) in "wS"
    named = end + 2 if of and noun not in FOOTAGE else end
    words = " ".join(
        chunk.mention.text if chunk.tag in "NGJ" else chunk.lower
        for chunk in chunks.items[first:named]
    ).replace(" 's", "'s")
    speaker = Speaker(
        described_id(words, memory), Sort.UNKNOWN, first, named, bare_name(words),
        way="described", plural=noun.endswith("s"), noun=noun,
    )  # fmt: skip
    paper = Paper(speaker, end, named, None, noun)
    _aside(chunks, paper, memory)
    memory.papers[noun] = paper.speaker
    return paper


def _aside(chunks: Chunks, paper: Paper, memory: Memory) -> None:
    """Read what is said of a paper, up to the comma or verb that ends it."""
    place, relative = paper.last, -1
    behind = chunks.lower(paper.head)
    if (behind == "by" or (behind == "from" and paper.noun in RESEARCH)) and (
        chunks.tag(paper.head + 1) in "ND"
    ):
        # "Polling by Verity", "a study by the university"
        author = phrase_from(chunks, paper.head + 1, memory)
        if author is not None and author.way != "unnamed":
            paper.speaker = attrs.evolve(author, first=paper.speaker.first)
    while place < min(paper.last + _ASIDE, len(chunks)):
        tag, lower = chunks.tag(place), chunks.lower(place)
        if tag in ".;:Q" or (tag == "V" and lower not in PRINTED | AUTHORED | SEEN):
            break
        if tag == "," and not _goes_on(chunks, place + 1):
            break
        if lower in {"which", "that"}:
            relative = place
        if lower in PRINTED and relative >= 0:
            author = phrase_from(chunks, relative + 1, memory)
            if author is not None and author.last <= place and author.way != "unnamed":
                paper.speaker = attrs.evolve(author, first=paper.speaker.first)
        elif lower in PRINTED or (lower in AUTHORED and "by" in _words(chunks, place + 1, 2)):
            by = next((k for k in range(place + 1, place + _NEXT) if chunks.lower(k) == "by"), -1)
            author = phrase_from(chunks, by + 1, memory) if by > 0 else None
            if author is not None and author.way != "unnamed":
                paper.speaker = attrs.evolve(author, first=paper.speaker.first)
                days = [k for k in range(place + 1, by) if chunks.tag(k) == "T"]
                if days and lower in PRINTED:
                    paper.time = time_at(chunks, days[0])
                place = max(place, author.last - 1)
        if tag == "T" and paper.time is None and _made_public(chunks, paper.head, place):
            paper.time = time_at(chunks, place)
        place += 1
    paper.last = place


def _goes_on(chunks: Chunks, place: int) -> bool:
    """Whether an insertion begins at *place* that still speaks of the paper."""
    if chunks.tag(place) == "A" or chunks.lower(place) in {"first", "later"}:
        place += 1
    lower = chunks.lower(place)
    if lower in PRINTED or lower in SEEN or (lower in AUTHORED and lower != "done"):
        return True
    if lower in {"which", "that"}:
        return bool({*_words(chunks, place, 5)} & (PRINTED | SEEN))
    return chunks.tag(place) == "D" and chunks.lower(place + 1) in _A_COPY


def _words(chunks: Chunks, first: int, number: int) -> list[str]:
    return [chunks.lower(place) for place in range(first, first + number)]


def _made_public(chunks: Chunks, first: int, day: int) -> bool:
    """Whether a date is that of the making public: "published in May", "dated May 3" is not."""
    for place in range(day - 1, first - 1, -1):
        if chunks.lower(place) in PRINTED or chunks.lower(place) in {"issued", "out"}:
            return True
        if chunks.lower(place) in SEEN | TAKEN - {"on", "of", "from"} | {"conducted", "carried"}:
            return False
    return day - first <= 1 and chunks.lower(first - 1) in WRITINGS  # "a filing in June"


def by_paper(reading: Reading, place: int, first: int, *, bare: bool = True) -> Draft | None:
    """Read "according to its log", "per an incident report drawn up by Acme".

    Args:
        reading: the sentence.
        place: where the frame begins.
        first: where the paper does.
        bare: whether a paper counts of which nothing says whose or which it is: "a report".
    """
    chunks = reading.chunks
    paper = paper_at(chunks, first, reading.memory)
    if paper is None:
        return None
    if not bare and not _says_which(chunks, paper, first):
        return None
    opens = place == 0 or chunks.tag(place - 1) in "tb"
    after = opens and chunks.tag(paper.last) == ","
    if not after and chunks.tag(paper.last) not in ",.;" and chunks.tag(paper.last) not in "cb":
        return None
    return Draft(
        "according to a paper",
        place,
        paper.last,
        (paper.speaker,),
        Stance.ESTIMATES if paper.noun in COUNTED else Stance.ASSERTS,
        AFTER if after else BEFORE,
        content=paper.last + after,
        time=paper.time,
    )


def _says_which(chunks: Chunks, paper: Paper, first: int) -> bool:
    if paper.speaker.way != "described":
        return True
    words = range(first, paper.head - 1)
    return paper.noun in RECORDS and any(
        chunks.tag(k) in "wWNGSJ" and chunks.lower(k) not in LOOSE for k in words
    )


def pictured(reading: Reading, place: int) -> Draft | None:
    """Read "A Planet image taken on May 3 shows ..." and "Satellite pictures show ..."."""
    chunks = reading.chunks
    first = place
    while first > 0 and chunks.tag(first - 1) in "DJWwNP#AF":
        first -= 1
    paper = paper_at(chunks, first, reading.memory, FOOTAGE)
    if paper is None or not from_somewhere(chunks, paper, first):
        return None
    verb = next(
        (
            k
            for k in range(paper.head, min(paper.head + _ASIDE, len(chunks)))
            if chunks.tag(k) == "V" or chunks.lower(k) in {"captured", "depict", "depicts"}
        ),
        -1,
    )
    if verb < 0 or (chunks.tag(verb) == "V" and chunks[verb].verb.lemma not in _SHOWING):
        return None
    if not {"X", "m", "t", "R", ";", "Q"}.isdisjoint(chunks.tags[paper.head : verb]):
        return None
    owner = owner_of(chunks, paper, first, reading.memory)
    content = verb + 1 + (chunks.tag(verb + 1) == "t")
    if "T" in chunks.tags[paper.head : verb]:
        content = paper.head  # "taken on Tuesday": what they show was so then
    return Draft(
        "pictured",
        first,
        content,
        (owner or paper.speaker,),
        Stance.ASSERTS,
        AFTER,
        content=content,
    )


def from_somewhere(chunks: Chunks, paper: Paper, first: int) -> bool:
    """Whether pictures are told to be somebody's, or taken from above."""
    before = range(first, paper.head - 1)
    if any(chunks.tag(k) == "N" or chunks.lower(k) in FROM_ABOVE for k in before):
        return True
    return any(
        chunks.lower(k) in _BY and chunks.tag(k + 1) == "N"
        for k in range(paper.head, min(paper.head + _FAR, len(chunks)))
    )


def owner_of(chunks: Chunks, paper: Paper, first: int, memory: Memory) -> Speaker | None:
    for place in range(first, paper.head - 1):
        if chunks.tag(place) == "N" and chunks[place].mention.sort is not Sort.PLACE:
            return of_mention(chunks[place].mention, place, memory)
    for place in range(paper.head, min(paper.head + _FAR, len(chunks))):
        if chunks.lower(place) in _BY and chunks.tag(place + 1) == "N":
            mention = chunks[place + 1].mention
            if mention.sort is not Sort.PLACE:
                return of_mention(mention, place + 1, memory)
    return None


def paper_before(reading: Reading, verb: int) -> tuple[Paper, int] | None:
    """Read the paper that is the subject of the verb at *verb*, with what is inserted behind it.

    "The letters, first published by the Herald last week, show that", "An internal memo of the
    mission, dated March 24 and obtained by us, put the number at".
    """
    chunks = reading.chunks
    if chunks.tag(verb - 1) != ",":
        return _paper_right_before(reading, verb)
    comma = chunks.tags.rfind(",", max(0, verb - _ASIDE), verb - 1)
    if comma < 1 or not _goes_on(chunks, comma + 1):
        return None
    first = comma - 1
    while first > 0 and chunks.tag(first - 1) in "DJWwNGSPp#":
        first -= 1
    if first and chunks.tag(first - 1) not in ".;bctQ:":
        return None
    paper = paper_at(chunks, first, reading.memory, _PAPERS | FOOTAGE)
    return None if paper is None or paper.last != verb - 1 else (paper, first)


def _paper_right_before(reading: Reading, verb: int) -> tuple[Paper, int] | None:
    """Read "Emails seen by the Herald show", "Research by the Pelham Institute suggests"."""
    chunks = reading.chunks
    if chunks.tag(verb + 1) in ".,;":
        return None  # what they show stands before: "sales fell, data from the ministry show"
    first = verb
    while first > 0 and (
        chunks.tag(first - 1) in _BESIDE
        or chunks.lower(first - 1) in _DONE
        or (chunks.tag(first - 1) == "T" and first > 2)  # noqa: PLR2004 - "published in May said"
    ):
        first -= 1
    if first and chunks.tag(first - 1) not in ".,;bctQ:":
        return None
    if {*_words(chunks, first, verb - first)}.isdisjoint(_DONE | _BY):
        return None
    paper = paper_at(chunks, first, reading.memory, _PAPERS | RESEARCH)
    if paper is None or paper.head == verb or paper.last != verb:
        return None
    behind = chunks.lower(paper.head)
    research = paper.noun in RESEARCH and behind in _BY and paper.speaker.noun != paper.noun
    return (paper, first) if research or behind in _DONE else None


def paper_says(reading: Reading, place: int, verb: Verb) -> Draft | None:
    """Read what a paper says, shows or puts: see `paper_before`."""
    if verb.form == "ing" or verb.kind not in {"say", "mean", "put"} or verb.kind == "tell":
        return None
    found = paper_before(reading, place)
    if found is None:
        return None
    paper, first = found
    return Draft(
        verb.lemma,
        first,
        place + 1,
        (paper.speaker,),
        verb.stance,
        AFTER,
        content=place + 1,
        time=paper.time,
    )
