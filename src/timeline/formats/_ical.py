"""iCalendar (RFC 5545): the forecasts that fall due, each on the last day of its window."""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING, Any

from timeline.formats._format import Format
from timeline.formats._inert import shortened
from timeline.formats._libraries import library
from timeline.formats._loss import Losses

if TYPE_CHECKING:
    from timeline.formats._format import Contents
    from timeline.formats._loss import LossReport
    from timeline.queries import KnownForecast

_OPEN = {"due", "overdue"}
_LONGEST = 500
_LAST_DAY = dt.date.max.toordinal() - 1  # the end of an event is the day behind it


def write_ical(contents: Contents, file: IO[bytes]) -> LossReport:
    """Write an event of a whole day for each forecast of which nobody knows what became.

    Raises:
        MissingLibrary: icalendar is not installed.
    """
    icalendar = library("icalendar", extra="ical", purpose="iCalendar")
    losses = Losses()
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//timeline-engine//forecasts//EN")
    calendar.add("version", "2.0")
    count = 0
    for one in contents.forecasts().forecasts:
        due = _due(one, losses)
        if due is not None:
            calendar.add_component(_event(icalendar, contents, one, due))
            count += 1
    file.write(calendar.to_ical())
    return losses.report("ical", "forecast", count)


def _due(one: KnownForecast, losses: Losses) -> dt.date | None:
    """Return the last day of a forecast's window; None where it does not fall due."""
    window = one.forecast.window
    if str(one.forecast.outcome) not in _OPEN:
        losses.add("left out, as it is known what became of it", "forecast", one.fact)
    elif window is None:
        losses.add("left out, as nobody says for when", "forecast", one.fact)
    elif window.latest is None:
        losses.add("left out, as its window has no end", "forecast", one.fact)
    elif not 1 <= window.latest <= _LAST_DAY:
        losses.add("left out, as a calendar ends before its window does", "forecast", one.fact)
    else:
        return dt.date.fromordinal(window.latest)
    return None


def _event(icalendar: Any, contents: Contents, one: KnownForecast, due: dt.date) -> Any:  # noqa: ANN401 - icalendar is optional
    window = one.forecast.window
    assert window is not None  # it falls due
    origins = [contents.names.get(origin, origin) for origin in one.forecast.origins]
    said = [
        f"Forecast for: {contents.words(window)} ({window}).",
        f"By: {', '.join(origins)}.",
        f"As of {contents.as_of.known}: {one.forecast.outcome}.",
    ]
    if not one.certain:
        said.append("Only possibly known by then.")
    event = icalendar.Event()
    event.add("uid", f"{one.fact.replace('#', '.')}.forecast@timeline-engine")
    event.add("dtstamp", _stamp(contents))
    event.add("dtstart", due)
    event.add("dtend", due + dt.timedelta(days=1))
    event.add("summary", f"Due: {shortened(one.title or one.fact, _LONGEST)}")
    event.add("description", " ".join(shortened(part, _LONGEST) for part in said))
    event.add("transp", "TRANSPARENT")  # it takes nobody's time
    event.add("categories", ["forecast", str(one.forecast.outcome)])
    return event


def _stamp(contents: Contents) -> dt.datetime:
    """Return the day asked about: the same question gives the same file."""
    day = min(max(contents.as_of.day, 1), _LAST_DAY)
    return dt.datetime.combine(dt.date.fromordinal(day), dt.time(), dt.UTC)


FORMAT = Format(
    name="ical",
    summary="the forecasts that fall due, as a calendar",
    suffix=".ics",
    write=write_ical,
    dated=True,
)
