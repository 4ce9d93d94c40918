"""What the verb of a clause without a date says of when: done, going on, or to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extraction.english._aspects import (
    ACCOUNTING,
    AGAIN,
    ALLOWED,
    ANNOUNCED,
    GRANTS,
    HABIT,
    IN_A_STATE,
    JUDGING,
    NEVER_DONE,
    NEVER_OVER,
    NEVER_PASSIVE,
    NO_DEED_AHEAD,
    NOT_GOING_ON,
    NOUNS_TOO,
    PROMISED,
    REMAINING,
    SAME_IN_PAST,
    SEEN_OR_TOLD,
    SO,
    STANDING,
    STATES,
)
from timeline.extraction.english._inflection import is_participle, is_past
from timeline.extraction.english._verb_groups import (
    ADVERBS,
    DID,
    FINITE,
    HAD,
    HAVE,
    IS,
    NEVER,
    WAS,
    WOULD,
)
from timeline.model import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.drafts._pieces import Piece


class Aspect(Word):
    """How a clause that no date dates stands to the day on which it is said."""

    DONE = "done"
    """It was over by then."""
    GOING_ON = "going on"
    """It was so, or went on."""
    TO_COME = "to come"
    """It was still to come."""


_NO_SUBJECT = frozenset(
    "a an the this that these those his her its their our my your some any no every each all both "
    "several many few what of by in at on from with to into onto and or for as than most more "
    "two three four five six seven eight nine ten".split()
)
"""Words behind which a form in "-ed" is an adjective: "the wounded", "of stolen goods"."""
_OBJECT = 8
_PLACED = frozenset({"in", "on", "at", "under", "out", "without"})
_QUOTES = frozenset('"“”')
_THEY = frozenset("i we you he she it they".split())
"""Words behind which a past form is the verb: "they left", whatever stands further on."""
_ASKING = frozenset({"what", "how", "why"})
_UNSAID = frozenset({"if", "unless", "whether"})


def aspect_of(piece: Piece) -> Aspect | None:
    """Return how the verb of a piece stands to the day on which it is said, or None.

    Opinions, habits, and what is denied or wished are nothing that is dated.
    """
    words = [token.lower for token in piece.tokens]
    if _is_granted(words, piece):
        return Aspect.TO_COME  # also "to the family of each victim"
    if _is_habit(words) or not _UNSAID.isdisjoint(words):
        return None
    if not (piece.quantities or JUDGING.isdisjoint(words)) and is_quoted(piece):
        return None  # "we got this wrong"
    if words[0] == "'s":
        return None
    if words[0] in PROMISED or words[0] in ANNOUNCED:
        given = words[0] in PROMISED or not GRANTS.isdisjoint(words[1:_OBJECT])
        return Aspect.TO_COME if given and piece.quantities else None
    for number, word in enumerate(words):
        if word in _ASKING:
            return None  # "what they are thinking"
        if number and words[number - 1] in _THEY and _is_deed(piece.tokens, number, piece):
            return Aspect.DONE
        if word in FINITE and word != "'s":
            return _by_auxiliary(words, number, piece)
    tokens = piece.tokens
    for number, word in enumerate(words):
        if number and word in _QUOTES:
            return None  # a phrase that somebody coined
        if word in REMAINING and _remains(words, number):
            return Aspect.GOING_ON
        if word in STATES and piece.quantities and _is_state(words, number):
            return Aspect.GOING_ON
        if (is_past(word) and _is_deed(tokens, number, piece)) or _went_on(words, number):
            return Aspect.DONE
    return None


def _went_on(words: Sequence[str], number: int) -> bool:
    """Whether somebody "kept asking" or "used to ask": what went on then, and is over."""
    after = words[number + 1] if number + 1 < len(words) else ""
    if words[number] not in {"kept", "used"} or not number or words[number - 1] in _NO_SUBJECT:
        return False
    return after == "to" if words[number] == "used" else after.endswith("ing")


def _is_habit(words: Sequence[str]) -> bool:
    """Whether words tell of what is done again and again, as "every parent was told" does not."""
    if HABIT.isdisjoint(words):
        return False
    if not HABIT.isdisjoint([word for word in words if word not in _EACH]):
        return True
    return any(
        word in _EACH and not AGAIN.isdisjoint(words[number + 1 : number + 1 + _TIME_NEAR])
        for number, word in enumerate(words)
    )


_EACH = frozenset({"every", "each"})
_TIME_NEAR = 3
"""How far behind "every" a word for a time may stand: "every two weeks", "each school year"."""


def _is_granted(words: Sequence[str], piece: Piece) -> bool:
    """Whether a piece is no more than the money that somebody announced: "a fund of $2m"."""
    frame, sentence = piece.frame, piece.sentence
    if frame is None or not piece.quantities or GRANTS.isdisjoint(words[:_OBJECT]):
        return False
    said = {token.lower for token in sentence.between(frame.start, frame.end)}
    return not said.isdisjoint(PROMISED | ANNOUNCED)


def has_verb(piece: Piece) -> bool:
    """Whether a piece has words that can be its verb."""
    return any(
        token.lower in FINITE or is_past(token.lower) or is_participle(token.lower)
        for token in piece.tokens
    )


def _by_auxiliary(words: Sequence[str], number: int, piece: Piece) -> Aspect | None:
    word = words[number]
    if word.endswith("n't") or word in DID:
        return None
    place = _past_asides(words, number + 1)
    if word in IS and place < len(words):
        no_longer = words[number + 1 : number + 3] == ["no", "longer"]
        if no_longer or words[place] in ALLOWED:
            return Aspect.GOING_ON
    if place >= len(words) or (
        place > number + 1 and not NEVER.isdisjoint(words[number + 1 : place])
    ):
        return None
    verb, after = words[place], words[place + 1] if place + 1 < len(words) else ""
    if word in WOULD:
        if verb == "be":
            return Aspect.TO_COME if is_participle(after) and after not in NEVER_PASSIVE else None
        return None if verb in NO_DEED_AHEAD else Aspect.TO_COME
    if word in HAVE and "still" in words[number + 1 : place] and not is_participle(verb):
        return Aspect.GOING_ON
    if word in HAVE or word in HAD:
        if verb == "been":
            place = _past_asides(words, place + 1)
            verb = words[place] if place < len(words) else ""
            lasting = verb.endswith("ing") and verb not in NOT_GOING_ON
            if word in HAVE and (lasting or verb in STANDING) and _for_a_while(words[place:]):
                return Aspect.GOING_ON
            if verb == "set":
                beside = words[place + 1] if place + 1 < len(words) else ""
                return Aspect.DONE if beside in _SET else None
            return Aspect.DONE if is_participle(verb) and verb not in NEVER_PASSIVE else None
        return Aspect.DONE if is_participle(verb) and _is_done(verb, after) else None
    if word in WAS or word in IS:
        return _behind_be(word, verb, after, piece)
    return None


def _for_a_while(words: Sequence[str]) -> bool:
    """Whether words say for how long: "has been slipping for years", "has been shut since"."""
    if "since" in words:
        return True
    return any(
        word == "for" and not AGAIN.isdisjoint(words[number + 1 : number + 1 + _TIME_NEAR])
        for number, word in enumerate(words)
    )


def _past_asides(words: Sequence[str], place: int) -> int:
    """Return where a verb group goes on behind adverbs, and behind the marks of quoted words."""
    while place < len(words) and (
        words[place] in ADVERBS or words[place].endswith("ly") or words[place] in _QUOTES
    ):
        place += 1
    return place


_HARM = frozenset("killed wounded injured hurt shot stabbed attacked hit struck sentenced".split())
"""What happens at once, though a caption tells of it in the present."""
_SET = frozenset("aside up apart alight ablaze free".split())
"""Words with which "set" is a deed: money has been set aside, a house has been set alight."""


def _is_done(verb: str, after: str) -> bool:
    return verb not in NEVER_OVER and after != "no"


def _behind_be(word: str, verb: str, after: str, piece: Piece) -> Aspect | None:
    going = verb.endswith("ing") and verb not in NOT_GOING_ON
    if verb == "being":
        going = is_participle(after)
    if word in WAS and verb == "able" and after == "to":
        return Aspect.DONE  # "were able to read the messages"
    if going and word in WAS and is_quoted(piece):
        return Aspect.DONE
    if going:
        ours = piece.frame is not None and not piece.quantities and piece.tokens[0].lower in _US
        return None if ours else Aspect.GOING_ON
    if word in IS:
        counted = piece.quantities and is_participle(verb) and verb not in NEVER_PASSIVE
        so = verb in STANDING or (verb in _PLACED and after in SO)
        return Aspect.GOING_ON if so or (counted and verb not in _HARM) else None
    if verb in {"in", "on", "under"} and piece.frame is not None and not is_quoted(piece):
        near = {token.lower for token in piece.tokens}
        return Aspect.GOING_ON if near & IN_A_STATE else None
    return Aspect.DONE if is_participle(verb) and verb not in NEVER_PASSIVE else None


def is_quoted(piece: Piece) -> bool:
    """Whether a piece stands in quotation marks, so that its tenses are the speaker's own."""
    ahead = piece.sentence.text[: piece.start - piece.sentence.start]
    return ahead.count("“") > ahead.count("”") or ahead.count('"') % 2 == 1


