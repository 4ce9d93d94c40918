"""Dates that are the first or the last possible: "no earlier than May", "by May at the latest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.timex import TimeExpression

_REACH = 100
_WORDS = r"(?:(?!(?:and|but|that|who|which|if|because|when)\b)[^\s;:,.]+ )"
_BEFORE_IT = r"(?:(?:in|on|the|about|around|early|late|mid) )*$"
_THAN = re.compile(
    rf"(?:\b(?:no|not|never|cannot|nor) |n['’]t ){_WORDS}{{0,7}}"
    rf"(?P<way>earlier|sooner|later) than {_BEFORE_IT}",
    re.IGNORECASE,
)
"""What is done "no later than" a date, or is not to be done "earlier than" it."""
_NOT_BEFORE = re.compile(
    r"\b(?:(?:will|is|are|would|can|could|may|might|must|should|shall) not|cannot|won['’]t"
    r"|(?:is|are|would|ca|could|must|should)n['’]t)"
    rf" {_WORDS}{{1,8}}before {_BEFORE_IT}",
    re.IGNORECASE,
)
"""What will not be, or is not expected, before a date; of a past, "was not paid before May"."""
_AT_THE = re.compile(r",? at (?:the )?(?:very )?(?P<way>earliest|soonest|latest)\b", re.IGNORECASE)
_OWN = ("'s ", "’s ")
_OPEN = re.compile(r"\b(?:until|till|from|since|for) (?:the )?$", re.IGNORECASE)


def bound_of(text: str, time: TimeExpression) -> bool | None:
    """Say whether a date is the last one possible, or the first one, or no such bound at all.

    Args:
        text: the article.
        time: the expression.

    Returns:
        True for "no later than May" and "in May at the latest"; False for "no earlier than May",
        "will not begin before May" and "in May at the earliest"; None for most dates.
    """
    if text.startswith((" at", ", at"), time.end):
        found = _AT_THE.match(text, time.end)
        if found is not None and _OPEN.search(text, max(0, time.start - 10), time.start) is None:
            return found["way"].lower() == "latest"
    ahead = text[max(0, time.start - _REACH) : time.start]
    if "than " in ahead:
        found = _THAN.search(ahead)
        if found is not None:
            return found["way"].lower() == "later"
    if "before " in ahead and not text.startswith(_OWN, time.end):
        return False if _NOT_BEFORE.search(ahead) is not None else None
    return None
