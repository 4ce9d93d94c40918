"""What a verb group says beyond its verb: past or to come, done or not, real or only wished."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from timeline.extraction._marks import Marks
from timeline.extraction._tokens import LOWER
from timeline.extraction.english._directions import MULTIPLIED
from timeline.extraction.english._inflection import Form
from timeline.model import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._tokens import Token


class Mood(Word):
    """How a clause stands to what it tells of."""

    PAST = "past"
    """It happened, and is over."""
    PERFECT = "perfect"
    """It has happened, up to the time of speaking."""
    PLUPERFECT = "pluperfect"
    """It had happened, up to the time that is spoken of: in reported speech, a perfect."""
    PRESENT = "present"
    """It is so, or goes on, at the time of speaking."""
    FUTURE = "future"
    """It is to come."""
    POSSIBLE = "possible"
    """It may, might, could or would be."""
    UNREAL = "unreal"
    """A purpose, a wish, a condition: nothing is said to have happened."""


class Group(NamedTuple):
    """A verb group.

    Args:
        mood: how it stands to what it tells of.
        negated: whether it says that it is not so.
    """

    mood: Mood
    negated: bool


def _contracted(*endings: str) -> frozenset[str]:
    """Return what a pronoun and a verb make together: "we're", "they've"."""
    pronouns = ("i", "you", "he", "she", "it", "we", "they", "there", "that", "who")
    return frozenset(pronoun + ending for pronoun in pronouns for ending in endings)


_WILL: Final = frozenset({"will", "shall", "'ll", "won't"}) | _contracted("'ll")
_MAY: Final = frozenset(
    {
        "may",
        "might",
        "could",
        "would",
        "can",
        "should",
        "must",
        "couldn't",
        "wouldn't",
        "'d",
        "cannot",
        "can't",
        "mustn't",
        "shouldn't",
    }
) | _contracted("'d")
WOULD: Final = frozenset({"would", "could", "may", "might", "'d"}) | _contracted("'d")
"""Auxiliaries of what may come, without those of ability and of duty."""
_COUNTERFACTUAL: Final = frozenset(
    {"would", "could", "should", "wouldn't", "couldn't", "'d"}
) | _contracted("'d")
HAVE: Final = frozenset({"have", "has", "'ve", "haven't", "hasn't", "having"}) | _contracted("'ve")
HAD: Final = frozenset({"had", "hadn't"})
IS: Final = frozenset({"is", "are", "am", "'re", "isn't", "aren't", "'s"}) | _contracted(
    "'re", "'m"
)
WAS: Final = frozenset({"was", "were", "wasn't", "weren't"})
_DO: Final = frozenset({"do", "does", "don't", "doesn't"})
DID: Final = frozenset({"did", "didn't"})
BE: Final = frozenset({"be", "is", "are", "was", "were", "been", "being", "'re"}) | _contracted(
    "'re"
)
_LINKS: Final = frozenset({"be", "been", "being", "get", "got"})
FINITE: Final = _WILL | _MAY | HAVE | HAD | IS | WAS | _DO | DID
"""Words that can only be the finite verb of a clause, or begin its group."""

ADVERBS: Final = frozenset(
    "also now then ever never still already just only even soon again since yet not once twice "
    "almost nearly so far once first later long always often too both all themselves itself "
    "himself herself no n't badly hard well either".split()
)
_EXPECTED: Final = frozenset(
    "expected set due going likely about scheduled poised planning plan plans preparing "
    "prepares prepare planned bound ready expects expect hopes hope intends intend wants want "
    "forecast tipped seeking vowed pledged promised threatened agreed decided unlikely "
    "slated".split()
)
WANTED: Final = frozenset("planned hoped intended wanted meant agreed promised".split())
_SEEMING: Final = frozenset(
    "appear appears appeared seem seems seemed said believed thought reported understood known "
    "alleged estimated claimed confirmed feared presumed suspected reckoned deemed had has have "
    "happened happen managed forced".split()
)
SEEMING: Final = _SEEMING
"""Words behind which "to" and a verb still tell of what was or is so: "appear to have left"."""
_PASSED: Final = FINITE | _LINKS | ADVERBS
"""Words that stand between a verb and what begins its group."""
GROUP_WORDS: Final = FINITE | _LINKS | ADVERBS | _SEEMING | _EXPECTED | {"to"}
"""Words that can stand in a verb group before its verb."""
_NEARLY: Final = frozenset("nearly almost narrowly hardly scarcely".split())
"""Words with which a deed was not done after all; but what nearly doubled did grow."""
NEVER: Final = frozenset({"not", "never", "n't", "nor", "neither", "no"})
_STANDS_BETWEEN, _NEGATES = 1, 2
_MARKS: Final = Marks(
    lambda word: word in _PASSED or word.endswith("ly"),
    lambda word: word in NEVER or word.endswith("n't"),
)
_NOBODY: Final = frozenset({"no", "neither", "nobody", "none", "nothing"})
_NOT_EXPECTED: Final = NEVER | {"unlikely"}
_FAILED: Final = frozenset("failed fails fail refused refuses refuse declined declines yet".split())
_INVERTED: Final = frozenset({"had", "were", "should"})
"""Words that begin a condition where they stand before its subject: "had it rained"."""
_SUBJECTS: Final = frozenset("i you he she it we they".split())
_JOINING: Final = frozenset({"and", "or", "but", ","})
_SHARED: Final = 18
"""How many words back a coordinated verb looks for the finite verb that it shares."""
_AVOIDED: Final = frozenset(
    "avoid avoids avoided avert averts averted prevent prevents prevented attempt attempts "
    "attempted try tries tried trying".split()
)
"""Verbs behind which nothing is said to have happened."""
AVOIDED: Final = _AVOIDED | {"avoiding", "without", "against", "instead"}
_IF: Final = frozenset({"if", "unless", "whether"})


def group_of(
    tokens: Sequence[Token], number: int, form: Form, first: int = 0, *, real: bool = False
) -> Group:
    """Return what the words before a verb make of it.

    Args:
        tokens: the tokens of the sentence.
        number: the number of the verb.
        form: its form.
        first: the number of the first token of its clause.
        real: whether it is known already that the clause is not unreal.
    """
    words: list[str] = []
    position = number - 1
    while position >= first:
        word = tokens[position].lower
        if not _MARKS[word] & _STANDS_BETWEEN:
            break
        words.append(word)
        position -= 1
    before = tokens[position].lower if position >= first else ""
    if before in _JOINING and FINITE.isdisjoint(words):
        words += _shared(tokens, position, first)
    negated = bool(_MARKS.of(words) & _NEGATES) if words else False
    negated = negated or _negative_subject(tokens, first, number)
    missed = not _NEARLY.isdisjoint(words) and tokens[number].lower not in MULTIPLIED
    if (not real and is_unreal(tokens, first)) or missed:
        return Group(Mood.UNREAL, negated)
    if (before == "to" and form is Form.BASE) or (
        before == "to" and ("be" in words or "have" in words)
    ):
        return _infinitive(tokens, position, first, words, negated=negated)
    return Group(_mood(words, form), negated)


def _shared(tokens: Sequence[Token], position: int, first: int) -> list[str]:
    """Return the finite verb that a coordinated one shares: "may be trained and sent"."""
    for number in range(position - 1, max(first, position - _SHARED) - 1, -1):
        if tokens[number].lower in FINITE and tokens[number].lower != "'s":
            return [tokens[number].lower]
    return []


def is_unreal(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause tells of what is not said to be: "if it rains", "had it rained"."""
    if first >= len(tokens):
        return False
    word = tokens[first].lower
    if word in _IF or (word in _INVERTED and tokens[first].capital):
        return True
    if word == "should" and first + 1 < len(tokens) and tokens[first + 1].lower in _SUBJECTS:
        return True
    return _for_a_purpose(tokens, first)


