"""A fact judged claim by claim is judged as by all claims at once, whatever comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.dates import When
from timeline.model import Attribution, Claim, Stance
from timeline.projections import joined, judge
from timeline.queries import _weigher
from timeline.queries._agreement import agreement_of
from timeline.queries._weigher import Said, Weigher
from timeline.testing import whens

if TYPE_CHECKING:
    from collections.abc import Sequence

SOURCES = "abcdefgh"
STANCES = tuple(Stance)
DAYS = [When.parse(f"2025-01-{day:02}") for day in (1, 2, 3, 9)]
DATES = [None, *DAYS, When.parse("2025-01"), When.parse("[2025-01-02..2025-01-05]")]
DATES += [When.parse("2025-01-02/2025-01-05"), When.parse("../2025-01-03"), When.parse("2025-01~")]

chains = st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True).map(tuple)
wordings = st.builds(
    Said,
    claim=st.integers(0, 12),
    stance=st.sampled_from([0, 0, 0, 1, *range(len(STANCES))]),
    chain=chains,
    article=st.integers(0, 3),
    occurred=st.sampled_from(DATES),
)
Script = list[Said | int]
scripts: st.SearchStrategy[Script] = st.lists(wordings | st.integers(0, 12), max_size=14)


def claim_of(said: Said) -> Claim:
    name = f"article-{said.article}#{said.claim + 1}"
    return Claim(name, STANCES[said.stance], Attribution(said.chain), occurred=said.occurred)


def all_at_once(standing: Sequence[Said], day: int) -> tuple[object, ...]:
    verdict = judge([claim_of(said) for said in standing], day)
    return (verdict.status, verdict.occurred, verdict.conflict, verdict.origins)


@pytest.mark.parametrize("many", [0, 4, 1000])
@settings(deadline=None)
@given(scripts, st.integers(0, 14), st.sampled_from(DAYS))
@example(
    # An exit from a circle that is told of behind another one.
    [
        Said(0, 0, ("a", "b"), 0, None),
        Said(1, 0, ("b", "a"), 1, None),
        Said(2, 0, ("b", "c"), 2, None),
        Said(3, 0, ("a", "d"), 3, None),
    ],
    3,
    DAYS[0],
)
def test_claim_by_claim_is_all_at_once(many: int, script: Script, branch: int, today: When) -> None:
    day = today.latest or 0
    with mock.patch.object(_weigher, "MANY", many):
        weigher = Weigher()
        standing: dict[int, Said] = {}
        for place, step in enumerate(script):
            if place == branch:
                left, left_standing = weigher, dict(standing)
                weigher = weigher.copy()
            gone = step if isinstance(step, int) else step.claim
            if isinstance(step, int) or gone in standing:
                weigher.drop(gone)
                standing.pop(gone, None)
            if not isinstance(step, int):
                weigher.add(step)
                standing[gone] = step
            assert weigher.judged(day) == all_at_once(list(standing.values()), day)
        if branch < len(script):
            # What was carried on elsewhere has not changed where it was left.
            assert left.judged(day) == all_at_once(list(left_standing.values()), day)


@given(scripts, st.sampled_from(DAYS))
def test_judging_seldom_is_judging_often(script: Script, today: When) -> None:
    day = today.latest or 0
    with mock.patch.object(_weigher, "MANY", 0):
        often, seldom = Weigher(), Weigher()
        held: set[int] = set()
        for step in script:
            for weigher in (often, seldom):
                if isinstance(step, int) or step.claim in held:
                    weigher.drop(step if isinstance(step, int) else step.claim)
                if not isinstance(step, int):
                    weigher.add(step)
            held.add(step if isinstance(step, int) else step.claim)
            often.judged(day)
        assert often.judged(day) == seldom.judged(day)


@given(
    st.lists(st.sampled_from([date for date in DATES if date]) | whens(), min_size=1, max_size=6)
)
def test_dates_agree_one_by_one_as_all_at_once(dates: list[When]) -> None:
    carried = agreement_of([])
    for count, when in enumerate(dates, 1):
        carried.add(when)
        assert carried.copy().value() == joined(dates[:count])
    assert agreement_of(dates).value() == joined(dates)
