"""Curated streams: articles read by a person, as TOML that is written by hand and reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.errors import InvalidInput
from timeline.ingestion._curation import (
    CURATION_KEYS,
    Names,
    definitions,
    fact_named,
    joins,
    source_named,
)
from timeline.ingestion._folders import files_within
from timeline.ingestion._tables import Table
from timeline.model import (
    Article,
    ArticlePublished,
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimLinked,
    ClaimRetracted,
    ClaimStated,
    CurationEvent,
    Event,
    Evidence,
    Figure,
    Source,
    Stance,
    read_front_matter,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping

_CLAIM_KEYS = (
    "id", "fact", "stance", "text", "occurred", "basis", "stated", "by",
    "quote", "before", "after", "figures",
)  # fmt: skip


@attrs.frozen
class CuratedStream:
    """The events of one article, as a person read it."""

    file: Path
    article: Article
    events: tuple[Event, ...]


@attrs.frozen
class Curated:
    """What some files hold: article streams, and curation that belongs to no single article."""

    streams: tuple[CuratedStream, ...]
    curation: tuple[CurationEvent, ...]


def read_curated(
    paths: Iterable[str | os.PathLike[str]],
    *,
    sources: Mapping[str, Source] | None = None,
    facts: Iterable[str] = (),
    claims: Iterable[str] = (),
) -> Curated:
    """Read curated streams and curation files.

    Args:
        paths: TOML files, or folders that hold some.
        sources: sources that the files may name without defining them, by id.
        facts: likewise facts.
        claims: likewise claims.

    Raises:
        InvalidInput: a file is at fault. Nothing has been stored then.
    """
    tables = [Table.read(file) for file in _files(paths)]
    files = [table for table in tables if "article" not in table.values]
    for table in files:
        table.only(*CURATION_KEYS)
    names = Names(dict(sources or {}), set(facts), set(claims))
    # A stream may bring the sources and facts that are new with it.
    defined = definitions(tables, names)
    streams = [_stream(table, names) for table in tables if "article" in table.values]
    seen: dict[str, Path] = {}
    for stream in streams:
        other = seen.setdefault(stream.article.id, stream.file)
        if other != stream.file:
            raise InvalidInput(
                stream.file, "article.id", f"{stream.article.id!r} is also the article of {other}"
            )
    names.claims.update(
        event.claim.id
        for stream in streams
        for event in stream.events
        if isinstance(event, ClaimStated)
    )
    return Curated(tuple(streams), (*defined, *joins(files, names)))


def _files(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    files: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            held, faults = files_within(path)
            if faults:
                raise faults[0]
            found = [one for one in held if one.suffix == ".toml"]
            if not found:
                raise InvalidInput(path, "", "expected a folder of .toml files, found none in it")
            files += found
        elif path.exists() and path.suffix != ".toml":
            raise InvalidInput(
                path, "", "expected a curated stream, a .toml file or a folder of them"
            )
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def _stream(table: Table, names: Names) -> CuratedStream:
    table.only("article", "claims", "corrections", "retractions", "sources", "facts")
    article = _article(table, names)
    events: list[Event] = [ArticlePublished(article)]
    written: dict[int, Table] = {}
    for one in table.tables("claims"):
        number = one.number("id")
        if number in written:
            raise one.fault("id", f"claim {number} stands twice (first at {written[number].place})")
        one.only(*_CLAIM_KEYS)
        if f"[{number}]" not in one.place:  # its place in the file is not its id
            one.place += f" (id {number})"
        written[number] = one
        claim = _claim(one, article, number, names)
        _not_after(one, claim, article.published)
        events.append(ClaimStated(claim))
        if "fact" in one.values:
            events.append(ClaimLinked(claim.id, fact_named(one, names)))
    for one in table.tables("corrections"):
        one.only("claim", "on", "note", *(key for key in _CLAIM_KEYS if key not in {"id", "fact"}))
        number = _target(one, written)
        # A correction gives what changed; the next one of the same claim starts from this one.
        written[number] = Table(
            one.file, one.place, {**written[number].values, **_changed(one.values)}
        )
        claim = _claim(written[number], article, number, names)
        with one.naming("on"):
            on = one.parsed("on", When.parse) or When.parse(one.text("on"))
            events.append(ClaimCorrected(claim, on, one.text("note", "")))
    for one in table.tables("retractions"):
        one.only("claim", "on", "note")
        claim_id = f"{article.id}#{_target(one, written)}"
        with one.naming("on"):
            on = one.parsed("on", When.parse) or When.parse(one.text("on"))
            events.append(ClaimRetracted(claim_id, on, one.text("note", "")))
    return CuratedStream(table.file, article, tuple(events))


def _not_after(table: Table, claim: Claim, published: When) -> None:
    """See that no statement is dated after the article that quotes it."""
    if claim.stated is not None and claim.stated.follows(published).is_certain:
        raise table.fault(
            "stated", f"expected a date up to publication, {published}, found '{claim.stated}'"
        )


def _changed(values: Mapping[str, object]) -> dict[str, object]:
    changed = {key: value for key, value in values.items() if key not in {"claim", "on", "note"}}
    return {"before": "", "after": "", **changed} if "quote" in changed else changed


def _target(table: Table, written: Mapping[int, Table]) -> int:
    number = table.number("claim")
    if number not in written:
        raise table.fault("claim", f"no claim has the id {number}")
    return number


def _article(table: Table, names: Names) -> Article:
    value = table.values["article"]
    if not isinstance(value, dict):
        raise table.fault("article", "expected a table [article]")
    head = Table(table.file, "article", value)
    head.only("text", "id", "outlet", "title", "published", "url")
    path = table.file.parent / head.text("text")
    try:
        fields, text = read_front_matter(path)
    except InvalidInput as error:
        raise head.fault("text", str(error)) from error
    # What the stream says of its article goes before what the article's file says.
    merged = Table(path, "", {**fields, **{key: v for key, v in value.items() if key != "text"}})
    published = merged.parsed("published", When.parse)
    if published is None:
        raise merged.fault("published", "expected a date, found nothing")
    with merged.naming(""):
        return Article(
            id=merged.text("id"),
            outlet=source_named(head if "outlet" in value else merged, "outlet", names),
            published=published,
            title=merged.text("title", ""),
            text=text,
            url=merged.text("url", ""),
        )


def _claim(table: Table, article: Article, number: int, names: Names) -> Claim:
    chain = [article.outlet, *(source_named(table, "by", names, one) for one in table.texts("by"))]
    with table.naming("by"):
        attribution = Attribution(tuple(chain))
    with table.naming("stance"):
        stance = Stance.of(table.text("stance"), "stance")
    stated = table.parsed("stated", When.parse)
    basis = table.parsed("basis", lambda text: Basis.of(text, "basis"))
    with table.naming(""):
        return Claim(
            id=f"{article.id}#{number}",
            stance=stance,
            attribution=attribution,
            text=table.text("text", ""),
            occurred=table.parsed("occurred", When.parse),
            basis=basis or (Basis.PUBLISHED if stated is None else Basis.DATED),
            stated=stated,
            figures=tuple(_figure(one) for one in table.tables("figures")),
            evidence=_evidence(table, article),
        )


def _evidence(table: Table, article: Article) -> Evidence:
    quote, before, after = table.text("quote"), table.text("before", ""), table.text("after", "")
    assert article.text is not None  # it was read with its text
    with table.naming("quote"):
        return Evidence.find(article.text, quote, before=before, after=after)


def _figure(table: Table) -> Figure:
    table.only("measure", "value", "low", "high", "approximate", "unit", "of", "as_of")
    values = table.values
    if "value" in values and ("low" in values or "high" in values):
        raise table.fault("value", "expected either a value, or low and high, found both")
    with table.naming(""):
        return Figure(
            table.text("measure"),
            low=values.get("value", values.get("low")),  # type: ignore[arg-type]  # Figure checks
            high=values.get("value", values.get("high")),  # type: ignore[arg-type]  # as above
            unit=table.text("unit", ""),
            approximate=table.flag("approximate"),
            of=values.get("of"),  # type: ignore[arg-type]  # as above
            as_of=table.parsed("as_of", When.parse),
        )
