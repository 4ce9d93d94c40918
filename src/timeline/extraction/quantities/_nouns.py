"""What an amount counts: the noun phrase behind it, read without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english import _measures as english
from timeline.extraction.english._deeds import (
    DESCRIBING,
    STATES_OF_PERSONS,
)
from timeline.extraction.english._inflection import is_participle, plural_of_person
from timeline.extraction.english._numbers import CARDINALS, DATA, VOLUMES, words
from timeline.extraction.english._persons import (
    AT_WORK,
    PERSON_ENDINGS,
)
from timeline.extraction.english._stops import STOPS
from timeline.extraction.quantities._persons import is_known_person, is_men, is_person
from timeline.extraction.quantities._stuffs import of_stuff, stuff_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.quantities._amounts import Amount

PEOPLE = "people"
THING = "things"
TIME = "time"
DISTANCE = "distance"
PRONOUN = "pronoun"


@attrs.frozen(slots=True)
class Noun:
    """The noun phrase that an amount counts.

    Args:
        head: the token of its head.
        end: the token behind the phrase.
        word: the head, in lower case.
        label: the words that name it in a measure: "border towns".
        sort: `PEOPLE`, `THING`, `TIME`, `DISTANCE` or `PRONOUN` ("of them").
        generic: whether it is a word for persons that says nothing of which.
        nation: the adjective of the nation that they belong to; empty where none is named.
    """

    head: int
    end: int
    word: str
    label: str
    sort: str
    generic: bool = False
    nation: str = ""

    @property
    def troops(self) -> bool:
        """Whether it is what is sent and deployed."""
        if self.word in english.TROOPS or self.word in english.PEOPLES or self.sort == PRONOUN:
            return True
        at_work = self.word.endswith(PERSON_ENDINGS) and self.word not in AT_WORK
        return self.sort == PEOPLE and at_work


_MOST: Final = 7
_PHRASE: Final = 3
_COMPASS: Final = frozenset({"north", "south", "east", "west"})
_NOT_PLURAL: Final = ("ss", "us", "is", "'s")
_PRONOUNS: Final = frozenset({"them", "us", "those", "these", "whom", "which", "it"})
_TITLE_CASE: Final = 0.6


def noun_after(tokens: Sequence[Token], at: int, *, title: bool = False) -> Noun | None:
    """Return the noun phrase that begins at *at*, or behind "of" there.

    Args:
        tokens: the sentence.
        at: the token behind the amount.
        title: whether the words of the sentence have capitals, as in a headline.
    """
    size = len(tokens)
    if at < size and tokens[at].text == "[":
        at = behind_determiners(tokens, at + 1)  # a gloss in a quotation
    if at + 2 < size and tokens[at].lower == "of" and tokens[at + 1].lower in {"those", "these"}:
        behind = tokens[at + 2].lower
        if is_participle(behind) and tokens[at + 2].text.islower():
            return Noun(at + 1, at + 2, "those", "", PRONOUN, generic=True)
    if at < size and tokens[at].lower == "of":
        at = behind_determiners(tokens, at + 1)
        if at < size and tokens[at].lower in _PRONOUNS:
            return Noun(at, at + 1, tokens[at].lower, "", PRONOUN, generic=True)
    first = at
    head = -1
    while at < size and at - first < _MOST:
        token = tokens[at]
        lower = token.lower
        if at == first and (volume := _volume(tokens, at)):
            return volume
        if at == first and lower in english.DISTANCES:
            return Noun(at, at + 1, lower, lower, DISTANCE)
        if at > first and head < 0 and token.text.isdigit() and tokens[at - 1].lower not in STOPS:
            pass  # a model: "five new 737 aircraft"
        elif lower in STOPS or lower in CARDINALS or not token.text[0].isalpha():
            more = lower == "more" and at == first
            if not more and not _joins_nations(tokens, at, first) and lower not in _QUOTES:
                break
            if lower in _QUOTES and head >= 0:
                break
        elif _plural(tokens, at, title=title):
            head = at
            following = tokens[at + 1] if at + 1 < size else None
            if following is None or not _plural(tokens, at + 1, title=title):
                break
            if following.lower in STATES_OF_PERSONS:
                break  # "eleven policemen injured"
            if is_known_person(lower) and not is_known_person(following.lower):
                break  # "the training of 300 nurses begins"
        elif head >= 0:
            break
        at += 1
    if head < 0:
        return None
    return _noun(tokens, first, head)


def _volume(tokens: Sequence[Token], at: int) -> Noun | None:
    """Read "cubic meters (bcm) of gas", "bcm of gas", "square kilometres of forest"."""
    word, end = tokens[at].lower, at + 1
    if word in DATA:
        return _data(tokens, at)
    if word in VOLUMES:
        unit = "cubic meters"
    elif word in {"cubic", "square"} and end < len(tokens):
        unit, end = f"{word} {tokens[end].lower}", end + 1
        if unit not in english.CONTAINERS:
            return None
        if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
            end += 3
    elif word in english.CONTAINERS and end + 1 < len(tokens) and tokens[end].lower == "of":
        unit = word
    else:
        return None
    stuff = stuff_at(tokens, end + 1) if end < len(tokens) and tokens[end].lower == "of" else []
    label = of_stuff(stuff) or unit
    return Noun(end - 1, end + 1 + len(stuff) if stuff else end, unit, label, THING)


def _data(tokens: Sequence[Token], at: int) -> Noun | None:
    """Read "38 GB", "2.1 TB of records": data, unless a machine has them as its memory."""
    near = {token.lower for token in tokens[at + 1 : at + 4]}
    before = {token.lower for token in tokens[max(0, at - 4) : at]}
    if near & _MEMORY or before & _FILES:
        return None
    return Noun(at, at + 1, DATA[tokens[at].lower], "data", THING)


_FILES: Final = frozenset({"pdf", "mp3", "mp4", "zip", "doc", "xlsx", "download", "csv", "file"})
_MEMORY: Final = frozenset({"memory", "ram", "storage", "disk", "model", "version", "graphics"})
_QUOTES: Final = frozenset('"“”')


def counted_by(
    tokens: Sequence[Token], found: Sequence[Amount], *, title: bool = False
) -> list[Noun | None]:
    """Return what each of the amounts *found* counts, where the words behind it say so."""
    return [
        noun_after(tokens, amount.end, title=title)
        or (one_after(tokens, amount.end) if amount.low == amount.high == 1 else None)
        for amount in found
    ]


def one_after(tokens: Sequence[Token], at: int) -> Noun | None:
    """Return the noun in the singular that begins at *at*: "one soldier"."""
    for place in range(at, min(at + 4, len(tokens))):
        word = tokens[place].lower
        if word in STOPS or not tokens[place].text[0].isalpha():
            return None
        if word in english.PERSONS or word in english.GENERIC_PERSONS:
            one = _noun(tokens, at, place)
            many = word in english.IRREGULAR_PLURALS or word.endswith("s")
            return one if many else attrs.evolve(one, label=plural_of_person(one.label))
        if word in english.ADJECTIVES and place + 1 < len(tokens):
            following = tokens[place + 1].lower
            if following in STOPS or not tokens[place + 1].text[0].isalpha():
                return _noun(tokens, at, place)
    return None


def behind_determiners(tokens: Sequence[Token], at: int) -> int:
    """Skip "the", "its", "North Korea's" and the like."""
    for place in range(at, min(at + 5, len(tokens))):
        if tokens[place].lower in {"'s", "'"}:
            return place + 1
        if tokens[place].lower in STOPS and place > at:
            break
    while at < len(tokens) and tokens[at].lower in _DETERMINERS:
        at += 1
    return at


_DETERMINERS: Final = words("the its their his her our your my these those all estimated an a some")


def _joins_nations(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether "and" stands between two adjectives: "Russian and North Korean officers"."""
    return (
        tokens[at].lower in {"and", "or", ",", "/"}
        and at > first
        and tokens[at - 1].lower in english.ADJECTIVES
        and at + 1 < len(tokens)
        and tokens[at + 1].capital
    )


