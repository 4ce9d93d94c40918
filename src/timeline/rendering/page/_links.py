"""Links that can be trusted: to a quote in its article, on the web or further down the page.

An address comes from a file that anybody may have written. Only plain web addresses become links;
everything else (``javascript:``, ``data:``, files) is shown as words, or not at all.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from timeline.rendering._text import inert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Article, Evidence

_LONGEST = 2000
_EDGE = 5
"""So many words at either end of a long quote are enough for a browser to find it."""

_FORBIDDEN = re.compile(r"[\s\x00-\x20\x7f-\x9f\\\"'<>`{}|^]")


def web_link(url: str) -> str | None:
    r"""Return *url* if it is a plain address of the web, else None.

    >>> web_link("https://example.org/a?b=1#c")
    'https://example.org/a?b=1#c'
    >>> web_link("javascript:alert(1)"), web_link("java\tscript:alert(1)")
    (None, None)
    """
    if len(url) > _LONGEST or _FORBIDDEN.search(url) or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # a malformed port or address
        return None
    if parts.scheme.lower() not in {"http", "https"} or not host or "@" in parts.netloc:
        return None
    return url


def quote_link(url: str, exact: str) -> str | None:
    """Return the address at which a browser scrolls to a quote (WICG, URL text fragments).

    >>> quote_link("https://example.org/a", "two were, taken")
    'https://example.org/a#:~:text=two%20were%2C%20taken'
    """
    plain = web_link(url)
    if plain is None:
        return None
    words = exact.split()
    if len(words) > 3 * _EDGE:
        ends = (" ".join(words[:_EDGE]), " ".join(words[-_EDGE:]))
        text = ",".join(_escaped(end) for end in ends)
    else:
        text = _escaped(" ".join(words))
    joint = ":~:text=" if "#" in plain else "#:~:text="
    return f"{plain}{joint}{text}" if text and len(text) < _LONGEST else plain


def _escaped(text: str) -> str:
    # A hyphen has a meaning of its own in text fragments.
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")


def mark_name(article: str, start: int) -> str:
    """Name the place on the page at which a quote of an article begins."""
    return f"text-{article}-{start}"


Piece = tuple[str, str | None]
"""Words of an article; with the name of their place where a quote begins there or goes on."""


def marked(article: Article, quotes: Iterable[Evidence]) -> list[list[Piece]]:
    """Return the text of an article as paragraphs of pieces, its quotes marked.

    Quotes that overlap are cut at each other's beginnings, so that each has its place. A quote
    that the text, as it is now, does not have is left out.
    """
    text = article.text or ""
    standing = {one for one in quotes if one.stands_in(text)}
    starts = {one.start for one in standing}
    cuts = sorted({0, len(text), *starts, *(one.end for one in standing)})
    covered = _covered(sorted((one.start, one.end) for one in standing))
    paragraphs: list[list[Piece]] = [[]]
    for first, last in itertools.pairwise(cuts):
        name = mark_name(article.id, first) if first in starts else None
        inside = any(start <= first < end for start, end in covered)
        for number, line in enumerate(text[first:last].split("\n")):
            if number and paragraphs[-1]:
                paragraphs.append([])
            words = _edged(line)
            if words:
                paragraphs[-1].append((words, (name or "") if inside else None))
                name = None
    return [paragraph for paragraph in paragraphs if any(words.strip() for words, _ in paragraph)]


def _covered(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _edged(line: str) -> str:
    """Make words inert, and keep the space at their edges: the next piece goes on behind it."""
    before = " " if line[:1].isspace() else ""
    behind = " " if line[-1:].isspace() and line.strip() else ""
    return before + inert(line.strip()) + behind
