"""The command that takes in: articles, read by rules, and curated streams, as they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter
from rich.console import Group, RenderableType

from timeline import Article, Timeline
from timeline.cli._collection import check_paths, report_left_out
from timeline.cli._errors import WrongCall, reading
from timeline.cli._options import DEFAULT_STORE, date_of, today
from timeline.cli._progress import waiting
from timeline.cli._store import Json  # noqa: TC001 - cyclopts reads the annotations
from timeline.cli._terminal import legible, show, show_json
from timeline.errors import InvalidInput, TimelineError
from timeline.model import read_front_matter
from timeline.rendering import counted, fields, line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction import RuleExtractor
    from timeline.ingestion import ArticleDefaults, Ingestion

_LISTED = 40
"""How many streams are listed one by one."""


def ingest(  # noqa: PLR0913 - what can be said of articles that do not say it themselves
    *paths: Annotated[
        Path,
        Parameter(
            name="PATH",
            help="What to take in: articles (.md, .txt, .html, .json, .jsonl), curated streams "
            "(.toml), or folders of either.",
        ),
    ],
    store: Annotated[
        Path,
        Parameter(metavar="FILE", help="The store to take them into; made if it is not there."),
    ] = DEFAULT_STORE,
    published: Annotated[
        str | None,
        Parameter(
            metavar="DATE|auto",
            help="When articles were published that do not say so; 'auto' takes the bounds that "
            "their texts imply.",
        ),
    ] = None,
    outlet: Annotated[
        str | None, Parameter(metavar="NAME", help="The outlet of articles that name none.")
    ] = None,
    title: Annotated[
        str | None, Parameter(metavar="TEXT", help="The title of an article that has none.")
    ] = None,
    kinds: Annotated[
        tuple[Path, ...],
        Parameter(
            metavar="FILE",
            help="Kinds of happening of your own to look for, in TOML; can be given several times.",
        ),
    ] = (),
    draft: Annotated[
        Path | None,
        Parameter(
            metavar="FILE",
            help="Store nothing: write what is read out of one article as a curated stream, to "
            "edit by hand and take in.",
        ),
    ] = None,
    as_json: Json = False,
) -> int:
    """Take articles and curated streams into a store; what it holds already is left alone."""
    if not paths:
        raise WrongCall("PATH: must be at least one file or folder (got none)")
    check_paths(paths)
    defaults = _defaults(published, outlet, title)
    if draft is not None:
        _draft(paths, defaults, draft, store, _reader(kinds))
        return 0
    reader = _reader(kinds)
    new = not store.exists()
    with Timeline.open(store) as opened, waiting("taking in") as progress:
        if reader is not None:
            opened.extractor = reader
        try:
            done = opened.ingest(*paths, defaults=defaults, progress=progress)
        except TimelineError:
            if new and opened.store.head().position == 0:
                _unmake(opened, store)
            raise
    if as_json:
        show_json(_plain(done, store))
    else:
        show(_taken_in(done, store))
        report_left_out(done)
    return 1 if done.left_out else 0


def _reader(kinds: Sequence[Path]) -> RuleExtractor | None:
    """Return what reads articles with kinds of one's own; None for the usual."""
    if not kinds:
        return None
    from timeline.extraction import Kinds, RuleExtractor  # noqa: PLC0415 - not light

    return RuleExtractor(Kinds.read(*kinds))


def _unmake(opened: Timeline, store: Path) -> None:
    """Leave no empty store behind a file at fault."""
    opened.close()
    for beside in ("", "-wal", "-shm"):
        Path(f"{store}{beside}").unlink(missing_ok=True)


def _defaults(published: str | None, outlet: str | None, title: str | None) -> ArticleDefaults:
    from timeline.ingestion import ArticleDefaults  # noqa: PLC0415 - not light

    with reading("--published"):
        when = (
            "auto"
            if published == "auto"
            else None
            if published is None
            else date_of(published, today())
        )
    return ArticleDefaults(published=when, outlet=outlet, title=title)


