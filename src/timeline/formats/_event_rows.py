"""The rows of the event table: each event's own cells, and what the collection makes of it."""

from __future__ import annotations

import datetime as dt
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import orjson

from timeline.formats._columns import NAMES
from timeline.formats._inert import inert
from timeline.formats._rows import bound, cells_of
from timeline.formats._words import is_exact
from timeline.model import (
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    Known,
    SourceDefined,
    SourcesMerged,
    article_of,
    spelled,
    stated_known,
)
from timeline.store import UPCASTERS, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates import When
    from timeline.formats._format import Contents
    from timeline.formats._loss import Losses
    from timeline.formats._rows import Cells
    from timeline.store import RecordedEvent

_FIRST_DAY, _LAST_DAY = 1, dt.date.max.toordinal()


class EventRows:
    """Makes rows of the events of a collection, in the order in which they were recorded.

    Args:
        contents: the collection.
        losses: counts what a row cannot carry.
    """

    def __init__(self, contents: Contents, losses: Losses) -> None:
        self._contents = contents
        self._losses = losses
        self._changed: dict[str, list[str]] = {}
        """Of claims and articles that were changed, the events that hold each wording."""
        # Not the resolution's: it keeps every article that it reads, and there may be millions.
        self._article = lru_cache(maxsize=1024)(self._read_article)

    def __iter__(self) -> Iterator[Cells]:
        return (self._row(record) for record in self._contents.records())

    def _row(self, record: RecordedEvent) -> Cells:
        event = record.event
        type_, payload, digest = record.type, record.payload, record.hash
        if type_ in UPCASTERS:
            type_, payload = encode(event)
            digest = ""
            what = "written as its type is today, so that its hash had to be left out"
            self._losses.add(what, "event", _event_id(record))
        row: Cells = dict.fromkeys(NAMES)
        row |= cells_of(type_, orjson.loads(payload))
        row |= {
            "event_id": _event_id(record),
            "stream_id": record.stream,
            "seq": record.version,
            "position": record.position,
            "recorded_at": record.recorded_at,
            "hash": digest or None,
            "supersedes": self._superseded(event, _event_id(record)),
            "message": inert(_message(event)),
        }
        self._of_claim(row, event)
        row["datetime"], row["timestamp_desc"] = _dated(event, record.recorded_at)
        return row

    def _of_claim(self, row: Cells, event: Event) -> None:
        """Add what is worked out for rows about claims."""
        claim: Claim | None = None
        match event:
            case ClaimStated(claim=said) | ClaimCorrected(claim=said) | ClaimRevised(claim=said):
                row["origin_id"] = said.attribution.origin
                claim, name = said, said.id
            case ClaimRetracted(claim=name):
                pass
            case _:
                return
        row["fact_id"] = self._contents.resolution.fact_of(name)
        row["article_id"] = article_of(name)
        article = self._article(article_of(name))
        if article is not None:
            row["published_edtf"] = str(article.published)
            row["article_url"] = inert(article.url) or None
            row["article_sha256"] = inert(article.sha256) or None
            if claim is not None and claim.stated is None:
                row["stated_edtf"] = str(_stated(claim, article.published))
        bound(row)

    def _read_article(self, name: str) -> Article | None:
        """Return an article as last revised; None where the collection lacks it."""
        position = self._revised.get(name) or self._contents.opening(name)
        event = None if position is None else self._contents.event(position)
        return event.article if isinstance(event, ArticlePublished | ArticleRevised) else None

    @cached_property
    def _revised(self) -> dict[str, int]:
        """Where the last revision of each article stands that has one; there are few."""
        return {
            event.article.id: row.position
            for row in self._contents.curating_rows()
            if row.type.startswith("article-revised")
            and isinstance(event := self._contents.event(row.position), ArticleRevised)
        }

    def _superseded(self, event: Event, event_id: str) -> str | None:
        """Return the event whose wording *event* replaces or takes back."""
        match event:
            case ClaimCorrected(claim=claim):
                return self._replaced(claim.id, None, event_id)
            case ClaimRevised(claim=claim, correction=number):
                return self._replaced(claim.id, number, event_id)
            case ClaimRetracted(claim=name):
                wordings = self._wordings(name)
                return wordings[-1] if wordings else None
            case ArticleCorrected(article=name) | ArticleRevised(article=Article(id=name)):
                before = self._changed.get(name, [f"{name}@1"])  # the first event publishes it
                self._changed[name] = [event_id]
                return before[-1]
            case _:
                return None

    def _replaced(self, claim: str, number: int | None, event_id: str) -> str | None:
        wordings = self._wordings(claim)
        if number is None:
            before = wordings[-1] if wordings else None
            wordings.append(event_id)
        else:
            before = wordings[number] if number < len(wordings) else None
            wordings[number : number + 1] = [event_id]
        return before

    def _wordings(self, claim: str) -> list[str]:
        if claim not in self._changed:
            self._changed[claim] = [
                f"{row.stream}@{row.version}"
                for row in self._contents.rows_about(claim)
                if row.type.startswith("claim-stated")
            ]
        return self._changed[claim]


