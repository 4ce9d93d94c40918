"""An event as cells of the event table, and back: what no cell can hold goes into `more`.

`more` is worked out as the difference between the event and what its cells give back, so that
nothing can be lost, fields that later versions add included.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from timeline.dates import When
from timeline.errors import BrokenStore, InvalidInput, InvalidValue, shown
from timeline.formats._columns import column
from timeline.formats._format import Arrival, Place
from timeline.formats._inert import inert, plain_json
from timeline.store import decode, encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.formats._format import Reading

Cell = str | int | float | dt.datetime | None
"""A value of the table: a day is its number (see `When.day`), an instant a datetime in UTC."""

Cells = dict[str, Cell]
"""A row by the names of its columns."""

Plain = dict[str, Any]

_EXACT = 2**53
"""Up to here every whole number is a double, which is what a column of numbers holds."""

_ARTICLE = (
    ("article_id", "article.id"),
    ("source_id", "article.outlet"),
    ("published_edtf", "article.published"),
    ("title", "article.title"),
    ("text", "article.text"),
    ("article_url", "article.url"),
    ("article_sha256", "article.sha256"),
)
_CLAIM = (
    ("claim_id", "claim.id"),
    ("stance", "claim.stance"),
    ("source_id", "claim.attribution.first"),
    ("attributed_to", "claim.attribution.rest"),
    ("basis", "claim.basis"),
    ("text", "claim.text"),
    ("occurred_edtf", "claim.occurred"),
    ("stated_edtf", "claim.stated"),
    ("measure", "claim.figures.measure"),
    ("value_low", "claim.figures.low"),
    ("value_high", "claim.figures.high"),
    ("unit", "claim.figures.unit"),
    ("quote", "claim.evidence.exact"),
    ("quote_prefix", "claim.evidence.prefix"),
    ("quote_suffix", "claim.evidence.suffix"),
    ("quote_start", "claim.evidence.start"),
    ("quote_end", "claim.evidence.end"),
)
_CHANGED = (("on_edtf", "on"), ("note", "note"))
_FIELDS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "article-published": _ARTICLE,
    "article-revised": _ARTICLE,
    "article-corrected": (("article_id", "article"), ("text", "text"), *_CHANGED),
    "claim-stated": _CLAIM,
    "claim-revised": _CLAIM,
    "claim-corrected": (*_CLAIM, *_CHANGED),
    "claim-retracted": (("claim_id", "claim"), *_CHANGED),
    "claim-linked": (("claim_id", "claim"), ("fact_id", "fact")),
    "fact-described": (("fact_id", "fact"), ("title", "title"), ("kind", "kind")),
    "facts-merged": (("fact_id", "fact"), ("into_id", "into")),
    "fact-split": (("fact_id", "fact"), ("into_id", "into")),
    "source-defined": (("source_id", "source.id"), ("title", "source.name")),
    "sources-merged": (("source_id", "source"), ("into_id", "into")),
}
"""Which columns hold what of an event, by its type without the version."""

DATES = ("occurred", "stated", "published", "on")
"""The dates that stand in three columns each."""


# ---- Writing -------------------------------------------------------------------------------


def cells_of(type_: str, plain: Plain) -> Cells:
    """Return what a row holds of an event by itself.

    Args:
        type_: the name that it is stored under.
        plain: its payload.
    """
    opened = _opened(plain)
    cells: Cells = {
        name: _cell(kind, value)
        for name, kind, path in _fields(type_)
        if (value := _at(opened, path)) is not None
    }
    cells["type"] = type_
    cells["more"] = _written(_difference(plain, _gathered(type_, cells)))
    bound(cells)
    return cells


def bound(cells: Cells) -> None:
    """Put the first and the last possible day beside each date in EDTF."""
    for name in DATES:
        text = cells.get(f"{name}_edtf")
        if isinstance(text, str):
            when = When.parse(text)
            cells[f"{name}_earliest"], cells[f"{name}_latest"] = when.earliest, when.latest


@cache  # asked for at every event, of a handful of types
def _fields(type_: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the columns that hold something of a type of event: name, kind, path of it."""
    fields = _FIELDS.get(type_.partition(".")[0], ())
    return tuple((name, column(name).kind, tuple(path.split("."))) for name, path in fields)


def _cell(kind: str, value: object) -> Cell:
    if isinstance(value, str):
        return inert(value) or None
    match kind, value:
        case "number", int() | float():
            return None if isinstance(value, int) and abs(value) > _EXACT else float(value)
        case "whole", int():
            return value
        case _:
            return inert(str(value)) or None


def _written(more: Plain) -> str | None:
    return plain_json(more) if more else None


