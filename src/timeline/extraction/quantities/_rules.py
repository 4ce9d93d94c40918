"""The rules that name what an amount measures, in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import ACTORS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._again import (
    bracketed,
    counted_in_turn,
    gapped,
    of_them,
    polled,
    same_again,
)
from timeline.extraction.quantities._ballots import part_of_votes, turnout, voted
from timeline.extraction.quantities._bare import thing
from timeline.extraction.quantities._by_how_much import by_so_much, more_of
from timeline.extraction.quantities._changes import compared, level, part_of
from timeline.extraction.quantities._framed import framed
from timeline.extraction.quantities._groups import cost_somebody
from timeline.extraction.quantities._measures import Role
from timeline.extraction.quantities._money import (
    apposed,
    fined,
    named_before,
    priced,
    spent,
    sum_behind,
    worth,
)
from timeline.extraction.quantities._moves import change
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import (
    PEOPLE,
    PERCENT,
    SAYING_WHO,
    of_noun,
    owner,
    unit_of,
)
from timeline.extraction.quantities._number_of import number_of
from timeline.extraction.quantities._rates import pared, same_rate
from timeline.extraction.quantities._resumed import numbered, resumed
from timeline.extraction.quantities._shares import (
    exchanged,
    made_up,
    of_one,
    who_are,
    who_they_were,
)
from timeline.extraction.quantities._singular import nth
from timeline.extraction.quantities._sizes import group_size, magnitude, strength
from timeline.extraction.quantities._stakes import (
    of_rate,
    of_those,
    points_moved,
    put_at,
    stake,
    tabled,
    taken_off,
)
from timeline.extraction.quantities._told import does, is_found, is_nominal
from timeline.extraction.quantities._verb_phrases import tells_which
from timeline.extraction.quantities._verbs import done_to, following, governs, told

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause
    from timeline.extraction.quantities._measures import Hit


_FAR: Final = 5
"""The most words between what is counted and what is said of it, where a verb stands between."""


_DETERMINERS: Final = frozenset({"the", "its", "their", "this", "all", "his", "her"})
_WON: Final = frozenset({"cases"})
"""What is named by that it was won, as votes and seats are not."""

_ASIDE: Final = 9
"""The most words between a bare number and what is said of it: "3,000, by its estimate, were"."""


def ratio(clause: Clause, number: int) -> Named | None:
    """Read "one in five soldiers"."""
    if clause.wholes.get(number) is None:
        return None
    whole = clause.amounts[clause.wholes[number]]
    between = clause.tokens[clause.amounts[number].end : whole.first]
    if not {token.lower for token in between} & {"in", "out"}:
        return None
    said = clause.predicate(number) or following(clause, number)
    if said:
        return of_noun(clause, number, said)
    noun = clause.nouns[number]
    return Named(noun.label, unit_of(clause, number)) if noun else None


def restated(clause: Clause, number: int) -> Named | None:
    """Read "about 5,000 of them, or more than 40%": the same in percent."""
    amount = clause.amounts[number]
    if amount.sort != numbers.PERCENT or not number:
        return None
    before = clause.tokens[amount.first - 1].lower if amount.first else ""
    if (
        before not in {"or", "(", *numbers.DASHES}
        or clause.amounts[number - 1].sort != numbers.COUNT
    ):
        return None
    named = counted(clause, number - 1)
    if named is not None and named.measure == "votes":
        return Named("share of the vote", PERCENT)
    if named is None or named.unit != PEOPLE:
        return None
    if named.measure == "casualties":
        return Named("casualty rate", PERCENT, noun=True, nation=named.nation)
    return Named(named.measure, PERCENT, nation=named.nation)


def counted(clause: Clause, number: int) -> Named | None:
    """Read what the counted words themselves say, or what is said of them."""
    return next(
        (
            named
            for rule in (noun_of_state, modified, acted_on, said_of)
            if (named := rule(clause, number))
        ),
        None,
    )


def noun_of_state(clause: Clause, number: int) -> Named | None:
    """Read "4,000 casualties", "20 deaths", "300 votes"."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if noun is None or amount.sort == numbers.MONEY or noun.head < amount.end:
        return None  # money; or a part, which has its noun from the whole before it
    if noun.word in ACTORS and does(clause, number):
        return None  # "eleven survivors filed a complaint"
    if noun.word == "bodies" and not is_found(clause, number):
        return None
    if number in clause.wholes and clause.predicate(number):
        return None  # "two of the 5,000 casualties were captured"
    hit = next((one for one in clause.hits[noun.head] if one.role is Role.NOUN), None)
    pair = next((one for one in clause.hits[noun.head - 1] if one.role is Role.NOUN), None)
    if pair is not None and pair.end == noun.head + 1:
        hit = pair
    if hit is None:
        return None
    if noun.word == "bodies":
        return Named(hit.measure.name, hit.measure.unit)
    who = noun.sort == nouns.PEOPLE and hit.measure.name in SAYING_WHO
    if (noun.word in english.PERSONS or who) and (
        modified(clause, number)
        or clause.objects(number)
        or clause.predicate(number)
        or (noun.word.endswith("s") and following(clause, number))
        or (noun.word.endswith("s") and noun.word != "homeless" and done_to(clause, number))
    ):
        return None  # "20 wounded prisoners were exchanged"
    if noun.sort == nouns.THING and any(
        one.measure.name != "won" or noun.word in _WON for one in clause.objects(number)
    ):
        return None  # "lost 32 seats", "won 61 percent of the cases"
    if noun.sort == nouns.THING and cost_somebody(clause.tokens, amount.first):
        return None  # "cost the party 30 seats"
    between = {token.lower for token in clause.tokens[amount.end : noun.head]}
    if amount.sort == numbers.PERCENT:
        if "of" in between and hit.measure.name not in {"casualties", "votes", "seats"}:
            return Named(noun.label if noun.sort == nouns.THING else hit.measure.name, PERCENT)
        name = hit.measure.rate or hit.measure.name
        return Named(name, PERCENT, noun=True, nation=noun.nation)
    if between & {"suspected", "possible", "probable"} and noun.sort == nouns.THING:
        return Named(f"suspected {noun.word}", noun.word)
    name = hit.measure.name
    if "civilian" in between:
        return Named(f"civilian {noun.word}", hit.measure.unit or noun.word)
    nation = noun.nation or owner(clause, number)
    return Named(name, hit.measure.unit or noun.word, noun=name == "casualties", nation=nation)


