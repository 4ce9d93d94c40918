"""Whether a plural names persons: by its list, by its ending, or as a compound of "man"."""

from __future__ import annotations

from timeline.extraction.english import _measures as english
from timeline.extraction.english._persons import (
    MEN,
    NO_MEN,
    NO_PERSONS,
    PERSON_ENDINGS,
    PERSONS_TOO,
    THING_ENDINGS,
)


def is_known_person(word: str) -> bool:
    """Whether a plural in -s names persons, by a list or by its ending: "nurses", "miners"."""
    plural = word.endswith("s") and not word.endswith("ss")  # "homeless families"
    return plural and (word in english.PERSONS or is_person(word))


def is_person(word: str) -> bool:
    """Whether a plural that no list has names persons, by its ending: "picketers", "cellists"."""
    if word in PERSONS_TOO or is_men(word):
        return True
    return (
        word.endswith(PERSON_ENDINGS)
        and word not in NO_PERSONS
        and not word.endswith(THING_ENDINGS)
    )


def is_men(word: str) -> bool:
    """Whether a word is a plural of "man" or "woman" compounded: "airmen", "policewomen"."""
    return word.endswith(MEN) and len(word) > len(MEN) and word not in NO_MEN
