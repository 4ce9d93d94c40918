"""Bare numbers as English writes them: digits, words, scales, and words that count vaguely."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._value import value
from timeline.extraction.english import _numbers as english
from timeline.extraction.english._directions import DOWNWARDS, UPWARDS
from timeline.extraction.english._numbers_money import CURRENCY_WORDS
from timeline.extraction.english._numbers_shared import HUNDREDTHS
from timeline.model import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.extraction._tokens import Token

COUNT = "count"
MONEY = "money"
PERCENT = "percent"
POINTS = "percentage points"
BASIS = "basis points"
STRONG = "strong"
MAGNITUDE = "magnitude"


@value
class Read:
    """A bare number: its bounds, the token behind it, and whether its words are soft."""

    low: Number | None
    high: Number | None
    end: int
    soft: bool = False
    scaled: bool = False
    part: bool = False
    sort: str = COUNT


# The largest whole number that a stored event can hold.
_LARGEST: Final = 2**63 - 1
_DIGITS = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_TEN_AND_MORE: Final = 20  # "twenty five"
_OF_A_SCALE: Final = 3
"""The tokens of "of a million"."""
_GROUP: Final = 3
"""The digits that are written together: "12 000"."""
_MANY_DIGITS: Final = 40
DASHES: Final = frozenset("-\u2013—\u2011")


def _by_words(phrases: Iterable[str]) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return phrases by their first and then their second word, the longest first."""
    table: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        table.setdefault(words[0], {}).setdefault("".join(words[1:2]), []).append(words)
    return table


_VAGUE = _by_words([*english.VAGUE, *english.FRACTIONS])
_WHOLES: Final = frozenset(
    {"of", "the", "its", "their", "his", "her", "all", "more", "less", "higher", "lower", "fewer"}
)
_JOINED: Final = frozenset({*english.SCALES, "p", "pc", "pct", "bp", "bps", *english.DATA})
"""What else can be written to digits without a space."""
_EARLIER: Final = frozenset({"figure", "figures", "level", "levels", "size"})
"""What a fraction only compares with, behind "of the"."""
_RATE_WORDS: Final = frozenset({"percent", "per", "pct", "pc", "percentage", "basis"})
"""What digits can be joined to by a hyphen, and are still a number of it."""
_PERCENT_ONE: Final = frozenset({"percent", "percentage", "per"})
STARTERS: Final = frozenset({*english.CARDINALS, *_VAGUE})
"""The words with which a number can begin."""


def number_at(tokens: Sequence[Token], place: int) -> Read | None:
    token = tokens[place]
    if "0" <= token.text[0] <= "9":
        return _digits(tokens, place)
    return (
        _and_more(tokens, place)
        or _vague(tokens, place)
        or _and_a_half(tokens, place)
        or _words(tokens, place)
    )


