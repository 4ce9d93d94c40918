"""Articles as saved web pages: the text of the article alone, and what the page says of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import orjson

from timeline.errors import MissingLibrary
from timeline.ingestion._article_draft import Draft
from timeline.ingestion._article_json import day_of, is_article, schema_fields
from timeline.ingestion._article_left_out import Category, Refused
from timeline.ingestion._article_markup import caption
from timeline.model import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

# lxml brings no types; a page is its tree of elements.
_Page = Any

_HEAD: Final = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_LOOK: Final = 4096
_LOOKED: Final = "JSON-LD, meta tags and time elements"
_CAPTIONED: Final = (
    "//figure[.//figcaption]"
    "|//*[contains(concat(' ', @class, ' '), ' wp-caption ') or @data-component='image-block'"
    " or contains(@class, 'image-caption') or contains(@class, 'media-caption')]"
    "[not(ancestor::figure) and not(self::figure)]"
)
_WORDS: Final = ".//figcaption|.//*[contains(@class, 'caption')][not(ancestor::figcaption)]"
_SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src")
_METAS: Final = {
    "title": ("og:title", "twitter:title", "dc.title", "title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "published": (
        *("article:published_time", "og:article:published_time", "og:published_time"),
        *("datepublished", "pubdate", "publishdate", "publish-date", "publication_date", "date"),
        *("dc.date", "dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date"),
    ),
    "url": ("og:url",),
}
_SEPARATORS: Final = (" | ", " - ", " – ", " — ", " :: ", " • ")
_OLDEST: Final = "1990-01-01"
_NEWEST: Final = "2199-12-31"  # a date in the future is refused with its date, not passed over


def looks_like_html(data: bytes) -> bool:
    """Say whether a file begins as web pages do.

    >>> looks_like_html(b"<!DOCTYPE html><title>Quake</title>"), looks_like_html(b"Quake")
    (True, False)
    """
    return _HEAD.match(data[:_LOOK]) is not None


def read_html(data: bytes, name: Path) -> Draft:
    """Return the draft of a saved web page.

    Text comes from trafilatura; title, outlet, date and address from JSON-LD, then from meta tags,
    then from what htmldate finds in the markup. The captions of figures stay in their places.

    Raises:
        Refused: no article is found in it.
        MissingLibrary: trafilatura is not installed.
    """
    try:
        import htmldate  # noqa: PLC0415 - optional, and slow to load
        import trafilatura  # noqa: PLC0415 - as above
    except ImportError as error:
        missing = error.name or "trafilatura"
        raise MissingLibrary(missing, extra="html", purpose="reading a saved web page") from error
    try:
        page: _Page = trafilatura.load_html(data)
        fields: dict[str, str] = {} if page is None else _fields(page)
        text, hint = None, ""
        if page is not None:
            fields["published"] = fields["published"] or _dated(htmldate, page)
            guess = "" if fields["published"] else _dated(htmldate, page, extensive=True)
            hint = f"htmldate guesses {guess} from its prose" if guess else ""
            _keep_captions(page)
            _undo_layout(page)
            text = trafilatura.extract(
                page, include_comments=False, include_formatting=False, output_format="txt"
            )
    except Exception as error:  # whatever a page does to a library, the other files go on
        problem = f"expected a web page, found one that cannot be read ({type(error).__name__})"
        raise Refused(Category.HTML, problem) from error
    if not text:
        raise Refused(Category.HTML, "expected an article in the page, found no text of one")
    lines = (line for line in text.split("\n") if line.strip())
    return Draft("\n\n".join(lines), name, "", _LOOKED, fields, hint)


def _dated(htmldate: ModuleType, page: _Page, *, extensive: bool = False) -> str:
    """Return the date in the markup; *extensive* guesses from the prose, too."""
    found: str | None = htmldate.find_date(
        page, extensive_search=extensive, original_date=True, min_date=_OLDEST, max_date=_NEWEST
    )
    return found or ""


def _fields(page: _Page) -> dict[str, str]:
    fields = {"outlet": "", "published": "", "title": "", "url": ""}
    for thing, graph in _linked_data(page):
        for key, value in schema_fields(thing, graph).items():
            fields[key] = fields[key] or value
    metas = _metas(page)
    for key, names in _METAS.items():
        found = next((metas[name] for name in names if metas.get(name)), "")
        fields[key] = fields[key] or (day_of(found) if key == "published" else found)
    if fields["published"] and not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", fields["published"]):
        fields["published"] = ""  # "4 May 2023", which htmldate reads
    for path in ("//h1", "//title"):
        fields["title"] = fields["title"] or " ".join(str(page.xpath(f"string({path})")).split())
    fields["title"] = _without_site(fields["title"], fields["outlet"])
    canonical = page.xpath("string(//link[@rel='canonical']/@href)")
    if not fields["url"].startswith("http"):
        fields["url"] = str(canonical) if str(canonical).startswith("http") else ""
    return fields


def _without_site(title: str, site: str) -> str:
    """Return a title without the name of the site behind it."""
    for sign in _SEPARATORS:
        head, found, tail = title.rpartition(sign)
        if found and site and slug(tail) == slug(site):
            return head.strip()
    return title


def _linked_data(page: _Page) -> Iterator[tuple[dict[str, object], dict[str, dict[str, object]]]]:
    """Yield the articles of the page's JSON-LD, each with the things that it may name by id."""
    for script in page.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            value: object = orjson.loads((script.text or "").strip())
        except orjson.JSONDecodeError:
            continue  # pages often break it, and say the same in meta tags
        things = value if isinstance(value, list) else [value]
        for thing in things:
            if not isinstance(thing, dict):
                continue
            inner = thing.get("@graph")
            members = inner if isinstance(inner, list) else [thing]
            members = [one for one in members if isinstance(one, dict)]
            graph = {str(one["@id"]): one for one in members if "@id" in one}
            yield from ((one, graph) for one in members if is_article(one))


def _metas(page: _Page) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.xpath("//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        found.setdefault(name.lower(), " ".join(meta.get("content").split()))
    return found


def _keep_captions(page: _Page) -> None:
    """Put a paragraph that is a caption in Markdown in the place of each figure with words."""
    for figure in page.xpath(_CAPTIONED):
        parent = figure.getparent()
        if parent is None:
            continue
        words = next((" ".join(one.itertext()) for one in figure.xpath(_WORDS)), "")
        images = figure.xpath(".//img")
        sources = (images[0].get(key) for key in _SOURCES) if images else iter(())
        line = caption(words, next(filter(None, sources), ""))
        if not line:
            continue
        paragraph = figure.makeelement("p")
        paragraph.text = line
        paragraph.tail = figure.tail
        parent.replace(figure, paragraph)


def _undo_layout(page: _Page) -> None:
    """Make plain divisions of tables that hold paragraphs, as old pages are laid out with them."""
    for table in page.xpath("//table[.//td//p or .//td//br or .//td//table]"):
        for part in table.iter("table", "tbody", "tr", "td"):
            part.tag = "div"
        table.tag = "div"
