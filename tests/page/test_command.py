"""The command writes a page, says what it wrote, and takes the place of nothing but a page."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import orjson
import pytest

from tests.page.pages import ROOT, Read, data_of
from timeline import Timeline, When
from timeline.cli import main

if TYPE_CHECKING:
    from pathlib import Path

STREAMS = str(ROOT / "fixtures/streams")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "kursk.html"


def test_a_page_is_written_and_told_of(out: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["page", STREAMS, "--out", str(out), "--on", "2025-04-30"]) == 0

    told = capfd.readouterr().out
    page = out.read_text(encoding="utf-8")
    assert "77 facts written to" in " ".join(told.split())
    with Timeline.read(STREAMS) as collection:
        assert collection.store.head().position == 385
    assert data_of(page)["last"][1] == "2025-04-30"
    assert page.startswith("<!doctype html>")


def test_the_footer_has_the_head_of_the_log(
    out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "kursk.db"
    assert main(["ingest", STREAMS, "--store", str(store)]) == 0
    assert main(["page", "--store", str(store), "--out", str(out), "--json"]) == 0
    told = orjson.loads(capfd.readouterr().out.partition("\n{")[2].join(("{", "")))

    with Timeline.open(store, create=False) as collection:
        head = collection.verify()
    assert (told["hash"], told["position"]) == (head.hash, head.position)
    assert f'<code id="head">{head.hash}</code>' in out.read_text(encoding="utf-8")
    assert told["bytes"] == out.stat().st_size


def test_the_question_is_asked_as_it_was_said(out: Path) -> None:
    assert main(["page", STREAMS, "--out", str(out), "--clock", "published"]) == 0

    page = out.read_text(encoding="utf-8")
    assert "by when articles printed it" in page
    assert data_of(page)["days"][0][1] == "2025-01-16"


def test_no_later_date_comes_into_a_page_with_a_last_date(out: Path) -> None:
    assert main(["page", STREAMS, "--out", str(out), "--on", "2025-01-20"]) == 0

    data = data_of(out.read_text(encoding="utf-8"))
    facts = Read(data).facts(When("2025-01-20").latest or 0)
    assert data["days"][-1][1] == "2025-01-20"
    assert {name for name, *_ in data["facts"]} == set(facts)
    assert "combat-halt" not in facts


def test_texts_can_be_left_out(out: Path) -> None:
    assert main(["page", STREAMS, "--out", str(out), "--without-texts"]) == 0

    page = out.read_text(encoding="utf-8")
    assert 'class="texts"' not in page
    assert "blockquote" in page
    assert not any(claim[11] for claim in data_of(page)["claims"])


def test_a_page_takes_the_place_of_a_page(out: Path) -> None:
    for title in ("First", "Second"):
        assert main(["page", STREAMS, "--out", str(out), "--title", title]) == 0

    assert "<title>Second</title>" in out.read_text(encoding="utf-8")
    assert list(out.parent.iterdir()) == [out]


def test_nothing_else_is_overwritten(
    out: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "kursk.db"
    assert main(["ingest", STREAMS, "--store", str(store)]) == 0
    before = store.read_bytes()

    assert main(["page", STREAMS, "--out", str(store)]) == 2
    assert main(["page", STREAMS, "--out", str(tmp_path)]) == 2

    assert store.read_bytes() == before
    assert "is there already, and is no page" in capfd.readouterr().err
    assert not out.exists()


def test_no_device_and_no_pipe_is_replaced(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert main(["page", STREAMS, "--out", str(pipe)]) == 2

    assert pipe.is_fifo()
    assert "must be a file" in capfd.readouterr().err


def test_a_measure_that_nobody_names_is_refused_with_what_is_near(
    out: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["page", STREAMS, "--out", str(out), "--measure", "casualty"]) == 1

    assert "did you mean casualties or casualty rate" in capfd.readouterr().err
    assert not out.exists()


def test_a_folder_that_is_not_there_is_the_fault_of_the_data(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "nowhere/kursk.html"
    assert main(["page", STREAMS, "--out", str(out)]) == 1

    told = capfd.readouterr().err.removeprefix("timeline: ")
    assert told == f"{out}: cannot be written (No such file or directory)\n"
