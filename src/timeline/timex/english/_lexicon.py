"""How English is cut into pieces, and which kind each piece is."""

from __future__ import annotations

import re
from typing import Final

from timeline.timex._document import Cutter, Kinds
from timeline.timex._grammar import Grammar
from timeline.timex.english import _verbs as verbs
from timeline.timex.english import _words as words
from timeline.timex.english._macros import MACROS

PIECES: Final = re.compile(
    r"""
    [A-Za-z][a-z]++(?!\w)  # most words, quickly: none of them begins as something else
    | \s+
    | [aA](?=[ ])
    | [^\W\d_aApPBCoO]\w*  # below, those that begin as something else may
    | [0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])
      (?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?
    | [0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}(?![0-9/])
    | [0-9]{1,2}(?:-[0-9]{1,2}-|\.[0-9]{1,2}\.)[0-9]{4}(?![0-9]|[.-][0-9])
    | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])(?:[ap]m\b)?
    | [0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])(?:\.[0-9]+)?
    | [0-9]+(?:\.[0-9]+)+
    | [0-9]{1,2}[ap]m\b | [0-9]{1,2}[ap]\.m\.
    | [0-9]\w*
    | [aApP]\.\s?[mM]\.? (?!\w)
    | B\.C\.E\. | B\.C\. | A\.D\. | C\.E\.
    | [oO]['\u2019]clock\b
    | [^\W\d_]\w*
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
"""Cuts any text; each alternative takes time in proportion to what it takes away."""

_LISTS: Final[dict[str, str]] = {
    "the": "the",
    "a": "a an another",
    "this": "this",
    "that": "that",
    "these": "these those",
    "last": "last latest",
    "bygone": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "following": "following ensuing subsequent",
    "coming": "coming",
    "same": "same",
    "each": "each every",
    "all": "all",
    "other": "other",
    "few": "few",
    "several": "several many numerous various multiple countless",
    "couple": "couple pair",
    "dozens": "dozens scores hundreds thousands",
    "some": "some",
    "half": "half",
    "halfword": "halves",
    "whole": "entire whole full",
    "ago": "ago",
    "hence": "hence",
    "earlier": "earlier",
    "later": "later",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "begin": "beginning start outset onset opening begins starts",
    "end": "end",
    "close": "conclusion ending",
    "middle": "middle midst",
    "turn": "turn",
    "rest": "rest remainder",
    "very": "very",
    "before": "before",
    "after": "after",
    "since": "since",
    "until": "until till til",
    "from": "from",
    "to": "to",
    "between": "between",
    "and": "and &",
    "or": "or",
    "of": "of",
    "in": "in",
    "on": "on",
    "at": "at",
    "by": "by",
    "for": "for",
    "over": "over",
    "within": "within",
    "during": "during throughout",
    "through": "through thru",
    "per": "per",
    "about": "about around approximately roughly circa",
    "nearly": "nearly almost",
    "more": "more",
    "less": "less fewer",
    "than": "than",
    "least": "least",
    "most": "most",
    "up": "up",
    "just": "just only well",
    "no": "no",
    "not": "not never also t n recently already still not",
    "as": "as",
    "it": "it they he she we its his her their our my your",
    "old": "old",
    "long": "long",
    "time": "time",
    "times": "times",
    "lasting": "hourlong daylong weeklong monthlong yearlong decadelong",
    "once": "once twice thrice",
    "future": "future",
    "present": "present",
    "moment": "moment",
    "period": "period point",
    "fiscal": "fiscal financial",
    "post": "post pre",
    "new": "new",
    "eve": "eve",
    "which": "which who whom where when while because although though whereas whose if",
    "conj": "but",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "noon": "noon midnight midday",
    "oclock": "o'clock o\u2019clock",
    "local": "local",
    "hours": "hours hrs",
    "rate": "percent million billion dollars",
    "count": (
        "people men women troops soldiers civilians dollars miles km kilometers kilometres feet "
        "metres meters tons tonnes jobs words pounds euros points votes copies pages fighters "
        "militia cavalry infantry horsemen prisoners casualties ships aircraft tanks guns homes "
        "members employees workers students refugees rebels deaths acres hectares kg mm cm"
    ),
    "ampm": "am pm a.m. p.m. a.m p.m",
    "bc": "bc bce b.c. b.c.e.",
    "ad": "ad ce a.d. c.e.",
    "scale": " ".join(words.SCALES),
    "dozen": "dozen",
    "nw": " ".join(words.DIGITS),
    "tens": " ".join(words.TENS),
    "ordw": " ".join(word for word in words.ORDINALS if word != "second") + " final",
    "second": "second",
    "seconds": "seconds",
    "quarter": "quarter",
    "decw": " ".join(words.DECADES),
    "season": "summer summertime autumn winter wintertime springtime",
    "spring": "spring",
    "fall": "fall",
    "part": "morning afternoon evening night",
    "dawn": "dawn daybreak sunrise dusk sunset nightfall lunchtime daytime overnight",
    "parts": "mornings afternoons evenings nights",
    "wday": "monday tuesday wednesday thursday friday saturday sunday",
    "wdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "ref": "now currently nowadays presently recently lately soon",
    "recent": "recent",
    "current": "current",
    "freq": " ".join(words.FREQUENCIES),
    "zone": " ".join(zone for zone in words.ZONES if zone not in {"et", "pt", "ct", "mt", "z"}),
    "will": " ".join(verbs.WILL),
    "due": " ".join(verbs.DUE),
    "comes": " ".join(verbs.COMES),
    "was": " ".join(verbs.WAS),
    "is": " ".join(verbs.IS),
    "have": " ".join(verbs.HAVE),
    "be": " ".join(verbs.BE),
    "base": " ".join(verbs.BASE),
    "did": " ".join(verbs.PAST),
    "qn": "q1 q2 q3 q4 h1 h2",
    "feast": "christmas xmas easter halloween thanksgiving pentecost juneteenth epiphany",
}
_UNITS: Final = {
    "unit": (
        "minute hour day week weekend fortnight month season year decade century millennium "
        "hr yr wk min sec semester"
    ),
    "units": (
        "minutes days nights weeks weekends fortnights months seasons quarters years decades "
        "centuries millennia millenniums yrs wks mins secs semesters"
    ),
}
_CAPITALS: Final = {
    "month": "January February April June July August September October November December",
    "may": "May",
    "march": "March",
    "mabbr": "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    "wabbr": "Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun",
    "feastword": (
        "Labor Labour Memorial Veterans Independence Columbus Valentine Patrick Mother Mothers "
        "Father Fathers Boxing Good Ash Palm Black Cyber Bastille Anzac Remembrance Armistice "
        "Earth Presidents King Jr Fools Saints Groundhog Canada Australia"
    ),
    "zone": "ET PT CT MT Z",
}
_VERBS: Final = {"will", "due", "comes", "was", "is", "have", "be", "base", "did"}
_UPPER_TOO: Final = {"month", "march", "mabbr"}
_CLASSES: Final = (
    *("n", "big", "y", "dec", "grp", "ord", "ordbig", "iso", "slash", "clock", "clock_ampm"),
    *("decs", "name", "adv", "word", "mark"),
)

GRAMMAR: Final = Grammar(dict.fromkeys((*_LISTS, *_UNITS, *_CAPITALS, *_CLASSES)), MACROS)


def _spellings() -> dict[str, str]:
    """List every known spelling with its code: lower case, capitalised, and capitals.

    A word of time is one, whatever verb it may be besides.
    """
    codes: dict[str, str] = {}
    for kind, listed in (*_LISTS.items(), *_UNITS.items()):
        for word in listed.split():
            for form in (word, word.capitalize(), word.upper()):
                if kind in _VERBS:
                    codes.setdefault(form, GRAMMAR.code(kind))
                else:
                    codes[form] = GRAMMAR.code(kind)
    for kind, listed in _CAPITALS.items():
        for word in listed.split():
            codes[word] = GRAMMAR.code(kind)
            if kind in _UPPER_TOO:
                codes[word.upper()] = GRAMMAR.code(kind)
    for word in ("january", "february", "april", "june", "july", "september", "october"):
        codes[word] = GRAMMAR.code("month")
    for word in ("jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov"):
        codes[word] = GRAMMAR.code("mabbr")
    for word in ("mon", "tue", "tues", "thu", "thur", "thurs", "fri", "MON", "TUE", "THU", "FRI"):
        codes[word] = GRAMMAR.code("wabbr")
    for word in _CAPITALS["feastword"].lower().split():
        codes.setdefault(word, GRAMMAR.code("feastword"))
    for word in ("november", "december"):
        codes[word] = GRAMMAR.code("month")
    for word in ("May", "MAY"):
        codes[word] = GRAMMAR.code("may" if word == "May" else "will")
    for word in ("A.M.", "P.M.", "A.M", "P.M", "a. m.", "p. m."):
        codes[word] = GRAMMAR.code("ampm")
    return codes


_NUMERIC: Final = (
    ("iso", re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.{0,40}")),
    ("slash", re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}")),
    ("clock_ampm", re.compile(r"[0-9]{1,2}(?::[0-9]{2}){0,2}(?:[ap]m|[ap]\.m\.)")),
    ("clock", re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")),
    ("grp", re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,9})?")),
    ("dec", re.compile(r"[0-9]{1,9}\.[0-9]{1,9}")),
    ("decs", re.compile(r"(?:[0-9]{2})?[0-9]0s")),
    ("n", re.compile(r"0?[1-9]|[12][0-9]|3[01]")),
    ("y", re.compile(r"1[0-9]{3}|2[0-1][0-9]{2}")),
    ("ord", re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)")),
    ("ordbig", re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")),
    ("big", re.compile(r"[0-9]{1,9}")),
)
_MARKS: Final = (
    {mark: mark for mark in "-\u2013\u2014,.;:()'\"/%$!+="}
    | dict.fromkeys("\u2010\u2011\u2212", "-")
    | dict.fromkeys("\u2019\u2018`\u00b4", "'")
    | dict.fromkeys("“”«»", '"')
    | dict.fromkeys("[{", "(")
    | dict.fromkeys("]}", ")")
    | dict.fromkeys("?…", "!")
    | dict.fromkeys("€£¥₩₽₴#", "$")
)
_SHORTEST_PAST: Final = 5


def _classify(piece: str) -> str:
    """Give the code of a piece that is not listed, from its form alone."""
    first = piece[0]
    if first.isspace():
        return "\n" if piece.count("\n") > 1 else " "
    if first in "0123456789":
        for kind, form in _NUMERIC:
            if form.fullmatch(piece):
                return GRAMMAR.code(kind)
        return GRAMMAR.code("word")
    if first.isalpha():
        return GRAMMAR.code(_kind_of_word(piece))
    return _MARKS.get(piece) or GRAMMAR.code("mark")


def _kind_of_word(word: str) -> str:
    """Tell names, regular pasts and adverbs from other words."""
    if not word[0].islower():
        return "name"
    if word.endswith("ed") and len(word) >= _SHORTEST_PAST and word not in verbs.NOT_PAST:
        return "did"
    return "adv" if word.endswith("ly") else "word"


# Runs of spaces are one piece, and "a. m." is one.
_JOINED: Final = re.compile(r"\A\s|\s\Z|\A\Z|[aApP]\.\Z")
CUTTER: Final = Cutter(PIECES, Kinds(_spellings(), _classify), _JOINED)
"""Cuts a text and gives its codes, for `timeline.timex._document.Document`."""
