"""What a number is in: hundredths of a money, shared moneys, and the unit of its neighbour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.quantities.reading import figure, figures
from timeline.extraction.english._numbers_shared import SHARED

MILLIONS = st.integers(20, 900)


@given(st.integers(1, 999))
def test_a_hundred_pence_are_a_pound(pence: int) -> None:
    said = figure(f"The bishop demanded {pence} pence.")
    assert (said.low, said.unit) == (pence / 100, "GBP")
    assert figure(f"The bishop demanded {pence}p.").low == pence / 100


@given(MILLIONS, MILLIONS)
def test_a_bare_number_is_in_the_money_that_it_is_compared_with(now: int, then: int) -> None:
    expected = [f"debt: {now * 10**6:,} EUR", f"debt: {then * 10**6:,} EUR"]
    opening = f"Debt stood at {now} million euros, "
    assert figures(f"{opening}up from {then} million a year earlier.") == expected
    assert figures(f"{opening}compared with {then} million a year earlier.") == expected
    assert figures(f"{opening}down from {then}.") == expected


@given(MILLIONS, MILLIONS)
def test_from_and_to_share_their_unit(then: int, now: int) -> None:
    expected = [f"profit: {then * 10**6:,} EUR", f"profit: {now * 10**6:,} EUR"]
    assert figures(f"Profit rose from {then} to {now} million euros.") == expected


@given(st.integers(13, 299))
def test_what_is_compared_and_counts_something_else_has_no_money(people: int) -> None:
    found = figures(f"Debt rose to 300 million euros from {people} people.")
    assert [one for one in found if one.endswith("EUR")] == ["debt: 300,000,000 EUR"]


@pytest.mark.parametrize(
    ("place", "name", "code"),
    [
        ("Karachi", "rupees", "PKR"),
        ("Kathmandu", "rupees", "NPR"),
        ("Mumbai", "rupees", "INR"),
        ("Manila", "pesos", "PHP"),
        ("Buenos Aires", "pesos", "ARS"),
        ("Cairo", "pounds", "EGP"),
        ("Kampala", "shillings", "UGX"),
        ("Baghdad", "dinars", "IQD"),
        ("Copenhagen", "kroner", "DKK"),
        ("Bamako", "francs", "XOF"),
        ("Minsk", "roubles", "BYN"),
    ],
)
def test_a_shared_money_is_that_of_the_country_told_of(place: str, name: str, code: str) -> None:
    text = f"{place} is calm. The mayor of {place} was fined 40,000 {name}."
    assert figures(text) == [f"fine: 40,000 {code}"]


def test_a_money_that_is_once_given_its_country_is_that_countrys() -> None:
    text = "Rwanda and Burundi met in Goma. Burundi's franc fell. He was fined 40,000 francs."
    assert figures(text) == ["fine: 40,000 BIF"]


def test_a_money_that_can_be_of_several_countries_keeps_its_plain_name() -> None:
    text = "Rwanda and Burundi met in Goma. The mayor was fined 40,000 francs."
    assert figures(text) == ["fine: 40,000 francs"]
    assert figures(f"{text} Switzerland watched.") == ["fine: 40,000 CHF"]


def test_dollars_are_of_a_country_that_the_story_begins_in() -> None:
    passing = "A sample was opened in Montreal. Spain plays Canada in May."
    fine = "The player was fined $40,000."
    assert figures(f"{fine} {passing}") == ["fine: 40,000 CAD"]
    head = "The tribunal in Madrid met for a third day, and heard a doctor. " * 12
    assert figures(f"{head}{fine} {passing}") == ["fine: 40,000 USD"]


@pytest.mark.parametrize("code", SHARED)
def test_a_shared_money_without_a_country_is_that_of_the_largest(code: str) -> None:
    names = {
        "INR": "rupees", "MXN": "pesos", "GBP": "pounds", "CHF": "francs", "NOK": "kroner",
        "KES": "shillings", "IQD": "dinars", "SAR": "riyals", "IRR": "rials", "AED": "dirhams",
        "TRY": "lira", "RUB": "roubles", "PHP": "pesos",
    }  # fmt: skip
    sum_ = "P40,000" if code == "PHP" else f"40,000 {names[code]}"
    assert figures(f"The mayor was fined {sum_}.") == [f"fine: 40,000 {code}"]


def test_a_letter_before_a_sum_is_a_money_and_before_a_number_is_not() -> None:
    assert figures("The mayor was fined P2.4 million.") == ["fine: 2,400,000 PHP"]
    botswana = "Gaborone is calm. The mayor of Gaborone was fined P40,000."
    assert figures(botswana) == ["fine: 40,000 BWP"]
    assert figures("The mayor was fined for parking on P40 and P7.") == []


@given(MILLIONS)
def test_pounds_of_a_stuff_weigh_and_pounds_of_debt_do_not(number: int) -> None:
    assert figures(f"On Monday {number} pounds of ammonia leaked.") == [
        f"ammonia leaked: {number} pounds"
    ]
    assert figures(f"It has {number} million pounds of debt.") == [f"debt: {number * 10**6:,} GBP"]


@given(st.integers(1, 40), st.integers(41, 90))
def test_a_range_can_have_its_unit_twice(low: int, high: int) -> None:
    expected = [f"barns burned: {low} to {high} percent"]
    assert figures(f"Between {low}% and {high}% of the barns were burned.") == expected
    assert figures(f"Between {low} and {high} percent of the barns were burned.") == expected


def test_a_money_with_its_country_stays_its_own() -> None:
    text = "Cairo is calm. The mayor of Cairo was fined 40,000 Lebanese pounds and £300."
    assert figures(text)[0] == "fine: 40,000 LBP"


@given(st.integers(2, 99), st.sampled_from(["GB", "TB"]))
def test_data_have_the_unit_that_they_are_told_in(size: int, unit: str) -> None:
    assert figures(f"They hid {size}{unit} of files.") == [f"data hidden: {size} {unit}"]
    assert figures(f"The phone has {size} {unit} of memory.") == []


def test_an_age_is_no_figure_behind_a_word_for_somebody() -> None:
    assert figures("The captain, 52, had slept.") == []
    assert figures("The builder (45) was there.") == []
