"""What the names of a source mean, and under which words each is looked up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

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

Key = frozenset[str]
"""What a name means, whatever its order."""


class Entry(NamedTuple):
    """One name of a source.

    Args:
        words: its words in lower case.
        exact: as it is written, if it is one word; else empty.
        key: what it means.
        person: the last name, if it is a person's; else empty.
    """

    words: tuple[str, ...]
    exact: str
    key: Key
    person: str


@lru_cache(maxsize=2_048)  # names come again and again
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, as written, possessives apart."""
    return tuple(_WORD.findall(name))


def key_of(words: Iterable[str]) -> Key:
    """Return what a name means, whatever its order: its words, with countries for their names.

    >>> key_of(words_of("Ukraine's military")) == key_of(words_of("the Ukrainian military"))
    True
    """
    return _key(tuple(words))


@lru_cache(maxsize=2_048)  # names come again and again
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


@lru_cache(maxsize=1_024)  # what is taken in is looked at again when more names come
def entries_of(source: Source) -> tuple[Entry, ...]:
    """Return the names under which a source is found, in the order of the source."""
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
        found.append(Entry(lower, exact, key_of(words), person))
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
