"""The laws that everything rests on, each a property of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import reference
from tests.worlds import (
    ARTICLES,
    FACTS,
    article_streams,
    by_stream,
    collections,
    curation,
    histories,
    interleaved,
    points,
)
from timeline import Article, AsOf, Claim, Clock, FactProjection, News, Timeline, When
from timeline.dates import Certainty
from timeline.ingestion import check
from timeline.model import (
    ArticlePublished,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    stream_of,
)
from timeline.projections import Facts
from timeline.queries import Fact, Resolution, fold
from timeline.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Sequence

clocks = st.sampled_from(Clock)


def told(events: Sequence[Event]) -> Timeline:
    tl = Timeline.in_memory()
    for stream, event in by_stream(list(events)):
        tl.store.append(stream, [event])
    return tl


def question(day: int, clock: Clock) -> AsOf:
    return AsOf(When.day(day), clock=clock)


@given(histories())
def test_the_histories_of_these_tests_are_valid(history: list[Event]) -> None:
    check(history, Resolution(MemoryStore()))


@given(histories(), points, clocks)
def test_no_hindsight(history: list[Event], day: int, clock: Clock) -> None:
    """For fixed curation, news whose known interval starts after D changes no answer as of D."""
    as_of = question(day, clock)
    earlier = without_news_after(history, as_of)
    assert dict(told(history).known(as_of)) == dict(told(earlier).known(as_of))


def without_news_after(history: list[Event], as_of: AsOf) -> list[Event]:
    """Take away the news that nobody can have known by then, and what curates that news alone."""
    later = {
        (one.claim, one.version)
        for one in reference.Reading(history).dated(as_of)
        if one.earliest > as_of.day
    }
    kept: list[Event] = []
    version: dict[str, int] = {}
    wordings: dict[str, list[bool]] = {}
    """Of every claim, which of its wordings stay."""
    for event in history:
        stream = stream_of(event)
        version[stream] = version.get(stream, 0) + 1
        match event:
            case ClaimStated(claim=claim) | ClaimCorrected(claim=claim):
                stays = (claim.id, version[stream]) not in later
                wordings.setdefault(claim.id, []).append(stays)
            case ClaimRetracted(claim=name):
                stays = (name, version[stream]) not in later
            case ClaimLinked(claim=name) if name in wordings:
                stays = wordings[name][0]
            case ClaimRevised(claim=claim, correction=number):
                stays = wordings[claim.id][number]
                # Corrections are counted: that which was the second may be the first now.
                event = attrs.evolve(event, correction=sum(wordings[claim.id][:number]))  # noqa: PLW2901  # the event to keep
            case _:
                stays = True
        if stays:
            kept.append(event)
    return kept


@given(histories(), points, clocks, st.data())
def test_recorded_isolation(
    history: list[Event], day: int, clock: Clock, data: st.DataObject
) -> None:
    """An answer at recorded=P depends on the first P events alone."""
    count = data.draw(st.integers(0, len(history)))
    then = AsOf(When.day(day), clock=clock, recorded=count)
    asked_now = told(history).known(then)
    asked_then = told(history[:count]).known(question(day, clock))
    assert dict(asked_now) == dict(asked_then)


@given(histories(), article_streams("later"), points, clocks)
def test_ingesting_is_local(
    history: list[Event], article: list[Event], day: int, clock: Clock
) -> None:
    """A new article changes the answers of the facts that its own claims are about, no others."""
    as_of = question(day, clock)
    before, after = told(history), told([*history, *article])
    resolution = Resolution(after.store)
    resolution.advance(len(history) + len(article))
    touched = {
        resolution.fact_of(event.claim.id) for event in article if isinstance(event, ClaimStated)
    }
    for fact in {*before.known(as_of), *after.known(as_of)} - touched:
        assert before.known(as_of).get(fact) == after.known(as_of).get(fact)


@given(collections(), points, clocks, st.data())
def test_order_of_arrival_does_not_matter(
    streams: list[list[Event]], day: int, clock: Clock, data: st.DataObject
) -> None:
    """Article streams may arrive in any order, interleaved in any way."""
    as_of = question(day, clock)
    first, second = data.draw(interleaved(streams)), data.draw(interleaved(streams))
    decided = data.draw(curation(first))
    assert dict(told([*first, *decided]).known(as_of)) == dict(
        told([*second, *decided]).known(as_of)
    )


@given(histories(), points, clocks)
def test_answers_equal_a_reference_written_apart(
    history: list[Event], day: int, clock: Clock
) -> None:
    as_of = question(day, clock)
    expected = reference.known(history, as_of)
    found = {name: answered(fact) for name, fact in told(history).known(as_of).items()}
    assert found == expected


def answered(fact: Fact) -> reference.Answer:
    possibly = fact.possibly
    return reference.Answer(
        fact.certainty is Certainty.CERTAIN,
        str(fact.status),
        reference._bounds(fact.occurred),
        fact.conflict,
        None
        if possibly is None
        else (str(possibly.status), reference._bounds(possibly.occurred), possibly.conflict),
        frozenset(fact.origins),
    )


@given(histories(), points, clocks, st.data())
def test_a_fold_can_be_cut_anywhere(
    history: list[Event], day: int, clock: Clock, data: st.DataObject
) -> None:
    """fold(a + b) = fold(fold(a), b): a snapshot and the tail equal the full fold."""
    tl = told(history)
    as_of = question(day, clock)
    view = tl._engine.view(as_of)
    projection = Facts()
    for fact in list(view.resolution.facts()):
        line = view.news(fact)
        cut = data.draw(st.integers(0, len(line)))
        state = projection.initial()
        for news in line[:cut]:
            state = projection.evolve(state, news)
        snapshot = state
        before = [repr(one) for one in snapshot]
        for news in line[cut:]:
            state = projection.evolve(state, news)
        whole = fold(projection, line, 10**9)
        assert whole.certain == (state,)
        # The snapshot is a value of its own: carrying on from it has not changed it.
        assert [repr(one) for one in snapshot] == before


@given(histories(), points, points, clocks)
def test_a_difference_leads_from_one_state_to_the_other(
    history: list[Event], one: int, other: int, clock: Clock
) -> None:
    tl = told(history)
    before, after = question(one, clock), question(other, clock)
    diff = tl.diff(before, after)
    applied = diff.apply(tl.known(before))
    assert applied == dict(tl.known(after))
    assert list(applied) == list(tl.known(after))
    parts = [*diff.learned, *diff.changed, *diff.withdrawn]
    assert sorted(c.fact.id for c in parts) == sorted(c.fact.id for c in diff.changes)


@given(histories(), points, points, clocks, st.data())
def test_a_difference_may_also_lead_along_the_recorded_axis(
    history: list[Event], one: int, other: int, clock: Clock, data: st.DataObject
) -> None:
    counts = st.integers(0, len(history))
    tl = told(history)
    before = AsOf(When.day(one), clock=clock, recorded=data.draw(counts))
    after = AsOf(When.day(other), clock=clock, recorded=data.draw(counts | st.none()))
    diff = tl.diff(before, after)
    assert diff.apply(told(history).known(before)) == dict(told(history).known(after))


@given(histories(), points, clocks)
def test_history_ends_in_the_state_known(history: list[Event], day: int, clock: Clock) -> None:
    tl = told(history)
    as_of = question(day, clock)
    for name, fact in tl.known(as_of).items():
        steps = tl.history(name, as_of).steps
        assert steps[-1].fact == fact
        assert [step.day.latest for step in steps] == sorted(
            {step.day.latest for step in steps if step.day.latest is not None}
        )
        for step in steps:
            assert tl.known(question(step.day.latest or 0, clock))[name] == step.fact


@given(histories(), st.lists(points, max_size=4), clocks, st.data())
def test_a_living_collection_answers_as_one_read_afresh(
    history: list[Event], asked: list[int], clock: Clock, data: st.DataObject
) -> None:
    """Asking between appends leaves nothing behind that later answers differently."""
    live = Timeline.in_memory()
    for stream, event in by_stream(history):
        live.store.append(stream, [event])
        ask: bool = data.draw(st.booleans())
        if asked and ask:
            dict(live.known(question(asked[0], clock)))
    for day in asked:
        assert dict(live.known(question(day, clock))) == dict(
            told(history).known(question(day, clock))
        )


@given(histories(), points, clocks)
def test_an_answer_keeps_to_the_events_of_its_time(
    history: list[Event], day: int, clock: Clock
) -> None:
    """A Knowledge opened before an append answers as before it, whenever it is read."""
    tl = told(history[: len(history) // 2])
    opened = tl.known(question(day, clock))
    read_late = opened.facts()
    read_at_once = [
        fact.to_dict()
        for fact in told(history[: len(history) // 2]).known(question(day, clock)).facts()
    ]
    for stream, event in by_stream(history[len(history) // 2 :]):
        tl.store.append(stream, [event])
        tl.known(question(day, clock)).facts()
    assert [fact.to_dict() for fact in read_late] == read_at_once
    assert [fact.to_dict() for fact in opened.facts()] == read_at_once


@given(histories(), points, clocks, st.data())
def test_one_fact_reads_alike_alone_and_among_all(
    history: list[Event], day: int, clock: Clock, data: st.DataObject
) -> None:
    """What is read for one fact alone, from a store too large to read, is what all say of it."""
    count = data.draw(st.integers(0, len(history)))
    as_of = AsOf(When.day(day), clock=clock, recorded=count)
    whole = told(history)
    for fact in {*FACTS, "other", *(f"{name}#1" for name in ARTICLES)}:
        sparing = told(history)
        sparing._engine.large = 0
        assert sparing.known(as_of).get(fact) == whole.known(as_of).get(fact)
        if fact in whole.known(as_of):
            assert sparing.history(fact, as_of) == whole.history(fact, as_of)
            assert sparing.explain(fact, as_of) == whole.explain(fact, as_of)


@pytest.mark.parametrize("clock", list(Clock))
def test_an_article_without_claims_makes_no_fact(clock: Clock) -> None:
    tl = Timeline.in_memory()
    tl.record(ArticlePublished(Article("empty", "daily", When.parse("2025-01-02"))))
    assert not tl.known("2025-02-01", clock=clock)


class ByArticle(FactProjection[int, int]):
    """Counts statements by article: a projection of facts that names keys of its own."""

    name = "by-article"

    def initial(self) -> int:
        return 0

    def evolve(self, state: int, news: News) -> int:
        return state + isinstance(news.event, ClaimStated)

    def finish(self, state: int, as_of: AsOf) -> int:
        del as_of
        return state

    def keys(self, news: News) -> tuple[str, ...]:
        return (news.article.id,)


def test_keys_of_ones_own_are_kept_to() -> None:
    tl = Timeline.in_memory()
    tl.record(
        ArticlePublished(Article("one", "daily", "2025-01-02")),
        ClaimStated(Claim("one#1", "asserts", ("daily",))),
        ClaimStated(Claim("one#2", "asserts", ("daily",))),
        ClaimLinked("one#1", "raid"),
    )
    assert dict(tl.project(ByArticle(), "2025-01-02")) == {"one": 2}
    assert not tl.project(ByArticle(), "2025-01-01")


@given(histories(), points, clocks)
def test_facts_are_listed_by_when_they_were_first_known(
    history: list[Event], day: int, clock: Clock
) -> None:
    facts = told(history).known(question(day, clock)).facts()
    assert [fact.order for fact in facts] == sorted(fact.order for fact in facts)


def test_several_facts_that_are_only_possibly_known_find_their_places() -> None:
    """Each is listed by a claim that was not known yet: none may mislead the search for another."""
    tl = Timeline.in_memory()
    # Days on which each is certain by the claim that is known, and by the one that is not yet.
    days = [("09", "02"), ("11", "03"), ("08", "04"), ("10", "05"), ("07", "06")]
    for number, (soft, late) in enumerate(days):
        name = f"n{number}"
        tl.record(ArticlePublished(Article(name, name, "2025-01-20")))
        bounds = f"[2025-01-01..2025-01-{soft}]"
        for claim, stated in ((1, bounds), (2, f"2025-01-{late}")):
            fact = f"fact-{number}"
            said = Claim(f"{name}#{claim}", "asserts", (name,), basis="dated", stated=stated)
            tl.record(ClaimStated(said), ClaimLinked(said.id, fact))
    facts = tl.known("2025-01-01").facts()
    assert [fact.id for fact in facts] == ["fact-4", "fact-2", "fact-0", "fact-3", "fact-1"]
