"""What the closed sets of words mean, said so that nobody needs to know them beforehand."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from timeline.dates import When
from timeline.model import Basis, Clock, Stance
from timeline.projections import Status
from timeline.rendering._when import at_words, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.model import AsOf
    from timeline.queries import KnownClaim

MEANING: Mapping[Status, tuple[str, str]] = {
    Status.DISPUTED: ("In dispute", "some say so, others deny it"),
    Status.DENIED: ("Denied", "only denials stand"),
    Status.CORROBORATED: ("Corroborated", "two or more independent sources say so"),
    Status.REPORTED: ("Reported", "one source says so"),
    Status.UNCONFIRMED: ("Unconfirmed", "somebody was asked, and neither confirmed nor denied"),
    Status.FORECAST: ("Forecast", "said to lie ahead"),
    Status.OVERDUE: ("Overdue", "forecast; its time is over, and nobody says that it happened"),
    Status.RETRACTED: ("Retracted", "nothing stands any more of what was said"),
}
"""Each status as a heading with its meaning, in the order in which they are listed."""

STYLE: Mapping[Status, str] = {
    Status.DISPUTED: "bold red",
    Status.DENIED: "bold red",
    Status.CORROBORATED: "bold green",
    Status.REPORTED: "bold cyan",
    Status.UNCONFIRMED: "bold yellow",
    Status.FORECAST: "bold blue",
    Status.OVERDUE: "bold yellow",
    Status.RETRACTED: "bold magenta",
}

BASES: Mapping[Basis, str] = {
    Basis.DATED: "the article dates the statement",
    Basis.PRESUMED: "presumed public when it happened",
    Basis.BOUNDED: "somewhere between the happening and publication",
    Basis.PUBLISHED: "undated: known from publication",
}
"""What the date of knowing rests on."""

STANCES: Mapping[Stance, str] = {
    Stance.ASSERTS: "said so",
    Stance.CONFIRMS: "confirmed it",
    Stance.DENIES: "denied it",
    Stance.ESTIMATES: "estimated it",
    Stance.FORECASTS: "forecast it",
    Stance.WITHHOLDS: "neither confirmed nor denied it",
}
"""What a source did; in the past, where one speaker and many take the same words."""

_CLOCKS: Mapping[Clock, str] = {
    Clock.STATED: "by when sources said so",
    Clock.PUBLISHED: "by when articles printed it",
}


def question_words(as_of: AsOf) -> str:
    """Say the question that an answer answers, all of it.

    >>> from timeline.model import AsOf
    >>> question_words(AsOf("2025-01-20"))
    'by the end of 20 January 2025, by when sources said so'
    """
    words = f"{by_the_end(as_of)}, {_CLOCKS[as_of.clock]}"
    if as_of.zone is not None:
        words += f", days ending in {as_of.zone}"
    match as_of.recorded:
        case None:
            pass
        case dt.datetime() as instant:
            words += f", as the store stood at {instant.isoformat(' ', 'seconds')}"
        case count:
            words += f", from the first {count:,} events of the store alone"
    if as_of.refused:
        listed = "; ".join(f"{BASES[basis]}" for basis in Basis if basis in as_of.refused)
        words += f", not believing dates that rest on this: {listed}"
    return words


def by_the_end(as_of: AsOf) -> str:
    """Say the date of a question: what it names is its last day."""
    return f"by the end of {in_words(When.day(as_of.day))}"


def said_words(known: KnownClaim, as_of: AsOf) -> str:
    """Say what a source did, when, and what that date rests on."""
    did = STANCES[known.claim.stance]
    if as_of.clock is Clock.PUBLISHED:
        return f"{did}, printed {at_words(known.published)}"
    basis = known.claim.basis
    if basis in as_of.refused:
        return f"{did}, printed {at_words(known.stated)} (its own date is not believed)"
    match basis:
        case Basis.PUBLISHED:
            did = f"{did}, printed"
        case Basis.PRESUMED:
            did = "known"
        case _:
            pass
    return f"{did} {at_words(known.stated)} ({BASES[basis]})"


def counted(count: int, one: str, many: str = "") -> str:
    """Say a count with its noun.

    >>> counted(1, "fact"), counted(0, "fact"), counted(2, "story", "stories")
    ('1 fact', 'no facts', '2 stories')
    """
    noun = one if count == 1 else many or f"{one}s"
    return f"{count or 'no'} {noun}" if count < 1000 else f"{count:,} {noun}"  # noqa: PLR2004 - where digits are grouped
