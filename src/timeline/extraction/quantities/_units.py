"""What a number is measured in, where its neighbours say so: money and percent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _numbers as english
from timeline.extraction.english import _numbers_money as money
from timeline.extraction.english._numbers_shared import HUNDREDTHS
from timeline.extraction.quantities._numbers import BASIS, COUNT, PERCENT, POINTS, Read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.model import Number


def currency_before(tokens: Sequence[Token], place: int, floor: int) -> tuple[int, str]:
    if place - 1 < floor:
        return place, ""
    before = tokens[place - 1]
    if before.text in money.CURRENCY_SIGNS:
        unit = money.CURRENCY_SIGNS[before.text]
        if len(before.text) == 1 and before.text.isalpha() and before.end < tokens[place].start:
            return place, ""  # "R31bn", but no letter that stands alone
        if before.text == "P" and not _is_sum(tokens, place):
            return place, ""  # "P40" is a part, a page or a place to park
        if before.text == "$" and place - 2 >= floor:
            letters = tokens[place - 2]
            if letters.lower in {"us", "u.s."} or (
                letters.end == before.start and letters.lower in money.DOLLARS
            ):
                return place - 2, money.DOLLARS[letters.lower]
            if letters.end == before.start and letters.text in money.CURRENCY_CODES:
                return place - 2, letters.text
        return place - 1, unit
    if before.text in money.CURRENCY_CODES:
        return place - 1, code(before.text)
    if before.text == "." and place - 2 >= floor and tokens[place - 2].text in {"Rs", "Rp", "Tk"}:
        return place - 2, money.CURRENCY_SIGNS[tokens[place - 2].text]
    return place, ""


def _is_sum(tokens: Sequence[Token], place: int) -> bool:
    """Whether digits are written as a sum is: in thousands, or with a scale behind them."""
    near = {token.lower.partition("-")[0] for token in tokens[place + 1 : place + 3]}
    return "," in tokens[place].text or bool(near & {*english.SCALES, *english.SUFFIXES})


def code(text: str) -> str:
    return "CNY" if text == "RMB" else text


def currency_after(tokens: Sequence[Token], end: int) -> tuple[int, str]:
    last = tokens[end - 1].lower if end else ""
    if "-" in last and last.rpartition("-")[2] in money.CURRENCY_WORDS:
        return end, money.CURRENCY_WORDS[last.rpartition("-")[2]]  # "a 62 billion-won fine"
    if end >= len(tokens):
        return end, ""
    if tokens[end].lower == "of" and end + 1 < len(tokens):
        behind, unit = currency_after(tokens, end + 1)  # "millions of dollars"
        return (behind, unit) if unit else (end, "")
    token = tokens[end]
    if token.text in money.CURRENCY_CODES:
        return end + 1, code(token.text)
    if token.text in {"€", "£", "₽", "$"} and token.start == tokens[end - 1].end:
        return end + 1, money.CURRENCY_SIGNS[token.text]
    if token.lower in money.CURRENCY_WORDS:
        if token.lower == "won" and not _is_money(tokens, end):
            return end, ""  # "three won the match"
        if token.lower == "pounds" and _is_weight(tokens, end + 1):
            return end, ""
        return end + 1, money.CURRENCY_WORDS[token.lower]
    if token.lower in money.NATIONAL and end + 1 < len(tokens):
        named = money.NATIONAL[token.lower].get(tokens[end + 1].lower)
        if named:
            return end + 2, named
    return end, ""


def hundredths(tokens: Sequence[Token], end: int) -> tuple[int, str]:
    """Read "412 pence", "412p", "90 euro cents": the token behind, and the money of which."""
    at = end + (end < len(tokens) and tokens[end].lower == "euro")
    if at >= len(tokens) or tokens[at].text not in HUNDREDTHS:
        return end, ""
    if tokens[at].text == "p" and tokens[at].start != tokens[at - 1].end:
        return end, ""
    return at + 1, "EUR" if at > end else HUNDREDTHS[tokens[at].lower]


def of_hundredths(read: Read) -> Read:
    """Return a number of pence or cents as one of pounds or dollars."""
    low, high = (None if one is None else _hundredth(one) for one in (read.low, read.high))
    return attrs.evolve(read, low=low, high=high)


def _hundredth(value: Number) -> Number:
    part = Decimal(str(value)) / 100
    return int(part) if part == int(part) else float(part)


def _is_money(tokens: Sequence[Token], won: int) -> bool:
    """Whether "won" behind a number is the currency, and no verb."""
    if won + 1 >= len(tokens) or not tokens[won + 1].text[0].isalnum():
        return True
    number = tokens[won - 1]
    large = number.lower in english.SCALES or "," in number.text
    return large and tokens[won + 1].lower not in _OBJECTS


def _is_weight(tokens: Sequence[Token], at: int) -> bool:
    """Whether pounds weigh something: "400 pounds of copper", but not "of debt"."""
    if at + 1 >= len(tokens) or tokens[at].lower != "of":
        return False
    behind = [token.lower for token in tokens[at + 1 : at + 4]]
    return behind[0] not in _OBJECTS and not any(word in money.SUMS_OF for word in behind)


_OBJECTS: Final = english.words("the a an their his her its all both every")


def percent(tokens: Sequence[Token], end: int) -> tuple[int, str]:
    if end >= len(tokens):
        return end, COUNT
    word = tokens[end].lower
    following = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    if word in {"bp", "bps", "basis-point"}:
        return end + 1 + (following in {"point", "points"}), BASIS
    if word == "percentage-point":
        return end + 1, POINTS
    if word == "per-cent":
        return end + 1, PERCENT
    if word == "of" and following == "a" and end + 2 < len(tokens):
        after, sort = percent(tokens, end + 2)  # "0.25 of a percentage point"
        return (after, sort) if sort == POINTS else (end, COUNT)
    if word in english.PERCENT_WORDS:
        return (end + 2, POINTS) if following in {"point", "points"} else (end + 1, PERCENT)
    if word == "per" and following == "cent":
        if end + 2 < len(tokens) and tokens[end + 2].lower in {"point", "points"}:
            return end + 3, POINTS
        return end + 2, PERCENT
    if word == "percentage" and following in {"point", "points"}:
        return end + 2, POINTS
    if word == "basis" and following in {"point", "points"}:
        return end + 2, BASIS
    return end, COUNT
