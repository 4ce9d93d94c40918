"""One table of sentences for each rule of names, and how names of one bearer come together."""

from __future__ import annotations

import pytest

from tests.extraction.attribution.reading import mentions, named
from timeline.extraction.names._names import RULES
from timeline.model import Source

KNOWN = {
    source.id: source
    for source in (
        Source("harbour", "Harbour Authority", ("HA",)),
        Source("moscow", "Moscow", ("Russia", "the Kremlin")),
        Source("brandt", "Ilse Brandt"),
        Source("danish-navy", "Danish Navy", ("Denmark's navy",)),
        Source("officials", "Officials", group=True),
        Source("dutch-swedish-officials", "Swedish and Dutch officials", group=True),
    )
}
TABLES: dict[str, list[tuple[str, list[str]]]] = {
    "known_source": [
        ("Then the Harbour Authority wrote.", ["Harbour Authority = harbour (organisation)"]),
        ("Then HA wrote and ha fell.", ["HA = harbour (organisation)"]),
        ("Ships of Denmark's navy left.", ["Denmark's navy = danish-navy (organisation)"]),
        ("He read The Moscow Times.", ["Moscow Times = moscow-times (organisation)"]),
        ("It asked Ilse Brandt.", ["Ilse Brandt = brandt (person)"]),
    ],
    "group": [
        (
            "Two unnamed Dutch officials left.",
            ["Two unnamed Dutch officials = dutch-officials (group)"],
        ),
        (
            "It asked Dutch and Swedish officials.",
            ["Dutch and Swedish officials = dutch-swedish-officials (group)"],
        ),
        ("It asked officials.", ["officials = officials (group)"]),
        ("Peruvian troops came.", ["Peruvian troops = peru (people)"]),
        ("It asked military analysts.", ["military analysts = military-analysts (group)"]),
        ("The people left.", []),
    ],
    "country": [
        ("He left Peru.", ["Peru = peru (place)"]),
        ("Peruvians and a Chilean came.", ["Peruvians = peru (people)", "Chilean = chile (place)"]),
        ("He left Lima.", ["Lima = lima (place)"]),
        (
            "He left Russia for the U.S. at dawn.",
            ["Russia = moscow (place)", "U.S. = united-states (place)"],
        ),
        ("It is a turkey.", []),
    ],
    "office": [
        ("It asked Defence Minister Liv Dahl.", ["Liv Dahl = liv-dahl (person)"]),
        ("It asked Lt. Gen. Pavel Horak.", ["Pavel Horak = pavel-horak (person)"]),
        ("It asked General Motors.", ["General Motors = general-motors (organisation)"]),
    ],
    "capitalised": [
        ("It asked Ana Lopez.", ["Ana Lopez = ana-lopez (person)"]),
        (
            "It asked the Ministry of Trade.",
            ["Ministry of Trade = ministry-of-trade (organisation)"],
        ),
        ("He lives in Oakham.", ["Oakham = oakham (place)"]),
        ("He left Kherson province.", ["Kherson = kherson (place)"]),
        ("However, Nothing came.", []),
        (
            "Northrop Grumman CEO Ron Sugar came.",
            [
                "Northrop Grumman = northrop-grumman (organisation)",
                "Ron Sugar = ron-sugar (person)",
            ],
        ),
    ],
}
CASES = [
    pytest.param(text, expected, id=f"{rule}-{number}")
    for rule, table in TABLES.items()
    for number, (text, expected) in enumerate(table, 1)
]


def test_each_rule_has_a_table() -> None:
    assert list(TABLES) == [rule.__name__ for rule in RULES]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_rule(text: str, expected: list[str]) -> None:
    assert named(text, KNOWN) == expected


def test_a_last_name_is_that_of_the_full_name_before() -> None:
    assert [name.id for name in mentions("It asked Ana Lopez. Then Lopez left.")] == [
        "ana-lopez",
        "ana-lopez",
    ]


def test_a_last_name_in_the_headline_is_that_of_the_body() -> None:
    text = "Then Lopez left\n\nIt asked Ana Lopez, a baker of bread, on Monday."
    assert {name.id for name in mentions(text, title="Then Lopez left")} == {"ana-lopez"}


def test_an_acronym_in_brackets_stands_for_the_name() -> None:
    found = mentions("It asked the Grain Control Board (GCB). Then the GCB wrote.")
    assert [name.id for name in found] == ["grain-control-board"] * 3


def test_words_of_one_country_say_so() -> None:
    found = mentions("Moscow and a Russian in Russia asked the Kremlin about Russians.")
    assert {name.country for name in found} == {"russia"}


def test_names_in_a_date_are_none() -> None:
    assert mentions("It came on Monday, March 3.") == ()
