"""From a fragment of HTML, as agencies send it, to lines of text with captions as captions."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure"),
        *("footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "table", "td", "th", "tr", "ul", "body", "html"),
    }
)
_UNREAD: Final = frozenset(
    {"head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title"}
)
_GAP: Final = re.compile(r"\s+")
_PAIR: Final = re.compile(r"\[[^\[\]]*\]")
_SIGNS: Final = frozenset("[]")


def text_of_markup(markup: str) -> str:
    r"""Return the text of a fragment of HTML, a paragraph a line with empty lines between.

    Scripts and styles are left out; a ``figcaption`` becomes the caption of a picture in Markdown.

    >>> text_of_markup("<p>It <b>rained</b>.</p><script>x()</script><p>It  stopped.</p>")
    'It rained.\n\nIt stopped.'
    """
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return reader.text()


def caption(words: str, source: str = "") -> str:
    """Return a caption as Markdown writes it, so that it is known for one; empty without words.

    >>> caption("A survivor on Sunday. [AFP]", "/img/a.jpg")
    '![A survivor on Sunday. [AFP]](/img/a.jpg)'
    """
    plain = _GAP.sub(" ", words).strip()
    if not _SIGNS.isdisjoint(_PAIR.sub("", plain)):  # as in "[a [b]]", which would end it early
        plain = plain.replace("[", "(").replace("]", ")")
    if not any(map(str.isalnum, plain)):
        return ""
    address = re.sub(r"[\s()]", "", source)
    return f"![{plain}]({address})"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line: list[str] = []
        self._unread = 0
        self._source = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "img":
            self._source = next((value or "" for key, value in attrs if key == "src"), "")
        elif tag == "figcaption" or tag in _BLOCKS:
            self._end_line()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _UNREAD:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag == "figcaption":
            self._line = [caption("".join(self._line), self._source)]
            self._end_line()
        elif tag in _BLOCKS:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._line.append(data)

    def text(self) -> str:
        self._end_line()
        return "\n\n".join(self._lines)

    def _end_line(self) -> None:
        line = _GAP.sub(" ", "".join(self._line)).strip()
        if line:
            self._lines.append(line)
        self._line.clear()
