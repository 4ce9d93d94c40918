"""Commands that read articles, and those that correct what was read."""

from __future__ import annotations

import io
import json
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

    Run = Callable[..., Ran]

ARTICLES = "fixtures/articles"
ONE = f"{ARTICLES}/kontur-2025-02-07.md"


def _facts(ran: Ran) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ran.out)["facts"]
    return found


def _claims(facts: list[dict[str, Any]]) -> set[str]:
    return {claim["claim"] for fact in facts for claim in fact["claims"]}


def test_articles_are_asked_directly(run: Run) -> None:
    ran = run("known", "2025-01-20", ARTICLES, "--json")
    assert ran.code == 0
    assert ran.err == ""
    kinds = {fact["kind"] for fact in _facts(ran)}
    assert {"visit", "offensive", "deployment", "capture"} <= kinds


def test_all_events_that_are_added_are_counted(run: Run) -> None:
    added = run("ingest", ARTICLES, "--store", "kursk.db").flat
    with Timeline.open("kursk.db") as opened:
        end, named = opened.store.head().position, opened.store.version("curation")
    assert f"{end} events added to kursk.db, {named} of them the names of facts" in added
    again = json.loads(run("ingest", ARTICLES, "--store", "kursk.db", "--json").out)
    assert again["added"] == 0


def test_articles_are_taken_in_once(run: Run) -> None:
    first = run("ingest", ARTICLES, "--store", "kursk.db")
    assert first.code == 0
    assert "5" not in first.err
    again = run("ingest", ARTICLES, "--store", "kursk.db", "--json")
    assert json.loads(again.out)["added"] == 0


def test_a_folder_goes_on_and_says_what_it_left_out(run: Run, folder: Path) -> None:
    (folder / "mixed").mkdir()
    (folder / "mixed" / "good.md").write_text(
        "---\noutlet: gazette\npublished: 2025-02-07\n---\nRebels took the port on January 9.\n"
    )
    (folder / "mixed" / "bad.md").write_bytes(b"\x00\x01" * 40)
    (folder / "mixed" / "undated.md").write_text("---\noutlet: herald\n---\nIt rained.\n")
    ran = run("ingest", "mixed", "--store", "kursk.db")
    assert ran.code == 1
    assert "good" in ran.out
    assert "bad.md: left out" in ran.err
    assert "undated.md: left out" in ran.err
    assert "2 files left out: 1 binary, 1 no-date" in ran.err
    asked = run("known", "2025-02-07", "mixed", "--json")
    assert asked.code == 0
    assert "left out" in asked.err


def test_what_an_article_does_not_say_can_be_said(run: Run, folder: Path) -> None:
    (folder / "plain.txt").write_text("Rebels took the port of Ostia on January 9.\n")
    assert run("ingest", "plain.txt", "--store", "kursk.db").code == 1
    ran = run(
        *("ingest", "plain.txt", "--store", "kursk.db", "--outlet", "The Gazette"),
        *("--published", "2025-02-07"),
    )
    assert ran.code == 0
    wrong = run("ingest", "plain.txt", "--store", "kursk.db", "--published", "soon")
    assert wrong.code == 2
    assert "--published" in wrong.err


def test_a_file_at_fault_leaves_no_store_behind(run: Run, folder: Path) -> None:
    (folder / "broken.toml").write_text("[[claims")
    assert run("ingest", "broken.toml", "--store", "kursk.db").code == 1
    assert not list(folder.glob("kursk.db*"))


def test_a_draft_is_written_once_and_can_be_taken_in(run: Run, folder: Path) -> None:
    ran = run("ingest", ONE, "--draft", "draft.toml")
    assert ran.code == 0
    assert "timeline ingest draft.toml" in ran.out
    assert not (folder / "timeline.db").exists()
    again = run("ingest", ONE, "--draft", "draft.toml")
    assert again.code == 2
    assert run("ingest", "draft.toml", "--store", "kursk.db").code == 0
    assert _facts(run("known", "2025-02-07", "--store", "kursk.db", "--json"))


