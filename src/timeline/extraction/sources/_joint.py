"""Sources of several words that are one: "Kyiv and Western governments", "the country's army"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._places import COUNTRIES
from timeline.extraction.names import (
    Sort,
    key_of,
    named_id,
    words_of,
)
from timeline.extraction.sources._sources import Memory, Speaker, of_mention

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks

_PAGES: Final = frozenset({"website", "site", "page", "webpage", "channel", "portal", "blog"})
_SHORT: Final = 6  # pieces from "on" to a page


def members(chunks: Chunks, head: int, speaker: Speaker, memory: Memory) -> Speaker:
    """Read "analysts at Goldman Sachs" as theirs, not as analysts at large."""
    place = head + 2
    if chunks.lower(head + 1) not in {"at", "from", "with"} or " " in speaker.name:
        return speaker
    if chunks.tag(place) == "D":
        place += 1
    if chunks.tag(place) != "N" or chunks[place].mention.sort is Sort.PERSON:
        return speaker
    name = f"{chunks[place].mention.text} {speaker.name.lower()}"
    known = memory.index.by_key(key_of(words_of(name)))
    return attrs.evolve(speaker, id=known or named_id(name), name=name)


def pair(chunks: Chunks, first: int, head: int, speaker: Speaker, memory: Memory) -> Speaker | None:
    """Read "Kyiv and Western governments" as one group."""
    if head - 1 <= first or chunks.tag(head - 1) != "c" or chunks.tag(head - 2) not in "NG":
        return None
    other = of_mention(chunks[head - 2].mention, head - 2, memory)
    name = f"{other.name} and {speaker.name}"
    known = memory.index.by_key(key_of(words_of(name)))
    identity = known or named_id(" ".join(sorted((other.id, speaker.id))))
    return Speaker(identity, Sort.GROUP, first, head + 1, name, plural=True)


def of_the_land(chunks: Chunks, first: int, head: int, memory: Memory) -> str:
    """Return "the country's health ministry" with the name of the country that was named last."""
    if memory.land not in COUNTRIES:
        return ""
    words = [chunk.lower for chunk in chunks.items[first + 3 : head + 1]]
    return f"{COUNTRIES[memory.land].name}'s {' '.join(words)}"


def joint(chunks: Chunks, first: int, head: int, memory: Memory) -> Speaker | None:
    """Read "intelligence from Western and Ukrainian sources" as what its words name."""
    if chunks.lower(head + 1) not in {"from", "of", "in"}:
        return None
    last = head + 2
    while chunks.tag(last) in "DJNGS,c":
        last += 1
    while chunks.tag(last - 1) in ",c":
        last -= 1
    words = [
        word
        for chunk in chunks.items[first:last]
        for word in words_of(chunk.mention.text if chunk.tag in "NGJ" else chunk.lower)
    ]
    known = memory.index.by_key(key_of(words) - {"sources"})
    if known is None:
        return None
    group = memory.index[known].group
    sort = Sort.GROUP if group else Sort.ORGANISATION
    return Speaker(known, sort, first, last, " ".join(words), plural=group)


def on_its_page(chunks: Chunks, place: int) -> bool:
    """Whether something stands on somebody's own page: "figures on the bank's website"."""
    if chunks.lower(place) != "on":
        return False
    mark = chunks.tags.find("P", place, place + _SHORT)
    return mark > place and chunks.lower(mark + 1) in _PAGES


def body_of(chunks: Chunks, place: int, *, whose: bool) -> int:
    """Return where the head of a phrase stands: "the farmers' union", "Norway's central bank"."""
    owner = -1
    while True:
        if chunks.tag(place) in "NGS" and whose and chunks.tag(place + 1) == "P":
            owner = place if owner < 0 else owner
        elif chunks.tag(place) not in ("DJWwP" if whose else "DJWw"):
            break
        place += 1
    while owner >= 0 and chunks.tags.startswith("SS", place):
        place += 1  # "the city's university hospital"
    return place if chunks.tag(place) in "NGS" or owner < 0 else owner