def modified(clause: Clause, number: int) -> Named | None:
    """Read "two captured soldiers" and "three destroyed tanks"."""
    noun = clause.nouns[number]
    if noun is None or clause.amounts[number].sort == numbers.MONEY:
        return None
    start = clause.amounts[number].end
    found = tuple(
        hit for hit in clause.hits_within(start, noun.head, Role.STATE) if clause.fits(hit, number)
    )
    if found and noun.label.startswith(f"{clause.tokens[found[-1].start].lower} "):
        # "22 stolen violins": what befell them is no part of their name
        clause.nouns[number] = attrs.evolve(noun, label=noun.label.partition(" ")[2])
    return of_noun(clause, number, found) if found else None


def acted_on(clause: Clause, number: int) -> Named | None:
    """Read "killing dozens of officers", "captured or killed several soldiers"."""
    if clause.amounts[number].sort not in {numbers.COUNT, numbers.PERCENT}:
        return None
    noun = clause.nouns[number]
    if noun is not None and noun.sort in {nouns.TIME, nouns.DISTANCE}:
        return None
    found = tuple(hit for hit in clause.objects(number) if _takes(clause, hit, number))
    if amount_of_change(clause, number):
        return None
    if found and found[0].measure.name in {"deployed", "sent"}:
        treated = clause.predicate(number)
        if treated and treated[0].measure.name == "hospitalised":
            found = treated  # "sending 41 people to hospital"
    if not found and not clause.predicate(number):
        found = clause.shared_objects(number) or clause.included(number)
    return of_noun(clause, number, found) if found else None


