"""Small worlds of news: the public kit's newsrooms, and tangles in which anything may happen.

Every history is valid: it passes `timeline.ingestion.check` in its order of arrival.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from hypothesis import strategies as st

from tests.reference import Reading
from timeline.dates import When
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Figure,
    SourcesMerged,
    Stance,
    stream_of,
)
from timeline.testing import newsrooms

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

FIRST = When.parse("2025-01-01").latest or 0
LAST = When.parse("2025-02-10").latest or 0
OUTLETS = ("daily", "gazette", "herald")
SOURCES = ("agency", "ministry", "officials", "spokesman", "daily", "gazette")
FACTS = ("raid", "retreat", "visit")
ARTICLES = ("one", "two", "three", "four")

days = st.integers(FIRST, LAST)


@st.composite
def soft_days(draw: DrawFn) -> When:
    """Draw a date with a last day: a day or a stretch of up to two weeks."""
    day = draw(days)
    return When.between(day, day + draw(st.sampled_from((0, 0, 0, 1, 3, 14))))


@st.composite
def happenings(draw: DrawFn) -> When:
    """Draw when something happened: soft, open or lasting."""
    start = draw(soft_days())
    form = draw(st.sampled_from(("moment", "moment", "by", "since", "from-to")))
    if form == "by":
        return When.between(None, start.latest)
    if form == "since":
        return When.interval(start, None)
    if form == "from-to":
        assert start.latest is not None
        end = When.day(start.latest + draw(st.integers(0, 9)))
        return When.interval(
            draw(st.sampled_from((start, When.between(start.earliest, None)))), end
        )
    return start


@st.composite
def claims(draw: DrawFn, claim_id: str, outlet: str) -> Claim:
    """Draw a claim of an outlet, in its own voice or on the word of others."""
    others = [source for source in SOURCES if source != outlet]
    chain = draw(st.lists(st.sampled_from(others), max_size=2, unique=True))
    occurred = draw(st.none() | happenings())
    bases = [Basis.PUBLISHED, Basis.DATED]
    if occurred is not None and not chain:
        bases += [Basis.PRESUMED, Basis.BOUNDED]
    basis = draw(st.sampled_from(bases))
    return Claim(
        id=claim_id,
        stance=draw(st.sampled_from(Stance)),
        attribution=Attribution((outlet, *chain)),
        occurred=occurred,
        basis=basis,
        stated=draw(soft_days()) if basis is Basis.DATED else None,
        figures=draw(
            st.lists(
                st.integers(0, 99).map(lambda n: Figure.exactly("killed", n, "people")), max_size=1
            )
        ),
    )


@st.composite
def article_streams(draw: DrawFn, article: str) -> list[Event]:
    """Draw an article and all that it says, corrects and takes back."""
    outlet = draw(st.sampled_from(OUTLETS))
    events: list[Event] = [ArticlePublished(Article(article, outlet, draw(soft_days())))]
    told: list[str] = []
    for _ in range(draw(st.integers(0, 3))):
        name = f"{article}#{len(told) + 1}"
        told.append(name)
        events.append(ClaimStated(draw(claims(name, outlet))))
        if draw(st.integers(0, 4)):
            events.append(ClaimLinked(name, draw(st.sampled_from(FACTS))))
    for _ in range(draw(st.integers(0, 2)) if told else 0):
        name = draw(st.sampled_from(told))
        if draw(st.booleans()):
            events.append(ClaimCorrected(draw(claims(name, outlet)), draw(soft_days())))
        else:
            events.append(ClaimRetracted(name, draw(soft_days())))
    return events


@st.composite
def interleaved(draw: DrawFn, streams: list[list[Event]]) -> list[Event]:
    """Draw an order of arrival that keeps the order within each stream."""
    turns = [number for number, stream in enumerate(streams) for _ in stream]
    rest = [list(stream) for stream in streams]
    return [rest[number].pop(0) for number in draw(st.permutations(turns))]


_DECISIONS = ("article", "claim", "link", "dismiss", "merge", "split", "sources")


@st.composite
def curation(draw: DrawFn, news: list[Event]) -> list[Event]:
    """Draw what we decided about *news*, all of which has arrived."""
    articles = [event.article for event in news if isinstance(event, ArticlePublished)]
    outlets = {article.id: article.outlet for article in articles}
    wordings: dict[str, int] = {}
    for event in news:
        if isinstance(event, ClaimStated | ClaimCorrected):
            wordings[event.claim.id] = wordings.get(event.claim.id, 0) + 1
    facts = {event.fact for event in news if isinstance(event, ClaimLinked)}
    facts |= set(wordings) - {e.claim for e in news if isinstance(e, ClaimLinked)}
    named = sorted(fact for fact in facts if "#" not in fact)
    events: list[Event] = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(_DECISIONS))
        if kind == "article" and articles:
            article = draw(st.sampled_from(articles))
            events.append(ArticleRevised(attrs.evolve(article, published=draw(soft_days()))))
        elif kind == "claim" and wordings:
            name = draw(st.sampled_from(sorted(wordings)))
            outlet = outlets[name.partition("#")[0]]
            correction = draw(st.integers(0, wordings[name] - 1))
            events.append(ClaimRevised(draw(claims(name, outlet)), correction))
        elif kind == "link" and wordings:
            events.append(
                ClaimLinked(draw(st.sampled_from(sorted(wordings))), draw(st.sampled_from(FACTS)))
            )
        elif kind == "dismiss" and wordings:
            events.append(ClaimDismissed(draw(st.sampled_from(sorted(wordings)))))
        elif kind == "merge" and len(named) > 1:
            fact, into = draw(st.permutations(named))[:2]
            events.append(FactsMerged(fact, into))
        elif kind == "split" and wordings:
            about = Reading([*news, *events]).fact
            fact = draw(st.sampled_from(sorted(set(about.values()))))
            into = draw(st.sampled_from([name for name in (*FACTS, "other") if name != fact]))
            its = sorted(name for name, now in about.items() if now == fact)
            some = draw(st.lists(st.sampled_from(its), min_size=1, unique=True))
            if fact and "#" not in fact:
                events.append(FactSplit(fact, into, tuple(some)))
        elif kind == "sources":
            source, into = draw(st.permutations(SOURCES))[:2]
            events.append(SourcesMerged(source, into))
        else:
            events.append(FactDescribed("raid", "A raid", "strike"))
    return events


@st.composite
def collections(draw: DrawFn) -> list[list[Event]]:
    """Draw the streams of one to four articles."""
    names = ARTICLES[: draw(st.integers(1, len(ARTICLES)))]
    return [draw(article_streams(name)) for name in names]


def histories() -> SearchStrategy[list[Event]]:
    """Draw a history in its order of arrival: a newsroom's, or one in which anything happens."""
    return tangled() | newsrooms().map(lambda room: list(room.events))


@st.composite
def tangled(draw: DrawFn) -> list[Event]:
    """Draw a history that no newsroom would have: any news of articles, any curation of it."""
    news = draw(interleaved(draw(collections())))
    return [*news, *draw(curation(news))]


def by_stream(events: list[Event]) -> list[tuple[str, Event]]:
    """Name the stream of each event."""
    return [(stream_of(event), event) for event in events]


points: SearchStrategy[int] = st.integers(FIRST - 2, LAST + 20)
