"""Articles that tell of stories of their own share no fact, however common their words are."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.score_joins import joins
from timeline.extraction import RuleExtractor
from timeline.ingestion import Intake
from timeline.linking import LinkIndex, link
from timeline.model import Article, Claim, ClaimLinked, article_of
from timeline.store import MemoryStore

if TYPE_CHECKING:
    from collections.abc import Iterable

PRACTICE = Path(__file__).parents[2] / "fixtures" / "practice" / "articles"
"""Each of these tells of a story that no other tells of."""

ONE_IN = 1_000
"""Of so many facts one may be joined by mistake."""


@pytest.mark.no_cover  # it is long, and the other tests of linking reach its lines
def test_unlike_stories_share_no_fact() -> None:
    intake = Intake(MemoryStore(), RuleExtractor())
    for path in sorted(PRACTICE.glob("*.md")):
        intake.take(Article.read(path))
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for recorded in intake.store.read_all():
        if isinstance(recorded.event, ClaimLinked):
            articles[recorded.event.fact].add(article_of(recorded.event.claim))
    joined = {fact: told for fact, told in articles.items() if len(told) > 1}
    assert len(joined) <= len(articles) / ONE_IN, joined


@pytest.mark.no_cover
def test_most_of_what_is_linked_within_an_article_is_one_fact() -> None:
    found = joins(PRACTICE, PRACTICE.parent / "streams", RuleExtractor())
    assert found.precision >= 0.55, found
    assert found.recall >= 0.2, found


def _told(article: str, *texts: str) -> list[Claim]:
    return [
        Claim(f"{article}#{number}", "asserts", "wire", occurred="2025-03-02", text=text)
        for number, text in enumerate(texts, 1)
    ]


def _joined(first: Iterable[Claim], second: Iterable[Claim]) -> bool:
    """Say whether the first claim of one article is about the fact of the first of another."""
    index = LinkIndex()
    mine, theirs = list(first), list(second)
    facts = link(mine, index).facts
    for claim in mine:
        index.add(facts[claim.id], claim)
    return link(theirs, index).facts[theirs[0].id] == facts[mine[0].id]


def test_a_claim_without_names_is_known_by_the_rest_of_its_article() -> None:
    arrest = "He was arrested at dawn near the old harbour."
    peru = ("The mayor of Lima spoke.", "Rivera left Cusco.", "Peru wept with Rivera.")
    again = ("Rivera was born in Cusco.", "Lima is quiet.", "Peru waits.")
    korea = ("The mayor of Busan spoke.", "Park left Daegu.", "Korea wept with Park.")
    assert _joined(_told("wire-1", arrest, *peru), _told("post-2", arrest, *again))
    assert not _joined(_told("wire-1", arrest, *peru), _told("post-2", arrest, *korea))


def test_two_claims_that_name_one_place_on_one_day_need_no_more() -> None:
    quake = "An earthquake shook Lima at dawn."
    assert _joined(_told("wire-1", quake), _told("post-2", quake, "Tokyo sends Sato to help."))
