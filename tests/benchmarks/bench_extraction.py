"""How many articles of 3,000 characters a second go from text to appended events, on one core.

``python -m tests.benchmarks.bench_extraction [ARTICLES] [--grow 1000 5000 10000] [--store FILE]``
makes articles up (see `news_archive`), takes them into a store in memory, and times each part of
the reading by the processor's clock. Times are given per 3,000 characters, the median of several
runs; with ``--grow`` it takes in that many, into a file where one is named, and says how rate and
memory stand on the way. At the end a new intake opens the file and takes in one article more.
The collector of cycles is put off meanwhile, as it is where a folder is ingested.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import attrs

from tests.benchmarks.news_archive import news
from timeline.extraction import RuleExtractor
from timeline.extraction._rules import _Reader
from timeline.extraction.claims._compose import composed
from timeline.extraction.frames._frames import frames_of
from timeline.extraction.happenings._kinds import builtin_kinds
from timeline.extraction.names._names import names_of
from timeline.extraction.page._blocks import blocks_of
from timeline.extraction.page._page import page_of
from timeline.extraction.quantities._quantities import quantities_of
from timeline.ingestion import Intake
from timeline.queries._collector import collector_paused
from timeline.store import MemoryStore, SqliteStore
from timeline.timex import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.model import Article

Result = TypeVar("Result")
LENGTH = 3_000
RUNS = 5
WARM = 18


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def parts(article: Article) -> dict[str, float]:
    """Read one article part by part, and return the seconds of processor time of each."""
    taken: dict[str, float] = {}
    text = article.text or ""

    def timed(name: str, part: Callable[[], Result]) -> Result:
        begin = time.process_time()
        result = part()
        taken[name] = time.process_time() - begin
        return result

    kinds = builtin_kinds()
    timed("timex (in page)", lambda: tag(text, article.published))
    timed("blocks (in page)", lambda: blocks_of(text, article.title))
    page = timed("page", lambda: page_of(article))
    mentions = timed("names", lambda: names_of(page, {}))
    frames = timed("frames", lambda: frames_of(page, mentions, {}))
    quantities = timed("quantities", lambda: quantities_of(page, None))
    drafts = timed(
        "clauses and drafts", lambda: list(_Reader(page, kinds, frames, quantities).drafts())
    )
    timed("claims", lambda: composed(drafts, page, mentions, "rules", {}))
    timed("extraction", lambda: RuleExtractor().extract(article))
    return taken


def table(articles: Sequence[Article]) -> None:
    """Print what each part takes per 3,000 characters."""
    length = sum(len(article.text or "") for article in articles) / LENGTH
    for article in articles[:WARM]:
        parts(article)
    runs: list[dict[str, float]] = []
    for _ in range(RUNS):
        sums: dict[str, float] = {}
        for article in articles:
            for name, taken in parts(article).items():
                sums[name] = sums.get(name, 0.0) + taken
        runs.append(sums)
    for name in runs[0]:
        middle = statistics.median(run[name] for run in runs)
        tell(f"  {name:22}{1000 * middle / length:7.2f} ms")


def taken_in(articles: Sequence[Article]) -> None:
    """Print what linking and appending add, and how many articles pass in a second."""
    length = sum(len(article.text or "") for article in articles) / LENGTH
    whole: list[float] = []
    reading: list[float] = []
    for _ in range(RUNS):
        intake = Intake(MemoryStore(), RuleExtractor())
        begin = time.process_time()
        for article in articles:
            intake.take(article)
        whole.append(time.process_time() - begin)
        begin = time.process_time()
        for article in articles:
            intake.extractor.extract(article, intake.sources)
        reading.append(time.process_time() - begin)
    total, read = statistics.median(whole), statistics.median(reading)
    tell(f"  {'reading':22}{1000 * read / length:7.2f} ms")
    tell(f"  {'linking and appending':22}{1000 * (total - read) / length:7.2f} ms")
    tell(f"  {length / total:.0f} articles of {LENGTH:,} characters a second")


def grow(sizes: Sequence[int], file: Path | None) -> None:
    """Print rate and memory while one store takes in more and more."""
    with MemoryStore() if file is None else SqliteStore.open(file) as store:
        intake = Intake(store, RuleExtractor())
        filled(intake, sizes)
        intake.keep()
    if file is not None:
        opened(file)


def opened(file: Path) -> None:
    """Print how long it takes to open a store and take in one article more."""
    begin, real = time.process_time(), time.perf_counter()
    with SqliteStore.open(file) as store:
        intake = Intake(store, RuleExtractor())
        intake.catch_up()
        begun = time.process_time()
        one = attrs.evolve(next(iter(news(1))), id=f"one-more-{store.head().position}")
        intake.take(one)
        taken = time.process_time()
        intake.keep()
    ended, waited = time.process_time(), time.perf_counter() - real
    tell(
        f"  one more: opened in {begun - begin:.2f} s, taken in in {taken - begun:.2f} s, kept in "
        f"{ended - taken:.2f} s of the processor, {waited:.2f} s in all"
    )


def filled(intake: Intake, sizes: Sequence[int]) -> None:
    begin, since, length = time.process_time(), 0, 0
    for number, article in enumerate(news(max(sizes)), 1):
        intake.take(article)
        length += len(article.text or "")
        if number in sizes:
            seconds = time.process_time() - begin
            tell(
                f"  {number:7,} articles: {(length - since) / LENGTH / seconds:4.0f} a second "
                f"of {LENGTH:,} characters since the last, {resident():,.0f} MB"
            )
            begin, since = time.process_time(), length


def resident() -> float:
    """Return how many megabytes of memory this process holds."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=90)
    parser.add_argument("--grow", type=int, nargs="*", default=())
    parser.add_argument("--store", type=Path, help="a file to grow; it must not be there yet")
    options = parser.parse_args()
    articles = list(news(options.articles))
    with collector_paused():  # as `ingest` does
        tell("Per 3,000 characters, on one core:")
        table(articles)
        taken_in(articles)
        if options.grow:
            tell("One store, growing:")
            grow(sorted(options.grow), options.store)


if __name__ == "__main__":
    main()
