"""Made-up pages of many kinds of site: what each of their lines is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from timeline.extraction.page._blocks import (
    Part,
    blocks_of,
)

CODES: Final = {
    "h": Part.HEADLINE,
    "b": Part.BYLINE,
    "d": Part.DATELINE,
    "p": Part.PARAGRAPH,
    "x": Part.CROSSHEAD,
    "c": Part.CAPTION,
    "n": Part.BOILERPLATE,
}
PAGES: Final = (Path(__file__).parent / "pages.txt").read_text(encoding="utf-8").split("=== ")[1:]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n \r\n"], ids=["tight", "wide", "windows"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.partition("\n")[0])
def test_each_line_is_what_it_is(page: str, gap: str) -> None:
    _, title, *rows = page.strip().split("\n")
    expected = [(row[:2].strip().replace("-", ""), row[3:]) for row in rows]
    text = gap.join(line for _, line in expected)

    blocks = blocks_of(text, title.removeprefix("title:").strip())

    found = []
    position = 0
    for _, line in expected:
        end = position + len(line)
        parts = [block.part for block in blocks if position <= block.start and block.end <= end]
        found.append(
            ("".join(code for part in parts for code in CODES if CODES[code] is part), line)
        )
        position = end + len(gap)
    assert found == expected


def test_a_caption_is_its_words_alone() -> None:
    text = (
        "![A port on May 2. [Ilya Brandt/AFP]](/a.jpg)\nA boat at sea. (AP Photo/Jo Li)\nIt sank."
    )

    blocks = blocks_of(text)

    assert [text[block.start : block.end] for block in blocks] == [
        "A port on May 2.",
        "A boat at sea.",
        "It sank.",
    ]


def test_a_picture_within_a_paragraph_parts_it() -> None:
    text = "It sank on Monday. ![The boat in June.](/a.jpg) Nobody was hurt."

    blocks = blocks_of(text)

    assert [(str(block.part), text[block.start : block.end]) for block in blocks] == [
        ("paragraph", "It sank on Monday."),
        ("caption", "The boat in June."),
        ("paragraph", "Nobody was hurt."),
    ]


def test_a_text_broken_at_a_width_is_read_by_paragraphs() -> None:
    text = (
        "Ferry sinks off Luzon\n\n"
        "A ferry with 120 people on board sank off the coast of Luzon early on\n"
        "Sunday. The coast guard said that most of them had been rescued by\n"
        "fishing boats, and that divers were looking for the others near the\n"
        "reef.\n\n"
        "The ferry had been repaired in June, according to its owner, who said\n"
        "that it was fit for the sea.\n"
    )

    blocks = blocks_of(text)

    assert [str(block.part) for block in blocks] == ["headline", "paragraph", "paragraph"]
    assert text[blocks[1].start : blocks[1].end].endswith("near the\nreef.")


def test_a_title_is_known_in_other_quotes_and_with_the_name_of_the_site() -> None:
    text = "Mayor: ‘We won’t pay’ for the bridge\nThe mayor spoke on Monday."

    for title in (
        "Mayor: 'We won't pay' for the bridge",
        "Mayor: 'We won't pay' for the bridge | The Daily Post",
    ):
        assert blocks_of(text, title)[0].rule == "title"
