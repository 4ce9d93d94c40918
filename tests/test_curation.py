"""Corrections, retractions, revisions, links, merges and splits, on both axes of time."""

from __future__ import annotations

import concurrent.futures
import copy
import datetime as dt
import itertools
import pickle

import pytest

from timeline import Article, AsOf, Attribution, Claim, Status, Timeline, When
from timeline.errors import InvalidValue, UnknownName, WrongExpectedVersion
from timeline.model import (
    CURATION,
    ArticlePublished,
    ArticleRevised,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    Evidence,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
)


def claim(number: int, *by: str, article: str = "a", stance: str = "asserts", **more: str) -> Claim:
    return Claim(f"{article}#{number}", stance, Attribution((article, *by)), **more)  # type: ignore[arg-type]  # the texts are dates


def article(name: str = "a", published: str = "2025-01-10") -> ArticlePublished:
    return ArticlePublished(Article(name, name, When(published)))


@pytest.fixture
def tl() -> Timeline:
    timeline = Timeline.in_memory()
    timeline.record(
        article(),
        ClaimStated(claim(1, "agency", occurred="2025-01-09")),
        ClaimLinked("a#1", "raid"),
        ClaimStated(claim(2, "ministry", occurred="2025-01-09")),
        ClaimLinked("a#2", "raid"),
    )
    return timeline


def test_a_correction_leaves_earlier_dates_alone(tl: Timeline) -> None:
    tl.record(ClaimCorrected(claim(1, "agency", occurred="2025-01-08"), When("2025-01-12")))
    assert tl.known("2025-01-11")["raid"].occurred == When("2025-01-09")
    later = tl.known("2025-01-12")["raid"]
    assert later.conflict
    assert later.occurred == When("[2025-01-08..2025-01-09]")


def test_a_correction_never_comes_before_what_it_corrects(tl: Timeline) -> None:
    tl.record(ClaimCorrected(claim(1, "agency", stance="denies"), When("2025-01-01")))
    assert "raid" not in tl.known("2025-01-09")
    assert tl.known("2025-01-10")["raid"].status is Status.DISPUTED


def test_a_correction_that_may_have_come_is_only_possible(tl: Timeline) -> None:
    tl.record(ClaimCorrected(claim(1, "agency", stance="denies"), When("[2025-01-12..2025-01-15]")))
    between = tl.known("2025-01-13")["raid"]
    assert between.status is Status.CORROBORATED
    assert between.possibly is not None
    assert between.possibly.status is Status.DISPUTED
    assert tl.known("2025-01-15")["raid"].status is Status.DISPUTED


def test_retractions_leave_one_and_then_nothing(tl: Timeline) -> None:
    tl.record(ClaimRetracted("a#1", When("2025-01-12"), "an error"))
    assert tl.known("2025-01-12")["raid"].status is Status.REPORTED
    tl.record(ClaimRetracted("a#2", When("2025-01-14")))
    gone = tl.known("2025-01-14")["raid"]
    assert gone.status is Status.RETRACTED
    assert gone.occurred is None
    diff = tl.diff("2025-01-12", "2025-01-14")
    assert [change.fact.id for change in diff.withdrawn] == ["raid"]
    assert not diff.learned
    assert not diff.changed


def test_a_revision_answers_every_date_anew_but_not_the_recorded_past(tl: Timeline) -> None:
    before = tl.store.head().position
    tl.record(ClaimRevised(claim(1, "agency", stance="denies")))
    assert tl.known("2025-01-10")["raid"].status is Status.DISPUTED
    assert tl.known("2025-01-10", recorded=before)["raid"].status is Status.CORROBORATED


def test_a_correction_can_be_revised(tl: Timeline) -> None:
    tl.record(
        ClaimCorrected(claim(1, "agency", stance="denies"), When("2025-01-12")),
        ClaimRevised(claim(1, "agency", stance="withholds"), 1),
    )
    assert tl.known("2025-01-11")["raid"].status is Status.CORROBORATED
    assert tl.known("2025-01-12")["raid"].status is Status.REPORTED


def test_a_revised_publication_moves_its_claims(tl: Timeline) -> None:
    before = tl.store.head().position
    tl.record(ArticleRevised(Article("a", "a", When("2025-01-20"))), stream=CURATION)
    assert "raid" not in tl.known("2025-01-15")
    assert "raid" in tl.known("2025-01-15", recorded=before)
    assert "raid" in tl.known("2025-01-20")


