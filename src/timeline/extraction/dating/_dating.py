"""When a happening occurred, by the date that its clause gives, or by how its verb stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import When, ago
from timeline.extraction.dating._ahead import is_arranged, is_of_participle
from timeline.extraction.dating._ahead_of_events import role_before_event, since_event
from timeline.extraction.dating._ends import is_by_then, is_deed_at_last, is_end_itself
from timeline.extraction.dating._roles import ORDERED, Role, is_first_since, role_of
from timeline.extraction.dating._told_from import AHEAD, OVER, TO_COME, YEAR, Anchor, seen_from
from timeline.extraction.english._verb_groups import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.timex import TimeExpression


NOT_UNTIL = "not until a date"
"""The rule by which what "did not reopen until May" reopened in May."""
_DAYS = {"D": 1, "W": 7, "M": 30.4375, "Y": 365.25}
_DURATION = re.compile(r"P(\d+(?:\.\d+)?)([DWMY])")


_FIXED = (Role.AT, Role.FROM)
_LENGTH_TO = re.compile(r" (?:to|through|ended|ending) ")
_MONTH, _HALF, _YEAR_LONG = 31, 184, 366
_EARLY_DAYS = 10
_AT_EARLIEST = re.compile(r" at the (?:very )?earliest", re.IGNORECASE)
_OPENING = re.compile(r"(?:the )?(?:very )?(?:start|beginning|outset) of", re.IGNORECASE)


def _beginning(time: TimeExpression, when: When) -> When:
    """Return where something begins that goes on since a date.

    "Since the start of the year" is from its first day on; of a month it is its first ten days.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None or not _OPENING.match(time.text):
        return when.start
    if last - first + 1 != _EARLY_DAYS:
        return When.day(first)
    return when.start


_BOUNDS = {Role.SINCE, Role.BEFORE, Role.AFTER, Role.BY, Role.UNTIL}


def _is_own(text: str, time: TimeExpression, told: int) -> bool:
    """Whether a date says of which day a noun behind it is: "Tuesday's vote"."""
    return told >= time.end and text.startswith(("'s ", "’s "), time.end)


def _role_for(text: str, time: TimeExpression, told: int) -> Role:
    """Return what a date is to what is told, of which the words begin at a place."""
    role = role_of(text, time)
    if role is Role.AT and is_by_then(text, time, told):
        return Role.BY
    if role is Role.AT:
        since = since_event(text, time, told)
        if since is not None:
            return Role.MENTIONED if is_first_since(text, since + len("since ")) else Role.SINCE
        return role_before_event(text, time, told) or role
    if role in _BOUNDS and _is_own(text, time, told):
        return Role.AT  # "after Tuesday's vote" is after that day, and the vote on it
    return role


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


