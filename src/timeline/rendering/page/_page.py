"""One HTML page of all that was known, date by date: a file that needs no network and no server.

The page carries its own policy: no script or style runs but those two that are written here, named
by their hashes (W3C, Content Security Policy Level 3, section 2.3.1), and nothing is ever fetched.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING

import attrs
from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from timeline.dates import When
from timeline.errors import UnknownName
from timeline.model import Article, AsOf
from timeline.queries import History
from timeline.rendering._phrases import MEANING, counted, question_words
from timeline.rendering._text import inert
from timeline.rendering._when import in_words
from timeline.rendering.page._answers import STATUSES, Answers, dates_of
from timeline.rendering.page._claims import Shared
from timeline.rendering.page._listing import article_texts, sections_of
from timeline.rendering.page._scale import Scale
from timeline.store import Head

if TYPE_CHECKING:
    from collections.abc import Iterator


TITLE = "What was known, and when"
"""What a page is called that nobody has named."""

SCRIPTS = ("data.js", "rows.js", "charts.js", "controls.js")
"""The parts of the script, in the order in which they are joined."""

_EXACT = 2**53
"""Beyond it, numbers of JavaScript are not exact; no drawing shows such a day."""


@functools.cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("timeline.rendering.page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")


@attrs.frozen
class Collection:
    """What a page tells of: the answers of the engine, and what they rest on.

    Args:
        histories: the life of each fact, in the order in which facts are listed.
        as_of: the question that the histories answer, with its last day.
        articles: the articles that claims quote, by id.
        names: what to call each source, by id.
        head: the end of the log that was asked.
        merged: the id of a source that stands for another one, where sources were merged.
    """

    histories: Sequence[History]
    as_of: AsOf
    articles: Mapping[str, Article]
    names: Mapping[str, str]
    head: Head
    merged: Mapping[str, str] = attrs.field(factory=dict)


def page_of(
    collection: Collection, *, title: str = "", measure: str | None = None, texts: bool = True
) -> str:
    """Return the page that shows a collection, as HTML.

    Args:
        collection: what to show.
        title: what to call the page.
        measure: the measure that is drawn first; None chooses the one over which most differ.
        texts: whether the page holds the texts of the articles.

    Raises:
        UnknownName: nobody gives a figure of *measure*.
    """
    histories, as_of = collection.histories, collection.as_of
    dates = dates_of(histories, as_of.day)
    shared = Shared(
        as_of, collection.names, collection.articles, texts=texts, merged=collection.merged
    )
    answers = Answers(histories, dates, shared)
    measures = [one.name for one in answers.measures]
    if measure is not None:
        if measure not in measures:
            raise UnknownName("measure", measure, measures)
        answers.measures.sort(key=lambda one: one.name != measure)
    style, script = _read("page.css"), "\n".join(map(_read, SCRIPTS))
    told = {claim.claim for claim in shared.claims}
    facts = [history.steps[-1].fact for history in histories]
    first, last = (in_words(When.day(day)) for day in (dates[0], dates[-1]))
    return _template().render(
        title=inert(title) or TITLE,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=_digest(style),
        script_hash=_digest(script),
        data=Markup(_embedded(_plain(answers, _scale(histories, dates), as_of))),  # noqa: S704 - no "<" is left in it
        question=question_words(as_of),
        last_day=in_words(When.day(as_of.day)),
        summary=(
            f"{counted(len(facts), 'fact')}, {counted(len(told), 'claim')}, "
            f"{counted(len(shared.articles.rows), 'article')}"
        ),
        span=first if first == last else f"{first} to {last}",
        sections=sections_of(facts, answers),
        texts=article_texts(collection.articles, shared) if texts else [],
        head=collection.head,
        actors=bool(shared.readings.actors),
        measures=[inert(one.name) for one in answers.measures],
    )


def _read(name: str) -> str:
    return resources.files("timeline.rendering.page").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _embedded(plain: object) -> str:
    r"""Write plain data so that nothing in it can end the element that it stands in.

    >>> _embedded(["</script>"])
    '["\\u003c/script>"]'
    """
    text = json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for char, code in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(char, code)
    return text


def _scale(histories: Sequence[History], dates: tuple[int, ...]) -> Scale:
    bounds = [
        day
        for history in histories
        for step in history.steps
        if (when := step.fact.occurred) is not None
        for day in (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)
        if day is not None
    ]
    return Scale.of((*dates, *bounds), _first_known(histories))


def _first_known(histories: Sequence[History]) -> Iterator[int]:
    """Yield the day on which each fact became certain, where it is drawn."""
    for history in histories:
        certain = next((step for step in history.steps if step.fact.certain), history.steps[0])
        if certain.day.latest is not None:
            yield certain.day.latest


def _plain(answers: Answers, scale: Scale, as_of: AsOf) -> dict[str, object]:
    """Return all that the script of the page needs to know."""
    shared = answers.shared
    return {
        "days": [_day_row(day) for day in answers.dates],
        "last": _day_row(as_of.day),
        "scale": [
            [_near(day), round(place, 3)]
            for day, place in zip(scale.days, scale.places, strict=True)
        ],
        "ticks": [[_near(day), words, rank] for day, words, rank in scale.ticks()],
        "statuses": [[str(status), *MEANING[status]] for status in STATUSES],
        "sources": shared.sources.rows,
        "articles": shared.articles.rows,
        "whens": shared.whens.rows,
        "phrases": shared.phrases.rows,
        "readings": shared.readings.rows,
        "actors": shared.readings.actors,
        "claims": [attrs.astuple(one) for one in shared.claims],
        "kinds": answers.kinds.rows,
        "titles": answers.titles.rows,
        "news": answers.news.rows,
        "origins": answers.origins.rows,
        "facts": answers.facts,
        "measures": [[inert(one.name), one.readings, one.ranges] for one in answers.measures],
    }


def _day_row(day: int) -> list[object]:
    when = When.day(day)
    return [_near(day), str(when), in_words(when)]


def _near(day: int) -> int:
    return max(-_EXACT, min(_EXACT, day))
