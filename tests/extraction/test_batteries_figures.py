"""Whole classes of numbers, verbs and frames, read in plain sentences about anything.

Each test multiplies a frame with a class of words of which English has many; what is to come out
is known by construction.
"""

from __future__ import annotations

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Figure, Number

_READER = RuleExtractor()
_AT_LEAST = (
    "at least",
    "more than",
    "no fewer than",
    "never fewer than",
    "not under",
    "at a minimum",
    "upwards of",
    "a little over",
    "far more than",
    "in excess of",
)
_AT_MOST = (
    "up to",
    "as many as",
    "possibly as many as",
    "fewer than",
    "never more than",
    "not even",
    "at the most",
    "not exceeding",
    "just under",
    "anything up to",
)
_SPANS = (
    "10 to 12",
    "between 10 and 12",
    "between about 10 and 12",
    "anywhere from 10 to 12",
    "at least 10 and as many as 12",
    "at least 10 and perhaps as many as 12",
    "more than 10 but fewer than 12",
)
_WRITTEN = {
    "a couple of dozen": (24, 24),
    "a half-dozen": (6, 6),
    "a hundred and six": (106, 106),
    "a million and a half": (1_500_000, 1_500_000),
    "a quarter of a million": (250_000, 250_000),
    "three-quarters of a million": (750_000, 750_000),
    "12 000": (12_000, 12_000),
    "forty-odd": (40, 40),
    "40-plus": (40, None),
    "several dozen": (36, None),
}
_FRACTIONS = {
    "a sixth": (16, 17),
    "an eighth": (12, 13),
    "two fifths": (40, 40),
    "two-fifths": (40, 40),
    "five sixths": (83, 84),
    "nine tenths": (90, 90),
    "one-seventh": (14, 15),
    "as much as half": (None, 50),
}
_RISING = (
    "rose climbed jumped grew increased soared surged swelled leapt rocketed ballooned mushroomed "
    "spiralled fell dropped dipped slid sank slumped plunged tumbled shrank dwindled plummeted "
    "receded eased"
).split()
_CREPT = ("shot up", "went up", "crept up", "edged up", "inched up", "ticked up", "moved up")


def _figures(text: str) -> list[Figure]:
    article = Article("a", "gazette", "2026-09-11", text=text)
    return [figure for claim in _READER.extract(article).claims for figure in claim.figures]


def _bounds(text: str) -> list[tuple[Number | None, Number | None]]:
    return [(figure.low, figure.high) for figure in _figures(text)]


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


@pytest.mark.parametrize("words", _AT_LEAST)
def test_words_of_a_least_bound_below(words: str) -> None:
    assert _bounds(f"{_capital(words)} 40 barges were sunk on Monday.") == [(40, None)]
    assert _bounds(f"On Monday a storm sank {words} 40 barges.") == [(40, None)]


@pytest.mark.parametrize("words", _AT_MOST)
def test_words_of_a_most_bound_above(words: str) -> None:
    assert _bounds(f"{_capital(words)} 40 barges were sunk on Monday.") == [(None, 40)]
    assert _bounds(f"Officials said that {words} 40 nuns had been freed on Monday.") == [(None, 40)]


@pytest.mark.parametrize("words", _SPANS)
def test_two_numbers_bound_one(words: str) -> None:
    assert _bounds(f"{_capital(words)} barges were sunk on Monday.") == [(10, 12)]


@pytest.mark.parametrize("words", _WRITTEN)
def test_a_number_is_read_however_it_is_written(words: str) -> None:
    assert _bounds(f"{_capital(words)} barges were sunk on Monday.") == [_WRITTEN[words]]


@pytest.mark.parametrize("words", _FRACTIONS)
def test_a_fraction_is_percent(words: str) -> None:
    (figure,) = _figures(f"On Monday {words} of the vines were felled.")
    assert (figure.low, figure.high) == _FRACTIONS[words]
    assert (figure.measure, figure.unit) == ("vines felled", "percent")


@pytest.mark.parametrize("verb", _RISING)
def test_a_verb_of_change_tells_of_two_levels(verb: str) -> None:
    assert _bounds(f"The number of barges {verb} from 19 to 40 on Monday.") == [(19, 19), (40, 40)]
    assert _bounds(f"Sales {verb} by 4.2 per cent in May.") == [(4.2, 4.2)]
    assert _bounds(f"Net profit {verb} to $40m in May from $19m.") == [
        (40_000_000, 40_000_000),
        (19_000_000, 19_000_000),
    ]


@pytest.mark.parametrize("verb", _CREPT)
def test_what_went_up_to_a_number_is_there(verb: str) -> None:
    assert _bounds(f"The number of barges {verb} to 40 on Monday.") == [(40, 40)]
    assert _bounds(f"Inflation {verb} to 5.4% in May.") == [(5.4, 5.4)]


@pytest.mark.parametrize("verb", ["moved", "brought", "drove", "shot"])
def test_what_is_done_to_up_to_so_many_is_bounded(verb: str) -> None:
    assert _bounds(f"On Monday the army {verb} up to 40 cattle.") in ([(None, 40)], [])


@pytest.mark.parametrize("verb", ["passed", "crossed", "exceeded", "topped", "could exceed"])
def test_a_toll_goes_beyond_a_number(verb: str) -> None:
    (figure,) = _figures(f"The death toll {verb} 40, officials said on Monday.")
    assert str(figure) == "killed: at least 40 people"


