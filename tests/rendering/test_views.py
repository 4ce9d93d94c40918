"""What the views say of the five articles: a reader without the manual must find it there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.rendering.collections import written_by
from tests.rendering.screens import drawn, flat
from tests.worlds import histories, points
from timeline import Timeline
from timeline.dates import When
from timeline.model import (
    Article,
    ArticlePublished,
    Claim,
    ClaimLinked,
    ClaimRetracted,
    ClaimStated,
    Event,
)
from timeline.rendering import (
    chronology_view,
    diff_view,
    explain_view,
    figures_view,
    forecasts_view,
    history_view,
    known_view,
)


@pytest.fixture(scope="module")
def five() -> Timeline:
    return Timeline.read("fixtures/streams")


def test_known_says_the_question_and_the_counts(five: Timeline) -> None:
    knowledge = five.known("2025-01-20")

    text = flat(known_view(knowledge, [("Next", "timeline diff")]))

    assert text.startswith(
        "What was known by the end of 20 January 2025, by when sources said so "
        f"{len(knowledge.certain)} facts known for certain (none in dispute,"
    )
    assert f"Only possibly known ({len(knowledge.possible)})" in text
    assert text.endswith("Next: timeline diff")


def test_known_tells_what_is_certain_from_what_is_possible(five: Timeline) -> None:
    text = flat(known_view(five.known("2025-01-20")))

    certain, possible = text.split("Only possibly known (")
    assert "Two North Korean soldiers are taken prisoner [pow-capture]" in certain
    assert (
        "would be corroborated, on 9 January 2025, if what was only possibly known is counted: "
        in certain
    )
    assert "[exchange-offer] would be reported:" in possible
    assert "between 1 and 30 January 2025" in possible


def test_known_names_who_says_so_through_whom_and_on_what_basis(five: Timeline) -> None:
    text = flat(known_view(five.known("2025-02-02")))

    assert (
        "Volodymyr Zelenskyy, via Associated Press, in Kontur: "
        "said so on 2 February 2025 (the article dates the statement)" in text
    )
    assert "known in August 2024 (presumed public when it happened)" in text
    assert "(somewhere between the happening and publication)" in text
    assert "printed on 31 January 2025 (undated: known from publication)" in text


def test_known_names_both_sides_of_a_dispute(five: Timeline) -> None:
    text = flat(known_view(five.known("2025-02-05")))

    disputed = text.split("In dispute (2)")[1].split("Corroborated (")[0]
    for_it, against = (
        disputed.split("[withdrawal]")[1].split("[combat-halt]")[0].split("against it:")
    )
    assert "National Intelligence Service, in Korea JoongAng Daily: confirmed it" in for_it
    assert "Kyrylo Budanov, via The War Zone, in Korea JoongAng Daily: denied it" in against


def test_known_by_the_other_clock_and_other_options_says_so(five: Timeline) -> None:
    question = {"clock": "published", "recorded": 300, "refused": ["dated"], "zone": "Asia/Seoul"}

    text = flat(known_view(five.known("2025-02-05", **question)))  # type: ignore[arg-type]  # a mapping of the right keys

    assert "by when articles printed it, days ending in Asia/Seoul" in text
    assert "from the first 300 events of the store alone" in text
    assert "not believing dates that rest on this: the article dates the statement" in text


def test_nothing_known_is_said_plainly(five: Timeline) -> None:
    assert "Nothing was known by then." in flat(known_view(five.known("1999-12-31")))


def test_diff_shows_before_and_after(five: Timeline) -> None:
    text = flat(diff_view(five.diff("2025-01-20", "2025-02-07")))

    learned, changed = text.split("Changed (")
    assert "[withdrawal] not known -> disputed" in learned
    assert "[exchange-offer] possibly reported -> reported" in learned
    assert (
        "[pow-capture] reported -> corroborated happened: by 20 January 2025 -> 9 January 2025"
        in changed
    )


def test_history_of_the_withdrawal_is_a_story(five: Timeline) -> None:
    text = flat(history_view(five.history("withdrawal", on="2025-02-07")))

    days = ["30 January 2025 not known -> reported", "4 February 2025 reported -> corroborated"]
    days += ["5 February 2025 corroborated -> disputed"]
    places = [text.index(day) for day in days]
    assert places == sorted(places)
    assert "Ukrainian and US officials, via The New York Times, in" in text
    assert "Where it stood: by the end of 7 February 2025 disputed; happened: between 13" in text


def test_explain_gives_reason_dates_basis_and_quote(five: Timeline) -> None:
    explanation = five.explain("pow-capture", on="2025-01-20")

    text = flat(explain_view(explanation))

    assert "status reported: one origin supports it: Volodymyr Zelenskyy" in text
    assert "possibly would be corroborated (9 January 2025)" in text
    assert "printed 7 February 2025 in kontur-2025-02-07, " in text
    for claim in explanation.fact.claims:
        assert claim.id in text
        assert claim.claim.evidence is not None
        assert f'"{" ".join(claim.claim.evidence.exact.split())}"' in text
    assert "may have been said by then, or later; not counted above" in text


def test_chronology_puts_soft_dates_in_order_under_their_years(five: Timeline) -> None:
    text = flat(chronology_view(five.chronology(on="2025-02-07")))

    assert "─ 2025 about 1 January 2025 Kim Jong Un's New Year's message" in text
    assert "(29 December 2024 to 4 January 2025)" in text
    lines = [
        "2022 February 2022 Russia invades Ukraine",
        "2024 2024 Putin visits North Korea",
        "November 2024 North Korean troops are sent to Kursk",
        "9 January 2025 Two North Korean soldiers",
        "31 January 2025 Ukraine strikes a central command post",
        "4 February 2025 The NIS says",
    ]
    places = [text.index(line) for line in lines]
    assert places == sorted(places)


def test_figures_give_value_date_origin_and_range(five: Timeline) -> None:
    knowledge = five.known("2025-02-07")

    text = flat(figures_view(knowledge.figures))

    assert (
        "at least 3,000 people 13 January 2025 National Intelligence Service 13 January 2025 "
        "certain" in text
    )
    assert "range of the newest word of each source: " in text


def test_forecasts_tell_what_became_of_them(five: Timeline) -> None:
    text = flat(forecasts_view(five.forecasts("2025-04-30")))

    assert "[second-wave] overdue: its time is over, and nobody says that it happened" in text
    assert "forecast by Alexander Kovalenko" in text


def test_a_forecast_that_may_not_have_been_made_yet_says_so() -> None:
    collection = Timeline.in_memory()
    collection.record(
        ArticlePublished(Article("one", "herald", "[2025-01-10..2025-01-20]")),
        ClaimStated(Claim("one#1", "forecasts", ("herald",), occurred="2025-02")),
    )

    assert "only possibly known by then" in flat(forecasts_view(collection.forecasts("2025-01-15")))


def test_dates_that_cannot_all_be_right_are_marked() -> None:
    collection = Timeline.in_memory()
    collection.record(
        ArticlePublished(Article("one", "herald", "2025-01-10")),
        ClaimStated(Claim("one#1", "asserts", ("herald",), occurred="2025-01-01")),
        ClaimLinked("one#1", "raid"),
        ArticlePublished(Article("two", "gazette", "2025-01-12")),
        ClaimStated(Claim("two#1", "asserts", ("gazette",), occurred="2025-01-03")),
        ClaimLinked("two#1", "raid"),
    )

    for view in (
        known_view(collection.known("2025-01-12")),
        explain_view(collection.explain("raid", on="2025-01-12")),
        chronology_view(collection.chronology(on="2025-01-12")),
        diff_view(collection.diff("2025-01-10", "2025-01-12")),
    ):
        assert "the dates given cannot all be right" in flat(view)


def test_a_date_that_is_not_believed_is_marked(five: Timeline) -> None:
    knowledge = five.known("2025-02-07", refused=["dated"])

    assert "printed on 7 February 2025 (its own date is not believed)" in flat(
        known_view(knowledge)
    )
    assert "(its own date is not believed: the article dates the statement)" in flat(
        explain_view(five.explain("pow-video", on=knowledge.as_of))
    )


# ---- Any world, any width, any words ------------------------------------------------------------


def _every_view(collection: Timeline, day: When) -> list[object]:
    knowledge = collection.known(day)
    views: list[object] = [
        known_view(knowledge),
        diff_view(collection.diff("2025-01-10", day)),
        chronology_view(collection.chronology(on=day)),
        figures_view(knowledge.figures),
        forecasts_view(collection.forecasts(day)),
    ]
    for fact in knowledge:
        views += [
            explain_view(collection.explain(fact, on=day)),
            history_view(collection.history(fact, on=day)),
        ]
    return views


@settings(max_examples=40, deadline=None)
@given(histories(), points, st.sampled_from([50, 80, 160]))
def test_views_of_any_world_fit_the_screen(history: list[Event], day: int, width: int) -> None:
    collection = Timeline.in_memory()
    collection.record(*history)

    for view in _every_view(collection, When.day(day)):
        for text in drawn(view, width).splitlines():  # type: ignore[arg-type]  # views are renderable
            assert cell_len(text) <= width


words = st.text(min_size=1, max_size=30)


@settings(max_examples=40, deadline=None)
@given(words, st.sampled_from([50, 80, 160]))
def test_hostile_words_are_inert_in_every_view(hostile: str, width: int) -> None:
    collection = written_by(hostile)

    for view in _every_view(collection, When("2025-01-20")):
        for text in drawn(view, width).splitlines():  # type: ignore[arg-type]  # views are renderable
            assert all(char.isprintable() or char in "\u200c\u200d" for char in text)
            assert cell_len(text) <= width


def test_long_words_and_quotes_are_wrapped_and_never_cut() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 6

    collection = written_by(word)

    for width in (50, 80, 160):
        for view in _every_view(collection, When("2025-01-20")):
            if "raid" in (text := drawn(view, width)):  # type: ignore[arg-type]  # views are renderable
                assert "…" not in text
        narrow = drawn(explain_view(collection.explain("raid", on="2025-01-20")), 50)
        assert word in "".join(narrow.split())


def test_a_turned_source_and_a_taken_back_claim_are_told() -> None:
    collection = Timeline.in_memory()
    collection.record(
        ArticlePublished(Article("one", "herald", "2025-01-10")),
        ClaimStated(Claim("one#1", "asserts", ("herald", "ministry"), text="It fell.")),
        ClaimLinked("one#1", "raid"),
        ArticlePublished(Article("two", "herald", "2025-01-12")),
        ClaimStated(Claim("two#1", "denies", ("herald", "ministry"), text="It stands.")),
        ClaimLinked("two#1", "raid"),
    )

    turned = flat(known_view(collection.known("2025-01-12")))
    collection.record(
        ClaimRetracted("two#1", on="2025-01-14", note="We erred."),
        ClaimRetracted("one#1", on="2025-01-14"),
    )
    gone = flat(known_view(collection.known("2025-01-14")))
    diff = flat(diff_view(collection.diff("2025-01-12", "2025-01-14")))

    assert "ministry, in herald: having said otherwise before, denied it" in turned
    assert "Retracted (1)" in gone
    assert "retracted on 14 January 2025: We erred." in gone
    assert "Withdrawn (1)" in diff
    assert "denied -> retracted" in diff
