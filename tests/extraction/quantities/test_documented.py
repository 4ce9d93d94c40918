"""The page on quantities tells of every word in the tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.extraction.english import _bounds as bounds
from timeline.extraction.english import _numbers as english

PAGE = (Path(__file__).parents[3] / "docs/reference/quantities.md").read_text(encoding="utf-8")
CELLS = {
    words.strip()
    for line in PAGE.splitlines()
    if line.startswith("| ")
    for words in line.split("|")[1].replace("(behind it)", "").replace(";", ",").split(",")
}


@pytest.mark.parametrize("words", [*bounds.BEFORE, *bounds.AFTER, *english.VAGUE])
def test_every_word_of_the_tables_is_documented(words: str) -> None:
    assert words in CELLS
