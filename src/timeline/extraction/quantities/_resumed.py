"""Bare numbers whose words before say that they count the same, or whom they count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _changes as wording
from timeline.extraction.english import _measures as english
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._measures import Role
from timeline.extraction.quantities._moves import RATES
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_REACH: Final = 8


def resumed(clause: Clause, number: int) -> Named | None:
    """Read "The ministry says 17", "the true figure is between 15 and 25": of what came before."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort == numbers.PERCENT:
        return _offered(clause, number)
    if amount.sort != numbers.COUNT or clause.nouns[number] is not None or number in clause.wholes:
        return None
    before = clause.named.get(number - 1) or (clause.earlier[-1] if clause.earlier else None)
    if before is None or before.level or not before.unit.islower() or amount.first < 2:  # noqa: PLR2004 - "says", and who
        return None
    if before.unit in RATES:
        return None
    link = tokens[amount.first - 1].lower
    last = amount.end >= len(tokens) or not tokens[amount.end].text[0].isalnum()
    says = link in wording.TELLS and last
    figure = (
        link in {"is", "was", "at", "to", "be"}
        and tokens[amount.first - 2].lower in wording.FIGURES
    )
    opening = tokens[amount.first].lower
    closer = opening in {"closer", "nearer"} and link in {"was", "is", "be", "been", "were"}
    return Named(before.measure, before.unit) if says or figure or closer else None


def _offered(clause: Clause, number: int) -> Named | None:
    """Read "The company offered 4 percent", where a rise of pay was told of before."""
    tokens, first = clause.tokens, clause.amounts[number].first
    asked = (
        first > 1 and tokens[first - 1].lower == "for" and tokens[first - 2].lower in wording.ASKS
    )
    if not first or (tokens[first - 1].lower not in wording.OFFERS and not asked):
        return None
    following = tokens[clause.amounts[number].end :][:1]
    if following and following[0].lower == "of":
        return None
    told = [*clause.earlier, *clause.named.values()]
    return next((said for said in reversed(told) if said.measure.endswith(" rise")), None)


def numbered(clause: Clause, number: int) -> Named | None:
    """Read "the prisoners, thought to number about 40, will be exchanged"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.COUNT or clause.nouns[number] is not None or amount.first < 2:  # noqa: PLR2004 - its noun, and the verb
        return None
    at = amount.first - 1
    if tokens[at].lower not in {"number", "numbers", "numbered", "numbering"}:
        return None
    start = at
    floor = clause.amounts[number - 1].end if number else 0
    while start > floor and (at - start) < _REACH:
        start -= 1
        token = tokens[start]
        hit = next((one for one in clause.hits[start] if one.role is Role.NOUN), None)
        if hit is not None:
            return Named(hit.measure.name, hit.measure.unit or PEOPLE)
        if token.lower in english.PERSONS | english.GENERIC_PERSONS:
            return Named(token.lower, PEOPLE)
    return None