def test_the_last_link_counts(tl: Timeline) -> None:
    tl.record(ClaimLinked("a#2", "visit"))
    known = tl.known("2025-01-10")
    assert {name: len(fact.claims) for name, fact in known.items()} == {"raid": 1, "visit": 1}


def test_a_claim_that_nobody_linked_is_a_fact_of_its_own(tl: Timeline) -> None:
    tl.record(ClaimStated(claim(3, text="Something else happened.")))
    fact = tl.known("2025-01-10")["a#3"]
    assert fact.title == "Something else happened."


def test_merging_takes_later_links_along_and_splitting_undoes_it(tl: Timeline) -> None:
    first = tl.store.head().position
    tl.record(FactDescribed("raid", "A raid", "strike"), FactDescribed("strike", "A strike"))
    tl.record(FactsMerged("raid", "strike"))
    second = tl.store.head().position
    tl.record(article("b"), ClaimStated(claim(1, article="b")), ClaimLinked("b#1", "raid"))
    assert {name: len(fact.claims) for name, fact in tl.known("2025-01-10").items()} == {
        "strike": 3
    }
    assert tl.known("2025-01-10")["raid"].id == "strike"
    tl.record(FactSplit("strike", "raid", ("a#1",)))
    known = tl.known("2025-01-10")
    assert {name: len(fact.claims) for name, fact in known.items()} == {"raid": 1, "strike": 2}
    assert set(tl.known("2025-01-10", recorded=first)) == {"raid"}
    assert set(tl.known("2025-01-10", recorded=second)) == {"strike"}


def test_merging_in_a_circle_changes_nothing(tl: Timeline) -> None:
    tl.record(
        ClaimLinked("a#2", "visit"), FactsMerged("raid", "visit"), FactsMerged("visit", "raid")
    )
    assert set(tl.known("2025-01-10")) == {"visit"}


def test_merged_sources_are_one_origin(tl: Timeline) -> None:
    before = tl.store.head().position
    assert tl.known("2025-01-10")["raid"].status is Status.CORROBORATED
    tl.record(SourceDefined(Source("agency", "The Agency")), SourcesMerged("ministry", "agency"))
    fact = tl.known("2025-01-10")["raid"]
    assert (fact.status, fact.origins) == (Status.REPORTED, ("agency",))
    assert tl.known("2025-01-10", recorded=before)["raid"].status is Status.CORROBORATED
    assert tl.known("2025-01-10").names == {"agency": "The Agency"}


def test_recorded_may_be_an_instant(tl: Timeline) -> None:
    instant = dt.datetime.now(dt.UTC)
    tl.record(ClaimRevised(claim(1, "agency", stance="denies")))
    assert tl.known("2025-01-10", recorded=instant)["raid"].status is Status.CORROBORATED
    assert not tl.known("2025-01-10", recorded=dt.datetime(2000, 1, 1, tzinfo=dt.UTC))


def test_the_end_of_a_day_is_that_of_the_zone_asked() -> None:
    tl = Timeline.in_memory()
    late = claim(1, "agency", basis="dated", stated="2025-01-09T23:30:00Z")
    tl.record(article(), ClaimStated(late), ClaimLinked("a#1", "raid"))
    assert "raid" in tl.known("2025-01-09")
    assert "raid" not in tl.known("2025-01-09", zone="Europe/Kyiv")
    assert "raid" in tl.known("2025-01-10", zone="Europe/Kyiv")


MISFITS: list[tuple[Event, type[Exception], str]] = [
    (ClaimLinked("a#9", "raid"), UnknownName, "a#9"),
    (ClaimRetracted("a#9", When("2025-01-11")), UnknownName, "a#9"),
    (ClaimStated(claim(1, article="zz")), UnknownName, "zz"),
    (ClaimStated(claim(1)), InvalidValue, "a new id"),
    (article(), InvalidValue, "a new id"),
    (FactsMerged("raid", "rade"), UnknownName, "did you mean raid"),
    (FactSplit("raid", "visit", ("a#1", "a#7")), UnknownName, "a#7"),
    (ClaimRevised(claim(1), 1), InvalidValue, "below 1"),
]


