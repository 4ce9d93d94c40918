"""Forms of money, percent, ranges and nouns, each in a sentence."""

from __future__ import annotations

import pytest

from tests.extraction.quantities.reading import figures

MONEY = [
    ("It was fined AU$52.5 million.", "fine: 52,500,000 AUD"),
    ("It was fined SGD1.75-billion.", "fine: 1,750,000,000 SGD"),
    ("It was fined USD$23 billion.", "fine: 23,000,000,000 USD"),
    ("It was fined US $199.", "fine: 199 USD"),
    ("It was fined USD 5 million.", "fine: 5,000,000 USD"),
    ("It was fined RMB 300 million.", "fine: 300,000,000 CNY"),
    ("It was fined 300 RMB.", "fine: 300 CNY"),
    ("It was fined 20\u20ac.", "fine: 20 EUR"),
    ("It was fined 900 million yuan.", "fine: 900,000,000 CNY"),
    ("It was fined 9.9 billion won.", "fine: 9,900,000,000 KRW"),
    ("It was fined 40 million U.S. dollars.", "fine: 40,000,000 USD"),
    ("It was fined a few hundred million dollars.", "fine: about 300,000,000 or more USD"),
    ("It was fined millions of dollars.", "fine: about 2,000,000 or more USD"),
    ("It was fined between $12 million and $20 million.", "fine: 12,000,000 to 20,000,000 USD"),
    ("It was fined $3 to 5 million.", "fine: 3,000,000 to 5,000,000 USD"),
    ("It was fined $7 bn (over 6 billion euros).", "fine: 7,000,000,000 USD"),
    ("A $40 billion (20 billion pounds) contract was signed.", "deal: 40,000,000,000 USD"),
    ("It was fined \u00a34.6million.", "fine: 4,600,000 GBP"),
    ("It was fined R31bn.", "fine: 31,000,000,000 ZAR"),
    ("It was fined R1.4 billion.", "fine: 1,400,000,000 ZAR"),
    ("It was fined N500bn.", "fine: 500,000,000,000 NGN"),
    ("It was fined Sh555 million.", "fine: 555,000,000 KES"),
    ("Its shares closed at R64.20.", "share price: 64.2 ZAR"),
    ("It was fined $3m in Perth, Canberra and Sydney.", "fine: 3,000,000 AUD"),
    ("A Canadian court in Toronto fined it $3m.", "fine: 3,000,000 CAD"),
    ("A Canadian court in Toronto fined it $3m (A$3.3m).", "fine: 3,000,000 USD"),
    ("A Canadian court in Toronto fined the US firm $3m.", "fine: 3,000,000 USD"),
    ("A court in Toronto fined it $3m.", "fine: 3,000,000 USD"),
    ("It won in court; a loss of $9 million was feared.", "loss: 9,000,000 USD"),
]
PERCENT = [
    ("Turnout was 61 per cent.", "turnout: 61 percent"),
    ("Turnout was allegedly 61 pct.", "turnout: 61 percent"),
    ("Turnout rose 3 percentage points.", "turnout rise: 3 percentage points"),
    ("Turnout rose 3 per cent points.", "turnout rise: 3 percentage points"),
    ("Turnout fell by 3% points.", "turnout fall: 3 percentage points"),
    ("Inflation will be 15-20%.", "inflation: 15 to 20 percent"),
    ("Casualties made up 30% of deaths.", "deaths: 30 percent"),
    ("Women make up 20 to 25 percent of them.", "women: 20 to 25 percent"),
]
COUNTS = [
    ("It will create 2 to 3 million jobs.", "jobs created: 2,000,000 to 3,000,000 jobs"),
    ("It will create five or six thousand jobs.", "jobs created: 5,000 to 6,000 jobs"),
    ("It will create twenty five jobs.", "jobs created: 25 jobs"),
    ("They saw a 3-million-strong crowd.", "crowd size: 3,000,000 people"),
    ("They saw a two hundred-strong detachment.", "deployed: 200 people"),
    ("One Greek was wounded.", "wounded: 1 people"),
    ("One badly hurt Greek soldier was rescued.", "wounded: 1 people"),
    ("The rebels killed 20 and wounded 30.", "killed: 20 people"),
    ("Some 20 soldiers were killed and 30 wounded.", "killed: about 20 people"),
    ('They freed 20 "political" prisoners.', "prisoners released: 20 people"),
    ("Of almost 500 Greek casualties, two were captured.", "casualties: about 500 or fewer people"),
    ("Of the 500 casualties, two were captured.", "casualties: 500 people"),
    ("One of the two sailors who were missing has been rescued.", "sailors rescued: 1 of 2 people"),
    ("One of the two sailors whom they had found was wounded.", "sailors wounded: 1 of 2 people"),
    ("Some 40 sailors, who had left by boat, were rescued.", "sailors rescued: about 40 people"),
    ("Russia suffered more than 700 casualties.", "casualties: at least 700 people"),
    ("About 300 South Korean marines were injured.", "marines wounded: about 300 people"),
    ("Rescuers saved 30 lives.", "rescued: 30 people"),
]
NONE = [
    "Three won the match.",
    "It ran 100m.",
    "A 20-year-old and a 5-litre engine were seen.",
    "The year was '11.",
    "No. 10 said so.",
    "A man was killed 20 miles away.",
    "It has 0.5 of it.",
    "The N7 passes unit R2 and mast N95.",
    "It took 007 and 1,2,3.",
    "One that was killed is enough.",
    "It was half the price.",
    "It was seen at 18:25 and 24/7.",
    "He spent half of the year abroad.",
]


@pytest.mark.parametrize(("text", "expected"), [*MONEY, *PERCENT, *COUNTS])
def test_a_form_is_read(text: str, expected: str) -> None:
    found = figures(text)
    assert found[:1] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_a_form_of_something_else_is_left(text: str) -> None:
    assert figures(text) == []
