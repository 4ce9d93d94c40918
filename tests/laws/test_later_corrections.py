"""A correction that comes after a retraction does not move the retraction."""

from __future__ import annotations

from tests.worlds import by_stream

from timeline import Article, Claim, Status, Timeline
from timeline.model import ArticlePublished, ClaimCorrected, ClaimRetracted, ClaimStated, Event


def test_what_was_taken_back_stays_so_until_it_is_said_again() -> None:
    history: list[Event] = [
        ArticlePublished(Article("one", "daily", "2025-01-01")),
        ClaimStated(Claim("one#1", "asserts", "daily")),
        ClaimRetracted("one#1", "2025-01-05"),
        ClaimCorrected(Claim("one#1", "confirms", "daily"), "2025-01-09"),
    ]
    tl = Timeline.in_memory()
    for stream, event in by_stream(history):
        tl.store.append(stream, [event])
    found = {day: tl.known(f"2025-01-0{day}")["one#1"].status for day in (4, 5, 8, 9)}
    assert found == {
        4: Status.REPORTED,
        5: Status.RETRACTED,
        8: Status.RETRACTED,
        9: Status.REPORTED,
    }
