"""What is told not to be so: still awaited, spared, or else somebody's denial."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.english._verb_groups import Mood

if TYPE_CHECKING:
    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.drafts._pieces import Piece
    from timeline.extraction.happenings import Happening


def is_spared(draft: Draft, piece: Piece, main: Happening) -> bool:
    """Whether nobody came to harm: that is told of what happened, and denies nobody's word.

    Who says that nobody was killed may well deny it, unless it is the outlet.
    """
    if draft.kind is None or draft.kind.name != "losses" or main.form is None:
        return False
    if draft.mood not in {Mood.PAST, Mood.PERFECT}:
        return False
    words = [token.lower for token in piece.tokens]
    first = words[1] if words[0] in {"that", "but", "and"} and len(words) > 1 else words[0]
    if first not in _NOBODY:
        return False
    return piece.frame is None or piece.sentence.tokens[main.last - 1].lower in _HARMED


def is_failed(piece: Piece, main: Happening) -> bool:
    """Whether somebody is told not to have done it: "said that the firm had refused to pay".

    That is what its source asserts; nobody's word is denied.
    """
    number = main.first
    words = piece.sentence.words
    return number - 2 >= piece.first and words[number - 1] == "to" and words[number - 2] in _FAILED


_FAILED = frozenset("failed fails fail refused refuses refuse declined declines".split())
_NOBODY = frozenset({"no", "nobody", "none", "neither", "not", "nothing"})
_HARMED = frozenset("hurt injured wounded harmed damaged scratched maimed".split())


def is_still(draft: Draft, piece: Piece) -> bool:
    """Whether nothing has happened so far: "nobody has yet been charged"."""
    if not (draft.state and draft.mood is Mood.PERFECT):
        return False
    words = [token.lower for token in piece.tokens]
    return not {"yet", "far"}.isdisjoint(words) and words[0] not in {"i", "we"}
