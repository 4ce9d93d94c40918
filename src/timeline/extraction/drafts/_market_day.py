"""The day of what a report tells of markets: that of the news which moved them.

"The bank cut its rate on Thursday. The krona lost 1.4 per cent": on that Thursday, too. It holds
only where the report begins with one day, that of its publication or the one before, and where no
other day was told since.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.extraction.dating import (
    Role,
    role_of,
)
from timeline.extraction.english._verb_groups import Mood
from timeline.extraction.page import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.page import (
        Page,
        Sentence,
    )

_TRADED = re.compile(
    r"(?:(?:the|its|their|his|[A-Z][\w&.’'-]*|in|of|on|\d+-year|benchmark|main|broader|local"
    r"|blue-chip|US|stock|share|spot|front-month|government|sovereign"
    r"|dollar|most-active|company|bank|bank's) ){0,6}"
    r"(?:shares?|stocks?|index|indices|gauge|bonds?|yields?|futures|crude|oil|gold|silver|copper"
    r"|wheat|bitcoin|currency|dollar|euro|pound|sterling|yen|yuan|renminbi|rou?ble|rupee|peso|real"
    r"|lira|kron[aeo]r?|krone|franc|zloty|forint|koruna|leu|lev|dinar|dirham|riyal|shekel|won|baht"
    r"|ringgit|rupiah|dong|taka|naira|cedi|shilling|rand|kwacha|birr|dram|lari|tenge|som|manat"
    r"|hryvnia|sol|Brent|bourse|equities|gilts?|bunds?|treasur(?:y|ies))\b",
    re.IGNORECASE,
)
"""The beginning of a sentence whose subject is traded every day."""
_MOVED = re.compile(
    r"\b(?:fell|rose|lost|gained|slid|slipped|dropped|jumped|surged|soared|plunged|tumbled|sank"
    r"|slumped|climbed|edged|closed|ended|finished|settled|weakened|strengthened|firmed|eased"
    r"|advanced|retreated|rallied|rebounded|shed|added|traded|hit|touched|bucked|crashed|dipped"
    r"|spiked|tanked|widened|narrowed|leapt|hovered|steadied)\b"
)
_LONGER = re.compile(
    r"\b(?:under|during|over|between|since|then|later|subsequently|previously|had|has|have|would"
    r"|will|(?<!-)years?|months?|weeks?|days?|quarter|season|every|each|whenever|if|usually|often|when"
    r"|while he|while she|last)\b",
    re.IGNORECASE,
)
"""Words by which a move can be that of another day, or of a longer while."""
_SUPERLATIVE = re.compile(
    r"\b(?:\w+est|most|least|worst|best|weakest)(?: \w+){0,3} (?:since|in) [^,;.]*"
)
"""In "its lowest since March 18" the day is but a measure."""
_LED = 4
"""In how many sentences a report says on which day its news was."""
_LENGTH = 70
"""How many letters may stand between the beginning of a sentence and its verb."""


def news_day(page: Page) -> int | None:
    """Return the one day with which a report begins, if it is of publication or the one before."""
    published = page.article.published
    if published.latest is None or published.earliest != published.latest:
        return None
    days: set[int] = set()
    body = [one for one in page.sentences if one.block.part is Part.PARAGRAPH][:_LED]
    for sentence in body:
        days.update(_days_in(sentence, page.text))
    recent = {day for day in days if day <= published.latest}
    if len(recent) != 1 or not published.latest - 1 <= min(recent):
        return None
    return recent.pop()


def _days_in(sentence: Sentence, text: str) -> Iterator[int]:
    """Yield the days that a sentence tells, without those that something is measured by."""
    for time in sentence.times:
        when = time.when
        if when is None or time.type not in {"DATE", "TIME"} or when.is_interval:
            continue
        if when.earliest is None or when.earliest != when.latest:
            continue
        if role_of(text, time) is not Role.MENTIONED:
            yield when.earliest


def date_like_the_news(draft: Draft, page: Page, day: int | None) -> None:
    """Date a move of the markets that has no date like the news that the report is about.

    Args:
        draft: what is told.
        page: the page that it was read on.
        day: the day of the news, by `news_day`.
    """
    if day is None or draft.explicit or draft.frame is not None or draft.mood is not Mood.PAST:
        return
    if draft.negated or draft.occurred is None or not draft.quantities:
        return
    text = page.text
    start = max(text.rfind(end, 0, draft.start + 1) + len(end) for end in _ENDS)
    end = text.find(". ", draft.end - 1)
    words = text[start : len(text) if end < 0 else end].split("\n", 1)[0]
    subject = _TRADED.match(words)
    if subject is None or _LONGER.search(_SUPERLATIVE.sub("", words)) is not None:
        return
    if _MOVED.search(words, subject.end(), subject.end() + _LENGTH) is None:
        return
    told = [
        found
        for sentence in page.sentences
        if sentence.end <= draft.start
        for found in _days_in(sentence, text)
    ]
    if told and told[-1] == day:
        draft.occurred, draft.explicit = When.day(day), True
        draft.by("on the day of the news", 0.8)


_ENDS = ("\n", ". ", "” ", '" ')
