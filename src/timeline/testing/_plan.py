"""What a newsroom is built from: small numbers, any of which make a valid history."""

from __future__ import annotations

import enum

import attrs


class Fate(enum.Enum):
    """What became of a happening."""

    HAPPENED = "happened"
    RUMOUR = "rumour"  # it never happened, whatever is said
    KEPT = "kept"  # it was forecast, and came true
    MISSED = "missed"  # it was forecast, and did not


class Voice(enum.Enum):
    """How an outlet comes by what it prints."""

    OWN = "own"
    QUOTED = "quoted"
    WIRE = "wire"  # quoted by an agency, which the outlet quotes
    COPY = "copy"  # as another outlet printed it before


class Mishap(enum.Enum):
    """What we read wrong at first, and repaired."""

    CLAIM = "claim"
    ARTICLE = "article"
    LINK = "link"
    MERGE = "merge"
    SPLIT = "split"
    SOURCE = "source"
    TITLE = "title"


@attrs.frozen
class FactPlan:
    """A happening, on a day counted from the first."""

    fate: Fate
    day: int


@attrs.frozen(kw_only=True)
class ClaimPlan:
    """A claim: about which fact, from whom, how long after, how softly dated."""

    fact: int
    stance: str
    voice: Voice
    speaker: int
    heard: int
    basis: int
    slack: int
    dated: int | None
    wrong: bool
    figure: int | None
    linked: bool


@attrs.frozen(kw_only=True)
class ArticlePlan:
    """An article: by whom, how long after what it tells, how late; a bare one tells nothing."""

    outlet: int
    lag: int
    slack: int
    late: int
    quotes: bool
    bare: bool
    claims: list[ClaimPlan]


@attrs.frozen(kw_only=True)
class ChangePlan:
    """A correction, a retraction or a changed text, so many days after printing."""

    kind: str
    claim: int
    lag: int
    slack: int
    other: bool


@attrs.frozen
class CurationPlan:
    """Something that we misread, and which."""

    mishap: Mishap
    which: int


@attrs.frozen(kw_only=True)
class Plan:
    """A whole newsroom."""

    facts: list[FactPlan]
    articles: list[ArticlePlan]
    changes: list[ChangePlan]
    curation: list[CurationPlan]
