"""Amounts as they are written, before anybody asks of what: numbers, ranges, percent, money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction._quantities_numbers import (
    COUNT,
    DASHES,
    MAGNITUDE,
    MONEY,
    PERCENT,
    STARTERS,
    Read,
    number_at,
    part_of_something,
    stand,
)
from timeline.extraction._quantities_units import currency_after, currency_before, percent
from timeline.extraction._tokens import LOWER
from timeline.extraction._value import value
from timeline.extraction.english import _numbers as english
from timeline.extraction.english._deeds import CARRIED_OVER
from timeline.extraction.english._numbers_money import CURRENCY_SIGNS
from timeline.model import Number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token


@value
class Amount:
    """A number, or a range of numbers, with the words that bound it.

    Args:
        first: the first token, bounding words included.
        core: the token with which the number itself begins.
        end: the token behind it.
        low: the least it can be.
        high: the most it can be.
        approximate: whether it is soft.
        sort: `COUNT`, `MONEY`, `PERCENT`, `POINTS`, `BASIS`, `MAGNITUDE`, or `STRONG`
            ("11,000-strong").
        unit: the currency of money.
        bounded: whether it has words that bound it or soften it.
        definite: whether an article stands before it ("the three brigades").
        lone: whether it is written as one small word, such as "one", or as digits below ten.
    """

    first: int
    core: int
    end: int
    low: Number | None
    high: Number | None
    approximate: bool = False
    sort: str = COUNT
    unit: str = ""
    bounded: bool = False
    definite: bool = False
    lone: bool = False

    @property
    def exact(self) -> Number | None:
        """Its one number; None where it has bounds, or is soft."""
        return self.low if self.low == self.high and not self.approximate else None


_DIGITS: Final = frozenset("0123456789")
_LETTERS_BEFORE = frozenset("-\u2013\u2011./:#_'\u2019\\@")
_MARKS_BEHIND: Final = frozenset({":", "/", "\u2019", "'s", "'", "@", "_", "\u00b0", "x"})
_STRONGEST: Final = 10
"""The scale of magnitudes has no end, but no earthquake was ever above this."""
_YEAR_DIGITS: Final = 4
_YEARS: Final = range(1000, 2101)


_BEFORE = {tuple(phrase.split()): kind for phrase, kind in english.BEFORE.items()}
_LONGEST_BEFORE = max(map(len, _BEFORE))
_LAST_BEFORE = frozenset(words[-1] for words in _BEFORE)
_AFTER = {tuple(phrase.split()): kind for phrase, kind in english.AFTER.items()}
_FIRST_AFTER = frozenset(words[0] for words in _AFTER)


def amounts_of(
    tokens: Sequence[Token], text: str, taken: Sequence[tuple[int, int]]
) -> list[Amount]:
    """Return the amounts among *tokens*, in order; those within *taken* stretches are left."""
    amounts: list[Amount] = []
    behind = 0
    for place, word in enumerate(map(LOWER, tokens)):
        if not (word in STARTERS or word[0] in _DIGITS or "-" in word) or place < behind:
            continue
        token = tokens[place]
        if any(
            start < token.end and token.start < end for start, end in taken
        ) and not part_of_something(tokens, place):
            continue
        amount = _amount(tokens, place, text, behind)
        if amount is not None:
            amounts.append(amount)
            behind = amount.end
    return amounts


def _amount(tokens: Sequence[Token], place: int, text: str, floor: int) -> Amount | None:
    read = number_at(tokens, place)
    if read is None:
        return None
    if place > floor and _is_magnitude(tokens, place, read):
        return Amount(place, place, place + 1, read.low, read.high, sort=MAGNITUDE)
    start, currency = currency_before(tokens, place, floor)
    if not currency and not _free(tokens, place, text):
        return None
    read, currency = _range(tokens, place, read, currency)
    end, sort = read.end, read.sort
    if not currency:
        end, currency = currency_after(tokens, end)
    if currency:
        sort = MONEY
    elif sort == COUNT:
        end, sort = percent(tokens, end)
        if read.part:
            sort = PERCENT
    if sort == COUNT and not _counts(tokens, place, end, read):
        return None
    if sort == COUNT and start and tokens[start - 1].lower == "per":
        return None  # the price "per 1,000 cubic meters"
    return _bounded(
        tokens, start, core=place, end=end, floor=floor, read=read, sort=sort, unit=currency
    )


def _is_magnitude(tokens: Sequence[Token], place: int, read: Read) -> bool:
    """Whether a number is the strength of an earthquake: "magnitude 7.1", "a magnitude of 7.1"."""
    if read.end != place + 1 or not read.high or read.high > _STRONGEST:
        return False
    before = tokens[place - 1].lower
    return before == "magnitude" or (
        before == "of" and place > 1 and tokens[place - 2].lower == "magnitude"
    )


def _free(tokens: Sequence[Token], place: int, text: str) -> bool:
    """Whether a number stands alone: not within a name, a date, a clock or an address."""
    token = tokens[place]
    if token.start and (
        text[token.start - 1] in _LETTERS_BEFORE or text[token.start - 1].isalnum()
    ):
        before = text[token.start - 2 : token.start]
        if (
            before not in {"--", " -", " \u2013", ".."}
            and text[token.start - 1] not in "\u2013—'\u2019"
        ):
            return False
    if place + 1 < len(tokens):
        after = tokens[place + 1]
        if after.start == token.end and after.text in _MARKS_BEHIND:
            following = tokens[place + 2] if place + 2 < len(tokens) else None
            if after.text != ":" or (following and following.start == after.end):
                return False
    if place == 0:
        return True
    if text[token.start - 1] in "'\u2019" and len(token.text) == 2:  # noqa: PLR2004 - the year '11
        return False
    before_token = tokens[place - 1]
    numbered = before_token.text == "." and place > 1 and tokens[place - 2].lower in {"no", "nos"}
    return not numbered and before_token.lower not in english.LABELS


def _range(tokens: Sequence[Token], place: int, read: Read, currency: str) -> tuple[Read, str]:
    """Read on where a number is the first of a range: "20 to 60", "20, 40 or 60", "15-20%"."""
    if read.low is None or read.sort != COUNT or read.part:
        return read, currency
    end, last, joint = read.end, read, ""
    commas: list[Read] = []
    while end + 1 < len(tokens):
        joint = tokens[end].lower
        at = end + 1
        start = place - 1 if currency and place else place
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


def _list_goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a list of numbers ends in "or" and one more."""
    return (
        place + 1 < len(tokens)
        and tokens[place].lower in {"or", ","}
        and (tokens[place + 1].text[0].isdigit() or tokens[place + 1].lower in {*STARTERS, "or"})
    )


