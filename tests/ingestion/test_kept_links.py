"""Links are the same whether they were worked out of the whole log or of what was kept and a tail."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.linking.strategies import articles
from timeline.errors import StoreError
from timeline.extraction import Extraction
from timeline.ingestion import Intake, _kept_pages
from timeline.ingestion._kept_pages import KeptPages
from timeline.linking import LinkIndex, link
from timeline.model import (
    CURATION,
    Article,
    ArticlePublished,
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
from timeline.store import CacheKey, MemoryStore, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from hypothesis.strategies import DrawFn

    from timeline.store import EventStore

News = tuple[tuple[Claim, ...], ...]

fewer = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Given:
    """An extractor that finds what it was given: the claims of each article by its id."""

    name = "given"

    def __init__(self, news: News) -> None:
        self._claims = {claims[0].article: claims for claims in news}

    def extract(self, article: Article, known: Mapping[str, Source]) -> Extraction:
        """Return the claims of the article."""
        del known
        outlet = Source(article.outlet, article.outlet.title())
        return Extraction(self._claims[article.id], (outlet,))


def article_of(claims: Sequence[Claim]) -> Article:
    name = claims[0].article
    return Article(name, outlet=name.partition("-")[0], published="2025-02-07", text="Told.")


@st.composite
def curation(draw: DrawFn, store: EventStore) -> Event | None:
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
        reading=other.reading,
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
    # nothing, the other by intakes that begin with what others kept at times,
    store, plain = MemoryStore(), MemoryStore()
    straight = Intake(plain, Given(news))
    keeping = opened(store, news)
    for claims in news:
        article = article_of(claims)
        straight.take(article)
        keeping.take(article)
        # when a person decides something meanwhile,
        for _ in range(data.draw(st.integers(0, 2), label="decisions")):
            event = data.draw(curation(plain), label="event")
            for one in (store, plain):
                one.append(stream_of(event), [event])
        step = data.draw(st.sampled_from(["keep", "begin", "drop", "go on"]), label="step")
        if step == "keep":
            keeping.catch_up()
            keeping.keep()
        if step == "drop":
            store.drop_caches()
        if step in {"keep", "begin"}:
            keeping = opened(store, news)
    # then both logs are one, and so is what they come to.
    assert events_of(store) == events_of(plain)
    afresh = Intake(store, Given(news))
    for claims in news:
        again = [attrs.evolve(one, id=f"x-1#{number}") for number, one in enumerate(claims, 1)]

        def seen(
            index: LinkIndex, claims: Sequence[Claim] = claims, again: Sequence[Claim] = again
        ) -> object:
            about = [(index.fact_of(one.id), index.is_fixed(one.id)) for one in claims]
            return link(again, index), about, len(index)

        assert keeping.asked(seen) == afresh.asked(seen)
    assert dict(keeping.sources) == dict(afresh.sources)
