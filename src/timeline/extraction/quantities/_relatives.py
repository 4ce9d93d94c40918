"""Relative clauses behind what is counted: where one begins, and where the main verb follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._numbers import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token

_AUXILIARIES: Final = words(
    "has have had is are was were will would could should may might can do does did"
)
_RELATIVES: Final = frozenset(["who", "whom", "which", "that", "whose"])
OBJECTS: Final = words(
    "the a an his her its their our your my him them it us me this that these those each every "
    "another up"
)
"""What stands behind a verb that has an object of its own."""
BREAKS: Final = words("; while whereas but though although because when before if until")
"""What ends all that is said of a thing."""
_REACH: Final = 24


def relative_at(tokens: Sequence[Token], at: int) -> tuple[bool, int]:
    """Say whether a relative clause begins at *at*, and where the main verb follows; else 0."""
    aside = at < len(tokens) and tokens[at].text == ","
    at += aside
    if at >= len(tokens) or tokens[at].lower not in _RELATIVES:
        return False, 0
    if aside and tokens[at].lower == "that":
        return False, 0  # "citing three diplomats, that both had agreed"
    place = at + 1
    object_clause = tokens[at].lower == "whom" or (
        place < len(tokens) and (tokens[place].capital or tokens[place].lower in OBJECTS)
    )
    skip = 1 if object_clause else 0
    if place < len(tokens) and tokens[place].lower in _AUXILIARIES:
        skip = 1
    while place < min(len(tokens), at + _REACH):
        word = tokens[place].lower
        if word in BREAKS or word == "that":
            break  # "two people who worked on it told us that a valve had leaked"
        if word in _AUXILIARIES and tokens[place - 1].lower not in _AUXILIARIES:
            if skip == 0:
                return True, place
            skip -= 1
        place += 1
    return True, 0


def first_verb(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where what is said of a part begins: at the first auxiliary, or at *end*."""
    for place in range(at, end):
        if tokens[place].lower in _AUXILIARIES:
            return place
    return end


JOINTS: Final = words("and but while whereas or")
"""What joins what is said of others to what is said of some."""
_REST: Final = words("rest others other remainder remaining")
_OTHERS: Final = words("others some many more most several dozens hundreds thousands scores none")


def others_begin(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether others follow a verb that was told: "40 were freed and the rest shot"."""
    word = tokens[at].lower if at < len(tokens) else ""
    if word == "the":
        if at + 1 >= len(tokens) or tokens[at + 1].lower not in _REST:
            return False
    elif word not in _OTHERS:
        return False
    return any(one.lower in _AUXILIARIES for one in tokens[start:at])
