"""Asks the engine and its peers the same questions of archives of several sizes.

``python -m tests.benchmarks.bench_engine [CLAIMS ...] [--folder DIR] [--plot FILE.svg]`` builds an
archive of each size, checks that all answers to the last-claim question agree, on both axes, and
prints medians in milliseconds, ratios and memory. Needs the extra ``bench``. Stores are made in
*folder* and used again if they are there; without it, in a temporary one.

We answer more than the peers do: status, origins and dates by the rules, out of the certain and of
the possible news. They give the last claim of each fact.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.archive import DAYS, FIRST, PER_FACT
from tests.benchmarks.engine_ours import ROUNDS, Ours, cold, dates, median
from tests.benchmarks.engine_plot import plot
from tests.benchmarks.engine_rows import fill, rows_of
from timeline.store import SqliteStore

if TYPE_CHECKING:
    from tests.benchmarks.engine_peers import Peer
    from tests.benchmarks.engine_rows import Rows

SIZES = [10_000, 100_000]
CHECKED = 300
"""So many facts of ours are read to their last claim, to compare it with the peers'."""

Result = dict[str, Any]
OURS = {
    "one fact": ("one fact",),
    "full state": ("full state judged, again", "full state judged, first"),
    "both axes": ("both axes judged, again", "both axes judged, first"),
}


def store_of(folder: Path, claims: int) -> Path:
    """Return the file of the archive, made if it is not there."""
    path = folder / f"archive-{claims}.db"
    if not path.exists():
        half = path.with_suffix(".half")
        half.unlink(missing_ok=True)
        with SqliteStore.open(half) as store:
            fill(store, claims)
        half.rename(path)
    return path


