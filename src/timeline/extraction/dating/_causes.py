"""Dates of what something was done for: "have arrested two men over the theft last month"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import When

if TYPE_CHECKING:
    from timeline.extraction.dating._told_from import Anchor
    from timeline.timex import TimeExpression

_CAUSE = re.compile(
    r"\b(?:over|for|after|following|about|into|with|from"
    r"|(?<=\bconvicted )of|(?<=\baccused )of|(?<=\bdied )of|(?<=\bsuspected )of|(?<=\bguilty )of"
    r"|(?:critici\w+|condemn\w+|denounc\w+|prais\w+|defend\w+) the)"
    r" (?!the (?:first|second|third|last) time\b)(?!time\b)"
    r"(?:(?!(?:and|but|while|which|who|that|most|said)\b)[^\s,;:.]+ ){2,14}$",
    re.IGNORECASE,
)
_REACH = 140


def is_of_its_cause(text: str, told: int, time: TimeExpression) -> bool:
    """Whether a date stands in words for what something was done for.

    Args:
        text: the article.
        told: where the words for what was done begin.
        time: the date.
    """
    if told >= time.start or time.type == "DURATION":
        return False
    return _CAUSE.search(text, max(told, time.start - _REACH), time.start) is not None


def since_its_cause(when: When, anchor: Anchor) -> When:
    """Return from when on something was done for what was on a date, or is that date's own.

    >>> from timeline.extraction.dating import Anchor
    >>> print(since_its_cause(When.parse("2025-03"), Anchor(When.parse("2025-05-02"))))
    [2025-03-01..2025-05-02]
    """
    first, last = when.earliest, when.latest
    if first is None or last is None or when.is_interval or last >= anchor.last:
        return when
    return When.between(first, anchor.last)
