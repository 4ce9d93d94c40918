"""Tests by example read well, and so do their failures."""

from __future__ import annotations

import pytest

from tests.testing.right_projections import ByOutlet, Heard, Origins
from timeline import Article, Claim, When
from timeline.errors import UnknownName
from timeline.model import ArticlePublished, ClaimLinked, ClaimStated, Event
from timeline.projections import Chronology, Status
from timeline.testing import given


def told(number: int, stance: str, fact: str = "raid", on: str = "2025-01-09") -> list[Event]:
    name, outlet = f"a{number}", ("daily", "gazette")[number % 2]
    return [
        ArticlePublished(Article(name, outlet, on)),
        ClaimStated(Claim(f"{name}#1", stance, outlet, occurred="2025-01-08")),
        ClaimLinked(f"{name}#1", fact),
    ]


def test_words_and_dates_may_be_given_as_text() -> None:
    asked = given(told(1, "asserts"), told(2, "denies")).as_of("2025-01-10")
    asked.expect(status="disputed", occurred="2025-01-08", conflict=False)
    asked.expect("raid", status=Status.DISPUTED, occurred=When("2025-01-08"))
    asked.expect("raid", origins=["gazette"], possibly=None)


def test_all_differences_are_told() -> None:
    asked = given(told(1, "asserts")).as_of("2025-01-10")
    with pytest.raises(AssertionError) as failure:
        asked.expect("raid", status="denied", occurred="2025-02", conflict=False)
    assert str(failure.value).splitlines() == [
        "as of 2025-01-10, 'raid' is not as expected",
        "  status: expected denied, got reported",
        "  occurred: expected 2025-02, got 2025-01-08",
    ]


def test_a_fact_that_is_not_known_is_named_beside_those_that_are() -> None:
    asked = given(told(1, "asserts")).as_of("2025-01-10")
    with pytest.raises(AssertionError, match="nothing is known of 'visit', but raid"):
        asked.expect("visit", status="reported")


def test_one_fact_needs_no_name_and_several_do() -> None:
    asked = given(told(1, "asserts"), told(2, "denies", fact="visit")).as_of("2025-01-10")
    asked.expect_only("raid", "visit")
    with pytest.raises(AssertionError, match="expected one fact, got raid, visit"):
        asked.expect(status="reported")


def test_facts_that_are_missing_and_facts_too_many_are_listed() -> None:
    asked = given(told(1, "asserts")).as_of("2025-01-10")
    with pytest.raises(AssertionError) as failure:
        asked.expect_only("visit")
    assert str(failure.value).splitlines()[1:] == ["  missing: visit", "  not expected: raid"]
    with pytest.raises(AssertionError, match="not expected: raid"):
        asked.expect_nothing()


def test_an_attribute_that_facts_lack_is_a_mistake_of_the_test() -> None:
    with pytest.raises(TypeError, match="a fact has no 'state'"):
        given(told(1, "asserts")).as_of("2025-01-10").expect("raid", state="reported")


def test_events_must_fit() -> None:
    with pytest.raises(UnknownName, match="no claim is called 'one#1'"):
        given(ClaimLinked("one#1", "raid"))


def test_projections_are_asked_alike() -> None:
    history = given(told(1, "asserts"), told(2, "asserts", on="[2025-01-09..2025-01-20]"))
    history.projected(Origins()).as_of("2025-01-10").expect({"raid": 1})
    history.projected(Origins(), possible=True).as_of("2025-01-10").expect({"raid": 2})
    history.projected(Heard()).as_of("2025-01-10").expect(frozenset({"gazette"}))
    assert history.projected(Chronology()).as_of("2025-01-10").answer["raid"].conflict is False


def test_differences_of_projections_are_told_key_by_key() -> None:
    history = given(told(1, "asserts"), told(2, "asserts"))
    with pytest.raises(AssertionError) as failure:
        history.projected(ByOutlet()).as_of("2025-01-10").expect({"gazette": 2, "herald": 1})
    assert str(failure.value).splitlines() == [
        "as of 2025-01-10, ByOutlet answers otherwise than expected",
        "  daily: expected nothing, got 1",
        "  gazette: expected 2, got 1",
        "  herald: expected 1, got nothing",
    ]
    with pytest.raises(AssertionError, match=r"(?s)expected: frozenset\(\)\n  got:      frozenset"):
        history.projected(Heard()).as_of("2025-01-10").expect(frozenset())
