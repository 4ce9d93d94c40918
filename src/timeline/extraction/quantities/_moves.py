"""The rules for by how much something rose or fell: "output rose 12 percent", "a 3% decline"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _changes as wording
from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import BE, MODALS
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._numbers_money import CURRENCY_WORDS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._measures import Hit, Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._nouns import PEOPLE, THING
from timeline.extraction.quantities._subjects import (
    Subject,
    before_aside,
    opening_subject,
    phrase_of,
    singular,
    subject_of,
)

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

RATES: Final = frozenset({numbers.PERCENT, numbers.POINTS, numbers.BASIS})
_CHANGES: Final = english.RISES | english.FALLS
_NEAR: Final = 8
_CLOSE: Final = 3
_POINTS_FAR: Final = 5
"""How far before points its verb can stand: "cut its key rate 25 basis points"."""
_TOLD: Final = 3
_STOOD: Final = wording.TRADED | {"was", "were", "be", "been"}
PEOPLE_UNIT: Final = "people"
PERCENT_UNIT: Final = "percent"
_NOUN_REACH: Final = 4
_PHRASE: Final = 3
_OPENING: Final = english.MODIFIERS
_TRADED_ITSELF: Final = wording.MARKETS | wording.INDEXES | frozenset(CURRENCY_WORDS)
_NO_VERBS: Final = frozenset({"as", "is", "us", "ss"})  # "gas", "glass"
_OF_MANY: Final = frozenset({"price", "wages", "sales", "cost", "spending", "debt", "tariff"})
"""Measures of which there are several, each told by the noun before: "food prices"."""


def direction(clause: Clause, number: int) -> str:
    """Return "rise" or "fall" where an amount says by how much something changed."""
    amount = clause.amounts[number]
    far = _POINTS_FAR if amount.sort in {numbers.BASIS, numbers.POINTS} else _CLOSE
    before = [token.lower for token in clause.tokens[max(0, amount.first - far) : amount.first]]
    if before[-1:] == ["by"]:  # "cut its key rate by a quarter"
        floor = clause.amounts[number - 1].end if number else 0
        near = clause.tokens[max(floor, amount.first - _NEAR) : amount.first]
        before = [token.lower for token in near[:-1]]
    after = [token.lower for token in clause.tokens[amount.end : amount.end + 1]]
    if after and after[0] in wording.MORE and before[-1:] != ["to"]:
        return wording.MORE[after[0]]
    if after and after[0] in wording.BESIDE and before[-1:] in ([","], ["("], ["or"]):
        return wording.BESIDE[after[0]]  # "stood at 3 million tonnes, 11% below April's level"
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in _CHANGES:
        return "rise" if before[-2] in english.RISES else "fall"  # "a rise of 3 percent"
    if before and before[-1] in {"to", "at", "of", "from"}:
        return ""
    if clause.tokens[amount.first].lower in wording.BEYOND:
        return ""  # "fell below 20 percent": a level
    for distance, word in enumerate((*reversed(before), *after)):
        if word in {"up", "down"} and (
            distance or before[-2:-1] in (["make"], ["makes"], ["made"])
        ):
            continue
        if word in english.RISES:
            return "rise"
        if word in english.FALLS:
            return "fall"
    return ""


def change(clause: Clause, number: int) -> Named | None:
    """Read "output rose 12 percent", "cut its key rate by 25 basis points", "oil rose $2"."""
    amount = clause.amounts[number]
    if amount.sort not in RATES and not moved(clause, number):
        return None
    behind = _noun_of_change(clause, number) or _noun_before(clause, number)
    if behind:
        return Named(behind, amount.sort)
    changed = direction(clause, number)
    twin = number if changed else _restated(clause, number)
    changed = changed or (direction(clause, twin) if twin != number else "")
    if not changed:
        return None
    thing = changed_thing(clause, twin)
    if not thing:
        return None  # a change of nothing that is named
    told = thing.endswith(f" {changed}")
    name = thing if told else f"{singular(thing)} {changed}"
    return Named(name, amount.unit or amount.sort)


def moved(clause: Clause, number: int) -> bool:
    """Whether a sum is by how much something moved: "the shares fell 3 cents"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.MONEY or amount.first < 2:  # noqa: PLR2004 - what moved, and how
        return False
    verb, before = tokens[amount.first - 1].lower, tokens[amount.first - 2].lower
    if verb in {"up", "down"}:
        return before in BE | {","} or before in wording.TRADED
    return verb in wording.MOVES


