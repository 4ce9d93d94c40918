"""A number told apart from its noun: "put the number of homes lost at 40", "bringing to 40 the"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._deeds import MODALS
from timeline.extraction.english._directions import DOWNWARDS, MULTIPLIED, UPWARDS
from timeline.extraction.english._inflection import is_participle
from timeline.extraction.english._measures import FALLS, RISES
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._frames import frame_before
from timeline.extraction.quantities._measures import Role
from timeline.extraction.quantities._named import Named
from timeline.extraction.quantities._names import PEOPLE, of_noun
from timeline.extraction.quantities._verbs import reduced

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause
    from timeline.extraction.quantities._measures import Hit
    from timeline.extraction.quantities._nouns import Noun

_REACH: Final = 14
_FEWEST: Final = 4
"""The tokens before a number that stands behind "number of", a noun and a link."""
_BEHIND: Final = 6
_LINKS: Final = frozenset(
    {
        "at",
        "to",
        "is",
        "was",
        "as",
        "reached",
        "hit",
        "passed",
        "surpassed",
        "exceeded",
        "topped",
        "crossed",
        "breached",
    }
    | MODALS
)
_MOVED: Final = UPWARDS | DOWNWARDS | MULTIPLIED | {"up", "down", *_LINKS}
"""What a number does itself, and not those who are counted."""
_WHOSE: Final = frozenset({"it", "they", "he", "she", "we", "the", "its", "that", "who", "which"})
_COUNTS: Final = frozenset({"number", "numbers", "count", "tally"})
_TOTALS: Final = _COUNTS | {"total"}


def number_of(clause: Clause, number: int) -> Named | None:
    """Read "put the number of homes damaged at 4,300", "bringing to 40 the number of dead"."""
    amount = clause.amounts[number]
    if amount.sort != numbers.COUNT or clause.nouns[number] is not None:
        return None
    return _before(clause, number) or _behind(clause, number)


def _before(clause: Clause, number: int) -> Named | None:
    tokens, first = clause.tokens, clause.amounts[number].first
    if first < _FEWEST or tokens[first - 1].lower not in _LINKS:
        return None
    for at in range(first - 3, max(-1, first - _REACH), -1):
        if tokens[at].lower not in _COUNTS:
            continue
        if tokens[at + 1].lower != "of":
            return None
        noun = nouns.noun_after(tokens, at + 2)
        if noun is None or noun.end >= first:
            return None
        said = _said(clause, number, noun, at + 2, first)
        if not said and frame_before(clause, number, numbers.COUNT) is not None:
            return None  # "the number of deaths": known by its words
        return _named(clause, number, noun, said)
    return None


def _behind(clause: Clause, number: int) -> Named | None:
    """Read "brings to 14 the number of homes lost"."""
    tokens, amount = clause.tokens, clause.amounts[number]
    before = tokens[amount.first - 1].lower if amount.first else ""
    words = [token.lower for token in tokens[amount.end : amount.end + 3]]
    counts = words[:1] == ["the"] and words[-1] == "of" and words[1] in _TOTALS
    if before not in {"to", "at"} or not counts:
        return None
    noun = nouns.noun_after(tokens, amount.end + 3)
    if noun is None:
        return None
    end = min(len(tokens), noun.end + _BEHIND)
    return _named(clause, number, noun, _said(clause, number, noun, amount.end + 3, end))


def _said(clause: Clause, number: int, noun: Noun, start: int, end: int) -> tuple[Hit, ...]:
    """Return what is said of the noun: before it, right behind it, or in a clause about it."""
    clause.nouns[number] = noun
    found = tuple(
        hit
        for here in ((noun.end, end), (start, noun.head))
        for hit in clause.hits_within(*here, Role.STATE)
        if hit.end < max(end, noun.head + 1) and clause.fits(hit, number)
    )[:1]
    found = found or reduced(clause, number, noun.end, end) or reduced(clause, number, start, end)
    if found and _MOVED.intersection(found[0].measure.name.split()):
        found = ()  # "the number of dead climbed to 40"
    last = end - 2  # before the link: "the number of people it had moved at"
    if not found and last > noun.end and clause.tokens[noun.end].lower in _WHOSE:
        verb = clause.tokens[last].lower
        if is_participle(verb) and verb not in RISES | FALLS:
            found = reduced(clause, number, last, end)
    if not found:
        clause.nouns[number] = None
    return found


def _named(clause: Clause, number: int, noun: Noun, said: tuple[Hit, ...]) -> Named:
    clause.nouns[number] = noun
    if said:
        return of_noun(clause, number, said)
    return Named(noun.label, PEOPLE if noun.sort == nouns.PEOPLE else noun.word)
