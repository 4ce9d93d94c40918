"""Laws are named, looked for one by one, and say what they left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st

from tests.testing.mutants_projections import CountsClaims, MutatesItsState, TurnsForgotten
from tests.testing.right_projections import Heard, Origins, Standing
from timeline import Article, AsOf, Claim
from timeline.errors import InvalidValue, UnknownName
from timeline.model import ArticlePublished, ClaimStated, Event
from timeline.testing import (
    EXTRACTOR_LAWS,
    PROJECTION_LAWS,
    STORE_LAWS,
    Law,
    LawBroken,
    Newsroom,
    check_projection,
    holds,
    newsrooms,
)


@pytest.mark.parametrize("law", PROJECTION_LAWS)
def test_each_law_can_be_asked_for_by_its_name(law: str) -> None:
    checked = check_projection(
        Heard(), laws=[law], conclusion=lambda _: 0, like=Heard(), examples=5
    )
    assert [*checked.laws, *checked.left_out] == [law]
    assert law in checked.laws or law == "key locality"  # it has no keys


def test_what_does_not_apply_is_told_with_its_reason() -> None:
    checked = check_projection(Standing(), examples=3)
    assert checked.left_out["agreement"] == "no projection to agree with (like=)"
    assert checked.left_out["copies have no weight"] == "no conclusion was named (conclusion=)"
    assert set(checked.laws) | set(checked.left_out) == set(PROJECTION_LAWS)


def test_other_names_are_no_laws() -> None:
    with pytest.raises(UnknownName, match="did you mean no hindsight"):
        check_projection(Heard(), laws=["no hindsigth"])


def test_names_and_reasons_are_distinct_and_readable() -> None:
    laws: list[Law[Any]] = [*PROJECTION_LAWS.values(), *STORE_LAWS.values()]
    laws += EXTRACTOR_LAWS.values()
    reasons = [law.why for law in laws]
    assert len(set(reasons)) == len(reasons)
    assert all(law.identifier.isidentifier() for law in laws)


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_a_failure_says_which_law_why_it_matters_and_shows_a_test() -> None:
    with pytest.raises(LawBroken) as failure:
        check_projection(TurnsForgotten(), laws=["turns are complete"])
    broken = failure.value
    assert broken.law == broken.tried == "turns are complete"
    assert str(broken).startswith(
        "the law 'turns are complete' is broken: finish answers otherwise"
    )
    assert f"\nIt matters: {broken.why}\n" in str(broken)
    assert broken.code in str(broken)
    assert "def test_turns_are_complete() -> None:" in broken.code


def test_the_projection_given_is_not_touched() -> None:
    projection = MutatesItsState()
    with pytest.raises(LawBroken):
        check_projection(projection)
    assert vars(projection) == {}


def test_what_raises_breaks_totality_whatever_law_met_it() -> None:
    class Raises(Heard):
        def finish(self, state: frozenset[str], as_of: AsOf) -> frozenset[str]:
            raise ZeroDivisionError(state, as_of)

    with pytest.raises(LawBroken, match="raised ZeroDivisionError") as failure:
        check_projection(Raises(), laws=["purity"])
    assert (failure.value.law, failure.value.tried) == ("totality", "purity")


@pytest.mark.parametrize("wrong", [["a"], ("a", 1), "a"])
def test_keys_and_turns_are_tuples(wrong: object) -> None:
    class OddTurns(Heard):
        def turns(self, state: frozenset[str]) -> tuple[int, ...]:
            del state
            return wrong  # type: ignore[return-value]  # the mistake

    with pytest.raises(LawBroken, match="turns raised TypeError: expected a tuple of day numbers"):
        check_projection(OddTurns())


def test_worlds_of_ones_own_can_be_used() -> None:
    copied = newsrooms().map(lambda room: Newsroom(room.events))
    assert check_projection(Origins(), worlds=copied, examples=3).examples == 3
    assert check_projection(Origins(), worlds=st.just(Newsroom(())), examples=3).laws


def test_one_case_can_be_held_to_one_law() -> None:
    history: list[Event] = [
        ArticlePublished(Article("one", "daily", "2025-01-09")),
        ClaimStated(Claim("one#1", "asserts", "daily")),
    ]
    law = "copies have no weight"
    holds(law, CountsClaims(), history, "2025-01-08", conclusion=abs)
    holds(law, Origins(), history, AsOf("2025-01-09"), conclusion=abs)
    with pytest.raises(LawBroken, match="had an outlet copied one#1"):
        holds(law, CountsClaims(), history, "2025-01-09", conclusion=abs)


@pytest.mark.parametrize("law", sorted(set(PROJECTION_LAWS) - {"key locality"}))
def test_laws_hold_where_nothing_has_happened(law: str) -> None:
    holds(law, Heard(), [], "2025-01-01", conclusion=lambda _: 0, like=Heard())


def test_a_law_that_does_not_apply_cannot_be_held() -> None:
    with pytest.raises(InvalidValue, match="key locality: must be a law that applies"):
        holds("key locality", Heard(), [], "2025-01-01")
