"""Whether what is counted acts, is found, is only told of, or is the object of a deed's noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _deeds as english
from timeline.extraction.english._inflection import (
    is_past,
    participle,
    participle_of_base,
    participle_of_third,
)
from timeline.extraction.quantities._groups import is_plain, nominal

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_REACH: Final = 12
_CLOSE: Final = 6


def does(clause: Clause, number: int) -> bool:
    """Whether those who are counted do something to others: "eleven survivors filed a suit"."""
    tokens, noun = clause.tokens, clause.nouns[number]
    if noun is None or noun.end >= len(tokens) or not is_past(tokens[noun.end].lower):
        return False
    return not is_plain(tokens, noun.end, participle(tokens[noun.end].lower))


def is_noted(clause: Clause, number: int) -> bool:
    """Whether a verb says that there is what is counted: "issued four warnings", "can be seen"."""
    tokens, at = clause.tokens, clause.amounts[number].first - 1
    if at > 0 and is_had(clause, number):
        return True
    if at >= 0 and participle(tokens[at].lower) in english.NOTED:
        before = tokens[at - 1].lower if at else ""
        return before not in english.BE and before not in english.NEGATIONS
    if at > 0 and tokens[at - 1].lower in english.MODALS:
        return participle_of_base(tokens[at].lower) in english.NOTED
    before = tokens[at].lower if at >= 0 else ""
    start, end = clause.behind[number], len(tokens)
    if before in english.PREPOSITIONS:
        return False
    for place in range(start, min(end, start + _REACH)):
        if tokens[place].lower in english.BE and place + 1 < end:
            return participle(tokens[place + 1].lower) in english.NOTED
    return False


def is_had(clause: Clause, number: int) -> bool:
    """Whether there is what is counted, or its subject has it: "has four auditors", "runs two"."""
    tokens, at = clause.tokens, clause.amounts[number].first - 1
    noun = clause.nouns[number]
    if at < 1 or noun is None or noun.word in english.KIN | english.BUILT_OF:
        return False
    word, before = tokens[at].lower, tokens[at - 1].lower
    if word in _BE:
        return before == "there"
    if before in english.NEGATIONS or before in english.BE:
        return False
    if word in {"been", "be"}:
        return "there" in {one.lower for one in tokens[max(0, at - 3) : at]}
    if word in {"has", "have", "had", "having"}:
        return True
    forms = {participle(word), participle_of_base(word)}
    if word.endswith("s"):
        forms.add(participle_of_third(word))
    return bool(forms & english.HAVING)


_BE: Final = frozenset({"is", "are", "was", "were"})


def is_found(clause: Clause, number: int) -> bool:
    """Whether an amount of bodies is said to have been found."""
    at, first = clause.behind[number], clause.amounts[number].first
    near = (*clause.tokens[max(0, first - 2) : first], *clause.tokens[at : at + _CLOSE])
    return any(token.lower in english.FOUND for token in near)


def is_nominal(clause: Clause, number: int) -> bool:
    """Whether an amount is the object of a noun of a deed: "the closure of three dams"."""
    return bool(nominal(clause.tokens, clause.amounts[number].first - 1))
