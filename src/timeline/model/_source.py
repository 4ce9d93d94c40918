"""Who says so: sources with their names, and the chain from an outlet to where a word began."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from timeline.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)


@lru_cache(maxsize=2_048)  # the same few sources speak again and again
def _is_id(value: str) -> bool:
    return _ID.fullmatch(value) is not None


def check_id(value: object, place: str) -> str:
    """Return *value* if it can be an id: lower-case ASCII letters, digits, ``. _ -``."""
    if not isinstance(value, str) or not _is_id(value):
        raise InvalidValue(
            place, expected="an id of lower-case letters, digits, '.', '_' and '-'", got=value
        )
    return value


def _names(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _links(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(values)


@attrs.frozen
class Source:
    """A person, an agency, an outlet or a group that is quoted.

    Args:
        id: its canonical id, such as ``nis``.
        name: the name to show.
        aliases: other names under which articles speak of it.
        group: whether it stands for several unnamed people ("Western sources"); a group is one
            origin.
    """

    id: str
    name: str = ""
    aliases: tuple[str, ...] = attrs.field(default=(), converter=_names)
    group: bool = False

    def __attrs_post_init__(self) -> None:
        check_id(self.id, "source.id")

    @property
    def title(self) -> str:
        """The name to show: *name*, or the id where no name is given."""
        return self.name or self.id


@attrs.frozen
class Attribution:
    """On whose word: a chain of source ids, nearest first, beginning with the article's outlet.

    >>> chain = Attribution(("kontur", "yonhap", "nis"))
    >>> chain.origin, chain.own_voice
    ('nis', False)
    """

    chain: tuple[str, ...] = attrs.field(converter=_links)

    def __attrs_post_init__(self) -> None:
        if not self.chain:
            raise InvalidValue("attribution", expected="at least the outlet", got=self.chain)
        for link in self.chain:
            check_id(link, "attribution")
        if len(set(self.chain)) != len(self.chain):
            raise InvalidValue(
                "attribution", expected="each source once", got=" <- ".join(self.chain)
            )

    @property
    def outlet(self) -> str:
        """The outlet whose article prints the claim."""
        return self.chain[0]

    @property
    def origin(self) -> str:
        """The last link: where this chain, taken by itself, says that the word began."""
        return self.chain[-1]

    @property
    def own_voice(self) -> bool:
        """Whether the outlet says so itself."""
        return len(self.chain) == 1

    def renamed(self, canonical: Mapping[str, str]) -> Attribution:
        """Return the chain under canonical ids; links that turn out the same become one."""
        return Attribution(tuple(dict.fromkeys(canonical.get(link, link) for link in self.chain)))

    def __str__(self) -> str:
        return " <- ".join(self.chain)
