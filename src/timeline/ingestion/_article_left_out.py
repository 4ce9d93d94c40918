"""Why a file did not become an article: one line for a person, and a word to count by."""

from __future__ import annotations

from pathlib import Path

import attrs

from timeline.errors import InvalidInput
from timeline.model import Word


class Category(Word):
    """Why something was left out, as a word to count by."""

    EMPTY = "empty"
    """No text in it."""
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    """The file system refused."""
    BINARY = "binary"
    """No text: a picture, a PDF, an archive."""
    ENCODING = "encoding"
    """Text in an unknown encoding."""
    FRONT_MATTER = "front-matter"
    JSON = "json"
    """Broken JSON, or JSON of another kind than we read."""
    HTML = "html"
    """A page in which no article is found."""
    MISSING_LIBRARY = "missing-library"
    """Its kind needs a library that is not installed."""
    UNKNOWN_KIND = "unknown-kind"
    """A kind of file that holds no articles."""
    NOT_PUBLISHED = "not-published"
    """Withheld or cancelled by its sender."""
    NO_OUTLET = "no-outlet"
    NO_DATE = "no-date"
    FUTURE_DATE = "future-date"
    INVALID = "invalid"
    """A field that cannot be what it claims to be."""
    NO_ANSWER = "no-answer"
    """A model that was to read it gave nothing that can be used."""
    SAME_ID = "same-id"
    """Another article of the batch has its id, and another text."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _as_category(value: Category | str) -> Category:
    return Category.of(value)


@attrs.frozen
class LeftOut:
    """A file, or an item of a file, that did not become an article.

    Args:
        path: the file.
        reason: where in it, what was expected and what was found, in one line.
        category: the kind of reason, to count by.
    """

    path: Path
    reason: str = attrs.field(converter=_one_line)
    category: Category = attrs.field(converter=_as_category)

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class Refused(InvalidInput):
    """A reader cannot make an article of what it was given.

    Args:
        category: the kind of reason.
        problem: what was expected and what was found.
        place: where, such as ``line 7``; empty for all of it.
    """

    def __init__(self, category: Category, problem: str, place: str = "") -> None:
        self.category = category
        super().__init__("", place, problem)
