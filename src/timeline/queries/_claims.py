"""The claims and articles of a log, column by column, and which claims are about which fact."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from timeline.queries._entries import CORRECTED, NONE, Entries, Numbered

if TYPE_CHECKING:
    from timeline.queries._entries import Whens
    from timeline.store import IndexRow

_DIGITS = 18
"""So many digits fit into a column."""


class Claims:
    """The claims, numbered in the order in which they were stated.

    The id of a claim is that of its article and a number, so that no text is kept for each.

    Attributes:
        entries: what happened to them.
        articles: the articles that they belong to.
        numbers: the number of each within its article; `NONE` where its id is kept in `odd`.
        odd: the claims whose ids cannot be told by article and number,
        odd_names: and those ids.
        fact: the fact that each is about.
        current: the entry that states each, as we read it now.
        article: the number of the article of each.
        settled: the position of the event that brought each to its fact.
        before: the claim of the same article that was stated before; `NONE` for the first.
        changes: the corrections and retractions of those that have any, in order.
        of_fact: the claims about each fact.
    """

    __slots__ = (
        "article",
        "articles",
        "before",
        "changes",
        "current",
        "entries",
        "fact",
        "numbers",
        "odd",
        "odd_names",
        "of_fact",
        "settled",
    )

    def __init__(self, articles: Articles, whens: Whens) -> None:
        self.entries = Entries(whens)
        self.articles = articles
        self.numbers = array("q")
        self.odd: dict[str, int] = {}
        self.odd_names: dict[int, str] = {}
        self.fact: list[str] = []
        self.current = array("i")
        self.article = array("i")
        self.settled = array("q")
        self.before = array("i")
        self.changes: dict[int, tuple[int, ...]] = {}
        self.of_fact: dict[str, array[int]] = {}

    def __len__(self) -> int:
        return len(self.fact)

    def number(self, name: str) -> int | None:
        """Return the number of the claim of that id; None where there is none."""
        article, _, digits = name.rpartition("#")
        place = self.articles.names.numbers.get(article)
        if place is None or not digits.isdigit() or len(digits) > _DIGITS:
            return self.odd.get(name)
        wanted = int(digits)
        if wanted > self.articles.highest[place]:
            return self.odd.get(name)
        claim = self.articles.last_claim[place]
        # Most articles number their claims as they come.
        guess = claim - self.numbers[claim] + wanted
        if 0 <= guess <= claim and (self.article[guess], self.numbers[guess]) == (place, wanted):
            return guess
        while claim >= 0:
            if self.numbers[claim] == wanted:
                return claim
            claim = self.before[claim]
        return self.odd.get(name)

    def name(self, claim: int) -> str:
        """Return the id of a claim."""
        number = self.numbers[claim]
        if number < 0:
            return self.odd_names[claim]
        return f"{self.articles.names.values[self.article[claim]]}#{number}"

    def names(self) -> Iterator[str]:
        """Yield the ids of all claims, in order."""
        return map(self.name, range(len(self)))

    def add(self, name: str, fact: str, article: int, entry: int) -> int:
        """Take in a claim and return its number."""
        claim = len(self.fact)
        digits = name.rpartition("#")[2]
        before = NONE
        if article < 0 or len(digits) > _DIGITS:
            self.odd[name], self.odd_names[claim] = claim, name
            self.numbers.append(NONE)
        else:
            number = int(digits)
            self.numbers.append(number)
            before = self.articles.last_claim[article]
            self.articles.last_claim[article] = claim
            self.articles.highest[article] = max(self.articles.highest[article], number)
        self.fact.append(fact)
        self.current.append(entry)
        self.article.append(article)
        self.settled.append(0 if entry < 0 else self.entries.position[entry])
        self.before.append(before)
        self._put(claim, fact)
        return claim

    def move(self, claim: int, fact: str, position: int) -> None:
        """Let a claim be about another fact."""
        before = self.fact[claim]
        left = self.of_fact[before]
        if len(left) == 1:
            del self.of_fact[before]
        else:
            left.remove(claim)
        # Every row spells the fact anew; one text is enough for all its claims.
        self.fact[claim] = fact = sys.intern(fact)
        self.settled[claim] = position
        self._put(claim, fact)

    def changes_of(self, claim: int) -> tuple[int, ...]:
        """Return the corrections and retractions of a claim, in the order of their stream."""
        return self.changes.get(claim, ())

    def stated_at(self, claim: int) -> int:
        """Return the position of the event that stated a claim."""
        return self.entries.position[self.current[claim]]

    def copy(self) -> Claims:
        """Return a copy in which claims can be moved; what happened to them is shared."""
        copy = Claims(self.articles, self.entries.whens)
        copy.entries = self.entries
        copy.numbers = self.numbers[:]
        copy.odd, copy.odd_names = dict(self.odd), dict(self.odd_names)
        copy.fact = list(self.fact)
        copy.current, copy.article = self.current[:], self.article[:]
        copy.settled, copy.before = self.settled[:], self.before[:]
        copy.changes = self.changes
        copy.of_fact = {fact: claims[:] for fact, claims in self.of_fact.items()}
        return copy

    def _put(self, claim: int, fact: str) -> None:
        about = self.of_fact.get(fact)
        if about is None:
            self.of_fact[fact] = array("i", (claim,))
        else:
            about.append(claim)


class Articles(Mapping[str, int]):
    """The articles by id, numbered in the order in which they came.

    Attributes:
        names: their ids.
        content: the event that holds each as we read it now.
        date: the number of the date of printing of each.
        last_claim: the claim of each that was stated last.
        highest: the highest number of a claim of each.
        news: the events that tell of articles themselves, in the order of the log: four columns:
            position, version, article, the number of a correction's own date, or `NONE`.
    """

    __slots__ = ("content", "date", "highest", "last_claim", "names", "news")

    def __init__(self) -> None:
        self.names = Numbered[str]()
        self.content = array("q")
        self.date = array("i")
        self.last_claim = array("i")
        self.highest = array("q")
        self.news = (array("q"), array("i"), array("i"), array("i"))

    def __getitem__(self, name: str) -> int:
        return self.names.numbers[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.names.values)

    def __len__(self) -> int:
        return len(self.names.values)

    def __contains__(self, name: object) -> bool:
        return name in self.names.numbers

    def set(self, name: str, position: int, date: int) -> int:
        """Take in an article, or how it is read now, and return its number."""
        number = self.names.number(name)
        if number == len(self.content):
            self.content.append(position)
            self.date.append(date)
            self.last_claim.append(NONE)
            self.highest.append(0)
        else:
            self.content[number] = position
            self.date[number] = date
        return number

    def tell(self, row: IndexRow, article: int, date: int) -> None:
        """Note an event that tells of the article itself."""
        for column, value in zip(
            self.news, (row.position, row.version, article, date), strict=True
        ):
            column.append(value)


@attrs.frozen
class ClaimLife:
    """What happened to one claim.

    Args:
        id: its id.
        fact: the fact that it is about.
        corrections: the numbers of the entries that reword it, in order.
    """

    id: str
    fact: str
    corrections: tuple[int, ...]


class ClaimLives(Mapping[str, ClaimLife]):
    """The claims by id, each made when it is looked at."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims

    def __getitem__(self, name: str) -> ClaimLife:
        claims = self._claims
        claim = claims.number(name)
        if claim is None:
            raise KeyError(name)
        kinds = claims.entries.kind
        corrections = tuple(one for one in claims.changes_of(claim) if kinds[one] == CORRECTED)
        return ClaimLife(name, claims.fact[claim], corrections)

    def __iter__(self) -> Iterator[str]:
        return self._claims.names()

    def __len__(self) -> int:
        return len(self._claims)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._claims.number(name) is not None
