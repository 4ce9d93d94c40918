"""What a piece of a sentence tells, one draft for each happening, figure or saying in it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction._clauses import Opening
from timeline.extraction._dating import dated
from timeline.extraction._frames import Frame
from timeline.extraction._happenings import Happening
from timeline.extraction._kinds import Kind
from timeline.extraction._pieces import Piece, trimmed
from timeline.extraction._quantities import Quantity
from timeline.extraction.english._inflection import Form, is_participle
from timeline.extraction.english._verb_groups import (
    AVOIDED,
    BE,
    FINITE,
    GROUP_WORDS,
    SEEMING,
    Group,
    Mood,
    group_of,
    is_unreal,
)
from timeline.model import Stance
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction._dating import Anchor
    from timeline.extraction._kinds import Kinds


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
        opening: what begins its clause.
        bare: whether it begins with its verb, so that whoever says so is its subject.
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
    opening: Opening = Opening.MAIN
    bare: bool = False
    quantities: tuple[Quantity, ...] = ()
    rules: list[str] = attrs.field(factory=list)
    doubt: float = 1.0

    def by(self, rule: str, weight: float = 1.0) -> None:
        """Note a rule that had a part in it, and what it costs in confidence."""
        if rule not in self.rules:
            self.rules.append(rule)
            self.doubt *= weight


_NEAR = 7
"""How many words may stand between a noun and the date that goes with it."""

_WEIGHTS = {"verb of a happening": 0.95, "noun of a happening": 0.8, "taken for granted": 0.65}
_YET = frozenset("yet acknowledged confirmed admitted owned recognised recognized".split())
"""Words with which what has not been done is a state that lasts."""
_STATE_WORDS = frozenset(
    "still remain remains remained continue continues keeps keep yet unclear controls control hold "
    "holds ongoing".split()
)
_OF = frozenset({"with", "of", "for", "over"})
_ANSWERS = {Stance.CONFIRMS, Stance.DENIES, Stance.WITHHOLDS}
_BACKGROUND = {Opening.RELATIVE, Opening.SUBORDINATE, Opening.PARTICIPLE, Opening.THAT}


def drafts_of(piece: Piece, kinds: Kinds, anchor: Anchor, text: str) -> Iterator[Draft]:
    """Yield what a piece tells of happenings, one draft for each.

    Args:
        piece: the piece.
        kinds: the kinds of happening.
        anchor: from when it is told.
        text: the article's text.
    """
    told = [
        one
        for one, after in itertools.zip_longest(piece.happenings, piece.happenings[1:])
        if (_tells(piece, one, kinds) or (after is not None and _subject_of(one, after)))
        and _group(piece, one, kinds).mood is not Mood.UNREAL
    ]
    told = [
        one
        for one, after in itertools.zip_longest(told, told[1:])
        if not (one.kind.ahead and after is not None and _planned(piece, one, after, kinds))
    ]
    for part in _parts(piece, told):
        draft = _happening_draft(part, kinds, anchor, text)
        if draft is not None and not _mere_background(draft, piece):
            yield draft


def _planned(piece: Piece, plan: Happening, after: Happening, kinds: Kinds) -> bool:
    """Whether words for a plan are followed by what is planned: "intends to withdraw"."""
    between = piece.sentence.tokens[plan.last - 1 : after.first]
    near = len(between) <= _NEAR and any(token.lower == "to" for token in between)
    return near and _group(piece, after, kinds).mood is Mood.FUTURE


@attrs.frozen(slots=True)
class _Part:
    """The words of a piece that tell of one happening.

    Args:
        piece: the piece.
        happenings: the words for the happening.
        first: the number of the first token.
        last: the number of the token behind the last.
        times: what can date it.
        opening: what begins it.
    """

    piece: Piece
    happenings: Sequence[Happening]
    first: int
    last: int
    times: Sequence[TimeExpression]
    opening: Opening


def _mere_background(draft: Draft, piece: Piece) -> bool:
    """Whether an undated remark in a side clause says nothing new."""
    if draft.explicit:
        return False
    if draft.opening is Opening.RELATIVE and piece.opening is not Opening.RELATIVE:
        return True  # "the troops sent there"
    if piece.quantities:
        return False
    if draft.frame is not None:
        return False
    return piece.opening in _BACKGROUND or "noun of a happening" in draft.rules


def _tells(piece: Piece, happening: Happening, kinds: Kinds) -> bool:
    """Whether words for a happening tell of it, and do not only mention it."""
    if happening.form is not None:
        return True
    tokens = piece.sentence.tokens
    ahead = tokens[happening.first - 1].lower if happening.first > piece.first else ""
    if ahead in _OF and any(
        one.form is not None and one.first < happening.first for one in piece.happenings
    ):
        return False  # "charged with murder last week"
    if any(_near(piece, time, happening) for time in piece.times):
        return True
    if _light_verb(piece, happening, kinds) is not None:
        return True
    if piece.frame is not None and piece.frame.stance in _ANSWERS:
        return True  # "denied the attack"
    return happening.kind.name in {"losses", "capture"} and bool(piece.quantities)


def _light_verb(piece: Piece, happening: Happening, kinds: Kinds) -> int | None:
    """Return the number of the verb that makes a happening of a noun: "launched an attack"."""
    tokens = piece.sentence.tokens
    for number in range(happening.first - 1, piece.first - 1, -1):
        word = tokens[number].lower
        if word in kinds.light:
            return number
        if word in {"for", "against", "to", "that", "who", "which"}:
            return None
    return None


def _near(piece: Piece, time: TimeExpression, happening: Happening) -> bool:
    """Whether a date goes with a noun: "the incursion in August", "the January 9 capture"."""
    if time.start >= happening.end:
        between = sum(1 for _ in piece.sentence.between(happening.end, time.start))
    else:
        between = sum(1 for _ in piece.sentence.between(time.end, happening.start))
    return between <= _NEAR


def _parts(piece: Piece, told: Sequence[Happening]) -> Iterator[_Part]:
    """Yield happenings that belong together, with the tokens that speak of them.

    Words for one kind are one happening, and so are words in a row ("killed, wounded or
    captured"); others are cut apart at the conjunction, the comma or the verb group between them.
    """
    groups: list[list[Happening]] = []
    for happening in told:
        if groups and (
            groups[-1][-1].kind is happening.kind
            or _in_a_row(piece, groups[-1][-1], happening)
            or _subject_of(groups[-1][-1], happening)
        ):
            groups[-1].append(happening)
        else:
            groups.append([happening])
    first = piece.first
    for number, group in enumerate(groups):
        last, reduced = piece.last, False
        if number + 1 < len(groups):
            last, reduced = _cut(piece, group[-1], groups[number + 1][0].first)
        start, end = piece.sentence.tokens[first].start, piece.sentence.tokens[last - 1].end
        head = piece.sentence.tokens[groups[0][0].first].start
        times = [
            one for one in piece.times if (start <= one.start and one.end <= end) or one.end <= head
        ]
        opening = Opening.RELATIVE if reduced else piece.opening
        yield _Part(piece, group, first, last, times, opening)
        first = last


def _subject_of(noun: Happening, verb: Happening) -> bool:
    """Whether a noun is what the verb behind it tells of: "an earthquake struck the coast"."""
    return noun.form is None and verb.form is not None and verb.first - noun.last <= 1


def _in_a_row(piece: Piece, one: Happening, other: Happening) -> bool:
    between = piece.sentence.tokens[one.last : other.first]
    return one.form is other.form and all(token.lower in {",", "and", "or"} for token in between)


def _cut(piece: Piece, happening: Happening, before: int) -> tuple[int, bool]:
    """Return where to cut before the next happening, and whether this one was a reduced clause.

    In "the troops sent in May have left", "sent in May" only says which troops.
    """
    tokens = piece.sentence.tokens
    after = happening.last
    begin = before
    while begin > after and (
        tokens[begin - 1].lower in GROUP_WORDS or tokens[begin - 1].lower.endswith("ly")
    ):
        begin -= 1
    finite = any(token.lower in FINITE or token.lower in SEEMING for token in tokens[begin:before])
    if finite and happening.form in {Form.PAST, Form.PARTICIPLE}:
        ahead = tokens[happening.first - 1].lower if happening.first > piece.first else ""
        if ahead not in GROUP_WORDS and tokens[begin - 1].lower not in {"and", "but", "or"}:
            return begin, True
    for number in range(before - 1, after - 1, -1):
        if tokens[number].lower in {"and", "but", "or", ",", "then"}:
            return number, False
    return max(begin, after), False


def _happening_draft(part: _Part, kinds: Kinds, anchor: Anchor, text: str) -> Draft | None:
    piece = part.piece
    tokens = piece.sentence.tokens
    verbs = [one for one in part.happenings if one.form is not None]
    main = verbs[0] if verbs else part.happenings[0]
    # What happened is told by the subject: in "the quake struck", not by "struck".
    kind = part.happenings[0].kind
    group = _group(piece, main, kinds)
    if group.mood is Mood.UNREAL or (group.mood in {Mood.POSSIBLE, Mood.FUTURE} and group.negated):
        return None
    first, last = trimmed(tokens, part.first, part.last)
    if first >= last:
        return None
    draft = Draft(
        tokens[first].start,
        tokens[last - 1].end,
        piece.frame,
        kind,
        mood=group.mood,
        negated=group.negated,
        opening=part.opening,
    )
    draft.bare = (
        kind.speech
        and main.form in {Form.PAST, Form.PARTICIPLE, Form.THIRD}
        and main.first == first
        and any(start == draft.start for start, _ in (piece.frame.content if piece.frame else ()))
    )
    draft.by(main.rule, _WEIGHTS[main.rule])
    if main.kind.ahead:
        draft.mood = Mood.FUTURE
    if draft.mood is Mood.PLUPERFECT:
        draft.mood = Mood.PAST if piece.frame is None else Mood.PERFECT
    draft.state = draft.negated and draft.mood is Mood.PERFECT
    _date(draft, part.times, main, anchor, text)
    if draft.negated and draft.explicit:
        draft.state = True  # that it did not happen then is all that is said
    elif draft.negated and draft.mood in {Mood.PAST, Mood.PERFECT}:
        draft.occurred, draft.state, draft.stance = None, False, Stance.DENIES
    return draft


def _group(piece: Piece, happening: Happening, kinds: Kinds) -> Group:
    if is_unreal(piece.sentence.tokens, piece.first):
        return Group(Mood.UNREAL, negated=False)
    if happening.form is None:
        return _noun_group(piece, happening, kinds)
    if happening.rule == "taken for granted":
        return Group(Mood.PAST, negated=False)
    verb = happening.first
    if piece.sentence.tokens[verb].lower in BE and happening.last - verb > 1:
        verb += 1  # "to be sworn in": the verb is "sworn"
    group = group_of(piece.sentence.tokens, verb, happening.form, piece.first)
    if happening.form is Form.GERUND and group.mood is Mood.PAST:
        ahead = piece.sentence.tokens[happening.first - 1].lower if happening.first else ""
        if ahead in AVOIDED or ahead in {
            "of",
            "to",
            "for",
            "from",
            "in",
            "by",
            "without",
            "about",
            "the",
            "after",
            "before",
            "while",
        }:
            return Group(Mood.UNREAL, group.negated)
    return group


def _noun_group(piece: Piece, happening: Happening, kinds: Kinds) -> Group:
    """Return how the verb that governs a noun stands; a noun alone is taken as past."""
    tokens = piece.sentence.tokens
    light = _light_verb(piece, happening, kinds)
    if light is not None:
        if any(token.lower == "to" for token in tokens[max(piece.first, light - 3) : light]):
            return Group(Mood.UNREAL, negated=False)
        return group_of(tokens, light, Form.PARTICIPLE, piece.first)
    for number in range(happening.first - 1, piece.first - 1, -1):
        if tokens[number].lower in FINITE and tokens[number].lower != "'s":
            return group_of(tokens, number + 1, Form.PARTICIPLE, piece.first)
    return Group(Mood.PAST, negated=False)


# ---- Dates ---------------------------------------------------------------------------------


def _date(
    draft: Draft,
    times: Sequence[TimeExpression],
    main: Happening | None,
    anchor: Anchor,
    text: str,
) -> None:
    for time in sorted(times, key=lambda one: _distance(one, main)):
        found = dated(text, time, draft.mood, anchor)
        if found is not None:
            draft.occurred, rule = found
            draft.explicit = True
            draft.by(rule, 1.0 if len(times) == 1 else 0.85)
            draft.state = draft.state or rule.startswith("going on")
            if draft.mood in {Mood.FUTURE, Mood.POSSIBLE}:
                draft.stance = Stance.FORECASTS
            return
    date_by_tense(draft, anchor)


def redate(draft: Draft, times: Sequence[TimeExpression], anchor: Anchor, text: str) -> None:
    """Date a draft anew by expressions outside its own words."""
    rules, doubt = list(draft.rules), draft.doubt
    _date(draft, times, None, anchor, text)
    if not draft.explicit:
        draft.rules, draft.doubt = rules, doubt


def _distance(time: TimeExpression, main: Happening | None) -> tuple[int, int]:
    if main is None:
        return 0, time.start
    if time.start >= main.end:
        return time.start - main.end, 0
    return main.start - time.end, 1


def date_by_tense(draft: Draft, anchor: Anchor) -> None:
    """Date a draft that no expression dates: by what its verb says of past and future."""
    if draft.mood in {Mood.FUTURE, Mood.POSSIBLE}:
        draft.occurred = anchor.ahead
        draft.stance = Stance.FORECASTS
        draft.by("to come", 0.85)
    elif draft.state:
        draft.occurred = anchor.lasting
        draft.by("still so when it was said", 0.8)
    elif (
        draft.mood in {Mood.PAST, Mood.PERFECT}
        and draft.kind is not None
        and not draft.kind.speech
        and "noun of a happening" not in draft.rules
    ):
        draft.occurred = anchor.past
        draft.by("over when it was said", 0.8)


# ---- Pieces without a word for a happening -------------------------------------------------


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
    words = {token.lower for token in piece.tokens}
    if mood is Mood.PLUPERFECT:
        draft.mood = mood = Mood.PAST if piece.frame is None else Mood.PERFECT
    still = mood in {Mood.PRESENT, Mood.PERFECT} and bool(words & _STATE_WORDS)
    draft.state = (mood is Mood.PERFECT and negated and bool(words & _YET)) or (
        still and (piece.frame is None or bool(piece.quantities))
    )
    if piece.quantities:
        draft.kind = next(
            filter(None, (kind_of(one.figure.measure, kinds) for one in piece.quantities)), None
        )
        draft.by("figure", 0.85)
    if piece.times:
        _date(draft, piece.times, None, anchor, text)
        if draft.explicit and not piece.quantities:
            draft.by("date without a happening", 0.7)
    elif draft.state or (mood is Mood.FUTURE and not negated and piece.tokens[0].lower != "it"):
        date_by_tense(draft, anchor)
    elif mood is Mood.POSSIBLE and piece.frame is not None:
        draft.stance = Stance.FORECASTS
    elif mood is Mood.PRESENT and piece.quantities and not negated:
        draft.state = True
        date_by_tense(draft, anchor)
    elif mood is Mood.PERFECT and not negated and _is_done(piece):
        draft.occurred = anchor.past
        draft.by("over when it was said", 0.7)
    if not draft.rules:
        draft.by("what somebody said" if piece.frame is not None else "own voice", 0.7)
    if draft.occurred is None and not draft.quantities and piece.frame is None:
        return None
    return draft


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


def kind_of(measure: str, kinds: Kinds) -> Kind | None:
    """Return the kind of happening that a measure counts the outcome of, or None."""
    for name, words in _MEASURES:
        if any(word in measure for word in words):
            return kinds.by_name.get(name)
    return None


def finite_group(piece: Piece) -> tuple[Mood, bool]:
    """Return the mood of the first finite verb of a piece, and whether it is negated."""
    tokens = piece.sentence.tokens
    if is_unreal(tokens, piece.first):
        return Mood.UNREAL, False
    for number in range(piece.first, piece.last):
        if tokens[number].lower not in FINITE or tokens[number].lower == "'s":
            continue
        stop = number + 1
        while stop < piece.last and tokens[stop].lower in _ON:
            stop += 1
        if "yet" in {token.lower for token in tokens[number:stop]}:
            return Mood.PERFECT, True  # "has yet to confirm"
        if tokens[number].lower in BE and stop < piece.last and tokens[stop].lower == "to":
            past = tokens[number].lower in {"was", "were"}
            return (Mood.UNREAL if past else Mood.FUTURE), False  # "was to be signed"
        coming = any(token.lower in _COMING for token in tokens[stop : min(stop + 2, piece.last)])
        if coming and tokens[number].lower in BE:
            return Mood.FUTURE, False  # "is expected to decide", "is forecast for Thursday"
        group = group_of(tokens, stop, Form.PARTICIPLE, piece.first)
        if group.mood is Mood.PERFECT and not any(
            is_participle(token.lower) for token in tokens[stop : min(stop + 3, piece.last)]
        ):
            return Mood.PRESENT, group.negated  # "have no language", "have difficulties"
        return group.mood, group.negated
    return Mood.PAST, False


_STATIVE = frozenset(
    "been had seen known meant felt held kept remained stayed lived grown left become got "
    "paid bowed".split()
)


def _is_done(piece: Piece) -> bool:
    """Whether a perfect tells of something done: "has closed", and not "has been there"."""
    if piece.opening in _BACKGROUND and piece.opening is not Opening.THAT:
        return False
    tokens = piece.sentence.tokens
    for number in range(piece.first, piece.last - 1):
        if tokens[number].lower in {"has", "have", "'ve"}:
            for place in range(number + 1, min(number + 4, piece.last)):
                if is_participle(tokens[place].lower):
                    nothing = place + 1 < piece.last and tokens[place + 1].lower == "no"
                    return tokens[place].lower not in _STATIVE and not nothing
    return False


_COMING = frozenset("expected set due scheduled forecast slated likely poised bound tipped".split())
_ON = FINITE | {"not", "never", "yet", "no", "longer"}
