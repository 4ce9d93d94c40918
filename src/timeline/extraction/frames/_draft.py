"""A frame while its sentence is read: the words around a verb of saying, not yet a chain."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.extraction.chunks import Chunks
from timeline.extraction.page import Sentence
from timeline.extraction.sources import (
    Memory,
    Speaker,
)
from timeline.model import Stance
from timeline.timex import TimeExpression

BEFORE: Final = "before"
AFTER: Final = "after"
AROUND: Final = "around"
STRETCHES: Final = frozenset("since until till by from through before after".split())
"""Words with which a date bounds a stretch: it is not that of a statement."""


@attrs.define(slots=True, eq=False)
class Draft:
    """What one rule read.

    Args:
        rule: its name.
        first: the number of the first piece of the frame's own words.
        last: the number of the piece behind them.
        speakers: who says so, nearest first.
        stance: how the last of them stands to it.
        side: where the words stand that are theirs: ``before``, ``after`` or ``around``.
        content: for ``after``, the number of the piece at which their words begin; for ``around``,
            those at which they begin and end.
        time: what dates the saying.
        carried: whether that date is that of a deed beside it, and stands in no words of saying.
        told: whether a medium was told.
        cited: whether a medium cites its source.
        shared: whether the speaker is that of the frame before, in the same sentence.
        goes_on: whether it says in words that it goes on ("added", "also", "he").
        empty: whether it points to what was said before and repeats nothing.
        interview: whether it was said in an interview.
        same: whether it was said "in the same statement" as what was said before.
        relative: whether "who" or "which" is the subject.
        in_turn: whether it says in turn what the frame before says of the same, otherwise.
        gap: for ``around``, an insertion that is not theirs.
    """

    rule: str
    first: int
    last: int
    speakers: tuple[Speaker, ...]
    stance: Stance
    side: str
    content: int = 0
    until: int = -1
    time: TimeExpression | None = None
    carried: bool = False
    told: bool = False
    cited: bool = False
    shared: bool = False
    goes_on: bool = False
    empty: bool = False
    interview: bool = False
    same: bool = False
    relative: bool = False
    in_turn: bool = False
    gap: tuple[int, int] | None = None


@attrs.define(slots=True, eq=False)
class Reading:
    """A sentence on its way through the rules of attribution."""

    sentence: Sentence
    chunks: Chunks
    memory: Memory
    drafts: list[Draft] = attrs.Factory(list)


@attrs.define(slots=True, eq=False)
class Circumstances:
    """What stands between a verb of saying and what is said: to whom, when, where, citing whom."""

    last: int
    time: TimeExpression | None = None
    media: list[Speaker] = attrs.Factory(list)
    cited: list[Speaker] = attrs.Factory(list)
    told: bool = False
    also: bool = False
    interview: bool = False
    occasion: bool = False
    same: bool = False


@attrs.define(slots=True, eq=False)
class Subject:
    """The subject of a verb, with what stands around it.

    Args:
        speaker: who it is.
        first: the number of the first piece of the subject, or of the date before it.
        time: a date that stands between the subject and the verb, or right before the subject.
        negated: whether a negation stands before the verb.
        modal: whether a modal verb does.
        passive: whether a form of to be does.
        also: whether "also" does.
        infinitive: whether it is an infinitive.
        perfect: whether a form of to have does.
        carried: whether the time is that of a clause before: "until May 2, when X said".
        cited: whom an insertion cites (", citing officials,").
        shared: whether there is no subject here, and that of the verb before counts.
    """

    speaker: Speaker | None
    first: int
    time: TimeExpression | None = None
    negated: bool = False
    modal: bool = False
    passive: bool = False
    also: bool = False
    infinitive: bool = False
    perfect: bool = False
    carried: bool = False
    cited: list[Speaker] = attrs.Factory(list)
    shared: bool = False
    relative: bool = False
