"""Patterns with names, from which the rules of English are put together."""

from __future__ import annotations

from typing import Final

NUMBER_OPENS: Final = "n big y dec grp tens nw a dozen"
"""The kinds with which ``NUM`` begins; the following are those of other macros."""
AMOUNT_OPENS: Final = (
    f"{NUMBER_OPENS} few couple several some dozens about nearly no more less at up half"
)
"""Those of ``APPROX``, ``NUM``, ``VAGUE`` and a half."""
DAY_OPENS: Final = "the n ord ordw second tens nw"
"""Those of ``DAY``, behind an article or not."""
WHICH_OPENS: Final = "the last bygone next coming this that same following previous"
"""Those of what says which month or weekday is meant, behind an article or not."""

MACROS: Final = {
    # Days, months, years.
    "MONTH": r"{month}|{may}|{march}|{mabbr}(?:\.|(?!\.))",
    "ORDW": r"{ordw}|{second}|{tens}[- ](?:{ordw}|{second})",
    "DAY": r"{n}|{ord}|{ORDW}|(?:{SMALLW})(?=[,.;!]|$| {nw}| {at})",
    "WDAY": r"{wday}|{wabbr}\.?",
    "YEAR": r"{y}",
    "YEARW": (
        r"{nw}[- ]{tens}(?:[- ]{nw})?|{nw} {nw}(?: {nw})?|{nw} {scale}(?: {and})? {SMALLW}"
        r"|{nw} {scale}"
    ),
    "WITHYEAR": (
        r"(?: ?, ?| (?:{of} |{in} )?)(?:{y}(?![-]{y}|[%])|(?:{YEARW})(?! {ANYUNIT}"
        r"| {word}| {count}))"
    ),
    "RELYEAR": (
        r" (?:{of} )?(?:{last}|{this}|{next}|{the} (?:{previous}|{following}"
        r"|{same})|{that}) {unit}"
    ),
    # Numbers.
    "DIGITS": r"{n}|{big}|{y}|{dec}|{grp}",
    "SMALLW": r"{tens}(?:[- ]{nw})?|{nw}",
    "WORDNUM": (
        r"(?:{SMALLW}|{a}) {scale}(?:(?: {and})? {SMALLW})?(?: {scale})?"
        r"|{SMALLW}|(?:{a} )?{dozen}"
    ),
    "NUM": r"(?:{DIGITS})(?: {scale})?|{WORDNUM}",
    "ANDHALF": r"[- ]{and}[- ](?:(?:{a}|{nw})[- ])?{half}",
    # Units; "second" and "quarter" have kinds of their own, being more than units.
    "UNIT1": r"{unit}|{second}|{quarter}|{part}",
    "UNITS": r"{units}|{seconds}|{hours}|{parts}",
    "ANYUNIT": r"{UNIT1}|{UNITS}",
    "VAGUE": r"(?:{a} )?(?:{few}|{couple}(?: {of})?)|{several}|{some}|{dozens} {of}",
    # Bounds on a quantity.
    "APPROX": (
        r"{about}|{nearly}|{some}|(?:{no} )?{more} {than}|{less} {than}|{at} {least}|{at} {most}"
        r"|{up} {to}"
    ),
    "REFADJ": r"{recent}|{current}",
    # Parts of a stretch.
    "EDGE": r"{begin}|{end}|{close}|{middle}|{rest}|{turn}",
    "PARTOF": (
        r"(?:{the} )?(?:{very} )?(?:(?:{early}|{late}|{later})[- ])?(?:{EDGE}) {of} "
        r"|(?:{the} )?(?:{ordw}|{second}|{late}r?|{later}) {half} {of} "
        r"|(?:{the} )?(?:{ordw}|{early}|{late}|{last}) (?:{units}|{part}|{quarter}) {of} "
    ),
    "EML": r"(?:{the} )?(?:{early}|{late}|{mid})(?: to (?:{early}|{late}|{mid}))?[- ]",
    "MOD": r"(?:{PARTOF}|{EML})(?:{the} )?",
    "SEASON": r"{season}|{spring}|{fall}",
    "ERA": r"{bc}|{ad}",
    "DASH": r"-|\u2013|\u2014|--",
}
