"""Laws of numbers: each way of writing one reads alike, and each bounding word bounds as told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.quantities.reading import figure, read
from timeline.extraction.english import _bounds as bounds
from timeline.extraction.english import _numbers as english
from timeline.extraction.english._numbers_money import CURRENCY_SIGNS

TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
SMALL = [*english.CARDINALS][:19]


def written(number: int) -> str:
    """Write a number from 1 to 999,999 in words."""
    if number >= 1_000:
        rest = number % 1_000
        return f"{written(number // 1_000)} thousand" + (f" {written(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100 - 1]} hundred" + (f" and {written(rest)}" if rest else "")
    if number >= 20:
        rest = number % 10
        return TENS[number // 10 - 2] + (f"-{SMALL[rest - 1]}" if rest else "")
    return SMALL[number - 1]


@given(st.integers(2, 999_999))
def test_words_mean_what_digits_mean(number: int) -> None:
    said = figure(f"The army said {written(number)} soldiers were killed.")
    assert (said.low, said.high, said.approximate) == (number, number, False)


@given(st.integers(2, 2**63 - 1))
def test_digits_are_read_with_their_commas(number: int) -> None:
    said = figure(f"The army said {number:,} soldiers were killed.")
    assert (said.low, said.high, said.measure, said.unit) == (number, number, "killed", "people")


@given(st.integers(1, 9_999), st.integers(1, 9), st.sampled_from(["million", "billion"]))
def test_scales_are_exact(whole: int, tenth: int, scale: str) -> None:
    # Given a decimal of which a float would have too much or too little
    said = figure(f"It made a profit of ${whole:,}.{tenth} {scale}.")
    # Then the amount is a whole number all the same
    assert said.low == said.high == (10 * whole + tenth) * english.SCALES[scale] // 10
    assert isinstance(said.low, int)


@given(st.integers(13, 999), st.integers(1_000, 9_999), st.sampled_from(["to", "or", "\u2013"]))
def test_ranges_hold_both_ends(low: int, high: int, joint: str) -> None:
    joined = joint if joint == "\u2013" else f" {joint} "
    said = figure(f"The town said {low}{joined}{high:,} houses were destroyed.")
    assert (said.low, said.high) == (low, high)
    between = figure(f"Between {low} and {high:,} houses were destroyed.")
    assert (between.low, between.high) == (low, high)


@pytest.mark.parametrize(("words", "kind"), bounds.BEFORE.items())
def test_words_before_a_number_bound_it(words: str, kind: str) -> None:
    said = figure(f"The army said {words} 3,000 soldiers were killed.")
    assert (said.low, said.high, said.approximate) == {
        bounds.LOW: (3_000, None, False),
        bounds.HIGH: (None, 3_000, False),
        bounds.NEAR: (None, 3_000, True),
        bounds.ABOUT: (3_000, 3_000, True),
        bounds.PLAIN: (3_000, 3_000, False),
    }[kind]


@pytest.mark.parametrize(("words", "kind"), bounds.AFTER.items())
def test_words_after_a_number_bound_it(words: str, kind: str) -> None:
    space = "" if words == "+" else " "
    said = figure(f"The death toll is 3,000{space}{words}.")
    assert (said.low, said.high, said.approximate) == {
        bounds.LOW: (3_000, None, False),
        bounds.HIGH: (None, 3_000, False),
        bounds.ABOUT: (3_000, 3_000, True),
    }[kind]


@pytest.mark.parametrize(("words", "vague"), english.VAGUE.items())
def test_vague_words_promise_what_the_table_says(words: str, vague: english.Vague) -> None:
    of = " of" if words.rpartition(" ")[2].endswith(("s", "le", "ir", "ful")) else ""
    of = "" if words == "several" else of
    said = figure(f"The army said {words}{of} soldiers were killed.")
    assert (said.low, said.high, said.approximate) == (vague.low, vague.high, True)


@pytest.mark.parametrize(("words", "part"), english.FRACTIONS.items())
def test_fractions_are_percent(words: str, part: english.Vague) -> None:
    said = figure(f"The army said {words} of the soldiers were killed.")
    assert (said.low, said.high, said.unit) == (part.low, part.high, "percent")


@given(st.sampled_from([*CURRENCY_SIGNS.items()]), st.integers(1, 999))
def test_signs_give_the_currency(sign: tuple[str, str], number: int) -> None:
    said = figure(f"It reported a loss of {sign[0]}{number}m.")
    assert (said.measure, said.low, said.unit) == ("loss", number * 1_000_000, sign[1])


@pytest.mark.parametrize(
    "text",
    [
        "The F-16, two Su-34s and the 9K720 were seen.",
        "Flight 447 left gate 12 at 18:25.",
        "See chapter 11, page 20 and Article 5.",
        "It happened in 2019.",
        "The 3rd Brigade came second.",
        "John Smith, 45, was sentenced to 12 years in jail.",
        "A 23-year-old man spoke.",
        "The team won 3-1.",
        "The Boeing 787 is faster than the Airbus A380.",
        "It is 20 km away, 300 feet high and 15 degrees cold.",
        "iOS 5 and version 2.0 were released.",
        "Call 555-1234 or write to 10/12 Downing Street.",
        "The talks lasted for three weeks, five hours a day.",
        "1. Begin here.",
        "He was one of those who left, and no one came back.",
        "The two countries signed several treaties.",
        "On January 9 they met for the first time since 1953.",
    ],
)
def test_other_numbers_are_no_quantities(text: str) -> None:
    assert read(text) == ()
