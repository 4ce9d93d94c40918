"""How well an extractor reads, against curated streams: the table, and what it missed.

    python -m tests.benchmarks.score_extraction ARTICLES STREAMS [--facts TABLE --misses --by-id]

ARTICLES is a folder of articles, STREAMS one of curated streams under the same ids. Claims are
aligned by evidence where the texts are the same, else by what they say: dates, kind, origin,
figures, words and place in the text; never by id. Each claim is aligned once. TABLE is a CSV file
whose first column names the facts that count; by default all do.

An origin is right by its id; and, for a source that is not defined, where a part of the curated
source's name or alias is what the reader calls it, and fits no other source of the same article.
With --by-id, ids alone count.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from tests.benchmarks.alignment import (
    Gold,
    aligned,
    bound_alike,
    contradict,
    curated_claims,
    equal_figures,
    fits,
    holds,
    same_bounds,
)
from tests.benchmarks.called import Called, named_in
from timeline import Timeline
from timeline.extraction import RuleExtractor
from timeline.model import (
    Article,
    Claim,
    Known,
    Stance,
    stated_known,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.extraction import Extractor

_ANSWERS = {Stance.DENIES, Stance.WITHHOLDS}


@attrs.define
class Tally:
    """How often something was right, of how often it could have been."""

    right: int = 0
    of: int = 0

    def add(self, *, right: bool) -> None:
        """Count one."""
        self.of += 1
        self.right += right

    def __str__(self) -> str:
        share = 100 * self.right / self.of if self.of else 0.0
        return f"{self.right:4} of {self.of:4}  {share:5.1f} %"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("streams", type=Path)
    parser.add_argument("--facts", type=Path, help="a CSV file whose first column names facts")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--by-id", action="store_true")
    options = parser.parse_args(arguments)
    found = RuleExtractor(), options.facts
    table, misses = scored(options.articles, options.streams, *found, by_id=options.by_id)
    for name, tally in table.items():
        print(f"{name:58} {tally}")  # noqa: T201
    if options.misses:
        print("\n" + "\n".join(misses))  # noqa: T201


def scored(
    articles: Path,
    streams: Path,
    extractor: Extractor,
    facts: Path | None = None,
    *,
    by_id: bool = False,
) -> tuple[dict[str, Tally], list[str]]:
    """Return the table, and a line for each thing that is wrong."""
    collection = Timeline.read(streams)
    wanted = None
    if facts is not None:
        with facts.open(newline="") as file:
            wanted = {row[0] for row in csv.reader(file)}
    table: dict[str, Tally] = defaultdict(Tally)
    misses: list[str] = []
    by_fact: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for path in sorted(articles.glob("*.md")):
        if path.stem.lower() == "readme":
            continue
        article = Article.read(path)
        curated, gold = curated_claims(collection, article.id)
        extraction = extractor.extract(article, collection.sources)
        found = extraction.claims
        same = curated is not None and curated.text == article.text
        pairs = dict(aligned(gold, found, article, curated, same=same))
        outlet = curated.outlet if curated is not None else article.outlet
        called = Called(
            collection.sources,
            named_in((one.claim for one in gold), outlet),
            {source.id: source for source in extraction.sources},
            (outlet, article.outlet),
            by_id,
        )
        for number, one in enumerate(gold):
            counts = wanted is None or one.fact in wanted
            match = found[pairs[number]] if number in pairs else None
            _count(table, misses, by_fact, one, match, article, called, counts=counts)
        _count_figures(table, misses, gold, found)
        _count_answers(table, misses, found, {at: gold[one].fact for one, at in pairs.items()})
        for claim in found:
            if claim.occurred is None:
                continue
            # A claim that is cut finer than a curated one is as right as that.
            theirs = [one for one in gold if fits(one, claim, article, curated, same=same)]
            right = any(same_bounds(one.claim.occurred, claim.occurred) for one in theirs)
            table["precision: dated claims aligned, with right bounds"].add(right=right)
            dates = [one.claim.occurred for one in theirs if one.claim.occurred is not None]
            if dates:
                table["dates read that hold the curated one"].add(
                    right=right or any(holds(claim.occurred, date) for date in dates)
                )
                table["dates read that contradict the curated one"].add(
                    right=all(contradict(claim.occurred, date) for date in dates)
                )
            if not right:
                curated_dates = ", ".join(str(one.claim.occurred) for one in theirs) or "nothing"
                misses.append(
                    f"IMPRECISE {claim.id} {claim.occurred} (curated: {curated_dates}) "
                    f"[{claim.reading.kind if claim.reading else ''}] {claim.text[:110]}"
                )
    for fact, ways in sorted(by_fact.items()):
        table["facts found with right bounds of occurred"].add(right=any(one for one, _ in ways))
        table["facts found with right origin and stated"].add(right=any(one for _, one in ways))
        if not any(one for one, _ in ways):
            misses.append(f"FACT without right occurred: {fact}")
        if not any(one for _, one in ways):
            misses.append(f"FACT without right origin and stated: {fact}")
    return dict(sorted(table.items())), misses


# ---- Counting ------------------------------------------------------------------------------


def _count(  # noqa: PLR0913, PLR0917 - one row of the table
    table: dict[str, Tally],
    misses: list[str],
    by_fact: dict[str, list[tuple[bool, bool]]],
    gold: Gold,
    match: Claim | None,
    article: Article,
    called: Called,
    *,
    counts: bool,
) -> None:
    occurred = match is not None and same_bounds(gold.claim.occurred, match.occurred)
    origin = match is not None and called.origin(gold.claim, match)
    stated = match is not None and _known(gold.claim, article) == _known(match, article)
    table["claims found"].add(right=match is not None)
    if gold.claim.occurred is not None:
        table["dated claims found with right bounds of occurred"].add(right=occurred)
    table["claims found with right origin and stated"].add(right=origin and stated)
    if match is not None:
        table["of those found: right stance"].add(right=match.stance is gold.claim.stance)
        kind = match.reading.kind if match.reading is not None else ""
        if gold.kind not in {"assessment", ""}:
            table["of those found: right kind"].add(right=kind == gold.kind)
            if kind != gold.kind:
                misses.append(f"KIND {gold.claim.id} {gold.kind} (read: {kind}) {match.text[:100]}")
    if counts:
        by_fact[gold.fact].append((occurred, origin and stated))
    if match is None:
        misses.append(f"MISSED {gold.claim.id} {gold.fact}: {gold.claim.text}")
        return
    if gold.claim.occurred is not None and not occurred:
        misses.append(
            f"OCCURRED {gold.claim.id} {gold.fact}: {gold.claim.occurred} (read: {match.occurred}) "
            f"{match.text[:90]}"
        )
    if not (origin and stated):
        misses.append(
            f"SAID {gold.claim.id} {gold.fact}: {gold.claim.attribution} {gold.claim.basis} "
            f"{gold.claim.stated or ''} (read: {match.attribution} {match.basis} "
            f"{match.stated or ''}) {match.text[:70]}"
        )


def _count_figures(
    table: dict[str, Tally], misses: list[str], gold: Sequence[Gold], found: Sequence[Claim]
) -> None:
    """Count the figures of an article: each that was read answers for one that is curated."""
    left = [(claim.id, figure) for claim in found for figure in claim.figures]
    read = [figure for _, figure in left]
    for one in gold:
        for figure in one.claim.figures:
            match = next((pair for pair in left if equal_figures(figure, pair[1])), None)
            table["figures with right bounds and measure"].add(right=match is not None)
            table["figures with right bounds, whatever the measure"].add(
                right=any(bound_alike(figure, other) for other in read)
            )
            if match is None:
                misses.append(f"FIGURE {one.claim.id} {figure}")
            else:
                left.remove(match)
    misses += [f"UNCURATED FIGURE {claim} {figure}" for claim, figure in left]
    table["precision: figures"].of += sum(len(claim.figures) for claim in found)
    table["precision: figures"].right += sum(len(claim.figures) for claim in found) - len(left)


def _count_answers(
    table: dict[str, Tally], misses: list[str], found: Sequence[Claim], facts: Mapping[int, str]
) -> None:
    """Count who denies a claim before it, or keeps silent: is that of the same curated fact?"""
    places = {claim.id: place for place, claim in enumerate(found)}
    for place, claim in enumerate(found):
        if claim.stance not in _ANSWERS or claim.reading is None or place not in facts:
            continue
        answers = claim.reading.answers
        told = facts.get(places[answers]) if answers else None
        right = told == facts[place]
        if any(facts.get(other) == facts[place] for other in range(place)):
            table["answers to a claim before, found"].add(right=right)
        if told is not None:
            table["precision: answers"].add(right=right)
        if not right and told is not None:
            misses.append(f"ANSWER {claim.id} to {answers}: {facts[place]}, not {told}")


def _known(claim: Claim, article: Article) -> Known:
    stated, occurred = claim.stated, claim.occurred
    return stated_known(
        claim.basis,
        published=Known.of(article.published),
        stated=(None, None) if stated is None else (stated.earliest, stated.latest),
        began=(None, None)
        if occurred is None
        else (occurred.start.earliest, occurred.start.latest),
    )


if __name__ == "__main__":
    main()
