"""Scores: each part by a table, the whole by laws."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.linking.strategies import articles
from timeline.errors import InvalidValue
from timeline.linking import LinkIndex, Score, score
from timeline.linking._kinds import kinship
from timeline.linking._score import WEIGHTS, explained, total_of
from timeline.linking._telling import telling_of
from timeline.model import Claim, Figure, Reading, Stance
from timeline.testing import claims

if TYPE_CHECKING:
    from collections.abc import Sequence


def told(  # noqa: PLR0913  # one for each thing that is compared
    text: str = "",
    *,
    by: str = "one",
    kind: str = "strike",
    about: Sequence[str] = (),
    occurred: str | None = None,
    speaker: str = "",
    stated: str | None = None,
    figures: Sequence[Figure] = (),
    stance: Stance = Stance.ASSERTS,
) -> Claim:
    return Claim(
        f"{by}-1#1",
        stance,
        (by, speaker) if speaker else by,
        text=text,
        occurred=occurred,
        basis="dated" if stated else "published",
        stated=stated,
        figures=figures,
        reading=Reading("hand", 1.0, kind=kind, about=about),
    )


@given(articles(least=2, most=2, claims=1))
def test_a_score_is_the_same_whichever_comes_first(news: tuple[tuple[Claim], ...]) -> None:
    (first,), (second,) = news
    one, other = score(first, second), score(second, first)
    assert one.total == pytest.approx(other.total)
    assert one.parts == pytest.approx(other.parts)
    assert bool(one.veto) == bool(other.veto)


@given(articles(least=2, most=2, claims=1))
def test_the_total_is_the_mean_of_its_parts(news: tuple[tuple[Claim], ...]) -> None:
    (first,), (second,) = news
    found = score(first, second)
    mean = sum(WEIGHTS[name] * value for name, value in found.parts.items())
    assert all(0 <= value <= 1 for value in found.parts.values())
    if found.veto:
        assert found.total == 0
    else:
        assert found.total == pytest.approx(mean) or found.total == 0.9 > mean


@given(articles(least=2, most=2, claims=1))
def test_what_is_explained_is_what_counts(news: tuple[tuple[Claim], ...]) -> None:
    (first,), (second,) = news
    one, other = telling_of(first), telling_of(second)
    assert explained(one, other).total == max(0.0, total_of(one, other))
    assert len(explained(one, other).reasons) == len(WEIGHTS)


@settings(max_examples=60)
@given(claims(), claims())
def test_any_two_claims_can_be_compared(first: Claim, second: Claim) -> None:
    found = score(first, second)
    assert 0 <= found.total <= 1
    assert found.why


def test_the_weights_make_a_mean() -> None:
    assert sum(WEIGHTS.values()) == pytest.approx(1)


def test_a_fact_without_claims_has_no_score() -> None:
    with pytest.raises(InvalidValue, match="at least one claim"):
        score(told(), [])


def test_the_best_telling_of_a_fact_counts() -> None:
    claim = told("Rockets hit a depot in Pelk.", occurred="2031-04-02")
    near = told("A depot in Pelk was hit by rockets.", by="two", occurred="2031-04-02")
    far = told("Fire fighters spoke of a long night.", by="three", occurred="2031-04-02")
    assert score(claim, [far, near]) == score(claim, near)


def test_one_telling_of_a_fact_is_enough_for_a_veto() -> None:
    claim = told("Rockets hit a depot in Pelk.", occurred="2031-04-02")
    same = told("Rockets hit a depot in Pelk.", by="two", occurred="2031-04-02")
    later = told("Rockets hit a depot in Pelk.", by="three", occurred="2031-04-05")
    found = score(claim, [same, later])
    assert found.total == 0
    assert found.veto == "2031-04-02 and 2031-04-05 cannot both be true"


SAME_DAY = "2031-04-02"


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        pytest.param(
            told("Missiles hit the station of Tarnov.", about=["tarnov"], occurred=SAME_DAY),
            told("In Tarnov a railway station was struck.", by="two", occurred=SAME_DAY),
            True,
            id="other words",
        ),
        pytest.param(
            told("Missiles hit the station of Tarnov.", about=["tarnov"], occurred=SAME_DAY),
            told("Missiles hit the station of Belmor.", by="two", occurred=SAME_DAY),
            False,
            id="two towns on one day",
        ),
        pytest.param(
            told("Shells fell on Kharkiv.", about=["kharkiv"], occurred=SAME_DAY),
            told("Shelling struck Kharkov.", by="two", about=["kharkov"], occurred=SAME_DAY),
            True,
            id="a name spelled otherwise",
        ),
        pytest.param(
            told("A drone hit a refinery in Ukraine.", about=["ukraine"], occurred=SAME_DAY),
            told("The refinery in Odesa was hit by a drone.", by="two", occurred=SAME_DAY),
            True,
            id="a town and its country",
        ),
        pytest.param(
            told("Rehn and Okafor met in Bergen.", kind="meeting", occurred="2027-11-02"),
            told("Rehn met Okafor in Dakar.", by="two", kind="meeting", occurred="2027-11"),
            False,
            id="two meetings in a month",
        ),
        pytest.param(
            told(
                "An offensive across the Sel is expected.",
                kind="offensive",
                about=["lusavia"],
                occurred="[2031-04-01..2031-04-15]",
                stance=Stance.FORECASTS,
            ),
            told(
                "Lusavia began its offensive across the Sel.",
                by="two",
                kind="offensive",
                about=["lusavia"],
                occurred="2031-04-09",
            ),
            True,
            id="a forecast and what came of it",
        ),
        pytest.param(
            told("The army pulled out of Vashka.", kind="withdrawal", occurred="[..2031-04-02]"),
            told(
                "The president denies that Vashka was given up by the army.",
                by="two",
                kind="withdrawal",
                occurred="[..2031-04-03]",
                stance=Stance.DENIES,
            ),
            True,
            id="a happening and its denial",
        ),
        pytest.param(
            told(
                "He promised revenge.",
                kind="statement",
                speaker="hadrec",
                occurred="2031-04-01",
                stated="2031-04-01",
            ),
            told(
                "Nobody would be forgotten, the president said.",
                by="two",
                kind="statement",
                speaker="hadrec",
                occurred="2031-04-01",
                stated="2031-04-01",
            ),
            True,
            id="one speaker on one day",
        ),
        pytest.param(
            told("He promised revenge.", kind="statement", speaker="hadrec", stated="2031-04-01"),
            told(
                "He promised revenge.",
                by="two",
                kind="statement",
                speaker="lund",
                stated="2031-04-01",
            ),
            False,
            id="two speakers on one day",
        ),
        pytest.param(
            told("He promised revenge.", kind="statement", speaker="hadrec", stated="2031-04-01"),
            told(
                "He promised revenge.",
                by="two",
                kind="statement",
                speaker="hadrec",
                stated="2031-04-10",
            ),
            False,
            id="one speaker on two days",
        ),
        pytest.param(
            told("The minister resigned over fish.", kind="resignation", occurred=SAME_DAY),
            told("The minister struck a deal over fish.", by="two", kind="treaty"),
            False,
            id="two kinds",
        ),
    ],
)
def test_tellings_of_one_happening_score_above_the_threshold(
    first: Claim, second: Claim, *, one: bool
) -> None:
    index = LinkIndex()
    index.add("known", second)
    assert (index.score(first, "known").total >= 0.62) == one


@pytest.mark.parametrize(
    ("mine", "theirs", "least", "most"),
    [
        (Figure.exactly("killed", 14), Figure.exactly("killed", 14), 1, 1),
        (Figure.exactly("killed", 14), Figure("killed", low=10), 1, 1),
        (Figure.exactly("killed", 14), Figure.exactly("killed", 41), 0.2, 0.2),
        (Figure.exactly("killed", 14), Figure.exactly("wounded", 14), 0.5, 0.5),
        (Figure("sent", low=1000, approximate=True), Figure.exactly("sent", 950), 1, 1),
    ],
)
def test_figures_agree_within_their_bounds(
    mine: Figure, theirs: Figure, least: float, most: float
) -> None:
    found = score(told(figures=[mine]), told(by="two", figures=[theirs]))
    assert least <= found.figures <= most


def test_a_score_tells_its_reasons_in_the_words_of_the_claims() -> None:
    first = told("Missiles hit the port of Odesa.", about=["ukraine"], occurred=SAME_DAY)
    second = told("Odesa's port was struck.", by="two", about=["ukraine"], occurred="2031-04")
    why = score(first, second).why
    for told_word in ("both strike", "2031-04-02 and 2031-04", "ukraine", "Odesa", "port"):
        assert told_word in why


@pytest.mark.parametrize(
    ("first", "second"),
    [("visit", "visit"), ("visit", "meeting"), ("plan", "strike"), ("", "strike"), ("a", "b")],
)
def test_kinship_is_symmetric_and_never_above_that_with_itself(first: str, second: str) -> None:
    assert kinship(first, second) == kinship(second, first)
    assert kinship(first, second) <= max(kinship(first, first), 0.4)


def test_an_empty_score_can_be_shown() -> None:
    assert Score(1, 1, 1, 1, 1, 1, total=1.0).why == "1.00"


def test_one_article_s_undated_statements_are_two() -> None:
    said = [
        Claim(
            f"one-1#{number}",
            Stance.ASSERTS,
            ("one", "hadrec"),
            text="He promised revenge.",
            reading=Reading("hand", 1.0, kind="statement", about=("hadrec",)),
        )
        for number in (1, 2)
    ]
    assert score(*said).veto == "one article tells of two statements"


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (told(kind="visit"), told(kind="verdict"), "a visit is no verdict"),
        (told("It fell in Pelk."), told("It fell in Brel.", by="two"), "one is placed in Pelk"),
        (
            told(kind="statement", speaker="hadrec"),
            told(kind="statement", speaker="lund", by="two"),
            "two speakers make two statements",
        ),
    ],
)
def test_a_score_says_what_excludes(first: Claim, second: Claim, why: str) -> None:
    found = score(first, second)
    assert found.total == 0
    assert found.veto.startswith(why)
    assert found.why.startswith("not one: ")
