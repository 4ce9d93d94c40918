"""Quotation marks of several kinds, apostrophes among them, and quotations over paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.attribution.reading import article
from timeline.extraction.page._page import page_of
from timeline.extraction.page._quotes import quotes_of

TABLE = [
    ('He left. "Go on," she said, "now."', ["Go on,", "now."]),
    ("He left. “Go on,” she said.", ["Go on,"]),
    ("He left. ‘Go on,’ she said.", ["Go on,"]),
    ("He left. 'I can't go on, it's late,' she said.", ["I can't go on, it's late,"]),
    ("He left. «Go on», she said.", ["Go on"]),
    ("He left. “They call it ‘the pit’ here,” she said.", ["They call it ‘the pit’ here,"]),
    ("He took the dogs' food and the cats' milk.", []),
    ("It was the '90s, and nobody's fault.", []),
    ("He left. “Go on.", ["Go on."]),
    ("He left “the pit” at once.", ["the pit"]),
]


def quoted(text: str) -> list[str]:
    return [text[quote.inner : quote.until] for quote in quotes_of(page_of(article(text)))]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_what_is_quoted(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_that_goes_on_is_open_until_its_last_paragraph() -> None:
    text = "“We ran down to the river at once.\n\n“Nobody was there to help any of us.”"
    first, second = quotes_of(page_of(article(text)))
    assert not first.closed
    assert second.closed
    assert text[first.inner : first.until] == "We ran down to the river at once."


words = st.lists(
    st.sampled_from("the dogs' it's Reed's river 40 ran can't and".split()), min_size=1
)


@given(words, words, st.sampled_from(['""', "“”", "«»"]))
def test_words_between_marks_are_quoted_whatever_they_are(
    before: list[str], inside: list[str], marks: str
) -> None:
    quotation = " ".join(inside)
    text = f"He saw {' '.join(before)} then {marks[0]}{quotation}{marks[1]} there."
    assert quotation in quoted(text)


@given(st.text(alphabet="ab '‘’\"“”.,\n", max_size=60))
def test_quotations_lie_in_order_in_the_text(text: str) -> None:
    end = 0
    for quote in quotes_of(page_of(article(text))):
        assert end <= quote.start < quote.inner <= quote.until <= quote.end <= len(text)
        end = quote.end
