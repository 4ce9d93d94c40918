"""What a person sees and answers in a review, and what facts they join by hand."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from timeline import Article, Timeline
from timeline.cli import _review as review
from timeline.model import ClaimDismissed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

    Run = Callable[..., Ran]

STORE = ("--store", "port.db")

GAZETTE = """Moira Kell of the Dockers' Alliance said workers at Felmouth had voted on Wednesday.

Turnout was 71 percent, the Dockers' Alliance said.

Felmouth Ports, owned by Norhaven, denied that talks had broken down.

Analysts said that the port had lost 40 ships to Rotterdam. Norhaven denied this."""

WIRE = """The Dockers' Alliance and Moira Kell announced a walkout at Felmouth on Thursday.

Turnout was 61 percent, the Dockers' Alliance said.

Norhaven said there had been no breakdown of talks with Moira Kell at Felmouth Ports."""


@pytest.fixture
def port(run: Run) -> Run:
    """A store that two outlets have told one story to."""
    with Timeline.open("port.db") as opened:
        opened.ingest(
            Article("gazette-1", "gazette", "2026-03-12", "Dockers vote", text=GAZETTE),
            Article("wire-1", "wire", "2026-03-13", "Port strike", text=WIRE),
        )
    return run


def _answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


def test_a_claim_is_shown_with_its_article_and_the_words_that_it_answers(
    port: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, "s\n" * 20)
    shown = port("review", *STORE, "--below", "0.9").flat
    assert '"Dockers vote", gazette, printed 2026-03-12' in shown
    assert "answers The port had lost 40 ships to Rotterdam. [gazette-1#" in shown


def test_a_pair_is_shown_with_who_says_so_and_what_is_denied(
    port: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, "s\n" * 20)
    shown = port("review", *STORE, "--below", "0").flat
    assert "gazette <- dockers-alliance asserts: Turnout was 71 percent." in shown
    assert "said 2026-03-12" in shown


def _turnout(port: Run) -> dict[str, Any]:
    pairs = json.loads(port("review", *STORE, "--below", "0", "--json").out)["pairs"]
    [pair] = [one for one in pairs if "turnout" in one["fact"]]
    found: dict[str, Any] = pair
    return found


def test_a_claim_rejected_in_one_sitting_is_not_brought_back_by_its_fact(
    port: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = _turnout(port)
    with Timeline.open("port.db") as opened:
        doubtful = opened.doubtful(0.99)
    answers = [
        "r\nno" if getattr(one, "fact", "") == pair["fact"] and hasattr(one, "accepted") else "s"
        for one in doubtful
        if hasattr(one, "accepted")
    ]
    _answer(monkeypatch, "\n".join([*answers, *"kkkk"]) + "\n")
    port("review", *STORE, "--below", "0.99")
    with Timeline.open("port.db") as opened:
        assert pair["fact"] not in opened.known("2026-04-01")


def test_an_answer_to_a_claim_that_changed_meanwhile_is_not_stored(
    port: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else rejects the claim while it is on the screen."""
    asked = review._asked

    def meanwhile(question: str, letters: str) -> str:
        with Timeline.open("port.db") as other:
            other.record(ClaimDismissed(other.doubtful(0.99)[0].claim.id))
        return asked(question, letters)

    monkeypatch.setattr(review, "_asked", meanwhile)
    _answer(monkeypatch, "a\nq\n")
    ran = port("review", *STORE, "--below", "0.99")
    assert "not stored: claim" in ran.err
    assert "meanwhile" in ran.err
    assert "no decisions stored" in ran.flat


def test_a_source_is_named_by_its_name_and_a_new_one_is_said_to_be_new(
    port: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer(monkeypatch, "e\nby=Nobody At All\nby=MOIRA KELL, stranger\n\nq\n")
    ran = port("review", *STORE, "--below", "0.99")
    assert "no source is called 'stranger'" in ran.err
    assert "1 decision stored" in ran.flat


def test_facts_that_are_one_are_not_merged_again(port: Run) -> None:
    pair = _turnout(port)
    assert "1 event added" in port("merge", pair["fact"], pair["into"], *STORE).out
    assert "no events added" in port("merge", pair["fact"], pair["into"], *STORE).out
    assert "no events added" in port("merge", pair["into"], pair["fact"], *STORE).out


def test_a_merged_fact_is_no_new_one_and_can_be_split_off_again(port: Run) -> None:
    pair = _turnout(port)
    with Timeline.open("port.db") as opened:
        [claim] = opened.known("2026-04-01")[pair["fact"]].claims
    port("merge", pair["fact"], pair["into"], *STORE)
    refused = port("link", claim.claim.id, pair["fact"], *STORE, "--title", "Turnout")
    assert refused.code == 2
    assert f"was merged into {pair['into']}" in " ".join(refused.err.split())
    assert port("split", pair["into"], pair["fact"], claim.claim.id, *STORE).code == 0
    with Timeline.open("port.db") as opened:
        assert [one.claim.id for one in opened.known("2026-04-01")[pair["fact"]].claims] == [
            claim.claim.id
        ]


def test_a_new_title_leaves_a_fact_its_kind_and_is_not_empty(port: Run) -> None:
    pair = _turnout(port)
    with Timeline.open("port.db") as opened:
        before = opened.known("2026-04-01")[pair["fact"]]
        claim = before.claims[0].claim.id
    assert port("link", claim, pair["fact"], *STORE, "--title", "  ").code == 2
    assert port("link", claim, pair["fact"], *STORE, "--title", "The turnout").code == 0
    with Timeline.open("port.db") as opened:
        after = opened.known("2026-04-01")[pair["fact"]]
    assert (after.title, after.kind) == ("The turnout", before.kind)
    assert after.kind
