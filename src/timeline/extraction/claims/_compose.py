"""Drafts to claims: on whose word, known since when, with which evidence, and how sure."""

from __future__ import annotations

import bisect
import functools
import re
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from timeline.extraction.claims._answers import answered
from timeline.extraction.claims._wording import worded
from timeline.extraction.english._verb_groups import Mood
from timeline.extraction.names import Sort
from timeline.model import Attribution, Basis, Claim, Evidence, Figure, Reading, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.dates import When
    from timeline.extraction.drafts import Draft
    from timeline.extraction.names import Mention
    from timeline.extraction.page import Page
    from timeline.model import Article, Source

_REFUSED = {Stance.DENIES, Stance.WITHHOLDS}
_SENSE = {Stance.DENIES, Stance.CONFIRMS, Stance.WITHHOLDS, Stance.ESTIMATES}
_ABOUT = {Sort.PERSON, Sort.ORGANISATION, Sort.PLACE, Sort.PEOPLE}
_START = attrgetter("start")
_GROUPS = {Sort.ORGANISATION, Sort.PEOPLE}


def composed(
    drafts: Sequence[Draft],
    page: Page,
    mentions: Sequence[Mention],
    name: str,
    sources: Mapping[str, Source],
) -> tuple[Claim, ...]:
    """Return the claims that *drafts* make, in the order of the text and numbered.

    Args:
        drafts: the drafts, in any order.
        page: the page that they were read on.
        mentions: the actors and places that it names.
        name: the name of the extractor.
        sources: the sources that are known, by id.
    """
    ordered = sorted(drafts, key=lambda draft: (draft.start, draft.end))
    claims = [
        _claim(draft, number, ordered, page, mentions, name, sources)
        for number, draft in enumerate(ordered, 1)
    ]
    for place, told in answered(ordered, claims, page).items():
        reading = claims[place].reading
        assert reading is not None  # it was made above
        reading = attrs.evolve(reading, answers=claims[told].id)
        claims[place] = attrs.evolve(claims[place], reading=reading)
    return tuple(claims)


def _claim(  # noqa: PLR0913, PLR0917 - what a claim is made of
    draft: Draft,
    number: int,
    drafts: Sequence[Draft],
    page: Page,
    mentions: Sequence[Mention],
    name: str,
    sources: Mapping[str, Source],
) -> Claim:
    article = page.article
    assert article.text is not None  # drafts come out of one
    chain = (article.outlet, *(draft.frame.chain if draft.frame is not None else ()))
    attribution = _attribution(chain)
    occurred = draft.occurred
    if _is_day_of_forecast(draft, article):
        basis, stated, occurred = Basis.DATED, occurred, None
    else:
        basis, stated = _basis(draft, article, attribution)
    stance = _stance(draft)
    if (
        occurred is not None
        and occurred.earliest is not None
        and article.published.latest is not None
        and occurred.earliest > article.published.latest
    ):
        basis = basis if basis is Basis.DATED else Basis.PUBLISHED
        stance = stance if stance in _REFUSED else Stance.FORECASTS
    elif basis is not Basis.DATED and _is_open(occurred, article.published):
        basis = Basis.PUBLISHED
    unmoved = draft.negated and stance is not Stance.FORECASTS
    lasting = draft.state and (unmoved or draft.kind is None)
    kind = "state" if lasting else draft.kind.name if draft.kind is not None else ""
    return Claim(
        f"{article.id}#{number}",
        stance,
        attribution,
        text=worded(draft, page, sources, drafts),
        occurred=occurred,
        basis=basis,
        stated=stated,
        figures=tuple(_figure(one.figure, draft) for one in draft.quantities),
        evidence=Evidence.at(article.text, draft.start, draft.end),
        reading=Reading(
            name,
            round(max(0.05, draft.doubt), 2),
            kind=kind,
            about=_about(draft, mentions, article.text or ""),
            rules=(
                *draft.rules,
                *((draft.frame.rule,) if draft.frame is not None else ()),
            ),
        ),
    )


@functools.lru_cache(maxsize=1_024)  # an article names few chains, and each again and again
def _attribution(chain: tuple[str, ...]) -> Attribution:
    return Attribution(tuple(dict.fromkeys(chain)))