def _takes(clause: Clause, hit: Hit, number: int) -> bool:
    """Whether a verb can have its object: what costs or claims lives costs investors money."""
    if clause.tokens[hit.start].lower not in english.TAKE_LIVES or hit.end > hit.start + 1:
        return True
    noun = clause.nouns[number]
    return noun is not None and noun.word in english.LIVES


def amount_of_change(clause: Clause, number: int) -> bool:
    """Whether a percentage says by how much something changed: "the rouble lost 2 percent"."""
    amount = clause.amounts[number]
    if amount.sort != numbers.PERCENT or clause.nouns[number] is not None:
        return False
    following = clause.tokens[amount.end : amount.end + 2]
    of_whom = following[:1] and following[0].lower == "of" and following[1:]
    return not (of_whom and following[1].lower in {"whom", "them", "those"}) and (
        number not in clause.wholes
    )


def said_of(clause: Clause, number: int) -> Named | None:
    """Read "around 300 soldiers had been killed", "20 dead", "one was destroyed"."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if amount.sort not in {numbers.COUNT, numbers.PERCENT}:
        return None
    if noun is not None and noun.sort in {nouns.TIME, nouns.DISTANCE}:
        return None
    if is_nominal(clause, number):
        return None  # "the closure of three dams built by a firm"
    if noun is None and amount.sort == numbers.PERCENT and _is_of(clause, number):
        behind = clause.tokens[amount.end + 1 : amount.end + 2]
        if behind and behind[0].lower in _DETERMINERS:
            return None  # "a third of the water needed": a part of that one thing
    found = clause.predicate(number)
    if found and found[0].start - clause.behind[number] > _FAR:
        first = following(clause, number)
        if first and first[0].measure.name != found[0].measure.name:
            return None  # what is said first is told of it
    if not found or (amount.first and clause.tokens[amount.first - 1].lower == "past"):
        return None  # "at ten past nine"
    if governs(clause, number, found[0]) or tells_which(clause, number, found[0]):
        return None  # what is said in a relative clause only tells which ones
    joint = clause.tokens[found[0].start - 1].lower if found[0].start else ""
    if joint in {"and", "but", ","} and done_to(clause, number):
        return None  # "inspected 140 bridges and found cracks"
    if noun is None and number not in clause.wholes:
        # Without a noun the words must follow at once, or the number be no other thing's.
        between = clause.tokens[amount.end : found[0].start]
        if any(token.capital for token in between[:2]):
            return None
        if len(between) > _ASIDE or (amount.lone and len(between) > 3):  # noqa: PLR2004 - "three were badly wounded"
            return None
        if amount.exact == 1 and (not between or between[0].lower not in {"was", "is", "has"}):
            return None  # "one that is executed quickly"
    return of_noun(clause, number, found)


def _is_of(clause: Clause, number: int) -> bool:
    end = clause.amounts[number].end
    return end < len(clause.tokens) and clause.tokens[end].lower == "of"


RULES: Final = (
    more_of,
    strength,
    magnitude,
    group_size,
    nth,
    voted,
    turnout,
    part_of_votes,
    exchanged,
    ratio,
    numbered,
    bracketed,
    restated,
    made_up,
    who_are,
    who_they_were,
    stake,
    of_rate,
    put_at,
    counted_in_turn,
    tabled,
    taken_off,
    part_of,
    of_them,
    pared,
    gapped,
    noun_of_state,
    modified,
    acted_on,
    said_of,
    fined,
    by_so_much,
    apposed,
    priced,
    worth,
    compared,
    named_before,
    sum_behind,
    same_again,
    number_of,
    framed,
    same_rate,
    change,
    of_one,
    level,
    spent,
    resumed,
    polled,
    of_those,
    told,
    thing,
)
"""The rules that name what an amount measures; the first that can, does."""

MEASURED: Final = (points_moved, level)
"""Those that also name what is measured in points and the like, which the others leave alone."""
