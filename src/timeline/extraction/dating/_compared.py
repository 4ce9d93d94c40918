"""Dates that date something else: what a figure is measured by, and the sort of a thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from timeline.timex import TimeExpression

_REACH = 90
_WORD = (
    r"(?:(?!(?:and|but|to|when|while|after|before|until|since|because|which|who)\b)"
    r"[^\s;:,]*[^\s;:,.](?:,\d+)* )"
)
"""A word, and a gap, with which a phrase goes on; no clause begins with it."""
_NUMBER = r"(?:[\w-]+ ){0,2}[^\s\w]{0,2}[A-Z]{0,2}[$€£¥]?\d"
_LEVEL = r"(?:those|that|what|levels?|rates?|figures?|totals?|numbers?|counts?|peaks?|records?)\b"
_ITS = r"(?:the|its|their|his|her)"
_UP = (
    r"(?:up|down|higher|lower|fewer|better|worse|unchanged|more|less|change|rise|fall|drop"
    r"|increase|decrease|decline|improvement)"
)
_MOVING = (
    r"(?:slow|ris|fall|climb|eas|dropp|jump|leap|increas|decreas|declin|accelerat|narrow|widen|cool"
    r"|dipp|edg|slipp|slid|grow|recover|shrink|swell|creep|surg|soar|plung|tumbl|sink|rebound|inch)"
)
_DIRECT = r"(?:(?:an?|the|that of|those of) )*$"


def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_COMPARED = (
    (
        ("ompar",),
        _ending(
            rf"\b(?:in comparison (?:with|to) {_DIRECT}"
            rf"|compar(?:ed|es) (?:with|to) {_WORD}{{0,9}}$)"
        ),
    ),
    (("ersus", "vs"), _ending(rf"\b(?:versus|vs\.?) (?:{_DIRECT}|{_NUMBER}{_WORD}{{1,9}}$)")),
    (
        ("gainst ",),
        _ending(rf"\bagainst {_DIRECT}|[,(\u2013\u2014-] ?against {_NUMBER}{_WORD}{{1,9}}$"),
    ),
    (("nlike ",), _ending(rf"\bunlike(?: in)? {_DIRECT}")),
    (
        ("than ",),
        _ending(
            rf"\bthan (?:(?:(?:in|on|at|during|for) )?{_DIRECT}"
            rf"|(?:i|you|he|she|it|we|they) {_WORD}{{1,5}}(?:in|on|at|for|back in) (?:the )?$"
            rf"|(?:{_ITS} {_NUMBER}|{_LEVEL} ){_WORD}{{0,7}}$)"
        ),
    ),
    ((" on ",), _ending(rf"\b{_UP}\b[^.;,]{{0,24}} on {_DIRECT}")),
    (
        ("from ",),
        _ending(
            rf"\b{_UP}\b(?:[^.;,]{{0,24}} from {_DIRECT}|(?: \w+)? from {_WORD}{{0,9}}$)"
            rf"|(?:[,(\u2013\u2014-] ?|\bto {_NUMBER}\S* (?:\w+ ){{0,3}}"
            rf"|\d ?(?:%|per ?cent|points?|bps|fold) |\b{_MOVING}ing )from {_NUMBER}{_WORD}{{1,9}}$"
        ),
    ),
    (
        (" as ",),
        _ending(
            rf"\b(?!early|late|recent|soon|far|long)\w+ as (?:in|on|at|during|for) {_DIRECT}"
            r"|\b(?:times|twice|thrice|half) as \w+(?: \w+)? as (?:the )?$"
        ),
    ),
    (
        ("ouble ", "riple ", "ruple ", "wice ", "hrice ", "alf ", "imes "),
        _ending(
            r"\b(?:double|triple|quadruple|twice|thrice|half|times) "
            rf"(?:{_ITS} (?:\w+ )?(?:{_NUMBER}|{_LEVEL} )|{_LEVEL} ){_WORD}{{0,7}}$"
        ),
    ),
    (
        ("remium", "iscount"),
        _ending(rf"\b(?:premium|discount)(?: of \S+)?(?: per ?cent)? (?:to|over|on) {_DIRECT}"),
    ),
    (
        ("% above ", "% below ", "cent above ", "cent below "),
        _ending(rf" (?:above|below) {_DIRECT}"),
    ),
    (
        ("bove ", "elow "),
        _ending(
            rf"\b(?:above|below) (?:{_ITS} {_NUMBER}\S* (?:\w+ )?\w+(?:ed|en|ld|de)|{_LEVEL}) "
            rf"{_WORD}{{0,4}}$"
        ),
    ),
)
"""What ends before a date with which something is compared, each behind a quick sign of it.

