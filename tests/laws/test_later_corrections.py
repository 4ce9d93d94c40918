"""Corrections and retractions of one claim do not move each other."""

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


def test_a_correction_does_not_say_when_a_retraction_became_known() -> None:
    history: list[Event] = [
        ArticlePublished(Article("one", "daily", "2025-01-01")),
        ClaimStated(Claim("one#1", "asserts", "daily")),
        ClaimCorrected(Claim("one#1", "confirms", "daily"), "2025-01-04"),
        ClaimRetracted("one#1", "[2025-01-01..2025-01-09]"),
    ]
    for told in (history, [*history[:2], history[3]]):
        tl = Timeline.in_memory()
        for stream, event in by_stream(told):
            tl.store.append(stream, [event])
        possibly = tl.known("2025-01-02")["one#1"].possibly
        assert possibly is not None
        assert possibly.status is Status.RETRACTED
