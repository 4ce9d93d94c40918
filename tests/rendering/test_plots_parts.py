"""The parts of drawings: each is held to what it promises, over all that it can be given."""

from __future__ import annotations

import itertools
import math
import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.worlds import histories, points
from timeline import Timeline
from timeline.dates import When
from timeline.model import Article, ArticlePublished, Claim, ClaimStated, Figure
from timeline.queries import FigureSeries
from timeline.rendering.plots._axis import Axis
from timeline.rendering.plots._band import band
from timeline.rendering.plots._labels import Label, placed
from timeline.rendering.plots._soft import SHORTEST, across, surest, upwards
from timeline.rendering.plots._svg import escaped, fitted, number, wide
from timeline.rendering.plots._values import Values
from timeline.testing import whens

BOX = re.compile(
    r'<rect (?:class="sure" opacity="(?P<opacity>[0-9.]+)"|fill="(?P<fill>[^"]+)")'
    r' x="(?P<x>[0-9.-]+)" y="(?P<y>[0-9.-]+)" width="(?P<width>[0-9.]+)"'
    r' height="(?P<height>[0-9.]+)"/>'
)
days = st.integers(700_000, 760_000)
spans = st.lists(days, min_size=1, max_size=8)
CLOSE = 0.02


def axes(shown: list[int], *, upright: bool = False) -> Axis:
    """Return an axis 600 pixels long that shows some days."""
    return Axis.of(shown, *((600.0, 0.0) if upright else (0.0, 600.0)))


# ---- The band ---------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(histories(), points)
def test_the_band_is_the_range_of_what_was_known_by_each_day(
    history: list[object], day: int
) -> None:
    collection = Timeline.in_memory()
    collection.record(*history)  # type: ignore[arg-type]  # histories are of events

    for series in collection.figures(When.day(day)).values():
        steps = band(series)
        known = [one for one in series.readings if one.certain]
        assert [step.day for step in steps] == sorted({_told(one) for one in known})
        for step in steps:
            by_then = tuple(one for one in known if _told(one) <= step.day)
            asked = FigureSeries(series.measure, by_then)
            assert step.span == asked.range
            assert asked.newest is not None
            assert step.unit == asked.newest.figure.unit


def test_the_band_counts_in_the_unit_of_the_newest_word_and_in_all_figures_of_a_claim() -> None:
    collection = Timeline.in_memory()
    collection.record(
        ArticlePublished(Article("one", "herald", "2025-01-10")),
        ArticlePublished(Article("two", "daily", "2025-01-11")),
        *(
            ClaimStated(Claim(name, stance, (outlet,), stated=day, basis="dated", figures=given_))
            for name, stance, outlet, day, given_ in (
                ("one#1", "estimates", "herald", "2025-01-02", [exactly(5, "men")]),
                ("two#1", "estimates", "daily", "2025-01-03", [exactly(3, "tanks")]),
                ("one#2", "estimates", "herald", "2025-01-04", [exactly(7, "men")]),
                ("one#3", "forecasts", "herald", "2025-01-05", [exactly(9, "guns")]),
                (
                    "two#2",
                    "estimates",
                    "daily",
                    "2025-01-06",
                    [exactly(1, "men"), exactly(8, "men")],
                ),
            )
        ),
    )

    steps = band(collection.figures("2025-01-20")["lost"])

    found = [(step.unit, None if step.span is None else str(step.span)) for step in steps]
    assert found == [
        ("men", "5"),
        ("tanks", "3"),
        ("men", "7"),
        ("guns", None),
        ("men", "1 to 8"),
    ]


def exactly(value: int, unit: str) -> Figure:
    return Figure.exactly("lost", value, unit)


def _told(one: object) -> int:
    return one.reading.told.known.latest  # type: ignore[attr-defined,no-any-return]  # a KnownReading


# ---- Axes -------------------------------------------------------------------------------------


