"""Descriptions that point back to who was named, and papers that others told of."""

from __future__ import annotations

import pytest

from tests.extraction.attribution.reading import said

POINTED: list[tuple[str, list[str]]] = [
    (
        "Northern Air flew in May. Embolt made the engines. The airline has not responded.",
        ["northern-air withholds: "],
    ),
    (
        "Ines Sala won in May. The 29-year-old said on Monday that she would retire.",
        ["ines-sala asserts [2025-02-03]: she would retire"],
    ),
    (
        "Ines Sala won in May. The runner said on Monday that she would retire.",
        ["ines-sala asserts [2025-02-03]: she would retire"],
    ),
    (
        "Ines Sala won in May. The coroner said the race was fair.",
        ["coroner asserts: the race was fair"],
    ),
    (
        "Vice minister Paul Novak declared that it rained. According to the official, 40 fled.",
        ["paul-novak asserts: it rained", "paul-novak asserts: 40 fled"],
    ),
    (
        "Guards seized a Belgian. His lawyer said the guards had the wrong man.",
        ["lawyer asserts: the guards had the wrong man"],
    ),
    (
        "Public Relations Command said two posts fell. The army's media wing said a third held.",
        [
            "public-relations-command asserts: two posts fell",
            "public-relations-command asserts: a third held",
        ],
    ),
    (
        "Arbor bid again in May. An Arbor representative declined to comment.",
        ["arbor withholds: "],
    ),
    (
        '"We lost two boats," thundered Anna Berg.',
        ["anna-berg asserts: We lost two boats"],
    ),
    (
        'The storm posed "serious risks" to ships.',
        [],
    ),
    (
        "A report by the harbour board said the pier was rotten. The report says two beams broke.",
        ["harbour-board asserts: the pier was rotten", "harbour-board asserts: two beams broke"],
    ),
    (
        "Peru shut a pit. It was wet, according to a tally which the country's navy published.",
        ["peru-navy estimates: It was wet"],
    ),
    (
        "A miner whom we call Sara said the pit was wet.",
        ["sara asserts: the pit was wet"],
    ),
    (
        "It fell, the people said, one of whom thought it unlikely that it would rise.",
        [
            "people asserts: It fell",
            "people asserts: it unlikely that it would rise",
        ],
    ),
    (
        "The board said the firm must make a firm offer by Monday.",
        ["board asserts: the firm must make a firm offer by Monday"],
    ),
    (
        "“You lie,” Anna Berg told the PM on Monday.",
        ["anna-berg asserts [2025-02-03]: You lie"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), POINTED, ids=[text[:40] for text, _ in POINTED])
def test_a_description_is_read_as_whom_it_points_to(text: str, expected: list[str]) -> None:
    assert said(text) == expected
