"""Every rule is named and shown by a fixture; looking only near its words misses nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import InvalidValue
from timeline.timex._context import Context
from timeline.timex._grammar import Grammar
from timeline.timex._reading import REACH, Found, Prefix, Rule
from timeline.timex.english import ENGLISH
from timeline.timex.english._lexicon import GRAMMAR

if TYPE_CHECKING:
    import re

FIXTURES = Path(__file__).parents[2] / "fixtures" / "timex"
SENTENCES = [
    case["text"]
    for file in sorted(FIXTURES.glob("*.toml"))
    if file.stem != "articles"
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
CODES = [ENGLISH.read(sentence).codes for sentence in SENTENCES]
PATTERNS: list[tuple[Rule | Prefix, re.Pattern[str]]] = [
    *ENGLISH.rules.patterns,
    *ENGLISH.prefixes.patterns,
]


def test_names_are_given_once() -> None:
    for patterns in (ENGLISH.rules.patterns, ENGLISH.prefixes.patterns):
        names = [one.name for one, _ in patterns]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "rule", [one for one, _ in ENGLISH.rules.patterns], ids=lambda one: one.name
)
def test_every_rule_reads_something_in_the_fixtures(rule: Rule) -> None:
    assert any(_builds(text, rule) for text in SENTENCES)


@given(st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join))
@settings(max_examples=100)
def test_looking_near_needed_words_misses_nothing(text: str) -> None:
    doc = ENGLISH.read(text)
    for searcher in (ENGLISH.rules, ENGLISH.prefixes):
        near = {(place, match.span()) for place, _, match in searcher.search(doc.codes)}
        for place, (_, pattern) in enumerate(searcher.patterns):
            for match in pattern.finditer(doc.codes):
                if match.end() > match.start():
                    assert match.end() - match.start() <= REACH
                    assert (place, match.span()) in near, text


@pytest.mark.parametrize(
    ("one", "pattern"),
    [(one, pattern) for one, pattern in PATTERNS if one.opens],
    ids=lambda one: getattr(one, "name", ""),
)
def test_a_match_begins_with_a_kind_that_opens_its_pattern(
    one: Rule | Prefix, pattern: re.Pattern[str]
) -> None:
    opens = {GRAMMAR.code(kind) for kind in one.opens.split()}
    matches = [found for codes in CODES for found in pattern.finditer(codes)]
    assert matches
    assert {match[0][0] for match in matches} <= opens


def test_a_name_that_no_kind_has_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"grammar\.kind"):
        Grammar(["month"], {}).compile("{mnth}")


def test_a_macro_that_needs_itself_is_refused() -> None:
    with pytest.raises(InvalidValue, match=r"grammar\.macro"):
        Grammar([], {"a": "{a} "}).compile("{a}")


def _builds(text: str, rule: Rule) -> bool:
    doc = ENGLISH.read(text)
    return any(
        one is rule and one.build(Found(doc, match), Context(739289, narrative=False))
        for _, one, match in ENGLISH.rules.search(doc.codes)
    )
