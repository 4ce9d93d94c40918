"""The laws of tagging: spans, determinism, shifted anchors, sentences before, values and bounds."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import When
from timeline.timex import Genre, TimeExpression, tag
from timeline.timex._when import stretch_of

FIXTURES = Path(__file__).parents[2] / "fixtures" / "timex"
SENTENCES = [
    case["text"]
    for file in sorted(FIXTURES.glob("*.toml"))
    if file.stem != "articles"
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
TIMELESS = ("The cat ate fish.", "Nobody knew whom to ask.", "Ships carry grain and coal.")

anchors = st.dates(date(1900, 1, 10), date(2090, 1, 1))
genres: st.SearchStrategy[Genre] = st.sampled_from(["auto", "news", "narrative"])
settled: st.SearchStrategy[Genre] = st.sampled_from(["news", "narrative"])
sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map(" ".join)
jumbles = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
texts = st.one_of(sentences, jumbles)


@given(texts, anchors, genres)
@settings(max_examples=300)
def test_spans_lie_in_the_text_in_order_and_do_not_overlap(
    text: str, anchor: date, genre: Genre
) -> None:
    end = 0
    for found in tag(text, anchor, genre):
        assert end <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.text == found.text.strip()
        end = found.end


@given(texts, anchors, genres)
@settings(max_examples=100)
def test_tagging_twice_gives_the_same(text: str, anchor: date, genre: Genre) -> None:
    assert tag(text, anchor, genre) == tag(text, anchor, genre)


@given(
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"]),
    st.sampled_from(
        ["They met on {}.", "They will meet on {}.", "It is due {}.", "last {}", "next {}"]
    ),
    anchors,
    st.integers(-50, 50),
)
def test_shifting_the_anchor_by_weeks_shifts_weekdays_by_as_many(
    weekday: str, frame: str, anchor: date, weeks: int
) -> None:
    text = frame.format(weekday)
    [here] = tag(text, anchor, "news")
    [there] = tag(text, anchor + timedelta(weeks=weeks), "news")
    assert here.when is not None
    assert there.when == here.when.shift(7 * weeks)


@given(texts, anchors, settled, st.sampled_from(TIMELESS))
@settings(max_examples=300)
def test_a_timeless_sentence_before_moves_the_spans_and_nothing_else(
    text: str, anchor: date, genre: Genre, before: str
) -> None:
    prefix = before + "\n\n"
    moved = [
        (
            one.start - len(prefix),
            one.end - len(prefix),
            one.text,
            one.type,
            one.value,
            one.mod,
            one.when,
        )
        for one in tag(prefix + text, anchor, genre)
    ]
    assert moved == [
        (one.start, one.end, one.text, one.type, one.value, one.mod, one.when)
        for one in tag(text, anchor, genre)
    ]


@given(texts, anchors, genres)
@settings(max_examples=300)
def test_every_when_is_consistent_with_its_value(text: str, anchor: date, genre: Genre) -> None:
    for found in tag(text, anchor, genre):
        assert consistent(found), found


COUNTED = re.compile(
    r"\b(?:later|earlier|before|after|next|following|previous|preceding|prior|same|that|ensuing"
    r"|subsequent)\b",
    re.IGNORECASE,
)


def consistent(found: TimeExpression) -> bool:
    """A date lies in the stretch of its value, or about it; what is no stretch has no When."""
    stretch = stretch_of(found.value)
    if found.type == "SET":
        return found.when is None and stretch is None
    if found.type == "DURATION":
        return found.value.startswith("P")
    if stretch is None:
        special = found.value.startswith("FY") or found.value.startswith("BC")
        return special or (found.value.endswith("_REF") and found.when is None)
    if found.when is None:  # counted from a time that the text has not told
        return COUNTED.search(found.text) is not None
    whole = When.between(stretch.first, stretch.last)
    counted = COUNTED.search(found.text) is not None
    if (found.mod in (None, "START", "MID", "END") or found.type == "TIME") and not counted:
        return _inside(found.when, whole)
    return found.when.intersect(whole) is not None


def _inside(when: When, whole: When) -> bool:
    bounds = (when.earliest, when.latest, whole.earliest, whole.latest)
    first, last, low, high = (bound if bound is not None else 0 for bound in bounds)
    return None not in bounds and low <= first <= last <= high


@given(anchors, st.integers(4, 60), st.integers(1, 30))
@settings(max_examples=60)
def test_a_bygone_year_does_not_leak_into_what_is_said_now(
    anchor: date, bygone: int, back: int
) -> None:
    year, said = anchor.year - bygone, anchor - timedelta(days=back)
    text = (
        f"In {year - 2}, {year - 1} and {year} the pit was shut. It has lain idle since {year}.\n\n"
        f"The owner wrote in an email on {said.day} {said:%B}. He said last week that he was ill."
    )
    days = [found.when for found in tag(text, anchor) if found.text == f"{said.day} {said:%B}"]
    assert days == [When.of(said)]


@given(anchors, st.integers(4, 60), st.integers(0, 200), st.integers(1, 60))
@settings(max_examples=60)
def test_a_story_of_a_bygone_year_goes_on_in_it(
    anchor: date, bygone: int, place: int, later: int
) -> None:
    fell = date(anchor.year - bygone, 1, 1) + timedelta(days=place)
    burned = fell + timedelta(days=later)
    text = (
        f"The fort fell on {fell.day} {fell:%B} {fell.year}. On {burned.day} {burned:%B} the town "
        f"burned. In {fell.year - 2} and in {fell.year - 1} it had been rich.\n\n"
        "A mason said last week that it would rise again."
    )
    days = [found.when for found in tag(text, anchor) if found.text == f"{burned.day} {burned:%B}"]
    assert days == [When.of(burned)]
