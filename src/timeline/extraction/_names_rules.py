"""The rules by which names are found in a sentence, tried at each word in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._names_index import Key, is_acronym
from timeline.extraction._names_mention import Mention, Registry, Sort, named_id
from timeline.extraction._page import Sentence, Token, tokens_of
from timeline.extraction.english._groups import (
    BODIES,
    GROUP_WORDS,
    GROUPS,
    MEDIA_NAMES,
    MEDIA_WORDS,
    ORGANISATION_WORDS,
    SAYERS,
    UNNAMED,
)
from timeline.extraction.english._places import (
    COMPASS,
    COUNTRIES,
    IN_PLACE,
    PLACE_NOUNS,
    PLACE_WORDS,
    PlaceWord,
)
from timeline.extraction.english._reporting import VERBS
from timeline.extraction.english._titles import ABBREVIATED, OFFICE_WORDS, PERSONS, RANKS, listed
from timeline.extraction.english._titles_small import SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_PLACES: Final[dict[str, list[tuple[tuple[str, ...], PlaceWord]]]] = {}
for _words, _place in PLACE_WORDS.items():
    _tokens = tuple(token.text for token in tokens_of(" ".join(_words)))
    _PLACES.setdefault(_tokens[0], []).append((_tokens, _place))
for _entries in _PLACES.values():
    _entries.sort(key=lambda entry: -len(entry[0]))

_LINKS: Final = listed("of de del della di da du la le al el bin ibn van von der den ter")
_OPENING: Final = frozenset("\"“‘'([—-:")
_MILITARY: Final = listed(
    """
    troops forces soldiers fighters officers commanders paratroopers men units servicemen
    conscripts militants prisoners captives detainees servicewomen mercenaries contingent
    """
)
_MAX_PERSON: Final = 4
_GENERIC: Final = 2  # words of a name that every country has: "Defence Ministry"


@attrs.define(slots=True, eq=False)
class Scan:
    """One sentence on its way through the rules."""

    sentence: Sentence
    registry: Registry
    tokens: tuple[Token, ...] = ()
    out: list[Mention] = attrs.Factory(list)
    titled: bool = False

    def mentions(self) -> list[Mention]:
        """Return the mentions in the sentence, in order."""
        self.tokens = tokens = self.sentence.tokens
        cues = self.registry.index.cues
        times = [(time.start, time.end) for time in self.sentence.times]
        place = 0
        while place < len(tokens):
            token = tokens[place]
            lower = token.lower
            if lower in cues or token.text != lower:
                while times and times[0][1] <= token.start:
                    times.pop(0)
                if times and times[0][0] <= token.start:
                    place += 1
                    continue
                for rule in RULES:
                    after = rule(self, place)
                    if after > place:
                        place = after
                        break
                else:
                    place += 1
                continue
            if lower not in OFFICE_WORDS and lower != ".":
                self.titled = False
            else:
                self.titled = self.titled or lower in RANKS or lower in PERSONS
            place += 1
        return self.out

    def add(  # noqa: PLR0913 - what a mention is made of
        self,
        first: int,
        last: int,
        identity: str,
        sort: Sort,
        rule: str,
        *,
        group: bool = False,
        country: str = "",
        seat: bool = False,
    ) -> int:
        """Enter the tokens from *first* to before *last* as a mention and return *last*."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        while self.out and self.out[-1].end > start:
            self.out.pop()
        offset = self.sentence.start
        text = self.sentence.text[start - offset : end - offset]
        self.out.append(Mention(start, end, text, identity, sort, group, rule, country, seat))
        self.titled = False
        return self._acronym(last, identity, sort, country)

    def _acronym(self, place: int, identity: str, sort: Sort, country: str) -> int:
        """Take in an acronym in brackets behind a name: "... Service (NIS)"."""
        tokens = self.tokens
        if (
            place + 2 < len(tokens)
            and tokens[place].text == "("
            and tokens[place + 2].text == ")"
            and is_acronym(tokens[place + 1].text)
            and sort is not Sort.PLACE
        ):
            token = tokens[place + 1]
            self.registry.acronyms[token.text.replace(".", "")] = (identity, str(sort))
            self.out.append(
                Mention(
                    token.start,
                    token.end,
                    token.text,
                    identity,
                    sort,
                    group=False,
                    rule="acronym",
                    country=country,
                )
            )
            return place + 3
        return place

    def run(self, place: int) -> int:
        """Return the end of the run of capitalised words that begins at *place*."""
        tokens = self.tokens
        last = place + 1
        while last < len(tokens):
            token = tokens[last]
            if token.start - tokens[last - 1].end > 1:
                break
            if token.capital:
                if token.text in {"I", "The"} and tokens[last - 1].lower != "of":
                    break
                last += 1
            elif (
                token.text == "."
                and last + 1 < len(tokens)
                and tokens[last + 1].capital
                and (tokens[last - 1].lower in ABBREVIATED or len(tokens[last - 1].text) == 1)
            ) or (
                (token.lower in _LINKS or token.text == "&")
                and last + 1 < len(tokens)
                and tokens[last + 1].capital
            ):
                last += 2
            elif (
                token.lower in {"of", "for"}
                and last + 2 < len(tokens)
                and tokens[last + 1].lower == "the"
                and tokens[last + 2].capital
            ):
                last += 3
            else:
                break
        return last

    def opens(self, place: int) -> bool:
        """Whether the word at *place* has its capital letter from opening something."""
        return place == 0 or self.tokens[place - 1].text[0] in _OPENING

    def country_before(self, place: int) -> str:
        """Return the country whose adjective or possessive stands right before *place*."""
        if not self.out:
            return ""
        last = self.out[-1]
        before = place - 1
        if before >= 0 and self.tokens[before].lower == "'s":
            before -= 1
        if before >= 0 and last.end == self.tokens[before].end and last.sort is Sort.PLACE:
            return last.country
        return ""


