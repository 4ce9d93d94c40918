"""Bare numbers that are in the money or the percent of their neighbours: "up from 365 million"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._value import value
from timeline.extraction.english import _numbers as english
from timeline.extraction.english._changes import GUESSES
from timeline.extraction.english._numbers_shared import HUNDREDTHS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._numbers import COUNT, MONEY, PERCENT, Read, number_at
from timeline.extraction.quantities._units import currency_after, percent
from timeline.model import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

_SOFT: Final = frozenset("about around some nearly almost roughly just only the a".split())
_AGAINST: Final = frozenset({"from", "against", "versus", "than"})
_COMPARED: Final = frozenset({"compared", "and", "compares"})
_TIMELY: Final = frozenset(
    "last next earlier previously before ago year months originally this today now per".split()
)
_ASIDE: Final = 5
_LIKE: Final = 50
"""How many times as much the one can be as the other, and still be told in the same unit."""


@value
class Unit:
    """What a number is in.

    Args:
        sort: `MONEY`, `PERCENT` or `COUNT`.
        unit: the currency of money.
        scale: what its number is multiplied by: 1,000,000 of "3 million".
        value: the number.
        end: the token behind it.
    """

    sort: str
    unit: str
    scale: int | Decimal
    value: Number
    end: int


def from_behind(tokens: Sequence[Token], place: int, read: Read) -> tuple[Read, str, str]:
    """Return a number, its sort and currency, where "from 82 to 94 million pounds" tells them.

    Args:
        tokens: the sentence.
        place: where the number begins.
        read: the number.
    """
    plain = read, read.sort, ""
    if read.sort != COUNT or not place or read.end + 2 >= len(tokens):
        return plain
    if tokens[read.end].lower == "of" and tokens[read.end + 1].lower in {"the", "its", "their"}:
        behind = read.end + 2  # "paid back 80 of the 120 million euros"
    elif tokens[place - 1].lower == "from" and tokens[read.end].lower == "to":
        behind = read.end + 1
    else:
        return plain
    other = number_at(tokens, behind)
    if other is None or other.part or other.sort != COUNT or other.low is None:
        return plain
    _, unit = currency_after(tokens, other.end)
    sort = MONEY if unit else percent(tokens, other.end)[1]
    if sort == COUNT:
        return plain
    known = Unit(sort, unit, _scale(tokens, other.end), other.low, other.end)
    return _scaled(read, known), sort, unit


def from_before(tokens: Sequence[Token], place: int, read: Read, known: Unit) -> Read | None:
    """Return a number in the unit of the one before it, where it is only compared with that.

    "Debt rose to 412 million pounds from 365": 365 million. None where it counts something.
    """
    if read.part or read.sort != COUNT or known.sort not in {MONEY, PERCENT}:
        return None
    if read.end < len(tokens):
        word = tokens[read.end]
        counts = word.text[0].isalpha() and word.lower not in STOPS | _TIMELY
        if counts or word.text in {"-", "/", ":"} or word.lower in {"to", "of"}:
            return None
    moved = place - 1 == known.end and tokens[place - 1].lower == "to" and read.scaled
    if not moved and not _is_compared(tokens, place):
        return None  # "shrank by 60 billion dollars to 210 billion"
    scaled = _scaled(read, known)
    low = scaled.low or 0
    return scaled if known.value <= _LIKE * low and low <= _LIKE * known.value else None


def _is_compared(tokens: Sequence[Token], place: int) -> bool:
    while place and tokens[place - 1].lower in _SOFT:
        place -= 1
    if place > 1 and tokens[place - 1].lower == "of" and tokens[place - 2].lower in GUESSES:
        place -= 2  # "compared with a July forecast of"
        floor = max(0, place - _ASIDE)
        while place > floor and tokens[place - 1].lower not in _AGAINST | {"with", "to"}:
            place -= 1
    if not place:
        return False
    link = tokens[place - 1].lower
    compared = place > 1 and tokens[place - 2].lower in _COMPARED
    return link in _AGAINST or (link in {"with", "to"} and compared)


def unit_of(tokens: Sequence[Token], sort: str, unit: str, end: int, number: Number | None) -> Unit:
    """Return what an amount that ends at *end* is in."""
    return Unit(sort, unit, _scale(tokens, end) if sort == MONEY else 1, number or 0, end)


def _scale(tokens: Sequence[Token], end: int) -> int | Decimal:
    """Return by what the number that ends near *end* is multiplied: of "3 million euros"."""
    if tokens[end - 1].text in HUNDREDTHS:
        return Decimal("0.01")
    for token in tokens[max(0, end - 2) : end]:
        scale = english.SCALES.get(token.lower) or english.SUFFIXES.get(token.lower)
        if scale:
            return scale
    return 1


def _scaled(read: Read, known: Unit) -> Read:
    if read.scaled or known.scale == 1 or read.low is None or read.high is None:
        return read
    if known.scale > 1 and read.high >= english.SCALES["thousand"]:
        return read
    low, high = (_times(one, known.scale) for one in (read.low, read.high))
    return attrs.evolve(read, low=low, high=high, scaled=True)


def _times(number: Number, scale: int | Decimal) -> Number:
    product = Decimal(str(number)) * scale
    return int(product) if product == int(product) else float(product)
