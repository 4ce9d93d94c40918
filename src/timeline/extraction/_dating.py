"""When a happening occurred, by the date that its clause gives, or by how its verb stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When, ago
from timeline.extraction.english._verb_groups import Mood
from timeline.model import Word
from timeline.timex import TimeExpression, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._page import Sentence


class Role(Word):
    """How a time expression bounds what its clause tells of."""

    AT = "at"
    SINCE = "since"
    AS_OF = "as of"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    LASTING = "lasting"
    WITHIN = "within"
    MENTIONED = "mentioned"
    """It dates something else: "the highest since 1994"."""


_ROLES = (
    (
        Role.SINCE,
        ("since", "starting"),
        re.compile(
            r"\b(?:(?:ever |starting |beginning )?since|starting(?: from| on| in)?) "
            r"(?:the |last |early |about |around )*$",
            re.IGNORECASE,
        ),
    ),
    (
        Role.AS_OF,
        ("as ", "up to"),
        re.compile(r"\b(?:as of|as at|as recently as|up to) (?:the )*$", re.IGNORECASE),
    ),
    (
        Role.BY,
        ("by ", "later than"),
        re.compile(
            r"\b(?:by|no later than|not later than) (?:the |about |around )*$", re.IGNORECASE
        ),
    ),
    (
        Role.UNTIL,
        ("til", "through", "to "),
        re.compile(r"\b(?:until|till|through|to) (?:at least |the |about )*$", re.IGNORECASE),
    ),
    (
        Role.WITHIN,
        ("within", "in under", "in less"),
        re.compile(r"\b(?:within|in under|in less than) (?:the next )?$", re.IGNORECASE),
    ),
    (
        Role.BEFORE,
        ("before", "prior", "ahead"),
        re.compile(r"\b(?:before|prior to|ahead of) (?:the )*$", re.IGNORECASE),
    ),
    (
        Role.AFTER,
        ("after", "following"),
        re.compile(r"\b(?:after|following) (?:the )*$", re.IGNORECASE),
    ),
    (
        Role.LASTING,
        ("for ", "past", "last"),
        re.compile(
            r"\b(?:for|(?:in|over|during|within) the (?:past|last)) "
            r"(?:the (?:past|last) |at least |more than |almost |nearly |some )*$",
            re.IGNORECASE,
        ),
    ),
)
"""Each role, pieces of text of which one must stand there, quickly looked for, and its words."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|only|most|least|record|best|worst|(?!rest\b|west\b|east\b|arrest\b|test\b)\w{2,}est)\b"
    r"[^.;:,]{0,50}since (?:the )?$",
    re.IGNORECASE,
)
"""In "the highest since 1994" the year dates the one before."""
_BY_DAYS = {Role.BEFORE, Role.AFTER, Role.BY}
_REACH = 28


def role_of(text: str, time: TimeExpression) -> Role:
    """Return what the words before a time expression make of it."""
    ahead = text[max(0, time.start - _REACH) : time.start]
    lower = ahead.lower()
    for role, cues, pattern in _ROLES:
        if any([cue in lower for cue in cues]) and pattern.search(ahead):  # noqa: C419 - quicker
            if role is Role.UNTIL and ahead.rstrip().endswith("to"):
                continue  # "moved to Friday" is no end
            if role is Role.LASTING and time.type != "DURATION":
                continue
            if time.type == "TIME" and role in _BY_DAYS:
                continue  # "before dawn on Tuesday" is on Tuesday
            if role is Role.SINCE and _SUPERLATIVE.search(
                text, max(0, time.start - 70), time.start
            ):
                return Role.MENTIONED
            return role
    return Role.AT


@attrs.frozen(slots=True)
class Anchor:
    """The days from which a clause is told.

    Args:
        said: when it was said: the date of the statement, else that of publication.
    """

    said: When

    @property
    def last(self) -> int:
        """The last day on which it can have been said."""
        assert self.said.latest is not None  # articles and dated statements have a last day
        return self.said.latest

    @property
    def past(self) -> When:
        """Whatever was over when it was said."""
        return When.between(None, self.last)

    @property
    def ahead(self) -> When:
        """Whatever was to come: from that day on, or from the end of a longer stretch."""
        first = self.last if self.said.earliest == self.last else self.last + 1
        return When.between(first, None)

    @property
    def lasting(self) -> When:
        """A state that went on when it was said."""
        return When.interval(None, When.between(self.said.earliest, None))


_DAYS = {"D": 1, "W": 7, "M": 30.4375, "Y": 365.25}
_DURATION = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")


_AHEAD = {Mood.FUTURE, Mood.POSSIBLE}
_OVER = {Mood.PAST, Mood.PERFECT, Mood.PLUPERFECT}
_LATER = (7, 31, 190, 366)
"""From how many days later a date without a year is looked back for, when it is to come."""
_AT_EARLIEST = re.compile(r" at the (?:very )?earliest", re.IGNORECASE)
_OPENING = re.compile(r"(?:the )?(?:very )?(?:start|beginning|outset) of", re.IGNORECASE)


