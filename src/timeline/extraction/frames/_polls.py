"""Polls and pictures in which something is so: what they say is the word of whoever made them."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._groups import FOOTAGE, GROUPS
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._papers import POLLS
from timeline.extraction.frames._circumstances import time_at
from timeline.extraction.frames._documents import from_somewhere, owner_of, paper_at
from timeline.extraction.frames._draft import AFTER, BEFORE, Draft, Reading
from timeline.model import Stance

_FAR: Final = 8  # pieces before the number of those who answered
_SAYING: Final = frozenset({"say", "tell"})
_SHARES: Final = frozenset({"percent", "per", "%", "points", "half", "third", "quarter"})


def in_paper(reading: Reading, place: int) -> Draft | None:
    """Read "In a survey published in May, one in five said", "In an image taken on May 3, the"."""
    chunks = reading.chunks
    if place:
        return _in_poll(reading, place)
    if chunks.lower(0) != "in" or "," not in chunks.tags:
        return None
    paper = paper_at(chunks, 1, reading.memory, POLLS | FOOTAGE)
    if paper is None or chunks.tag(paper.last) != ",":
        return None
    picture = paper.noun in FOOTAGE
    if picture and not from_somewhere(chunks, paper, 1):
        return None
    asked = paper.noun in POLLS  # many answer; one who speaks is no answer
    said = any(
        chunk.tag == "V"
        and chunk.verb.kind in _SAYING
        and chunks.tag(k - 1) in "NGS"
        and not (asked and (chunks.tag(k - 1) == "G" or chunks.lower(k - 1) in GROUPS))
        for k, chunk in enumerate(chunks.items)
    )
    if said:
        return None  # somebody says so, in a picture or not
    owner = owner_of(chunks, paper, 1, reading.memory)
    if paper.noun in POLLS:
        reading.memory.polled = owner or paper.speaker, reading.memory.now
    last = paper.head if picture else paper.last
    return Draft(
        "in a paper",
        0,
        last,
        (owner or paper.speaker,),
        Stance.ASSERTS,
        AFTER,
        content=last if picture else last + 1,
        time=None if picture else paper.time,
    )


def _in_poll(reading: Reading, place: int) -> Draft | None:
    """Read "The Greens stood at 12 percent in a Statland poll in May": on the pollster's word."""
    chunks = reading.chunks
    if chunks.lower(place) != "in" or chunks.tag(place + 1) not in "DN" or reading.drafts:
        return None
    if not any(
        chunks.tag(k) == "#" or chunks.lower(k) in _SHARES or chunks.lower(k) in CARDINALS
        for k in range(place)
    ):
        return None  # "She took part in a Statland poll"
    paper = paper_at(chunks, place + 1, reading.memory, POLLS)
    if paper is None:
        return None
    owner = owner_of(chunks, paper, place + 1, reading.memory)
    asked = paper.speaker if paper.speaker.way != "described" else owner
    if asked is None:
        return None
    day = paper.head + (chunks.tag(paper.head) == "p")
    time = paper.time or (time_at(chunks, day) if chunks.tag(day) == "T" else None)
    last = max(paper.last, day + 1) if time is not None else paper.last
    taken = chunks.tag(day) == "T"  # "in a poll last month": then they thought so
    reading.memory.polled = asked, reading.memory.now
    return Draft(
        "in a poll", last if taken else place, last, (asked,), Stance.ASSERTS, BEFORE,
        content=last, time=time, carried=taken,
    )  # fmt: skip


def polled(reading: Reading, verb: int) -> Draft | None:
    """Read "Only 35 said they had": of those who were asked in the poll of the sentence before."""
    memory, chunks = reading.memory, reading.chunks
    if memory.polled is None or memory.now - memory.polled[1] != 1 or reading.drafts:
        return None
    number = chunks.tag(verb - 1) == "#" or chunks.lower(verb - 1) in CARDINALS
    if not number or verb > _FAR or chunks.tags[: verb - 1].strip("DAwb") != "":
        return None
    memory.polled = memory.polled[0], memory.now
    return Draft("in a paper", 0, 0, (memory.polled[0],), Stance.ASSERTS, AFTER, goes_on=True)
