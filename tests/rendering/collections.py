"""Collections to draw, and every answer that one gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import Timeline
from timeline.model import (
    Article,
    ArticlePublished,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimStated,
    Evidence,
    FactDescribed,
    Figure,
    Source,
    SourceDefined,
)

if TYPE_CHECKING:
    from timeline.dates import When
    from timeline.queries import Shown


def every_answer(collection: Timeline, day: When) -> list[Shown]:
    """Return all that can be asked about what was known on *day*."""
    knowledge = collection.known(day)
    answers: list[Shown] = [
        knowledge,
        collection.diff("2025-01-10", day),
        collection.chronology(on=day),
        knowledge.figures,
        collection.forecasts(day),
        *knowledge.values(),
    ]
    for fact in knowledge:
        answers += [collection.explain(fact, on=day), collection.history(fact, on=day)]
    return answers


def written_by(hostile: str) -> Timeline:
    """Return a collection in which *hostile* stands wherever words of others can stand."""
    collection = Timeline.in_memory()
    collection.record(
        SourceDefined(Source("herald", hostile)),
        FactDescribed("raid", hostile, hostile),
        ArticlePublished(Article("one", "herald", "2025-01-10", title=hostile)),
        ClaimStated(
            Claim(
                "one#1",
                "asserts",
                ("herald", "ministry"),
                text=hostile,
                figures=[Figure(f"x{hostile}", low=1, unit=hostile)],
                evidence=Evidence(hostile, 0, len(hostile)),
            )
        ),
        ClaimLinked("one#1", "raid"),
        ClaimStated(Claim("one#2", "denies", ("herald",), text=hostile)),
        ClaimLinked("one#2", "raid"),
        ClaimCorrected(Claim("one#2", "denies", ("herald",)), on="2025-01-12", note=hostile),
        ClaimStated(Claim("one#3", "forecasts", ("herald",), text=hostile)),
        ClaimRetracted("one#3", on="2025-01-13", note=hostile),
    )
    return collection
