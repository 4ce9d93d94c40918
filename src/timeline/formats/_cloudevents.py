"""CloudEvents 1.0 in JSON, one a line, both ways: events for brokers and functions.

The attributes are those of the specification (CNCF, 1.0.2) with its extensions ``sequence`` and
``recordedtime``. `time` is when the world did it and is left out where that is not one day or
instant; a program that fills it in with its own clock invents a date.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import IO, TYPE_CHECKING, Any

import orjson

from timeline.errors import BrokenStore, InvalidInput, shown
from timeline.formats._format import Arrival, Format, Place
from timeline.formats._inert import plain_json
from timeline.formats._jsonl import objects
from timeline.formats._loss import Losses
from timeline.formats._words import is_exact
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ClaimCorrected,
    ClaimRetracted,
    ClaimStated,
    Event,
)
from timeline.store import UPCASTERS, decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.dates import When
    from timeline.formats._format import Contents, Reading
    from timeline.formats._loss import LossReport
    from timeline.store import RecordedEvent

PREFIX = "timeline."
"""What stands before the name under which an event is stored, in `type`."""

_SOURCE = "/timeline/streams/"
_VERSION = "1.0"
_FIRST_DAY, _LAST_DAY = 1, dt.date.max.toordinal()
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_NAME = re.compile(r"[a-z0-9]+")
_HASH = re.compile(r"[0-9a-f]{64}")
_POSITION = 2**31 - 1
"""The largest integer that an attribute can have."""


# ---- Writing -------------------------------------------------------------------------------


def write_cloudevents(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write one CloudEvent a line, in the structured mode of JSON."""
    losses = Losses()
    count = 0
    for record in contents.records():
        file.write(plain_json(_plain(record, losses)).encode() + b"\n")
        count += 1
    return losses.report("cloudevents", "event", count)


def _plain(record: RecordedEvent, losses: Losses) -> dict[str, Any]:
    event = record.event
    event_id = f"{record.stream}@{record.version}"
    type_, payload = record.type, record.payload
    plain: dict[str, Any] = {
        "specversion": _VERSION,
        "id": event_id,
        "source": f"{_SOURCE}{record.stream}",
        "recordedtime": _instant(record.recorded_at),
        # Numbers in text sort as numbers once all have as many digits.
        "sequence": f"{record.version:010}",
        "datacontenttype": "application/json",
    }
    if type_ in UPCASTERS:
        type_, payload = encode(event)
        what = "written as its type is today, so that its hash had to be left out"
        losses.add(what, "event", event_id)
    elif record.position <= _POSITION:
        plain |= {"position": record.position, "eventhash": record.hash}
    plain |= {"type": f"{PREFIX}{type_}", "data": orjson.loads(payload)}
    if (subject := _subject(event)) is not None:
        plain["subject"] = subject
    time = _time(event, record.recorded_at)
    if time is None:
        losses.add("without a time, as no one day is given for it", "event", event_id)
    else:
        plain["time"] = _instant(time)
    return plain


def _instant(instant: dt.datetime) -> str:
    text = instant.astimezone(dt.UTC).isoformat(timespec="microseconds")
    return text.replace("+00:00", "Z")


def _subject(event: Event) -> str | None:
    match event:
        case ClaimStated(claim=claim) | ClaimCorrected(claim=claim):
            return claim.id
        case ClaimRetracted(claim=name):
            return name
        case _:
            return None


def _time(event: Event, recorded_at: dt.datetime) -> dt.datetime | None:
    """Return when it came about; a day stands for its first instant in UTC."""
    match event:
        case ArticlePublished(article=article):
            return _exactly(article.published)
        case ClaimCorrected(on=on) | ClaimRetracted(on=on) | ArticleCorrected(on=on):
            return _exactly(on)
        case ClaimStated(claim=claim):
            # Only a basis of `dated` has a date of its own; all others follow other things.
            return None if claim.stated is None else _exactly(claim.stated)
        case _:  # curation is dated by its recording alone
            return recorded_at


