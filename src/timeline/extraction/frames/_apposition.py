"""Insertions between a speaker and the verb: "X, a news agency, said", "the airline, X, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import BODIES, MEETINGS, WRITINGS
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._reporting import REACHED
from timeline.extraction.english._titles import PERSONS, RANKS, listed
from timeline.extraction.frames._circumstances import RELEASED, pass_anonymity, time_at
from timeline.extraction.frames._draft import STRETCHES
from timeline.extraction.names import Sort
from timeline.extraction.sources import phrase_from

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._draft import Reading, Subject

_COMMAS: Final = 5  # the most that an insertion holds
_SHORT: Final = 2
_SPEAKING: Final = frozenset({"speaking", "talking", "writing"})
_DOING: Final = listed(
    """
    reading delivering addressing announcing presenting briefing opening closing answering
    testifying appearing updating giving responding
    """
)
_AT: Final = frozenset({"at", "in", "during", "after", "on"})
_FRONTED: Final = frozenset("pDJNWwP")
_INSERTS: Final = frozenset("DgRpSTNG#JwA")


def inserted(reading: Reading, comma: int, out: Subject) -> int | None:
    """Find the noun before an insertion that ends at *comma*: "X, a news agency, reported"."""
    chunks = reading.chunks
    tags = chunks.tags
    best = None
    place = comma - 1
    commas = 0
    while place > 0 and commas < _COMMAS and tags[place] not in ";:Q":
        if tags[place] == ",":
            commas += 1
            if tags[0] == "p" and set(tags[:place]) <= _FRONTED:
                break  # "In New York, the head of ..., Ana Costa, called": no noun of an insertion
            if best is not None and not {"X", "m", "V"}.isdisjoint(tags[:place]):
                break  # "The navy would sail past Norway, Poland's minister, Jan Novak, said"
            who = chunks.lower(place + 1) == "who"  # "an engineer at the yard, who ..., said"
            nominal = tags[place - 1] in "NGS" or tags[max(0, place - 2) : place] == "DJ"
            nominal = nominal or (who and tags[place - 1] == "w")
            phrase = chunks.tag(place + 1) == "p" or chunks.lower(place + 1) in _AT
            any_ = phrase and _any_noun(chunks, place)
            if ((nominal or any_) and _inserts(chunks, place + 1, comma)) or _office(
                chunks, place, place + 1, comma
            ):
                best = place
        place -= 1
    if best is None:
        return None
    opening = chunks.lower(best + 1)
    # Who "has given money since May" has not spoken since then; what "was published" has.
    what = _SPEAKING if opening == "who" else _SPEAKING | RELEASED
    speaking = any(chunks.lower(k) in what for k in range(best + 1, comma))
    speaking = speaking or opening in _DOING or opening in REACHED
    occasion = opening in _AT and any(chunks.lower(k) in MEETINGS for k in range(best + 1, comma))
    if (speaking or occasion) and out.time is None and "T" in tags[best:comma]:
        day = tags.index("T", best)
        until = occasion and chunks.lower(day - 1) in {"until", "till"}  # "which lasted until"
        if until or chunks.lower(day - 1) not in STRETCHES:
            out.time = time_at(chunks, day)  # "speaking at a briefing on Monday"
    if tags[best + 1] == "g" and chunks[best + 1].verb.kind == "cite":
        source = phrase_from(chunks, best + 2, reading.memory)
        if source is not None:
            out.cited.append(source)
            pass_anonymity(chunks, source.last)
    else:
        _remember(reading, best)
    return best - 1


def _any_noun(chunks: Chunks, comma: int) -> bool:
    """Whether a noun of no list opens the sentence: "The airport, at a meeting on Monday, said"."""
    first = comma - 1
    while first > 0 and chunks.tag(first) in "JWw":
        first -= 1
    word = chunks.lower(comma - 1)
    return (
        chunks.tag(comma - 1) == "w"
        and chunks.tag(first) == "D"
        and not (is_past(word) or is_participle(word))
        and (first == 0 or chunks.tag(first - 1) in ".;bct")
    )


def _office(chunks: Chunks, end: int, first: int, last: int) -> bool:
    """Whether a name between two commas holds an office: "The Minister of Finance, Jan Novak,"."""
    name = chunks.tags[first:last].lstrip("W")
    if name not in {"N", "NG"} or chunks.tag(end - 1) not in "wW":
        return False
    place = end - 1
    while chunks.tag(place) in "JWwS" and place > 0:
        place -= 1
    if (
        chunks.tag(place) == "D"
        and (chunks[last - 1].mention.sort is Sort.PERSON or chunks.lower(end - 1) in RANKS)
        and chunks.tag(place - 1) != "p"
    ):
        return place == 0 or chunks.tag(place - 1) in ",.;Qbc"  # "A retired major, Jan Novak,"
    place = end - 1
    while chunks.tag(place) in "DJWwNPp":
        place -= 1
    return chunks.tag(place) == "S" and chunks.tag(place + 1) == "p"


def _inserts(chunks: Chunks, first: int, last: int) -> bool:
    """Whether the pieces between two commas are an insertion and not a clause of their own."""
    tags = chunks.tags[first:last]
    if tags[:1] == "b" and chunks.lower(first) in {"after", "before"}:
        tags = f"p{tags[1:]}"  # "after a search which ended at dusk"
    if not tags or (tags[0] not in _INSERTS and tags.lstrip("W") != "N"):
        return False
    if tags[0] in "Rg" or chunks.lower(first) in _SPEAKING or chunks.lower(first) in _DOING:
        return True
    tags = tags.partition("R")[0] or tags  # a relative clause has a verb of its own
    if "V" in tags or "X" in tags or "m" in tags or "b" in tags:
        return False
    return tags[0] != "N" or "S" in tags or len(tags) <= _SHORT or "," not in tags


def _remember(reading: Reading, comma: int) -> None:
    """Keep the nouns of an apposition: Yonhap is "a South Korean news agency"."""
    chunks = reading.chunks
    if chunks.tag(comma - 1) != "N":
        return
    place = comma + 1
    while chunks.tag(place) in "DJWwNPG#S":
        if chunks.tag(place) == "S":
            reading.memory.nouns.setdefault(chunks[comma - 1].mention.id, set()).add(
                chunks.lower(place)
            )
        place += 1


def named_beside(reading: Reading, comma: int, verb: int, out: Subject) -> None:
    """Take the name from "the airline, Ryanair, announced"."""
    chunks = reading.chunks
    speaker = out.speaker
    if (
        speaker is None
        or chunks.tag(comma) != ","
        or chunks.tags[comma + 1 : verb].partition("R")[0].rstrip("AXpTn").strip("DJWwS")
        not in {"N,", "N", "NW,"}  # "Ana Costa QC,"
    ):
        return
    named = phrase_from(chunks, comma + 1, reading.memory)
    if named is None or (
        speaker.id in reading.memory.index
        and named.id not in reading.memory.index
        and chunks.lower(comma - 1) not in PERSONS
    ):
        return
    if named.way == "named":
        body = chunks.lower(comma - 1) in BODIES and named.sort is Sort.PERSON
        sort = Sort.ORGANISATION if body else named.sort  # "the operator, Marvane Lines,"
        out.speaker = attrs.evolve(named, first=speaker.first, noun=speaker.noun, sort=sort)


def named_alone(reading: Reading, comma: int, out: Subject) -> None:
    """Take the name from "A beekeeper, Jan Novak, said": the noun before it is in no list."""
    chunks = reading.chunks
    if chunks.tag(comma) != ",":
        return
    named = phrase_from(chunks, comma + 1, reading.memory)
    if named is None or named.way != "named":
        return
    if named.sort is not Sort.PERSON:
        if chunks.lower(comma - 1) not in RANKS:
            return
        named = attrs.evolve(named, sort=Sort.PERSON)
    first = comma - 1
    while first > 0 and chunks.tag(first) in "JWwS":
        first -= 1
    out.speaker, out.first = attrs.evolve(named, first=first), first


def before_participle(chunks: Chunks, last: int, verb: int, out: Subject) -> int:
    """Return where the phrase ends that a participle goes on with; -1 where none does.

    "A survivor rescued on Monday said": the date is that of the rescue, and of no saying.
    """
    if last < 1 or (last + 1 == verb and chunks.tag(last) not in "wNSGWT"):
        return -1
    for place in range(last, max(0, last - _LONGEST), -1):
        tag, lower = chunks.tag(place), chunks.lower(place)
        if tag in ",.;:QbctRHXm":
            return -1
        if tag not in "wV" or not is_participle(lower) or chunks.tag(place - 1) not in "wSGN":
            continue
        if place + 1 == verb or chunks.tag(place + 1) not in "pTA":
            return -1  # "the firm met demand", "attacked the town said to be empty"
        if chunks.lower(place - 1) in WRITINGS:
            return -1  # a paper is read for itself
        begin = place - 1
        while begin >= 0 and chunks.tag(begin) in "DJWwNGSPp#":
            begin -= 1
        if begin >= 0 and chunks.tag(begin) not in ",;Q":
            return -1
        out.time = None
        return place - 1
    return -1


_LONGEST: Final = 9  # pieces of a participle's phrase
