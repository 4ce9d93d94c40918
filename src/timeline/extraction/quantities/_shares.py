"""Shares and rates: "half of the fleet", "children make up a third", "2,000 to the dollar"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _changes as wording
from timeline.extraction.english._deeds import BE
from timeline.extraction.english._measures import PERSONS
from timeline.extraction.english._numbers_money import CURRENCY_CODES, CURRENCY_WORDS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._measures import Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PERCENT, of_noun
from timeline.extraction.quantities._subjects import subject_of
from timeline.extraction.quantities._verbs import following

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_MAKING: Final = frozenset(
    {"make up", "makes up", "made up", "making up", "account for", "accounts for", "accounted for"}
)


def made_up(clause: Clause, number: int) -> Named | None:
    """Read "children make up nearly half of the dead": the share of those who do."""
    amount, tokens, first = clause.amounts[number], clause.tokens, clause.amounts[number].first
    if amount.sort != numbers.PERCENT or first < 3:  # noqa: PLR2004 - who, and "make up"
        return None
    if f"{tokens[first - 2].lower} {tokens[first - 1].lower}" not in _MAKING:
        return None
    subject = subject_of(tokens, first - 2)
    at = amount.end
    while at < len(tokens) and tokens[at].lower in {"of", "the", "all", "its", "their"}:
        at += 1
    hit = next((one for one in clause.hits[at] if one.role is Role.NOUN), None) if at < len(
        tokens
    ) else None  # fmt: skip
    if subject is not None and subject.people and subject.label in PERSONS:
        state = f" {hit.measure.name}" if hit is not None and hit.measure.of == "people" else ""
        return Named(f"{subject.label}{state}", PERCENT)
    return Named(tokens[at].lower, PERCENT) if hit is not None else None


def who_are(clause: Clause, number: int) -> Named | None:
    """Read "60 percent of the arrivals are children": the share of those that they are."""
    amount, noun, tokens = clause.amounts[number], clause.nouns[number], clause.tokens
    if amount.sort != numbers.PERCENT or noun is None or noun.end + 1 >= len(tokens):
        return None
    if noun.sort == nouns.PRONOUN and nouns.is_plural_of_persons(tokens[noun.end]):
        return Named(tokens[noun.end].lower, PERCENT)  # "14 people, a third of them children"
    if tokens[noun.end].lower not in BE or not nouns.is_plural_of_persons(tokens[noun.end + 1]):
        return None
    return Named(tokens[noun.end + 1].lower, PERCENT)


def who_they_were(clause: Clause, number: int) -> Named | None:
    """Read "40 people were hurt, 12 of whom were children": the children who were hurt."""
    amount, noun, tokens = clause.amounts[number], clause.nouns[number], clause.tokens
    at = noun.end if noun is not None and noun.head >= amount.end else amount.end
    whom = {token.lower for token in tokens[max(0, amount.first - 2) : at]} & {"whom", "them"}
    if not number or not whom or at + 1 >= len(tokens) or amount.sort != numbers.COUNT:
        return None
    if tokens[at].lower not in BE or not nouns.is_plural_of_persons(tokens[at + 1]):
        return None
    behind = tokens[at + 2].lower if at + 2 < len(tokens) else "."
    if behind in {"'s", "'"} or (behind.isalnum() and behind not in STOPS):
        return None  # "12 of whom were miners' wives"
    said = clause.objects(number - 1) or clause.predicate(number - 1)
    who = tokens[at + 1].lower
    state = next((hit.measure.name for hit in said if hit.measure.of in {"people", "any"}), "")
    return Named(f"{who} {state}", "people") if state else None


def of_one(clause: Clause, number: int) -> Named | None:
    """Read "two thirds of the reef has been bleached", "half of its airtime"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.PERCENT or clause.nouns[number] is not None:
        return None
    at = amount.end
    if at + 2 >= len(tokens) or tokens[at].lower != "of":
        return None
    head = nouns.behind_determiners(tokens, at + 1)
    if tokens[head - 1].lower not in {"'s", "'"}:  # "a fifth of Peru's anchovy quota"
        if tokens[at + 1].lower not in {"the", "its", "their", "this", "all"}:
            return None
        head = at + 2
    noun = nouns.singular_after(tokens, head)
    if noun is None:
        return None
    clause.nouns[number], clause.behind[number] = noun, noun.end
    said = following(clause, number)
    if said:
        return of_noun(clause, number, said)
    return Named(noun.label, PERCENT) if noun.sort == nouns.THING else None


def exchanged(clause: Clause, number: int) -> Named | None:
    """Read "the naira crossed 2,000 to the dollar": what one of another money costs."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort not in {numbers.COUNT, numbers.MONEY} or clause.nouns[number] is not None:
        return None
    after = [token.lower for token in tokens[amount.end : amount.end + 4]]
    if after[:1] not in (["to"], ["per"], ["against"], ["a"]):
        return None
    words = after[1:]
    while words[:1] and words[0] in {"the", "us", "u.s.", "one", "a"}:
        words = words[1:]
    if not words or words[0] not in wording.MONEYS:
        return None
    if amount.low == amount.high and tokens[amount.first - 1].lower in wording.CROSSED:
        clause.amounts[number] = attrs.evolve(amount, high=None)
    if amount.sort == numbers.MONEY:
        return Named("exchange rate", amount.unit)
    unit = _money_before(clause, number, words[0])
    return Named("exchange rate", unit) if unit else None


def _money_before(clause: Clause, number: int, other: str) -> str:
    """Return the money that a sentence is about: its own words, else those told of before."""
    for token in reversed(clause.tokens[: clause.amounts[number].first]):
        code = CURRENCY_WORDS.get(token.lower) or (
            token.text if token.text in CURRENCY_CODES else ""
        )
        if code and token.lower != other:
            return code
    return next(
        (said.unit for said in reversed(clause.earlier) if said.measure == "exchange rate"), ""
    )
