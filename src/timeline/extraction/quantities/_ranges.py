"""Two numbers that bound one: "20 to 60", "between about 10 and 12", "15-20%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _numbers as english
from timeline.extraction.english._directions import CHANGED
from timeline.extraction.english._numbers_money import CURRENCY_SIGNS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._numbers import COUNT, DASHES, STARTERS, Read, number_at
from timeline.extraction.quantities._units import currency_after, percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token


def range_of(tokens: Sequence[Token], place: int, read: Read, currency: str) -> tuple[Read, str]:
    """Read on where a number is the first of a range: "20 to 60", "20, 40 or 60", "15-20%"."""
    if read.low is None or read.sort != COUNT or read.part:
        return read, currency
    end, last, joint = read.end, read, ""
    if place and end < len(tokens):
        twice = tokens[place - 1].lower in _RANGED or tokens[end].text == "%"
        end = _behind_unit(tokens, place, end) if twice else end
    commas: list[Read] = []
    while end + 1 < len(tokens):
        joint = tokens[end].lower
        at = end + 1
        start = place - 1 if currency and place else place
        while start > 0 and tokens[start - 1].lower in _SOFT:
            start -= 1  # "between about 10 and 12"
        between = start > 0 and tokens[start - 1].lower == "between"
        if (
            joint not in {"to", "or", ","}
            and not (joint == "and" and between)
            and not (
                joint in DASHES and tokens[end].start == tokens[end - 1].end == tokens[at].start - 1
            )
        ):
            break
        if joint == "to" and _changes(tokens, place):
            break
        if tokens[at].text in CURRENCY_SIGNS and at + 1 < len(tokens) and currency:
            at += 1
        nxt = number_at(tokens, at)
        if nxt is None or nxt.part or nxt.low is None or nxt.high is None or nxt.sort != COUNT:
            break
        if joint == "," and not _list_goes_on(tokens, nxt.end):
            break
        if joint == ",":
            commas.append(nxt)
        if joint == "to" and _moves_to(tokens, place, nxt.end):
            break
        last, end = nxt, nxt.end
        if joint != ",":
            break
    if last is read or joint == ",":
        return read, currency
    low, high = read.low, last.high
    assert high is not None
    if last.scaled and not read.scaled and read.low < english.SCALES["thousand"] and last.low:
        # "3 to 5 million" means three million
        bare = number_at(tokens, last.end - 2)
        if bare is not None and bare.low and tokens[last.end - 1].lower not in english.CARDINALS:
            low = low * english.SCALES.get(tokens[last.end - 1].lower, 1)
    if low >= high:
        return read, currency
    return Read(low, high, end, soft=read.soft or last.soft, scaled=last.scaled), currency


_SOFT: Final = frozenset({"about", "around", "some", "roughly", "approximately", "estimated", "an"})
"""Words that can stand between "between" and a number."""


def _behind_unit(tokens: Sequence[Token], place: int, end: int) -> int:
    """Skip the unit of the first of two: "between 15% and 18%", "growth of 2 percent to 3"."""
    behind, sort = percent(tokens, end)
    unit = "" if sort != COUNT else currency_after(tokens, end)[1]
    if sort == COUNT and not unit:
        return end
    behind = behind if sort != COUNT else currency_after(tokens, end)[0]
    if behind + 1 >= len(tokens) or not place:
        return end
    link, joint = tokens[place - 1].lower, tokens[behind].lower
    if joint == "and":
        return behind if link == "between" else end
    told = link in _RANGED and (place < 2 or tokens[place - 2].lower not in CHANGED)  # noqa: PLR2004 - the noun, and "of"
    if joint not in DASHES and not (joint == "to" and told):
        return end
    other = number_at(tokens, behind + 1)
    if other is None:
        return end
    same = percent(tokens, other.end)[1] == sort if sort != COUNT else (
        currency_after(tokens, other.end)[1] == unit
    )  # fmt: skip
    return behind if same else end  # "a discount of 10 percent to 20 shops"


_ANYWHERE: Final = frozenset({"anywhere", "anything", "somewhere", "ranging"})
"""Before "from 3 to 5" these make a range of it."""
_RANGED: Final = frozenset({"between", "of", "about", "around", "some", "roughly"})
"""Before these "2 percent to 3 percent" is a range, and no change from the one to the other."""


def _list_goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a list of numbers ends in "or" and one more."""
    return (
        place + 1 < len(tokens)
        and tokens[place].lower in {"or", ","}
        and (tokens[place + 1].text[0].isdigit() or tokens[place + 1].lower in {*STARTERS, "or"})
    )


def _moves_to(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether "rose by 3 to 40" tells by how much and where to: nothing counted follows."""
    by = place > 1 and tokens[place - 1].lower == "by"
    if not by or not any(token.lower in CHANGED for token in tokens[max(0, place - 4) : place - 1]):
        return False
    behind = tokens[end] if end < len(tokens) else None
    return behind is None or not behind.text[0].isalpha() or behind.lower in STOPS


def _changes(tokens: Sequence[Token], place: int) -> bool:
    """Whether "from 3 to 5" tells of a change, and is no range."""
    if place == 0 or tokens[place - 1].lower not in {"from", "$", "€", "£"}:
        return False
    if place > 1 and tokens[place - 2].lower in _ANYWHERE:
        return False
    return any(token.lower in CHANGED for token in tokens[max(0, place - 8) : place])
