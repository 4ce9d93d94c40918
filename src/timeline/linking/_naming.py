"""What a new fact is called: an id that a person can read, and a title."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from timeline.dates import format_day
from timeline.linking._english import EMPTY_WORDS
from timeline.model import Stance, slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates import When
    from timeline.model import Claim

_LONGEST_ID: Final = 64
_LONGEST_TITLE: Final = 90
_WORDS: Final = 3
_PLAIN: Final = re.compile(r"[A-Za-z][\w-]*")


def fact_id(claim: Claim, kind: str, is_taken: Callable[[str], bool]) -> str:
    """Return an id for the fact that *claim* is the first to tell of.

    It is made of the kind, the first actor or place, and the date, with some words for the first or
    the second where that is not known. It depends on nothing but the claim; where it is taken, some
    letters that stand for the claim's id follow.
    """
    about = () if claim.reading is None else claim.reading.about
    others = [name for name in about if name not in claim.chain] or list(about)
    actor = next(iter(others), "")
    if kind and actor:
        parts = [kind, actor]
    elif actor:
        parts = [actor, _first_words(_text(claim), actor, _WORDS - 1, acting=True)]
    else:
        parts = [kind, _first_words(_text(claim), kind, _WORDS, acting=False)]
    parts.append(_date(claim.occurred))
    name = slug("-".join(part for part in parts if part)) or "claim"
    name = _shortened(name)
    if not is_taken(name):
        return name
    digest = hashlib.sha256(claim.id.encode()).hexdigest()
    return next(
        offered
        for length in range(4, len(digest) + 1)
        if not is_taken(offered := f"{name}-{digest[:length]}")
    )


def fact_title(claim: Claim) -> str:
    """Return a title: what the claim tells, without what leads up to it, cut where it is long.

    It begins with the clause that the claim's evidence is in, and not with who says so, with a
    conjunction or with a date; it ends with a word that can end it, its quotation marks in pairs.
    """
    text = " ".join(_text(claim).split()).removeprefix("… ")
    text = _without_lead(_from_evidence(text, claim), dated=claim.occurred is not None)
    text = text.rstrip(" …") + "…" if text.endswith("…") else text.rstrip(".")
    if text.rpartition(" ")[2] in _SAYING:
        text += "…"
    if len(text) > _LONGEST_TITLE:
        text = _cut_to_figure(text, claim)
    return text[:1].upper() + text[1:] or claim.id


def _cut_to_figure(text: str, claim: Claim) -> str:
    """Cut a long text; where what is cut off is all that the claim rests on, add its figure."""
    cut = _cut(text, _LONGEST_TITLE)
    exact = "" if claim.evidence is None else " ".join(claim.evidence.exact.split())
    if not claim.figures or not exact or exact[:_SHOWN] in cut:
        return cut
    figure = f" ({claim.figures[0]})"
    return _cut(text, max(_SHORTEST, _LONGEST_TITLE - len(figure))) + figure


_SHOWN: Final = 12
"""How many characters of its evidence a title must have, to show it."""


_SAYING: Final = frozenset(
    "said put told reckoned estimated called wrote claimed warned found showed added that".split()
)
"""Words that end what says only that something was said."""
_LEAD: Final = re.compile(
    r"(?:and|but|yet|so(?!\s+far)|then|also|meanwhile|however|still|besides|moreover|furthermore"
    r"|in addition|nevertheless|instead|for now|for his part|for her part|for its part),?\s+(?=\S)",
    re.IGNORECASE,
)
"""Words that only tie a sentence to the one before."""
_DAY: Final = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\."
)
_WHEN: Final = re.compile(
    rf"(?:(?:earlier|later|early|late)\s+(?:this|that|last|in|on)\s+(?:week|month|year|{_DAY})"
    rf"|(?:last|this|next)\s+(?:week|month|year|spring|summer|autumn|fall|winter|{_DAY})"
    rf"|(?:on|in)\s+(?:(?:early|mid|late)[ -])?(?:{_DAY})"
    rf"|yesterday|today|tomorrow)"
    rf"(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s+(?:19|20)\d\d|\s+(?:this|last)\s+year)?"
    rf"(?:\s+(?:morning|afternoon|evening|night))?(?:,\s+|\s+(?=[A-Z]|(?:the|a|an|its|their|his"
    rf"|her|two|three|some|about|at least|more than)\s))",
    re.IGNORECASE,
)
"""A date that stands before the subject."""
_NO_SUBJECT: Final = frozenset(
    "is are was were be been has have had will would may might can could should do does did to by "
    "in at on of for with from into onto over under than then as if or and but not that which who "
    "whom whose where when while after before since amid despite because".split()
)
_DANGLING: Final = _NO_SUBJECT | frozenset(
    "a an the its their his her our my your this these those between among through during against "
    "about around up out more less some any no how what why it's also only even just "
    "without within upon toward towards near per".split()
)


def _from_evidence(text: str, claim: Claim) -> str:
    """Begin with the evidence where the text has more before it, and it is a clause by itself."""
    exact = "" if claim.evidence is None else " ".join(claim.evidence.exact.split())
    place = text.find(exact) if exact else -1
    if place <= 0 or _is_needed(text[:place], claim):
        return text
    words = [word.strip(_STOPS).lower() for word in exact.split(None, _REACH)]
    if words[0] in _NO_SUBJECT or words[0].endswith(("ed", "ing")):
        return text
    if _FINITE.isdisjoint(words[1:_REACH]) or not (exact[0].isupper() or words[0] in _BEGINS):
        return text
    return text[place - (text[place - 1] in '"\u201c') :]


_FINITE: Final = frozenset(
    "is are was were has have had will would may might can could must should did do does".split()
)
_REACH: Final = 9
_BEGINS: Final = frozenset(
    "the a an its their his her our it he she they we this these some about no nobody two three "
    "four five six seven eight nine ten most many all both".split()
)


def _is_needed(ahead: str, claim: Claim) -> bool:
    """Whether the words before the evidence are what was said, or turn its sense round.

    "It was denied that" does not: the status of the fact says so.
    """
    if claim.reading is not None and claim.reading.kind == "statement":
        return True
    if claim.stance in _ANSWERED and ahead.endswith("that "):
        return False
    return _NEGATED.search(_PAST.split(ahead)[-1]) is not None


_ANSWERED: Final = frozenset({Stance.DENIES, Stance.WITHHOLDS})
_PAST: Final = re.compile(r"[,;:.\"\u201c\u201d]|\b(?:and|but|who|which)\b")
_NEGATED: Final = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|none|nothing|without|hardly|cannot|unlikely|unclear)\b"
    r"|n['\u2019]t\b",
    re.IGNORECASE,
)


def _without_lead(text: str, *, dated: bool) -> str:
    for pattern in (_LEAD, _WHEN, _LEAD) if dated else (_LEAD,):
        found = pattern.match(text)
        if found is not None and len(text) - found.end() >= _SHORTEST:
            text = text[found.end() :]
    return text


_SHORTEST: Final = 20


def _cut(text: str, length: int) -> str:
    words = text[:length].rpartition(" ")[0].split(" ")
    while len(words) > _WORDS and words[-1].strip(_STOPS).lower() in _DANGLING:
        words.pop()
    cut = " ".join(words).rstrip(_STOPS)
    if cut.count("\u201c") > cut.count("\u201d"):
        return cut + "…\u201d"
    return cut + ('…"' if cut.count('"') % 2 else "…")


_STOPS: Final = ",;:-\u2013\u2014 "


def _text(claim: Claim) -> str:
    return claim.text or ("" if claim.evidence is None else claim.evidence.exact)


def _first_words(text: str, avoid: str, count: int, *, acting: bool) -> str:
    """Return the first words of some weight; beside an actor, no other names."""
    words: list[str] = []
    avoided = avoid.split("-")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
        text = text.encode("ascii", "ignore").decode()
    for found in _PLAIN.finditer(text):
        if acting and found.start() and found[0][0].isupper():
            continue
        word = _with_weight(found[0])
        if word and word not in avoided:
            words.append(word)
            if len(words) == count:
                break
    return "-".join(words)


_SHORT_WORD: Final = 3


@functools.lru_cache(maxsize=4_096)  # a few thousand words make most of any text
def _with_weight(word: str) -> str:
    """Return *word* as part of an id; nothing for one that says little."""
    word = slug(word)
    return "" if word in EMPTY_WORDS or len(word) < _SHORT_WORD else word


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_ID else name[:_LONGEST_ID].rpartition("-")[0]


def _date(when: When | None) -> str:
    """Write the day, the month or the year that a date lies in; nothing for a vaguer one."""
    if when is None:
        return ""
    first, last = when.start_earliest, when.start_latest
    return "" if first is None or last is None else _span(first, last)


@functools.lru_cache(maxsize=1_024)  # an article tells of a few days
def _span(first: int, last: int) -> str:
    begun, ended = format_day(first), format_day(last)
    while begun and begun != ended:
        begun, ended = begun.rpartition("-")[0], ended.rpartition("-")[0]
    return begun
