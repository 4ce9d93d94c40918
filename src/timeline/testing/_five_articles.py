"""The five articles that the documentation tells of, as a collection to test against."""

from __future__ import annotations

from pathlib import Path

from timeline._timeline import Timeline
from timeline.errors import InvalidInput

_INSTALLED = Path(__file__).with_name("five_articles")
_CHECKOUT = Path(__file__).parents[3] / "fixtures"


def five_articles() -> Timeline:
    """Return a collection in memory of five articles and the facts that they tell of.

    Each call gives a collection of its own.

    Raises:
        InvalidInput: the installation lacks them.

    >>> len(five_articles().known("2025-02-07")) > 20
    True
    """
    for folder in (_INSTALLED, _CHECKOUT):
        streams = folder / "streams"
        if streams.is_dir():
            return Timeline.read(streams)
    raise InvalidInput(_INSTALLED, "streams", "expected a folder of curated streams, found none")
