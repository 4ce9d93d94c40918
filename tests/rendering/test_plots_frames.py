"""Every answer becomes rows, frames of three libraries, a page and text, by its own methods."""

from __future__ import annotations

import pytest

from tests.rendering.collections import every_answer
from timeline import Timeline
from timeline.dates import When
from timeline.formats import frame
from timeline.queries import Fact, Shown, _shown

polars = pytest.importorskip("polars")
pandas = pytest.importorskip("pandas")
pyarrow = pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def answers() -> list[Shown]:
    collection = Timeline.read("fixtures/streams")
    every = every_answer(collection, When("2025-01-20"))
    return list({type(one): one for one in every}.values())


def test_every_kind_of_answer_is_here(answers: list[Shown]) -> None:
    ours = {kind for kind in Shown.__subclasses__() if kind.__module__.startswith("timeline.")}

    # A fact whose status was read is of a kind below that of facts.
    assert {kind for one in answers for kind in type(one).__mro__ if kind in ours} == ours
    assert all(isinstance(one, tuple(ours)) for one in answers)


def test_every_answer_becomes_the_frame_that_formats_make(answers: list[Shown]) -> None:
    for one in answers:
        assert one.to_polars().equals(frame(one, "polars"))
        pandas.testing.assert_frame_equal(one.to_pandas(), frame(one, "pandas"))
        assert one.to_arrow().equals(frame(one, "arrow"))


def test_a_frame_has_a_row_for_each_row(answers: list[Shown]) -> None:
    for one in answers:
        rows = len(one.to_rows())  # type: ignore[attr-defined]  # every kind of answer has it

        assert rows > 0
        assert len(one.to_polars()) == len(one.to_pandas()) == one.to_arrow().num_rows == rows


def test_a_fact_is_a_frame_of_its_claims(answers: list[Shown]) -> None:
    (fact,) = [one for one in answers if isinstance(one, Fact)]

    table = fact.to_polars()

    assert table["claim"].to_list() == [one.id for one in fact.claims]
    assert [row["claim"] for row in fact.to_rows()] == [one.id for one in fact.claims]


def test_without_the_facade_an_answer_prints_as_its_repr(
    answers: list[Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_shown, "_FORMS", [])

    for one in answers:
        assert str(one) == repr(one)
        assert one._repr_html_() is None
        with pytest.raises(ValueError, match="with `timeline` loaded"):
            one.plot()
