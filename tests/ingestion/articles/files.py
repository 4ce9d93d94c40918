"""Files for the tests of readers: a file is written, and read as the library reads it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from timeline.ingestion._article_draft import ArticleDefaults
from timeline.ingestion._articles import read_articles
from timeline.model import Article

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.ingestion._article_left_out import LeftOut

TODAY: Final = date(2024, 1, 1)
DEFAULTS: Final = ArticleDefaults(published="2023-05-04", outlet="The Gazette")
BODY: Final = "A bridge fell into the river Gash on Tuesday, the mayor said."


def read(
    folder: Path, name: str, content: bytes | str, defaults: ArticleDefaults = DEFAULTS
) -> list[Article | LeftOut]:
    """Write a file, and read it."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_articles([file], defaults=defaults, today=TODAY))


def one_article(
    folder: Path, name: str, content: bytes | str, defaults: ArticleDefaults = DEFAULTS
) -> Article:
    """Write a file of one article, and read it."""
    [found] = read(folder, name, content, defaults)
    assert isinstance(found, Article), found
    return found


def refused(
    folder: Path, name: str, content: bytes | str, defaults: ArticleDefaults = DEFAULTS
) -> tuple[str, str]:
    """Write a file that holds no article, and return the category and the reason."""
    [found] = read(folder, name, content, defaults)
    assert not isinstance(found, Article), found
    assert "\n" not in found.reason
    return str(found.category), found.reason
