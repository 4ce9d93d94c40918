"""Pages as tests read them: their data as a browser's script does, and their elements."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs

from timeline import AsOf, Timeline
from timeline.rendering.page import Collection, page_of

ROOT = Path(__file__).parents[2]
LAST = "2026-06-30"


def page_text(
    collection: Timeline,
    *,
    on: AsOf | str = LAST,
    title: str = "",
    measure: str | None = None,
    texts: bool = True,
) -> str:
    """Return the page of a collection."""
    as_of = on if isinstance(on, AsOf) else AsOf(on)
    knowledge = collection.known(as_of)
    quoted = {claim.claim.article for fact in knowledge.values() for claim in fact.claims}
    told = Collection(
        [collection.history(fact, as_of) for fact in knowledge],
        as_of,
        {name: knowledge.view.resolution.article(name) for name in quoted},
        knowledge.names,
        collection.store.head(),
        knowledge.view.resolution.canonical,
    )
    return page_of(told, title=title, measure=measure, texts=texts)


def data_of(page: str) -> dict[str, Any]:
    """Return what the page hands to its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


@attrs.frozen
class Read:
    """The data of a page, read as its script reads them: it looks up, and works nothing out."""

    data: dict[str, Any]

    def date(self, day: int) -> int:
        """Return the number of the date of change on or before *day*; -1 before the first."""
        return bisect_right([one[0] for one in self.data["days"]], day) - 1

    def facts(self, day: int) -> dict[str, dict[str, Any]]:
        """Return the facts that the page shows for a day, by id."""
        date = self.date(day)
        shown = {}
        for name, kind, steps, claims in self.data["facts"]:
            step = self._step(steps, date)
            if step is not None:
                shown[name] = self._shown(kind, step, claims, date)
        return shown

    def readings(self, day: int) -> dict[str, list[tuple[object, ...]]]:
        """Return the figures that the page shows for a day, by measure."""
        date = self.date(day)
        found: dict[str, list[tuple[object, ...]]] = {}
        for name, readings, _ in self.data["measures"]:
            for number, first, gone, sure, origin, low, high, *_ in readings:
                if _stands(date, first, gone):
                    fact, source = self.data["facts"][number][0], self.data["sources"][origin]
                    found.setdefault(name, []).append((fact, bool(sure), source, low, high))
        return found

    def ranges(self, day: int) -> dict[str, tuple[object, ...]]:
        """Return what the figures of each measure span on a day."""
        date = self.date(day)
        steps = {name: self._step(ranges, date) for name, _, ranges in self.data["measures"]}
        return {name: tuple(step[1:5]) for name, step in steps.items() if step and step[1:]}

    def _step(self, steps: list[list[Any]], date: int) -> list[Any] | None:
        count = bisect_right([step[0] for step in steps], date)
        return steps[count - 1] if count else None

    def _shown(
        self, kind: int, step: list[Any], claims: list[list[int]], date: int
    ) -> dict[str, Any]:
        data = self.data
        would = step[5]
        return {
            "title": data["titles"][step[7]],
            "kind": data["kinds"][kind],
            "status": data["statuses"][step[1]][0],
            "certain": bool(step[2]),
            "occurred": self._words(step[3]),
            "conflict": bool(step[4]),
            "possibly": None
            if not would
            else (data["statuses"][would[0]][0], self._words(would[1]), bool(would[2])),
            "origins": [data["sources"][source] for source in data["origins"][step[6]]],
            "against": [data["sources"][source] for source in data["origins"][step[12]]],
            "first_known": self._words(step[9]),
            "claims": [
                (
                    data["claims"][claim][0],
                    data["phrases"][data["claims"][claim][3]],
                    bool(sure),
                    *self._reading(data["claims"][claim][13]),
                )
                for claim, sure, first, gone in claims
                if _stands(date, first, gone)
            ],
        }

    def _reading(self, number: int) -> tuple[str, list[str]]:
        if number < 0:
            return "", []
        words, about = self.data["readings"][number]
        return words, [self.data["actors"][actor] for actor in about]

    def _words(self, when: int) -> str | None:
        return None if when < 0 else str(self.data["whens"][when][0])


def _stands(date: int, first: int, gone: int) -> bool:
    return first <= date and (gone < 0 or date < gone)


class Elements(HTMLParser):
    """The elements of a page, each with its attributes; comments and text are passed over."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attributes)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element of one name."""
        return [attributes for name, attributes in self.found if name == tag]
