"""Hypothesis strategies for valid values of the model: built as valid, never filtered for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.dates import When
from timeline.model import (
    CURATION,
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    CurationEvent,
    Event,
    Evidence,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Figure,
    NewsEvent,
    Number,
    Source,
    SourceDefined,
    SourcesMerged,
    Stance,
)

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

FIRST_DAY, LAST_DAY = 738_886, 739_981  # 2024-01-01 to 2026-12-31
OUTLETS = ("kontur", "tribune", "wire")
ARTICLES = ("kontur-2025-02-07", "tribune-2025-01-30", "wire-2025-01-20")
FACTS = ("pow-capture", "withdrawal", "kursk-incursion", "casualties")

ids: SearchStrategy[str] = st.builds(
    str.__add__,
    st.sampled_from("abcxyz019"),
    st.text(st.sampled_from("abcxyz019._-"), max_size=6),
)
articles_ids: SearchStrategy[str] = st.sampled_from(ARTICLES)
facts_ids: SearchStrategy[str] = st.sampled_from(FACTS)
texts: SearchStrategy[str] = st.text(max_size=40)


def claim_ids(article: str | None = None, last: int = 9) -> SearchStrategy[str]:
    """Ids of claims, of one article or of any."""
    owner = articles_ids if article is None else st.just(article)
    return st.builds("{}#{}".format, owner, st.integers(1, last))


# ---- Dates ---------------------------------------------------------------------------------

_day_numbers = st.integers(FIRST_DAY, LAST_DAY)
_years = st.builds("{:04}".format, st.integers(2023, 2026))
_months = st.builds("{}-{:02}".format, _years, st.integers(1, 12))
_seasons = st.builds("{}-{}".format, _years, st.integers(21, 24))
_plain = _day_numbers.map(lambda number: str(When.day(number))) | _months | _years | _seasons
_qualified = st.builds(str.__add__, _plain, st.sampled_from("~?%"))
_bounded = st.lists(_day_numbers, min_size=2, max_size=2).map(
    lambda pair: str(When.between(min(pair), max(pair)))
)
_instants = st.builds(
    "{}T{:02}:{:02}:{:02}{}".format,
    _day_numbers.map(lambda number: str(When.day(number))),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
    st.sampled_from(("Z", "+09:00", "-05:30")),
)
_odd = st.sampled_from(
    ("202X", "2025-XX-15", "{2024-12,2025-02}", "[2024,2025-03]", "-0044-03-15", "Y17E8", "1950S2")
)
_open_start = _day_numbers.map(lambda number: str(When.between(None, number)))
_ended = st.one_of(_plain, _qualified, _bounded, _instants, _odd, _open_start)


@st.composite
def _interval_texts(draw: st.DrawFn, *, ends: bool) -> str:
    first, last = sorted(draw(st.lists(_day_numbers, min_size=2, max_size=2)))
    start = draw(st.sampled_from((str(When.day(first)), f"{When.day(first)}~", "..", "")))
    closed = (str(When.day(last)), f"{When.day(last)}~")
    end = draw(st.sampled_from(closed if ends else (*closed, "..", "")))
    if start in {"", ".."} and end in {"", ".."}:
        start = str(When.day(first))
    return f"{start}/{end}"


def whens() -> SearchStrategy[When]:
    """Dates of every kind: moments and intervals, qualified, bounded, open, far."""
    open_ended = _day_numbers.map(lambda number: str(When.between(number, None)))
    return (_ended | open_ended | _interval_texts(ends=False)).map(When.parse)


def dated() -> SearchStrategy[When]:
    """Dates with a last day, such as a publication has."""
    return (_ended | _interval_texts(ends=True)).map(When.parse)


# ---- Nouns ---------------------------------------------------------------------------------

numbers: SearchStrategy[Number] = st.integers(-(2**63), 2**63 - 1) | st.floats(
    allow_nan=False, allow_infinity=False
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """Figures with one bound or two."""
    low, high = sorted(draw(st.lists(numbers, min_size=2, max_size=2)))
    bounds = draw(st.sampled_from(((low, high), (low, None), (None, high))))
    return Figure(
        draw(ids),
        low=bounds[0],
        high=bounds[1],
        unit=draw(texts),
        approximate=draw(st.booleans()),
        of=draw(st.none() | numbers),
        as_of=draw(st.none() | whens()),
    )


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """Quotes of no text in particular."""
    exact, start = draw(st.text(min_size=1, max_size=20)), draw(st.integers(0, 100_000))
    return Evidence(
        exact, start, start + len(exact), prefix=draw(texts), suffix=draw(st.text(max_size=5))
    )


def sources() -> SearchStrategy[Source]:
    """Sources, some of them groups."""
    return st.builds(
        Source,
        ids,
        name=texts,
        aliases=st.lists(texts, max_size=3),
        group=st.booleans(),
    )


def attributions(outlet: str | None = None) -> SearchStrategy[Attribution]:
    """Chains of one to four sources; beginning with *outlet* if one is given."""
    links = st.lists(ids, min_size=0 if outlet else 1, max_size=3, unique=True)
    if outlet is None:
        return links.map(Attribution)
    return links.map(lambda chain: Attribution(tuple(dict.fromkeys((outlet, *chain)))))


@st.composite
def articles(draw: st.DrawFn, id: str | None = None) -> Article:  # noqa: A002  # the model's name
    """Articles, with their text or without."""
    return Article(
        id=id or draw(articles_ids),
        outlet=draw(st.sampled_from(OUTLETS)),
        published=draw(dated()),
        title=draw(texts),
        text=draw(st.none() | texts),
        url=draw(texts),
    )


@st.composite
def claims(
    draw: st.DrawFn,
    id: str | None = None,  # noqa: A002  # the model's name
    outlet: str | None = None,
) -> Claim:
    """Claims of every stance and basis; a basis of the outlet's own voice has no other source."""
    basis = draw(st.sampled_from(Basis))
    own_voice = basis in {Basis.PRESUMED, Basis.BOUNDED}
    chain = draw(attributions(outlet))
    return Claim(
        id=id or draw(claim_ids()),
        stance=draw(st.sampled_from(Stance)),
        attribution=chain.outlet if own_voice else chain,
        text=draw(texts),
        occurred=draw(whens() if own_voice else st.none() | whens()),
        basis=basis,
        stated=draw(dated()) if basis is Basis.DATED else None,
        figures=tuple(draw(st.lists(figures(), max_size=2))),
        evidence=draw(st.none() | evidence()),
    )


