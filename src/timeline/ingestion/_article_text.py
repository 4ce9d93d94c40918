"""Articles as text: plain, or in Markdown, with or without front matter."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from timeline.ingestion._article_draft import Draft
from timeline.ingestion._article_left_out import Category, Refused

if TYPE_CHECKING:
    from pathlib import Path

FIELDS: Final = ("id", "outlet", "published", "title", "url")
"""What the front matter, and a plain record of JSON, can say of an article."""

_FENCE: Final = "---"
_TOML_FENCE: Final = "+++"
_FIELD: Final = re.compile(r"([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*")
_NESTED: Final = ("-", " ", "\t", "#")
_TOML_PLACE: Final = re.compile(r" \(at line (\d+), column \d+\)$")
_LIKE_PUBLISHED: Final = ("date", "pubdate", "publish_date", "published_at", "created")
"""What other programs call a date, which need not be that of printing."""


def read_text(text: str, name: Path) -> Draft:
    r"""Return the draft of a text.

    Front matter is what `timeline.model.read_front_matter` reads, or TOML between two lines
    ``+++``. Values of several lines, which programs that clip pages write under keys of their own,
    are left alone.

    Raises:
        Refused: its front matter is broken.

    >>> from pathlib import Path
    >>> read_text("---\noutlet: Gazette\ntags:\n  - floods\n---\nIt rained.", Path("a.md")).fields
    {'outlet': 'Gazette'}
    >>> read_text("+++\npublished = 2025-01-09\n+++\nIt rained.", Path("a.md")).fields
    {'published': '2025-01-09'}
    """
    lines = text.split("\n")
    opened = next((number for number, line in enumerate(lines) if line), 0)
    fence = lines[opened].strip()
    if fence not in {_FENCE, _TOML_FENCE}:
        return Draft(text, name, "", "front matter", {})
    closed = next(
        (number for number in range(opened + 1, len(lines)) if lines[number].strip() == fence), None
    )
    inner = lines[opened + 1 : closed]
    if fence == _FENCE:
        fields = _plain_fields(inner, opened + 2)
    else:
        fields = {} if closed is None else _toml_fields(inner, opened + 2)
    if closed is None:
        problem = (
            f"expected a second '{fence}' to close the front matter, found the end of the file"
        )
        raise Refused(Category.FRONT_MATTER, problem, f"line {len(lines)}")
    kept = {key: value for key, value in fields.items() if key in FIELDS}
    behind = "\n".join(lines[closed + 1 :])
    return Draft(behind, name, "", "the front matter", kept, _unread_date(fields))


def _unread_date(fields: dict[str, str]) -> str:
    """Return what to say of a date under a key that is not ours; empty without one."""
    other = next((key for key in _LIKE_PUBLISHED if fields.get(key)), None)
    return f"{other!r} is not read, write 'published'" if other else ""


def _plain_fields(lines: list[str], first: int) -> dict[str, str]:
    fields: dict[str, str] = {}
    for number, line in enumerate(lines, start=first):
        if not line.strip() or line.startswith(_NESTED):
            continue
        found = _FIELD.fullmatch(line)
        if found is None:
            problem = f"expected 'key: value', found {line[:60]!r}"
            raise Refused(Category.FRONT_MATTER, problem, f"line {number}")
        if found[1] in FIELDS and found[1] in fields:
            problem = f"expected {found[1]!r} once, found it again"
            raise Refused(Category.FRONT_MATTER, problem, f"line {number}")
        fields[found[1]] = _unquoted(found[2])
    return fields


def _toml_fields(lines: list[str], first: int) -> dict[str, str]:
    """Return the values of TOML that are text, dates or numbers."""
    try:
        values = tomllib.loads("\n".join(lines))
    except tomllib.TOMLDecodeError as error:
        where = _TOML_PLACE.search(str(error))
        number = first + (int(where[1]) - 1 if where else len(lines))
        problem = f"expected TOML, found: {_TOML_PLACE.sub('', str(error))}"
        raise Refused(Category.FRONT_MATTER, problem, f"line {number}") from error
    return {
        key: value.date().isoformat() if isinstance(value, datetime) else str(value)
        for key, value in values.items()
        if isinstance(value, str | int | date)
    }


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
