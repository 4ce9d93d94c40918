"""The cases that make news hard, as questions about a newsroom: none of them may be rare."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from timeline.model import (
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    FactDescribed,
    FactsMerged,
    FactSplit,
    SourceDefined,
    SourcesMerged,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.dates import When
    from timeline.testing import Newsroom

KINDS = (
    ArticleCorrected, ClaimCorrected, ClaimRetracted, ClaimLinked, ClaimRevised, ArticleRevised,
    FactDescribed, FactsMerged, FactSplit, SourceDefined, SourcesMerged,
)  # fmt: skip


def _articles(room: Newsroom) -> list[Article]:
    return [event.article for event in room.events if isinstance(event, ArticlePublished)]


def _claims(room: Newsroom) -> list[Claim]:
    return [event.claim for event in room.events if isinstance(event, ClaimStated)]


def _exact(when: When) -> bool:
    return when.start_earliest == when.start_latest == when.end_latest


def arrives_late(room: Newsroom) -> bool:
    """Whether an article comes in behind another one that was printed after it."""
    printed = [one.published.latest or 0 for one in _articles(room)]
    return printed != sorted(printed)


def soft_publication(room: Newsroom) -> bool:
    """Whether an article shows no exact date."""
    return any(not _exact(one.published) for one in _articles(room))


def soft_statement(room: Newsroom) -> bool:
    """Whether a statement is softly dated."""
    return any(one.stated is not None and not _exact(one.stated) for one in _claims(room))


def soft_happening(room: Newsroom) -> bool:
    """Whether a claim says softly when it happened."""
    return any(one.occurred is not None and not _exact(one.occurred) for one in _claims(room))


def undated_claim(room: Newsroom) -> bool:
    """Whether a claim does not say when it happened."""
    return any(one.occurred is None for one in _claims(room))


def open_end(room: Newsroom) -> bool:
    """Whether a claim dates a happening on one side alone."""
    whens = [one.occurred for one in _claims(room) if one.occurred is not None]
    return any(None in {when.earliest, when.latest} for when in whens)


def copied_wire(room: Newsroom) -> bool:
    """Whether an outlet copies another one."""
    return any(one.copied for one in room.tellings)


def long_chain(room: Newsroom) -> bool:
    """Whether an outlet quotes somebody who quotes somebody."""
    return any(len(one.attribution.chain) > 2 for one in _claims(room))


def figures(room: Newsroom) -> bool:
    """Whether a claim gives a figure."""
    return any(one.figures for one in _claims(room))


def evidence(room: Newsroom) -> bool:
    """Whether a claim quotes the text of its article."""
    return any(one.evidence is not None for one in _claims(room))


def support_and_denial(room: Newsroom) -> bool:
    """Whether some assert and some deny."""
    return {Stance.ASSERTS, Stance.DENIES} <= {one.stance for one in _claims(room)}


def told_of_twice(room: Newsroom) -> bool:
    """Whether two claims are about one fact."""
    return max(Counter(one.fact for one in room.tellings).values(), default=0) > 1


def false_rumour(room: Newsroom) -> bool:
    """Whether something is told of that never happened."""
    told = {one.fact for one in room.tellings}
    return any(not one.happened and one.fact in told for one in room.happenings)


def unlinked_claim(room: Newsroom) -> bool:
    """Whether nobody says what a claim is about."""
    linked = {event.claim for event in room.events if isinstance(event, ClaimLinked)}
    return bool({one.id for one in _claims(room)} - linked)


def _kind(kind: type) -> Callable[[Newsroom], bool]:
    return lambda room: any(isinstance(event, kind) for event in room.events)


def _stance(stance: Stance) -> Callable[[Newsroom], bool]:
    return lambda room: any(one.stance is stance for one in _claims(room))


def _basis(basis: Basis) -> Callable[[Newsroom], bool]:
    return lambda room: any(one.basis is basis for one in _claims(room))


CASES: dict[str, Callable[[Newsroom], bool]] = {
    **{
        case.__name__.replace("_", " "): case
        for case in (
            arrives_late, soft_publication, soft_statement, soft_happening, undated_claim, open_end,
            copied_wire, long_chain, figures, evidence, support_and_denial, told_of_twice,
            false_rumour, unlinked_claim,
        )
    },
    **{f"a claim {stance}": _stance(stance) for stance in Stance},
    **{f"a claim {basis}": _basis(basis) for basis in Basis},
    **{kind.__name__: _kind(kind) for kind in KINDS},
}  # fmt: skip
"""Each case by name."""
