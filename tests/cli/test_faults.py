"""What goes wrong is told in one line, with the right exit code, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

STREAMS = "fixtures/streams"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["known", "2025-02-30", STREAMS], "DATE: must be a day that the calendar has"),
        (["known", "recently", STREAMS], "DATE: must be"),
        (["known", "2025-01-20/..", STREAMS], "DATE: must be a date with a last day"),
        (["known", STREAMS], "DATE: must be"),
        (["known"], 'Command "known" parameter DATE requires an argument.'),
        (["diff", "2025-01-20", STREAMS], "AFTER: must be"),
        (["history", "withdrawal", STREAMS, "--on", "soon"], "--on: must be"),
        (["chronology", STREAMS, "--occurred", "then"], "--occurred: must be"),
        (["known", "2025-01-20", STREAMS, "--store", "x.db"], "--store: name either a store or"),
        (["known", "2025-01-20", STREAMS, "--clock", "statd"], 'Did you mean "stated"?'),
        (["known", "2025-01-20", STREAMS, "--refuse", "rumour"], 'Invalid value "rumour"'),
        (["known", "2025-01-20", STREAMS, "--recorded", "then"], "--recorded: must be a number"),
        (["known", "2025-01-20", STREAMS, "--recorded", "9" * 5000], "--recorded: must be"),
        (
            ["known", "2025-01-20", STREAMS, "--recorded", "9999"],
            "--recorded: must be at most",
        ),
        (
            ["known", "2025-01-20", STREAMS, "--recorded", "2025-01-01T00:00:00"],
            "--recorded: must be a number of events, or an instant with its time zone",
        ),
        (["known", "2025-01-20", STREAMS, "--zone", "Mars/Olympus"], "--zone: must be a time zone"),
        (["known", "2025-01-20", STREAMS, "--clok", "stated"], "Did you mean --clock?"),
        (["knwon", "2025-01-20"], 'Did you mean "known"?'),
        (["ingest"], "PATH: must be at least one file or folder"),
        (["verify", "--head", "abc"], "--head: must be 64 hexadecimal digits"),
        (["tag", "Today.", "--on", "now"], "--on: must be"),
    ],
)
def test_a_wrong_call_exits_with_2(
    run: Callable[..., Ran], folder: Path, words: list[str], message: str
) -> None:
    if words[0] == "verify":
        run("ingest", STREAMS)
    before = sorted(folder.iterdir())

    ran = run(*words)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("timeline: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["known", "2025-01-20"], "timeline.db: not a timeline store (no such file; give paths"),
        (["known", "2025-01-20", "--store", "x.db"], "x.db: not a timeline store (no such file)"),
        (["verify"], "timeline.db: not a timeline store"),
        (["known", "2025-01-20", "nowhere"], "nowhere: no such file or folder"),
        (["ingest", "nowhere"], "nowhere: no such file or folder"),
        (
            ["figures", "2025-02-06", "fixtures/streams"],
            "2025-02-06: no such file or folder; a date is given with --on",
        ),
        (["history", "withdrawl", STREAMS], "'withdrawl' (did you mean withdrawal?)"),
        (["history", "pow", STREAMS], "(did you mean pow-capture or pow-video?)"),
        (["history", "WITHDRAWAL", STREAMS], "(did you mean withdrawal"),
        (["explain", "withdrawal", STREAMS, "--on", "2025-01-20"], "fact known on 2025-01-20"),
        (
            ["explain", "withdrawal", STREAMS, "--on", "2025-01-20"],
            "of which nothing was known by then: timeline history withdrawal fixtures/streams",
        ),
        (["export", "gone/x.jsonl", "--store", "x.db"], "x.db: not a timeline store"),
        (["ingest", STREAMS, "--store", "gone/x.db"], "gone/x.db: not a timeline store (its f"),
        (["import", "fixtures/known/stated.csv"], "; --format names a format that is not our log"),
        (["import", "gone.jsonl"], "gone.jsonl: cannot be read: No such file or directory"),
        (["figures", STREAMS, "--measure", "casualtys"], "(did you mean casualties"),
    ],
)
def test_data_at_fault_exits_with_1(
    run: Callable[..., Ran], folder: Path, words: list[str], message: str
) -> None:
    before = sorted(folder.iterdir())

    ran = run(*words)

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("timeline: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(folder.iterdir()) == before


def test_a_malformed_stream_is_named_with_its_place(run: Callable[..., Ran], folder: Path) -> None:
    text = (folder / "fixtures/streams/kontur-2025-02-07.toml").read_text(encoding="utf-8")
    text = text.replace("../articles", "fixtures/articles").replace("asserts", "shouts", 1)
    (folder / "kontur.toml").write_text(text, encoding="utf-8")
    run("ingest", STREAMS)
    head = run("verify").out

    ran = run("ingest", "kontur.toml")

    assert ran.code == 1
    assert ran.err.startswith("timeline: kontur.toml: claims[")
    assert "found 'shouts'" in ran.err
    assert run("verify").out == head


def test_a_file_that_is_no_store_is_left_as_it_is(run: Callable[..., Ran], folder: Path) -> None:
    (folder / "notes.db").write_text("not a store")

    for words in (["known", "2025-01-20"], ["verify"], ["ingest", STREAMS]):
        ran = run(*words, "--store", "notes.db")

        assert ran.code == 1
        assert "notes.db: not a timeline store" in ran.err
    assert (folder / "notes.db").read_text() == "not a store"


def test_a_store_among_the_paths_is_pointed_out(run: Callable[..., Ran]) -> None:
    run("ingest", STREAMS)

    ran = run("known", "2025-01-20", "timeline.db")

    assert ran.code == 2
    assert "timeline.db: is a store; ask it with --store timeline.db" in ran.err


def test_a_query_changes_nothing(run: Callable[..., Ran], folder: Path) -> None:
    run("ingest", STREAMS)
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}

    for words in (["known", "2025-01-20"], ["history", "withdrawal"], ["verify"]):
        assert run(*words).code == 0

    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_hostile_names_in_errors_are_inert(run: Callable[..., Ran]) -> None:
    for words in (["known", "\x1b[2J", STREAMS], ["known", "2025-01-20", "\x1b[2J\u202e.toml"]):
        ran = run(*words)

        assert ran.err.rstrip("\n").isprintable()
        assert r"\x1b[2J" in ran.err
