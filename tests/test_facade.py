"""The facade: its names, and that importing it costs next to nothing."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import timeline
from timeline import AsOf, FactProjection, News, Timeline
from timeline.errors import InvalidValue

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("rich", "cyclopts", "hypothesis", "jinja2", "sentencex", "rapidfuzz", "tomlkit", "polars")


def loaded(code: str) -> set[str]:
    script = f"{code}\nimport sys\nprint(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    "code",
    [
        "import timeline",
        "import timeline; timeline.Timeline.in_memory().known('2025-01-20').facts()",
        "import timeline.timex, timeline.store, timeline.queries",
    ],
)
def test_nothing_heavy_is_loaded_to_ask_what_was_known(code: str) -> None:
    assert not {name for name in HEAVY if name in loaded(code)}


def test_importing_the_package_loads_none_of_its_floors() -> None:
    assert {name for name in loaded("import timeline") if name.startswith("timeline.")} == set()


def test_every_name_of_the_facade_can_be_had() -> None:
    assert set(timeline.__all__) <= set(dir(timeline))
    for name in timeline.__all__:
        assert getattr(timeline, name).__module__.startswith("timeline.")
    with pytest.raises(AttributeError, match="no attribute 'Timelines'"):
        _ = timeline.Timelines


def test_a_collection_goes_through_a_file_of_another_format_unchanged(tmp_path: Path) -> None:
    collection = Timeline.read("fixtures/streams")
    report = collection.export(tmp_path / "events.csv", "csv")
    assert not report.losses
    copy = Timeline.in_memory()
    copy.take_in(tmp_path / "events.csv", "csv")
    assert copy.store.head() == collection.store.head()
    slides = collection.export(tmp_path / "slides.json", "timelinejs", on="2025-02-07")
    assert slides.losses


def test_a_collection_and_its_figures_say_in_a_line_what_they_are() -> None:
    with Timeline.read("fixtures/streams") as collection:
        assert repr(collection) == "<Timeline in memory>"
        series = collection.figures("2025-02-07")["casualties"]
    assert repr(series) == (
        "<FigureSeries of casualties: 4 readings, 3,000 to 5,000, open on both sides>"
    )
    assert [row["origin"] for row in series.to_rows()] == [
        one.reading.origin for one in series.readings
    ]


def test_a_question_without_a_date_is_asked_of_today_only_where_that_is_said() -> None:
    with Timeline.read("fixtures/streams") as collection:
        with pytest.raises(InvalidValue, match="must be a When, a date"):
            collection.known(None)  # type: ignore[arg-type]
        today = dt.datetime.now(dt.UTC).date().isoformat()
        assert str(collection.history("withdrawal").as_of.known) >= today


def test_a_class_of_projections_is_no_projection() -> None:
    class Counted(FactProjection[int, int]):
        def initial(self) -> int:
            return 0

        def evolve(self, state: int, news: News) -> int:
            del news
            return state + 1

        def finish(self, state: int, as_of: AsOf) -> int:
            del as_of
            return state

    with Timeline.read("fixtures/streams") as collection:
        with pytest.raises(InvalidValue, match="must be an instance of Projection"):
            collection.project(Counted, as_of="2025-01-20")  # type: ignore[arg-type]
        assert collection.project(Counted(), as_of="2025-01-20")["defence-pact"] == 2
