"""How far two people agree who curate the same articles: the most that a reader can be scored.

    python -m tests.benchmarks.score_agreement ARTICLES STREAMS SECOND [--misses]

STREAMS and SECOND are folders of curated streams under the ids of the articles, by two people of
whom neither saw the other's. The second person's claims are laid beside the first's as those of an
extractor are (see `score_extraction`), beside those of the rules; so a row where two people agree
on 85 % can tell of a reader no better than that.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from tests.benchmarks.alignment import curated_claims
from tests.benchmarks.score_extraction import scored
from timeline import Timeline
from timeline.extraction import Extraction, RuleExtractor
from timeline.model import Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.model import Article, Claim, Source


@attrs.frozen
class SecondPerson:
    """An extractor that knows only what a person curated, and reads nothing itself."""

    collection: Timeline
    name: str = "second person"

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        """Return the curated claims of an article, each with the kind of its fact."""
        known = {} if sources is None else sources
        stream, gold = curated_claims(self.collection, article.id)
        assert stream is None or stream.text == article.text, f"{article.id}: texts differ"
        claims: list[Claim] = [
            attrs.evolve(one.claim, reading=Reading(self.name, 1.0, kind=one.kind)) for one in gold
        ]
        chains = {link for claim in claims for link in claim.attribution.chain}
        own = self.collection.sources
        return Extraction(
            tuple(claims),
            tuple(own[link] for link in sorted(chains) if link in own and link not in known),
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the two columns side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("streams", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--misses", action="store_true", help="list where the two people differ")
    options = parser.parse_args(arguments)
    person = SecondPerson(Timeline.read(options.second))
    people, differences = scored(options.articles, options.streams, person)
    rules, _ = scored(options.articles, options.streams, RuleExtractor())
    print(f"{'':58} {'second person':22} rules")  # noqa: T201
    for name, tally in people.items():
        print(f"{name:58} {tally}   {rules[name]}")  # noqa: T201
    if options.misses:
        print("\n" + "\n".join(differences))  # noqa: T201


if __name__ == "__main__":
    main()
