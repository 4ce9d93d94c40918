"""Which claim of the article a denial or a silence answers: "UNRHA denied this".

Who denies "the report" or declines to comment does not say what was reported; it stands before, in
the same paragraph, and is somebody else's. A denial that says for itself what is not so, "denied
that the bank had been warned", answers nothing here: one in two of those is about another thing
than what stands before it.
"""

from __future__ import annotations

import bisect
import re
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from timeline.extraction._value import value
from timeline.extraction.english._inflection import is_past
from timeline.extraction.english._verb_groups import FINITE
from timeline.extraction.frames import UNTRUE
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.extraction.drafts import Draft
    from timeline.extraction.page import Page, Sentence
    from timeline.model import Claim

_START = attrgetter("start")
_ANSWERS: Final = {Stance.DENIES, Stance.WITHHOLDS}
_NEAR: Final = 1
"""How many sentences before the answer what it answers may stand."""
_BACK: Final = 8
"""How many claims before the answer are looked at; a sentence seldom makes more."""

_POINTER: Final = re.compile(
    r"(?:that|this|it|so|them|those|these|doing so|having done so)"
    r"(?=\W*$|[\s,]+(?:as|in|on|at|when|during|via|through|outright|flatly)\b)",
    re.IGNORECASE,
)
"""What stands for something told before: "denied it", "dismissed this as a rumour"."""
_NOUN: Final = re.compile(
    r"(?:the|such|any|all|each|every|both|these|those|this|that|its|his|her|their|having (?:any )?"
    r"such)\b",
    re.IGNORECASE,
)
"""What begins the name of something told before: "the accusations", "any link to the group"."""
_ANY: Final = frozenset({"any", "all"})
_CLAUSE: Final = re.compile(r"\b(?:that|whether|if|how|why|when|where|who|what)\s*$", re.IGNORECASE)
"""How the words around a denial end that says itself what is not so."""
_DETAIL: Final = re.compile(
    r"\b(?:say|said|name|named|give|gave|specify|identify|elaborate|disclose|reveal|speculate|rule|"
    r"ruled)\b",
    re.IGNORECASE,
)
"""Verbs of keeping back a detail: whoever will not name them does not dispute that they are."""
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_LETTERS: Final = 6
"""How many letters of a word tell it: "accused" and "accusations" are one."""


def answered(drafts: Sequence[Draft], claims: Sequence[Claim], page: Page) -> dict[int, int]:
    """Return for each denial or silence that answers a claim before it the places of both.

    Args:
        drafts: what the claims were made of, in the same order.
        claims: the claims, in the order of the text.
        page: the page that they were read on.
    """
    found: dict[int, int] = {}
    for place, claim in enumerate(claims):
        if claim.stance in _ANSWERS and drafts[place].frame is not None:
            told = _Answer(place, drafts, claims, page, found).answered()
            if told is not None:
                found[place] = told
    return found


@value
class _About:
    """What is denied, or kept silent about.

    Args:
        words: the roots of the words for it; none where a pronoun stands for it, or nothing.
        loose: whether it need not have been told before: "denies any wrongdoing".
    """

    words: frozenset[str] = frozenset()
    loose: bool = False


class _Answer:
    """A denial or a silence, and what stands before it."""

    def __init__(
        self,
        place: int,
        drafts: Sequence[Draft],
        claims: Sequence[Claim],
        page: Page,
        found: Mapping[int, int],
    ) -> None:
        self.place, self.drafts, self.claims, self.page = place, drafts, claims, page
        self.found = found
        self.draft, self.claim = drafts[place], claims[place]
        self.sentence = self._sentence_of(place)

    def answered(self) -> int | None:
        """Return the place of the claim that it answers, or None."""
        before = self.place - 1
        if self._goes_on(before):
            return self.found[before]  # "she denied it. "I have never met him," she said"
        about = self._about()
        if about is None:
            return None
        near = list(self._near())
        if not near:
            return None
        told = self._named(near, about.words)
        if told is None:
            if about.loose:
                return None
            told = self._last(near)
        for last in range(told - 1, max(-1, told - 3), -1):
            # Of "he denied it; his lawyer said he was abroad" the second half is no new charge.
            if last in self.found and self._beside(last, told):
                told = last
                break
        told = self.found.get(told, told)
        return None if self._is_own(told) else told  # nor does anybody deny their own charge

    def _goes_on(self, before: int) -> bool:
        return (
            before in self.found
            and self.claim.stance is self.claims[before].stance is Stance.DENIES
            and self.claim.attribution == self.claims[before].attribution
            and self._beside(before, self.place)
        )

    def _about(self) -> _About | None:
        """Return what is answered, in its own words; None where it is not told before."""
        frame, text = self.draft.frame, self.page.text
        assert frame is not None  # asked for by `answered`
        said = text[frame.start : frame.end]
        silent = self.claim.stance is Stance.WITHHOLDS
        if not frame.content:
            return None if silent and _DETAIL.search(said) else _About()
        start, end = frame.content[0][0], frame.content[-1][1]
        if UNTRUE.match(text, start, end):
            return _About()  # "that is a lie," he said
        content = text[start:end]
        if start < frame.start or _CLAUSE.search(said) or (silent and _DETAIL.search(said)):
            return None
        if _POINTER.match(content):
            return _About()
        words = content.lower().split()
        if not _NOUN.match(content) or any(word in FINITE or is_past(word) for word in words):
            return None
        return _About(frozenset(_roots(content)), loose=words[0] in _ANY)

    def _near(self) -> Iterator[int]:
        """Yield the claims that it can answer, the last first."""
        for place in range(self.place - 1, max(-1, self.place - 1 - _BACK), -1):
            if not self._beside(place, self.place):
                return
            claim, draft = self.claims[place], self.drafts[place]
            silence = claim.stance is Stance.WITHHOLDS and place not in self.found
            if draft.frame is not None and not silence and not self._is_own(place):
                yield place

    def _is_own(self, place: int) -> bool:
        return self.claims[place].attribution.origin == self.claim.attribution.origin

    def _named(self, near: Sequence[int], about: frozenset[str]) -> int | None:
        """Return which of them has most words of what is answered: "denied the charges"."""
        shared = [(len(about & self._words(place)), place) for place in near]
        most, place = max(shared)
        return place if most else None

    def _last(self, near: Sequence[int]) -> int:
        """Return the last claim, but rather what has happened than what will."""
        sentence = self._sentence_of(near[0])
        here = [place for place in near if self._sentence_of(place) is sentence]
        happened = [place for place in here if self.claims[place].stance is not Stance.FORECASTS]
        return (happened or here)[0]

    def _beside(self, one: int, other: int) -> bool:
        first, second = self._sentence_of(one), self._sentence_of(other)
        return first.block == second.block and second.number - first.number <= _NEAR

    def _sentence_of(self, place: int) -> Sentence:
        sentences = self.page.sentences
        number = bisect.bisect_right(sentences, self.drafts[place].start, key=_START)
        return sentences[max(0, number - 1)]

    def _words(self, place: int) -> set[str]:
        draft = self.drafts[place]
        return _roots(self.page.text[draft.start : draft.end])


def _roots(text: str) -> set[str]:
    return {word[:_LETTERS] for word in _WORD.findall(text.lower())} - _COMMON


_COMMON: Final = frozenset(
    """
    that this these those which with from have been were they their there would could should about
    into over under after before more than also such when where what only other some said
    """.split()
)
