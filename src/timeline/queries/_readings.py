"""What claims say once sources are merged; for every merging of sources there is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.queries._entries import NONE, RETRACTED, STATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.queries._columns import Columns
    from timeline.queries._entries import Bounds


class Said(NamedTuple):
    """As much of a wording as it takes to judge a fact by.

    Args:
        claim: the number of its claim.
        stance: the number of its stance in the order of `Stance`.
        chain: its sources, nearest first, under canonical ids.
        article: the number of its article.
        occurred: the number of the date on which it happened; `NONE` where it does not say.
        bounds: the days of that date, where they are all of it.
    """

    claim: int
    stance: int
    chain: tuple[str, ...]
    article: int
    occurred: int
    bounds: Bounds | None


Wording = tuple[int, int, tuple[str, ...], int, int, "Bounds | None"]
"""What a `Said` holds, without its names, as it is made so often."""


class Readings:
    """The wordings of claims, sources under canonical ids, as it takes to judge a fact.

    It only grows, so that an answer can go on using it.
    """

    __slots__ = ("_chains", "_names", "_told", "canonical", "whens")

    def __init__(self, told: Columns, canonical: Mapping[str, str]) -> None:
        self._told = told  # its columns may be unread yet
        self.whens = told.whens
        self.canonical = canonical
        self._chains: dict[int, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        """The id of each source once, so that chains share them."""

    def chain(self, number: int) -> tuple[str, ...]:
        """Return the links of a chain by its number, each source once."""
        chain = self._chains.get(number)
        if chain is None:
            links = self._told.entries.chains.values[number].split(" ")
            canonical, same = self.canonical, self._names.setdefault
            named = [canonical.get(link, link) for link in links]
            chain = tuple(dict.fromkeys([same(name, name) for name in named]))
            self._chains[number] = chain
        return chain

    def news(self, entries: Iterable[int]) -> list[tuple[int, Wording | None]]:
        """Return of each entry which claim it takes back or rewords, or `NONE`; and what it says.

        That is None where it says nothing, and only takes a claim back.
        """
        columns = self._told.entries
        kinds, claims, stances = columns.kind, columns.claim, columns.stance
        chains, dates = columns.chain, columns.occurred
        articles = self._told.columns.article
        links, plain = self._chains, self.whens.bounds
        return [
            (
                NONE if kinds[entry] == STATED else claims[entry],
                None
                if kinds[entry] == RETRACTED
                else (
                    claim := claims[entry],
                    stances[entry],
                    links.get(chains[entry]) or self.chain(chains[entry]),
                    articles[claim],
                    date := dates[entry],
                    plain[date] if date in plain else self.whens.plain(date),
                ),
            )
            for entry in entries
        ]
