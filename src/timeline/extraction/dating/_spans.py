"""Two dates that are one: the ends of a stretch, and days that are told together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction.dating._nights import with_nights
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.page import Sentence
    from timeline.timex import TimeExpression

_BETWEEN = re.compile(r"\bbetween (?:about )?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:about )?$", re.IGNORECASE)
_TO = re.compile(r" (?:and|to|until|till|through) (?:about )?", re.IGNORECASE)


def spanned(times: Sequence[TimeExpression], sentence: Sentence) -> list[TimeExpression]:
    """Join two dates that date one thing together.

    They are the ends of a stretch ("between 2018 and 2022"), or both its days ("on 14 and 15
    October", "in May and again in June").
    """
    found: list[TimeExpression] = []
    times = with_nights(times, sentence)
    for number, time in enumerate(times):
        before = found[-1] if found else None
        when = None if before is None else _joined(before, time, sentence)
        if when is None and before is not None and number + 1 < len(times):
            when = _listed(before, time, times[number + 1], sentence)
        if before is not None and when is not None:
            found[-1] = attrs.evolve(
                before,
                end=time.end,
                text=sentence.text[before.start - sentence.start : time.end - sentence.start],
                when=when,
            )
        else:
            found.append(time)
    return found


def _joined(one: TimeExpression, other: TimeExpression, sentence: Sentence) -> When | None:
    if one.when is None or other.when is None or other.when.is_interval:
        return None
    if one.when.is_interval:
        text = sentence.text[one.start - sentence.start : other.start - sentence.start]
        if ", " in one.text and _AND.fullmatch(text, len(one.text)):
            return When.interval(one.when.start, other.when.end)  # the third of three days
        return None
    if _are_ends(one, other, sentence):
        return _stretch(one.when, other.when, sentence.text[one.end - sentence.start])
    return _both(one.when, other.when) if _are_both(one, other, sentence) else None


def _listed(
    one: TimeExpression, other: TimeExpression, last: TimeExpression, sentence: Sentence
) -> When | None:
    """Return two of three days in a row: "on Friday, Saturday and Sunday"."""
    text, start = sentence.text, sentence.start
    if text[one.end - start : other.start - start] != ", " or one.when is None:
        return None
    if other.when is None or not _are_both(other, last, sentence):
        return None
    if (one.when.latest or 0) + 1 != other.when.earliest or one.when.earliest != one.when.latest:
        return None
    return _both(one.when, other.when)


def told_together(one: TimeExpression, other: TimeExpression, sentence: Sentence) -> bool:
    """Whether two stretches longer than a day are of two times: "in 2019 and again in 2021".

    What was "in March and June" may be one thing of which each had a part.
    """
    between = sentence.text[one.end - sentence.start : other.start - sentence.start]
    if not between.startswith(_AND_AGAIN) or one.when is None or other.when is None:
        return False
    if one.when.is_interval or other.when.is_interval:
        return False
    if one.when.earliest == one.when.latest or other.when.earliest == other.when.latest:
        return False
    if _are_ends(one, other, sentence) or not _are_both(one, other, sentence):
        return False
    return _both(one.when, other.when) is not None


_AND_AGAIN = (" and again", ", and again", " and then", ", and then", " and once")


def _both(one: When, other: When) -> When | None:
    """Return two days as one date: all of two in a row, a set of others, a bound on longer ones."""
    first, last = (one.earliest, one.latest), (other.earliest, other.latest)
    if None in first or None in last or (first[1] or 0) >= (last[0] or 0):
        return None
    if first[0] != first[1] or last[0] != last[1]:
        return When.between(first[0], last[1])
    if (first[1] or 0) + 1 == last[0]:
        return When.interval(one.start, other.end)
    return When.parse(f"{{{one.unqualified},{other.unqualified}}}")


def _are_both(one: TimeExpression, other: TimeExpression, sentence: Sentence) -> bool:
    text, start = sentence.text, sentence.start
    if not one.type == other.type == "DATE" or len(one.value) != len(other.value):
        return False
    if _AND.fullmatch(text, one.end - start, other.start - start) is None:
        return False
    alone = _ALONE.match(text, other.end - start) is not None
    return (alone or _is_of_subject(text[: one.start - start])) and not _SINCE.search(
        text, 0, one.start - start
    )


def _is_of_subject(ahead: str) -> bool:
    """Whether dates stand before the verb of their clause: "strikes on 3 and 4 May cost $2m"."""
    words = _CLAUSE.split(ahead)[-1].lower().split()
    return (
        len(words) > 1
        and words[-1] in {"on", "in"}
        and not any(word in FINITE or is_past(word) or word in _SUBJECTS for word in words)
    )


_CLAUSE = re.compile(r"[,;:(\u2013\u2014]|\b(?:that|said|says|while|when|after|because|and|but)\b")
_SUBJECTS = frozenset("i he she it we they you who which".split())


_AND = re.compile(
    r",? and (?:(?:again|then|later|also|once more|once again) )?(?:on |in )?(?:the )?"
)
_ALONE = re.compile(
    r"""[.,;:)"”]|$|\ (?:in|at|for|as|to|by|with|of|when|while|after|before|under|over|near
    |against|from|during)\b""",
    re.VERBOSE,
)
"""What stands behind two days that are one date: no subject of a second clause."""
_SINCE = re.compile(
    r"\b(?:since|until|till|by|before|after|from|between)(?: the)? $", re.IGNORECASE
)


def _stretch(first: When, last: When, between: str) -> When:
    """Return the whole of a stretch: some day of it for "in January-June", else all of it."""
    if between in _DASHES:
        return When.between(first.earliest, last.latest)
    return When.interval(first.start, last.end)


_DASHES = frozenset("-–—")
_IN = re.compile(r"\b(?:in|during|over|for|of) (?:the )?$", re.IGNORECASE)


def _are_ends(one: TimeExpression, other: TimeExpression, sentence: Sentence) -> bool:
    text, start = sentence.text, sentence.start
    assert one.when is not None
    assert other.when is not None
    if None in {one.when.earliest, other.when.latest}:
        return False
    ahead, between = text[: one.start - start], text[one.end - start : other.start - start]
    if between in _DASHES and (one.when.earliest or 0) < (other.when.latest or 0):
        return bool(_IN.search(ahead)) and one.value[:5] == other.value[:5]
    if _TO.fullmatch(between) is None or (one.when.earliest or 0) > (other.when.latest or 0):
        return False
    together = between.strip().startswith("and")
    return bool((_BETWEEN if together else _FROM).search(ahead))
