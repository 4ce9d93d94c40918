"""Curated streams: what is taken in, and one clear complaint about whatever cannot be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from timeline import Timeline, When
from timeline.errors import DifferentHistory, InvalidInput
from timeline.ingestion import read_curated
from timeline.model import ArticleRevised, ClaimCorrected, ClaimLinked, ClaimRevised, ClaimStated

FIXTURES = Path(__file__).parent.parent.parent / "fixtures"

ARTICLE = """\
---
id: note
outlet: Daily
title: A note
published: "2025-02-03"
---

On Sunday the ministry said that two bridges had fallen. Two people were hurt, it said.
"""

STREAM = """\
[article]
text = "note.md"

[[claims]]
id = 1
fact = "bridges"
stance = "asserts"
text = "Two bridges fell."
occurred = "[..2025-02-02]"
stated = "2025-02-02"
by = ["Ministry of Works"]
quote = "two bridges had fallen"
figures = [{ measure = "bridges", value = 2 }]

[[claims]]
id = 2
fact = "hurt"
stance = "estimates"
stated = "2025-02-02"
by = ["ministry"]
quote = "Two people were hurt"
figures = [{ measure = "hurt", low = 2, unit = "people" }]
"""

NAMES = """\
[[sources]]
id = "daily"
name = "Daily"

[[sources]]
id = "ministry"
name = "Ministry of Works"
aliases = ["the ministry"]

[[facts]]
id = "bridges"
title = "Two bridges fall"
kind = "collapse"

[[facts]]
id = "hurt"
title = "People are hurt"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "note.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "note.toml").write_text(STREAM, encoding="utf-8")
    (tmp_path / "names.toml").write_text(NAMES, encoding="utf-8")
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_stream_becomes_events_in_the_order_of_the_text(folder: Path) -> None:
    (stream,) = read_curated([folder]).streams
    assert stream.article.outlet == "daily"
    assert [type(event) for event in stream.events[1:]] == [
        ClaimStated,
        ClaimLinked,
        ClaimStated,
        ClaimLinked,
    ]
    claim = stream.events[1]
    assert isinstance(claim, ClaimStated)
    assert claim.claim.attribution.chain == ("daily", "ministry")
    assert claim.claim.evidence is not None
    assert claim.claim.evidence.stands_in(stream.article.text or "")


def test_every_quote_of_the_fixtures_stands_in_its_article() -> None:
    for stream in read_curated([FIXTURES / "streams"]).streams:
        claims = [event.claim for event in stream.events if isinstance(event, ClaimStated)]
        assert claims
        for claim in claims:
            assert claim.evidence is not None
            assert claim.evidence.stands_in(stream.article.text or "")


FAULTS = [
    ("note.toml", 'occurred = "[..2025-02-02]"', 'occurred = "2025-02-30"', "claims[1].occurred"),
    ("note.toml", 'stance = "asserts"', 'stance = "says"', "claims[1].stance"),
    ("note.toml", "two bridges had fallen", "three bridges had fallen", "claims[1].quote"),
    ("note.toml", "Two people were hurt", "said", "claims[2].quote"),
    ("note.toml", "id = 2", "id = 1", "claims[2].id"),
    ("note.toml", "id = 2", "id = 0", "claims[2].id"),
    ("note.toml", 'fact = "hurt"', 'fact = "hurd"', "did you mean 'hurt'"),
    ("note.toml", '["ministry"]', '["ministri"]', "did you mean ministry"),
    ("note.toml", 'stance = "estimates"', 'stanse = "estimates"', "did you mean 'stance'"),
    ("note.toml", "low = 2,", "low = 2, high = 1,", "claims[2].figures[1]"),
    ("note.toml", "value = 2 ", "value = 2, low = 1 ", "claims[1].figures[1].value"),
    ("note.toml", "value = 2 ", 'value = "two" ', "claims[1].figures[1]"),
    ("note.toml", 'stated = "2025-02-02"\nby = ["Min', 'basis = "dated"\nby = ["Min', "stated"),
    (
        "note.toml",
        'stated = "2025-02-02"\nby = ["Min',
        'stated = "2025-02-04"\nby = ["Min',
        "stated",
    ),
    ("note.toml", "id = 2", 'id = 7\noccurred = "soon"', "claims[2] (id 7).occurred"),
    ("note.toml", '"note.md"', '"note.md"\noutlet = "Weekly"', "note.toml: article.outlet"),
    ("note.toml", "[[claims]]\nid = 1", "[[claims]\nid = 1", "not TOML"),
    ("note.toml", 'text = "note.md"', 'text = "gone.md"', "gone.md"),
    ("note.md", 'published: "2025-02-03"', 'published: "soon"', "published"),
    ("note.md", "outlet: Daily", "outlet: Weekly", "outlet"),
    ("note.md", "---\nid: note", "id: note", "line 1"),
    ("note.md", "title: A note", "title A note", "line 4"),
    ("names.toml", 'aliases = ["the ministry"]', 'aliases = ["Daily"]', "already names"),
    ("names.toml", 'id = "hurt"', 'id = "bridges"', "described twice"),
    ("names.toml", 'kind = "collapse"', 'sort = "collapse"', "unknown key"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), FAULTS)
