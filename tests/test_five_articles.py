"""The five articles: every cell of what was known when, on both clocks, and their figures."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline import Clock, Status, Timeline, When
from timeline.dates import Certainty
from timeline.model import Article, ArticlePublished, Attribution, Claim, ClaimLinked, ClaimStated
from timeline.projections import Outcome

if TYPE_CHECKING:
    from timeline.queries import Fact

FIXTURES = Path(__file__).parent.parent / "fixtures"


@pytest.fixture(scope="module")
def five() -> Timeline:
    return Timeline.read(FIXTURES / "streams")


def cells(clock: str) -> list[tuple[str, str, str]]:
    with (FIXTURES / "known" / f"{clock}.csv").open(encoding="utf-8") as file:
        return [
            (row["fact"], date, cell)
            for row in csv.DictReader(file)
            for date, cell in row.items()
            if date != "fact"
        ]


def word(fact: Fact | None) -> str:
    """Write a fact as the tables do: its status, and in brackets what is only possibly known."""
    if fact is None:
        return ""
    if not fact.certain:
        return f"({fact.status})"
    if fact.possibly is None or fact.possibly.status is fact.status:
        return str(fact.status)
    return f"{fact.status} ({fact.possibly.status})"


@pytest.mark.parametrize("clock", [str(clock) for clock in Clock])
def test_every_cell_of_what_was_known(five: Timeline, clock: str) -> None:
    table = cells(clock)
    known = {date: five.known(date, clock=clock) for date in {date for _, date, _ in table}}
    found = {(fact, date): word(known[date].get(fact)) for fact, date, _ in table}
    assert found == {(fact, date): cell for fact, date, cell in table}
    assert len(table) >= 29 * 5


@pytest.mark.parametrize("clock", [str(clock) for clock in Clock])
def test_the_same_cells_in_the_plain_data(five: Timeline, clock: str) -> None:
    for date in {date for _, date, _ in cells(clock)}:
        plain = five.known(date, clock=clock).to_dict()
        assert isinstance(plain["facts"], list)
        found = {}
        for fact in plain["facts"]:
            status = fact["status"] if fact["certainty"] == "certain" else f"({fact['status']})"
            would = fact["possibly"]
            if would is not None and would["status"] != fact["status"]:
                status += f" ({would['status']})"
            found[fact["fact"]] = status
        expected = {fact: cell for fact, on, cell in cells(clock) if on == date and cell}
        assert {fact: found.get(fact) for fact in expected} == expected


def test_on_january_20_the_day_of_the_capture_is_only_possibly_known(five: Timeline) -> None:
    fact = five.known("2025-01-20")["pow-capture"]
    assert (fact.status, fact.occurred) == (Status.REPORTED, When("[..2025-01-20]"))
    assert fact.possibly is not None
    assert (fact.possibly.status, fact.possibly.occurred) == (
        Status.CORROBORATED,
        When("2025-01-09"),
    )
    assert fact.first_known == When("[2025-01-01..2025-01-20]")
    assert fact.origins == ("zelenskyy",)
    assert five.known("2025-02-07")["pow-capture"].occurred == When("2025-01-09")


def test_the_halt_began_before_it_was_known(five: Timeline) -> None:
    assert "combat-halt" not in five.known("2025-01-20")
    halt = five.known("2025-02-07")["combat-halt"]
    assert halt.occurred is not None
    assert halt.occurred.start.precedes(When("2025-01-20")) is Certainty.CERTAIN
    assert not halt.conflict


def test_no_fact_of_the_five_articles_contradicts_itself(five: Timeline) -> None:
    assert not [fact.id for fact in five.known("2025-04-30").values() if fact.conflict]


def test_the_withdrawal_tells_its_story(five: Timeline) -> None:
    steps = five.history("withdrawal", "2025-04-30").steps
    story = [(str(step.day), str(step.fact.status)) for step in steps]
    assert story[:3] == [
        ("2025-01-30", "reported"),
        ("2025-02-04", "corroborated"),
        ("2025-02-05", "disputed"),
    ]
    assert {status for _, status in story[3:]} == {"disputed"}
    told = [{claim.origin for claim in step.claims} for step in steps]
    assert told[0] == {"ukrainian-us-officials"}
    assert "nis" in told[1]
    assert told[2] == {"budanov"}


def test_ten_articles_that_repeat_the_agency_add_no_origin() -> None:
    copy = Timeline.read(FIXTURES / "streams")
    before = copy.known("2025-02-04")["combat-halt"]
    for number in range(10):
        outlet = f"copy-{number}"
        copy.record(
            ArticlePublished(Article(outlet, outlet, When("2025-02-04"))),
            ClaimStated(Claim(f"{outlet}#1", "confirms", Attribution((outlet, "yonhap", "nis")))),
            ClaimLinked(f"{outlet}#1", "combat-halt"),
        )
    after = copy.known("2025-02-04")["combat-halt"]
    assert len(after.claims) == len(before.claims) + 10
    assert (after.status, set(after.origins)) == (before.status, set(before.origins))


def test_a_report_and_the_source_that_it_names_elsewhere_are_one_origin(five: Timeline) -> None:
    toll = five.known("2025-01-31")["bbc-death-toll"]
    assert {claim.claim.attribution.origin for claim in toll.claims} == {"bbc", "western-sources"}
    assert toll.origins == ("western-sources",)


def test_five_named_events_are_dated_lines_of_the_chronology(five: Timeline) -> None:
    lines = {line.fact: line for line in five.chronology(on="2025-02-07").lines}
    dated = {fact: str(lines[fact].line.occurred) for fact in lines}
    assert dated["putin-visit"] == "2024"
    assert dated["deployment"] == "2024-11"
    assert dated["pow-capture"] == "2025-01-09"
    assert dated["command-post-strike"] == "2025-01-31"
    assert dated["nis-statement"] == "2025-02-04"
    order = [line.fact for line in five.chronology(on="2025-02-07").lines]
    named = ["putin-visit", "deployment", "pow-capture", "command-post-strike", "nis-statement"]
    assert [fact for fact in order if fact in named] == named


def test_the_chronology_of_a_month_holds_what_may_lie_in_it(five: Timeline) -> None:
    january = {line.fact for line in five.chronology("2025-01", on="2025-02-07").lines}
    assert {"pow-capture", "command-post-strike", "combat-halt"} <= january
    assert not {"putin-visit", "nis-statement", "second-wave"} & january


FIGURES = [
    ("casualties", "nis", 3000, None, False, "2025-01-13", "2025-01-13"),
    ("killed", "nis", 300, 300, True, None, "[2025-01-16..2025-01-31]"),
    ("wounded", "nis", 2700, 2700, True, None, "[2025-01-16..2025-01-31]"),
    ("killed", "western-sources", 1000, 1000, True, "[2025-01-11..2025-01-20]", None),
    ("casualties", "western-sources", 4000, 4000, False, "[2025-01-11..2025-01-20]", None),
    ("casualty rate", "western-sources", 36, 36, False, "[2025-01-11..2025-01-20]", None),
    ("casualties", "kovalenko", 5000, 5000, True, "[2025-01-21..2025-01-31]", "2025-02-07"),
    ("casualties", "kovalenko", None, 5000, True, "[2025-01-21..2025-01-31]", "2025-02-07"),
    ("casualty rate", "kovalenko", 40, None, False, "[2025-01-21..2025-01-31]", "2025-02-07"),
    ("brigades destroyed", "zelenskyy", 1, 1, False, "2025-02-02", "2025-02-02"),
    ("officers killed", "zelenskyy", 24, None, True, "2025-01-31", "2025-02-02"),
    ("still active", "budanov", 8000, 8000, True, "2025-02-05", "2025-02-05"),
    ("Russian troops sent to Kursk", "kovalenko", 90000, 90000, False, None, "2025-02-07"),
    ("Russian casualties", "uk-mod", 790000, None, False, "2025-01", None),
    ("deployed", "allied-intelligence", 10000, None, False, None, "2025-02-04"),
    ("captured", "kontur", 2, 2, False, "2025-01-09", "[2025-01-09..2025-02-07]"),
    (
        "wounded, missing or captured", "western-sources", 3000, 3000, True,
        "[2025-01-11..2025-01-20]", "[2025-01-11..2025-01-20]",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "origin", "low", "high", "approximate", "as_of", "stated"), FIGURES
)
def test_figures(  # noqa: PLR0913, PLR0917 - a row of the table
    five: Timeline,
    measure: str,
    origin: str,
    low: int | None,
    high: int | None,
    approximate: bool,  # noqa: FBT001 - as above
    as_of: str | None,
    stated: str | None,
) -> None:
    readings = five.figures("2025-02-07")[measure].by_origin[origin]
    found = [
        (one.figure.low, one.figure.high, one.figure.approximate)
        for one in readings
        if (as_of is None or str(one.figure.as_of) == as_of)
        and (stated is None or str(one.told.stated) == stated)
    ]
    assert (low, high, approximate) in found


def test_one_of_three_brigades(five: Timeline) -> None:
    newest = five.figures("2025-02-02")["brigades destroyed"].newest
    assert newest is not None
    assert newest.figure.quantity == "1 of 3 brigades"


def test_estimates_of_casualties_are_kept_apart_by_origin(five: Timeline) -> None:
    series = five.known("2025-02-07").figures["casualties"]
    assert set(series.by_origin) == {"nis", "western-sources", "kovalenko"}
    assert str(series.range) == "3,000 to 5,000, open on both sides"
    assert five.figures("2025-01-19")["casualties"].range is not None
    assert str(five.figures("2025-01-19")["casualties"].range) == "3,000 or more"


def test_forecasts_fall_due(five: Timeline) -> None:
    def outcomes(on: str) -> dict[str, Outcome]:
        return {one.fact: one.forecast.outcome for one in five.forecasts(on).forecasts}

    assert outcomes("2025-01-20")["rotation-plan"] is Outcome.DUE
    assert outcomes("2025-03-07")["second-wave"] is Outcome.DUE
    assert outcomes("2025-03-08")["second-wave"] is Outcome.OVERDUE
    assert outcomes("2025-04-30")["rotation-plan"] is Outcome.DUE


def test_refusing_presumed_dates_waits_for_publication(five: Timeline) -> None:
    refused = five.known("2025-01-20", refused="presumed")
    assert not refused["kursk-incursion"].certain
    assert refused["kursk-incursion"].first_known == When("[2025-01-16..2025-01-31]")
    later = five.known("2025-02-07", refused=["presumed"])
    assert later["kursk-incursion"].status is Status.CORROBORATED


def test_refusing_publication_leaves_out_what_has_no_other_date(five: Timeline) -> None:
    assert "kovalenko-estimate" in five.known("2025-02-07")
    assert "kovalenko-estimate" not in five.known("2025-02-07", refused=["published"])


def test_an_explanation_quotes_and_names_the_chain(five: Timeline) -> None:
    why = five.explain("withdrawal", "2025-02-06")
    assert ("nyt", "ukrainian-us-officials") in {(one.source, one.had_from) for one in why.handed}
    assert "Budanov" in why.reason
    for claim in why.fact.claims:
        article = FIXTURES / "articles" / f"{claim.claim.article}.md"
        assert claim.claim.evidence is not None
        assert claim.claim.evidence.stands_in(Article.read(article).text or "")


def test_who_had_it_from_whom(five: Timeline) -> None:
    links = {(one.source, one.had_from) for one in five.provenance("2025-02-07")}
    assert {("kontur", "yonhap"), ("yonhap", "nis"), ("ap", "zelenskyy")} <= links
