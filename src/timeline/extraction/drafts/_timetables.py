"""What is arranged is told in the present: "polls open on Sunday", "it starts on Monday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import ADVERBS, FINITE, IS
from timeline.extraction.page import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.dating import Anchor
    from timeline.extraction.drafts._pieces import Piece
    from timeline.timex import TimeExpression

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


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLED else "") + "ing"


_DOUBLED = frozenset("begin sit run step cut".split())


_BASE = frozenset(_BASES)
_GERUNDS = frozenset(_gerund(base) for base in _BASES)
_THIRD = frozenset(_third(base) for base in _BASES)
"""Verbs of what is done on an appointed day."""
_PLURAL = frozenset("people police voters men women children both they we all two three".split())
_NO_SUBJECT = frozenset(
    "a an the this that these those his her its their our my your of in on at by for to from with "
    "and or no any some each every first last next new recent his two three four five six seven "
    "several many few more most other not".split()
)
_WEEKDAY = re.compile(
    r"(?:(?:[\d:.]+ ?(?:[ap]\.?m\.?)?|noon|midday|midnight)(?: local time| GMT)?,? on )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the weekend)\b.*",
    re.IGNORECASE,
)
_LONG_GONE = 60
"""From how many days before it is told a day without a year is rather one to come."""
_FIRST_THREE = 3


def is_timetabled(piece: Piece, anchor: Anchor) -> bool:
    """Whether the present tense of a piece tells of a day that is still to come.

    "The final is on Sunday" does so, too; a picture's "is seen on Monday" does not. A day of the
    weeks before is not meant by "the court hears him on May 3": that is a story told as if it went
    on now.

    Args:
        piece: the piece.
        anchor: from when it is told.
    """
    if piece.sentence.block.part is Part.CAPTION:
        return False  # "Ms Doe leaves the court on Monday", says a picture of what was
    dates = [time for time in piece.times if time.type != "DURATION"]
    if len(dates) != 1 or not (_WEEKDAY.match(dates[0].text) or _is_open(dates[0], anchor)):
        return False
    tokens = [token for token in piece.tokens if token.start < dates[0].start]
    behind = [token.lower for token in piece.tokens if token.start >= dates[0].end]
    for number, token in enumerate(tokens):
        word = token.lower
        if word in IS and word != "'s" and number:
            return _is_on(tokens[number + 1 :]) or _is_doing(tokens[number + 1 :], behind)
        if word in FINITE or (number and is_past(word) and word not in _BASE):
            return False
        if number and _is_present(tokens, number):
            return "and" in behind[:1] or not _goes_on(tokens[number + 1 :], behind)
    return False


def _is_open(date: TimeExpression, anchor: Anchor) -> bool:
    """Whether a day without a year is one to come, or so long gone that the next can be meant."""
    when = date.when
    if when is None or when.latest is None or when.earliest != when.latest:
        return False
    if date.type != "DATE" or _NO_YEAR.fullmatch(date.text) is None:
        return False
    return when.latest >= anchor.last or anchor.last - when.latest >= _LONG_GONE


_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_NO_YEAR = re.compile(rf"[A-Z][a-z]{{2,8}}\.? {_NTH}|{_NTH} [A-Z][a-z]{{2,8}}")


def _is_doing(tokens: Sequence[Token], behind: Sequence[str]) -> bool:
    """Whether somebody "is meeting" on a day, and the day is not that of something else."""
    words = [token.lower for token in tokens if token.lower not in ADVERBS]
    if not words or words[0] not in _GERUNDS or len(words) > _SHORT:
        return False
    return not _goes_on(tokens[1:], behind) and _ASIDE_OF.isdisjoint(words)


_SHORT = 6
_ASIDE_OF = frozenset("into about over from of under for against".split())


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