def _plural(tokens: Sequence[Token], at: int, *, title: bool) -> bool:
    token = tokens[at]
    word = token.lower
    if word in english.IRREGULAR_PLURALS or word in english.PEOPLES or is_men(word):
        return True
    if len(word) < 4 or word[-1] != "s" or word.endswith(_NOT_PLURAL):  # noqa: PLR2004 - the shortest plurals: cars
        return word in {"mps", "pows"}
    if token.text[:-1].isupper() and token.text[:-1].isalpha():
        return True  # "SUVs", "NGOs"
    if token.capital and not title:
        return word.endswith(("ians", "eans", "ans", "nis", "qis")) and not token.text.isupper()
    return token.text[0].isalpha()


def _noun(tokens: Sequence[Token], first: int, head: int) -> Noun:
    word = tokens[head].lower
    nation = _nation(tokens, first, head)
    generic = word in english.GENERIC_PERSONS or _is_people(tokens, head)
    if generic or word in english.PERSONS or is_person(word):
        sort = PEOPLE
    elif word in english.TIME_UNITS:
        sort = TIME
    elif word in english.DISTANCES:
        sort = DISTANCE
    else:
        sort = THING
    proper = head > 0 and tokens[head].capital and word.endswith(("ians", "eans"))
    label = tokens[head].text if proper or tokens[head].text[:2].isupper() else word
    end = head + 1
    if word in english.CONTAINERS and end + 1 < len(tokens) and tokens[end].lower == "of":
        stuff = stuff_at(tokens, end + 1)
        if stuff:
            end += 1 + len(stuff)
            return Noun(head, end, word, of_stuff(stuff), THING)
    named = word not in english.PERSONS or word in {"members", "workers"}
    if head > first and not generic and named and _names(tokens[head - 1]):
        label = f"{tokens[head - 1].lower} {word}"
    generic = generic or word in STATES_OF_PERSONS
    return Noun(head, end, word, label, sort, generic, nation)


