"""What an amount measures where nothing is said of it: what is counted, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _measures as english
from timeline.extraction.english._numbers import SMALL
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._moves import RATES
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import unit_of
from timeline.extraction.quantities._told import is_had, is_noted

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_WEAK: Final = 3
"""The most that a word may promise and still be too little to read by itself: "several"."""


def thing(clause: Clause, number: int) -> Named | None:
    """Read "30 aircraft", "60% of voters", "$3bn": by what is counted alone."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if amount.sort == numbers.MONEY:
        return None  # money of which nothing is said
    if amount.sort in RATES:
        if amount.approximate and noun is None and amount.core + 3 > amount.end:
            written = clause.tokens[amount.core].text[0]
            if written.isalpha() and clause.tokens[amount.end - 1].lower not in {"percent", "cent"}:
                return None  # "half the price": a part of nothing that is counted
        follows_of = amount.end < len(clause.tokens) and clause.tokens[amount.end].lower == "of"
        if noun is not None and follows_of and noun.sort in {nouns.PEOPLE, nouns.THING}:
            return Named(noun.label, amount.sort)
        return Named("share", amount.sort) if follows_of else None
    if noun is None or noun.sort not in {nouns.PEOPLE, nouns.THING}:
        return None
    if number in clause.wholes and _is_told_part(clause, number):
        return Named(noun.label, unit_of(clause, number), nation=noun.nation)
    between = {token.lower for token in clause.tokens[amount.end : noun.head]}
    told = amount.bounded or (noun.sort == nouns.THING and bool(between & {"more", "further"}))
    told = told or _is_listed(clause, number) or noun.label == "data"
    told = told or (noun.sort == nouns.THING and is_noted(clause, number))
    told = told or (noun.sort == nouns.PEOPLE and not noun.generic and is_had(clause, number))
    if number in clause.drawn and clause.tokens[noun.end - 1].lower == "of":
        return None  # "three of them of civilians"
    if (amount.lone and not told) or number in clause.wholes:
        return None
    whole = any(clause.amounts[part].sort in RATES for part in clause.parts.get(number, ()))
    if amount.definite and not amount.bounded and not whole and not _is_owned(clause, number):
        return None
    small = amount.exact is not None and amount.exact <= SMALL
    if noun.sort == nouns.THING and small and not told:
        return None
    behind = clause.tokens[noun.end].lower if noun.end < len(clause.tokens) else ""
    if amount.approximate and amount.low == amount.high and behind in {"cost", "costs"}:
        return None  # "a dozen eggs cost $4": what the price is of
    if noun.word in english.CONTAINERS and noun.label == noun.word and " " in noun.word:
        return None  # cubic metres, of what?
    vague = amount.approximate and not amount.bounded and (amount.low or _WEAK) <= _WEAK
    if vague or noun.word in english.NOT_COUNTED:
        return None
    return Named(noun.label, unit_of(clause, number), nation=noun.nation)


def _is_owned(clause: Clause, number: int) -> bool:
    """Whether many are told of as somebody's: "the bank's 640 employees", who are no old news."""
    amount, tokens = clause.amounts[number], clause.tokens
    many = amount.exact is not None and amount.exact > SMALL
    return many and tokens[amount.first - 1].lower in {"'s", "'", "its", "their"}


def _is_listed(clause: Clause, number: int) -> bool:
    """Whether a small number stands in a list with one that is read: "96 guests and five cooks"."""
    said = clause.named.get(number - 1)
    noun = clause.nouns[number - 1] if number else None
    alone = said is not None and noun is not None and said.measure == noun.label
    return alone and clause.coordinated(number - 1)


def _is_told_part(clause: Clause, number: int) -> bool:
    """Whether a part and its whole are both exact, and more than "one of the two"."""
    amount, whole = clause.amounts[number], clause.amounts[clause.wholes[number]].exact
    return (amount.low or amount.high or 0) > 1 and whole is not None and whole > 2  # noqa: PLR2004 - of two, both are no part
