"""What `link` makes of an article: links, new facts with their names, questions to a person."""

from __future__ import annotations

import pytest

from tests.linking import retold
from tests.linking.strategies import indexed, taken_in
from timeline.linking import LinkIndex, likely, link
from timeline.model import Claim, Evidence, Reading


def told(
    claim: str,
    text: str,
    *,
    kind: str = "strike",
    about: tuple[str, ...] = (),
    occurred: str | None = None,
) -> Claim:
    return Claim(
        claim,
        "asserts",
        claim.partition("-")[0],
        text=text,
        occurred=occurred,
        reading=Reading("hand", 1.0, kind=kind, about=about),
    )


@pytest.mark.parametrize(
    ("name", "precise", "complete"),
    [
        ("disaster", 0.95, 0.95),
        ("war", 0.95, 0.95),
        # Never tuned on. The second holds what a certain date keeps apart.
        ("business", 0.65, 0.85),
        ("society", 0.8, 0.75),
        ("diplomacy", 0.9, 0.9),
    ],
)
def test_retold_happenings_are_found_again(name: str, precise: float, complete: float) -> None:
    articles, facts = retold.read(name)
    index = indexed(articles)
    pairs = [
        (index.fact_of(one) == index.fact_of(other), facts[one] == facts[other])
        for one in facts
        for other in facts
        if one < other
    ]
    right = sum(found and same for found, same in pairs)
    assert right >= precise * sum(found for found, _ in pairs)
    assert right >= complete * sum(same for _, same in pairs)


@pytest.mark.parametrize(
    ("claim", "name", "title"),
    [
        pytest.param(
            told(
                "a-1#1", "two men were taken.", kind="capture", about=("lusavia",), occurred="2025"
            ),
            "capture-lusavia-2025",
            "Two men were taken",
            id="kind, actor and year",
        ),
        pytest.param(
            told("a-1#1", "Rockets fell.", about=("tarnov", "sel"), occurred="2031-03-31"),
            "strike-tarnov-2031-03-31",
            "Rockets fell",
            id="the first of several",
        ),
        pytest.param(
            told("a-1#1", "Rockets fell.", about=("tarnov",), occurred="[2031-03-21..2031-03-31]"),
            "strike-tarnov-2031-03",
            "Rockets fell",
            id="days of one month",
        ),
        pytest.param(
            told("a-1#1", "Rockets fell.", about=("tarnov",), occurred="[..2031-03-31]"),
            "strike-tarnov",
            "Rockets fell",
            id="no beginning",
        ),
        pytest.param(
            told("a-1#1", "Schools in Pelk stay closed until May.", kind=""),
            "schools-pelk-stay",
            "Schools in Pelk stay closed until May",
            id="words where there is no kind",
        ),
        pytest.param(told("a-1#1", "", kind=""), "claim", "a-1#1", id="nothing at all"),
        pytest.param(
            told("a-1#1", "One and another word of a sentence that is " + "very " * 20 + "long."),
            "strike-word-sentence-long",
            "One and another word of a sentence that is very very very very very very very very "
            "very…",
            id="a long text",
        ),
    ],
)
def test_new_facts_are_named_after_their_first_claim(claim: Claim, name: str, title: str) -> None:
    (fact,) = link([claim], LinkIndex()).new_facts
    assert (fact.id, fact.title, fact.claims) == (name, title, (claim.id,))


def test_the_text_of_a_claim_without_one_is_its_quote() -> None:
    quote = Evidence("Rockets hit Pelk", 0, 16)
    claim = Claim("a-1#1", "asserts", "one", evidence=quote)
    (fact,) = link([claim], LinkIndex()).new_facts
    assert (fact.id, fact.title) == ("rockets-hit-pelk", "Rockets hit Pelk")


def test_days_apart_are_left_to_a_person() -> None:
    index = LinkIndex()
    text = "Rockets hit the fuel depot near Pelk."
    index.add("depot", told("a-1#1", text, occurred="2031-01-30"))
    linked = link([told("b-1#1", text, occurred="2031-01-31")], index)
    (proposal,) = linked.proposals
    assert not linked.links
    assert (proposal.fact, proposal.into) == (linked.facts["b-1#1"], "depot")
    assert "2031-01-31 and 2031-01-30 cannot both be true" in proposal.why
    # A week apart they are two, and nobody is asked.
    later = link([told("b-1#1", text, occurred="2031-02-07")], index)
    assert not later.proposals


def test_a_soft_date_does_not_forbid() -> None:
    index = LinkIndex()
    text = "Rockets hit the fuel depot near Pelk."
    index.add("depot", told("a-1#1", text, occurred="2031-01-30"))
    linked = link([told("b-1#1", text, occurred="2031-01-31?")], index)
    assert linked.facts == {"b-1#1": "depot"}


