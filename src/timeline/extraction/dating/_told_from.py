"""What a date is, seen from the day of speaking: of what is over, it lies behind it."""

from __future__ import annotations

import re
from functools import cached_property

from timeline.dates import When
from timeline.extraction._value import value
from timeline.extraction.english._verb_groups import Mood
from timeline.timex import TimeExpression, tag


@value(slots=False)  # with slots, a cached property would slow all the others
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

    @cached_property
    def past(self) -> When:
        """Whatever was over when it was said."""
        return When.between(None, self.last)

    @cached_property
    def ahead(self) -> When:
        """Whatever was to come: from that day on, or from the end of a longer stretch."""
        first = self.last if self.said.earliest == self.last else self.last + 1
        return When.between(first, None)

    @cached_property
    def lasting(self) -> When:
        """A state that went on when it was said."""
        return When.interval(None, When.between(self.said.earliest, None))


AHEAD = {Mood.FUTURE, Mood.POSSIBLE}
OVER = {Mood.PAST, Mood.PERFECT, Mood.PLUPERFECT}
_LATER = (7, 31, 190, 366)
"""From how many days later a date without a year is looked back for, when it is to come."""


def seen_from(text: str, time: TimeExpression, mood: Mood, anchor: Anchor) -> When | None:
    """Return the date of an expression, as its clause and the day of speaking bear on it.

    "We struck on Friday," said on a Sunday, is the Friday before, whenever it was printed; what is
    to be held in autumn is held in the next one.
    """
    when = time.when
    if when is None or when.earliest is None or when.latest is None:
        return when
    if mood in AHEAD and when.earliest > anchor.last and _is_of_the_speaker(text, time, anchor):
        return _again(text, time, anchor) or when
    if mood in OVER and when.earliest > anchor.last:
        return _gone_by(text, time, when, anchor)
    if mood is Mood.FUTURE and when.latest < anchor.last and _CLOCK.fullmatch(time.text):
        return None  # "will speak at 3 p.m.": of which day, nobody says
    if mood is Mood.FUTURE and when.latest < anchor.last and not YEAR.search(time.text):
        ahead = _ALSO_WORDS.get(time.text, "")
        words = f"{ahead} {time.text}" if ahead else time.text
        for days in _LATER:
            found = tag(words, When.day(anchor.last + days))
            if len(found) == 1 and found[0].when is not None:
                again_at = found[0].when.earliest
                if again_at is not None and again_at >= anchor.last:
                    return found[0].when
    return when


_DEICTIC = re.compile(
    r"(?:later )?(?:today|tonight|tomorrow|this (?:morning|afternoon|evening))\b", re.IGNORECASE
)


def _is_of_the_speaker(text: str, time: TimeExpression, anchor: Anchor) -> bool:
    """Whether "tonight" is that of whoever is quoted on a day before: "we sail tonight"."""
    if anchor.said.earliest != anchor.said.latest or _DEICTIC.match(time.text) is None:
        return False
    ahead = text[text.rfind("\n", 0, time.start) + 1 : time.start]
    return ahead.count('"') % 2 == 1 or ahead.count("“") > ahead.count("”")


def _again(text: str, time: TimeExpression, anchor: Anchor) -> When | None:
    """Return what an expression is, told on the day of speaking."""
    start = _start_of_sentence(text, time)
    when = None
    for again in tag(text[start : time.end], anchor.said):
        # of "Monday and Tuesday" it is not the second alone
        if again.end + start == time.end and again.start + start <= time.start and again.when:
            when = again.when
    return when


def _start_of_sentence(text: str, time: TimeExpression) -> int:
    return max(text.rfind(stop, 0, time.start) for stop in ".\n") + 1


def _gone_by(text: str, time: TimeExpression, when: When, anchor: Anchor) -> When:
    """Return a date of what is over, which cannot lie ahead of the day of speaking."""
    when = _again(text, time, anchor) or when
    start = _start_of_sentence(text, time)
    if (
        when.earliest is not None
        and 0 < when.earliest - anchor.last <= _WEEK
        and _WEEKDAYS.match(time.text)
        and not TO_COME.search(text, start, time.start)
    ):
        return when.shift(-_WEEK)  # "learned of the plans on Tuesday"
    return when


_ALSO_WORDS = {"March": "in", "May": "in", "the weekend": "over"}
"""Dates that alone can be other words, and a word with which they are dates."""
_CLOCK = re.compile(r"[\d:. ]+(?:[ap]\.?m\.?)?(?: local time| GMT| UTC)?", re.IGNORECASE)
_WEEK = 7
_WEEKDAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
TO_COME = re.compile(
    r"\b(?:will|would|shall|to|due|ahead|next|coming|until|till|before|if|may|might|could"
    r"|(?<!the )(?<!its )(?<!their )(?<!his )(?<!her )(?<!of )plans?)\b",
    re.IGNORECASE,
)
"""Words of a sentence by which a weekday in it can be one that is still to come."""

YEAR = re.compile(r"\d{4}|last|past|ago|earlier|yesterday", re.IGNORECASE)
"""Words that say of which year a date is, or that it is gone."""
