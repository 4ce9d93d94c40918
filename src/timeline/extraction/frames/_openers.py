"""With whom a sentence opens: the one to whom "he" or "they" of the next sentence points back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import BODIES, GROUPS, SAYERS, UNNAMED, plural
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._numbers import CARDINALS
from timeline.extraction.english._reporting import VERBS
from timeline.extraction.english._titles import PERSONS, listed
from timeline.extraction.english._titles_small import SMALL_WORDS
from timeline.extraction.english._verb_groups import FINITE
from timeline.extraction.names import Sort, named_id
from timeline.extraction.sources import (
    Memory,
    Speaker,
    bare_name,
    described_id,
    of_mention,
    recall,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.names import Mention
    from timeline.extraction.page import Sentence

_HEAD: Final = 6  # words before a name that still opens its sentence
_OFFICE: Final = 14  # words of an office: "The head of the port's health and safety committee, ..."
_FEW: Final = 3  # words before those who open a sentence: "two local teachers"
_SPEAKERS: Final = frozenset(plural(noun) for noun in PERSONS) | SAYERS | {"police"}
_AGE: Final = 2  # words between a comma and the name behind it: ", 19-year-old Piet Maas,"
_ONE: Final = 9  # words of "one of the freed nurses"
_PREPOSITIONS: Final = listed("of in on at to by for from with about against after before than")
_TOPICS: Final = frozenset({Sort.ORGANISATION, Sort.UNKNOWN, Sort.GROUP, Sort.PEOPLE})
_NAMED_SO: Final = frozenset({Sort.PERSON, Sort.UNKNOWN, Sort.ORGANISATION})
# What a firm or a state can be called as well as a person.
_BODIES_TOO: Final = listed(
    """
    leader owner partner ally rival neighbour neighbor source founder backer landlord tenant critic
    opponent investor member buyer seller supplier competitor champion supporter victim favourite
    favorite
    """
)
_OWNS: Final = frozenset({"'s", "\u2019s"})  # no "is" before a name
_BEHIND: Final = frozenset({",", "(", "who", "-", "\u2013", "\u2014"})
_THOSE: Final = listed("the these those his her its their our")
_STILL: Final = frozenset({"he", "she"})
_OTHERS: Final = _STILL | {"it", "they", "we"}
_SINGULAR: Final = {plural(noun): noun for noun in PERSONS}


def body_opening(sentence: Sentence, memory: Memory) -> Speaker | None:
    """Find the body of "The health ministry fined Volvo", before what the sentence names is seen.

    "It" of the next sentence is then the ministry, and not Volvo.
    """
    tokens, words = sentence.tokens, sentence.words
    if words[:1] != ("the",):
        return None
    head = next((k for k in range(1, min(_HEAD, len(words) - 1)) if words[k] in BODIES), 0)
    if not head or any(one.capital or not one.text.isalpha() for one in tokens[1 : head + 1]):
        return None
    behind = tokens[head + 1]
    acts = behind.lower in FINITE or behind.lower in VERBS or is_past(behind.lower)
    if behind.capital or behind.lower in _OWNS or not acts:
        return None
    text, noun = " ".join(words[: head + 1]), words[head]
    memory.here = []
    known = recall(text, noun, memory)
    name = bare_name(text)
    return known or Speaker(
        described_id(text, memory), Sort.ORGANISATION, 0, 0, name, way="described", noun=noun
    )


def remember_opener(
    sentence: Sentence, here: Sequence[Mention], memory: Memory, body: Speaker | None
) -> None:
    """Keep with whom *sentence* opens: one of those named in it, in order, or a *body*."""
    person = _in_office(sentence, here, memory) or _named_first(sentence, here)
    if person is not None:
        memory.opened = person.id, sentence.number
    elif (one := _one_of_them(sentence)) is not None:
        memory.see(one, one.noun)
        memory.opened = one.id, sentence.number
    elif sentence.words[:1] and sentence.words[0] in _STILL and _goes_on(sentence, memory):
        memory.opened = memory.opened[0], sentence.number
    elif (many := _many(sentence, here)) is not None:
        memory.see(many, many.noun)
        memory.topic = many.id, sentence.number
    elif body is not None:
        memory.see(body, body.noun)
        memory.topic = body.id, sentence.number
    elif (
        here
        and here[0].sort in _TOPICS
        and not _hangs(sentence, here[0])
        and not _acts(_before(sentence, here[0]))
    ):
        memory.topic = here[0].id, sentence.number


def _goes_on(sentence: Sentence, memory: Memory) -> bool:
    """Whether "he" is still the one with whom the sentence before opened: nobody spoke since."""
    opened, since = memory.opened
    last = next(reversed(memory.spoken.values()), None)
    silent = last is None or last.id == opened or memory.where.get(last.id, 0) <= since
    return bool(opened) and since == sentence.number - 1 and silent


def _named_first(sentence: Sentence, here: Sequence[Mention]) -> Mention | None:
    """Find the person of "Ana Costa sang", "Chile's minister Ana Costa", "Northbank's Costa"."""
    for number, mention in enumerate(here):
        if mention.sort is Sort.PERSON:
            if _hangs(sentence, mention) or sentence.words[0] in _OTHERS:
                return None
            return None if number and _acts(_before(sentence, mention)) else mention
    return None


def _in_office(sentence: Sentence, here: Sequence[Mention], memory: Memory) -> Mention | None:
    """Find the name behind an office: "The mayor of Lund, Karl Berg, visited the plant"."""
    tokens = sentence.tokens
    words = sentence.words[:_OFFICE]
    comma = words.index(",") if "," in words else 0
    offices = PERSONS.intersection(words[:comma])
    if not offices:
        return None
    if _acts(tokens[:comma]):
        return None
    for mention in here:
        if mention.start < tokens[comma].end:
            continue
        between = sum(tokens[comma].end <= one.start < mention.start for one in tokens)
        behind = next((one.lower for one in tokens if one.start >= mention.end), "")
        if between > _AGE or behind not in _BEHIND or mention.sort not in _NAMED_SO:
            return None
        if mention.sort is not Sort.PERSON:
            if " " not in mention.text or offices <= _BODIES_TOO:
                return None
            memory.see(attrs.evolve(of_mention(mention, 0, memory), sort=Sort.PERSON))
        return mention
    return None


def _one_of_them(sentence: Sentence) -> Speaker | None:
    """Read "One of the freed nurses, who is from Mali, remembered it otherwise" as a person."""
    tokens = sentence.tokens
    if [one.lower for one in tokens[:2]] != ["one", "of"] or tokens[2].lower not in _THOSE:
        return None
    for place in range(3, min(_ONE, len(tokens))):
        lower = tokens[place].lower
        if lower in GROUPS and lower in _SINGULAR:
            words = [one.text for one in tokens[3:place] if one.lower not in UNNAMED]
            noun = _SINGULAR[lower]
            text = " ".join((*words, noun))
            return Speaker(
                named_id(text), Sort.PERSON, 0, 0, text[:1].upper() + text[1:], way="introduced",
                noun=noun,
            )  # fmt: skip
        if not lower.isalpha():
            return None
    return None


def _many(sentence: Sentence, here: Sequence[Mention]) -> Speaker | None:
    """Read the many with whom "Two local teachers walked out" opens as those who speak next."""
    tokens = sentence.tokens
    words = sentence.words
    first = 0
    while first < _FEW and words[first : first + 1] and _counts(words[first]):
        first += 1
    for place in range(first, min(first + _FEW, len(words) - 1)):
        token = tokens[place]
        if not token.lower.isalpha() or token.lower in FINITE or (place and token.capital):
            return None
        if token.lower not in _SPEAKERS or words[place + 1] in _SPEAKERS:
            if token.lower in SMALL_WORDS:
                return None
            continue
        if words[place + 1] in _PREPOSITIONS and any(
            one.capital for one in tokens[place + 2 :][:2]
        ):
            return None  # "Analysts at Northgate Capital": the house may be meant
        if here and here[0].start <= token.start and here[0].end != token.end:
            return None
        text = " ".join(one.lower for one in tokens[first : place + 1])
        return Speaker(
            named_id(text), Sort.GROUP, 0, 0, text[:1].upper() + text[1:], way="described",
            plural=True, noun=token.lower,
        )  # fmt: skip
    return None


def _counts(word: str) -> bool:
    return word in UNNAMED or word in CARDINALS or word == "the"


def _acts(tokens: Sequence[Token]) -> bool:
    """Whether somebody does something in these words: then a name behind them is no subject."""
    return any(
        (one.lower in FINITE and one.lower not in _OWNS)
        or one.lower in VERBS
        or (is_past(one.lower) and not ahead.capital)
        for one, ahead in zip(tokens, (*tokens[1:], *tokens[-1:]), strict=False)
        if not one.capital
    )


def _before(sentence: Sentence, mention: Mention) -> Sequence[Token]:
    return [one for one in sentence.tokens[:_HEAD] if one.start < mention.start]


def _hangs(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name stands too far in to open its sentence, or hangs on a preposition."""
    before = _before(sentence, mention)
    return len(before) == _HEAD or (bool(before) and before[-1].lower in _PREPOSITIONS)
