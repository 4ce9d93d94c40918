"""The rules for what rises, falls, stands at a level, or is told again of another time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _changes as wording
from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import BE
from timeline.extraction.english._inflection import is_participle
from timeline.extraction.english._numbers_money import CURRENCY_WORDS
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._measures import Hit, Role
from timeline.extraction.quantities._moves import RATES, resolved
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE, PERCENT
from timeline.extraction.quantities._subjects import behind_guess, singular, subject_of

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_CHANGES: Final = english.RISES | english.FALLS
_NEAR: Final = 8
_BESIDE: Final = 6
_FAR: Final = 12
_PAIR: Final = 2
_REVISED: Final = frozenset(
    "revised previous earlier prior preliminary provisional initial downwardly upwardly".split()
)
_IS: Final = frozenset({"is", "was", "are", "were"})


def part_of(clause: Clause, number: int) -> Named | None:
    """Read "lost half of their value" and "cut a fifth of its staff"."""
    amount, tokens = clause.amounts[number], clause.tokens
    if amount.sort != numbers.PERCENT or amount.end + 1 >= len(tokens):
        return None
    label = _owned(clause, amount.end)
    if label == "total" and number:
        before = clause.nouns[number - 1]
        label = before.label if before is not None else ""  # "1,400 flights, a fifth of the total"
    if not label:
        return None
    said = (*clause.objects(number), *_verbs(clause, amount.first))
    if label.rpartition(" ")[2] in wording.WORTH:
        if amount.first and tokens[amount.first - 1].lower in _CHANGES | {"shed", "shedding"}:
            thing = resolved(clause, number, subject_of(tokens, amount.first - 1))
            return Named(f"{singular(thing) or 'value'} fall", PERCENT)
        return None
    if not said and number and tokens[amount.first - 1].lower in {"or", ","}:
        said = clause.objects(number - 1) or clause.predicate(number - 1)
    state = next((hit.measure.name for hit in said if hit.measure.of in {"things", "any"}), "")
    if state == "won" or frame_follows(clause, number, 2):
        return None  # "won half of the vote": the words behind say what it is
    noun = clause.nouns[number]
    if not state or (noun is not None and noun.sort == nouns.PEOPLE):
        return None
    return Named(f"{label} {state}", PERCENT)


def _owned(clause: Clause, at: int) -> str:
    """Return what a part "of its workforce" is of; only what is somebody's, or "the" one."""
    tokens = clause.tokens
    if tokens[at].lower != "of" or tokens[at + 1].lower not in {
        "its",
        "their",
        "the",
        "his",
        "her",
    }:
        return ""
    first = at + 2
    end = first
    while (
        end < min(len(tokens), first + 3)
        and tokens[end].text.islower()
        and tokens[end].text.isalpha()
        and tokens[end].lower not in STOPS
        and not (end > first and is_participle(tokens[end].lower))
    ):
        end += 1
    if end == first:
        return ""
    subject = subject_of(tokens[first:end], end - first)
    return subject.label if subject else ""


def _verbs(clause: Clause, end: int) -> tuple[Hit, ...]:
    """Return the verbs that stand right before *end*, whatever their object is."""
    return tuple(
        hit
        for at in range(max(0, end - 2), end)  # "cut", "wiped out"
        for hit in clause.hits[at]
        if hit.role is Role.ACT and hit.end == end
    )


def compared(clause: Clause, number: int) -> Named | None:
    """Read "down from 2.6 percent", "compared with 900 a year before": the same, another time."""
    amount, noun = clause.amounts[number], clause.nouns[number]
    if not number or (amount.lone and amount.sort == numbers.COUNT):
        return None
    earlier = clause.named.get(number - 1)
    stuff = noun is not None and noun.word in english.CONTAINERS
    stuff = stuff and earlier is not None and noun is not None and earlier.unit == noun.word
    if noun is not None and amount.sort == numbers.COUNT and not stuff:
        return None
    tokens, first = clause.tokens, amount.first
    if first > 1 and tokens[first - 1].lower in _REVISED:
        first -= 1 + (tokens[first - 2].lower in {"a", "an", "the"})  # "from a revised 5.1 percent"
    if first and tokens[first - 1].lower == "of":
        first = behind_guess(tokens, first)
    before = " ".join(token.lower for token in tokens[max(0, first - 2) : first])
    if first > 1 and tokens[first - 1].lower == "the" and _is_told_of(clause, number):
        # "down from the $3bn it had forecast"
        before = " ".join(token.lower for token in tokens[max(0, first - 3) : first - 1])
    if first > 1 and tokens[first - 1].lower == "the" and tokens[first - 2].lower in wording.TIMES:
        before = "compared with"  # "more than double the $87m of a year ago"
    target = first and amount.definite and _is_target(clause, number)
    after = first and tokens[first - 1].lower == "after" and _is_dated(clause, number)
    if not target and not after and not before.endswith(wording.AGAINST):
        return None
    if amount.sort in RATES and frame_follows(clause, number):
        return None
    nearest = number - 1 - _is_paired(clause, number)
    for at in range(nearest, max(-1, number - _NEAR), -1):
        said = clause.named.get(at)
        if clause.amounts[at].sort != amount.sort or (said is None and at in clause.parts):
            continue
        if said is None or (target and said.measure.endswith((" rise", " fall"))):
            break
        return Named(said.measure, amount.unit or said.unit, level=said.level)
    return Named(tokens[amount.end].lower, amount.sort) if target and amount.sort in RATES else None


