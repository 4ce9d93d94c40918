"""A claim in the making, and how it gets its date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction.clauses import Opening
from timeline.extraction.dating import (
    NOT_UNTIL,
    Anchor,
    dated,
    dates_which,
    is_of_a_thing,
    is_of_its_cause,
    since_its_cause,
)
from timeline.extraction.english._verb_groups import Mood
from timeline.extraction.frames import Frame
from timeline.extraction.happenings import Kind
from timeline.extraction.quantities import Quantity
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.happenings import Happening
    from timeline.timex import TimeExpression


@attrs.define(slots=True)
class Draft:
    """A claim in the making.

    Args:
        start: where its words begin in the text.
        end: where they end, exclusive.
        frame: who says so; None for the outlet's own voice.
        kind: the kind of happening; None where none was recognised.
        hinted: whether its kind is no more than hinted at by its words.
        state: whether it tells of a state rather than of an event.
        mood: how its clause stands to what it tells of.
        negated: whether it says that it is not so.
        occurred: when it occurred; None where nothing says so.
        explicit: whether a date of the text says so, rather than the tense alone.
        stance: how its source stands to it.
        opening: what begins its clause.
        bare: whether it begins with its verb, so that whoever says so is its subject.
        verb: where its verb begins, if words before tell of something else; None for most.
        duty: whether it says what must be done, of which nobody knows whether it will.
        quantities: the figures that it gives.
        rules: the rules that made it.
        doubt: what it lost of its confidence, from 1 (nothing) to 0.
    """

    start: int
    end: int
    frame: Frame | None
    kind: Kind | None = None
    hinted: bool = False
    state: bool = False
    mood: Mood = Mood.PAST
    negated: bool = False
    occurred: When | None = None
    explicit: bool = False
    stance: Stance = Stance.ASSERTS
    opening: Opening = Opening.MAIN
    bare: bool = False
    verb: int | None = None
    duty: bool = False
    quantities: tuple[Quantity, ...] = ()
    rules: list[str] = attrs.field(factory=list)
    doubt: float = 1.0

    def by(self, rule: str, weight: float = 1.0) -> None:
        """Note a rule that had a part in it, and what it costs in confidence."""
        if rule not in self.rules:
            self.rules.append(rule)
            self.doubt *= weight


def date_by(  # noqa: PLR0913 - what dates it, each by name
    draft: Draft,
    times: Sequence[TimeExpression],
    main: Happening | None,
    anchor: Anchor,
    text: str,
    *,
    figure: int | None = None,
) -> None:
    """Date a draft by the nearest of *times* that dates it, and else by its tense.

    Args:
        draft: the draft.
        times: the expressions that can date it.
        main: the words for what happened, from which nearness counts; None takes them in order.
        anchor: from when it is told.
        text: the article's text.
        figure: where the first figure of its words begins, if it has one: "46 cases since the
            outbreak began in May" tells of the cases.
    """
    nearest = sorted(times, key=lambda one: _distance(one, main, text)) if len(times) > 1 else times
    for time in nearest:
        told = draft.start if main is None else min(main.start, figure or main.start)
        if draft.mood in {Mood.FUTURE, Mood.POSSIBLE} and is_of_a_thing(
            text, told, time, ahead=True
        ):
            continue  # "will study samples taken in July"
        found = dated(text, time, draft.mood, anchor, negated=draft.negated, told=told)
        if found is not None:
            draft.occurred, rule = found
            draft.explicit = True
            if (_is_open(draft, main, text) and is_of_its_cause(text, told, time)) or (
                draft.mood is Mood.PAST and is_of_a_thing(text, told, time)
            ):
                draft.occurred = since_its_cause(draft.occurred, anchor)
            draft.by(rule, 1.0 if len(times) == 1 else 0.85)
            draft.state = (
                draft.state
                or rule.startswith("going on")
                # Nobody knew of a recall when the cars were built.
                or (draft.frame is None and dates_which(text, time))
            )
            if rule == NOT_UNTIL:
                draft.negated = False
            if draft.mood in {Mood.FUTURE, Mood.POSSIBLE}:
                draft.stance = Stance.FORECASTS
            return
    date_by_tense(draft, anchor)


_JUDGES = re.compile(
    r"(?:was |were )?(?:apolog|critici|condemn|denounc|prais|defend|thank|blam)\w+"
)


def _is_open(draft: Draft, main: Happening | None, text: str) -> bool:
    """Whether a date behind may be that of what it is about: "have held two men over a theft".

    English has no date of what is over with a perfect; who criticises an arrest of May or of 2019
    may do so later.
    """
    if main is None or main.form is None or draft.occurred is None:
        return False
    if draft.mood is Mood.PERFECT:
        return True
    over = draft.mood is Mood.PAST and draft.kind is not None and draft.kind.speech
    return (
        over
        and _JUDGES.match(text, main.start) is not None
        and draft.occurred.earliest != draft.occurred.latest
    )


def redate(draft: Draft, times: Sequence[TimeExpression], anchor: Anchor, text: str) -> None:
    """Date a draft anew by expressions outside its own words."""
    rules, doubt = list(draft.rules), draft.doubt
    date_by(draft, times, None, anchor, text)
    if not draft.explicit:
        draft.rules, draft.doubt = rules, doubt


def _distance(time: TimeExpression, main: Happening | None, text: str) -> tuple[bool, int, int]:
    """Return how far a date is from what happened; that of a noun is farther than any other."""
    if main is None:
        return False, 0, 0
    if _NTH.search(text, max(0, time.start - 30), time.start):
        return True, abs(main.start - time.end), 0
    far = main.start - time.end
    if far > 0 and text.startswith(",", time.end) and text.endswith(_SINCE, 0, time.start):
        return True, far, 1  # "the mayor, in office since 2019, resigned on Tuesday"
    others = main.form is None and text.startswith(("'s ", "’s "), time.end) and not 0 < far <= _OWN
    if time.start >= main.end:
        return others, time.start - main.end, 0
    return others, far, 1


_SINCE = ("since ", "since the ", "from ", "until ")
_NTH = re.compile(r"\b(?:\w+(?:st|nd|rd|th)|first|last|only) time (?:in |since )?(?:the )?$")
"""In "cut its forecast for the third time this year on Monday" the day is the date."""
_OWN = 24
"""How far "Tuesday's" may stand from the happening that it dates."""


_DEEDS = frozenset({"order", "offer"})
"""Kinds that are done by saying so, but that an outlet tells of as of any other deed."""


def _is_own_deed(draft: Draft) -> bool:
    """Whether the outlet tells of it, or its doer is who says so: "unions called for a strike"."""
    return draft.frame is None or draft.bare


def date_by_tense(draft: Draft, anchor: Anchor) -> None:
    """Date a draft that no expression dates: by what its verb says of past and future."""
    if draft.duty:
        return
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
        and (not draft.kind.speech or (_is_own_deed(draft) and draft.kind.name in _DEEDS))
        and ("noun of a happening" not in draft.rules or draft.kind.name == "losses")
    ):
        draft.occurred = anchor.past
        draft.by("over when it was said", 0.8)