_US = frozenset("i we you we're i'm you're they're he she".split())
"""Who speaks of themselves gives a picture more often than a state of things."""


def _is_state(words: Sequence[str], number: int) -> bool:
    word = words[number]
    if word not in STATES or not number or words[number - 1] in _NO_SUBJECT:
        return False
    after = words[number + 1] if number + 1 < len(words) else ""
    if word in ACCOUNTING:
        return after in {"for", "at"}
    return word not in NOUNS_TOO or _is_verb_here(words, number, after)


def _remains(words: Sequence[str], number: int) -> bool:
    """Whether "remains" is a verb and says how: "the road remains shut", "fares keep rising"."""
    after = words[number + 1] if number + 1 < len(words) else ""
    if not number or words[number - 1] in _NO_SUBJECT or after in _OF_REMAINS or not after:
        return False
    if words[number] in _KEPT:
        return after.endswith("ing")
    if words[number] in _CONTINUED and after not in {"to", "in", "at", "with"}:
        return after.endswith("ing")
    before = words[number - 1]
    return before in _THEY or before in ADVERBS or _is_many(before) != words[number].endswith("s")


_OF_REMAINS = frozenset("of and or were was are is have has had found from".split())
_KEPT = frozenset({"keep", "keeps"})
_CONTINUED = frozenset({"continue", "continues"})


