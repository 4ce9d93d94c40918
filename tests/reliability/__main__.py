"""The command: ``python -m tests.reliability [TRIAL ...] [--count N]``."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.reliability.children import TrialFailed
from tests.reliability.consuming import kill_consumers
from tests.reliability.crowd import crowd
from tests.reliability.decay import cut_wal, flip_bits
from tests.reliability.faults import with_faults
from tests.reliability.killing import kill_writers

if TYPE_CHECKING:
    from collections.abc import Callable

TRIALS: dict[str, tuple[Callable[[Path, int], dict[str, int]], int]] = {
    "kill": (kill_writers, 5_000),
    "consumer": (kill_consumers, 100),
    "crowd": (crowd, 100_000),
    "flips": (flip_bits, 1_000),
    "wal": (cut_wal, 2_000),
    "faults": (with_faults, 50),
}
"""Each trial, and how often the long form does it."""


def main() -> int:
    """Run trials; the exit code is 1 where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument("trials", nargs="*", metavar="TRIAL", help=f"any of {', '.join(TRIALS)}")
    parser.add_argument("--count", type=int, help="how often, in place of the long form")
    parser.add_argument("--json", action="store_true", help="print the numbers alone")
    arguments = parser.parse_args()
    names = arguments.trials or list(TRIALS)
    if not set(names) <= TRIALS.keys():
        parser.error(f"a trial is one of {', '.join(TRIALS)}")
    with tempfile.TemporaryDirectory() as name:
        for trial in names:
            work, count = TRIALS[trial]
            begun = time.perf_counter()
            try:
                numbers = work(Path(name), arguments.count or count)
            except TrialFailed as error:
                sys.stdout.write(f"{trial}: FAILED: {error}\n")
                return 1
            if arguments.json:
                sys.stdout.write(json.dumps(numbers))
                continue
            listed = ", ".join(f"{what} {number:,}" for what, number in numbers.items())
            sys.stdout.write(f"{trial}: {listed} ({time.perf_counter() - begun:.1f} s)\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
