"""Articles from files and folders of all kinds, one by one; what cannot be read is told."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline.errors import MissingLibrary
from timeline.ingestion._article_bytes import MAX_ARTICLE_BYTES, decoded, read_bytes, too_large
from timeline.ingestion._article_draft import ArticleDefaults, Draft, finished, today_or
from timeline.ingestion._article_html import looks_like_html, read_html
from timeline.ingestion._article_json import read_json
from timeline.ingestion._article_left_out import Category, LeftOut, Refused
from timeline.ingestion._article_text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from timeline.model import Article

_TEXT: Final = frozenset({".md", ".markdown", ".txt", ".text"})
_HTML: Final = frozenset({".html", ".htm", ".xhtml"})
_JSON: Final = frozenset({".json"})
_LINES: Final = frozenset({".jsonl", ".ndjson"})
SUFFIXES: Final = _TEXT | _HTML | _JSON | _LINES
"""The endings of files that are looked into for articles."""

_NO_ARTICLES: Final = frozenset({".toml"})
_README: Final = "readme"
_DATABASE: Final = re.compile(r"\.(?:db|sqlite3?)(?:-(?:wal|shm|journal))?$", re.IGNORECASE)
"""A database and what SQLite keeps beside it: a store is often in the folder that feeds it."""

_BESIDE_PAGE: Final = "_files"

NO_DEFAULTS: Final = ArticleDefaults()


def read_articles(
    paths: Iterable[str | os.PathLike[str]],
    *,
    defaults: ArticleDefaults = NO_DEFAULTS,
    today: date | None = None,
    max_bytes: int = MAX_ARTICLE_BYTES,
) -> Iterator[Article | LeftOut]:
    r"""Yield the articles of files and folders, and what was left out and why.

    Read are text and Markdown with or without front matter, saved web pages (with the extra
    ``html``), schema.org's NewsArticle, IPTC's ninjs and plain records as JSON or lines of JSON.
    A folder is read with all folders in it, by name; README and TOML files, databases, hidden files
    and the folders that browsers save beside a page hold no articles. A file is read once.

    Only one file is in memory at a time, and of each article the digest of its text.

    Args:
        paths: files and folders, in order.
        defaults: what to take where a file does not say.
        today: the day after which nothing can have been printed; by default today in UTC.
        max_bytes: the size above which a file, or a line of JSON, is left out.

    >>> import tempfile
    >>> from pathlib import Path
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "quake.txt").write_text("Quake\n\nThree people died on Friday.")
    >>> defaults = ArticleDefaults(published="2023-03-03", outlet="The Gazette")
    >>> [(one.id, one.outlet, one.title) for one in read_articles([folder], defaults=defaults)]
    [('quake', 'the-gazette', 'Quake')]
    >>> [left_out] = read_articles([folder])
    >>> left_out.category
    <Category.NO_DATE: 'no-date'>
    """
    day = today_or(today)
    seen: dict[str, tuple[str, Path]] = {}
    for found in _files(paths):
        if isinstance(found, LeftOut):
            yield found
            continue
        for draft in _drafts(found, max_bytes):
            if isinstance(draft, LeftOut):
                yield draft
                continue
            try:
                article = finished(draft, defaults, day)
            except Refused as refused:
                yield _left_out(found, refused)
                continue
            digest, other = seen.setdefault(article.id, (article.sha256, found))
            if digest == article.sha256:
                yield article
            else:
                place = f"{draft.place}: id" if draft.place else "id"
                yield LeftOut(
                    found,
                    f"{place}: expected an id of its own, found {article.id!r}, "
                    f"which {other} has with another text",
                    Category.SAME_ID,
                )


def _files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | LeftOut]:
    """Yield the files that may hold articles, in a stable order, each once."""
    seen: set[str] = set()
    for path in map(Path, paths):
        for found in _within(path) if path.is_dir() else (path,):
            if isinstance(found, LeftOut):
                yield found
                continue
            real = os.path.realpath(found)
            if real not in seen:
                seen.add(real)
                yield found


def _within(folder: Path) -> Iterator[Path | LeftOut]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield LeftOut(folder, f"cannot be read: {error.strerror}", Category.UNREADABLE)
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.endswith(_BESIDE_PAGE):
                yield from _within(path)
        elif entry.is_symlink() and path.is_dir():  # it may lead back to where we are
            problem = "expected a file or a folder, found a link to a folder; name that folder"
            yield LeftOut(path, problem, Category.UNREADABLE)
        elif (
            path.suffix.lower() in _NO_ARTICLES
            or path.stem.lower() == _README
            or _DATABASE.search(entry.name) is not None
        ):
            continue
        elif path.suffix.lower() in SUFFIXES:
            yield path
        else:
            kinds = ", ".join(sorted(SUFFIXES))
            found = path.suffix or "a name without an ending"
            problem = f"expected a file that ends with one of {kinds}, found {found}"
            yield LeftOut(path, problem, Category.UNKNOWN_KIND)


def _drafts(path: Path, limit: int) -> Iterator[Draft | LeftOut]:
    """Yield the drafts of a file, by its content and its ending."""
    suffix = path.suffix.lower()
    try:
        if suffix in _LINES:
            found = _of_lines(path, limit)
        elif suffix in _NO_ARTICLES:
            problem = "expected a file of articles, found TOML, which holds curated streams"
            raise Refused(Category.UNKNOWN_KIND, problem)  # noqa: TRY301 - as readers refuse
        else:
            found = _of_file(read_bytes(path, limit), path, suffix)
        for draft in found:
            yield _left_out(path, draft) if isinstance(draft, Refused) else draft
    except Refused as refused:
        yield _left_out(path, refused)
    except MissingLibrary as missing:
        yield LeftOut(path, str(missing), Category.MISSING_LIBRARY)


def _of_file(data: bytes, path: Path, suffix: str) -> Iterator[Draft | Refused]:
    if looks_like_html(data) or (suffix in _HTML and data.lstrip()[:1] == b"<"):
        yield read_html(data, path)
        return
    text = decoded(data)
    opening = text.lstrip()[:1]
    if suffix in _JSON or (suffix not in SUFFIXES and opening in {"{", "["}):
        yield from read_json(text, path)
    else:
        yield read_text(text, path)


def _of_lines(path: Path, limit: int) -> Iterator[Draft | Refused]:
    """Read lines of JSON one by one, so that an archive of any length can be read."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(limit + 1):
                number += 1
                place = f"line {number}"
                if len(line) > limit:
                    size = len(line)
                    while not line.endswith(b"\n") and (line := file.readline(limit)):
                        size += len(line)
                    yield too_large(size, limit, place)
                elif line.strip():
                    yield from _of_line(line, path, place)
    except OSError as error:
        raise Refused(Category.UNREADABLE, f"cannot be read: {error.strerror}") from error


def _of_line(line: bytes, path: Path, place: str) -> Iterator[Draft | Refused]:
    try:
        yield from read_json(decoded(line), path, place)
    except Refused as refused:
        where = ": ".join(part for part in (place, refused.place) if part)
        yield (
            refused
            if refused.place.startswith(place)
            else Refused(refused.category, refused.problem, where)
        )


def _left_out(path: Path, refused: Refused) -> LeftOut:
    return LeftOut(path, str(refused), refused.category)
