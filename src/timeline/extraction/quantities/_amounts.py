"""Amounts as they are written, before anybody asks of what: numbers, ranges, percent, money."""

from __future__ import annotations

from itertools import compress, pairwise
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._tokens import LOWER
from timeline.extraction._value import value
from timeline.extraction.english import _bounds as bounds
from timeline.extraction.english import _numbers as english
from timeline.extraction.english._deeds import CARRIED_OVER
from timeline.extraction.english._directions import CREPT, PUSHED
from timeline.extraction.english._measures import CONTAINERS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._free import ballot_at, counts, free, is_magnitude
from timeline.extraction.quantities._inherited import from_before, from_behind, unit_of
from timeline.extraction.quantities._numbers import (
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
from timeline.extraction.quantities._ranges import range_of
from timeline.extraction.quantities._uncounted import OPENERS, part_of_point, uncounted_at
from timeline.extraction.quantities._units import (
    currency_after,
    currency_before,
    hundredths,
    of_hundredths,
    percent,
)
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


class _Starts(dict[str, bool]):
    """Whether an amount can begin with a word: most words are no number, and come again."""

    def __missing__(self, word: str) -> bool:
        starts = word[0] in _DIGITS or "-" in word
        if len(self) < _REMEMBERED_WORDS and len(word) <= _REMEMBERED_LENGTH:
            self[word] = starts
        return starts


_REMEMBERED_WORDS: Final = 40_000
_REMEMBERED_LENGTH: Final = 30
_STARTS: Final = _Starts(dict.fromkeys((*STARTERS, *english.ORDINALS), True))


_BEFORE = {tuple(phrase.split()): kind for phrase, kind in bounds.BEFORE.items()}
_LONGEST_BEFORE = max(map(len, _BEFORE))
_LAST_BEFORE = frozenset(words[-1] for words in _BEFORE)
_AFTER = {tuple(phrase.split()): kind for phrase, kind in bounds.AFTER.items()}
_FIRST_AFTER = frozenset(words[0] for words in _AFTER)


def amounts_of(
    tokens: Sequence[Token], text: str, taken: Sequence[tuple[int, int]]
) -> list[Amount]:
    """Return the amounts among *tokens*, in order; those within *taken* stretches are left."""
    amounts: list[Amount] = []
    behind = 0
    starts = map(_STARTS.__getitem__, map(LOWER, tokens))
    for place in compress(range(len(tokens)), starts):
        if place < behind:
            continue
        token = tokens[place]
        word = token.lower
        if (
            taken
            and any(start < token.end and token.start < end for start, end in taken)
            and not part_of_something(tokens, place)
        ):
            continue
        dashed = word[0] in _DIGITS and place + 2 < len(tokens) and tokens[place + 1].text in DASHES
        ballot = ballot_at(tokens, place) if dashed else None
        if ballot is not None:
            amounts += [Amount(at, at, at + 1, one, one) for at, one in ballot]
            behind = amounts[-1].end
            continue
        amount = _amount(tokens, place, text, behind, amounts[-1] if amounts else None)
        if amount is not None:
            if amounts and _spans(tokens, amounts[-1], amount):
                least = amounts.pop()
                amount = attrs.evolve(amount, first=least.first, core=least.core, low=least.low)
            amounts.append(amount)
            behind = amount.end
    return amounts


_SPANNING: Final = frozenset({"and", "but", "or", ",", "possibly", "probably", "potentially"})
"""Words between the least and the most: "at least 10 but no more than 12"."""


def _spans(tokens: Sequence[Token], least: Amount, most: Amount) -> bool:
    """Whether two amounts tell the least and the most of one."""
    if least.high is not None or least.low is None or most.low is not None or most.high is None:
        return False
    between = [token.lower for token in tokens[least.end : most.first]]
    same = least.sort == most.sort and least.unit == most.unit and least.low < most.high
    return same and bool(between) and _SPANNING.issuperset(between)


def _amount(
    tokens: Sequence[Token], place: int, text: str, floor: int, before: Amount | None
) -> Amount | None:
    read = number_at(tokens, place) or uncounted_at(tokens, place)
    if read is None and place + 1 < len(tokens):
        near = tokens[place + 1].lower if tokens[place].lower == "a" else tokens[place].lower
        read = part_of_point(tokens, place) if near.partition("-")[0] in OPENERS else None
    if read is None:
        return None
    if place > floor and is_magnitude(tokens, place, read):
        return Amount(place, place, place + 1, read.low, read.high, sort=MAGNITUDE)
    start, currency = currency_before(tokens, place, floor)
    if not currency and not free(tokens, place, text):
        return None
    read, currency = range_of(tokens, place, read, currency)
    end, sort = read.end, read.sort
    if not currency:
        end, currency = currency_after(tokens, end)
    if not currency and sort == COUNT and not read.scaled:
        end, currency = hundredths(tokens, end)
        read = of_hundredths(read) if currency else read
    if currency:
        sort = MONEY
    elif sort == COUNT:
        end, sort = percent(tokens, end)
        if read.part:
            sort = PERCENT
    if sort == COUNT and not read.part:
        read, sort, currency = from_behind(tokens, place, read)
    if sort == COUNT and before is not None and _is_measure(tokens, before):
        known = unit_of(tokens, before.sort, before.unit, before.end, before.high or before.low)
        same = from_before(tokens, place, read, known)
        if same is not None:
            read, sort, currency = same, before.sort, before.unit
    if sort == COUNT and not counts(tokens, place, end, read):
        return None
    if start > 1 and _is_save(tokens, start):
        return None  # "all but five were released", "all but five of the 280 girls"
    if sort == COUNT and start and tokens[start - 1].lower in {"per", "every"}:
        given = tokens[start - 1].lower == "per" or (start > 1 and tokens[start - 2].lower == "for")
        if given:
            return None  # the price "per 1,000 cubic meters", "12 for every 1,000 births"
    return _bounded(
        tokens, start, core=place, end=end, floor=floor, read=read, sort=sort, unit=currency
    )


def _is_save(tokens: Sequence[Token], start: int) -> bool:
    """Whether a number counts who is left out, or those of whom some are left out."""
    if tokens[start - 1].lower in _SAVE:
        return tokens[start - 2].lower in _EVERY
    near = [token.lower for token in tokens[max(0, start - _SAVE_REACH) : start]]
    if "of" not in near[-2:]:
        return False
    return any(one in _EVERY and other in _SAVE for one, other in pairwise(near))


_SAVE_REACH: Final = 6
_SAVE: Final = frozenset({"but", "except"})
_EVERY: Final = frozenset({"all", "everyone", "everybody", "any", "every"})


def _is_measure(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether an amount is in money or percent; "half of it" is not in percent as written."""
    return amount.sort != COUNT and "0" <= tokens[amount.core].text[0] <= "9"


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
    bound, soft, first = bounds.PLAIN, read.soft, start
    bounded = about = False
    while first > floor:
        found = _before(tokens, first, floor)
        if found is None:
            break
        length, kind, phrase = found
        if phrase == ("over",) and first > 1 and tokens[first - 2].lower in CARRIED_OVER:
            break  # "handed over three agents"
        if phrase == ("up", "to") and _rises(tokens, first - 3, end, sort):
            break  # "shot up to 40 on Monday"
        if phrase in {("no", "more", "than"), ("not", "more", "than")}:
            small = read.high is not None and read.high <= english.SMALL and not read.scaled
            kind = bounds.PLAIN if small and tokens[core].text[0].isalpha() else kind
        if phrase == ("about",) and first > 1 and tokens[first - 2].lower in bounds.SPEAKING:
            break  # "complained about six of them"
        first -= length
        if kind == bounds.ABOUT:
            soft = bounded = about = True
        elif kind != bounds.PLAIN and bound == bounds.PLAIN:
            bound, bounded = kind, True
    if first > floor and tokens[first - 1].lower in _CROSSED and _alone(tokens, end, sort):
        bound, bounded = (bounds.LOW if bound == bounds.PLAIN else bound), True
    between = first > floor and tokens[first - 1].lower == "between"
    if between and read.low != read.high:
        first -= 1
    for words, kind in _AFTER.items() if _may_follow(tokens, end) else ():
        if stand(tokens, end, words):
            end += len(words)
            bounded = True
            if kind == bounds.ABOUT:
                soft = True
            else:
                bound = kind
            break
    low, high = read.low, read.high
    if bound == bounds.LOW:
        low, high, soft = low if low is not None else high, None, False
    elif bound == bounds.HIGH:
        low, high = None, high if high is not None else low
        soft = about or read.part  # "up to a third"
    elif bound == bounds.NEAR:
        low, high, soft = None, high if high is not None else low, True
    definite = first > 0 and tokens[first - 1].lower in english.DEFINITE
    lone = not read.scaled and end == core + 1 and (read.high or english.SMALL) < english.SMALL
    return Amount(first, core, end, low, high, soft, sort, unit, bounded, definite, lone)


def _rises(tokens: Sequence[Token], verb: int, end: int, sort: str) -> bool:
    """Whether "up to" tells where something went, and bounds nothing: "edged up to 40"."""
    if verb < 0:
        return False
    word = tokens[verb].lower
    if word in CREPT or word not in PUSHED or end >= len(tokens):
        return word in CREPT | PUSHED
    behind = tokens[end].lower
    if behind in CONTAINERS:
        return end + 1 >= len(tokens) or tokens[end + 1].lower != "of"
    return sort != COUNT or behind in STOPS or not behind[0].isalpha()


_CROSSED: Final = frozenset({"passed", "passing", "crossed", "crossing", "breached", "breaching"})
"""Verbs that go beyond a number, where they have nothing else for an object."""


def _alone(tokens: Sequence[Token], end: int, sort: str) -> bool:
    """Whether nothing that is counted follows a number: "the toll passed 40 on Monday"."""
    if sort != COUNT or end >= len(tokens):
        return sort in {COUNT, PERCENT}
    behind = tokens[end].lower
    return behind != "of" and (behind in STOPS or not behind[0].isalnum())


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
