"""What several views show of a fact: its title, who speaks for it, and the order of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.rendering._layout import DIM, NAME, bullet
from timeline.rendering._phrases import STYLE, counted, said_words
from timeline.rendering._text import line
from timeline.rendering._voices import Voice, chain_words, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from timeline.dates import When
    from timeline.model import AsOf
    from timeline.projections import Status
    from timeline.queries import Fact

_MOST = 3
"""So many origins of a fact are shown in full; the others are named, and `explain` shows them."""

TimeKey = tuple[bool, float, float]
"""A key to sort dates by; see `time_key`."""


def fact_title(title: str, fact: str) -> Text:
    """Return the title of a fact and the id by which commands ask for it."""
    if title:
        return line((title, NAME), (f"  [{fact}]", DIM))
    return line((fact, NAME))


def status_part(status: Status, *, certain: bool = True) -> tuple[str, str]:
    """Return a status as words with their style."""
    return (
        str(status) if certain else f"possibly {status}",
        STYLE[status] if certain else "yellow",
    )


def listed(spoken: Sequence[Voice], as_of: AsOf, names: Mapping[str, str]) -> list[RenderableType]:
    """Return a line for each voice; of many, the first ones and the names of the others."""
    shown = spoken if len(spoken) <= _MOST + 1 else spoken[:_MOST]
    rest = spoken[len(shown) :]
    lines: list[RenderableType] = [bullet(voice_line(voice, as_of, names)) for voice in shown]
    if rest:
        others = ", ".join(named(voice.origin, names) for voice in rest)
        lines.append(bullet(line(f"and {len(rest)} more: {others}")))
    return lines


def voice_line(voice: Voice, as_of: AsOf, names: Mapping[str, str]) -> Text:
    """Return who says so, when it was said, and what that date rests on, on one line."""
    turned = "having said otherwise before, " if voice.turned else ""
    again = f"; also in {counted(voice.others, 'other article')}" if voice.others else ""
    return line(
        chain_words(voice.first, names),
        (f": {turned}{said_words(voice.first, as_of)}{again}", DIM),
    )


def by_time(facts: Iterable[Fact]) -> list[Fact]:
    """Sort facts as they happened; what has no date comes last."""
    return sorted(facts, key=lambda fact: (*time_key(fact.occurred), fact.id))


def time_key(when: When | None) -> TimeKey:
    """Return the key by which dates are sorted: the earliest first, what has no date last."""
    if when is None:
        return (True, 0, 0)
    latest = float("inf") if when.latest is None else when.latest
    # An open beginning has no day to sort by; its end is the nearest thing to one.
    return (False, latest if when.earliest is None else when.earliest, latest)
