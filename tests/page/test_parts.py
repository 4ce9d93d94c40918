"""The parts of the page: bars, the scale, spans of dates, quotes in their articles."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Certainty, When
from timeline.model import Article, Claim, Evidence, Figure, Known
from timeline.projections import Reading, Told
from timeline.queries import FigureSeries, KnownReading
from timeline.rendering import inert
from timeline.rendering.page._bars import Stretch, bar
from timeline.rendering.page._figures import Speaking, range_row
from timeline.rendering.page._links import marked
from timeline.rendering.page._scale import Scale
from timeline.rendering.page._tables import Spans, Table
from timeline.testing import whens

FAR = 10**7
days = st.integers(-FAR, FAR)


# ---- Bars -------------------------------------------------------------------------------------


@given(whens())
def test_a_bar_spans_exactly_what_a_date_can_touch(when: When) -> None:
    stretches = bar(when)

    assert (stretches[0].first, stretches[-1].last) == (when.earliest, when.latest)
    for one, other in itertools.pairwise(stretches):
        assert one.last == other.first
        assert one.last is not None


@given(whens())
def test_a_bar_is_strong_somewhere_and_never_more_than_solid(when: When) -> None:
    stretches = bar(when)

    assert all(0 <= strength <= 1 for one in stretches for strength in (one.begins, one.ends))
    unbounded = when.earliest is None and when.latest is None
    assert unbounded or max(max(one.begins, one.ends) for one in stretches) > 0


@given(whens())
def test_a_bar_is_solid_only_where_it_certainly_was_so(when: When) -> None:
    for one in bar(when):
        if when.is_interval and (one.begins, one.ends) == (1, 1) and one.first != one.last:
            assert one.first == when.start_latest
            assert one.last == when.end_earliest


@given(whens())
def test_a_bar_fades_where_a_bound_is_open(when: When) -> None:
    first, *_, last = (*bar(when), *bar(when))
    if first.first is None:
        assert first.begins == 0
    if last.last is None:
        assert last.ends == 0


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("2025-01-09", [(1, 1)]),
        ("2024-11", [(0, 1), (1, 0)]),
        ("2025-01-16~/..", [(0, 1), (1, 0)]),
        ("2025-01-09/2025-01-12", [(1, 1)]),
        ("2024-11/2025-01", [(0, 1), (1, 1), (1, 0)]),
        ("[..2025-01-20]", [(0, 1)]),
        ("../[2025-02-07..]", [(0, 1), (1, 0)]),
    ],
)
def test_bars_of_dates_as_news_has_them(text: str, strengths: list[tuple[float, float]]) -> None:
    assert [(one.begins, one.ends) for one in bar(When(text))] == strengths


def test_no_date_has_no_bar() -> None:
    assert bar(None) == ()
    assert bar(When("[..]")) == (Stretch(None, None, 0, 0),)


# ---- The scale --------------------------------------------------------------------------------


@given(st.lists(days, min_size=1), st.lists(days))
def test_later_days_have_later_places(shown: list[int], crowd: list[int]) -> None:
    scale = Scale.of(shown, crowd)

    assert {*shown, *crowd} <= set(scale.days)
    assert all(one < other for one, other in itertools.pairwise(scale.days))
    assert all(one < other for one, other in itertools.pairwise(scale.places))
    assert scale.places[0] == 0


@given(st.integers(0, FAR), st.integers(1, FAR), st.integers(1, FAR))
def test_a_longer_gap_has_more_room_but_not_in_proportion(first: int, gap: int, more: int) -> None:
    short, long = Scale.of([first, first + gap]), Scale.of([first, first + gap + more])

    assert short.places[-1] < long.places[-1] <= short.places[-1] * (gap + more) / gap


@given(st.lists(st.integers(1, 3_000_000), min_size=2))
def test_ticks_lie_within_the_scale_and_are_not_too_many(shown: list[int]) -> None:
    scale = Scale.of(shown)
    ticks = scale.ticks()

    assert len(ticks) <= 900
    assert all(scale.days[0] <= day <= scale.days[-1] for day, _, _ in ticks)
    assert [day for day, _, _ in ticks] == sorted({day for day, _, _ in ticks})


def test_the_ticks_of_a_year_are_its_months() -> None:
    first, last = When("2024-12-15").earliest, When("2025-03-02").latest
    assert first is not None
    assert last is not None
    words = [(words, rank) for _, words, rank in Scale.of([first, last]).ticks()]

    assert words == [("2025", 0), ("Feb 2025", 1), ("Mar 2025", 1)]


# ---- Tables and spans -------------------------------------------------------------------------


@given(st.lists(st.text(max_size=3)))
def test_a_table_gives_each_key_one_row(keys: list[str]) -> None:
    table: Table[str, str] = Table(str.upper)
    numbers = [table[key] for key in keys]

    assert [table.rows[number] for number in numbers] == [key.upper() for key in keys]
    assert len(table.rows) == len(set(keys))


def at(closed: list[tuple[tuple[int, str], int, int]], date: int) -> list[tuple[int, str]]:
    return [key for key, first, gone in closed if first <= date and (gone < 0 or date < gone)]


def spans_of(states: list[dict[int, str]]) -> list[tuple[tuple[int, str], int, int]]:
    spans = Spans[tuple[int, str], tuple[int, str]](lambda one: one[0], lambda one: one)
    for date, state in enumerate(states):
        spans.at(date, sorted(state.items()))
    return spans.closed()


states = st.lists(st.dictionaries(st.integers(0, 6), st.sampled_from("abc")), max_size=8)


@given(states)
def test_spans_tell_of_every_date_what_was_there(states: list[dict[int, str]]) -> None:
    closed = spans_of(states)

    for date, state in enumerate(states):
        assert sorted(at(closed, date)) == sorted(state.items())


@given(states)
def test_spans_keep_the_order_of_lists_that_only_grow(changes: list[dict[int, str]]) -> None:
    grown: list[dict[int, str]] = []
    for change in changes:
        grown.append({**(grown[-1] if grown else {}), **change})

    closed = spans_of(grown)

    for date, state in enumerate(grown):
        assert at(closed, date) == sorted(state.items())


# ---- Quotes in their articles -----------------------------------------------------------------


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, list[Evidence]]:
    """Draw a text and quotes of it, which may overlap."""
    text = draw(st.text("ab c.\n\t", min_size=1, max_size=60))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 20)), max_size=5))
    return text, [Evidence.at(text, start, min(len(text), start + n)) for start, n in spans]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(quoted())
def test_marking_keeps_the_words_and_marks_the_quotes(case: tuple[str, list[Evidence]]) -> None:
    text, quotes = case
    paragraphs = marked(Article("one", "herald", "2025-01-10", text=text), quotes)

    pieces = [piece for paragraph in paragraphs for piece in paragraph]
    assert squeezed("".join(words for words, _ in pieces)) == squeezed(text)
    inside = {at for one in quotes for at in range(one.start, one.end)}
    wanted = "".join(char for at, char in enumerate(text) if at in inside)
    shown = "".join(words for words, name in pieces if name is not None)
    assert squeezed(shown) == squeezed(wanted)


@given(quoted())
def test_each_quote_of_words_has_its_place_once(case: tuple[str, list[Evidence]]) -> None:
    text, quotes = case
    paragraphs = marked(Article("one", "herald", "2025-01-10", text=text), quotes)

    names = [name for paragraph in paragraphs for _, name in paragraph if name]
    assert len(names) == len(set(names))
    assert {f"text-one-{one.start}" for one in quotes if one.exact[0].strip()} <= set(names)


def test_a_quote_that_the_text_does_not_have_is_not_marked() -> None:
    text = "They said so."
    pieces = marked(Article("one", "herald", "2025-01-10", text=text), [Evidence("so they", 0, 7)])

    assert pieces == [[(text, None)]]


def test_the_words_of_an_article_are_inert() -> None:
    article = Article("one", "herald", "2025-01-10", text="Say \u202eit.\n\nAgain.")

    assert marked(article, ()) == [[(inert("Say \u202eit."), None)], [("Again.", None)]]


# ---- Figures ----------------------------------------------------------------------------------


figures = st.builds(
    Figure, st.just("lost"), low=st.integers(0, 9), unit=st.sampled_from(("people", "tanks"))
)


@st.composite
def told_figures(draw: st.DrawFn) -> list[KnownReading]:
    """Draw certainly known figures: some claims of a few origins, each with some figures."""
    found: list[KnownReading] = []
    for number in range(1, 1 + draw(st.integers(0, 8))):
        origin = draw(st.sampled_from("ab"))
        stance = draw(st.sampled_from(("asserts", "forecasts")))
        known = Known.of(When.day(draw(st.integers(0, 3))))
        claim = Claim(f"one#{number}", stance, (origin,), text="So it is.")
        told = Told(claim, known, When.day(known.latest), When.day(known.latest))
        found += [
            KnownReading(Reading(figure, origin, told, "raid"), Certainty.CERTAIN)
            for figure in draw(st.lists(figures, min_size=1, max_size=3))
        ]
    return found


@given(told_figures(), st.data())
def test_what_figures_span_is_the_same_without_those_that_no_longer_count(
    told: list[KnownReading], data: st.DataObject
) -> None:
    gone = {one.reading.claim.id for one in told if data.draw(st.booleans())}
    speaking = Speaking("lost")
    for one in told:
        speaking.add(one)
    for one in told:
        if one.reading.claim.id in gone:
            speaking.take_out(one)

    left = [one for one in told if one.reading.claim.id not in gone]
    order = sorted(left, key=lambda one: (one.reading.told.known.latest, one.reading.claim.id))
    assert speaking.row() == range_row(FigureSeries("lost", tuple(order)))
