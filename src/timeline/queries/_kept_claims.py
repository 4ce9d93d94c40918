"""A resolution as bytes, to be had again without reading the log: a cache, and nothing more.

It is kept in two parts: what curation says and the dates, and the columns of claims, most of it,
which are not read before somebody looks at them.
"""

from __future__ import annotations

import functools
from array import array
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any

from timeline.queries._claims import Articles, Claims
from timeline.queries._collector import collector_paused
from timeline.queries._entries import Numbered, Whens
from timeline.queries._packed import pack, unpack
from timeline.queries._resolution import Resolution
from timeline.store import CacheKey

if TYPE_CHECKING:
    from timeline.queries._packed import Column
    from timeline.store import EventStore, Head

LAYOUT = 6
"""Raise it when what is kept is laid out, or worked out, otherwise."""

NEWEST = "newest"
"""One copy is kept; it says itself of which head it tells, so that old ones do not pile up."""

_KEY = CacheKey("engine.curation", LAYOUT, NEWEST)
_COLUMNS = CacheKey("engine.claims", LAYOUT, NEWEST)
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


def claims_as_bytes(resolution: Resolution, head: Head, stamp: str) -> dict[CacheKey, bytes]:
    """Return what is to be kept of *resolution*; columns that are kept already are left alone.

    Args:
        resolution: the resolution.
        head: the end of what it has read.
        stamp: what tells this copy from others of the same head; they may number dates otherwise.
    """
    columns = resolution.kept or stamp
    table: dict[str, object] = {
        "position": head.position,
        "hash": head.hash,
        "stamp": stamp,
        "columns": columns,
        "whens": resolution.whens.texts(),
        **resolution.curated(),
    }
    kept = {_KEY: pack(table, {})}
    if columns == stamp:
        kept[_COLUMNS] = _packed(resolution.columns, stamp)
    return kept


def kept_claims(store: EventStore) -> tuple[Resolution, str] | None:
    """Return the resolution that was kept, and its stamp; None where none was of this log."""
    data = store.cached(_KEY)
    found = None if data is None else unpack(data)
    if found is None:
        return None
    table, _ = found
    position = table["position"]
    if store.head().position < position or store.fetch([position])[0].hash != table["hash"]:
        return None  # the cache tells of a log that this one does not go on from
    with collector_paused():
        resolution = Resolution(store, Whens(table["whens"]))
        resolution.recall(table)
    resolution.position, resolution.kept = position, table["columns"]
    resolution.read_later(functools.partial(_columns, resolution, position))
    return resolution, table["stamp"]


def _columns(resolution: Resolution, position: int) -> Claims:
    """Return the columns of a resolution that was kept up to a *position*."""
    store, whens, stamp = resolution.store, resolution.whens, resolution.kept
    data = store.cached(_COLUMNS)
    found = None if data is None else unpack(data)
    if found is not None and found[0]["stamp"] == stamp:
        with collector_paused():
            return _unpacked(*found, whens)
    # Somebody has dropped them since, or kept others. The log numbers all but dates alike
    # whenever it is read, and these have their numbers.
    resolution.kept = None
    again = Resolution(store, whens)
    again.advance(position)
    return again.columns


def _packed(claims: Claims, stamp: str) -> bytes:
    articles, entries = claims.articles, claims.entries
    table: dict[str, object] = {
        "stamp": stamp,
        "chains": entries.chains.values,
        "odd": claims.odd,
        "facts": list(claims.of_fact),
        "articles": articles.names.values,
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
    return pack(table, columns)


def _unpacked(table: dict[str, Any], columns: dict[str, Any], whens: Whens) -> Claims:
    claims = Claims(Articles(), whens)
    articles, entries = claims.articles, claims.entries
    for name in _ENTRIES:
        setattr(entries, name, columns[f"entries.{name}"])
    for name in _CLAIMS:
        setattr(claims, name, columns[f"claims.{name}"])
    for name in _ARTICLES:
        setattr(articles, name, columns[f"articles.{name}"])
    articles.news = tuple(columns[name] for name in _NEWS)
    articles.names = Numbered(table["articles"])
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
    about, facts = columns["facts.claims"], table["facts"]
    claims.fact = [""] * len(about)
    for fact, some in zip(facts, _cut(about, columns["facts.count"]), strict=True):
        claims.of_fact[fact] = some
        for claim in some:
            claims.fact[claim] = fact
    return claims


def _cut(column: array[int], counts: array[int]) -> list[array[int]]:
    """Cut a column into pieces of some lengths."""
    return [column[start:end] for start, end in pairwise(accumulate(counts, initial=0))]