def test_a_parliament_passes_just_so_many_laws() -> None:
    assert _bounds("Parliament passed 40 laws on Monday.") == [(40, 40)]


@pytest.mark.parametrize("verb", ["fined", "banned", "trained", "questioned", "poisoned", "found"])
@pytest.mark.parametrize("opening", ["after", "before", "because", "when"])
def test_what_befell_those_of_another_clause_is_told(verb: str, opening: str) -> None:
    said = f"The port closed on Monday {opening} 40 tailors were {verb}."
    assert [str(figure) for figure in _figures(said)] == [f"tailors {verb}: 40 people"]


@pytest.mark.parametrize(
    "change",
    [
        "cut its key rate by 25 basis points to 3.25%",
        "cut its benchmark rate 25 basis points, to 3.25%",
        "trimmed its main interest rate by 25 bps to 3.25%",
        "delivered a cut of 25 basis points, taking its key rate to 3.25%",
        "cut its key rate by 25 basis points, bringing it to 3.25%",
    ],
)
def test_a_rate_is_cut_by_points_to_percent(change: str) -> None:
    assert [str(figure) for figure in _figures(f"On Monday the central bank {change}.")] == [
        "interest rate fall: 25 basis points",
        "interest rate: 3.25 percent",
    ]


@pytest.mark.parametrize("verb", ["doubled", "nearly doubled", "almost halved", "tripled"])
def test_what_nearly_doubled_did_change(verb: str) -> None:
    assert [str(figure) for figure in _figures(f"Exports {verb} to 40 million tonnes in May.")] == [
        "exports: 40,000,000 tonnes"
    ]


def test_what_nearly_happened_did_not() -> None:
    assert _figures("On Monday 40 barges were nearly rammed.") == []


@pytest.mark.parametrize("label", ["aged 40 and 52", "aged 40, 45 and 52"])
def test_ages_count_nobody(label: str) -> None:
    assert 52 not in {figure.low for figure in _figures(f"Cousins {label} were held on Monday.")}


def test_the_part_is_told_by_the_verb_of_the_sentence() -> None:
    said = "Twelve of the 40 people arrested on Monday have been charged."
    assert [str(figure) for figure in _figures(said)] == ["charged: 12 of 40 people"]
    said = "On Monday 40 flights were cancelled and 90 delayed."
    assert [str(figure) for figure in _figures(said)] == [
        "flights cancelled: 40 flights",
        "flights delayed: 90 flights",
    ]


def test_whose_wives_they_are_is_not_who_they_are() -> None:
    said = "On Monday 40 people were hurt, of whom 12 were miners' wives."
    assert "miners wounded" not in {figure.measure for figure in _figures(said)}


@pytest.mark.parametrize("noun", ["boats", "cranes", "violins", "hotels", "nurses"])
@pytest.mark.parametrize("joint", [", 13 in Cusco and 15 in Puno", ", another 13 in Cusco"])
def test_what_befell_some_befell_as_many_elsewhere(noun: str, joint: str) -> None:
    read = _figures(f"On Monday 40 {noun} were photographed in Lima{joint}.")
    assert {figure.measure for figure in read} == {f"{noun} photographed"}
    assert [figure.low for figure in read] == [40, 13, 15][: len(read)]
    assert len(read) == 2 + (" and " in joint)


@pytest.mark.parametrize("rest", ["the rest", "the others", "others", "many more"])
def test_what_befell_the_rest_befell_not_these(rest: str) -> None:
    said = f"On Monday 40 boats were abandoned and {rest} were destroyed."
    assert [str(figure) for figure in _figures(said)] == ["boats abandoned: 40 boats"]


def test_who_are_in_danger_are_not_dead() -> None:
    said = "On Monday 40 people were killed on the bus and 13 in critical condition."
    assert "killed: 13 people" not in {str(figure) for figure in _figures(said)}


@pytest.mark.parametrize(
    "base", ["per 100,000 people", "per million people", "for every 1,000 births"]
)
@pytest.mark.parametrize("what", ["cases", "deaths", "fires"])
def test_a_rate_counts_nobody(what: str, base: str) -> None:
    assert _figures(f"On Monday the agency said there were 12 {what} {base}.") == []


@pytest.mark.parametrize("sum_", ["$20 an ounce", "$20 a tonne", "$20"])
def test_what_rose_by_a_sum_did_not_cost_it(sum_: str) -> None:
    read = _figures(f"On Monday copper rose by {sum_}.")
    assert [str(figure) for figure in read] == ["copper rise: 20 USD"]


def test_by_so_many_to_so_many_is_no_range() -> None:
    said = "On Monday the death toll rose by 12 to 40."
    assert [str(figure) for figure in _figures(said)] == ["killed: 12 people", "killed: 40 people"]
    said = "On Monday prices rose by 2 to 5 percent."
    assert [str(figure) for figure in _figures(said)] == ["price rise: 2 to 5 percent"]


def test_what_part_of_them_did_not_all_of_them_did() -> None:
    said = "On Monday a quarter of the 300 soldiers died."
    assert "killed: 300 people" not in {str(figure) for figure in _figures(said)}


@pytest.mark.parametrize("rate", ["the poverty rate", "humidity", "the crime rate"])
def test_a_small_rate_is_compared_too(rate: str) -> None:
    read = _figures(f"On Monday {rate} fell to 4.1 percent from 5.2.")
    assert [(figure.low, figure.unit) for figure in read] == [(4.1, "percent"), (5.2, "percent")]
