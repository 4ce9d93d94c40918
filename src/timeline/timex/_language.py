"""All that a language has to bring, so that another one is a new folder and not a rewrite."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from timeline.timex._document import Document
from timeline.timex._reading import REACH, Prefix, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.timex._calendar import Stretch
    from timeline.timex._document import Cutter
    from timeline.timex._grammar import Grammar

    _Finder = Callable[[str, int, int], Iterable[re.Match[str]]]

_Pattern = TypeVar("_Pattern", Rule, Prefix)


class Searcher(Generic[_Pattern]):
    """Runs patterns where they can match at all: near a kind that they need.

    Args:
        patterns: what to look for.
        grammar: what they are written in.
    """

    def __init__(self, patterns: Sequence[_Pattern], grammar: Grammar) -> None:
        self.patterns: list[tuple[_Pattern, re.Pattern[str]]] = [
            (one, grammar.compile(one.pattern)) for one in patterns
        ]
        self._groups: dict[str, list[tuple[int, _Pattern, _Finder]]] = {}
        for place, (one, pattern) in enumerate(self.patterns):
            needs = "".join(sorted({grammar.code(kind) for kind in one.needs.split()}))
            finder: _Finder = pattern.finditer
            if one.opens:
                opens = "".join(sorted({grammar.code(kind) for kind in one.opens.split()}))
                finder = partial(_found_at, re.compile(f"[{opens}]"), pattern)
            self._groups.setdefault(needs, []).append((place, one, finder))
        self._needed = re.compile("[" + "".join(sorted(set("".join(self._groups)))) + "]")

    def search(self, codes: str) -> Iterator[tuple[int, _Pattern, re.Match[str]]]:
        """Yield the place of a pattern in the list, the pattern and a match, for all matches.

        They come in no order; each pattern runs only where a kind that it needs is near.
        """
        places: dict[str, list[int]] = {}
        for need in self._needed.finditer(codes):
            places.setdefault(need[0], []).append(need.start())
        kinds = frozenset(places)
        for needs, patterns in self._groups.items():
            if kinds.isdisjoint(needs):
                continue
            met = [found for kind in needs if (found := places.get(kind)) is not None]
            windows = _windows(met[0] if len(met) == 1 else sorted(chain.from_iterable(met)))
            for place, one, finder in patterns:
                for start, end in windows:
                    for match in finder(codes, start, end):
                        yield place, one, match


def _found_at(
    opens: re.Pattern[str], pattern: re.Pattern[str], codes: str, start: int, end: int
) -> list[re.Match[str]]:
    """Find what ``pattern.finditer`` does, by a look at the places where a match can begin."""
    found: list[re.Match[str]] = []
    done = start
    for opening in opens.finditer(codes, start, end - REACH + 1):  # a needed kind stands behind it
        place = opening.start()
        if place >= done and (match := pattern.match(codes, place, end)) is not None:
            found.append(match)
            done = match.end()
    return found


def _windows(places: list[int]) -> list[tuple[int, int]]:
    """Return the stretches around *places*, in order; those that touch are one."""
    windows: list[tuple[int, int]] = []
    start = end = places[0]
    for place in places:
        if place - REACH > end:
            windows.append((max(0, start - REACH), end))
            start = place
        end = place + REACH
    windows.append((max(0, start - REACH), end))
    return windows


class Language:
    """The words, the rules and the habits of one language.

    Args:
        grammar: the kinds of its words.
        cutter: cuts text into pieces and gives each its code.
        rules: finds expressions; of two at one place the longer wins, then the earlier rule.
        prefixes: words that change the expression after them.
        joints: patterns of what may stand between a date and a time that are one expression.
        genitive: a pattern of what stands between a year and its part: "last year's spring".
        is_narrative: tells texts that count from their own dates from those that do not.
        tells_of_its_day: tells those of them that also speak of the days of their publication.
        first_year: finds the year with which such a text begins.
    """

    def __init__(  # noqa: PLR0913 - each is one thing a language brings
        self,
        *,
        grammar: Grammar,
        cutter: Cutter,
        rules: Sequence[Rule],
        prefixes: Sequence[Prefix],
        joints: Sequence[str],
        genitive: str,
        is_narrative: Callable[[Document, int], bool],
        tells_of_its_day: Callable[[Document, int], bool],
        first_year: Callable[[Document, int], Stretch | None],
    ) -> None:
        self.rules = Searcher(rules, grammar)
        self.prefixes = Searcher(prefixes, grammar)
        self.joint = grammar.compile(
            "|".join(
                f" ?{joint} " if joint == "," else f" {joint} " if joint else " "
                for joint in joints
            )
        )
        self.genitive = grammar.compile(genitive)
        self.is_narrative = is_narrative
        self.tells_of_its_day = tells_of_its_day
        self.first_year = first_year
        self._cutter = cutter

    def read(self, text: str) -> Document:
        """Cut *text* into pieces and name their kinds."""
        return Document(text, self._cutter)
