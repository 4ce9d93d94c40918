"""The page says what the engine says: on every date, of every fact, claim and figure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.page.pages import ROOT, Read, data_of, page_text
from tests.worlds import FIRST, LAST, by_stream, histories
from timeline import AsOf, Clock, Timeline, When
from timeline.errors import UnknownName
from timeline.rendering import in_words, inert
from timeline.rendering._voices import chain_words
from timeline.rendering.page._read import title_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model import Event
    from timeline.queries import Fact, FigureTable, Knowledge, KnownClaim


def told(history: list[Event]) -> Timeline:
    collection = Timeline.in_memory()
    for stream, event in by_stream(history):
        collection.store.append(stream, [event])
    return collection


def words(when: When | None) -> str | None:
    return None if when is None else in_words(when)


def as_shown(fact: Fact, knowledge: Knowledge) -> dict[str, Any]:
    """What the page has to show of an answer."""
    names, would = knowledge.names, fact.possibly
    return {
        "title": inert(fact.title or fact.id),
        "kind": inert(fact.kind),
        "status": str(fact.status),
        "certain": fact.certain,
        "occurred": words(fact.occurred),
        "conflict": fact.conflict,
        "possibly": None
        if would is None
        else (str(would.status), words(would.occurred), would.conflict),
        "origins": [inert(names.get(origin, origin)) for origin in fact.origins],
        "against": [inert(names.get(origin, origin)) for origin in deniers(fact)],
        "first_known": words(fact.first_known),
        "claims": [
            (claim.id, inert(chain_words(claim, names)), claim.certain, *as_read(claim, names))
            for claim in fact.claims
        ],
    }


def as_read(claim: KnownClaim, names: Mapping[str, str]) -> tuple[str, list[str]]:
    """How a machine read a claim, and the actors and places that it found."""
    reading = claim.claim.reading
    if reading is None:
        return "", []
    words = f"read by {reading.by}, {round(100 * reading.confidence)}% sure"
    return words, [names.get(one) or title_of(one) for one in reading.about]


def deniers(fact: Fact) -> list[str]:
    """Those whose last word, among what the status of a disputed fact counts, is a denial."""
    if str(fact.status) != "disputed":
        return []
    last: dict[str, str] = {}
    for claim in fact.claims:
        if (
            claim.stands
            and claim.certain == fact.certain
            and str(claim.claim.stance) != "withholds"
        ):
            last[claim.origin] = str(claim.claim.stance)
    return [origin for origin, stance in last.items() if stance == "denies"]


def shown_by(collection: Timeline, as_of: AsOf) -> dict[str, dict[str, Any]]:
    knowledge = collection.known(as_of)
    return {name: as_shown(fact, knowledge) for name, fact in knowledge.items()}


def readings_in(table: FigureTable) -> dict[str, Counter[tuple[object, ...]]]:
    return {
        name: Counter(
            (
                one.reading.fact,
                one.certain,
                inert(table.names.get(one.reading.origin, one.reading.origin)),
                one.reading.figure.low,
                one.reading.figure.high,
            )
            for one in series.readings
        )
        for name, series in table.items()
    }


def ranges_in(table: FigureTable) -> dict[str, tuple[object, ...]]:
    spans = {name: series.range for name, series in table.items()}
    return {
        name: (span.low, span.high, span.open_below, span.open_above)
        for name, span in spans.items()
        if span is not None
    }


def days_around(page: Read, last: int) -> list[int]:
    """Every date of change, and the days beside it: no step may begin or end too early."""
    days = {day + off for day, _, _ in page.data["days"] for off in (-1, 0, 1)}
    return sorted(day for day in days if day <= last)


@given(histories(), st.sampled_from(Clock), st.integers(FIRST, LAST + 20))
@settings(max_examples=60, deadline=None)
def test_the_page_shows_on_every_day_what_the_engine_answers(
    history: list[Event], clock: Clock, last: int
) -> None:
    collection, as_of = told(history), AsOf(When.day(last), clock=clock)

    page = Read(data_of(page_text(collection, on=as_of)))

    for day in days_around(page, last):
        asked = as_of.on(day)
        assert page.facts(day) == shown_by(collection, asked), When.day(day)
        table = collection.figures(asked)
        shown = {name: Counter(found) for name, found in page.readings(day).items()}
        assert shown == readings_in(table), When.day(day)
        assert page.ranges(day) == ranges_in(table), When.day(day)


@given(histories(), st.integers(FIRST, LAST), st.integers(0, 40))
@settings(max_examples=15, deadline=None)
def test_a_page_that_tells_of_more_days_tells_the_same_of_the_earlier_ones(
    history: list[Event], last: int, more: int
) -> None:
    collection = told(history)

    earlier = Read(data_of(page_text(collection, on=AsOf(When.day(last)))))
    later = Read(data_of(page_text(collection, on=AsOf(When.day(last + more)))))

    for day in days_around(earlier, last):
        assert earlier.facts(day) == later.facts(day)
        assert earlier.readings(day) == later.readings(day)


@given(histories())
@settings(max_examples=10, deadline=None)
def test_the_same_collection_makes_the_same_page(history: list[Event]) -> None:
    collection = told(history)

    assert page_text(collection) == page_text(collection)


@pytest.fixture(scope="module")
def five(five_articles_page: str) -> Read:
    return Read(data_of(five_articles_page))


def day(text: str) -> int:
    found = When(text).latest
    assert found is not None
    return found


def test_of_the_five_articles_every_day_of_change_is_as_the_engine_answers(five: Read) -> None:
    with Timeline.read(ROOT / "fixtures/streams") as collection:
        for number, _, _ in five.data["days"]:
            assert five.facts(number) == shown_by(collection, AsOf(When.day(number)))


def test_of_what_machines_read_every_day_of_change_is_as_the_engine_answers(
    machine_read_page: str,
) -> None:
    page = Read(data_of(machine_read_page))
    with Timeline.read(ROOT / "fixtures/articles") as collection:
        for number, _, _ in page.data["days"]:
            assert page.facts(number) == shown_by(collection, AsOf(When.day(number)))


@pytest.mark.parametrize(
    ("on", "fact", "status", "certain"),
    [
        ("2025-01-19", "pow-capture", "corroborated", False),
        ("2025-01-20", "pow-capture", "reported", True),
        ("2025-02-07", "pow-capture", "corroborated", True),
        ("2025-02-04", "withdrawal", "corroborated", True),
        ("2025-02-05", "withdrawal", "disputed", True),
        ("2025-03-08", "second-wave", "overdue", True),
    ],
)
def test_facts_stand_as_they_should(
    five: Read, on: str, fact: str, status: str, *, certain: bool
) -> None:
    shown = five.facts(day(on))[fact]

    assert (shown["status"], shown["certain"]) == (status, certain)


def test_a_dispute_names_both_sides(five: Read) -> None:
    shown = five.facts(day("2025-02-05"))["combat-halt"]

    assert shown["against"] == ["Kyrylo Budanov"]
    assert "National Intelligence Service" in shown["origins"]


def test_nobody_knows_of_the_halt_before_it_is_told_though_it_began_weeks_earlier(
    five: Read,
) -> None:
    assert "combat-halt" not in five.facts(day("2025-01-29"))

    step = next(one for one in five.data["facts"] if one[0] == "combat-halt")[2][0]
    stretches, begun = five.data["whens"][step[3]][2:]

    assert five.data["days"][step[0]][1] == "2025-01-30"
    assert stretches[0][0] == day("2025-01-13")
    assert begun == day("2025-01-19")


def test_the_measure_that_is_asked_for_comes_first() -> None:
    with Timeline.read(ROOT / "fixtures/streams") as collection:
        first = data_of(page_text(collection, measure="captured"))["measures"][0]
        assert first[0] == "captured"
        with pytest.raises(UnknownName, match="did you mean casualties"):
            page_text(collection, measure="casualtys")


def test_a_page_of_nothing_says_so() -> None:
    page = page_text(Timeline.in_memory(), on="2025-01-20")

    assert "Nothing was known by then." in page
    assert [one[1] for one in data_of(page)["days"]] == ["2025-01-20"]
