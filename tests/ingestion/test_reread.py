"""A text that changes after a person has looked at its claims: neither's word is lost."""

from __future__ import annotations

import attrs
import pytest

from timeline import Article, Timeline, When
from timeline.ingestion import DoubtfulClaim
from timeline.model import ClaimDismissed, ClaimLinked

TEXT = """A bomb killed 12 people in the city of Tarnov on May 3, the ministry said.

Police arrested three men in Belmor on May 4, the ministry said.

President Anna Kolb visited Tarnov on May 5."""

CORRECTED = "\n\nCorrection, May 12: An earlier version of this article misstated the dead."


def _article(text: str) -> Article:
    return Article("herald-1", "herald", "2025-05-06", text=text)


@pytest.fixture
def reviewed() -> Timeline:
    """The toll accepted, the arrest rejected, the visit given a softer date."""
    collection = Timeline.in_memory()
    collection.ingest(_article(TEXT))
    for one in collection.doubtful(1.01):
        assert isinstance(one, DoubtfulClaim)
        if "killed" in one.claim.text:
            collection.record(*one.accepted())
        elif "arrested" in one.claim.text:
            collection.record(*one.rejected())
        elif "visited" in one.claim.text:
            collection.record(*one.edited(attrs.evolve(one.claim, occurred=When("2025-05-05~"))))
    return collection


def _killed(collection: Timeline, on: str, recorded: int | None = None) -> list[float | None]:
    return [
        claim.claim.figures[0].low
        for fact in collection.known(on, recorded=recorded).values()
        for claim in fact.claims
        if claim.claim.figures and str(claim.standing) == "stands"
    ]


def test_an_outlets_correction_reaches_a_claim_that_a_person_accepted(reviewed: Timeline) -> None:
    before = reviewed.store.head().position
    reviewed.ingest(_article(TEXT.replace("killed 12", "killed 9") + CORRECTED))
    assert _killed(reviewed, "2025-05-11") == [12]
    assert _killed(reviewed, "2025-05-12") == [9]
    assert _killed(reviewed, "2025-05-12", before) == [12]


def test_a_changed_text_reaches_it_at_every_date_and_adds_no_second_claim(
    reviewed: Timeline,
) -> None:
    before = reviewed.store.head().position
    [done] = reviewed.ingest(_article(TEXT.replace("killed 12", "killed 9")))
    assert done.unplaced == ()
    assert _killed(reviewed, "2025-05-11") == [9]
    assert _killed(reviewed, "2025-05-11", before) == [12]


def test_what_a_person_changed_stays_where_the_text_did_not(reviewed: Timeline) -> None:
    reviewed.ingest(_article(TEXT.replace("Anna Kolb visited", "Anna M. Kolb has visited")))
    [visit] = [fact for fact in reviewed.known("2025-06-01").values() if fact.kind == "visit"]
    [told] = visit.claims
    assert str(told.claim.occurred) == "2025-05-05~"
    assert "Anna M. Kolb" in told.claim.text


@pytest.mark.parametrize("end", ["", CORRECTED])
def test_a_rejected_claim_stays_rejected(reviewed: Timeline, end: str) -> None:
    reviewed.ingest(_article(TEXT.replace("three men", "four men") + end))
    assert not [fact for fact in reviewed.known("2025-06-01").values() if fact.kind == "arrest"]


@pytest.mark.parametrize("end", ["", CORRECTED])
def test_a_persons_claim_whose_words_are_gone_stands_and_is_named(
    reviewed: Timeline, end: str
) -> None:
    [done] = reviewed.ingest(_article("\n\n".join(TEXT.split("\n\n")[1:]) + end))
    assert _killed(reviewed, "2025-06-01") == [12]
    assert any("killed 12 people" in one for one in done.unplaced if "takes it back" in one)


def test_a_claim_that_is_linked_again_is_read_again(reviewed: Timeline) -> None:
    [arrest] = [
        recorded.event.claim
        for recorded in reviewed.store.read("herald-1")
        if isinstance(recorded.event, ClaimDismissed)
    ]
    reviewed.record(ClaimLinked(arrest, "arrests"))
    reviewed.ingest(_article(TEXT.replace("three men", "four men")))
    [told] = reviewed.known("2025-06-01")["arrests"].claims
    assert told.claim.figures[0].low == 4