def _names(token: Token) -> bool:
    """Whether a word before a noun is part of its name: of "border towns", "polling stations"."""
    word = token.lower
    if not (token.text.islower() and word.isalpha()):
        return False
    if word in english.MODIFIERS or word in STOPS or word in english.ADJECTIVES:
        return False
    if word.endswith("ing"):
        return word not in DESCRIBING
    if word in english.NOUNS_BEFORE or word.endswith("ment"):
        return True  # "patient records", "government buildings"
    return not word.endswith(english.MODIFIER_ENDINGS)


def singular_after(tokens: Sequence[Token], at: int) -> Noun | None:
    """Return the noun in the singular of which a part is told: "the merchant fleet"."""
    first = at
    while at + 1 < len(tokens) and tokens[at].capital and tokens[at + 1].text.islower():
        at += 1  # "the Easter supply"
    first = at
    while (
        at < min(len(tokens), first + _PHRASE)
        and tokens[at].text.islower()
        and tokens[at].text.isalpha()
        and tokens[at].lower not in STOPS
        and not (at > first and is_participle(tokens[at].lower))
    ):
        at += 1
    if at == first or {token.lower for token in tokens[first:at]} & _NOTHING:
        return None
    return _noun(tokens, first, at - 1)


_NOTHING: Final = english.TIME_UNITS | english.NOT_COUNTED


def is_plural_of_persons(token: Token) -> bool:
    """Whether a word names persons in the plural: "20 of them children"."""
    word = token.lower
    plural = word in english.IRREGULAR_PLURALS or word.endswith("s")
    named = word in english.PERSONS and plural and not word.endswith("ss")
    return named or is_person(word) or word in english.PEOPLES


def _is_people(tokens: Sequence[Token], head: int) -> bool:
    token = tokens[head]
    if token.lower in english.PEOPLES or token.lower in english.ADJECTIVES:
        return True
    return token.capital and token.lower.endswith(("ians", "eans", "ans", "nis", "qis"))


def _nation(tokens: Sequence[Token], first: int, head: int) -> str:
    """Return the nation's adjective among the tokens, if there is just one."""
    found: list[str] = []
    for at in range(first, head + 1):
        word = tokens[at].lower
        adjective = ""
        if word in english.PEOPLES:
            adjective = english.PEOPLES[word]
        elif word in english.ADJECTIVES:
            adjective = tokens[at].text.title()
        if adjective:
            if at > 0 and tokens[at - 1].lower in _COMPASS:
                adjective = f"{tokens[at - 1].text.title()} {adjective}"
            found.append(adjective)
    return found[0] if len(set(found)) == 1 else ""


def is_title(tokens: Sequence[Token]) -> bool:
    """Whether the words of a sentence have capitals, as those of a headline do."""
    capitals = [
        token.capital
        for token in tokens
        if len(token.text) > 3 and token.text[0].isalpha()  # noqa: PLR2004 - short words keep small letters
    ]
    if len(capitals) <= 2:  # noqa: PLR2004 - a name alone is no headline
        return False
    return sum(capitals) > _TITLE_CASE * len(capitals)
