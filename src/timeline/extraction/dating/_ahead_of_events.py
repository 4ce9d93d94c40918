"""What is done before or since something that has a day: "signed before the vote of May 3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.dating._roles import Role
from timeline.extraction.english._events import EVENTS
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from timeline.timex import TimeExpression

_REACH = 64
_BEFORE = re.compile(
    r"\b(?:before|ahead of|prior to) "
    r"(?P<event>(?:(?:the|an?|its|their|his|her|our|next|this|any) )?"
    r"(?:(?!(?:and|or|but|that|who|which|when|while|as|it|he|she|they|we|i|you)\b)"
    r"[^\s,;:.()\"“”]+ ){1,7}?)"
    r"(?P<day>of|on|in|at|for|due|set for|scheduled for) (?:the )?$",
    re.IGNORECASE,
)
"""What stands before the day of an event that is still ahead of what is told."""


def role_before_event(text: str, time: TimeExpression, told: int) -> Role | None:
    """Return how the day of an event bounds what was done before it, or None.

    "Before the deadline of May 3" is before that day. What is done "before the match on Saturday"
    may be on that Saturday: it is so by then.

    Args:
        text: the article's text.
        time: the day.
        told: where the words for what is told begin; what begins behind "before" is the event.
    """
    ahead = text[max(0, time.start - _REACH) : time.start]
    if "before " not in ahead and "ahead of " not in ahead and "prior to " not in ahead:
        return None
    found = _BEFORE.search(ahead)
    if found is None or time.start - len(ahead) + found.start() <= told:
        return None
    words = found["event"].lower().split()
    if EVENTS.isdisjoint(words):
        return None  # "before a judge on Monday", "before 300 guests in May"
    if any(word in FINITE or is_past(word) for word in words):
        return None  # "before the guards left on Sunday": a clause, which tells of itself
    return Role.BEFORE if found["day"] == "of" else Role.BY


_SINCE = re.compile(
    r"\bsince (?:(?!(?:and|or|but|that|who|which|when|while|after|before|until)\b)"
    r"[^\s,;:()\"“”]*[^\s,;:.()\"“”] ){1,9}?(?:in|on|at|of|for|from|back in|late on"
    r"|early on|late in|early in) (?:the )?$",
    re.IGNORECASE,
)
_SINCE_REACH = 90


def since_event(text: str, time: TimeExpression, told: int) -> int | None:
    """Return where "since" stands if what is told goes on since an event of a day, or None.

    "Sold 300 cars since its launch in 2019", "46 cases since the outbreak began in May".

    Args:
        text: the article's text.
        time: the day.
        told: where the words for what is told begin; what begins behind "since" is the event.
    """
    start = max(0, time.start - _SINCE_REACH)
    place = text.rfind("since ", start, time.start)
    if place <= told or _SINCE.fullmatch(text, place, time.start) is None:
        return None
    return place
