"""The verbs by which a number rises and falls, in all their forms: one class for all rules."""

from __future__ import annotations

from typing import Final

from timeline.extraction.english._inflection import verb_forms
from timeline.extraction.english._numbers import words

_OTHERS: Final = words(
    "contract contracts rocket rockets balloon mushroom slow cool moderate mount"
)
"""Forms that are nouns or adjectives far more often than verbs of a change."""


def _forms(text: str) -> frozenset[str]:
    return frozenset(form for base in text.split() for form, _ in verb_forms(base)) - _OTHERS


UPWARDS: Final[frozenset[str]] = _forms(
    """
    rise grow increase jump climb soar surge strengthen appreciate rally rebound swell widen leap
    rocket skyrocket spike balloon mushroom spiral mount escalate accelerate snowball ascend advance
    """
) | {"leaped", "leapt"}
"""Forms of verbs of a change upwards that need no object."""

DOWNWARDS: Final[frozenset[str]] = _forms(
    """
    fall drop decline decrease slide slip sink shrink plunge tumble slump dip ease retreat weaken
    depreciate narrow plummet nosedive dwindle recede wane contract diminish subside abate taper
    slacken ebb dive cool slow moderate
    """
) | {"nosedived", "dove", "shrunk"}
"""Forms of verbs of a change downwards that need no object."""

MULTIPLIED: Final[frozenset[str]] = _forms("double triple treble quadruple quintuple halve")
"""Forms of verbs that say how many times as much something is."""

CREPT: Final[frozenset[str]] = _forms("go creep edge inch tick drift trend") | {"crept"}
"""Forms of verbs that rise with "up", and have no object: "edged up to 40"."""

PUSHED: Final[frozenset[str]] = _forms(
    "move push nudge bump drive bring jack ratchet ramp step crank shoot pick scale build"
)
"""Forms of verbs that raise with "up", but have an object, too: "moved up to 40 people"."""

CHANGED: Final[frozenset[str]] = (
    UPWARDS
    | DOWNWARDS
    | MULTIPLIED
    | CREPT
    | PUSHED
    | _forms("raise lower cut reduce boost expand lift trim hike slash pare extend change improve")
    | _forms("lengthen shorten upgrade downgrade revise switch shift gain")
    | words("up down rise fall increase decrease drop decline jump hike cut growth reduction")
)
"""What "from 3 to 5" behind it tells of a change, and of no range."""
