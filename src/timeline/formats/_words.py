"""Soft dates in words for people, where no better words are handed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.dates import When


def bounds_words(when: When) -> str:
    """Say the bounds of a date, and whether its source was sure.

    >>> from timeline.dates import When
    >>> bounds_words(When("2025-01-09")), bounds_words(When("[..2025-01-20]"))
    ('2025-01-09', '2025-01-20 or before')
    >>> bounds_words(When("2025-01-15~/.."))
    'from about 2025-01-15 on'
    >>> bounds_words(When("2024-11"))
    'between 2024-11-01 and 2024-11-30'
    """
    if not when.is_interval:
        return _moment(when)
    first = None if when.start.edtf == "[..]" else _moment(when.start)
    last = None if when.end.edtf == "[..]" else _moment(when.end)
    if first is None:
        return "at an unknown time" if last is None else f"until {last}"
    return f"from {first} on" if last is None else f"from {first} to {last}"


def _moment(when: When) -> str:
    about = "about " if when.is_approximate else ""
    doubt = " (uncertain)" if when.is_uncertain else ""
    plain = when.unqualified
    first, last = plain.earliest_date, plain.latest_date
    if first is None and last is None:
        said = "at an unknown time"
    elif first is None:
        said = f"{about}{last} or before"
    elif last is None:
        said = f"{about}{first} or later"
    elif first == last:
        said = f"{about}{first}"
    else:
        said = f"{about}between {first} and {last}"
    return said + doubt


def is_exact(when: When) -> bool:
    """Say whether a date names one day, or one instant, and its source was sure of it."""
    return (
        when.earliest is not None
        and when.earliest == when.latest
        and not when.is_approximate
        and not when.is_uncertain
    )
