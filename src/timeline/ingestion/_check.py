"""Whether events fit what the store holds: nothing may speak of what is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from timeline.errors import InvalidValue, UnknownName
from timeline.model import (
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    FactDescribed,
    FactsMerged,
    FactSplit,
    SourceDefined,
    SourcesMerged,
    stream_of,
)
from timeline.store import ExpectedVersion

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.model import Claim
    from timeline.queries import Engine, Resolution
    from timeline.store import Head


def check(events: Iterable[Event], state: Resolution) -> None:
    """Raise if one of *events*, appended in this order, would not fit what the store holds.

    Raises:
        UnknownName: an event speaks of an article, claim, fact or source that is not there.
        InvalidValue: an article or a claim comes a second time, or its evidence is not in its
            article's text.
    """
    checker = _Checker(state)
    for event in events:
        checker.check(event)


def record(
    engine: Engine,
    events: Sequence[Event],
    *,
    stream: str | None = None,
    expected: ExpectedVersion | int | None = None,
) -> Head:
    """Append events that a person has made, each to its own stream, all of them or none.

    Args:
        engine: what answers from the store that they go to.
        events: the events, in order.
        stream: another stream for all of them.
        expected: the version that the stream must have, where all go to one stream.

    Raises:
        UnknownName: an event speaks of an article, claim, fact or source that is not there.
        InvalidValue: it is no event, or an article or a claim comes a second time.
        WrongExpectedVersion: the stream is not at the version expected.
    """
    for event in events:
        if not isinstance(event, Event):
            raise InvalidValue("record", expected="an event", got=event)
    check(events, engine.resolution(engine.store.head().position))
    batches: dict[str, list[Event]] = {}
    for event in events:
        batches.setdefault(stream or stream_of(event), []).append(event)
    rule = ExpectedVersion.ANY if expected is None else expected
    return engine.store.append_all([(name, batch, rule) for name, batch in batches.items()])


class _Checker:
    def __init__(self, state: Resolution) -> None:
        self._state = state
        self._outlets: dict[str, str | None] = dict.fromkeys(state.articles)
        self._texts: dict[str, str | None] = {}
        self._corrections = {name: 1 + len(life.corrections) for name, life in state.claims.items()}
        self._facts = {*state.facts(), *state.described_facts(), *state.merged_facts()}
        self._about: dict[str, str] = {}
        self._joined = False

    def check(self, event: Event) -> None:
        match event:
            case ArticlePublished(article=article):
                if article.id in self._outlets:
                    raise InvalidValue("article.id", expected="a new id", got=article.id)
                self._outlets[article.id] = article.outlet
                self._texts[article.id] = article.text
            case ArticleRevised(article=article):
                self._known("article", article.id, self._outlets)
                self._outlets[article.id] = article.outlet
                self._texts[article.id] = article.text
            case ArticleCorrected(article=name):
                self._known("article", name, self._outlets)
            case ClaimStated(claim=claim):
                self._known("article", claim.article, self._outlets)
                self._outlet(claim)
                if claim.id in self._corrections:
                    raise InvalidValue("claim.id", expected="a new id", got=claim.id)
                self._evidence(event)
                self._corrections[claim.id] = 1
            case ClaimCorrected(claim=claim):
                # Its evidence may stand in a text that the collection does not hold.
                self._known("claim", claim.id, self._corrections)
                self._outlet(claim)
                self._corrections[claim.id] += 1
            case ClaimRevised(claim=claim, correction=correction):
                self._known("claim", claim.id, self._corrections)
                self._outlet(claim)
                if correction >= self._corrections[claim.id]:
                    raise InvalidValue(
                        f"claim {claim.id}: correction",
                        expected=f"a number below {self._corrections[claim.id]}",
                        got=correction,
                    )
                if correction == 0:
                    self._evidence(event)
            case ClaimRetracted(claim=name) | ClaimDismissed(claim=name):
                self._known("claim", name, self._corrections)
            case ClaimLinked() | FactSplit() | FactsMerged() | FactDescribed():
                self._joins(event)
            case SourceDefined() | SourcesMerged():
                pass  # a source need not be defined to be quoted, so either may come first
            case _:
                assert_never(event)

    def _joins(self, event: ClaimLinked | FactSplit | FactsMerged | FactDescribed) -> None:
        match event:
            case ClaimLinked(claim=name, fact=fact):
                self._known("claim", name, self._corrections)
                self._about[name] = fact
                self._facts.add(fact)
            case FactSplit(fact=fact, into=into, claims=claims):
                self._known("fact", fact, self._facts)
                for name in claims:
                    self._known("claim", name, self._corrections)
                    self._is_about(name, fact)
                    self._about[name] = into
                self._facts.add(into)
            case FactsMerged(fact=fact):
                self._known("fact", fact, self._facts)
                self._known("fact", event.into, self._facts)
                self._joined = True
            case FactDescribed(fact=fact):
                self._facts.add(fact)

    def _outlet(self, claim: Claim) -> None:
        """Every chain begins with the outlet whose article says so; else it would be two voices."""
        outlet = self._outlets[claim.article]
        if outlet is None:
            outlet = self._state.article(claim.article).outlet
            self._outlets[claim.article] = outlet
        named = self._state.canonical
        first = claim.attribution.outlet
        if named.get(first, first) != named.get(outlet, outlet):
            raise InvalidValue(
                f"claim {claim.id}: attribution",
                expected=f"a chain that begins with the outlet of its article, {outlet}",
                got=str(claim.attribution),
            )

    def _is_about(self, claim: str, fact: str) -> None:
        """A split takes claims out of the fact that it names."""
        if self._joined:
            return  # facts were merged in the same breath; what is about what is open till then
        about = self._about.get(claim) or self._state.fact_of(claim)
        if self._state.surviving(about) != self._state.surviving(fact):
            raise InvalidValue("fact-split.claims", expected=f"claims about {fact}", got=claim)

    def _evidence(self, event: ClaimStated | ClaimRevised) -> None:
        claim = event.claim
        if claim.article not in self._texts:
            self._texts[claim.article] = self._state.article(claim.article).text
        text = self._texts[claim.article]
        if text is None or claim.evidence is None or claim.evidence.stands_in(text):
            return
        raise InvalidValue(
            f"claim {claim.id}: evidence",
            expected=f"the words of {claim.article} from {claim.evidence.start} on",
            got=claim.evidence.exact,
        )

    @staticmethod
    def _known(what: str, name: str, names: Iterable[str]) -> None:
        if name not in names:
            raise UnknownName(what, name, names)
