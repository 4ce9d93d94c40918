"""Whether what an extractor reads in one article is linked as a person linked it, pair by pair.

    python -m tests.benchmarks.score_joins ARTICLES STREAMS

ARTICLES is a folder of articles, STREAMS one of curated streams under the same ids. Each article is
read and linked for itself, and its claims are aligned with those of the person (see `alignment`).
Of two claims that are aligned, the person says whether they are about one fact.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from tests.benchmarks.alignment import aligned, curated_claims
from timeline import Timeline
from timeline.extraction import RuleExtractor
from timeline.linking import LinkIndex, link
from timeline.model import Article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction import Extractor


@attrs.define
class Joins:
    """How pairs of claims of one article were linked.

    Args:
        right: pairs of one fact that were linked.
        wrong: pairs of two facts that were linked.
        missed: pairs of one fact that were not.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The part of the linked pairs that are of one fact, from 0 to 1."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The part of the pairs of one fact that were linked, from 0 to 1."""
        return self.right / (self.right + self.missed)


def joins(articles: Path, streams: Path, extractor: Extractor) -> Joins:
    """Count how the pairs of all articles of a folder were linked."""
    collection = Timeline.read(streams)
    found = Joins()
    for path in sorted(articles.glob("*.md")):
        article = Article.read(path)
        curated, gold = curated_claims(collection, article.id)
        claims = extractor.extract(article, collection.sources).claims
        same = curated is not None and curated.text == article.text
        facts = link(claims, LinkIndex()).facts
        pairs = [
            (gold[one].fact, facts[claims[place].id])
            for one, place in aligned(gold, claims, article, curated, same=same)
        ]
        for (one, known), (other, linked) in combinations(pairs, 2):
            found.right += one == other and known == linked
            found.wrong += one != other and known == linked
            found.missed += one == other and known != linked
    return found


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("streams", type=Path)
    options = parser.parse_args(arguments)
    found = joins(options.articles, options.streams, RuleExtractor())
    print(  # noqa: T201
        f"linked: {found.right} pairs of one fact, {found.wrong} of two; not linked: "
        f"{found.missed} of one fact"
    )


if __name__ == "__main__":
    main()