def _changes(tokens: Sequence[Token], place: int) -> bool:
    """Whether "from 3 to 5" tells of a change, and is no range."""
    if place == 0 or tokens[place - 1].lower not in {"from", "$", "€", "£"}:
        return False
    return any(token.lower in english.CHANGES for token in tokens[max(0, place - 8) : place])


def _counts(tokens: Sequence[Token], place: int, end: int, read: Read) -> bool:
    """Whether a bare number can count something: no year, no label, no list number, no name."""
    token = tokens[place]
    following = tokens[end] if end < len(tokens) else None
    if following is not None and following.text == "." and place == 0:
        return False  # the number of a list
    if "0" <= token.text[0] <= "9":
        if _is_age(tokens, place, end):
            return False
        joined = following is not None and following.start == tokens[end - 1].end
        mark = following.text if following is not None and joined else ""
        if mark in {*DASHES, "/"} and read.sort == COUNT:
            return False  # a score, a compound, or a list of models
        many = following is not None and following.text.islower() and following.text[-1] == "s"
        if len(token.text) == _YEAR_DIGITS and read.low in _YEARS and end == place + 1 and not many:
            return False
        if "." in token.text and not read.scaled and not many:
            return False  # a version, a grade
        if tokens[end - 1].lower in {"m", "b", "k"} and (
            following is None or not following.text[0].isalpha()
        ):
            return False  # metres, most likely
        if place and _is_name(tokens[place - 1]) and "," not in token.text and not read.scaled:
            named = tokens[place - 1].lower not in english.NOT_NAMES
            if named and not many:
                return False
    return True


def _is_name(token: Token) -> bool:
    """Whether a word can be a name before a number: "Boeing 787", "iOS 5"."""
    return token.text[0].isalpha() and not token.text.islower()


def _is_age(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a number stands by itself behind a name: "John Smith, 45, was there"."""
    if place < 2 or end - place > 1:  # noqa: PLR2004 - who, and a comma or "of"
        return False
    if tokens[place - 1].lower == "of" and tokens[place - 2].lower in english.AGED:
        return end >= len(tokens) or not tokens[end].text[0].isalnum()
    if not tokens[place - 2].capital:
        return False
    before, after = tokens[place - 1].text, tokens[end].text if end < len(tokens) else ""
    return (before, after) in {(",", ","), ("(", ")"), (",", "."), (",", ";")}


def _bounded(  # noqa: PLR0913 - it gathers what the other readers found
    tokens: Sequence[Token],
    start: int,
    *,
    core: int,
    end: int,
    floor: int,
    read: Read,
    sort: str,
    unit: str,
) -> Amount:
    bound, soft, first = english.PLAIN, read.soft, start
    bounded = about = False
    while first > floor:
        found = _before(tokens, first, floor)
        if found is None:
            break
        length, kind, phrase = found
        if phrase == ("over",) and first > 1 and tokens[first - 2].lower in CARRIED_OVER:
            break  # "handed over three agents"
        if phrase in {("no", "more", "than"), ("not", "more", "than")}:
            small = read.high is not None and read.high <= english.SMALL and not read.scaled
            kind = english.PLAIN if small and tokens[core].text[0].isalpha() else kind
        first -= length
        if kind == english.ABOUT:
            soft = bounded = about = True
        elif kind != english.PLAIN and bound == english.PLAIN:
            bound, bounded = kind, True
    between = first > floor and tokens[first - 1].lower == "between"
    if between and read.low != read.high:
        first -= 1
    for words, kind in _AFTER.items() if _may_follow(tokens, end) else ():
        if stand(tokens, end, words):
            end += len(words)
            bounded = True
            if kind == english.ABOUT:
                soft = True
            else:
                bound = kind
            break
    low, high = read.low, read.high
    if bound == english.LOW:
        low, high, soft = low if low is not None else high, None, False
    elif bound == english.HIGH:
        low, high = None, high if high is not None else low
        soft = about
    elif bound == english.NEAR:
        low, high, soft = None, high if high is not None else low, True
    definite = first > 0 and tokens[first - 1].lower in english.DEFINITE
    lone = not read.scaled and end == core + 1 and (read.high or english.SMALL) < english.SMALL
    return Amount(first, core, end, low, high, soft, sort, unit, bounded, definite, lone)


def _may_follow(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].lower in _FIRST_AFTER


def _before(
    tokens: Sequence[Token], first: int, floor: int
) -> tuple[int, str, tuple[str, ...]] | None:
    if tokens[first - 1].lower not in _LAST_BEFORE:
        return None
    for length in range(min(_LONGEST_BEFORE, first - floor), 0, -1):
        words = tuple(tokens[at].lower for at in range(first - length, first))
        kind = _BEFORE.get(words)
        if kind is not None:
            return length, kind, words
    return None
