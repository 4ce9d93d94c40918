"""A store is copied, written out and read back whole, or the command says what is wrong."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import orjson
import pytest

from timeline import Timeline
from timeline.formats import formats

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

STREAMS = "fixtures/streams"


def head_of(run: Callable[..., Ran], store: str) -> dict[str, object]:
    """Return the head that `verify` finds."""
    ran = run("verify", "--store", store, "--json")
    assert ran.code == 0
    found: dict[str, object] = orjson.loads(ran.out)
    return found


@pytest.fixture
def head(run: Callable[..., Ran]) -> dict[str, object]:
    """The head of a store, kursk.db, that holds the five articles."""
    run("ingest", STREAMS, "--store", "kursk.db")
    return head_of(run, "kursk.db")


def test_head_prints_position_and_hash(run: Callable[..., Ran], head: dict[str, object]) -> None:
    ran = run("head", "--store", "kursk.db")

    assert ran.flat == f"{head['position']} events head {head['hash']}"
    assert orjson.loads(run("head", "--store", "kursk.db", "--json").out) == head


def test_a_head_that_was_kept_finds_the_store_again(
    run: Callable[..., Ran], head: dict[str, object]
) -> None:
    assert run("verify", "--store", "kursk.db", "--head", str(head["hash"])).code == 0


def test_a_backup_is_a_store_with_the_same_head(
    run: Callable[..., Ran], head: dict[str, object]
) -> None:
    ran = run("backup", "copy.db", "--store", "kursk.db")

    assert ran.code == 0
    assert f"{head['position']} events copied to copy.db head {head['hash']}" in ran.flat
    assert head_of(run, "copy.db") == head
    plain = run("backup", "second.db", "--store", "kursk.db", "--json")
    assert orjson.loads(plain.out) == {"file": "second.db", **head}


def test_an_export_is_read_back_with_the_same_head(
    run: Callable[..., Ran], head: dict[str, object]
) -> None:
    written = run("export", "log.jsonl", "--store", "kursk.db")
    read = run("import", "log.jsonl", "--store", "again.db", "--json")

    assert f"{head['position']} events written to log.jsonl head {head['hash']}" in written.flat
    assert orjson.loads(read.out) == {"store": "again.db", **head}
    assert head_of(run, "again.db") == head
    again = run("import", "log.jsonl", "--store", "again.db")
    assert f"{head['position']} events now in again.db" in again.flat


def test_an_export_goes_through_a_pipe(
    run: Callable[..., Ran],
    head: dict[str, object],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("export", "log.jsonl", "--store", "kursk.db")

    ran = run("export", "-", "--store", "kursk.db")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ran.out.encode())))
    back = run("import", "-")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.encode() == (folder / "log.jsonl").read_bytes()
    assert back.code == 0
    assert head_of(run, "timeline.db") == head


def test_an_import_goes_on_where_the_store_ends(
    run: Callable[..., Ran], head: dict[str, object], folder: Path
) -> None:
    run("export", "first.jsonl", "--store", "kursk.db")
    run("import", "first.jsonl", "--store", "elsewhere.db")
    with Timeline.open(folder / "kursk.db", create=False) as stored:
        stored.store.append("curation", [record.event for record in stored.store.read("curation")])
    run("export", "more.jsonl", "--store", "kursk.db")

    ran = run("import", "more.jsonl", "--store", "elsewhere.db")

    assert ran.code == 0
    assert head_of(run, "elsewhere.db") == head_of(run, "kursk.db") != head


def test_an_import_that_fails_leaves_no_store(
    run: Callable[..., Ran], head: dict[str, object], folder: Path
) -> None:
    run("export", "log.jsonl", "--store", "kursk.db")
    log = (folder / "log.jsonl").read_bytes()
    lines = log.splitlines(keepends=True)
    faults = {
        "cut.jsonl": b"".join(lines[:-1]),
        "changed.jsonl": log.replace(b"Zelenskyy", b"Zelenskij", 1),
        "swapped.jsonl": b"".join([*lines[:3], lines[4], lines[3], *lines[5:]]),
        "other.jsonl": b'{"some": "thing"}\n',
        "empty.jsonl": b"",
    }
    for name, data in faults.items():
        (folder / name).write_bytes(data)
    before = sorted(folder.iterdir())

    for name in faults:
        ran = run("import", name, "--store", "new.db")

        assert (ran.code, ran.out) == (1, ""), name
        assert ran.err.startswith(f"timeline: {name}: ")
        assert ran.err.count("\n") == 1
        assert sorted(folder.iterdir()) == before
    assert head_of(run, "kursk.db") == head


def test_a_store_that_holds_other_events_is_left_alone(
    run: Callable[..., Ran], head: dict[str, object]
) -> None:
    run("export", "log.jsonl", "--store", "kursk.db")
    run("ingest", STREAMS, "--store", "other.db")  # the same events, recorded at another time
    other = head_of(run, "other.db")

    ran = run("import", "log.jsonl", "--store", "other.db")

    assert ran.code == 1
    assert "position 1 holds another event than log.jsonl" in ran.err
    assert head_of(run, "other.db") == other != head


@pytest.mark.parametrize("command", ["backup", "export"])
def test_a_file_that_is_there_is_left_alone(
    run: Callable[..., Ran], head: dict[str, object], folder: Path, command: str
) -> None:
    del head
    (folder / "notes").write_text("keep me")

    ran = run(command, "notes", "--store", "kursk.db")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "timeline: notes: there is such a file already; it was left as it is\n"
    assert (folder / "notes").read_text() == "keep me"


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["head"], 1, "timeline.db: not a timeline store (no such file"),
        (["backup", "copy.db"], 1, "timeline.db: not a timeline store (no such file"),
        (["export", "log.jsonl", "--store", "x.db"], 1, "x.db: not a timeline store (no such file"),
        (["export", "-", "--store", "x.db"], 1, "x.db: not a timeline store (no such file"),
        (["export", "-", "--json"], 2, "--json: has no place where the events themselves"),
        (["export", "--jsno"], 2, "Unknown option: --jsno"),
        (["import", "--stroe"], 2, "Unknown option: --stroe"),
        (["import", "nowhere.jsonl"], 1, "nowhere.jsonl: cannot be read"),
        (["import", "x", "--store", "no/such/folder.db"], 1, "no/such/folder.db: cannot be made"),
        (["backup"], 2, 'Command "backup" parameter FILE requires an argument.'),
    ],
)
def test_what_goes_wrong_is_told_and_changes_nothing(
    run: Callable[..., Ran], folder: Path, words: list[str], code: int, message: str
) -> None:
    before = sorted(folder.iterdir())

    ran = run(*words)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("timeline: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("name", ["csv", "jsonl", "parquet", "cloudevents"])
def test_events_go_through_other_formats_with_the_same_head(
    run: Callable[..., Ran], head: dict[str, object], name: str
) -> None:
    written = run("export", "--format", name, "--out", "events", "--store", "kursk.db", "--json")
    read = run("import", "events", "--format", name, "--store", "again.db", "--json")

    told = orjson.loads(written.out)
    assert (told["file"], told["format"], told["count"]) == ("events", name, head["position"])
    assert orjson.loads(read.out) == {"store": "again.db", **head}
    assert head_of(run, "again.db") == head


@pytest.mark.parametrize("command", ["export", "import"])
def test_the_help_names_every_format(run: Callable[..., Ran], command: str) -> None:
    told = set(re.findall(r"[\w-]+", run(command, "--help").flat))

    assert {"log", *(one.name for one in formats())} <= told


def test_what_a_format_cannot_carry_is_told_on_standard_error(
    run: Callable[..., Ran], head: dict[str, object], folder: Path
) -> None:
    del head
    ran = run(
        "export", "page.json", "--format", "timelinejs", "--on", "2025-02-07", "--store", "kursk.db"
    )

    assert ran.code == 0
    assert ran.flat.endswith("facts written to page.json")
    assert "timeline: timelinejs: left out, as nobody dates it: " in ran.err
    slides = orjson.loads((folder / "page.json").read_bytes())["events"]
    assert "November 2024" in {slide.get("display_date") for slide in slides}  # in our own words


def test_another_format_goes_through_a_pipe(
    run: Callable[..., Ran], head: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run("export", "-", "--format", "csv", "--store", "kursk.db")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ran.out.encode())))
    back = run("import", "-", "--format", "csv")

    assert (ran.code, ran.err, back.code) == (0, "", 0)
    assert head_of(run, "timeline.db") == head


def test_a_spreadsheet_is_taken_for_an_article(run: Callable[..., Ran], folder: Path) -> None:
    (folder / "Our Chronicle.csv").write_text(
        "Year,Month,Day,Headline,Text,Group\n1969,7,20,A landing,On the moon,space\n"
    )
    words = ("import", "Our Chronicle.csv", "--format", "timelinejs-csv", "--outlet", "museum")

    ran = run(*words, "--published", "2020-05", "--store", "new.db")

    assert ran.code == 0
    assert ran.err == (
        "timeline: timelinejs-csv: left out: what stands under 'Group': 1 cell (space)\n"
    )
    known = orjson.loads(run("known", "2020-06-01", "--store", "new.db", "--json").out)
    assert known["facts"][0]["fact"] == "our-chronicle#1"
    assert known["facts"][0]["occurred"]["edtf"] == "1969-07-20"


@pytest.mark.usefixtures("head")
@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["export", "x", "--format", "excel"], 2, "--format: must be one of log, csv, jsonl"),
        (["export", "x", "--format", "timelinejs-csv"], 2, "--format: must be one of log, csv"),
        (["import", "x", "--format", "ical"], 2, "--format: must be one of log, csv, jsonl"),
        (["export", "x", "--on", "2025"], 2, "--on: has no meaning in log"),
        (["export", "x", "--format", "csv", "--on", "2025"], 2, "--on: has no meaning in csv"),
        (["export", "x", "--format", "ical", "--on", "soon"], 2, "--on: must be "),
        (["export", "--format", "csv"], 2, "requires an argument"),
        (["import", "x", "--outlet", "museum"], 2, "--outlet: has no meaning in a format that"),
        (["import", "x", "--format", "timelinejs-csv"], 2, "--outlet, --published: must be given"),
        (["import", "nowhere.csv", "--format", "csv"], 1, "nowhere.csv: cannot be read"),
        (["import", "notes", "--format", "csv"], 1, "notes: expected a column 'stream_id'"),
        (["export", "notes", "--format", "csv"], 1, "notes: there is such a file already"),
    ],
)
def test_what_goes_wrong_with_a_format_is_told_and_changes_nothing(
    run: Callable[..., Ran], folder: Path, words: list[str], code: int, message: str
) -> None:
    (folder / "notes").write_text("keep me")
    before = sorted(folder.iterdir())

    ran = run(*words, "--store", "kursk.db" if words[0] == "export" else "new.db")

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("timeline: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert sorted(folder.iterdir()) == before


EXPORT = [sys.executable, "-m", "timeline", "export", "-", "--store", "kursk.db"]


@pytest.mark.usefixtures("head")
def test_a_reader_that_has_seen_enough_is_no_error(folder: Path) -> None:
    with subprocess.Popen(
        EXPORT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


@pytest.mark.usefixtures("head")
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a full disk is played by /dev/full")  # noqa: PTH110 - no path of ours
def test_an_export_to_a_full_disk_says_so(folder: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - as above
        ran = subprocess.run(EXPORT, stdout=full, stderr=subprocess.PIPE, cwd=folder, check=False)

    assert (ran.returncode, ran.stderr) == (1, b"timeline: No space left on device\n")


def test_taking_in_what_is_at_fault_leaves_no_store(run: Callable[..., Ran], folder: Path) -> None:
    (folder / "fault.toml").write_text("[article]\ntext = 'gone.md'\n")
    before = sorted(folder.iterdir())

    ran = run("ingest", "fault.toml", "--store", "new.db")

    assert ran.code == 1
    assert "gone.md" in ran.err
    assert sorted(folder.iterdir()) == before