@pytest.mark.parametrize(("event", "error", "said"), MISFITS)
def test_what_does_not_fit_is_refused_whole(
    tl: Timeline, event: Event, error: type[Exception], said: str
) -> None:
    head = tl.store.head()
    with pytest.raises(error) as caught:
        tl.record(FactDescribed("raid", "A raid"), event)
    assert said in str(caught.value)
    assert tl.store.head() == head


def test_evidence_must_stand_in_the_text() -> None:
    tl = Timeline.in_memory()
    tl.record(ArticlePublished(Article("a", "a", When("2025-01-10"), text="Nothing happened.")))
    with pytest.raises(InvalidValue, match="the words of a from 0 on"):
        tl.record(ClaimStated(Claim("a#1", "asserts", ("a",), evidence=Evidence("All", 0, 3))))


def test_a_writer_with_a_stale_version_is_refused(tl: Timeline) -> None:
    head = tl.store.head()
    with pytest.raises(WrongExpectedVersion, match="expected version 2"):
        tl.record(ClaimLinked("a#1", "visit"), expected=2)
    assert tl.store.head() == head


def test_an_unknown_fact_is_answered_with_known_names_alone(tl: Timeline) -> None:
    with pytest.raises(UnknownName, match=r"no fact known on 2025-01-10 is called 'raod' \(did"):
        tl.known("2025-01-10")["raod"]
    with pytest.raises(UnknownName) as caught:
        tl.known("2025-01-09")["raod"]
    assert "did you mean" not in str(caught.value)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ({"known": "2025-01/.."}, "a last day"),
        ({"known": "2025-01-20", "clock": "wall"}, "one of stated, published"),
        ({"known": "2025-01-20", "recorded": -1}, "0 or more"),
        ({"known": "2025-01-20", "recorded": dt.datetime(2025, 1, 1)}, "a time zone"),  # noqa: DTZ001 - that is the fault
        ({"known": "2025-01-20", "refused": ["hearsay"]}, "one of dated"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(question: dict[str, object], said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        AsOf(**question)  # type: ignore[arg-type]  # that is the fault


def test_a_chain_begins_with_the_outlet_of_its_article(tl: Timeline) -> None:
    with pytest.raises(InvalidValue, match="begins with the outlet of its article, a"):
        tl.record(ClaimStated(Claim("a#3", "asserts", ("zzz",))))
    with pytest.raises(InvalidValue, match="begins with the outlet"):
        tl.record(ClaimCorrected(Claim("a#1", "asserts", ("zzz",)), "2025-01-12"))


def test_a_split_takes_claims_of_the_fact_that_it_names(tl: Timeline) -> None:
    tl.record(ClaimLinked("a#2", "visit"))
    with pytest.raises(InvalidValue, match="claims about raid"):
        tl.record(FactSplit("raid", "other", ("a#2",)))


def test_a_split_at_the_middle_of_merges_leaves_the_others_where_they_are(tl: Timeline) -> None:
    tl.record(FactDescribed("visit-1", "A visit"), FactDescribed("visit-2", "The visit"))
    tl.record(ClaimLinked("a#2", "strike"), FactsMerged("raid", "visit-1"))
    tl.record(FactsMerged("visit-1", "visit-2"), FactsMerged("strike", "visit-2"))
    tl.record(FactSplit("visit-2", "visit-1", ("a#2",)))
    known = tl.known("2025-01-10")
    assert {name: [c.id for c in fact.claims] for name, fact in known.items()} == {
        "visit-1": ["a#2"],
        "visit-2": ["a#1"],
    }
    assert known["raid"].id == "visit-2"


def circle(order: tuple[str, ...]) -> Status:
    """Tell that a has it from b, b from a, and b from c, on the days that *order* gives."""
    tl = Timeline.in_memory()
    chains = {"ab": ("w", "a", "b"), "ba": ("x", "b", "a"), "bc": ("y", "b", "c")}
    for day, name in enumerate(order, start=1):
        outlet = chains[name][0]
        tl.record(
            ArticlePublished(Article(outlet, outlet, f"2025-01-0{day}")),
            ClaimStated(Claim(f"{outlet}#1", "asserts", chains[name])),
            ClaimLinked(f"{outlet}#1", "raid"),
        )
    return tl.known("2025-01-09")["raid"].status


@pytest.mark.parametrize("order", list(itertools.permutations(("ab", "ba", "bc"))))
def test_who_quotes_whom_first_in_a_circle_does_not_matter(order: tuple[str, ...]) -> None:
    assert circle(order) is Status.REPORTED


def test_a_long_chain_of_copies_is_one_origin_and_quick() -> None:
    tl = Timeline.in_memory()
    told: list[Event] = []
    for number in range(1500):
        outlet = f"outlet-{number}"
        told += (
            ArticlePublished(Article(outlet, outlet, "2025-01-10")),
            ClaimStated(Claim(f"{outlet}#1", "asserts", (outlet, f"outlet-{number + 1}"))),
            ClaimLinked(f"{outlet}#1", "raid"),
        )
    tl.record(*told)
    fact = tl.known("2025-01-10")["raid"]
    assert (fact.status, fact.origins) == (Status.REPORTED, ("outlet-1500",))


def test_answers_can_be_copied_pickled_and_printed(tl: Timeline) -> None:
    known = tl.known("2025-01-10")
    for answer in (known["raid"], tl.history("raid"), tl.explain("raid", "2025-01-10")):
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert copy.deepcopy(answer) == answer
    diff = tl.diff("2025-01-09", "2025-01-10")
    assert pickle.loads(pickle.dumps(diff)).to_dict() == diff.to_dict()
    for table in (known, diff, tl.chronology(on="2025-01-10"), tl.forecasts("2025-01-10")):
        assert len(repr(table)) < 200
        assert table.to_dict()


def test_threads_may_share_a_collection(tl: Timeline) -> None:
    def ask(number: int) -> int:
        if number % 4 == 0:
            name = f"t{number}"
            tl.record(
                article(name), ClaimStated(claim(1, article=name)), ClaimLinked(f"{name}#1", "raid")
            )
        return len(tl.known("2025-01-10")["raid"].claims) + len(tl.known("2025-01-10").facts())

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert all(count >= 3 for count in pool.map(ask, range(80)))
    assert len(tl.known("2025-01-10")["raid"].claims) == 22


def test_instants_and_marks_in_the_date_of_a_question() -> None:
    assert AsOf("2025-01-20T23:30:00Z").day == AsOf("2025-01-20").day
    assert AsOf("2025-01-20T23:30:00Z", zone="Asia/Tokyo").day == AsOf("2025-01-21").day
    with pytest.raises(InvalidValue, match="without ~"):
        AsOf("2025-01-20~")
    with pytest.raises(InvalidValue, match="zone"):
        AsOf("2025-01-20", zone="Mars/Base")


# ---- Claims that are none --------------------------------------------------------------------


def test_a_dismissed_claim_is_in_no_answer_until_it_is_linked_again() -> None:
    tl = Timeline.read("fixtures/streams")
    claim = "kontur-2025-02-07#31"
    before = tl.store.head().position
    tl.record(ClaimDismissed(claim, "A caption, not a claim."))
    assert "command-post-strike" not in tl.known("2025-02-07")
    assert "command-post-strike" in tl.known("2025-02-07", recorded=before)
    with pytest.raises(UnknownName):
        tl.explain("command-post-strike", on="2025-02-07")
    tl.record(ClaimLinked(claim, "command-post-strike"))
    assert str(tl.known("2025-02-07")["command-post-strike"].status) == "reported"


def test_a_dismissed_claim_weighs_nothing_beside_others() -> None:
    tl = Timeline.read("fixtures/streams")
    denial = "joongang-2025-02-06#2"
    assert str(tl.known("2025-02-06")["withdrawal"].status) == "disputed"
    tl.record(ClaimDismissed(denial))
    fact = tl.known("2025-02-06")["withdrawal"]
    assert str(fact.status) == "corroborated"
    assert denial not in {one.claim.id for one in fact.claims}


def test_only_a_claim_that_is_there_can_be_dismissed() -> None:
    tl = Timeline.read("fixtures/streams")
    with pytest.raises(UnknownName, match="kontur-2025-02-07#999"):
        tl.record(ClaimDismissed("kontur-2025-02-07#999"))


def test_nobody_may_look_at_more_events_than_there_are(tl: Timeline) -> None:
    head = tl.store.head().position
    assert tl.known("2025-01-10", recorded=head)
    expected = f"at most {head}"
    with pytest.raises(InvalidValue, match=expected):
        tl.known("2025-01-10", recorded=head + 1)
    with pytest.raises(InvalidValue, match=expected):
        tl.history("raid", AsOf("2025-01-10", recorded=head + 1))
