"""A date that stands ahead of a sentence, and the clauses that it dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.extraction.clauses import Opening
from timeline.extraction.dating import Role, role_of
from timeline.extraction.drafts._moods import finite_group
from timeline.extraction.english._verb_groups import WAS, Mood

if TYPE_CHECKING:
    from timeline.extraction.drafts._pieces import Piece
    from timeline.timex import TimeExpression

_TWO = 2


def with_head_dates(pieces: list[Piece]) -> list[Piece]:
    """Give a date that stands alone at the head of a sentence to the clauses without one."""
    heads = [piece for piece in pieces if piece.bare]
    if not heads and len(pieces) > 1 and _is_cleft(pieces[0], pieces[1]):
        heads = pieces[:1]
        # Behind "it was not until" the day is no end.
        word = heads[0].tokens[0]
        times = tuple(attrs.evolve(one, start=word.start, end=word.end) for one in heads[0].times)
    elif not heads:
        return pieces
    else:
        times = heads[0].times
    return [
        piece if piece.times else attrs.evolve(piece, times=times)
        for piece in pieces
        if piece is not heads[0]
    ]


def _is_cleft(piece: Piece, behind: Piece) -> bool:
    """Whether a clause only brings forward when the next one was: "it was in May that he left"."""
    tokens, words = piece.tokens, piece.words
    if words[0] not in _IT or len(words) < _TWO or not piece.times or piece.happenings:
        return False
    if words[1] not in WAS or behind.tokens[0].start - piece.end > _THAT:
        return False
    return all(
        token.lower in _CLEFT
        or not token.text[0].isalnum()
        or any(one.start <= token.start and token.end <= one.end for one in piece.times)
        for token in tokens[2:]
    )


_IT = frozenset({"it", "this", "that"})
_THAT = len(", that ")
_CLEFT = frozenset(
    "not only until on in at by around about early late just back during shortly after before as "
    "the a an n't first".split()
)


def is_headed(before: Piece, piece: Piece) -> bool:
    """Whether a date ahead of one clause is that of the next: "On Friday he left and I stayed"."""
    if piece.opening is not Opening.COORDINATE or not before.times or piece.times:
        return False
    if before.opening not in {Opening.MAIN, Opening.COORDINATE} or piece.frame is not before.frame:
        return False
    time = before.times[0]
    if time.start - before.start > _TO_HEAD or len(before.times) > 1 or time.type == "DURATION":
        return False
    if role_of(piece.sentence.text, moved(time, piece)) is not Role.AT:
        return False
    return finite_group(before)[0] is Mood.PAST and finite_group(piece) == (Mood.PAST, False)


_TO_HEAD = len("late on ")


def moved(time: TimeExpression, piece: Piece) -> TimeExpression:
    """Return an expression with its place in its sentence."""
    start = piece.sentence.start
    return attrs.evolve(time, start=time.start - start, end=time.end - start)