def _and_more(tokens: Sequence[Token], place: int) -> Read | None:
    """Read "a hundred and six", "a million and a half"."""
    at = place + 2
    if tokens[place].lower != "a" or at + 1 >= len(tokens) or tokens[at].lower != "and":
        return None
    scale = english.SCALES.get(tokens[at - 1].lower, 0)
    if scale < english.SCALES["hundred"]:
        return None
    if stand(tokens, at, _HALF):
        return _checked(scale + scale // 2, at + len(_HALF), soft=True, scaled=True)
    return _words(tokens, place + 1, 1) if _cardinal(tokens[at + 1].lower) else None


_HALF: Final = ("and", "a", "half")


def _and_a_half(tokens: Sequence[Token], place: int) -> Read | None:
    """Read "two and a half million"; what has no scale behind it counts nothing whole."""
    end = place + 1 + len(_HALF)
    if end >= len(tokens) or not stand(tokens, place + 1, _HALF):
        return None
    whole = _cardinal(tokens[place].lower)
    scale = english.SCALES.get(tokens[end].lower, 0)
    return _checked(scale * whole + scale // 2, end + 1, scaled=True) if whole and scale else None


def _digits(tokens: Sequence[Token], place: int) -> Read | None:
    text = tokens[place].text
    if len(text) > _MANY_DIGITS or not _DIGITS.fullmatch(text):
        return None
    value = Decimal(text.replace(",", ""))  # no float: 34.3 billion is a whole number
    end, sort, scaled = place + 1, COUNT, False
    while len(text) <= _GROUP and end < len(tokens) and _is_group(tokens, end):
        value, end, scaled = value * 1000 + int(tokens[end].text), end + 1, True
    if end < len(tokens):
        after = tokens[end]
        close = after.start == tokens[end - 1].end
        if close and after.lower in english.SUFFIXES:
            joined = end + 1 < len(tokens) and tokens[end + 1].start == after.end
            if joined and tokens[end + 1].text[0].isalnum():
                return None  # the name of a weapon or a machine: 9K720
            value, end, scaled = value * english.SUFFIXES[after.lower], end + 1, True
        elif close and after.text[0].isalpha() and after.lower not in _JOINED:
            return None  # but "£4.6million", "412p", "38GB"
        elif after.lower in english.SCALES or after.lower in {"bn", "mn", "tn"}:
            scale = english.SCALES.get(after.lower) or english.SUFFIXES[after.lower]
            value, end, scaled = value * scale, end + 1, True
            if after.lower == "lakh" and end < len(tokens) and tokens[end].lower == "crore":
                value, end = value * english.SCALES["crore"], end + 1
        elif after.lower in english.VOLUMES:
            value, scaled = value * english.VOLUMES[after.lower], True  # its unit stands there, too
        elif after.lower.partition("-")[0] in english.SCALES and after.lower[-1] != "-":
            value = value * english.SCALES[after.lower.partition("-")[0]]  # "a 62 billion-won fine"
            end, scaled = end + 1, True
            sort = STRONG if after.lower.endswith("-strong") else COUNT
        elif close and after.text in DASHES and end + 1 < len(tokens):
            word = tokens[end + 1]
            first, _, rest = word.lower.partition("-")
            if word.start == after.end and word.text[0].isalpha():
                if first in english.SCALES:
                    value, end, scaled = value * english.SCALES[first], end + 2, True
                    sort = STRONG if rest == "strong" else COUNT
                elif word.lower == "odd":
                    return _checked(value, end + 2, soft=True)  # "some 400-odd guests"
                elif word.lower == "plus":
                    least = _checked(value, end + 2)  # "40-plus homes"
                    return attrs.evolve(least, high=None) if least else None
                elif first in _RATE_WORDS:
                    end += 1  # "a 25-basis-point cut": what it is in follows
                elif word.lower == "strong":
                    end, sort = end + 2, STRONG
                elif word.lower == "magnitude":
                    end, sort = end + 2, MAGNITUDE
                elif first in HUNDREDTHS or (first in CURRENCY_WORDS and first != "pound"):
                    end += 1  # "a 412-pence offer": the money follows
                elif first != "plus":
                    return None  # a compound such as 20-year-old
    return _checked(value, end, scaled=scaled, sort=sort)


def _is_group(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next three digits of a number stand behind a space: "12 000"."""
    token = tokens[at]
    apart = token.start == tokens[at - 1].end + 1
    return len(token.text) == _GROUP and token.text.isdecimal() and apart


def _by(tokens: Sequence[Token], place: int) -> bool:
    """Whether a fraction tells by how much: "rose by a third", "fell by more than half"."""
    near = {token.lower for token in tokens[max(0, place - 3) : place]}
    return "by" in near or bool(near & _BY_HOW_MUCH)


def _stands_alone(tokens: Sequence[Token], end: int) -> bool:
    """Whether no noun follows a fraction: "by a third", but no "by a third party"."""
    if end >= len(tokens):
        return True
    word = tokens[end]
    return not word.text[0].isalpha() or word.lower in _ALONE


_HALVES: Final = frozenset({"first", "second", "latter", "last", "final", "other"})
_BY_HOW_MUCH: Final = UPWARDS | DOWNWARDS | english.words("lost shed gained up down")
_ALONE: Final = english.words(
    "in on at to from since last this over after before and but as by when while for with during "
    "so than compared year next between because amid against if that which who overnight"
)


def _percent_of_one(tokens: Sequence[Token], end: int) -> bool:
    """Whether a fraction is one of a percent: "half a percent", "a quarter of a percent"."""
    at = end + 1
    if tokens[end].lower == "of" and at < len(tokens) and tokens[at].lower == "a":
        at += 1
    if at >= len(tokens):
        return False
    return tokens[at].lower in _PERCENT_ONE and (
        tokens[at].lower != "per" or (at + 1 < len(tokens) and tokens[at + 1].lower == "cent")
    )


def _small_percent(tokens: Sequence[Token], part: english.Vague, end: int) -> Read | None:
    """Read "half a percent" as 0.5, up to the word for percent."""
    while tokens[end].lower in {"a", "of"}:
        end += 1
    if part.low is None or part.low != part.high:
        return None
    return _checked(Decimal(part.low) / 100, end)


def _checked(
    value: Decimal | int, end: int, *, soft: bool = False, scaled: bool = False, sort: str = COUNT
) -> Read | None:
    if value > _LARGEST:
        return None
    number: Number = int(value) if value == int(value) else float(value)
    return Read(number, number, end, soft=soft, scaled=scaled, sort=sort)


def _vague(tokens: Sequence[Token], place: int) -> Read | None:
    phrases = _VAGUE.get(tokens[place].lower)
    if phrases is None:
        return None
    alone = phrases.get("", [])
    after = phrases.get(tokens[place + 1].lower, []) if place + 1 < len(tokens) else []
    for words in (*after, *alone):
        if len(words) > 1 and not stand(tokens, place, words):
            continue
        phrase, end = " ".join(words), place + len(words)
        if phrase in english.FRACTIONS:
            part = english.FRACTIONS[phrase]
            following = tokens[end].lower if end < len(tokens) else ""
            if following in _PERCENT_ONE or (
                following in {"a", "of"} and _percent_of_one(tokens, end)
            ):
                return _small_percent(tokens, part, end)
            whole = tokens[end + 2].lower if end + 2 < len(tokens) else ""
            whole_of = english.SCALES.get(whole, 0) if stand(tokens, end, ("of", "a")) else 0
            if whole_of >= english.SCALES["million"] and part.low and part.high:
                few, many = (int(one * whole_of // 100) for one in (part.low, part.high))
                return Read(few, many, end + 3, soft=True, scaled=True)  # "a quarter of a million"
            if following == "of" and end + 2 < len(tokens) and tokens[end + 2].lower in _EARLIER:
                continue  # "a seventh of the figure for May"
            if following not in _WHOLES and not (_by(tokens, place) and _stands_alone(tokens, end)):
                continue  # "half of it", "rose by a third"
            return Read(part.low, part.high, end, soft=True, part=True)
        vague = english.VAGUE[phrase]
        low, high = vague.low, vague.high
        scaled = low is not None and low > english.SMALL
        while low is not None and low < english.SCALES["million"]:
            at = end + (end < len(tokens) and tokens[end].lower == "of")
            scale = english.SCALES.get(tokens[at].lower) if at < len(tokens) else None
            if scale is None:
                break
            low, end, scaled = low * scale, at + 1, True  # "a few hundred million"
            high = high if high is None else high * scale  # "a couple of dozen"
        return Read(low, high, end, soft=True, scaled=scaled)
    return None


def _words(tokens: Sequence[Token], place: int, times: int = 0) -> Read | None:
    """Read a number in words; one that *times* is said of begins with its scale."""
    total, current = 0, times
    end = place
    soft = scaled = strong = False
    while end < len(tokens) and not strong:
        word = tokens[end].lower.replace("\u2011", "-")
        strong = word.endswith("-strong")
        word = word.removesuffix("-strong")
        if word.endswith("-odd"):
            word, soft = word.removesuffix("-odd"), True
        value = _cardinal(word)
        if word in english.SCALES and (end > place or times):
            scale = english.SCALES[word]
            soft = soft or word in {"dozen", "score"}
            scaled = True
            if scale <= english.SCALES["hundred"]:
                current *= scale
            else:
                total, current = total + current * scale, 0
        elif word == "and" and scaled and end + 1 < len(tokens):
            if not _cardinal(tokens[end + 1].lower):
                break
        elif value and (end == place or scaled or current >= _TEN_AND_MORE):
            current += value
        else:
            strong = False
            break
        end += 1
    if end == place:
        return None
    sort = STRONG if strong else COUNT
    return _checked(total + current, end, soft=soft, scaled=scaled, sort=sort)


def _cardinal(word: str) -> int:
    if word in english.CARDINALS:
        return english.CARDINALS[word]
    ten, _, one = word.partition("-")
    if ten in english.CARDINALS and one in english.CARDINALS:
        return english.CARDINALS[ten] + english.CARDINALS[one]
    return 0


def part_of_something(tokens: Sequence[Token], place: int) -> bool:
    """Whether a fraction "of" something begins at *place*: no quarters of a year."""
    if place and tokens[place - 1].lower in _HALVES:
        return False  # "the first half of the year"
    read = _vague(tokens, place)
    if read is None:
        return False
    of_scale = read.scaled and stand(tokens, read.end - _OF_A_SCALE, ("of", "a"))
    return of_scale or (read.part and tokens[read.end].lower == "of")


def stand(tokens: Sequence[Token], place: int, words: tuple[str, ...]) -> bool:
    if place < 0 or place + len(words) > len(tokens):
        return False
    for at, word in enumerate(words, start=place):  # noqa: SIM110 - a generator costs twice as much
        if tokens[at].lower != word:
            return False
    return True
