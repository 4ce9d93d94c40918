"""Articles into the store: read, linked, appended; read again when they have changed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from timeline import Article, Timeline
from timeline.errors import InvalidInput
from timeline.extraction import RuleExtractor
from timeline.ingestion import ArticleDefaults, Intake, draft_of
from timeline.model import (
    CURATION,
    ArticleCorrected,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    Source,
    SourceDefined,
)
from timeline.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Iterable

FIXTURES = Path(__file__).parents[2] / "fixtures"

TEXT = """Rebels captured two pilots on January 9, the army said on January 12.

A missile struck the port of Ostia on January 31, killing at least 12 people.
"""


def _article(text: str = TEXT, name: str = "gazette-2025-02-07", **fields: str) -> Article:
    given = {"outlet": "gazette", "published": "2025-02-07"} | fields
    return Article(name, text=text, **given)


def _stored(collection: Timeline, name: str = "gazette-2025-02-07") -> list[Event]:
    return [recorded.event for recorded in collection.store.read(name)]


def _kinds(events: Iterable[Event]) -> list[str]:
    return [type(event).__name__ for event in events]


def _claims(collection: Timeline) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    for recorded in collection.store.read_all():
        match recorded.event:
            case ClaimStated(claim=claim) | ClaimRevised(claim=claim) | ClaimCorrected(claim=claim):
                found[claim.id] = claim
            case _:
                pass
    return found


def _about(collection: Timeline, kind: str) -> str:
    (fact,) = [
        event.fact
        for event in _stored(collection, CURATION)
        if isinstance(event, FactDescribed) and event.kind == kind
    ]
    return fact


# ---- The first time ------------------------------------------------------------------------


def test_an_article_becomes_claims_each_about_a_fact() -> None:
    collection = Timeline.in_memory()
    (done,) = collection.ingest(_article())
    events = _stored(collection)
    claims = [event.claim for event in events if isinstance(event, ClaimStated)]
    links = [event.claim for event in events if isinstance(event, ClaimLinked)]
    assert done.added == done.version == len(events)
    assert sorted(links) == sorted(claim.id for claim in claims)
    strike = collection.known("2025-02-07")[_about(collection, "strike")]
    assert str(strike.occurred) == "2025-01-31"
    capture = collection.known("2025-02-07")[_about(collection, "capture")]
    assert capture.origins == ("army",)


def test_the_same_article_again_adds_nothing() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    head = collection.store.head()
    assert [one.added for one in collection.ingest(_article(), _article())] == [0, 0]
    assert collection.store.head() == head


def test_another_opening_of_the_store_goes_on_where_the_first_stopped() -> None:
    store = MemoryStore()
    first = Intake(store, RuleExtractor())
    first.take(_article())
    second = Intake(store, RuleExtractor())
    retold = "The army said on January 13 that rebels had captured two pilots on January 9."
    second.take(_article(retold, "herald-2025-02-08", outlet="herald", published="2025-02-08"))
    assert first.take(_article()).added == 0
    whole = Intake(MemoryStore(), RuleExtractor())
    whole.take(_article())
    whole.take(_article(retold, "herald-2025-02-08", outlet="herald", published="2025-02-08"))
    assert [recorded.event for recorded in store.read_all()] == [
        recorded.event for recorded in whole.store.read_all()
    ]


def test_two_articles_that_tell_of_one_happening_share_its_fact() -> None:
    collection = Timeline.in_memory()
    retold = "A missile hit the port of Ostia on January 31, officials said."
    collection.ingest(
        _article(), _article(retold, "herald", outlet="herald", published="2025-02-08")
    )
    fact = collection.known("2025-02-08")[_about(collection, "strike")]
    assert {claim.claim.article for claim in fact.claims} == {"gazette-2025-02-07", "herald"}


def test_new_sources_are_defined_and_an_outlet_is_known_by_any_of_its_names() -> None:
    collection = Timeline.in_memory()
    collection.record(SourceDefined(Source("dg", "The Daily Gazette", ("gazette",))))
    collection.ingest(_article(outlet="the-daily-gazette"))
    assert "army" in collection.sources
    assert {claim.attribution.outlet for claim in _claims(collection).values()} == {"dg"}


# ---- Texts that change ---------------------------------------------------------------------


def test_a_changed_text_is_curation_and_the_old_reading_stays_in_recorded_history() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    before = collection.store.head().position
    fact = _about(collection, "strike")
    collection.ingest(_article(TEXT.replace("January 31", "January 30")))
    added = _stored(collection)[-3:]
    assert {"ArticleRevised", "ClaimRevised"} <= set(_kinds(_stored(collection)))
    assert not {"ArticleCorrected", "ClaimCorrected"} & set(_kinds(added))
    assert str(collection.known("2025-02-07")[fact].occurred) == "2025-01-30"
    earlier = collection.known("2025-02-07", recorded=before)
    assert str(earlier[fact].occurred) == "2025-01-31"


def test_a_correction_that_the_outlet_dates_is_news() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    fact = _about(collection, "strike")
    corrected = TEXT.replace("January 31", "January 30") + (
        "\nCorrection, February 9: an earlier version gave another day for the strike."
    )
    collection.ingest(_article(corrected))
    kinds = _kinds(_stored(collection))
    assert "ArticleCorrected" in kinds
    assert "ClaimCorrected" in kinds
    assert not {"ArticleRevised", "ClaimRevised"} & set(kinds)
    assert str(collection.known("2025-02-08")[fact].occurred) == "2025-01-31"
    assert str(collection.known("2025-02-09")[fact].occurred) == "2025-01-30"


def test_what_a_dated_correction_drops_is_retracted_on_its_date() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    without = (
        TEXT.split("\n\n", maxsplit=1)[0] + "\n\nThis article was amended on 9 February 2025.\n"
    )
    collection.ingest(_article(without))
    events = _stored(collection)
    assert any(isinstance(event, ArticleCorrected) for event in events)
    assert any(isinstance(event, ClaimRetracted) for event in events)
    fact = _about(collection, "strike")
    assert str(collection.known("2025-02-08")[fact].status) == "reported"
    assert str(collection.known("2025-02-09")[fact].status) == "retracted"


def test_what_an_undated_change_drops_stands_and_is_told() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    (done,) = collection.ingest(_article(TEXT.split("\n\n", maxsplit=1)[0]))
    assert any("no longer in the text" in words for words in done.unplaced)
    assert not any(isinstance(event, ClaimRetracted) for event in _stored(collection))


def test_claims_that_move_in_the_text_keep_their_ids_and_facts() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    facts = {e.claim: e.fact for e in _stored(collection) if isinstance(e, ClaimLinked)}
    collection.ingest(_article("The mill is old.\n\n" + TEXT))
    again = {e.claim: e.fact for e in _stored(collection) if isinstance(e, ClaimLinked)}
    assert again == facts
    for claim in _claims(collection).values():
        assert claim.evidence is not None
        assert claim.evidence.stands_in("The mill is old.\n\n" + TEXT)


# ---- What people decide --------------------------------------------------------------------


def test_a_persons_merge_and_link_survive_taking_in_again() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    strike, capture = _about(collection, "strike"), _about(collection, "capture")
    claim = next(e.claim for e in _stored(collection) if isinstance(e, ClaimLinked))
    collection.record(FactDescribed("ours", "Ours"), ClaimLinked(claim, "ours"))
    collection.record(FactsMerged(strike, capture))
    collection.ingest(_article("The mill is old.\n\n" + TEXT))
    assert claim in {one.claim.id for one in collection.known("2025-02-07")["ours"].claims}
    retold = "A missile hit the port of Ostia on January 31, officials said."
    collection.ingest(_article(retold, "herald", outlet="herald", published="2025-02-08"))
    told = collection.known("2025-02-08")
    assert strike not in {fact.id for fact in told.facts()}
    assert "herald" in {one.claim.article for one in told[capture].claims}


def test_a_reviewed_claim_is_left_as_the_person_wrote_it() -> None:
    collection = Timeline.in_memory()
    collection.ingest(_article())
    claim = next(
        one for one in _claims(collection).values() if one.reading and one.reading.kind == "strike"
    )
    own = attrs.evolve(claim, text="The port is struck.", reading=None)
    collection.record(ClaimRevised(own))
    collection.ingest(_article("The mill is old.\n\n" + TEXT))
    again = _claims(collection)[claim.id]
    assert again.text == "The port is struck."
    assert again.reading is None
    assert len(_claims(collection)) == len({*_claims(collection)})
    assert (
        sum("The port" in one.text or "missile" in one.text for one in _claims(collection).values())
        == 1
    )


# ---- Files ---------------------------------------------------------------------------------


def test_a_folder_goes_on_behind_a_file_at_fault_and_counts_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\noutlet: gazette\npublished: 2025-02-07\n---\n{TEXT}")
    (tmp_path / "b.md").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "c.md").write_text("")
    (tmp_path / "d.md").write_text(f"---\noutlet: herald\n---\n{TEXT}")
    collection = Timeline.in_memory()
    steps: list[tuple[int, int]] = []
    done = collection.ingest(tmp_path, progress=lambda now, of: steps.append((now, of)))
    assert [one.stream for one in done] == ["a"]
    assert done.faults == {"binary": 1, "empty": 1, "no-date": 1}
    assert steps == [(4, 4)], "files at fault are done when the first article is taken in"
    with pytest.raises(InvalidInput):
        Timeline.read(tmp_path)


def test_files_are_counted_while_a_folder_is_walked_and_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\noutlet: gazette\npublished: 2025-02-07\n---\n{TEXT}")
    for number in range(600):
        (tmp_path / f"{number}.png").touch()
    steps: list[tuple[int, int]] = []
    Timeline.in_memory().ingest(tmp_path, progress=lambda now, of: steps.append((now, of)))
    assert steps == [(500, 0), (500, 0), (601, 601)]


def test_articles_take_what_they_do_not_say_from_the_caller(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(TEXT)
    collection = Timeline.in_memory()
    defaults = ArticleDefaults(published="2025-02-07", outlet="The Gazette")
    collection.ingest(tmp_path / "plain.txt", defaults=defaults)
    assert {claim.attribution.outlet for claim in _claims(collection).values()} == {"the-gazette"}


def test_an_interrupted_folder_goes_on_with_nothing_doubled(tmp_path: Path) -> None:
    shutil.copytree(FIXTURES / "articles", tmp_path / "articles")
    path = tmp_path / "kept.db"

    def stop(done: int, _of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with Timeline.open(path) as collection, pytest.raises(KeyboardInterrupt):
        collection.ingest(tmp_path / "articles", progress=stop)
    with Timeline.open(path) as collection:
        done = collection.ingest(tmp_path / "articles")
        events = [recorded.event for recorded in collection.store.read_all()]
    assert [one.added == 0 for one in done] == [True, True, True, False, False]
    straight = Timeline.read(tmp_path / "articles")
    assert events == [recorded.event for recorded in straight.store.read_all()]


def test_a_folder_without_anything_to_take_in_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="found neither"):
        Timeline.in_memory().ingest(tmp_path)


@pytest.mark.parametrize("path", sorted((FIXTURES / "articles").glob("*.md")), ids=lambda p: p.stem)
def test_a_draft_taken_in_says_what_the_machine_read(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path)
    article = Article.read(path)
    extraction = RuleExtractor().extract(article)
    words = draft_of(article, extraction, text=path.name)
    (tmp_path / "draft.toml").write_text(words, encoding="utf-8")
    curated = Timeline.read(tmp_path / "draft.toml")
    read = Timeline.in_memory()
    read.ingest(article)
    theirs = {key: attrs.evolve(claim, reading=None) for key, claim in _claims(read).items()}
    assert _claims(curated) == theirs
    assert ArticleRevised(article) not in _stored(curated, article.id)


# ---- Names ---------------------------------------------------------------------------------


def test_a_person_spelled_in_two_ways_is_one_source() -> None:
    collection = Timeline.in_memory()
    for name, spelling in (("one", "Olena Kovalskyy"), ("two", "Olena Kovalsky")):
        text = f"{spelling} said on Monday that rebels had captured two pilots on January 9."
        collection.ingest(_article(text, name, outlet=f"outlet-{name}"))
    fact = collection.known("2025-02-07")[_about(collection, "capture")]
    assert fact.origins == ("olena-kovalskyy",)
    assert "Olena Kovalsky" in collection.sources["olena-kovalskyy"].aliases


def test_two_persons_of_similar_names_stay_two() -> None:
    collection = Timeline.in_memory()
    for name, spelling in (("one", "Anna Petrov"), ("two", "Anna Petrova")):
        text = f"{spelling} said on Monday that rebels had captured two pilots on January 9."
        collection.ingest(_article(text, name, outlet=f"outlet-{name}"))
    fact = collection.known("2025-02-07")[_about(collection, "capture")]
    assert fact.origins == ("anna-petrov", "anna-petrova")
