"""Links are the same out of the whole log, and out of what was kept and the events since."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linking.strategies import articles, renamed
from timeline import Timeline
from timeline.errors import StoreError
from timeline.extraction import Extraction
from timeline.ingestion import Intake, _intake, _kept_pages
from timeline.linking import LAYOUT, _pages, link
from timeline.model import (
    Article,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
    stream_of,
)
from timeline.store import MemoryStore, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hypothesis.strategies import DrawFn

    from timeline.linking import LinkIndex
    from timeline.store import EventStore

News = tuple[tuple[Claim, ...], ...]

FIXTURES = Path(__file__).parents[2] / "fixtures"
STEPS = ("keep", "keep", "begin", "drop")

fewer = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Given:
    """An extractor that finds what it was given: the claims of each article by its id."""

    name = "given"

    def __init__(self, news: News) -> None:
        self._claims = {claims[0].article: claims for claims in news}

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        """Return the claims of the article."""
        del sources
        outlet = Source(article.outlet, article.outlet.title())
        return Extraction(self._claims[article.id], (outlet,))


def article_of(claims: Sequence[Claim]) -> Article:
    name = claims[0].article
    return Article(name, outlet=name.partition("-")[0], published="2025-02-07", text="Told.")


@st.composite
def curation(draw: DrawFn, store: EventStore) -> Event:
    """Something that a person decides about what a store holds by now."""
    events = [recorded.event for recorded in store.read_all()]
    claims = [event.claim for event in events if isinstance(event, ClaimStated)]
    facts = sorted({event.fact for event in events if isinstance(event, FactDescribed)})
    claim = draw(st.sampled_from(claims))
    fact, into = draw(st.sampled_from(facts)), draw(st.sampled_from([*facts, "by-hand"]))
    other = draw(st.sampled_from(claims))
    reworded = Claim(
        claim.id,
        claim.stance,
        claim.attribution,
        text=other.text,
        occurred=other.occurred,
        reading=renamed(other, claim.id).reading,
    )
    made: list[Event] = [
        ClaimLinked(claim.id, into),
        FactSplit(fact, "split-off", (claim.id,)),
        FactDescribed(into, "Envoys of both sides met in Seoul", "meeting"),
        ClaimRevised(reworded),
        ClaimCorrected(reworded, on="2025-02-08"),
        ClaimDismissed(claim.id),
        SourceDefined(Source("outlet0", "Outlet0", ("outlet9",))),
        SourcesMerged("outlet1", "outlet0"),
    ]
    if fact != into and into in facts:
        made.append(FactsMerged(fact, into))
    return draw(st.sampled_from(made))


def events_of(store: EventStore) -> list[Event]:
    return [recorded.event for recorded in store.read_all()]


def opened(store: EventStore, news: News) -> Intake:
    """Open a store as if it were a file: what is remembered is kept."""
    intake = Intake(store, Given(news))
    intake.keeps = True
    intake._begin()
    return intake


@fewer
@given(articles(least=2, most=6), st.data())
def test_an_intake_that_begins_with_what_was_kept_links_as_one_that_read_the_whole_log(
    news: News, data: st.DataObject
) -> None:
    # Given two stores that take in the same, one by an intake that goes through it all and keeps
    # nothing, the other by two intakes in turn that keep what they know, or begin anew, at times,
    # and hold little of it,
    many = data.draw(st.sampled_from([1, 20, _intake.MANY]), label="many")
    held = data.draw(st.sampled_from([1, 8]), label="held")
    with mock.patch.object(_intake, "MANY", many), mock.patch.object(_pages, "_HELD", held):
        compared(news, data)


def compared(news: News, data: st.DataObject) -> None:
    store, plain = MemoryStore(), MemoryStore()
    straight = Intake(plain, Given(news))
    keeping = [opened(store, news), opened(store, news)]
    for claims in news:
        article = article_of(claims)
        straight.take(article)
        place = data.draw(st.integers(0, 1), label="intake")
        keeping[place].take(article)
        # when a person decides something meanwhile,
        for _ in range(data.draw(st.integers(0, 2), label="decisions")):
            event = data.draw(curation(plain), label="event")
            for one in (store, plain):
                one.append(stream_of(event), [event])
        for step in data.draw(st.lists(st.sampled_from(STEPS), max_size=2), label="steps"):
            if step == "keep":
                keeping[place].catch_up()
                keeping[place].keep()
            elif step == "begin":
                keeping[place] = opened(store, news)
            else:
                store.drop_caches()
    # then both logs are one, and so is what they come to.
    assert events_of(store) == events_of(plain)
    afresh = Intake(store, Given(news))
    for claims in news:
        again = [renamed(one, f"x-1#{number}") for number, one in enumerate(claims, 1)]

        def seen(
            index: LinkIndex, claims: Sequence[Claim] = claims, again: Sequence[Claim] = again
        ) -> object:
            about = [(index.fact_of(one.id), index.is_fixed(one.id)) for one in claims]
            return link(again, index), about, len(index)

        wanted = afresh.asked(seen)
        assert [intake.asked(seen) for intake in keeping] == [wanted, wanted]
    for intake in keeping:

        def held(_index: LinkIndex, intake: Intake = intake) -> object:
            return list(intake.sources.items())

        assert intake.asked(held) == list(afresh.sources.items())


# ---- What is read --------------------------------------------------------------------------


def one_claim(number: int) -> tuple[Claim, ...]:
    name = f"outlet{number}-x"
    return (Claim(f"{name}#1", "asserts", f"outlet{number}", text="A missile hit a depot."),)


NEWS = tuple(map(one_claim, range(4)))


def taken_in(store: EventStore, news: News) -> Intake:
    intake = opened(store, NEWS)
    for claims in news:
        intake.take(article_of(claims))
    intake.keep()
    return intake


def all_facts(index: LinkIndex) -> list[str | None]:
    return [index.fact_of(claims[0].id) for claims in NEWS]


def read_from(store: EventStore) -> list[int]:
    """Return behind which positions an intake that is opened now reads the log."""
    with mock.patch.object(store, "read_all", wraps=store.read_all) as reading:
        opened(store, NEWS).catch_up()
    return [call.kwargs["after"] for call in reading.mock_calls]


def test_only_the_events_since_are_read() -> None:
    store = MemoryStore()
    taken_in(store, NEWS[:2])
    assert read_from(store) == []
    kept = store.head().position
    Intake(store, Given(NEWS)).take(article_of(NEWS[2]))
    assert read_from(store) == [kept]


def test_what_another_version_kept_is_not_read() -> None:
    store = MemoryStore()
    taken_in(store, NEWS[:2])
    contents = attrs.evolve(_kept_pages._CONTENTS, version=LAYOUT + 1)
    with mock.patch.object(_kept_pages, "_CONTENTS", contents):
        assert read_from(store) == [0]


def test_what_was_kept_of_another_log_is_not_read() -> None:
    store, other = MemoryStore(), MemoryStore()
    taken_in(other, NEWS[:2])
    taken_in(store, NEWS[1:3])
    store._caches = other._caches
    assert read_from(store) == [0]
    taken_in(store, NEWS[3:])  # puts its own in their place
    assert read_from(store) == []


def test_a_page_that_is_lost_lets_the_log_be_read_and_is_made_anew() -> None:
    store = MemoryStore()
    taken_in(store, NEWS[:2])
    for key in [key for key in store._caches if key != _kept_pages._CONTENTS]:
        del store._caches[key]
    intake = taken_in(store, NEWS[2:])
    assert intake.asked(all_facts) == Intake(store, Given(NEWS)).asked(all_facts)
    assert read_from(store) == []


def test_what_cannot_be_kept_stops_nothing() -> None:
    store = MemoryStore()
    full = StoreError("the disk is full")
    with mock.patch.object(store, "cache_all", side_effect=full):
        intake = taken_in(store, NEWS)
    assert not intake.keeps
    assert read_from(store) == [0]


def test_a_collection_in_a_file_keeps_what_it_knows_when_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    with mock.patch("timeline.ingestion.SOME", 1), Timeline.open(path) as collection:
        collection.ingest(FIXTURES / "articles")
    with SqliteStore.open(path) as store:
        assert read_from(store) == []
        assert store.verify() == store.head()


def test_who_is_interrupted_is_gone_at_once(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    with (
        mock.patch("timeline.ingestion.SOME", 1),
        pytest.raises(KeyboardInterrupt),
        Timeline.open(path) as collection,
    ):
        collection.ingest(FIXTURES / "articles", progress=stop)
    with SqliteStore.open(path) as store:
        assert read_from(store) == [0]
