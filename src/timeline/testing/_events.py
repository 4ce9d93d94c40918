"""Events to test with: single ones of every kind, and the coherent stream of one article."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from timeline.errors import UnknownName
from timeline.model import (
    CURATION,
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    CurationEvent,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    NewsEvent,
    SourceDefined,
    SourcesMerged,
)
from timeline.testing._nouns import (
    ARTICLES,
    FACTS,
    OUTLETS,
    SPEAKERS,
    articles,
    claims,
    sources,
    words,
)
from timeline.testing._whens import whens

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy


def claim_ids(article: str | None = None, *, last: int = 9) -> SearchStrategy[str]:
    """Ids of claims.

    Args:
        article: the article; None for any of six.
        last: the highest number.
    """
    owner = st.sampled_from(ARTICLES) if article is None else st.just(article)
    return st.builds("{}#{}".format, owner, st.integers(1, last))


_Kinds = dict[type, "SearchStrategy[Any]"]


@functools.cache  # building a strategy costs more than drawing from it
def _kinds_of_news(article: str | None) -> _Kinds:
    names = st.sampled_from(ARTICLES) if article is None else st.just(article)
    claim = claim_ids(article).flatmap(lambda name: claims(id=name))
    on = whens(ended=True)
    published = names.flatmap(lambda name: articles(id=name))
    return {
        ArticlePublished: st.builds(ArticlePublished, published),
        ArticleCorrected: st.builds(
            ArticleCorrected, names, on=on, text=st.none() | words, note=words
        ),
        ClaimStated: st.builds(ClaimStated, claim),
        ClaimCorrected: st.builds(ClaimCorrected, claim, on=on, note=words),
        ClaimRetracted: st.builds(ClaimRetracted, claim_ids(article), on=on, note=words),
    }


@functools.cache  # as above
def _kinds_in_articles(article: str | None) -> _Kinds:
    names = st.sampled_from(ARTICLES) if article is None else st.just(article)
    claim = claim_ids(article).flatmap(lambda name: claims(id=name))
    published = names.flatmap(lambda name: articles(id=name))
    return {
        ArticleRevised: st.builds(ArticleRevised, published),
        ClaimRevised: st.builds(ClaimRevised, claim, correction=st.integers(0, 2)),
        ClaimLinked: st.builds(ClaimLinked, claim_ids(article), st.sampled_from(FACTS)),
        ClaimDismissed: st.builds(ClaimDismissed, claim_ids(article), words),
    }


@functools.cache  # as above
def _kinds_of_curation() -> _Kinds:
    named = st.lists(claim_ids(), min_size=1, max_size=3)
    facts = st.permutations(FACTS)
    speakers = st.permutations((*OUTLETS, *SPEAKERS))
    return {
        **_kinds_in_articles(None),
        FactDescribed: st.builds(FactDescribed, st.sampled_from(FACTS), words, words),
        FactsMerged: facts.map(lambda names: FactsMerged(names[0], names[1])),
        FactSplit: st.builds(lambda names, some: FactSplit(names[0], names[1], some), facts, named),
        SourceDefined: st.builds(SourceDefined, sources()),
        SourcesMerged: speakers.map(lambda names: SourcesMerged(names[0], names[1])),
    }


def news(article: str | None = None) -> SearchStrategy[NewsEvent]:
    """News events of every kind, each by itself.

    Args:
        article: the stream that they belong to; None for any of six.
    """
    return st.one_of(*_kinds_of_news(article).values())


def curation() -> SearchStrategy[CurationEvent]:
    """Curation events of every kind, each by itself."""
    return st.one_of(*_kinds_of_curation().values())


def events(*, stream: str | None = None) -> SearchStrategy[Event]:
    """Events of every kind, each by itself: together they need not fit.

    Args:
        stream: the stream that takes them, `timeline.model.CURATION` or the id of an article;
            None for any.
    """
    if stream is None:
        return st.one_of(news(), curation())
    if stream == CURATION:
        return curation()
    return st.one_of(news(stream), *_kinds_in_articles(stream).values())


def events_of(kind: type[Event]) -> SearchStrategy[Event]:
    """Events of one kind, each by itself.

    Args:
        kind: the kind of event, such as `timeline.model.ClaimStated`.

    Raises:
        UnknownName: events are not of that kind.
    """
    kinds = {**_kinds_of_news(None), **_kinds_of_curation()}
    if kind not in kinds:
        raise UnknownName("kind of event", kind.__name__, [one.__name__ for one in kinds])
    return kinds[kind]


@st.composite
def streams(
    draw: DrawFn,
    *,
    article: Article | None = None,
    claims_told: int = 3,
    changes: int = 2,
) -> list[Event]:
    """Streams of one article that fit together: published, then told, then changed.

    Args:
        draw: what Hypothesis hands in; callers leave it out.
        article: the article; None for any.
        claims_told: the most claims that it tells.
        changes: the most corrections, retractions, revisions and links behind them.
    """
    published = draw(articles()) if article is None else article
    found: list[Event] = [ArticlePublished(published)]
    ids = [f"{published.id}#{n}" for n in range(1, 1 + draw(st.integers(0, claims_told)))]
    found += [ClaimStated(draw(claims(id=name, article=published))) for name in ids]
    wordings = dict.fromkeys(ids, 1)
    for _ in range(draw(st.integers(0, changes))):
        found.append(draw(_changes(published, wordings)))
    return found


@st.composite
def _changes(draw: DrawFn, article: Article, wordings: dict[str, int]) -> Event:
    kinds = ("text", "article")
    if wordings:
        kinds = ("link", "retract", "correct", "revise", *kinds)  # type: ignore[assignment]
    kind = draw(st.sampled_from(kinds))
    if kind == "text":
        return ArticleCorrected(article.id, on=draw(whens(ended=True)), note=draw(words))
    if kind == "article":
        return ArticleRevised(
            draw(articles(id=article.id, outlet=article.outlet, text=st.just(article.text)))
        )
    claim = draw(st.sampled_from(list(wordings)))
    if kind == "link":
        return ClaimLinked(claim, draw(st.sampled_from(FACTS)))
    if kind == "retract":
        return ClaimRetracted(claim, on=draw(whens(ended=True)), note=draw(words))
    said = draw(claims(id=claim, article=article))
    if kind == "correct":
        wordings[claim] += 1
        return ClaimCorrected(said, on=draw(whens(ended=True)), note=draw(words))
    return ClaimRevised(said, draw(st.integers(0, wordings[claim] - 1)))