def _exactly(when: When) -> dt.datetime | None:
    day = when.earliest
    if day is None or not is_exact(when) or not _FIRST_DAY < day < _LAST_DAY:
        return None
    if when.instant is not None:
        return _EPOCH + dt.timedelta(seconds=when.instant)
    return dt.datetime.combine(dt.date.fromordinal(day), dt.time(), dt.UTC)


# ---- Reading -------------------------------------------------------------------------------


def read_cloudevents(file: IO[bytes], reading: Reading) -> Iterator[Arrival]:
    """Yield the events of a file of CloudEvents of ours, one a line.

    CloudEvents of other types than ours are refused: what they tell is not known.
    """
    for number, plain in objects(file, reading):
        where = f"line {number}"
        problem = _fault(plain)
        if problem is not None:
            raise InvalidInput(reading.name, where, problem)
        type_ = plain["type"].removeprefix(PREFIX)
        try:
            payload = orjson.dumps(plain["data"], option=orjson.OPT_SORT_KEYS)
            event = decode(type_, payload)
        except BrokenStore as error:
            problem = str(error).removeprefix("log: ")
            raise InvalidInput(reading.name, where, problem) from error
        stream = plain["source"].removeprefix(_SOURCE)
        yield Arrival(stream, event, where, _place(plain))


def _fault(plain: dict[str, Any]) -> str | None:
    """Say what keeps an object from being a CloudEvent of ours; None where nothing does."""
    for name, value in plain.items():
        if not _NAME.fullmatch(name):
            return f"expected attributes of lower-case letters and digits, got {shown(name)}"
        if name != "data" and (value == "" or not isinstance(value, str | int)):
            return f"{name}: expected text, a whole number or a truth value, got {shown(value)}"
    for name in ("specversion", "id", "source", "type"):
        if not isinstance(plain.get(name), str):
            return f"{name}: expected text, got {shown(plain.get(name))}"
    if plain["specversion"] != _VERSION:
        return f"specversion: expected {_VERSION!r}, got {shown(plain['specversion'])}"
    if not plain["type"].startswith(PREFIX):
        return f"type: expected one that begins with {PREFIX!r}, got {shown(plain['type'])}"
    if not plain["source"].startswith(_SOURCE):
        return f"source: expected one that begins with {_SOURCE!r}, got {shown(plain['source'])}"
    if plain.get("datacontenttype", "application/json") != "application/json":
        return f"datacontenttype: expected JSON, got {shown(plain['datacontenttype'])}"
    if not isinstance(plain.get("data"), dict):
        return f"data: expected an object, got {shown(plain.get('data'))}"
    return _misplaced(plain) if "eventhash" in plain else None


def _misplaced(plain: dict[str, Any]) -> str | None:
    position, sequence, digest = (plain.get(n) for n in ("position", "sequence", "eventhash"))
    if type(position) is not int or position < 1:
        return f"position: expected a whole number from 1 on, got {shown(position)}"
    if not (isinstance(sequence, str) and sequence.isascii() and sequence.isdecimal()):
        return f"sequence: expected digits, got {shown(sequence)}"
    if not (isinstance(digest, str) and _HASH.fullmatch(digest)):
        return f"eventhash: expected 64 hexadecimal digits, got {shown(digest)}"
    try:
        recorded_at = dt.datetime.fromisoformat(plain["recordedtime"])
    except (KeyError, TypeError, ValueError):
        recorded_at = None
    if recorded_at is None or recorded_at.tzinfo is None:
        return f"recordedtime: expected an instant, got {shown(plain.get('recordedtime'))}"
    return None


def _place(plain: dict[str, Any]) -> Place | None:
    if "eventhash" not in plain:
        return None
    recorded_at = dt.datetime.fromisoformat(plain["recordedtime"]).astimezone(dt.UTC)
    return Place(int(plain["sequence"]), plain["position"], recorded_at, plain["eventhash"])


FORMAT = Format(
    name="cloudevents",
    summary="CloudEvents 1.0 in JSON, one a line",
    suffix=".cloudevents.jsonl",
    write=write_cloudevents,
    read=read_cloudevents,
)
