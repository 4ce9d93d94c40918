"""What the views of one fact share: its summary, and its claims by what they count for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.rendering._fact import status_part
from timeline.rendering._layout import DIM, heading
from timeline.rendering._text import line
from timeline.rendering._when import bounds_in_words, in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import RenderableType
    from rich.text import Text

    from timeline.dates import When
    from timeline.queries import Fact, KnownClaim
    from timeline.rendering._room import Room


def summary(fact: Fact, reason: str = "") -> list[tuple[str, Text]]:
    """Return how a fact stands, why, and when it happened, as labelled values."""
    why = f": {reason}" if reason else ""
    rows = [
        ("status", line(status_part(fact.status, certain=fact.certain), why)),
        ("happened", date_line(fact.occurred)),
    ]
    if fact.conflict:
        rows.append(("", line(("the dates given cannot all be right; these cover them", "yellow"))))
    if fact.possibly is not None:
        would = line(
            "would be ",
            status_part(fact.possibly.status),
            f" ({in_words(fact.possibly.occurred)}) if what was only possibly known is counted",
        )
        rows.append(("possibly", would))
    rows.append(("first known", date_line(fact.first_known)))
    return rows


def sections(
    fact: Fact, entry: Callable[[KnownClaim], RenderableType], room: Room
) -> Iterator[RenderableType]:
    """Yield the claims of a fact for which there is *room*, under what they count for."""
    later = "may have been said by then, or later"
    groups = (
        ("Known for certain", "", [c for c in fact.claims if c.certain and c.stands]),
        (
            "Only possibly known",
            f"{later}; not counted above" if fact.certain else later,
            [c for c in fact.claims if not c.certain and c.stands],
        ),
        (
            "Taken back",
            "corrected or retracted; not counted",
            [c for c in fact.claims if not c.stands],
        ),
    )
    for title, meaning, claims in groups:
        if claims:
            yield from heading(title, meaning, len(claims))
            for claim in room.take(claims):
                yield from (entry(claim), "")
    yield from room.rest()


def date_line(when: When | None, note: str = "") -> Text:
    """Return a date in words, with its bounds behind it where words are soft."""
    bounds = bounds_in_words(when)
    return line(in_words(when), (f" ({bounds})" if bounds else "", DIM), note)
