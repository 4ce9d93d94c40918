"""The quick signs that are looked for before a costly pattern stand wherever that pattern does.

A sign that is wanting makes a rule silent, and no fixture need tell of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from timeline import Article
from timeline.extraction.chunks import chunks_of
from timeline.extraction.drafts import _story_day as story
from timeline.extraction.drafts import _voices as voices
from timeline.extraction.frames import _denial as denial
from timeline.extraction.frames import _story as telling
from timeline.extraction.page import page_of

if TYPE_CHECKING:
    import re

_PLAIN = st.characters(min_codepoint=32, max_codepoint=126)
_LINES = st.text(_PLAIN, max_size=80)


def _words_of(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    return st.from_regex(pattern, alphabet=_PLAIN)


@given(_words_of(voices._NOT_HELD))
def test_a_doubt_shows_its_signs(text: str) -> None:
    assert voices._may_be_unheld(text.lower())


@given(_words_of(denial.NOTHING))
def test_to_say_nothing_shows_its_signs(text: str) -> None:
    assert "nothing" in text or "no comment" in text


@given(st.from_regex(telling._RUMOUR, alphabet=_PLAIN, fullmatch=True))
def test_a_rumour_opens_with_one_of_its_words(text: str) -> None:
    assert text.startswith(telling._RUMOUR_OPENS)


@given(_LINES, st.sampled_from("said released acknowledged conference".split()), _LINES)
def test_a_saying_is_near_its_date(ahead: str, said: str, behind: str) -> None:
    text = f"{ahead} {said} {behind}"
    near = max(0, len(text) - story._SAID_BEFORE)
    found = story._SAYING.search(text)
    assert (found is None) == (story._SAYING.search(text, near) is None)


@given(_LINES.filter(str.strip), st.integers(-100, 200))
def test_pieces_have_stops_around_them(text: str, place: int) -> None:
    for sentence in page_of(Article("a", "gazette", "2025-02-07", text=text)).sentences:
        chunks = chunks_of(sentence, (), ())
        inside = 0 <= place < len(chunks)
        if place >= -len(chunks):  # rules look a few places ahead of the first
            assert chunks.tag(place) == (chunks[place].tag if inside else ".")
            assert chunks.lower(place) == (chunks[place].lower if inside else "")