def test_a_draft_takes_one_article(run: Run) -> None:
    ran = run("ingest", ARTICLES, "--draft", "draft.toml")
    assert ran.code == 2
    assert "one article" in ran.err


def test_the_rules_behind_a_claim_are_told(run: Run) -> None:
    fact = next(
        str(fact["fact"])
        for fact in _facts(run("known", "2025-02-07", ARTICLES, "--json"))
        if fact["kind"] == "strike" and fact["occurred"]
    )
    ran = run("explain", fact, ARTICLES, "--on", "2025-02-07", "--rules")
    assert "sure: verb of a happening, date in the clause" in ran.flat
    plain = json.loads(
        run("explain", fact, ARTICLES, "--on", "2025-02-07", "--rules", "--json").out
    )
    assert all(reading["rules"] for reading in plain["readings"].values())
    assert "readings" not in json.loads(
        run("explain", fact, ARTICLES, "--on", "2025-02-07", "--json").out
    )


# ---- Correcting ----------------------------------------------------------------------------


@pytest.fixture
def store(run: Run) -> str:
    assert run("ingest", "fixtures/streams", "--store", "kursk.db").code == 0
    return "kursk.db"


def test_a_claim_is_linked_to_another_fact_or_to_a_new_one(run: Run, store: str) -> None:
    claim = "kontur-2025-02-07#31"
    unknown = run("link", claim, "ours", "--store", store)
    assert unknown.code == 2
    assert "--title" in unknown.err
    assert run("link", claim, "ours", "--title", "Ours", "--store", store).code == 0
    with Timeline.open(store) as opened:
        assert [one.claim.id for one in opened.known("2025-02-07")["ours"].claims] == [claim]


def test_facts_are_merged_and_split(run: Run, store: str) -> None:
    assert run("merge", "pow-video", "prisoner-video", "--store", store).code == 0
    ran = run(
        *("split", "deployment", "more", "kontur-2025-02-07#2", "--title", "More troops"),
        *("--store", store),
    )
    assert ran.code == 0
    with Timeline.open(store) as opened:
        told = opened.known("2025-02-07")
        assert "pow-video" not in {fact.id for fact in told.facts()}
        assert told["more"].title == "More troops"
    assert run("split", "deployment", "more", "--store", store).code == 2
    assert run("merge", "nothing", "withdrawal", "--store", store).code == 1


