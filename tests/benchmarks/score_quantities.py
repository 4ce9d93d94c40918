"""Scores the quantities that we read against the figures of curated streams.

Run it with a folder of streams and a folder of articles of the same ids. Where the quote of a claim
stands in the article, the figure must be read there; else (the article tells the same in other
words) anywhere in it. It prints a table and what was missed.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.extraction.page._page import (
    Page,
    page_of,
)
from timeline.extraction.quantities._quantities import (
    Quantity,
    quantities_of,
)
from timeline.model import Article, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = ("bounds", "unit", "approximate", "of", "measure", "head word")


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def article_of(file: Path) -> Article:
    """Read an article; one whose outlet is unknown is given one."""
    text = file.read_text(encoding="utf-8")
    found = re.match(r"---\n(.*?)\n---\n(.*)", text, re.DOTALL)
    if found is None:
        sys.exit(f"{file}: no front matter")
    published = re.search(r'^published: "?([^"\n]*)"?$', found[1], re.MULTILINE)
    if published is None:
        sys.exit(f"{file}: no date")
    return Article(file.stem, "outlet", published[1], text=found[2])


def figure_of(row: dict[str, Any]) -> Figure:
    value = row.get("value")
    return Figure(
        row["measure"],
        low=row.get("low", value),
        high=row.get("high", value),
        unit=row.get("unit", ""),
        approximate=row.get("approximate", False),
        of=row.get("of"),
    )


def head(measure: str) -> str:
    """Return the word that a measure is about: the last one before "of" or a preposition."""
    words = re.split(r" (?:of|with|in|on|sent|deployed) ", measure)[0].split()
    return words[-1] if words else ""


def heads(measure: str) -> set[str]:
    return {head(measure), measure.rsplit(maxsplit=1)[-1], measure.split(maxsplit=1)[0]}


def compared(wanted: Figure, got: Figure) -> dict[str, bool]:
    return {
        "bounds": (wanted.low, wanted.high) == (got.low, got.high),
        "unit": wanted.unit == got.unit,
        "approximate": wanted.approximate == got.approximate,
        "of": wanted.of == got.of,
        "measure": wanted.measure == got.measure,
        "head word": head(wanted.measure) in heads(got.measure),
    }


def rows(streams: Path, articles: Path) -> Iterator[tuple[str, str, Figure, list[Quantity]]]:
    for stream in sorted(streams.glob("*.toml")):
        data = tomllib.loads(stream.read_text(encoding="utf-8"))
        file = articles / f"{stream.stem}.md"
        if "article" not in data or not file.exists():
            continue
        article = article_of(file)
        page = page_of(article)
        found = quantities_of(page)
        for claim in data["claims"]:
            near = [one for one in found if _is_near(page, one, claim["quote"])]
            for row in claim.get("figures", ()):
                yield f"{stream.stem}#{claim['id']}", claim["quote"], figure_of(row), near


def _is_near(page: Page, quantity: Quantity, quote: str) -> bool:
    """Whether a quantity stands in a sentence of the quote, if that stands in the article."""
    start = page.text.find(quote)
    if start < 0:
        return True
    return any(
        sentence.start < start + len(quote)
        and start < sentence.end
        and sentence.start <= quantity.start < sentence.end
        for sentence in page.sentences
    )


def main(streams: Path, articles: Path) -> None:
    """Print the table and the misses."""
    right: Counter[str] = Counter()
    misses: list[str] = []
    total = 0
    for claim, quote, wanted, near in rows(streams, articles):
        total += 1
        best = max(
            (compared(wanted, one.figure) for one in near),
            key=lambda parts: (sum(parts.values()), parts["bounds"]),
            default=dict.fromkeys(PARTS, False),
        )
        right.update(part for part, same in best.items() if same)
        whole = best["bounds"] and best["unit"]
        right["bounds, unit and measure"] += whole and best["measure"]
        right["bounds, unit and head word"] += whole and best["head word"]
        wrong = [part for part, same in best.items() if not same]
        if wrong:
            misses.append(f"{claim}: {wanted}\n    wrong: {', '.join(wrong)}")
            misses += [f"    found: {one.figure}  ({one.rule})" for one in near]
            misses.append(f"    quote: {quote}")
    for part in (*PARTS, "bounds, unit and measure", "bounds, unit and head word"):
        tell(f"{part:28} {right[part]:3} of {total}  {right[part] / max(total, 1):6.1%}")
    for line in misses:
        tell(line)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