def _around(text: str, time: TimeExpression, mood: Mood, anchor: Anchor) -> When | None:
    """Return the date of an expression, as its clause and the day of speaking bear on it.

    "We struck on Friday," said on a Sunday, is the Friday before, whenever it was printed; what is
    to be held in autumn is held in the next one.
    """
    when = time.when
    if when is None or when.earliest is None or when.latest is None:
        return when
    if mood in _OVER and when.earliest > anchor.last:
        start = max(text.rfind(stop, 0, time.start) for stop in ".\n") + 1
        for again in tag(text[start : time.end], anchor.said):
            if again.end + start == time.end and again.when is not None:
                return again.when
    elif mood is Mood.FUTURE and when.latest < anchor.last and not _YEAR.search(time.text):
        for days in _LATER:
            found = tag(time.text, When.day(anchor.last + days))
            if len(found) == 1 and found[0].when is not None:
                again_at = found[0].when.earliest
                if again_at is not None and again_at >= anchor.last:
                    return found[0].when
    return when


_YEAR = re.compile(r"\d{4}|last|past|ago|earlier|yesterday", re.IGNORECASE)


def _beginning(time: TimeExpression, when: When) -> When:
    """Return where something begins that goes on since a date."""
    if _OPENING.match(time.text) and when.earliest is not None:
        return When.day(when.earliest)
    return when.start


_MESSAGE = re.compile(
    r"(?:['’]s)?(?: (?:day|eve|holiday))? (?:message|address|speech|greetings?|broadcast)\b",
    re.IGNORECASE,
)
"""What a holiday gives its name to need not be of that very day."""


def said_on(text: str, time: TimeExpression) -> When | None:
    """Return the date that an expression gives: about that day for "his New Year's message"."""
    when = time.when
    if when is not None and when.earliest == when.latest and _MESSAGE.match(text, time.end):
        return When.parse(f"{when.unqualified}~")
    return when


def days_in(time: TimeExpression) -> int | None:
    """Return how many days a duration of days, weeks, months or years has, or None."""
    found = _DURATION.fullmatch(time.value)
    return None if found is None else round(float(found[1]) * _DAYS[found[2]])


def dated(text: str, time: TimeExpression, mood: Mood, anchor: Anchor) -> tuple[When, str] | None:
    """Return when it occurred by a time expression of its clause, and the rule; or None.

    Args:
        text: the article's text.
        time: the expression.
        mood: how the clause stands to what it tells of.
        anchor: from when it is told.
    """
    role = role_of(text, time)
    if role is Role.MENTIONED:
        return None
    if role is Role.WITHIN and time.type == "DURATION":
        days = days_in(time)
        if days is None or mood not in {Mood.FUTURE, Mood.POSSIBLE}:
            return None
        return When.between(anchor.said.earliest, anchor.last + days), "within a while"
    if role is Role.LASTING:
        days = days_in(time)
        if days is None or mood not in {Mood.PERFECT, Mood.PLUPERFECT, Mood.PRESENT}:
            return None if time.when is None else (time.when, "date of the clause")
        start = ago(days, When.day(anchor.last), approximate=time.mod is not None)
        return When.interval(start, None), "going on for a while"
    when = _around(text, time, mood, anchor)
    if when is None:
        return None
    match role:
        case Role.SINCE if mood not in _AHEAD:
            return When.interval(_beginning(time, when), None), "going on since a date"
        case Role.BY:
            first = None
            if when.latest is not None and when.latest > anchor.last:
                first = anchor.said.earliest
            return When.between(first, when.latest), "by a date"
        case Role.UNTIL if _AT_EARLIEST.match(text, time.end) and when.earliest is not None:
            return When.interval(None, When.between(when.earliest, None)), "until a date"
        case Role.UNTIL:
            return When.interval(None, when.end), "until a date"
        case Role.BEFORE if when.earliest is not None:
            first = anchor.said.earliest if mood in _AHEAD else None
            if first is not None and first > when.earliest - 1:
                first = None
            return When.between(first, when.earliest - 1), "before a date"
        case Role.AFTER if when.latest is not None and mood is not Mood.FUTURE:
            return When.between(when.earliest, None), "after a date"
        case Role.AS_OF:
            return when, "as of a date"
        case _:
            return (
                said_on(text, time) or when
            ) if when is time.when else when, "date in the clause"


def usable(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return those expressions that can date something."""
    return [
        time
        for time in times
        if (time.when is not None and time.type != "SET")
        or (time.type == "DURATION" and days_in(time) is not None)
    ]


_BETWEEN = re.compile(r"\bbetween (?:about )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about )?$", re.IGNORECASE)
_TO = re.compile(r" (?:and|to|until|till|through) (?:about )?", re.IGNORECASE)


def spanned(times: Sequence[TimeExpression], sentence: Sentence) -> list[TimeExpression]:
    """Join two dates that are the ends of one stretch: "between 2018 and 2022"."""
    found: list[TimeExpression] = []
    for time in times:
        before = found[-1] if found else None
        if before is not None and _are_ends(before, time, sentence):
            assert before.when is not None
            assert time.when is not None
            found[-1] = attrs.evolve(
                before,
                end=time.end,
                text=sentence.text[before.start - sentence.start : time.end - sentence.start],
                when=When.interval(before.when.start, time.when.end),
            )
        else:
            found.append(time)
    return found


def _are_ends(one: TimeExpression, other: TimeExpression, sentence: Sentence) -> bool:
    text, start = sentence.text, sentence.start
    if one.when is None or other.when is None or one.when.is_interval or other.when.is_interval:
        return False
    if None in {one.when.earliest, other.when.latest}:
        return False
    ahead, between = text[: one.start - start], text[one.end - start : other.start - start]
    if _TO.fullmatch(between) is None or (one.when.earliest or 0) > (other.when.latest or 0):
        return False
    together = between.strip().startswith("and")
    return bool((_BETWEEN if together else _FROM).search(ahead))
