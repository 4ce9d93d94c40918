"""What points back to a source: pronouns, and descriptions such as "the agency"."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.extraction.english._groups import (
    BODIES,
    MEDIA,
)
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._titles import listed
from timeline.extraction.names import (
    Sort,
    key_of,
    words_of,
)
from timeline.extraction.sources._sources import UNNAMED_REPORTS, Memory, Speaker
from timeline.extraction.sources._types import main_trade, of_that_sort, of_that_trade, the_person

_ANYBODY: Final = listed(
    "person captive prisoner detainee man woman suspect victim soldier witness"
)


_BARE: Final = frozenset({"officials", "sources", "authorities", "diplomats", "insiders"})
# Each country has its own: "the army" need not be the body that was named last.
_ONE_OF_A_KIND: Final = listed(
    """
    army military navy police government court parliament congress senate house presidency embassy
    church hospital state nation country city ministry department republic kingdom force guard
    militia command staff cabinet administration university treasury opposition
    """
)
# What a body of another name is not: the Red Cross is no union, the World Bank no party.
_PARTICULAR: Final = listed("union party club team league brigade battalion regiment wing studio")
_OTHERWISE: Final = (BODIES - listed("group organisation organization federation association")) | {
    *("cross", "crescent", "nations", "hospital", "fire"),
}
# Bodies of one sort each.
_SEATS: Final = listed(
    "council ministry court parliament committee office police university school"
)
# What does business is no body of the state.
_TRADES: Final = listed(
    """
    airline company firm carrier operator lender insurer retailer manufacturer maker carmaker
    automaker chain supplier developer giant startup chipmaker drugmaker miner brewer
    """
)
_STATE: Final = listed(
    """
    administration ministry department police court government parliament agency authority
    commission council directorate office army navy committee senate congress bureau hospital
    university church school court club union
    """
)
# A hospital may be called a chain, and an agency a company.
_NO_FIRMS: Final = _STATE - listed("agency authority hospital university church school club")
_GENDERS: Final = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "herself"), "she"),
}
# Callings of one person alone: a "leader", a "partner", a "supplier" may be a company.
_CALLINGS: Final = listed(
    """
    director president chief head minister chairman chairwoman chair ceo secretary general
    commander governor mayor professor economist lawyer analyst officer
    """
)
_SHE: Final = listed(
    "spokeswoman congresswoman chairwoman woman mother sister daughter wife widow queen"
)
_HE: Final = listed("man father brother son husband king chairman congressman fisherman")
_NONE: Final[frozenset[str]] = frozenset()
_RECENT: Final = 4
_IN_ONE_WORD: Final = frozenset({"bank", "party", "union", "club"})
_CENTRAL: Final = frozenset({"national", "central", "reserve", "federal"})


def recall(text: str, noun: str, memory: Memory) -> Speaker | None:
    """Find whom a definite description points back to, the nearest first.

    Args:
        text: the description, such as "the South Korean agency".
        noun: its noun.
        memory: who was named and who has spoken.
    """
    recent = [*reversed(memory.here), *reversed(memory.named.values())]
    if noun in _ANYBODY:
        for speaker in recent:
            if speaker.way == "introduced":
                return speaker
    key = key_of(words_of(text))
    homes = {word for word in key if word.startswith("@")}
    plain = not key - homes - {noun, noun.rpartition(" ")[2], "news", "state"}
    recent = [speaker for speaker in recent if _at_home(speaker, homes, memory)]
    body = noun in BODIES
    if noun in _TRADES and plain and (opens := _opens(memory)) is not None:
        return opens
    bare = None  # "the company" of whom nobody knew yet which it was
    for speaker in recent:
        nouns = memory.nouns.get(speaker.id, ())
        if noun in nouns or f"news {noun}" in nouns:
            if speaker.id == noun and body:
                bare = bare or speaker
            elif not (body and speaker.sort is Sort.PERSON):
                return speaker
    found = _recalled(text, noun, key - homes, plain=plain, recent=recent, memory=memory)
    if found is not None and noun in _TRADES and found.sort is Sort.ORGANISATION:
        memory.nouns.setdefault(found.id, set()).add(noun)  # which is no union from now on
    return found or bare


def _opens(memory: Memory) -> Speaker | None:
    """Return the one body with which the sentence opens: "Acme's profit fell, the company said"."""
    bodies = [
        one
        for one in memory.here
        if one.sort in {Sort.ORGANISATION, Sort.UNKNOWN}
        and not (one.medium or one.id == memory.outlet or _another_body(one, "company", memory))
    ]
    alone = len({one.id for one in bodies}) == 1
    return bodies[0] if alone and bodies[0].first <= 1 else None


def _recalled(  # noqa: PLR0913 - what a description is made of
    text: str,
    noun: str,
    key: frozenset[str],
    *,
    plain: bool,
    recent: list[Speaker],
    memory: Memory,
) -> Speaker | None:
    """Find whom a description points back to that was not called so before."""
    if noun in MEDIA and plain:
        for speaker in recent:
            if speaker.medium and speaker.id != memory.outlet:
                return speaker
    called = [
        speaker
        for speaker in recent
        if (noun in {word.lower() for word in words_of(speaker.name)} or _ends_so(speaker, noun))
        and speaker.sort not in {Sort.PLACE, Sort.PEOPLE}
        and speaker.id != noun
        and (key <= _meaning(speaker) or _ends_so(speaker, noun))
    ]
    if called:
        # "The bank" is rather a lender than the central bank, where both were named.
        return next((speaker for speaker in called if not _of_the_state(speaker)), called[0])
    typed = of_that_trade(noun, recent, memory) or of_that_sort(noun, recent, memory)
    if typed is not None and (plain or noun == "wing"):
        return typed
    spoken = [
        speaker
        for speaker in reversed(memory.spoken.values())
        if speaker.id != noun and any(one.id == speaker.id for one in recent)
    ]
    if (noun in BODIES and plain and noun not in _ONE_OF_A_KIND) or "intelligence" in text:
        topic = _topic(noun, spoken, memory)
        if topic is not None:
            return topic
        for speaker in spoken[:2]:
            if speaker.sort is Sort.ORGANISATION and not _another_body(speaker, noun, memory):
                return speaker
    if noun in BODIES and plain and noun not in _ONE_OF_A_KIND:
        for speaker in recent:
            company = speaker.sort is Sort.UNKNOWN and noun in _TRADES
            if (
                (company or speaker.sort is Sort.ORGANISATION)
                and not _another_body(speaker, noun, memory)
                and memory.now - memory.where.get(speaker.id, memory.now) <= _RECENT
            ):
                return speaker
    if noun in _BARE:
        for speaker in spoken[:2]:
            if speaker.sort is Sort.GROUP:
                return speaker
    if not plain:
        return None
    if noun not in _TRADES:
        return the_person(noun, memory)
    main = main_trade(memory)
    if main is not None:
        memory.nouns.setdefault(main.id, set()).add(noun)
    return main


def _topic(noun: str, spoken: list[Speaker], memory: Memory) -> Speaker | None:
    """Return whom the sentence before opened with, if that was later than who spoke last."""
    about, when = memory.topic
    speaker = memory.named.get(about)
    if speaker is None or speaker.sort is not Sort.ORGANISATION or memory.now - when > 1:
        return None
    if spoken and memory.where.get(spoken[0].id, 0) >= when:
        return None
    return None if _another_body(speaker, noun, memory) else speaker


def _another_body(speaker: Speaker, noun: str, memory: Memory) -> bool:
    """Whether a speaker is called something else: "the army" is not "the bank".

    Who was called a company before is no union, and who was called a union is no company.
    """
    if speaker.medium or (speaker.way == "described" and speaker.noun not in {"", noun}):
        return True
    last = speaker.name.rpartition(" ")[2].lower()
    if noun in _SEATS and last in _SEATS and noun != last:
        return True  # an education office is no council
    if noun not in _TRADES and noun not in _PARTICULAR:
        return False
    words = {word.lower() for word in words_of(speaker.name)}
    if not words.isdisjoint(_STATE if noun in _TRADES else _OTHERWISE - {noun}):
        return True
    called = memory.nouns.get(speaker.id, _NONE)
    return noun not in called and not called.isdisjoint(_NO_FIRMS if noun in _TRADES else _TRADES)


def _ends_so(speaker: Speaker, noun: str) -> bool:
    """Whether one word holds the noun at its end: Scheldebank is a bank."""
    name = speaker.name.lower()
    return noun in _IN_ONE_WORD and name.endswith(noun) and name != noun and speaker.way == "named"


def _of_the_state(speaker: Speaker) -> bool:
    words = [word.lower() for word in words_of(speaker.name)]
    return not _CENTRAL.isdisjoint(words) or words[:2] == ["bank", "of"]


def _meaning(speaker: Speaker) -> frozenset[str]:
    return key_of(words_of(speaker.name)) | {"the"}


def _at_home(speaker: Speaker, homes: set[str], memory: Memory) -> bool:
    """Whether a speaker can belong to the countries that a description names."""
    if not homes or (speaker.country and f"@{speaker.country}" in homes):
        return True
    source = memory.index.get(speaker.id)
    if source is None:
        return False
    return any(homes <= key_of(words_of(name)) for name in (source.name, *source.aliases) if name)


def _fits(speaker: Speaker, gender: str, memory: Memory) -> bool:
    """Whether he or she can be a speaker who was called otherwise before."""
    if not gender:
        return True
    known = memory.genders.get(speaker.id)
    if known is None:
        nouns = memory.nouns.get(speaker.id, _NONE)
        known = "she" if nouns & _SHE else "he" if nouns & _HE else gender
    return known == gender


_PERHAPS = frozenset({Sort.UNKNOWN, Sort.ORGANISATION})


def _can_be(speaker: Speaker, sorts: set[Sort], memory: Memory) -> bool:
    """Whether a pronoun that stands for *sorts* can stand for a speaker."""
    if speaker.sort in sorts:
        return Sort.UNKNOWN not in sorts or not _several(speaker)
    # "Yoo Jae-hwan, head of the bureau": whatever the name looks like.
    named = speaker.sort in _PERHAPS and not speaker.medium
    return named and Sort.PERSON in sorts and bool(memory.nouns.get(speaker.id, _NONE) & _CALLINGS)


def _column(memory: Memory) -> list[Speaker]:
    """Return the group of many that speaks as one: "The column counts 23 dead. It says ..."."""
    last = next(reversed(memory.spoken.values()), None)
    recent = last is not None and memory.now - memory.where.get(last.id, 0) <= 1
    return [last] if last is not None and recent and _one(last) else []


def _one(speaker: Speaker) -> bool:
    return speaker.sort is Sort.GROUP and not speaker.plural


def _several(speaker: Speaker) -> bool:
    """Whether a name counts several: "Forty-three Uruguayans"."""
    first = speaker.name.partition(" ")[0].lower().partition("-")[0]
    return first in CARDINALS and speaker.name.endswith("s")


def pointed(pronoun: str, place: int, memory: Memory) -> Speaker | None:
    """Find whom a pronoun points back to; None where there is nobody."""
    if pronoun in {"he", "she", "him", "his", "her", "himself", "herself"}:
        sorts = {Sort.PERSON}
    elif pronoun in {"they", "their", "them"}:
        sorts = {Sort.GROUP, Sort.PEOPLE, Sort.ORGANISATION}
    elif pronoun in {"it", "its"}:
        sorts = {Sort.ORGANISATION, Sort.UNKNOWN}
    else:
        return None
    gender = _GENDERS.get(pronoun, "")
    local = [s for s in memory.local if _can_be(s, sorts, memory) and _fits(s, gender, memory)]
    if local and not (pronoun == "their" or local[0].medium):
        return attrs.evolve(local[0], first=place, last=place + 1, way="pronoun", noun="")
    spoken = [
        s
        for s in reversed(memory.spoken.values())
        if s.id != UNNAMED_REPORTS and _can_be(s, sorts, memory) and _fits(s, gender, memory)
    ]
    named = [
        s
        for s in reversed(memory.named.values())
        if _can_be(s, sorts, memory) and _fits(s, gender, memory)
    ]
    if pronoun in {"it", "its"} and not spoken:
        named = [s for s in named if s.sort is Sort.ORGANISATION and not s.medium]
    fresh = [
        s
        for s in named[:1]
        if s.way == "introduced" and spoken and memory.where[s.id] > memory.where[spoken[0].id]
    ]
    opened, since = memory.opened
    first = memory.where.get(spoken[0].id, 0) if spoken else -1
    if since > first and not (spoken and opened == spoken[0].id):
        # "His captain, Tom Reyes, disagreed. “We got lucky,” he said.": he is Reyes.
        fresh += [s for s in named if s.id == opened and memory.now - since <= 1]
    about, when = memory.topic
    if pronoun == "they" and memory.now - when <= 1:
        # "Observers gave the vote a mixed testimony. It had not been fair, they wrote."
        fresh += [s for s in named if s.id == about and s.sort is Sort.GROUP and when > first]
    if pronoun == "it" and memory.now - when <= 1 and when > first:
        # "The carrier was fined by the court. It said ...": not who was named last.
        body = memory.named.get(about)
        fresh += [body] if body is not None and _can_be(body, sorts, memory) else []
    if pronoun in {"it", "its"} and not spoken:
        fresh += _column(memory)
    for speaker in (*fresh, *spoken[:1], *named):
        where = memory.where.get(speaker.id, 0)
        if memory.now - where > _RECENT or where < memory.floor:
            continue
        if gender:
            memory.genders.setdefault(speaker.id, gender)
        return attrs.evolve(speaker, first=place, last=place + 1, way="pronoun", noun="")
    if sorts == {Sort.PERSON}:
        for speaker in reversed(memory.spoken.values()):
            recent = memory.now - memory.where.get(speaker.id, 0) <= 1
            if speaker.sort is Sort.UNKNOWN and recent and not speaker.medium:
                return attrs.evolve(speaker, first=place, last=place + 1, way="pronoun", noun="")
    if sorts == {Sort.PERSON} or pronoun == "they":
        return Speaker(
            UNNAMED_REPORTS, Sort.GROUP, place, place + 1, "Unnamed reports", way="unnamed"
        )
    return None
