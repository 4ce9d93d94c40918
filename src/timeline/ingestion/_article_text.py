"""Articles as text: plain, or in Markdown, with or without front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from timeline.ingestion._article_draft import Draft
from timeline.ingestion._article_left_out import Category, Refused

if TYPE_CHECKING:
    from pathlib import Path

FIELDS: Final = ("id", "outlet", "published", "title", "url")
"""What the front matter, and a plain record of JSON, can say of an article."""

_FENCE: Final = "---"
_FIELD: Final = re.compile(r"([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*")
_NESTED: Final = ("-", " ", "\t", "#")


def read_text(text: str, name: Path) -> Draft:
    r"""Return the draft of a text.

    Front matter is what `timeline.model.read_front_matter` reads. Values of several lines, which
    programs that clip pages write under keys of their own, are left alone.

    Raises:
        Refused: its front matter is broken.

    >>> from pathlib import Path
    >>> read_text("---\noutlet: Gazette\ntags:\n  - floods\n---\nIt rained.", Path("a.md")).fields
    {'outlet': 'Gazette'}
    """
    if text.lstrip("\n").split("\n", 1)[0].strip() != _FENCE:
        return Draft(text, name, "", "front matter", {})
    skipped = len(text) - len(text.lstrip("\n"))
    lines = text.split("\n")
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[skipped + 1 :], start=skipped + 2):
        if line.strip() == _FENCE:
            kept = {key: value for key, value in fields.items() if key in FIELDS}
            return Draft("\n".join(lines[number:]), name, "", "the front matter", kept)
        if not line.strip() or line.startswith(_NESTED):
            continue
        found = _FIELD.fullmatch(line)
        if found is None:
            problem = f"expected 'key: value', found {line[:60]!r}"
            raise Refused(Category.FRONT_MATTER, problem, f"line {number}")
        fields[found[1]] = _unquoted(found[2])
    problem = "expected a second '---' to close the front matter, found the end of the file"
    raise Refused(Category.FRONT_MATTER, problem, f"line {len(lines)}")


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
