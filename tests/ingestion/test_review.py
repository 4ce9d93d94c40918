"""What a person is asked to look at, and what becomes of their decisions."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from timeline import Article, Timeline
from timeline.dates import When
from timeline.ingestion import DoubtfulClaim, DoubtfulPair

FIXTURES = Path(__file__).parents[2] / "fixtures"


@pytest.fixture
def read() -> Timeline:
    return Timeline.read(FIXTURES / "articles")


def _claims(collection: Timeline, below: float = 0.99) -> list[DoubtfulClaim]:
    return [one for one in collection.doubtful(below) if isinstance(one, DoubtfulClaim)]


def _pairs(collection: Timeline) -> list[DoubtfulPair]:
    return [one for one in collection.doubtful(0) if isinstance(one, DoubtfulPair)]


def test_the_least_sure_claims_come_first_and_none_is_above_the_limit(read: Timeline) -> None:
    shown = [one.claim.reading for one in _claims(read, 0.7)]
    sure = [reading.confidence for reading in shown if reading is not None]
    assert sure
    assert sure == sorted(sure)
    assert sure[-1] < 0.7


def test_what_a_person_wrote_is_not_doubted() -> None:
    assert Timeline.read(FIXTURES / "streams").doubtful(1) == ()


def test_an_accepted_claim_is_not_shown_again_and_stays_as_it_is(read: Timeline) -> None:
    first = _claims(read)[0]
    read.record(*first.accepted())
    again = {one.claim.id for one in _claims(read)}
    assert first.claim.id not in again
    fact = read.known("2025-02-28")[first.fact]
    kept = {one.claim.id: one.claim for one in fact.claims}[first.claim.id]
    assert kept == attrs.evolve(first.claim, reading=None)


def test_an_edited_claim_reads_as_the_person_wrote_it(read: Timeline) -> None:
    first = next(one for one in _claims(read) if one.claim.basis.value == "published")
    read.record(*first.edited(attrs.evolve(first.claim, occurred=When("2025-01-05"))))
    fact = read.known("2025-02-28")[first.fact]
    kept = {one.claim.id: one.claim for one in fact.claims}[first.claim.id]
    assert str(kept.occurred) == "2025-01-05"


def test_a_rejected_claim_is_in_no_answer_and_is_not_read_again(read: Timeline) -> None:
    first = _claims(read)[0]
    read.record(*first.rejected("a caption"))
    told = {one.claim.id for fact in read.known("2025-02-28").facts() for one in fact.claims}
    assert first.claim.id not in told
    assert first.claim.id not in {one.claim.id for one in _claims(read)}
    article = attrs.evolve(first.article, text=f"{first.article.text}\nThe mill is old.", sha256="")
    read.ingest(article)
    told = {one.claim.id for fact in read.known("2025-02-28").facts() for one in fact.claims}
    assert first.claim.id not in told


def test_a_claim_can_be_moved_to_a_new_fact(read: Timeline) -> None:
    first = _claims(read)[0]
    read.record(*first.moved("ours", "A fact of ours", "visit"))
    fact = read.known("2025-02-28")["ours"]
    assert (fact.title, fact.kind) == ("A fact of ours", "visit")
    assert [one.claim.id for one in fact.claims] == [first.claim.id]


def test_a_pair_is_merged_or_kept_apart_for_good(read: Timeline) -> None:
    one, other = _pairs(read)[:2]
    read.record(*one.merged())
    assert one.fact not in {fact.id for fact in read.known("2025-02-28").facts()}
    read.record(*other.kept_apart())
    left = {frozenset((pair.fact, pair.into)) for pair in _pairs(read)}
    assert frozenset((one.fact, one.into)) not in left
    assert frozenset((other.fact, other.into)) not in left


def test_two_happenings_of_one_day_in_two_places_are_not_joined() -> None:
    collection = Timeline.in_memory()
    for name, text in (
        ("a", "A missile struck the port of Ostia on January 31."),
        ("b", "A missile struck the depot in Brindisi on January 31."),
    ):
        collection.ingest(Article(name, f"outlet-{name}", "2025-02-07", text=text))
    assert len(collection.known("2025-02-07")) == 2
