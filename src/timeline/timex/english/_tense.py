"""Whether the clause around an expression looks back or ahead, by its verb group, without a model.

"met on Thursday" looks back, "will meet on Thursday" and "is due on Tuesday" look ahead. The verb
group nearest before the expression in its clause decides; where the clause has none there, the
first one after it; then whatever stands before it in the sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.timex._context import FUTURE, NEAR, PAST
from timeline.timex.english._lexicon import GRAMMAR
from timeline.timex.english._verbs import (
    FORESAW,
    GAVE_A_DAY,
    LET,
    MOVED,
    PLANS,
    PUT_OFF,
    SPEECH,
    STAYED,
    WENT_ON,
)

if TYPE_CHECKING:
    from timeline.timex._context import Context
    from timeline.timex._document import Document
    from timeline.timex._reading import Found

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
    + r" (?:{due}(?: {to}"
    + _GO_ON
    + ")?|{to}(?= "
    + _PLAIN
    + ")"
    + _GO_ON
    + "))"
    r"|(?P<due>{due}" + _ASIDE + "(?: {to}" + _GO_ON + r"|(?! {did})))"
    r"|(?P<comes>{comes})"
    r"|(?P<past>(?:{was}|{did}|{have}"
    + _ASIDE
    + r" (?:{be}|{did}))(?: (?:{not}|{adv}|{be}|{have}|{did})){0,4})"
    r"|(?P<present>(?:{is}|'s|{have})))"
)
_BREAK: Final = GRAMMAR.compile(r"[;:,(\"\u2014]|--|{that} (?!{unit}|{part}|{wday})|{which}|{conj}")
_END: Final = GRAMMAR.compile(r"\. |!|\n|\.\"")
_NAME: Final = GRAMMAR.code("name")
_DID: Final = GRAMMAR.code("did")
_BASE: Final = GRAMMAR.code("base")
_HELPING: Final = {"be", "have", "get", "become", "remain", "stay", "see", "make", "feel"}
_TO_AND_TWO: Final = 5
"""How many pieces "to", a verb, and a past are, with the gaps."""
_NO_NAMES: Final = frozenset(
    GRAMMAR.code(kind)
    for kind in (
        *("in", "on", "at", "by", "for", "from", "since", "until", "after", "before", "during"),
        *("the", "a", "this", "that", "these", "it", "some", "no", "each", "all", "as", "conj"),
        *("which", "last", "today", "yesterday", "between", "over", "within", "to", "and"),
    )
)
"""Kinds of words whose capital says that a sentence begins: no name goes on with them."""
_SINCE: Final = GRAMMAR.compile(r"{since} (?:{the} |{last} )?$")
_OPENING: Final = GRAMMAR.compile(r" ?\n?\"?(?P<i>{in}) (?P<y>{y})")
_IS: Final = GRAMMAR.expand(" {is}")
_SIDE: Final = GRAMMAR.compile(r", {which}[^,;]*,")
_OWNERS: Final = {"the", "a", "its", "their", "his", "her", "our", "my", "of", "these", "those"}
_SAID_REACH: Final = 30
_OVER: Final = (["had", "to"], ["could", "not"], ["couldn", "'"])
"""Groups that tell of what was, though their verb is one of what may come."""
_SET_REACH: Final = 5
_NOW: Final = {"is", "are", "'s", "be"}
_QUOTED: Final = re.compile(r'"[^"]{1,24}"(?! ?,)')
"""A few words in quotation marks, whose verbs are not those of the clause around them."""
_UNTIL: Final = GRAMMAR.compile(r"(?:{until}|{by}) (?:{the} )?$")


def direction(doc: Document, start: int, end: int, *, until: str = FUTURE) -> str:
    """Say where the expression at pieces *start* to *end* is to be looked for.

    Args:
        doc: the text.
        start: the place of its first piece.
        end: the place behind its last.
        until: what "until" and "by" say where no verb does.

    Returns:
        ``past``, ``future``, or ``near`` where the clause does not say.
    """
    codes = doc.codes
    left = codes[max(0, start - _REACH) : start]
    if _SINCE.search(left):
        return PAST
    begin = start - len(left)
    ends = _ends(doc, left, begin)
    sentence = left[ends[-1] :] if ends else left
    if '"' in sentence:
        sentence = _QUOTED.sub(_blank, sentence)
    breaks = [match.end() for match in _BREAK.finditer(sentence)]
    clause = sentence[breaks[-1] :] if breaks else sentence
    right = codes[end : end + _REACH]
    stops = _ends(doc, right, end)
    right = right[: stops[0]] if stops else right
    if _foreseen_then(doc, start, end):
        return PAST
    new = _is_new_day(doc, start - len(sentence), start)
    if new and doc.word(start).endswith("day"):
        return FUTURE
    limit = bool(_UNTIL.search(left))
    if codes.startswith(_IS, end) and doc.opens(start):
        return FUTURE
    if limit:
        near = doc.words(max(0, start - 8), start)
        if STAYED.intersection(near):
            return PAST
        if PUT_OFF.intersection(near):
            return FUTURE
    places = [
        (_last(clause), start - len(clause)),
        (_VERB.search(right), end),
        (_last(_SIDE.sub(_blank, sentence)), start - len(sentence)),
    ]
    if clause.count(" ") >= _LONG_CLAUSE:
        places[1], places[2] = places[2], places[1]
    for verb, offset in places:
        found = _meaning(verb, doc, offset)
        if found is not None:
            if new and found == PAST:
                return NEAR  # "delayed the launch to May": still to come, or over
            return until if limit and found == NEAR else found
    return until if limit else NEAR


def _is_new_day(doc: Document, first: int, start: int) -> bool:
    """Say whether a date is the one that a plan got: "moved the vote to", "set it for"."""
    word = doc.word(start - 2)
    if word not in ("to", "for"):
        return False
    before = doc.words(max(first, start - _PLAN_REACH), start - 2)
    verbs = MOVED if word == "to" else GAVE_A_DAY
    return not verbs.isdisjoint(before) and _BYGONE.isdisjoint(before)


_PLAN_REACH: Final = 18
_BYGONE: Final = {"had", "which", "who", "that", "and", "but", "year", "years"}


def _foreseen_then(doc: Document, start: int, end: int) -> bool:
    """Say whether it was then that somebody looked ahead: "it projected in April that ..."."""
    if doc.word(start - 2) not in _THEN or doc.word(start - 4) not in FORESAW:
        return _foresaw_behind(doc, end)
    who, what = doc.word(start - 6), doc.word(end + 1)
    if not who.isalpha() or who in _BEING:
        return False  # "is expected in May to rule"; "the ruling, expected in May, ..."
    return what in _WHAT or (doc.word(start - 4) in _OPEN and what.isalpha())


def _foresaw_behind(doc: Document, end: int) -> bool:
    """Say whether a date opens the sentence of a forecast: "in May the bank forecast growth"."""
    for place in range(end + 3, end + _AS_FAR, 2):
        word = doc.word(place)
        if word in FORESAW:
            who = doc.word(place - 2)
            return who.isalpha() and who not in _BEING and doc.word(place + 2).isalpha()
        if not word.isalpha():
            return False
    return False


_THEN: Final = ("in", "on")
_WHAT: Final = ("that", "to")
_OPEN: Final = ("forecast", "projected", "predicted")
_AS_FAR: Final = 11
_BEING: Final = frozenset("is are was were be been being not still also widely".split())


def look_back(found: Found, context: Context) -> None:
    """Let what counts from the text count from what is gone, where its clause looks back."""
    if context.is_ahead and direction(found.doc, found.start, found.end) == PAST:
        context.look_back()


def is_said(doc: Document, start: int) -> bool:
    """Say whether a date is that of a statement, by the words before it in its sentence."""
    begin = max(0, start - _SAID_REACH)
    left = doc.codes[begin:start]
    ends = _ends(doc, left, begin)
    return not SPEECH.isdisjoint(doc.words(begin + (ends[-1] if ends else 0), start))


def _ends(doc: Document, codes: str, offset: int) -> list[int]:
    """List where sentences end in *codes*, which stand in the text from *offset* on."""
    return [match.end() for match in _END.finditer(codes) if _is_end(doc, offset, match)]


def _is_end(doc: Document, offset: int, match: re.Match[str]) -> bool:
    """Say whether a stop ends a sentence, and does not shorten a name."""
    stop, after = offset + match.start(), offset + match.end()
    if match[0] != ". " or doc.codes[stop - 1 : stop] != _NAME or not stop:
        return True
    return (
        doc.codes[after : after + 1] in _NO_NAMES
        and len(doc.pieces[stop - 1]) > 1
        and doc.pieces[after][0].isupper()
    )


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def opening_year(doc: Document, start: int) -> int | None:
    """Give the year with which the sentence before *start* begins: "In 1962, he fell in May"."""
    left = doc.codes[max(0, start - _REACH) : start]
    ends = _ends(doc, left, max(0, start - _REACH))
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


def _is_done(doc: Document, end: int) -> bool:
    """Say whether a verb group ends with a participle, as "to have told" and "to have met" do."""
    return doc.codes[end - 1 : end] == _DID or doc.codes[end + 1 : end + 2] == _DID


def _ends_in_past(doc: Document, start: int, end: int) -> bool:
    """Say whether behind "to" and its verb a past follows: "the refusal to pay angered them"."""
    if doc.codes[end - 1 : end] != _DID or end - start < _TO_AND_TWO:
        return False
    return doc.codes[end - 3] == _BASE and doc.word(end - 3) not in _HELPING


def _is_noun(doc: Document, start: int, end: int) -> bool:
    """Say whether a word that announces is a noun: "learned of the plans on Tuesday"."""
    if doc.word(start) not in PLANS or "to" in doc.words(start, end):
        return False
    return not _OWNERS.isdisjoint(doc.words(max(0, start - 2), start))


def _meaning(verb: re.Match[str] | None, doc: Document, offset: int) -> str | None:
    """Say which way a verb group looks that was matched in the codes from *offset* on."""
    if verb is None:
        return None
    kind = verb.lastgroup
    if kind == "due" and _is_noun(doc, offset + verb.start(), offset + verb.end()):
        return None
    if kind == "future" and doc.word(offset + verb.start()) == "to":
        before = doc.word(offset + verb.start() - 2)
        if _ends_in_past(doc, offset + verb.start(), offset + verb.end()):
            return PAST
        if doc.word(offset + verb.start() + 2) == "have" and _is_done(doc, offset + verb.end()):
            return PAST  # "is understood to have told him on Tuesday"
        if before in LET and doc.word(offset + verb.start() - 4) in ("was", "were"):
            return NEAR
        if before in WENT_ON:  # "appeared to hold on Tuesday" tells of what was
            return PAST
        if "had" in doc.words(max(0, offset + verb.start() - _HAD_REACH), offset + verb.start()):
            return NEAR  # "had been asked to go on Tuesday" looks ahead from a past
    words = doc.words(offset + verb.start(), offset + verb.end())
    if words[:2] in _OVER or words[:2] == ["had", "been"]:
        return PAST
    if kind in ("ahead", "due") and "set" in words and "to" not in words:
        behind = offset + verb.end()
        if "for" not in doc.words(behind, behind + _SET_REACH):  # "set up in May", "set out in May"
            return NEAR if words[0] in _NOW else PAST
    if kind == "ahead" and words[1:2] == ["to"] and words[0] in ("was", "were"):
        return NEAR  # "was to be closed in July": of a past, or still to come
    if kind in ("future", "ahead", "due", "comes"):
        return FUTURE
    return PAST if kind == "past" else NEAR
