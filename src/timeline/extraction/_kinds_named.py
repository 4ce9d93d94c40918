"""The kind of what is told without a word that speaks of a happening by itself.

Such a claim is there because of its date, its figure or its speaker. Its kind is that of what it
answers or takes up again; else that at which its words hint; else it tells how something stands,
or what somebody will do.
"""

from __future__ import annotations

import bisect
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from timeline.extraction._happenings import happenings_in, hints_in
from timeline.extraction._kinds_senses import Senses
from timeline.extraction.english._aspects import NEVER_PASSIVE, STANDING
from timeline.extraction.english._inflection import Form, is_participle, is_past
from timeline.extraction.english._verb_groups import BE, FINITE, HAD, HAVE, NEVER, Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction._draft import Draft
    from timeline.extraction._happenings import Happening
    from timeline.extraction._kinds import Kind, Kinds
    from timeline.extraction._page import Page, Sentence

_START = attrgetter("start")
_ANSWERS: Final = {Stance.DENIES, Stance.CONFIRMS, Stance.WITHHOLDS}
_NOT_ANSWERED: Final = {"state", "statement", "meeting", "visit"}
"""Kinds of which nobody is asked whether they are so."""
_FAR: Final = 700
"""How many characters may stand between an answer and what it answers."""


def name_kinds(drafts: Sequence[Draft], page: Page, kinds: Kinds) -> None:
    """Give a kind to drafts that have none.

    Args:
        drafts: the drafts of an article.
        page: the page that they were read on.
        kinds: the kinds of happening.
    """
    before: Draft | None = None
    blamed: Draft | None = None
    starts = [sentence.start for sentence in page.sentences]
    senses = Senses(page, kinds)
    hinted: tuple[Sentence, tuple[Happening, ...]] | None = None
    for draft in sorted(drafts, key=lambda one: (one.start, one.end)):
        answers = _stance(draft) in _ANSWERS
        number = bisect.bisect_right(starts, draft.start) - 1
        if draft.kind is None and not (draft.state and draft.negated):
            sentence = page.sentences[max(number, 0)]
            if hinted is None or hinted[0] is not sentence:
                hinted = sentence, hints_in(sentence, kinds)
            words = _Words(draft, sentence)
            found = _named(draft, words, hinted[1], (before, blamed if answers else None), kinds)
            if found is not None:
                draft.kind, rule = found
                draft.by(rule)
        elif draft.kind is not None:
            _corrected(draft, page.sentences[max(number, 0)], senses, kinds)
        if draft.kind is not None and not answers:
            before = draft
            if draft.kind.name not in _NOT_ANSWERED and _MOOD not in draft.rules:
                blamed = draft


def _named(
    draft: Draft,
    words: _Words,
    hints: Sequence[Happening],
    told: tuple[Draft | None, Draft | None],
    kinds: Kinds,
) -> tuple[Kind, str] | None:
    """Return the kind of a draft that has none, and the rule that says so.

    Args:
        draft: the draft.
        words: its words.
        hints: the words of its sentence that hint at a kind.
        told: what was told before it, and what it answers, if it is an answer.
        kinds: the kinds of happening.
    """
    before, answered = told
    kind = _hinted(draft, words, hints)
    if draft.state:
        return None if kind is None else (kind, _HINT)
    again = _resumed(draft, words, before)
    if kind is not None and kind.ahead and again is not None:
        kind = None  # "a second round is planned"
    if kind is not None and not (answered is not None and kind.speech):
        return kind, _HINT
    kind = _near(draft, answered)
    if kind is not None:
        return kind, "kind of what it answers"
    if again is not None:
        return again, "kind of what it takes up"
    kind = _by_default(draft, words, kinds)
    return None if kind is None else (kind, _MOOD)


_HINT: Final = "kind hinted at"
_MOOD: Final = "kind by its mood"


def _corrected(draft: Draft, sentence: Sentence, senses: Senses, kinds: Kinds) -> None:
    """Give a draft the kind that its words have in this article, or that of its main verb."""
    assert draft.kind is not None  # only such drafts come here
    words = _Words(draft, sentence)
    said = "date of a statement" in draft.rules
    if said or ("noun of a happening" in draft.rules and _is_aside(draft, sentence, kinds)):
        kind = _hinted(draft, words, [one for one in hints_in(sentence, kinds) if one.form])
        if kind is not None and kind is not draft.kind and (kind.speech or not said):
            draft.kind = kind
            draft.by(_HINT)
            return
    kind = senses.kind_of(words.all, draft.kind)
    if kind is not None:
        draft.kind = kind
        draft.by("sense of the word in the article")


_ASIDE: Final = frozenset("after before since following amid despite until without".split())


def _is_aside(draft: Draft, sentence: Sentence, kinds: Kinds) -> bool:
    """Whether the noun that gave the kind only says when: "months after the killings, it ..."."""
    for one in happenings_in(sentence, kinds):
        if one.kind is draft.kind and one.form is None and draft.start <= one.start < draft.end:
            ahead = sentence.words[max(0, one.first - 3) : one.first]
            return not _ASIDE.isdisjoint(ahead)
    return False


