"""How a time expression bounds what its clause tells of: at, since, by, before, within."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.dating._ahead import is_end_of_while
from timeline.extraction.dating._compared import is_compared, only_says_which
from timeline.extraction.dating._limits import bound_of
from timeline.model import Word

if TYPE_CHECKING:
    from timeline.timex import TimeExpression


class Role(Word):
    """How a time expression bounds what its clause tells of."""

    AT = "at"
    SINCE = "since"
    AS_OF = "as of"
    BY = "by"
    UNTIL = "until"
    BEFORE = "before"
    NOT_BEFORE = "not before"
    """At the earliest: "no earlier than May", "is not expected to begin before May"."""
    BEYOND = "beyond"
    FROM = "from"
    AS_EARLY = "as early as"
    AFTER = "after"
    LASTING = "lasting"
    WITHIN = "within"
    MENTIONED = "mentioned"
    """It dates something else: "the highest since 1994"."""


_ROLES = (
    (
        Role.SINCE,
        ("since", "starting"),
        re.compile(
            r"\b(?:(?:ever |starting |beginning )?since|starting(?: from| on| in)?) "
            r"(?:the |last |early |about |around )*$",
            re.IGNORECASE,
        ),
    ),
    (
        Role.AS_OF,
        ("as ", "up to"),
        re.compile(r"\b(?:as of|as at|as recently as|up to) (?:the )*$", re.IGNORECASE),
    ),
    (
        Role.BY,
        ("by ", "later than"),
        re.compile(
            r"\b(?:by|no later than|not later than) (?:the |about |around )*$", re.IGNORECASE
        ),
    ),
    (
        Role.UNTIL,
        ("til", "through", "to "),
        re.compile(r"\b(?:until|till|through|to) (?:at least |the |about )*$", re.IGNORECASE),
    ),
    (
        Role.WITHIN,
        ("within", "in under", "in less"),
        re.compile(r"\b(?:within|in under|in less than) (?:the next )?$", re.IGNORECASE),
    ),
    (
        Role.BEFORE,
        ("before", "prior", "ahead"),
        re.compile(r"\b(?:before|prior to|ahead of) (?:the )*$", re.IGNORECASE),
    ),
    (Role.BEYOND, ("beyond", "past"), re.compile(r"\b(?:beyond|past) (?:the )*$", re.IGNORECASE)),
    (
        Role.AS_EARLY,
        ("as early", "as soon"),
        re.compile(r"\bas (?:early|soon) as (?:the )*$", re.IGNORECASE),
    ),
    (Role.FROM, ("from",), re.compile(r"\bfrom (?:about |the )*$", re.IGNORECASE)),
    (
        Role.AFTER,
        ("after", "following"),
        re.compile(r"\b(?:after|following) (?:the )*$", re.IGNORECASE),
    ),
    (
        Role.LASTING,
        ("for ", "past", "last"),
        re.compile(
            r"\b(?:for|(?:in|over|during|within) the (?:past|last)) "
            r"(?:the (?:past|last) |at least |more than |almost |nearly |some )*$",
            re.IGNORECASE,
        ),
    ),
)
"""Each role, pieces of text of which one must stand there, quickly looked for, and its words."""
_CUES = tuple(dict.fromkeys(cue for _, cues, _ in _ROLES for cue in cues))
"""Any of those pieces: before most dates, none stands."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|(?<!has )(?<!have )(?<!had )only|(?<!at )(?:most|least)(?! of\b)"
    r"|record|best|worst"
    r"|(?:(?<=, the )|(?<=, its )|(?<=, their )|(?<=, his )|(?<=, her ))"
    r"(?:\d*(?:1st|2nd|3rd|\dth)|second|third|fifth|eighth|ninth|twelfth"
    r"|(?:four|six|seven|ten|eleven|\w+teen)th)(?! of\b| quarter\b)"
    r"(?![^.;:,]* (?:have|has|had|is|are|was|were) )"
    r"|(?!rest\b|west\b|east\b|\w*(?:arrest|test|quest|forest|vest|nest|interest|guest|suggest)\b)"
    r"\w{2,}est)\b"
    r"[^.;:,]{0,50}since (?:the )?$",
    re.IGNORECASE,
)
"""In "the highest since 1994" the year dates the one before."""
_LIMIT = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|call(?:ed|s|ing)?|sentenced|jailed|imprisoned|banned|suspended"
    r"|barred|fixed|valid|contract\w*|due|sought|seeks?|demand\w*|bid|bids|plea)"
    r"(?: (?!and\b)[^\s.;:,]+){0,8} for (?:the |at least |more than |almost |nearly |some )*$",
    re.IGNORECASE,
)
"""In "asked for 22 years" and "fixed for two years" the length is no time that went by."""
_FIRST = re.compile(r"(?:the )?(?:first|next|coming) ", re.IGNORECASE)
ORDERED = re.compile(
    r"\b(?:order(?:s|ed)?|asked|urged|instructed|given|gave|required|directed|told|demand(?:s|ed)?"
    r"|demanding|threaten(?:s|ed)?|warn(?:s|ed)|promised|pledged|vowed|called on|sought|wanted"
    r"|requested|insisted|set|advised|recommended)\b[^.;]{0,110}$",
    re.IGNORECASE,
)
"""In "ordered an inspection by May" the date is that of what is ordered."""
_END = re.compile(r"(?:the )?(?:very )?(?:end|close) of\b|year-end|month-end", re.IGNORECASE)
"""What is to be "before the end of May" can still be on its last day."""
_MOVED = re.compile(
    r"\b(?:postponed|delayed|rescheduled|deferred|adjourned"
    r"|(?:moved|shifted|pushed|put|brought|carried)(?: (?:back|off|over|forward|on|up))?)"
    r" (?:(?!to\b)\w+ )?from (?:the |about )*$"
)
"""In "postponed from Saturday" the day is the one on which it was not."""
_DATING = re.compile(r"\bdating (?:back )?(?:to|from) (?:the |about |around )*$")
_BY_DAYS = {Role.BEFORE, Role.AFTER}
_REACH = 28
_HAD = 40
_THEN_REACH = 110
_THEN = re.compile(
    r"\b(?:from|with|than|against|to) (?:(?:about|around|over|nearly|some|more than) )?"
    r"(?:the |a |an )?[^,;:.\n]{0,3}\d[^;:\n]{0,40}?\b"
    r"(?:it|they|he|she|we|analysts|officials|\w+ists) "
    r"had \w+(?: \w+)? (?:back )?(?:in |on |for |at |as late as )?$"
)
"""In "down from the $3bn it had forecast in July" the date is that of the earlier number."""


