"""Appends and replays the same events with this store, plain sqlite3 and ``eventsourcing``.

``python -m tests.benchmarks.bench_append [EVENTS] [--rounds N]`` runs each in a process of its own,
in turns, and checks that all of them give back equal payloads. It prints the median of events a
second, by the clock and by the time that the processor worked, and the median of the ratios that
each round has. Needs the extra ``bench``; files go into a temporary folder (give another with
``TMPDIR``).

What is measured:

- *sqlite3*: rows that were made beforehand, one for each event, put by ``executemany`` into a table
  with the same columns to ask for: unique by stream and version, indexed by claim and by fact, with
  hashes. Nothing is encoded, checked, chained or guarded; a replay parses the JSON and builds
  nothing. It is what one would write by hand, without its Python.
- *sqlite3, our runs*: the rows of our own tables, made beforehand, several events in each. It is
  the least that our file can cost.
- *eventsourcing*: its mapper and recorder with an SQLite file, as its applications use them. Its
  events hold the payload as a plain dictionary; with its own transcoder, or (*orjson*) with one
  that uses orjson, which is the quickest way to use it that we found. Or they hold (*whole*) the
  same event as ours, by that transcoder.
- *ours*: events in hand to events on disk; a replay gives whole events again.

All of them wait for the disk at each commit (``synchronous = FULL``).
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.append_peers import ALL, Result, digest
from tests.benchmarks.bench_store import CLAIMS, article
from timeline.store import encode

SIZE = 2 * CLAIMS + 1  # events of an article
TOGETHER = (1, 48)  # articles in one transaction


def alone(name: str, count: int, together: int) -> Result:
    """Run one of them in a process of its own."""
    arguments = [
        "-m",
        "tests.benchmarks.bench_append",
        str(count),
        "--only",
        name,
        "--together",
        str(together),
    ]
    done = subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    result: Result = json.loads(done.stdout)
    return result


def compare(count: int, rounds: int, together: int) -> bool:
    """Print the rates of all at one size of transactions; say whether their payloads agree."""
    batches = [article(number) for number in range(count // SIZE)]
    total = SIZE * len(batches)
    wanted = digest(encode(event)[1] for _, events, _ in batches for event in events)
    results: dict[str, list[Result]] = {name: [] for name in ALL}
    for _ in range(rounds):
        for name, found in results.items():
            found.append(alone(name, count, together))
    say(f"\n{total:,} events, {SIZE * together:,} a transaction, median of {rounds}")
    say(f"{'':30}{'events/s':>12}{'ours / it':>10}{'by processor':>14}{'ours / it':>10}")
    for task in ("append", "replay"):
        for name, found in results.items():
            if task in found[0]:
                taken = [[result[task][by] for result in found] for by in (0, 1)]
                our = [[result[task][by] for result in results["ours"]] for by in (0, 1)]
                rates = [total / statistics.median(each) for each in taken]
                ratios = [
                    statistics.median(it / ours for it, ours in zip(*pair, strict=True))
                    for pair in zip(taken, our, strict=True)
                ]
                say(
                    f"{task:8}{name:22}{rates[0]:>12,.0f}{ratios[0]:>10.2f}"
                    f"{rates[1]:>14,.0f}{ratios[1]:>10.2f}"
                )
    return all(result["digest"] == wanted for found in results.values() for result in found)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Read the arguments and measure; the exit code is 1 where payloads differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", nargs="?", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=list(ALL), help=argparse.SUPPRESS)
    parser.add_argument("--together", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only is not None:
        batches = [article(number) for number in range(arguments.events // SIZE)]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "log.db")
            say(json.dumps(ALL[arguments.only](path, batches, arguments.together)))
        return 0
    agree = [compare(arguments.events, arguments.rounds, together) for together in TOGETHER]
    say("\npayloads agree" if all(agree) else "\npayloads differ")
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
