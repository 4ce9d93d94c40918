"""What facts are called, and since which position of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model import FactDescribed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Plain = dict[str, list[tuple[int, str, str]]]
"""By fact: position, title and kind of each description, as JSON can hold it."""


class Descriptions:
    """Titles and kinds of facts; earlier ones are kept for those who ask of earlier positions.

    >>> descriptions = Descriptions()
    >>> descriptions.add(7, FactDescribed("raid", "A raid"))
    >>> descriptions.add(9, FactDescribed("raid", "The raid on the depot"))
    >>> descriptions.of("raid").title, descriptions.of("raid", upto=8).title
    ('The raid on the depot', 'A raid')
    """

    def __init__(self) -> None:
        self._told: dict[str, list[tuple[int, FactDescribed]]] = {}

    @classmethod
    def recalled(cls, plain: Mapping[str, Iterable[tuple[int, str, str]]]) -> Descriptions:
        """Return what `plain` was made of."""
        descriptions = cls()
        for fact, told in plain.items():
            for position, title, kind in told:
                descriptions.add(position, FactDescribed(fact, title, kind))
        return descriptions

    def add(self, position: int, described: FactDescribed) -> None:
        """Take in a description, later than all others."""
        self._told.setdefault(described.fact, []).append((position, described))

    def of(self, fact: str, upto: int | None = None) -> FactDescribed | None:
        """Return the last description of a fact, up to a position; None where there is none."""
        for position, described in reversed(self._told.get(fact, ())):
            if upto is None or position <= upto:
                return described
        return None

    def facts(self) -> Iterable[str]:
        """Return the facts that are described."""
        return self._told

    def plain(self) -> Plain:
        """Return all descriptions as plain data."""
        return {
            fact: [(position, one.title, one.kind) for position, one in told]
            for fact, told in self._told.items()
        }
