"""What holds of every linking, whatever the articles say."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.linking.strategies import articles, indexed, taken_in
from timeline.linking import Linked, LinkIndex, assign, link
from timeline.linking._dating import UNDATED, dated, fit
from timeline.model import Claim, check_id
from timeline.testing import claims as any_claims
from timeline.testing import whens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import DataObject

    from timeline.dates import When

News = tuple[tuple[Claim, ...], ...]

fewer = settings(max_examples=40)


def contradict(first: When | None, second: When | None) -> bool:
    if first is None or second is None:
        return False
    sure = not any(mark in f"{first} {second}" for mark in "~?%")
    return sure and first.intersect(second) is None


def claims_in(news: Iterable[Iterable[Claim]]) -> dict[str, Claim]:
    return {claim.id: claim for claims in news for claim in claims}


@given(whens(), whens())
def test_a_veto_is_two_certain_dates_without_a_common_one(first: When, second: When) -> None:
    found = fit(dated(first), dated(second))
    assert (found < 0) == contradict(first, second)
    assert found <= 1
    if first.intersect(second) is None:
        assert found < UNDATED + 0.1
    else:
        assert found >= 1 / 2
    assert found == fit(dated(second), dated(first))


@fewer
@given(articles())
def test_no_fact_holds_two_certain_dates_that_cannot_both_be_true(news: News) -> None:
    index = indexed(news)
    claims = claims_in(news)
    facts: dict[str | None, list[Claim]] = {}
    for claim in claims.values():
        facts.setdefault(index.fact_of(claim.id), []).append(claim)
    for together in facts.values():
        for first, second in combinations(together, 2):
            assert not contradict(first.occurred, second.occurred)


@fewer
@given(articles())
def test_each_claim_gets_exactly_one_fact(news: News) -> None:
    index = LinkIndex()
    for claims in news:
        linked = link(claims, index)
        named = [claim for claim, _, _ in linked.links]
        named += [claim for fact in linked.new_facts for claim in fact.claims]
        assert sorted(named) == sorted(claim.id for claim in claims)
        taken_in(index, claims, linked)


@fewer
@given(articles())
def test_an_answer_goes_where_the_claim_is_that_it_answers(news: News) -> None:
    index = indexed(news)
    claims = claims_in(news)
    for claim in claims.values():
        answered = claim.reading.answers if claim.reading is not None else ""
        fact = index.fact_of(answered) if answered else None
        if fact is not None and fact != index.fact_of(claim.id):
            others = [claims[one] for one in index.claims_of(fact)]
            assert any(contradict(claim.occurred, one.occurred) for one in others)


@fewer
@given(articles())
def test_claims_are_assigned_as_they_are_linked(news: News) -> None:
    index = LinkIndex()
    for claims in news:
        linked, assigned = link(claims, index), assign(claims, index)
        assert assigned.facts == linked.facts
        assert assigned.new_facts == linked.new_facts
        assert assigned.proposals == linked.proposals
        taken_in(index, claims, linked)


@fewer
@given(articles())
def test_linking_again_finds_nothing_new(news: News) -> None:
    index = indexed(news)
    for claims in news:
        assert link(claims, index) == Linked()


@fewer
@given(articles(), st.data())
def test_the_order_of_an_articles_claims_does_not_matter(news: News, data: DataObject) -> None:
    *before, claims = news
    index = indexed(before)
    assert link(data.draw(st.permutations(claims)), index) == link(claims, index)


@fewer
@given(articles(least=2), st.data())
def test_what_a_person_linked_stays_so(news: News, data: DataObject) -> None:
    index = indexed(news[:-1])
    fixed = data.draw(st.sets(st.sampled_from(news[-1])))
    for claim in fixed:
        index.add("by-hand", claim, fixed=True)
    linked = link(news[-1], index)
    assert linked.facts.keys() == {claim.id for claim in news[-1]} - {claim.id for claim in fixed}
    taken_in(index, news[-1], linked)
    assert all(index.fact_of(claim.id) == "by-hand" for claim in fixed)


@fewer
@given(articles(), st.integers(1, 60))
def test_unrelated_facts_change_no_link(news: News, many: int) -> None:
    *before, claims = news
    alone, among = indexed(before), indexed(before)
    for number in range(many):
        text = f"Zinc miners in Quito won prize {number} of the glass museum."
        other = Claim(f"other#{number + 1}", "asserts", "other", text=text, occurred="2025-01-31")
        among.add(f"prize-{number}", other, "strike")
    assert link(claims, among) == link(claims, alone)


@fewer
@given(articles(least=2, most=4, claims=2), st.sampled_from([2, 3, 4]))
def test_short_lists_lose_no_link(news: News, limit: int) -> None:
    # So few that all of them are compared, once they are found.
    wide, narrow = LinkIndex(limit=1000), LinkIndex(limit=limit)
    for claims in news:
        linked = link(claims, wide)
        assert link(claims, narrow).facts == linked.facts
        taken_in(wide, claims, linked)
        taken_in(narrow, claims, linked)


@fewer
@given(articles())
def test_new_facts_have_ids_of_their_own(news: News) -> None:
    index = LinkIndex()
    for claims in news:
        linked = link(claims, index)
        names = [fact.id for fact in linked.new_facts]
        assert len(set(names)) == len(names)
        for fact in linked.new_facts:
            assert fact.id not in index
            assert check_id(fact.id, "fact")
            assert fact.title
        taken_in(index, claims, linked)


@fewer
@given(articles())
def test_a_proposal_names_two_facts_of_which_one_was_known_and_says_why(news: News) -> None:
    index = LinkIndex()
    for claims in news:
        linked = link(claims, index)
        for proposal in linked.proposals:
            assert proposal.into in index
            assert proposal.fact != proposal.into
            assert proposal.why
        taken_in(index, claims, linked)


@given(articles(most=1))
def test_the_same_claims_always_get_the_same_ids(news: News) -> None:
    assert link(news[0], LinkIndex()) == link(news[0], LinkIndex())


@fewer
@given(articles(), st.data())
def test_the_order_of_articles_never_breaks_a_veto(news: News, data: DataObject) -> None:
    shuffled = data.draw(st.permutations(news))
    index = indexed(shuffled)
    claims = list(claims_in(news).values())
    for first, second in combinations(claims, 2):
        if index.fact_of(first.id) == index.fact_of(second.id):
            assert not contradict(first.occurred, second.occurred)


@given(st.lists(any_claims(), max_size=6, unique_by=lambda claim: claim.id))
def test_any_claims_can_be_linked(told: list[Claim]) -> None:
    index = LinkIndex()
    linked = link(told, index)
    assert linked.facts.keys() == {claim.id for claim in told}
    taken_in(index, told, linked)
    assert link(told, index) == Linked()


@given(st.lists(st.text(max_size=40), max_size=4), whens())
def test_any_words_can_be_linked(texts: list[str], when: When) -> None:
    told = [
        Claim(f"a-1#{number}", "asserts", "a", text=text, occurred=when)
        for number, text in enumerate(texts, start=1)
    ]
    assert link(told, LinkIndex()).facts.keys() == {claim.id for claim in told}
