"""Kleene's laws, over all the values that there are."""

from __future__ import annotations

import itertools

import pytest

from timeline.dates import Certainty

ALL = list(Certainty)
PAIRS = list(itertools.product(ALL, ALL))
TRIPLES = list(itertools.product(ALL, ALL, ALL))


def test_on_two_values_it_is_ordinary_logic() -> None:
    yes, no = Certainty.CERTAIN, Certainty.IMPOSSIBLE
    assert (yes & yes, yes & no, no & no) == (yes, no, no)
    assert (yes | yes, yes | no, no | no) == (yes, yes, no)
    assert (~yes, ~no) == (no, yes)


def test_what_is_possible_stays_undecided_until_the_other_side_decides() -> None:
    maybe = Certainty.POSSIBLE
    assert (maybe & Certainty.CERTAIN, maybe & Certainty.IMPOSSIBLE) == (maybe, ~Certainty.CERTAIN)
    assert (maybe | Certainty.CERTAIN, maybe | Certainty.IMPOSSIBLE) == (Certainty.CERTAIN, maybe)
    assert ~maybe is maybe


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_order_does_not_matter_and_de_morgan_holds(a: Certainty, b: Certainty) -> None:
    assert a & b is b & a
    assert a | b is b | a
    assert ~(a & b) is ~a | ~b
    assert a & (a | b) is a


@pytest.mark.parametrize(("a", "b", "c"), TRIPLES)
def test_grouping_does_not_matter_and_and_spreads_over_or(
    a: Certainty, b: Certainty, c: Certainty
) -> None:
    assert (a & b) & c is a & (b & c)
    assert (a | b) | c is a | (b | c)
    assert a & (b | c) is (a & b) | (a & c)


def test_a_certainty_is_no_condition() -> None:
    with pytest.raises(TypeError, match="three values"):
        bool(Certainty.CERTAIN)


@pytest.mark.parametrize("other", [True, None, "certain"])
def test_it_does_not_mix_with_other_values(other: object) -> None:
    with pytest.raises(TypeError):
        _ = Certainty.CERTAIN & other
    with pytest.raises(TypeError):
        _ = Certainty.CERTAIN | other


def test_its_questions_agree_with_its_names() -> None:
    assert [found.is_certain for found in ALL] == [True, False, False]
    assert [found.is_possible for found in ALL] == [True, True, False]