def known_source(scan: Scan, place: int) -> int:
    """Find the longest name of a known source."""
    tokens = scan.tokens
    index = scan.registry.index
    for lower, exact, identity in index.names.get(tokens[place].lower, ()):
        last = place + len(lower)
        if last > len(tokens):
            continue
        source = index.sources[identity]
        if exact:
            text = tokens[place].text
            if text != exact and not (source.group and text.lower() == exact.lower()):
                continue
        elif any(tokens[place + k].lower != word for k, word in enumerate(lower)):
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
        elif identity in index.persons or scan.titled:
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
    first, countries, words = _modifiers(scan, place)
    key: Key = frozenset({head, *words, *(f"@{country}" for country in countries)})
    known = scan.registry.index.by_key(key)
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


def _modifiers(scan: Scan, head: int) -> tuple[int, list[str], list[str]]:
    """Walk back from the head of a group over what describes it."""
    tokens = scan.tokens
    first = head
    countries: list[str] = []
    words: list[str] = []
    mentions = list(scan.out)
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


def country(scan: Scan, place: int) -> int:
    """Find a country, its adjective, its people, or the seat that speaks for it."""
    found = _place_of(scan.tokens, place)
    if found is None:
        return place
    last, word = found
    if scan.run(place) > last and _is_body(scan, place) and word.role != "adjective":
        return place
    if scan.titled and scan.run(place) > last:
        return place  # "Mr Jordan Hale"
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


def office(scan: Scan, place: int) -> int:
    """Pass over a title or an office before a name."""
    tokens = scan.tokens
    last = scan.run(place)
    end = place
    while end < last and (tokens[end].lower in OFFICE_WORDS or tokens[end].text == "."):
        end += 1
    if end == place:
        return place
    words = {token.lower for token in tokens[place:end]}
    if not (words & RANKS or words & PERSONS):
        return place
    if (
        end == last
        and last - place > 1
        and not any(w in RANKS or w in PERSONS for w in (tokens[last - 1].lower,))
    ):
        return place
    scan.titled = True
    return end


