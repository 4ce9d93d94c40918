"""The rules of status and date, written a second time: slowly, literally, apart from the engine.

It shares with the engine the nouns and `When.intersect`, and nothing else: no fold, no index, no
fold order over prefixes. The engine has to agree with it on every history.
"""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import (
    Article,
    ArticlePublished,
    ArticleRevised,
    AsOf,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Clock,
    Event,
    FactsMerged,
    FactSplit,
    SourcesMerged,
    Stance,
    stream_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

NEVER = float("inf")
SUPPORT = {Stance.ASSERTS, Stance.CONFIRMS, Stance.ESTIMATES}


@attrs.define
class Happened:
    """A statement, a correction or a retraction of a claim."""

    claim: str
    wording: Claim | None
    on: When | None
    version: int
    earliest: float = 0
    latest: float = 0

    @property
    def order(self) -> tuple[float, float, str, int]:
        return (self.latest, self.earliest, self.claim.partition("#")[0], self.version)


NOWHERE = ""
"""What a dismissed claim is about."""


@attrs.frozen
class Answer:
    """What the reference says of a fact."""

    certain: bool
    status: str
    occurred: tuple[int | None, ...] | None
    conflict: bool
    possibly: tuple[str, tuple[int | None, ...] | None, bool] | None
    origins: frozenset[str]


class Reading:
    """All events of a log, curation applied."""

    def __init__(self, log: Sequence[Event]) -> None:
        self.articles: dict[str, Article] = {}
        self.happened: dict[str, list[Happened]] = {}
        self.fact: dict[str, str] = {}
        self.merged: dict[str, str] = {}
        self.same: list[tuple[str, str]] = []
        versions: dict[str, int] = {}
        for event in log:
            stream = stream_of(event)
            versions[stream] = versions.get(stream, 0) + 1
            self._take(event, versions[stream])

    def _take(self, event: Event, version: int) -> None:
        match event:
            case ArticlePublished(article=article) | ArticleRevised(article=article):
                self.articles[article.id] = article
            case ClaimStated(claim=claim):
                self.happened[claim.id] = [Happened(claim.id, claim, None, version)]
                self.fact.setdefault(claim.id, claim.id)
            case ClaimCorrected(claim=claim, on=on):
                self.happened[claim.id].append(Happened(claim.id, claim, on, version))
            case ClaimRetracted(claim=name, on=on):
                self.happened[name].append(Happened(name, None, on, version))
            case ClaimRevised(claim=claim, correction=correction):
                worded = [one for one in self.happened[claim.id] if one.wording is not None]
                worded[correction].wording = claim
            case ClaimLinked(claim=name, fact=fact):
                self.fact[name] = self.end_of(fact)
            case ClaimDismissed(claim=name):
                self.fact[name] = NOWHERE
            case FactsMerged(fact=fact, into=into):
                gone, stays = self.end_of(fact), self.end_of(into)
                if gone != stays:
                    for name, about in self.fact.items():
                        self.fact[name] = stays if about == gone else about
                    self.merged = {
                        name: stays if now == gone else now for name, now in self.merged.items()
                    }
                    self.merged[gone] = stays
            case FactSplit(into=into, claims=names):
                self.merged.pop(into, None)
                self.fact.update(dict.fromkeys(names, into))
            case SourcesMerged(source=source, into=into):
                self.same.append((source, into))
            case _:
                pass

    def end_of(self, fact: str) -> str:
        return self.end_of(self.merged[fact]) if fact in self.merged else fact

    def named(self, source: str) -> str:
        """Follow merges of sources in the order in which they were decided."""
        names = {name: name for pair in self.same for name in pair}
        for gone, into in self.same:
            old, new = names[gone], names[into]
            names = {name: new if now == old else now for name, now in names.items()}
        return names.get(source, source)

    def dated(self, as_of: AsOf) -> list[Happened]:
        """Return everything that happened to claims, with the days in which it became known."""
        found: list[Happened] = []
        for name, life in self.happened.items():
            published = self.articles[name.partition("#")[0]].published
            low = high = 0.0
            for one in life:
                if one is life[0]:
                    assert one.wording is not None
                    low, high = _stated(one.wording, published, as_of.clock)
                    one.earliest, one.latest = low, high
                else:
                    assert one.on is not None
                    one.earliest, one.latest = max(low, _low(one.on)), max(high, _high(one.on))
                found.append(one)
        return found


def _low(when: When) -> float:
    return -NEVER if when.earliest is None else when.earliest


def _high(when: When) -> float:
    return NEVER if when.latest is None else when.latest


def _stated(claim: Claim, published: When, clock: Clock) -> tuple[float, float]:
    last = _high(published)
    if clock is Clock.PUBLISHED or claim.basis is Basis.PUBLISHED:
        return _low(published), last
    occurred = claim.occurred
    if claim.basis is Basis.DATED:
        assert claim.stated is not None
        low, high = _low(claim.stated), _high(claim.stated)
    elif claim.basis is Basis.BOUNDED:
        assert occurred is not None
        low, high = _low(occurred), last
    else:
        assert occurred is not None
        low = -NEVER if occurred.start_earliest is None else occurred.start_earliest
        high = NEVER if occurred.start_latest is None else occurred.start_latest
    if low > last:
        return _low(published), last
    return low, min(high, last)


def _standing(happened: list[Happened]) -> list[Happened]:
    """Return, of what had happened, the wordings that stand: neither replaced nor taken back."""
    standing: dict[str, Happened] = {}
    for one in sorted(happened, key=lambda one: one.order):
        standing.pop(one.claim, None)
        if one.wording is not None:
            standing[one.claim] = one
    return list(standing.values())


def _way(stance: Stance) -> str:
    if stance in SUPPORT:
        return "for"
    return {Stance.DENIES: "against", Stance.FORECASTS: "ahead"}.get(stance, "")


def _origin(reading: Reading, one: Claim, all_of_them: list[Claim]) -> str:
    """Find where *one* began, by who can be reached from whom along all chains."""

    def chain(claim: Claim) -> list[str]:
        named = [reading.named(link) for link in claim.attribution.chain]
        return [link for place, link in enumerate(named) if link not in named[:place]]

    links = [
        (near, far, other.article)
        for other in all_of_them
        if _way(other.stance) == _way(one.stance)
        for near, far in itertools.pairwise(chain(other))
    ]
    firsts = list(dict.fromkeys(near for near, _, _ in links))

    def reached(source: str) -> set[str]:
        found = {source}
        while more := {far for near, far, _ in links if near in found} - found:
            found |= more
        return found

    def end(source: str) -> str:
        circle = {other for other in reached(source) if source in reached(other)}
        exits = [
            far
            for first in firsts
            if first in circle
            for near, far, _ in links
            if near == first and far not in circle
        ]
        return end(exits[0]) if exits else min(circle)

    last = chain(one)[-1]
    if len(chain(one)) > 1:
        return end(last)
    elsewhere = [
        far
        for near, far, _ in links
        if near == last
        and any(article != one.article for n, f, article in links if (n, f) == (near, far))
    ]
    return end(elsewhere[0]) if elsewhere else last


def _bounds(when: When | None) -> tuple[int | None, ...] | None:
    if when is None:
        return None
    return (when.start_earliest, when.start_latest, when.end_earliest, when.end_latest)


def _judged(
    reading: Reading, happened: list[Happened], day: int
) -> tuple[str, tuple[int | None, ...] | None, bool, frozenset[str]]:
    wordings = [one.wording for one in _standing(happened) if one.wording is not None]
    speaking = [one for one in wordings if one.stance is not Stance.WITHHOLDS]
    latest = {_origin(reading, one, speaking): one.stance for one in speaking}
    support = {origin for origin, stance in latest.items() if stance in SUPPORT}
    denials = {origin for origin, stance in latest.items() if stance is Stance.DENIES}
    ahead = {origin for origin, stance in latest.items() if stance is Stance.FORECASTS}
    occurred, conflict = _when(wordings)
    if denials and (support or ahead):
        status = "disputed"
    elif denials:
        status = "denied"
    elif len(support) > 1:
        status = "corroborated"
    elif support:
        status = "reported"
    elif ahead:
        window, _ = _when([one for one in wordings if one.stance is Stance.FORECASTS])
        over = window is not None and _high(window) < day
        status = "overdue" if over else "forecast"
    else:
        status = "unconfirmed" if wordings else "retracted"
    return status, _bounds(occurred), conflict, frozenset(support or ahead or denials)


def _when(wordings: list[Claim]) -> tuple[When | None, bool]:
    for wanted in (SUPPORT, {Stance.FORECASTS}, set(Stance)):
        whens = [
            claim.occurred
            for claim in wordings
            if claim.stance in wanted and claim.occurred is not None
        ]
        if whens:
            # Moments first: an interval around a moment need not care how others end.
            whens.sort(key=lambda when: when.is_interval)
            common: When | None = whens[0]
            for when in whens:
                common = None if common is None else common.intersect(when)
            if common is not None:
                return common, False
            return functools.reduce(When.hull, whens), True
    return None, False


def known(log: Sequence[Event], as_of: AsOf) -> dict[str, Answer]:
    """Return every fact that was known as of a date, by the letter of the rules."""
    reading = Reading(log)
    happened = reading.dated(as_of)
    day = as_of.day
    answers: dict[str, Answer] = {}
    for fact in set(reading.fact.values()) - {NOWHERE}:
        about = [one for one in happened if reading.fact[one.claim] == fact]
        sure = [one for one in about if one.latest <= day]
        maybe = [one for one in about if one.earliest <= day]
        if not maybe:
            continue
        would = _judged(reading, maybe, day)
        main = _judged(reading, sure, day) if sure else would
        differs = bool(sure) and would[:3] != main[:3]
        answers[fact] = Answer(
            bool(sure), main[0], main[1], main[2], would[:3] if differs else None, main[3]
        )
    return answers
