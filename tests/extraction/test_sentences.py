"""What the rules read out of single sentences, each case a line of a fixture."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim

_FOLDER = Path(__file__).parents[2] / "fixtures" / "extraction"
_TABLES = [
    tomllib.loads((_FOLDER / name).read_text("utf-8"))
    for name in ("sentences.toml", "sources.toml", "speakers.toml")
]
_CASES = [(table["published"], case) for table in _TABLES for case in table["case"]]
_READER = RuleExtractor()


def _plain(claim: Claim) -> dict[str, Any]:
    """Return a claim as the fixture writes it."""
    assert claim.evidence is not None
    assert claim.reading is not None
    found: dict[str, Any] = {"stance": str(claim.stance), "by": list(claim.chain[1:])}
    found["kind"] = claim.reading.kind
    found["occurred"] = None if claim.occurred is None else str(claim.occurred)
    found["basis"] = str(claim.basis)
    found["stated"] = None if claim.stated is None else str(claim.stated)
    found["quote"] = claim.evidence.exact
    found["figures"] = [str(figure) for figure in claim.figures]
    return found


def _wanted(claim: dict[str, Any]) -> dict[str, Any]:
    return {"by": [], "kind": "", "occurred": None, "stated": None, "figures": []} | claim


@pytest.mark.parametrize(
    ("published", "case"), _CASES, ids=[case["text"][:40] for _, case in _CASES]
)
def test_a_sentence_is_read_as_the_fixture_says(published: str, case: dict[str, Any]) -> None:
    article = Article("a", "gazette", published, text=case["text"])
    found = [_plain(claim) for claim in _READER.extract(article).claims]
    assert found == [_wanted(claim) for claim in case["claims"]]


def test_every_claim_names_the_rules_that_made_it_and_how_sure_they_are() -> None:
    for published, case in _CASES:
        article = Article("a", "gazette", published, text=case["text"])
        for claim in _READER.extract(article).claims:
            assert claim.reading is not None
            assert claim.reading.by == "rules"
            assert claim.reading.rules
            assert 0 < claim.reading.confidence <= 1