def _noun_of_change(clause: Clause, number: int) -> str:
    """Read "a 3 percent decline in sales", "a 12 percent price rise"; empty where none is told."""
    tokens, end = clause.tokens, clause.amounts[number].end
    at = next(
        (
            at
            for at in range(end, min(end + _NOUN_REACH, len(tokens)))
            if tokens[at].lower in wording.CHANGE_NOUNS
        ),
        -1,
    )
    if at < 0 or not all(one.text.islower() and one.text.isalpha() for one in tokens[end:at]):
        return ""
    before = tokens[clause.amounts[number].first - 1].lower if clause.amounts[number].first else ""
    if before in wording.MOVES or {one.lower for one in tokens[end:at]} & STOPS:
        return ""
    changed = wording.CHANGE_NOUNS[tokens[at].lower]
    within = phrase_of(tokens, end, at) if at > end else None
    if at + 1 < len(tokens) and tokens[at + 1].lower in {"in", "of"}:
        owned = phrase_of(tokens, at + 2, min(at + 2 + _NEAR, len(tokens)))
        if owned is not None and not owned.people:
            return f"{singular(owned.label)} {changed}"
    if within is not None and not _describes(within.label):
        return f"{singular(within.label)} {changed}"
    last = clause.named.get(number - 1)
    apposed = before in {"a", "an"} and clause.tokens[clause.amounts[number].first - 2].text == ","
    if apposed and last is not None and last.level:
        return f"{singular(last.measure)} {changed}"  # "rose to 3 million tonnes, a 12% increase"
    told = (*reversed(list(clause.named.values())), *reversed(clause.earlier[-2:]))
    return next((said.measure for said in told if said.measure.endswith(f" {changed}")), "")


def _noun_before(clause: Clause, number: int) -> str:
    """Read "a rise of 4 percent in exports"; empty where nothing is told of which it is."""
    tokens, first, end = clause.tokens, clause.amounts[number].first, clause.amounts[number].end
    if first < 2 or end + 1 >= len(tokens):  # noqa: PLR2004 - the noun, and "of"
        return ""
    changed = wording.CHANGE_NOUNS.get(tokens[first - 2].lower, "")
    if not changed or tokens[first - 1].lower != "of" or tokens[end].lower != "in":
        return ""
    owned = phrase_of(tokens, end + 1, min(end + 1 + _NEAR, len(tokens)))
    return f"{singular(owned.label)} {changed}" if owned and not owned.people else ""


def _describes(word: str) -> bool:
    """Whether only an adjective stands before the noun of a change: "a 3 percent annual rise"."""
    return word in english.MODIFIERS or word.endswith(english.MODIFIER_ENDINGS)


def _restated(clause: Clause, number: int) -> int:
    """Return the amount that another one only tells again: "fell 312 points, or 0.8 percent"."""
    tokens, first = clause.tokens, clause.amounts[number].first
    noun = clause.nouns[number - 1] if number else None
    twin = noun is not None and noun.word == "points"
    twin = twin or (number > 0 and moved(clause, number - 1))
    return number - 1 if twin and tokens[first - 1].lower in {"or", "("} else number


def _is_more(clause: Clause, number: int) -> bool:
    """Whether an amount only compares: "20 percent more efficient", "3 percent below May"."""
    end = clause.amounts[number].end
    return end < len(clause.tokens) and (
        clause.tokens[end].lower in wording.MORE or clause.tokens[end].lower in wording.BESIDE
    )


