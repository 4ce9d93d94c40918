"""Who stands before a verb of saying: its subject, past adverbs, dates and insertions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._reporting import VERBS
from timeline.extraction.english._titles import PERSONS, SPOKESMEN
from timeline.extraction.frames._anybody import any_noun, native, of_a_noun, of_the_saying
from timeline.extraction.frames._apposition import (
    before_participle,
    inserted,
    named_alone,
    named_beside,
)
from timeline.extraction.frames._circumstances import time_at
from timeline.extraction.frames._draft import STRETCHES, Subject
from timeline.extraction.names import Sort
from timeline.extraction.sources import phrase_from, pointed, the_person
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._draft import Reading
    from timeline.extraction.sources import Speaker

_PART_OF_DAY: Final = frozenset({"late", "early"})  # "the minister late on Wednesday said"
_HOPS: Final = 3  # the most phrases that hang on one another
_CLAUSE: Final = 9  # pieces of a relative clause
_TURNS: Final = frozenset({"and", "but", "while", "though", "although", "whereas", "yet", "still"})
_PHRASE: Final = frozenset("DJWw#PNGSc")
_TO_BE: Final = frozenset({"is", "are", "was", "were", "been", "being", "be"})
_OF_THEM: Final = frozenset({"one", "some", "two", "three", "several", "many", "another", "most"})


def subject_before(reading: Reading, verb: int) -> Subject:
    """Read the subject of the verb at *verb*."""
    chunks = reading.chunks
    tags = chunks.tags
    out = Subject(None, verb)
    place = verb - 1
    while place >= 0:
        tag, lower = tags[place], chunks.lower(place)
        if tag == "A" or (lower in _PART_OF_DAY and chunks.tag(place + 1) in "pT"):
            out.also = out.also or lower in {"also", "too", "then"}
        elif tag == "X":
            out.passive = out.passive or lower in _TO_BE
            out.perfect = out.perfect or lower in {"has", "have", "had"}
        elif tag == "n":
            out.negated = True
            out.modal = out.modal or lower in {"cannot", "can't", "couldn't", "won't", "wouldn't"}
        elif tag == "m":
            out.modal = True
        elif tag == "T" and not _aged(chunks, place):
            if place and chunks.lower(place - 1) not in STRETCHES:
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
    joins = tags[place] == "c" or chunks.lower(place) in {"but", "yet"}
    if joins and tags[place + 1 : verb].strip("AXn") == "":
        out.shared = True
        out.first = place
        return out
    if chunks.lower(place) in {"named", "identified"}:
        for ahead in range(place - 1, max(-1, place - 6), -1):
            if tags[ahead] in "tR":
                place = ahead - 1  # "sources that were not named told"
                break
    behind = None
    if place >= 0 and tags[place] == ",":
        end = inserted(reading, place, out)
        if end is None:
            return out
        place, behind = end, place + 1
    elif (noun := before_participle(chunks, place, verb, out)) >= 0:
        place, behind = noun, verb
    _phrase_before(reading, _before_relative(chunks, place, out), out, behind)
    if place + 1 < verb:
        _with_name(reading, place, verb, out)
    if out.speaker is not None:
        _around_subject(chunks, place, out)
    return out


def _with_name(reading: Reading, place: int, verb: int, out: Subject) -> None:
    """Read a name that stands between a subject's noun, which is at *place*, and the verb."""
    chunks = reading.chunks
    if out.speaker is None and chunks.tag(place) in "wW":
        named_alone(reading, place + 1, out)
    if out.speaker is not None and (
        chunks.tag(place) == "S"
        or out.speaker.way == "described"
        or any(chunks.lower(k) in SPOKESMEN for k in range(out.first, place))
    ):
        named_beside(reading, place + 1, verb, out)


def _around_subject(chunks: Chunks, last: int, out: Subject) -> None:
    """Read what stands before a subject that ends at *last*."""
    out.relative = chunks.tag(last) == "R"
    out.negated = out.negated or (out.first > 0 and chunks.tag(out.first - 1) == "n")
    _date_before(chunks, out)


def _aged(chunks: Chunks, place: int) -> bool:
    """Whether an age stands for a person: "the 44-year-old"."""
    item = chunks[place].item
    aged = isinstance(item, TimeExpression) and item.text.lower().endswith("-year-old")
    return aged and chunks.lower(place - 1) == "the"


def _of_a_word(reading: Reading, last: int, out: Subject) -> bool:
    """Read "who", "he", "the 44-year-old" and "the Belgian"; say whether it is one of these."""
    tag, article = reading.chunks.tag(last), reading.chunks.tag(last - 1) == "D"
    if tag == "R":
        _antecedent(reading, last, out)
    elif tag == "H":
        _pronoun(reading, last, out)
    elif tag == "T" and article:
        _aged_so(reading, last, out)
    elif tag == "J" and article:
        out.speaker, out.first = native(reading, last), last - 1
    else:
        return False
    return True


def _aged_so(reading: Reading, last: int, out: Subject) -> None:
    """Read "the 44-year-old" as the person of whom the text speaks."""
    person = the_person("-year-old", reading.memory)
    if person is not None:
        out.first = last - 1
        out.speaker = attrs.evolve(person, first=last - 1, last=last + 1, way="pronoun", noun="")


