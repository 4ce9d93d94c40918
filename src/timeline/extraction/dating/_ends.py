"""What a day is for the two clauses that "until" and "by the time" join, and for a "not until"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from timeline.timex import TimeExpression

_REACH: Final = 90
_BY_THE_TIME: Final = re.compile(r"\bby the time (?!of\b)[^,;:.\n]{3,}$", re.IGNORECASE)


def is_by_then(text: str, time: TimeExpression, told: int) -> bool:
    """Whether what is told was so by a day: "by the time help came on Friday, ten had died".

    Args:
        text: the article's text.
        time: the day of the other clause.
        told: where the words for what is told begin.
    """
    start = max(0, time.start - _REACH)
    ahead = text[start : time.start]
    if "the time " not in ahead:
        return False
    found = _BY_THE_TIME.search(ahead)
    return found is not None and not start + found.start() < told < time.start


def is_end_itself(text: str, time: TimeExpression, told: int) -> bool:
    """Whether what is told is what ended something: "open until the dam broke on Friday".

    Args:
        text: the article's text.
        time: the day.
        told: where the words for what is told begin.
    """
    place = max(text.rfind(word, 0, time.start) for word in ("until ", "till ", "Until ", "Till "))
    return max(0, time.start - _REACH) <= place <= told < time.start and " " in text[
        place + len("until ") : time.start
    ].removeprefix("the ").removeprefix("on ").removeprefix("in ")


_NOT_UNTIL: Final = re.compile(
    r"(?:\bnot|n['’]t) until (?:[a-z]+ ){0,3}$"
    r"|\b(?:did not|didn['’]t|did never|nobody|no one|no-one|none|nothing|neither)\b[^.;:,\n]{2,70}"
    r"\b(?:until|till) (?:[a-z]+ ){0,3}$"
    r"|\b(?:was|were)(?: not|n['’]t) (?:\w+ed|\w+en|found|told|held|made|built|sent|brought|put"
    r"|caught|sold|paid|heard|won|met|set|let|begun|done|sworn|named)\b[^.;:,\n]{0,50}"
    r"\b(?:until|till) (?:[a-z]+ ){0,3}$",
    re.IGNORECASE,
)
_REMAINED: Final = re.compile(
    r"\b(?:allowed|permitted|expected|supposed|scheduled|needed|required|used|open|even)\b[^.]*$"
)


def is_deed_at_last(text: str, time: TimeExpression) -> bool:
    """Whether what was not done until a day was done on it: "the mine did not reopen until May"."""
    ahead = text[max(0, time.start - _REACH) : time.start]
    found = _NOT_UNTIL.search(ahead)
    return found is not None and _REMAINED.search(ahead, found.start()) is None
