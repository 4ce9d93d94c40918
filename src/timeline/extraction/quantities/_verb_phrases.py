"""What a verb phrase says of its subject: "have been treated", "were without heating"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english import _deeds as english
from timeline.extraction.english._inflection import (
    is_participle,
    is_past,
    participle,
    participle_of_base,
)
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities import _nouns as nouns
from timeline.extraction.quantities._groups import (
    is_adverb,
    is_plain,
    main_verb,
    with_particle,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.quantities._clauses import Clause
    from timeline.extraction.quantities._measures import Hit

_REACH: Final = 10
"""The most words between what tells which and the verb of the sentence."""


def is_verb(word: str) -> bool:
    """Whether a word can be a past or a participle."""
    return is_past(word) or is_participle(word)


def reduced_verb(tokens: Sequence[Token], at: int, end: int) -> str:
    """Read "with 300 homes damaged"."""
    if at >= end or not is_participle(tokens[at].lower):
        return ""
    return with_particle(tokens, at, participle(tokens[at].lower), passive=True)


def of_verb(clause: Clause, number: int, at: int) -> str:
    """Read "12 factories reopened on Monday", "43 ships stranded off the coast"."""
    tokens = clause.tokens
    noun = clause.nouns[number]
    said = with_particle(tokens, at, participle(tokens[at].lower), passive=False)
    by = at + 1 < len(tokens) and tokens[at + 1].lower == "by"
    if by and any(one.name in {"in favour", "against"} for one in clause.measures.saying(said)):
        return ""  # "900 firefighters backed by 12 aircraft"
    generic = noun is not None and noun.generic
    return said if generic or is_plain(tokens, at, said) else ""


def grouped(clause: Clause, number: int, at: int, end: int) -> str:
    """Read "have been treated", "were without heating", "would arrive", "was still working"."""
    tokens = clause.tokens
    group: set[str] = set()
    while at < end and (
        tokens[at].lower in english.AUXILIARIES
        or is_adverb(tokens[at].lower)
        or (
            tokens[at].lower in english.AWAITED
            and at + 1 < len(tokens)
            and tokens[at + 1].lower == "to"
        )
    ):
        if tokens[at].lower == "to":
            group.clear()  # "were expected to leave"
        group.add(tokens[at].lower)
        at += 1
    if (
        at >= end
        or group & english.NEGATIONS
        or tokens[at].lower in english.NEGATIONS - {"without"}
    ):
        return ""
    word = tokens[at].lower
    passive = bool(group & english.BE)
    if passive and word == "gone":
        return word
    if passive and word == "without" and at + 1 < len(tokens) and tokens[at + 1].text.islower():
        return without(tokens, at + 1)
    if passive and word.endswith("ing"):
        noun = clause.nouns[number]
        if noun is not None and noun.sort == nouns.PEOPLE and word in english.AT_IT:
            return ""
        return word if is_plain(tokens, at, word) and word not in english.NO_VERBS else ""
    if is_participle(word):
        said = participle(word)
    elif group & english.MODALS and not passive and word not in STOPS:
        said = participle_of_base(word)
    else:
        return ""
    said = with_particle(tokens, at, said, passive=passive)
    noun = clause.nouns[number]
    generic = noun is not None and noun.generic
    return said if passive or generic or is_plain(tokens, at, said) else ""


def tells_which(clause: Clause, number: int, hit: Hit) -> bool:
    """Whether a participle only tells which whole: "12 of the 40 arrested have been charged"."""
    if number not in clause.wholes or hit.start != clause.behind[number]:
        return False
    end = min(len(clause.tokens), hit.end + _REACH)
    main = main_verb(clause.tokens, hit.end, end)
    return main < end and bool(grouped(clause, number, main, end))
