"""Whom an article lets speak: phrases that name a source, and words that point back to one."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.extraction.english._groups import (
    MEDIA,
    MEDIA_NAMES,
    MEDIA_WORDS,
    UNNAMED,
)
from timeline.extraction.english._places import COUNTRIES
from timeline.extraction.english._titles import listed
from timeline.extraction.names import (
    KnownSources,
    Mention,
    Sort,
    key_of,
    named_id,
    words_of,
)
from timeline.model import Source

_NONE: Final[frozenset[str]] = frozenset()
UNNAMED_REPORTS: Final = "unnamed-reports"


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
        country: the id of its country, where it has one.
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
    country: str = ""


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
        times: by id, in how many sentences it was named.
        now: the number of the sentence that is read.
        floor: the number of the first sentence to which pronouns point back.
        opened: the person with whom the last sentence that named one began, and its number.
        topic: whom the last sentence opened with that is no person, and its number.
        local: whom the sentence that is read has named so far as what can act.
        here: whom it has named so far at all.
        papers: by noun, on whose word a paper of that sort was told of.
        polled: whose poll was told of last, and in which sentence.
        land: the country that was named last.
        chain: the chain of the last frame.
        reported: whether a medium or a writing stood in it.
        sources: sources that were not known, by id.
        genders: by id, ``he`` or ``she``, once a pronoun has told.
        titles: by id, the name in full, where the article gives it.
        media: by id, whether its name is that of a medium.
    """

    index: KnownSources
    outlet: str
    named: dict[str, Speaker] = attrs.Factory(dict)
    nouns: dict[str, set[str]] = attrs.Factory(dict)
    spoken: dict[str, Speaker] = attrs.Factory(dict)
    where: dict[str, int] = attrs.Factory(dict)
    times: dict[str, int] = attrs.Factory(dict)
    now: int = 0
    floor: int = 0
    opened: tuple[str, int] = ("", -1)
    topic: tuple[str, int] = ("", -1)
    local: list[Speaker] = attrs.Factory(list)
    here: list[Speaker] = attrs.Factory(list)
    papers: dict[str, Speaker] = attrs.Factory(dict)
    polled: tuple[Speaker, int] | None = None
    land: str = ""
    chain: tuple[str, ...] = ()
    reported: bool = False
    sources: dict[str, Source] = attrs.Factory(dict)
    genders: dict[str, str] = attrs.Factory(dict)
    titles: dict[str, str] = attrs.Factory(dict)
    media: dict[str, bool] = attrs.Factory(dict)

    def see(self, speaker: Speaker, noun: str = "") -> None:
        """Remember that *speaker* was named, and which *noun* described it."""
        known = self.named.pop(speaker.id, None)
        if known is not None and known.way == "introduced":
            speaker = attrs.evolve(speaker, way="introduced")
        self.named[speaker.id] = speaker
        if self.where.get(speaker.id) != self.now:
            self.times[speaker.id] = self.times.get(speaker.id, 0) + 1
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
        if identity in self.index:
            return
        title = self.titles.get(identity)
        if title is None and identity in COUNTRIES:
            title = COUNTRIES[identity].name
        if title is not None and identity not in self.sources:
            self.sources[identity] = Source(identity, title, group=group)
        known = self.sources.get(identity)
        if known is None:
            self.sources[identity] = Source(identity, name or identity, group=group)
        elif name and name != known.name and name not in known.aliases:
            self.sources[identity] = attrs.evolve(known, aliases=(*known.aliases, name))


_NO_MEDIA: Final = listed(
    """
    mission office ministry army police court university bank party union commission fund
    hospital committee council authority board tribunal
    """
)


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
    if words and words[-1].lower() in _NO_MEDIA:
        return False  # an Observer Mission, a Post Office
    if any(word in MEDIA_NAMES or word.lower() in MEDIA_WORDS for word in words):
        return True
    source = memory.index.get(mention_id)
    return source is not None and any(
        word in MEDIA_NAMES or word.lower() in MEDIA_WORDS or word.lower() in MEDIA
        for title in (source.name, *source.aliases)
        for word in words_of(title)
    )


_MAYBE_MEDIA = frozenset({Sort.ORGANISATION, Sort.UNKNOWN})


def of_mention(mention: Mention, place: int, memory: Memory) -> Speaker:
    """Return the speaker that a name stands for; a capital speaks for its country."""
    identity, sort = mention.id, mention.sort
    if mention.sort is Sort.PEOPLE and " " in mention.text:
        identity = described_id(mention.text, memory)
        sort = Sort.GROUP
    elif mention.seat and mention.id not in memory.index and mention.country:
        identity = _country_id(mention.country, memory)
    return Speaker(
        identity,
        sort,
        place,
        place + 1,
        bare_name(mention.text) if mention.group else mention.text,
        medium=sort in _MAYBE_MEDIA and is_medium(identity, mention.text, memory),
        plural=mention.group,
        country=mention.country,
    )


def possessive(text: str) -> str:
    """Join an apostrophe to the word that owns.

    >>> possessive("Dockers ' alliance"), possessive("the city 's mayor")
    ("Dockers' alliance", "the city's mayor")
    """
    return text.replace(" 's", "'s").replace(" ' ", "' ").replace(" \u2019 ", "\u2019 ")


def bare_name(text: str) -> str:
    """Return a description without article, number and "unnamed": "Dutch officials"."""
    words = possessive(text).split()
    kept = [word for word in words if word.lower() not in UNNAMED] or words
    return " ".join(kept)[:1].upper() + " ".join(kept)[1:]


def _country_id(country: str, memory: Memory) -> str:
    if country in memory.index:
        return country
    words = tuple(COUNTRIES[country].name.lower().split())
    return next((identity for _, identity in memory.index.whole(words)), country)


def described_id(text: str, memory: Memory) -> str:
    """Return the id for a description such as "a Ukrainian official"."""
    words = words_of(text)
    known = memory.index.by_key(key_of(words))
    if known is not None:
        return known
    kept = [word for word in words if word.lower() not in UNNAMED and word not in {"'s", "\u2019s"}]
    return named_id(" ".join(kept or words))
