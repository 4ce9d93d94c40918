"""What a piece of a sentence tells, one draft for each happening, figure or saying in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction._clauses import Opening
from timeline.extraction._dating import Anchor, dated
from timeline.extraction.english._inflection import Form
from timeline.extraction.english._verb_groups import FINITE, Group, Mood, group_of
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction._frames import Frame
    from timeline.extraction._happenings import Happening
    from timeline.extraction._kinds import Kind, Kinds
    from timeline.extraction._pieces import Piece
    from timeline.extraction._quantities import Quantity
    from timeline.timex import TimeExpression


@attrs.define(slots=True)
class Draft:
    """A claim in the making.

    Args:
        start: where its words begin in the text.
        end: where they end, exclusive.
        frame: who says so; None for the outlet's own voice.
        kind: the kind of happening; None where none was recognised.
        state: whether it tells of a state rather than of an event.
        mood: how its clause stands to what it tells of.
        negated: whether it says that it is not so.
        occurred: when it occurred; None where nothing says so.
        explicit: whether a date of the text says so, rather than the tense alone.
        stance: how its source stands to it.
        quantities: the figures that it gives.
        rules: the rules that made it.
        doubt: what it lost of its confidence, from 1 (nothing) to 0.
    """

    start: int
    end: int
    frame: Frame | None
    kind: Kind | None = None
    state: bool = False
    mood: Mood = Mood.PAST
    negated: bool = False
    occurred: When | None = None
    explicit: bool = False
    stance: Stance = Stance.ASSERTS
    quantities: tuple[Quantity, ...] = ()
    rules: list[str] = attrs.field(factory=list)
    doubt: float = 1.0

    def by(self, rule: str, weight: float = 1.0) -> None:
        """Note a rule that had a part in it, and what it costs in confidence."""
        if rule not in self.rules:
            self.rules.append(rule)
            self.doubt *= weight


_NOUN_REACH = 7
_OF_MEASURE = {
    "killed": "losses",
    "wounded": "losses",
    "missing": "losses",
    "casualties": "losses",
    "casualty rate": "losses",
    "captured": "capture",
    "deployed": "deployment",
    "arrested": "arrest",
    "evacuated": "evacuation",
}
_STATE_WORDS = frozenset(
    "still remain remains remained continue continues keeps keep yet unclear controls control hold "
    "holds holding ongoing".split()
)


def drafts_of(piece: Piece, kinds: Kinds, anchor: Anchor, text: str) -> Iterator[Draft]:
    """Yield what a piece tells.

    Args:
        piece: the piece.
        kinds: the kinds of happening.
        anchor: from when it is told.
        text: the article's text.
    """
    told = [one for one in piece.happenings if _tells(piece, one, kinds)]
    parts = list(_parts(piece, told))
    for happenings, first, last in parts:
        draft = _happening_draft(piece, happenings, first, last, kinds, anchor, text)
        if draft is not None:
            yield draft
    if not parts:
        draft = _plain_draft(piece, kinds, anchor, text)
        if draft is not None:
            yield draft


def _tells(piece: Piece, happening: Happening, kinds: Kinds) -> bool:
    """Whether words for a happening tell of it, and do not only mention it."""
    if happening.form is not None:
        return True
    tokens = piece.sentence.tokens
    if any(_near(piece, time, happening) for time in piece.times):
        return True
    ahead = tokens[max(piece.first, happening.first - _NOUN_REACH) : happening.first]
    if any(token.lower in kinds.light for token in ahead):
        return True
    if happening.kind.name in {"losses", "capture"}:
        return bool(piece.quantities)
    return False


def _near(piece: Piece, time: TimeExpression, happening: Happening) -> bool:
    """Whether a date goes with a noun: "the incursion in August", "the January 9 capture"."""
    if time.start >= happening.end:
        between = sum(1 for _ in piece.sentence.between(happening.end, time.start))
    else:
        between = sum(1 for _ in piece.sentence.between(time.end, happening.start))
    return between <= _NOUN_REACH


def _parts(
    piece: Piece, told: Sequence[Happening]
) -> Iterator[tuple[list[Happening], int, int]]:
    """Yield happenings that belong together, with the tokens that speak of them.

    Words for one kind are one happening ("killed or wounded"); other kinds are cut apart at the
    conjunction or the comma between them.
    """
    groups: list[list[Happening]] = []
    for happening in told:
        if groups and groups[-1][-1].kind is happening.kind:
            groups[-1].append(happening)
        else:
            groups.append([happening])
    first = piece.first
    for number, group in enumerate(groups):
        last = piece.last
        if number + 1 < len(groups):
            last = _cut(piece, group[-1].last, groups[number + 1][0].first)
        yield group, first, last
        first = last


def _cut(piece: Piece, after: int, before: int) -> int:
    tokens = piece.sentence.tokens
    for number in range(before - 1, after - 1, -1):
        if tokens[number].lower in {"and", "but", "or", ",", "then"}:
            return number
    return after


def _happening_draft(
    piece: Piece,
    happenings: Sequence[Happening],
    first: int,
    last: int,
    kinds: Kinds,
    anchor: Anchor,
    text: str,
) -> Draft | None:
    tokens = piece.sentence.tokens
    main = happenings[0]
    group = _group(piece, main)
    if group.mood is Mood.UNREAL:
        return None
    start, end = _span(tokens, first, last)
    draft = Draft(start, end, piece.frame, main.kind, mood=group.mood, negated=group.negated)
    draft.by(main.rule, {"verb of a happening": 0.95, "noun of a happening": 0.8}.get(main.rule, 0.7))
    draft.quantities = tuple(
        one for one in piece.quantities if start <= one.start and one.end <= end
    )
    draft.state = _is_state(piece, group)
    _date(draft, piece, main, anchor, text)
    return draft


def _group(piece: Piece, happening: Happening) -> Group:
    if happening.form is None:
        return _noun_group(piece, happening)
    if happening.rule == "taken for granted":
        return Group(Mood.PAST, negated=False)
    group = group_of(piece.sentence.tokens, happening.first, happening.form, piece.first)
    if happening.form is Form.GERUND and group.mood is Mood.PAST:
        ahead = piece.sentence.tokens[happening.first - 1].lower if happening.first else ""
        if ahead in {"of", "to", "for", "from", "in", "by", "without", "about"}:
            return Group(Mood.UNREAL, group.negated)
    return group


def _noun_group(piece: Piece, happening: Happening) -> Group:
    """Return how the verb that governs a noun stands; a noun alone is taken as past."""
    tokens = piece.sentence.tokens
    for number in range(happening.first - 1, piece.first - 1, -1):
        word = tokens[number].lower
        if word in FINITE and word != "'s":
            return group_of(tokens, number + 1, Form.PARTICIPLE, piece.first)
    return Group(Mood.PAST, negated=False)


def _span(tokens: Sequence[object], first: int, last: int) -> tuple[int, int]:
    from timeline.extraction._pieces import _trimmed

    first, last = _trimmed(tokens, first, last)  # type: ignore[arg-type]
    return tokens[first].start, tokens[last - 1].end  # type: ignore[attr-defined]


def _is_state(piece: Piece, group: Group) -> bool:
    if group.negated and group.mood in {Mood.PERFECT, Mood.PRESENT}:
        return True
    return False


# ---- Dates ---------------------------------------------------------------------------------


def _date(
    draft: Draft, piece: Piece, main: Happening | None, anchor: Anchor, text: str
) -> None:
    times = [
        time for time in piece.times if draft.start <= time.start and time.end <= draft.end
    ] or list(piece.times)
    found = None
    for time in sorted(times, key=lambda one: _distance(one, main)):
        found = dated(text, time, draft.mood, anchor, state=draft.state)
        if found is not None:
            break
    if found is not None:
        draft.occurred, rule = found
        draft.explicit = True
        draft.by(rule, 1.0 if len(times) == 1 else 0.85)
        if rule.startswith("going on"):
            draft.state = True
        if draft.mood in {Mood.FUTURE, Mood.POSSIBLE}:
            draft.stance = Stance.FORECASTS
        return
    _date_by_tense(draft, anchor)


def _distance(time: TimeExpression, main: Happening | None) -> tuple[int, int]:
    if main is None:
        return 0, time.start
    if time.start >= main.end:
        return time.start - main.end, 0
    return main.start - time.end, 1


def _date_by_tense(draft: Draft, anchor: Anchor) -> None:
    if draft.mood in {Mood.FUTURE, Mood.POSSIBLE}:
        draft.occurred = anchor.ahead
        draft.stance = Stance.FORECASTS
        draft.by("to come", 0.85)
    elif draft.state:
        draft.occurred = anchor.lasting
        draft.by("still so when it was said", 0.8)
    elif draft.mood in {Mood.PAST, Mood.PERFECT} and draft.kind is not None:
        draft.occurred = anchor.past
        draft.by("over when it was said", 0.8)


# ---- Pieces without a word for a happening -------------------------------------------------


def _plain_draft(piece: Piece, kinds: Kinds, anchor: Anchor, text: str) -> Draft | None:
    """Return what a piece tells that has figures, a date, a state or a speaker, and no more."""
    mood, negated = _finite_group(piece)
    if mood is Mood.UNREAL:
        return None
    draft = Draft(piece.start, piece.end, piece.frame, mood=mood, negated=negated)
    draft.quantities = piece.quantities
    words = {token.lower for token in piece.tokens}
    lasting = negated and mood in {Mood.PERFECT, Mood.PRESENT}
    draft.state = lasting or bool(words & _STATE_WORDS and mood in {Mood.PRESENT, Mood.PERFECT})
    if piece.quantities:
        name = next(
            (_OF_MEASURE[one.figure.measure] for one in piece.quantities if one.figure.measure in _OF_MEASURE),
            None,
        )
        draft.kind = kinds.by_name.get(name) if name else None
        draft.by("figure", 0.85)
    if piece.bare:
        return None
    if piece.times:
        _date(draft, piece, None, anchor, text)
        if draft.explicit and not draft.rules:
            draft.by("date in the clause", 0.75)
    elif draft.state and (lasting or piece.frame is None):
        draft.occurred = anchor.lasting
        draft.by("still so when it was said", 0.7)
    elif mood in {Mood.FUTURE, Mood.POSSIBLE} and piece.frame is not None:
        _date_by_tense(draft, anchor)
    if draft.kind is None and not draft.explicit:
        draft.by("what somebody said" if piece.frame is not None else "own voice", 0.7)
    if draft.occurred is None and not draft.quantities and piece.frame is None:
        return None
    return draft


def _finite_group(piece: Piece) -> tuple[Mood, bool]:
    tokens = piece.sentence.tokens
    for number in range(piece.first, piece.last):
        if tokens[number].lower in FINITE and tokens[number].lower != "'s":
            stop = number + 1
            while stop < piece.last and tokens[stop].lower in FINITE | {"not", "never", "yet"}:
                stop += 1
            group = group_of(tokens, stop, Form.PARTICIPLE, piece.first)
            if "yet" in {token.lower for token in tokens[number : stop + 2]} and stop < piece.last and tokens[stop].lower == "to":
                return Mood.PERFECT, True
            return group.mood, group.negated
    return Mood.PAST, _negative(piece)


def _negative(piece: Piece) -> bool:
    head = [token.lower for token in piece.tokens[:3]]
    return bool({"no", "neither", "nobody", "none"} & set(head))
