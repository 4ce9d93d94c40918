"""Phrases that name a source: "South Korea's spy agency", "a spokesman for the ministry"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import (
    BODIES,
    GROUPS,
    LISTENERS,
    MEDIA,
    WRITINGS,
)
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._papers import LOOSE, RECORDS
from timeline.extraction.english._titles import OFFICE_WORDS, PERSONS, SPOKESMEN
from timeline.extraction.names import (
    Sort,
    key_of,
    words_of,
)

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
from timeline.extraction.sources._joint import (
    body_of,
    joint,
    members,
    of_the_land,
    on_its_page,
    pair,
)
from timeline.extraction.sources._pointed import pointed, recall
from timeline.extraction.sources._sources import (
    UNNAMED_REPORTS,
    Memory,
    Speaker,
    bare_name,
    described_id,
    of_mention,
    possessive,
)
from timeline.extraction.sources._types import of_that_trade

# Writings that speak for themselves where nobody is named as their author.
_OF_THEIR_OWN: Final = frozenset({"study", "survey", "poll", "polls", "paper", "inquiry", "review"})
_HIS: Final = frozenset({"his", "her"})
_HIS_OWN: Final = frozenset({"office", "campaign", "lawyer", "lawyers", "party", "family"})
# What a body gives out of its own: "ministry figures", "central bank data".
_GIVEN_OUT: Final = frozenset(
    """data figures statistics estimates estimate projections forecasts forecast statement records
    projection release bulletin""".split()
)
_NOT_BY: Final = frozenset({"court", "company", "hospital", "state", "country", "nation", "city"})
_FEW: Final = frozenset({"some", "several", "many", "most", "both", "another"})
_OF_THE_PRESS: Final = frozenset({"media", "press", "publicity", "information", "pr"})
_LAND: Final = frozenset({"country", "nation", "kingdom", "republic"})
_ALL: Final = frozenset({"both", "all", "half"})
_AUTHORS: Final = frozenset({"author", "authors"})
_PART: Final = frozenset("DJWw#PNGSc")


def phrase_from(chunks: Chunks, place: int, memory: Memory) -> Speaker | None:
    """Read the phrase that begins at *place* as a source; None where it names none."""
    tags = chunks.tags
    if chunks.lower(place + 1) == "of" and _some(chunks, place):
        place += 2  # "two of its organisers"
    last = place
    while last < len(tags) and tags[last] in _PART:
        apart = tags[last] == "D" and last > place and tags[last - 1] != "c"
        if apart and chunks.lower(last - 1) not in _ALL:
            break  # "told Reuters the firm would", "Kenya closed the office": another phrase
        if tags[last] == "c" and not (
            last + 1 < len(tags) and tags[last + 1] in "NGJDS" and last > place
        ):
            break
        last += 1
    if last == place:
        return _pronoun(chunks, place, memory) if chunks.tag(place) in "HR" else None
    return _core(chunks, place, last, memory)


def _some(chunks: Chunks, place: int) -> bool:
    lower = chunks.lower(place)
    return (lower in CARDINALS or lower in _FEW) and chunks.tag(place + 2) in "DNG"


def name_behind(chunks: Chunks, place: int, memory: Memory) -> Speaker | None:
    """Take the name from "said the head of the agency, Kofi Mensah"."""
    ahead = place
    while ahead < len(chunks) and chunks.tag(ahead) in "pDJNGWwS":
        ahead += 1
    if chunks.tag(ahead) == "," and chunks.tag(ahead + 1) == "N" and chunks.tag(ahead + 2) in ".,":
        named = phrase_from(chunks, ahead + 1, memory)
        full = chunks.lower(ahead - 1) in PERSONS and named is not None and " " in named.name
        if named is not None and (named.sort is Sort.PERSON or full):
            return named
    return None


def _pronoun(chunks: Chunks, place: int, memory: Memory) -> Speaker | None:
    return pointed(chunks.lower(place), place, memory)


def phrase_within(chunks: Chunks, first: int, last: int, memory: Memory) -> Speaker | None:
    """Read the pieces from *first* to before *last* as a phrase that names a source."""
    return _core(chunks, first, last, memory)


def _core(chunks: Chunks, first: int, last: int, memory: Memory) -> Speaker | None:
    """Read the pieces from *first* to before *last* as one phrase and find its head."""
    tags = chunks.tags
    head = last - 1
    while head >= first and tags[head] not in "NGS":
        head -= 1
    if head < first:
        return None
    last = head + 1
    chunk = chunks[head]
    noun = ""
    if tags[head] == "G" and chunks.lower(first) in {"the", "those", "these"}:
        text = chunk.mention.text.lower()
        if chunk.mention.id not in memory.index and not chunk.mention.country:
            found = recall(text, text.split()[-1], memory)
            if found is not None:
                return attrs.evolve(found, first=first, last=last, way="described", plural=True)
    if tags[head] in "NG":
        before = head - 1
        if before >= first and tags[before] == "S":
            noun = _noun(chunks, before)
        speaker = of_mention(chunk.mention, head, memory)  # a new one, ours to complete
        if tags[head] == "G":
            speaker = members(chunks, head, speaker, memory)
        both = pair(chunks, first, head, speaker, memory)
        if both is not None:
            return both
        speaker.medium = speaker.medium or noun in MEDIA
        speaker.first, speaker.last, speaker.noun = first, last, noun
        return speaker
    return _described(chunks, first, head, last, memory)


def _described(chunks: Chunks, first: int, head: int, last: int, memory: Memory) -> Speaker | None:
    """Read a phrase whose head is a common noun: "the agency", "South Korea's spy agency"."""
    noun = _noun(chunks, head)
    tags = chunks.tags
    words = [
        chunk.mention.text if chunk.tag in "NGJ" else chunk.lower
        for number, chunk in enumerate(chunks.items[first : head + 1], first)
        if not (
            chunk.tag in "WS"
            and chunks.tag(number + 1) in "NWS"
            and chunk.lower in OFFICE_WORDS
            and "N" in tags[number:head]
        )
    ]
    text = possessive(" ".join(words))
    plural = noun in GROUPS or (noun in WRITINGS and noun.endswith("s"))
    known = memory.index.by_key(key_of(words_of(text)))
    if known is not None and first + 1 == head and chunks.lower(first) == "the":
        here = recall(text, noun, memory)
        if here is not None and here.id != known and known not in memory.named:
            known = here.id  # "the mission" of another article is not that of this one
    sort = Sort.GROUP if noun in GROUPS else Sort.PERSON if noun in PERSONS else Sort.ORGANISATION
    if known is not None:
        group = memory.index[known].group
        return Speaker(
            known, Sort.GROUP if group else sort, first, last, text, plural=plural, noun=noun
        )
    if chunks.lower(first + 1) in _LAND and chunks.tag(first + 2) == "P":
        text = of_the_land(chunks, first, head, memory) or text
        known = memory.index.by_key(key_of(words_of(text)))
        return Speaker(
            known or described_id(text, memory), sort, first, last, bare_name(text),
            way="described", plural=plural, noun=noun,
        )  # fmt: skip
    if chunks.lower(last) in {"who", "whom"}:
        sort = Sort.PERSON if sort is Sort.ORGANISATION else sort  # "a miner who fled"
        if chunks.tags[last + 1 : last + 4] in {"HVN", "HXN"}:
            return of_mention(chunks[last + 3].mention, last + 3, memory)  # "whom we call Sara"
    if noun == "wing" and not _OF_THE_PRESS.isdisjoint(words):
        recent = (*reversed(memory.here), *reversed(memory.named.values()))
        wing = of_that_trade(noun, recent, memory)
        if wing is not None:
            return attrs.evolve(wing, first=first, last=last, way="described", noun="")
    many = joint(chunks, first, head, memory)
    if many is not None:
        return attrs.evolve(many, first=first, last=max(last, many.last))
    owner = _owner(chunks, first, head, memory)
    if noun in WRITINGS and noun not in MEDIA:
        return _writing(chunks, (first, head, last), owner, memory)
    if (
        noun in {"representative", "rep"}
        and owner is not None
        and chunks.lower(first) in {"a", "an"}
    ):
        noun = "spokesman"  # "an Acme representative declined to comment"
    if noun == "service" and chunks.lower(head - 1) == "press":
        noun = "spokesman"  # the press service speaks for whose it is
    if noun in SPOKESMEN and owner is None and chunks.lower(first) in {"a", "the"}:
        owner = _employer(memory)
    if noun in SPOKESMEN and owner is not None:
        return attrs.evolve(owner, first=first, last=last, noun="")
    if noun in _AUTHORS and chunks.lower(first) in {"its", "their"} and memory.chain:
        # Those who wrote what was just told of speak as it.
        return Speaker(memory.chain[-1], Sort.GROUP, first, last, way="writing", plural=True)
    if owner is not None and chunks.lower(first) in _HIS and noun in _HIS_OWN:
        # "Her office denied it": that of the mayor of whom the article speaks
        text = f"{owner.name}'s {' '.join(words[1:])}"
        return Speaker(
            described_id(text, memory), Sort.ORGANISATION, first, last, text, way="described",
            plural=plural, noun=noun,
        )  # fmt: skip
    if owner is not None and chunks.lower(first) in {"its", "their"}:
        known = memory.index.by_key(key_of(words_of(" ".join((owner.name, *words[1:])))))
        if known is not None:  # "its human rights office": that of the UN
            return Speaker(known, sort, first, last, text, noun=noun)
    definite = chunks.lower(first) in {"the", "this", "these", "those"}
    if definite and "P" not in tags[first:head]:
        found = recall(text, noun, memory)
        if found is not None:
            return attrs.evolve(found, first=first, last=last, way="described", plural=plural)
    if noun in LISTENERS and noun not in GROUPS | BODIES | PERSONS:
        return None
    return Speaker(
        described_id(text, memory),
        sort,
        first,
        last,
        bare_name(text),
        medium=noun in MEDIA,
        way="described",
        plural=plural,
        noun=noun,
    )


def anybody(chunks: Chunks, first: int, last: int, memory: Memory) -> Speaker:
    """Read a phrase whose last noun is in no list as a source: "some customers"."""
    noun = chunks.lower(last)
    text = " ".join(
        chunk.mention.text if chunk.tag in "NGJ" else chunk.lower
        for chunk in chunks.items[first : last + 1]
    )
    text = possessive(text)
    plural = noun.endswith("s")
    return Speaker(
        described_id(text, memory),
        Sort.GROUP if plural else Sort.UNKNOWN,
        first,
        last + 1,
        bare_name(text),
        way="described",
        plural=plural,
        noun=noun,
    )


def _noun(chunks: Chunks, place: int) -> str:
    """Return the noun at *place*; a news agency is not any agency."""
    noun = chunks.lower(place)
    if noun in {"agency", "service"} and chunks.lower(place - 1) == "news":
        return f"news {noun}"
    return noun


def _owner(chunks: Chunks, first: int, head: int, memory: Memory) -> Speaker | None:
    """Find whose spokesman or statement it is: "NIS statement", "a spokesman for the ministry"."""
    tags = chunks.tags
    for place in range(head - 1, first - 1, -1):
        if tags[place] in "NG":
            return of_mention(chunks[place].mention, place, memory)
    if chunks.lower(first) in {"his", "her", "its", "their"} and head > first:
        owner = pointed(chunks.lower(first), first, memory)
        return None if owner is not None and owner.id == UNNAMED_REPORTS else owner
    mark = tags.find("P", first, head)
    if mark > first and tags[mark - 1] == "S":
        return _described(chunks, first, mark - 1, mark, memory)  # "the agency's report"
    if chunks.tag(head - 1) == "S" and chunks.lower(head) in _GIVEN_OUT and head > first:
        body = chunks.lower(head - 1)
        if body in BODIES and body not in GROUPS and body not in _NOT_BY:
            words = [chunks.lower(place) for place in range(first, head)]
            of_it = words if chunks.tag(first) == "D" else ["the", *words]
            found = recall(" ".join(of_it), body, memory)
            return found or _described(chunks, first, head - 1, head, memory)
    after = head + 1
    if chunks.tag(after) == "p" and (
        chunks.lower(after) in {"for", "of", "from", "by"} or on_its_page(chunks, after)
    ):
        place = body_of(chunks, after + 1, whose=chunks.lower(after) in {"for", "of", "from", "by"})
        if chunks.tag(place) in "NG":
            return of_mention(chunks[place].mention, place, memory)
        if chunks.tag(place) == "S":
            return _described(chunks, after + 1, place, place + 1, memory)
        if chunks.lower(head) in SPOKESMEN and chunks.tag(after + 1) == "D":
            return anybody(chunks, after + 1, place - 1, memory)  # "a spokesman for the brewery"
    return None


def _employer(memory: Memory) -> Speaker | None:
    """Return the body of which the last sentence or two spoke: a spokesman speaks for it."""
    for speaker in (*reversed(memory.here), *reversed(memory.named.values())):
        if memory.now - memory.where.get(speaker.id, memory.now) > 1:
            continue
        if speaker.sort is Sort.ORGANISATION and not speaker.medium:
            return attrs.evolve(speaker, way="described")
    return None


def _writing(
    chunks: Chunks, place: tuple[int, int, int], owner: Speaker | None, memory: Memory
) -> Speaker | None:
    """Read a report, a statement or an estimate as the word of its author."""
    first, head, last = place
    noun = chunks.lower(head)
    paper = memory.papers.get(noun)
    if paper is not None and first + 1 == head and chunks.lower(first) in {"the", "this", "that"}:
        return attrs.evolve(paper, first=first, last=last, way="described", noun="")
    countries = sum(tag in "NJ" for tag in chunks.tags[first:head])
    if owner is not None and not (owner.sort is Sort.PLACE and countries):
        if chunks.lower(first) in {"a", "an"}:
            memory.papers[noun] = owner  # "the report" is then the board's
        return attrs.evolve(owner, first=first, last=last, plural=noun.endswith("s"), noun="")
    if owner is not None or "J" in chunks.tags[first:head]:
        text = " ".join(
            chunk.mention.text if chunk.tag in "NGJ" else chunk.lower
            for chunk in chunks.items[first : head + 1]
        )
        return Speaker(
            described_id(text, memory), Sort.GROUP, first, last, text, plural=True, noun=noun
        )
    if (
        chunks.lower(first) in {"the", "this", "that"}
        and memory.reported
        and noun not in _OF_THEIR_OWN
    ):
        return Speaker(
            memory.chain[-1], Sort.UNKNOWN, first, last, way="writing", plural=noun.endswith("s")
        )
    which = noun in RECORDS and any(
        chunks.tag(k) in "wWS" and chunks.lower(k) not in LOOSE for k in range(first, head)
    )
    if noun in _OF_THEIR_OWN or which:
        text = " ".join(chunk.lower for chunk in chunks.items[first : head + 1])
        return Speaker(
            described_id(text, memory), Sort.UNKNOWN, first, last, bare_name(text), noun=noun
        )
    return Speaker(
        UNNAMED_REPORTS, Sort.GROUP, first, last, "Unnamed reports", way="unnamed",
        plural=noun.endswith("s"), noun=noun,
    )  # fmt: skip
