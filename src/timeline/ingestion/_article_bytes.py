"""From the bytes of a file to its text: what is too large, no text, or text of another encoding."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from timeline.ingestion._article_left_out import Category, Refused

if TYPE_CHECKING:
    from pathlib import Path

MAX_ARTICLE_BYTES: Final = 16_000_000
"""The largest file, or line of JSON, that is taken for an article; the caller can say otherwise."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS: Final = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"wOF", "a font"),
)
_LOOK: Final = 65_536
_CONTROLS: Final = frozenset(range(32)) - frozenset(b"\t\n\r\f\x0b\x1b")
_FEW_CONTROLS: Final = 0.01
_FEW: Final = 20
_MOST: Final = 0.8
_WESTERN: Final = frozenset({"cp1252", "latin_1", "iso8859_15", "iso8859_1", "cp1250", "cp1254"})


def read_bytes(path: Path, limit: int) -> bytes:
    """Return what the file holds.

    Raises:
        Refused: it is larger than *limit* bytes, or cannot be read.
    """
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for
            raise Refused(Category.UNREADABLE, "expected a file, found something else")
        size = path.stat().st_size
        if size > limit:
            raise too_large(size, limit)
        data = path.read_bytes()
    except OSError as error:
        raise Refused(Category.UNREADABLE, f"cannot be read: {error.strerror}") from error
    except ValueError as error:  # a NUL in the name
        raise Refused(Category.UNREADABLE, f"cannot be read: {error}") from error
    if len(data) > limit:  # it grew meanwhile
        raise too_large(len(data), limit)
    return data


def too_large(size: int, limit: int, place: str = "") -> Refused:
    """Return the refusal of something of so many bytes."""
    problem = f"expected at most {limit:,} bytes, found {size:,}"
    return Refused(Category.TOO_LARGE, problem, place)


def decoded(data: bytes) -> str:
    r"""Return the text of some bytes, with ``\n`` at the ends of its lines.

    UTF-8, UTF-16, and UTF-32 with a byte order mark are read. Other encodings are guessed by
    charset-normalizer, where it is installed.

    Raises:
        Refused: they are empty, no text, or text of an unknown encoding.

    >>> decoded(b"Quake\r\nThree dead.")
    'Quake\nThree dead.'
    """
    text = _text_of(data).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Refused(Category.EMPTY, "expected a text, found no words")
    return text


def _text_of(data: bytes) -> str:
    if not data.strip():
        raise Refused(Category.EMPTY, f"expected a text, found {len(data)} empty bytes")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _in_encoding(data[len(mark) :], encoding, len(mark))
    wide = _unmarked(data)
    if wide is not None:
        return _in_encoding(data, wide, 0)
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        guessed = _guessed(data)
        if guessed is None:
            problem = (
                f"expected UTF-8 (or UTF-16 with a byte order mark), found byte 0x"
                f"{data[error.start]:02x}; convert the file to UTF-8"
            )
            raise Refused(Category.ENCODING, problem, f"byte {error.start}") from error
        return guessed


def _unmarked(data: bytes) -> str | None:
    """Return which UTF-16 some bytes without a mark are in; None for anything else.

    Nearly every other byte of English in UTF-16 is NUL, on one side, and the others are letters.
    """
    head = data[:_LOOK]
    half = len(head) // 2
    first, second = head[::2].count(0), head[1::2].count(0)
    if half < _FEW or min(first, second) > 0:
        return None
    if max(first, second) <= _MOST * half:
        return None
    letters = head[::2] if second else head[1::2]
    if sum(map(_CONTROLS.__contains__, letters)) > (1 - _MOST) * half:
        return None  # so is it of small numbers in a program, but these are no letters
    return "utf-16-le" if second else "utf-16-be"


def _in_encoding(data: bytes, encoding: str, offset: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"expected {encoding.upper()}, as its first bytes say, found other bytes"
        raise Refused(Category.ENCODING, problem, f"byte {error.start + offset}") from error


def _refuse_binary(data: bytes) -> None:
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise Refused(Category.BINARY, f"expected text, found {kind}")
    head = data[:_LOOK]
    controls = sum(head.count(control) for control in _CONTROLS)
    if b"\0" in head or controls > _FEW_CONTROLS * len(head):
        place = next(place for place, byte in enumerate(head) if byte in _CONTROLS)
        problem = f"expected text, found the control character 0x{head[place]:02x}"
        raise Refused(Category.BINARY, problem, f"byte {place}")


def _guessed(data: bytes) -> str | None:
    """Return the text as charset-normalizer reads it; None without it, or where it cannot say."""
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415 - an optional library
    except ImportError:
        return None
    best = from_bytes(data).best()
    if best is None:
        return None
    if best.encoding in _WESTERN:
        # These differ in a few signs; pages in English that call themselves so mean this one.
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return data.decode("latin-1")
    return str(best)
