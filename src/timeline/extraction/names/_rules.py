"""The rules by which names are found in a sentence, tried at each word in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction._tokens import Token, tokens_of
from timeline.extraction.english._groups import (
    BODIES,
    GROUPS,
    MEDIA_WORDS,
    ORGANISATION_WORDS,
)
from timeline.extraction.english._places import (
    PLACE_WORDS,
    PlaceWord,
)
from timeline.extraction.english._titles import PERSONS
from timeline.extraction.names._capitals import capitalised, office, office_within
from timeline.extraction.names._groups import group
from timeline.extraction.names._mention import Sort, named_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.extraction.names._scan import Scan


_PLACES: Final[dict[str, list[tuple[tuple[str, ...], PlaceWord]]]] = {}
for _words, _place in PLACE_WORDS.items():
    _tokens = tuple(token.text for token in tokens_of(" ".join(_words)))
    _PLACES.setdefault(_tokens[0], []).append((_tokens, _place))
for _entries in _PLACES.values():
    _entries.sort(key=lambda entry: -len(entry[0]))


def known_source(scan: Scan, place: int) -> int:
    """Find the longest name of a known source."""
    tokens = scan.tokens
    index = scan.registry.index
    lengths = index.lengths(tokens[place].lower)
    if not lengths:
        return place
    for last, exact, identity in [
        (place + length, exact, identity)
        for length in lengths
        if place + length <= len(tokens)
        for exact, identity in index.whole(
            tuple([token.lower for token in tokens[place : place + length]])
        )
    ]:
        source = index[identity]
        if exact:
            if source.group and tokens[place].lower in GROUPS:
                continue  # the rule of groups looks at what stands before it
            text = tokens[place].text
            if text != exact and not (source.group and text.lower() == exact.lower()):
                continue
        following = tokens[last].lower if last < len(tokens) else ""
        if (
            not tokens[last - 1].capital
            and not source.group
            and (following in GROUPS or following in BODIES or following in PERSONS)
        ):
            continue  # "Ukraine's military" is not "Ukraine's military intelligence"
        if tokens[place].capital and scan.run(place) > last and _is_body(scan, place):
            continue  # Moscow is not The Moscow Times
        found = _place_of(tokens, place)
        country = found[1].country.id if found else ""
        sort = Sort.ORGANISATION
        if source.group:
            sort = Sort.GROUP
        elif found and found[0] == last:
            sort = Sort.PLACE
        elif scan.titled or index.is_person(identity):
            sort = Sort.PERSON
        if sort is Sort.PERSON:
            scan.registry.last.setdefault(tokens[last - 1].text, identity)
        return scan.add(
            place, last, identity, sort, "known source", group=source.group, country=country
        )
    return place


def _is_body(scan: Scan, place: int) -> bool:
    return any(
        token.lower in MEDIA_WORDS or token.lower in ORGANISATION_WORDS
        for token in scan.tokens[place : scan.run(place)]
        if token.capital
    )


def _place_of(tokens: tuple[Token, ...], place: int) -> tuple[int, PlaceWord] | None:
    for named, found in _PLACES.get(tokens[place].text, ()):
        last = place + len(named)
        if last <= len(tokens) and all(
            tokens[place + k].text == word for k, word in enumerate(named)
        ):
            return last, found
    return None


def _body_behind(scan: Scan, place: int, last: int) -> int:
    """Find the body that an adjective begins: "European Union", "British Army"."""
    tokens = scan.tokens
    end = office_within(tokens, last, scan.run(place)) if scan.run(place) > last else last
    if end <= last or not (
        tokens[end - 1].lower in ORGANISATION_WORDS or tokens[end - 1].lower in MEDIA_WORDS
    ):
        return last
    found = _place_of(tokens, place)
    name = " ".join(token.text for token in tokens[place:end])
    return scan.add(
        place,
        end,
        scan.registry.body(name),
        Sort.ORGANISATION,
        "country",
        country=found[1].country.id if found else "",
    )


def country(scan: Scan, place: int) -> int:
    """Find a country, its adjective, its people, or the seat that speaks for it."""
    found = _place_of(scan.tokens, place)
    if found is None:
        return place
    last, word = found
    if scan.run(place) > last and _is_body(scan, place) and word.role != "adjective":
        return place
    if word.role == "adjective":
        after = _body_behind(scan, place, last)
        if after > last:
            return after
    if scan.titled and scan.run(place) > last:
        return place  # "Mr Jordan Hale"
    if last < len(scan.tokens) and scan.tokens[last].text == "$":
        return last  # "US$40"
    home = word.country.id
    if word.role == "people":
        return scan.add(
            place,
            last,
            scan.registry.country(home),
            Sort.PEOPLE,
            "people",
            group=True,
            country=home,
        )
    seat = word.role == "seat"
    identity = (
        named_id(" ".join(t.text for t in scan.tokens[place:last]))
        if seat
        else (scan.registry.country(home))
    )
    return scan.add(place, last, identity, Sort.PLACE, "country", country=home, seat=seat)


RULES: Final[tuple[Callable[[Scan, int], int], ...]] = (
    known_source,
    group,
    country,
    office,
    capitalised,
)