def test_a_fault_is_named_with_file_and_place_and_stores_nothing(
    folder: Path, name: str, old: str, new: str, said: str
) -> None:
    edit(folder / name, old, new)
    tl = Timeline.in_memory()
    with pytest.raises(InvalidInput) as caught:
        tl.ingest(folder)
    assert said in str(caught.value)
    assert str(folder) in str(caught.value)
    assert len(str(caught.value)) < 400
    assert tl.store.head().position == 0


def test_a_fault_in_a_later_file_leaves_what_is_stored_untouched(folder: Path) -> None:
    tl = Timeline.in_memory()
    tl.ingest(folder)
    head = tl.store.head()
    edit(folder / "note.toml", 'text = "Two bridges fell."', 'text = "Both bridges fell."')
    shutil.copy(folder / "note.toml", folder / "zzz.toml")
    with pytest.raises(InvalidInput, match="is also the article of"):
        tl.ingest(folder)
    assert tl.store.head() == head


@pytest.mark.parametrize("path", ["missing.toml", "empty"])
def test_what_is_no_curated_stream_is_refused(folder: Path, path: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(InvalidInput, match=path):
        Timeline.read(folder / path)


def test_links_and_splits_must_name_claims_that_exist(folder: Path) -> None:
    (folder / "more.toml").write_text('[[links]]\nclaim = "note#9"\nfact = "hurt"\n')
    with pytest.raises(InvalidInput, match=r"more\.toml: links\[1\]\.claim: no claim"):
        Timeline.read(folder)


def test_joins_are_read_after_all_files(folder: Path) -> None:
    (folder / "a-first.toml").write_text('[[merges]]\nfact = "hurt"\ninto = "bridges"\n')
    tl = Timeline.read(folder)
    known = tl.known("2025-02-03")
    assert set(known) == {"bridges"}
    assert len(known["bridges"].claims) == 2
    assert known["hurt"] == known["bridges"]


# ---- Ingesting again -----------------------------------------------------------------------


def test_ingesting_again_adds_nothing(folder: Path) -> None:
    tl = Timeline.in_memory()
    tl.ingest(folder)
    head = tl.store.head()
    assert [done.added for done in tl.ingest(folder)] == [0]
    assert tl.store.head() == head


def test_the_fixtures_can_be_ingested_again() -> None:
    tl = Timeline.read(FIXTURES / "streams")
    head = tl.store.head()
    tl.ingest(FIXTURES / "streams")
    assert tl.store.head() == head


def test_an_edited_claim_is_curation_and_answers_every_date_anew(folder: Path) -> None:
    tl = Timeline.in_memory()
    tl.ingest(folder)
    before = tl.store.head().position
    edit(folder / "note.toml", 'occurred = "[..2025-02-02]"', 'occurred = "2025-02-01"')
    (done,) = tl.ingest(folder)
    (event,) = [one.event for one in tl.store.read_all(after=before)]
    assert done.added == 1
    assert isinstance(event, ClaimRevised)
    assert tl.known("2025-02-02")["bridges"].occurred == When("2025-02-01")
    as_recorded = tl.known("2025-02-02", recorded=before)
    assert as_recorded["bridges"].occurred == When("[..2025-02-02]")


def test_a_revised_date_of_publication_moves_the_claims_that_rest_on_it(folder: Path) -> None:
    edit(folder / "note.toml", 'stated = "2025-02-02"\nby = ["ministry"]', 'by = ["ministry"]')
    tl = Timeline.in_memory()
    tl.ingest(folder)
    before = tl.store.head().position
    assert "hurt" not in tl.known("2025-02-02")
    edit(folder / "note.md", '"2025-02-03"', '"2025-02-02"')
    tl.ingest(folder)
    assert any(isinstance(one.event, ArticleRevised) for one in tl.store.read("note"))
    assert "hurt" in tl.known("2025-02-02")
    assert "hurt" not in tl.known("2025-02-02", recorded=before)


def test_a_claim_added_or_linked_elsewhere_is_appended(folder: Path) -> None:
    tl = Timeline.in_memory()
    tl.ingest(folder)
    more = '\n[[claims]]\nid = 3\nfact = "hurt"\nstance = "asserts"\nquote = "On Sunday"\n'
    with (folder / "note.toml").open("a") as file:
        file.write(more)
    edit(folder / "note.toml", 'fact = "bridges"', 'fact = "hurt"')
    (done,) = tl.ingest(folder)
    assert done.added == 3
    assert set(tl.known("2025-02-03")) == {"hurt"}


def test_news_that_is_stored_cannot_be_left_out(folder: Path) -> None:
    tl = Timeline.in_memory()
    tl.ingest(folder)
    head = tl.store.head()
    text = (folder / "note.toml").read_text()
    (folder / "note.toml").write_text(text[: text.index("[[claims]]\nid = 2")])
    with pytest.raises(DifferentHistory, match="note#2"):
        tl.ingest(folder)
    assert tl.store.head() == head


CORRECTION = """
[[corrections]]
claim = 1
on = "2025-02-05"
note = "It was one bridge."
figures = [{ measure = "bridges", value = 1 }]

[[retractions]]
claim = 2
on = "2025-02-06"
note = "Nobody was hurt."
"""


def test_corrections_and_retractions_are_news_of_their_date(folder: Path) -> None:
    with (folder / "note.toml").open("a") as file:
        file.write(CORRECTION)
    tl = Timeline.read(folder)
    assert any(isinstance(one.event, ClaimCorrected) for one in tl.store.read("note"))

    def bridges(on: str) -> object:
        newest = tl.figures(on)["bridges"].newest
        return newest and newest.figure.low

    assert [bridges("2025-02-04"), bridges("2025-02-05")] == [2, 1]
    assert str(tl.known("2025-02-05")["hurt"].status) == "reported"
    assert str(tl.known("2025-02-06")["hurt"].status) == "retracted"
    told = tl.known("2025-02-06")["bridges"].claims
    assert [(str(one.standing), one.note) for one in told] == [
        ("corrected", "It was one bridge."),
        ("stands", ""),
    ]
    assert [done.added for done in tl.ingest(folder)] == [0]


def test_a_correction_cannot_change_its_date(folder: Path) -> None:
    with (folder / "note.toml").open("a") as file:
        file.write(CORRECTION)
    tl = Timeline.read(folder)
    edit(folder / "note.toml", '"2025-02-05"', '"2025-02-04"')
    with pytest.raises(DifferentHistory, match="note#1 to be corrected"):
        tl.ingest(folder)


def test_a_link_that_is_edited_back_is_taken_in_again(folder: Path) -> None:
    tl = Timeline.in_memory()
    link = '[[links]]\nclaim = "note#2"\nfact = "{}"\n'
    for fact in ("bridges", "hurt", "bridges"):
        (folder / "links.toml").write_text(link.format(fact))
        tl.ingest(folder)
        tl.ingest(folder)
        assert "note#2" in [one.id for one in tl.known("2025-02-03")[fact].claims]
        assert dict(tl.known("2025-02-03")) == dict(Timeline.read(folder).known("2025-02-03"))


def test_a_merge_and_a_split_of_it_are_taken_in_once(folder: Path) -> None:
    joins = """
[[merges]]
fact = "hurt"
into = "bridges"

[[splits]]
fact = "bridges"
into = "hurt"
claims = ["note#1"]
"""
    (folder / "joins.toml").write_text(joins)
    tl = Timeline.in_memory()
    tl.ingest(folder)
    head = tl.store.head()
    tl.ingest(folder)
    assert tl.store.head() == head
    known = tl.known("2025-02-03")
    assert {n: [c.id for c in f.claims] for n, f in known.items()} == {
        "bridges": ["note#2"],
        "hurt": ["note#1"],
    }


def test_dates_may_be_written_without_quotes(folder: Path) -> None:
    edit(folder / "note.toml", 'stated = "2025-02-02"\nby = ["ministry"]', "stated = 2025-02-02")
    assert Timeline.read(folder).known("2025-02-02")["hurt"].first_known == When("2025-02-02")


def test_an_endless_file_is_no_article(folder: Path) -> None:
    edit(folder / "note.toml", 'text = "note.md"', 'text = "/dev/zero"')
    with pytest.raises(InvalidInput, match=r"article\.text: /dev/zero: expected a file"):
        Timeline.read(folder)
