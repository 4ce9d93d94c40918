"""Reads who says what in a text, for the tests."""

from __future__ import annotations

from timeline.extraction.frames._frames import (
    Frame,
    frames_of,
)
from timeline.extraction.names._names import (
    Mention,
    names_of,
)
from timeline.extraction.page._page import page_of
from timeline.model import Article, Source

NOBODY: dict[str, Source] = {}


def article(text: str, title: str = "") -> Article:
    return Article("a", "the-outlet", "2025-02-07", title=title, text=text)


def mentions(
    text: str, sources: dict[str, Source] | None = None, title: str = ""
) -> tuple[Mention, ...]:
    return names_of(page_of(article(text, title)), sources or NOBODY)


def frames(
    text: str, sources: dict[str, Source] | None = None, title: str = ""
) -> tuple[Frame, ...]:
    page = page_of(article(text, title))
    known = sources or NOBODY
    return frames_of(page, names_of(page, known), known)


def said(text: str, sources: dict[str, Source] | None = None) -> list[str]:
    """Show each frame as ``chain stance [date]: words | words``; a carried date has a plus."""
    return [_shown(text, frame) for frame in frames(text, sources)]


def _shown(text: str, frame: Frame) -> str:
    when = frame.when
    date = "" if when is None else f" [{'' if frame.dated else '+'}{when.when}]"
    words = " | ".join(text[start:end] for start, end in frame.content)
    return f"{' <- '.join(frame.chain)} {frame.stance}{date}: {words}"


def named(text: str, sources: dict[str, Source] | None = None) -> list[str]:
    """Show each mention as ``words = id (sort)``."""
    return [
        f"{mention.text} = {mention.id} ({mention.sort})" for mention in mentions(text, sources)
    ]
