"""The kinds of happening, and the words that tell of one."""

from timeline.extraction.happenings._happenings import (
    Happening,
    happenings_in,
    hints_in,
)
from timeline.extraction.happenings._kinds import (
    Kind,
    Kinds,
    Sense,
    builtin_kinds,
)

__all__ = [
    "Happening",
    "Kind",
    "Kinds",
    "Sense",
    "builtin_kinds",
    "happenings_in",
    "hints_in",
]