@given(spans, st.lists(days, max_size=5), st.sampled_from([(0.0, 600.0), (600.0, 0.0)]))
def test_an_axis_goes_from_its_start_to_its_end_and_never_back(
    shown: list[int], crowds: list[int], ends: tuple[float, float]
) -> None:
    start, end = ends
    axis = Axis.of(shown, start, end, crowds=crowds)

    places = [axis.at(day) for day in range(axis.first, axis.last + 2)[:: 1 + len(shown) * 97]]

    assert (axis.at(axis.first), axis.at(axis.last + 1)) == (start, end)
    assert axis.at(axis.first - 9) == start
    assert axis.at(axis.last + 9) == end
    steps = [after - before for before, after in itertools.pairwise(places)]
    assert all(step * (end - start) > 0 for step in steps)


@given(spans, st.integers(20, 200))
def test_the_days_that_an_axis_names_stand_apart_and_in_their_places(
    shown: list[int], least: int
) -> None:
    axis = axes(shown)

    ticks = axis.ticks(least)

    assert all(0 <= spot <= 600 for spot, _ in ticks)
    assert all(after - before >= least for (before, _), (after, _) in itertools.pairwise(ticks))
    assert ticks  # an axis names a day at least


@given(spans, st.tuples(days, days))
def test_an_axis_of_only_some_days_shows_these(shown: list[int], only: tuple[int, int]) -> None:
    first, last = sorted(only)

    axis = Axis.of(shown, 0, 600, crowds=shown, only=(first, last))

    assert (axis.first, axis.last) == (first, last)
    assert all(0 <= axis.at(day) <= 600 for day in shown)


# ---- Values -----------------------------------------------------------------------------------

values = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(values, min_size=1), st.data())
def test_values_keep_their_order_and_stay_on_the_drawing(
    shown: list[float], data: st.DataObject
) -> None:
    axis = Values.of(shown, 300, 20)
    low, high = sorted(data.draw(st.tuples(*[st.sampled_from(shown)] * 2)))

    assert 20 - CLOSE <= axis.at(high) <= axis.at(low) <= 300 + CLOSE
    assert 20 - CLOSE <= axis.at(0) <= 300 + CLOSE


@given(st.lists(values, min_size=1))
def test_round_values_lie_on_the_axis_and_are_few(shown: list[float]) -> None:
    axis = Values.of(shown, 300, 20)

    ticks = axis.ticks()

    assert 1 <= len(ticks) <= 12
    assert all(map(math.isfinite, ticks))
    assert all(20 - CLOSE <= axis.at(tick) <= 300 + CLOSE for tick in ticks)


# ---- Soft dates -------------------------------------------------------------------------------


def boxes(drawn: str) -> list[dict[str, str | None]]:
    """Return the boxes of a mark, having seen that it consists of nothing else."""
    assert BOX.sub("", drawn) == ""
    return [found.groupdict() for found in BOX.finditer(drawn)]


@given(whens(), spans)
def test_a_date_is_drawn_over_its_days_and_no_others(when: When, shown: list[int]) -> None:
    axis = axes(shown)

    found = boxes(across(when, axis, 0, 9, "sure"))

    low = 0.0 if when.earliest is None else axis.at(when.earliest)
    high = 600.0 if when.latest is None else axis.at(when.latest + 1)
    hidden = (when.earliest is not None and when.earliest > axis.last) or (
        when.latest is not None and when.latest < axis.first
    )
    assert bool(found) is not hidden
    if found:
        left = min(float(box["x"] or 0) for box in found)
        right = max(float(box["x"] or 0) + float(box["width"] or 0) for box in found)
        short = high - low < SHORTEST
        slack = SHORTEST if short else CLOSE
        assert abs(left - low) <= slack
        assert abs(right - high) <= slack
        assert right - left >= SHORTEST - 2 * CLOSE


@given(days)
def test_a_day_is_solid_and_two_days_are_not(day: int) -> None:
    axis = axes([day - 3, day + 3])

    (solid,) = boxes(across(When.day(day), axis, 0, 9, "sure"))
    (soft,) = boxes(across(When.between(day, day + 1), axis, 0, 9, "sure"))

    assert (solid["opacity"], soft["opacity"]) == ("1", "0.5")


@given(days, st.integers(2, 400))
def test_a_day_within_bounds_fades_to_both_sides(day: int, width: int) -> None:
    when = When.between(day, day + width)
    axis = axes([day, day + width])

    first, last = boxes(across(when, axis, 0, 9, "sure"))

    assert first["fill"] == "url(#timeline-plot-sure-left)"
    assert last["fill"] == "url(#timeline-plot-sure-right)"


