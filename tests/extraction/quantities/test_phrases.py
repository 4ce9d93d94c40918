"""Sentences whose amounts are told in other words than a verb and its object."""

from __future__ import annotations

import pytest

from tests.extraction.quantities.reading import figures

MORE_OF_THE_SAME = [
    (
        "Divers rescued 17 people on Sunday and four on Monday.",
        ["rescued: 17 people", "rescued: 4 people"],
    ),
    (
        "The quarry produced 4,000 tonnes in May and 3,500 in June.",
        ["tonnes produced: 4,000 tonnes", "tonnes produced: 3,500 tonnes"],
    ),
    ("They closed 12 mills in Leeds, where 40 in all were shut.", ["mills closed: 12 mills"]),
    (
        "She said 860 firefighters were on the lines, with another 200 due by Sunday.",
        ["deployed: 860 people", "deployed: 200 people"],
    ),
    (
        "At least 40 people were killed and another 30 were hurt.",
        ["killed: at least 40 people", "wounded: 30 people"],
    ),
    (
        "Stocks fell to 2 million tonnes. A year before, it had been 3.4 million tonnes.",
        ["stocks: 2,000,000 tonnes", "stocks: 3,400,000 tonnes"],
    ),
    ("The firm sold 300 carts and 40 old ones.", ["carts sold: 300 carts", "carts sold: 40 carts"]),
    (
        "The blast killed 14 clerks, about a third of them women.",
        ["clerks killed: 14 people", "women: about 33 to 34 percent"],
    ),
    (
        "It expects a profit of $290m, down from the $380m it had forecast.",
        ["profit: 290,000,000 USD", "profit: 380,000,000 USD"],
    ),
    (
        "Arrivals rose to 3,200, up from a daily average of around 700.",
        ["arrivals: 3,200 arrivals", "arrivals: about 700 arrivals"],
    ),
    (
        "Oak's shares fell 4 percent, while Elm's gained 2 percent.",
        ["share fall: 4 percent", "share rise: 2 percent"],
    ),
]
WORTH = [
    (
        "It sold the mill for $2bn, compared with the $3bn it paid.",
        ["price: 2,000,000,000 USD", "price: 3,000,000,000 USD"],
    ),
    ("A contract worth $2bn was signed.", ["deal: 2,000,000,000 USD"]),
    (
        "A rescue package worth up to 40 million euros was agreed.",
        ["package: at most 40,000,000 EUR"],
    ),
    ("The bank is worth $4bn.", ["worth: 4,000,000,000 USD"]),
    (
        "The share lost 9 percent to 14.85 euros.",
        ["share fall: 9 percent", "share price: 14.85 EUR"],
    ),
    ("The bank lost 9 million euros.", ["loss: 9,000,000 EUR"]),
    ("It expects shipments of 3 million tonnes.", ["shipments: 3,000,000 tonnes"]),
    ("It expects shipments of 3 million tonnes of barley.", ["barley delivered: 3,000,000 tonnes"]),
    ("Output will be raised to 4 million tonnes.", ["output: 4,000,000 tonnes"]),
]
DEEDS = [
    ("The plan foresees the closure of 12 mills.", ["mills closed: 12 mills"]),
    ("Police told of the seizure of 200 rifles.", ["rifles seized: 200 rifles"]),
    ("The opening of the mill was seen by 200 guests.", ["guests: 200 people"]),
    ("Affected are 41 schools.", ["schools affected: 41 schools"]),
    ("Injured in the crash were 12 bakers.", ["bakers wounded: 12 people"]),
    ("He signed over 40 bills.", ["bills signed: at least 40 bills"]),
    ("Among those arrested were two tailors.", ["tailors arrested: 2 people"]),
    ("The judge handed over three agents.", ["agents released: 3 people"]),
    ("The party won over 300 seats.", ["seats: at least 300 seats"]),
    (
        "Raiders fired 30 shots and 12 missiles.",
        ["shots fired: 30 shots", "missiles launched: 12 missiles"],
    ),
    ("About 300 people work at the mill.", ["employees: about 300 people"]),
]
OF_THEM = [
    (
        "The court heard of 17 thefts. Eleven of them were solved.",
        ["thefts: 17 thefts", "thefts solved: 11 of 17 thefts"],
    ),
    (
        "Police arrested 40 men. Twelve of them were charged.",
        ["arrested: 40 people", "charged: 12 of 40 people"],
    ),
    (
        "Police arrested 40 men. It rained. Twelve of them were charged.",
        ["arrested: 40 people", "charged: 12 people"],
    ),
    (
        "Police arrested four men. Twelve of them were charged.",
        ["arrested: 4 people", "charged: 12 people"],
    ),
    ("One of the Danes is Ida Holm, who was arrested.", []),
    ("One of the Danes was arrested.", ["arrested: 1 people"]),
]
NAMES = [
    ("The hospital admitted 212 patients.", ["hospitalised: 212 people"]),
    ("The guild admitted 212 weavers.", ["weavers: 212 people"]),
    ("The club was docked nine points.", ["points docked: 9 points"]),
    ("The club won by nine points.", []),
    ("Thieves stole 400 patient records.", ["patient records stolen: 400 records"]),
    (
        "Some 30 government buildings were burned.",
        ["government buildings burned: about 30 buildings"],
    ),
    ("Some 30 national banners were burned.", ["banners burned: about 30 banners"]),
    ("Four aid workers were arrested.", ["aid workers arrested: 4 people"]),
    ("Four foreign workers were arrested.", ["workers arrested: 4 people"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*MORE_OF_THE_SAME, *WORTH, *DEEDS, *OF_THEM, *NAMES]
)
def test_a_phrase_is_read(text: str, expected: list[str]) -> None:
    assert figures(text) == expected
