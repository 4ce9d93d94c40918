"""What claims say once sources are merged; for every merging of sources there is another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.queries._claims import Claims
    from timeline.queries._weigher import Wording


class Readings:
    """The wordings of claims, sources under canonical ids, as it takes to judge a fact.

    It only grows, so that an answer can go on using it.
    """

    __slots__ = ("_articles", "_chains", "canonical", "entries")

    def __init__(self, claims: Claims, canonical: Mapping[str, str]) -> None:
        self.entries = claims.entries
        self.canonical = canonical
        self._articles = claims.article
        self._chains: list[tuple[str, ...] | None] = []

    def chain(self, number: int) -> tuple[str, ...]:
        """Return the links of a chain by its number, each source once."""
        chains = self._chains
        if number >= len(chains):
            chains += [None] * (len(self.entries.chains.values) - len(chains))
        chain = chains[number]
        if chain is None:
            links = self.entries.chains.values[number].split(" ")
            named = (self.canonical.get(link, link) for link in links)
            chain = chains[number] = tuple(dict.fromkeys(named))
        return chain

    def said(self, entry: int) -> Wording:
        """Return what an entry says: a `Said` without its names, as it is made so often."""
        entries, chains = self.entries, self._chains
        claim, chain, occurred = entries.claim[entry], entries.chain[entry], entries.occurred[entry]
        return (
            claim,
            entries.stance[entry],
            (chains[chain] if chain < len(chains) else None) or self.chain(chain),
            self._articles[claim],
            None if occurred < 0 else entries.whens.at(occurred),
        )
