"""How often the rules find who says so, how, and when, against streams that people curated.

    python tests/benchmarks/score_attribution.py FOLDER_OF_STREAMS FOLDER_OF_ARTICLES [--all]

A claim is laid on the frame whose words overlap its quote most. Where the articles are not those
that the streams quote, it is laid on the sentence that shares most words with it, and counts as
right when one frame of that sentence is.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.dates import When
from timeline.extraction.frames._frames import (
    Frame,
    frames_of,
)
from timeline.extraction.names._names import names_of
from timeline.extraction.page._page import (
    Page,
    page_of,
)
from timeline.model import Article, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[A-Za-z][a-z]{3,}|\d[\d,]*")
_COLUMNS = ("chain", "stance", "date")


def score(
    streams: Path, articles: Path, *, shown: bool = False, every: bool = False
) -> dict[str, int]:
    """Count the claims whose chain, stance and date are right; print those that are not."""
    rows = tomllib.loads((streams / "sources.toml").read_text("utf-8"))["sources"]
    sources = {row["id"]: Source(**row) for row in rows}
    total = dict.fromkeys((*_COLUMNS, "claims"), 0)
    for path in sorted(streams.glob("*.toml")):
        stream = tomllib.loads(path.read_text("utf-8"))
        if "article" not in stream:
            continue
        article = _article(articles / f"{path.stem}.md")
        page = page_of(article)
        frames = frames_of(page, names_of(page, sources), sources)
        here = dict.fromkeys((*_COLUMNS, "claims"), 0)
        for claim in stream["claims"]:
            found = list(_candidates(page, frames, claim))
            judged = max((_judged(claim, frame) for frame in found), key=sum)
            here["claims"] += 1
            for column, right in zip(_COLUMNS, judged, strict=True):
                here[column] += right
            if shown and (every or not all(judged)):
                _show(claim, found, judged)
        if shown:
            print(path.stem, _line(here))  # noqa: T201 - a script's output
        for key, value in here.items():
            total[key] += value
    if shown:
        print("all", _line(total))  # noqa: T201 - a script's output
    return total


def _article(path: Path) -> Article:
    text = path.read_text("utf-8")
    if "(not named in the text)" in text:
        text = text.replace("(not named in the text)", "unnamed-outlet", 1)
        changed = Path("/tmp") / path.name
        changed.write_text(text, "utf-8")
        return Article.read(changed)
    return Article.read(path)


def _candidates(
    page: Page, frames: tuple[Frame, ...], claim: dict[str, Any]
) -> Iterator[Frame | None]:
    quote = claim["quote"]
    start = page.text.find(quote)
    if start >= 0:
        end = start + len(quote)
        best = max(frames, key=lambda frame: _overlap(frame, start, end), default=None)
        own = max((min(end, f.end) - max(start, f.start) for f in frames), default=0)
        shared = 0 if best is None else _overlap(best, start, end)
        yield best if shared > max(0, own if not claim.get("by") else 0) else None
        return
    wanted = set(_WORD.findall(f"{quote} {claim['text']}"))
    sentence = max(page.sentences, key=lambda s: _likeness(wanted, set(_WORD.findall(s.text))))
    found = [
        frame
        for frame in frames
        if any(a < sentence.end and b > sentence.start for a, b in frame.content)
        or sentence.start <= frame.start < sentence.end
    ]
    yield from found
    if not found or not claim.get("by"):
        yield None


def _overlap(frame: Frame, start: int, end: int) -> int:
    content = frame.content or ((frame.start, frame.end),)
    return sum(max(0, min(end, b) - max(start, a)) for a, b in content)


def _likeness(wanted: set[str], words: set[str]) -> float:
    return len(wanted & words) / (len(words) + 8)


def _judged(claim: dict[str, Any], frame: Frame | None) -> tuple[bool, bool, bool]:
    by = tuple(claim.get("by", ()))
    if frame is None:
        return (not by, not by, not by)
    stated = When.parse(claim["stated"]) if "stated" in claim else None
    found = frame.when.when if frame.when else None
    date = (
        stated is None
        if found is None
        else stated is not None
        and (stated.earliest, stated.latest) == (found.earliest, found.latest)
    )
    stance = claim["stance"]
    same = str(frame.stance) == stance or {str(frame.stance), stance} <= {
        "asserts",
        "estimates",
        "forecasts",  # a modal verb or a number inside the words makes these, not the frame
    }
    return (frame.chain == by, same, date)


def _show(claim: dict[str, Any], found: list[Frame | None], judged: tuple[bool, ...]) -> None:
    wrong = ", ".join(c for c, right in zip(_COLUMNS, judged, strict=True) if not right)
    print(f"  #{claim['id']} {wrong or 'right'}: {claim['quote'][:90]!r}")  # noqa: T201
    print(  # noqa: T201 - a script's output
        "      expected", claim.get("by", "own voice"), claim["stance"], claim.get("stated")
    )
    for frame in found:
        read: tuple[object, ...] = ("own voice",)
        if frame is not None:
            when = frame.when.text if frame.when else None
            read = (frame.chain, str(frame.stance), when, frame.rule)
        print("      read    ", *read)  # noqa: T201 - a script's output


def _line(counts: dict[str, int]) -> str:
    claims = max(1, counts["claims"])
    parts = [f"{c} {counts[c]}/{claims} {100 * counts[c] / claims:.0f}%" for c in _COLUMNS]
    return "  ".join(parts)


if __name__ == "__main__":
    folders = [Path(given) for given in sys.argv[1:] if not given.startswith("--")]
    score(folders[0], folders[1], shown=True, every="--all" in sys.argv)
