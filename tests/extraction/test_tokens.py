"""A text is cut by what stands between two spaces: that must change nothing of its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction._marks import Marks, holding
from timeline.extraction._tokens import tokens_of
from timeline.timex.english import ENGLISH
from timeline.timex.english._lexicon import PIECES

# What the cutters look at: letters, figures, their marks, and every sort of space.
_LETTERS = "aAbdmMpPsBCENR’'‘-‑.,:/$%é_019 \n\t\xa0\u3000"
texts = st.lists(
    st.one_of(
        st.sampled_from(["R31", "bn", "a.m.", "a.", "m.", "U.S.", "May", "didn’t", "o'clock", " "]),
        st.text(_LETTERS, max_size=8),
    ),
    max_size=12,
).map("".join)


@given(texts)
def test_tokens_do_not_hang_on_what_stands_beyond_a_space(text: str) -> None:
    parts = []
    start = 0
    for part in text.split(" "):
        parts += [(one.start + start, one.end + start, one.text) for one in tokens_of(part)]
        start += len(part) + 1
    assert [(one.start, one.end, one.text) for one in tokens_of(text)] == parts
    assert all(text[one.start : one.end] == one.text for one in tokens_of(text))
    assert all(one.capital == one.text[0].isupper() for one in tokens_of(text))


@given(texts, st.data())
def test_tokens_of_a_stretch_are_those_of_its_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    alone = [(one.start + start, one.text) for one in tokens_of(text[start:end])]
    assert [(one.start, one.text) for one in tokens_of(text, start, end)] == alone


@given(texts)
def test_time_expressions_are_looked_for_in_the_pieces_of_the_whole_text(text: str) -> None:
    document = ENGLISH.read(text)
    assert document.pieces == PIECES.findall(text)
    assert len(document.codes) == len(document.pieces)
    assert "".join(document.pieces) == text


def test_a_word_too_long_to_remember_is_cut_like_others() -> None:
    long = "pneumono" * 8
    assert [one.text for one in tokens_of(f"{long}, {long}")] == [long, ",", long]
    assert ENGLISH.read(f"{long} {long}.").pieces == [long, " ", long, "."]


_CUES = ("hope", "rule out", " off")


@given(
    st.lists(st.sampled_from(["hopes", "rule", "overrule", "out", "off", "offer", "rules", "fear"]))
)
def test_a_sentence_without_marks_has_none_of_the_cues(words: list[str]) -> None:
    marks = Marks(holding(_CUES), str.isalpha)
    assert marks.of(words) & 2 == (2 if words else 0)
    if not marks.of(words) & 1:
        assert not any(cue in " " + " ".join(words) for cue in _CUES)
