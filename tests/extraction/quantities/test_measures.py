"""The table of measures: every phrase in it is read, and users put their own before ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.errors import InvalidInput
from timeline.extraction.page._page import page_of
from timeline.extraction.quantities._measures import (
    Measures,
    Role,
    built_in,
)
from timeline.extraction.quantities._quantities import quantities_of
from timeline.model import Article

if TYPE_CHECKING:
    from pathlib import Path

OWN = """
[[measure]]
name = "vaccine doses"
unit = "doses"
of = "any"
nouns = ["jabs", "shots"]
"""


def test_a_table_of_ones_own_comes_first(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    page = page_of(Article("a", "o", "2025-02-07", text="Nurses gave 3,000 jabs."))
    (quantity,) = quantities_of(page, Measures.read(file))
    assert str(quantity.figure) == "vaccine doses: 3,000 doses"


def test_an_adjective_stands_before_what_is_counted(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(
        "[[measure]]\nname = 'leaky'\nof = 'things'\nbefore = true\nstates = ['dripped']",
        encoding="utf-8",
    )
    page = page_of(Article("a", "o", "2025-02-07", text="Inspectors say that 30 pipes dripped."))
    (quantity,) = quantities_of(page, Measures.read(file))
    assert str(quantity.figure) == "leaky pipes: 30 pipes"


def test_the_built_in_table_is_read_once() -> None:
    assert built_in() is built_in()


def test_the_longest_phrase_is_found_in_each_role() -> None:
    found = built_in().hits(("still", "fighting"))
    assert [(hit.measure.name, hit.end) for hit in found[0]] == [("still active", 2)]
    assert [hit.measure.name for hit in found[1] if hit.role is Role.STATE] == ["deployed"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("not toml at all", ""),
        ("[other]", ""),
        ("[[measure]]\nunit = 'people'", "measure[1]"),
        ("[[measure]]\nname = ' '", "measure[1]"),
        ("[[measure]]\nname = 'x'\nwords = ['y']", "measure[1].words"),
        ("[[measure]]\nname = 'x'\nunit = 3", "measure[1].unit"),
        ("[[measure]]\nname = 'x'\nof = 'gods'", "measure[1].of"),
        ("[[measure]]\nname = 'x'\nbefore = 'yes'", "measure[1].before"),
        ("[[measure]]\nname = 'x'\nacts = 'killing'", "measure[1].acts"),
        ("[[measure]]\nname = 'x'\nacts = [' ']", "measure[1].acts"),
        ("measure = 3", ""),
    ],
)
def test_a_wrong_table_is_named_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        Measures.read(file)
    assert caught.value.file == str(file)
    assert caught.value.place == place


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        Measures.read(tmp_path / "none.toml")
