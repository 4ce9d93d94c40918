"""Words of others, made so that no program that opens a file can be moved by them to act.

A title may hold ``<script>``, a URL may begin with ``javascript:``, a cell may be a formula, and a
control character may turn the order of letters around. Each writer passes what it writes through
these functions.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import orjson

# Overrides, embeddings and isolates turn text around; marks (U+200E, U+200F) and joiners stay, as
# Hebrew, Arabic and Persian need them. C0 and C1 controls move terminals; line feed and tab do not.
_ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]")
_LONG_WORD = re.compile(r"\S{60,}")
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
_BREAK_AFTER = 40


def inert(text: str) -> str:
    r"""Return *text* with characters spelled out that would act on what shows them.

    >>> print(inert("two\nlines, \x1b[31mred, \u202eturned"))
    two
    lines, \x1b[31mred, \u202eturned
    """
    if text.isprintable():  # most text is, and none of these characters are
        return text
    return _ACTING.sub(lambda found: _spelled(found[0]), text)


def _spelled(char: str) -> str:
    return f"\\x{ord(char):02x}" if ord(char) <= 0xFF else f"\\u{ord(char):04x}"  # noqa: PLR2004 - two digits


def plain_json(value: object) -> str:
    r"""Write *value* as JSON in ASCII, which says all that it holds and can turn nothing around.

    >>> print(plain_json({"text": "\u202e<script>"}))
    {"text":"\u202e<script>"}
    """
    text = orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    if not text.isascii():
        text = "".join(char if char.isascii() else _escaped(char) for char in text)
    return text.replace("\x7f", "\\u007f")  # a control character that JSON lets stand


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[n : n + 2].hex()}" for n in range(0, len(units), 2))


def json_for_pages(value: object) -> bytes:
    r"""Write *value* as indented JSON that may stand inside a ``<script>`` element.

    The characters that could close the element are escaped; programs read the same values.

    >>> json_for_pages(["</script>"])
    b'[\n  "\\u003c/script\\u003e"\n]\n'
    """
    text = orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    return (text.translate(_IN_SCRIPT) + "\n").encode()


def html_text(text: str) -> str:
    """Return *text* for HTML: every character shown, none obeyed; long words may break.

    >>> html_text("<script>alert('x')</script>")
    '&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;'
    """
    pieces = []
    at = 0
    for found in _LONG_WORD.finditer(inert(text)):
        pieces.append(html.escape(found.string[at : found.start()]))
        word = found[0]
        parts = (word[n : n + _BREAK_AFTER] for n in range(0, len(word), _BREAK_AFTER))
        pieces.append("<wbr>".join(html.escape(part) for part in parts))
        at = found.end()
    pieces.append(html.escape(inert(text)[at:]))
    return "".join(pieces)


def web_url(text: str) -> str | None:
    """Return *text* if it is the address of a web page, which a click may open; else None.

    >>> web_url("https://example.org/a?b=1"), web_url("javascript:alert(1)"), web_url("")
    ('https://example.org/a?b=1', None, None)
    """
    if not text.isprintable() or inert(text) != text or set(text) & set(" \"'<>\\^`{|}"):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that hold no IPv6 address
        return None
    return text if parts.scheme in {"http", "https"} and parts.hostname else None


def shortened(text: str, limit: int) -> str:
    """Return *text* on one line, inert, cut behind *limit* characters with an ellipsis.

    >>> shortened("one two three", 8)
    'one two…'
    """
    flat = " ".join(inert(text).split())
    return flat if len(flat) <= limit else f"{flat[: limit - 1].rstrip()}…"
