"""Which claim of its article a denial or a silence answers."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extraction import RuleExtractor
from timeline.model import Article, Claim, Stance

_TABLE = tomllib.loads(
    (Path(__file__).parents[2] / "fixtures/extraction/answers.toml").read_text("utf-8")
)
_READER = RuleExtractor()
_ANSWERS = {Stance.DENIES, Stance.WITHHOLDS}


def _read(text: str) -> tuple[Claim, ...]:
    return _READER.extract(Article("a", "gazette", _TABLE["published"], text=text)).claims


def _words(claim: Claim) -> str:
    assert claim.evidence is not None
    return claim.evidence.exact


def _told(claim: Claim) -> str:
    assert claim.reading is not None
    return claim.reading.answers


@pytest.mark.parametrize("case", _TABLE["case"], ids=[one["text"][:50] for one in _TABLE["case"]])
def test_an_answer_is_read_as_the_fixture_says(case: dict[str, Any]) -> None:
    claims = _read(case["text"])
    words = {claim.id: _words(claim) for claim in claims}
    found = [[words[claim.id], words[_told(claim)]] for claim in claims if _told(claim)]

    assert any(claim.stance in _ANSWERS for claim in claims) or "ruled out" in case["text"]
    assert found == case.get("answers", [])


_SENTENCES = tuple(
    dict.fromkeys(
        f"{sentence}."
        for case in _TABLE["case"]
        for sentence in case["text"].replace("\n\n", " ").rstrip(".").split(". ")
    )
)


@given(st.lists(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=5), max_size=4))
def test_an_answer_is_to_a_claim_of_another_before_it_in_its_paragraph(
    paragraphs: list[list[str]],
) -> None:
    texts = [" ".join(sentences) for sentences in paragraphs]
    text = "\n\n".join(texts)
    claims = _read(text)
    before: dict[str, Claim] = {}
    for claim in claims:
        told = _told(claim)
        if told:
            answered = before[told]
            between = text[_start(answered) : _start(claim)]

            assert claim.stance in _ANSWERS
            assert answered.stance is not Stance.WITHHOLDS
            assert answered.attribution.origin != claim.attribution.origin
            assert "\n\n" not in between
        before[claim.id] = claim


def _start(claim: Claim) -> int:
    assert claim.evidence is not None
    return claim.evidence.start
