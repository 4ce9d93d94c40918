"""What two clauses of a sentence tell is kept apart: whose word each is, and when that was.

A reader who joins them makes a forecast of what happened, or lets one speak for the other.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Article, Claim
from timeline.extraction import RuleExtractor

_READER = RuleExtractor()  # printed on a Friday
_DEEDS = {
    "signed the treaty on Tuesday": "2025-03-04",
    "dissolved parliament on Wednesday": "2025-03-05",
    "visited Lund on Monday": "2025-03-03",
}
_AHEAD = ["is expected to travel to Oslo", "is expected to resign", "is expected to visit Bergen"]


def _claims(text: str) -> list[Claim]:
    return list(_READER.extract(Article("port-1", "gazette", "2025-03-07", text=text)).claims)


@given(st.sampled_from(sorted(_DEEDS)), st.sampled_from(_AHEAD))
def test_what_was_done_stays_done_beside_what_is_expected(deed: str, ahead: str) -> None:
    done, coming = _claims(f"The president {deed} and {ahead} on Saturday.")

    assert (str(done.stance), str(done.attribution.origin)) == ("asserts", "gazette")
    assert str(done.occurred) == _DEEDS[deed]
    assert (str(coming.stance), str(coming.occurred)) == ("forecasts", "2025-03-08")


OVER = "[..2025-03-07]"
TOLD: dict[str, list[tuple[str, str, str, str | None]]] = {
    "Snow is forecast for the weekend.": [
        ("unnamed-reports", "forecasts", "Snow is forecast", "[2025-03-08..2025-03-09]"),
    ],
    "Norway offered help, and a Swedish team of 12 arrived in Lund on Monday.": [
        ("norway", "asserts", "Norway offered help.", "[..2025-03-07]"),
        ("gazette", "asserts", "A Swedish team of 12 arrived in Lund on Monday.", "2025-03-03"),
    ],
    "Peru demanded an apology, but ten soldiers were killed on Monday.": [
        ("peru", "asserts", "Peru demanded an apology.", "[..2025-03-07]"),
        ("gazette", "asserts", "Ten soldiers were killed on Monday.", "2025-03-03"),
    ],
    "Olsen rejected the claim, but two guards said that a lorry arrived in May.": [
        ("olsen", "denies", "Olsen rejected the claim", None),
        ("guards", "asserts", "A lorry arrived in May.", "2024-05"),
    ],
    "Olsen rejected the claim as a lie, but two guards said that a lorry arrived in May.": [
        ("olsen", "denies", "Olsen rejected the claim as a lie", None),
        ("guards", "asserts", "A lorry arrived in May.", "2024-05"),
    ],
    "The death toll since the war began in February has risen to 300.": [
        ("gazette", "asserts", "The war began in February.", "2025-02"),
        ("gazette", "asserts", "The death toll since the war began in February has risen", OVER),
    ],
    "Guards arrested those who had attacked the camp on Monday.": [
        ("gazette", "asserts", "Guards arrested those who had attacked the camp", OVER),
        ("gazette", "asserts", "Guards arrested those who had attacked the camp", "2025-03-03"),
    ],
    "Police did not arrest the man. Neither had been charged.": [
        ("gazette", "asserts", "Police did not arrest the man.", OVER),
        ("gazette", "asserts", "Neither had been charged.", OVER),
    ],
}


@pytest.mark.parametrize("text", TOLD)
def test_each_clause_tells_its_own(text: str) -> None:
    found = _claims(text)

    assert len(found) == len(TOLD[text])
    for claim, (origin, stance, words, occurred) in zip(found, TOLD[text], strict=True):
        assert (claim.attribution.origin, str(claim.stance)) == (origin, stance)
        assert claim.text.startswith(words)
        assert (None if claim.occurred is None else str(claim.occurred)) == occurred


def test_an_earlier_year_that_is_only_compared_dates_no_statement() -> None:
    text = (
        "Nordbank's revenue fell 8%, the bank reported on Thursday. It lost 23 million euros, "
        "compared with a profit of 5 million a year earlier, and said it would cut jobs by June."
    )

    cut = _claims(text)[-1]

    assert cut.attribution.origin == "nordbank"
    assert str(cut.stated) == "2025-03-06"


@pytest.mark.parametrize("body", ["World Bank", "Red Cross"])
def test_the_opposition_and_a_union_are_not_the_body_that_spoke_last(body: str) -> None:
    text = (
        f"The {body} warned of a famine. The opposition accused the cabinet of hiding it. "
        "The union said that two dockers died on Monday."
    )

    origins = [claim.attribution.origin for claim in _claims(text)]

    assert origins[-2:] == ["opposition", "union"]


def test_the_company_is_the_one_with_which_its_sentence_opens() -> None:
    text = (
        "The company Omnivale, a rival, bid for Brexa on Monday, and Omnivale hired a bank. "
        "Brexa's revenue fell 8% to 612 million euros, the company reported on Thursday."
    )

    [revenue] = [claim for claim in _claims(text) if "revenue" in claim.text and claim.figures]

    assert revenue.attribution.origin == "brexa"


def test_permits_that_expired_are_not_dead() -> None:
    text = "The city sold 300 permits in May, and about 90 of them expired unused."

    measures = {figure.measure for claim in _claims(text) for figure in claim.figures}

    assert "killed" not in measures
