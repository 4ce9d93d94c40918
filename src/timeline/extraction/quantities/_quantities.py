"""The quantities of an article: how many, of what, and within which bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._deeds import BE
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._amounts import Amount, amounts_of
from timeline.extraction.quantities._by_how_much import is_per_so_many
from timeline.extraction.quantities._dollars import Moneys
from timeline.extraction.quantities._measures import Measures, built_in
from timeline.extraction.quantities._names import PEOPLE, qualified, running_nation
from timeline.extraction.quantities._rules import MEASURED, RULES
from timeline.extraction.quantities._wholes import clause_of
from timeline.model import Figure, Number

if TYPE_CHECKING:
    from timeline.extraction.page import Page
    from timeline.extraction.quantities._clauses import Clause
    from timeline.extraction.quantities._named import Named


@attrs.frozen
class Quantity:
    """A quantity that an article names.

    Args:
        start: where its words begin in the text, bounds included ("more than").
        end: where they end, exclusive; what is counted is included where it follows.
        figure: what it says; without a date.
        rule: the name of the rule that named its measure.
    """

    start: int
    end: int
    figure: Figure
    rule: str


_SMALLEST_HEDGED: Final = 20
_REMEMBERED: Final = 6


def quantities_of(page: Page, measures: Measures | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of an article, in the order of its text.

    Years, ages, ordinals, clock times, distances and the names of weapons and streets are none,
    nor is any number within an expression of time.

    Args:
        page: the article, cut up.
        measures: what to look for; left out, the built-in measures.
    """
    table = measures or built_in()
    moneys = Moneys(page.text)
    found: list[tuple[Amount, Named, Clause, int, str]] = []
    before: Clause | None = None
    for sentence in page.sentences:
        taken = [(time.start, time.end) for time in sentence.times]
        here = amounts_of(sentence.tokens, page.text, taken)
        if not here:
            continue
        here = moneys.local(here, sentence.tokens)
        clause = clause_of(sentence, here, table)
        _draw_from_before(clause, before)
        before = clause
        clause.earlier = [named for _, named, *_ in found[-_REMEMBERED:]]
        clause.told = frozenset(named.measure for _, named, *_ in found)
        found += [
            (amount, moneys.exchanged(amount, named), one, number, rule)
            for amount, named, one, number, rule in _named(clause)
        ]
    running = running_nation(named for _, named, *_ in found)
    return tuple(
        _quantity(amount, qualified(named, clause, number, running), clause, number, rule)
        for amount, named, clause, number, rule in found
    )


def _draw_from_before(clause: Clause, before: Clause | None) -> None:
    """Let "eleven of them" be of what the sentence before counted: "17 breaches of its rules"."""
    if before is None or before.sentence.number != clause.sentence.number - 1:
        return
    _draw_of_those(clause, before)
    for number, noun in enumerate(clause.nouns):
        if noun is None and _is_bare_subject(clause, number):
            clause.nouns[number] = _counted_last(before)
        if noun is None or noun.sort != nouns.PRONOUN or number in clause.drawn:
            continue
        if noun.word == "those":
            continue  # "four of those arrested in May" are told of by what follows
        most = clause.amounts[number].high
        for whole, counted in zip(before.amounts, before.nouns, strict=True):
            if (
                counted is not None
                and counted.sort in {nouns.PEOPLE, nouns.THING}
                and most is not None
                and (whole.low or 0) > most
                and whole.sort == clause.amounts[number].sort == numbers.COUNT
            ):
                clause.nouns[number] = attrs.evolve(counted, head=noun.head, end=noun.end)
                if whole.exact is not None:
                    clause.strengths[number] = whole.exact


def _draw_of_those(clause: Clause, before: Clause) -> None:
    """Read "Of those complaints it rejected 296": so many of what the sentence before counted."""
    words = [token.lower for token in clause.tokens[:3]]
    if words[:1] != ["of"] or words[1:2] not in (["those"], ["these"], ["the"], ["them"]):
        return
    for whole, counted in zip(before.amounts, before.nouns, strict=True):
        if counted is None or counted.sort not in {nouns.PEOPLE, nouns.THING}:
            continue
        named = counted.word == words[-1] or (words[1] != "the" and words[-1] == ",")
        for number, noun in enumerate(clause.nouns):
            part = clause.amounts[number]
            bare = noun is None and part.sort == whole.sort == numbers.COUNT
            if named and bare and (whole.low or 0) > (part.high or whole.low or 0):
                clause.nouns[number] = attrs.evolve(counted, head=-1, end=0)
                if whole.exact is not None:
                    clause.strengths[number] = whole.exact


def _is_bare_subject(clause: Clause, number: int) -> bool:
    """Whether a sentence opens with a number and its verb: "83 are needed to force a vote"."""
    amount, tokens = clause.amounts[number], clause.tokens
    opens = amount.first == 0 and amount.sort == numbers.COUNT and amount.end < len(tokens)
    if not opens or tokens[amount.end].lower not in BE | {"have", "had", "will"}:
        return False
    return not any(hit.measure.of == "people" for hit in clause.predicate(number))


def _counted_last(clause: Clause) -> nouns.Noun | None:
    """Return what a sentence counts last, if that is something with a name."""
    for noun in reversed(clause.nouns):
        if noun is not None and noun.sort in {nouns.PEOPLE, nouns.THING} and not noun.generic:
            # Its place is in another sentence: what follows the number is said of it.
            return attrs.evolve(noun, head=-1, end=0)
    return None


