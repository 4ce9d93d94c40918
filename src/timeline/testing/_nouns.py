"""The nouns of the model to test with: sources, chains, figures, claims, articles."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.model import (
    Article,
    Attribution,
    Basis,
    Claim,
    Evidence,
    Figure,
    Number,
    Reading,
    Source,
    Stance,
)
from timeline.testing._whens import whens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from timeline.dates import When

OUTLETS = ("daily", "gazette", "herald", "wire")
SPEAKERS = ("ministry", "army", "agency", "officials")
FACTS = ("raid", "retreat", "visit")
ARTICLES = ("one", "two", "three", "four", "five", "six")

_DIGITS = 2**53
"""Beyond this, floats and integers no longer compare as readers expect."""

words: SearchStrategy[str] = st.text(st.characters(codec="utf-8"), max_size=20)
"""Short text of any kind that can be stored."""

_TEXTS = (
    "Two men were led away on January 9.",
    "The ministry said on Monday that the raid was over.",
    "“Nobody was hurt,” officials told the agency — but the army denied it.",
    "Around 1,000 people are expected to leave in the next month.",
)


def ids() -> SearchStrategy[str]:
    """Ids as sources, articles and facts have them, short and odd."""
    first, rest = st.sampled_from("abcxyz019"), st.text("abcxyz019._-", max_size=6)
    return st.builds(str.__add__, first, rest)


def sources(*, names: Sequence[str] | None = None) -> SearchStrategy[Source]:
    """Sources, some of them groups.

    Args:
        names: the ids to choose from; None for any.
    """
    return st.builds(
        Source,
        ids() if names is None else st.sampled_from(names),
        name=words,
        aliases=st.lists(words, max_size=2),
        group=st.booleans(),
    )


def attributions(
    *,
    outlet: str | None = None,
    speakers: Sequence[str] = (*SPEAKERS, *OUTLETS),
    links: int = 3,
) -> SearchStrategy[Attribution]:
    """Chains of sources; they shrink towards an outlet's own voice.

    Args:
        outlet: the outlet that they begin with; None for any of four.
        speakers: whom it may quote.
        links: the most that it quotes, one from the other.
    """
    return _attributions(outlet, tuple(speakers), links)


@functools.cache  # building a strategy costs more than drawing from it
def _attributions(
    outlet: str | None, speakers: tuple[str, ...], links: int
) -> SearchStrategy[Attribution]:
    first = st.sampled_from(OUTLETS) if outlet is None else st.just(outlet)
    quoted = st.lists(st.sampled_from(speakers), max_size=links) if speakers else st.just([])
    # A source that is named twice stands where it was named first.
    return st.builds(
        lambda name, others: Attribution(tuple(dict.fromkeys((name, *others)))), first, quoted
    )


def numbers() -> SearchStrategy[Number]:
    """Numbers that a figure can have."""
    return _NUMBERS


_NUMBERS: SearchStrategy[Number] = st.integers(-_DIGITS, _DIGITS) | st.floats(
    -float(_DIGITS), float(_DIGITS), allow_subnormal=False
)
_MEASURES = ("killed", "captured", "share")


def figures(*, measures: Sequence[str] = _MEASURES) -> SearchStrategy[Figure]:
    """Figures with a low bound, a high bound, or both; many name one small number.

    Args:
        measures: what they may count.
    """
    return _figures(tuple(measures))


@functools.cache  # as above
def _figures(measures: tuple[str, ...]) -> SearchStrategy[Figure]:
    measure, unit = st.sampled_from(measures), st.sampled_from(("people", "", "percent"))
    return st.builds(Figure.exactly, measure, st.integers(0, 99), unit) | st.builds(
        _bounded,
        measure,
        unit=unit,
        bounds=st.tuples(_NUMBERS, _NUMBERS),
        open_end=st.sampled_from((None, "high", "low")),
        approximate=st.booleans(),
        of=st.none() | _NUMBERS,
        as_of=st.none() | whens(),
    )


def _bounded(  # noqa: PLR0913 - all that a figure has
    measure: str,
    *,
    unit: str,
    bounds: tuple[Number, Number],
    open_end: str | None,
    approximate: bool,
    of: Number | None,
    as_of: When | None,
) -> Figure:
    low, high = sorted(bounds)
    return Figure(
        measure,
        low=None if open_end == "low" else low,
        high=None if open_end == "high" else high,
        unit=unit,
        approximate=approximate,
        of=of,
        as_of=as_of,
    )


@st.composite
def evidence(draw: DrawFn, text: str | None = None) -> Evidence:
    """Quotes of *text*, or of no text in particular.

    Args:
        draw: what Hypothesis hands in; callers leave it out.
        text: an article's text, not empty.
    """
    if text is None:
        text = draw(st.sampled_from(_TEXTS))
    start = draw(st.integers(0, len(text) - 1))
    return Evidence.at(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def articles(
    draw: DrawFn,
    *,
    id: str | None = None,  # noqa: A002  # the model's name
    outlet: str | None = None,
    published: SearchStrategy[When] | None = None,
    text: SearchStrategy[str | None] | None = None,
) -> Article:
    """Articles, with a text or without.

    Args:
        draw: what Hypothesis hands in; callers leave it out.
        id: the id; None for any of six.
        outlet: the outlet; None for any of four.
        published: when it was printed; by default any date with a last day.
        text: the text; by default none, a short one of plain sentences, or any.
    """
    return Article(
        id=draw(st.sampled_from(ARTICLES)) if id is None else id,
        outlet=draw(st.sampled_from(OUTLETS)) if outlet is None else outlet,
        published=draw(whens(ended=True) if published is None else published),
        title=draw(words),
        text=draw((st.none() | st.sampled_from(_TEXTS) | words) if text is None else text),
        url=draw(st.sampled_from(("", "https://example.org/news"))),
    )


@st.composite
def claims(
    draw: DrawFn,
    *,
    id: str | None = None,  # noqa: A002  # the model's name
    article: Article | None = None,
    stances: Sequence[Stance] = tuple(Stance),
    occurred: SearchStrategy[When] | None = None,
) -> Claim:
    """Claims of every stance and basis; a basis of the outlet's own voice quotes nobody.

    Args:
        draw: what Hypothesis hands in; callers leave it out.
        id: the id; None for one of nine in the article.
        article: the article that says so: it gives the outlet and the text to quote; None for
            any of six, without evidence or with evidence from nowhere.
        stances: the stances to choose from.
        occurred: when it happened, where the claim says; by default any date.
    """
    if id is None:
        owner = draw(st.sampled_from(ARTICLES)) if article is None else article.id
        id = f"{owner}#{draw(st.integers(1, 9))}"  # noqa: A001  # the model's name
    basis = draw(_BASES)
    own_voice = basis in {Basis.PRESUMED, Basis.BOUNDED}
    dates = whens() if occurred is None else occurred
    quote: Evidence | None = None
    quoted: bool = draw(st.booleans())
    if quoted and (article is None or article.text):
        quote = draw(evidence(None if article is None else article.text))
    return Claim(
        id=id,
        stance=draw(st.sampled_from(stances)),
        attribution=draw(
            attributions(
                outlet=None if article is None else article.outlet, links=0 if own_voice else 3
            )
        ),
        text=draw(words),
        occurred=draw(dates) if own_voice or draw(st.booleans()) else None,
        basis=basis,
        stated=draw(whens(ended=True)) if basis is Basis.DATED else None,
        figures=tuple(draw(_SOME_FIGURES)),
        evidence=quote,
        reading=draw(_readings(id)),
    )


_BASES = st.sampled_from((Basis.PUBLISHED, Basis.DATED, Basis.PRESUMED, Basis.BOUNDED))
_SOME_FIGURES = st.lists(figures(), max_size=2)


def _readings(claim: str) -> SearchStrategy[Reading | None]:
    """How a machine read a claim, or that none did; it may answer another claim of the article."""
    article, _, number = claim.rpartition("#")
    return st.none() | st.builds(
        Reading,
        st.sampled_from(("rules", "llm")),
        st.floats(0, 1),
        kind=st.sampled_from(("", "capture", "visit")),
        about=st.lists(st.sampled_from(("ukraine", "moscow")), max_size=2),
        rules=st.lists(words, max_size=2),
        answers=st.sampled_from(("", f"{article}#{int(number) + 1}")),
    )