def _is_paired(clause: Clause, number: int) -> bool:
    """Whether two are compared with two: "94 cases and seven deaths, down from 120 and 11"."""
    end = clause.amounts[number].end
    if number + 1 >= len(clause.amounts) or number < _PAIR or not clause.coordinated(number - 2):
        return False
    bare = clause.nouns[number + 1] is None and clause.amounts[number + 1].first == end + 1
    return bare and clause.tokens[end].lower == "and"


def _is_told_of(clause: Clause, number: int) -> bool:
    """Whether it is told who gave an amount: "the $3bn it had forecast", "the $3bn expected"."""
    end = clause.amounts[number].end
    return end < len(clause.tokens) and clause.tokens[end].lower in wording.AWAITED | _GIVERS


_GIVERS: Final = frozenset(
    "it they he she we that which reported recorded earned made seen".split()
)


def _is_dated(clause: Clause, number: int) -> bool:
    """Whether a time follows an amount: "43.8 percent in 2022"."""
    end = clause.tokens[clause.amounts[number].end - 1].end
    return any(0 <= time.start - end < _BESIDE for time in clause.sentence.times)


def frame_follows(clause: Clause, number: int, reach: int = 0) -> bool:
    """Whether words behind an amount say what it is: "from 3 percent growth"."""
    end = clause.amounts[number].end
    return any(
        hit.role is Role.FRAME for here in clause.hits[end : end + reach + 1] for hit in here
    )


def _is_target(clause: Clause, number: int) -> bool:
    end = clause.amounts[number].end
    return end < len(clause.tokens) and clause.tokens[end].lower in wording.TARGETS


def level(clause: Clause, number: int) -> Named | None:
    """Read "shipments fell to 1.9 million tonnes", "the index closed at 4,812 points"."""
    amount, noun, tokens = clause.amounts[number], clause.nouns[number], clause.tokens
    points = noun is not None and noun.word == "points" and noun.head == amount.end
    if points and amount.first and tokens[amount.first - 1].lower in {"docked", "deducted"}:
        return Named("points docked", "points")
    to_level = _to_level(clause, number)
    if to_level is not None:
        return to_level
    from_to = _from_to(clause, number)
    if from_to is not None:
        return from_to
    if noun is not None and noun.sort == nouns.DISTANCE and not points:
        return _size(clause, number, noun.word)
    measured = noun is None or points or noun.word in english.CONTAINERS | english.PACKS
    small = amount.lone and amount.sort == numbers.COUNT
    if not measured or small or not amount.first or number in clause.parts:
        return None
    if noun is None and amount.sort == numbers.COUNT and _a_word_follows(clause, number):
        return None
    verb = _level_verb(clause, number)
    if verb < 0:
        return None
    subject = subject_of(tokens, verb)
    label = resolved(clause, number, subject)
    if not label or subject is None:
        return None
    last = label.rpartition(" ")[2]
    if points and {*label.lower().split()} & wording.MARKETS:
        return Named("index", "points", level=True)
    if points:
        return Named("index", "points", level=True) if last in wording.INDEXES else None
    if last.lower() in CURRENCY_WORDS and amount.sort == numbers.MONEY:
        return Named("exchange rate", amount.unit, level=True)  # "sterling slipped to $1.29"
    if last in english.SHARE_WORDS and amount.sort == numbers.MONEY:
        return Named("share price", amount.unit, level=True)
    if amount.sort != numbers.COUNT:
        return Named(label, amount.unit or amount.sort, level=True) if not subject.people else None
    if noun is not None:
        return Named(label, noun.word, level=True)
    if subject.pronoun and clause.earlier and clause.earlier[-1].level:
        return clause.earlier[-1]
    if last == "numbers" and label != last:  # "passenger numbers fell to 2 million"
        counted = f"{label.removesuffix(' numbers')}s"
        return Named(counted, PEOPLE if counted in english.PERSONS else counted, level=True)
    unit = PEOPLE if subject.people else last
    return Named(label, unit, level=True) if last.endswith("s") or subject.people else None


def _from_to(clause: Clause, number: int) -> Named | None:
    """Read the later of "rose from 38 kg of gold in 2022 to 610 kg in 2024"."""
    amount, noun, said = clause.amounts[number], clause.nouns[number], clause.named.get(number - 1)
    if said is None or not said.level or clause.tokens[amount.first - 1].lower != "to":
        return None
    before = clause.amounts[number - 1]
    if clause.tokens[before.first - 1].lower != "from" or before.sort != amount.sort:
        return None
    unit = noun.word if noun is not None and amount.sort == numbers.COUNT else said.unit
    return said if unit == said.unit else None


