"""A model that reads for a collection: what it is wrong about is told, and nothing of it stored."""

from __future__ import annotations

import pytest

from tests.extraction.llm.endpoint import Reply, answer, claim, listening, openai
from timeline import Article, Timeline
from timeline.errors import NoAnswer
from timeline.extraction.happenings._kinds import builtin_kinds
from timeline.extraction.llm import LlmExtractor
from timeline.extraction.llm._answer import proposals_of
from timeline.extraction.llm._verify import Verifier

TEXT = "Officials said on January 9 that two soldiers had been captured."
GOOD = claim("two soldiers had been captured", sources=["Officials"])
BAD = claim("three soldiers had been captured")
ARTICLES = [Article(name, "outlet", "2025-01-10", text=TEXT) for name in "abcd"]
REFUSED = "the quote does not stand in the text: 'three soldiers had been captured'"


def _reading(address: str) -> Timeline:
    collection = Timeline.in_memory()
    collection.extractor = LlmExtractor(address, "some-model", attempts=1, timeout=5.0)
    return collection


def test_what_is_refused_is_told_of_its_article() -> None:
    with listening(openai(answer(GOOD, BAD))) as endpoint:
        [done] = _reading(endpoint.address).ingest(ARTICLES[0])
    assert done.refused == (f"a: {REFUSED}",)


def test_one_article_without_an_answer_keeps_no_other_out() -> None:
    good = openai(answer(GOOD))
    with listening(good, Reply(b"busy", 500), good, Reply(b"busy", 500)) as endpoint:
        collection = _reading(endpoint.address)
        done = collection.ingest(*ARTICLES)
    assert [one.stream for one in done] == ["a", "c"]
    assert [(str(one.path), str(one.category)) for one in done.left_out] == [
        ("b", "no-answer"),
        ("d", "no-answer"),
    ]
    assert not collection.store.version("b")


@pytest.mark.parametrize("answered", [0, 1])
def test_an_endpoint_that_answers_nothing_is_left(answered: int) -> None:
    replies = [openai(answer(GOOD))] * answered + [Reply(b"busy", 500)] * 9
    with listening(*replies) as endpoint, pytest.raises(NoAnswer):
        _reading(endpoint.address).ingest(*ARTICLES)
    assert len(endpoint.asked) == answered + 3


DENIED = "The minister did not resign on Sunday. He denied that the twelve sailors had drowned."


@pytest.mark.parametrize(
    ("quote", "text", "kept"),
    [
        ("The minister did not resign", "The minister resigned.", "The minister did not resign"),
        ("resign on Sunday", "The minister resigned.", "The minister did not resign on Sunday."),
        (
            "twelve sailors had drowned",
            "",
            "He denied that the twelve sailors had drowned.",
        ),
        (
            "The minister did not resign",
            "The minister never resigned.",
            "The minister never resigned.",
        ),
    ],
)
def test_a_sentence_is_not_turned_round(quote: str, text: str, kept: str) -> None:
    article = Article("m", "outlet", "2025-01-21", text=DENIED)
    verifier = Verifier(article, {}, builtin_kinds(), "llm:test")
    [one] = verifier.verified(proposals_of(answer(claim(quote, text=text)))).claims
    assert one.text == kept


def test_who_denies_need_not_say_not() -> None:
    article = Article("m", "outlet", "2025-01-21", text=DENIED)
    verifier = Verifier(article, {}, builtin_kinds(), "llm:test")
    denial = claim("twelve sailors had drowned", text="Twelve sailors drowned.", stance="denies")
    [one] = verifier.verified(proposals_of(answer(denial))).claims
    assert one.text == "Twelve sailors drowned."