def dated(  # noqa: PLR0913 - what a clause says of its date, each by name
    text: str,
    time: TimeExpression,
    mood: Mood,
    anchor: Anchor,
    *,
    negated: bool = False,
    told: int | None = None,
) -> tuple[When, str] | None:
    """Return when it occurred by a time expression of its clause, and the rule; or None.

    Args:
        text: the article's text.
        time: the expression.
        mood: how the clause stands to what it tells of.
        anchor: from when it is told.
        negated: whether the clause says that it is not so.
        told: where the words for what it tells of begin, if that is known.
    """
    role = role_of(text, time) if told is None else _role_for(text, time, told)
    if role in _FIXED and mood is not Mood.FUTURE and is_arranged(text, time):
        mood = Mood.FUTURE  # "has been called for Thursday"
    if mood in AHEAD and is_of_participle(text, time):
        return None
    if role is Role.LASTING and _LENGTH_TO.search(time.text):
        role = Role.AT  # "for the three months to June"
    if role is Role.MENTIONED:
        return None
    if role is Role.AT:
        return _at(text, time, mood, anchor)  # as most dates
    if role is Role.WITHIN and time.type == "DURATION":
        return _within(time, mood, anchor)
    if (
        role is Role.BY
        and time.type == "TIME"
        and mood in {Mood.PAST, Mood.PLUPERFECT}
        and " had " not in text[max(0, time.start - _GIVEN) : time.end + _GIVEN]
    ):
        # "was shut by noon", but "had killed 30 by Monday evening"
        return _at(text, time, mood, anchor)
    if role is Role.UNTIL and mood in OVER and _is_given(text, time):
        if time.when is None or time.when.latest is None or time.when.latest >= anchor.last:
            return None  # "gave the city until Friday to reply"
        return When.between(None, time.when.latest), "before what it gave was over"
    if (
        role is Role.BY
        and mood in OVER
        and time.when is not None
        and (time.when.latest or 0) > anchor.last
        and _is_due(text, time, told)
    ):
        return None
    if role is Role.UNTIL and _is_allowed(text, time):
        role = Role.BY  # "has until Friday to appeal"
    if role is Role.UNTIL and mood in OVER and told is not None:
        if is_end_itself(text, time, told):
            return _at(text, time, mood, anchor)
        if is_deed_at_last(text, time):
            found = _at(text, time, mood, anchor)
            return None if found is None else (found[0], NOT_UNTIL)
    if role is Role.LASTING:
        return _lasting(time, mood, anchor)
    still = negated and mood not in OVER
    way = Mood.FUTURE if still and role in {Role.BEFORE, Role.BEYOND} else mood
    if role is Role.UNTIL and mood is Mood.PRESENT:
        way = Mood.FUTURE  # "stays shut until the works end in May"
    when = seen_from(text, time, way, anchor)
    if when is None:
        return None
    match role:
        case Role.BEFORE if still and when.earliest is not None:
            return When.between(when.earliest, None), "not before a date"
        case Role.NOT_BEFORE if when.earliest is not None:
            return When.between(when.earliest, None), "not before a date"
        case Role.BEYOND if still and when.latest is not None:
            return When.between(anchor.said.earliest, when.latest), "not beyond a date"
        case Role.AS_EARLY if mood in AHEAD and when.earliest is not None:
            return When.between(when.earliest, None), "at the earliest on a date"
        case Role.FROM if mood in AHEAD and _is_ahead(when, anchor) and not when.is_interval:
            return When.interval(when.start, None), "going on from a date"
        case Role.SINCE if mood not in AHEAD:
            return When.interval(_beginning(time, when), None), "going on since a date"
        case Role.BY if (
            mood in OVER
            and when.latest is not None
            and when.latest < anchor.last
            and not YEAR.search(time.text)
            and (asked := ORDERED.search(text, max(0, time.start - 140), time.start)) is not None
            and " had " not in asked[0]
        ):
            return None
        case Role.BY if still and mood in AHEAD and when.earliest is not None:
            return When.between(when.earliest, None), "not before a date"
        case Role.BY:
            first = None
            if when.latest is not None and when.latest > anchor.last:
                first = anchor.said.earliest
            return When.between(first, when.latest), "by a date"
        case Role.UNTIL if when.earliest is not None and (
            _AT_EARLIEST.match(text, time.end)
            or text[: time.start].endswith((" at least ", " at least the "))
        ):
            return When.interval(None, When.between(when.earliest, None)), "until a date"
        case Role.UNTIL:
            return When.interval(None, when.end), "until a date"
        case Role.BEFORE if when.earliest is not None:
            first = anchor.said.earliest if mood in AHEAD or _is_ahead(when, anchor) else None
            if first is not None and first > when.earliest - 1:
                first = None
            return When.between(first, when.earliest - 1), "before a date"
        case Role.AFTER if when.latest is not None and mood is not Mood.FUTURE:
            return When.between(when.earliest, None), "after a date"
        case Role.AS_OF:
            return when, "as of a date"
        case _:
            return _at(text, time, mood, anchor)


def _within(time: TimeExpression, mood: Mood, anchor: Anchor) -> tuple[When, str] | None:
    """Return when is to be what was to come within a while when it was told."""
    days = days_in(time)
    if days is None or mood not in {Mood.FUTURE, Mood.POSSIBLE}:
        return None
    return When.between(anchor.said.earliest, anchor.last + days), "within a while"


def _lasting(time: TimeExpression, mood: Mood, anchor: Anchor) -> tuple[When, str] | None:
    """Return when began what had gone on for a while when it was told."""
    days = days_in(time)
    if days is None or mood not in {Mood.PERFECT, Mood.PLUPERFECT, Mood.PRESENT}:
        return None if time.when is None else (time.when, "date of the clause")
    start = ago(days, When.day(anchor.last), approximate=time.mod is not None)
    return When.interval(start, None), "going on for a while"


def _at(text: str, time: TimeExpression, mood: Mood, anchor: Anchor) -> tuple[When, str] | None:
    """Return when it occurred by a date on which it occurred, and no more is said of that."""
    when = seen_from(text, time, mood, anchor)
    if when is None:
        return None
    if when is time.when:
        when = said_on(text, time) or when
    return _up_to_now(text, time, when, mood, anchor), "date in the clause"


