"""The commands that mind the store: what they add, what they leave alone, what they find."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import orjson

from timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

STREAMS = "fixtures/streams"


def test_ingest_says_what_it_added_to_each_stream(run: Callable[..., Ran], folder: Path) -> None:
    ran = run("ingest", STREAMS, "--store", "kursk.db")

    assert ran.code == 0
    with Timeline.open(folder / "kursk.db", create=False) as stored:
        for stream in stored.store.streams():
            assert f"{stream} {stored.store.version(stream)} events added" in ran.flat
        assert f"{stored.store.head().position} events added to kursk.db" in ran.flat


def test_ingest_counts_what_articles_add_to_curation(run: Callable[..., Ran], folder: Path) -> None:
    ran = run("ingest", "fixtures/articles", "fixtures/streams/sources.toml")

    with Timeline.open(folder / "timeline.db", create=False) as stored:
        head = stored.store.head().position
        names = stored.store.version("curation") - 35
    assert f"{head} events added to timeline.db, {names} of them the names of" in ran.flat
    again = run("ingest", "fixtures/articles", "--json")
    assert orjson.loads(again.out)["added"] == 0
    with Timeline.open(folder / "other.db") as other:
        assert other.ingest("fixtures/articles").added == other.store.head().position


def test_ingesting_again_adds_nothing(run: Callable[..., Ran]) -> None:
    run("ingest", STREAMS)

    again = run("ingest", STREAMS)

    assert again.code == 0
    assert "kontur-2025-02-07 unchanged" in again.flat
    assert "no events added to timeline.db" in again.out


def test_ingest_prints_json(run: Callable[..., Ran]) -> None:
    plain = orjson.loads(run("ingest", STREAMS, "--json").out)

    assert plain["store"] == "timeline.db"
    assert plain["added"] == sum(stream["added"] for stream in plain["streams"]) > 0


def test_verify_prints_position_and_head(run: Callable[..., Ran], folder: Path) -> None:
    run("ingest", STREAMS)
    with Timeline.open(folder / "timeline.db", create=False) as stored:
        head = stored.store.head()

    ran = run("verify")

    assert ran.code == 0
    assert f"{head.position} events, unchanged" in ran.out
    assert head.hash in ran.out
    assert run("verify", "--head", head.hash).code == 0
    plain = orjson.loads(run("verify", "--json").out)
    assert plain == {"position": head.position, "hash": head.hash}


def test_verify_finds_what_was_changed(run: Callable[..., Ran], folder: Path) -> None:
    run("ingest", STREAMS)
    with sqlite3.connect(folder / "timeline.db") as connection:
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        (at,) = connection.execute("SELECT max(position) FROM runs WHERE position < 20").fetchone()
        connection.execute(
            "UPDATE runs SET recorded_at = recorded_at + 1 WHERE position = ?", (at,)
        )
    connection.close()

    ran = run("verify")

    assert ran.code == 1
    assert ran.err.startswith(f"timeline: timeline.db: position {at}")


def test_verify_finds_a_head_that_is_gone(run: Callable[..., Ran]) -> None:
    run("ingest", STREAMS)

    ran = run("verify", "--head", "0" * 63 + "1")

    assert ran.code == 1
    assert ran.err.startswith("timeline: timeline.db: ")