def _named(clause: Clause) -> list[tuple[Amount, Named, Clause, int, str]]:
    found: list[tuple[Amount, Named, Clause, int, str]] = []
    for number, amount in enumerate(clause.amounts):
        noun = clause.nouns[number]
        timely = noun is not None and noun.sort in {nouns.TIME, nouns.DISTANCE}
        timely = timely and amount.sort in {numbers.COUNT, numbers.PERCENT}
        first = amount.first
        if first and clause.tokens[first - 1].lower in _DENYING and _is_denied(clause, amount):
            continue
        if is_per_so_many(clause, number):
            continue
        after = clause.tokens[amount.end].lower if amount.end < len(clause.tokens) else ""
        one = amount.exact == 1 and after == "of"
        for rule in MEASURED if timely else RULES:
            named = rule(clause, number)
            if named is not None and not named.measure:
                named = None  # of words of which none names anything
            if named is not None or (one and _is_naming(clause, number)):
                break
        else:
            continue
        if named is None or _is_mere_whole(clause, number, named, rule.__name__):
            continue
        clause.named[number] = named
        found.append((clause.amounts[number], named, clause, number, rule.__name__))
    return found


def _is_denied(clause: Clause, amount: Amount) -> bool:
    """Whether there are none of so many: "not one of the 30", "none of the 30"."""
    before = [token.lower for token in clause.tokens[max(0, amount.first - 4) : amount.first]]
    if before[-1:] == ["not"]:
        return True
    while before and before[-1] in {"the", "its", "their", "all"}:
        before.pop()
    return len(before) > 1 and before[-1] == "of" and before[-2] in _NONE


_DENYING: Final = frozenset({"not", "of", "the", "its", "their", "all"})
_NONE: Final = frozenset({"none", "neither", "nobody", "any"})


def _is_naming(clause: Clause, number: int) -> bool:
    """Whether one of several is named, and not counted: "one of the two is Anna Ito"."""
    amount, tokens, at = clause.amounts[number], clause.tokens, clause.behind[number]
    return (
        amount.exact == 1
        and at + 1 < len(tokens)
        and tokens[amount.end].lower == "of"
        and tokens[at].lower in {"is", "was"}
        and tokens[at + 1].capital
    )


def _is_mere_whole(clause: Clause, number: int, named: Named, rule: str) -> bool:
    """Whether an amount only tells of what another one is a part: "one of the three brigades"."""
    parts = clause.parts.get(number, ())
    if not parts or clause.amounts[number].exact is None or rule == "strength":
        return False
    if rule == "noun_of_state" and named.noun:
        return False  # "of the 5,000 casualties"
    noun = clause.nouns[number]
    if noun is not None and noun.generic and named.measure == noun.word:
        return True  # "a quarter of the town's 12,000 people fled"
    sorts = {numbers.COUNT, clause.amounts[number].sort} - {numbers.PERCENT}
    return any(clause.amounts[part].sort in sorts for part in parts)


def _quantity(amount: Amount, named: Named, clause: Clause, number: int, rule: str) -> Quantity:
    tokens = clause.tokens
    noun = clause.nouns[number]
    last = amount.end - 1
    if noun is not None and amount.end <= noun.head < amount.end + 10:
        last = noun.head
    whole = clause.wholes.get(number)
    if whole is None:
        whole = clause.drawn.get(number)
    of = clause.amounts[whole].exact if whole is not None else clause.strengths.get(number)
    if whole not in clause.wholes.values() and not _is_same_state(named, clause, number):
        of = None  # "six were hurt, two of them critically"
    if of is None and rule == "noun_of_state":
        of = _among(clause, number)
    low, high = amount.low, amount.high
    if amount.sort not in {numbers.COUNT, numbers.MONEY} or (
        of is not None and low is not None and low > of
    ):
        of = None
    approximate = amount.approximate or _hedged(clause, number)
    figure = Figure(
        named.measure, low=low, high=high, unit=named.unit, approximate=approximate, of=of
    )
    return Quantity(tokens[amount.first].start, tokens[last].end, figure, rule)


def _is_same_state(named: Named, clause: Clause, number: int) -> bool:
    """Whether the same is said of persons and of those whose part they are, so far as is known."""
    noun = clause.nouns[number]
    if number not in clause.drawn or noun is None or noun.word != "them":
        return True  # "of whom three had died"
    whole = clause.named.get(clause.drawn.get(number, -1))
    if whole is None or named.unit != PEOPLE:
        return True
    return named.measure.rpartition(" ")[2] == whole.measure.rpartition(" ")[2]


def _among(clause: Clause, number: int) -> Number | None:
    """Return the strength of which losses are a part: "4,000 in the 11,000-strong force"."""
    for amount in clause.amounts[number + 1 : number + 3]:
        if amount.sort == numbers.STRONG:
            return amount.exact
    return None


def _hedged(clause: Clause, number: int) -> bool:
    """Whether the sentence softens an exact number: by estimate, or by "about" before its twin."""
    amount = clause.amounts[number]
    if amount.exact is None or amount.exact < _SMALLEST_HEDGED or amount.sort != numbers.COUNT:
        return False
    tokens = clause.tokens
    if clause.estimated and number not in clause.parts:
        return True
    if not number or amount.bounded:
        return False
    twin = clause.amounts[number - 1]
    return (
        twin.approximate
        and twin.low == twin.high
        and tokens[amount.first - 1].lower == "and"
        and tokens[amount.first - 2].text != ","
        and twin.sort == amount.sort
    )
