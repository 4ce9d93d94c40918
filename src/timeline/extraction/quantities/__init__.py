"""How many of what, within which bounds."""

from timeline.extraction.quantities._measures import Measures
from timeline.extraction.quantities._quantities import (
    Quantity,
    quantities_of,
)

__all__ = [
    "Measures",
    "Quantity",
    "quantities_of",
]
