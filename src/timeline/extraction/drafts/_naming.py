"""The kind of what is told without a word that speaks of a happening by itself.

Such a claim is there because of its date, its figure or its speaker. Its kind is that at which its
words hint; else that of what it takes up again; else it tells how something stands, or what
somebody will do. A kind so found says, as any other does, whether a happening is public by nature.
"""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING, Final

from timeline.extraction.drafts._senses import Senses
from timeline.extraction.drafts._states import Words, is_moving, is_verbal, kind_by_mood
from timeline.extraction.english._inflection import Form
from timeline.extraction.english._undone import gerund_not_done, noun_not_done
from timeline.extraction.english._verb_groups import BE, FINITE, Mood, group_of
from timeline.extraction.happenings import (
    happenings_in,
    hints_in,
)
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.extraction.drafts._draft import Draft
    from timeline.extraction.happenings import (
        Happening,
        Kind,
        Kinds,
    )
    from timeline.extraction.page import (
        Page,
        Sentence,
    )

_ANSWERS: Final = {Stance.DENIES, Stance.CONFIRMS, Stance.WITHHOLDS}
_FAR: Final = 700
"""How many characters may stand between "it" and what it takes up."""


def name_kinds(drafts: Sequence[Draft], page: Page, kinds: Kinds) -> None:
    """Give a kind to drafts that have none.

    Args:
        drafts: the drafts of an article.
        page: the page that they were read on.
        kinds: the kinds of happening.
    """
    before: Draft | None = None
    starts = [sentence.start for sentence in page.sentences]
    senses = Senses(page, kinds)
    hinted: tuple[Sentence, tuple[Happening, ...]] | None = None
    for draft in sorted(drafts, key=lambda one: (one.start, one.end)):
        number = bisect.bisect_right(starts, draft.start) - 1
        if draft.kind is None and not (draft.state and draft.negated):
            sentence = page.sentences[max(number, 0)]
            if hinted is None or hinted[0] is not sentence:
                hinted = sentence, hints_in(sentence, kinds)
            words = Words(draft, sentence)
            hints = hinted[1]
            if draft.verb is not None:
                hints = tuple(one for one in hints if one.start >= draft.verb)
            found = _named(draft, words, hints, before, kinds)
            if found is not None:
                draft.kind, rule = found
                draft.hinted = True
                draft.by(rule)
        elif draft.kind is not None:
            _corrected(draft, page.sentences[max(number, 0)], senses, kinds)
        if draft.kind is not None and _stance(draft) not in _ANSWERS:
            before = draft


def _named(
    draft: Draft,
    words: Words,
    hints: Sequence[Happening],
    before: Draft | None,
    kinds: Kinds,
) -> tuple[Kind, str] | None:
    """Return the kind of a draft that has none, and the rule that says so.

    Args:
        draft: the draft.
        words: its words.
        hints: the words of its sentence that hint at a kind.
        before: what was told before it.
        kinds: the kinds of happening.
    """
    kind = _hinted(draft, words, hints)
    if draft.state:
        return None if kind is None else (kind, _HINT)
    again = _resumed(draft, words, before)
    if kind is not None and kind.ahead and again is not None:
        kind = None  # "a second round is planned"
    if kind is not None and not (kind.speech and _stance(draft) in _ANSWERS):
        return kind, _HINT
    if again is not None:
        return again, "kind of what it takes up"
    kind = kind_by_mood(draft, words, kinds)
    return None if kind is None else (kind, _MOOD)


_HINT: Final = "kind hinted at"
_MOOD: Final = "kind by its mood"


def _corrected(draft: Draft, sentence: Sentence, senses: Senses, kinds: Kinds) -> None:
    """Give a draft the kind that its words have in this article, or that of its main verb."""
    assert draft.kind is not None  # only such drafts come here
    words = Words(draft, sentence)
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


def _stance(draft: Draft) -> Stance:
    if draft.frame is not None and draft.frame.stance in _ANSWERS:
        return draft.frame.stance
    return draft.stance


# ---- What a claim takes up again -------------------------------------------------------------


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


