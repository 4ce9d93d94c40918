"""Amounts that say by how much, and are no count of the thing: "8 percent more tourists"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _changes as wording
from timeline.extraction.english._measures import CONTAINERS, PACKS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._framed import framed
from timeline.extraction.quantities._moves import changed_thing, direction
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._subjects import singular

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_FAR: Final = 6
_GREAT: Final = frozenset({"hundred", "thousand", "million"})


def more_of(clause: Clause, number: int) -> Named | None:
    """Read a change of number: "8 percent more tourists came", "sold 8 percent fewer cars"."""
    amount, tokens, end = clause.amounts[number], clause.tokens, clause.amounts[number].end
    if amount.sort != numbers.PERCENT or end + 1 >= len(tokens) or number in clause.wholes:
        return None
    changed = wording.MORE.get(tokens[end].lower, "")
    if not changed or tokens[end].lower in {"higher", "lower"}:
        return None
    noun = nouns.noun_after(tokens, end + 1)
    if noun is None or noun.sort not in {nouns.PEOPLE, nouns.THING} or noun.word[-1:] != "s":
        people = noun is not None and noun.sort == nouns.PEOPLE
        if not people or noun is None:
            return None  # "8 percent more expensive"
    if not noun.generic:
        return Named(f"{singular(noun.label)} {changed}", numbers.PERCENT)
    said = clause.predicate(number)
    return Named(f"{said[0].measure.name} {changed}", numbers.PERCENT) if said else None


def by_so_much(clause: Clause, number: int) -> Named | None:
    """Read "wheat rose by $12 a tonne", "cut output by 400,000 barrels a day": the change."""
    amount, tokens, first = clause.amounts[number], clause.tokens, clause.amounts[number].first
    if first < 2 or tokens[first - 1].lower != "by":  # noqa: PLR2004 - a verb, and "by"
        return None
    noun = clause.nouns[number]
    packed = noun is not None and noun.word in CONTAINERS | PACKS and noun.head == amount.end
    if amount.sort != numbers.MONEY and not (amount.sort == numbers.COUNT and packed):
        return None
    known = framed(clause, number) if amount.sort == numbers.MONEY else None
    if known is not None:
        return None if known.level else known
    changed = direction(clause, number)
    thing = changed_thing(clause, number) if changed else ""
    if not thing:
        return None
    unit = amount.unit or (noun.word if noun is not None else amount.sort)
    return Named(thing if thing.endswith(f" {changed}") else f"{singular(thing)} {changed}", unit)


def is_per_so_many(clause: Clause, number: int) -> bool:
    """Whether an amount is a rate, and nobody counted it: "12 cases per 100,000 people"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.COUNT:
        return False
    for at in range(amount.end, min(amount.end + _FAR, len(tokens) - 1)):
        word = tokens[at].lower
        if word == "per" or (word == "every" and tokens[at - 1].lower == "for"):
            after = tokens[at + 1 + (tokens[at + 1].lower == "a" and at + 2 < len(tokens))]
            return after.text[0].isdigit() or after.lower in _GREAT
        if not word[0].isalpha():
            return False
    return False
