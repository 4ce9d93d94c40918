"""Days in one sentence of which one must come first: "resigned on Monday after losing on Friday".

Each weekday alone is read as the last one before publication, and each month as the last one; where
the sentence says which came first, the first cannot be the later.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.timex import tag

if TYPE_CHECKING:
    from timeline.extraction.page import Page, Sentence
    from timeline.timex import TimeExpression

_BARE = re.compile(
    r"(?:early |late |mid-)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december|(?:jan|feb|aug|sept|oct|nov|dec)\.)(?: \d{1,2}(?:st|nd|rd|th)?)?)",
    re.IGNORECASE,
)
"""A date that comes again every week or year."""
_BACK_TO = re.compile(
    r",? (?:[^\s,;:.]+ ){0,9}?(?:(?:shortly |soon |just |hours |days )?(?:after|following)"
    r"|having|(?:which|who|that|because) (?:[^\s,;:.]+ ){0,5}?had) (?:[^\s,;:.]+ ){1,12}$",
    re.IGNORECASE,
)
"""What leads from a date to an earlier one: "on Monday after a row broke out on"."""
_AHEAD = re.compile(
    r"\b(?:will|would|to|due|before|until|by|next|coming|and|but|since|from|as|while)\b"
)
_AFTER = re.compile(r"(?:[^\s,;:.]+ ){0,2}?(?:after|following|having) [^,;:.]*$", re.IGNORECASE)
_TO = frozenset({" to ", " and ", " until ", " till ", " through "})
_FROM = ("from ", "From ", "between ", "Between ")
_SIGNS = ("rom ", "etween ", "after ", "ollowing ", "aving ", " had ", "fter ")


def with_days_in_order(page: Page) -> Page:
    """Let a bare weekday or month be the last one before what the sentence says came later.

    Args:
        page: the page.
    """
    sentences = list(page.sentences)
    for number, sentence in enumerate(sentences):
        if len(sentence.times) > 1 and any([sign in sentence.text for sign in _SIGNS]):  # noqa: C419 - quicker
            times = _ordered(sentence)
            if times is not None:
                sentences[number] = attrs.evolve(sentence, times=times)
                page = attrs.evolve(page, sentences=tuple(sentences))
    return page


def _ordered(sentence: Sentence) -> tuple[TimeExpression, ...] | None:
    times = list(sentence.times)
    moved = False
    for place, (one, other) in enumerate(itertools.pairwise(times)):
        between = sentence.text[one.end - sentence.start : other.start - sentence.start]
        if _BACK_TO.fullmatch(between) is not None and _AHEAD.search(between) is None:
            early, late, at = other, one, place + 1
        elif "," in between and _begins_after(sentence, one) and not _AHEAD.search(between):
            early, late, at = one, other, place
        elif between in _TO and sentence.text[: one.start - sentence.start].endswith(_FROM):
            early, late, at = one, other, place  # "from Friday to Sunday"
        else:
            continue
        when = _before(early, late)
        if when is not None:
            times[at], moved = attrs.evolve(early, when=when), True
    return tuple(times) if moved else None


def _begins_after(sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a sentence begins with what came before: "After losing the vote on Friday, he"."""
    return _AFTER.fullmatch(sentence.text, 0, time.start - sentence.start) is not None


def _before(early: TimeExpression, late: TimeExpression) -> When | None:
    """Return the last date of that name up to a later one, if it is read as one beyond it."""
    if early.when is None or late.when is None or late.when.latest is None:
        return None
    first = early.when.earliest
    if first is None or first <= late.when.latest or _BARE.fullmatch(early.text) is None:
        return None
    found = tag(f"It fell in {early.text}.", When.day(late.when.latest))
    return found[0].when if len(found) == 1 else None
