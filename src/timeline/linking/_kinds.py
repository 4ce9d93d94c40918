"""Which kinds of happening can be one happening under two names."""

from __future__ import annotations

import functools
from typing import Final

SAME: Final = 1.0
BROAD: Final = 0.7
NEAR: Final = 0.4
UNTOLD: Final = 0.4
OTHER: Final = 0.0

# Kinds are words of an open set; those of one line are told apart by no more than a point of view.
_NEAR: Final = """
    invasion offensive strike
    strike losses
    strike crime
    losses casualties estimate death
    disaster accident
    losses finding
    crime death
    capture arrest
    arrest charge
    charge investigation
    crime investigation
    capture release
    visit meeting
    meeting treaty
    treaty ceasefire offer
    treaty acquisition aid order-placed
    ceasefire offer
    withdrawal ceasefire state
    withdrawal evacuation
    deployment state
    deployment offensive
    exercise training
    estimate assessment forecast finding statement
    statement testimony display offer order
    plan forecast order offer statement
    launch space
    launch delivery
    election contest appointment
    protest labour-strike
    bankruptcy layoffs
    coup resignation
    sanctions law order
    disaster evacuation
    disaster outbreak
"""


def _pairs() -> frozenset[tuple[str, str]]:
    lines = [line.split() for line in _NEAR.strip().splitlines()]
    return frozenset((one, other) for line in lines for one in line for other in line)


_NEAR_PAIRS: Final = _pairs()
_BROAD: Final = frozenset(
    {"assessment", "conduct", "estimate", "finding", "forecast", "losses", "plan", "state"}
    | {"offer", "order", "statement", "testimony"}
)
"""Kinds of which one article tells several things: to share one says little."""

_LISTED: Final = frozenset(
    {"arrest", "charge", "contest", "election", "outbreak", "price", "verdict"}
)
"""Kinds of which an article of courts, markets, polls or matches lists several: one share fell, and
another; one man was acquitted, and two were not. Of two articles they are as good as any."""

_SEVERAL: Final = _BROAD | _LISTED

ANY: Final = "any kind"
"""Stands for all kinds."""

_AHEAD: Final = frozenset({"forecast", "plan", "order", "offer"})


@functools.lru_cache(maxsize=16_384)  # kinds are few, and are compared again and again
def kinship(first: str, second: str) -> float:
    """Say how well two kinds fit one happening; the same whichever comes first.

    >>> kinship("visit", "visit"), kinship("visit", "meeting"), kinship("visit", "strike")
    (1.0, 0.4, 0.0)
    >>> kinship("visit", ""), kinship("plan", "withdrawal")
    (0.4, 0.4)
    """
    if not first or not second:
        return UNTOLD
    if first == second:
        return BROAD if first in _BROAD else SAME
    if (first, second) in _NEAR_PAIRS:
        return NEAR
    # What is planned can be of any kind, once it happens.
    return UNTOLD if first in _AHEAD or second in _AHEAD else OTHER


def tells_once(first: str, second: str) -> bool:
    """Whether both are one kind of which an article rarely tells two happenings.

    >>> tells_once("treaty", "treaty"), tells_once("state", "state"), tells_once("", "")
    (True, False, False)
    >>> tells_once("verdict", "verdict")
    False
    """
    return bool(first) and first == second and first not in _SEVERAL


@functools.cache
def related(kind: str) -> tuple[str, ...]:
    """Return the kinds that *kind* may be told as, itself first; `ANY` where that is all of them.

    >>> related("visit")
    ('visit', 'meeting', 'forecast', 'offer', 'order', 'plan', '')
    >>> related("plan")
    ('any kind',)
    """
    if not kind or kind in _AHEAD:
        return (ANY,)
    near = sorted(other for one, other in _NEAR_PAIRS if one == kind != other)
    return tuple(dict.fromkeys((kind, *near, *sorted(_AHEAD), "")))