def _is_ahead(when: When | None, anchor: Anchor) -> bool:
    return when is not None and when.earliest is not None and when.earliest > anchor.last


def _is_due(text: str, time: TimeExpression, told: int | None) -> bool:
    """Whether a date is when something is due that was asked for.

    "Demanded an answer by May", "was told to pay by May".
    """
    if told is not None and _TO_DO.search(text, told, time.start) is not None:
        return True
    asked = ORDERED.search(text, max(0, time.start - 140), time.start)
    return asked is not None and not {"to", "that"} & set(asked[0].split())


_TO_DO = re.compile(
    r"\b(?:told|forbade|forced|made|bade|bound|bid|let|sent|set|sought|\w+ed)\b"
    r"(?: (?!that\b|will\b|would\b)[^\s,;:.]+){0,9}? to [a-z]+ "
)
"""In "told the army to leave by May" the date is that of what somebody is told to do."""


def _is_allowed(text: str, time: TimeExpression) -> bool:
    """Whether somebody has until a date: what they may do by then lies before it."""
    ahead = text[max(0, time.start - _GIVEN) : time.start]
    return "until" in ahead and _HAVE_UNTIL.search(ahead) is not None


def _is_given(text: str, time: TimeExpression) -> bool:
    return _GAVE.search(text, max(0, time.start - 2 * _GIVEN), time.start) is not None


_GIVEN = 34
_GAVE = re.compile(
    r"\b(?:(?:gave|given|granted|allowed)\b"
    r"|(?:obtained|won|secured|received|got|gained|signed|extended|renewed|prolonged|awarded|handed"
    r"|negotiated|agreed|offered|approved|earned|bought)"
    r" (?:on |to |up )?(?:\w+ ){0,2}?(?:an?|another|the|its|their|his|her|more|new|further) )"
    r"[^.;:,]{0,40}\buntil (?:the )?$"
)
"""In "gave them until May" and "won a reprieve until May" the day is the end of what they got."""
_HAVE_UNTIL = re.compile(
    r"\b(?:ha(?:s|ve)|(?:is|are) given)(?: only| now| still| just)? until (?:the )?$",
    re.IGNORECASE,
)


def _up_to_now(text: str, time: TimeExpression, when: When, mood: Mood, anchor: Anchor) -> When:
    """Return what is left of a stretch that the day of speaking lies in: "fell this week"."""
    first, last = when.earliest, when.latest
    if first is None or last is None or when.is_interval or not first <= anchor.last < last:
        return when
    if last - first > (_YEAR_LONG if mood in OVER else _HALF if mood in AHEAD else _MONTH):
        return when  # what is or is to come "this year" is of the whole year
    if mood in OVER and _looks_ahead(text, time, long=last - first > _MONTH):
        return when
    if mood in OVER:
        return When.between(first, anchor.last)
    if mood in AHEAD and anchor.said.earliest is not None:
        return When.between(max(first, anchor.said.earliest), last)
    return when


def _looks_ahead(text: str, time: TimeExpression, *, long: bool) -> bool:
    """Whether a sentence around a date speaks of what is to come, whatever its verb.

    Of less than a season only a verb in the present says so: "sees rates at 7% this month".
    """
    start = max(text.rfind(stop, 0, time.start) for stop in _STOPS) + 1
    ends = [at for stop in _STOPS if (at := text.find(stop, time.end)) >= 0]
    end = min(ends, default=len(text))
    if not long:
        return _FORESEES.search(text, start, end) is not None
    return bool(TO_COME.search(text, start, end) or _EXPECTING.search(text, start, end))


_STOPS = (". ", "\n")
_EXPECTING = re.compile(
    r"\b(?:expect|forecast|predict|project|anticipat|guidance|outlook|target|aim|hop(?:e|ing)"
    r"|budget|estimat|see(?:s|n|ing)? )",
    re.IGNORECASE,
)
_FORESEES = re.compile(
    r"\b(?:sees|expects|forecasts|predicts|projects|anticipates|foresees|envisages|targets)\b"
)
_ANY_NIGHT = frozenset({"night", "nighttime"})
"""What is done "at night" is done on any of them."""


def usable(times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return those expressions that can date something."""
    return [
        time
        for time in times
        if (time.when is not None and time.type != "SET" and time.text not in _ANY_NIGHT)
        or (time.type == "DURATION" and days_in(time) is not None)
    ]
