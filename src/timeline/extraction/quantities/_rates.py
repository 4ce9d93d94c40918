"""Rates and levels told of before: "the rate then at 9%", "before trimming losses to 4,268"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._changes import CHANGE_NOUNS, STANDS
from timeline.extraction.english._numbers import words
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._named import Named

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_RATE: Final = "interest rate"
_MARKS: Final = words("at to of from")
_LOOSE: Final = words("then now unchanged steady still back down up already")
_PARED: Final = words("losses gains advance decline slide rally drop fall rise")
_SET_NOUNS: Final = frozenset({"cut", "hike", "reduction", "increase", "raise"})
"""What is done to a rate that somebody sets; a yield only rises and falls."""
_STILL: Final = 2
_REACH: Final = 5


def same_rate(clause: Clause, number: int) -> Named | None:
    """Read "the rate then at 10.5%", "a half-point cut", where a rate of interest was told of."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort == numbers.PERCENT:
        at = amount.first - 1
        if at < 1 or tokens[at].lower not in _MARKS:
            return None
        at -= 1
        while at > 0 and tokens[at].lower in _LOOSE | STANDS:
            at -= 1
        pointed = tokens[at].lower in {"rate", "rates"} and tokens[at - 1].lower == "the"
        return Named(_RATE, numbers.PERCENT, level=True) if pointed and _is_told(clause) else None
    if amount.sort not in {numbers.POINTS, numbers.BASIS}:
        return None
    behind = tokens[amount.end].lower if amount.end < len(tokens) else ""
    before = [token.lower for token in tokens[max(0, amount.first - _STILL) : amount.first]]
    noun = behind if behind in _SET_NOUNS else ""
    if not noun and before[-1:] == ["of"] and before[0] in _SET_NOUNS:
        noun = before[0]
    last = amount.end + bool(noun == behind)
    owned = last < len(tokens) and tokens[last].lower in {"in", "of"}
    if not noun or (owned and noun == behind) or not _is_told(clause):
        return None
    return Named(f"{_RATE} {CHANGE_NOUNS[noun]}", amount.sort)


def _is_told(clause: Clause) -> bool:
    """Whether a rate of interest was told of, or it is a central bank that sets it."""
    told = (*clause.named.values(), *clause.earlier)
    words = " ".join(token.lower for token in clause.tokens)
    if "central bank" in words or "interest rate" in words:
        return True
    return _RATE in clause.told or any(said.measure.startswith(_RATE) for said in told)


def pared(clause: Clause, number: int) -> Named | None:
    """Read "before trimming losses to 4,268": the level of what lost."""
    amount, tokens, first = clause.amounts[number], clause.tokens, clause.amounts[number].first
    if amount.sort in {numbers.BASIS, numbers.POINTS} or first < 3:  # noqa: PLR2004 - a verb, losses, "to"
        return None
    if tokens[first - 1].lower != "to" or tokens[first - 2].lower not in _PARED:
        return None
    verbs = tokens[max(0, first - _REACH) : first - 2]
    if not any(token.lower.endswith(("ing", "ed", "s")) for token in verbs):
        return None
    for said in (*reversed(list(clause.named.values())), *reversed(clause.earlier)):
        if said.level or said.measure == "exchange rate":
            if amount.sort == numbers.COUNT:
                return said
            return attrs.evolve(said, unit=amount.unit or amount.sort)
    return None
