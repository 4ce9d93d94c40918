"""What a question takes: its date, and the rest of it by name."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, TypedDict

import attrs

from timeline.dates import When
from timeline.model import AsOf

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Basis, Clock

Date = AsOf | When | dt.date | str
"""What a question takes for its date: a date as `When`, `datetime.date`, a pendulum type or EDTF
text; or a whole question, `AsOf`."""

Stretch = When | dt.date | str
"""A stretch of time to look at, as `When.of` takes it."""


class Question(TypedDict, total=False):
    """What a question says besides its date; see `AsOf`."""

    clock: Clock | str
    recorded: int | dt.datetime | None
    refused: Iterable[Basis | str]
    zone: str | None


def today() -> dt.date:
    """Return the day that it is now, in UTC."""
    return dt.datetime.now(dt.UTC).date()


def as_of_date(on: Date, question: Question) -> AsOf:
    """Return a whole question of its date and the rest of it."""
    if isinstance(on, AsOf):
        return attrs.evolve(on, **question) if question else on
    if isinstance(on, str) and not question:
        return _asked(on)
    return AsOf(on, **question)


@functools.lru_cache(maxsize=1024)
def _asked(on: str) -> AsOf:
    """Return the plain question of a date; the same dates are asked again and again."""
    return AsOf(on)
