"""Known sources by the words of their names, so that one look-up finds whom an article means."""

from __future__ import annotations

import bisect
import re
from collections.abc import Mapping
from functools import lru_cache
from operator import neg
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._tokens import tokens_of
from timeline.extraction.english._groups import (
    BODIES,
    GROUPS,
    MEDIA_WORDS,
    ORGANISATION_WORDS,
    UNNAMED,
    WRITINGS,
)
from timeline.extraction.english._places import PLACE_WORDS
from timeline.extraction.english._titles import PERSONS, listed
from timeline.model import Source, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|[^\W_]+(?:['’](?!s\b)[^\W_]+)*")
_SMALL: Final = listed("the a an of for and in at from their its") | {"'s", "\u2019s"}
_SPELLING: Final = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "labor": "labour",
    "chief": "head",
    "boss": "head",
}
_LONGEST_ACRONYM: Final = 6
_MIN_KEY: Final = 2

Key = frozenset[str]
_Entry = tuple[tuple[str, ...], str, Key, str]
"""A name: its words in lower case, as written if it is one, what it means, a last name if any."""


@lru_cache(maxsize=16_384)  # names come again and again
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, as written, possessives apart."""
    return tuple(_WORD.findall(name))


def key_of(words: Iterable[str]) -> Key:
    """Return what a name means, whatever its order: its words, with countries for their names.

    >>> key_of(words_of("Ukraine's military")) == key_of(words_of("the Ukrainian military"))
    True
    """
    return _key(tuple(words))


@lru_cache(maxsize=16_384)  # names come again and again
def _key(words: tuple[str, ...]) -> Key:
    return frozenset(_meanings(words))


def _meanings(words: tuple[str, ...]) -> Iterator[str]:
    place = 0
    while place < len(words):
        for length in (3, 2, 1):
            found = PLACE_WORDS.get(words[place : place + length])
            if found is not None:
                yield f"@{found.country.id}"
                place += length
                break
        else:
            word = words[place].lower().replace("\u2019", "'")
            if word not in _SMALL and word not in UNNAMED:
                yield _SPELLING.get(word, word)
            place += 1


def is_acronym(word: str) -> bool:
    """Whether a word is an acronym such as ``NIS``, ``MoD`` or ``U.N.``."""
    letters = word.replace(".", "")
    return 1 < len(letters) <= _LONGEST_ACRONYM and letters[-1].isupper() and letters[0].isupper()


@attrs.define(slots=True, eq=False)
class SourceIndex:
    """The sources that are known, by id and by name; built once, it serves many articles.

    Args:
        sources: the sources by id.
        names: by the first word of a name, in lower case, the names that begin so, longest first.
        whole: by all words of a name, who goes by it, as it is written if it is one word.
        lengths: by the first word of names how many words they have, the most first.
        keys: sources by what their names mean.
        people: persons by last name.
        persons: the ids of persons.
        cues: words without a capital letter at which a name may begin, or a group end.
        ranks: which source came in first, by id: of two with one name it keeps the name.
    """

    sources: Mapping[str, Source]
    names: dict[str, list[tuple[tuple[str, ...], str, str]]] = attrs.Factory(dict)
    whole: dict[tuple[str, ...], list[tuple[str, str]]] = attrs.Factory(dict)
    lengths: dict[str, list[int]] = attrs.Factory(dict)
    keys: dict[Key, str] = attrs.Factory(dict)
    people: dict[str, str] = attrs.Factory(dict)
    persons: set[str] = attrs.Factory(set)
    cues: set[str] = attrs.field(factory=lambda: set(GROUPS))
    ranks: dict[str, int] = attrs.Factory(dict)

    @classmethod
    def of(cls, sources: Mapping[str, Source] | SourceIndex) -> SourceIndex:
        """Return the index of *sources*; an index is returned as it is."""
        if isinstance(sources, SourceIndex):
            return sources
        index = cls(sources)
        for source in sources.values():
            index.add(source)
        return index

    def add(self, source: Source) -> None:
        """Take in a source that came in after all others."""
        self.ranks[source.id] = len(self.ranks)
        self._enter(source.id, _entries(source))

    def extend(self, old: Source, new: Source) -> bool:
        """Take in further names of a source; say False, and do nothing, if any has changed."""
        before, now = _entries(old), _entries(new)
        if now[: len(before)] != before:
            return False
        self._enter(new.id, now[len(before) :])
        return True

    def _enter(self, name: str, entries: Iterable[_Entry]) -> None:
        rank = self.ranks[name]
        for lower, exact, key, person in entries:
            self.cues.add(lower[0])
            named = self.names.setdefault(lower[0], [])
            bisect.insort(named, (lower, exact, name), key=self._order)
            whole = self.whole.get(lower)
            if whole is None:
                whole = self.whole[lower] = []
                lengths = self.lengths.setdefault(lower[0], [])
                if len(lower) not in lengths:
                    bisect.insort(lengths, len(lower), key=neg)
            bisect.insort(whole, (exact, name), key=self._rank)
            if len(key) >= _MIN_KEY and rank <= self.ranks[self.keys.setdefault(key, name)]:
                self.keys[key] = name
            if person:
                self.persons.add(name)
                if rank <= self.ranks[self.people.setdefault(person, name)]:
                    self.people[person] = name

    def _rank(self, named: tuple[str, str]) -> int:
        return self.ranks[named[1]]

    def _order(self, entry: tuple[tuple[str, ...], str, str]) -> tuple[int, int]:
        return -len(entry[0]), self.ranks[entry[2]]

    def by_key(self, key: Key) -> str | None:
        """Return the id of the source whose name means *key*; None where there is none."""
        return self.keys.get(key) if len(key) >= _MIN_KEY else None


@lru_cache(maxsize=4096)
def _entries(source: Source) -> tuple[_Entry, ...]:
    found = []
    for name in (source.name, *source.aliases):
        words = words_of(name)
        while words and words[0].lower() in {"the", "a", "an"}:
            words = words[1:]
        if not words:
            continue
        tokens = tokens_of(name)
        while len(tokens) > 1 and tokens[0].lower in {"the", "a", "an"}:
            tokens = tokens[1:]
        if len(tokens) == 1 and _common(tokens[0].lower, source):
            continue
        lower = tuple(token.lower for token in tokens)
        exact = tokens[0].text if len(tokens) == 1 else ""
        last = tokens[-1].text
        person = ""
        if (
            not source.group
            and len(words) > 1
            and not words[-1].islower()
            and _is_person(source, slug(last))
        ):
            person = last
        found.append((lower, exact, key_of(words), person))
    return tuple(found)


def _common(word: str, source: Source) -> bool:
    """Whether a name is a common noun, which other articles use of others: "the operator"."""
    if word in GROUPS:
        return not source.group
    return word in PERSONS or word in BODIES or word in WRITINGS


def _is_person(source: Source, last: str) -> bool:
    """Whether a source is a person, as far as its id and aliases show: called by the last name."""
    words = words_of(source.name)
    if words and words[0].lower() in {"sunday", "saturday", "friday"}:
        return False  # "the Sunday Courier"
    if any(word.startswith("@") for word in key_of(words)) or any(
        word.lower() in ORGANISATION_WORDS or word.lower() in MEDIA_WORDS for word in words
    ):
        return False
    by_last = any(slug(alias) == last for alias in source.aliases)
    return (
        source.id == last
        or (by_last and not any(is_acronym(alias) for alias in source.aliases))
        or (source.id.endswith(f"-{last}") and source.id == slug(source.name))
        or (slug(source.name).endswith(f"-{source.id}") and words[0].lower() != "the")
    )
