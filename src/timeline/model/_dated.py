"""What the nouns take for a date: anything that `When.of` reads."""

from __future__ import annotations

import datetime as dt

from timeline.dates import When
from timeline.errors import InvalidValue

AnyDate = When | dt.date | str
"""A date as `When`, as `datetime.date` (pendulum's types are), or as text in EDTF."""


def as_when(value: AnyDate) -> When:
    """Return *value* as a `When`."""
    return When.of(value)


def as_when_or_none(value: AnyDate | None) -> When | None:
    """Return *value* as a `When`, and None as None."""
    return None if value is None else When.of(value)


def as_ended(value: AnyDate) -> When:
    """Return *value* as a `When` that has a last day, so that it is certainly over some time."""
    when = When.of(value)
    if when.latest is None:
        raise InvalidValue("on", expected="a date with a last day", got=str(when))
    return when
