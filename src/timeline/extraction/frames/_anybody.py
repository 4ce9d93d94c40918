"""Subjects that no list knows: any noun that speaks or keeps silent, "the Belgian"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import LISTENERS
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._reporting import Verb
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._circumstances import part_of_day
from timeline.extraction.frames._content import WARNS, clause_behind
from timeline.extraction.names import Sort
from timeline.extraction.sources import anybody, phrase_from, the_person

if TYPE_CHECKING:
    from timeline.extraction.frames._draft import Reading
    from timeline.extraction.sources import Speaker

# Words that open a sentence as its subject and name nobody of whom one can ask.
_NOBODY: Final = listed(
    """
    nobody none everyone everybody someone somebody anyone anybody another several both either
    neither many most some others each this that these those there here then what whoever
    nothing everything something anything yesterday today tomorrow once thus also another
    """
)
# From these one concludes something; they are on nobody's word.
_TOKENS: Final = listed(
    """
    evidence experience history rumour rumours rumor rumors legend word speculation signs clues
    logic tradition circumstances facts events reality instinct practice precedent hindsight
    """
)
# What is "according to" these is so by rule or by custom, and nobody says so.
_BY_RULE: Final = _TOKENS | listed(
    """
    plan plans schedule timetable law laws rule rules custom customs size need needs age ability
    means standard standards terms protocol protocols doctrine calendar theory wish wishes will
    instructions orders principle principles procedure procedures regulations constitution season
    taste merit rank circumstance situation demand conditions requirements usage style pattern type
    younger older elder latter other finding kind value
    weight height colour color priority priorities route script playbook dictates formula
    """
)
_PHRASE: Final = 6
_TOLD: Final = 3
_ONE: Final = frozenset({"one", "another"})  # "one cash buyer reckons"
_NOUN: Final = 4  # letters of the shortest


def native(reading: Reading, last: int) -> Speaker | None:
    """Read "the Belgian" as the person whom the article named last; nobody else is called so."""
    memory = reading.memory
    home = reading.chunks[last].mention.country
    people = [one for one in reversed(memory.named.values()) if one.sort is Sort.PERSON]
    known = [one for one in people if one.country == home] or people
    if known and reading.chunks.lower(last - 1) == "the":
        return attrs.evolve(known[0], first=last - 1, last=last + 1, way="pronoun", noun="")
    return None


def _told_somebody(reading: Reading, place: int, verb: Verb) -> bool:
    """Whether a clause stands behind who is told: "the plumber told the court on Tuesday that"."""
    chunks = reading.chunks
    if chunks.lower(place) == "to" and verb.kind == "say":
        place += 1  # "admitted to police that"
    elif verb.kind != "tell" and verb.lemma not in WARNS:
        return False
    if chunks.tag(clause_behind(chunks, place)) == "t":
        return True
    # "told reporters the bridge had fallen", and not "told the girl a story"
    ahead = range(place, place + _TOLD)
    told = next((one for one in ahead if chunks.lower(one) in LISTENERS), None)
    return verb.kind == "tell" and told is not None and chunks.tag(told + 1) in "DHJNG#"


def any_noun(reading: Reading, first: int, last: int, behind: int | None = None) -> Speaker | None:
    """Read "some customers reported that": any noun can speak before a clause or a quotation.

    Args:
        reading: the sentence.
        first: the number of the first piece of the noun's phrase.
        last: that of the noun.
        behind: that of the piece behind all that hangs on it: "beekeepers in the valley said".
    """
    chunks = reading.chunks
    noun = chunks.lower(last)
    after = start = last + 1 if behind is None else behind
    while chunks.tag(after) in "AXVnm":
        after += 1
    dated = after + part_of_day(chunks, after)  # behind "on Monday", "late on Monday"
    while chunks.tag(dated) == "T" or (chunks.tag(dated) == "p" and chunks.tag(dated + 1) == "T"):
        dated += 1
    silent = (
        "n" in chunks.tags[start:after]
        or chunks.tag(after) == "K"
        or chunks.lower(after - 1) == "yet"
        or chunks.lower(after) == "no"  # "offered no explanation"
    )
    opens = chunks.tag(last) == "W" and last == 0
    capital = silent and chunks.tag(last) == "W"
    if not (opens or capital or chunks.tag(last) == "w") or len(noun) < _NOUN or noun in _TOKENS:
        return None
    verb = chunks[after - 1].item if chunks.tag(after - 1) == "V" else None
    says = isinstance(verb, Verb) and verb.lemma == "say"
    bare = isinstance(verb, Verb) and verb.kind == "say" and verb.bare
    ends = chunks.tag(after) in ".;,T" or (
        chunks.tag(after) == "p" and chunks.tag(after + 1) == "T"
    )
    closes = first > 0 and ends and chunks.tag(first - 1) in ("Q," if bare else "Q")
    clause = (
        chunks.tag(dated) in ("tQ:DNHJG#" if says else "tQ:")
        or (chunks.tag(after) == "p" and "g" in chunks.tags)
        or (isinstance(verb, Verb) and _told_somebody(reading, after, verb))
    )
    if not (silent or closes or clause):
        return None
    alone = opens and (capital or (noun not in _NOBODY and not noun.endswith("ly")))
    single = chunks.lower(first) in _ONE and first < last
    owned = chunks.tag(first) in "NG" and chunks.tag(first + 1) == "P"  # "Sweden's brewery"
    if not (noun.endswith("s") or chunks.tag(first) == "D" or single or alone or owned):
        return None
    if first and chunks.tag(first - 1) not in ".,;bctQ:T":
        return None
    if chunks.lower(first) == "the" and first + 1 == last:
        for one in reversed(reading.memory.named.values()):
            body = one.sort in {Sort.ORGANISATION, Sort.UNKNOWN} and not one.medium
            if body and one.name.lower().endswith(f" {noun}"):
                # "The front" of the People's Front
                return attrs.evolve(one, first=first, last=last + 1, way="described", noun=noun)
        person = the_person(noun, reading.memory)
        if person is not None:
            return attrs.evolve(person, first=first, last=last + 1, way="pronoun", noun="")
    return anybody(chunks, first, last, reading.memory)


def of_a_noun(reading: Reading, last: int) -> bool:
    """Whether "it" is what opens the sentence: "The team won a grant, which it plans to use"."""
    chunks = reading.chunks
    if chunks.lower(last) != "it" or chunks.tag(last - 1) != "R" or reading.drafts:
        return False
    if chunks.tag(0) != "D" or not {"N", "G"}.isdisjoint(chunks.tags[:_PHRASE]):
        return False
    opens = phrase_from(chunks, 0, reading.memory)
    return opens is None or opens.id == chunks.lower(opens.last - 1)


def of_the_saying(reading: Reading) -> Speaker | None:
    """Return who said that "they" would do something, in whose words "they" stands again."""
    if not reading.drafts:
        return None
    said = reading.drafts[-1]
    begins = reading.chunks.lower(said.content) == "they"
    return said.speakers[-1] if begins and said.speakers[-1].sort is not Sort.PERSON else None


def any_phrase(reading: Reading, first: int) -> Speaker | None:
    """Read the phrase of "according to a botanist", "said a retired beekeeper who lives nearby".

    Args:
        reading: the sentence.
        first: the number of the article with which the phrase begins.
    """
    chunks = reading.chunks
    if chunks.tag(first) != "D":
        return None
    end = first + 1
    while chunks.tag(end) in "wWJNGAS" and end < first + _PHRASE:
        end += 1
    last = end - 1
    noun = chunks.lower(last)
    if chunks.tag(last) != "w" or len(noun) < _NOUN or noun in _BY_RULE or is_past(noun):
        return None  # "said the bridge fell on Monday": a clause
    if chunks.tag(end) not in ",.;TpR-" and end < len(chunks):
        return None
    return anybody(chunks, first, last, reading.memory)
