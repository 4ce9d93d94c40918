"""Write into its page how well the rules read, as measured now: ``python -m docs.make_scores``.

Some collections are those that the rules were developed on, and one is never tuned on. That one was
curated twice, so that its last column says how far a second person agrees with the first.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.benchmarks.score_agreement import SecondPerson
from tests.benchmarks.score_extraction import Tally, scored

from timeline import Timeline
from timeline.extraction import RuleExtractor

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/explanation/extraction.md"
BEGIN, END = "<!-- table of scores -->\n", "<!-- end of table -->\n"
COLLECTIONS = {
    "developed on": ROOT / "fixtures",
    "mended by": ROOT / "fixtures/practice",
    "mended by the sorts of its mistakes": ROOT / "fixtures/unseen",
    "never tuned on": ROOT / "fixtures/heldout",
}
"""What each collection was to those who wrote the rules, and where it is."""
TWICE = ROOT / "fixtures/heldout"
"""The collection that two people curated."""
CONTRADICTING = "dates read that contradict the curated one"

SHOWN = {
    "claims found": "claims of the person that are found",
    "claims found with right origin and stated": "... with the right origin and date of statement",
    "dated claims found with right bounds of occurred": "dated ones, with the right bounds",
    "facts found with right bounds of occurred": "facts with the right bounds",
    "facts found with right origin and stated": "facts with the right origin and date of statement",
    "figures with right bounds and measure": "figures with the right bounds and measure",
    "figures with right bounds, whatever the measure": "... with the right bounds, however named",
    "of those found: right stance": "of the claims found: right stance",
    "of those found: right kind": "of the claims found: right kind",
    "precision: dated claims aligned, with right bounds": "precision of dated claims",
    "dates read that hold the curated one": "dates read that are right or vaguer",
    CONTRADICTING: "... that do not contradict the person's",
    "precision: figures": "precision of figures",
    "answers to a claim before, found": "denials and silences that answer a claim before: found",
    "precision: answers": "precision of answers",
}
"""What the benchmark calls a score, and what the page calls it."""


def measured() -> dict[str, dict[str, Tally]]:
    """Return the scores of each collection that is there, and how far two people agree."""
    reader = RuleExtractor()
    found = {
        f"{name}: {len(list(folder.glob('articles/*.md')))} articles": scored(
            folder / "articles", folder / "streams", reader
        )[0]
        for name, folder in COLLECTIONS.items()
        if folder.exists()
    }
    person = SecondPerson(Timeline.read(TWICE / "second/streams"))
    found["the same, a second person"] = scored(TWICE / "articles", TWICE / "streams", person)[0]
    for scores in found.values():
        wrong = scores[CONTRADICTING]
        scores[CONTRADICTING] = Tally(wrong.of - wrong.right, wrong.of)
    return found


def _cell(tally: Tally | None) -> str:
    if tally is None:
        return "–"  # a person says which facts are one, not who answers whom
    return f"{100 * tally.right / tally.of:.0f} % ({tally.right} of {tally.of})"


def table() -> str:
    """Return the table in Markdown."""
    tables = measured()
    head = f"| what | {' | '.join(tables)} |\n|---|{'---|' * len(tables)}\n"
    return head + "".join(
        f"| {words} | " + " | ".join(_cell(one.get(name)) for one in tables.values()) + " |\n"
        for name, words in SHOWN.items()
    )


def shares(text: str) -> list[list[int]]:
    """Return the shares that a page shows, in percent, row by row."""
    _, _, rest = text.partition(BEGIN)
    rows = rest.partition(END)[0].splitlines()
    found = [[int(share) for share in re.findall(r"(\d+) %", row)] for row in rows]
    return [row for row in found if row]


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
