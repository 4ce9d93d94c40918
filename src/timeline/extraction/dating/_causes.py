"""Dates of what something was done for: "have arrested two men over the theft last month"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from timeline.extraction.dating._told_from import Anchor
    from timeline.timex import TimeExpression

_ANSWERED = (
    r"(?:arrest|detain|jail|imprison|fin|sentenc|charg|indict|prosecut|convict|su|question|apologi[sz]"
    r"|thank|prais|criticis|criticiz|blam|sack|dismiss|suspend|punish|reprimand|ban|expel"
    r"|honou?r|compensat|award)(?:e|ed|ned|led|es|ing)?"
)
"""What is done to somebody for something: then a date behind "for" is that of the something."""
_CAUSE = re.compile(
    r"\b(?:over(?! (?:a |two|three|four|five|six|seven|eight|nine|ten|\d|dozens|hundreds|thousand))"
    r"|after|following"
    rf"|{_ANSWERED} (?:[^\s,;:.]+ ){{0,6}}?(?:for|with)|apologi[sz]ed about"
    r"|(?:inquiry|investigation|probe) into"
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


def is_of_a_thing(text: str, told: int, time: TimeExpression, *, ahead: bool = False) -> bool:
    """Whether a year or an age is that of a thing: "tests found it in homes built in the 1990s".

    Args:
        text: the article.
        told: where the words for what was done begin.
        time: the date.
        ahead: whether what is told is to come, so that no date of a thing can be its own.
    """
    when = time.when
    if when is None or when.earliest is None or when.latest is None or when.is_interval:
        return False
    if when.latest - when.earliest < (_MONTH if ahead else _LONG) or told >= time.start:
        return False
    said = text[max(told, time.start - _REACH) : time.start]
    if not said.endswith(_IN) or "," in said:
        return False
    words = said.lower().split()
    for place in range(len(words) - 2, 0, -1):
        word, behind = words[place], words[place + 1]
        if word in FINITE or word in _CLAUSE:
            return False
        if is_participle(word) and behind in _PREPOSITIONS and _is_thing(words[place - 1]):
            before = words[: place - 1]
            verb = ahead or any(is_past(one) or one in FINITE for one in before)
            return verb and _LEFT_SO.isdisjoint(before)
    return False


_LONG = 300  # days of the shortest stretch that is rather a thing's than a deed's
_IN = (" in ", " in the ", " during the ", " since ")
_MONTH = 27
_LEFT_SO = frozenset("had has have having saw got left kept made".split())  # "had its budget cut"
_CLAUSE = frozenset(
    "and but or who which that when while after before as because to he she".split()
)
_PREPOSITIONS = frozenset("by in at from on for with near up out down during to".split())
_NO_THING = (
    FINITE
    | _CLAUSE
    | frozenset(
        "be been being get getting first last later then also not never only the a an".split()
    )
)


def _is_thing(word: str) -> bool:
    return (
        word.isalpha() and word not in _NO_THING and not word.endswith("ly") and not is_past(word)
    )


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
