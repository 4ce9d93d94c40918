"""Nouns of events: what has a day of its own, as a vote, a match and a funeral have."""

from __future__ import annotations

from typing import Final

EVENTS: Final = frozenset(
    "election elections vote votes voting poll polls referendum ballot runoff primary primaries "
    "match game games final finals semifinal race derby tournament championship championships cup "
    "olympics opener kickoff kick-off playoffs summit meeting meetings talks conference hearing "
    "hearings trial deadline cutoff cut-off date expiry start end launch liftoff opening "
    "reopening closure closing completion visit trip tour strike strikes walkout march rally "
    "blockade mourning curfew sitting round "
    "protest protests ceremony festival fair fête feast exam exams session debate budget funeral "
    "wedding anniversary holiday holidays attack attacks raid war invasion offensive battle crash "
    "accident blast explosion quake earthquake storm hurricane cyclone flood floods fire collapse "
    "eruption outbreak merger takeover sale auction listing flotation release publication "
    "announcement results decision ruling verdict sentencing execution deal agreement accord "
    "treaty truce ceasefire handover inauguration transfer resignation departure arrival landing "
    "eclipse harvest census coronation premiere concert exhibition parade pilgrimage recess "
    "switchover".split()
)
"""Nouns of what has a day; nobody stands before one as before a court or a crowd."""
