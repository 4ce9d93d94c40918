"""What a figure is called: what befell whom, and whose they are where that must be told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import (
    COLLECTIVES,
    FIRED,
    IMPLIED,
    KIN,
    NO_STRIKERS,
    OF_PERSONS,
)
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._measures import Hit, Measure, Role
from timeline.extraction.quantities._named import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.quantities._clauses import Clause
    from timeline.extraction.quantities._nouns import Noun

PEOPLE: Final = "people"
PERCENT: Final = "percent"
_ALL_LOSSES: Final = frozenset({"killed", "wounded", "captured"})
_LOSSES: Final = frozenset({"killed", "wounded", "captured", "missing", "casualties"})
_PARTS_OF_LOSSES: Final = 3
SAYING_WHO: Final = frozenset({"deployed", "employees", "protesters", "voters"})
"""Measures of people that are called so whoever they are: rescuers are deployed as troops are."""


def _listed(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    return " or ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else unique[0]


def _state(hits: Sequence[Hit]) -> str:
    names = list(dict.fromkeys(hit.measure.name for hit in hits))
    lost = set(names) & _LOSSES
    if set(names) >= _ALL_LOSSES or (
        len(lost) >= _PARTS_OF_LOSSES and {"killed", "wounded"} <= lost
    ):
        return "casualties"
    return _listed(names)


def unit_of(clause: Clause, number: int, measure: Measure | None = None) -> str:
    noun = clause.nouns[number]
    if noun is None or noun.sort == nouns.PRONOUN:
        return (measure.unit if measure else "") or PEOPLE
    if measure is not None and measure.name in OF_PERSONS and noun.word not in COLLECTIVES:
        return PEOPLE
    if noun.sort == nouns.PEOPLE:
        return PEOPLE
    last = noun.label.rpartition(" ")[2]
    return last if last.lower() == noun.word else noun.word  # "SUVs"


def of_noun(clause: Clause, number: int, hits: Sequence[Hit]) -> Named:
    """Name a measure by what befell whom: "killed", "officers killed", "border towns captured"."""
    noun, measure = clause.nouns[number], hits[0].measure
    if noun is not None and noun.label == noun.word and noun.word in english.CONTAINERS:
        first = clause.tokens[hits[0].start : hits[0].end]
        if len(first) > 1 and first[1].lower == "of":
            return Named(first[0].lower, noun.word, level=True)  # "shipments of 3 million tonnes"
    state = _state(hits)
    if state == "casualties" and noun is not None and noun.word in KIN and hits[0].role is Role.ACT:
        state = "killed"  # "who lost two sons"
    if state == "lost" and noun is not None and noun.word == "jobs":
        state = "cut"
    if state == "captured" and noun is not None and _is_seized(clause, noun, hits[0]):
        state = "seized"
    if state == "casualties" and noun is not None and not noun.generic:
        state = "lost" if hits[0].role is Role.ACT else state  # "the church lost members"
    if state == "on strike" and noun is not None and noun.word in NO_STRIKERS:
        walked = clause.tokens[hits[0].start].lower.startswith("walk")
        state = "walked out" if walked else state
    if state == "launched" and noun is not None and noun.word in FIRED:
        state = "fired"
    nation = noun.nation if noun else ""
    if clause.amounts[number].sort == numbers.PERCENT:
        rate = next((hit.measure.rate for hit in hits if hit.measure.name == state), "")
        if state == "casualties":
            rate = "casualty rate"
        if rate and (noun is None or noun.sort != nouns.THING):
            return Named(rate, PERCENT, noun=True, nation=nation)
        label = noun.label if noun and not noun.generic else ""
        return Named(_joined(label, state, measure), PERCENT, nation=nation)
    plain = noun is None or noun.generic or noun.sort == nouns.PRONOUN
    plain = plain or (noun is not None and noun.word in IMPLIED.get(state, ()))
    plain = plain or (state in SAYING_WHO and noun is not None and noun.sort == nouns.PEOPLE)
    unit = unit_of(clause, number, measure)
    if state == "attending" and noun is not None and not noun.generic:
        return Named(noun.label, unit, nation=nation)  # viewers watch and visitors visit
    if plain or noun is None or _says_it(clause, number, hits):
        return Named(
            state,
            unit,
            soldierly=state == "deployed",
            noun=state == "casualties",
            nation=nation,
        )
    return Named(
        _joined(noun.label, state, measure), unit, soldierly=state == "deployed", nation=nation
    )


def _is_seized(clause: Clause, noun: Noun, hit: Hit) -> bool:
    """Whether things were taken away, and no place was: "seized two tonnes of cocaine"."""
    word = clause.tokens[hit.start].lower if hit.end else "seized"
    return noun.sort == nouns.THING and word.startswith("seiz") and noun.word not in english.PLACES


def _joined(label: str, state: str, measure: Measure) -> str:
    """Name what is counted and what is said of it: "officers killed", "positive samples"."""
    return f"{state} {label}".strip() if measure.before else f"{label} {state}".strip()


def _says_it(clause: Clause, number: int, hits: Sequence[Hit]) -> bool:
    """Whether the noun itself is what names the measure: "prisoners captured"."""
    noun = clause.nouns[number]
    return noun is not None and any(
        hit.role is Role.NOUN and hit.measure is hits[0].measure for hit in clause.hits[noun.head]
    )


def owner(clause: Clause, number: int) -> str:
    """Return the nation that "suffered" or "lost" what is counted."""
    first = clause.amounts[number].first
    verb = next(
        (
            at
            for at in range(first - 1, max(-1, first - 4), -1)
            if clause.tokens[at].lower
            in {"suffered", "suffer", "suffering", "sustained", "taken", "lost", "incurred", "took"}
        ),
        None,
    )
    if verb is None:
        return ""
    for at in range(verb - 1, max(-1, verb - 9), -1):
        adjective = nation_at(clause.tokens, at)
        if adjective:
            return adjective
    return ""


def nation_at(tokens: Sequence[Token], at: int) -> str:
    word = tokens[at].lower
    if at and f"{tokens[at - 1].lower} {word}" in english.NATIONS:
        return english.NATIONS[f"{tokens[at - 1].lower} {word}"]
    if tokens[at].capital and word in english.NATIONS:
        return english.NATIONS[word]
    if word in english.PEOPLES or word in english.ADJECTIVES:
        adjective = english.PEOPLES.get(word, tokens[at].text.title())
        if at and tokens[at - 1].lower in {"north", "south", "east", "west"}:
            return f"{tokens[at - 1].text.title()} {adjective}"
        return adjective
    return ""


def running_nation(found: Iterable[Named]) -> set[str]:
    counts = Counter(named.nation for named in found if named.nation)
    most = max(counts.values(), default=0)
    leading = [nation for nation, times in counts.items() if times == most]
    return set(leading) if len(leading) == 1 else set()


def qualified(named: Named, clause: Clause, number: int, running: set[str]) -> Named:
    """Name the nation too, where it is not the one that the article counts."""
    if not named.nation or named.nation in running or named.unit not in {PEOPLE, PERCENT}:
        return named
    if named.soldierly:
        place = _destination(clause, number)
        name = (
            f"{named.nation} troops sent to {place}" if place else f"{named.nation} troops deployed"
        )
    elif named.noun:
        name = f"{named.nation} {named.measure}"
    else:
        people = english.PLURALS.get(named.nation, f"{named.nation} people")
        noun = clause.nouns[number]
        if noun is not None and not noun.generic and noun.label in named.measure:
            people = named.nation
        name = f"{people} {named.measure}"
    return attrs.evolve(named, measure=name)


def _destination(clause: Clause, number: int) -> str:
    tokens = clause.tokens
    for at in range(clause.behind[number], min(clause.behind[number] + 8, len(tokens) - 1)):
        if tokens[at].lower == "to" and tokens[at + 1].capital:
            words = [tokens[at + 1].text]
            if at + 2 < len(tokens) and tokens[at + 2].capital:
                words.append(tokens[at + 2].text)
            return " ".join(words)
    return ""
