"""The two sides of a vote: "by 62 votes to 41", "voted 7-2", "rejected it by 58 percent to 42"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _ballots as wording
from timeline.extraction.english._deeds import AUXILIARIES, NEGATIONS
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE, PERCENT
from timeline.extraction.quantities._verbs import befell

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_REACH: Final = 14
_SIDES: Final = frozenset({"in favour", "against"})


def voted(clause: Clause, number: int) -> Named | None:
    """Read "passed the budget by 62 votes to 41", "rejected it by 41 to 62", "voted 7-2"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort == numbers.PERCENT:
        return _voted_by_percent(clause, number)
    if amount.sort != numbers.COUNT:
        return None
    said = clause.named.get(number - 1)
    between = tokens[clause.behind[number - 1] : amount.first] if number else ()
    joined = " ".join(token.lower for token in between)
    if (
        said is not None
        and said.measure in _SIDES
        and (joined in {"to", "against", "- to"} or joined in numbers.DASHES)
    ):
        return Named("in favour" if said.measure == "against" else "against", said.unit)
    noun = clause.nouns[number]
    if noun is None and _is_ballot(clause, number):
        near = {token.lower for token in tokens[max(0, amount.first - _REACH) : amount.first]}
        behind = [token.lower for token in tokens[clause.amounts[number + 1].end :][:1]]
        lost = near & wording.REFUSALS or behind == ["against"]
        return Named("against" if lost else "in favour", PEOPLE)
    if noun is None or noun.word != "votes" or number + 1 >= len(clause.amounts):
        return None
    after = tokens[noun.end : clause.amounts[number + 1].first]
    if [token.lower for token in after] not in (["to"], ["against"]):
        return None
    before = {token.lower for token in tokens[max(0, amount.first - _REACH) : amount.first]}
    return Named("against" if before & wording.REFUSALS else "in favour", PEOPLE)


def turnout(clause: Clause, number: int) -> Named | None:
    """Read "71 percent of voters turned out", "48 percent of those eligible cast ballots"."""
    amount, tokens, noun = clause.amounts[number], clause.tokens, clause.nouns[number]
    if amount.sort != numbers.PERCENT or noun is None or noun.word not in wording.ELECTORS:
        return None
    behind = [token.lower for token in tokens[noun.end : noun.end + _VERB]]
    came = any(
        word in wording.VOTED and (after not in {"for", "against", "to", "in"})
        for word, after in zip(behind, [*behind[1:], ""], strict=True)
    )
    return Named("turnout", PERCENT) if came else None


_VERB: Final = 4
"""Within how many words behind the voters their verb stands: "have already cast"."""


def part_of_votes(clause: Clause, number: int) -> Named | None:
    """Read "3 percent of the votes were spoiled": what befell votes, whoever they are for."""
    amount, tokens, noun = clause.amounts[number], clause.tokens, clause.nouns[number]
    if amount.sort != numbers.PERCENT or noun is None or noun.word not in {"votes", "ballots"}:
        return None
    if noun.end >= len(tokens) or tokens[noun.end].lower not in AUXILIARIES:
        return None
    said = befell(clause, number)
    if said in {"won", "cast"}:
        return None
    behind = {token.lower for token in tokens[noun.end : noun.end + _VERB]}
    if not said and not behind & (NEGATIONS | {"yet"}):
        return None
    return Named(f"{noun.word} {said}".strip(), PERCENT)


def _voted_by_percent(clause: Clause, number: int) -> Named | None:
    """Read "rejected the plan by 58 percent to 42 percent"."""
    amount, tokens, said = clause.amounts[number], clause.tokens, clause.named.get(number - 1)
    if not amount.first:
        return None
    told = said is not None and said.unit == PERCENT and tokens[amount.first - 1].lower == "to"
    if told and said is not None and said.measure in _SIDES:
        return Named("in favour" if said.measure == "against" else "against", PERCENT)
    if not _is_ballot(clause, number) or tokens[amount.first - 1].lower != "by":
        return None
    near = {token.lower for token in tokens[max(0, amount.first - _REACH) : amount.first]}
    return Named("against" if near & wording.REFUSALS else "in favour", PERCENT)


def _is_ballot(clause: Clause, number: int) -> bool:
    """Whether bare numbers are votes: "the bill passed the lower house by 240 to 180"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if number + 1 >= len(clause.amounts) or not amount.first or amount.end >= len(tokens):
        return False
    after = clause.amounts[number + 1]
    joined = (
        tokens[amount.first - 1].lower in {"by", "was", "voted"}
        and tokens[amount.end].lower == "to"
    ) or tokens[amount.end].text in numbers.DASHES
    if not joined or after.first != amount.end + 1 or clause.nouns[number + 1] is not None:
        return False
    near = {token.lower for token in tokens[max(0, amount.first - _REACH) : amount.first]}
    return tokens[amount.end].text in numbers.DASHES or bool(near & wording.BALLOTS)
