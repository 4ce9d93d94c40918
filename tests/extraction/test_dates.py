"""When the rules say that something occurred, each case a sentence of a fixture."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim

_FILE = Path(__file__).parents[2] / "fixtures" / "extraction" / "dates.toml"
_TABLE = tomllib.loads(_FILE.read_text("utf-8"))
_READER = RuleExtractor()


def _dated(claim: Claim) -> list[str]:
    assert claim.evidence is not None
    return [claim.evidence.exact, "" if claim.occurred is None else str(claim.occurred)]


@pytest.mark.parametrize("case", _TABLE["case"], ids=lambda case: case["text"][:40])
def test_a_sentence_is_dated_as_the_fixture_says(case: dict[str, Any]) -> None:
    article = Article("a", "gazette", _TABLE["published"], text=case["text"])
    assert [_dated(claim) for claim in _READER.extract(article).claims] == case["dates"]