class _Words:
    """The words of a draft, with the place of its first finite verb."""

    def __init__(self, draft: Draft, sentence: Sentence) -> None:
        tokens = sentence.tokens
        first = bisect.bisect_left(tokens, draft.start, key=_START)
        last = bisect.bisect_left(tokens, draft.end, first, key=_START)
        self.first = first
        self.all = [token.lower for token in tokens[first:last]]
        self.verb = next(
            (at for at, word in enumerate(self.all) if word in FINITE and word != "'s"), None
        )

    @property
    def main(self) -> int | None:
        """The place of the first word that can be a verb by its form, or None."""
        if self.verb is not None:
            return self.verb
        return next((at for at, word in enumerate(self.all) if is_past(word)), None)

    @property
    def behind(self) -> list[str]:
        """The words behind the first finite verb, without its auxiliaries and adverbs."""
        if self.verb is None:
            return []
        at = self.verb + 1
        while at < len(self.all) and (self.all[at] in _BETWEEN or self.all[at].endswith("ly")):
            at += 1
        return self.all[at:]


_BETWEEN: Final = frozenset(
    "not n't never also still now then all both already only just even again once yet so far "
    "always often mostly about nearly almost too in fact been be ever quite very as".split()
)


def _stance(draft: Draft) -> Stance:
    if draft.frame is not None and draft.frame.stance in _ANSWERS:
        return draft.frame.stance
    return draft.stance


# ---- What a claim answers or takes up again --------------------------------------------------


def _near(draft: Draft, before: Draft | None) -> Kind | None:
    """Return the kind of what was told just before: "the embassy declined to comment"."""
    if before is None or draft.start - before.end > _FAR:
        return None
    return before.kind


_IT: Final = frozenset("it they this that these those one both others another".split())
_NTH: Final = frozenset(
    "a an the its their another first second third fourth fifth sixth next last latest final "
    "new further previous earlier later initial".split()
)
_ROUNDS: Final = frozenset(
    "round rounds stage stages phase phases batch batches wave waves attempt attempts leg step "
    "steps group groups instalment installment tranche one ones part try bout series "
    "operation process work effort campaign".split()
)
_ASPECTS: Final = frozenset(
    "begin begins began begun beginning start starts started starting end ends ended ending last "
    "lasts lasted continue continues continued resume resumes resumed follow follows followed "
    "happen happens happened occur occurs occurred take takes took taken come comes came held "
    "planned scheduled postponed cancelled canceled delayed expected due prepared finish "
    "finishes finished go goes went fail fails failed succeed succeeded set slated repeated "
    "completed suspended halted stopped stop stops likely possible underway imminent".split()
)


def _resumed(draft: Draft, words: _Words, before: Draft | None) -> Kind | None:
    """Return the kind of what a pronoun or "a second round" takes up again: "it began in May"."""
    if before is None or not words.all:
        return None
    head = words.all[:5]
    if head[0] in _IT:
        rest = words.all[1:6]
    elif head[0] in _NTH and any(word in _ROUNDS for word in head[1:4]):
        rest = words.all[1:12]
    else:
        return None
    if _ASPECTS.isdisjoint(rest) and not (_is_counted(words, draft)):
        return None
    kind = _near(draft, before)
    return None if kind is None or kind.speech else kind


def _is_counted(words: _Words, draft: Draft) -> bool:
    """Whether "it" is how many or how much something was: "it had been 61 percent"."""
    return bool(draft.quantities) and any(word in BE for word in words.all[1:4])


_NO_NOUN: Final = FINITE | frozenset(
    "of in on at by for to with from after before over under against between among into during "
    "since until as and or but that which who near amid about than , . ; : - – — ( ) ' \" “ ” "
    "monday tuesday wednesday thursday friday saturday sunday last next this yesterday today".split()
)
"""Words behind a noun that is no part of another: "the law of 1990", not "the law firm"."""
_LIGHT: Final = FINITE | frozenset(
    "made make makes gave give gives got get gets took take takes held hold holds saw see sees "
    "faced face faces reached reach reaches suffered suffer suffers won win lost lose began begin "
    "begins issued issue issues ordered signed put puts found find finds led lead called call "
    "calls announced launched opened received receive expects expect".split()
)
"""Verbs behind which the noun says what happened."""


# ---- What the words hint at, and what is left -----------------------------------------------


def _hinted(draft: Draft, words: _Words, hints: Sequence[Happening]) -> Kind | None:
    """Return the kind of the first verb that hints at one, or else of the first noun."""
    if draft.state and (words.verb is None or not _is_moving(words)):
        return None
    inside = [
        one
        for one in hints
        if draft.start <= one.start and one.end <= draft.end and not _is_attribute(one, words)
    ]
    verbs = [one for one in inside if one.form is not None]
    if draft.state:
        return verbs[0].kind if verbs else None
    found = (verbs or [one for one in inside if _is_what_is_told(one, draft, words)])[:1]
    return found[0].kind if found else None