def _resumed(draft: Draft, words: Words, before: Draft | None) -> Kind | None:
    """Return the kind of what a pronoun or "a second round" takes up again: "it began in May"."""
    if before is None or not words.all or draft.start - before.end > _FAR:
        return None
    head = words.all[:5]
    if head[0] in _IT:
        rest = words.all[1:6]
    elif head[0] in _NTH and any(word in _ROUNDS for word in head[1:4]):
        rest = words.all[1:12]
    else:
        return None
    aspects = [number for number, word in enumerate(rest) if word in _ASPECTS]
    if not aspects and not _is_counted(words, draft):
        return None
    if aspects and rest[aspects[-1] + 1 : aspects[-1] + 2] == ["to"]:
        return None  # "it was due to return for a check": another deed
    kind = before.kind
    return None if kind is None or kind.speech else kind


def _is_counted(words: Words, draft: Draft) -> bool:
    """Whether "it" is how many or how much something was: "it had been 61 percent"."""
    return bool(draft.quantities) and any(word in BE for word in words.all[1:4])


_NO_NOUN: Final = FINITE | frozenset(
    "of in on at by for to with from after before over under against between among into during "
    "since until as and or but that which who near amid about than , . ; : - – — ( ) ' \" “ ” "
    "monday tuesday wednesday thursday friday saturday sunday last next this yesterday "
    "today".split()
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


def _hinted(draft: Draft, words: Words, hints: Sequence[Happening]) -> Kind | None:
    """Return the kind of the first verb that hints at one, or else of the first noun."""
    if draft.state and (words.verb is None or not is_moving(words)):
        return None
    asserted = draft.kind is None and _is_asserted(draft, words)
    inside = [
        one
        for one in hints
        if draft.start <= one.start
        and one.end <= draft.end
        and not _is_attribute(one, words)
        and not (asserted and _is_undone(one, words))
    ]
    verbs = [one for one in inside if one.form is not None]
    if draft.state:
        return verbs[0].kind if verbs else None
    found = (verbs or [one for one in inside if _is_what_is_told(one, draft, words)])[:1]
    return found[0].kind if found else None


def _is_asserted(draft: Draft, words: Words) -> bool:
    """Whether a draft says that something was or is so, and answers nobody's word."""
    if draft.mood in {Mood.FUTURE, Mood.POSSIBLE} or (words.main is None and "to" in words.all[:4]):
        return False  # "the lira to trade at 70 by May"
    return _stance(draft) not in _ANSWERS | {Stance.FORECASTS}


def _is_undone(one: Happening, words: Words) -> bool:
    """Whether what a word hints at was only to be, or was not: "tried to sell", "no flood"."""
    first, last = words.first, words.first + len(words.all)
    if one.form is None:
        return noun_not_done(words.whole, one.first, one.last, first, last) is not None
    if one.form is Form.GERUND and gerund_not_done(words.whole, one.first, first):
        return True
    if one.first == first:
        return False
    group = group_of(words.tokens, one.first, one.form, first, real=True)
    ahead = words.whole[max(first, one.first - 2) : one.first]
    return group.mood is Mood.UNREAL or ("to" in ahead and group.negated)


def _is_attribute(one: Happening, words: Words) -> bool:
    """Whether a form in "-ing" only says of which sort something is: "the striking dockers"."""
    at = one.first - words.first
    if one.form is not Form.GERUND or not 0 < at < len(words.all) - 1:
        return False
    return words.all[at - 1] in _THE and words.all[at + 1] not in _NO_NOUN


_THE: Final = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "these", "some"})


def _is_what_is_told(noun: Happening, draft: Draft, words: Words) -> bool:
    """Whether a noun is the subject of its clause, or what a light verb governs."""
    at = noun.first - words.first
    behind = words.all[noun.last - words.first :][:1]
    if behind and not (behind[0] in _NO_NOUN or is_verbal(behind[0]) or not behind[0].isalpha()):
        return False  # "the law firm"
    verb = words.main
    if verb is None or at < verb:
        return True
    between = words.all[verb:at]
    for ahead, after in itertools.pairwise(between):
        if ahead == "from" and after.endswith("ing"):
            return False  # "was barred from selling the club"
        if ahead == "to" and between[-1] in _THE and after not in _THE:
            return False  # "was unable to pass the budget"
    return words.all[verb] in _LIGHT or bool(draft.quantities)
