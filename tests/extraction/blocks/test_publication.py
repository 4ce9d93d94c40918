"""What an undated text implies of its day of publication: the day itself is never left out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.dates import Certainty, When
from timeline.errors import InvalidValue
from timeline.extraction.page._publication import proposed_publication

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "year", "expected"),
    [
        ("Published: 4 May 2023\n\nA bridge fell on Tuesday.", None, "2023-05-04"),
        ("A bridge fell.\n\nUpdated on May 4, 2023 at 10:20", None, "2023-05-04"),
        ("OSLO, May 4 (Reuters) - A bridge fell.", 2023, "[2023-05-04..2023-05-05]"),
        ("![A bridge.](/img/2023/05/04/a.jpg)\nIt fell.", None, "[2023-05-04..2023-05-06]"),
        ("It fell on May 4, the mayor said on Thursday.", 2023, "[2023-05-04..2023-05-10]"),
        ("It fell on May 4, the mayor said on Monday.", 2023, "[2023-05-04..2023-07-03]"),
        ("It fell on May 4. Earlier this month it rained.", 2023, "[2023-05-04..2023-05-31]"),
        ("As of mid-January 40 died. It snowed this month.", 2023, "[2023-01-16..2023-01-31]"),
        ("Earlier in May it rained. Earlier this month it fell.", 2023, "[2023-05-02..2023-05-31]"),
        ("The mayor resigned in May.", 2023, "[2023-05-01..2023-12-31]"),
        ("It fell in August, December and January.", 2023, "[2023-01-01..2023-12-27]"),
        ("It fell on December 30.", 2023, "2023"),
        ("It fell on 4 May 2023.", 2023, "[2023-05-04..2023-12-31]"),
        ("It in 2022. (AP Photo/A)\nIn mid-January it fell.", 2023, "[2023-01-16..2023-03-21]"),
        ("It on 29 November 2022. (AP Photo/A)\nIn mid-January it fell.", None,
         "[2023-01-16..2023-03-21]"),
        ("It on 2 January 2023. (AP Photo/A)\nIn mid-January it fell.", None,
         "[2023-01-16..2023-03-21]"),
        ("Nothing is dated here.", 2023, "2023"),
    ],
)  # fmt: skip
def test_what_words_imply(text: str, year: int | None, expected: str) -> None:
    found = proposed_publication(text, year=year, today=TODAY)

    assert found is not None
    assert str(found.published) == expected
    assert found.evidence


@pytest.mark.parametrize(
    "text",
    [
        "It fell on May 4, the mayor said on Thursday.",
        "Since the war began in February 2014, the bridge has fallen twice.",
        "The towers fell on 11 September 2001. It fell on May 4.",
        "Earlier this month, on May 4, it fell.",
    ],
)
def test_without_a_year_no_date_is_proposed_but_what_is_known_is_said(text: str) -> None:
    found = proposed_publication(text, today=TODAY)

    assert found is not None
    assert found.published is None
    assert "no year is told that must be that of publication" in found.evidence


@pytest.mark.parametrize(
    "text", ["", "A bridge fell.", "They met on Tuesday, and again this month."]
)
def test_nothing_follows_from_nothing(text: str) -> None:
    assert proposed_publication(text, today=TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "The bridge will open on May 14. It fell on May 2.",
        "It fell on May 2. It is to stay shut until June 20.",
        "It fell on May 2. The start, planned for July 3, was put off.",
    ],
)
def test_plans_are_not_the_past(text: str) -> None:
    found = proposed_publication(text, year=2023, today=TODAY)

    assert found is not None
    assert str(found.published) == "[2023-05-02..2023-07-01]"


def test_an_old_picture_does_not_date_the_text() -> None:
    text = "![A bridge.](/img/2019/05/04/a.jpg)\nIt fell on 2 May 2023."

    found = proposed_publication(text, today=TODAY)

    assert found is not None
    assert found.published is None


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("https://example.org/2023/05/04/bridge-falls", "2023-05-04"),
        ("saved/bridge-2023-05-04.txt", "2023-05-04"),
        ("saved/20230504-bridge.txt", "2023-05-04"),
        ("saved/bridge-2023-05.md", "2023-05"),
    ],
)
def test_an_address_can_hold_the_date(location: str, expected: str) -> None:
    found = proposed_publication("A bridge fell.", location=location, today=TODAY)

    assert found is not None
    assert str(found.published) == expected


def test_evidence_names_lines_and_words() -> None:
    text = "Bridge falls\n\nForty were dead as of mid-January.\n\nEarlier this month it snowed."

    found = proposed_publication(text, year=2023, today=TODAY)

    assert found is not None
    assert found.evidence == (
        "line 3: 'mid-January' is past: no earlier than January 16",
        "line 5: 'Earlier this month' beside it: that month, January",
        "the year 2023 was given",
    )


def _told(day: date) -> str:
    return f"{day:%B} {day.day}"


@given(
    published=st.dates(date(1995, 1, 1), TODAY - timedelta(days=1)),
    back=st.integers(0, 6),
    more=st.integers(0, 20),
    with_year=st.booleans(),
    this_month=st.booleans(),
)
def test_the_day_of_publication_is_among_those_proposed(
    *, published: date, back: int, more: int, with_year: bool, this_month: bool
) -> None:
    day, before = published - timedelta(days=back), published - timedelta(days=back + more)
    assume(day.year == published.year)
    assume("February 29" not in {_told(day), _told(before)})
    told = f"{_told(day)}, {day.year}," if with_year else _told(day)
    text = f"It rained on {_told(before)}. The bridge fell on {told} the mayor said."
    if this_month and day.month == published.month:
        text += " Earlier this month it was repaired."

    found = proposed_publication(text, year=published.year, today=TODAY)

    assert found is not None
    assert found.published is not None
    assert When.of(published).lies_within(found.published) is Certainty.CERTAIN


@given(st.text() | st.lists(st.sampled_from(
    ["May 4", "4 May 2023", "mid-January", "Earlier this month", "/2023/05/04/a.jpg", "2023-02-30",
     "February 29", "Tuesday", "said", "will", "by", "in", "\n", "Published:", "31/02/2024", "9999",
     "OSLO, May 4 (AP) --", "December 31, 9999", "1 January 0001", "in 480 BC", "."]
)).map(" ".join), st.text(), st.none() | st.integers(1500, 2999))  # fmt: skip
def test_any_text_is_read_and_nothing_after_today_is_proposed(
    text: str, location: str, year: int | None
) -> None:
    found = proposed_publication(text, location=location, year=year, today=TODAY)

    if found is not None and found.published is not None:
        latest = found.published.latest
        assert latest is not None
        assert latest <= TODAY.toordinal()
        assert found.evidence


def test_a_year_without_news_is_refused() -> None:
    with pytest.raises(InvalidValue, match="year: must be a year from 1500 to 2999"):
        proposed_publication("It fell.", year=1)
