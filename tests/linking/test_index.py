"""The index follows what others decide: links, moves, merges, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linking.strategies import articles
from timeline.errors import InvalidValue, UnknownName
from timeline.linking import LinkIndex, link
from timeline.model import Claim, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

DEPOT = "Rockets hit the fuel depot near Pelk."


def told(claim: str, text: str, occurred: str | None = "2031-04-02", kind: str = "") -> Claim:
    reading = Reading("hand", 1.0, kind=kind) if kind else None
    return Claim(claim, "asserts", "one", text=text, occurred=occurred, reading=reading)


def test_the_last_word_on_a_claim_counts() -> None:
    index = LinkIndex()
    index.add("first", told("a#1", DEPOT, kind="strike"))
    index.add("second", told("a#1", DEPOT, kind="strike"))
    assert index.claims_of("first") == ()
    assert index.claims_of("second") == ("a#1",)
    assert link([told("b#1", DEPOT, kind="strike")], index).facts == {"b#1": "second"}


def test_a_person_s_link_is_marked_until_the_claim_is_forgotten() -> None:
    index = LinkIndex()
    index.add("first", told("a#1", DEPOT), fixed=True)
    assert index.is_fixed("a#1")
    index.discard("a#1")
    index.discard("a#1")
    assert not index.is_fixed("a#1")
    assert index.fact_of("a#1") is None
    assert "first" in index


def test_merged_facts_are_one_from_then_on() -> None:
    index = LinkIndex()
    index.add("first", told("a#1", DEPOT, kind="strike"))
    index.add("second", told("b#1", "A shop opens.", kind="launch"))
    index.merge("first", "second")
    index.add("first", told("c#1", "The depot still burns."))
    assert [index.fact_of(claim) for claim in ("a#1", "b#1", "c#1")] == ["second"] * 3
    index.merge("second", "third")
    index.merge("third", "first")  # it is itself already
    index.add("first", told("d#1", DEPOT, kind="strike"))
    assert index.fact_of("d#1") == "third"
    linked = link([told("e#1", DEPOT, kind="strike")], index)
    assert linked.facts == {"e#1": "third"}


def test_a_title_leads_to_a_fact_until_a_claim_does() -> None:
    index = LinkIndex()
    index.describe("depot", "The fuel depot near Pelk is hit by rockets", "strike")
    assert link([told("a#1", DEPOT, None, "strike")], index).facts == {"a#1": "depot"}
    index.add("depot", told("b#1", "A shop opens in Dakar.", kind="launch"))
    assert link([told("a#1", DEPOT, None, "strike")], index).facts != {"a#1": "depot"}


def test_the_kind_of_a_fact_is_that_of_its_claims_without_one() -> None:
    before, after = LinkIndex(), LinkIndex()
    before.describe("depot", kind="strike")
    before.add("depot", told("a#1", DEPOT))
    after.add("depot", told("a#1", DEPOT))
    after.describe("depot", kind="strike")
    claim = told("b#1", "A fuel depot near Pelk burns after rockets hit it.", kind="strike")
    assert before.score(claim, "depot") == after.score(claim, "depot")
    assert before.score(claim, "depot").kind == 1
    assert link([claim], before) == link([claim], after)


def test_a_fact_of_many_claims_is_found_as_long_as_one_is_left() -> None:
    index = LinkIndex()
    for number in range(1, 30):
        index.add("depot", told(f"a#{number}", DEPOT, kind="strike"))
    for number in range(1, 29):
        index.discard(f"a#{number}")
    assert link([told("b#1", DEPOT, kind="strike")], index).facts == {"b#1": "depot"}


def test_an_id_that_is_described_is_taken() -> None:
    index = LinkIndex()
    claim = Claim("a#1", "asserts", "one", text="Rehn resigned.", occurred="2027-11-02")
    (fact,) = link([claim], index).new_facts
    index.describe(fact.id)
    (other,) = link([claim], index).new_facts
    assert other.id != fact.id
    assert other.id.startswith(fact.id)


@pytest.mark.parametrize(
    "ask",
    [
        lambda index: index.claims_of("depo"),
        lambda index: index.merge("depo", "depot"),
        lambda index: index.score(told("a#1", DEPOT), "depo"),
    ],
    ids=["claims", "merge", "score"],
)
def test_an_unknown_fact_is_an_error(ask: Callable[[LinkIndex], object]) -> None:
    index = LinkIndex()
    index.describe("depot")
    with pytest.raises(UnknownName, match="did you mean depot"):
        ask(index)


def test_a_fact_of_which_nothing_is_known_has_no_score() -> None:
    index = LinkIndex()
    index.describe("depot")
    with pytest.raises(UnknownName):
        index.score(told("a#1", DEPOT), "depot")


def test_a_fact_needs_an_id() -> None:
    with pytest.raises(InvalidValue, match="must be an id"):
        LinkIndex().add("No id", told("a#1", DEPOT))


@settings(max_examples=30)
@given(articles(), st.data())
def test_what_is_taken_in_and_forgotten_leaves_no_trace(
    news: tuple[tuple[Claim, ...], ...], data: st.DataObject
) -> None:
    *before, claims = news
    # A list that was once full stays divided, and that is a trace: here no list is ever full.
    index, other = LinkIndex(limit=1000), LinkIndex(limit=1000)
    for number, claim in enumerate(claim for told in before for claim in told):
        index.add(f"fact-{number % 3}", claim)
        other.add(f"fact-{number % 3}", claim)
    passing = data.draw(st.sampled_from(claims))
    for fact in ("fact-0", "fact-1"):
        index.describe(fact)
        other.describe(fact)
    index.add("fact-1", passing)
    index.add("fact-0", passing)
    index.discard(passing.id)
    assert link(claims, index) == link(claims, other)
