"""Whom an article lets speak: phrases that name a source, and words that point back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._names_index import SourceIndex, key_of, words_of
from timeline.extraction._names_mention import Mention, Sort, named_id
from timeline.extraction.english._groups import (
    BODIES,
    GROUPS,
    LISTENERS,
    MEDIA,
    MEDIA_NAMES,
    MEDIA_WORDS,
    UNNAMED,
    WRITINGS,
)
from timeline.extraction.english._places import COUNTRIES
from timeline.extraction.english._titles import PERSONS, SPOKESMEN, listed
from timeline.model import Source

if TYPE_CHECKING:
    from timeline.extraction._frames_chunks import Chunks

_ANYBODY: Final = listed("captive prisoner detainee man woman suspect victim soldier witness")
_NONE: Final[frozenset[str]] = frozenset()
_RECENT: Final = 4
UNNAMED_REPORTS: Final = "unnamed-reports"
_SEGMENT: Final = frozenset("DJWw#APNGScT(")
_PART: Final = frozenset("DJWw#PNGSc")


@attrs.define(slots=True, eq=False)
class Speaker:
    """Somebody whom the article lets speak.

    Args:
        id: the id of the source.
        sort: what it is.
        first: the number of the first piece of the phrase.
        last: the number of the piece behind it.
        name: the words that name it.
        medium: whether it carries the word of others to the public.
        way: ``named``, ``described``, ``pronoun``, ``writing`` or ``unnamed``.
        plural: whether it takes a plural verb.
        noun: the noun that describes it, in lower case.
    """

    id: str
    sort: Sort
    first: int
    last: int
    name: str = ""
    medium: bool = False
    way: str = "named"
    plural: bool = False
    noun: str = ""


@attrs.define(slots=True, eq=False)
class Memory:
    """Who has been named and who has spoken so far, for what points back to them.

    Args:
        index: the known sources.
        outlet: the id of the article's own outlet.
        named: ids in the order in which they were last named, with what they are.
        nouns: by id, the nouns that described it: ``agency``, ``president``.
        spoken: ids in the order in which they last spoke.
        where: by id, the number of the sentence that last named it.
        now: the number of the sentence that is read.
        floor: the number of the first sentence to which pronouns point back.
        local: whom the sentence that is read has named so far.
        chain: the chain of the last frame.
        sources: sources that were not known, by id.
        media: by id, whether its name is that of a medium.
    """

    index: SourceIndex
    outlet: str
    named: dict[str, Speaker] = attrs.Factory(dict)
    nouns: dict[str, set[str]] = attrs.Factory(dict)
    spoken: dict[str, Speaker] = attrs.Factory(dict)
    where: dict[str, int] = attrs.Factory(dict)
    now: int = 0
    floor: int = 0
    local: list[Speaker] = attrs.Factory(list)
    chain: tuple[str, ...] = ()
    sources: dict[str, Source] = attrs.Factory(dict)
    media: dict[str, bool] = attrs.Factory(dict)

    def see(self, speaker: Speaker, noun: str = "") -> None:
        """Remember that *speaker* was named, and which *noun* described it."""
        known = self.named.pop(speaker.id, None)
        if known is not None and known.way == "introduced":
            speaker = attrs.evolve(speaker, way="introduced")
        self.named[speaker.id] = speaker
        self.where[speaker.id] = self.now
        if noun:
            self.nouns.setdefault(speaker.id, set()).add(noun)

    def speak(self, speaker: Speaker) -> None:
        """Remember that *speaker* spoke."""
        self.see(speaker, speaker.noun)
        self.spoken.pop(speaker.id, None)
        self.spoken[speaker.id] = speaker

    def enter(self, identity: str, name: str, *, group: bool) -> None:
        """Keep a source that is not known, with the names under which it appears."""
        if identity in self.index.sources:
            return
        known = self.sources.get(identity)
        if known is None:
            self.sources[identity] = Source(identity, name or identity, group=group)
        elif name and name != known.name and name not in known.aliases:
            self.sources[identity] = attrs.evolve(known, aliases=(*known.aliases, name))


def is_medium(mention_id: str, name: str, memory: Memory) -> bool:
    """Whether a source of that name publishes what others say."""
    known = memory.media.get(mention_id)
    if known is None:
        known = memory.media[mention_id] = _publishes(mention_id, name, memory)
    return known or bool(memory.nouns.get(mention_id, _NONE) & MEDIA)


def _publishes(mention_id: str, name: str, memory: Memory) -> bool:
    if mention_id == memory.outlet:
        return True
    words = words_of(name)
    if any(word in MEDIA_NAMES or word.lower() in MEDIA_WORDS for word in words):
        return True
    source = memory.index.sources.get(mention_id)
    return source is not None and any(
        word in MEDIA_NAMES or word.lower() in MEDIA_WORDS or word.lower() in MEDIA
        for title in (source.name, *source.aliases)
        for word in words_of(title)
    )


def of_mention(mention: Mention, place: int, memory: Memory) -> Speaker:
    """Return the speaker that a name stands for; a capital speaks for its country."""
    identity, sort = mention.id, mention.sort
    if mention.sort is Sort.PEOPLE and " " in mention.text:
        identity = _described_id(mention.text, memory)
        sort = Sort.GROUP
    elif mention.seat and mention.id not in memory.index.sources and mention.country:
        identity = _country_id(mention.country, memory)
    return Speaker(
        identity,
        sort,
        place,
        place + 1,
        mention.text,
        medium=sort in {Sort.ORGANISATION, Sort.UNKNOWN}
        and is_medium(identity, mention.text, memory),
        plural=mention.group,
    )


def _country_id(country: str, memory: Memory) -> str:
    if country in memory.index.sources:
        return country
    lower = tuple(COUNTRIES[country].name.lower().split())
    for words, _, identity in memory.index.names.get(lower[0], ()):
        if words == lower:
            return identity
    return country


def _described_id(text: str, memory: Memory) -> str:
    """Return the id for a description such as "a Ukrainian official"."""
    words = words_of(text)
    known = memory.index.by_key(key_of(words))
    if known is not None:
        return known
    kept = [word for word in words if word.lower() not in UNNAMED and word not in {"'s", "\u2019s"}]
    return named_id(" ".join(kept or words))


def phrase_from(chunks: Chunks, place: int, memory: Memory) -> Speaker | None:
    """Read the phrase that begins at *place* as a source; None where it names none."""
    tags = chunks.tags
    last = place
    while last < len(tags) and tags[last] in _PART:
        if tags[last] == "c" and not (
            last + 1 < len(tags) and tags[last + 1] in "NGJDS" and last > place
        ):
            break
        last += 1
    if last == place:
        return _pronoun(chunks, place, memory) if chunks.tag(place) in "HR" else None
    return _core(chunks, place, last, memory)


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
    chunk = chunks[head]
    noun = ""
    if tags[head] == "G" and chunks.lower(first) in {"the", "those", "these"}:
        text = chunk.mention.text.lower()
        if chunk.mention.id not in memory.index.sources and not chunk.mention.country:
            found = _recall(text, text.split()[-1], memory)
            if found is not None:
                return attrs.evolve(found, first=first, last=last, way="described", plural=True)
    if tags[head] in "NG":
        before = head - 1
        if before >= first and tags[before] == "S":
            noun = _noun(chunks, before)
        speaker = of_mention(chunk.mention, head, memory)
        if noun in MEDIA:
            speaker = attrs.evolve(speaker, medium=True)
        pair = _pair(chunks, first, head, speaker, memory)
        if pair is not None:
            return pair
        return attrs.evolve(speaker, first=first, last=last, noun=noun)
    return _described(chunks, first, head, last, memory)


def _pair(
    chunks: Chunks, first: int, head: int, speaker: Speaker, memory: Memory
) -> Speaker | None:
    """Read "Kyiv and Western governments" as one group."""
    if head - 1 <= first or chunks.tag(head - 1) != "c" or chunks.tag(head - 2) not in "NG":
        return None
    other = of_mention(chunks[head - 2].mention, head - 2, memory)
    name = f"{other.name} and {speaker.name}"
    known = memory.index.by_key(key_of(words_of(name)))
    identity = known or named_id(" ".join(sorted((other.id, speaker.id))))
    return Speaker(identity, Sort.GROUP, first, head + 1, name, plural=True)


def _described(chunks: Chunks, first: int, head: int, last: int, memory: Memory) -> Speaker | None:
    """Read a phrase whose head is a common noun: "the agency", "South Korea's spy agency"."""
    noun = _noun(chunks, head)
    tags = chunks.tags
    words = [
        chunk.mention.text if chunk.tag in "NGJ" else chunk.lower
        for chunk in chunks.items[first : head + 1]
    ]
    text = " ".join(words).replace(" 's", "'s")
    plural = noun in GROUPS or (noun in WRITINGS and noun.endswith("s"))
    known = memory.index.by_key(key_of(words_of(text)))
    sort = Sort.GROUP if noun in GROUPS else Sort.PERSON if noun in PERSONS else Sort.ORGANISATION
    if known is not None:
        group = memory.index.sources[known].group
        return Speaker(
            known, Sort.GROUP if group else sort, first, last, text, plural=plural, noun=noun
        )
    joint = _joint(chunks, first, head, memory)
    if joint is not None:
        return attrs.evolve(joint, first=first, last=max(last, joint.last))
    owner = _owner(chunks, first, head, memory)
    if noun in WRITINGS and noun not in MEDIA:
        return _writing(chunks, (first, head, last), owner, memory)
    if noun in SPOKESMEN and owner is not None:
        return attrs.evolve(owner, first=first, last=last, noun="")
    definite = chunks.lower(first) in {"the", "this", "these", "those"}
    if definite and "P" not in tags[first:head]:
        found = _recall(text, noun, memory)
        if found is not None:
            return attrs.evolve(found, first=first, last=last, way="described", plural=plural)
    if noun in LISTENERS and noun not in GROUPS:
        return None
    return Speaker(
        _described_id(text, memory),
        sort,
        first,
        last,
        _shown(text),
        medium=noun in MEDIA,
        way="described",
        plural=plural,
        noun=noun,
    )


def _joint(chunks: Chunks, first: int, head: int, memory: Memory) -> Speaker | None:
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
    group = memory.index.sources[known].group
    sort = Sort.GROUP if group else Sort.ORGANISATION
    return Speaker(known, sort, first, last, " ".join(words), plural=group)


def _noun(chunks: Chunks, place: int) -> str:
    """Return the noun at *place*; a news agency is not any agency."""
    noun = chunks.lower(place)
    if noun in {"agency", "service"} and chunks.lower(place - 1) == "news":
        return f"news {noun}"
    return noun


def _shown(text: str) -> str:
    for article in ("the ", "a ", "an "):
        if text.startswith(article):
            return text[len(article) :]
    return text


def _owner(chunks: Chunks, first: int, head: int, memory: Memory) -> Speaker | None:
    """Find whose spokesman or statement it is: "NIS statement", "a spokesman for the ministry"."""
    tags = chunks.tags
    for place in range(head - 1, first - 1, -1):
        if tags[place] in "NG":
            return of_mention(chunks[place].mention, place, memory)
    if chunks.lower(first) in {"his", "her", "its", "their"} and head > first:
        return pointed(chunks.lower(first), first, memory)
    after = head + 1
    if chunks.tag(after) == "p" and chunks.lower(after) in {"for", "of", "from", "by"}:
        place = after + 1
        while chunks.tag(place) in "DJWw":
            place += 1
        if chunks.tag(place) in "NG":
            return of_mention(chunks[place].mention, place, memory)
        if chunks.tag(place) == "S":
            return _described(chunks, after + 1, place, place + 1, memory)
    return None


def _writing(
    chunks: Chunks, place: tuple[int, int, int], owner: Speaker | None, memory: Memory
) -> Speaker | None:
    """Read a report, a statement or an estimate as the word of its author."""
    first, head, last = place
    noun = chunks.lower(head)
    countries = sum(tag in "NJ" for tag in chunks.tags[first:head])
    if owner is not None and not (owner.sort is Sort.PLACE and countries):
        return attrs.evolve(owner, first=first, last=last, plural=noun.endswith("s"), noun="")
    if owner is not None or "J" in chunks.tags[first:head]:
        text = " ".join(
            chunk.mention.text if chunk.tag in "NGJ" else chunk.lower
            for chunk in chunks.items[first : head + 1]
        )
        return Speaker(
            _described_id(text, memory), Sort.GROUP, first, last, text, plural=True, noun=noun
        )
    if chunks.lower(first) in {"the", "this", "that"} and memory.chain:
        return Speaker(
            memory.chain[-1], Sort.UNKNOWN, first, last, way="writing", plural=noun.endswith("s")
        )
    return Speaker(
        UNNAMED_REPORTS, Sort.GROUP, first, last, "Unnamed reports", way="unnamed",
        plural=noun.endswith("s"), noun=noun,
    )  # fmt: skip


def _recall(text: str, noun: str, memory: Memory) -> Speaker | None:
    """Find whom a definite description points back to, the nearest first."""
    recent = list(reversed(memory.named.values()))
    if noun in _ANYBODY:
        for speaker in recent:
            if speaker.way == "introduced":
                return speaker
    for speaker in recent:
        nouns = memory.nouns.get(speaker.id, ())
        if noun in nouns or f"news {noun}" in nouns:
            return speaker
    if noun in MEDIA:
        for speaker in recent:
            if speaker.medium and speaker.id != memory.outlet:
                return speaker
    for speaker in recent:
        if noun in {word.lower() for word in words_of(speaker.name)} and speaker.sort not in {
            Sort.PLACE,
            Sort.PEOPLE,
        }:
            return speaker
    spoken = list(reversed(memory.spoken.values()))
    if noun in BODIES or "intelligence" in text:
        for speaker in spoken[:2]:
            if speaker.sort is Sort.ORGANISATION and not speaker.medium:
                return speaker
    if noun in GROUPS:
        for speaker in spoken[:2]:
            if speaker.sort is Sort.GROUP:
                return speaker
    return None


def pointed(pronoun: str, place: int, memory: Memory) -> Speaker | None:
    """Find whom a pronoun points back to; None where there is nobody."""
    if pronoun in {"he", "she", "him", "his", "her", "himself", "herself"}:
        sorts = {Sort.PERSON}
    elif pronoun in {"they", "their", "them"}:
        sorts = {Sort.GROUP, Sort.PEOPLE, Sort.ORGANISATION}
    elif pronoun in {"it", "its"}:
        sorts = {Sort.ORGANISATION, Sort.UNKNOWN}
    else:
        return None
    local = [s for s in memory.local if s.sort in sorts]
    if local and not (pronoun == "their" or local[0].medium):
        return attrs.evolve(local[0], first=place, last=place + 1, way="pronoun", noun="")
    spoken = [s for s in reversed(memory.spoken.values()) if s.sort in sorts]
    named = [s for s in reversed(memory.named.values()) if s.sort in sorts]
    if pronoun in {"it", "its"} and not spoken:
        named = [s for s in named if s.sort is Sort.ORGANISATION]
    fresh = [
        s
        for s in named[:1]
        if s.way == "introduced" and spoken and memory.where[s.id] > memory.where[spoken[0].id]
    ]
    for speaker in (*fresh, *spoken[:1], *named):
        near = _RECENT if speaker.id in memory.spoken or speaker.way == "introduced" else 1
        where = memory.where.get(speaker.id, 0)
        if memory.now - where > near or where < memory.floor:
            continue
        return attrs.evolve(speaker, first=place, last=place + 1, way="pronoun", noun="")
    if sorts == {Sort.PERSON} or pronoun == "they":
        return Speaker(
            UNNAMED_REPORTS, Sort.GROUP, place, place + 1, "Unnamed reports", way="unnamed"
        )
    return None
