"""Words that an amount without a noun measures: "the death toll at 1,000", "a $3bn deal"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._measures import FALLS
from timeline.extraction.english._numbers import words
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _numbers as numbers
from timeline.extraction.quantities._measures import Hit, Role

if TYPE_CHECKING:
    from timeline.extraction.quantities._clauses import Clause

_FRAME_REACH: Final = 22
_BRACKETED: Final = 12
_CLOSE: Final = 5
_CAME: Final = frozenset({"come", "comes", "came", "coming"})
_PARED: Final = words(
    """
    trim trims trimmed trimming pare pares pared paring extend extends extended extending cut
    cutting erase erased erasing narrow narrowed narrowing stem stemmed stemming
    """
)
"""What traded things do with their losses, in which nobody falls."""
_QUOTES: Final = frozenset('"“”')
_PER: Final = frozenset({"a", "an", "per"})
_LOOSE_LINKS: Final = frozenset({"for", "by", "from", "as", "(", ",", ":", *numbers.DASHES})
_LINKS: Final = words(
    """
    at of to is was were are be been reached reaching hit hitting surpassed exceeded passed topped
    totalled totaled totalling totaling numbered stood stands standing : for by from as -- — ( ,
    surpass exceed reach reaches put puts had has have cost costs costing worth estimated becoming
    crossed crossing breached could may might will would should
    became remain remained rose risen fell fallen climbed grew jumped dropped
    """
)


def frame_before(clause: Clause, number: int, sort: str) -> Hit | None:
    """Return the words before an amount that it measures: "the death toll at 1,000"."""
    amount = clause.amounts[number]
    floor = clause.amounts[number - 1].end if number else 0
    before = amount.first
    joined = bool(number) and before - clause.behind[number - 1] == 1
    joined = joined and clause.tokens[before - 1].lower in {"to", "from"}
    if joined:  # "revenue rose 8% to two billion": past the change
        floor = clause.amounts[number - 2].end if number > 1 else 0
    if not before:
        return None
    if clause.tokens[before - 1].text in _QUOTES and before > 1:
        before -= 1  # put the toll at "no fewer than 60"
    best: Hit | None = None
    for place in range(max(floor, before - _FRAME_REACH), before):
        if clause.tokens[place].text in {";", "?", "!"}:
            best = None
        for hit in clause.hits[place]:
            if hit.end < before and clause.tokens[hit.end].lower in {"'s", "'"}:
                continue  # "the fund's assets fell to"
            per = place and clause.tokens[place - 1].lower in _PER
            if per and clause.tokens[place].lower == "share" and hit.end == place + 1:
                continue  # "45 cents a share"
            fitting = hit.role is Role.FRAME and hit.end <= before and fits_sort(hit, sort)
            owned = best is not None and _is_owned(clause, best, hit)
            if joined and clause.tokens[hit.start].lower in FALLS:
                continue  # "the share lost 9 percent to 14.85 euros"
            if clause.tokens[max(0, hit.start - 1)].lower in _PARED:
                continue  # "before trimming losses to 4,268"
            if clause.tokens[hit.start].lower == "contained":
                continue  # "it contained a third of the cement"; a fire is 12 percent contained
            if fitting and not owned and (best is None or hit.start >= best.end):
                best = hit
    if best is None or best.end == before:
        return best
    link = clause.tokens[before - 1].lower
    if link == "in" and before > 1 and clause.tokens[before - 2].lower in _CAME:
        return best  # "came in between 2 and 3 percent"
    if link.endswith("ly") and before > 1:
        link = clause.tokens[before - 2].lower  # "is allegedly 36%"
    if link in _LOOSE_LINKS and before - best.end > _CLOSE and not joined:
        return None
    return best if link in _LINKS else None


def _is_owned(clause: Clause, best: Hit, hit: Hit) -> bool:
    """Whether words only say whose a measure is: "the value of the contract"."""
    between = [token.lower for token in clause.tokens[best.end : hit.start]]
    return between[:1] == ["of"] and set(between[1:]) <= {"the", "its", "their", "this", "a"}


def frame_after(clause: Clause, number: int, sort: str) -> Hit | None:
    """Return the words behind an amount that it measures: "a $3bn deal", "52% of the vote"."""
    place = clause.amounts[number].end
    tokens = clause.tokens
    if place < len(tokens) and tokens[place].text == "(":
        end = min(len(tokens), place + _BRACKETED)
        place = next((at + 1 for at in range(place, end) if tokens[at].text == ")"), place)
    behind = {"of", "in"}
    last = place
    while place < min(len(tokens), last + 3):
        for hit in clause.hits[place]:
            of_shares = (
                hit.measure.name == "share price" and place == last > clause.amounts[number].end
            )
            if hit.role is Role.FRAME and fits_sort(hit, sort) and not of_shares:
                return hit
        word = tokens[place].lower
        if word in behind and place == last:
            last, behind = place + 1, {"the", "its", "their"}
        elif word in STOPS or not word[0].isalpha():
            break
        place += 1
        if last == place - 1 and word in {"the", "its", "their"}:
            last, behind = place, set()
    return None


def fits_sort(hit: Hit, sort: str) -> bool:
    """Whether the measure of a frame can have an amount of this sort."""
    of = hit.measure.of
    if sort == numbers.MONEY:
        return of in {"money", "any"}
    if sort in {numbers.PERCENT, numbers.POINTS, numbers.BASIS}:
        return of in {"percent", "any"} or bool(hit.measure.rate)
    return of in {"people", "any"} and bool(hit.measure.unit)
