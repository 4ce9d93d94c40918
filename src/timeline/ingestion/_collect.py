"""What a caller names, taken in: curated streams as they are, articles by an extractor."""

from __future__ import annotations

import gc
import os
import tomllib
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import InvalidInput, NoAnswer, WrongExpectedVersion
from timeline.ingestion._article_draft import ArticleDefaults
from timeline.ingestion._article_left_out import Category, LeftOut
from timeline.ingestion._articles import SUFFIXES, read_articles
from timeline.ingestion._folders import files_within
from timeline.ingestion._ingest import ingest_curated
from timeline.ingestion._report import Ingested, Ingestion
from timeline.model import Article
from timeline.queries._collector import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.ingestion._intake import Intake
    from timeline.queries import Engine

_YOUNG = 512
"""After so many articles the collector looks at what they left behind."""

_OFTEN = 500
"""After so many files it is said how many there are."""

_SILENT = 3
"""For so many articles in a row a model may give no answer; then it is not for their sake."""

Item = Article | str | os.PathLike[str]
"""What can be taken in: an article in hand, a file, or a folder of files."""

_TRIES = 5
"""How often to look again at what is new, where somebody else takes something in meanwhile."""


def ingest(
    engine: Engine,
    intake: Callable[[], Intake],
    items: Sequence[Item],
    *,
    defaults: ArticleDefaults | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Ingestion:
    """Take in what *items* name, and report what was left out.

    Curated streams are taken in together, all or none. Articles are taken in one by one: what is
    wrong with one of them does not keep the others out, and a run that was interrupted goes on
    where it stopped, since an article that is there already adds nothing. They go in as they were
    printed, whatever their order here, since linking sees only what came before.

    Args:
        engine: the engine of the collection.
        intake: gives what takes in articles; asked only if there are some.
        items: articles, files and folders.
        defaults: what is said of articles that do not say it themselves.
        progress: called with how many articles are done, and how many there are; before that is
            known, now and then with how many files were found, or read, and 0.

    Raises:
        InvalidInput: a curated file is at fault, or a path holds nothing to take in.
        DifferentHistory: a curated file contradicts the news that the store holds.
        NoAnswer: a model that reads the articles answers for none, or for several in a row.
    """
    seen = _Seen(progress)
    curated, files = _sorted([item for item in items if not isinstance(item, Article)], seen)
    streams: list[Ingested] = []
    left_out: list[LeftOut] = []
    if curated:
        streams += ingest_curated(engine, curated)
    articles = [item for item in items if isinstance(item, Article)]
    seen = _Seen(progress)
    for found in read_articles(files, defaults=defaults or ArticleDefaults()) if files else ():
        seen.another()
        if isinstance(found, LeftOut):
            left_out.append(found)
        else:
            articles.append(found)
    # Each claim is linked to what stands by then: names of files must have no say in it.
    articles.sort(key=_as_printed)
    count = len(articles) + len(left_out)
    silent: list[NoAnswer] = []
    with collector_paused():  # what is made is in no cycles, and there is ever more to look at
        for done, article in enumerate(articles, len(left_out) + 1):
            try:
                streams.append(_taken(intake(), article))
                silent = []
            except NoAnswer as error:
                silent.append(error)
                if len(silent) == _SILENT or len(silent) == len(articles):
                    raise  # it is no single article that it does not answer for
                left_out.append(LeftOut(Path(article.id), str(error), Category.NO_ANSWER))
            if progress is not None:
                progress(done, count)
            if done % _YOUNG == 0:
                gc.collect(1)  # whoever reads or shows progress may have made some meanwhile
    return Ingestion(tuple(streams), tuple(left_out))


class _Seen:
    """Counts files, and says now and then how many there are so far."""

    def __init__(self, progress: Callable[[int, int], None] | None) -> None:
        self._progress = progress
        self._count = 0

    def another(self) -> None:
        self._count += 1
        if self._progress is not None and self._count % _OFTEN == 0:
            self._progress(self._count, 0)


def _as_printed(article: Article) -> tuple[float, float, str]:
    """Put articles in the order in which they were printed; of those with a vague day, late."""
    first, last = article.published.earliest, article.published.latest
    return inf if last is None else last, -inf if first is None else first, article.id


def _taken(intake: Intake, article: Article) -> Ingested:
    for _ in range(_TRIES - 1):
        try:
            return intake.take(article)
        except WrongExpectedVersion:
            continue  # somebody else took it in meanwhile: look again at what is new
    return intake.take(article)


def _sorted(paths: Iterable[str | os.PathLike[str]], seen: _Seen) -> tuple[list[Path], list[Path]]:
    """Return the curated files that *paths* name or hold, and where articles are.

    A file that a curated stream of the same folder has for its text is no article beside it.
    """
    curated: list[Path] = []
    articles: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            held, faults = files_within(path, seen.another)
            streams = [one for one in held if one.suffix == ".toml"]
            found = [one for one in held if one.suffix.lower() in SUFFIXES]
            if faults and (streams or not found):  # streams are taken in all or none
                raise faults[0]
            if streams:
                texts = {text for stream in streams for text in _texts(stream)}
                found = [one for one in found if os.path.realpath(one) not in texts]
                articles += [one for one in found if one.stem.lower() != "readme"]
            elif found:
                articles.append(path)
            else:
                problem = "expected a folder of articles or of curated streams, found neither in it"
                raise InvalidInput(path, "", problem)
            curated += streams
        elif path.suffix == ".toml":
            curated.append(path)
        elif path.exists():
            articles.append(path)
        else:
            raise InvalidInput(path, "", "no such file or folder")
    return list(dict.fromkeys(curated)), list(dict.fromkeys(articles))


def _texts(stream: Path) -> list[str]:
    """Return the file that a curated stream has for its text; what is wrong with it shows later."""
    try:
        article = tomllib.loads(stream.read_text("utf-8")).get("article")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return []
    text = article.get("text") if isinstance(article, dict) else None
    # Unlike `Path.resolve`, this goes as far as it can where links lead in a circle.
    return [os.path.realpath(stream.parent / text)] if isinstance(text, str) else []
