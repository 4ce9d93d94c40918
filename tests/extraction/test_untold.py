"""Sentences that name a deed and do not tell it: nothing may stand as done because of them."""

from __future__ import annotations

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim, Stance

_READER = RuleExtractor()

_UNTOLD = (
    "If the army attacks on Friday, thousands will flee.",
    "Did rebels capture the port on January 9?",
    "The army would have struck the depot on January 9 had the fog lifted.",
    "Had the dam burst on Friday, the town would have been flooded.",
    "The claim that rebels captured the port on January 9 is false.",
    "It is not true that the ferry sank on Monday.",
    "There is no evidence that the ship sank on Monday.",
    "Police feared that the man had been kidnapped on Sunday.",
    "Scientists doubt that the volcano erupted in 1815.",
    "The blast nearly killed 30 people in Odesa on January 9.",
    "The army did not deny that it had struck the depot on January 9.",
    "No one has claimed that 15 people died on January 9.",
    "The minister called reports that 300 soldiers had been captured on January 9 false.",
    "He lied when he said that 20 rebels were killed on Friday.",
    "Contrary to reports that the dam collapsed on January 9, it stands.",
    "Few believe that the army withdrew on January 9.",
    "An earlier version of this article said that 50 people were killed on Monday.",
    "The police have retracted their statement that 12 men were arrested on Monday.",
    "The summit was to be held on March 1 but was cancelled.",
    "The visit on March 3 was postponed.",
    "A strike planned for January 9 was called off.",
    "A court acquitted him on Monday of killing three people.",
    "In the film, gunmen kill 40 hostages in Rome on May 3.",
    "In his novel about the war, rebels captured the capital on January 9.",
    "In an exercise on Tuesday, troops captured the airport.",
    "During the drill on Monday, the fleet struck three ships.",
    "The airline had planned to buy 20 jets in 2024.",
    "The mayor joked that the town would be annexed on Monday.",
)
_IN_EARNEST = (
    "During an exercise on Tuesday, two soldiers were captured by rebels.",
    "During the drill on Monday, a missile struck a house by mistake.",
    "In the exercise of its powers, the army seized the port on January 9.",
    "In a film studio, the police arrested nine men on January 9.",
)
_UNDONE = (
    "Unless rain falls by Friday, the harvest will be lost.",
    "The company hopes to avoid laying off workers in March.",
    "The general threatened to bomb the port on Friday.",
    "He denied that the army had struck the depot on Friday.",
    "The ministry said the claim that rebels captured the port on January 9 was false.",
)
_STATES = (
    "The minister said no soldier had been killed on January 9.",
    "The team failed to win the final on Saturday.",
    "The president refused to sign the bill on Friday.",
)


def _claims(text: str) -> tuple[Claim, ...]:
    return _READER.extract(Article("a", "gazette", "2025-02-07", text=text)).claims


@pytest.mark.parametrize("text", _UNTOLD)
def test_what_is_asked_doubted_or_called_untrue_gives_no_claim(text: str) -> None:
    assert _claims(text) == ()


@pytest.mark.parametrize("text", _IN_EARNEST)
def test_what_goes_wrong_in_a_drill_is_told(text: str) -> None:
    (claim,) = _claims(text)
    assert claim.stance is Stance.ASSERTS


@pytest.mark.parametrize("text", _UNDONE)
def test_what_is_planned_conditional_or_denied_is_never_asserted(text: str) -> None:
    claims = _claims(text)
    assert claims, "what the sentence does tell is read"
    assert {claim.stance for claim in claims} <= {Stance.FORECASTS, Stance.DENIES}


@pytest.mark.parametrize("text", _STATES)
def test_what_was_not_done_on_a_day_is_a_state_of_that_day(text: str) -> None:
    (claim,) = _claims(text)
    assert claim.reading is not None
    assert claim.reading.kind == "state", "linking must not join it with the deed itself"


def test_what_is_called_off_takes_nothing_else_along() -> None:
    (claim,) = _claims("The storm struck the coast on Monday and the talks were cancelled.")
    assert str(claim.occurred) == "2025-02-03"


def test_one_body_is_not_another() -> None:
    text = "The army said it struck the port. The bank denied having lost $4 million on March 1."
    assert [claim.chain[-1] for claim in _claims(text)] == ["army", "bank"]
