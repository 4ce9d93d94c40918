"""Newsrooms to test with: a plan is drawn, and a builder makes a coherent history of any plan.

Hypothesis draws nothing but small numbers, so that generation is quick and shrinks to few events;
all that ties events together is worked out from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from timeline.testing._plan import (
    ArticlePlan,
    ChangePlan,
    ClaimPlan,
    CurationPlan,
    FactPlan,
    Fate,
    Mishap,
    Plan,
    Voice,
)
from timeline.testing._press import Press

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hypothesis.strategies import SearchStrategy

    from timeline.testing._newsroom import Newsroom

T = TypeVar("T")

STANCES: Mapping[str, int] = {
    "asserts": 4,
    "denies": 2,
    "estimates": 2,
    "confirms": 1,
    "forecasts": 2,
    "withholds": 1,
}
"""How often each stance is drawn, by default, beside the others."""


def newsrooms(  # noqa: PLR0913  # each is a knob of its own, and keyword-only
    *,
    facts: int = 2,
    articles: int = 3,
    claims: int = 3,
    changes: int = 2,
    curation: int = 3,
    late: bool = True,
    soft: bool = True,
    stances: Mapping[str, int] = STANCES,
) -> SearchStrategy[Newsroom]:
    """Coherent histories with the truth behind them; they shrink towards few, plain events.

    Facts happen, or do not; sources learn of them with delays; outlets print what they say, soon
    or late, in their own voice or on the word of others; wires are copied; estimates drift; some
    deny, some will not say; forecasts come true or do not; outlets correct themselves and take
    claims back; and we, who keep the collection, misread and repair.

    Args:
        facts: the most happenings.
        articles: the most articles.
        claims: the most claims of an article.
        changes: the most corrections, retractions and changed texts.
        curation: the most things that we read wrong and repaired.
        late: whether articles may arrive out of the order of printing.
        soft: whether dates may be soft.
        stances: how often each stance is drawn, beside the others.

    >>> from hypothesis import find, settings
    >>> find(newsrooms(), lambda room: True, settings=settings(database=None))
    from timeline import Article, Claim
    from timeline.model import ArticlePublished, ClaimStated
    <BLANKLINE>
    history = [
        ArticlePublished(Article("one", "daily", "2025-01-01")),
        ClaimStated(Claim("one#1", "asserts", "daily")),
    ]
    """
    few = st.integers(0, 9)
    slack = st.sampled_from((0, 0, 0, 1, 2, 3, 4)) if soft else st.just(0)
    closed = st.sampled_from((0, 0, 0, 0, 2, 3)) if soft else st.just(0)
    told = st.builds(
        ClaimPlan,
        fact=st.integers(0, max(0, facts - 1)),
        stance=st.sampled_from([name for name, weight in stances.items() for _ in range(weight)]),
        voice=st.sampled_from((Voice.OWN, Voice.QUOTED, Voice.WIRE, Voice.COPY)),
        speaker=st.integers(0, 3),
        heard=few,
        basis=st.sampled_from((0, 1, 2, 3, 2, 3)),
        slack=slack,
        dated=st.sampled_from((None, 0, 0, 1, 2, 3, 4, 5) if soft else (None, 0, 0)),
        wrong=st.sampled_from((False, False, False, True)),
        figure=st.none() | few,
        linked=st.sampled_from((False, True, True, True)),
    )
    some = st.lists(told, min_size=min(claims, 1), max_size=claims)
    printed = st.builds(
        ArticlePlan,
        outlet=st.integers(0, 3),
        lag=st.sampled_from((0, 0, 1, 3, 8, 20)),
        slack=closed,
        late=st.sampled_from((0, 0, 0, 30)) if late else st.just(0),
        quotes=st.sampled_from((False, False, False, True)),
        bare=st.sampled_from((False,) * 9 + (True,)),
        claims=some,
    )
    changed = st.builds(
        ChangePlan,
        kind=st.sampled_from(("retract", "correct", "retract", "correct", "text")),
        claim=few,
        lag=few,
        slack=closed,
        other=st.booleans(),
    )
    misread = st.builds(CurationPlan, st.sampled_from(Mishap), few)
    return st.builds(
        Plan,
        facts=st.lists(
            st.builds(FactPlan, st.sampled_from(Fate), st.integers(0, 20)),
            min_size=1,
            max_size=max(1, facts),
        ),
        articles=st.lists(printed, min_size=1, max_size=max(1, articles)),
        changes=_often(changed, changes),
        curation=_often(misread, curation),
    ).map(lambda plan: Press(plan).newsroom())


def _often(one: SearchStrategy[T], most: int) -> SearchStrategy[list[T]]:
    """Lists that are rarely empty, though they shrink to it."""
    if most == 0:
        return st.builds(list)
    spare = st.sampled_from((0, 1))
    return st.builds(
        lambda some, more, other: some or [other][:more], st.lists(one, max_size=most), spare, one
    )
