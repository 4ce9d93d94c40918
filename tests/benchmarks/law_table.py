"""Which law catches which mutant, how newsrooms are distributed, and the long form of the checks.

Run from the folder of the project::

    python -m tests.benchmarks.law_table table --write docs/reference/testing.md
    python -m tests.benchmarks.law_table newsrooms --write docs/reference/testing.md
    python -m tests.benchmarks.law_table long --examples 5000
"""

from __future__ import annotations

import argparse
import functools
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from hypothesis import given, settings

from tests.testing import mutants_extractors, mutants_projections, mutants_stores, right_projections
from tests.testing.interesting import CASES
from timeline import MemoryStore, SqliteStore
from timeline.projections import Chronology, Facts, Figures, Forecasts, Provenance, Verdict
from timeline.testing import (
    EXTRACTOR_LAWS,
    PROJECTION_LAWS,
    STORE_LAWS,
    LawBroken,
    Newsroom,
    check_extractor,
    check_projection,
    check_store,
    newsrooms,
)

Check = Callable[..., object]


def mutants() -> Iterable[tuple[str, type, Check, Iterable[str]]]:
    """Yield each mutant with its kind, its check and the laws of its kind."""
    for projection, told in mutants_projections.MUTANTS.items():
        check: Check = functools.partial(check_projection, projection(), **told)
        yield "projection", projection, check, PROJECTION_LAWS
    for store in mutants_stores.MUTANTS:
        yield "store", store, functools.partial(check_store, store), STORE_LAWS
    for extractor in mutants_extractors.MUTANTS:
        check = functools.partial(check_extractor, extractor())
        yield "extractor", extractor, check, EXTRACTOR_LAWS


def table() -> list[str]:
    """Return the table of mutants and the laws that catch each, as Markdown."""
    lines = [
        "| mutant | what it does wrong | caught first by | events | also caught by |",
        "|---|---|---|---|---|",
    ]
    for kind, mutant, check, laws in mutants():
        began = time.perf_counter()
        first = failure(check)
        seconds = time.perf_counter() - began
        if first is None:
            raise SystemExit(f"{mutant.__name__} survives")
        others = [law for law in laws if law != first.law and failure(check, laws=[law])]
        doc = (mutant.__doc__ or "").strip().rstrip(".")
        lines.append(
            f"| {kind} `{mutant.__name__}` | {doc[0].lower()}{doc[1:]} | {first.law} "
            f"| {len(first.events)} | {', '.join(others) or 'none'} |"
        )
        say(f"{mutant.__name__}: {first.law}, {seconds:.2f} s")
    return lines


def say(line: str) -> None:
    """Tell how it goes, beside the result."""
    sys.stderr.write(f"{line}\n")


def failure(check: Check, laws: Iterable[str] | None = None) -> LawBroken | None:
    """Return how a check fails; None where it passes."""
    try:
        check(laws=laws)
    except LawBroken as broken:
        return broken
    return None


def distribution(examples: int = 2_000) -> list[str]:
    """Return how often each interesting case comes up, and how fast newsrooms are made."""
    found: Counter[str] = Counter()
    sizes: list[int] = []

    @settings(max_examples=examples, database=None)
    @given(newsrooms())
    def count(room: Newsroom) -> None:
        sizes.append(len(room.events))
        found.update(name for name, shows in CASES.items() if shows(room))

    @settings(max_examples=examples, database=None)
    @given(newsrooms())
    def draw(_: Newsroom) -> None:
        pass

    count()
    began = time.perf_counter()
    draw()
    speed = examples / (time.perf_counter() - began)
    say(f"{speed:.0f} newsrooms a second")
    middle = sorted(sizes)[len(sizes) // 2]
    lines = [
        (
            f"Of {len(sizes):,} newsrooms at default size (1 to {max(sizes)} events, half of them "
            f"{middle} or more):"
        ),
        "",
        "| case | share |",
        "|---|---|",
    ]
    shares = sorted(((found[name] / len(sizes), name) for name in CASES), reverse=True)
    return [*lines, *(f"| {name} | {share:.0%} |" for share, name in shares)]


def long(examples: int) -> None:
    """Hold everything that is right to every law, with so many examples."""
    number = itertools.count()

    def conclusion(verdict: Verdict) -> object:
        return verdict.status, verdict.occurred, verdict.conflict, frozenset(verdict.origins)

    with tempfile.TemporaryDirectory() as folder:
        runs: dict[str, Callable[[], object]] = {
            "Facts": lambda: check_projection(
                Facts(), conclusion=conclusion, like=Facts(), examples=examples
            ),
            **{
                type(one).__name__: lambda one=one: check_projection(one, examples=examples)  # type: ignore[misc]  # one is bound
                for one in (Chronology(), Figures(), Provenance(), Forecasts())
            },
            **{
                type(one).__name__: lambda one=one: check_projection(  # type: ignore[misc]  # as above
                    one,
                    conclusion=(lambda answer: answer)
                    if isinstance(one, right_projections.Origins)
                    else None,
                    examples=examples,
                )
                for one in right_projections.RIGHT
            },
            "MemoryStore": lambda: check_store(MemoryStore, examples=examples),
            "SqliteStore": lambda: check_store(
                lambda: SqliteStore.open(Path(folder, f"{next(number)}.db")),
                examples=examples // 50,
            ),
            "Sentences": lambda: check_extractor(mutants_extractors.Sentences(), examples=examples),
        }
        for name, run in runs.items():
            began = time.perf_counter()
            run()
            say(f"{name}: {time.perf_counter() - began:.1f} s")


def write(file: Path, name: str, lines: Iterable[str]) -> None:
    """Put *lines* between the two marks called *name* of a file."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    text = file.read_text(encoding="utf-8")
    before, _, rest = text.partition(begin)
    _, _, behind = rest.partition(end)
    file.write_text(
        "\n".join((f"{before}{begin}", "", *lines, "", f"{end}{behind}")), encoding="utf-8"
    )


def main() -> None:
    """Run one of the three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("table", "newsrooms", "long"))
    parser.add_argument("--write", type=Path, help="the page to put the result into")
    parser.add_argument("--examples", type=int, default=5_000)
    told = parser.parse_args()
    if told.what == "long":
        long(told.examples)
        return
    lines = table() if told.what == "table" else distribution()
    if told.write is None:
        sys.stdout.write("\n".join([*lines, ""]))
    else:
        write(told.write, told.what, lines)


if __name__ == "__main__":
    main()