@given(whens(), spans)
def test_a_date_is_drawn_alike_upwards(when: When, shown: list[int]) -> None:
    lying = boxes(across(when, axes(shown), 0, 9, "sure"))
    standing = boxes(upwards(when, axes(shown, upright=True), 0, 9, "sure", reach=600))

    assert len(lying) == len(standing)
    lengths = sorted(float(box["width"] or 0) for box in lying)
    heights = sorted(float(box["height"] or 0) for box in standing)
    assert all(abs(one - other) < CLOSE for one, other in zip(lengths, heights, strict=True))


def test_what_has_no_bound_fades_within_reach() -> None:
    (box,) = boxes(
        upwards(
            When("[..2025-01-20]"), axes([739000, 740000], upright=True), 0, 9, "sure", reach=60
        )
    )

    assert box["height"] == "60"
    assert box["fill"] == "url(#timeline-plot-sure-down)"


@given(whens())
def test_the_surest_day_is_one_of_the_date(when: When) -> None:
    day = surest(when)

    if day is None:
        assert (when.earliest, when.latest) == (None, None) or when.is_interval
    else:
        assert when.earliest is None or when.earliest <= day
        assert when.latest is None or day <= when.latest


# ---- Names ------------------------------------------------------------------------------------

spots = st.floats(0, 600)
FRAME = (10.0, 10.0, 590.0, 390.0)


@given(
    st.lists(st.builds(Label, st.text(min_size=1, max_size=60), spots, st.floats(0, 400))),
    st.lists(st.tuples(spots, st.floats(0, 400))),
)
def test_names_cover_neither_each_other_nor_a_mark(
    labels: list[Label], marks: list[tuple[float, float]]
) -> None:
    found = [
        (float(x), float(y), anchor, words)
        for x, y, anchor, words in re.findall(
            r'<text x="([0-9.-]+)" y="([0-9.-]+)"[^>]* text-anchor="(start|end)">([^<]*)</text>',
            "".join(placed(labels, marks, FRAME)),
        )
    ]

    taken = []
    for x, y, anchor, shown in found:
        lengths = [
            wide(fitted(one.words, 250))
            for one in labels
            if escaped(fitted(one.words, 250)) == shown
        ]
        left = x if anchor == "start" else x - lengths[0]
        taken.append((left, y - 10, left + lengths[0], y + 3))
    for box in taken:
        assert FRAME[0] - CLOSE <= box[0]
        assert box[2] <= FRAME[2] + CLOSE
        assert not any(
            box[0] + CLOSE < x < box[2] - CLOSE and box[1] + CLOSE < y < box[3] - CLOSE
            for x, y in marks
        )
    for one, other in itertools.combinations(taken, 2):
        apart_across = one[2] <= other[0] + CLOSE or other[2] <= one[0] + CLOSE
        apart_down = one[3] <= other[1] + CLOSE or other[3] <= one[1] + CLOSE
        assert apart_across or apart_down


def test_the_first_name_has_its_place() -> None:
    drawn = "".join(placed([Label("Raid", 300, 200), Label("Visit", 300, 200)], [], FRAME))

    assert drawn.index("Raid") < drawn.index("Visit")
    assert 'x="307"' in drawn
    assert 'x="293"' in drawn


def test_a_name_goes_to_the_side_where_no_mark_is() -> None:
    drawn = "".join(placed([Label("Raid", 300, 200)], [(300, 200), (320, 200)], FRAME))

    assert 'x="293"' in drawn
    assert 'text-anchor="end"' in drawn


# ---- Words and numbers ------------------------------------------------------------------------


@given(st.text(), st.floats(1, 500))
def test_cut_words_fit(words: str, room: float) -> None:
    shown = fitted(words, room)

    assume(room >= 13)  # an ellipsis needs room, too
    assert wide(shown) <= room
    assert shown.endswith("…") or shown == fitted(words, 10_000)


@given(st.floats(-1e6, 1e6))
def test_numbers_are_short_and_near(value: float) -> None:
    text = number(value)

    assert abs(float(text) - value) <= 0.0051
    assert "e" not in text
    assert text != "-0"
    assert len(text.partition(".")[2]) <= 2
