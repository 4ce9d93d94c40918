"""Words that speak of a happening: verbs, nouns, and words that take one for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction._value import value
from timeline.extraction.english._inflection import Form, is_participle, is_past
from timeline.extraction.english._verb_groups import BE, FINITE
from timeline.extraction.happenings._kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.happenings._kinds import Alternatives, Beginning, Kinds, Phrase
    from timeline.extraction.page import Sentence


@value
class Happening:
    """Words that speak of a happening.

    Args:
        start: where they begin in the text.
        end: where they end, exclusive.
        first: the number of their first token in the sentence.
        last: the number of the token behind them.
        kind: the kind of happening.
        form: the form of the verb; None for a noun.
        rule: the rule that found them.
    """

    start: int
    end: int
    first: int
    last: int
    kind: Kind
    form: Form | None
    rule: str


_DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your some any no every each 's "
    "another both".split()
)
_BEFORE_VERB = frozenset(
    "to will would can could may might must should shall did do does not n't didn't don't doesn't "
    "won't they we you i who he she it which that and or but 'll cannot can't".split()
)
_MODALS = frozenset(
    "to will would can could may might must shall should did do does not n't didn't won't can't "
    "cannot 'll and or".split()
)
_NOT_NOUN = frozenset(
    "by in at on from with to into onto and or but as for of over after before when while that "
    "than under near during since until all who had was were is are "
    ", . ; : ) ] ' \" ” ’ - – —".split()
)
_AUXILIARIES = frozenset(
    "is are was were be been being has have had having 's 're 've get got gets".split()
)
_BEFORE_GERUND = _AUXILIARIES | frozenset(
    "and or by after before while when since without for of from in on not also now still already "
    "then despite through began begun begin begins start started starts stop stopped kept keep "
    "avoid avoided considered considering consider resumed continued finished admitted denied "
    "denies deny recalled recall seen saw".split()
)
"""Words before a form in "-ing" that is a verb, where the same word is a noun: "meeting"."""
_MANY = frozenset(
    "people police men women children troops crew staff media data militia dozens also often now "
    "still then always yet soon again never ever even just".split()
)
"""Plurals without an s, and adverbs, that stand before a verb in its base form."""
_PRONOUNS = frozenset({"they", "he", "she"})
_PRESENT = frozenset({Form.BASE, Form.THIRD})
_QUOTING = frozenset('" “ ‘ ( ['.split())
_AND = frozenset({"and", "or"})
_PASSIVE = BE | {"'s", "get", "got", "gets"}
_OBJECT_AFTER, _OBJECT_BEFORE, _SUBJECT_BEFORE = 6, 12, 16


def happenings_in(sentence: Sentence, kinds: Kinds) -> tuple[Happening, ...]:
    """Return the words of a sentence that speak of happenings, in order, without overlap."""
    return tuple(_happenings(sentence, kinds.beginnings, kinds.results, kinds.firsts))


def hints_in(sentence: Sentence, kinds: Kinds) -> tuple[Happening, ...]:
    """Return the words of a sentence that only hint at a kind, in order, without overlap."""
    return tuple(_happenings(sentence, kinds.hints, {}, kinds.hints))


def _happenings(
    sentence: Sentence,
    beginnings: Mapping[str, Beginning],
    results: Mapping[str, Kind],
    firsts: Container[str],
) -> Iterator[Happening]:
    tokens, words = sentence.tokens, sentence.words
    done = 0
    for number in sentence.places_of(firsts):
        if number < done:
            continue
        word = words[number]
        found: Happening | None = None
        beginning = beginnings.get(word)
        if beginning is not None:
            after = words[number + 1] if number + 1 < len(words) else ""
            phrases = beginning.at_once.get(after, beginning.otherwise)
            if phrases:
                found = _found(sentence, number, phrases, beginning.longest_noun)
        if found is None and word in results:
            found = _result(tokens, number, results[word])
        if found is None or (sentence.times and _is_in_a_time(sentence, number)):
            continue
        if found.kind.name:
            yield found
        done = found.last


def _is_in_a_time(sentence: Sentence, number: int) -> bool:
    token = sentence.tokens[number]
    start, end = token.start, token.end
    return any([time.start <= start and end <= time.end for time in sentence.times])  # noqa: C419 - quicker


_BEFORE_A_DAY = frozenset({"in", "at"})
_NEXT = frozenset({"last", "next", "this", "early", "late", "earlier", "yesterday", "today"})


def _ends_in_a_time(sentence: Sentence, last: int) -> bool:
    """Whether a phrase takes its last word from a date: "arrived in March" visits nobody."""
    token = sentence.tokens[last - 1]
    if token.lower not in _BEFORE_A_DAY or sentence.words[max(0, last - 3)] in BE:
        return False
    if last < len(sentence.words) and sentence.words[last] in _NEXT:
        return False  # "turned himself in last week"
    after = sentence.tokens[last].start if last < len(sentence.tokens) else token.end
    return any([time.start in {token.start, after} for time in sentence.times])  # noqa: C419 - quicker


def _found(
    sentence: Sentence, number: int, phrases: Sequence[Phrase], longest_noun: int
) -> Happening | None:
    """Return the longest phrase that begins here, as verb or noun."""
    tokens, words, vocabulary = sentence.tokens, sentence.words, sentence.vocabulary
    last: int | None
    for phrase in phrases:
        last = number + 1
        if phrase.rest:
            # most phrases lack their last word in the whole sentence
            if phrase.rest[-1].isdisjoint(vocabulary):
                continue
            last = _matched(words, number, phrase)
            if last is None or (
                phrase.rest[-1] & _BEFORE_A_DAY and _ends_in_a_time(sentence, last)
            ):
                continue
        if phrase.form is None:
            if _is_noun(words, number) and (
                phrase.object is None or not phrase.object.isdisjoint(vocabulary)
            ):
                return _happening(tokens, number, last, phrase, "noun of a happening")
        elif _is_verb(
            tokens, words, number, phrase.form, ambiguous=longest_noun >= len(phrase.rest)
        ) and (phrase.object is None or _has_object(sentence, number, last, phrase)):
            return _happening(tokens, number, last, phrase, "verb of a happening")
    return None


def _happening(
    tokens: Sequence[Token], number: int, last: int, phrase: Phrase, rule: str
) -> Happening:
    start, end = tokens[number].start, tokens[last - 1].end
    form = phrase.form
    if form is Form.BASE and is_past(tokens[number].lower):
        ahead = tokens[number - 1].lower if number else ""
        form = form if ahead in _MODALS else Form.PAST  # "hit", "cut": mostly what was done
    return Happening(start, end, number, last, phrase.kind, form, rule)


def _matched(words: Sequence[str], number: int, phrase: Phrase) -> int | None:
    """Return the number of the word behind the phrase, where it stands here."""
    position = number + 1
    for wanted, gap in zip(phrase.rest, phrase.gaps, strict=True):
        for word in words[position : position + gap + 1]:
            position += 1
            if word in wanted:
                break
            if word in {".", ";", ":", "?", "!"}:
                return None
        else:
            return None
    return position


def _is_verb(
    tokens: Sequence[Token], words: Sequence[str], number: int, form: Form, *, ambiguous: bool
) -> bool:
    word = words[number]
    before = words[number - 1] if number else ""
    if number and tokens[number].capital and before not in _QUOTING:
        return False  # part of a name
    if form in _PRESENT:
        if number + 1 < len(words) and words[number + 1] in _AUXILIARIES:
            return False  # "Ukrainian fire has cost ..."
        if form is Form.BASE and is_past(word):
            return before not in _DETERMINERS and not (ambiguous and _adjectival(words, number))
        if ambiguous:
            return before in _BEFORE_VERB
        if form is Form.BASE:
            return before in _BEFORE_VERB or _can_be_many(before)
        return before not in _DETERMINERS
    if form is Form.GERUND:
        if number + 1 < len(words) and words[number + 1] == "of":
            return False  # "the buying of votes"
        return not ambiguous or before in _BEFORE_GERUND or not before.isalpha()
    return not _adjectival(words, number)


def _can_be_many(word: str) -> bool:
    """Whether a word before a verb in its base form can be its subject, or an adverb between."""
    if word in _MANY or word.endswith("ly"):
        return True
    return word.endswith("s") and word not in _AUXILIARIES and word not in _DETERMINERS


def _adjectival(words: Sequence[str], number: int) -> bool:
    """Whether a past form stands before a noun as an adjective does: "the wounded soldiers"."""
    before = words[number - 1] if number else ""
    after = words[number + 1] if number + 1 < len(words) else "."
    if before in _AUXILIARIES:
        return False
    if before in _DETERMINERS or before in {"of", "several", "many", "two", "three"}:
        return after not in _NOT_NOUN or (before in _DETERMINERS and before != "that")
    return before[:1].isdigit() and after not in _NOT_NOUN


def _is_noun(words: Sequence[str], number: int) -> bool:
    before = words[number - 1] if number else ""
    if before[:1].isdigit() and words[number] == "votes":
        return False  # they are counted
    return before not in _BEFORE_VERB or before in {"and", "or", "that", "but"}


_OURS = frozenset({"our", "my", "your", "his", "her", "their", "any", "no"})
_PERSONS = frozenset(
    "soldier soldiers troops men man women woman people person fighters fighter civilians officers "
    "officer pilot pilots journalist journalists aid foreigners".split()
)


def _result(tokens: Sequence[Token], number: int, kind: Kind) -> Happening | None:
    after = tokens[number + 1].lower if number + 1 < len(tokens) else "."
    before = tokens[number - 1].lower if number else ""
    if after in _NOT_NOUN or before in _AUXILIARIES or before in _OURS:
        return None
    token = tokens[number]
    noun = tokens[number + 1]
    if not (noun.capital or noun.lower in _PERSONS):
        return None
    return Happening(
        token.start, token.end, number, number + 1, kind, Form.PARTICIPLE, "taken for granted"
    )


_BETWEEN = FINITE | BE | {"been", "also", "then", "not", "never", "just", "still", "already"}
"""Words that stand between a subject and its verb."""


def _has_object(sentence: Sentence, number: int, last: int, phrase: Phrase) -> bool:
    wanted, words = phrase.object, sentence.words
    assert wanted is not None  # asked for such phrases alone
    if phrase.near:
        at = number - 1
        while at > 0 and (words[at] in _BETWEEN or words[at].endswith("ly")):
            at -= 1
        return at >= 0 and words[at] in wanted
    stop = next(
        (at for at in range(last, min(last + _OBJECT_AFTER, len(words))) if words[at] == ","), 0
    )
    if _stands_in(sentence, last, stop or last + _OBJECT_AFTER, wanted):
        return True
    if number == 0:
        return False
    if phrase.subject or _is_passive(words, number):
        reach = _SUBJECT_BEFORE if phrase.subject else _OBJECT_BEFORE
        return _stands_in(sentence, max(0, number - reach), number, wanted)
    if phrase.form not in {Form.PAST, Form.PARTICIPLE} or not is_participle(words[number]):
        return False  # "the boat sank" is no boat that somebody sank
    after = words[last] if last < len(words) else "."  # "the hostages released on Monday"
    if words[number - 1] in _PRONOUNS or after not in _NOT_NOUN:
        return False
    return _stands_in(sentence, number - 1, number, wanted)


def _is_passive(words: Sequence[str], number: int) -> bool:
    back = 3
    if not _AND.isdisjoint(words[max(0, number - 2) : number]):
        back = _OBJECT_BEFORE  # "may be trained and sent"
    return words[number] in BE or not _PASSIVE.isdisjoint(words[max(0, number - back) : number])


def _stands_in(sentence: Sentence, first: int, last: int, wanted: Alternatives) -> bool:
    """Whether an object that is wanted stands between two places of a sentence."""
    if not wanted.isdisjoint(sentence.words[first:last]):
        return True
    # "North Koreans were sent": a people in arms
    return "troops" in wanted and any(
        token.capital and token.lower.endswith("ans") for token in sentence.tokens[first:last]
    )
