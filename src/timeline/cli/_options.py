"""The options that all commands share, and the question that they make."""

import datetime as dt
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import attrs
from cyclopts import Parameter

from timeline.cli._errors import WrongCall, reading
from timeline.dates import When
from timeline.errors import shown
from timeline.model import AsOf, Basis, Clock

DEFAULT_STORE = Path("timeline.db")
"""Where events are kept if neither paths nor a store are named."""

Paths = Annotated[
    Path,
    Parameter(
        name="PATH", help="Curated streams to read directly, into memory: .toml files, or folders."
    ),
]
"""The files that a command reads in place of a store."""

On = Annotated[
    str | None,
    Parameter(
        name="--on",
        metavar="DATE",
        help="The date by whose end it had to be known; today if left out.",
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
        with reading(argument):
            known = When.parse(today() if date is None else date)
        recorded = _recorded(self.recorded)
        if self.zone is not None:
            with reading("--zone"):
                When.parse("2000-01-01T00:00:00Z").day_in(self.zone)  # asks whether it exists
        with reading(argument):
            return AsOf(
                known, clock=self.clock, recorded=recorded, refused=self.refuse, zone=self.zone
            )

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


def today() -> str:
    """Return the day that it is now, in UTC."""
    return dt.datetime.now(dt.UTC).date().isoformat()


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