def _for_a_purpose(tokens: Sequence[Token], first: int) -> bool:
    """Whether a clause says what for: "so that nobody is caught"."""
    near = tokens[first - 2 if first > 1 else 0 : first + 2]
    words = tuple(map(LOWER, near))
    return "that" in words and ("so" in words or "order" in words)


def _negative_subject(tokens: Sequence[Token], first: int, number: int) -> bool:
    """Whether the clause begins "no army ...", "neither side ...", "nobody ..."."""
    return not _NOBODY.isdisjoint(map(LOWER, tokens[first : min(first + 3, number)]))


def _mood(words: Sequence[str], form: Form) -> Mood:
    given = set(words)
    if given & _WILL:
        return Mood.FUTURE
    if given & _COUNTERFACTUAL and given & HAVE:
        return Mood.UNREAL  # "would have struck": it did not
    if given & _MAY:
        return Mood.PAST if given & HAVE and "must" in given else Mood.POSSIBLE
    if given & HAVE:
        return Mood.PERFECT
    if given & HAD:
        return Mood.PLUPERFECT
    if form is Form.GERUND and given & WAS:
        return Mood.PRESENT  # it went on then, and nobody says that it was over
    if given & WAS or given & DID:
        return Mood.PAST
    if given & IS:
        # "is welcomed" in a caption and "are killed" in a headline tell of what happened
        return Mood.PRESENT
    if given & _DO or form in {Form.THIRD, Form.BASE}:
        return Mood.PRESENT
    return Mood.PAST


