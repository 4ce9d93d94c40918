"""The parts of a score beside date and kind: whom, in which words, how many, on whose word.

Each is from 0 (speaks against one happening) over ½ (says nothing) to 1 (speaks for it), and the
same whichever of the two tellings comes first.
"""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING, Final

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from timeline.linking._english import is_country
from timeline.linking._telling import STATEMENT, Telling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Figure

UNTOLD: Final = 0.5

_NAMED: Final = 0.5
"""The weight of one name that stands in few claims of its article."""

_LONG: Final = 6
"""The least letters of a name of which one may differ."""

_LETTERS: Final = 0.3
"""What likeness letter by letter counts beside that of the words."""

_CHANCE: Final = 30
"""How alike, of 100, two texts are letter by letter that have nothing in common."""

_SHARED_NAMES: Final = 3
"""How many names two articles share that tell of one happening, if they have as many; it takes one
less where the two claims share a name, and another one where they also give the same day."""

_SAME_DAY: Final = 0.9

_ENOUGH: Final = 0.6
"""The cosine from which on two texts count as the same words."""


def about_value(first: Telling, second: Telling) -> float:
    """Say whether they name the same actors and places.

    What one names and the other leaves out counts little; what each names and the other does not,
    much: that is how near twins differ.
    """
    if not first.names or not second.names:
        return UNTOLD
    if first.article == second.article and _same_words(first, second):
        return UNTOLD
    mine, theirs = first.weights[0], second.weights[0]
    ours, others = first.names.difference(theirs), second.names.difference(mine)
    # Sums of floats depend on their order.
    here, there = sorted(ours), sorted(others)
    shared = 0.0
    for name in sorted((first.names - ours) | (second.names - others)):
        shared += min(mine[name], theirs[name])
    long = [name for name in there if len(name) >= _LONG]
    for name in here[:] if long else ():
        if len(name) < _LONG:
            continue
        other = _spelled_alike(name, long)
        if other:
            shared += min(mine[name], theirs[other])
            here.remove(name)
            there.remove(other)
            long.remove(other)
    left, right = sum([mine[name] for name in here]), sum([theirs[name] for name in there])
    fewer, more = (left, right) if left < right else (right, left)
    value = shared / (shared + 0.2 * more + 0.8 * fewer)
    # Where both only name what their whole articles are about, that says little.
    return UNTOLD + (value - UNTOLD) * min(1.0, (shared + fewer) / _NAMED)


def elsewhere(first: Telling, second: Telling) -> bool:
    """Whether each names a place or a target that the other does not: so near twins differ.

    A country excludes another country only, and a town another town: Kursk lies in Russia.
    """
    if not (first.places and second.places):
        return False
    if first.article == second.article and _same_words(first, second):
        return False
    if not (first.places.isdisjoint(second.base) and second.places.isdisjoint(first.base)):
        return False
    if any(_spelled_alike(place, second.places) for place in first.places if len(place) >= _LONG):
        return False
    lands = {is_country(place) for place in first.places}
    return not lands.isdisjoint(map(is_country, second.places))


def one_scene(first: Telling, second: Telling, when: float) -> bool:
    """Whether two articles may tell of one happening: their claims name the same, here or there.

    "He was arrested" is said in a thousand stories; only whom and where the rest of an article is
    about tells which. One name may be that of a country, and two those of a war.

    Args:
        first: one telling.
        second: the other.
        when: how well their dates fit.
    """
    context, other = first.context, second.context
    if context is None or other is None or first.article == second.article:
        return True
    here, there = context.scene, other.scene
    shared, needed = _in_common(here, there), _SHARED_NAMES
    if not shared:
        return not (here and there)
    if shared < needed and not first.names.isdisjoint(second.names):
        needed -= 2 if when >= _SAME_DAY else 1
    return shared >= needed or shared >= min(needed, len(here), len(there))


@functools.lru_cache(maxsize=256)  # the claims of one article meet those of a few others
def _in_common(here: frozenset[str], there: frozenset[str]) -> int:
    return len(here & there)


