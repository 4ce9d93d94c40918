"""Drawings of answers: whole and harmless whatever stands in them, and true to what was known."""

from __future__ import annotations

import math
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rendering.collections import written_by
from tests.rendering.test_shown import HOSTILE
from tests.worlds import histories, points
from timeline import Timeline
from timeline.dates import When
from timeline.errors import InvalidValue, UnknownName
from timeline.model import Article, ArticlePublished, Claim, ClaimStated, Figure
from timeline.rendering.plots import Plot, chronology_svg, estimates_svg, plane_svg, plot_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = When("2025-01-20")
SVG = "{http://www.w3.org/2000/svg}"
HARMLESS = {
    "svg": {"class", "viewBox", "width", "height", "role", "style"},
    "style": set(),
    "title": set(),
    "defs": set(),
    "linearGradient": {"id", "x1", "y1", "x2", "y2"},
    "stop": {"class", "offset", "stop-opacity"},
    "rect": {"class", "x", "y", "width", "height", "rx", "fill", "fill-opacity", "opacity"},
    "path": {"class", "d"},
    "text": {"class", "x", "y", "text-anchor"},
    "g": set(),
}
LENGTHS = ("x", "y", "width", "height")
FADING = re.compile(r"url\(#timeline-plot-[a-z]+-(up|down|left|right)\)")


def read(svg: str) -> list[str]:
    """Return the words of a drawing, having seen that nothing in it acts, loads or lies outside."""
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    wide, high = float(root.attrib["width"]), float(root.attrib["height"])
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"
    ids = {str(one.get("id")) for one in root.iter(f"{SVG}linearGradient")}
    words: list[str] = []
    for one in root.iter():
        name = one.tag.removeprefix(SVG)
        assert set(one.attrib) <= HARMLESS[name]
        for key, value in one.attrib.items():
            assert "url" not in value or FADING.fullmatch(value)
            assert "url" not in value or value[5:-1] in ids
            if key in LENGTHS:
                assert math.isfinite(float(value))
        if name == "rect":
            x, y, width, height = (float(one.attrib.get(key, 0)) for key in LENGTHS)
            assert min(x, y, width, height) >= -2
            assert x + width <= wide + 2
            assert y + height <= high + 2
        if name == "text":
            assert 0 <= float(one.attrib["x"]) <= wide
            assert 0 <= float(one.attrib["y"]) <= high
        if name == "style":
            assert not re.search(r"url|@import|expression|<", one.text or "")
        elif (one.text or "").strip():
            assert name in {"text", "title"}
            words.append(one.text or "")
    return words


def drawings(collection: Timeline, day: When) -> Iterator[str]:
    """Yield every drawing of what was known on *day*."""
    known = collection.known(day)
    yield known.plot().svg
    yield collection.chronology(on=day).plot().svg
    yield collection.chronology("2025-01", on=day).plot().svg
    yield known.figures.plot().svg
    for measure in known.figures:
        yield known.figures.plot(measure).svg


@pytest.fixture(scope="module")
def five() -> Timeline:
    return Timeline.read("fixtures/streams")


# ---- Laws -----------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(histories(), points)
def test_answers_of_any_world_are_drawn_whole(history: list[object], day: int) -> None:
    collection = Timeline.in_memory()
    collection.record(*history)  # type: ignore[arg-type]  # histories are of events

    for svg in drawings(collection, When.day(day)):
        assert read(svg)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(HOSTILE) | st.text(min_size=1, max_size=30))
def test_hostile_words_are_only_words(hostile: str) -> None:
    for svg in drawings(written_by(hostile), DAY):
        for words in read(svg):
            assert all(char.isprintable() or char in "\u200c\u200d" for char in words)


@settings(max_examples=25, deadline=None)
@given(histories(), points)
def test_every_fact_is_drawn_or_counted(history: list[object], day: int) -> None:
    collection = Timeline.in_memory()
    collection.record(*history)  # type: ignore[arg-type]  # histories are of events
    known = collection.known(When.day(day))
    dated = [fact for fact in known.values() if fact.occurred is not None]

    words = read(plane_svg(known))

    tips = [one for one in words if re.search("; (happened|expected) .*; ", one)]
    assert len(tips) == len(dated)
    undated = len(known) - len(dated)
    counted = [one for one in words if one.startswith("not drawn: ")]
    assert counted == ([f"not drawn: {undated} without a date"] if undated else [])


@settings(max_examples=25, deadline=None)
@given(histories(), points)
def test_every_line_of_a_chronology_is_drawn_in_order(history: list[object], day: int) -> None:
    collection = Timeline.in_memory()
    collection.record(*history)  # type: ignore[arg-type]  # histories are of events
    table = collection.chronology(on=When.day(day))

    root = ET.fromstring(chronology_svg(table))

    rows = [one.findtext(f"{SVG}title") or "" for one in root.iter(f"{SVG}g")]
    assert len(rows) == len(table.lines)
    for row, line in zip(rows, table.lines, strict=True):
        assert str(line.line.status) in row


# ---- The five articles ----------------------------------------------------------------------


def test_the_plane_shows_what_was_sure_and_what_was_possible(five: Timeline) -> None:
    words = read(plane_svg(five.known("2025-01-20")))

    assert "What had happened, by when it became known" in words
    assert "as known by the end of 20 January 2025, by when sources said so" in words
    assert (
        "Two North Korean soldiers are taken prisoner; happened by 20 January 2025; "
        "known between 1 and 20 January 2025; reported"
    ) in words
    assert "Russia wins in 2025; expected in 2025; known about 1 January 2025; forecast" in words
    assert {"certainly known", "only possibly known"} <= set(words)
    assert "in dispute or denied" not in words
    assert "in dispute or denied" in read(plane_svg(five.known("2025-02-07")))