def _event_id(record: RecordedEvent) -> str:
    return f"{record.stream}@{record.version}"


def _stated(claim: Claim, published: When) -> When:
    """Return when a claim was stated that does not date it itself; see `stated_known`."""
    began = None if claim.occurred is None else claim.occurred.start
    known = stated_known(
        claim.basis,
        published=Known.of(published),
        stated=(None, None),
        began=(None, None)
        if claim.occurred is None
        else (claim.occurred.start_earliest, claim.occurred.start_latest),
    )
    return spelled(known, published, began)


# ---- In a sentence -------------------------------------------------------------------------


def _message(event: Event) -> str:
    match event:
        case ArticlePublished(article=article):
            said = f"{article.outlet} printed: {article.title or article.id}"
        case ArticleRevised(article=article):
            said = f"article {article.id} is read anew: {article.title or article.id}"
        case ArticleCorrected(article=name, note=note):
            said = f"article {name} was corrected. {note}"
        case ClaimStated(claim=claim):
            said = _said(claim)
        case ClaimCorrected(claim=claim):
            said = f"corrected: {_said(claim)}"
        case ClaimRevised(claim=claim):
            said = f"read anew: {_said(claim)}"
        case ClaimRetracted(claim=name, note=note):
            said = f"claim {name} was retracted. {note}"
        case ClaimLinked(claim=name, fact=fact):
            said = f"claim {name} is about {fact}"
        case ClaimDismissed(claim=name, note=note):
            said = f"claim {name} is dismissed: the article says no such thing. {note}"
        case FactDescribed(fact=fact, title=title):
            said = f"fact {fact}: {title}"
        case FactsMerged(fact=fact, into=into):
            said = f"fact {fact} is the same as {into}"
        case FactSplit(fact=fact, into=into, claims=claims):
            said = f"of fact {fact}, {', '.join(claims)} is about {into}"
        case SourceDefined(source=source):
            said = f"source {source.id}: {source.title}"
        case SourcesMerged(source=name, into=into):
            said = f"source {name} is the same as {into}"
    return said.rstrip()


def _said(claim: Claim) -> str:
    words = claim.text or ("" if claim.evidence is None else claim.evidence.exact) or claim.id
    return f"{claim.attribution.origin} {claim.stance}: {words}"


# ---- For Timesketch ------------------------------------------------------------------------


def _dated(event: Event, recorded_at: dt.datetime) -> tuple[dt.datetime | None, str]:
    """Return the one instant that Timesketch sorts by, and what it is of the event."""
    match event:
        case ArticlePublished(article=article):
            return _placed("Printed", article.published)
        case ClaimStated(claim=claim):
            return _placed("Happened", claim.occurred)
        case ClaimCorrected(on=on) | ArticleCorrected(on=on):
            return _placed("Corrected", on)
        case ClaimRetracted(on=on):
            return _placed("Retracted", on)
        case _:
            return recorded_at, "Recorded"


def _placed(what: str, when: When | None) -> tuple[dt.datetime | None, str]:
    if when is None:
        return None, f"{what}: nobody says when"
    if when.instant is not None:
        day, said = when.earliest, what
        instant = _EPOCH + dt.timedelta(seconds=when.instant) if _in_range(day) else None
        return instant, said
    if is_exact(when):
        return _midnight(when.earliest), what
    if when.earliest is not None:
        return _midnight(when.earliest), f"{what}, at the earliest ({when})"
    if when.latest is not None:
        return _midnight(when.latest), f"{what}, at the latest ({when})"
    return None, f"{what}, at an unknown time ({when})"


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def _in_range(day: int | None) -> bool:
    # A day more at either end, for instants that fall on another day in UTC.
    return day is not None and _FIRST_DAY < day < _LAST_DAY


def _midnight(day: int | None) -> dt.datetime | None:
    """Return the first instant of a day in UTC; None where Python's calendar does not reach."""
    if day is None or not _in_range(day):
        return None
    return dt.datetime.combine(dt.date.fromordinal(day), dt.time(), dt.UTC)