def _is_open(occurred: When | None, published: When) -> bool:
    """Whether what is told may still be to come when it is printed: "has until Friday"."""
    if occurred is not None and occurred.is_interval and occurred.latest is None:
        return True
    last, told = None if occurred is None else occurred.latest, published.latest
    return last is not None and told is not None and last > told


def _basis(draft: Draft, article: Article, attribution: Attribution) -> tuple[Basis, When | None]:
    frame = draft.frame
    kind = None if draft.hinted else draft.kind  # one in four is wrong: too many to presume by
    if frame is not None and frame.when is not None and frame.when.when is not None:
        said = _said(frame.when.when, article)
        if said is not None:
            return Basis.DATED, said
    if (
        frame is not None
        and frame.rule.startswith("deed")
        and draft.explicit
        and kind is not None
        and kind.speech
    ):
        said = None if draft.occurred is None else _said(draft.occurred, article)
        if said is not None and frame.when is None:
            return Basis.DATED, said
    if (
        not attribution.own_voice
        or not draft.explicit
        or draft.state
        or draft.occurred is None
        or draft.mood is Mood.FUTURE
        or draft.stance is Stance.FORECASTS
    ):
        return Basis.PUBLISHED, None
    if kind is not None and kind.speech:
        said = _said(draft.occurred, article)
        if said is not None:
            return Basis.DATED, said
    if kind is not None and kind.public:
        return Basis.PRESUMED, None
    return Basis.BOUNDED, None


def _is_day_of_forecast(draft: Draft, article: Article) -> bool:
    """Whether a date is that of a forecast: "the bank had forecast 2.9 percent in December"."""
    frame = draft.frame
    if frame is None or frame.stance is not Stance.FORECASTS or frame.when is not None:
        return False
    words = (article.text or "")[frame.start : frame.end].split()
    if not draft.explicit or "had" not in words or words[-1] == "that":
        return False  # a clause with "that" has a date of its own
    last = None if draft.occurred is None else draft.occurred.latest
    printed = article.published.earliest
    return last is not None and printed is not None and last < printed


def _said(when: When, article: Article) -> When | None:
    """Return the date of a statement, if it can have been made before it was printed."""
    published = article.published.latest
    if when.latest is None or (
        when.earliest is not None and published is not None and when.earliest > published
    ):
        return None
    return when


def _stance(draft: Draft) -> Stance:
    if draft.frame is not None and draft.frame.stance in _REFUSED:
        return draft.frame.stance  # "denied that it would close", "would not say when it will"
    if draft.stance is Stance.FORECASTS:
        return Stance.FORECASTS
    if draft.frame is not None and draft.frame.stance in _SENSE:
        return draft.frame.stance
    if draft.frame is not None and draft.frame.stance is Stance.FORECASTS:
        return Stance.FORECASTS
    return draft.stance


def _figure(figure: Figure, draft: Draft) -> Figure:
    if draft.occurred is None:
        return figure
    return Figure(
        figure.measure,
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        approximate=figure.approximate,
        of=figure.of,
        as_of=draft.occurred,
    )


def _about(draft: Draft, mentions: Sequence[Mention], text: str) -> tuple[str, ...]:
    first = bisect.bisect_left(mentions, draft.start, key=_START)
    last = bisect.bisect_left(mentions, draft.end, first, key=_START)
    found = [one.id for one in mentions[first:last] if one.end <= draft.end and one.sort in _ABOUT]
    if text.startswith(("they", "They"), draft.start) and _THEY.match(text, draft.start):
        # "The troops of Ruritania lost so many that they left": those who left are named before.
        begin = max(text.rfind(end, 0, draft.start) for end in _ENDS)
        ahead = bisect.bisect_left(mentions, begin, 0, first, key=_START)
        subject = next((one for one in mentions[ahead:first] if one.sort in _GROUPS), None)
        if subject is not None and subject.id not in found:
            found.insert(0, subject.id)
    return tuple(found)


_THEY = re.compile(r"they\b", re.IGNORECASE)
_ENDS = (". ", "? ", "! ", "\n")
