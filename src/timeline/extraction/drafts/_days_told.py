"""Dates that count from what the article told before: "two days after the attack", "since then"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction.drafts._sharing import sort_of
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._verb_groups import FINITE
from timeline.extraction.happenings import happenings_in
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction.happenings import Happening, Kinds
    from timeline.extraction.page import (
        Page,
        Sentence,
    )

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_COUNTS = {"the": 1, "a": 1, "an": 1} | {word: number for number, word in enumerate(_NUMBERS, 1)}
_AFTER = re.compile(
    r"\b(?:(?P<count>the|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|\d{1,3}) )?"
    r"(?P<unit>hour|day|week)s? (?P<way>after|before) (?:the|that) (?=\w)",
    re.IGNORECASE,
)
_WAYS = frozenset({"after", "before"})
_SIGNS = ("after the ", "before the ", "after that ", "before that ")
_THEN = re.compile(r"\b[Ss]ince (?P<then>then)\b(?! \w+ (?:president|minister)\b)")
_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|confirmed|added|wrote|informed|released|published"
    r"|issued|declared|disclosed|statement|briefing|interview)\b"
)
"""Words behind which a day is that of the saying."""
_DAYS = {"hour": 0, "day": 1, "week": 7}
_DAY = 24
_NOUN = 40
"""How many letters the noun of a happening may stand behind its article."""
_LATER = 70
"""How far a day may stand from the words for what happened on it."""


def with_days_told(page: Page, kinds: Kinds, story: int | None = None) -> Page:
    """Give a day to expressions that count from a happening told before.

    That holds where the sentences before tell of one day of that kind alone, or where it is what
    the story is about; else they have none.

    Args:
        page: the page.
        kinds: the kinds of happening.
        story: the day of the happening that the story is about, if it is about one.
    """
    found = [*_after(page, kinds, story), *_from_it(page, kinds, story), *_then(page)]
    if not found:
        return page
    return attrs.evolve(page, sentences=tuple([_with(one, found) for one in page.sentences]))


def _with(sentence: Sentence, found: Sequence[TimeExpression]) -> Sentence:
    own = [one for one in found if sentence.start <= one.start and one.end <= sentence.end]
    if not own:
        return sentence
    kept = [
        time
        for time in sentence.times
        if not any(one.start < time.end and time.start < one.end for one in own)
    ]
    times = sorted([*kept, *own], key=lambda time: time.start)
    return attrs.evolve(sentence, times=tuple(times))


def _after(page: Page, kinds: Kinds, story: int | None) -> Iterator[TimeExpression]:
    if not any(sign in page.text for sign in _SIGNS):
        return
    for number, sentence in enumerate(page.sentences):
        if _WAYS.isdisjoint(sentence.vocabulary):
            continue
        for match in _AFTER.finditer(page.text, sentence.start, sentence.end):
            lapse = _lapse(match)
            noun = _noun(sentence, match.end(), kinds)
            if lapse is None or noun is None:
                continue
            day = _day(page.sentences[:number], noun, page, kinds, story)
            if day is not None:
                when = When.day(day + lapse)
                words = page.text[match.start() : noun.end]
                yield TimeExpression(match.start(), noun.end, words, "DATE", str(when), None, when)


def _day(
    before: Sequence[Sentence], noun: Happening, page: Page, kinds: Kinds, story: int | None
) -> int | None:
    """Return the one day that the sentences before tell for a noun, or that of the story."""
    days = set(_days(before, noun, page, kinds))
    if story is not None and sort_of(noun.kind) == "strike" and (not days or story in days):
        return story
    return days.pop() if len(days) == 1 else None


def _from_it(page: Page, kinds: Kinds, story: int | None) -> Iterator[TimeExpression]:
    """Yield "the accident" in "since the accident", and "within a year of the accident"."""
    if not any(sign in page.text for sign in _FROM_SIGNS):
        return
    for number, sentence in enumerate(page.sentences):
        lower = sentence.text.lower()
        if "since " not in lower and "within " not in lower:
            continue
        for match in _FROM_IT.finditer(page.text, sentence.start, sentence.end):
            noun = _noun(sentence, match.end(), kinds)
            day = None
            if noun is not None:
                day = _day(page.sentences[:number], noun, page, kinds, story)
            if noun is None or day is None or _goes_on(sentence, noun):
                continue
            when, start = When.day(day), match.start("the")
            if match["unit"]:
                when, start = _within(day, match, page), match.start()
            yield TimeExpression(
                start, noun.end, page.text[start : noun.end], "DATE", str(when), None, when
            )


def _goes_on(sentence: Sentence, noun: Happening) -> bool:
    """Whether a clause goes on behind a noun: "since the outbreak was declared"."""
    after = sentence.tokens[noun.last].lower if noun.last < len(sentence.tokens) else ""
    return after in FINITE or is_past(after)


def _within(day: int, match: re.Match[str], page: Page) -> When:
    """Return the days from a happening, or from publication, to so long after it."""
    count = match["count"].lower()
    many = int(count) if count.isdigit() else _COUNTS[count]
    last = day + round(_LENGTHS[match["unit"].lower()] * many)
    told = page.article.published.latest
    return When.between(day if told is None or last <= told else told, last)


_LENGTHS = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}
_FROM_IT = re.compile(
    r"\b(?:since|within (?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|\d{1,3}) (?P<unit>day|week|month|year)s? (?:of|after)) (?P<the>the|that) (?=\w)",
    re.IGNORECASE,
)
_FROM_SIGNS = ("ince the ", "ince that ", "ithin ")


def _lapse(match: re.Match[str]) -> int | None:
    """Return how many days later it was: none for "hours after"; None where it is not said."""
    unit, count = match["unit"].lower(), (match["count"] or "").lower()
    if unit == "hour":
        return None if count.isdigit() and int(count) >= _DAY else 0
    if not count:
        return None
    many = int(count) if count.isdigit() else _COUNTS[count]
    return _DAYS[unit] * many * (1 if match["way"].lower() == "after" else -1)


def _noun(sentence: Sentence, start: int, kinds: Kinds) -> Happening | None:
    """Return the noun of a happening from a place on, if no date says which one it is."""
    noun = next((one for one in happenings_in(sentence, kinds) if one.start >= start), None)
    if noun is None or noun.form is not None or noun.start - start > _NOUN:
        return None
    if not all(token.text.isalnum() for token in sentence.between(start, noun.start)):
        return None
    own = any(start <= time.start <= noun.end + len(" of the ") for time in sentence.times)
    return None if own else noun


def _days(
    sentences: Sequence[Sentence], noun: Happening, page: Page, kinds: Kinds
) -> Iterator[int]:
    """Yield the days of happenings of the kind of a noun, or called by the same word."""
    word = page.text[noun.start : noun.end].lower().rsplit(" ", 1)[-1]
    for sentence in sentences:
        days = [
            time
            for time in sentence.times
            if time.when is not None
            and time.type in {"DATE", "TIME"}
            and time.when.earliest is not None
            and time.when.earliest == time.when.latest
            and not time.when.is_interval
        ]
        told = happenings_in(sentence, kinds) if days else ()
        for time in days if told else ():
            assert time.when is not None
            assert time.when.earliest is not None
            one = min(told, key=lambda one: _apart(one, time))
            same = sort_of(one.kind) == sort_of(noun.kind)
            if (
                (same or word in page.text[one.start : one.end].lower())
                and _apart(one, time) <= _LATER
                and not _SAID.search(page.text, min(one.end, time.end), time.end)
            ):
                yield time.when.earliest


def _apart(one: Happening, time: TimeExpression) -> int:
    return max(time.start - one.end, one.start - time.end)


def _then(page: Page) -> Iterator[TimeExpression]:
    """Yield "then" in "since then", with the date that was told last, in that paragraph."""
    if "ince then" not in page.text:
        return
    for match in _THEN.finditer(page.text):
        told = [
            time
            for sentence in page.sentences
            if sentence.start < match.start()
            and "\n" not in page.text[sentence.end : match.start()]
            for time in sentence.times
            if time.end <= match.start() and time.type in {"DATE", "TIME"}
        ]
        when = told[-1].when if told else None
        if when is not None and when.latest is not None and not when.is_interval:
            start, end = match.span("then")
            yield TimeExpression(start, end, match["then"], "DATE", str(when), None, when)
