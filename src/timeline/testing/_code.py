"""Events written as the Python that makes them, so that a failure can be pasted into a test."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, TypeGuard

import attrs

from timeline.dates import When
from timeline.model import Article, AsOf, Attribution, Evidence, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.model import Event

_WIDTH = 92
_PUBLIC = frozenset({"Article", "AsOf", "Attribution", "Claim", "Evidence", "Figure", "Source"})


def code_of(events: Iterable[Event], name: str = "history") -> str:
    """Return Python code that assigns *events*, as a list, to *name*; imports included.

    Running it gives events equal to those given.

    Args:
        events: the events.
        name: the variable.

    >>> from timeline.model import ClaimRetracted
    >>> print(code_of([ClaimRetracted("one#1", "2025-01-09")]))
    from timeline.model import ClaimRetracted
    <BLANKLINE>
    history = [
        ClaimRetracted("one#1", "2025-01-09"),
    ]
    """
    values = list(events)
    return "\n".join((*imports_of(values), "", assignment(name, values)))


def assignment(name: str, values: list[Event]) -> str:
    """Return the assignment alone."""
    if not values:
        return f"{name} = []"
    return "\n".join((f"{name} = [", *(f"    {_code(value, 4)}," for value in values), "]"))


def imports_of(values: Iterable[object]) -> list[str]:
    """Return the lines that import what the code of *values* names."""
    named: set[str] = set()
    for value in values:
        _names(value, named)
    public = sorted(named & {*_PUBLIC, "When"})
    model = sorted(named - {*_PUBLIC, "When"})
    lines = [f"from timeline import {', '.join(public)}"] if public else []
    if model:
        line = f"from timeline.model import {', '.join(model)}"
        if len(line) > _WIDTH:
            line = "\n".join(("from timeline.model import (", *(f"    {n}," for n in model), ")"))
        lines.append(line)
    return lines


def code(value: object) -> str:
    """Return the expression that makes one value of the model."""
    return _code(value, 0)


def _names(value: object, named: set[str]) -> None:
    if isinstance(value, When | enum.Enum | Attribution):
        return
    if isinstance(value, tuple | list | frozenset):
        for one in value:
            _names(one, named)
    elif _is_noun(value):
        named.add(type(value).__name__)
        if isinstance(value, Figure) and value.as_of is not None:
            named.add("When")
        for _, one in _fields(value):
            _names(one, named)


def _fields(value: attrs.AttrsInstance) -> list[tuple[attrs.Attribute[object], object]]:
    """Return the fields to write: those that differ from what they are by default."""
    found = []
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if isinstance(value, Article) and field.name == "sha256" and value.text is not None:
            continue
        default = field.default
        if default is attrs.NOTHING or held != default:
            found.append((field, held))
    return found


def _code(value: object, indent: int) -> str:
    match value:
        case When():
            return f'"{value}"'
        case enum.Enum():
            return f'"{value.value}"'
        case Attribution(chain=(outlet,)):
            return f'"{outlet}"'
        case Attribution():
            return _code(value.chain, indent)
        case str():
            return _quoted(value)
        case frozenset():
            return _code(tuple(sorted(value, key=str)), indent)
        case tuple() | list():
            parts = [_code(one, indent + 4) for one in value]
            comma = "," if len(parts) == 1 else ""
            flat = f"({', '.join(parts)}{comma})"
            return flat if _fits(flat, indent) else _broken("(", parts, ")", indent)
    return _call(value, indent) if _is_noun(value) else repr(value)


def _is_noun(value: object) -> TypeGuard[attrs.AttrsInstance]:
    return attrs.has(type(value))


def _call(value: attrs.AttrsInstance, indent: int) -> str:
    parts: list[str] = []
    positional = True
    every = attrs.fields(type(value))
    for field, held in _fields(value):
        # Required arguments stand first and go without their names, as a person writes them.
        positional = (positional and not field.kw_only and every.index(field) == len(parts)) and (
            field.default is attrs.NOTHING or isinstance(value, Evidence)
        )
        text = _code(held, indent + 4)
        if isinstance(held, When) and field.converter is None:
            text = f"When({text})"
        parts.append(text if positional else f"{field.alias}={text}")
    name = type(value).__name__
    flat = f"{name}({', '.join(parts)})"
    return flat if _fits(flat, indent) else _broken(f"{name}(", parts, ")", indent)


def _fits(text: str, indent: int) -> bool:
    return "\n" not in text and len(text) + indent < _WIDTH


def _broken(head: str, parts: list[str], tail: str, indent: int) -> str:
    space = " " * (indent + 4)
    return "\n".join((head, *(f"{space}{part}," for part in parts), " " * indent + tail))


def _quoted(text: str) -> str:
    plain = repr(text)
    if '"' in text or "\\" in plain:
        return plain
    return f'"{text}"' if plain[0] == "'" else plain


def question(as_of: AsOf) -> str:
    """Return the expression that makes *as_of*."""
    return _code(as_of, 0)
