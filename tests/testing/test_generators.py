"""What is generated is valid, small when it shrinks, varied, and true to its own truth."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from tests.testing.interesting import CASES
from timeline import Article, Attribution, Claim, Clock, Evidence, Figure, Source, Timeline, When
from timeline.dates import Precision
from timeline.errors import InvalidValue, UnknownName
from timeline.ingestion import check
from timeline.model import (
    CURATION,
    AsOf,
    ClaimLinked,
    ClaimRetracted,
    Event,
    FactSplit,
    stream_of,
)
from timeline.queries import Resolution
from timeline.store import MemoryStore
from timeline.testing import (
    Newsroom,
    claims,
    day_numbers,
    events,
    events_of,
    newsrooms,
    streams,
    whens,
    written_articles,
)
from timeline.testing._trial import collection

STRICT = settings(suppress_health_check=[])


@given(whens(lasting=False, soft=False))
def test_plain_moments_carry_no_mark(when: When) -> None:
    assert not (when.is_interval)
    assert not (when.is_approximate)
    assert not (when.is_uncertain)


@given(whens(soft=True))
def test_soft_dates_are_soft(when: When) -> None:
    exact = when.start_earliest == when.start_latest == when.end_latest
    assert not exact or when.is_uncertain


@given(whens(ended=True))
def test_ended_dates_have_a_last_day(when: When) -> None:
    assert when.latest is not None


@given(st.data(), st.sampled_from((Precision.DAY, Precision.MONTH, Precision.YEAR)))
def test_the_precision_is_the_one_asked_for(data: st.DataObject, precision: Precision) -> None:
    dates = whens(precisions=[precision], soft=False, lasting=False)
    when: When = data.draw(dates)
    assert when.precision is precision


@given(whens(first="2025-01-10", last="2025-01-20", precisions=[Precision.DAY], soft=False))
def test_the_range_is_kept(when: When) -> None:
    assert when.lies_within(When("2025-01-10/2025-01-20")).name == "CERTAIN"


@pytest.mark.parametrize("days", [("2025-01-02", "2025-01-01"), ("2025-01-01", "2025-01-02/..")])
def test_a_range_has_a_first_and_a_last_day(days: tuple[str, str]) -> None:
    with pytest.raises(InvalidValue, match="a first and a last day"):
        day_numbers(*days)


def test_other_precisions_are_refused() -> None:
    with pytest.raises(InvalidValue, match="precisions: must be one of day"):
        whens(precisions=[Precision.CENTURY])


@given(st.sampled_from((CURATION, "one", "two")), st.data())
def test_events_belong_to_the_stream_asked_for(stream: str, data: st.DataObject) -> None:
    event: Event = data.draw(events(stream=stream))
    MemoryStore().append(stream, [event])  # it refuses what does not belong


@given(streams())
def test_streams_fit_together(stream: list[Event]) -> None:
    check(stream, Resolution(MemoryStore()))
    assert len({stream_of(event) for event in stream}) == 1


@pytest.mark.parametrize(
    "kind", [When, Source, Attribution, Figure, Evidence, Article, Claim, Newsroom, ClaimLinked]
)
def test_hypothesis_knows_the_types(kind: type[Any]) -> None:
    quick = settings(max_examples=5, phases=[Phase.generate], database=None)
    assert isinstance(find(st.from_type(kind), lambda _: True, settings=quick), kind)


def test_events_of_a_kind_are_of_that_kind() -> None:
    found = find(events_of(ClaimRetracted), lambda _: True)
    assert isinstance(found, ClaimRetracted)
    with pytest.raises(UnknownName, match="no kind of event is called 'int'"):
        events_of(int)  # type: ignore[arg-type]  # the mistake


@given(st.data(), written_articles())
def test_claims_quote_the_article_that_they_are_told_to(
    data: st.DataObject, article: Article
) -> None:
    claim: Claim = data.draw(claims(article=article))
    assert claim.article == article.id
    assert claim.attribution.outlet == article.outlet
    if claim.evidence is not None:
        assert claim.evidence.stands_in(article.text or "")


# ---- Newsrooms -----------------------------------------------------------------------------


@STRICT
@given(newsrooms())
def test_newsrooms_are_valid(room: Newsroom) -> None:
    check(room.events, Resolution(MemoryStore()))
    assert sorted(map(repr, room.events)) == sorted(
        repr(event) for some in room.streams.values() for event in some
    )


@given(newsrooms(), day_numbers("2024-12-20", "2025-03-31"), st.sampled_from(Clock))
def test_what_is_known_lies_on_either_side_of_the_truth(
    room: Newsroom, day: int, clock: Clock
) -> None:
    """What is certainly known was truly told; what was truly told is at least possibly known."""
    facts = collection(room.events).known(AsOf(When.day(day), clock=clock)).values()
    every = {claim.id for fact in facts for claim in fact.claims}
    certain = {claim.id for fact in facts for claim in fact.claims if claim.certain}
    assert certain <= room.told(day, clock) <= every


@given(newsrooms(), day_numbers("2024-12-20", "2025-03-31"))
def test_what_stands_was_told_and_is_not_yet_taken_back(room: Newsroom, day: int) -> None:
    standing = room.standing(day)
    assert standing <= room.told(day)
    assert standing == room.standing(When.day(day))
    for one in room.tellings:
        if one.claim in room.told(day) - standing:
            assert one.ended is not None
            assert one.ended <= day


@given(newsrooms())
def test_curation_repairs_what_we_misread(room: Newsroom) -> None:
    """After it, every claim is about the fact that it is truly about, if anybody has said so."""
    fact_of = {one.claim: one.fact for one in room.tellings}
    linked = {event.claim for event in room.events if isinstance(event, ClaimLinked)}
    linked |= {
        name for event in room.events if isinstance(event, FactSplit) for name in event.claims
    }
    known = collection(room.events).known("2026-01-01")
    found = {claim.id: fact.id for fact in known.values() for claim in fact.claims}
    assert found == {name: fact_of[name] if name in linked else name for name in fact_of}


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_newsrooms_shrink_to_one_plain_claim() -> None:
    room = find(newsrooms(), lambda _: True, settings=settings(database=None))
    assert repr(room).partition("history = ")[2] == (
        "[\n"
        '    ArticlePublished(Article("one", "daily", "2025-01-01")),\n'
        '    ClaimStated(Claim("one#1", "asserts", "daily")),\n'
        "]"
    )


@given(newsrooms(facts=1, articles=1, claims=1, changes=0, curation=0, late=False, soft=False))
def test_knobs_turn_things_off(room: Newsroom) -> None:
    kinds = {type(event).__name__ for event in room.events}
    assert kinds <= {"ArticlePublished", "ClaimStated", "ClaimLinked"}
    assert len(room.tellings) <= 1
    assert Timeline.in_memory().known("2025-01-01") == {}


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_no_interesting_case_is_rare() -> None:
    found: Counter[str] = Counter()

    @settings(max_examples=600, database=None, derandomize=True)
    @given(newsrooms())
    def count(room: Newsroom) -> None:
        found.update(["newsrooms", *(name for name, shows in CASES.items() if shows(room))])

    count()
    rare = {name: found[name] for name in CASES if found[name] < found["newsrooms"] / 20}
    assert not rare
