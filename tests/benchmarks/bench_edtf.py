"""Reads the same EDTF texts with this library and with two of its peers, in one run.

It first checks that all who accept a text give it the same first and last day, then prints the
median time per text and the ratios. Needs the extra ``bench``; what it prints depends on the
machine, so that it is no test.
"""

from __future__ import annotations

import importlib
import statistics
import sys
import time
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from timeline.dates import When

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str], tuple[str, str]]

ROUNDS = 7
TEXTS = 200
START = date(1950, 1, 9)


def kinds() -> dict[str, list[str]]:
    """Return distinct texts of each kind, so that no cache answers for the reader."""
    days = [(START + timedelta(days=41 * index)).isoformat() for index in range(TEXTS)]
    later = [(START + timedelta(days=41 * index + 400)).isoformat() for index in range(TEXTS)]
    return {
        "day": days,
        "month": list(dict.fromkeys(day[:7] for day in days)),
        "year": [str(1700 + index) for index in range(TEXTS)],
        "about a day": [f"{day}~" for day in days],
        "month unspecified": [f"{1700 + index}-XX" for index in range(TEXTS)],
        "decade": [f"{100 + index}X" for index in range(TEXTS)],
        "interval": [f"{one}/{other}" for one, other in zip(days, later, strict=True)],
        "one-of set": [f"[{one}..{other}]" for one, other in zip(days, later, strict=True)],
        "qualified parts": [f"{day[:4]}?-{day[5:7]}-~{day[8:]}" for day in days],
    }


def ours(text: str) -> tuple[str, str]:
    # The constructor reads anew each time; When.parse would answer from its cache.
    when = When(text)
    return str(when.earliest_date), str(when.latest_date)


def ours_plain(text: str) -> tuple[str, str]:
    """Return our bounds without widening, since the peers' own bounds are not widened."""
    plain = When(text).unqualified
    return str(plain.earliest_date), str(plain.latest_date)


def python_edtf() -> Reader:
    parse = importlib.import_module("edtf").parse_edtf

    def read(text: str) -> tuple[str, str]:
        found = parse(text)
        return _day(found.lower_strict()), _day(found.upper_strict())

    return read


def undate() -> Reader:
    parse = importlib.import_module("undate").Undate.parse

    def read(text: str) -> tuple[str, str]:
        found = parse(text, "EDTF")
        first, last = found.earliest, found.latest
        return str(getattr(first, "earliest", first)), str(getattr(last, "latest", last))

    return read


def _day(found: Any) -> str:  # noqa: ANN401 - a struct_time, of a package without types
    return f"{found.tm_year:04}-{found.tm_mon:02}-{found.tm_mday:02}"


def accepted(read: Reader, texts: list[str]) -> list[tuple[str, str]] | None:
    """Return the bounds of all texts, or None where the reader refuses this kind of text."""
    try:
        return [read(text) for text in texts]
    except Exception:  # noqa: BLE001 - each peer refuses in a way of its own
        return None


def microseconds(read: Reader, texts: list[str]) -> float:
    """Return the median time per text of several rounds."""
    rounds = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for text in texts:
            read(text)
        rounds.append((time.perf_counter() - begun) / len(texts) * 1e6)
    return statistics.median(rounds)


def main() -> int:
    """Print one line for each kind of text; the exit code is 1 where bounds differ."""
    peers = {"python-edtf": python_edtf(), "undate": undate()}
    differing = 0
    sys.stdout.write(f"{'microseconds per text':20}{'ours':>10}")
    sys.stdout.write("".join(f"{name:>14}{'ratio':>8}" for name in peers) + "\n")
    for kind, texts in kinds().items():
        expected = [ours_plain(text) for text in texts]
        time_taken = microseconds(ours, texts)
        line = f"{kind:20}{time_taken:10.2f}"
        for read in peers.values():
            found = accepted(read, texts)
            if found is None:
                line += f"{'refused':>14}{'':>8}"
                continue
            if found != expected:
                differing += 1
                pair = next(
                    pair for pair in zip(texts, expected, found, strict=True) if pair[1] != pair[2]
                )
                line += f"  (differs: {pair})"
            peer_time = microseconds(read, texts)
            line += f"{peer_time:14.1f}{peer_time / time_taken:7.0f}x"
        sys.stdout.write(line + "\n")
    return min(differing, 1)


if __name__ == "__main__":
    sys.exit(main())