def _to_level(clause: Clause, number: int) -> Named | None:
    """Read "sales fell 4%, to 3.1 billion euros": of the level of what moved just before."""
    amount, tokens, said = clause.amounts[number], clause.tokens, clause.named.get(number - 1)
    if said is None or tokens[amount.first - 1].lower not in {"to", "at"}:
        return None
    between = [token.lower for token in tokens[clause.behind[number - 1] : amount.first - 1]]
    if between and between[0] in wording.CHANGE_NOUNS:
        between = between[1:]  # "a 25-basis-point cut to 3.25 percent"
    brought = between[:1] == [","] and between[2:] in (["it"], ["them"])  # ", bringing it to"
    if between and between != [","] and not (brought and between[1].endswith("ing")):
        return None
    thing, _, moved_ = said.measure.rpartition(" ")
    if moved_ not in {"rise", "fall"} or amount.sort not in {numbers.MONEY, numbers.PERCENT}:
        return None
    if amount.sort == numbers.MONEY and thing.lower() in CURRENCY_WORDS:
        thing = "exchange rate"
    if amount.sort == numbers.MONEY and thing in english.SHARE_WORDS | {"share"}:
        thing = "share price"
    return Named(thing, amount.unit or amount.sort, level=True)


def _goes_on(clause: Clause, number: int) -> bool:
    """Whether "from" and an amount are followed by "to" and the later one."""
    if number + 1 >= len(clause.amounts):
        return False
    after, amount = clause.amounts[number + 1], clause.amounts[number]
    same = after.sort == amount.sort and after.first - amount.end < _FAR
    return same and clause.tokens[after.first - 1].lower == "to"


def _size(clause: Clause, number: int, unit: str) -> Named | None:
    """Read "the river peaked at 5.2 metres", "210 mm of rain"."""
    tokens, end = clause.tokens, clause.behind[number]
    words = [token.lower for token in tokens[end : end + 2]]
    verb = _level_verb(clause, number)
    thing = ""
    if words[:1] == ["of"] and len(words) > 1:
        thing = words[1]
    elif words[:1] == ["fell"]:
        thing = "fell"  # "286 millimetres fell"
    elif verb >= 0 and not set(words) & {"wide", "long", "away", "from", "apart", "off"}:
        subject = subject_of(tokens, verb)
        thing = subject.label.rpartition(" ")[2].lower() if subject else ""
    name, units = english.SIZES.get(thing, ("", frozenset()))
    return Named(name, english.SIZE_UNITS.get(unit, unit), level=True) if unit in units else None


def _a_word_follows(clause: Clause, number: int) -> bool:
    end = clause.amounts[number].end
    if end >= len(clause.tokens):
        return False
    word = clause.tokens[end]
    return word.text[0].isalpha() and word.lower not in STOPS


def _is_last(clause: Clause, number: int) -> bool:
    """Whether nothing is told of which an amount is a part."""
    end = clause.amounts[number].end
    if end >= len(clause.tokens) or not clause.tokens[end].text[0].isalnum():
        return True
    return clause.tokens[end].lower in _WHEN or clause.tokens[end].capital


_WHEN: Final = frozenset(
    {"in", "on", "last", "this", "by", "at", "during", "as", "after", "before", "since", "when",
    "and", "but", "against", "compared", "until", "yesterday", "today", "for"}
)  # fmt: skip
"""What stands behind the level of something: when or where it was so."""


def _level_verb(clause: Clause, number: int) -> int:
    """Return the verb of which an amount is the level: "fell to", "closed at", "averaged"."""
    tokens, at = clause.tokens, clause.amounts[number].first
    while at > 0 and tokens[at - 1].lower in {"a", "record", "the"}:
        at -= 1
    if not at:
        return -1
    link = tokens[at - 1].lower
    if link in {"averaged", "averages", "totalled", "totaled", "reached", "topped"}:
        return at - 1
    if tokens[at].lower in wording.BEYOND and link in wording.STANDS:
        return at - 1
    if tokens[at].lower in wording.BEYOND_VERBS:
        return at  # "the river topped five metres"
    if link in _IS and clause.amounts[number].sort == numbers.PERCENT and _is_last(clause, number):
        return at - 1  # "the goal is 6 percent"
    if link not in {"to", "at"} and not (link == "from" and _goes_on(clause, number)):
        return -1
    for place in range(at - 2, max(-1, at - _NEAR), -1):
        if tokens[place].lower in wording.STANDS:
            return place
        if tokens[place].lower in wording.SET and tokens[place - 1].lower in BE:
            return place
        if tokens[place].text in {",", ";"}:
            break
    return -1