"Higher than in 2019", "up from a peak in 2019", ", against 203 in the same weeks of 2019", "to 4%
from 5% in May", "than the 31 told on Monday", "twice the number in 2019", "above that of 2019".
"""
_COMPARABLE = re.compile(
    r"(?:\d{4}|(?:the )?(?:last|previous|preceding|prior|year|month|week|quarter)\b.*|.* earlier"
    r"|.* before|.* ago)$",
    re.IGNORECASE,
)
"""A date with which something can be compared "on": "up 3% on last month", not "up on Friday"."""


def is_compared(text: str, time: TimeExpression) -> bool:
    """Whether a date is that of something else by which this is measured.

    "Up 3% on last month", "more than double those counted on Sunday".
    """
    if time.type not in _DATES:
        return False
    ahead = text[max(0, time.start - _REACH) : time.start]
    if ahead.endswith(_OVER_A_YEAR) and _A_YEAR_EARLIER.fullmatch(time.text) is not None:
        return True
    for signs, pattern in _COMPARED:
        for sign in signs:
            if sign == " on " and not _says_a_move(ahead):
                continue  # before most days of the week
            if sign in ahead and (found := pattern.search(ahead)) is not None:
                moved = sign == " on " and found[0].lower().startswith(_MOVES)
                if not moved or _COMPARABLE.fullmatch(time.text) is not None:
                    return True
    return False


_OVER_A_YEAR = (" from ", " on ", " than ", " over ")
_A_YEAR_EARLIER = re.compile(
    r"(?:an?|one|the) (?:year|quarter|month|week|day) (?:earlier|ago|before)", re.IGNORECASE
)
"""What a change in a stretch is measured by: "fell 3% in the first half from a year earlier"."""


def _says_a_move(words: str) -> bool:
    lower = words.lower()
    return any([move in lower for move in _MOVES])  # noqa: C419 - quicker


_MOVES = tuple(_UP[3:-1].split("|"))
_DATES = frozenset({"DATE", "DURATION"})
_YEAR_OF = re.compile(
    r"(?<!\bin)(?<!\bat)(?<!\bduring)(?<!\bafter)(?<!\bbefore)(?<!\bsince)(?<!\bfrom)"
    r" (?:an?|its|their|his|her|our|my|your) $",
    re.IGNORECASE,
)
_NOUN = re.compile(r" (?!and\b|or\b|to\b|was\b|is\b|has\b|had\b|were\b|in\b|on\b|at\b)[a-z]")
_RECURRING = re.compile(
    r"(?:the )?(?:spring|summer|autumn|fall|winter|christmas|xmas|easter|thanksgiving"
    r"|halloween|new year|valentine['\u2019]?s? day|mother['\u2019]?s day|father['\u2019]?s day"
    r"|black friday)",
    re.IGNORECASE,
)
"""What comes every year and gives its name to things: "Christmas trees", "summer dresses"."""
_THING = re.compile(r"(?:['\u2019]s)? (?:[A-Z]\w+ )?([a-z][a-z-]{2,})")
_NO_THING = FINITE | frozenset(
    "and but than then when while after before until since because which who that this these those "
    "the for with without from into onto over under near about against amid despite during where "
    "their its his her our your last next just only also soon once again still even not now here "
    "there they she him them you all both each some many most off out through throughout across "
    "between behind beyond within along following comes come begins begin starts start ends end "
    "arrives passes falls approaches brings brought came went began fell saw got made "
    "holiday holidays break breaks vacation recess term weekend week day days eve season months "
    "period time night morning evening afternoon message address speech greeting greetings "
    "broadcast service mass dinner lunch truce ceasefire attack attacks bombing bombings massacre "
    "uprising rising rebellion".split()
)
"""Words behind a feast or a season that leave it what it is: the time of something."""


def only_says_which(text: str, time: TimeExpression) -> bool:
    """Whether a date only says which thing is meant: "ignored a 2024 audit", "Christmas trees".

    "Put off its third-quarter results" is not of that quarter, as "third-quarter sales rose" is.

    Of "in a 2024 audit" and of "won the 2019 election" it is the year; "the Christmas holidays" and
    "last summer's fire" are of that time.
    """
    if time.text.isdigit():
        return (
            _NOUN.match(text, time.end) is not None
            and _YEAR_OF.search(text, max(0, time.start - 14), time.start) is not None
        )
    if _NAMING.fullmatch(time.text) is not None:
        return _ACCOUNT.match(text, time.end) is not None
    if _AGE.search(time.text) is not None:
        return _THING_OF.match(text, time.end) is not None and (
            "-" in time.text
            or _ARTICLE.search(text, max(0, time.start - 5), time.start) is not None
        )
    if time.text[-1:].isdigit() or _RECURRING.fullmatch(time.text) is None:
        return False
    thing = _THING.match(text, time.end)
    if thing is None or thing[1] in _NO_THING:
        return False
    adverb = thing[1].endswith("ly") and thing[1] not in _NOUNS_IN_LY
    return not adverb and not is_past(thing[1])


_AGE = re.compile(r"[ -]century$|\b\d{3}0s$", re.IGNORECASE)
_THING_OF = re.compile(
    r" (?:[\w'’-]+ )?(?!when\b|and\b|but\b|or\b|was\b|were\b|is\b|had\b)[a-z]{2,}"
)
_ARTICLE = re.compile(r"(?<![a-z])an? $", re.IGNORECASE)
"""An age of things: "a 17th-century portrait", "a 1970s block"; not "in the 17th century"."""
_NAMING = re.compile(r"(?:the )?\w+-(?:quarter|half|year|month|week|day)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?: (?!and\b|or\b|on\b|in\b|of\b)[a-z]+){0,2}? (?:results?|reports?|statements?|accounts"
    r"|updates?|filings?|presentations?|forecasts?|outlooks?|guidance|estimates?|earnings calls?)\b"
)
"""What is told of a quarter, and not in it: "delayed its third-quarter results"."""
_NOUNS_IN_LY = frozenset("supply family assembly rally monopoly anomaly reply jelly".split())
