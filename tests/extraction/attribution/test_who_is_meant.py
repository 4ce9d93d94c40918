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
    (
        "Secretary of State Dan Holt said in a statement late Thursday that the count was over.",
        ["dan-holt asserts [2025-02-06]: the count was over"],
    ),
    (
        "The pier is shut, County Clerk Eva Roy told reporters on Friday.",
        ["eva-roy asserts [2025-02-07]: The pier is shut"],
    ),
    (
        "Roy County shut a pier in May and expects to mend it, Mayor Eva Roy said on Friday.",
        ["eva-roy asserts [2025-02-07]: Roy County shut a pier in May and expects to mend it"],
    ),
    (
        "“No box was late,” said its spokesman, Piet Mulder.",
        ["piet-mulder asserts: No box was late"],
    ),
    (
        "Two bridges were hit, the brigade that claims the raid says.",
        ["brigade asserts: Two bridges were hit"],
    ),
    (
        "Geologist Mary Dunne thinks the dam will hold.",
        ["mary-dunne asserts: the dam will hold"],
    ),
    (
        "The court on Monday threw out the law, ruling that it was void.",
        ["court asserts [+2025-02-03]: it was void"],
    ),
    (
        "Ivo Petrov, a mayor, initially denied that it burned. On Tuesday he conceded that it had.",
        [
            "ivo-petrov denies: it burned",
            "ivo-petrov confirms [2025-02-04]: it had",
        ],
    ),
    (
        "The People's Front lost. The front said on Monday that it would go on.",
        ["people-s-front asserts [2025-02-03]: it would go on"],
    ),
    (
        "Peru denied it. The Gulf Observer Mission saw two boats, it said on Monday.",
        [
            "peru denies: ",
            "gulf-observer-mission asserts [2025-02-03]: The Gulf Observer Mission saw two boats",
        ],
    ),
    (
        "Mayor Amina Kader resigned. “She is tired,” her office said.",
        ["amina-kader-office asserts: She is tired"],
    ),
    (
        "“It shook,” Kwame told the Herald last night. “We ran,” he said.",
        [
            "herald <- kwame asserts [2025-02-06]: It shook",
            "herald <- kwame asserts [+2025-02-06]: We ran",
        ],
    ),
    (
        "The bolts were loose, an engineer at the yard, who asked not to be named, told Reuters.",
        ["reuters <- engineer asserts: The bolts were loose"],
    ),
    (
        "Officials who spoke on condition of anonymity said the ship had sunk.",
        ["officials asserts: the ship had sunk"],
    ),
    (
        "Residents who fled on Monday said the army burned the mill.",
        ["residents asserts: the army burned the mill"],
    ),
    (
        "In a message on Telegram the group said that two boats had sunk.",
        ["group asserts: two boats had sunk"],
    ),
    (
        "Two people briefed on the plan told Reuters the firm would close.",
        ["reuters <- people asserts: the firm would close"],
    ),
    (
        "The lender said on Wednesday that it lost money but denied that a rescue was near.",
        [
            "lender asserts [2025-02-05]: it lost money",
            "lender denies [+2025-02-05]: a rescue was near",
        ],
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
