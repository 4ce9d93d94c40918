"""The pipeline: find by rules, read in order of text, join neighbours, put dates on the result."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from timeline.dates import When
from timeline.errors import InvalidValue
from timeline.timex._calendar import PER_YEAR, of_year
from timeline.timex._context import Context
from timeline.timex._expression import TimeExpression
from timeline.timex._reading import Found, Reading
from timeline.timex._when import when_of
from timeline.timex.english import ENGLISH

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from timeline.timex._document import Document
    from timeline.timex._language import Language
    from timeline.timex._reading import Prefix, Rule

Genre = Literal["auto", "news", "narrative"]
"""How a text counts: ``news`` from its day of publication, ``narrative`` from its own dates."""

_NOON: Final = 12
_LATE_PARTS: Final = ("AF", "EV", "NI")
_SHORT: Final = 60
"""How long the texts are that are remembered: those of dates, and no articles."""
_GENRES: Final = ("auto", "news", "narrative")


def tag(text: str, anchor: When | date | str, genre: Genre = "auto") -> tuple[TimeExpression, ...]:
    """Find the time expressions of an English *text* and resolve them.

    Args:
        text: what to read; any text at all.
        anchor: the day of publication. Of an uncertain one, its last day counts.
        genre: ``news`` counts from the anchor ("on Tuesday"), ``narrative`` takes the years of bare
            months and days from the dates told before; ``auto`` decides by the text's own dates.

    Returns:
        The expressions in order of text; they never overlap.

    Raises:
        InvalidValue: *genre* is none of the three, or *anchor* has no last day.
        InvalidDate: *anchor* is text and no date.

    >>> for found in tag("They met on Thursday and will meet again next month.", "2025-02-07"):
    ...     print(found.text, found.type, found.value, found.when)
    Thursday DATE 2025-02-06 2025-02-06
    next month DATE 2025-03 2025-03
    """
    if genre not in _GENRES:
        raise InvalidValue("genre", expected=f"one of {', '.join(_GENRES)}", got=genre)
    today = When.of(anchor).latest
    if today is None:
        raise InvalidValue("anchor", expected="a date with a last day", got=anchor)
    language = ENGLISH
    looked = _remembered(text) if len(text) <= _SHORT else _looked_through(text)
    doc = looked.doc
    narrative = genre == "narrative" or (genre == "auto" and language.is_narrative(doc, today))
    mixed = narrative and genre == "auto" and language.tells_of_its_day(doc, today)
    context = Context(today, narrative=narrative, mixed=mixed)
    if narrative:
        context.year_point = language.first_year(doc, today)
    readings = _joined(list(_readings(looked, context)), doc, language)
    return tuple(_expression(reading, doc) for reading in readings)


def _expression(reading: Reading, doc: Document) -> TimeExpression:
    start, end = doc.starts[reading.start], doc.starts[reading.end]
    return TimeExpression(
        start, end, doc.text[start:end], reading.kind, reading.value, reading.mod, when_of(reading)
    )


class _Looked(NamedTuple):
    """A text with what the rules found in it, in order of text, whenever it was printed.

    Each match has its start, its end below 0, and the place of its rule among the rules.
    """

    doc: Document
    found: list[tuple[int, int, int, Rule, re.Match[str]]]
    prefixes: dict[int, list[tuple[Prefix, Found]]]
    taken: dict[int, int]


def _looked_through(text: str) -> _Looked:
    doc = ENGLISH.read(text)
    found: list[tuple[int, int, int, Rule, re.Match[str]]] = []
    for order, rule, match in ENGLISH.rules.search(doc.codes):
        start, end = match.span()
        found.append((start, -end, order, rule, match))
    if not found:
        return _Looked(doc, found, {}, {})
    found.sort(key=itemgetter(0, 1, 2))
    prefixes = _prefixes(doc, ENGLISH)
    return _Looked(doc, found, prefixes, _taken(prefixes, {one[0] for one in found}))


_remembered = lru_cache(maxsize=1_024)(_looked_through)  # one date is read from several days


def _readings(looked: _Looked, context: Context) -> Iterator[Reading]:
    """Read what the rules found, in order of text, so that each can refer to those before it."""
    doc, found, prefixes, taken = looked
    done = seen = 0
    for start, minus_end, _, rule, match in found:
        if start < done or start == -minus_end or -minus_end <= taken.get(start, 0):
            continue
        if context.mixed:
            if "\n" in doc.codes[seen:start]:
                context.new_paragraph()
            seen = start
        built = rule.build(Found(doc, match), context)
        if built is None:
            continue
        done = -minus_end if built == () else done
        for plain in (built,) if isinstance(built, Reading) else built:
            reading = _prefixed(plain, prefixes, done, context)
            done = reading.end
            if reading.stretch is not None and not reading.bare and not reading.adrift:
                context.mention(
                    reading.stretch, leading=context.mixed and doc.opens(reading.start - 2)
                )
            yield reading


def _prefixes(doc: Document, language: Language) -> dict[int, list[tuple[Prefix, Found]]]:
    """Find the words that may change a reading, by the place where that reading must begin."""
    found: dict[int, list[tuple[Prefix, Found]]] = {}
    for _, prefix, match in sorted(language.prefixes.search(doc.codes), key=itemgetter(0)):
        found.setdefault(match.end(), []).append((prefix, Found(doc, match)))
    return found


def _taken(prefixes: dict[int, list[tuple[Prefix, Found]]], starts: set[int]) -> dict[int, int]:
    """Say up to where a prefix reaches, so that "the last week" of March is not read by itself."""
    taken: dict[int, int] = {}
    for end, found in prefixes.items():
        if end in starts:
            for _, one in found:
                for place in range(one.start, end):
                    taken[place] = max(end, taken.get(place, 0))
    return taken


def _prefixed(
    reading: Reading,
    prefixes: dict[int, list[tuple[Prefix, Found]]],
    done: int,
    context: Context,
) -> Reading:
    """Let the words before *reading* change it, longest first, and then those before them."""
    for _ in range(3):
        before = prefixes.get(reading.start)
        if before is None:
            break  # as most readings
        for prefix, found in sorted(before, key=lambda one: one[1].start):
            changed = prefix.apply(found, reading, context) if found.start >= done else None
            if changed is not None:
                reading = changed
                break
        else:
            break
    return reading


def _joined(readings: list[Reading], doc: Document, language: Language) -> list[Reading]:
    """Make one of a date and a time that stand together: "8 p.m. on Friday", "Tuesday, May 6"."""
    joined: list[Reading] = []
    for reading in readings:
        if joined:
            before = joined[-1]
            gap = doc.codes[before.end : reading.start]
            one = None
            if language.joint.fullmatch(gap):
                one = _join(before, reading)
            elif language.genitive.fullmatch(gap):
                one = _part_of_year(before, reading)
            if (
                one is not None
                and not any(  # a title would begin a new sentence
                    piece.istitle() for piece in doc.pieces[before.end : reading.start]
                )
            ):
                joined[-1] = one._replace(adrift=before.adrift or reading.adrift)
                continue
        joined.append(reading)
    return joined


def _part_of_year(one: Reading, two: Reading) -> Reading | None:
    """Make one of "last year's" and "third quarter"."""
    year, part = one.stretch, two.stretch
    if year is None or part is None or year.unit != "year" or one.mod or part.unit not in PER_YEAR:
        return None
    stretch = of_year(part.unit, year.number, part.number % PER_YEAR[part.unit] + 1)
    return Reading(one.start, two.end, two.kind, stretch.value, two.mod, stretch)


def _in_part(clock: str, part: str) -> str:
    """Put "6:00" into the half of the day that "that evening" names."""
    hour = int(clock[1:3])
    later = hour < _NOON and part[1:] in _LATE_PARTS
    return f"T{hour + _NOON:02}{clock[3:]}" if later else clock


def _join(one: Reading, two: Reading) -> Reading | None:
    if "SET" in (one.kind, two.kind):
        clock, habit = (one, two) if two.kind == "SET" else (two, one)
        if (
            clock.kind == "TIME"
            and clock.bare
            and ":" in clock.time
            and habit.value[:8] == "XXXX-WXX"
        ):
            return habit._replace(start=one.start, end=two.end, value=habit.value + clock.time)
        return None
    if one.stretch is None or two.stretch is None or one.stretch.unit != "day":
        return None
    if two.stretch.unit != "day":
        return None
    if one.kind == two.kind == "DATE":
        same = (one.stretch.number - two.stretch.number) % 7 == 0
        weekday = one.end - one.start == 1 and same
        return two._replace(start=one.start) if weekday else None
    if one.kind == "TIME" and two.kind == "DATE" and one.bare:
        return one._replace(
            end=two.end, value=two.stretch.value + one.time, stretch=two.stretch, bare=False
        )
    if one.kind == "DATE" and two.kind == "TIME" and two.bare:
        return two._replace(
            start=one.start, value=one.stretch.value + two.time, stretch=one.stretch, bare=False
        )
    if one.kind == two.kind == "TIME" and two.bare and ":" in two.time and ":" not in one.time:
        time = _in_part(two.time, one.time)
        return one._replace(end=two.end, value=one.stretch.value + time, mod=None, time=time)
    if one.kind == two.kind == "TIME" and one.bare and ":" in one.time and ":" not in two.time:
        time = _in_part(one.time, two.time)
        return one._replace(
            end=two.end, value=two.stretch.value + time, time=time, stretch=two.stretch, bare=False
        )
    return None
