"""Whose words they are where a reader sees it at once: titles, insertions, openings, and traps."""

from __future__ import annotations

import pytest

from tests.extraction.attribution.reading import said

MEANT: list[tuple[str, list[str]]] = [
    (
        "The spokesperson of the Harbour Bureau, Mrs. Ada Obi, confirmed on Monday that it rained.",
        ["ada-obi confirms [2025-02-03]: it rained"],
    ),
    (
        "Justice Mary Dunne, reading the ruling in court on Thursday, said that the ban was void.",
        ["mary-dunne asserts [2025-02-06]: the ban was void"],
    ),
    (
        "In a statement yesterday Petrov said the bridge would close.",
        ["petrov asserts [2025-02-06]: the bridge would close"],
    ),
    (
        "In a statement on Monday the ministry said the bridge would close.",
        ["ministry asserts [2025-02-03]: the bridge would close"],
    ),
    (
        "The valve had been shut by hand, the inquiry found.",
        ["inquiry asserts: The valve had been shut by hand"],
    ),
    (
        'The tribunal blocked the deal, ruling that terms offered by the banks were "too late".',
        ['tribunal asserts: terms offered by the banks were "too late"'],
    ),
]
NOBODY_SAYS = [
    "The clinic admitted 90 patients last week.",
    "The side conceded two goals on Sunday.",
    "The court admitted more than 40 exhibits.",
    "Peru and Chile accused each other on Thursday of breaking the pact.",
]


@pytest.mark.parametrize(("text", "expected"), MEANT, ids=lambda value: str(value)[:50])
def test_the_one_who_is_meant_is_read(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_a_deed_that_looks_like_a_saying_is_none(text: str) -> None:
    assert said(text) == []


def test_a_day_after_the_minister_left_introduces_nobody() -> None:
    text = "It came a day after the minister left. “I am innocent,” the minister wrote."
    assert said(text) == ["minister asserts: I am innocent"]