def capitalised(scan: Scan, place: int) -> int:
    """Find a name by its capital letters."""
    tokens = scan.tokens
    token = tokens[place]
    if not token.capital:
        return place
    last = scan.run(place)
    if scan.opens(place) and token.lower in UNNAMED:
        return place
    if token.lower in SMALL_WORDS and (token.lower != "new" or last == place + 1):
        return place
    while last > place + 1 and tokens[last - 1].lower in SMALL_WORDS:
        last -= 1
    for cut in range(place + 1, last):
        lower = tokens[cut].lower
        if lower in RANKS and lower not in {"king", "prince", "father", "major", "pope", "judge"}:
            return cut  # an office that begins with a word of its own: "Trade Secretary"
    words = [t for t in tokens[place:last] if t.capital]
    if len(words) == 1 and last == place + 1:
        return _single(scan, place)
    name = scan.sentence.text[
        token.start - scan.sentence.start : tokens[last - 1].end - scan.sentence.start
    ]
    sort = _sort_of(scan, place, last, words)
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
    return scan.add(place, last, named_id(name), sort, str(sort))


def _sort_of(scan: Scan, first: int, last: int, words: list[Token]) -> Sort:
    tokens = scan.tokens
    lowers = {word.lower for word in words}
    before = tokens[first - 1].lower if first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if scan.titled and len(words) <= _MAX_PERSON:
        return Sort.PERSON
    if lowers & MEDIA_WORDS or lowers & ORGANISATION_WORDS:
        return Sort.ORGANISATION
    if lowers & PLACE_NOUNS or after in PLACE_NOUNS:
        return Sort.PLACE
    if words[-1].text in scan.registry.last:
        return Sort.PERSON
    if before in IN_PLACE or words[0].lower in COMPASS:
        return Sort.PLACE
    if before == "the" or len(words) > _MAX_PERSON or any(is_acronym(w.text) for w in words):
        return Sort.UNKNOWN if before != "the" else Sort.ORGANISATION
    if all(
        word.text.replace("-", "").replace("\u2019", "").replace("'", "").isalpha()
        for word in words
    ):
        return Sort.PERSON
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
        return scan.add(place, end, registry.last[text], Sort.PERSON, "last name")
    if text.replace(".", "") in registry.acronyms:
        identity, sort = registry.acronyms[text.replace(".", "")]
        return scan.add(place, end, identity, Sort.of(sort), "acronym")
    if text in MEDIA_NAMES:
        return scan.add(place, end, registry.body(text), Sort.ORGANISATION, "medium")
    if text in registry.bodies:
        return scan.add(place, end, registry.bodies[text], Sort.ORGANISATION, "short name")
    if text in registry.index.people and (scan.titled or text in registry.words):
        return scan.add(place, end, registry.index.people[text], Sort.PERSON, "last name")
    if is_acronym(text) and text.isupper():
        return scan.add(place, end, registry.body(text), Sort.ORGANISATION, "acronym")
    speaks = following in VERBS and VERBS[following].form in {"s", "past"}
    if scan.opens(place) and not (
        text in registry.words
        or (speaks and token.lower not in registry.words)
        or (following == "'s" and token.lower not in registry.words)
    ):
        return place
    if token.lower in OFFICE_WORDS or token.lower in BODIES or token.lower in ORGANISATION_WORDS:
        return place
    if scan.titled:
        return scan.add(place, end, registry.person(text), Sort.PERSON, "person")
    if following in PLACE_NOUNS or before in IN_PLACE:
        return scan.add(place, end, named_id(text), Sort.PLACE, "place")
    return scan.add(place, end, named_id(text), Sort.UNKNOWN, "name")


RULES: Final[tuple[Callable[[Scan, int], int], ...]] = (
    known_source,
    group,
    country,
    office,
    capitalised,
)


def rule_names() -> Iterator[str]:
    """Yield the names of the rules, in order."""
    return (rule.__name__ for rule in RULES)