def _infinitive(
    tokens: Sequence[Token], to: int, first: int, words: Sequence[str], *, negated: bool
) -> Group:
    """Return what governs "to" makes of the verb: expected to, appear to have, in order to."""
    ahead = [token.lower for token in tokens[max(first, to - 4) : to]]
    if ahead[-1:] in (["was"], ["were"]):
        return Group(Mood.UNREAL, negated)  # "was to be signed": whether it was is not said
    if ahead[-1:] in (["is"], ["are"]):
        return Group(Mood.FUTURE, negated)
    if ahead[-2:-1] == ["had"] and ahead[-1] in WANTED:
        return Group(Mood.UNREAL, negated)  # "had planned to leave": whether they did is not said
    expected = any(word in _EXPECTED for word in ahead[-2:])
    if expected and ("had" in ahead or not WAS.isdisjoint(ahead)) and fell_through(tokens, to):
        return Group(Mood.UNREAL, negated)
    if any(word in _AVOIDED for word in ahead[-3:]):
        return Group(Mood.UNREAL, negated)
    if any(word in _FAILED for word in ahead[-2:]):
        return Group(Mood.PAST if "yet" not in ahead[-2:] else Mood.PERFECT, not negated)
    if expected:
        denied = any(word in _NOT_EXPECTED or word.endswith("n't") for word in ahead[-3:])
        return Group(Mood.FUTURE, negated or denied)
    if any(word in _SEEMING for word in ahead[-2:]):
        if set(words) & HAVE:
            return Group(Mood.PERFECT, negated)
        return Group(Mood.PRESENT if set(words) & _LINKS else Mood.PAST, negated)
    return Group(Mood.UNREAL, negated)


_DROPPED: Final = frozenset(
    "cancelled canceled postponed delayed scrapped abandoned adjourned shelved instead never "
    "aborted rescheduled".split()
)
_NOT_SO: Final = NEVER | {"fell", "failed", "collapsed", "broke", "refused", "off"}
_NEAR: Final = 8


def fell_through(tokens: Sequence[Token], to: int) -> bool:
    """Whether what had been due did not come: "was due to sail on Monday but did not".

    "Had been due to" leaves it open, and so does "was about to sail when".

    Args:
        tokens: the tokens of the sentence.
        to: the number of the "to" behind the words of what is expected.
    """
    ahead = [token.lower for token in tokens[max(0, to - 4) : to]]
    if "had" in ahead and "been" in ahead:
        return True
    behind = [token.lower for token in tokens[to:]]
    if "about" in ahead[-2:] and "when" in behind:
        return True
    if not _DROPPED.isdisjoint(behind):
        return True
    if "but" not in behind:
        return False
    after = behind[behind.index("but") :][:_NEAR]
    return any(word in _NOT_SO or word.endswith("n't") for word in after)
