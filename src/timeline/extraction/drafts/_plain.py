"""What a piece of a sentence tells that has no word for a happening."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from timeline.extraction.clauses import Opening
from timeline.extraction.drafts._aspects import (
    Aspect,
    aspect_of,
    has_verb,
    is_barred,
    is_quoted,
    is_remaining,
)
from timeline.extraction.drafts._draft import Draft, date_by, date_by_tense
from timeline.extraction.drafts._moods import BACKGROUND, finite_group, group_in
from timeline.extraction.drafts._timetables import is_timetabled
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._undone import noun_not_done
from timeline.extraction.english._verb_groups import FINITE, IS, WOULD, Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from timeline.extraction._tokens import Token
    from timeline.extraction.dating import Anchor
    from timeline.extraction.drafts._pieces import Piece
    from timeline.extraction.happenings import (
        Kind,
        Kinds,
    )
    from timeline.timex import TimeExpression

_YET = frozenset("yet acknowledged confirmed admitted owned recognised recognized".split())
"""Words with which what has not been done is a state that lasts."""
_STATE_WORDS = frozenset(
    "still remain remains remained continue continues keeps keep yet unclear controls control hold "
    "holds ongoing".split()
)
_DUTY = frozenset({"must", "should", "mustn't", "shouldn't"})
_OF = frozenset("of in on for from with at by to after before".split())
_LED = 4
"""How many words may stand before the noun that is the subject."""
_MEASURES = (
    (
        "losses",
        ("killed", "wounded", "dead ", "missing ", "casualt", "destroyed", "losses", "injured"),
    ),
    ("capture", ("captured", "prisoner")),
    ("deployment", ("deployed", "sent to", "active ")),
    ("arrest", ("arrested", "detained")),
    ("evacuation", ("evacuated", "displaced", "rescued")),
    ("outbreak", ("infected",)),
    ("layoffs", ("jobs lost", "jobs cut", "laid off")),
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
    if piece.opening is Opening.PARTICIPLE and _of_what_may_be(piece):
        mood = Mood.FUTURE
    draft = Draft(
        piece.start,
        piece.end,
        piece.frame,
        mood=mood,
        negated=negated,
        opening=piece.opening,
        quantities=piece.quantities,
    )
    draft.duty = mood is Mood.POSSIBLE and not _DUTY.isdisjoint(piece.words)
    for one in piece.quantities:
        draft.start, draft.end = min(draft.start, one.start), max(draft.end, one.end)
    if mood is Mood.PLUPERFECT:
        bygone = piece.frame is None or is_quoted(piece)
        draft.mood = mood = Mood.PAST if bygone else Mood.PERFECT
    able = mood is Mood.POSSIBLE and not negated and is_able(piece)
    if able:
        draft.mood, draft.state = Mood.PRESENT, piece.frame is None
        mood = Mood.PRESENT
    if mood is Mood.PRESENT or mood is Mood.PERFECT:
        words = piece.words
        still = not _STATE_WORDS.isdisjoint(words)
        draft.state = (
            draft.state
            or (
                mood is Mood.PERFECT
                and negated
                and (
                    not _YET.isdisjoint(words)
                    or (piece.frame is None and words[0] in {"no", "nobody", "none"})
                )
            )
            or (still and (piece.frame is None or bool(piece.quantities)))
        )
    if piece.quantities:
        draft.kind = next(
            filter(None, (kind_of(one.figure.measure, kinds) for one in piece.quantities)), None
        )
        if draft.kind is not None and _is_undone(draft, piece, kinds):
            draft.kind = None
        draft.by("figure", 0.85)
    if draft.kind is None and not draft.state:
        draft.kind = _of_the_subject(piece)
    if piece.times:
        if mood in {Mood.PAST, Mood.PRESENT} and is_timetabled(piece, anchor):
            draft.mood = mood = Mood.FUTURE
        date_by(draft, _own(piece), None, anchor, text)
        if draft.explicit and not piece.quantities:
            draft.by("date without a happening", 0.7)
        elif draft.occurred is None and not negated:
            _date_undated(draft, piece, anchor)
    elif draft.state or (
        mood is Mood.FUTURE and (not negated or "before" in piece.words) and not _is_aside(piece)
    ):
        date_by_tense(draft, anchor)
    elif (not negated and not able) or (mood is Mood.PRESENT and is_barred(piece)):
        _date_undated(draft, piece, anchor)
    if mood is Mood.POSSIBLE and piece.frame is not None and _cannot(piece, draft):
        draft.mood = Mood.PRESENT
    elif mood is Mood.POSSIBLE and piece.frame is not None:
        draft.stance = Stance.FORECASTS
    if not draft.rules:
        draft.by("what somebody said" if piece.frame is not None else "own voice", 0.7)
    if draft.occurred is None and not draft.quantities and piece.frame is None:
        return None
    return draft


def _of_what_may_be(piece: Piece) -> bool:
    """Whether a piece is the outcome of what is to come: "will cost 40 jobs, leaving 12"."""
    if not piece.tokens[0].lower.endswith("ing"):
        return False
    words = piece.sentence.words
    for number in range(piece.first - 1, -1, -1):
        if words[number] in _STOPS:
            return False
        if words[number] in _FINITE:
            return words[number] in _TO_COME or (
                words[number] in IS and not _AHEAD.isdisjoint(words[number + 1 : number + 3])
            )
    return False


_STOPS = frozenset({";", ":", '"', "“", "”"})
_FINITE = FINITE - {"'s"}
_TO_COME = WOULD | {"will", "'ll", "shall"}
_AHEAD = frozenset({"to", "expected", "set", "due", "likely"})


def _is_undone(draft: Draft, piece: Piece, kinds: Kinds) -> bool:
    """Whether what is counted was only to be: "tried to deploy two frigates"."""
    done = draft.mood in {Mood.PAST, Mood.PERFECT}
    for one in piece.happenings:
        if one.form is not None and one.kind is draft.kind:
            mood, negated = group_in(piece, one, kinds)
            if mood is Mood.UNREAL or (done and (negated or mood in _OPEN)):
                return True
    return False


_OPEN = {Mood.FUTURE, Mood.POSSIBLE}


def is_able(piece: Piece) -> bool:
    """Whether a piece says what something can do: "the plant can make 400 cars a day".

    Of a day to come it says what may come: "can cut rates in November".
    """
    finite = next((one.lower for one in piece.tokens if one.lower in FINITE), "")
    if finite != "can" or (piece.frame is not None and piece.frame.stance is not Stance.ASSERTS):
        return False
    return bool(piece.quantities) if piece.frame is None else not piece.times


def _cannot(piece: Piece, draft: Draft) -> bool:
    """Whether somebody says what cannot be or what is known by sense: no forecast is made."""
    finite = next((one.lower for one in piece.tokens if one.lower in FINITE), "")
    return not piece.times and finite in {"cannot", "can't", "can’t"} and draft.occurred is None


def _of_the_subject(piece: Piece) -> Kind | None:
    """Return the kind of a happening of which the verb says no more than that it was.

    "The talks would go ahead", "a second test failed".
    """
    for happening in piece.happenings:
        if happening.form is None and happening.first - piece.first <= _LED:
            tokens = piece.sentence.tokens
            ahead = [one.lower for one in tokens[piece.first : happening.first]]
            if not _OF.isdisjoint(ahead) and ahead[:1] != ["most"]:
                return None  # "minutes of the meeting", but "most of the layoffs"
            words = piece.sentence.words
            if noun_not_done(words, happening.first, happening.last, piece.first, piece.last):
                return None  # "no talks were held", "the raid was called off"
            behind = tokens[happening.last : piece.last]
            verb = next((one for one in behind if _is_verb(one)), None)
            return None if verb is None else happening.kind
    return None


def _is_verb(token: Token) -> bool:
    return token.lower in FINITE or is_past(token.lower) or is_participle(token.lower)


def _own(piece: Piece) -> list[TimeExpression]:
    """Return the dates of a piece, those of its verb before those of a noun.

    In "Friday's crash", "the order issued on Friday was lifted on Sunday" and "third-quarter
    results are due on May 5" the first date only says which.
    """
    if len(piece.times) < 2:  # noqa: PLR2004 - nothing to choose
        return list(piece.times)
    verb = next((one.start for one in piece.tokens if one.lower in FINITE and one.lower != "'s"), 0)
    text, start = piece.sentence.text, piece.sentence.start
    head = piece.tokens[min(_HEAD, len(piece.tokens) - 1)].start

    def of_a_noun(time: TimeExpression) -> bool:
        behind = text[time.end - start : time.end - start + 2]
        if behind in {"'s", "’s"} or _NAMING.fullmatch(time.text):
            return True
        return head <= time.start < verb

    return sorted(piece.times, key=of_a_noun)


_HEAD = 3
"""From which word on a date before the verb says which: "the order issued on Friday was"."""
_NAMING = re.compile(r"\w+-(?:quarter|half|year|month|week|day)", re.IGNORECASE)


def _is_aside(piece: Piece) -> bool:
    """Whether a future is no news: "it will take a while", "I'll update this page"."""
    word = piece.tokens[0].lower
    return word in {"it", "it'll"} or (
        piece.frame is None
        and not piece.quantities
        and (word in _OURS or piece.opening in BACKGROUND)
    )


_OURS = frozenset("i i'll we we'll you you'll".split())


def _date_undated(draft: Draft, piece: Piece, anchor: Anchor) -> None:
    """Date a draft without a date of its own: a present with a figure as a state."""
    if draft.mood is Mood.PRESENT and piece.quantities:
        draft.state = True
        date_by_tense(draft, anchor)
    else:
        _date_by_aspect(draft, piece, anchor)


def _date_by_aspect(draft: Draft, piece: Piece, anchor: Anchor) -> None:
    """Date a draft by what its verb says where the tense alone says nothing."""
    side = piece.opening in BACKGROUND and piece.opening is not Opening.THAT
    # "police are looking for a third man", "the road remains shut"
    now = not side and (draft.mood is Mood.PRESENT or is_remaining(piece))
    told = piece.frame or piece.quantities or piece.times  # also a date that only says which
    if not (told or draft.mood is Mood.PERFECT or now):
        return
    if side and not piece.quantities:
        return
    match aspect_of(piece):
        case Aspect.DONE if not side:
            draft.occurred = anchor.past
            draft.by("over when it was said", 0.7)
        case Aspect.GOING_ON:
            draft.occurred, draft.state = anchor.lasting, True
            draft.by("still so when it was said", 0.7)
        case Aspect.TO_COME:
            draft.occurred, draft.stance = anchor.ahead, Stance.FORECASTS
            draft.by("to come", 0.7)
        case _:
            if draft.kind is not None and draft.kind.name == "losses" and not has_verb(piece):
                draft.occurred = anchor.past  # "put the number of dead at 56"
                draft.by("over when it was said", 0.7)


def kind_of(measure: str, kinds: Kinds) -> Kind | None:
    """Return the kind of happening that a measure counts the outcome of, or None."""
    name = _kind_name(measure)
    return None if name is None else kinds.by_name.get(name)


@functools.lru_cache(maxsize=4_096)  # a few measures come again and again
def _kind_name(measure: str) -> str | None:
    for name, words in _MEASURES:
        if any(f" {word}" in f" {measure} " for word in words):
            return name
    return None
