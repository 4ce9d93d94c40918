"""Numbers that are no cardinals: "a woman" among counted people, "the 14th runner to be banned"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction._quantities_named import Named
from timeline.extraction._quantities_names import PEOPLE
from timeline.extraction._quantities_nouns import is_person
from timeline.extraction._quantities_numbers import COUNT, Read, number_at
from timeline.extraction.english import _measures as words
from timeline.extraction.english._deeds import LIGHT
from timeline.extraction.english._inflection import (
    is_participle,
    participle,
    participle_of_base,
    plural_of_person,
)
from timeline.extraction.english._numbers import CARDINALS, ORDINALS
from timeline.extraction.english._stops import STOPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._quantities_clauses import Clause
    from timeline.extraction._tokens import Token

_ENDINGS: Final = frozenset({"th", "st", "nd", "rd"})
_FAR: Final = 4
_BACK: Final = 4
_FEWEST: Final = 3
"""The first ordinal that counts: a first and a second of their kind are told as news themselves."""


def uncounted_at(tokens: Sequence[Token], place: int) -> Read | None:
    """Return the number that begins at *place* without a cardinal, or None."""
    if tokens[place].lower in {"a", "an"}:
        listed = _is_listed(tokens, place)
        return Read(1, 1, place + 1) if listed else None
    return _ordinal(tokens, place)


def _is_listed(tokens: Sequence[Token], place: int) -> bool:
    """Whether "a" person stands beside counted ones: "a soldier and two civilians"."""
    at = place + 1
    while at < min(place + _FAR, len(tokens)) and tokens[at].lower in words.MODIFIERS:
        at += 1
    if at >= len(tokens) or not _is_one_person(tokens[at]):
        return False
    if (
        at + 2 < len(tokens)
        and tokens[at + 1].lower == "and"
        and tokens[at + 2].lower not in {"a", "an"}
    ):
        return number_at(tokens, at + 2) is not None
    if not place or tokens[place - 1].lower != "and":
        return False
    back = tokens[max(0, place - _BACK) : place - 1]
    return any(one.lower in CARDINALS or one.text.isdigit() for one in back) and (
        back[-1].lower in words.PERSONS | words.GENERIC_PERSONS
    )


def _is_one_person(token: Token) -> bool:
    word = token.lower
    named = word in words.PERSONS or word in words.GENERIC_PERSONS
    return named and word not in words.IRREGULAR_PLURALS and not word.endswith("s")


def _ordinal(tokens: Sequence[Token], place: int) -> Read | None:
    """Read "the 14th runner to be banned": fourteen have been."""
    word, end = tokens[place].lower, place + 1
    value = ORDINALS.get(word, 0)
    if not value and word.isdecimal() and end < len(tokens) and len(word) < _BACK:
        joined = tokens[end].lower in _ENDINGS and tokens[end].start == tokens[place].end
        value, end = (int(word), end + 1) if joined else (0, end)
    if value < _FEWEST or not place or tokens[place - 1].lower != "the":
        return None
    return Read(value, value, end, scaled=True) if _deed(tokens, end) else None


def _deed(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """Return the noun that an ordinal orders and what was done: "runner to be banned"."""
    end = at
    while end < min(at + _FAR, len(tokens)) and tokens[end].lower not in STOPS:
        end += 1
    if end == at or end + 1 >= len(tokens) or tokens[end].lower != "to":
        return None
    passive = tokens[end + 1].lower == "be"
    verb = end + 1 + passive
    if verb >= len(tokens):
        return None
    word = tokens[verb].lower
    said = participle(word) if passive and is_participle(word) else ""
    said = said or ("" if passive else participle_of_base(word))
    return (end - 1, said) if said and said not in LIGHT else None


def nth(clause: Clause, number: int) -> Named | None:
    """Read "becomes the 14th runner to be banned this year": so many were."""
    amount, tokens = clause.amounts[number], clause.tokens
    ordinal = tokens[amount.core].lower in ORDINALS or tokens[amount.end - 1].lower in _ENDINGS
    deed = _deed(tokens, amount.end) if ordinal and amount.sort == COUNT else None
    if deed is None:
        return None
    at, said = deed
    noun = plural_of_person(tokens[at].text if tokens[at].capital else tokens[at].lower)
    person = tokens[at].lower in words.PERSONS or noun.lower() in words.PEOPLES
    person = person or (tokens[at].capital and noun.endswith(("ans", "ese", "nis", "qis")))
    return Named(f"{noun} {said}", PEOPLE if person or is_person(noun) else noun)
