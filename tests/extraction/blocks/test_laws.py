"""What holds of the blocks of any text: order, no loss of prose, each thing once."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction.page._blocks import (
    Part,
    blocks_of,
)

# First words with which pages and news begin a line alike.
FIRST: Final = (
    *("Share", "Related", "More", "Read", "Follow", "Sign", "Home", "Comments", "Subscribe"),
    *("Print", "Photo", "By", "Close", "Tags", "Copyright", "Latest", "Updated", "Trending", "The"),
)
WORDS: Final = (
    *("soldiers", "villages", "markets", "burned", "yesterday", "while", "the", "minister", "said"),
    *(
        "that",
        "prices",
        "rose",
        "and",
        "voters",
        "waited",
        "under",
        "heavy",
        "rain",
        "near",
        "Oslo",
    ),
)
PIECES: Final = (
    *(
        "![",
        "](",
        "]",
        "(",
        ")",
        "[",
        "**",
        "# ",
        "- ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\t",
        "\u200b",
        "Photo: ",
    ),
    *(
        "KYIV -- ",
        "(Reuters) - ",
        "REUTERS/",
        "© ",
        "By ",
        "Read also",
        "Close",
        " > ",
        "»",
        "/",
        "|",
    ),
    *(
        "A",
        "A-A",
        "a@b.c",
        "“",
        "”",
        '"',
        "'",
        ".",
        "?",
        ":",
        "AP",
        "AFP",
        "/AFP",
        "Share",
        "said",
        "12",
    ),
)

prose = st.builds(
    lambda first, words: f"{first} {' '.join(words)}.",
    st.sampled_from(FIRST),
    st.lists(st.sampled_from(WORDS), min_size=8, max_size=30),
)
rough = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = st.text() | rough


@given(texts, texts)
def test_blocks_stand_in_order_within_the_text(text: str, title: str) -> None:
    blocks = blocks_of(text, title)

    ends = [0, *(block.end for block in blocks)]
    for block, end in zip(blocks, ends, strict=False):
        assert end <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        assert block.rule


@given(st.lists(prose, min_size=1, unique_by=str.lower), st.lists(rough), st.data())
def test_prose_is_never_boilerplate(
    paragraphs: list[str], around: list[str], data: st.DataObject
) -> None:
    rows = data.draw(st.permutations([*paragraphs, *around]))
    text = "\n\n".join(rows)

    read = [text[b.start : b.end] for b in blocks_of(text) if not b.boilerplate]

    assert [one for one in paragraphs if not any(one in words for words in read)] == []


@given(st.lists(prose, min_size=2, unique_by=str.lower), st.data())
def test_what_stands_twice_counts_once(paragraphs: list[str], data: st.DataObject) -> None:
    twice = data.draw(st.sampled_from(paragraphs))
    text = "\n".join([*paragraphs, twice])

    blocks = blocks_of(text)

    assert [block.rule for block in blocks if text[block.start : block.end] == twice] == [
        "ending",
        "repeated",
    ]
    assert blocks[-1].part is Part.BOILERPLATE


@given(st.lists(prose, min_size=1, unique_by=str.lower), st.lists(prose, unique_by=str.lower))
def test_more_prose_below_changes_nothing_above(above: list[str], below: list[str]) -> None:
    text = "\n\n".join(above)

    longer = blocks_of("\n\n".join([text, *below]))

    assert longer[: len(above)] == blocks_of(text)


@given(rough, st.integers(2, 5))
def test_the_kind_of_line_ends_does_not_matter(text: str, times: int) -> None:
    text = text.replace("\r", "")
    spread = text.replace("\n", "\r\n")

    assert [b.part for b in blocks_of(spread * times)] == [b.part for b in blocks_of(text * times)]
