"""An extractor that is right, and the same one broken on purpose."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction import Extraction
from timeline.model import Article, Basis, Claim, Evidence, Source, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SENTENCE = re.compile(r"[^.\n]+\.")
_STANCES = {
    "denied": Stance.DENIES,
    "estimated": Stance.ESTIMATES,
    "confirmed": Stance.CONFIRMS,
    "expects": Stance.FORECASTS,
    "declined": Stance.WITHHOLDS,
}
_FRIDAY = 5


class Sentences:
    """Reads a claim out of every sentence, dated by the article or by the Friday before."""

    name = "sentences"

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        del sources
        return Extraction(tuple(self.read(article)))

    def read(self, article: Article) -> list[Claim]:
        return [
            self.claim(article, number, Evidence.at(article.text or "", start, end))
            for number, (start, end) in enumerate(self.spans(article.text or ""), start=1)
        ]

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        for found in _SENTENCE.finditer(text):
            yield found.start() + len(found[0]) - len(found[0].lstrip()), found.end()

    def claim(self, article: Article, number: int, evidence: Evidence) -> Claim:
        stance = next(
            (one for word, one in _STANCES.items() if word in evidence.exact), Stance.ASSERTS
        )
        stated = self.stated(article, evidence.exact)
        return Claim(
            f"{article.id}#{number}",
            stance,
            article.outlet,
            text=evidence.exact,
            basis=Basis.PUBLISHED if stated is None else Basis.DATED,
            stated=stated,
            evidence=evidence,
        )

    def stated(self, article: Article, sentence: str) -> When | None:
        day = article.published.latest
        if "on Friday" not in sentence or day is None:
            return None
        return When.day(day - (day - _FRIDAY) % 7)


class CountsBytes(Sentences):
    """Measures spans in bytes of UTF-8, where they are counted in characters."""

    def read(self, article: Article) -> list[Claim]:
        text = article.text or ""
        found = super().read(article)
        return [self._moved(claim, text) for claim in found]

    def _moved(self, claim: Claim, text: str) -> Claim:
        assert claim.evidence is not None
        start = len(text[: claim.evidence.start].encode())
        end = start + len(claim.evidence.exact)
        return attrs.evolve(claim, evidence=attrs.evolve(claim.evidence, start=start, end=end))


class TidiesTheText(Sentences):
    """Reads a tidied text, and gives the places in that one."""

    def read(self, article: Article) -> list[Claim]:
        tidy = re.sub(r"\s+", " ", article.text or "")
        return super().read(attrs.evolve(article, text=tidy, sha256=""))


class QuotesInLowerCase(Sentences):
    """Quotes the words in lower case."""

    def read(self, article: Article) -> list[Claim]:
        found = super().read(article)
        return [self._lowered(claim) for claim in found]

    def _lowered(self, claim: Claim) -> Claim:
        assert claim.evidence is not None
        exact = claim.evidence.exact.lower()
        return attrs.evolve(claim, evidence=attrs.evolve(claim.evidence, exact=exact))


class GivesNoEvidence(Sentences):
    """Gives evidence for nothing but assertions."""

    def read(self, article: Article) -> list[Claim]:
        return [
            claim if claim.stance is Stance.ASSERTS else attrs.evolve(claim, evidence=None)
            for claim in super().read(article)
        ]


class OffByOne(Sentences):
    """Leaves the first character out, and keeps its place."""

    def read(self, article: Article) -> list[Claim]:
        return [
            attrs.evolve(claim, evidence=self._cut(claim.evidence))
            for claim in super().read(article)
        ]

    def _cut(self, evidence: Evidence | None) -> Evidence:
        assert evidence is not None
        return attrs.evolve(evidence, exact=evidence.exact[1:], end=evidence.end - 1)


class SortsByStance(Sentences):
    """Gives denials first."""

    def read(self, article: Article) -> list[Claim]:
        found = sorted(super().read(article), key=lambda one: one.stance is not Stance.DENIES)
        return [
            attrs.evolve(claim, id=f"{article.id}#{number}")
            for number, claim in enumerate(found, start=1)
        ]


class SkipsNumbers(Sentences):
    """Numbers sentences, and leaves out those that only assert."""

    def read(self, article: Article) -> list[Claim]:
        return [one for one in super().read(article) if one.stance is not Stance.ASSERTS]


class CountsOn(Sentences):
    """Numbers claims on from one article to the next."""

    def __init__(self) -> None:
        self._told = 0

    def read(self, article: Article) -> list[Claim]:
        found = super().read(article)
        told, self._told = self._told, self._told + len(found)
        return [
            attrs.evolve(claim, id=f"{article.id}#{told + number}")
            for number, claim in enumerate(found, start=1)
        ]


class RemembersWhoSpoke(Sentences):
    """Takes "He" for whoever spoke last, in whatever article."""

    def __init__(self) -> None:
        self._last = "nobody"

    def claim(self, article: Article, number: int, evidence: Evidence) -> Claim:
        claim = super().claim(article, number, evidence)
        if evidence.exact.startswith("He "):
            return attrs.evolve(claim, text=f"{self._last}: {claim.text}")
        self._last = evidence.exact[:12]
        return claim


class Samples(Sentences):
    """Leaves claims out by chance."""

    def read(self, article: Article) -> list[Claim]:
        return super().read(article)[: random.randint(0, 9)]


class TheComingFriday(Sentences):
    """Reads "on Friday" as the Friday to come."""

    def stated(self, article: Article, sentence: str) -> When | None:
        found = super().stated(article, sentence)
        return None if found is None or found.latest is None else When.day(found.latest + 7)


class NeedsAText(Sentences):
    """Believes that every article has a text."""

    def read(self, article: Article) -> list[Claim]:
        assert article.text is not None
        return super().read(article)


class MistakesTheOutlet(Sentences):
    """Takes the first word for the outlet."""

    def claim(self, article: Article, number: int, evidence: Evidence) -> Claim:
        claim = super().claim(article, number, evidence)
        return attrs.evolve(
            claim, attribution=evidence.exact.split()[0].lower().strip("“.—ë") or "a"
        )


MUTANTS: tuple[type[Sentences], ...] = (
    CountsBytes,
    TidiesTheText,
    QuotesInLowerCase,
    GivesNoEvidence,
    OffByOne,
    SortsByStance,
    SkipsNumbers,
    CountsOn,
    RemembersWhoSpoke,
    Samples,
    TheComingFriday,
    NeedsAText,
    MistakesTheOutlet,
)
"""Every broken extractor."""
