"""Whether the clause around an expression looks back or ahead, by its verb group, without a model.

"met on Thursday" looks back, "will meet on Thursday" and "is due on Tuesday" look ahead. The verb
group nearest before the expression in its clause decides; where the clause has none there, the
first one after it; then whatever stands before it in the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.timex._context import FUTURE, NEAR, PAST
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._verbs import PUT_OFF, WENT_ON

if TYPE_CHECKING:
    import re

    from timeline.timex._document import Document

_REACH: Final = 60
_HAD_REACH: Final = 7
_LONG_CLAUSE: Final = 3
_GO_ON: Final = r"(?: (?:{not}|{adv}|{be}|{have}|{did}|{base}|{due}|{end}|{begin}|{to})){0,5}"
_PLAIN: Final = r"(?:{be}|{base}|{have}|{begin}|{end})"
_ASIDE: Final = r"(?: (?:{not}|{adv})){0,2}"
_VERB: Final = GRAMMAR.compile(
    r"(?=['{will}{to}{is}{be}{have}{was}{due}{comes}{did}])"  # most words are none, at one look
    r"(?:(?P<future>(?:{will}|'{will}|{to}(?= " + _PLAIN + r"))" + _GO_ON + ")"
    r"|(?P<ahead>(?:{is}|'s|{be}|{have}|{was})"
    + _ASIDE
    + r"(?: {be})?"
    + _ASIDE
    + r" (?:{due}|{to}(?= "
    + _PLAIN
    + "))(?: {to}"
    + _GO_ON
    + ")?)"
    r"|(?P<due>{due}" + _ASIDE + "(?: {to}" + _GO_ON + r"|(?! {did})))"
    r"|(?P<comes>{comes})"
    r"|(?P<past>(?:{was}|{did}|{have}"
    + _ASIDE
    + r" (?:{be}|{did}))(?: (?:{not}|{adv}|{be}|{have}|{did})){0,4})"
    r"|(?P<present>(?:{is}|'s|{have})))"
)
_BREAK: Final = GRAMMAR.compile(r"[;:,(\"\u2014]|--|{that} (?!{unit}|{part}|{wday})|{which}|{conj}")
_END: Final = GRAMMAR.compile(r"(?<!{name})\. |!|\n|\.\"")
_SINCE: Final = GRAMMAR.compile(r"{since} (?:{the} |{last} )?$")
_OPENING: Final = GRAMMAR.compile(r" ?\n?\"?(?P<i>{in}) (?P<y>{y})")
_IS: Final = GRAMMAR.expand(" {is}")
_UNTIL: Final = GRAMMAR.compile(r"(?:{until}|{by}) (?:{the} )?$")


def direction(doc: Document, start: int, end: int) -> str:
    """Say where the expression at pieces *start* to *end* is to be looked for.

    Returns:
        ``past``, ``future``, or ``near`` where the clause does not say.
    """
    codes = doc.codes
    left = codes[max(0, start - _REACH) : start]
    if _SINCE.search(left):
        return PAST
    ends = [match.end() for match in _END.finditer(left)]
    sentence = left[ends[-1] :] if ends else left
    breaks = [match.end() for match in _BREAK.finditer(sentence)]
    clause = sentence[breaks[-1] :] if breaks else sentence
    right = codes[end : end + _REACH]
    stop = _END.search(right)
    right = right[: stop.start()] if stop else right
    until = bool(_UNTIL.search(left))
    if codes.startswith(_IS, end) and doc.opens(start):
        return FUTURE
    if until and PUT_OFF.intersection(doc.words(max(0, start - 8), start)):
        return FUTURE
    places = [
        (_last(clause), start - len(clause)),
        (_VERB.search(right), end),
        (_last(sentence), start - len(sentence)),
    ]
    if clause.count(" ") >= _LONG_CLAUSE:
        places[1], places[2] = places[2], places[1]
    for verb, offset in places:
        found = _meaning(verb, doc, offset)
        if found is not None:
            return FUTURE if until and found == NEAR else found
    return FUTURE if until else NEAR


def opening_year(doc: Document, start: int) -> int | None:
    """Give the year with which the sentence before *start* begins: "In 1962, he fell in May"."""
    left = doc.codes[max(0, start - _REACH) : start]
    ends = [match.end() for match in _END.finditer(left)]
    place = max(0, start - _REACH) + (ends[-1] if ends else 0)
    opening = _OPENING.match(doc.codes, place)
    if opening is None or opening.end() > start or not doc.opens(opening.start("i")):
        return None
    return int(doc.pieces[opening.start("y")])


def _last(codes: str) -> re.Match[str] | None:
    found = None
    for match in _VERB.finditer(codes):
        found = match
    return found


def _meaning(verb: re.Match[str] | None, doc: Document, offset: int) -> str | None:
    """Say which way a verb group looks that was matched in the codes from *offset* on."""
    if verb is None:
        return None
    kind = verb.lastgroup
    if kind == "future" and doc.word(offset + verb.start()) == "to":
        before = doc.word(offset + verb.start() - 2)
        if before in WENT_ON:  # "appeared to hold on Tuesday" tells of what was
            return PAST
        if "had" in doc.words(max(0, offset + verb.start() - _HAD_REACH), offset + verb.start()):
            return NEAR  # "had been asked to go on Tuesday" looks ahead from a past
    words = doc.words(offset + verb.start(), offset + verb.end())
    if words[:2] == ["had", "to"]:
        return PAST
    if kind in ("future", "ahead", "due", "comes"):
        return FUTURE
    return PAST if kind == "past" else NEAR