def test_the_band_names_each_voice_with_its_newest_word(five: Timeline) -> None:
    words = read(estimates_svg(five.figures("2025-02-07"), "casualties"))

    assert "casualties (people): what each source said" in words
    at = words.index("Alexander Kovalenko")
    assert words[at + 1] == "about 5,000 or fewer people"
    assert "at least 3,000 people" in words
    assert "3,000 to 5,000, open on both sides" in words


def test_the_measure_over_which_most_differ_is_drawn_if_none_is_named(five: Timeline) -> None:
    table = five.figures("2025-02-07")
    told = {
        name: len({(one.reading.origin, one.reading.figure.quantity) for one in series.readings})
        for name, series in table.items()
    }

    drawn = estimates_svg(table)

    assert max(told.values()) == told[drawn.partition("<title>")[2].partition(" (")[0]]


def test_a_chronology_says_its_dates_in_words(five: Timeline) -> None:
    words = read(chronology_svg(five.chronology("2025-01", on="2025-02-07")))

    at = words.index("About 1,000 North Koreans are dead, Western sources…")
    assert words[at + 1] == "between 11 and 20 January 2025, reported"
    assert "What happened in January 2025" in words


def test_nothing_known_is_said(five: Timeline) -> None:
    nothing = "1999-01-01"

    assert "Nothing was known by then." in read(plane_svg(five.known(nothing)))
    assert "No figures were known by then." in read(estimates_svg(five.figures(nothing)))
    empty = read(chronology_svg(five.chronology(on=nothing)))
    assert "Nothing was known to have happened." in empty


def test_many_lines_are_counted_where_they_are_not_drawn() -> None:
    collection = Timeline.in_memory()
    collection.record(ArticlePublished(Article("one", "herald", "2025-01-10")))
    collection.record(
        *(
            ClaimStated(
                Claim(
                    f"one#{number}",
                    "estimates",
                    ("herald", f"source{number}"),
                    occurred="2025-01-02",
                    figures=[Figure("shells", low=number, unit="a" if number > 20 else "b")],
                )
            )
            for number in range(1, 701)
        )
    )

    plane = read(collection.known(DAY).plot().svg)
    assert "not drawn: 100 that became known later" in plane
    assert "and 580 more lines" in read(collection.chronology(on=DAY).plot().svg)
    band = read(collection.figures(DAY).plot("shells").svg)
    assert "not drawn: 20 in another unit, 280 older" in band
    assert "and 393 more sources" in band


# ---- Values that are hard to draw -------------------------------------------------------------

BOUNDS = st.none() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, width=64)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(BOUNDS, BOUNDS), min_size=1, max_size=4))
def test_figures_of_any_size_are_drawn(bounds: list[tuple[float | None, float | None]]) -> None:
    figures = [
        Figure("m", low=min(low, high), high=max(low, high))
        if low is not None and high is not None
        else Figure("m", low=low, high=high)
        for low, high in bounds
        if (low, high) != (None, None) and not any(map(_infinite, (low, high)))
    ]
    collection = Timeline.in_memory()
    collection.record(
        ArticlePublished(Article("one", "herald", "2025-01-10")),
        ClaimStated(Claim("one#1", "estimates", ("herald",), figures=figures)),
    )

    assert read(collection.figures(DAY).plot().svg)


def _infinite(value: float | None) -> bool:
    return value is not None and math.isinf(value)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([360, 500, 760, 1600, 8000]), st.text(max_size=300))
def test_drawings_of_any_width_hold_all(width: int, title: str) -> None:
    collection = written_by(f"x{title}")

    for answer in (collection.known(DAY), collection.chronology(on=DAY), collection.figures(DAY)):
        assert f'width="{width}"' in answer.plot(width=width).svg
        read(answer.plot(width=width).svg)


# ---- The drawing in hand ----------------------------------------------------------------------


def test_a_plot_shows_in_a_notebook_and_is_saved(five: Timeline, tmp_path: Path) -> None:
    plot = five.known("2025-01-20").plot()

    plot.save(tmp_path / "plane.svg")

    assert isinstance(plot, Plot)
    assert plot._repr_svg_() == plot.svg
    assert (tmp_path / "plane.svg").read_text(encoding="utf-8") == f"{plot.svg}\n"
    assert repr(plot) == "Plot()"


def test_the_same_answer_gives_the_same_drawing(five: Timeline) -> None:
    again = Timeline.read("fixtures/streams")

    assert list(drawings(five, DAY)) == list(drawings(again, DAY))


@pytest.mark.parametrize("width", [0, 359, 8001, -5, True, 500.5])
def test_a_width_without_room_is_refused(five: Timeline, width: int) -> None:
    for answer in (five.known(DAY), five.figures(DAY), five.chronology(on=DAY)):
        with pytest.raises(InvalidValue, match=r"plot\.width"):
            answer.plot(width=width)


def test_what_cannot_be_drawn_is_refused(five: Timeline) -> None:
    with pytest.raises(InvalidValue, match="known, figures or chronology"):
        five.forecasts(DAY).plot()
    with pytest.raises(InvalidValue, match="left out, but for figures"):
        plot_of(five.known(DAY), "casualties")
    with pytest.raises(UnknownName, match="did you mean casualties"):
        five.figures(DAY).plot("casualtys")