def test_a_review_stores_each_decision(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    del folder
    run("ingest", ARTICLES, "--store", "kursk.db")
    assert "claims and" in run("review", "--store", "kursk.db", "--below", "0.8", "--count").out
    edit = "e\noccurred=2025-01-09\nnonsense\noccurred=someday\n\n"
    answers = f"a\nx\n{edit}r\nnot so\ns\nm\nours\nOurs\nq\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    ran = run("review", "--store", "kursk.db", "--below", "0.8")
    assert ran.code == 0
    assert "4 decisions stored" in ran.flat
    assert "must be field=value" in ran.err
    with sqlite3.connect("kursk.db") as kept:
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Timeline.open("kursk.db") as opened:
        assert "ours" in opened.facts


def test_a_review_asks_for_pairs_and_ends_with_the_input(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("ingest", ARTICLES, "--store", "kursk.db")
    monkeypatch.setattr("sys.stdin", io.StringIO("m\nk\ns\n"))
    ran = run("review", "--store", "kursk.db", "--below", "0")
    assert "2 decisions stored" in ran.flat
    assert run("review", "--store", "kursk.db", "--below", "2").code == 2


def test_what_cannot_be_stored_is_asked_again_and_ends_no_review(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("ingest", ARTICLES, "--store", "kursk.db")
    before = run("head", "--store", "kursk.db").out
    no_id, no_title, no_change = "m\nno such\nTitle\n", "m\nours\n\n", "e\n\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{no_id}{no_title}{no_change}q\n"))
    ran = run("review", "--store", "kursk.db")
    assert "must be an id" in ran.err
    assert ran.flat.count("[q]uit") == 4
    assert "0 decisions stored" in ran.flat or "no decisions stored" in ran.flat
    assert run("head", "--store", "kursk.db").out == before


def test_a_pair_is_shown_with_the_claims_of_both_facts(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("ingest", ARTICLES, "--store", "kursk.db")
    pairs = json.loads(run("review", "--store", "kursk.db", "--below", "0", "--json").out)["pairs"]
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    shown = run("review", "--store", "kursk.db", "--below", "0").flat
    with Timeline.open("kursk.db") as opened:
        known = opened.known("2025-04-30")
        for fact in (known[pairs[0]["fact"]], known[pairs[0]["into"]]):
            assert f"{fact.title} [{fact.id}]" in shown
            assert any(f"{one.claim.text} [{one.claim.id}]" in shown for one in fact.claims)


def test_facts_that_have_become_one_are_not_asked_for_again(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("ingest", ARTICLES, "--store", "kursk.db")
    pairs = json.loads(run("review", "--store", "kursk.db", "--below", "0", "--json").out)["pairs"]
    monkeypatch.setattr("sys.stdin", io.StringIO("m\n" * len(pairs)))
    ran = run("review", "--store", "kursk.db", "--below", "0")
    asked = ran.flat.count("[m]erge them")
    with Timeline.open("kursk.db") as opened:
        facts = opened.facts
    joined = {pair["fact"] for pair in pairs} | {pair["into"] for pair in pairs}
    # Each merge makes one fact of two; a pair that is one by then is passed over.
    assert asked == len(joined - facts) < len(pairs)
    assert f"{asked} decisions stored" in ran.flat
    assert "not stored" not in ran.err


def test_kinds_of_ones_own_are_looked_for(run: Run, folder: Path) -> None:
    (folder / "own.toml").write_text('[[kinds]]\nname = "concert"\nverbs = ["give * concert"]\n')
    (folder / "plain.txt").write_text("The band gave a concert in Ostia on January 9.\n")
    said = ("--outlet", "gazette", "--published", "2025-02-07", "--store", "kursk.db")
    assert run("ingest", "plain.txt", *said, "--kinds", "own.toml").code == 0
    (fact,) = _facts(run("known", "2025-02-07", "--store", "kursk.db", "--json"))
    assert fact["kind"] == "concert"
    wrong = run("ingest", "plain.txt", *said, "--kinds", "nowhere.toml")
    assert wrong.code == 1
    assert "nowhere.toml" in wrong.err


def test_a_claim_that_is_deleted_from_a_draft_is_dismissed(run: Run, folder: Path) -> None:
    run("ingest", ARTICLES, "--store", "kursk.db")
    read = _facts(run("known", "2025-02-07", "--store", "kursk.db", "--json"))
    recorded = str(json.loads(run("head", "--store", "kursk.db", "--json").out)["position"])
    run("ingest", ONE, "--draft", "kontur.toml", "--store", "kursk.db")
    draft = (folder / "kontur.toml").read_text()
    head, gone, *rest = draft.split("[[claims]]")
    assert "id = 1\n" in gone
    (folder / "kontur.toml").write_text("[[claims]]".join([head, *rest]))

    assert run("ingest", "kontur.toml", "--store", "kursk.db").code == 0

    left = _facts(run("known", "2025-02-07", "--store", "kursk.db", "--json"))
    assert _claims(read) - _claims(left) == {"kontur-2025-02-07#1"}
    assert "no events added" in run("ingest", "kontur.toml", "--store", "kursk.db").flat
    then = ("--recorded", recorded, "--store", "kursk.db", "--json")
    assert _claims(_facts(run("known", "2025-02-07", *then))) == _claims(read)

    (folder / "kontur.toml").write_text(draft)  # it was a claim after all
    assert run("ingest", "kontur.toml", "--store", "kursk.db").code == 0
    again = _facts(run("known", "2025-02-07", "--store", "kursk.db", "--json"))
    assert _claims(again) == _claims(read)

    # Now all of them are a person's, and a person's claims are retracted and not left out.
    (folder / "kontur.toml").write_text("[[claims]]".join([head, *rest]))
    refused = run("ingest", "kontur.toml", "--store", "kursk.db")
    assert refused.code == 1
    assert "put it back, or retract it" in refused.err
