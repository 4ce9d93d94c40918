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

_CLASSES: Final = _BROAD | frozenset(
    """
    accident acquisition aid appointment arrest bankruptcy capture ceasefire charge contest coup
    crime death delivery deployment disaster discovery election evacuation exercise expulsion
    founding invasion investigation labour-strike launch law layoffs meeting offensive
    order-placed outbreak price protest recall release resignation sanctions space strike
    surrender treaty verdict visit war weapons-test withdrawal
    """.split()
)
"""Kinds that are classes of happenings, each with many words: an article that has one has several.

The strike costs a million a day, and the last one was in May. Of two articles they are as good as
any.
"""

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

    That is a kind as narrow as a word, such as somebody's own, and no class of happenings.

    >>> tells_once("coronation", "coronation"), tells_once("strike", "strike"), tells_once("", "")
    (True, False, False)
    """
    return bool(first) and first == second and first not in _CLASSES


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
