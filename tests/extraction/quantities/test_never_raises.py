"""Whatever the text, quantities are read in order, stand in it, and are the same each time."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.extraction.quantities.reading import read
from timeline.extraction.page._page import page_of
from timeline.extraction.quantities._quantities import quantities_of
from timeline.model import Article

PIECES = """
20 3,000 1.5 90 two Ninety thousand million dozens of several a few half dozen couple one the
between and or to - \u2013 , . ; % percent per cent $ \u20ac 3bn 11,000-strong soldiers people
troops Russian North Koreans killed wounded were have been in who that which death toll at profit
killing captured more than almost about up no over some by its estimate brigades \u2019s ( ) [ ]
2024-11 F-16 18:25 9K720 787-8 2025 1,2,3 007 99999999999999999999999 \u0663\u0664 \u00b2 \u00bd 1/2
5.5.5 fell rose share vote including others of them tonnes in across from on at with by
lost taken prisoner hit destroyed rise up down dead missing casualties aid turnout worth
whom now still groups every
"""
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join)
)


@given(TEXTS, st.text(max_size=10))
@example("of of of 20 of 20 of 20", "")
@example("It was seen on 20", "")
@example("1", "")
@example("$", "")
def test_any_text_is_read(text: str, title: str) -> None:
    found = read(text, title)
    starts = [quantity.start for quantity in found]
    assert starts == sorted(set(starts))
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.figure.measure.strip()
        assert quantity.figure.as_of is None
    assert read(text, title) == found


@given(st.lists(st.sampled_from(PIECES.split()), max_size=20).map(" ".join))
def test_where_a_sentence_stands_changes_nothing(words: str) -> None:
    text = f"Officials told reporters that {words} was what they had seen."
    before = "Nothing else was said.\n\n"
    alone = [(one.start, one.end, one.figure.quantity) for one in read(text)]
    moved = [
        (one.start - len(before), one.end - len(before), one.figure.quantity)
        for one in read(before + text)
    ]
    assert moved == alone


@pytest.mark.parametrize(
    "piece",
    ["20 of the ", "one in ", "20 killed and ", "$5 to ", "20 men, ", "hundreds of ", "20 or "],
)
@pytest.mark.no_cover  # it is long, and measures time
def test_a_sentence_without_end_is_read_in_linear_time(piece: str) -> None:
    # Given a sentence, and one eight times as long
    short, long = (
        page_of(Article("a", "o", "2025-02-07", text=f"They saw {piece * count}more."))
        for count in (300, 2_400)
    )
    begun = time.process_time()
    quantities_of(short)
    between = time.process_time()
    quantities_of(long)
    # Then eight times the words take about eight times as long, and not sixty-four
    assert time.process_time() - between < 30 * (between - begun) + 0.2
