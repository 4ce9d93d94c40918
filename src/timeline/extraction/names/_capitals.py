"""Names by their capital letters: persons, bodies and places that are in no list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import (
    BODIES,
    GROUPS,
    MEDIA_NAMES,
    MEDIA_WORDS,
    ORGANISATION_WORDS,
    THINGS,
    UNNAMED,
)
from timeline.extraction.english._places import (
    COMPASS,
    COUNTRIES,
    IN_PLACE,
    OF_PLACE,
    PLACE_NOUNS,
)
from timeline.extraction.english._reporting import VERBS
from timeline.extraction.english._titles import OFFICE_WORDS, PERSONS, RANKS, listed
from timeline.extraction.english._titles_first import FIRST_NAMES
from timeline.extraction.english._titles_small import CONTRACTIONS, SMALL_WORDS
from timeline.extraction.names._entries import is_acronym
from timeline.extraction.names._mention import Sort, named_id
from timeline.extraction.names._scan import LINKS
from timeline.extraction.page import Part

if TYPE_CHECKING:
    from timeline.extraction._tokens import Token
    from timeline.extraction.names._scan import Scan

_NAMES_TOO: Final = listed("king prince father major pope baron count lady lord general guard")


_BESIDE: Final = frozenset({"a", "an", "the", "who", "which", "whose", "once"})
_MAX_PERSON: Final = 4
_FULL: Final = 2  # words of a name: "Minister Per Lindahl" has a word that is small elsewhere
_NO_NAMES: Final = (
    *("-based", "-born", "-placed", "-seeded", "-ranked", "-backed", "-led", "-owned", "-run"),
    *("-winning", "-time", "-bound", "-held", "-funded", "-trained", "-listed", "-educated"),
    *CONTRACTIONS,
)
"""Ends of words that are no names for all their capital: "Paris-based", "She'd"."""
_BEGIN: Final = frozenset({"new", "people"})  # "New Delhi", "People's Front"


_GENERIC: Final = 2  # words of a name that every country has: "Defence Ministry"


def office(scan: Scan, place: int) -> int:
    """Pass over a title or an office before a name."""
    tokens = scan.tokens
    if tokens[place].lower not in OFFICE_WORDS and tokens[place].text != ".":
        return place
    last = scan.run(place)
    end = place
    titled = False
    while end < last and (tokens[end].lower in OFFICE_WORDS or tokens[end].text == "."):
        titled = titled or tokens[end].lower in RANKS or tokens[end].lower in PERSONS
        end += 1
    if not titled:
        return place
    if (
        end + 2 < last
        and tokens[end].lower == "of"
        and tokens[end + 1].lower in OFFICE_WORDS
        and tokens[end + 2].capital
        and tokens[end + 2].lower not in ORGANISATION_WORDS
    ):
        scan.titled = True
        return end + 2  # "Secretary of State Jane Doe"
    if end + 2 < last and tokens[end].lower == "of":
        first = next((k for k in range(end + 2, last - 1) if tokens[k].lower in FIRST_NAMES), 0)
        if first:
            scan.titled = True
            return first  # "Commissioner of Prisons Ruth Otieno"
    if end < last and tokens[end].lower in LINKS:
        return end  # "Chief Executive Officer of General Motors": nobody is named
    stop = next((k for k in range(end + 1, last) if tokens[k].lower == "of"), last)
    if any(
        token.lower in ORGANISATION_WORDS or token.lower in MEDIA_WORDS
        for token in tokens[end:stop]
        if token.capital
    ):
        return place  # General Motors is no general
    scan.titled = True
    return end


def capitalised(scan: Scan, place: int) -> int:
    """Find a name by its capital letters."""
    tokens = scan.tokens
    token = tokens[place]
    if not token.capital or token.lower.endswith(_NO_NAMES):
        return place
    last = scan.run(place)
    if (
        place == 0
        and last > 1
        and any(
            time.start == tokens[1].start and time.end > tokens[last - 1].end
            for time in scan.sentence.times
        )
    ):
        return place  # "Dated May 3, the letter says"
    if scan.opens(place) and (token.lower in UNNAMED or _only_opens(scan, place)):
        return place
    small = token.lower in SMALL_WORDS and (token.lower not in _BEGIN or last == place + 1)
    named = scan.titled and 0 < place == last - _FULL and tokens[place - 1].lower in OFFICE_WORDS
    if (
        small
        and not named
        and not (place and is_acronym(token.text) and tokens[place - 1].lower == "the")
    ):
        return place  # but the WHO is a body
    if (
        last > place + 1
        and len(tokens[last - 1].text) == 1
        and last < len(tokens)
        and (tokens[last].start == tokens[last - 1].end and tokens[last].text[0].isdigit())
    ):
        last -= 1  # "Airbus A330" names a thing; "Airbus" made it
    headline = scan.sentence.block.part is Part.HEADLINE
    while headline and last > place + 1 and tokens[last - 1].lower in SMALL_WORDS:
        last -= 1
    last = _before_of(tokens, place, last)
    cut = office_within(tokens, place, last)
    if cut == place + 1 and (
        tokens[place].lower in OFFICE_WORDS or tokens[place].lower in PLACE_NOUNS
    ):
        return cut  # an office that begins with a word of its own: "Trade Secretary", "City Clerk"
    owner, last = cut < last, cut
    words = [t for t in tokens[place:last] if t.capital]
    if len(words) == 1 and last == place + 1:
        return _single(scan, place)
    name = scan.sentence.text[
        token.start - scan.sentence.start : tokens[last - 1].end - scan.sentence.start
    ]
    sort = Sort.ORGANISATION if owner else _sort_of(scan, place, last, words)
    home = scan.country_before(place)
    if sort is Sort.PERSON:
        return scan.add(place, last, scan.registry.person(name), sort, "person")
    if sort is Sort.ORGANISATION:
        if (
            home
            and len(words) <= _GENERIC
            and all(w.lower in ORGANISATION_WORDS or w.lower in OFFICE_WORDS for w in words)
        ):
            name = f"{COUNTRIES[home].adjective} {name}"
        return scan.add(
            place, last, scan.registry.body(name, home), sort, "organisation", country=home
        )
    if sort is Sort.UNKNOWN and words[-1].lower not in THINGS:
        identity = scan.registry.either(name)
        return scan.add(place, last, identity, sort, "name")
    return scan.add(place, last, named_id(name), sort, str(sort))


def _only_opens(scan: Scan, place: int) -> bool:
    """Whether a word before "of" has its capital letter from opening a sentence: "Ships of"."""
    tokens = scan.tokens
    token = tokens[place]
    return (
        place + 1 < len(tokens)
        and tokens[place + 1].lower in LINKS
        and token.text not in scan.registry.words
        and token.lower not in ORGANISATION_WORDS
        and token.lower not in BODIES
        and token.lower not in MEDIA_WORDS
    )


def _before_of(tokens: tuple[Token, ...], place: int, last: int) -> int:
    """Cut "Matthias Huss of ETH Zurich" before its "of"; the Bank of England stays whole."""
    for cut in range(place + 2, last):
        if tokens[cut].lower == "of":
            words = {token.lower for token in tokens[place:cut]}
            whole = words & (ORGANISATION_WORDS | MEDIA_WORDS | PLACE_NOUNS | OFFICE_WORDS)
            return last if whole or len(words) > _MAX_PERSON else cut
    return last


def office_within(tokens: tuple[Token, ...], place: int, last: int) -> int:
    """Return where an office stands within a run: "Northrop Grumman CEO Ron Sugar"; else *last*."""
    for cut in range(place + 1, last):
        lower = tokens[cut].lower
        if (lower in RANKS and lower not in _NAMES_TOO) or (
            lower in PERSONS
            and cut + 1 < last
            and lower not in _NAMES_TOO
            and tokens[cut + 1].lower not in ORGANISATION_WORDS  # "Ulster Teacher Union"
        ):
            return cut
    return last


def _sort_of(scan: Scan, first: int, last: int, words: list[Token]) -> Sort:
    tokens = scan.tokens
    lowers = {word.lower for word in words}
    before = tokens[first - 1].lower if first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if scan.titled and len(words) <= _MAX_PERSON:
        return Sort.PERSON
    if lowers & MEDIA_WORDS or lowers & ORGANISATION_WORDS:
        return Sort.ORGANISATION
    if any(word.text in MEDIA_NAMES for word in words):
        return Sort.ORGANISATION
    if words[-1].lower in THINGS:
        return Sort.UNKNOWN
    if lowers & PLACE_NOUNS or after in PLACE_NOUNS:
        return Sort.PLACE
    if words[-1].text in scan.registry.last:
        return Sort.PERSON
    if before in IN_PLACE or words[0].lower in COMPASS:
        return Sort.PLACE
    if before == "the" or len(words) > _MAX_PERSON or any(is_acronym(w.text) for w in words):
        return Sort.UNKNOWN if before != "the" else Sort.ORGANISATION
    if words[0].lower in FIRST_NAMES or after == "who":
        return Sort.PERSON
    if after == "," and last + 1 < len(tokens) and tokens[last + 1].text[0].isdigit():
        return Sort.PERSON  # the age: "Layla Haddad, 29,"
    return Sort.UNKNOWN


def _single(scan: Scan, place: int) -> int:
    tokens = scan.tokens
    token = tokens[place]
    text = token.text
    registry = scan.registry
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    before = tokens[place - 1].lower if place else ""
    end = place + 1
    if text in registry.last:
        registry.called.add(registry.last[text])
        return scan.add(place, end, registry.last[text], Sort.PERSON, "last name")
    if text.replace(".", "") in registry.acronyms:
        identity, sort = registry.acronyms[text.replace(".", "")]
        return scan.add(place, end, identity, Sort.of(sort), "acronym")
    if text in MEDIA_NAMES:
        return scan.add(place, end, registry.body(text), Sort.ORGANISATION, "medium")
    if text in registry.bodies:
        return scan.add(place, end, registry.bodies[text], Sort.ORGANISATION, "short name")
    known = registry.index.person(text)
    if known is not None and (scan.titled or text in registry.words):
        return scan.add(place, end, known, Sort.PERSON, "last name")
    if text in registry.first:
        return scan.add(place, end, registry.first[text], Sort.PERSON, "first name")
    if is_acronym(text) and text.isupper():
        return scan.add(place, end, registry.body(text), Sort.ORGANISATION, "acronym")
    speaks = following in VERBS and VERBS[following].form in {"s", "past"}
    beside = (
        following == ","
        and place + 2 < len(tokens)
        and (
            tokens[place + 2].lower in _BESIDE or tokens[place + 2].text.isdigit()  # "Kim, 33,"
        )
    )
    if scan.opens(place) and token.lower in GROUPS:
        return place  # "Survivors said": several without a name
    if scan.opens(place) and token.lower.endswith("ly") and following == ",":
        return place  # "Unfortunately,"
    if scan.opens(place) and not (
        beside
        or text in registry.words
        or (speaks and token.lower not in registry.words)
        or (following == "'s" and token.lower not in registry.words)
    ):
        return place
    if token.lower in OFFICE_WORDS or token.lower in BODIES or token.lower in ORGANISATION_WORDS:
        return place
    if scan.titled:
        return scan.add(place, end, registry.person(text), Sort.PERSON, "person")
    if (
        following in PLACE_NOUNS
        or before in IN_PLACE
        or (before == "of" and place > 1 and tokens[place - 2].lower in OF_PLACE)
    ):
        return scan.add(place, end, named_id(text), Sort.PLACE, "place")
    return scan.add(place, end, named_id(text), Sort.UNKNOWN, "name")