def changed_thing(clause: Clause, number: int) -> str:
    """Return what rose or fell, where the words before say so: "exports fell by 7 percent"."""
    tokens, first = clause.tokens, clause.amounts[number].first
    sort = clause.amounts[number].sort
    behind = clause.amounts[number - 1].end if number else 0
    floor = max(0, first - _NEAR, behind)
    up = first - 1 - (tokens[first - 1].lower == "by")
    verb = next((at for at in range(first - 1, floor - 1, -1) if tokens[at].lower in _CHANGES), -1)
    aside = before_aside(tokens, verb)
    if aside != verb:  # "Fares, the largest cost of most, climbed 6 percent"
        return resolved(clause, number, subject_of(tokens, aside))
    for at in range(first - 1, floor - 1, -1):
        hit = next((one for one in clause.hits[at] if one.role is Role.FRAME), None)
        if hit is not None and hit.end < first and hit.measure.of in {"money", "percent", "any"}:
            return _in_full(clause, hit)
    if number and (
        (tokens[up].lower in {"up", "down"} and tokens[up - 1].text == ",")
        or (tokens[up].text == "," and _is_more(clause, number))
    ):
        said, noun = clause.named.get(number - 1), clause.nouns[number - 1]
        if said is None:
            return ""
        if noun is None or noun.generic or said.level or noun.sort not in {PEOPLE, THING}:
            return said.measure
        return noun.label or said.measure  # "carried 1.3 million passengers, up by 22 percent"
    if verb < 0 and _is_more(clause, number) and tokens[first - 1].lower in _STOOD:
        verb = first - 1  # "prices were 5 percent higher"
    if verb < 0:
        return ""
    by = next((at for at in range(verb + 2, first + 1) if tokens[at].lower == "by"), 0)
    cut = phrase_of(tokens, verb + 1, by) if by else None  # "cut costs by"
    traded = verb > 0 and tokens[verb - 1].lower in wording.TRADED
    subject = cut or subject_of(tokens, verb - traded)
    if traded and subject is not None and _is_firm(subject.label):
        return "share"  # "Acme closed up 2 percent"
    if tokens[verb + 1].lower == "of":  # "they forecast a rise of 3 percent"
        told = [said.measure for said in reversed(clause.earlier) if said.unit == sort]
        last = next((one for one in told if one.endswith((" rise", " fall"))), "")
        return last.rpartition(" ")[0]
    thing = resolved(clause, number, subject)
    if not thing and tokens[verb - 1].text == "," and tokens[verb].lower.endswith("ing"):
        opening = opening_subject(tokens, verb - 1)  # "Rents have doubled, rising 9 percent"
        return opening.label if opening is not None else ""
    return thing


def _in_full(clause: Clause, hit: Hit) -> str:
    """Return what a measure is called before "rise": prices and wages with the noun before them."""
    tokens, end = clause.tokens, hit.end
    longest = next(
        (
            one
            for at in range(max(0, end - _PHRASE), hit.start)
            for one in clause.hits[at]
            if one.role is Role.FRAME and one.end == end
        ),
        hit,
    )
    if longest is not hit or hit.measure.name not in _OF_MANY or hit.end > hit.start + 1:
        return longest.measure.name
    before = tokens[hit.start - 2] if hit.start > 1 else None
    starts = before is None or not before.text[0].isalpha() or before.lower in STOPS | _OPENING
    if not starts or (before is not None and before.lower in MODALS) or not hit.start:
        return hit.measure.name  # "traders pushed prices"
    neighbour = tokens[hit.start - 1].lower
    if (neighbour[-1] == "s" and neighbour[-2:] not in _NO_VERBS) or is_past(neighbour):
        return hit.measure.name  # "expects prices to rise"
    subject = phrase_of(tokens, hit.start - 1, end)
    return subject.label if subject is not None and " " in subject.label else hit.measure.name


def _is_firm(label: str) -> bool:
    """Whether a name is a firm's, and no index or good that is traded by itself."""
    if not _TRADED_ITSELF.isdisjoint(label.lower().split()):
        return False
    return label[:1].isupper() or not (label.endswith("s") or label in english.SINGULARS.values())


def resolved(clause: Clause, number: int, subject: Subject | None) -> str:
    """Return the name of a subject; of a pronoun, that of what rose or fell before."""
    if subject is None:
        return ""
    if subject.label.rpartition(" ")[2] in wording.FIGURES:
        return _last_counted(clause, number)  # "the true figure may be a third higher"
    if not subject.pronoun:
        return subject.label
    before = (clause.named.get(at) for at in range(number - 1, max(-1, number - _NEAR), -1))
    far = clause.earlier[-_TOLD:][::-1] if subject.many else clause.earlier[-1:]
    for said in (*before, *far):
        if said is None:
            continue
        thing, _, changed = said.measure.rpartition(" ")
        if subject.many and not _is_many(thing if changed in {"rise", "fall"} else said.measure):
            continue
        if changed in {"rise", "fall"}:
            return thing
        if said.level:
            return said.measure
    return ""


def _last_counted(clause: Clause, number: int) -> str:
    """Return what was counted last: a "figure" or a "number" points to it."""
    told = (*clause.earlier, *(said for at, said in clause.named.items() if at < number))
    said = next(
        (one for one in reversed(told) if not one.measure.endswith((" rise", " fall"))), None
    )
    if said is None:
        return ""
    return said.measure if said.level or said.unit in {PEOPLE_UNIT, PERCENT_UNIT} else said.unit


def _is_many(thing: str) -> bool:
    """Whether "they" can stand for what rose or fell: shares and exports, but no inflation."""
    last = thing.rpartition(" ")[2]
    return last.endswith("s") or last in english.SINGULARS.values() or thing == "share price"
