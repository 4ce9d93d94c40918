"""Run `timeline.timex` beside dateparser, parsedatetime and recognizers-text on the same texts.

    python tests/benchmarks/bench_timex.py FOLDER [--runs 5] [--only ours]

FOLDER holds MEANTIME, an article a line (``airbus.jsonl``, ``apple.jsonl``, ``gm.jsonl``; the keys
``dct``, ``text``, ``annotated``, ``timexes``). One table: strict and relaxed F1 of the spans, F1 of
the values as TempEval-3 counts them (a relaxed match whose value is equal), and characters a second
on one core, the median of the runs. A library that is not installed is left out and named.

The others answer with dates and not with TIMEX3; each answer is written as the TIMEX3 value
nearest to it (a day for a day), which is all that their output allows.
"""

from __future__ import annotations

import argparse
import importlib
import json
import statistics
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.timex import tag

if TYPE_CHECKING:
    from collections.abc import Callable

Span = tuple[int, int, str]


class Article(NamedTuple):
    """A text with its day of publication, the stretch that is annotated, and the gold spans."""

    text: str
    published: str
    annotated: tuple[int, int]
    gold: list[Span]


def read(folder: Path) -> list[Article]:
    """Read all articles of the three topics."""
    articles = []
    for name in ("airbus", "apple", "gm"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            first, last = record["annotated"]
            gold = [(start, end, value) for start, end, _, value in record["timexes"]]
            articles.append(Article(record["text"], record["dct"], (first, last), gold))
    return articles


def ours(text: str, published: str) -> list[Span]:
    """Tag with this library."""
    return [(one.start, one.end, one.value) for one in tag(text, published)]


def dateparser_tagger() -> Callable[[str, str], list[Span]]:
    """Tag with ``dateparser.search``, told that the language is English, its fastest setting."""
    search = importlib.import_module("dateparser.search")

    def run(text: str, published: str) -> list[Span]:
        base = datetime.fromisoformat(published)
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found = search.search_dates(text, languages=["en"], settings=settings) or []
        spans: list[Span] = []
        place = 0
        for words, moment in found:
            start = text.find(words, place)
            if start >= 0:
                place = start + len(words)
                spans.append((start, place, moment.date().isoformat()))
        return spans

    return run


def parsedatetime_tagger() -> Callable[[str, str], list[Span]]:
    """Tag with ``parsedatetime.Calendar.nlp``."""
    calendar = importlib.import_module("parsedatetime").Calendar()

    def run(text: str, published: str) -> list[Span]:
        found = calendar.nlp(text, datetime.fromisoformat(published)) or ()
        return [(start, end, moment.date().isoformat()) for moment, _, start, end, _ in found]

    return run


def recognizers_tagger() -> Callable[[str, str], list[Span]]:
    """Tag with ``recognizers_date_time``, of two alternatives the past one."""
    module = importlib.import_module("recognizers_date_time")

    def run(text: str, published: str) -> list[Span]:
        base = datetime.fromisoformat(published)
        found = module.recognize_datetime(text, "en-us", reference=base)
        return [(one.start, one.end + 1, _timex(one.resolution)) for one in found]

    return run


def _timex(resolution: dict[str, Any] | None) -> str:
    values = (resolution or {}).get("values") or [{}]
    timex = str(values[0].get("timex", ""))
    return str(values[0].get("value", timex)) if "X" in timex else timex


def score(articles: list[Article], found: list[list[Span]]) -> tuple[float, float, float]:
    """Count strict F1, relaxed F1 and value F1, one to one, exact spans first."""
    gold_count = predicted = strict = relaxed = values = 0
    for article, spans in zip(articles, found, strict=True):
        first, last = article.annotated
        mine = [span for span in spans if first <= span[0] < last]
        gold = list(article.gold)
        gold_count += len(gold)
        predicted += len(mine)
        pairs = []
        for want in list(gold):
            exact = next((span for span in mine if span[:2] == want[:2]), None)
            if exact is not None:
                pairs.append((want, exact))
                strict += 1
                gold.remove(want)
                mine.remove(exact)
        for want in gold:
            near = [(_shared(span, want), span) for span in mine]
            if near and max(near)[0] > 0:
                pairs.append((want, max(near)[1]))
                mine.remove(max(near)[1])
        relaxed += len(pairs)
        values += sum(want[2] == got[2] for want, got in pairs)
    relaxed_f1 = _f1(relaxed, predicted, gold_count)
    return _f1(strict, predicted, gold_count), relaxed_f1, relaxed_f1 * values / max(relaxed, 1)


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _f1(right: int, predicted: int, gold: int) -> float:
    return 200 * right / max(predicted + gold, 1)


def main(arguments: list[str] | None = None) -> int:
    """Print one row for each library."""
    parser = argparse.ArgumentParser(description="Accuracy and speed of taggers, in one table.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", help="run this one alone")
    options = parser.parse_args(arguments)
    articles = read(options.folder)
    size = sum(len(article.text) for article in articles)
    makers: dict[str, Callable[[], Callable[[str, str], list[Span]]]] = {
        "ours": lambda: ours,
        "dateparser": dateparser_tagger,
        "parsedatetime": parsedatetime_tagger,
        "recognizers": recognizers_tagger,
    }
    lines = [f"{len(articles)} articles, {size} characters, {options.runs} runs"]
    lines.append(f"{'':14}{'strict':>8}{'relaxed':>9}{'value':>8}{'characters/s':>15}")
    for name, make in makers.items():
        if options.only not in (None, name):
            continue
        try:
            run = make()
        except ImportError as missing:
            lines.append(f"{name:14}not installed ({missing.name})")
            continue
        found = [run(article.text, article.published) for article in articles]
        speeds = []
        for _ in range(options.runs):
            start = time.process_time()
            for article in articles:
                run(article.text, article.published)
            speeds.append(size / (time.process_time() - start))
        strict, relaxed, value = score(articles, found)
        speed = statistics.median(speeds)
        lines.append(f"{name:14}{strict:8.1f}{relaxed:9.1f}{value:8.1f}{speed:15,.0f}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
