"""A name in a text, and what is remembered of names while an article is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter

import attrs

from timeline.extraction._value import value
from timeline.extraction.english._places import COUNTRIES
from timeline.extraction.english._titles_first import FIRST_NAMES
from timeline.extraction.names._entries import is_acronym, key_of, words_of
from timeline.extraction.names._known import KnownSources
from timeline.extraction.page import Sentence
from timeline.model import Word, slug


class Sort(Word):
    """What a name stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    PEOPLE = "people"
    """Those of a country: "North Koreans", "Russian troops"."""
    GROUP = "group"
    """Several without a name: "Ukrainian officials", "analysts"."""
    UNKNOWN = "unknown"

    # Members are compared by identity; hashing their names was a tenth of the reading.
    __hash__ = object.__hash__


@value
class Mention:
    """A name as it stands in the text.

    Args:
        start: where it begins, in code points of the text.
        end: where it ends, exclusive.
        text: its words.
        id: the id of what it names: that of a known source where one fits, else a slug.
        sort: what it stands for.
        group: whether it speaks of several without a name.
        rule: the name of the rule that found it.
        country: the id of the country that it belongs to, as "Moscow", "Russian" and "the Kremlin"
            belong to Russia; empty where the words say nothing of one.
        seat: whether it is a capital or a palace, which can speak for its country.
    """

    start: int
    end: int
    text: str
    id: str
    sort: Sort
    group: bool
    rule: str
    country: str = ""
    seat: bool = False


@attrs.define(slots=False, eq=False)  # with slots, a cached property would slow the rest
class Registry:
    """What an article has named so far.

    Args:
        index: the known sources.
        sentences: the sentences of the article.
        last: ids of persons by last name.
        first: ids of persons by first name.
        acronyms: ids by acronym.
        bodies: ids of organisations by name, and their first words.
        places: by id, how often it was named as a place.
        others: by id, how often as one cannot say what.
        called: ids of those who are called by their last name alone.
    """

    index: KnownSources
    sentences: Sequence[Sentence] = ()
    last: dict[str, str] = attrs.Factory(dict)
    first: dict[str, str] = attrs.Factory(dict)
    acronyms: dict[str, tuple[str, str]] = attrs.Factory(dict)
    bodies: dict[str, str] = attrs.Factory(dict)
    places: dict[str, int] = attrs.Factory(dict)
    others: dict[str, int] = attrs.Factory(dict)
    called: set[str] = attrs.Factory(set)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, as written, that do not open a sentence."""
        behind = chain.from_iterable([sentence.tokens[1:] for sentence in self.sentences])
        return frozenset(map(attrgetter("text"), behind))

    def person(self, name: str) -> str:
        """Return the id of the person of that full name or last name."""
        words = words_of(name)
        if not words:
            return named_id(name)
        last = words[-1]
        known = self.index.by_key(key_of(words)) or self.index.person(last)
        if known is None and slug(last) in self.index:
            known = slug(last)
        if known is None and last in self.last:
            known = self.last[last]
        if known is None:
            known = named_id(name)
        if len(words) > 1:
            self.last.setdefault(last, known)
            if words[0].lower() in FIRST_NAMES:
                self.first.setdefault(words[0], known)
        return known

    def either(self, name: str) -> str:
        """Return the id of what may be a person or a body, called by the last or first word."""
        known = self.person(name)
        words = words_of(name)
        if words and words[0].lower() not in FIRST_NAMES:
            self.bodies.setdefault(words[0], known)
        return known

    def body(self, name: str, country: str = "") -> str:
        """Return the id of the organisation of that name, of *country* where it belongs to one."""
        if name in self.bodies:
            return self.bodies[name]
        words = words_of(name)
        known = self.index.by_key(key_of(words))
        if known is None and country:
            known = self.index.by_key(key_of(words) | {f"@{country}"})
        if known is None and is_acronym(name):
            known = self._initials(name)
        if known is None:
            known = named_id(name)
        self.bodies[name] = known
        if len(words) > 1:
            self.bodies.setdefault(words[0], known)
            initials = "".join(word[0] for word in words if word[0].isupper())
            self.acronyms.setdefault(initials, (known, "organisation"))
        return known

    def _initials(self, name: str) -> str | None:
        known = self.acronyms.get(name.replace(".", ""))
        return None if known is None else known[0]

    def country(self, country: str) -> str:
        """Return the id under which *country* is a source, else its own."""
        if country in self.index:
            return country
        words = tuple(COUNTRIES[country].name.lower().split())
        return next((source for _, source in self.index.whole(words)), country)

    def settled(self, mention: Mention) -> Mention:
        """Return *mention* with the id of the person whose full name came only later."""
        if mention.text in self.last and mention.sort in _PERHAPS_PERSONS:
            return _settled(mention, Sort.PERSON, self.last[mention.text])
        if mention.sort is Sort.UNKNOWN and mention.id in self.called:
            return _settled(mention, Sort.PERSON)
        if mention.sort in _PERHAPS_PLACES and not mention.country:
            # "in Chrysler", but Chrysler says: what most mentions say holds.
            placed = self.places.get(mention.id, 0)
            if placed > 0:
                sort = Sort.PLACE if placed >= self.others.get(mention.id, 0) else Sort.UNKNOWN
                return mention if sort is mention.sort else _settled(mention, sort)
        return mention


def _settled(one: Mention, sort: Sort, identity: str = "") -> Mention:
    """Return a mention of another sort, and perhaps of another id."""
    return Mention(
        one.start,
        one.end,
        one.text,
        identity or one.id,
        sort,
        one.group,
        one.rule,
        one.country,
        one.seat,
    )


_PERHAPS_PERSONS = frozenset({Sort.UNKNOWN, Sort.PERSON})
_PERHAPS_PLACES = frozenset({Sort.UNKNOWN, Sort.PLACE})
_STOPS = re.compile(r"\.(?=\s|$)|(?<=\b[A-Z])\.")
"""Full stops of initials and abbreviations; the one of ``Detik.com`` belongs to the name."""


@lru_cache(maxsize=2_048)  # names come again and again
def named_id(name: str) -> str:
    """Return an id for a name: its slug, or ``unnamed`` where nothing of it can be one."""
    plain = unicodedata.normalize("NFKD", _STOPS.sub("", name))
    return slug("".join(c for c in plain if not unicodedata.combining(c))) or "unnamed"
