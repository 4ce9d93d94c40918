"""What is arranged is told in the present: "polls open on Sunday", "it starts on Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE, IS
from timeline.extraction.page import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.drafts._pieces import Piece

_BASES = (
    "begin start open reopen close end finish resume restart conclude expire arrive leave depart "
    "return fly travel head meet host face visit play vote launch retire premiere debut sit "
    "convene gather hold debate decide report publish release enter appear stand lapse sail race "
    "kick go come take run elect choose join move hear test step receive sign unveil present "
    "address celebrate mark welcome contest defend tour speak testify swear inaugurate bury switch "
    "lift introduce raise cut strike march rally walk hand deliver perform compete fight"
).split()


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


_BASE = frozenset(_BASES)
_THIRD = frozenset(_third(base) for base in _BASES)
"""Verbs of what is done on an appointed day."""
_PLURAL = frozenset("people police voters men women children both they we all two three".split())
_NO_SUBJECT = frozenset(
    "a an the this that these those his her its their our my your of in on at by for to from with "
    "and or no any some each every first last next new recent his two three four five six seven "
    "several many few more most other not".split()
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend)\b.*", re.IGNORECASE
)
_FIRST_THREE = 3


def is_timetabled(piece: Piece) -> bool:
    """Whether the present tense of a piece tells of a weekday that is still to come.

    "The final is on Sunday" does so, too; a picture's "is seen on Monday" does not.
    """
    if piece.sentence.block.part is Part.CAPTION:
        return False  # "Ms Doe leaves the court on Monday", says a picture of what was
    dates = [time for time in piece.times if time.type != "DURATION"]
    if len(dates) != 1 or _WEEKDAY.match(dates[0].text) is None:
        return False
    tokens = [token for token in piece.tokens if token.start < dates[0].start]
    behind = [token.lower for token in piece.tokens if token.start >= dates[0].end]
    for number, token in enumerate(tokens):
        word = token.lower
        if word in IS and word != "'s" and number:
            return _is_on(tokens[number + 1 :])
        if word in FINITE or (number and is_past(word) and word not in _BASE):
            return False
        if number and _is_present(tokens, number):
            return "and" in behind[:1] or not _goes_on(tokens[number + 1 :], behind)
    return False


def _goes_on(tokens: Sequence[Token], behind: Sequence[str]) -> bool:
    """Whether the day is that of something else, or the word for the verb a noun after all."""
    between = [token.lower for token in tokens]
    return (
        not _ASIDE.isdisjoint(between)
        or not FINITE.isdisjoint(between)
        or any(is_past(word) and word not in _BASE for word in between)
        or any(word in FINITE or is_past(word) for word in behind[:_NEAR])
    )


_ASIDE = frozenset("after before since following until till despite over".split())
_NEAR = 4


def _is_present(tokens: Sequence[Token], number: int) -> bool:
    word, before = tokens[number].lower, tokens[number - 1].lower
    if before in _NO_SUBJECT:
        return False
    if word in _THIRD:
        return not (before.endswith("s") and not before.endswith(("ss", "us", "is")))
    plural = before.endswith("s") and not before.endswith(("'s", "’s", "ss", "us", "is"))
    return word in _BASE and (plural or before in _PLURAL) and number <= _FIRST_THREE


def _is_on(tokens: Sequence[Token]) -> bool:
    """Whether little stands between "is" and its day: "is out on", "is on"."""
    words = [token.lower for token in tokens]
    if not words or words[-1] not in {"on", "at", "over", "this", "next"}:
        return False
    return len(words) <= _FIRST_THREE and not any(
        is_participle(word) or word.endswith("ing") or word in {"not", "dead", "alive"}
        for word in words
    )
