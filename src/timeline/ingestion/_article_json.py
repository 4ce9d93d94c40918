"""Articles as JSON: schema.org's NewsArticle, IPTC's ninjs 1 to 3, and plain records."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Final

import orjson

from timeline.ingestion._article_draft import Draft
from timeline.ingestion._article_left_out import Category, Refused
from timeline.ingestion._article_markup import text_of_markup
from timeline.ingestion._article_text import FIELDS
from timeline.model import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Json = dict[str, object]

ARTICLE_TYPES: Final = frozenset(
    {
        *("Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle"),
        *("BackgroundNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "Report"),
        *("ReviewNewsArticle", "SatiricalArticle", "BlogPosting", "LiveBlogPosting"),
    }
)
"""The types of schema.org that are read as articles."""

_TEXTUAL: Final = frozenset({"", "text", "composite"})
_SHOWN_KEYS: Final = 6
_DAY: Final = 10


def read_json(text: str, name: Path, place: str = "") -> Iterator[Draft | Refused]:
    """Yield a draft of each article of a document, and why others of its items are none.

    Raises:
        Refused: it is no JSON.
    """
    try:
        value: object = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        problem = f"expected JSON, found: {error.msg}"
        # A document that is itself a line of a file has that line for its place.
        raise Refused(Category.JSON, problem, place or f"line {error.lineno}") from error
    found = False
    for where, item, graph in _items(value, place):
        found = True
        try:
            yield _draft(item, graph, name, where)
        except Refused as refused:
            yield refused
    if not found:
        yield Refused(Category.JSON, _expected(value), place)


def _items(value: object, place: str) -> Iterator[tuple[str, object, Mapping[str, Json]]]:
    """Yield what may be an article, with the things of its graph that it may name by id."""
    prefix = f"{place}: " if place else ""
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield f"{prefix}item {number}", item, {}
    elif isinstance(value, dict) and isinstance(value.get("@graph"), list):
        things = [thing for thing in value["@graph"] if isinstance(thing, dict)]
        graph = {str(thing["@id"]): thing for thing in things if "@id" in thing}
        for number, thing in enumerate(things, start=1):
            if is_article(thing):
                yield f"{prefix}@graph item {number}", thing, graph
    else:
        yield place, value, {}


def is_article(thing: Json) -> bool:
    """Say whether a thing of JSON-LD is an article of schema.org."""
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(
        isinstance(one, str) and one.rsplit("/", 1)[-1].rsplit(":", 1)[-1] in ARTICLE_TYPES
        for one in names
    )


def _draft(item: object, graph: Mapping[str, Json], name: Path, place: str) -> Draft:
    if isinstance(item, dict):
        if "@type" in item and is_article(item):
            return _of_schema(item, graph, name, place)
        if "uri" in item and not item.keys().isdisjoint(_NINJS):
            return _of_ninjs(item, name, place)
        if "@type" not in item and isinstance(item.get("text"), str):
            return _of_record(item, name, place)
    raise Refused(Category.JSON, _expected(item), place)


def _expected(value: object) -> str:
    if isinstance(value, dict):
        keys = ", ".join(str(key)[:30] for key in list(value)[:_SHOWN_KEYS])
        found = f"an object with the keys {keys}" if keys else "an object without keys"
    elif isinstance(value, list):
        found = "an empty list"
    else:
        found = f"{value!r}"[:60]
    kinds = "a schema.org NewsArticle, an IPTC ninjs item or a record with text"
    return f"expected {kinds}, found {found}"


def _of_schema(item: Json, graph: Mapping[str, Json], name: Path, place: str) -> Draft:
    fields = schema_fields(item, graph)
    body = _text(item.get("articleBody")) or _text(item.get("text"))
    looked = "datePublished and publisher"
    given = _record_id(_text(item.get("identifier")) or fields["url"], place)
    return Draft(_plain(body), name, place, looked, {**fields, "id": given} if given else fields)


def schema_fields(item: Json, graph: Mapping[str, Json]) -> dict[str, str]:
    """Return what a schema.org article says of itself: outlet, published, title, url."""
    outlet = ""
    for key in ("publisher", "sourceOrganization", "provider"):
        outlet = outlet or _name(item.get(key), graph)
    url = _text(item.get("url")) or _text(item.get("mainEntityOfPage"))
    return {
        "outlet": outlet,
        "published": day_of(_text(item.get("datePublished"))),
        "title": unescape(_text(item.get("headline")) or _text(item.get("name"))),
        "url": url,
    }


def _of_record(item: Json, name: Path, place: str) -> Draft:
    fields = {key: _text(item.get(key)) for key in FIELDS}
    if not fields["id"]:
        fields["id"] = _record_id(fields["url"], place) or _numbered(name, place)
    return Draft(_text(item["text"]), name, place, "its fields", fields)


_NINJS: Final = frozenset(
    {
        *("body_text", "body_html", "body_xhtml", "bodies", "headline", "headlines"),
        *("versioncreated", "versionCreated", "pubstatus", "pubStatus"),
    }
)


def _of_ninjs(item: Json, name: Path, place: str) -> Draft:
    """Read an item of ninjs: generation 1 has plain keys, 2 has roles, 3 has camel case.

    The date is that of the version, since its text is of that version; an embargo moves it on.
    """
    kind = _text(item.get("type"))
    if kind not in _TEXTUAL:
        raise Refused(Category.UNKNOWN_KIND, f"expected a text, found the type {kind!r}", place)
    status = _either(item, "pubstatus", "pubStatus")
    if status not in {"", "usable"}:
        raise Refused(Category.NOT_PUBLISHED, f"expected pubstatus usable, found {status!r}", place)
    created = (
        _either(item, "versioncreated", "versionCreated")
        or _either(item, "contentcreated", "contentCreated")
        or _either(item, "firstcreated", "firstCreated")
    )
    sources = _either_list(item, "infosource", "infosources", "infoSources")
    outlet = next((_text(one.get("name")) for one in sources if one.get("name")), "")
    headlines = _either_list(item, "headlines")
    fields = {
        "id": _record_id(_text(item["uri"]), place or "item"),
        "outlet": outlet or _either(item, "copyrightholder", "copyrightHolder"),
        "published": max(day_of(created), day_of(_text(item.get("embargoed")))),
        "title": _text(item.get("headline")) or _main(headlines),
        "url": _text(item["uri"]) if _text(item["uri"]).startswith("http") else "",
    }
    looked = "versioncreated, infosource and copyrightholder"
    return Draft(_ninjs_text(item), name, place, looked, fields)


def _ninjs_text(item: Json) -> str:
    """Return the body, from markup if there is some, since that knows its paragraphs."""
    for key in ("body_xhtml", "body_html"):
        if _text(item.get(key)):
            return text_of_markup(_text(item[key]))
    bodies = _either_list(item, "bodies")
    for body in bodies:
        if "html" in _either(body, "contenttype", "contentType"):
            return text_of_markup(_text(body.get("value")))
    return _plain(_text(item.get("body_text")) or _main(bodies))


def _main(parts: list[Json]) -> str:
    ranked = sorted(parts, key=lambda part: part.get("role") != "main")
    return next((_text(part.get("value")) for part in ranked if part.get("value")), "")


def _plain(body: str) -> str:
    """Return a body as text; some sites put markup where plain text is asked for."""
    return text_of_markup(body) if "</p>" in body or "<br" in body else body


def _either(item: Json, *keys: str) -> str:
    return next((_text(item[key]) for key in keys if item.get(key)), "")


def _either_list(item: Json, *keys: str) -> list[Json]:
    for key in keys:
        value = item.get(key)
        if isinstance(value, list):
            return [one for one in value if isinstance(one, dict)]
    return []


def _text(value: object) -> str:
    """Return the text that a value is, holds or names: JSON-LD lets each stand for the other."""
    match value:
        case str():
            return value.strip()
        case [str() | dict() as first, *_]:
            return _text(first)
        case {"@value": inner} | {"@id": inner} | {"url": inner} | {"value": inner}:
            return inner.strip() if isinstance(inner, str) else ""
        case _:
            return ""


def _name(value: object, graph: Mapping[str, Json]) -> str:
    match value:
        case str():  # many sites write "&amp;" here, too
            return _name(graph[value], {}) if value in graph else unescape(value.strip())
        case [str() | dict() as first, *_]:
            return _name(first, graph)
        case {"name": name} if name:
            return unescape(_text(name))
        case {"@id": str() as known} if known in graph:
            return _name(graph[known], {})
        case _:
            return ""


def day_of(moment: str) -> str:
    """Return the day of a date and time as its sender wrote it, in the sender's own zone.

    >>> day_of("2025-02-07T00:30:00+09:00"), day_of("2025-02")
    ('2025-02-07', '2025-02')
    """
    return moment[:_DAY] if moment[_DAY : _DAY + 1] in {"T", "t", " "} else moment


def _record_id(address: str, place: str) -> str:
    """Return the id of an item by its address, where the file holds several of them."""
    if not place:
        return ""
    return slug(address.partition("://")[2] or address)


def _numbered(name: Path, place: str) -> str:
    number = "".join(sign if sign.isdigit() else "-" for sign in place).strip("-")
    return slug(f"{name.stem}-{number}") if number else ""
