"""Laws of what rises, falls and stands: the words about a number change its name, not its size."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.extraction.quantities.reading import figures, read

SUBJECTS = st.sampled_from(["exports", "output", "imports", "traffic", "grain shipments"])
PERCENTS = st.integers(1, 99)
TONNES = st.integers(13, 900).map(lambda number: number * 1_000)
FALLS = st.sampled_from(["fell", "dropped", "slid", "declined", "shrank", "plunged"])
RISES = st.sampled_from(["rose", "grew", "jumped", "climbed", "soared", "increased"])


@given(SUBJECTS, FALLS, RISES, PERCENTS)
def test_the_verb_gives_the_direction_and_its_subject_the_name(
    subject: str, fall: str, rise: str, percent: int
) -> None:
    name = subject.capitalize()
    assert figures(f"{name} {fall} {percent} percent.") == [f"{subject} fall: {percent} percent"]
    assert figures(f"{name} {rise} {percent} percent.") == [f"{subject} rise: {percent} percent"]


@given(SUBJECTS, st.one_of(FALLS, RISES), TONNES, TONNES)
def test_an_earlier_level_is_called_as_the_later_one(
    subject: str, verb: str, now: int, then: int
) -> None:
    text = f"{subject.capitalize()} {verb} to {now:,} tonnes in May from {then:,} in April."
    assert figures(text) == [f"{subject}: {now:,} tonnes", f"{subject}: {then:,} tonnes"]


@given(SUBJECTS, PERCENTS, st.sampled_from(["decline", "drop", "slump", "decrease"]))
def test_a_noun_of_change_names_it_as_the_verb_does(subject: str, percent: int, noun: str) -> None:
    expected = [f"{subject} fall: {percent} percent"]
    assert figures(f"They saw a {percent} percent {noun} in {subject}.") == expected
    assert figures(f"{subject.capitalize()} were down by {percent} percent.") == expected


@given(PERCENTS)
def test_a_change_of_nothing_that_is_named_is_no_figure(percent: int) -> None:
    assert figures(f"It was {percent} percent higher.") == []


@given(st.sampled_from(["Acme", "Orda", "Nordhavn"]), PERCENTS)
def test_a_firm_that_closes_up_is_its_shares(firm: str, percent: int) -> None:
    assert figures(f"On Friday {firm} closed up {percent} percent.") == [
        f"share rise: {percent} percent"
    ]
    assert figures(f"The Nikkei closed up {percent} percent.") == [
        f"Nikkei rise: {percent} percent"
    ]


@given(st.integers(2, 900), st.sampled_from(["wounded", "arrested", "killed"]))
def test_a_bare_number_of_the_next_speaker_counts_the_same(number: int, state: str) -> None:
    found = read(f"Police said 31 people were {state}. The union says {number}.")
    assert [one.figure.measure for one in found] == [state, state]
    assert (found[1].figure.low, found[1].figure.high) == (number, number)


@given(st.integers(2, 900))
def test_a_bare_number_after_nothing_counts_nothing(number: int) -> None:
    assert figures(f"The union says {number}.") == []


@given(SUBJECTS, st.one_of(FALLS, RISES), st.integers(1, 300))
def test_basis_points_keep_their_unit(subject: str, verb: str, points: int) -> None:
    (found,) = read(f"{subject.capitalize()} {verb} by {points} basis points.")
    assert (found.figure.low, found.figure.unit) == (points, "basis points")
