"""Two figures of one measure with a day each: "1,906, up from 1,412 a year earlier"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from timeline.extraction.english._verb_groups import Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.page import Sentence
    from timeline.extraction.quantities import Quantity
    from timeline.timex import TimeExpression

_BEFORE = re.compile(
    r"^[^;:\"“]{0,60}?\b(?P<cue>(?:up|down)(?: \w+)? from|compared (?:with|to)|against|versus)"
    r"(?: (?:about|around|some|only|just|nearly|almost|an? (?:earlier|previous)))?\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^[^;:\"“,]{0,60}?(?P<cue>,(?: and| then| from)?|and|to|from)"
    r"(?: (?:then|at|by|of|to|only|just|about|around|some|nearly|almost))*\s*$",
    re.IGNORECASE,
)
"""What stands between two figures of which each has its day: "38 kg in 2022 to 610 kg in 2024"."""
_NEAR = 60
"""How far a date may stand behind the figure whose it is."""
_AT_ONCE = 24


def with_comparisons(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Part from each draft the figure that another day has, where a date says which.

    Without a date of its own a figure stays with the claim that it is compared in.
    """
    if not sentence.times:
        return drafts
    for draft in drafts:
        if len(draft.quantities) > 1:
            return [part for draft in drafts for part in _parts(draft, sentence)]
    return drafts


def _parts(draft: Draft, sentence: Sentence) -> Iterator[Draft]:
    figures = sorted(draft.quantities, key=lambda one: one.start)
    apart: list[Draft] = []
    for one, other in itertools.pairwise(figures):
        if one.figure.measure != other.figure.measure:
            continue
        market = draft.kind is not None and draft.kind.name == "price"
        found = _compared(one, other, sentence, market=market)
        if found is None:
            continue
        start, time = found
        draft.quantities = tuple(q for q in draft.quantities if q is not other)
        apart.append(_of_another_day(draft, start, other, time))
    yield draft
    yield from apart


def _compared(
    one: Quantity, other: Quantity, sentence: Sentence, *, market: bool
) -> tuple[int, TimeExpression] | None:
    """Return where the second figure's words begin, and when it held; None where it has no day."""
    offset = sentence.start
    between = sentence.text[one.end - offset : other.start - offset]
    behind = [
        time
        for time in sentence.times
        if time.when is not None and 0 <= time.start - other.end <= _NEAR
    ]
    if not behind:
        return None
    words = sentence.text[other.end - offset : behind[0].start - offset]
    if ";" in words or "," in words:
        return None
    if (cue := _BEFORE.match(between)) is not None:
        return one.end + cue.start("cue"), behind[0]
    if market and between.rstrip().endswith("from"):
        return None  # a price is told with the one before it
    own = any(one.end <= time.start and time.end <= other.start for time in sentence.times)
    if own and behind[0].start - other.end <= _AT_ONCE and _BESIDE.match(between):
        return other.start, behind[0]
    return None


def _of_another_day(draft: Draft, start: int, other: Quantity, time: TimeExpression) -> Draft:
    part = attrs.evolve(
        draft,
        start=start,
        end=max(other.end, time.end),
        occurred=time.when,
        explicit=True,
        state=False,
        negated=False,
        mood=Mood.PAST,
        quantities=(other,),
        rules=list(draft.rules),
    )
    if part.stance is Stance.FORECASTS:
        part.stance = Stance.ASSERTS
    part.by("figure of another day", 0.85)
    return part
