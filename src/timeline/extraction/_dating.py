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


_ROLES = (
    (
        Role.SINCE,
        re.compile(
            r"\b(?:(?:ever |starting |beginning )?since|starting(?: from| on| in)?) "
            r"(?:the |last |early |about |around )*$",
            re.IGNORECASE,
        ),
    ),
    (Role.AS_OF, re.compile(r"\b(?:as of|as at|as recently as|up to) (?:the )*$", re.IGNORECASE)),
    (
        Role.BY,
        re.compile(
            r"\b(?:by|no later than|not later than) (?:the |about |around )*$", re.IGNORECASE
        ),
    ),
    (
        Role.UNTIL,
        re.compile(r"\b(?:until|till|through|to) (?:at least |the |about )*$", re.IGNORECASE),
    ),
    (Role.BEFORE, re.compile(r"\b(?:before|prior to|ahead of) (?:the )*$", re.IGNORECASE)),
    (Role.AFTER, re.compile(r"\b(?:after|following) (?:the )*$", re.IGNORECASE)),
    (
        Role.LASTING,
        re.compile(
            r"\b(?:for|(?:in|over|during|within) the (?:past|last)) "
            r"(?:the (?:past|last) |at least |more than |almost |nearly |some )*$",
            re.IGNORECASE,
        ),
    ),
)
_BY_DAYS = {Role.BEFORE, Role.AFTER, Role.BY}
_REACH = 28


def role_of(text: str, time: TimeExpression) -> Role:
    """Return what the words before a time expression make of it."""
    ahead = text[max(0, time.start - _REACH) : time.start]
    for role, pattern in _ROLES:
        if pattern.search(ahead):
            if role is Role.UNTIL and ahead.rstrip().endswith("to"):
                continue  # "moved to Friday" is no end
            if role is Role.LASTING and time.type != "DURATION":
                continue
            if time.type == "TIME" and role in _BY_DAYS:
                continue  # "before dawn on Tuesday" is on Tuesday
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


def _before_it_was_said(text: str, time: TimeExpression, mood: Mood, anchor: Anchor) -> When | None:
    """Return the date of an expression; what was over when it was said is counted from then.

    "We struck on Friday," said on a Sunday, is the Friday before, whenever it was printed.
    """
    when = time.when
    if when is None or when.earliest is None or when.earliest <= anchor.last:
        return when
    if mood not in {Mood.PAST, Mood.PERFECT, Mood.PLUPERFECT}:
        return when
    start = max(text.rfind(stop, 0, time.start) for stop in ".\n") + 1
    for again in tag(text[start : time.end], anchor.said):
        if again.end + start == time.end and again.when is not None:
            return again.when
    return when


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
    if role is Role.LASTING:
        days = days_in(time)
        if days is None or mood not in {Mood.PERFECT, Mood.PLUPERFECT, Mood.PRESENT}:
            return None if time.when is None else (time.when, "date of the clause")
        start = ago(days, When.day(anchor.last), approximate=time.mod is not None)
        return When.interval(start, None), "going on for a while"
    when = _before_it_was_said(text, time, mood, anchor)
    if when is None:
        return None
    match role:
        case Role.SINCE:
            return When.interval(when.start, None), "going on since a date"
        case Role.BY:
            return When.between(None, when.latest), "by a date"
        case Role.UNTIL:
            return When.interval(None, when.end), "until a date"
        case Role.BEFORE if when.earliest is not None:
            return When.between(None, when.earliest - 1), "before a date"
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
