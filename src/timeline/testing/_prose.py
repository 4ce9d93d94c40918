"""Articles whose text reads like news, for extractors: who said what, when, of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from timeline.dates import When
from timeline.model import Article
from timeline.testing._nouns import ARTICLES, OUTLETS
from timeline.testing._whens import day_numbers

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_WHO = ("The ministry", "Officials", "An army spokesman", "Zoë Müller", "The Gazette", "He")
_VERBS = (
    "said", "confirmed", "denied", "estimated", "expects", "declined to say", "told the Herald",
)  # fmt: skip
_WHEN = (
    "", "on Monday", "on Friday", "on January 9", "on Feb. 4", "in mid-January", "last summer",
    "earlier this month", "about two weeks ago", "yesterday", "in November", "next month",
)  # fmt: skip
_WHAT = (
    "that the raid was over", "that two men were captured", "that around 1,000 people had left",
    "that the troops would be home by spring", "whether the visit took place",
    "that “nobody was hurt”", "that at least 3,000 were wounded",
)  # fmt: skip
_GAPS = (" ", " ", "\n\n", "  ", " — ")


_KINDS = ("told",) * 8 + ("empty", "none")
"""Eight in ten have a text; the others have an empty one, or none."""


def _told(text: str, kind: str) -> str | None:
    return {"empty": "", "none": None}.get(kind, text)


def _sentence(who: str, verb: str, when: str, what: str) -> str:
    return " ".join(part for part in (who, verb, when, what) if part) + "."


def _text(sentences: list[tuple[str, str]]) -> str:
    return "".join(sentence + gap for sentence, gap in sentences).rstrip()


def prose(*, sentences: int = 4) -> SearchStrategy[str]:
    """Texts that read like news; they shrink towards one sentence.

    Args:
        sentences: the most sentences.

    >>> from hypothesis import find
    >>> "captured" in find(prose(), lambda text: "captured" in text)
    True
    """
    one = st.builds(
        _sentence,
        st.sampled_from(_WHO),
        st.sampled_from(_VERBS),
        st.sampled_from(_WHEN),
        st.sampled_from(_WHAT),
    )
    return st.lists(st.tuples(one, st.sampled_from(_GAPS)), min_size=1, max_size=sentences).map(
        _text
    )


def written_articles() -> SearchStrategy[Article]:
    """Articles to extract from: mostly prose, some without a text, some with an empty one."""
    return st.builds(
        Article,
        st.sampled_from(ARTICLES),
        st.sampled_from(OUTLETS),
        published=day_numbers("2025-01-06", "2025-02-10").map(When.day),
        title=st.sampled_from(("", "Raid over, says ministry")),
        text=st.builds(_told, prose(), st.sampled_from(_KINDS)),
    )
