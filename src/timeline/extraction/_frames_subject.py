"""Who stands before a verb of saying: its subject, past adverbs, dates and insertions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._frames_anybody import any_noun, native
from timeline.extraction._frames_draft import RELEASED, pass_anonymity, time_at
from timeline.extraction._names_mention import Sort
from timeline.extraction._sources import Speaker
from timeline.extraction._sources_phrases import phrase_from
from timeline.extraction._sources_pointed import pointed
from timeline.extraction.english._groups import BODIES, WRITINGS
from timeline.extraction.english._titles import PERSONS
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from timeline.extraction._frames_chunks import Chunks
    from timeline.extraction._frames_draft import Reading

_COMMAS: Final = 5  # the most that an insertion holds
_HOPS: Final = 3  # the most phrases that hang on one another
_SHORT: Final = 2
_SPEAKING: Final = frozenset({"speaking", "talking", "writing"})
_NOUN: Final = 4
_TURNS: Final = frozenset({"and", "but", "while", "though", "although", "whereas", "yet", "still"})
_PHRASE: Final = frozenset("DJWw#PNGSc")
_OF_THEM: Final = frozenset({"one", "some", "two", "three", "several", "many", "another", "most"})
_FRONTED: Final = frozenset("pDJNWwP")
_INSERTS: Final = frozenset("DgRpSTNG#JwA")


@attrs.define(slots=True, eq=False)
class Subject:
    """The subject of a verb, with what stands around it.

    Args:
        speaker: who it is.
        first: the number of the first piece of the subject, or of the date before it.
        time: a date that stands between the subject and the verb, or right before the subject.
        negated: whether a negation stands before the verb.
        modal: whether a modal verb does.
        passive: whether a form of to be does.
        also: whether "also" does.
        cited: whom an insertion cites (", citing officials,").
        shared: whether there is no subject here, and that of the verb before counts.
    """

    speaker: Speaker | None
    first: int
    time: TimeExpression | None = None
    negated: bool = False
    modal: bool = False
    passive: bool = False
    also: bool = False
    infinitive: bool = False
    perfect: bool = False
    cited: list[Speaker] = attrs.Factory(list)
    shared: bool = False
    relative: bool = False


def subject_before(reading: Reading, verb: int) -> Subject:
    """Read the subject of the verb at *verb*."""
    chunks = reading.chunks
    tags = chunks.tags
    out = Subject(None, verb)
    place = verb - 1
    while place >= 0:
        tag, lower = tags[place], chunks.lower(place)
        if tag == "A":
            out.also = out.also or lower in {"also", "too", "then"}
        elif tag == "X":
            out.passive = out.passive or lower in {
                "is",
                "are",
                "was",
                "were",
                "been",
                "being",
                "be",
            }
            out.perfect = out.perfect or lower in {"has", "have", "had"}
        elif tag == "n":
            out.negated = True
            out.modal = out.modal or lower in {"cannot", "can't", "couldn't", "won't", "wouldn't"}
        elif tag == "m":
            out.modal = True
        elif tag == "T":
            out.time = out.time or time_at(chunks, place)
            if place and tags[place - 1] == "p":
                place -= 1
        elif tag == "p" and lower == "to":
            out.infinitive = True
            return out
        else:
            break
        place -= 1
    out.first = place + 1
    if place < 0:
        return out
    if (tags[place] == "c" and place + 1 == verb) or (
        tags[place] == "c" and tags[place + 1 : verb].strip("AXn") == ""
    ):
        out.shared = True
        out.first = place
        return out
    if chunks.lower(place) in {"named", "identified"}:
        for ahead in range(place - 1, max(-1, place - 6), -1):
            if tags[ahead] in "tR":
                place = ahead - 1  # "sources that were not named told"
                break
    if place >= 0 and tags[place] == ",":
        end = _inserted(reading, place, out)
        if end is None:
            return out
        place = end
    _phrase_before(reading, place, out)
    if (
        out.speaker is not None
        and place + 1 < verb
        and (tags[place] == "S" or out.speaker.way == "described")
    ):
        _named_beside(reading, place + 1, verb, out)
    if out.speaker is not None:
        out.relative = tags[place] == "R"
        out.negated = out.negated or (out.first > 0 and tags[out.first - 1] == "n")
        _date_before(chunks, out)
    return out


def _inserted(reading: Reading, comma: int, out: Subject) -> int | None:
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
            nominal = tags[place - 1] in "NGS" or tags[max(0, place - 2) : place] == "DJ"
            if (nominal and _inserts(chunks, place + 1, comma)) or _office(
                chunks, place, place + 1, comma
            ):
                best = place
        place -= 1
    if best is None:
        return None
    speaking = any(
        chunks.lower(k) in _SPEAKING or chunks.lower(k) in RELEASED for k in range(best + 1, comma)
    )
    if speaking and out.time is None and "T" in tags[best:comma]:
        out.time = time_at(chunks, tags.index("T", best))  # "speaking at a briefing on Monday"
    if tags[best + 1] == "g" and chunks[best + 1].verb.kind == "cite":
        source = phrase_from(chunks, best + 2, reading.memory)
        if source is not None:
            out.cited.append(source)
            pass_anonymity(chunks, source.last)
    else:
        _remember(reading, best)
    return best - 1


def _office(chunks: Chunks, end: int, first: int, last: int) -> bool:
    """Whether a name between two commas holds an office: "The Minister of Finance, Jan Novak,"."""
    name = chunks.tags[first:last].lstrip("W")
    if name not in {"N", "NG"} or chunks.tag(end - 1) not in "wW":
        return False
    place = end - 1
    while chunks.tag(place) in "DJWwNPp":
        place -= 1
    return chunks.tag(place) == "S" and chunks.tag(place + 1) == "p"


def _inserts(chunks: Chunks, first: int, last: int) -> bool:
    """Whether the pieces between two commas are an insertion and not a clause of their own."""
    tags = chunks.tags[first:last]
    if not tags or (tags[0] not in _INSERTS and tags.lstrip("W") != "N"):
        return False
    if tags[0] in "Rg" or chunks.lower(first) in _SPEAKING:
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


def _phrase_before(reading: Reading, last: int, out: Subject) -> None:
    """Read the noun phrase that ends at *last*, with what hangs on it by a preposition."""
    chunks = reading.chunks
    tags = chunks.tags
    if tags[last] in "HR":
        if tags[last] == "R":
            _antecedent(reading, last, out)
            return
        some = _some(chunks, last)
        if some >= 0:
            out.speaker = pointed("they", last, reading.memory)
            out.first = some
            return
        if chunks.lower(last) not in {"him", "them"}:
            out.speaker = phrase_from(chunks, last, reading.memory)
            out.first = last
        return
    if tags[last] == "J" and last and tags[last - 1] == "D":
        out.speaker, out.first = native(reading, last), last - 1
        return
    if tags[last] == ")":
        while last > 0 and tags[last] != "(":
            last -= 1
        last -= 1
    first = last
    hops = 0
    while first >= 0:
        tag = tags[first]
        if tag in _PHRASE and not _starts(chunks, first):
            if tag == "c" and not (first and tags[first - 1] in "NGJS,"):
                break
            first -= 1
        elif tag == "p" and hops < _HOPS and first > 0 and tags[first - 1] in "NGSwW":
            hops += 1
            first -= 1
        else:
            break
    first += 1
    while first <= last and tags[first] == "c":
        first += 1
    if first > last:
        return
    if hops == 0 and tags[last] not in "NGS":
        out.speaker = any_noun(reading, first, last)
        out.first = first if out.speaker is not None else out.first
        return
    out.first = first
    speaker = None
    place = first
    if (
        hops
        and tags[last] == "N"
        and tags[last - 1] in "NSWw"
        and chunks[last].mention.sort is Sort.PERSON
    ):
        # "USAF's chief of staff General McNab": the name is whose office it is.
        out.speaker = phrase_from(chunks, last, reading.memory)
        return
    if first and tags[first - 1] == "p":
        # "In Moscow Putin said": what hangs on the preposition is not the subject.
        if tags[last] in "NG" and tags[last - 1] in "NG" and last - 1 >= first:
            place = last
        else:
            return
    speaker = phrase_from(chunks, place, reading.memory)
    if (
        speaker is not None
        and speaker.way == "described"
        and place > 1
        and tags[place - 1] == ","
        and tags[place - 2] == "N"
        and chunks[place - 2].mention.sort is Sort.PERSON
        and (place == 2 or tags[place - 3] in ".;bcWS")  # noqa: PLR2004 - nothing before the name
    ):
        # "Scott Carson, president of the company said": the name, though a comma is missing.
        speaker, place = phrase_from(chunks, place - 2, reading.memory), place - 2
    out.first = place
    out.speaker = speaker


def _some(chunks: Chunks, last: int) -> int:
    """Return where "one of them" begins that ends at *last*; -1 where no such phrase does."""
    if chunks.lower(last) != "them" or chunks.lower(last - 1) != "of":
        return -1
    return last - 2 if chunks.lower(last - 2) in _OF_THEM else -1


def _starts(chunks: Chunks, place: int) -> bool:
    """Whether another phrase ends at *place*: "something the army denied", "a claim it denied"."""
    lower = chunks.lower(place)
    return lower == "something" or (
        lower in WRITINGS and chunks.tag(place - 1) == "D" and chunks.tag(place + 1) in "DHN"
    )


def _named_beside(reading: Reading, comma: int, verb: int, out: Subject) -> None:
    """Take the name from "the airline, Ryanair, announced"."""
    chunks = reading.chunks
    speaker = out.speaker
    if (
        speaker is None
        or chunks.tag(comma) != ","
        or chunks.tags[comma + 1 : verb].partition("R")[0].rstrip("AXpTn").strip("DJWwS")
        not in {"N,", "N"}
    ):
        return
    named = phrase_from(chunks, comma + 1, reading.memory)
    if named is None or (
        speaker.id in reading.memory.index.sources
        and named.id not in reading.memory.index.sources
        and chunks.lower(comma - 1) not in PERSONS
    ):
        return
    if named.way == "named":
        body = chunks.lower(comma - 1) in BODIES and named.sort is Sort.PERSON
        sort = Sort.ORGANISATION if body else named.sort  # "the operator, Marvane Lines,"
        out.speaker = attrs.evolve(named, first=speaker.first, noun=speaker.noun, sort=sort)


def _antecedent(reading: Reading, relative: int, out: Subject) -> None:
    place = relative - 1
    if place >= 0 and reading.chunks.tag(place) == ",":
        place -= 1
    if place < 0 or reading.chunks.tag(place) not in "NGS":
        return
    first = place
    while first > 0 and reading.chunks.tag(first - 1) in _PHRASE:
        first -= 1
    out.speaker = phrase_from(reading.chunks, first, reading.memory)
    out.first = relative
    if reading.chunks.lower(relative) == "who" and (
        out.speaker is None or out.speaker.sort not in {Sort.PERSON, Sort.GROUP, Sort.PEOPLE}
    ):
        # "said Ana Lopez, chief economist at Nordbank, who expects": a person is meant.
        before = reading.drafts[-1] if reading.drafts else None
        if before is not None and before.last >= relative - 1:
            out.speaker = before.speakers[-1]


def _date_before(chunks: Chunks, out: Subject) -> None:
    """Take the date before a subject: "On Tuesday X confirmed", "In mid-January the BBC put"."""
    place = out.first - 1
    apart = place >= 0 and chunks.tag(place) == ","
    if apart:
        place -= 1
    if place < 0 or chunks.tag(place) != "T":
        return
    start = place - 1 if place and chunks.tag(place - 1) == "p" else place
    if start == 0 or (
        not apart and (chunks.tag(start - 1) in ",;" or chunks.lower(start - 1) in _TURNS)
    ):
        if out.time is None:
            out.time = time_at(chunks, place)
        out.first = start


def main_subject(reading: Reading, until: int) -> Speaker | None:
    """Return the subject with which a sentence begins."""
    chunks = reading.chunks
    place = 0
    if chunks.tag(0) == "b" and "," in chunks.tags[:until]:
        place = chunks.tags.index(",") + 1  # "When ..., Boeing challenged the award, claiming ..."
    while place < until and chunks.tag(place) in "TpA,bc":
        if chunks.tag(place) == "p":
            while place < until and chunks.tag(place) != ",":
                place += 1
        place += 1
    if chunks.tag(place) in "NGHDJS" and place < until:
        return phrase_from(chunks, place, reading.memory)
    return None
