"""The options that all commands share, and the question that they make."""

import datetime as dt
import shlex
import zoneinfo
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import attrs
from cyclopts import Parameter

from timeline.cli._errors import WrongCall, reading
from timeline.dates import When
from timeline.errors import InvalidDate, InvalidValue, shown
from timeline.model import AsOf, Basis, Clock
from timeline.store import Head

DEFAULT_STORE = Path("timeline.db")
"""Where events are kept if neither paths nor a store are named."""

_LONGEST = 80
"""The most characters that a date in words has."""

_A_WHILE = 40
"""So many days behind a date, what was next week or next month is another one."""

_YEAR = 365

Paths = Annotated[
    Path,
    Parameter(
        name="PATH",
        help="Articles and curated streams (.toml), or folders of them, to read into memory.",
    ),
]
"""The files that a command reads in place of a store."""

On = Annotated[
    str | None,
    Parameter(
        name="--on",
        metavar="DATE",
        help="The date by whose end it had to be known, such as 2025-01-20 or 'last Friday'; "
        "today if left out.",
    ),
]
"""A date of knowing that may be left out."""


@Parameter(name="*")
@attrs.frozen(kw_only=True)
class Options:
    """What every question can say besides its date.

    Args:
        store: the file of the store; None where paths are read, or the default is meant.
        clock: by which clock things count as known.
        recorded: a number of events, or an instant, as it was typed.
        refuse: bases whose dates are not believed.
        zone: the time zone in which days end.
        json: whether to print JSON.
    """

    store: Annotated[
        Path | None,
        Parameter(metavar="FILE", help=f"The store to ask; {DEFAULT_STORE} if there are no paths."),
    ] = None
    clock: Annotated[
        Clock,
        Parameter(
            help="Known by when sources said so (stated), or by when articles printed it "
            "(published)."
        ),
    ] = Clock.STATED
    recorded: Annotated[
        str | None,
        Parameter(
            metavar="N|INSTANT",
            help="Look only at the first so many events of the store, or at those recorded by an "
            "instant such as 2025-02-01T12:00:00Z.",
        ),
    ] = None
    refuse: Annotated[
        tuple[Basis, ...],
        Parameter(
            metavar="BASIS",
            help="Do not believe dates of knowing that rest on this; such claims count as known "
            "from publication. Can be given several times.",
        ),
    ] = ()
    zone: Annotated[
        str | None,
        Parameter(
            metavar="ZONE",
            help="The time zone in which days end, such as Europe/Kyiv; UTC if left out.",
        ),
    ] = None
    json: Annotated[bool, Parameter(help="Print JSON, for programs.")] = False

    def as_of(self, date: str | None, argument: str) -> AsOf:
        """Return the question about *date* (today), which stood on the call as *argument*.

        Raises:
            WrongCall: the date, or one of the options, makes no sense.
        """
        recorded = _recorded(self.recorded)
        known = self.date_of("today" if date is None else date, argument)
        with reading(argument):
            return AsOf(
                known, clock=self.clock, recorded=recorded, refused=self.refuse, zone=self.zone
            )

    def check(self, head: Head) -> None:
        """Refuse to look at more events than there are: what comes next would change the answer.

        Raises:
            WrongCall: there are fewer.
        """
        recorded = _recorded(self.recorded)
        if isinstance(recorded, int) and recorded > head.position:
            raise WrongCall(
                f"--recorded: must be at most {head.position}, as there are no more events "
                f"(got {recorded})"
            )

    def date_of(self, text: str, argument: str, *, ahead: bool = False) -> When:
        """Return the date *text*, which stood on the call as *argument*; see `date_of`.

        Raises:
            WrongCall: it is no date, or the time zone is none.
        """
        with reading("--zone"):
            day = today(self.zone)
        with reading(argument):
            return date_of(text, day, ahead=ahead)

    def command(self, *words: str, paths: Sequence[Path] = ()) -> str:
        """Return a command line that asks something else of the same data in the same way."""
        return shlex.join(["timeline", *words, *map(str, paths), *self._words()])

    def _words(self) -> Iterator[str]:
        if self.store is not None:
            yield from ("--store", str(self.store))
        if self.clock is not Clock.STATED:
            yield from ("--clock", str(self.clock))
        if self.recorded is not None:
            yield from ("--recorded", self.recorded)
        for basis in self.refuse:
            yield from ("--refuse", str(basis))
        if self.zone is not None:
            yield from ("--zone", self.zone)


def today(zone: str | None = None) -> str:
    """Return the day that it is now, in UTC or in a time *zone*.

    Raises:
        InvalidValue: there is no such zone.
    """
    now = dt.datetime.now(dt.UTC)
    if zone is not None:
        When.parse("2000-01-01T00:00:00Z").day_in(zone)  # asks whether it exists
        now = now.astimezone(zoneinfo.ZoneInfo(zone))
    return now.date().isoformat()


def date_of(text: str, today: str, *, ahead: bool = False) -> When:
    """Return the date that *text* names: EDTF, or English words as a newspaper of *today* reads.

    Words count if they are one time expression as a whole, and if it tells days. A date without
    its year is the last one of that name; one that may lie *ahead* is the nearest.

    >>> date_of("2025-01", "2025-02-07"), date_of("last Friday", "2025-02-07")
    (When('2025-01'), When('2025-01-31'))
    >>> date_of("Jan 20", "2025-12-07"), date_of("Jan 20", "2025-12-07", ahead=True)
    (When('2025-01-20'), When('2026-01-20'))

    Raises:
        InvalidValue: it names no date, neither so nor so.
    """
    try:
        return When.parse(text)
    except InvalidDate as error:
        day = When.parse(today)
        when = _worded(text, day)
        if when is None:
            both = f"{error.expected}; or one date in words, such as 'Jan 20' or 'last Friday'"
            raise InvalidValue(error.place, expected=both, got=text) from error
        return when if ahead else _last(text, when, day)


def _worded(text: str, day: When) -> When | None:
    from timeline.timex import tag  # noqa: PLC0415 - the grammar is loaded only to read words

    words = text.strip()
    if len(words) > _LONGEST:
        return None
    found = tag(words, anchor=day, genre="news")
    return found[0].when if len(found) == 1 and found[0].text == words else None


def _last(text: str, when: When, day: When) -> When:
    """Return *when*, or what *text* meant a year ago if it names a day that comes each year."""
    begins, now = when.earliest, day.earliest
    if begins is None or now is None or begins <= now:
        return when
    # Tomorrow and next month move with the day on which they are said; January 20 does not.
    comes_yearly = _worded(text, When.day(begins + _A_WHILE)) == when
    before = _worded(text, When.day(now - _YEAR))
    if not comes_yearly or before is None or before.latest is None or before.latest > now:
        return when
    return before


def _recorded(text: str | None) -> int | dt.datetime | None:
    if text is None:
        return None
    try:
        if text.isdecimal():
            return int(text)
        instant = dt.datetime.fromisoformat(text)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise WrongCall(
            "--recorded: must be a number of events, or an instant with its time zone such as "
            f"2025-02-01T12:00:00Z (got {shown(text)})"
        )
    return instant
