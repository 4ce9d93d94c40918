"""Habits of news around a number: what is read, and what must not be."""

from __future__ import annotations

import pytest

from tests.extraction.quantities.reading import figures

READ = [
    ("Copper rose $12 to $9,310 a tonne.", ["copper rise: 12 USD", "price: 9,310 USD"]),
    ("The shares fell 3 cents to 41 cents.", ["share fall: 0.03 USD", "share price: 0.41 USD"]),
    ("Sterling slipped to $1.29.", ["exchange rate: 1.29 USD"]),
    (
        "The yield on 10-year bonds rose by 12 basis points to 5.04 percent.",
        ["yield rise: 12 basis points", "yield: 5.04 percent"],
    ),
    (
        "She lowered her target price to 330 pence from 395.",
        ["target price: 3.3 GBP", "target price: 3.95 GBP"],
    ),
    (
        "The mill raised its dividend to 45 cents a share from 40.",
        ["dividend: 0.45 USD", "dividend: 0.4 USD"],
    ),
    ("Rents have doubled since May, rising 9 percent in June.", ["rent rise: 9 percent"]),
    ("Its market value shrank by 6 billion euros.", ["market value fall: 6,000,000,000 EUR"]),
    ("The fund's assets fell to $41 billion.", ["assets: 41,000,000,000 USD"]),
    (
        "Wool exports rose to 3 million tonnes, a 12 percent increase.",
        ["wool exports: 3,000,000 tonnes", "wool exports rise: 12 percent"],
    ),
    ("The barge carried 1.3 million passengers, up by 22 percent on 2024.", [
        "passengers carried: 1,300,000 people", "passengers rise: 22 percent"]),
    ("He was paid $4.2 million in bribes.", ["bribes: 4,200,000 USD"]),
    ("The dam was built for 31 million bolivianos.", ["cost: 31,000,000 BOB"]),
    ("It cost 3 million euros. The builder was fined 1.2 million.", [
        "cost: 3,000,000 EUR", "fine: 1,200,000 EUR"]),
    ("Its hull was insured for $21 million.", ["insurance: 21,000,000 USD"]),
    ("A takeover approach worth 2 billion rand was rejected.", ["bid: 2,000,000,000 ZAR"]),
    ("Guides are asking for $4 million.", ["money sought: 4,000,000 USD"]),
    ("The board voted nine to four against the plan.", [
        "against: 9 people", "in favour: 4 people"]),
    ("They rejected it by 58 percent to 42 percent.", [
        "against: 58 percent", "in favour: 42 percent"]),
    ("A ban was signed by 41 of the senators.", ["senators signed: 41 people"]),
    ("Ms Ito won 52.3 percent, against 45.1 percent for Mr Abe.", [
        "share of the vote: 52.3 percent", "share of the vote: 45.1 percent"]),
    ("The party took 112 of the 240 seats, down from 131.", [
        "seats: 112 of 240 seats", "seats: 131 seats"]),
    ("They had 94 cases and seven deaths, down from 120 and 11.", [
        "infected: 94 people", "killed: 7 people", "infected: 120 people"]),
    ("Three in four of the 512 firms would move.", ["firms moved: 3 of 4 firms"]),
    ("Miners recovered 26 bodies. The pit could hold 70 more bodies.", [
        "bodies found: 26 people", "bodies: 70 people"]),
    ("At least five guards embraced martyrdom and 13 others sustained injuries.", [
        "guards killed: at least 5 people", "wounded: 13 people"]),
    ("She lost two grandchildren.", ["grandchildren killed: 2 people"]),
    ("The toll rose to 34 and that of the missing to 57.", [
        "killed: 34 people", "missing: 57 people"]),
    ("The ferry had 96 passengers and five crew members.", [
        "passengers: 96 people", "crew members: 5 people"]),
    ("More than 900 firefighters backed by 12 aircraft battled the blaze.", [
        "deployed: at least 900 people"]),
    ("About 9,400 weavers at three mills walked out.", ["weavers on strike: about 9,400 people"]),
    ("The hold had 3,400 crates, 12 of which fell overboard.", [
        "crates: 3,400 crates", "crates fallen: 12 of 3,400 crates"]),
    ("The river, which on Monday reached 7.8 meters, fell.", ["water level: 7.8 metres"]),
    ("A storm in which 286 millimetres fell passed.", ["rainfall: 286 mm"]),
    ("Plans to build homes, and the work of building 1.5m homes, stopped.", [
        "homes built: 1,500,000 homes"]),
]  # fmt: skip

NOT_READ = [
    "Eleven survivors filed a complaint.",
    "It is 9 percent higher than the first.",
    "Eleven other flights did so that night.",
    "It was bought by a third party.",
    "The fire in building 12 was put out.",
    "A man was there.",
    "It was the second time.",
    "Download it (PDF, 14 MB).",
    "He fell 3 metres.",
    "In the first half of the year it rained.",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_habit_of_news_is_read(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", NOT_READ)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert figures(text) == []