_USUALLY = re.compile(
    r"\b(?:(?:usually|normally|typically|generally|traditionally|always|on average)\b[^.;,]{0,50}"
    r"|(?:runs?|lasts?|extends?|stretch(?:es)?|spans?) (?:roughly )?(?:from|between) \w{0,12} ?"
    r"(?:to |and )?)$",
    re.IGNORECASE,
)


_HABITS = ("ual", "ormal", "ypical", "eneral", "always", "averag", " from ", "between ")


def _is_habit(text: str, time: TimeExpression) -> bool:
    """Whether a date comes every year: "what usually falls in May", "runs from June to August"."""
    start = max(0, time.start - 60)
    ahead = text[start : time.start]
    if not any([cue in ahead for cue in _HABITS]):  # noqa: C419 - quicker
        return False
    if _USUALLY.search(ahead) is None:
        return False
    opens = ahead.endswith(("from ", "between ")) and " " not in time.text
    return not opens or text.startswith((" to ", " and "), time.end)  # not "runs from May 3"


def is_first_since(text: str, end: int) -> bool:
    """Whether "since", which ends at a place, only says how rare it is: "the highest since"."""
    return _SUPERLATIVE.search(text, max(0, end - 70), end) is not None


def role_of(text: str, time: TimeExpression) -> Role:
    """Return what the words before a time expression make of it."""
    ahead = text[max(0, time.start - _REACH) : time.start]
    lower = ahead.lower()
    if time.type == "DATE" and (_is_habit(text, time) or only_says_which(text, time)):
        return Role.MENTIONED
    if "dating " in lower and _DATING.search(ahead):
        return Role.MENTIONED
    bound = bound_of(text, time)
    if bound is not None:
        return Role.BY if bound else Role.NOT_BEFORE
    if is_compared(text, time):
        return Role.MENTIONED
    for role, cues, pattern in _ROLES if any([cue in lower for cue in _CUES]) else ():  # noqa: C419 - quicker
        if any([cue in lower for cue in cues]) and pattern.search(ahead):  # noqa: C419 - quicker
            if role is Role.UNTIL and ahead.rstrip().endswith("to"):
                continue  # "moved to Friday" is no end
            if role is Role.LASTING and time.type != "DURATION":
                continue
            if role is Role.LASTING and (
                _FIRST.match(time.text) or _LIMIT.search(text, max(0, time.start - 90), time.start)
            ):
                return Role.MENTIONED
            if role is Role.FROM and _MOVED.search(text, max(0, time.start - 60), time.start):
                return Role.MENTIONED
            if role is Role.BEFORE and _END.match(time.text):
                role = Role.BY  # noqa: PLW2901 - the same words, of another sort
            if time.type == "TIME" and role in _BY_DAYS:
                continue  # "before dawn on Tuesday" is on Tuesday
            if role is Role.SINCE and is_first_since(text, time.start):
                return Role.MENTIONED
            return role
    if " had " in text[max(0, time.start - _HAD) : time.start] and _THEN.search(
        text, max(0, time.start - _THEN_REACH), time.start
    ):
        return Role.MENTIONED
    if is_end_of_while(text, time):
        return Role.UNTIL
    return Role.AT
