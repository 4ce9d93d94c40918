"""Whatever the text, quantities are read in order, stand in it, and are the same each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction._page import page_of
from timeline.extraction._quantities import quantities_of
from timeline.model import Article

WORDS = st.sampled_from(
    "20 3,000 1.5 90 two Ninety thousand million dozens of several a few half dozen couple one the"
    " between and or to - – , . ; % percent per cent $ € 3bn 11,000-strong soldiers people troops"
    " Russian North Koreans killed wounded were have been in who that which death toll at profit"
    " killing captured more than almost about up no over some by its estimate brigades ’s ( ) [ ]"
    " 2024-11 F-16 18:25 9K720 787-8 2025 1,2,3 007 99999999999999999999999 \u0663\u0664 ² ½ 1/2"
    " 5.5.5 fell rose share vote".split()
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))


@given(TEXTS, st.text(max_size=10))
def test_any_text_is_read(text: str, title: str) -> None:
    found = quantities_of(page_of(Article("a", "o", "2025-02-07", title=title, text=text)))
    starts = [quantity.start for quantity in found]
    assert starts == sorted(starts)
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert quantity.figure.measure
        assert quantity.figure.as_of is None
    again = quantities_of(page_of(Article("a", "o", "2025-02-07", title=title, text=text)))
    assert again == found
