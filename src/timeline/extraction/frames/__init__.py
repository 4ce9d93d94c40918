"""Who says what: each frame gives a chain of sources, a stance and a date of statement."""

from timeline.extraction.frames._denial import UNTRUE
from timeline.extraction.frames._frames import (
    Frame,
    frames_of,
)

__all__ = [
    "UNTRUE",
    "Frame",
    "frames_of",
]