def is_remaining(piece: Piece) -> bool:
    """Whether a piece has a present that says that something goes on as before."""
    return not REMAINING.isdisjoint(piece.words) and not piece.finite


def is_barred(piece: Piece) -> bool:
    """Whether what somebody is not is a state all the same: "is not allowed", "is no longer"."""
    words = piece.words
    return not _BARRED.isdisjoint(words) and not IS.isdisjoint(words)


_BARRED = (ALLOWED - {"unable"}) | {"longer"}


def _is_many(noun: str) -> bool:
    return (noun.endswith("s") and not noun.endswith(("ss", "us", "is"))) or noun in _MANY


def _is_verb_here(words: Sequence[str], number: int, after: str) -> bool:
    """Whether "runs" is a verb: behind one thing in "-s", behind many without, before an object."""
    if after in _NO_OBJECT or after in FINITE or is_past(after) or not after:
        return False
    word, before = words[number], words[number - 1]
    return _is_many(before) != word.endswith("s") or before in ADVERBS


_MANY = frozenset("people police men women children they we you i families".split())
_NO_OBJECT = frozenset("of and or to by in on at with from that which who than as , . ; :".split())


def _is_of_one(tokens: Sequence[Token], number: int) -> bool:
    """Whether the subject of a verb is "he" or "the man", whose present would end in "-s"."""
    if tokens[number - 1].lower in _ONE:
        return True
    noun = tokens[number - 1].lower
    the = tokens[number - 2].lower if number > 1 else ""
    return the in _ONE_OF and noun.isalpha() and (not noun.endswith("s") or noun.endswith("ss"))


_ONE = frozenset({"he", "she", "it"})
_ONE_OF = frozenset("a an the one this another my your his her its our their".split())


def _is_deed(tokens: Sequence[Token], number: int, piece: Piece) -> bool:
    """Whether a token is a simple past that tells of a deed."""
    token = tokens[number]
    if (
        token.lower in FINITE
        or not is_past(token.lower)
        or token.capital
        or token.lower in NEVER_DONE
    ):
        return False
    after = tokens[number + 1].lower if number + 1 < len(tokens) else ""
    if after == "by" and is_participle(token.lower):
        return False  # "the houses destroyed by it"
    if not number:
        return piece.frame is not None and any(
            start == token.start for start, _ in piece.frame.content
        )
    before = tokens[number - 1]
    if token.lower in SEEN_OR_TOLD and before.lower not in _THEY:
        return False
    if token.lower in SAME_IN_PAST and not _is_of_one(tokens, number):
        return False
    return not (before.lower in _NO_SUBJECT or before.lower[:1].isdigit() or before.lower == "-")
