"""An article while it is read: what a file says of it, and what is filled in where it does not."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

import attrs

from timeline.dates import When
from timeline.errors import InvalidDate, InvalidValue
from timeline.extraction.page import (
    Part,
    Proposal,
    blocks_of,
    proposed_publication,
)
from timeline.ingestion._article_left_out import Category, Refused
from timeline.model import CURATION, Article, slug


def _as_published(value: When | date | str | None) -> When | Literal["auto"] | None:
    if value is None or value == "auto":
        return value  # type: ignore[return-value]  # "auto" is the one text that stays one
    return When.of(value)


@attrs.frozen
class ArticleDefaults:
    """What to take where a file does not say.

    Args:
        published: the date, as a `When`, a date or EDTF text; ``"auto"`` takes the one that the
            text itself implies, as uncertain as that is; None asks for one.
        outlet: the name of the outlet.
        title: the headline; without it, the first line that can be one is taken.
    """

    published: When | Literal["auto"] | None = attrs.field(default=None, converter=_as_published)
    outlet: str | None = None
    title: str | None = None


@attrs.frozen
class Draft:
    """What a file, or an item of a file, says of an article.

    Args:
        text: its text.
        name: the file's name, by which it is known if nothing else names it.
        place: where in the file it stands, such as ``line 3``; empty for all of it.
        looked: where a date and an outlet were looked for, in words.
        fields: what is said: ``id``, ``outlet``, ``published``, ``title``, ``url``.
        hint: what to say of a date that was passed over, if the article is left out without one.
    """

    text: str
    name: Path
    place: str
    looked: str
    fields: dict[str, str]
    hint: str = ""


_GENERIC: Final = frozenset({"index", "default", "article", "page", "untitled", "view", "print"})
_WEB: Final = "www."
_SHOWN_REASONS: Final = 3


def finished(draft: Draft, defaults: ArticleDefaults, today: date) -> Article:
    """Return the article of a draft.

    Raises:
        Refused: it lacks an outlet or a date, or a field is wrong.
    """
    fields = draft.fields
    text = draft.text.strip()
    if not any(map(str.isalnum, text)):
        raise Refused(Category.EMPTY, "expected a text, found no words", draft.place)
    published = _published(draft, text, defaults, today)
    if published.earliest is not None and published.earliest > today.toordinal():
        raise Refused(
            Category.FUTURE_DATE,
            f"expected a date no later than today, {today}, found {published}",
            _place(draft, "published"),
        )
    try:
        return Article(
            id=_id(draft),
            outlet=_outlet(draft, defaults),
            published=published,
            title=fields.get("title") or defaults.title or _headline(text),
            text=text,
            url=fields.get("url", ""),
        )
    except InvalidValue as error:
        raise Refused(Category.INVALID, str(error), draft.place) from error


def _id(draft: Draft) -> str:
    given = draft.fields.get("id")
    if given:
        return given
    return id_of_file(draft.name)


def id_of_file(name: Path) -> str:
    """Return the id of an article that nothing but its file names.

    >>> id_of_file(Path("saved/Ferry sinks.html")), id_of_file(Path("ferry-sinks/index.html"))
    ('ferry-sinks', 'ferry-sinks')
    """
    stem = slug(name.stem)
    if stem in _GENERIC:
        stem = slug(name.parent.name) or stem
    if not stem or stem == CURATION:
        digest = hashlib.sha256(name.name.encode("utf-8", "surrogatepass")).hexdigest()
        return f"article-{digest[:12]}"
    return stem


def _outlet(draft: Draft, defaults: ArticleDefaults) -> str:
    for name in (draft.fields.get("outlet"), draft.fields.get("site"), defaults.outlet):
        found = slug(name or "")
        if found:
            return found
        if name:
            problem = f"expected a name with Latin letters or digits, found {name!r}"
            raise Refused(Category.NO_OUTLET, problem, _place(draft, "outlet"))
    host = _site(draft.fields.get("url", ""))
    if host:
        return host
    problem = f"expected an outlet in {draft.looked}, found none; name it with --outlet"
    raise Refused(Category.NO_OUTLET, problem, _place(draft, "outlet"))


def _site(url: str) -> str | None:
    """Return the id of the site that an address is of, such as ``bbc.co.uk``; None without one."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None  # brackets that hold no address
    return slug((host or "").removeprefix(_WEB)) or None


def _published(draft: Draft, text: str, defaults: ArticleDefaults, today: date) -> When:
    given = draft.fields.get("published")
    if given:
        try:
            return When.parse(given)
        except InvalidDate as error:
            place = _place(draft, "published")
            raise Refused(Category.INVALID, f"{error}", place) from error
    if isinstance(defaults.published, When):
        return defaults.published
    location = draft.fields.get("url") or draft.name.name
    proposal = proposed_publication(text, location=location, today=today)
    if defaults.published == "auto" and proposal is not None and proposal.published is not None:
        return proposal.published
    raise Refused(Category.NO_DATE, _no_date(draft, proposal), _place(draft, "published"))


def _no_date(draft: Draft, proposal: Proposal | None) -> str:
    guess = f" ({draft.hint})" if draft.hint else ""
    asked = f"expected a date in {draft.looked}, found none{guess}"
    if proposal is None:
        return f"{asked}; the text implies none either: give it with --published"
    why = "; ".join(proposal.evidence[:_SHOWN_REASONS])
    if proposal.published is None:
        return f"{asked}; the text tells no year ({why}): give the date with --published"
    return (
        f"{asked}; the text implies {proposal.published} ({why}): "
        "take that with --published auto, or give the date with --published"
    )


def _headline(text: str) -> str:
    first = next((block for block in blocks_of(text) if block.part is Part.HEADLINE), None)
    return "" if first is None else text[first.start : first.end]


def _place(draft: Draft, field: str) -> str:
    return f"{draft.place}: {field}" if draft.place else field


def today_or(today: date | None) -> date:
    """Return *today*, by default the current day in UTC."""
    return today or datetime.now(UTC).date()
