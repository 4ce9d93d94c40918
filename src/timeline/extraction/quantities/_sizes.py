"""The rules for how large something is by itself: a contingent, an earthquake, a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.english import _measures as english
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE, unit_of

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause


def strength(clause: Clause, number: int) -> Named | None:
    """Read "an 11,000-strong contingent", "a company of 110 men"."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if amount.sort == numbers.COUNT and noun is not None and noun.generic and amount.first > 1:
        of, group = clause.tokens[amount.first - 1].lower, clause.tokens[amount.first - 2].lower
        troops = noun.word in english.TROOPS and of == "of" and group in english.STRENGTHS
        told = troops and not clause.predicate(number)
        return Named("deployed", PEOPLE, soldierly=True, nation=noun.nation) if told else None
    if amount.sort != numbers.STRONG:
        return None
    following = clause.tokens[amount.end : amount.end + 3]
    word = next((token.lower for token in following if token.lower in english.STRENGTHS), "")
    if word:
        return Named("deployed", PEOPLE, soldierly=True)
    return Named(f"{following[0].lower} size" if following else "size", PEOPLE)


def magnitude(clause: Clause, number: int) -> Named | None:
    """Read "a magnitude 7.1 earthquake", "of magnitude 5.9", "a 6.4-magnitude quake"."""
    if clause.amounts[number].sort != numbers.MAGNITUDE:
        return None
    return Named("magnitude", "")


def group_size(clause: Clause, number: int) -> Named | None:
    """Read "in groups of 20, 40 or 60"."""
    first = clause.amounts[number].first
    if first < 2 or clause.tokens[first - 1].lower != "of":  # noqa: PLR2004 - two words before it
        return None
    group = clause.tokens[first - 2].lower
    if group not in english.GROUPS or clause.amounts[number].sort != numbers.COUNT:
        return None
    return Named("group size", unit_of(clause, number))
