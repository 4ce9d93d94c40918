"""Where dates meet clocks: datetimes as text, and the offsets of time zones.

pendulum knows the zones, and is loaded when one is first asked for.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from timeline.dates._calendar import CYCLE_DAYS
from timeline.errors import InvalidValue

_DAY_SECONDS = 86_400
_MARGIN = 2
_FIRST, _LAST = date.min.toordinal() + _MARGIN, date.max.toordinal() - _MARGIN


def datetime_text(value: datetime) -> str:
    """Write a datetime as EDTF, to the second; an offset that has seconds is put into UTC."""
    value = value.replace(microsecond=0)
    offset = value.utcoffset()
    if offset is None:
        return value.isoformat()
    if offset % timedelta(minutes=1):
        value, offset = value.astimezone(UTC), timedelta(0)
    return value.isoformat() if offset else value.replace(tzinfo=None).isoformat() + "Z"


def offset_in(zone: str, seconds: int) -> int:
    """Return by how many seconds *zone* is ahead of UTC, at so many seconds after day 0.

    Beyond the years that ``datetime`` holds, the calendar's cycle of 400 years stands in.

    Raises:
        InvalidValue: there is no zone of that name.
    """
    import pendulum  # noqa: PLC0415 - slow to load, and most dates ask for no zone

    try:
        found = pendulum.timezone(zone)
    except (KeyError, ValueError, OSError) as error:
        expected = "a time zone of the IANA database, such as Europe/Kyiv"
        raise InvalidValue("zone", expected=expected, got=zone) from error
    day, rest = divmod(seconds, _DAY_SECONDS)
    if day < _FIRST:
        day += -((day - _FIRST) // CYCLE_DAYS) * CYCLE_DAYS
    elif day > _LAST:
        day -= -((_LAST - day) // CYCLE_DAYS) * CYCLE_DAYS
    moment = datetime.fromordinal(day).replace(tzinfo=UTC) + timedelta(seconds=rest)
    ahead = moment.astimezone(found).utcoffset()
    return 0 if ahead is None else int(ahead.total_seconds())
