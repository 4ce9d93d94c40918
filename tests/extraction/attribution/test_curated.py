"""The yardstick: who says what in five articles, as a person read them."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.score_attribution import score

FIXTURES = Path(__file__).parents[3] / "fixtures"


def test_nearly_all_attributions_of_the_five_articles_are_read() -> None:
    counts = score(FIXTURES / "streams", FIXTURES / "articles")
    claims = counts["claims"]
    assert claims == 134
    assert counts["chain"] >= 0.94 * claims
    assert counts["stance"] >= 0.96 * claims
    assert counts["date"] >= 0.96 * claims
