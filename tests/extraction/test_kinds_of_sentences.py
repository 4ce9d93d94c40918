"""Which kind of happening a sentence tells of, by the ordinary words of news."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from timeline.extraction import RuleExtractor
from timeline.model import Article

_FOLDER = Path(__file__).parents[2] / "fixtures" / "extraction"
_TABLES: list[dict[str, list[str]]] = [
    tomllib.loads((_FOLDER / name).read_text("utf-8")) for name in ("kinds.toml", "kinds_news.toml")
]
_CASES = [(text, kind) for table in _TABLES for kind, texts in table.items() for text in texts]
_READER = RuleExtractor()


@pytest.mark.parametrize(("text", "kind"), _CASES, ids=lambda value: value[:60])
def test_a_sentence_tells_of_one_happening_of_its_kind(text: str, kind: str) -> None:
    claims = _READER.extract(Article("a", "gazette", "2025-02-07", text=text)).claims
    kinds = [claim.reading.kind for claim in claims if claim.reading is not None]
    if kind == "none":
        assert not any(kinds)
    else:
        assert kinds == [kind]


def test_every_kind_has_a_sentence() -> None:
    assert {*_TABLES[0]} - {"none"} == {*_READER.kinds.by_name}
