"""The decisions on names that the page on quantities writes down, in sentences of many topics."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.quantities.reading import figures
from tests.extraction.quantities.test_generality import COUNTS, NOUNS, VERBS

TABLES = tomllib.loads(
    (Path(__file__).parents[3] / "fixtures/extraction/figures.toml").read_text(encoding="utf-8")
)["decision"]
ROWS = [(table["name"], *row) for table in TABLES for row in table["read"]]


@pytest.mark.parametrize(("decision", "text", "expected"), ROWS)
def test_a_sentence_is_read_as_decided(decision: str, text: str, expected: list[str]) -> None:
    assert sorted(figures(text)) == sorted(expected), decision


@settings(max_examples=40)
@given(NOUNS, VERBS, st.sampled_from(["stolen", "damaged", "sold", "looted", "painted"]), COUNTS)
def test_no_relative_clause_names_what_another_verb_governs(
    noun: str, verb: tuple[str, str], before: str, count: int
) -> None:
    told = [f"{noun} {verb[1]}: {count:,} {noun}"]
    assert figures(f"{count:,} {noun} that were {before} in May have been {verb[1]}.") == told
    text = f"The town has {verb[1]} {count:,} {noun} that were {before} in May."
    assert figures(text) == told


@settings(max_examples=40)
@given(
    NOUNS,
    st.sampled_from(["has", "had", "needs", "needed", "owns", "runs", "lacks", "suffered"]),
    st.sampled_from(["three", "four", "five", "seven", "nine", "11"]),
)
def test_a_few_count_where_they_are_had_and_not_where_they_are_only_a_place(
    noun: str, verb: str, count: str
) -> None:
    assert [name.partition(":")[0] for name in figures(f"The town {verb} {count} {noun}.")] == [
        noun
    ]
    assert figures(f"She went through {count} {noun}.") == []


@settings(max_examples=30)
@given(NOUNS, VERBS, st.sampled_from(["asked", "advised", "urged", "invited"]), COUNTS)
def test_what_one_is_asked_to_do_befell_nobody(
    noun: str, verb: tuple[str, str], asked: str, count: int
) -> None:
    told = figures(f"{count:,} {noun} were {asked} to {verb[0]} their walls.")
    assert told == [f"{noun}: {count:,} {noun}"]
