"""Dates that lie ahead whatever the tense: "has been called for Friday", "until it ends in May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.english._events import EVENTS
from timeline.extraction.english._inflection import is_participle, is_past

if TYPE_CHECKING:
    from timeline.timex import TimeExpression

_REACH = 130
_BEFORE_IT = r"(?: (?:the|next|this|coming|early|late|mid|noon|midday|midnight|about|around))* $"
_FIXED = (
    r"(?:(?:re-?)?schedul|plann|slat|pencill?|book|arrang|organi[sz]|conven|summon|summons|timetabl"
    r"|list|earmark|programm|bill|anticipat|target|advertis|diari[sz]|announc|prepar|propos|promis"
    r"|readi|reserv|call|fix|expect|forecast)"
)
_ARRANGED = re.compile(
    rf"\b(?:{_FIXED}ed|forecast|set|reset|due|on course|on track|ready|tipped|lined up|under way)"
    r"(?: (?:in|back|off|down|up|again|now|instead|tentatively|provisionally|only))* for"
    + _BEFORE_IT,
    re.IGNORECASE,
)
"""Participles of what somebody fixed a day for, with "for" right before the day."""
_MOVED = re.compile(
    r"\b(?:(?:put|pushed|moved|brought|set|shifted|carried) (?:back|off|over|forward|on|up)"
    r"|postponed|moved|delayed|deferred|adjourned|shifted|rescheduled|extended|relisted) to"
    + _BEFORE_IT,
    re.IGNORECASE,
)
_GAVE_A_DAY = re.compile(
    r"\b(?:(?:re-?)?scheduled|called|fixed|booked|arranged|organi[sz]ed|convened|planned|listed"
    r"|pencilled in|slated|announced|set|timetabled|summoned|declared|proclaimed|agreed|proposed)"
    r"(?! for\b)(?: (?!and\b|but\b|that\b|who\b|which\b|record\b|high\b|low\b|target\b|results?\b"
    r"|profits?\b|loss(?:es)?\b|police\b|for\b)[^\s,;:.]+){1,6} for" + _BEFORE_IT,
    re.IGNORECASE,
)
_FOR_OR_TO = re.compile(r" (?:for|to)" + _BEFORE_IT, re.IGNORECASE)
"""The end of each of those, quickly looked for."""
_CALLED_ONE = re.compile(
    r"\b(?:has|have|['’]ve)(?: \w+){0,2} (?:(?:re-?)?scheduled|called|fixed|booked|arranged"
    r"|organi[sz]ed|convened|planned|listed|set|timetabled|summon(?:ed|sed)|invited|asked|ordered"
    r"|told|urged|requested)"
    r"(?: (?!and\b|but\b|that\b|who\b|which\b|after\b|over\b|about\b)[^\s,;:.]+){0,9}?"
    r" (?:an?|another|fresh|new|appear|come|attend|testify|meet|return|report)"
    r"(?: (?!and\b|but\b|that\b|who\b|which\b|after\b|over\b|about\b)[^\s,;:.]+){0,4} on $",
    re.IGNORECASE,
)
"""A perfect tells of no day gone by: "has called a hearing on May 3" is one to come."""
_TO_BEGIN = re.compile(
    r"\b(?:has|have|['’]ve)(?: \w+){0,2} (?:agreed|announced|approved|declared|ordered|imposed)\b"
    r"(?: (?!and\b|but\b|that\b|who\b|which\b|after\b|since\b)[^\s,;:.]+){0,9} from"
    r"(?: (?:the|early|late|midnight|noon|midday|dawn|on|next|this))* $",
    re.IGNORECASE,
)
"""What somebody has agreed begins on a day to come: "have agreed to a truce from Saturday"."""
_AWAITED = re.compile(
    r"\b(?:expects?|anticipates?|foresees?|predicts?)"
    r"(?: (?!and\b|but\b|that\b|who\b|which\b|from\b|after\b|since\b|than\b)[^\s,;:.]+(?<!ed))"
    r"{1,7} (?:on|by|in|over|at|during|later|before)(?: the)? $",
    re.IGNORECASE,
)
"""What is expected now is to come: "forecasters expect more rain on Friday"."""
_AWAITING = ("expect", "ticipate", "foresee", "predict")
_PERFECT = re.compile(r"\b(?:has|have|'ve|’ve|is|are|being)\b(?: \w+){0,3} ?$", re.IGNORECASE)
_BYGONE = re.compile(
    r"\b(?P<was>was|were)\b(?: \w+){0,3} ?$|\bhad\b(?: \w+){0,3} ?$", re.IGNORECASE
)
_CAME_TO_NOTHING = re.compile(
    r"\b(?:but|cancel|postpon|call(?:ed|ing)? off|delay|scrap|abandon|instead|originally|initially"
    r"|never|did not|didn't|went ahead|took place|began|started|before)",
    re.IGNORECASE,
)
"""Words beside which a day that was fixed can be over."""
_ENDS = (". ", "\n", "; ")


def is_arranged(text: str, time: TimeExpression) -> bool:
    """Whether what is fixed for a date has not been yet: "a march has been called for Friday".

    In "had been set for Friday" and "was set for Friday but fell through" that day can be over.
    """
    if text[max(0, time.start - _FOR) : time.start].isspace() or text.startswith(
        ("'s", "’s"), time.end
    ):
        return False
    ahead = text[max(0, time.start - _REACH) : time.start]
    called = ahead.endswith(" on ") and (" ha" in ahead or "ve " in ahead)
    if any([word in ahead for word in _AWAITING]) and _AWAITED.search(ahead) is not None:  # noqa: C419 - quicker
        return True
    begins = ahead.endswith((" from ", " from the "))
    if " from " in ahead and _TO_BEGIN.search(ahead) is not None:
        return True
    if not called and not begins and " for " not in ahead and " to " not in ahead:
        return False
    ahead = ahead[max(ahead.rfind(end) for end in _ENDS) + 1 :]
    if begins:
        return _OFFERED_FROM.search(ahead) is not None and _is_of_now(text, time)
    if called and _CALLED_ONE.search(ahead) is not None:
        return True
    if _FOR_OR_TO.search(ahead) is None:
        return False
    found = _ARRANGED.search(ahead) or _MOVED.search(ahead)
    verb = found if found is not None else _GAVE_A_DAY.search(ahead)
    if verb is None:
        return False
    before = ahead[: verb.start()]
    if _PERFECT.search(before) is not None and " had " not in before:
        return True
    bygone = _BYGONE.search(before)
    if found is None and bygone is None and _is_event(verb[0]):
        return _is_of_now(text, time)  # "the union called a strike for Monday"
    if found is None or (bygone is not None and not bygone["was"]) or found.re is _MOVED:
        return False
    return _CAME_TO_NOTHING.search(_sentence(text, time)) is None


_FOR = 4


def _is_event(words: str) -> bool:
    """Whether what a day is fixed for, in words that end with "for", is something that has one."""
    thing = words[: words.rfind(" for ")].lower().split()
    return thing[-1] in EVENTS or not _CALLS.isdisjoint(thing)


_CALLS = frozenset("strike election meeting vote session conference mourning march rally".split())


def _is_of_now(text: str, time: TimeExpression) -> bool:
    """Whether nothing in the sentence says that it tells of a time gone by."""
    sentence = _sentence(text, time)
    return _LONG_AGO.search(sentence) is None and _CAME_TO_NOTHING.search(sentence) is None


_LONG_AGO = re.compile(
    r"\b(?:(?:19|20)\d\d|last|past|ago|then|had|was|were|earlier|previous|later)\b", re.IGNORECASE
)
_OFFERED_FROM = re.compile(
    r"\b(?:offered|promised|pledged|announced|approved|proposed|granted|called|scheduled"
    r"|planned)(?: (?!and\b|but\b|that\b|who\b|which\b|he\b|she\b|it\b|they\b|results?\b|data\b"
    r"|figures?\b|findings\b|profits?\b|loss(?:es)?\b|rise\b|increase\b|fall\b|drop\b|decline\b"
    r"|cut\b|up\b|down\b|evidence\b|footage\b|minutes\b|accounts\b)[^\s,;:.]+){1,12}"
    r" from (?:the )?$"
)
"""What was given to begin on a day: "promised free meals from January"."""


def _sentence(text: str, time: TimeExpression) -> str:
    start = max(text.rfind(end, 0, time.start) for end in _ENDS) + 1
    ends = [at for end in _ENDS if (at := text.find(end, time.end)) >= 0]
    return text[start : min(ends, default=len(text))]


_UNTIL_IT = re.compile(
    r"\b(?:until|till) (?:(?!and\b|but\b|when\b|after\b)[\w'’-]+ ){2,7}(?:in|on|at) (?:the )?$",
    re.IGNORECASE,
)


def is_end_of_while(text: str, time: TimeExpression) -> bool:
    """Whether a date is when something else ends this: "shut until the works finish in May"."""
    ahead = text[max(0, time.start - _REACH) : time.start]
    return "til" in ahead and _UNTIL_IT.search(ahead) is not None


_MODAL = re.compile(r" (?:will|would|shall|could|may|might|must|can|should)\b")
_DONE_THEN = re.compile(
    r"\b(?P<verb>[a-z]+)(?: up| out| off| down)? (?:before|after|in|on|since|until|by|during)"
    r"(?: the)? $"
)


def is_of_participle(text: str, time: TimeExpression) -> bool:
    """Whether a date says which things a modal verb speaks of: "blocks built before 1990 will"."""
    if _MODAL.match(text, time.end) is None:
        return False
    done = _DONE_THEN.search(text, max(0, time.start - _FOR_VERB), time.start)
    return done is not None and (is_participle(done["verb"]) or is_past(done["verb"]))


_FOR_VERB = 32
