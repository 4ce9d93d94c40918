"""TimelineJS3 JSON: what was known on a date, as slides for a page.

A soft date becomes its first and its last possible day, with the date in words beside; a fact
that nobody dates cannot be a slide. See https://timeline.knightlab.com/docs/json-format.html.
"""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

from timeline.dates import Precision, format_day
from timeline.formats._format import Format
from timeline.formats._inert import html_text, inert, json_for_pages, shortened, web_url
from timeline.formats._loss import Losses
from timeline.formats._words import is_exact

if TYPE_CHECKING:
    from timeline.dates import When
    from timeline.formats._format import Contents
    from timeline.formats._loss import LossReport
    from timeline.queries import Fact, KnownClaim

HEADLINE = 200
"""The most characters of a headline; longer ones are cut."""

_FARTHEST_YEAR = 270_000
"""Beyond it, TimelineJS draws geological time, and all other slides with it."""

# TimelineJS takes a quote that holds one of these for the address of something to embed, and
# loads it. As character references, the browser shows the same and TimelineJS sees no address.
_ADDRESS = re.compile(r"[./]|[si](?=potify|frame)", re.IGNORECASE)


# TimelineJS takes the references out of a group and of a date for display, and then reads what is
# left as HTML (3.9.11 does): escaping does not protect there, so no character of markup may stay.
_LABEL = str.maketrans({"<": "\u2039", ">": "\u203a", "&": "\uff06"})


def write_timelinejs(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write one slide for each fact that has a date."""
    losses = Losses()
    facts = contents.knowledge.facts()
    events = [slide for fact in facts if (slide := _slide(contents, fact, losses)) is not None]
    if not events:
        losses.add("nothing is shown, as no fact has a date", "collection", "this one")
    plain = {"scale": "human", "title": _title(contents, len(events)), "events": events}
    file.write(json_for_pages(plain))
    return losses.report("timelinejs", "fact", len(events))


def _title(contents: Contents, count: int) -> dict[str, object]:
    as_of = contents.as_of
    said = "known" if str(as_of.clock) == "stated" else "printed"
    facts = "1 fact" if count == 1 else f"{count} facts"
    headline = f"What was {said} by {contents.words(as_of.known)}"
    return {"unique_id": "title", "text": {"headline": html_text(headline), "text": facts}}


def _slide(contents: Contents, fact: Fact, losses: Losses) -> dict[str, object] | None:
    when = fact.occurred
    if when is None:
        losses.add("left out, as nobody dates it", "fact", fact.id)
        return None
    dates = _dates(when, fact.id, losses)
    if dates is None:
        return None
    slide: dict[str, Any] = {"unique_id": fact.id, **dates}
    if not is_exact(when):
        slide["display_date"] = _label(contents.words(when))
    # A row for each group: by kind there would be twenty, and no room left for the slides.
    slide["group"] = _label(str(fact.status) if fact.certain else "only possibly known")
    title = fact.title or fact.id
    headline = shortened(title, HEADLINE)
    if headline != " ".join(inert(title).split()):
        losses.add(f"cut behind {HEADLINE} characters", "headline", fact.id)
    slide["text"] = {"headline": html_text(headline), "text": _text(contents, fact)}
    quoted = _quoted(fact)
    for claim in fact.claims:
        if claim is not quoted:
            losses.add("left out, as a slide has room for one quote", "claim", claim.id)
    if quoted is not None:
        slide["media"] = _media(contents, quoted, losses)
    return slide


# ---- Dates ---------------------------------------------------------------------------------


def _dates(when: When, name: str, losses: Losses) -> dict[str, object] | None:
    """Return where a slide begins and ends; None where TimelineJS cannot place it."""
    first, last = when.earliest, when.latest
    if first is None and last is None:
        losses.add("left out, as its date has no bounds", "fact", name)
        return None
    if first is None:
        losses.add("placed at its last possible day, as the first is open", "fact", name)
        first = last
    assert first is not None
    far = (_day(day)["year"] for day in (first, last) if day is not None)
    if any(abs(year) > _FARTHEST_YEAR for year in far):
        losses.add("left out, as its date is too far away", "fact", name)
        return None
    if when.instant is not None:
        losses.add("without its time of day", "fact", name)
    # A month or a year is one to TimelineJS, too: it is drawn so, and not as a span of days.
    plain = not (when.is_approximate or when.is_uncertain)
    if plain and when.precision is Precision.YEAR and re.fullmatch(r"-?\d{4}", when.edtf):
        return {"start_date": {"year": _day(first)["year"]}}
    if plain and when.precision is Precision.MONTH and re.fullmatch(r"-?\d{4}-\d\d", when.edtf):
        start = _day(first)
        return {"start_date": {"year": start["year"], "month": start["month"]}}
    if not is_exact(when) and not when.is_interval and last is not None and last != first:
        losses.add("drawn as a span of all its possible days", "fact", name)
    dates: dict[str, object] = {"start_date": _day(first)}
    if last is None:
        losses.add("without an end, as that is open", "fact", name)
    elif last != first:
        dates["end_date"] = _day(last)
    return dates


def _day(number: int) -> dict[str, int]:
    year, month, day = format_day(number).rsplit("-", 2)
    return {"year": int(year), "month": int(month), "day": int(day)}


# ---- Words ---------------------------------------------------------------------------------


def _label(text: str) -> str:
    return shortened(text, HEADLINE).translate(_LABEL)


def _text(contents: Contents, fact: Fact) -> str:
    names = contents.names
    origins = ", ".join(names.get(origin, origin) for origin in fact.origins)
    said = str(fact.status) + (f", on the word of {origins}" if origins else "")
    parts = [html_text(said[0].upper() + said[1:] + ".")]
    if fact.kind:
        parts.append(html_text(f"Kind: {shortened(fact.kind, HEADLINE)}"))
    if not fact.certain:
        parts.append("Only possibly known by then.")
    if fact.conflict:
        parts.append("The dates that are given contradict each other.")
    if fact.possibly is not None:
        parts.append(f"Possibly: {html_text(str(fact.possibly.status))}.")
    return "".join(f"<p>{part}</p>" for part in parts)


def _quoted(fact: Fact) -> KnownClaim | None:
    """Return the claim whose words are shown: the first that stands and has some."""
    quoted = [claim for claim in fact.claims if claim.claim.evidence is not None]
    return next((claim for claim in quoted if claim.stands), quoted[0] if quoted else None)


def _media(contents: Contents, known: KnownClaim, losses: Losses) -> dict[str, str]:
    evidence = known.claim.evidence
    assert evidence is not None
    article = contents.resolution.article(known.claim.article)
    title = html_text(shortened(article.title or article.id, HEADLINE))
    url = web_url(article.url)
    if url is None and article.url:
        losses.add("without a link, as its address is none of the web", "article", article.id)
    quote = _ADDRESS.sub(lambda found: f"&#{ord(found[0])};", html_text(evidence.exact))
    return {
        "url": f"<blockquote>{quote}</blockquote>",
        "caption": title if url is None else f'<a href="{html_text(url)}">{title}</a>',
        "credit": html_text(contents.names.get(article.outlet, article.outlet)),
    }


FORMAT = Format(
    name="timelinejs",
    summary="what was known on a date, as slides for TimelineJS3",
    suffix=".timelinejs.json",
    write=write_timelinejs,
    dated=True,
)
