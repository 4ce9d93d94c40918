"""Which day a date is of: of a forecast or of what it foretells, of a clause with "when"."""

from __future__ import annotations

import pytest

from timeline import Article, Claim
from timeline.extraction import RuleExtractor
from timeline.model import Stance

_READER = RuleExtractor()


def _claims(text: str) -> tuple[Claim, ...]:
    return _READER.extract(Article("a", "gazette", "2026-09-11", text=text)).claims


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(one.reading.kind, str(one.occurred)) for one in _claims(text) if one.reading]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The IMF projected in April that growth would reach 3 percent next year.", "2026-04"),
        ("In December the bank forecast growth of 2.9 percent for 2027.", "2025-12"),
        ("The company expected in May to make a loss of 3 million euros.", "2026-05"),
        ("Analysts had predicted in June that prices would fall.", "2026-06"),
        ("The firm had forecast a profit of 2 million euros in December.", "2025-12"),
    ],
)
def test_who_looked_ahead_did_so_on_a_day_gone_by(text: str, said: str) -> None:
    forecast = next(one for one in _claims(text) if one.stance is Stance.FORECASTS)

    assert str(forecast.stated) == said
    assert str(forecast.occurred) != said


@pytest.mark.parametrize(
    "text",
    [
        "The court is expected in May to rule on the merger.",
        "The bridge is supposed to open in June.",
    ],
)
def test_what_is_expected_lies_ahead(text: str) -> None:
    (claim,) = _claims(text)

    assert claim.stance is Stance.FORECASTS
    assert claim.occurred is not None
    assert str(claim.occurred).startswith("2027-")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "It is the deadliest accident since 1999, when five men died in a pit.",
            ("losses", "1999"),
        ),
        (
            "It is the worst fire since March 2014, when a depot burned down.",
            ("accident", "2014-03"),
        ),
        ("The party has ruled since 2010, when it won a landslide.", ("election", "2010")),
        ("He led the firm until 2019, when he was arrested.", ("arrest", "2019")),
    ],
)
def test_a_clause_with_when_is_of_the_date_before_it(text: str, told: tuple[str, str]) -> None:
    assert told in _kinds(text)


def test_who_declines_to_comment_does_so_on_another_day_than_what_was_said_before() -> None:
    said = "The owner, Delph Quarries, said on Tuesday that it had inspected the wall in August."
    disputed = "A union official, Marta Ozola, disputed that."
    *_, silence = _claims(f"{said} {disputed} The company declined to comment on her remarks.")

    assert (silence.stance, silence.stated) == (Stance.WITHHOLDS, None)


def test_silence_in_a_paragraph_of_its_own_has_no_kind() -> None:
    *_, silence = _claims("Prices rose by 3 percent.\n\nMinister Jon Berg declined to comment.")

    assert silence.reading is not None
    assert (silence.stance, silence.reading.kind) == (Stance.WITHHOLDS, "")


def test_it_takes_up_what_begins_and_ends_and_no_other_deed() -> None:
    fined = "The inspectorate fined the quarry 12,000 euros in 2024."
    assert ("verdict", "2026-10") not in _kinds(f"{fined} It was due to return next month.")
    assert ("meeting", "2026-09-11") in _kinds("The talks began in May. They end on Friday.")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("the builders' federation said on Monday", "Builders' federation"),
        ("a spokesman for the farmers' union said", "Farmers' union"),
        ("a spokesman for Norway's central bank said", "Norway's central bank"),
        ("according to a report by the dockers’ union", "Dockers' union"),
    ],
)
def test_a_union_is_named_by_whose_it_is(said: str, name: str) -> None:
    extraction = _READER.extract(
        Article("a", "gazette", "2026-09-11", text=f"Sales dropped by a third, {said}.")
    )
    assert name in [source.name for source in extraction.sources]


@pytest.mark.parametrize(
    "told",
    [
        "the flood had destroyed about 40 houses on 1 September",
        "the rebels had clashed with police in the capital on 1 September",
        "the minister had met with the president of Chad in Paris on 1 September",
        "it had moved 40 people from the flooded town on 1 September",
        "troops had moved into the eastern suburbs on 1 September",
    ],
)
def test_what_had_been_done_has_its_own_day(told: str) -> None:
    assert "2026-09-01" in [day for _, day in _kinds(f"The ministry said {told}.")]


@pytest.mark.parametrize(
    "told",
    [
        "Police have arrested two men over the theft of a van in August.",
        "The court has fined the firm for a spill of oil in August.",
    ],
)
def test_the_day_of_what_something_is_done_for_is_its_first_day(told: str) -> None:
    assert [day for _, day in _kinds(told)] == ["[2026-08-01..2026-09-11]"]
