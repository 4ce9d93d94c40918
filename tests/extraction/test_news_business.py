"""What the news of companies, strikes, prices and recalls says, and what it does not."""

from __future__ import annotations

import pytest

from timeline import Article, Claim
from timeline.extraction import RuleExtractor
from timeline.model import Basis, Stance

_READER = RuleExtractor()


def _claims(text: str) -> tuple[Claim, ...]:
    return _READER.extract(Article("a", "gazette", "2026-09-11", text=text)).claims


@pytest.mark.parametrize(
    "text",
    [
        "The recall covers cars built between 2019 and 2022.",
        "The recall covers WA-20 models sold at Dunmore, Pricewell and online in October 2023.",
        "The inquiry concerns loans issued from 2015 to 2019.",
        "The ban covers vehicles registered before 2011.",
        "The lawsuit involves shares sold in October 2023.",
        "The warning applies to batteries shipped before March 2025.",
    ],
)
def test_nobody_knew_of_a_recall_when_the_cars_were_built(text: str) -> None:
    assert [one.basis for one in _claims(text)] == [Basis.PUBLISHED]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The firm recalled 400 cars on Tuesday.", Basis.PRESUMED),
        ("The company closed two plants between 2019 and 2022.", Basis.BOUNDED),
        ("The strike affected flights on Monday.", Basis.BOUNDED),
    ],
)
def test_what_a_deed_was_dated_by_was_known_then(text: str, basis: Basis) -> None:
    assert [one.basis for one in _claims(text)] == [basis]


@pytest.mark.parametrize(
    "text",
    [
        "The union said 3,400 members would take part in the strike, the third since July.",
        "The company cut 300 jobs, its fourth round of layoffs since 2023.",
        "The walkout, the sixth since October, will last two days.",
        "The airport was shut for a day, the second time since May.",
    ],
)
def test_the_third_since_july_was_not_in_july(text: str) -> None:
    (claim,) = _claims(text)

    assert claim.occurred is not None
    assert not str(claim.occurred).startswith(("2026-07", "2023", "2025-10", "2026-05"))


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("A third of the homes have stood empty since March.", "2026-03/.."),
        ("The second plant has been closed since May.", "2026-05/.."),
        ("A second round of talks has been under way since Monday.", "2026-09-07/.."),
        ("They have lost more than a third since July.", "2026-07/.."),
    ],
)
def test_a_third_may_have_gone_since_july(text: str, occurred: str) -> None:
    assert [str(one.occurred) for one in _claims(text)] == [occurred]


@pytest.mark.parametrize(
    ("text", "occurred"),
    [
        ("A strike on 20 and 21 August stopped 2,100 trains.", "2026-08-20/2026-08-21"),
        ("Talks on Monday and Tuesday ended without a deal.", "2026-09-07/2026-09-08"),
        ("Storms on July 4 and 5 left homes without power.", "2026-07-04/2026-07-05"),
        ("Staff will strike on Friday, Saturday and Sunday.", "2026-09-11/2026-09-13"),
        ("The company expects to run few trains on Monday and Tuesday.", "2026-09-14/2026-09-15"),
        ("Walkouts in May and June cost the firm $3m.", "[2026-05-01..2026-06-30]"),
        ("It rained on Monday and Tuesday brought snow.", "2026-09-07"),
        ("The shop closed on Monday and Tuesday's opening was put off.", "2026-09-07"),
    ],
)
def test_days_told_together_are_one_date(text: str, occurred: str) -> None:
    assert str(_claims(text)[0].occurred) == occurred


@pytest.mark.parametrize(
    "text",
    [
        "The offer is a 12% discount to Tuesday's close.",
        "The price represents a premium of 31% over Thursday's closing price.",
        "Indus will pay 48 euros a share, a 27% premium to Friday's closing price.",
        "The offer values the firm at $2bn, 20% above Friday's market value.",
    ],
)
def test_the_day_of_a_price_before_dates_no_offer(text: str) -> None:
    days = {"2026-09-08", "2026-09-10", "2026-09-11", "2026-09-04"}

    assert days.isdisjoint(str(one.occurred) for one in _claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "The company denied it would close the plant.",
        "The bank denied that it was planning to cut 400 jobs.",
        "The ministry denied that taxes would rise in January.",
        "A spokesman for the company denied that it had refused to discuss rosters.",
        "The ministry denied it had declined to answer questions about the deal.",
        "The airline denied that staff had refused to help passengers.",
    ],
)
def test_a_denial_denies_what_is_to_come_and_what_was_refused(text: str) -> None:
    assert [one.stance for one in _claims(text)] == [Stance.DENIES]


@pytest.mark.parametrize(
    "text",
    [
        "The company refused to say how many jobs would go.",
        "The airline did not say when flights would resume.",
        "The company could not confirm that the flights would resume on Monday.",
        "The firm declined to say whether it would appeal.",
        "The airline refused to comment.",
    ],
)
def test_who_would_not_say_foretells_nothing(text: str) -> None:
    assert [one.stance for one in _claims(text)] == [Stance.WITHHOLDS]


@pytest.mark.parametrize(
    "text",
    [
        "The regulator said the company had refused to hand over documents.",
        "The mayor said the builder had refused to pay for repairs in March.",
        "The bank said it had not refused to comment.",
        "The agency said the batteries can explode.",
        "The charger can overheat, the agency said.",
        "The minister said tenants can now challenge rent rises.",
    ],
)
def test_what_others_refused_and_what_can_be_is_asserted(text: str) -> None:
    assert [one.stance for one in _claims(text)] == [Stance.ASSERTS]


@pytest.mark.parametrize(
    "text",
    [
        "The bank said it can cut rates in November.",
        "The faulty part may cause the engine to stall, the carmaker said.",
        "The union said the plant could close.",
    ],
)
def test_what_may_come_is_a_forecast(text: str) -> None:
    assert [one.stance for one in _claims(text)] == [Stance.FORECASTS]


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        (
            (
                "Nestor Foods closed its plant in May. The company said demand was weak. "
                "The union said 300 jobs would go."
            ),
            ["gazette", "nestor-foods", "union"],
        ),
        (
            (
                "Halden Airways cancelled 40 flights on Monday. The airline blamed fog. "
                "The club said its players were stranded."
            ),
            ["gazette", "halden-airways", "club"],
        ),
        (
            (
                "Nestor Foods closed its plant in May. The company said demand was weak. "
                "The firm said 300 jobs would go."
            ),
            ["gazette", "nestor-foods", "nestor-foods"],
        ),
    ],
)
def test_the_company_is_not_the_union(text: str, origins: list[str]) -> None:
    assert [one.attribution.origin for one in _claims(text)] == origins


def test_a_name_may_end_in_a_plus() -> None:
    claims = _claims("Prices have fallen since April, when OPEC+ said it would raise output.")

    assert [(one.attribution.origin, str(one.stated)) for one in claims[1:]] == [
        ("opec", "2026-04")
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Prices rose 2.9% in August, according to figures published by the statistics office "
            "on Tuesday."
        ),
        (
            "Prices rose 2.9% in August, according to data released on Tuesday by the statistics "
            "office."
        ),
    ],
)
def test_figures_are_known_from_the_day_of_their_release(text: str) -> None:
    claim = _claims(text)[0]

    assert claim.attribution.origin == "statistics-office"
    assert str(claim.occurred) == "2026-08"
    assert str(claim.stated) == "2026-09-08"
