"""A resolution as bytes, to be had again without reading the log: a cache, and nothing more."""

from __future__ import annotations

from array import array
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from timeline.queries._collector import collector_paused
from timeline.queries._entries import Numbered, Whens
from timeline.queries._packed import pack, unpack
from timeline.queries._resolution import Resolution
from timeline.store import CacheKey

if TYPE_CHECKING:
    from timeline.queries._packed import Column
    from timeline.store import EventStore, Head

LAYOUT = 4
"""Raise it when what is kept is laid out, or worked out, otherwise."""

NEWEST = "newest"
"""One copy is kept; it says itself of which head it tells, so that old ones do not pile up."""

_KEY = CacheKey("engine.claims", LAYOUT, NEWEST)
_ENTRIES = (
    "kind",
    "claim",
    "position",
    "version",
    "content",
    "stance",
    "basis",
    "chain",
    "occurred",
    "date",
)
_CLAIMS = ("numbers", "current", "article", "settled", "before")
_ARTICLES = ("content", "date", "last_claim", "highest")
_NEWS = ("news_position", "news_version", "news_article", "news_date")


def keep_claims(resolution: Resolution, head: Head, stamp: str) -> None:
    """Keep *resolution*, which tells of the log up to *head*, beside the log.

    Args:
        resolution: the resolution.
        head: the end of what it has read.
        stamp: what tells this copy from others of the same head; they may number dates otherwise.
    """
    claims, articles, entries = resolution.columns, resolution.articles, resolution.entries
    facts = list(claims.of_fact)
    table: dict[str, object] = {
        "position": head.position,
        "hash": head.hash,
        "stamp": stamp,
        "whens": entries.whens.texts(),
        "chains": entries.chains.values,
        "odd": claims.odd,
        "facts": facts,
        "articles": articles.names.values,
        **resolution.curated(),
    }
    columns: dict[str, Column] = {f"entries.{name}": getattr(entries, name) for name in _ENTRIES}
    columns |= {f"claims.{name}": getattr(claims, name) for name in _CLAIMS}
    columns |= {f"articles.{name}": getattr(articles, name) for name in _ARTICLES}
    columns |= dict(zip(_NEWS, articles.news, strict=True))
    columns["changed"] = array("i", claims.changes)
    columns["changes.count"] = array("i", [len(one) for one in claims.changes.values()])
    columns["changes"] = array("i", chain.from_iterable(claims.changes.values()))
    columns["facts.count"] = array("i", [len(one) for one in claims.of_fact.values()])
    columns["facts.claims"] = array("i", chain.from_iterable(claims.of_fact.values()))
    resolution.store.cache(_KEY, pack(table, columns))


def kept_claims(store: EventStore) -> tuple[Resolution, str] | None:
    """Return the resolution that was kept, and its stamp; None where none was of this log."""
    data = store.cached(_KEY)
    found = None if data is None else unpack(data)
    if found is None:
        return None
    table, columns = found
    position = table["position"]
    if store.head().position < position or store.fetch([position])[0].hash != table["hash"]:
        return None  # the cache tells of a log that this one does not go on from
    with collector_paused():
        resolution = Resolution(store)
        claims, articles, entries = resolution.columns, resolution.articles, resolution.entries
        for name in _ENTRIES:
            setattr(entries, name, columns[f"entries.{name}"])
        for name in _CLAIMS:
            setattr(claims, name, columns[f"claims.{name}"])
        for name in _ARTICLES:
            setattr(articles, name, columns[f"articles.{name}"])
        articles.news = tuple(columns[name] for name in _NEWS)
        articles.names = Numbered(table["articles"])
        entries.whens = Whens(table["whens"])
        entries.chains = Numbered(table["chains"])
        claims.odd = table["odd"]
        claims.odd_names = {claim: name for name, claim in claims.odd.items()}
        claims.changes = dict(
            zip(
                columns["changed"],
                map(tuple, _cut(columns["changes"], columns["changes.count"])),
                strict=True,
            )
        )
        _group(resolution, table["facts"], columns["facts.claims"], columns["facts.count"])
        resolution.position = position
        resolution.recall(table)
    return resolution, table["stamp"]


def _group(resolution: Resolution, facts: list[str], about: array[int], counts: array[int]) -> None:
    claims = resolution.columns
    claims.fact = [""] * len(about)
    for fact, some in zip(facts, _cut(about, counts), strict=True):
        claims.of_fact[fact] = some
        for claim in some:
            claims.fact[claim] = fact


def _cut(column: array[int], counts: array[int]) -> list[array[int]]:
    """Cut a column into pieces of some lengths."""
    ends = [0]
    for count in counts:
        ends.append(ends[-1] + count)
    return [column[start:end] for start, end in pairwise(ends)]