def _plain(done: Ingestion, store: Path) -> dict[str, object]:
    return {
        "store": legible(store),
        "added": done.added,
        "streams": [
            {"stream": one.stream, "added": one.added, "version": one.version} for one in done
        ],
        "left_out": [
            {"path": legible(one.path), "reason": one.reason, "category": str(one.category)}
            for one in done.left_out
        ],
        "unplaced": [words for one in done for words in one.unplaced],
        "proposals": [
            {"fact": one.fact, "into": one.into, "score": round(one.score.total, 2), "why": one.why}
            for one in done.proposals
        ],
    }


def _taken_in(done: Ingestion, store: Path) -> Group:
    rows = [
        (
            one.stream,
            line(
                f"{counted(one.added, 'event')} added" if one.added else ("unchanged", "dim"),
                (f" ({counted(one.version, 'event')} now)", "dim"),
            ),
        )
        for one in done[:_LISTED]
    ]
    parts: list[RenderableType] = [fields(rows)] if rows else []
    if len(done) > _LISTED:
        parts.append(line((f"... and {counted(len(done) - _LISTED, 'stream')} more", "dim")))
    names = f" ({done.named:,} of them name sources and facts)" if done.named else ""
    parts += ["", line(f"{counted(done.added, 'event')} added to {store}", (names, "dim"))]
    words = [words for one in done for words in one.unplaced]
    if words:
        parts += ["", line(("Not stored:", "bold")), *(line(one) for one in words)]
    if done.proposals:
        parts += ["", *_proposed(done, store)]
    return Group(*parts)


def _proposed(done: Ingestion, store: Path) -> list[RenderableType]:
    count = len(done.proposals)
    where = "" if store == DEFAULT_STORE else f" --store {store}"
    return [
        line(f"{counted(count, 'pair')} of facts may be one: 'timeline review{where}' asks you."),
    ]


# ---- Drafts --------------------------------------------------------------------------------


def _draft(
    paths: Sequence[Path],
    defaults: ArticleDefaults,
    draft: Path,
    store: Path,
    reader: RuleExtractor | None,
) -> None:
    if draft.exists():
        raise WrongCall(f"--draft: must be a file that is not there yet (got {draft})")
    from timeline.ingestion import LeftOut, draft_of, read_articles  # noqa: PLC0415 - not light

    found = list(read_articles(paths, defaults=defaults))
    articles = [one for one in found if isinstance(one, Article)]
    faults = [one for one in found if isinstance(one, LeftOut)]
    if faults:
        raise InvalidInput(faults[0].path, "", faults[0].reason)
    if len(articles) != 1:
        raise WrongCall(f"--draft: takes one article (got {counted(len(articles), 'article')})")
    article = articles[0]
    known = Timeline.open(store, create=False) if store.exists() else Timeline.in_memory()
    with known:
        extraction = (reader or known.extractor).extract(article, known.sources)
        text = _text_beside(article, paths[0], draft)
        words = draft_of(article, extraction, text=text, known=known.sources)
    draft.write_text(words, encoding="utf-8")
    show(
        Group(
            line(f"{counted(len(extraction.claims), 'claim')} written to {draft}"),
            line(("Edit it, then take it in: ", "dim"), f"timeline ingest {draft}"),
        )
    )


def _text_beside(article: Article, path: Path, draft: Path) -> str:
    """Return how the draft names the file of the text; write one if the article's is no text."""
    try:
        _, text = read_front_matter(path)
    except InvalidInput:
        text = ""
    if text == article.text:
        return os.path.relpath(path, draft.parent)
    beside = draft.with_suffix(".md")
    if beside.exists():
        raise WrongCall(f"--draft: must not write over {beside}")
    head = [f"id: {article.id}", f"outlet: {article.outlet}", f'published: "{article.published}"']
    beside.write_text("\n".join(["---", *head, "---", article.text or ""]), encoding="utf-8")
    return beside.name
