"""How long linking one new article takes as the archive of facts grows.

The archive is made up: kinds, actors and words follow Zipf's law, so that a few of them stand in a
large part of all facts, and all facts fall into four years however many they are. That is harder
than a real archive, which grows in time. The last columns are of an index that begins with nothing
but pages that were kept: how long its first article takes, and how many pages that reads.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.linking import LinkIndex, link
from timeline.model import Claim, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.linking import PageName

FIRST = When("2021-01-01").latest or 0
DAYS = 1460
KINDS = tuple(
    "strike statement losses plan visit meeting treaty offensive capture withdrawal deployment aid "
    "sanctions arrest verdict election protest disaster accident launch acquisition appointment "
    "resignation law recall layoffs".split()  # a list of words reads best as text
)
SYLLABLES = ("ba", "cor", "den", "fal", "gor", "hin", "jor", "kel", "lum", "mar", "nov", "pel")
ACTORS = 3_000
WORDS = 8_000
PER_FACT = 2
PER_ARTICLE = 25
RETOLD = 0.3


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def word(number: int) -> str:
    """Return a made-up word, the same for the same number."""
    parts = []
    while True:
        number, place = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[place])
        if not number:
            return "".join(parts)


class Archive:
    """Happenings without end, and claims about them."""

    def __init__(self, seed: int) -> None:
        self._rng = random.Random(seed)

    def zipf(self, count: int) -> int:
        return int(count ** self._rng.random()) - 1

    def happening(self) -> tuple[str, list[str], list[str], int]:
        rng = self._rng
        kind = KINDS[self.zipf(len(KINDS))]
        about = [word(10_000 + self.zipf(ACTORS)) for _ in range(rng.randrange(1, 4))]
        words = [word(self.zipf(WORDS)) for _ in range(9)]
        return kind, about, words, FIRST + rng.randrange(DAYS)

    def claim(self, name: str, told: tuple[str, list[str], list[str], int]) -> Claim:
        kind, about, words, day = told
        rng = self._rng
        kept = rng.sample(words, 6) + [word(self.zipf(WORDS)) for _ in range(2)]
        soft = rng.random()
        when = When.day(day)
        if soft < 0.2:
            when = When.between(None, day + rng.randrange(10))
        elif soft < 0.4:
            when = When.between(day - rng.randrange(5), day + rng.randrange(5))
        return Claim(
            name,
            "asserts",
            name.partition("-")[0],
            text=" ".join((*kept, "in", *(one.title() for one in about))),
            occurred=when,
            reading=Reading("rules", 0.9, kind=kind, about=about),
        )


def filled(
    facts: int, archive: Archive
) -> tuple[LinkIndex, list[tuple[str, list[str], list[str], int]]]:
    index = LinkIndex()
    told = []
    for number in range(facts):
        happening = archive.happening()
        told.append(happening)
        for place in range(1, PER_FACT + 1):
            claim = archive.claim(
                f"old-{number * PER_FACT // PER_ARTICLE}#{number * PER_FACT + place}", happening
            )
            index.add(f"fact-{number}", claim)
    return index, told


def articles(
    count: int, archive: Archive, told: list[tuple[str, list[str], list[str], int]]
) -> Iterator[list[Claim]]:
    rng = random.Random(7)
    for number in range(count):
        yield [
            archive.claim(
                f"new-{number}#{place}",
                rng.choice(told) if rng.random() < RETOLD else archive.happening(),
            )
            for place in range(1, PER_ARTICLE + 1)
        ]


def first(index: LinkIndex, claims: list[Claim]) -> tuple[float, int]:
    """Return how long an index on kept pages takes for one article, and how many it reads."""
    pages = dict(index.changed())
    read: list[bytes] = []

    def reading(name: PageName) -> bytes | None:
        found = pages.get(name)
        read.extend(() if found is None else (found,))
        return found

    began = time.process_time()
    linked = link(claims, LinkIndex(read=reading))
    took = time.process_time() - began
    assert linked == link(claims, index)
    return took, len(read)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--memory", action="store_true", help="also measure memory, slowly")
    given = parser.parse_args()
    tell(
        f"{'facts':>9} {'median':>9} {'90 %':>9} {'linked':>7} {'filled in':>10} {'MB':>6}"
        f" {'first':>9} {'pages':>6}"
    )
    for facts in given.facts:
        archive = Archive(1)
        if given.memory:
            tracemalloc.start()
        began = time.perf_counter()
        index, told = filled(facts, archive)
        took = time.perf_counter() - began
        held = tracemalloc.get_traced_memory()[0] / 1e6 if given.memory else 0
        tracemalloc.stop()
        times, links = [], 0
        gc.collect()
        gc.freeze()
        news = list(articles(given.articles, archive, told))
        for claims in news:
            began = time.process_time()
            linked = link(claims, index)
            times.append(time.process_time() - began)
            links += len(linked.links)
        opened, pages = first(index, news[0])
        tens = statistics.quantiles(times, n=10)
        tell(
            f"{facts:>9,} {1e3 * statistics.median(times):6.2f} ms {1e3 * tens[-1]:6.2f} ms"
            f" {links:>7} {took:8.2f} s {held:6.0f} {1e3 * opened:6.2f} ms {pages:6,}"
        )


if __name__ == "__main__":
    main()
