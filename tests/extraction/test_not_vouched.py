"""Nobody is quoted with the opposite of what they say, nor as saying it before they did."""

from __future__ import annotations

import pytest

from timeline import Article
from timeline.extraction import RuleExtractor

READER = RuleExtractor()
ON = "2026-05-20"  # a Wednesday

AGREEING = "accept agree admit acknowledge concede recognise believe think claim say expect".split()
FRAMES = (
    "The firm said it was sad but did not {} that its seats had caused three deaths.",
    'The chairman said: "We do not {} that the seats caused three deaths in March."',
)


def read(text: str, on: str = ON) -> list[tuple[str, str, str, str, str]]:
    """Return stance, date, date of statement, source and words of each claim."""
    article = Article("a", "gazette", on, text=text)
    return [
        (
            str(claim.stance),
            str(claim.occurred),
            str(claim.stated),
            claim.chain[-1],
            claim.text,
        )
        for claim in READER.extract(article).claims
    ]


@pytest.mark.parametrize("verb", AGREEING)
@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_not_agreed_to_is_not_asserted(frame: str, verb: str) -> None:
    for stance, _, _, _, text in read(frame.format(verb)):
        words = text.lower()
        assert stance in {"denies", "withholds"} or "not" in words or "caused" not in words


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Forecasters expect more rain on Friday.", "2026-05-22"),
        ("Analysts expect a rate cut on Thursday.", "2026-05-21"),
        ("The two armies have agreed to a ceasefire from midnight on Saturday.", "2026-05-23/.."),
        ("The bank does not comment until the minutes are published on June 2.", "../2026-06-02"),
    ],
)
def test_what_is_awaited_lies_ahead(text: str, date: str) -> None:
    assert date in {occurred for _, occurred, _, _, _ in read(text)}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The two armies agreed to a ceasefire from Saturday.", "2026-05-16"),
        ("Analysts had expected a rate cut on Thursday.", "2026-05-14"),
    ],
)
def test_what_was_agreed_or_expected_can_be_over(text: str, date: str) -> None:
    assert all(
        occurred in {date, "None"} or "2026-05-2" not in occurred
        for _, occurred, _, _, _ in read(text)
    )


def test_what_is_promised_on_a_day_is_not_of_the_same_day_a_week_later() -> None:
    told = read("Anna Kolb toured the area on Tuesday and promised aid of 5,000 euros each.")
    assert {date for stance, date, *_ in told if stance == "forecasts"} == {"[2026-05-19..]"}


@pytest.mark.parametrize("that", ["that", "which"])
def test_a_forecast_is_not_known_before_it_was_made(that: str) -> None:
    told = read(
        "The bank forecasts growth of 1.1 percent for 2026, down from the 1.6 percent "
        f"{that} it predicted in January. The bank does not comment on votes."
    )
    assert told
    assert {stated for _, _, stated, _, _ in told} == {"None"}


def test_who_opens_a_paragraph_is_he_two_sentences_later() -> None:
    told = read(
        "Judge Howard Pine dissented. The evidence was weak, he wrote.\n\n"
        "Daniel Rusk was found guilty in November 2022. He was jailed in February 2023. "
        "He has always denied taking bribes."
    )
    assert ("denies", "daniel-rusk") in {(stance, source) for stance, _, _, source, _ in told}


@pytest.mark.parametrize("heard", ["jurors", "the jury", "reporters", "colleagues", "readers"])
def test_who_is_told_does_not_hide_who_tells(heard: str) -> None:
    [(_, _, _, source, _)] = read(f"Kessler told {heard} that he had paid Rusk in 2018.")
    assert source == "kessler"


@pytest.mark.parametrize("why", ["because they were not authorised", "as they weren't allowed"])
def test_why_a_source_is_not_named_is_no_news(why: str) -> None:
    told = read(f"Talks will resume on Monday, officials said {why} to speak publicly.")
    assert [text for *_, text in told] == ["Talks will resume on Monday."]
