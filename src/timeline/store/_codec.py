"""Events to bytes and back, under names that outlive the classes they stand for."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, assert_never

import orjson

from timeline.errors import BrokenStore, InvalidValue, shown
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
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
    SourceDefined,
    SourcesMerged,
)
from timeline.store._plain import (
    Plain,
    article_from,
    article_plain,
    claim_from,
    claim_plain,
    only,
    source_from,
    source_plain,
    text_of,
    texts_of,
    when_of,
    whole_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# These names are on disk in every store that was ever written. Add a version beside one when a
# payload changes, and an upcaster from the old to the new; never rename one, never reuse one. A
# class may be renamed and moved as one likes: its name here stays.
EVENT_TYPES: Mapping[str, type[Event]] = {
    "article-published.v1": ArticlePublished,
    "article-corrected.v1": ArticleCorrected,
    "article-revised.v1": ArticleRevised,
    "claim-stated.v1": ClaimStated,
    "claim-corrected.v1": ClaimCorrected,
    "claim-retracted.v1": ClaimRetracted,
    "claim-revised.v1": ClaimRevised,
    "claim-linked.v1": ClaimLinked,
    "claim-dismissed.v1": ClaimDismissed,
    "fact-described.v1": FactDescribed,
    "facts-merged.v1": FactsMerged,
    "fact-split.v1": FactSplit,
    "source-defined.v1": SourceDefined,
    "sources-merged.v1": SourcesMerged,
}
"""The names under which events are stored, and what they are read as."""

Upcaster = tuple[str, "Callable[[Plain], Plain]"]
"""The newer type, and how a payload of the older type becomes one of it."""

UPCASTERS: dict[str, Upcaster] = {}
"""Older types, each with the step to the next newer one. So far every type has one version."""


def encode(event: Event) -> tuple[str, bytes]:
    """Return the type under which *event* is stored, and its payload.

    The payload is JSON (RFC 8259) in UTF-8 with sorted keys and no spaces: equal events have
    equal bytes. Dates are EDTF text.

    Raises:
        InvalidValue: the event holds what cannot be written: half of a surrogate pair, or a
            whole number beyond 64 bits.

    >>> encode(ClaimLinked("kontur-2025-02-07#14", "pow-capture"))
    ('claim-linked.v1', b'{"claim":"kontur-2025-02-07#14","fact":"pow-capture"}')
    """
    name, plain = _plain(event)
    try:
        written = orjson.dumps(plain, option=orjson.OPT_SORT_KEYS)
    except TypeError as error:
        place, value = _unwritable(plain, name) or (name, error)
        raise InvalidValue(
            place, expected="text in Unicode and whole numbers of 64 bits", got=value
        ) from None
    # What orjson gives keeps the whole buffer that it was written in, 4 kB for the shortest event.
    return name, memoryview(written).tobytes()


def decode(
    type: str,  # noqa: A002  # the word that RecordedEvent and the docs have for it
    payload: bytes,
    *,
    file: object = "log",
    position: int | None = None,
) -> Event:
    """Return the event that `encode` wrote, by whatever version of the library.

    Args:
        type: the name that it is stored under.
        payload: its bytes.
        file: the store that it comes from, for the error.
        position: its position there, for the error.

    Raises:
        BrokenStore: the type is unknown (a later version wrote it), or the payload is damaged.

    >>> decode("claim-linked.v1", b'{"claim":"kontur-2025-02-07#14","fact":"pow-capture"}')
    ClaimLinked(claim='kontur-2025-02-07#14', fact='pow-capture')
    """
    name = type
    try:
        plain = orjson.loads(payload)
        while name in UPCASTERS:
            name, plain = _upcast(name, plain)
        if name not in _READERS:
            raise BrokenStore(
                file, position, f"unknown type of event, {shown(type)}; a later version wrote it?"
            )
        return _READERS[name](plain)
    except (InvalidValue, orjson.JSONDecodeError) as error:
        raise BrokenStore(file, position, f"payload of {type}: {error}") from error


def _upcast(name: str, plain: Plain) -> tuple[str, Plain]:
    newer, step = UPCASTERS[name]
    try:
        return newer, step(plain)
    except (LookupError, TypeError, ValueError) as error:
        # Steps are written for payloads that were valid under their name.
        raise InvalidValue(name, expected="what this version wrote", got=plain) from error


# ---- Writing -------------------------------------------------------------------------------


# One case for each event, so that the type checker reports a forgotten one; first the three that
# most of a log consists of.
def _plain(event: Event) -> tuple[str, Plain]:
    match event:
        case ClaimStated(claim=claim):
            return "claim-stated.v1", {"claim": claim_plain(claim)}
        case ClaimLinked():
            return "claim-linked.v1", {"claim": event.claim, "fact": event.fact}
        case FactDescribed():
            plain: Plain = {
                "fact": event.fact,
                "title": text_of(event.title, "fact-described.title"),
            }
            if event.kind != "":
                plain["kind"] = text_of(event.kind, "fact-described.kind")
            return "fact-described.v1", plain
        case ClaimDismissed():
            return "claim-dismissed.v1", _noted({"claim": event.claim}, event.note)
        case ArticlePublished(article=article):
            return "article-published.v1", {"article": article_plain(article)}
        case ArticleRevised(article=article):
            return "article-revised.v1", {"article": article_plain(article)}
        case ArticleCorrected():
            plain = _noted({"article": event.article, "on": event.on.edtf}, event.note)
            if event.text is not None:
                plain["text"] = text_of(event.text, "article-corrected.text")
            return "article-corrected.v1", plain
        case ClaimCorrected(claim=claim):
            return "claim-corrected.v1", _noted(
                {"claim": claim_plain(claim), "on": event.on.edtf}, event.note
            )
        case ClaimRetracted():
            return "claim-retracted.v1", _noted(
                {"claim": event.claim, "on": event.on.edtf}, event.note
            )
        case ClaimRevised(claim=claim, correction=correction):
            plain = {"claim": claim_plain(claim)}
            if correction:
                plain["correction"] = whole_of(correction, "claim-revised.correction")
            return "claim-revised.v1", plain
        case FactsMerged():
            return "facts-merged.v1", {"fact": event.fact, "into": event.into}
        case FactSplit():
            return "fact-split.v1", {
                "fact": event.fact,
                "into": event.into,
                "claims": list(event.claims),
            }
        case SourceDefined(source=source):
            return "source-defined.v1", {"source": source_plain(source)}
        case SourcesMerged():
            return "sources-merged.v1", {"source": event.source, "into": event.into}
        case _:
            assert_never(event)


def _noted(plain: Plain, note: str) -> Plain:
    if note != "":
        plain["note"] = text_of(note, "note")
    return plain


def _unwritable(value: object, place: str) -> tuple[str, object] | None:
    """Find the first thing below *value* that orjson cannot write, and where it is."""
    if isinstance(value, dict):
        children = [(f"{place}.{key}", child) for key, child in value.items()]
    elif isinstance(value, list):
        children = [(f"{place}[{number}]", child) for number, child in enumerate(value)]
    else:
        try:
            orjson.dumps(value)
        except TypeError:
            return place, value
        return None
    return next((found for at, child in children if (found := _unwritable(child, at))), None)


# ---- Reading -------------------------------------------------------------------------------


def _fields(plain: object, name: str, *required: str, optional: tuple[str, ...] = ()) -> Plain:
    return only(plain, *_sets(required, optional), name)


@functools.cache  # a handful of shapes, asked for at every event
def _sets(
    required: tuple[str, ...], optional: tuple[str, ...]
) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(required), frozenset(required + optional)


def _article_corrected(plain: object) -> Event:
    name = "article-corrected"
    fields = _fields(plain, name, "article", "on", optional=("text", "note"))
    text = fields.get("text")
    return ArticleCorrected(
        fields["article"],
        on=when_of(fields["on"], f"{name}.on"),
        text=None if text is None else text_of(text, f"{name}.text"),
        note=text_of(fields.get("note", ""), f"{name}.note"),
    )


def _claim_corrected(plain: object) -> Event:
    name = "claim-corrected"
    fields = _fields(plain, name, "claim", "on", optional=("note",))
    return ClaimCorrected(
        claim_from(fields["claim"]),
        on=when_of(fields["on"], f"{name}.on"),
        note=text_of(fields.get("note", ""), f"{name}.note"),
    )


def _claim_retracted(plain: object) -> Event:
    name = "claim-retracted"
    fields = _fields(plain, name, "claim", "on", optional=("note",))
    return ClaimRetracted(
        fields["claim"],
        on=when_of(fields["on"], f"{name}.on"),
        note=text_of(fields.get("note", ""), f"{name}.note"),
    )


def _claim_revised(plain: object) -> Event:
    name = "claim-revised"
    fields = _fields(plain, name, "claim", optional=("correction",))
    return ClaimRevised(
        claim_from(fields["claim"]), whole_of(fields.get("correction", 0), f"{name}.correction")
    )


def _claim_linked(plain: object) -> Event:
    fields = _fields(plain, "claim-linked", "claim", "fact")
    return ClaimLinked(fields["claim"], fields["fact"])


def _claim_dismissed(plain: object) -> Event:
    name = "claim-dismissed"
    fields = _fields(plain, name, "claim", optional=("note",))
    return ClaimDismissed(fields["claim"], text_of(fields.get("note", ""), f"{name}.note"))


def _fact_described(plain: object) -> Event:
    name = "fact-described"
    fields = _fields(plain, name, "fact", "title", optional=("kind",))
    return FactDescribed(
        fields["fact"],
        text_of(fields["title"], f"{name}.title"),
        text_of(fields.get("kind", ""), f"{name}.kind"),
    )


def _facts_merged(plain: object) -> Event:
    fields = _fields(plain, "facts-merged", "fact", "into")
    return FactsMerged(fields["fact"], fields["into"])


def _fact_split(plain: object) -> Event:
    fields = _fields(plain, "fact-split", "fact", "into", "claims")
    claims = tuple(texts_of(fields["claims"], "fact-split.claims"))
    return FactSplit(fields["fact"], fields["into"], claims)


def _sources_merged(plain: object) -> Event:
    fields = _fields(plain, "sources-merged", "source", "into")
    return SourcesMerged(fields["source"], fields["into"])


_READERS: Mapping[str, Callable[[object], Event]] = {
    "article-published.v1": lambda plain: ArticlePublished(
        article_from(_fields(plain, "article-published", "article")["article"])
    ),
    "article-corrected.v1": _article_corrected,
    "article-revised.v1": lambda plain: ArticleRevised(
        article_from(_fields(plain, "article-revised", "article")["article"])
    ),
    "claim-stated.v1": lambda plain: ClaimStated(
        claim_from(_fields(plain, "claim-stated", "claim")["claim"])
    ),
    "claim-corrected.v1": _claim_corrected,
    "claim-retracted.v1": _claim_retracted,
    "claim-revised.v1": _claim_revised,
    "claim-linked.v1": _claim_linked,
    "claim-dismissed.v1": _claim_dismissed,
    "fact-described.v1": _fact_described,
    "facts-merged.v1": _facts_merged,
    "fact-split.v1": _fact_split,
    "source-defined.v1": lambda plain: SourceDefined(
        source_from(_fields(plain, "source-defined", "source")["source"])
    ),
    "sources-merged.v1": _sources_merged,
}
