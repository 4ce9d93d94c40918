"""A claim is shown in words that can be read by themselves, and that the article has."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import Article
from timeline.extraction import RuleExtractor
from timeline.extraction.claims._wording_marks import LONGEST, as_sentence

FIXTURES = Path(__file__).parents[2] / "fixtures"
ARTICLES = sorted(FIXTURES.glob("*/articles/*.md")) + sorted(FIXTURES.glob("articles/*.md"))


def texts(text: str) -> list[str]:
    article = Article("port-1", "gazette", "2025-03-05", text=text)
    return [claim.text for claim in RuleExtractor().extract(article).claims]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "The navy denied any part in the raid.",
            "The navy denied any part in the raid.",
        ),
        (
            "Halden Bank, which paid 18 million euros in 2024, may leave.",
            "Halden Bank … paid 18 million euros in 2024.",
        ),
        (
            "The port said on Monday that about 140 lorries had been burnt.",
            "About 140 lorries had been burnt.",
        ),
        (
            "The quay was closed on Monday when a crane fell into the basin on Sunday.",
            "A crane fell into the basin on Sunday.",
        ),
        (
            "The harbour master, who inspected the quay on Monday, promised repairs on Tuesday.",
            "The harbour master … inspected the quay on Monday.",
        ),
        (
            "The harbour master, who inspected the quay on Monday, promised repairs on Tuesday.",
            "The harbour master … promised repairs on Tuesday.",
        ),
        (
            "The harbour master, who knew of it, confirmed on Tuesday that nobody was hurt.",
            "The harbour master, who knew of it, confirmed on Tuesday that nobody was hurt.",
        ),
        (
            "When the crane fell on Sunday, it is thought, nobody was there.",
            "The crane fell on Sunday.",
        ),
        (
            "The dredger, built in Gdansk in 1991, was sold on Monday for 4 million euros.",
            "The dredger, built in Gdansk in 1991, was sold on Monday for 4 million euros.",
        ),
        (
            "Customs officers searched the barge on Monday and arrested two men on Tuesday.",
            "Customs officers … arrested two men on Tuesday.",
        ),
        (
            "The owner calls the quay safe, which was closed on Monday.",
            "The owner calls the quay safe, which was closed on Monday.",
        ),
        (
            "Witnesses told the court that a tug left on Monday and returned on Tuesday.",
            "Witnesses told the court that a tug left on Monday and returned on Tuesday.",
        ),
    ],
)
def test_a_clause_is_shown_with_its_subject_or_as_its_sentence(text: str, shown: str) -> None:
    assert shown in texts(text)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_words_are_those_of_the_article(path: Path) -> None:
    article = Article.read(path)
    printed = " ".join((article.text or "").split()).lower()
    for claim in RuleExtractor().extract(article).claims:
        assert claim.text
        assert claim.text.count('"') % 2 == 0
        assert claim.text.count("“") == claim.text.count("”")
        assert len(claim.text) < LONGEST + 40
        bare = claim.reading is not None and claim.attribution.origin != article.outlet
        assert bare or _stand_in(printed, claim.text.lower().split(" … "))


def _stand_in(printed: str, parts: list[str]) -> bool:
    """Whether the parts of what is shown stand in the text, one behind the other."""
    place = 0
    for part in parts:
        words = part.strip(' ."“”…')
        place = printed.find(words, place)
        if place < 0:
            return False
        place += len(words)
    return True


@given(st.text(alphabet='ab "“”.,?! \n—', max_size=60))
def test_any_words_make_a_sentence(words: str) -> None:
    sentence = as_sentence(words)
    assert sentence.count('"') % 2 == 0
    assert sentence.count("“") == sentence.count("”")
    assert "\n" not in sentence
