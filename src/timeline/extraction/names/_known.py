"""Sources that are known, with what the rules look up in them kept as sources come in.

An archive comes to know tens of thousands; to index them anew for each article would take longer
than to read it.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import TYPE_CHECKING

from timeline.extraction.names._index import SourceIndex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model import Source


class KnownSources(MutableMapping[str, "Source"]):
    """Sources by id, for an extractor that reads many articles.

    It is a mapping like any other, and `RuleExtractor` finds the same with it as with a plain
    dictionary of the same order.

    Args:
        sources: sources to begin with.

    >>> from timeline.model import Source
    >>> known = KnownSources()
    >>> known["nis"] = Source("nis", "National Intelligence Service")
    >>> "nis" in known, len(known)
    (True, 1)
    """

    def __init__(self, sources: Mapping[str, Source] | None = None) -> None:
        self._sources: dict[str, Source] = {}
        self._index: SourceIndex | None = SourceIndex(self._sources)
        self.update(sources or {})

    @property
    def index(self) -> SourceIndex:
        """The names of the sources, ready to be looked up."""
        if self._index is None:
            self._index = SourceIndex.of(self._sources)
        return self._index

    def __getitem__(self, name: str) -> Source:
        return self._sources[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def __contains__(self, name: object) -> bool:
        return name in self._sources

    def __setitem__(self, name: str, source: Source) -> None:
        old = self._sources.get(name)
        self._sources[name] = source
        if old == source or self._index is None:
            return
        if old is not None and not self._index.extend(old, source):
            self._index = None  # it goes by other names now: index all anew when next asked
        elif old is None:
            self._index.add(source)

    def __delitem__(self, name: str) -> None:
        del self._sources[name]
        self._index = None
