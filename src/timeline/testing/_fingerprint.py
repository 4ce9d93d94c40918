"""A picture of a value, taken before and compared after, that shows whether it was changed."""

from __future__ import annotations

import datetime as dt
import enum
from collections import deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from timeline.dates import When
from timeline.model import Article, Attribution, Claim, Evidence, Figure, Known, Source
from timeline.projections import News

_ATOMS = (
    type(None), bool, int, float, complex, str, bytes, enum.Enum, dt.date, dt.timedelta, type,
    When, Article, Attribution, Claim, Evidence, Figure, Known, Source, News,
)  # fmt: skip
"""What cannot change: plain values, and the frozen nouns of the model."""

_DEPTH = 50


def fingerprint(value: object, _depth: int = 0) -> object:
    """Return a picture of *value* that shares nothing with it that can change.

    Two values have equal pictures if they are built alike, whether or not their types can compare
    themselves.
    """
    if isinstance(value, _ATOMS) or _depth > _DEPTH:
        return value
    if isinstance(value, Mapping):
        return type(value), {key: fingerprint(one, _depth + 1) for key, one in value.items()}
    if isinstance(value, list | tuple | deque):
        return type(value), [fingerprint(one, _depth + 1) for one in value]
    if isinstance(value, AbstractSet):
        return type(value), frozenset(value)
    fields = fields_of(value)
    if fields:
        return type(value), {name: fingerprint(one, _depth + 1) for name, one in fields.items()}
    return value


def fields_of(value: object) -> dict[str, object]:
    """Return the attributes that an object holds itself, by name."""
    found: dict[str, object] = dict(getattr(value, "__dict__", {}))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in {"__weakref__", "__dict__"} and hasattr(value, name):
                found[name] = getattr(value, name)
    return found
