"""What a piece of a sentence tells that has no word for a happening."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from timeline.extraction._draft import Draft, date_by, date_by_tense
from timeline.extraction._moods import finite_group, is_done
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import FINITE, Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction._dating import Anchor
    from timeline.extraction._kinds import Kind, Kinds
    from timeline.extraction._pieces import Piece
    from timeline.extraction._tokens import Token

_YET = frozenset("yet acknowledged confirmed admitted owned recognised recognized".split())
"""Words with which what has not been done is a state that lasts."""
_STATE_WORDS = frozenset(
    "still remain remains remained continue continues keeps keep yet unclear controls control hold "
    "holds ongoing".split()
)
_OF = frozenset("of in on for from with at by to after before".split())
_HEAD = 4
"""How many words may stand before the noun that is the subject."""
_MEASURES = (
    (
        "losses",
        ("killed", "wounded", "dead", "missing", "casualt", "destroyed", "losses", "injured"),
    ),
    ("capture", ("captured", "prisoner")),
    ("deployment", ("deployed", "sent to", "active")),
    ("arrest", ("arrested", "detained")),
    ("evacuation", ("evacuated", "displaced", "rescued")),
    ("outbreak", ("infected", "hospitalised")),
    ("layoffs", ("jobs lost", "jobs cut")),
)


def plain_draft(piece: Piece, kinds: Kinds, anchor: Anchor, text: str) -> Draft | None:
    """Return what a piece tells that has figures, a date, a state or a speaker, and no more.

    Args:
        piece: a piece of which `drafts_of` made nothing.
        kinds: the kinds of happening.
        anchor: from when it is told.
        text: the article's text.
    """
    mood, negated = finite_group(piece)
    if mood is Mood.UNREAL or piece.bare:
        return None
    draft = Draft(
        piece.start,
        piece.end,
        piece.frame,
        mood=mood,
        negated=negated,
        opening=piece.opening,
        quantities=piece.quantities,
    )
    if mood is Mood.PLUPERFECT:
        draft.mood = mood = Mood.PAST if piece.frame is None else Mood.PERFECT
    if mood is Mood.PRESENT or mood is Mood.PERFECT:
        words = [token.lower for token in piece.tokens]
        still = not _STATE_WORDS.isdisjoint(words)
        draft.state = (mood is Mood.PERFECT and negated and not _YET.isdisjoint(words)) or (
            still and (piece.frame is None or bool(piece.quantities))
        )
    if piece.quantities:
        draft.kind = next(
            filter(None, (kind_of(one.figure.measure, kinds) for one in piece.quantities)), None
        )
        draft.by("figure", 0.85)
    if draft.kind is None and not draft.state:
        draft.kind = _of_the_subject(piece)
    if piece.times:
        date_by(draft, piece.times, None, anchor, text)
        if draft.explicit and not piece.quantities:
            draft.by("date without a happening", 0.7)
    elif draft.state or (mood is Mood.FUTURE and not negated and piece.tokens[0].lower != "it"):
        date_by_tense(draft, anchor)
    elif mood is Mood.POSSIBLE and piece.frame is not None:
        draft.stance = Stance.FORECASTS
    elif mood is Mood.PRESENT and piece.quantities and not negated:
        draft.state = True
        date_by_tense(draft, anchor)
    elif mood is Mood.PERFECT and not negated and is_done(piece):
        draft.occurred = anchor.past
        draft.by("over when it was said", 0.7)
    if not draft.rules:
        draft.by("what somebody said" if piece.frame is not None else "own voice", 0.7)
    if draft.occurred is None and not draft.quantities and piece.frame is None:
        return None
    return draft


def _of_the_subject(piece: Piece) -> Kind | None:
    """Return the kind of a happening of which the verb says no more than that it was.

    "The talks would go ahead", "a second test failed".
    """
    for happening in piece.happenings:
        if happening.form is None and happening.first - piece.first <= _HEAD:
            tokens = piece.sentence.tokens
            ahead = [one.lower for one in tokens[piece.first : happening.first]]
            if not _OF.isdisjoint(ahead) and ahead[:1] != ["most"]:
                return None  # "minutes of the meeting", but "most of the layoffs"
            behind = tokens[happening.last : piece.last]
            verb = next((one for one in behind if _is_verb(one)), None)
            return None if verb is None else happening.kind
    return None


def _is_verb(token: Token) -> bool:
    return token.lower in FINITE or is_past(token.lower) or is_participle(token.lower)


def kind_of(measure: str, kinds: Kinds) -> Kind | None:
    """Return the kind of happening that a measure counts the outcome of, or None."""
    name = _kind_name(measure)
    return None if name is None else kinds.by_name.get(name)


@functools.lru_cache(maxsize=4_096)  # a few measures come again and again
def _kind_name(measure: str) -> str | None:
    for name, words in _MEASURES:
        if any(word in measure for word in words):
            return name
    return None
