"""The facade: one object that takes articles in and answers what was known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self, Unpack

from timeline._timeline._question import Date, Question, Stretch, as_of_date, today
from timeline.dates import When
from timeline.errors import InvalidInput, UnknownName
from timeline.ingestion import record
from timeline.model import AsOf, Event, Source
from timeline.queries import (
    ChronologyTable,
    Diff,
    Engine,
    Explanation,
    FigureTable,
    ForecastTable,
    History,
    Knowledge,
    chronology_as_of,
    diff_of,
    explained,
    forecasts_as_of,
    history_of,
    names_of,
    provenance_as_of,
)
from timeline.store import EventStore, ExpectedVersion, File, Head, MemoryStore, SqliteStore

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping
    from collections.abc import Set as AbstractSet
    from types import TracebackType

    from timeline.extraction import Extractor
    from timeline.formats import LossReport, TakenIn
    from timeline.ingestion import (
        ArticleDefaults,
        DoubtfulClaim,
        DoubtfulPair,
        Ingestion,
        Intake,
        Item,
    )
    from timeline.model import Article, Clock
    from timeline.projections import Handed, Projection


class Timeline:
    """A collection of articles as streams of dated events, and what was known of them when.

    >>> tl = Timeline.read("fixtures/streams")
    >>> fact = tl.known(on="2025-01-20")["pow-capture"]
    >>> fact.status, fact.occurred
    (<Status.REPORTED: 'reported'>, When('[..2025-01-20]'))

    A question is a date, and by name what else `AsOf` has: clock, recorded, refused, zone.

    Args:
        store: where the events are; `Timeline.open` and `Timeline.in_memory` make one.
    """

    def __init__(self, store: EventStore) -> None:
        self.store = store
        self._engine = Engine(store)
        self._extractor: Extractor | None = None
        self._intake: Intake | None = None

    def __repr__(self) -> str:
        return f"<Timeline in {self.store.name}>"

    # ---- Opening and closing -----------------------------------------------------------------

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, create: bool = True) -> Self:
        """Open a store that is kept in an SQLite file.

        Args:
            path: the file.
            create: make it if it is not there.

        Raises:
            NotAStore: the file is not a store, or is not there and not to be made.
        """
        return cls(SqliteStore.open(path, create=create))

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty collection that is gone when the program ends."""
        return cls(MemoryStore())

    @classmethod
    def read(cls, *items: Item, extractor: Extractor | None = None) -> Self:
        """Return a collection in memory of what some articles and curated streams hold.

        Args:
            items: as for `ingest`.
            extractor: what reads the articles; rules of English by default.

        Raises:
            InvalidInput: a file is at fault. `ingest` takes in the others and reports it instead.
        """
        collection = cls.in_memory()
        if extractor is not None:
            collection.extractor = extractor
        left_out = collection.ingest(*items).left_out
        if left_out:
            raise InvalidInput(left_out[0].path, "", left_out[0].reason)
        return collection

    def close(self) -> None:
        """Let go of the store."""
        try:
            if self._intake is not None:
                from timeline.ingestion import SOME  # noqa: PLC0415 - as `ingest`

                self._intake.keep(SOME)
        finally:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None and not issubclass(kind, Exception):
            self.store.close()  # somebody wants to be gone; what was not kept can be had again
        else:
            self.close()

    # ---- Taking in -----------------------------------------------------------------------------

    def ingest(
        self,
        *items: Item,
        defaults: ArticleDefaults | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Ingestion:
        """Take in articles, which are read by the extractor, and curated streams, as they are.

        Taking the same thing in again adds nothing. A changed one adds curation, or news where the
        outlet dates its correction; earlier answers stay in `recorded` history either way.

        Args:
            items: articles in hand, files, or folders of files. Curated streams, which are TOML
                files, are taken in all or none; articles one by one.
            defaults: the outlet, the date and the like of articles that do not say them.
            progress: called with how many files of articles are done, and how many there are.

        Returns:
            What was added to each stream, and what was left out and why.

        Raises:
            InvalidInput: a curated file is at fault, or a path holds nothing to take in.
            DifferentHistory: a curated file contradicts the news that the store holds.
        """
        from timeline.ingestion import ingest  # noqa: PLC0415 - not light, and questions need it not

        return ingest(self._engine, self._taker, items, defaults=defaults, progress=progress)

    @property
    def extractor(self) -> Extractor:
        """What reads articles: rules of English by default; any other can be set instead."""
        if self._extractor is None:
            from timeline.extraction import RuleExtractor  # noqa: PLC0415 - as above

            self._extractor = RuleExtractor()
        return self._extractor

    @extractor.setter
    def extractor(self, extractor: Extractor) -> None:
        self._extractor = extractor
        if self._intake is not None:
            self._intake.extractor = extractor

    def doubtful(self, below: float | None = None) -> tuple[DoubtfulClaim | DoubtfulPair, ...]:
        """Return what a person may want to look at: unsure claims, and facts that may be one.

        What a person has looked at, and decided by `record`, is not among it again.

        Args:
            below: the confidence below which a claim is shown; None for the usual one.
        """
        from timeline.ingestion import UNSURE, doubtful_claims, doubtful_pairs  # noqa: PLC0415 - as above

        taker = self._taker()
        limit = UNSURE if below is None else below
        return (*doubtful_claims(taker, limit), *doubtful_pairs(taker))

    def _taker(self) -> Intake:
        if self._intake is None:
            from timeline.ingestion import Intake  # noqa: PLC0415 - as above

            self._intake = Intake(self.store, self.extractor)
        return self._intake

    def record(
        self,
        *events: Event,
        stream: str | None = None,
        expected: ExpectedVersion | int | None = None,
    ) -> Head:
        """Append events by hand: a correction, a retraction, a link, a merge, a split.

        Each goes to the stream that it belongs to, all of them or none.

        Args:
            events: the events, in order.
            stream: another stream for all of them, such as `timeline.model.CURATION`.
            expected: the version that the stream must have, where all go to one stream.

        Raises:
            UnknownName: an event speaks of a claim, a fact or an article that is not there.
            InvalidValue: an article or a claim is there already.
            WrongExpectedVersion: the stream is not at the version expected.
        """
        return record(self._engine, events, stream=stream, expected=expected)

    # ---- Asking --------------------------------------------------------------------------------

    def known(self, on: Date, **question: Unpack[Question]) -> Knowledge:
        """Return what was known by the end of a date."""
        return Knowledge(self._engine, as_of_date(on, question))

    def diff(self, before: Date, after: Date, **question: Unpack[Question]) -> Diff:
        """Return what was learned, changed and withdrawn from one date to another."""
        return diff_of(self.known(before, **question), self.known(after, **question))

    def history(self, fact: str, on: Date | None = None, **question: Unpack[Question]) -> History:
        """Return one fact's life, step by step, up to a date (today).

        Raises:
            UnknownName: nothing was known of such a fact.
        """
        as_of = as_of_date(today() if on is None else on, question)
        with self._engine.lock:
            view = self._engine.view_of(fact, as_of, self._engine.position(as_of))
            name = fact if view.steps.of(fact) is not None else view.resolution.surviving(fact)
            found = history_of(view, name, as_of)
        if found is None:
            raise UnknownName(f"fact known on {as_of.known}", fact, self.known(as_of))
        return found

    def explain(self, fact: str, on: Date, **question: Unpack[Question]) -> Explanation:
        """Return why a fact stood as it did: claims, chains of sources, exact quotes.

        Raises:
            UnknownName: nothing was known of such a fact on that date.
        """
        as_of = as_of_date(on, question)
        with self._engine.lock:
            known = self.known(as_of)[fact]
            view = self._engine.view_of(known.id, as_of, self._engine.position(as_of))
            return explained(view, known, as_of)

    def chronology(
        self, occurred: Stretch | None = None, *, on: Date, **question: Unpack[Question]
    ) -> ChronologyTable:
        """Return what happened and was said in a stretch of time (all of it), as known on a date.

        It is in order of happening; what may have happened in the stretch is in it, too.
        """
        as_of = as_of_date(on, question)
        stretch = None if occurred is None else When.of(occurred)
        with self._engine.lock:
            view = self._engine.view(as_of)
            return chronology_as_of(view, as_of, stretch, names_of(view))

    def figures(self, on: Date, **question: Unpack[Question]) -> FigureTable:
        """Return the figures that were known on a date, by measure."""
        return self.known(on, **question).figures

    def forecasts(self, on: Date, **question: Unpack[Question]) -> ForecastTable:
        """Return what had been forecast by a date, and what became of it."""
        as_of = as_of_date(on, question)
        with self._engine.lock:
            view = self._engine.view(as_of)
            return forecasts_as_of(view, as_of, names_of(view))

    def provenance(self, on: Date, **question: Unpack[Question]) -> tuple[Handed, ...]:
        """Return who had what from whom, as the claims known on a date tell."""
        as_of = as_of_date(on, question)
        with self._engine.lock:
            return provenance_as_of(self._engine.view(as_of), as_of)

    def project(
        self, projection: Projection[Any, Any], as_of: Date, *, possible: bool = False
    ) -> Any:  # noqa: ANN401 - what the projection answers
        """Run a projection of your own.

        Args:
            projection: the projection.
            as_of: the question, or its date.
            possible: fold what was only possibly known, too.

        Returns:
            What its `finish` returns; a lazy mapping of that by key where it has keys.
        """
        return self._engine.project(projection, as_of_date(as_of, {}), possible=possible)

    # ---- The collection ------------------------------------------------------------------------

    def last_news(self, clock: Clock | str = "stated") -> When | None:
        """Return the day from whose end on all was certainly known, by a clock."""
        as_of = AsOf(When.day(0), clock=clock)
        with self._engine.lock:
            last = self._engine.view(as_of).steps.last_news()
        return None if last is None else When.day(last)

    @property
    def sources(self) -> Mapping[str, Source]:
        """The sources that are defined, by id."""
        return dict(self._engine.resolution(self.store.head().position).sources)

    @property
    def facts(self) -> AbstractSet[str]:
        """The ids of all facts that the collection tells of or describes, known when or not."""
        state = self._engine.resolution(self.store.head().position)
        return {*state.facts(), *state.described_facts()} - {*state.merged_facts()}

    def surviving(self, fact: str) -> str:
        """Return the fact that *fact* was merged into; *fact* itself if into none."""
        return self._engine.resolution(self.store.head().position).surviving(fact)

    def export(
        self,
        file: File,
        format: str = "csv",  # noqa: A002 - the word that users have for it
        on: Date | None = None,
        **question: Unpack[Question],
    ) -> LossReport:
        """Write the collection to a file of another format, and say what that could not carry.

        Args:
            file: where to; a path must not be there yet.
            format: one of `timeline.formats.formats()`.
            on: the date of the answers, for formats that hold answers; today.

        Raises:
            UnknownName: there is no such format.
            StoreError: there is such a file already, or it cannot be written.
        """
        from timeline.formats import Contents, export  # noqa: PLC0415 - as above
        from timeline.rendering import in_words  # noqa: PLC0415 - as above

        as_of = as_of_date(today() if on is None else on, question)
        return export(Contents(self._engine, as_of, words=in_words), file, format)

    def take_in(
        self,
        file: File,
        format: str = "csv",  # noqa: A002 - as above
        *,
        article: Article | None = None,
    ) -> TakenIn:
        """Append the events of a file of another format, all of them or none.

        Args:
            file: the file.
            format: one of `timeline.formats.formats()`.
            article: what the file is taken for, in a format that has no articles.

        Raises:
            InvalidInput: the file is not in the format, or an event of it does not fit.
        """
        from timeline.formats import take_in  # noqa: PLC0415 - as above

        return take_in(self.store, file, format, article=article)

    def verify(
        self,
        *,
        head: Head | str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        """Check that nothing stored was changed, lost or damaged, and return the head.

        Args:
            head: a head, or its hash, that was kept elsewhere: finds a log cut short, too.
            progress: called with the events checked and their number.

        Raises:
            BrokenStore: something is wrong; it names the first position.
        """
        return self.store.verify(head=head, progress=progress)