def measure(folder: Path, claims: int) -> Result:
    """Return all that is measured of one size, in this process."""
    path = store_of(folder, claims)
    facts = max(1, claims // PER_FACT)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        copy = Path(scratch, "copy.db")  # it is appended to
        shutil.copy(path, copy)
        ours = Ours(copy)
        figures = ours.measure(facts)
        ours.tl.close()
    return {"ours": figures}


def compare(folder: Path, claims: int) -> Result:
    """Return the peers' medians, and whether all agree, in this process."""
    from tests.benchmarks.engine_peers import peers  # noqa: PLC0415  # loaded where asked alone

    rows = rows_of(claims)
    facts = max(1, claims // PER_FACT)
    last = max(rows.position)
    # Within an article, a claim may stand in the log, and the link to its fact not yet.
    day, position = FIRST + DAYS // 2, rows.ends[len(rows.ends) * 9 // 20]
    with tempfile.TemporaryDirectory() as scratch:
        some = peers(rows, Path(scratch))
        times = {peer.name: _asked(peer, facts, last) for peer in some}
        agree = _agreed(folder, rows, some, day, position)
    return {"peers": times, "agree": agree}


def _asked(peer: Peer, facts: int, last: int) -> dict[str, float]:
    rng = random.Random(3)
    rounds = 2 if peer.name == "eventsourcing" else ROUNDS
    questions = [(rng.randrange(facts), day) for day in dates(25)]
    return {
        "one fact": median([partial(peer.one, *one) for one in questions]),
        "full state": median([partial(peer.full, day) for day in dates(rounds)]),
        "both axes": median([partial(peer.both, day, last * 2 // 3) for day in dates(rounds)]),
    }


def _agreed(folder: Path, rows: Rows, some: list[Peer], day: int, position: int) -> bool:
    full = [peer.plain(peer.full(day)) for peer in some]
    both = [peer.plain(peer.both(day, position)) for peer in some]
    sample = random.Random(4).sample(sorted(full[0]), min(CHECKED, len(full[0])))
    ours = Ours(store_of(folder, len(rows.claims)))
    for wanted, others, known in (
        (full[0], full, ours.known(day)),
        (both[0], both, ours.known(day, position)),
    ):
        if any(other != wanted for other in others):
            return False
        certain = {int(fact.id.removeprefix("fact-")) for fact in known.certain}
        if certain != set(wanted):
            return False
        if ours.last_claims(known, sample) != {fact: wanted.get(fact) for fact in sample}:
            return False
    ones = all(peer.one(fact, day) == full[0].get(fact) for peer in some for fact in sample[:20])
    ours.tl.close()
    return ones


# ---- In processes of their own -----------------------------------------------------------------


def alone(folder: Path, claims: int, what: str) -> Result:
    """Measure one thing in a new process."""
    arguments = ["-m", "tests.benchmarks.bench_engine", str(claims), "--folder", str(folder)]
    done = subprocess.run(
        [sys.executable, *arguments, "--only", what], check=True, stdout=subprocess.PIPE
    )
    result: Result = json.loads(done.stdout)
    return result


def one_size(folder: Path, claims: int) -> Result:
    """Measure everything of one size, and print it."""
    with SqliteStore.open(store_of(folder, claims)) as store:
        store.drop_caches()
    ours = alone(folder, claims, "ours")["ours"]
    ours["cold, one fact"] = min(alone(folder, claims, "cold-one")["cold"] for _ in range(3))
    # The first leaves a cache behind; the second asks for its date, and the third for another.
    ours["cold, full state judged, no cache"] = alone(folder, claims, "cold-full")["cold"]
    ours["cold, full state judged, kept"] = alone(folder, claims, "cold-full")["cold"]
    ours["cold, full state judged, 3 days on"] = alone(folder, claims, "cold-later")["cold"]
    result = {"claims": claims, "ours": ours, **alone(folder, claims, "peers")}
    _show(result)
    return result


def _show(result: Result) -> None:
    ours: dict[str, float] = result["ours"]
    claims = result["claims"]
    print(f"\n{claims:,} claims")  # noqa: T201  # the result
    for name, value in ours.items():
        if "bytes" in name:
            print(f"  {name:40}{value / claims:14,.0f} bytes a claim")  # noqa: T201  # the result
        elif "changes" in name:
            print(f"  {name:40}{value:14,.0f}")  # noqa: T201  # the result
        else:
            print(f"  {name:40}{value:14,.4f} ms")  # noqa: T201  # the result
    for peer, times in result["peers"].items():
        for task, took in times.items():
            ratios = "   ".join(f"{took / ours[name]:10,.2f} ({name})" for name in OURS[task])
            print(f"  {task:12}{peer:16}{took:12,.4f} ms   it / ours = {ratios}")  # noqa: T201  # the result
    print("  all answers agree" if result["agree"] else "  ANSWERS DIFFER")  # noqa: T201  # the result


def main() -> int:
    """Read the arguments and measure; the exit code is 1 where answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="*", type=int, default=SIZES)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--results", type=Path, help="also write all figures there, as JSON")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only is not None:
        print(json.dumps(_only(arguments.folder, arguments.claims[0], arguments.only)))  # noqa: T201  # for `alone`
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.folder or Path(scratch)
        results = [one_size(folder, claims) for claims in arguments.claims]
    if arguments.results is not None:
        arguments.results.write_text(json.dumps(results, indent=1), encoding="utf-8")
    if arguments.plot is not None:
        arguments.plot.write_text(plot(results), encoding="utf-8")
    return 0 if all(result["agree"] for result in results) else 1


def _only(folder: Path, claims: int, what: str) -> Result:
    match what:
        case "ours":
            return measure(folder, claims)
        case "peers":
            return compare(folder, claims)
        case _:
            day = FIRST + DAYS // 2 + (3 if what == "cold-later" else 0)
            # A fact from the middle of the list is of the usual size.
            fact = f"fact-{claims // PER_FACT // 2 + 1}" if what == "cold-one" else None
            return dict(cold(store_of(folder, claims), day, fact))


if __name__ == "__main__":
    sys.exit(main())
