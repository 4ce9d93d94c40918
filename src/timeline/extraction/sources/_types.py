"""Which of those who were named a description fits by what it says they are.

"The carrier" is whoever is called an airline, "the official" whoever holds an office, "the athlete"
the person of whom the text just spoke, where nothing else is known of that person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import BODIES, GROUPS
from timeline.extraction.english._titles import PERSONS, listed
from timeline.extraction.names import Sort, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.extraction.sources._sources import Memory, Speaker

# Words in the names of those who do a trade or are a body of a sort.
_AIR: Final = listed("air airline airlines airways aviation aero avia")
_MONEY: Final = listed("bank banking bancorp banca banco banque credit savings financial")
_IN_NAMES: Final = {
    **dict.fromkeys(("airline", "carrier"), _AIR),
    **dict.fromkeys(("bank", "lender"), _MONEY),
    "insurer": listed("insurance assurance mutual indemnity"),
    "brewer": listed("brewing brewery breweries brewers beer"),
    "miner": listed("mining mines minerals resources gold copper"),
    "utility": listed("power electric electricity water energy gas"),
    "steelmaker": listed("steel stahl"),
    "drugmaker": listed("pharma pharmaceuticals laboratories biotech therapeutics"),
    "railway": listed("rail railway railways trains"),
    "shipper": listed("lines shipping maritime"),
    "studio": listed("pictures studios studio films"),
    "publisher": listed("press books publishing publishers"),
    "hospital": listed("hospital infirmary clinic"),
    "wing": listed("public relations media press information publicity"),
}
# Who can be called an official, an athlete and so on, by the nouns that are used of them.
_WIDER: Final = {
    "official": listed(
        """
        minister secretary commissioner governor mayor director chief spokesman spokeswoman
        spokesperson administrator prefect superintendent ombudsman undersecretary deputy head
        ambassador envoy president premier coordinator
        """
    ),
    "politician": listed(
        "minister senator lawmaker mp congressman congresswoman mayor governor premier councillor"
    ),
    "lawmaker": listed("senator mp congressman congresswoman representative deputy"),
    "executive": listed("ceo cfo coo cto chairman chairwoman chief director president manager"),
    "officer": listed("colonel captain major general lieutenant commander inspector sergeant"),
    "lawyer": listed("barrister solicitor attorney counsel advocate"),
    "attorney": listed("lawyer barrister solicitor counsel"),
    "barrister": listed("lawyer attorney counsel"),
    "scientist": listed(
        """
        geologist physicist biologist chemist astronomer climatologist hydrologist virologist
        epidemiologist seismologist volcanologist oceanographer meteorologist archaeologist
        geophysicist professor
        """
    ),
    "doctor": listed("surgeon physician paediatrician pathologist cardiologist"),
    "athlete": listed("runner swimmer cyclist boxer sprinter champion"),
    "player": listed("striker goalkeeper midfielder defender forward batsman bowler pitcher"),
    "academic": listed("professor lecturer historian"),
}
# Offices that each place has, so that one may be meant who was never named.
_OFFICES: Final = listed(
    """
    person ally president premier chancellor minister king queen pope governor mayor judge
    prosecutor chairman chairwoman chair chairperson chief head leader director secretary
    ambassador commissioner coroner sheriff superintendent registrar speaker treasurer ceo coach
    captain manager owner founder father mother brother sister son daughter wife husband widow
    neighbour neighbor relative lawyer attorney barrister solicitor counsel source official
    spokesman spokeswoman spokesperson doctor executive driver pilot witness victim suspect
    survivor resident soldier landlord tenant prisoner detainee captive defendant member
    caretaker surveyor librarian
    """
)
_CALLED: Final = (
    "ist", "er", "or", "ian", "ant", "man", "woman", "eer", "ete", "ess", "star", "champion",
)  # fmt: skip
_NEAR: Final = 1
_OLD: Final = "-year-old"


def of_that_trade(noun: str, recent: Iterable[Speaker], memory: Memory) -> Speaker | None:
    """Find the body whose name says that it is a *noun*: "the airline" is Northern Air."""
    names = _IN_NAMES.get(noun)
    if names is None:
        return None
    best, often = None, 0
    for speaker in recent:
        if speaker.sort in {Sort.ORGANISATION, Sort.UNKNOWN} and not speaker.medium:
            words = {word.lower() for name in _names(speaker, memory) for word in words_of(name)}
            times = memory.times.get(speaker.id, 1)
            if not names.isdisjoint(words) and noun not in words and times > often:
                best, often = speaker, times
    return best


def _names(speaker: Speaker, memory: Memory) -> tuple[str, ...]:
    source = memory.index.get(speaker.id)
    known = () if source is None else (source.name, *source.aliases)
    return (speaker.name, memory.titles.get(speaker.id, ""), *known)


def of_that_sort(noun: str, recent: Iterable[Speaker], memory: Memory) -> Speaker | None:
    """Find who was called something narrower: "the official" is the vice minister."""
    narrower = _WIDER.get(noun)
    if narrower is None:
        return None
    for speaker in recent:
        if speaker.sort in {Sort.PERSON, Sort.UNKNOWN} and not narrower.isdisjoint(
            memory.nouns.get(speaker.id, ())
        ):
            return speaker
    return None


def the_person(noun: str, memory: Memory) -> Speaker | None:
    """Find the person whom a calling fits of whom the text just spoke; None where none does.

    That is who opened the sentence before, or the only one whom the article has named at all.
    "The judge" may be one whom it never named.
    """
    if noun in _OFFICES or noun in BODIES or noun in GROUPS:
        return None
    if noun not in PERSONS and not noun.endswith((*_CALLED, _OLD)):
        return None
    people = [
        one
        for one in memory.named.values()
        if one.sort is Sort.PERSON and one.way != "introduced" and one.id not in {"", "he"}
    ]
    opened, since = memory.opened
    near = [one for one in people if one.id == opened and 0 <= memory.now - since <= _NEAR]
    for one in near or (people if len(people) == 1 else []):
        nouns = memory.nouns.get(one.id, ())
        if noun.endswith(_OLD) or not nouns or noun in nouns:
            return one
    return None


def main_trade(memory: Memory) -> Speaker | None:
    """Find the one company that an article is about: named more than once, as no other is."""
    bodies = [
        one
        for one in memory.named.values()
        if one.sort in {Sort.ORGANISATION, Sort.UNKNOWN}
        and one.way == "named"
        and not one.medium
        and one.id != memory.outlet
    ]
    ranked = sorted(bodies, key=lambda one: memory.times.get(one.id, 0), reverse=True)
    often = [memory.times.get(one.id, 0) for one in ranked] + [0, 0]
    return ranked[0] if ranked and often[0] > max(1, often[1]) else None
