"""Groups without a name: "unnamed Western officials", "analysts", "Russian troops"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import (
    BODIES,
    GROUP_WORDS,
    GROUPS,
    SAYERS,
    UNNAMED,
)
from timeline.extraction.english._places import COUNTRIES
from timeline.extraction.english._titles import listed
from timeline.extraction.names._mention import Mention, Sort, named_id

if TYPE_CHECKING:
    from timeline.extraction._tokens import Token
    from timeline.extraction.names._entries import Key
    from timeline.extraction.names._scan import Scan

_NEAR: Final = 8
_IN_NAMES: Final = frozenset({"Without", "Against", "For", "Of", "In", "Beyond", "Across"})
_MILITARY: Final = listed(
    """
    troops forces soldiers fighters officers commanders paratroopers men units servicemen
    conscripts militants prisoners captives detainees servicewomen mercenaries contingent
    """
)


def group(scan: Scan, place: int) -> int:
    """Find a group without a name: "unnamed Western officials", "analysts", "Russian troops"."""
    tokens = scan.tokens
    head = tokens[place].lower
    if head not in GROUPS:
        return place
    if place + 1 < len(tokens) and (
        tokens[place + 1].lower in GROUPS or tokens[place + 1].lower in BODIES
    ):
        return place  # no head: "intelligence officials"
    if tokens[place].capital and place + 1 < len(tokens) and tokens[place + 1].text in _IN_NAMES:
        return place  # "Doctors Without Borders"
    first, countries, words = _modifiers(scan, place)
    key: Key = frozenset(
        {head, *(word.lower() for word in words), *(f"@{country}" for country in countries)}
    )
    known = scan.registry.index.by_key(key) or _alone(scan, key)
    if known is not None:
        return scan.add(first, place + 1, known, Sort.GROUP, "group", group=True)
    if not countries and not words and head not in SAYERS:
        return place
    if countries and head in _MILITARY:
        country = countries[0]
        return scan.add(
            first,
            place + 1,
            scan.registry.country(country),
            Sort.PEOPLE,
            "people",
            group=True,
            country=country,
        )
    name = " ".join((*sorted(COUNTRIES[c].adjective for c in countries), *words, head))
    identity = named_id(name.replace("United States", "US").replace("American", "US"))
    country = countries[0] if len(countries) == 1 else ""
    return scan.add(first, place + 1, identity, Sort.GROUP, "group", group=True, country=country)


def _alone(scan: Scan, key: Key) -> str | None:
    """Return the known group that goes by one word, such as ``analysts``."""
    if len(key) > 1:
        return None
    index = scan.registry.index
    named = index.whole(tuple(key))
    return next((identity for _, identity in named if index[identity].group), None)


def _modifiers(scan: Scan, head: int) -> tuple[int, list[str], list[str]]:
    """Walk back from the head of a group over what describes it."""
    tokens = scan.tokens
    first = head
    countries: list[str] = []
    words: list[str] = []
    mentions = scan.out[-_NEAR:]
    while first > 0:
        token = tokens[first - 1]
        lower = token.lower
        if (
            mentions
            and mentions[-1].end == token.end
            and (mentions[-1].sort is Sort.PLACE and mentions[-1].country)
        ):
            last = mentions.pop()
            countries.insert(0, last.country)
            while first > 0 and tokens[first - 1].start >= last.start:
                first -= 1
            continue
        if (
            mentions
            and not countries
            and mentions[-1].end == token.end
            and mentions[-1].sort is Sort.ORGANISATION
        ):
            words.insert(0, mentions[-1].text)  # "USAF officials"
            while first > 0 and tokens[first - 1].start >= mentions[-1].start:
                first -= 1
            break
        if lower in UNNAMED and lower not in {"the", "a", "an", "its", "their", "his", "her"}:
            first -= 1
        elif lower in GROUP_WORDS:
            words.insert(0, lower)
            first -= 1
        elif lower == "'s" and mentions and mentions[-1].end == token.start:
            if not mentions[-1].country:
                break
            first -= 1
        elif (
            lower in {"and", ",", "or"}
            and countries
            and mentions
            and _joined(tokens, first - 1, mentions[-1])
        ):
            first -= 1
        else:
            break
    while first < head and tokens[first].lower in {"and", ",", "or", "'s"}:
        first += 1
    return first, countries, words


def _joined(tokens: tuple[Token, ...], place: int, mention: Mention) -> bool:
    """Whether *mention* stands right before the "and" or the comma at *place*."""
    while place > 0 and tokens[place].lower in {"and", ",", "or"}:
        place -= 1
    return tokens[place].end == mention.end and mention.sort is Sort.PLACE and bool(mention.country)
