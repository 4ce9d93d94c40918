"""Estimates of two speakers corroborate each other only where they count the same thing."""

from __future__ import annotations

import pytest

from timeline.linking import score
from timeline.linking._score import ASKED, LINK
from timeline.model import Claim, Figure

WORDS = "About 1,000 Ruritanian soldiers were lost in Strelsau."


def _told(name: str, stance: str, speaker: str, measure: str) -> Claim:
    figures = [Figure.exactly(measure, 1000, "people")]
    return Claim(
        f"{name}#1", stance, (name, speaker), text=WORDS, occurred="2025-01-13", figures=figures
    )


@pytest.mark.parametrize(
    ("stance", "speaker", "measure", "linked"),
    [
        ("estimates", "agency", "casualties", False),
        ("estimates", "agency", "killed", True),
        ("estimates", "ministry", "casualties", True),
        ("asserts", "agency", "casualties", True),
    ],
)
def test_estimates_of_different_things_are_left_to_a_person(
    stance: str, speaker: str, measure: str, *, linked: bool
) -> None:
    first = _told("post", "estimates", "ministry", "killed")
    total = score(first, _told("herald", stance, speaker, measure), kind="losses").total
    assert (total >= LINK) is linked
    assert linked or total == ASKED