def _before_relative(chunks: Chunks, last: int, out: Subject) -> int:
    """Pass over the clause in "the brigade that claims the raid said"; it ends at *last*."""
    for place in range(last - 1, max(0, last - _CLAUSE), -1):
        tag = chunks.tag(place)
        if tag in ",.;:Qbc":
            break
        if tag not in "tR" or chunks.lower(place) == "whose":
            continue
        verbs = chunks.tags[place + 1 : place + 3]
        begin = place - 1
        while chunks.tag(begin) in "DJWwNGS":
            begin -= 1
        opens = begin < 0 or chunks.tag(begin) in ",Q"
        acts = tag == "R" or not {"V", "X"}.isdisjoint(verbs) or chunks.lower(place + 1) in VERBS
        if chunks.tag(place - 1) in "SG" and opens and acts:
            out.time = None  # "the man who fled on Monday said": the date is that of the clause
            return place - 1
        break
    return last


def _phrase_before(reading: Reading, last: int, out: Subject, behind: int | None) -> None:
    """Read the noun phrase that ends at *last*, with what hangs on it by a preposition.

    The verb stands at *behind* where something is inserted before it.
    """
    chunks = reading.chunks
    tags = chunks.tags
    if tags[last] in "RHTJ" and _of_a_word(reading, last, out):
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
        out.speaker = any_noun(reading, first, last, behind)
        out.first = first if out.speaker is not None else out.first
        return
    out.first = first
    speaker = None
    place = first
    if (
        hops
        and tags[last] == "N"
        and tags[last - 1] in "NSWw"
        and (
            chunks[last].mention.sort is Sort.PERSON
            or (tags[last - 1] == "W" and chunks.lower(first) in PERSONS)
        )
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
    if speaker is None and hops and "p" in tags[first:last]:
        head = tags.index("p", first) - 1
        out.speaker = any_noun(reading, first, head, last + 1) if head >= first else None
        return
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


def _pronoun(reading: Reading, last: int, out: Subject) -> None:
    """Read "he" and "one of them" as whom they point back to."""
    some = _some(reading.chunks, last)
    if some >= 0:
        out.speaker, out.first = pointed("they", last, reading.memory), some
    elif reading.chunks.tags[last - 1 : last + 1] == ",H" and (one := _it(reading, last)):
        out.speaker, out.first = one, last  # "The agency has fined Medix, it said"
    elif reading.chunks.lower(last) == "they" and (own := of_the_saying(reading)) is not None:
        out.speaker, out.first = attrs.evolve(own, first=last, last=last + 1, way="pronoun"), last
    elif reading.chunks.lower(last) not in {"him", "them"} and not of_a_noun(reading, last):
        out.speaker, out.first = phrase_from(reading.chunks, last, reading.memory), last


def _it(reading: Reading, last: int) -> Speaker | None:
    """Return the body that a sentence is about, of which "it" behind the sentence speaks."""
    if reading.chunks.lower(last) != "it" or reading.drafts:
        return None
    one = main_subject(reading, last)
    if one is None or one.way != "described" or one.sort is not Sort.ORGANISATION:
        return None
    return attrs.evolve(one, first=last, last=last + 1, way="pronoun")


def _some(chunks: Chunks, last: int) -> int:
    """Return where "one of them" begins that ends at *last*; -1 where no such phrase does."""
    if chunks.lower(last) != "them" or chunks.lower(last - 1) != "of":
        return -1
    return last - 2 if chunks.lower(last - 2) in _OF_THEM else -1


def _starts(chunks: Chunks, place: int) -> bool:
    """Whether another phrase ends at *place*: "something the army denied", "a claim it denied"."""
    lower = chunks.lower(place)
    if chunks.tag(place) in "NG" and chunks.tag(place + 1) == "D":
        return True  # "In a message on Telegram the group said"
    return lower == "something" or (
        lower in WRITINGS and chunks.tag(place - 1) == "D" and chunks.tag(place + 1) in "DHN"
    )


def _antecedent(reading: Reading, relative: int, out: Subject) -> None:
    place = relative - 1
    if reading.chunks.lower(relative) == "whom" and reading.chunks.lower(place) == "of":
        # "the people said, one of whom thought": of those who spoke
        if reading.drafts and place and reading.chunks.lower(place - 1) in _OF_THEM:
            out.speaker, out.first = reading.drafts[-1].speakers[-1], place - 1
        return
    if place >= 0 and reading.chunks.tag(place) == ",":
        place -= 1
    if place < 0 or reading.chunks.tag(place) not in "NGS":
        return
    first = place
    while first > 0 and reading.chunks.tag(first - 1) in _PHRASE:
        if reading.chunks.tag(first) == "D":
            break  # "of arming the Red Lion group, which"
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
    if place > 0 and chunks.lower(place) == "when" and out.time is None:
        # "until August 2, when a report mentioned": that day
        day = place - 1 - (chunks.tag(place - 1) == ",")
        if chunks.tag(place - 1) == "," and chunks.tag(day) != "T":
            # "did so on Sunday, an hour after the vote, when he spoke of a lead": that day
            on = (k for k in range(day, 0, -1) if chunks.tag(k) == "T" and chunks.tag(k - 1) == "p")
            day = next((k for k in on if chunks.lower(k - 1) in {"on", "in"}), day)
            out.time, out.carried = time_at(chunks, day), True
            return
        if day >= 0 and chunks.tag(day) == "T":
            out.time = time_at(chunks, day)
            out.carried = chunks.lower(day - 1) in {"until", "since", "from", "before", "after"}
        return
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
            stop = chunks.tags.find(",", place, until)
            if stop < 0:  # "On Monday she demanded", "In Lund he claimed"
                stop = chunks.tags.find("H", place, until) - 1
            place = stop if stop > place else place + (chunks.tag(place + 1) == "T")
        place += 1
    if chunks.tag(place) in "NGHDJS" and place < until:
        return phrase_from(chunks, place, reading.memory)
    return None
