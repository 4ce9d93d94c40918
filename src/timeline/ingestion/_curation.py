"""Curation files: the sources and facts of a collection, and what joins or divides them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.errors import UnknownName
from timeline.ingestion._tables import Table, near
from timeline.model import (
    ClaimLinked,
    CurationEvent,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Source,
    SourceDefined,
    SourcesMerged,
    check_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

CURATION_KEYS = ("sources", "facts", "links", "merges", "splits", "source_merges")
"""The tables that a curation file may hold."""


@attrs.define
class Names:
    """The sources, facts and claims that files may name."""

    sources: dict[str, Source] = attrs.field(factory=dict)
    facts: set[str] = attrs.field(factory=set)
    claims: set[str] = attrs.field(factory=set)
    _ids: dict[str, str] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        for source in self.sources.values():
            self._ids.update(dict.fromkeys(_called(source), source.id))

    def define(self, source: Source) -> None:
        """Add a source, or replace it.

        Raises:
            ValueError: one of its names is another source's.
        """
        for name in _called(source):
            other = self._ids.get(name, source.id)
            if other != source.id:
                raise ValueError(
                    f"{name!r} already names the source {other!r}; "
                    f"to say more about that one, define it under the id {other!r}"
                )
        self._ids = {name: known for name, known in self._ids.items() if known != source.id}
        self._ids.update(dict.fromkeys(_called(source), source.id))
        self.sources[source.id] = source

    def source(self, name: str) -> str:
        """Return the id of the source that has *name* as id, name or alias."""
        found = self._ids.get(name.casefold())
        if found is None:
            raise UnknownName("source", name, self.sources)
        return found


def _called(source: Source) -> set[str]:
    return {name.casefold() for name in (source.id, source.title, *source.aliases)}


def definitions(tables: Iterable[Table], names: Names) -> list[CurationEvent]:
    """Read the sources and facts that curation files define, and add them to *names*."""
    events: list[CurationEvent] = []
    seen: dict[str, str] = {}
    for table in tables:
        for one in table.tables("sources"):
            one.only("id", "name", "aliases", "group")
            with one.naming("id"):
                source = Source(
                    one.text("id"), one.text("name", ""), one.texts("aliases"), one.flag("group")
                )
            _once(one, f"source {source.id}", seen)
            try:
                names.define(source)
            except ValueError as error:
                raise one.fault("", str(error)) from error
            events.append(SourceDefined(source))
        for one in table.tables("facts"):
            one.only("id", "title", "kind")
            with one.naming("id"):
                described = FactDescribed(one.text("id"), one.text("title"), one.text("kind", ""))
            _once(one, f"fact {described.fact}", seen)
            names.facts.add(described.fact)
            events.append(described)
    return events


def _once(table: Table, what: str, seen: dict[str, str]) -> None:
    here = f"{table.file}: {table.place}"
    if seen.setdefault(what, here) != here:
        raise table.fault("id", f"{what} is described twice (first at {seen[what]})")


def joins(tables: Iterable[Table], names: Names) -> list[CurationEvent]:
    """Read what curation files join and divide; it may name the facts of any file."""
    events: list[CurationEvent] = []
    for table in tables:
        for one in table.tables("links"):
            one.only("claim", "fact")
            with one.naming("claim"):
                link = ClaimLinked(one.text("claim"), fact_named(one, names))
            events.append(link)
            _claims_exist(one, "claim", (link.claim,), names)
        for one in table.tables("merges"):
            one.only("fact", "into")
            with one.naming("into"):
                merge = FactsMerged(fact_named(one, names), fact_named(one, names, "into"))
                events.append(merge)
        for one in table.tables("splits"):
            one.only("fact", "into", "claims")
            fact, into = fact_named(one, names), fact_named(one, names, "into")
            with one.naming("claims"):
                split = FactSplit(fact, into, one.texts("claims"))
            events.append(split)
            _claims_exist(one, "claims", split.claims, names)
        for one in table.tables("source_merges"):
            one.only("source", "into")
            source, into = source_named(one, "source", names), source_named(one, "into", names)
            with one.naming("into"):
                events.append(SourcesMerged(source, into))
    return events


def _claims_exist(table: Table, key: str, claims: Iterable[str], names: Names) -> None:
    for claim in claims:
        if claim not in names.claims:
            raise table.fault(key, f"no claim is called {claim!r}{near(claim, names.claims)}")


def fact_named(table: Table, names: Names, key: str = "fact") -> str:
    """Return the fact that the table names; it must be described somewhere."""
    fact = table.text(key)
    with table.naming(key):
        check_id(fact, key)
    if fact not in names.facts:
        hint = near(fact, names.facts) or "; describe it under [[facts]]"
        raise table.fault(key, f"no fact is called {fact!r}{hint}")
    return fact


def source_named(table: Table, key: str, names: Names, name: str | None = None) -> str:
    """Return the id of the source that the table names by id, name or alias."""
    try:
        return names.source(table.text(key) if name is None else name)
    except UnknownName as error:
        raise table.fault(key, f"{error}; define it under [[sources]]") from error
