"""What a curated stream adds to the stream that the store already holds.

Reading the same file again adds nothing. A file that a person has edited adds curation events: we
had read the article otherwise before. What a machine had read and the file leaves out is dismissed.
History is never rewritten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.errors import DifferentHistory
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    article_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@attrs.define
class _Reading:
    """How a stream reads, at its end."""

    stream: str
    article: Article | None = None
    wordings: dict[str, list[Claim]] = attrs.field(factory=dict)
    corrections: dict[str, list[ClaimCorrected]] = attrs.field(factory=dict)
    links: dict[str, str] = attrs.field(factory=dict)
    retractions: dict[str, list[ClaimRetracted]] = attrs.field(factory=dict)
    dismissed: set[str] = attrs.field(factory=set)

    def add(self, event: Event) -> None:
        match event:
            case ArticlePublished(article=article) | ArticleRevised(article=article):
                self.article = article
            case ClaimStated(claim=claim):
                self.wordings[claim.id] = [claim]
            case ClaimCorrected(claim=claim):
                self.wordings[claim.id].append(claim)
                self.corrections.setdefault(claim.id, []).append(event)
            case ClaimRevised(claim=claim, correction=correction):
                self.wordings[claim.id][correction] = claim
            case ClaimRetracted(claim=claim_id):
                self.retractions.setdefault(claim_id, []).append(event)
            case ClaimLinked(claim=claim_id, fact=fact):
                if article_of(claim_id) == self.stream:
                    self.links[claim_id] = fact
                    self.dismissed.discard(claim_id)
            case ClaimDismissed(claim=claim_id):
                self.links.pop(claim_id, None)
                self.dismissed.add(claim_id)
            case _:
                pass  # corrected articles and other curation are not of a curated file's making


def _read(stream: str, events: Iterable[Event]) -> _Reading:
    reading = _Reading(stream)
    for event in events:
        reading.add(event)
    return reading


def additions(stream: str, held: Sequence[Event], offered: Sequence[Event]) -> list[Event]:
    """Return the events that make the stream, which holds *held*, read as *offered* does.

    Raises:
        DifferentHistory: *offered* leaves out or contradicts news that the stream holds.
    """
    if not held:
        return list(offered)
    before, after = _read(stream, held), _read(stream, offered)
    added: list[Event] = []
    if after.article is not None and after.article != before.article:
        added.append(ArticleRevised(after.article))
    version = len(held)
    _nothing_lost(stream, version, before, after)
    for claim_id, wordings in after.wordings.items():
        known = before.wordings.get(claim_id, [])
        for number, claim in enumerate(wordings):
            if number < len(known):
                if claim != known[number]:
                    added.append(ClaimRevised(claim, number))
            elif number == 0:
                added.append(ClaimStated(claim))
            else:
                added.append(after.corrections[claim_id][number - 1])
        fact = after.links.get(claim_id)
        if fact is not None and fact != before.links.get(claim_id):
            added.append(ClaimLinked(claim_id, fact))
    added += [ClaimDismissed(claim_id) for claim_id in _left_out(before, after)]
    for claim_id, retractions in after.retractions.items():
        added += retractions[len(before.retractions.get(claim_id, [])) :]
    return added


def _nothing_lost(stream: str, version: int, before: _Reading, after: _Reading) -> None:
    given_up = {*before.dismissed, *_left_out(before, after)}
    for claim_id in before.wordings:
        if claim_id in given_up:
            continue
        if claim_id not in after.wordings:
            problem = (
                f"expected {claim_id}, which the stream holds, found it left out (history is not "
                "rewritten: put it back, or retract it)"
            )
            raise DifferentHistory(stream, version, problem)
        if claim_id in before.links and claim_id not in after.links:
            problem = f"expected {claim_id} to name a fact, as it did, found none"
            raise DifferentHistory(stream, version, problem)
        for held, offered in (
            (_dates(before.corrections, claim_id), _dates(after.corrections, claim_id)),
            (_dates(before.retractions, claim_id), _dates(after.retractions, claim_id)),
        ):
            if offered[: len(held)] != held:
                problem = (
                    f"expected {claim_id} to be corrected or retracted on {', '.join(held)} first, "
                    f"as the stream holds, found {', '.join(offered) or 'nothing'}"
                )
                raise DifferentHistory(stream, version, problem)


def _left_out(before: _Reading, after: _Reading) -> list[str]:
    """Return the claims that only a machine has read, and that the person does not find there."""
    return [
        claim_id
        for claim_id, wordings in before.wordings.items()
        if claim_id not in after.wordings
        and claim_id not in before.dismissed
        and all(claim.reading is not None for claim in wordings)
    ]


def _dates(
    events: dict[str, list[ClaimCorrected]] | dict[str, list[ClaimRetracted]], claim: str
) -> list[str]:
    return [str(event.on) for event in events.get(claim, ())]