# ---- Events --------------------------------------------------------------------------------


@st.composite
def _pairs(draw: st.DrawFn, names: tuple[str, ...]) -> tuple[str, str]:
    one, other = draw(st.permutations(names))[:2]
    return one, other


def news(article: str | None = None) -> SearchStrategy[NewsEvent]:
    """News events, of one article or of any."""
    owner = articles_ids if article is None else st.just(article)
    of_claim = owner.flatmap(claim_ids)
    claim = of_claim.flatmap(claims)
    return st.one_of(
        st.builds(ArticlePublished, owner.flatmap(articles)),
        st.builds(ArticleCorrected, owner, on=dated(), text=st.none() | texts, note=texts),
        st.builds(ClaimStated, claim),
        st.builds(ClaimCorrected, claim, on=dated(), note=texts),
        st.builds(ClaimRetracted, of_claim, on=dated(), note=texts),
    )


def article_curation(article: str | None = None) -> SearchStrategy[CurationEvent]:
    """Curation events that may live in an article's stream, of one article or of any."""
    owner = articles_ids if article is None else st.just(article)
    of_claim = owner.flatmap(claim_ids)
    return st.one_of(
        st.builds(ArticleRevised, owner.flatmap(articles)),
        st.builds(ClaimRevised, of_claim.flatmap(claims), correction=st.integers(0, 3)),
        st.builds(ClaimLinked, of_claim, facts_ids),
    )


def curation() -> SearchStrategy[CurationEvent]:
    """Curation events of every kind; the stream `CURATION` takes them all."""
    split = st.lists(claim_ids(), min_size=1, max_size=3)
    return st.one_of(
        article_curation(),
        st.builds(FactDescribed, facts_ids, texts, texts),
        _pairs(FACTS).map(lambda pair: FactsMerged(*pair)),
        st.builds(lambda pair, named: FactSplit(pair[0], pair[1], named), _pairs(FACTS), split),
        st.builds(SourceDefined, sources()),
        _pairs(OUTLETS).map(lambda pair: SourcesMerged(*pair)),
    )


def events() -> SearchStrategy[Event]:
    """Events of every kind."""
    return st.one_of(news(), curation())


def events_of(stream: str) -> SearchStrategy[Event]:
    """Events that *stream* takes: the name of an article, or `CURATION`."""
    if stream == CURATION:
        return curation()
    return st.one_of(news(stream), article_curation(stream))
