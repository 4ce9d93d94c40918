"""Articles as people save them: text behind a few lines of front matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InvalidInput

if TYPE_CHECKING:
    import os

_LINE = re.compile(r"([A-Za-z_][\w-]*)\s*:\s*(.*?)\s*")
_NO_ID = re.compile(r"[^a-z0-9._-]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_OTHER_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
    }
)

MAX_BYTES = 16_000_000
"""The largest file that is taken for an article."""


def read_front_matter(path: str | os.PathLike[str]) -> tuple[dict[str, str], str]:
    r"""Return the front matter of a file, and the text behind it.

    The front matter stands between two lines ``---`` at the top, one ``key: value`` a line; a
    value may stand in quotes. The text begins behind the second line, stripped of white space at
    both ends, and its line ends are ``\\n``.

    Raises:
        InvalidInput: the file cannot be read, is not UTF-8, or has no front matter.
    """
    file = Path(path)
    try:
        if file.exists() and not file.is_file():
            raise InvalidInput(path, "", "expected a file, found something else")
        if file.stat().st_size > MAX_BYTES:
            raise InvalidInput(
                path, "", f"expected an article of at most {MAX_BYTES:,} bytes, found more"
            )
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InvalidInput(path, "", f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InvalidInput(
            path, f"byte {error.start}", "expected text in UTF-8, found something else"
        ) from error
    lines = text.split("\n")
    if lines[0].strip() != "---":
        raise InvalidInput(path, "line 1", "expected '---' to open the front matter")
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == "---":
            return fields, "\n".join(lines[number:]).strip()
        if not line.strip():
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise InvalidInput(path, f"line {number}", f"expected 'key: value', found {line!r}")
        fields[found[1]] = _unquoted(found[2])
    raise InvalidInput(path, "", "expected a second '---' to close the front matter")


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value


@lru_cache(maxsize=2_048)  # names come again and again
def slug(name: str) -> str:
    """Make an id of a name: ``Korea JoongAng Daily`` becomes ``korea-joongang-daily``.

    Accents are left out: ``Süddeutsche`` becomes ``suddeutsche``.
    """
    plain = name.lower()
    if not plain.isascii():
        letters = unicodedata.normalize("NFD", plain.translate(_OTHER_LETTERS))
        plain = _ACCENTS.sub("", letters)
    return _NO_ID.sub("-", plain).strip("-._")
