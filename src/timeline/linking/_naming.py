"""What a new fact is called: an id that a person can read, and a title."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from timeline.dates import format_day
from timeline.linking._english import EMPTY_WORDS
from timeline.model import slug

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates import When
    from timeline.model import Claim

_LONGEST_ID: Final = 64
_LONGEST_TITLE: Final = 90
_WORDS: Final = 3
_PLAIN: Final = re.compile(r"[a-z0-9]+")


def fact_id(claim: Claim, kind: str, is_taken: Callable[[str], bool]) -> str:
    """Return an id for the fact that *claim* is the first to tell of.

    It is made of the kind, the first actor or place, and the date, and depends on nothing but the
    claim; where that id is taken, some letters that stand for the claim's id follow.
    """
    about = () if claim.reading is None else claim.reading.about
    others = [name for name in about if name not in claim.chain] or list(about)
    told = others[0] if kind and others else _first_words(_text(claim), avoid=kind)
    parts = [kind, told or next(iter(others), ""), _date(claim.occurred)]
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
    """Return a title: the claim's text, cut after a word where it is long."""
    text = " ".join(_text(claim).split()).rstrip(".")
    if len(text) > _LONGEST_TITLE:
        text = text[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(",;:-\u2013\u2014 ") + "…"
    return text[:1].upper() + text[1:] or claim.id


def _text(claim: Claim) -> str:
    return claim.text or ("" if claim.evidence is None else claim.evidence.exact)


def _first_words(text: str, avoid: str) -> str:
    words: list[str] = []
    for found in _PLAIN.finditer(text.lower()):
        word = found[0]
        if word not in EMPTY_WORDS and word != avoid:
            words.append(word)
            if len(words) == _WORDS:
                break
    return "-".join(words)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_ID else name[:_LONGEST_ID].rpartition("-")[0]


def _date(when: When | None) -> str:
    """Write the day, the month or the year that a date lies in; nothing for a vaguer one."""
    if when is None:
        return ""
    first, last = when.start_earliest, when.start_latest
    if first is None or last is None:
        return ""
    begun, ended = format_day(first), format_day(last)
    while begun and begun != ended:
        begun, ended = begun.rpartition("-")[0], ended.rpartition("-")[0]
    return begun
