"""TimelineJS3: slides that claim no more than is known, and its spreadsheet as an article."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.conftest import AS_OF, store_of, taken_in, written
from tests.formats.hostile import hostile
from timeline import Article, Claim, Evidence, When
from timeline.errors import InvalidInput, InvalidValue
from timeline.formats import export
from timeline.formats._format import Contents
from timeline.model import (
    ArticlePublished,
    AsOf,
    ClaimLinked,
    ClaimStated,
)
from timeline.queries import Engine, Knowledge
from timeline.testing import newsrooms, whens

if TYPE_CHECKING:
    from timeline.formats import LossReport
    from timeline.store import EventStore
    from timeline.testing import Newsroom


def slides(store: EventStore, as_of: AsOf = AS_OF) -> tuple[list[dict[str, Any]], LossReport]:
    out = written(store, "timelinejs", as_of)
    return orjson.loads(out.data)["events"], out.report


def of_dates(*dates: When | str | None) -> EventStore:
    """Return a collection of one fact for each date, told in order."""
    claims = [
        ClaimStated(Claim(f"one#{n}", "asserts", "daily", occurred=date))
        for n, date in enumerate(dates, start=1)
    ]
    links = [ClaimLinked(f"one#{n}", f"fact-{n}") for n in range(1, len(dates) + 1)]
    return store_of([ArticlePublished(Article("one", "daily", "2025-01-01")), *claims, *links])


# ---- Slides --------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(newsrooms())
def test_every_dated_fact_is_a_slide_and_no_other(room: Newsroom) -> None:
    store = store_of(room.events)

    shown, report = slides(store)

    facts = Knowledge(Engine(store), AS_OF).facts()
    dated = [fact.id for fact in facts if fact.occurred is not None]
    left_out = sum(loss.count for loss in report.losses if loss.what.startswith("left out"))
    assert {slide["unique_id"] for slide in shown} <= set(dated)
    assert report.count == len(shown)
    assert len(dated) - len(shown) <= left_out


def day_of(date: dict[str, int]) -> When:
    """Return the date of a slide, as coarse as it is."""
    parts = (
        f"{date['year']:04}",
        *(f"{date[name]:02}" for name in ("month", "day") if name in date),
    )
    return When("-".join(parts))


@settings(max_examples=200, deadline=None)
@given(whens())
def test_a_slide_spans_no_day_that_its_fact_cannot_touch(when: When) -> None:
    shown, report = slides(of_dates(when))
    if not shown:
        assert when.earliest is when.latest is None or "too far away" in str(report)
        return
    [slide] = shown
    start, end = day_of(slide["start_date"]), slide.get("end_date")

    assert start.earliest == (when.latest if when.earliest is None else when.earliest)
    last = start if end is None else day_of(end)
    assert when.latest is None or last.latest == when.latest
    exact = when.earliest == when.latest and not when.is_approximate and not when.is_uncertain
    assert ("display_date" in slide) is not exact


def test_dates_are_as_coarse_as_they_are_known() -> None:
    shown, report = slides(
        of_dates(
            "2025-01-09",
            "2024-11",
            "2024",
            "[2025-01-11..2025-01-20]",
            "2025-01-15~/..",
            "[..2025-01-20]",
            None,
            "[..]",
            "2025-01-09T10:00:00Z",
            "Y-300000",
        )
    )

    by_id = {slide["unique_id"]: slide for slide in shown}
    assert by_id["fact-1"]["start_date"] == {"year": 2025, "month": 1, "day": 9}
    assert "display_date" not in by_id["fact-1"]
    assert by_id["fact-2"]["start_date"] == {"year": 2024, "month": 11}
    assert by_id["fact-3"]["start_date"] == {"year": 2024}
    assert by_id["fact-4"]["end_date"] == {"year": 2025, "month": 1, "day": 20}
    assert by_id["fact-4"]["display_date"] == "between 2025-01-11 and 2025-01-20"
    assert "end_date" not in by_id["fact-5"]
    assert by_id["fact-5"]["display_date"] == "from about 2025-01-15 on"
    assert by_id["fact-6"]["display_date"] == "2025-01-20 or before"
    assert {str(loss) for loss in report.losses} == {
        "left out, as a slide has room for one quote: 7 claims (one#1, one#2, one#3, ...)",
        "drawn as a span of all its possible days: 1 fact (fact-4)",
        "without an end, as that is open: 1 fact (fact-5)",
        "placed at its last possible day, as the first is open: 1 fact (fact-6)",
        "left out, as nobody dates it: 1 fact (fact-7)",
        "left out, as its date has no bounds: 1 fact (fact-8)",
        "without its time of day: 1 fact (fact-9)",
        "left out, as its date is too far away: 1 fact (fact-10)",
    }


def test_a_slide_tells_who_says_so_in_which_words(five: EventStore) -> None:
    shown, _ = slides(five)

    slide = next(slide for slide in shown if slide["unique_id"] == "kursk-incursion")
    assert slide["group"] == "corroborated"
    assert "Corroborated, on the word of" in slide["text"]["text"]
    assert "Kind: offensive" in slide["text"]["text"]
    assert {one["group"] for one in shown} >= {"disputed", "forecast", "reported"}
    assert slide["media"]["url"].startswith("<blockquote>")
    assert slide["media"]["credit"]


def test_what_nobody_dates_shows_nothing_and_says_so() -> None:
    shown, report = slides(of_dates(None))

    assert shown == []
    assert "nothing is shown, as no fact has a date" in str(report)


def test_words_for_dates_can_be_handed_in() -> None:
    file = io.BytesIO()
    contents = Contents(Engine(of_dates("2024-11")), AS_OF, words=lambda when: f"<{when}>")

    export(contents, file, "timelinejs")

    assert orjson.loads(file.getvalue())["events"][0]["display_date"] == "\u20392024-11\u203a"


def test_hostile_words_are_inert() -> None:
    out = written(store_of(hostile()), "timelinejs")

    plain = orjson.loads(out.data)
    assert b"<" not in out.data  # so that it can stand inside a script element
    assert "javascript:" not in str([slide["media"]["caption"] for slide in plain["events"]])
    for slide in plain["events"]:
        assert not set(slide["group"] + slide.get("display_date", "")) & set("<>&")
        assert "<script" not in str(slide)
        assert "<img" not in str(slide)
        assert "\u202e" not in str(slide)
        quote = slide["media"]["url"].removesuffix("</blockquote>")
        assert "/" not in quote
        assert "spotify" not in quote
        assert len(slide["text"]["headline"]) < 2_000
    assert "cut behind 200 characters: 1 headline (fact-5)" in str(out.report)
    assert "without a link, as its address is none of the web" in str(out.report)


def test_a_slide_links_to_the_article() -> None:
    url, words = "https://e.org/?a=1&b=2", Evidence("Two", 0, 3)
    article = Article("one", "daily", "2025-01-01", title="A & B", text="Two fell.", url=url)
    claim = Claim("one#1", "asserts", "daily", occurred="2025-01-01", evidence=words)
    store = store_of([ArticlePublished(article), ClaimStated(claim)])

    [slide], _ = slides(store)

    link = '<a href="https://e.org/?a=1&amp;b=2">A &amp; B</a>'
    assert slide["media"] == {
        "url": "<blockquote>Two</blockquote>",
        "caption": link,
        "credit": "daily",
    }


def test_it_cannot_be_read() -> None:
    with pytest.raises(InvalidValue, match="one that can be read"):
        taken_in(b"{}", "timelinejs")


# ---- The spreadsheet -----------------------------------------------------------------------

HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,"
    "Display Date,Headline,Text,Media,Type,Group"
)
ARTICLE = Article("chronicle", "museum", "2020-05-01", title="A chronicle")


def sheet(*rows: str) -> bytes:
    return "\r\n".join([HEADER, *rows, ""]).encode()


def claims_of(data: bytes) -> tuple[list[Claim], LossReport]:
    store, taken = taken_in(data, "timelinejs-csv", article=ARTICLE)
    told = [record.event for record in store.read("chronicle")]
    published = told[0]
    assert isinstance(published, ArticlePublished)
    claims = [event.claim for event in told if isinstance(event, ClaimStated)]
    for claim in claims:
        assert claim.evidence is not None
        assert published.article.text is not None
        assert claim.evidence.stands_in(published.article.text)
    return claims, taken.report


def test_each_row_becomes_a_claim_of_the_article() -> None:
    claims, report = claims_of(
        sheet(
            ",,,,,,,,,The title,About it,,title,",
            "1900,,,,1950,,,,,An era,,,era,",
            '"1,969",7,20,,,,,,,<b>A landing</b>,It <i>landed</i>.<br>All &amp; well.,,,space',
            "1914,,,,1918,11,11,,,A war,,,,",
            "-43,3,15,,,,,,the Ides,A murder,,,,",
            ",,,,,,,,,Undated,,,,",
            "2001,,,,2001,,,,,A year,,,,",
            ",,,,,,,,,,,,,",
        )
    )

    assert [(claim.text, str(claim.occurred)) for claim in claims] == [
        ("A landing", "1969-07-20"),
        ("A war", "1914/1918-11-11"),
        ("A murder", "-0043-03-15"),
        ("Undated", "None"),
        ("A year", "2001"),
    ]
    assert claims[0].evidence is not None
    assert claims[0].evidence.exact == "A landing\n\nIt landed. All & well."
    assert {str(loss) for loss in report.losses} == {
        "left out, as it is of the type 'title': 1 row (row 2)",
        "left out, as it is of the type 'era': 1 row (row 3)",
        "left out: what stands under 'Group': 1 cell (space)",
        "left out: what stands under 'Display Date': 1 cell (the Ides)",
    }


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28))
def test_dates_come_back_as_fine_as_they_are(year: int, month: int, day: int) -> None:
    claims, _ = claims_of(
        sheet(
            f"{year},{month},{day},,,,,,,One,,,,",
            f"{year},{month},,,,,,,,Two,,,,",
            f"{year},,,,,,,,,Three,,,,",
        )
    )

    sign, size = "-" if year < 0 else "", abs(year)
    assert [str(claim.occurred) for claim in claims] == [
        f"{sign}{size:04}-{month:02}-{day:02}",
        f"{sign}{size:04}-{month:02}",
        f"{sign}{size:04}",
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1969,13,1,,,,,,,One,,,,", "row 2: date: must be"),
        ("1969,2,30,,,,,,,One,,,,", "row 2: date: must be"),
        ("1969,,3,,,,,,,One,,,,", "row 2: date: must be"),
        ("about 1969,,,,,,,,,One,,,,", "row 2: date: must be"),
        ("1969,,,,1968,,,,,One,,,,", "row 2: date: must be"),
        (",,,,1968,,,,,One,,,,", "row 2: expected a year beside the end year"),
    ],
)
def test_a_date_that_cannot_be_is_named_with_its_row(row: str, problem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        claims_of(sheet(row))

    assert str(caught.value).startswith(f"file: {problem}")


def test_a_file_of_another_kind_or_without_an_article_is_refused() -> None:
    with pytest.raises(InvalidInput, match="expected a column 'Year', got a, b"):
        claims_of(b"a,b\r\n")
    with pytest.raises(InvalidInput, match="expected the article that it is taken for"):
        taken_in(sheet(), "timelinejs-csv")