def _is_attribute(one: Happening, words: _Words) -> bool:
    """Whether a form in "-ing" only says of which sort something is: "the striking dockers"."""
    at = one.first - words.first
    if one.form is not Form.GERUND or not 0 < at < len(words.all) - 1:
        return False
    return words.all[at - 1] in _THE and words.all[at + 1] not in _NO_NOUN


_THE: Final = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "these", "some"})


def _is_what_is_told(noun: Happening, draft: Draft, words: _Words) -> bool:
    """Whether a noun is the subject of its clause, or what a light verb governs."""
    at = noun.first - words.first
    behind = words.all[noun.last - words.first :][:1]
    if behind and not (behind[0] in _NO_NOUN or _is_verbal(behind[0]) or not behind[0].isalpha()):
        return False  # "the law firm"
    verb = words.main
    if verb is None or at < verb:
        return True
    return words.all[verb] in _LIGHT or bool(draft.quantities)


_STATIVE: Final = frozenset(
    "have has had own owns owned belong belongs belonged contain contains contained include "
    "includes included employ employs employed owe owes owed lie lies lay stand stands stood live "
    "lives lived need needs needed lack lacks lacked remain remains remained stay stays stayed "
    "consist consists consisted house houses housed cost costs weigh weighs weighed measure "
    "measures measured depend depends depended hold holds held sit sits sat serve serves served "
    "cover covers covered exist exists existed know knows knew run runs operate operates operated "
    "exceed exceeds exceeded span spans spanned boast boasts boasted comprise comprises comprised "
    "date dates dated border borders bordered show shows showed work works worked "
    "owns".split()
)
_NOUNS: Final = frozenset(
    "need needs lack stand stands stay stays house houses cost costs measure measures hold run "
    "cover covers span spans date dates border borders work lay lies".split()
)
"""Words of those that are nouns as well."""
_STILL: Final = frozenset({"remain", "stay", "keep", "continue"})
_DONE: Final = frozenset(
    "licensed said thought believed expected supposed told heard allowed made scheduled planned "
    "set estimated reported aimed gone done left born valued priced blocked barred banned required "
    "asked called".split()
)
"""Words of those that mostly tell of a deed all the same."""
_HELD: Final = (NEVER_PASSIVE | STANDING | {"insured", "equipped", "staffed", "worth"}) - _DONE
"""Participles that behind "was" say what somebody or something was like."""
_LASTING: Final = frozenset(
    "operating working functioning standing living lying sitting staying waiting running holding "
    "serving missing hanging leaning facing lacking owing hiding sleeping sharing using "
    "depending relying".split()
)
"""Forms in "-ing" that say how something stands."""
_NOTHING: Final = frozenset("nobody nothing no none".split())


def _by_default(draft: Draft, words: _Words, kinds: Kinds) -> Kind | None:
    """Return how something stands as a state, and what somebody will do as a plan."""
    if draft.mood in {Mood.FUTURE, Mood.POSSIBLE} or draft.stance is Stance.FORECASTS:
        behind = words.behind
        stays = bool(behind) and behind[0] in _STILL
        return kinds.by_name.get("state" if stays else "plan")
    still = _is_state(words) or _is_general(draft, words)
    return kinds.by_name.get("state") if still else None


def _is_general(draft: Draft, words: _Words) -> bool:
    """Whether somebody says what is so in general: "it places a burden on voters"."""
    if draft.explicit or draft.frame is None:
        return False
    if draft.mood is Mood.PERFECT and draft.negated:
        return True
    return words.main is None and not any(is_participle(word) for word in words.all)


def _is_state(words: _Words) -> bool:
    """Whether a clause says how something stands, and not that anything was done."""
    if words.verb is None:
        if words.main is not None and "," not in words.all[words.main - 1 : words.main]:
            return words.all[words.main] in _STATIVE
        return any(word in _STATIVE and word not in _NOUNS for word in words.all[:12])
    verb, behind = words.all[words.verb], words.behind
    if not behind:
        return False
    first = behind[0]
    if verb in HAVE or verb in HAD:
        been = "been" in words.all[words.verb : words.verb + 4]
        if been:
            return not _is_verbal(first) or first in _HELD
        return not _is_verbal(first)
    if verb in BE or verb in {"'m", "isn't", "aren't", "wasn't", "weren't"} or verb.endswith("'s"):
        if first == "to" or (first == "due"):
            return False
        if first in _HELD:
            return True
        return not _is_verbal(first) or first in _LASTING
    return False


def _is_moving(words: _Words) -> bool:
    """Whether what lasts is a deed that goes on or was done: "has given", "are being moved"."""
    behind = words.behind
    return bool(behind) and _is_verbal(behind[0]) and behind[0] not in _HELD | _LASTING


def _is_verbal(word: str) -> bool:
    """Whether a word is the verb behind an auxiliary."""
    if word in NEVER or word in _NOTHING or word.startswith("un"):
        return False
    return is_participle(word) or is_past(word) or word.endswith("ing")
