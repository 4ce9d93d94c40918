"""When what became known: the news of each fact in fold order, by one clock."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import attrs

from timeline.model import (
    Basis,
    Clock,
    Known,
    spelled,
    stated_known,
)
from timeline.projections import News, fold_order
from timeline.queries._decoding import Ref, decoded
from timeline.queries._entries import BASES, NONE, RETRACTED, STATED
from timeline.queries._line import Line, overdue_days
from timeline.queries._rewrites import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates import When
    from timeline.model import FactDescribed
    from timeline.queries._line import Heard, Placed
    from timeline.queries._resolution import Resolution


@attrs.frozen
class Lens:
    """The part of a question that decides what "known" means; see `timeline.model.AsOf`."""

    clock: Clock
    refused: frozenset[Basis]
    zone: str | None

    @property
    def name(self) -> str:
        """What caches call it."""
        refused = ",".join(sorted(basis.value for basis in self.refused))
        return f"{self.clock}/{refused}/{self.zone or ''}"


class Index:
    """The news of a resolution, seen through a lens; worked out fact by fact, when asked."""

    def __init__(
        self, resolution: Resolution, lens: Lens, lock: threading.RLock | None = None
    ) -> None:
        self.resolution = resolution
        self.lens = lens
        self.lock = lock or threading.RLock()
        """Held while a fact is judged."""
        self.whens = resolution.whens
        """The dates of answers, which are most often those of claims."""
        self.same: dict[int, int] = {}
        """The numbers of days, each kept once."""
        self.judged = 0
        """How many times facts were judged so that no cache has it."""
        self._days: list[Known | None] = []

    def line(self, fact: str) -> Line:
        """Return the news about *fact*, in fold order, nothing decoded."""
        placed: list[Placed] = []
        for claim in self.resolution.claims_of(fact):
            self._place(claim, placed)
        return Line.of(placed, self.same)

    def more(self, line: Line, claim: int, entry: int | None) -> tuple[Line, list[int], int | None]:
        """Return *line* with a new *entry* of a claim (None is all of them), and what that moves.

        That is the days on which the answer can change by it, and the first of all days on which
        it is another; None is the first of all.
        """
        placed: list[Placed] = []
        self._place(claim, placed)
        if entry is not None:
            placed = [one for one in placed if one[5] == entry]
        days: set[int] = {one[0] for one in placed}
        days.update(one[2] for one in placed if one[1])
        days.update(overdue_days(self.resolution, [one[5] for one in placed]))
        always = any(not one[1] for one in placed)
        # A forecast can have been overdue when it became known: steps count from its day on.
        since = None if always else min(days, default=None)
        more = line.with_more(placed, self._order, self.same)
        return more, [self.same.setdefault(day, day) for day in days], since

    def days(self, line: Line) -> list[int]:
        """Return the days on which an answer about the fact of *line* can change, in order."""
        return [self.same.setdefault(day, day) for day in line.days(self.resolution)]

    def described(self, fact: str) -> FactDescribed | None:
        """Return the title and kind of *fact*."""
        return self.resolution.described(fact)

    def facts(self) -> Iterable[str]:
        """Return the facts that some claim is about."""
        return self.resolution.facts()

    def _order(self, line: Line, place: int) -> Placed:
        columns = self.resolution.columns
        entry = line.entries[place]
        earliest = line.earliest[place]
        stream = self.resolution.articles.names.values[
            columns.article[columns.entries.claim[entry]]
        ]
        return (
            line.latest[place],
            earliest is not None,
            earliest or 0,
            stream,
            columns.entries.version[entry],
            entry,
            line.printed[place],
        )

    def news(self, fact: str, line: Line) -> list[News]:
        """Decode the news of the line of *fact*."""
        del fact
        return self.read([self._order(line, place) for place in range(len(line))])

    def everything(self, entries: int = 0, articles: int = 0) -> list[Placed]:
        """Return all news, in fold order, that about articles included; nothing is decoded.

        Of news about an article, the number of the entry is negative.

        Args:
            entries: leave out so many entries, those that came first.
            articles: and so much of the news about articles.
        """
        placed: list[Placed] = []
        columns = self.resolution.columns
        claims: Iterable[int] = range(len(columns))
        if entries:
            claims = sorted(set(columns.entries.claim[entries:]))
        for claim in claims:
            if columns.fact[claim] != NOWHERE:
                self._place(claim, placed)
        placed = [one for one in placed if one[5] >= entries]
        placed += self._of_articles(articles)
        placed.sort()
        return placed

    def read(self, placed: Sequence[Placed]) -> list[News]:
        """Decode news of which time and entries are known."""
        return decoded(self.resolution, [self._ref(one) for one in placed])

    def told_on(self, heard: Heard) -> When:
        """Return when a wording was stated, whatever the clock, in the words of its date.

        It rests on the wording alone, so that an answer stays as it was when more is read.
        """
        return self._in_words(
            heard.known,
            heard.date,
            heard.published,
            (heard.basis, heard.occurred) if heard.stated else None,
        )

    # ---- Placing news in time ----------------------------------------------------------------

    def _known(self, number: int) -> Known:
        """Return the days of a date by its number."""
        days = self._days
        if number >= len(days):
            days += [None] * (len(self.whens) - len(days))
        known = days[number]
        if known is None:
            known = Known.of(self.whens.at(number), self.lens.zone)
            days[number] = known
        return known

    def _place(self, claim: int, placed: list[Placed]) -> None:
        columns, articles = self.resolution.columns, self.resolution.articles
        entries = columns.entries
        entry = columns.current[claim]
        article = columns.article[claim]
        printed = articles.date[article]
        known = self._stated(entry, printed)
        if known is None:
            return
        stream = articles.names.values[article]
        placed.append((*fold_order(known, stream, entries.version[entry]), entry, printed))
        # Each is dated by itself and its claim alone: no change moves when another was known.
        for change in columns.changes_of(claim):
            changed = self._known(entries.date[change]).not_before(known)
            placed.append((*fold_order(changed, stream, entries.version[change]), change, printed))

    def _stated(self, entry: int, printed: int) -> Known | None:
        published = self._known(printed)
        if self.lens.clock is Clock.PUBLISHED:
            return published
        entries = self.resolution.entries
        basis = self._believed(BASES[entries.basis[entry]])
        if basis is None:
            return None
        if basis is Basis.PUBLISHED:
            return published
        date = entries.date[entry]
        stated = self._known(date) if date >= 0 else None
        return _by_basis(basis, published, stated, entries.whens.get(entries.occurred[entry]))

    def _believed(self, basis: Basis) -> Basis | None:
        """Return the basis that is believed; None where the claim is to be left out."""
        if not self.lens.refused:
            return basis
        believed = Basis.PUBLISHED if basis in self.lens.refused else basis
        return None if believed in self.lens.refused else believed

    def _in_words(
        self,
        known: Known,
        date: When | None,
        published: When,
        said: tuple[Basis, When | None] | None,
    ) -> When:
        """Return when a statement was made, or a change of one, for which *said* is None."""
        if said is None:
            assert date is not None  # whatever else became known is dated
            return spelled(known, date)
        basis = self._believed(said[0]) or Basis.PUBLISHED
        if basis is Basis.PUBLISHED:
            return published
        occurred = said[1]
        zone = self.lens.zone
        stated = None if date is None else Known.of(date, zone)
        found = _by_basis(basis, Known.of(published, zone), stated, occurred)
        began = None if occurred is None else occurred.start
        return spelled(found, date if basis is Basis.DATED else began, published)

    # ---- Decoding ---------------------------------------------------------------------------

    def _ref(self, placed: Placed) -> Ref:
        latest, is_bounded, earliest, stream, version, entry, printed = placed
        known = Known(earliest if is_bounded else None, latest)
        columns = self.resolution.columns
        entries, whens = columns.entries, columns.entries.whens
        published = whens.at(printed)
        if entry < 0:
            position, date = (self.resolution.articles.news[one][~entry] for one in (0, 3))
            stated = published if date == NONE else spelled(known, whens.at(date))
            return Ref(known, position, position, None, stated, stream, version, None)
        claim = entries.claim[entry]
        date_told, occurred = whens.get(entries.date[entry]), whens.get(entries.occurred[entry])
        said, previous = None, None
        if entries.kind[entry] == STATED:
            said = (BASES[entries.basis[entry]], occurred)
        else:
            before = columns.current[claim]
            for change in columns.changes_of(claim):
                if change == entry:
                    break
                if entries.kind[change] != RETRACTED:
                    before = change
            previous = entries.content[before]
        return Ref(
            known,
            entries.position[entry],
            entries.content[entry],
            previous,
            self._in_words(known, date_told, published, said),
            stream,
            version,
            columns.fact[claim],
        )

    def _of_articles(self, after: int) -> Iterator[Placed]:
        """Yield the news about articles but for some that came first."""
        articles = self.resolution.articles
        for number, (_, version, article, date) in enumerate(zip(*articles.news, strict=True)):
            if number >= after:
                printed = articles.date[article]
                known = self._known(printed)
                if date != NONE:
                    known = self._known(date).not_before(known)
                stream = articles.names.values[article]
                yield (*fold_order(known, stream, version), ~number, printed)


def _by_basis(basis: Basis, published: Known, stated: Known | None, occurred: When | None) -> Known:
    return stated_known(
        basis,
        published=published,
        stated=(None, None) if stated is None else (stated.earliest, stated.latest),
        began=(None, None)
        if occurred is None
        else (occurred.start_earliest, occurred.start_latest),
    )
