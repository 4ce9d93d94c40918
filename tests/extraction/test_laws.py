"""The laws of extractors, held to the rules over news that is made up, and over any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.extraction import Extractor, RuleExtractor
from timeline.model import Article
from timeline.testing import EXTRACTOR_LAWS, check_extractor

_WORDS = st.sampled_from(
    (
        *'the army said on Monday that a drone had struck Kursk . “ ” " ( )'.split(),
        *"-- — : ; ? who which that since mid-January while 4,000 of them were captured".split(),
        *"according to NIS 's earlier this month he added denied will may not never no |".split(),
        "\n",
        "\n\n",
        "By X",
    )
)


def test_the_rules_keep_every_law() -> None:
    reader: Extractor = RuleExtractor()
    assert set(check_extractor(reader, examples=60).laws) == set(EXTRACTOR_LAWS)


@settings(max_examples=150)
@given(st.lists(_WORDS, max_size=60).map(" ".join) | st.text(max_size=300))
def test_any_text_is_read_and_all_of_it_accounted_for(text: str) -> None:
    found = RuleExtractor().extract(Article("a", "gazette", "2025-02-07", text=text))
    for claim in found.claims:
        assert claim.evidence is not None
        assert claim.evidence.stands_in(text)
    for unread in found.unread:
        assert 0 <= unread.start < unread.end <= len(text)
        assert unread.reason


def test_what_gives_no_claim_is_told() -> None:
    text = "The mill is old. Rebels captured the mill on January 9."
    found = RuleExtractor().extract(Article("a", "gazette", "2025-02-07", text=text))
    assert [text[one.start : one.end] for one in found.unread] == ["The mill is old."]
    assert [claim.text for claim in found.claims] == ["Rebels captured the mill on January 9."]
