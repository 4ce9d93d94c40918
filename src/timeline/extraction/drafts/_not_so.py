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


_NOBODY = frozenset({"no", "nobody", "none", "neither", "not", "nothing"})
_HARMED = frozenset("hurt injured wounded harmed damaged scratched maimed".split())


def is_left_undone(piece: Piece, main: Happening) -> bool:
    """Whether somebody "failed to open" or "refused to sell": a deed, which denies no word."""
    tokens = piece.sentence.tokens
    ahead = [token.lower for token in tokens[max(piece.first, main.first - 3) : main.first]]
    return "to" in ahead and not _LEFT.isdisjoint(ahead)


_LEFT = frozenset("failed refused declined neglected omitted".split())


def is_still(draft: Draft, piece: Piece) -> bool:
    """Whether nothing has happened so far: "nobody has yet been charged"."""
    if not (draft.state and draft.mood is Mood.PERFECT):
        return False
    words = [token.lower for token in piece.tokens]
    return not {"yet", "far"}.isdisjoint(words) and words[0] not in {"i", "we"}


def is_not_vouched(piece: Piece) -> bool:
    """Whether nobody says that what stands behind "that" is so: "did not accept", "no proof".

    >>> from timeline import Article
    >>> from timeline.extraction import RuleExtractor
    >>> text = "The firm said it was sad but did not accept that its seats killed three children."
    >>> read = RuleExtractor().extract(Article("a", "gazette", "2025-03-04", text=text))
    >>> [claim.text for claim in read.claims]
    ['It was sad but did not accept that its seats killed three children.']
    """
    tail = piece.words[-_TAIL:]
    for place in range(len(tail) - 1, 0, -1):
        if tail[place] in _VOUCHED:
            before = tail[:place]
            return not _LACKING.isdisjoint(before) or (
                before[-1] == "to" and not _UNWILLING.isdisjoint(before)
            )
    return False


_TAIL = 5
_VOUCHED = frozenset(
    """
    accept accepted agree agreed admit admitted acknowledge acknowledged concede conceded recognise
    recognised recognize recognized believe believed think claim claimed say expect
    evidence proof sign signs indication indications suggestion
    """.split()
)
_LACKING = frozenset("not n't n’t never no nor neither little cannot".split())
_UNWILLING = frozenset("refused refuses refusing declined declines declining yet failed".split())
