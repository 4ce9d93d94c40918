"""Where a verb stands among words, as far as their forms tell: what cuts clauses needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

PRONOUNS = frozenset("i you he she it we they this that these those there".split())
RELATIVES = frozenset({"who", "which", "whom", "whose", "where"})
_CLAUSE_REACH = 14


def clause_follows(tokens: Sequence[Token], number: int) -> bool:
    """Whether a finite verb follows before the next stop."""
    return verb_within(tokens, number, _CLAUSE_REACH)


def verb_within(tokens: Sequence[Token], number: int, reach: int) -> bool:
    for position in range(number, min(number + reach, len(tokens))):
        token = tokens[position]
        word = token.lower
        if word in FINITE:
            return True
        if word in {",", ".", ";", ":"} or word in RELATIVES:
            return False
        if (
            position > number
            and word.endswith("ed")
            and not token.capital
            and tokens[position - 1].lower not in {"the", "a", "an", "of", "by", "its", "their"}
        ):
            return True
        if word in COMMON_PAST and position > number:
            return True
    return False


COMMON_PAST = frozenset(
    "said told went came took began made gave got saw left held struck hit won lost fell rose "
    "sent met put led broke found became fled shot grew wrote brought reached thought withdrew "
    "sought says say takes goes comes makes gives sees holds falls rises begin attack fight sat "
    "ran".split()
)


_BEGINS = frozenset(
    "the a an its their his her neither nobody everybody somebody everyone someone none nothing "
    "no others many most some".split()
)
"""Other words with which a subject begins."""


def has_verb(tokens: Sequence[Token], first: int, number: int) -> bool:
    return any(
        token.lower in FINITE or token.lower in COMMON_PAST or token.lower.endswith("ed")
        for token in tokens[first:number]
    )


def subject_and_verb(tokens: Sequence[Token], number: int) -> bool:
    """Whether a subject and its verb follow a coordinator, so that it joins clauses, not nouns."""
    if number >= len(tokens):
        return False
    word = tokens[number].lower
    if word in PRONOUNS or word in _BEGINS:
        return verb_within(tokens, number + 1, 8)
    if tokens[number].capital:
        return verb_within(tokens, number + 1, 6)
    return False
