"""Every question gets its answer on the command line, from files and from a store alike."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import orjson
import pytest

from timeline import Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

STREAMS = "fixtures/streams"


def test_known_answers_the_main_question(run: Callable[..., Ran]) -> None:
    ran = run("known", "2025-01-20", STREAMS)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("What was known by the end of 20 January 2025")
    assert f"timeline diff 2025-01-20 2025-02-07 {STREAMS}" in ran.flat


def test_the_hints_of_known_are_commands_that_work(run: Callable[..., Ran]) -> None:
    hints = [
        line.partition("  timeline ")[2]
        for line in run("known", "2025-01-20", STREAMS, "--clock", "published").out.splitlines()
        if line.startswith("  timeline ")
    ]

    assert [hint.split()[0] for hint in hints] == ["diff", "explain"]
    for hint in hints:
        assert hint.endswith("--clock published")
        assert run(*hint.split()).code == 0


def test_hints_ask_in_the_same_way(run: Callable[..., Ran]) -> None:
    run("ingest", STREAMS, "--store", "kursk.db")
    options = "--store kursk.db --recorded 200 --refuse presumed --refuse bounded --zone Asia/Seoul"

    ran = run("known", "2025-01-20", *options.split())

    assert f"  timeline diff 2025-01-20 2025-02-07 {options}\n" in ran.out


def test_the_last_date_has_nothing_that_was_learned_later(run: Callable[..., Ran]) -> None:
    assert "timeline diff" not in run("known", "2025-02-07", STREAMS).out


COMMANDS = [
    ("known", "2025-01-20"),
    ("diff", "2025-01-20", "2025-02-07"),
    ("history", "withdrawal"),
    ("explain", "withdrawal", "--on", "2025-02-06"),
    ("chronology", "--on", "2025-02-07", "--occurred", "2025-01"),
    ("figures", "--on", "2025-02-07"),
    ("figures", "--on", "2025-02-07", "--measure", "casualties"),
    ("forecasts", "--on", "2025-04-30"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_files_and_store_answer_alike(run: Callable[..., Ran], words: tuple[str, ...]) -> None:
    run("ingest", STREAMS, "--store", "kursk.db")

    for json in ([], ["--json"]):
        from_files = run(*words, STREAMS, *json)
        from_store = run(*words, "--store", "kursk.db", *json)

        assert from_files.code == from_store.code == 0
        commands = from_files.out.replace(f" {STREAMS}", "")
        assert commands == from_store.out.replace(" --store kursk.db", "")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("known", "2025-01-20"), lambda tl: tl.known("2025-01-20")),
        (("diff", "2025-01-20", "2025-02-07"), lambda tl: tl.diff("2025-01-20", "2025-02-07")),
        (
            ("history", "withdrawal", "--on", "2025-02-07"),
            lambda tl: tl.history("withdrawal", on="2025-02-07"),
        ),
        (
            ("explain", "withdrawal", "--on", "2025-02-06"),
            lambda tl: tl.explain("withdrawal", on="2025-02-06"),
        ),
        (
            ("chronology", "--on", "2025-02-07", "--occurred", "2025-01"),
            lambda tl: tl.chronology("2025-01", on="2025-02-07"),
        ),
        (("figures", "--on", "2025-02-07"), lambda tl: tl.figures("2025-02-07")),
        (("forecasts", "--on", "2025-04-30"), lambda tl: tl.forecasts("2025-04-30")),
    ],
)
def test_json_is_the_answer_as_plain_data(
    run: Callable[..., Ran], words: tuple[str, ...], answer: Callable[[Timeline], object]
) -> None:
    expected = answer(Timeline.read(STREAMS))

    ran = run(*words, STREAMS, "--json")

    assert ran.code == 0
    assert ran.out.endswith("}\n")
    assert "\n  " in ran.out
    assert orjson.loads(ran.out) == orjson.loads(orjson.dumps(expected.to_dict()))  # type: ignore[attr-defined]  # all answers have it


def test_json_of_known_has_the_promised_shape(run: Callable[..., Ran]) -> None:
    plain = orjson.loads(run("known", "2025-01-20", STREAMS, "--json").out)

    assert plain["as_of"] == {"known": "2025-01-20", "clock": "stated", "recorded": None}
    fact = next(fact for fact in plain["facts"] if fact["fact"] == "pow-capture")
    assert fact["certainty"] == "certain"
    assert fact["status"] == "reported"
    assert fact["occurred"] == {
        "edtf": "[..2025-01-20]",
        "earliest": None,
        "latest": "2025-01-20",
    }
    assert fact["possibly"]["status"] == "corroborated"
    assert fact["origins"] == ["zelenskyy"]
    assert {"claim", "article", "stance", "attribution", "origin", "basis", "certainty"} <= set(
        fact["claims"][0]
    )


def test_options_reach_the_question(run: Callable[..., Ran]) -> None:
    options = ("--clock", "published", "--refuse", "dated", "--refuse", "bounded")

    ran = run("known", "2025-02-05", STREAMS, *options, "--zone", "Asia/Seoul", "--json")

    assert orjson.loads(ran.out)["as_of"] == {
        "known": "2025-02-05",
        "clock": "published",
        "recorded": None,
        "refused": ["bounded", "dated"],
        "zone": "Asia/Seoul",
    }


@pytest.mark.parametrize("recorded", ["0", "2000-01-01T00:00:00Z"])
def test_recorded_looks_at_the_store_as_it_was(run: Callable[..., Ran], recorded: str) -> None:
    run("ingest", STREAMS)

    ran = run("known", "2025-02-07", "--recorded", recorded)

    assert ran.code == 0
    assert "Nothing was known by then." in ran.out


def test_a_month_means_its_last_day(run: Callable[..., Ran]) -> None:
    assert "by the end of 31 January 2025" in run("known", "2025-01", STREAMS).flat


def test_dates_default_to_today(run: Callable[..., Ran]) -> None:
    for words in (["chronology"], ["figures"], ["forecasts"], ["explain", "withdrawal"]):
        assert run(*words, STREAMS, "--json").code == 0


def test_tag_dates_the_expressions_of_a_text(run: Callable[..., Ran]) -> None:
    ran = run("tag", "They met on Thursday.", "--on", "2025-02-07")

    assert ran.code == 0
    assert "Thursday 6 February 2025 DATE 2025-02-06" in ran.flat


def test_tag_reads_standard_input(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch) -> None:
    text = b"They met on Thursday \xff."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))

    assert "Thursday 6 February 2025" in run("tag", "-", "--on", "2025-02-07").flat


def test_tag_prints_json(run: Callable[..., Ran]) -> None:
    found = orjson.loads(run("tag", "They met on Thursday.", "--on", "2025-02-07", "--json").out)

    assert [(one["text"], one["when"]["edtf"]) for one in found] == [("Thursday", "2025-02-06")]


def test_one_measure_keeps_its_words_and_leaves_the_others_out(run: Callable[..., Ran]) -> None:
    words = ("figures", "--on", "2025-02-07", STREAMS)
    everything = orjson.loads(run(*words, "--json").out)["figures"]

    plain = orjson.loads(run(*words, "--measure", "casualties", "--json").out)
    shown = run(*words, "--measure", "casualties").flat

    assert plain["figures"] == [one for one in everything if one["measure"] == "casualties"] != []
    assert "1 measure; of each, the oldest statement first. casualties value" in shown
    assert "range of the newest word of each source: 3,000 to 5,000" in shown