def _spelled_alike(name: str, others: Iterable[str]) -> str:
    """Return the one of *others* that is a long *name* but for a letter, as Kharkov is Kharkiv."""
    length = len(name)
    found = ""
    for other in others:
        if (
            -1 <= len(other) - length <= 1
            and len(other) >= _LONG
            and Levenshtein.distance(name, other, score_cutoff=1) <= 1
            and (not found or other < found)
        ):
            found = other
    return found


def text_value(first: Telling, second: Telling, least: float = 0.0) -> float:
    """Say whether they use the same words.

    Most of it is the cosine of their weighted roots; a part is likeness letter by letter, which
    knows of spellings and of parts of words.

    Args:
        first: one telling.
        second: the other.
        least: where the value comes to less, it may be 0: then letters need not be looked at.
    """
    mine, length = first.weights
    theirs, other = second.weights
    if not length or not other:
        return UNTOLD
    if first.article == second.article and _same_words(first, second):
        return UNTOLD
    # `fsum` comes to the same in any order, and so whichever of the two comes first.
    dot = math.fsum([said * theirs[word] for word, said in mine.items() if word in theirs])
    cosine = min(1.0, dot / (length * other) / _ENOUGH)
    if (1 - _LETTERS) * cosine + _LETTERS < least:
        return 0.0
    letters = max(0.0, fuzz.ratio(first.letters, second.letters) - _CHANCE) / (100 - _CHANCE)
    return (1 - _LETTERS) * cosine + _LETTERS * letters


def _same_words(first: Telling, second: Telling) -> bool:
    """Whether two claims of one article were read out of one stretch of its text.

    Then their words cannot but be alike.
    """
    return first.span[0] < second.span[1] and second.span[0] < first.span[1]


def figures_value(first: Telling, second: Telling) -> float:
    """Say whether what both count comes out alike.

    A number that differs speaks against, and not for long: errors are copied, tolls rise.
    """
    if not first.figures or not second.figures:
        return UNTOLD
    agree = [
        _agree(mine, theirs)
        for measure, mine in first.figures
        for other, theirs in second.figures
        if measure == other and mine.unit == theirs.unit
    ]
    if not agree:
        return UNTOLD
    return 1.0 if any(agree) else 0.2


def count_otherwise(first: Telling, second: Telling) -> bool:
    """Whether two speakers estimate different things: one the dead, one all casualties."""
    if not (first.estimate and second.estimate) or first.speaker == second.speaker:
        return False
    theirs = {measure for measure, _ in second.figures}
    return bool(first.figures and theirs) and theirs.isdisjoint(
        measure for measure, _ in first.figures
    )


def origin_value(first: Telling, second: Telling) -> float:
    """Say whether the same source says so; for statements, whether it is the same speaker."""
    if first.kind == second.kind == STATEMENT:
        speakers, others = _speakers(first), _speakers(second)
        if first.speaker and second.speaker and first.speaker != second.speaker:
            known = first.speaker in second.about or second.speaker in first.about
            return UNTOLD if known else 0.0
        if speakers and others:
            return 1.0 if speakers & others else 0.0
        return UNTOLD
    if first.speaker and first.speaker == second.speaker:
        return 0.8
    return UNTOLD


def other_speakers(first: Telling, second: Telling) -> bool:
    """Whether two statements were made by two speakers, as far as both name theirs."""
    return origin_value(first, second) == 0.0


def same_statement(first: Telling, second: Telling) -> bool:
    """Whether two statements are those of one speaker on one day."""
    if not (first.speaker or second.speaker) or origin_value(first, second) < 1:
        return False
    days = [told.said or told.when for told in (first, second)]
    one, other = days
    if one is None or other is None or one.latest is None:
        return False
    bounds = (one.earliest, one.latest)
    return bounds == (other.earliest, other.latest) and one.earliest == one.latest


def _speakers(telling: Telling) -> frozenset[str]:
    return frozenset((*telling.about, telling.speaker) if telling.speaker else telling.about)


def _agree(first: Figure, second: Figure) -> bool:
    slack = 0.1 if first.approximate or second.approximate else 0.0
    low = max(_low(first), _low(second))
    high = min(_high(first), _high(second))
    return low <= high or low - high <= slack * max(abs(low), abs(high))


def _low(figure: Figure) -> float:
    return -math.inf if figure.low is None else figure.low


def _high(figure: Figure) -> float:
    return math.inf if figure.high is None else figure.high
