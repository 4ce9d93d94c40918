"""Answers as plain data: the JSON that programs read; the shapes are part of the public face."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.dates import When
    from timeline.model import AsOf, Evidence, Figure

Plain = dict[str, object]


def when_dict(when: When | None) -> Plain | None:
    """Return a date with its bounds; an open end is null, and so is an absent date."""
    if when is None:
        return None
    return {"edtf": str(when), "earliest": when.earliest_date, "latest": when.latest_date}


def as_of_dict(as_of: AsOf) -> Plain:
    """Return the question."""
    recorded = as_of.recorded
    plain: Plain = {
        "known": str(as_of.known),
        "clock": str(as_of.clock),
        "recorded": recorded.isoformat() if isinstance(recorded, dt.datetime) else recorded,
    }
    if as_of.refused:
        plain["refused"] = sorted(str(basis) for basis in as_of.refused)
    if as_of.zone is not None:
        plain["zone"] = as_of.zone
    return plain


def figure_dict(figure: Figure) -> Plain:
    """Return a figure; an open bound is null, never zero."""
    plain: Plain = {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "approximate": figure.approximate,
        "unit": figure.unit,
    }
    if figure.of is not None:
        plain["of"] = figure.of
    if figure.as_of is not None:
        plain["as_of"] = when_dict(figure.as_of)
    return plain


def evidence_dict(evidence: Evidence | None) -> Plain | None:
    """Return the exact words and where they stand."""
    if evidence is None:
        return None
    return {"exact": evidence.exact, "start": evidence.start, "end": evidence.end}
