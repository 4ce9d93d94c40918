"""Verbs of saying that are deeds, citations, or refusals to say anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._frames_draft import (
    AFTER,
    BEFORE,
    Circumstances,
    Draft,
    Reading,
    pass_anonymity,
    time_at,
)
from timeline.extraction._sources_phrases import phrase_from
from timeline.extraction.english._groups import OCCASIONS
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction._frames_chunks import Chunks
    from timeline.extraction._frames_subject import Subject
    from timeline.extraction._sources import Speaker
    from timeline.extraction.english._reporting import Verb
    from timeline.timex import TimeExpression


def deed(
    reading: Reading,
    place: int,
    subject: Subject,
    speakers: tuple[Speaker, ...],
    lead: Circumstances,
) -> Draft:
    """Read a verb that does what it says: he offered, they condemned."""
    return Draft(
        "deed",
        subject.first,
        place,
        (*lead.media, *speakers),
        Stance.ASSERTS,
        AFTER,
        content=place,
        time=subject.time or lead.time or _in_message(reading.chunks, place),
        shared=subject.shared,
        goes_on=speakers[-1].way == "pronoun",
    )


def _in_message(chunks: Chunks, place: int) -> TimeExpression | None:
    """Find the date of "in his New Year's message", "in a speech on Monday"."""
    for here in range(place + 1, len(chunks)):
        if chunks.tag(here) != "p" or chunks.lower(here) not in {"in", "at", "during"}:
            continue
        found = None
        for ahead in range(here + 1, min(here + 7, len(chunks))):
            if chunks.tag(ahead) == "T":
                found = time_at(chunks, ahead)
            elif chunks.lower(ahead) in OCCASIONS:
                after = ahead + 2 if chunks.tag(ahead + 1) == "p" else ahead + 1
                return found or (time_at(chunks, after) if chunks.tag(after) == "T" else None)
            elif chunks.tag(ahead) not in "DwAPSJN":
                break
    return None


def citation(
    reading: Reading, place: int, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    """Read "It cited Colonel X" and "X quoted Y as saying ..."."""
    chunks = reading.chunks
    source = phrase_from(chunks, place + 1, reading.memory)
    if source is None:
        return None
    last = max(source.last, place + 2)
    last = pass_anonymity(chunks, last)
    says = chunks.lower(last) == "as" and chunks.tag(last + 1) == "g"
    content = last + 2 if says else last
    ends = says and (chunks.tag(content) in ",." or content >= len(chunks))
    if says and chunks.tag(content) == "t":
        content += 1
    return Draft(
        "cite",
        subject.first,
        content if says else last,
        (*speakers, source),
        Stance.ASSERTS,
        BEFORE if ends else AFTER,
        content=content,
        time=subject.time,
        cited=True,
        empty=not says,
        goes_on=True,
    )


def withheld(
    reading: Reading, place: int, verb: Verb, subject: Subject, speakers: tuple[Speaker, ...]
) -> Draft | None:
    """Read "has not confirmed or denied", "could not verify"; other negations say nothing."""
    chunks = reading.chunks
    if not subject.negated:
        return None
    both = (
        verb.lemma in {"confirm", "deny"}
        and chunks.lower(place + 1) in {"or", "nor"}
        and chunks.tag(place + 2) == "V"
        and chunks[place + 2].verb.lemma in {"confirm", "deny"}
    )
    unchecked = verb.lemma in {"verify", "corroborate", "confirm"} and subject.modal
    silent = verb.lemma in {"comment", "respond", "reply"} and not subject.perfect
    if not (both or unchecked or silent):
        return None
    last = place + 3 if both else place + 1
    while chunks.tag(last) == "A":
        last += 1
    ends = chunks.tag(last) in ".;" or last >= len(chunks)
    return Draft(
        "withheld",
        subject.first,
        last,
        speakers,
        Stance.WITHHOLDS,
        BEFORE if ends and both else AFTER,
        content=last,
        time=subject.time,
        empty=silent or (ends and not both),
    )
