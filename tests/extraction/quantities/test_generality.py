"""Laws of naming: a measure follows the words, whatever noun and verb stand there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extraction.quantities.reading import figure, figures

# What no table knows, made-up words among it: nothing but the form of a word can help.
NOUNS = st.sampled_from(
    ["granaries", "trumpets", "zeppelins", "quondles", "orchards", "blivets", "chapels", "goats"]
)
VERBS = st.sampled_from(
    [
        ("repaint", "repainted"),
        ("florb", "florbed"),
        ("mothball", "mothballed"),
        ("inspect", "inspected"),
        ("tax", "taxed"),
        ("hide", "hidden"),
        ("pawn", "pawned"),
    ]
)
PARTS = [" of nobody knows whom", " in the north", " overnight", " by the bishop", ""]
COUNTS = (
    st.integers(13, 900).map(lambda number: number * 11).filter(lambda n: not 1000 <= n <= 2100)
)
TEMPLATES = [
    "{count:,} {noun} were {done}{rest}.",
    "Some said that {count:,} {noun} have been {done}{rest}.",
    "The town will {base} {count:,} {noun}{rest}.",
    "The town has {done} {count:,} {noun}{rest}.",
    "The town had to {base} {count:,} {noun}{rest}.",
    "{count:,} {noun} are to be {done}{rest}.",
    "A fire left them cold, with {count:,} {noun} {done}{rest}.",
    "The town put the number of {noun} {done} at {count:,}.",
    "It counted {count:,} {noun} that had been {done}{rest}.",
]


@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=30)
@given(NOUNS, VERBS, COUNTS, st.sampled_from(PARTS))
def test_things_are_named_by_their_noun_and_what_befell_them(
    template: str, noun: str, verb: tuple[str, str], count: int, rest: str
) -> None:
    base, done = verb
    text = template.format(count=count, noun=noun, base=base, done=done, rest=rest)
    assert figures(text) == [f"{noun} {done}: {count:,} {noun}"]


@given(NOUNS, NOUNS, VERBS, COUNTS, COUNTS)
def test_things_that_are_listed_share_their_verb(
    noun: str, other: str, verb: tuple[str, str], count: int, more: int
) -> None:
    expected = [f"{noun} {verb[1]}: {count:,} {noun}", f"{other} {verb[1]}: {more:,} {other}"]
    assert figures(f"They had {verb[1]} {count:,} {noun} and {more:,} {other}.") == expected
    assert figures(f"{count:,} {noun} and {more:,} {other} were {verb[1]}.") == expected


@given(NOUNS, VERBS, st.integers(13, 400), st.integers(401, 900))
def test_a_part_has_its_whole(noun: str, verb: tuple[str, str], part: int, whole: int) -> None:
    expected = f"{noun} {verb[1]}: {part} of {whole} {noun}"
    assert figures(f"They have {verb[1]} {part} of the {whole} {noun}.") == [expected]
    assert figures(f"{part} of the {whole} {noun} were {verb[1]}.") == [expected]


@given(NOUNS, VERBS, st.integers(2, 99))
def test_of_a_share_the_whole_is_named(noun: str, verb: tuple[str, str], part: int) -> None:
    text = f"{part} percent of the {noun} were {verb[1]}."
    assert figures(text) == [f"{noun} {verb[1]}: {part} percent"]


@given(VERBS, st.integers(2, 900))
def test_money_is_counted_like_a_thing(verb: tuple[str, str], number: int) -> None:
    expected = [f"money {verb[1]}: {number * 1_000_000:,} EUR"]
    assert figures(f"The firm has {verb[1]} {number} million euros.") == expected
    assert figures(f"{number} million euros were {verb[1]} by the firm.") == expected


@given(NOUNS, VERBS, COUNTS, st.sampled_from(["shipment", "fleet", "convoy", "haul"]))
def test_what_befalls_a_gathering_befalls_what_it_is_of(
    noun: str, verb: tuple[str, str], count: int, group: str
) -> None:
    expected = [f"{noun} {verb[1]}: {count:,} {noun}"]
    assert figures(f"They had {verb[1]} a {group} of {count:,} {noun}.") == expected
    assert figures(f"A {group} of {count:,} {noun} was {verb[1]}.") == expected


@given(NOUNS, VERBS, st.integers(2, 9))
def test_a_few_are_counted_where_a_verb_tells_of_them(
    noun: str, verb: tuple[str, str], few: int
) -> None:
    assert figures(f"They were shown {few} {noun}.") == []
    assert figures(f"It has received {few} {noun}.") == [f"{noun}: {few} {noun}"]
    assert figures(f"{few} {noun} can be seen there.") == [f"{noun}: {few} {noun}"]
    assert figures(f"It has {verb[1]} {few} {noun}.") == [f"{noun} {verb[1]}: {few} {noun}"]


@given(NOUNS, VERBS, COUNTS, st.sampled_from(["many", "most", "some"]))
def test_an_aside_about_some_of_them_says_nothing_of_all(
    noun: str, verb: tuple[str, str], count: int, some: str
) -> None:
    text = f"{count:,} {noun}, {some} of them empty, were {verb[1]}."
    assert figures(text) == [f"{noun} {verb[1]}: {count:,} {noun}"]


@given(NOUNS, VERBS, VERBS, st.integers(13, 400), st.integers(401, 900))
def test_of_a_part_the_main_verb_tells(
    noun: str, other: tuple[str, str], verb: tuple[str, str], part: int, whole: int
) -> None:
    text = f"{part} of the {whole} {noun} {other[1]} in May were {verb[1]}."
    assert figures(text) == [f"{noun} {verb[1]}: {part} of {whole} {noun}"]


@given(VERBS, st.integers(2, 400), st.integers(401, 900))
def test_money_is_a_part_of_money(verb: tuple[str, str], part: int, whole: int) -> None:
    text = f"It has {verb[1]} {part} million of the {whole} million euros."
    assert figures(f"It has {verb[1]} €{part}m of the €{whole}m.") == [
        f"money {verb[1]}: {part * 10**6:,} of {whole * 10**6:,} EUR"
    ], text


@given(VERBS, st.sampled_from(["women", "soldiers", "miners"]), st.integers(2, 9))
def test_one_among_counted_people_counts(verb: tuple[str, str], many: str, few: int) -> None:
    assert len(figures(f"A nurse and {few} {many} were killed.")) == 2
    assert figures(f"A nurse was {verb[1]}.") == []


@given(NOUNS, VERBS, COUNTS, st.integers(2, 9))
def test_a_number_that_opens_a_sentence_counts_what_was_counted_last(
    noun: str, verb: tuple[str, str], count: int, few: int
) -> None:
    found = figures(f"It had {verb[1]} {count:,} {noun}. {few} were {verb[1]} again.")
    assert found[1:] == [f"{noun} {verb[1]}: {few} {noun}"]


@given(NOUNS, VERBS, COUNTS, st.sampled_from(["not", "never"]))
def test_what_is_denied_names_nothing(
    noun: str, verb: tuple[str, str], count: int, denial: str
) -> None:
    assert figures(f"{count:,} {noun} were {denial} {verb[1]}.") == [f"{noun}: {count:,} {noun}"]


@given(
    NOUNS,
    VERBS,
    COUNTS,
    st.sampled_from(["more than", "about", "almost", "fewer than", "exactly", ""]),
)
def test_the_number_that_is_written_lies_within_the_bounds(
    noun: str, verb: tuple[str, str], count: int, words: str
) -> None:
    said = figure(f"They had {verb[1]} {words} {count:,} {noun}.")
    assert (said.low or 0) <= count <= (said.high or count)
    assert (said.low, said.high) != (None, None)
    assert said.unit == noun
