"""Countries, their people and the seats that speak for them: read once from ``places.toml``."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Final

import attrs

from timeline.extraction.english._titles import listed
from timeline.model import slug


@attrs.frozen(slots=True)
class Country:
    """A country, or a region that news speaks of as of one.

    Args:
        id: its canonical id, the slug of its name.
        name: its name.
        adjective: the first of its adjectives, such as ``Ukrainian``.
    """

    id: str
    name: str
    adjective: str


@attrs.frozen(slots=True)
class PlaceWord:
    """What a name or an adjective says of a country.

    Args:
        country: the country.
        role: ``name``, ``adjective``, ``people`` or ``seat``.
    """

    country: Country
    role: str


def _read() -> tuple[dict[str, Country], dict[tuple[str, ...], PlaceWord]]:
    file = resources.files(__package__).joinpath("places.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["countries"]
    countries: dict[str, Country] = {}
    words: dict[tuple[str, ...], PlaceWord] = {}
    for row in rows:
        country = Country(slug(row["name"]), row["name"], row["of"][0])
        countries[country.id] = country
        named = (row["name"], *row.get("also", ()))
        for role, names in (
            ("name", named),
            ("adjective", row["of"]),
            ("people", row.get("people", ())),
            ("seat", row.get("seats", ())),
        ):
            for name in names:
                words.setdefault(tuple(name.split()), PlaceWord(country, role))
    return countries, words


COUNTRIES, PLACE_WORDS = _read()

# A name before one of these is a place; the noun is part of it when it has a capital letter.
PLACE_NOUNS: Final = listed(
    """
    province region oblast city town village district county state island islands peninsula
    river lake sea bay gulf valley mountains mountain airport border prefecture governorate
    suburb port desert strait canal airbase
    """
)

# What stands before the name of a place and is part of it where it has a capital letter.
COMPASS: Final = listed(
    """
    north south east west northern southern eastern western central northeastern
    northwestern southeastern southwestern upper lower greater new saint st st. san santa
    los las el la fort mount lake port
    """
)

IN_PLACE: Final = listed("in near around outside inside across throughout")

# "off the coast of Luzon", "the town of Goma": what follows is a place.
OF_PLACE: Final = listed(
    """
    coast city town island islands village region province district port capital outskirts north
    south east west northeast northwest southeast southwest suburb county state gulf
    """
)
