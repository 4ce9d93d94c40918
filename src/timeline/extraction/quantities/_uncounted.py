"""Numbers that are no cardinals: "a woman" among counted people, "the 14th", "half a point"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _measures as words
from timeline.extraction.english._deeds import LIGHT
from timeline.extraction.english._inflection import is_participle, participle, participle_of_base
from timeline.extraction.english._numbers import CARDINALS, ORDINALS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._numbers import POINTS, Read, number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

ENDINGS: Final = frozenset({"th", "st", "nd", "rd"})
"""What makes an ordinal of digits."""
_FAR: Final = 4
_BACK: Final = 4
_FEWEST: Final = 3
"""The first ordinal that counts: a first and a second of their kind are told as news themselves."""
_PARTS: Final = {"quarter": 0.25, "half": 0.5, "three-quarter": 0.75, "full": 1, "one": 1}
OPENERS: Final = frozenset({"quarter", "half", "three", "full", "one"})
"""The first words of a part of a point, up to a hyphen."""
_POINT: Final = frozenset({"point", "points"})


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
        joined = tokens[end].lower in ENDINGS and tokens[end].start == tokens[place].end
        value, end = (int(word), end + 1) if joined else (0, end)
    if value < _FEWEST or not place or tokens[place - 1].lower != "the":
        return None
    return Read(value, value, end, scaled=True) if deed_at(tokens, end) else None


def deed_at(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
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


def part_of_point(tokens: Sequence[Token], place: int) -> Read | None:
    """Return the number of a part of a point: "a quarter-point cut", "half a point"."""
    word, _, point = tokens[place].lower.rpartition("-")
    if point in _POINT and word in _PARTS:
        return _read(_PARTS[word], place + 1)
    if tokens[place].lower in _PARTS:
        part, at = _PARTS[tokens[place].lower], place + 1
    elif tokens[place].lower == "a" and place + 1 < len(tokens):
        if place and tokens[place - 1].lower == "by" and "-point" in tokens[place + 1].lower:
            return part_of_point(tokens, place + 1)  # "cut by a quarter-point"
        part, at = _PARTS.get(tokens[place + 1].lower, 0), place + 2
    else:
        return None
    while at < len(tokens) and tokens[at].lower in {"a", "of", "-"}:
        at += 1
    ends = at < len(tokens) and tokens[at].lower in _POINT
    return _read(part, at + 1) if ends and 0 < part < 1 else None


def _read(part: float, end: int) -> Read:
    return Read(part, part, end, scaled=True, sort=POINTS)
