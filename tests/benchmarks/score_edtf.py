"""Scores our reading of EDTF against the verdicts and bounds that other projects test with.

Run it with the folder that holds ``strings.jsonl`` and ``bounds.jsonl``; it prints what differs.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.dates import When
from timeline.errors import InvalidDate

if TYPE_CHECKING:
    from collections.abc import Iterator


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def is_read(text: str) -> bool:
    try:
        When.parse(text)
    except InvalidDate:
        return False
    return True


def score_verdicts(file: Path) -> int:
    """Print how many verdicts we share, and return how many uncontested ones we do not."""
    agreed: Counter[str] = Counter()
    differing = 0
    for row in rows(file):
        kind = "valid" if row["valid"] else "invalid"
        contested = row.get("contested")
        same = is_read(row["edtf"]) == row["valid"]
        agreed[f"{'contested ' if contested else ''}{kind}: {'same' if same else 'other'}"] += 1
        if not same:
            differing += not contested
            tell(f"  {row['edtf']!r} is {kind} there, not here ({contested or 'uncontested'})")
    for name, count in sorted(agreed.items()):
        tell(f"{count:5}  {name}")
    return differing


def score_bounds(file: Path) -> int:
    """Print how many bounds we share, and return how many plain ones we do not."""
    agreed: Counter[str] = Counter()
    differing = 0
    for row in rows(file):
        when = When.parse(row["edtf"])
        kind = "qualified" if row["earliest_widened"] else "plain"
        kind = "convention" if row.get("convention") else kind
        plain = when.unqualified
        found = (plain.earliest_date, plain.latest_date)
        same = found == (row["earliest"], row["latest"])
        agreed[f"bounds, {kind}: {'same' if same else 'other'}"] += 1
        if not same:
            differing += kind != "convention"
            there = f"{row['earliest']}..{row['latest']}"
            why = row.get("convention", "no reason known")
            tell(f"  {row['edtf']!r}: {found[0]}..{found[1]} here, {there} there ({why})")
        padded = (row["earliest_widened"], row["latest_widened"])
        if padded != (None, None) and row["edtf"] != plain.edtf:
            ours = (when.earliest_date, when.latest_date)
            agreed[f"widened: {'same' if ours == padded else 'other'}"] += 1
    for name, count in sorted(agreed.items()):
        tell(f"{count:5}  {name}")
    return differing


def main(folder: Path) -> int:
    """Score both files; the exit code is 1 where something uncontested differs."""
    differing = score_verdicts(folder / "strings.jsonl") + score_bounds(folder / "bounds.jsonl")
    tell(f"{differing:5}  uncontested differences")
    return min(differing, 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
