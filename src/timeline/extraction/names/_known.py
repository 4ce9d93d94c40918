"""Sources that are known, by id and by the words of their names.

One look-up finds whom an article means, however many are known. An archive comes to know tens of
thousands; to index them anew for each article would take longer than to read it, and to hold them
all would let memory grow with the archive. So what is looked up lies in tables, which are kept as
sources come in, and may lie elsewhere.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, MutableMapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from timeline.extraction.english._groups import GROUPS
from timeline.extraction.names._entries import entries_of
from timeline.extraction.names._tables import at_hand
from timeline.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.extraction.names._entries import Entry, Key
    from timeline.extraction.names._tables import Table, Tables

_MIN_KEY: Final = 2
"""How many words a meaning must have to stand for a source: one says too little."""

_MANY: Final = 2_000
"""Up to so many meanings are gone through for one that holds some words."""

_SEEN: Final = 8_192
"""How many words are remembered, with whether a name begins so."""

_by_rank: Final = itemgetter(0)


class _Cues(dict[str, bool]):
    """Whether a name may begin with a word, or a group end: asked of each word of a text.

    Args:
        first: the table of first words.
    """

    def __init__(self, first: Table) -> None:
        super().__init__()
        self._first = first

    def __missing__(self, word: str) -> bool:
        if len(self) >= _SEEN:
            self.clear()
        found = self[word] = word in GROUPS or self._first.get(word) is not None
        return found


class KnownSources(MutableMapping[str, Source]):
    """Sources by id, for an extractor that reads many articles.

    It is a mapping like any other, in the order in which the sources came in: of two with one
    name, the first keeps it. `RuleExtractor` finds the same with it as with a plain dictionary of
    the same order.

    Args:
        sources: sources to begin with.
        tables: gives the tables in which they lie; what these hold already is known. By default
            all is held in memory.

    >>> from timeline.model import Source
    >>> known = KnownSources()
    >>> known["nis"] = Source("nis", "National Intelligence Service")
    >>> "nis" in known, len(known)
    (True, 1)
    """

    def __init__(
        self, sources: Mapping[str, Source] | None = None, *, tables: Tables = at_hand
    ) -> None:
        # Each source has a rank, which tells who came in first. Lists are in the order of ranks.
        self._sources = tables("known")
        """By id: rank, name, aliases, whether it is a group."""
        self._first = tables("first")
        """By the first word of names: of how many words they are, the most first, and how many."""
        self._whole = tables("whole")
        """By all words of a name: rank, the name as written if it is one word, id."""
        self._meant = tables("meant")
        """By what a name means: rank and id."""
        self._last = tables("last")
        """By the last name of persons: rank and id."""
        self._called = tables("called")
        """By id and names, whatever their case: rank and id."""
        self._counts = tables("counts")
        # All meanings, as long as they are few; to find them in tables takes going through these.
        self._few: dict[str, Key] | None = None if self._count("meant") else {}
        self.cues = _Cues(self._first)
        """Whether a word without a capital letter can begin a name, or end a group."""
        self.update(sources or {})

    @classmethod
    def of(cls, sources: Mapping[str, Source]) -> KnownSources:
        """Return *sources* with what is looked up in them; those that have it as they are."""
        if isinstance(sources, cls):
            return sources
        return cls({source.id: source for source in sources.values()})

    # ---- By id ---------------------------------------------------------------------------------

    def __getitem__(self, name: str) -> Source:
        found = self._sources.get(name)
        if found is None:
            raise KeyError(name)
        return _source(name, found)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._sources.get(name) is not None

    def __iter__(self) -> Iterator[str]:
        names = list(self._sources.keys())
        return iter(sorted(names, key=lambda name: _by_rank(self._sources.get(name))))

    def __len__(self) -> int:
        return self._counts.get("sources") or 0

    def __setitem__(self, name: str, source: Source) -> None:
        found = self._sources.get(name)
        now = entries_of(source)
        if found is None:
            rank = self._counted("ranks", 1)
            self._counted("sources", 1)
            self._enter(rank, name, now)
            self._call(rank, source, ())
        else:
            rank, old = found[0], _source(name, found)
            if old == source:
                return
            before = entries_of(old)
            if now[: len(before)] == before:
                self._enter(rank, name, now[len(before) :])
            else:  # it goes by other names now
                self._leave(name, before)
                self._enter(rank, name, now)
            self._call(rank, source, _called(old))
        self._sources.put(name, [rank, source.name, list(source.aliases), source.group])

    def __delitem__(self, name: str) -> None:
        source = self[name]
        self._leave(name, entries_of(source))
        for one in _called(source):
            _take_out(self._called, one, name)
        self._sources.drop(name)
        self._counted("sources", -1)

    # ---- By name -------------------------------------------------------------------------------

    def lengths(self, word: str) -> list[int]:
        """Return how many words the names have that begin with a word, the most first.

        Args:
            word: the word, in lower case.
        """
        return [length for length, _ in self._first.get(word) or ()]

    def whole(self, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """Yield who goes by a name, first come first, as it is written if it is one word.

        Args:
            words: the words of the name, in lower case.

        Returns:
            The name as written, or empty; and the id of the source.
        """
        for _, exact, name in self._whole.get(_joined(words)) or ():
            yield exact, name

    def by_key(self, key: Key) -> str | None:
        """Return the id of the source whose name means *key*; None where there is none."""
        if len(key) < _MIN_KEY:
            return None
        return _first_of(self._meant.get(_joined(sorted(key))))

    def holding(self, key: Key) -> set[str]:
        """Return the sources whose names mean all of *key*, and maybe more.

        Where very many are known it would say little, and is empty.
        """
        if self._count("meant") > _MANY:
            return set()
        if self._few is None:
            keys = list(self._meant.keys())
            self._few = {joined: frozenset(joined.split("\t")) for joined in keys}
        found = [joined for joined, known in self._few.items() if key <= known]
        return {name for one in found if (name := _first_of(self._meant.get(one))) is not None}

    def person(self, last: str) -> str | None:
        """Return the id of the person of that last name, as written; None where there is none."""
        return _first_of(self._last.get(last))

    def is_person(self, name: str) -> bool:
        """Whether a source, by its id, is a person, as far as its names show."""
        source = self.get(name)
        return source is not None and any(one.person for one in entries_of(source))

    def called(self, name: str) -> Source | None:
        """Return who has *name* as id, name or alias, whatever its case and article, or None."""
        found = _first_of(self._called.get(folded(name)))
        return None if found is None else self.get(found)

    # ---- Keeping the tables --------------------------------------------------------------------

    def _count(self, what: str) -> int:
        return self._counts.get(what) or 0

    def _counted(self, what: str, number: int) -> int:
        """Count further, and return the new count."""
        found = self._count(what) + number
        self._counts.put(what, found)
        return found

    def _enter(self, rank: int, name: str, entries: Iterable[Entry]) -> None:
        for words, exact, key, person in entries:
            if _put_in(self._whole, _joined(words), [rank, exact, name]):
                self._count_length(words, 1)
            if len(key) >= _MIN_KEY:
                joined = _joined(sorted(key))
                if _put_in(self._meant, joined, [rank, name]):
                    self._counted("meant", 1)
                    if self._few is not None:
                        self._few[joined] = key
            if person:
                _put_in(self._last, person, [rank, name])
        if self._few is not None and len(self._few) > _MANY:
            self._few = None

    def _leave(self, name: str, entries: Iterable[Entry]) -> None:
        for words, _, key, person in entries:
            if _take_out(self._whole, _joined(words), name):
                self._count_length(words, -1)
            if len(key) >= _MIN_KEY:
                joined = _joined(sorted(key))
                if _take_out(self._meant, joined, name):
                    self._counted("meant", -1)
                    if self._few is not None:
                        del self._few[joined]
            if person:
                _take_out(self._last, person, name)

    def _call(self, rank: int, source: Source, former: Iterable[str]) -> None:
        """Let a source be called by its names, and no more by its *former* ones."""
        now, before = _called(source), set(former)
        for one in now:
            if one not in before:
                _put_in(self._called, one, [rank, source.id])
        for one in before.difference(now):
            _take_out(self._called, one, source.id)

    def _count_length(self, words: tuple[str, ...], number: int) -> None:
        """Count the names of a first word that have as many words as *words*."""
        counts = dict(self._first.get(words[0]) or ())
        counts[len(words)] = counts.get(len(words), 0) + number
        left = [[length, count] for length, count in sorted(counts.items(), reverse=True) if count]
        if left:
            self._first.put(words[0], left)
        else:
            self._first.drop(words[0])
        self.cues.pop(words[0], None)


def folded(name: str) -> str:
    """Return a name as it is compared whatever its case and article."""
    return name.casefold().removeprefix("the ")


def _called(source: Source) -> dict[str, None]:
    return dict.fromkeys(map(folded, (source.id, source.name, *source.aliases)))


def _source(name: str, plain: list[Any]) -> Source:
    _, shown, aliases, group = plain
    return Source(name, shown, aliases, group)


def _joined(words: Iterable[str]) -> str:
    return "\t".join(words)  # which stands in no word


def _first_of(found: list[list[Any]] | None) -> str | None:
    """Return the id of the first of a list."""
    return found[0][-1] if found else None


def _put_in(table: Table, key: str, entry: list[Any]) -> bool:
    """Put an entry on the list of a key, behind those of its rank; say whether it is the first."""
    found = table.change(key)
    if found is None:
        table.put(key, [entry])
    elif entry not in found:
        bisect.insort(found, entry, key=_by_rank)
    return found is None


def _take_out(table: Table, key: str, name: str) -> bool:
    """Take a source off the list of a key; say whether nothing was left of it."""
    found = table.change(key)
    if found is None:
        return False
    found[:] = [entry for entry in found if entry[-1] != name]
    if found:
        return False
    table.drop(key)
    return True