def test_two_known_facts_that_an_article_shows_to_be_one_are_proposed() -> None:
    index = LinkIndex()
    index.add("fire", told("a-1#1", "Fire at the depot of Pelk.", occurred="2031-01-30"))
    index.add("blast", told("b-1#1", "A blast in Pelk, at a depot.", occurred="2031-01"))
    claim = told("c-1#1", "Fire and a blast at the depot of Pelk.", occurred="2031-01-30")
    linked = link([claim], index)
    assert len(linked.links) == 1
    (proposal,) = linked.proposals
    assert {proposal.fact, proposal.into} == {"fire", "blast"}


def test_no_proposal_to_join_what_dates_keep_apart() -> None:
    index = LinkIndex()
    index.add("first", told("a-1#1", "Rockets hit the depot of Pelk.", occurred="2031-01-10"))
    index.add("second", told("b-1#1", "Rockets hit the depot of Pelk.", occurred="2031-01-30"))
    claim = told("c-1#1", "Rockets hit the depot of Pelk.", occurred="2031-01")
    assert not link([claim], index).proposals


def test_claims_of_one_article_that_tell_one_happening_are_one_fact() -> None:
    claims = [
        told("a-1#1", "Rockets hit the depot of Pelk.", occurred="2031-01-30"),
        told("a-1#2", "The depot of Pelk was struck at night.", occurred="2031-01-30"),
        told("a-1#3", "Okafor will visit Dakar.", kind="visit"),
    ]
    facts = link(claims, LinkIndex()).facts
    assert facts["a-1#1"] == facts["a-1#2"] != facts["a-1#3"]


def test_words_that_stand_in_one_place_do_not_make_two_claims_one() -> None:
    quote = Evidence("Rockets hit Pelk, and the envoys left Dakar", 10, 53)
    claims = [
        Claim(
            f"a-1#{number}",
            "asserts",
            "a",
            text=quote.exact,
            evidence=quote,
            reading=Reading("hand", 1.0, kind=kind),
        )
        for number, kind in ((1, "strike"), (2, ""))
    ]
    assert len(link(claims, LinkIndex()).new_facts) == 2


def test_each_link_says_why() -> None:
    index = LinkIndex()
    index.add("depot", told("a-1#1", "Rockets hit the depot of Pelk.", occurred="2031-01-30"))
    claims = [told("b-1#1", "The depot of Pelk was hit by rockets.", occurred="2031-01-30")]
    linked = link(claims, index)
    ((claim, fact, scored),) = linked.links
    assert (claim, fact) == ("b-1#1", "depot")
    assert scored == index.score(claims[0], "depot")
    taken_in(index, claims, linked)
    assert index.claims_of("depot") == ("a-1#1", "b-1#1")


def test_what_else_a_claim_could_be_about() -> None:
    index = LinkIndex()
    index.add("fire", told("a-1#1", "Fire at the depot of Pelk.", occurred="2031-01-30"))
    index.add("blast", told("b-1#1", "A blast in Pelk, at a depot.", occurred="2031-01"))
    index.add("later", told("c-1#1", "Fire at the depot of Pelk.", occurred="2031-02-20"))
    index.add("shop", told("d-1#1", "A shop opens in Dakar.", kind="launch"))
    claim = told("e-1#1", "Fire and a blast at the depot of Pelk.", occurred="2031-01-30")
    assert [fact for fact, _ in likely(claim, index)] == ["fire", "blast"]
    index.add("fire", claim)
    assert [fact for fact, _ in likely(claim, index)] == ["blast"]
    ((_, scored),) = likely(claim, index)
    assert scored.total > 0.55


def test_a_denial_goes_with_what_it_denies_into_a_known_fact_and_says_so() -> None:
    index = LinkIndex()
    index.add("raid", told("wire-1#1", "Rockets hit the port of Tarnov.", about=("tarnov",)))
    charge = told("post-2#1", "Rockets struck the port of Tarnov.", about=("tarnov",))
    denial = Claim(
        "post-2#2",
        "denies",
        ("post", "ministry"),
        text="The ministry denied this.",
        reading=Reading("hand", 1.0, answers="post-2#1"),
    )
    linked = link([denial, charge], index)

    assert linked.facts == {"post-2#1": "raid", "post-2#2": "raid"}
    assert [score.why for claim, _, score in linked.links if claim == denial.id] == [
        "1.00 (answers post-2#1)"
    ]


def test_a_denial_read_later_follows_what_was_linked_before() -> None:
    index = LinkIndex()
    index.add("raid", told("post-2#1", "Rockets struck the port of Tarnov.", about=("tarnov",)))
    denial = Claim(
        "post-2#2", "denies", ("post", "army"), reading=Reading("hand", 1.0, answers="post-2#1")
    )

    assert link([denial], index).facts == {"post-2#2": "raid"}