def _difference(whole: Plain, part: Plain) -> Plain:
    """Return what of *whole* is missing from *part*, or is otherwise there."""
    more: Plain = {}
    for key, value in whole.items():
        found = part.get(key)
        if isinstance(value, dict) and isinstance(found, dict):
            if deeper := _difference(value, found):
                more[key] = deeper
        elif isinstance(value, str):
            if value != found:
                more[key] = value
        elif found is None or orjson.dumps(value) != orjson.dumps(found):  # 2 is not 2.0 here
            more[key] = value
    return more


# ---- Reading -------------------------------------------------------------------------------


def arrival_of(cells: Cells, where: str, reading: Reading) -> Arrival:
    """Return the event that a row tells of.

    Raises:
        InvalidInput: the row tells of none, or contradicts itself.
    """

    def fault(problem: str) -> InvalidInput:
        return InvalidInput(reading.name, where, problem)

    type_, stream = cells.get("type"), cells.get("stream_id")
    if not isinstance(type_, str) or not isinstance(stream, str):
        raise fault("expected a stream_id and a type in every row")
    try:
        plain = _merged(_gathered(type_, cells), _read_more(cells.get("more")))
        event = decode(type_, orjson.dumps(plain, option=orjson.OPT_SORT_KEYS))
        written, payload = encode(event)
    except (BrokenStore, InvalidValue) as error:
        raise fault(str(error).removeprefix("log: ")) from error
    for name, value in cells_of(written, orjson.loads(payload)).items():
        given = cells.get(name)
        # A bound that was left out is worked out again; `more` may be spelled in any way.
        if name in {"type", "more"} or (given is None and name.endswith(("_earliest", "_latest"))):
            continue
        if given != value and not (isinstance(given, str) and inert(given) == value):
            problem = f"{name}: expected {shown(value)}, as the rest of the row says, got "
            raise fault(problem + shown(given))
    return Arrival(stream, event, where, _place(cells, fault=fault))


def _place(cells: Cells, *, fault: Any) -> Place | None:  # noqa: ANN401 - makes an error of words
    given = [cells.get(name) for name in ("seq", "position", "recorded_at", "hash")]
    match given:
        case [int() as version, int() as position, dt.datetime() as recorded_at, str() as digest]:
            return Place(version, position, recorded_at, digest)
        case [_, _, _, None]:
            return None
        case _:
            raise fault("expected seq, position and recorded_at beside the hash, or no hash")


def _read_more(text: Cell) -> Plain:
    if text is None:
        return {}
    try:
        more = orjson.loads(str(text))
    except orjson.JSONDecodeError as error:
        raise InvalidValue("more", expected=f"JSON ({error})", got=text) from error
    if not isinstance(more, dict):
        raise InvalidValue("more", expected="an object", got=text)
    return more


def _gathered(type_: str, cells: Cells) -> Plain:
    """Return the payload as far as the cells tell it."""
    plain: Plain = {}
    for name, kind, (*parents, last) in _fields(type_):
        value = cells.get(name)
        if value is None or (name == "stated_edtf" and cells.get("basis") != "dated"):
            continue
        if kind == "number":
            value = _number(value)
        inner = plain
        for parent in parents:
            inner = inner.setdefault(parent, {})
        inner[last] = value
    return _closed(plain)


def _number(value: Cell) -> Cell:
    whole = isinstance(value, float) and value.is_integer() and abs(value) <= _EXACT
    return int(value) if whole else value  # type: ignore[arg-type]  # a float, as was just asked


def _merged(part: Plain, more: Plain) -> Plain:
    merged = dict(part)
    for key, value in more.items():
        found = part.get(key)
        both = isinstance(value, dict) and isinstance(found, dict)
        merged[key] = _merged(found, value) if both else value  # type: ignore[arg-type]  # both are dicts
    return merged


# ---- Lists as cells ------------------------------------------------------------------------


def _opened(plain: Plain) -> Plain:
    """Return the payload with the lists of its claim as objects that paths can name."""
    claim = plain.get("claim")
    if not isinstance(claim, dict):
        return plain
    first, *rest = claim["attribution"]
    opened = {**claim, "attribution": {"first": first, "rest": " ".join(rest)}}
    if claim.get("figures"):
        opened["figures"] = claim["figures"][0]
    return {**plain, "claim": opened}


def _closed(plain: Plain) -> Plain:
    """Undo `_opened`."""
    claim = plain.get("claim")
    if not isinstance(claim, dict):
        return plain
    closed = dict(claim)
    if chain := claim.get("attribution"):
        links = (chain.get("first", ""), *chain.get("rest", "").split())
        closed["attribution"] = [link for link in links if link]
    if figure := claim.get("figures"):
        closed["figures"] = [figure]
    return {**plain, "claim": closed}


def _at(plain: object, path: tuple[str, ...]) -> object:
    found = plain
    for key in path:
        if not isinstance(found, dict):
            return None
        found = found.get(key)
    return found
