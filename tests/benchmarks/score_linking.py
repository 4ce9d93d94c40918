"""Scores linking beside two baselines: on MEANTIME's event chains and on made-up retellings.

Run it as a module, ``python -m tests.benchmarks.score_linking MEANTIME SCORER``, with the folder of
MEANTIME (``airbus.jsonl`` and so on) and the file of a scorer whose ``score(gold, response,
singletons=)`` takes lists of sets and returns MUC, B-cubed and CEAF-e.
"""

from __future__ import annotations

import importlib.util
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from tests.benchmarks import meantime_claims
from tests.linking import retold
from timeline.linking import LinkIndex, link

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from timeline.model import Claim

Clusters = list[set[str]]
COLUMNS = ("MUC", "B-cubed", "CEAF-e")
ALIKE = range(50, 100, 5)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def scorer(file: Path) -> Callable[..., dict[str, Any]]:
    spec = importlib.util.spec_from_file_location("scorer", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Callable[..., dict[str, Any]] = module.score
    return found


def grouped(pairs: Iterable[tuple[str, Hashable]]) -> Clusters:
    clusters: dict[Hashable, set[str]] = defaultdict(set)
    for item, key in pairs:
        clusters[key].add(item)
    return list(clusters.values())


def ours(articles: Iterable[list[Claim]]) -> Clusters:
    """Link the articles one after another, as ingesting does."""
    index = LinkIndex()
    facts: dict[str, str] = {}
    for claims in articles:
        linked = link(claims, index)
        kinds = {fact.id: fact.kind for fact in linked.new_facts}
        facts |= linked.facts
        for claim in claims:
            index.add(linked.facts[claim.id], claim, kinds.get(linked.facts[claim.id], ""))
    return grouped(facts.items())


def alike(articles: Iterable[list[Claim]], least: float) -> Clusters:
    """Give each claim to the cluster of the earlier one whose text is most alike, if it is so."""
    seen: list[tuple[str, int]] = []
    clusters: Clusters = []
    for claims in articles:
        for claim in claims:
            best, place = max(
                ((fuzz.token_set_ratio(claim.text.lower(), text), one) for text, one in seen),
                default=(0.0, 0),
            )
            if best < least:
                place = len(clusters)
                clusters.append(set())
            clusters[place].add(claim.id)
            seen.append((claim.text.lower(), place))
    return clusters


def table(score: Callable[..., dict[str, Any]], gold: Clusters, found: dict[str, Clusters]) -> None:
    tell(f"  {'':34}" + "".join(f"{name:>9}" for name in (*COLUMNS, "CoNLL", "links")))
    for name, clusters in found.items():
        got = score(gold, clusters)
        links = score(gold, clusters, singletons="drop")["CoNLL"]
        values = [*(got[column][2] for column in COLUMNS), got["CoNLL"], links]
        tell(f"  {name:34}" + "".join(f"{100 * value:9.1f}" for value in values))


def best_alike(
    score: Callable[..., dict[str, Any]], gold: Clusters, articles: list[list[Claim]]
) -> dict[str, Clusters]:
    """Return the clusters by text alone, at the threshold that suits this very data best."""
    tried = {least: alike(articles, least) for least in ALIKE}
    least = max(tried, key=lambda one: score(gold, tried[one])["CoNLL"])
    return {f"text alone, from {least} of 100 on": tried[least]}


def score_meantime(folder: Path, score: Callable[..., dict[str, Any]]) -> None:
    mentions = [one for article in meantime_claims.read(folder) for one in article]
    names = {one.claim.id: one for one in mentions}
    gold = meantime_claims.gold(folder)
    articles = [[one.claim for one in article] for article in meantime_claims.read(folder)]

    def renamed(clusters: Clusters) -> Clusters:
        return [{names[claim].id for claim in cluster} for cluster in clusters]

    def by_lemma(scope: str) -> Clusters:
        return grouped((one.id, (getattr(one, scope), one.lemma)) for one in mentions)

    by_text = best_alike(
        lambda gold, clusters, **options: score(gold, renamed(clusters), **options), gold, articles
    )
    found = {
        "each alone": [{one.id} for one in mentions],
        "same lemma in the same article": by_lemma("article"),
        "same lemma in the same topic": by_lemma("topic"),
        **{name: renamed(clusters) for name, clusters in by_text.items()},
        "ours": renamed(ours(articles)),
    }
    tell(f"MEANTIME: {len(mentions)} mentions of {len(gold)} events in {len(articles)} articles")
    table(score, gold, found)


def score_retold(names: Iterable[str], score: Callable[..., dict[str, Any]], title: str) -> None:
    read = [retold.read(name) for name in names]
    articles = [claims for collection, _ in read for claims in collection]
    gold = grouped(pair for _, facts in read for pair in facts.items())
    claims = [claim for told in articles for claim in told]
    found = {
        "each alone": [{claim.id} for claim in claims],
        "same kind": grouped((claim.id, claim.reading and claim.reading.kind) for claim in claims),
        "same kind and date": grouped(
            (claim.id, (claim.reading and claim.reading.kind, claim.occurred)) for claim in claims
        ),
        **best_alike(score, gold, articles),
        "ours": ours(articles),
    }
    tell(f"{title}: {len(claims)} claims of {len(gold)} facts in {len(articles)} articles")
    table(score, gold, found)


def main() -> None:
    folder, file = (Path(argument) for argument in sys.argv[1:3])
    score = scorer(file)
    score_meantime(folder, score)
    score_retold(retold.TUNED, score, "Retold, tuned on")
    score_retold(retold.HELD_OUT, score, "Retold, held out")


if __name__ == "__main__":
    main()
