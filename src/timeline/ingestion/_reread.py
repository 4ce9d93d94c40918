"""An article whose text has changed: what that says of the claims that were read before.

A changed text is read as curation: we had read another text. It is news only where the outlet
itself dates its correction; then earlier answers stay as they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.errors import InvalidValue
from timeline.extraction import correction_date
from timeline.model import (
    Article,
    ArticleCorrected,
    ArticlePublished,
    ArticleRevised,
    Claim,
    ClaimCorrected,
    ClaimDismissed,
    ClaimLinked,
    ClaimRetracted,
    ClaimRevised,
    ClaimStated,
    Event,
    Evidence,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from timeline.extraction import Extraction

_LEAST_ALIKE = 60.0
"""From which likeness of their words on, of 100, two claims are one, worded anew."""

_SAME_KIND = 15.0


@attrs.define
class Stored:
    """What the stream of an article holds.

    Args:
        article: the article as it reads now.
        claims: each claim as it reads now, by id.
        corrected: how often each claim was corrected by its outlet.
        retracted: the claims that were taken back.
        dismissed: the claims that somebody said are none.
        read: how a machine last read each claim that it has read, whatever a person made of it.
    """

    article: Article | None = None
    claims: dict[str, Claim] = attrs.field(factory=dict)
    corrected: dict[str, int] = attrs.field(factory=dict)
    retracted: set[str] = attrs.field(factory=set)
    dismissed: set[str] = attrs.field(factory=set)
    read: dict[str, Claim] = attrs.field(factory=dict)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Stored:
        """Read a stream."""
        stored = cls()
        for event in events:
            stored._add(event)
        return stored

    def _add(self, event: Event) -> None:
        match event:
            case ArticlePublished(article=article) | ArticleRevised(article=article):
                self.article = article
            case ArticleCorrected(text=text) if self.article is not None and text is not None:
                self.article = attrs.evolve(self.article, text=text, sha256="")
            case ClaimStated(claim=claim) | ClaimRevised(claim=claim):
                self._keep(claim)
            case ClaimCorrected(claim=claim):
                self._keep(claim)
                self.corrected[claim.id] = self.corrected.get(claim.id, 0) + 1
            case ClaimRetracted(claim=claim_id):
                self.retracted.add(claim_id)
            case ClaimDismissed(claim=claim_id):
                self.dismissed.add(claim_id)
            case ClaimLinked(claim=claim_id):
                self.dismissed.discard(claim_id)
            case _:
                pass

    def _keep(self, claim: Claim) -> None:
        self.claims[claim.id] = claim
        if claim.reading is not None:
            self.read[claim.id] = claim


@attrs.frozen
class Reread:
    """What a changed text adds to its stream.

    Args:
        events: the events, in order.
        new_claims: the claims among them that are new, and have no fact yet.
        unplaced: what could not be stored, one line each.
    """

    events: tuple[Event, ...]
    new_claims: tuple[Claim, ...] = ()
    unplaced: tuple[str, ...] = ()


def reread(stored: Stored, article: Article, extraction: Extraction) -> Reread:
    """Return what *article*, read anew, adds to what its stream holds.

    Args:
        stored: what the stream holds.
        article: the article with its changed text.
        extraction: what was read out of that.
    """
    before = stored.article
    if before is None:
        events: list[Event] = [ArticlePublished(article), *map(ClaimStated, extraction.claims)]
        return Reread(tuple(events), extraction.claims)
    on = None
    if before.text is not None and article.text is not None and before.text != article.text:
        on = correction_date(before.text, article.text, article.published)
    pairs = _paired(stored, extraction.claims)
    if on is None:
        return _revised(stored, article, extraction, pairs)
    note = "the outlet dates its correction"
    names = {claim.id: claim_id for claim_id, claim in pairs.items()}
    changed: list[Event] = [ArticleCorrected(article.id, on=on, text=article.text, note=note)]
    unplaced: list[str] = []
    for claim_id, claim in stored.claims.items():
        if claim_id in stored.retracted | stored.dismissed:
            continue
        match = pairs.get(claim_id)
        if claim.reading is None:  # a person's, who is asked before anything of it is taken back
            if _moved(claim, article) is not None:
                continue
            merged = None if match is None else _merged(claim, stored.read[claim_id], match)
            if merged is None:
                unplaced.append(_gone(claim))
            elif not _alike(claim, merged):
                changed.append(ClaimCorrected(merged, on=on, note=note))
        elif match is None:
            changed.append(ClaimRetracted(claim_id, on=on, note="no longer in the text"))
        elif not _alike(claim, match):
            changed.append(ClaimCorrected(_named(match, names), on=on, note=note))
    used = {id(claim) for claim in pairs.values()}
    unplaced += [
        f"{article.id}: left out, as it first stands in the text of {on} and not in that of "
        f"{article.published}: {claim.text}"
        for claim in extraction.claims
        if id(claim) not in used and not _said_by_a_person(claim, stored)
    ]
    return Reread(tuple(changed), (), tuple(unplaced))


def _revised(
    stored: Stored, article: Article, extraction: Extraction, pairs: dict[str, Claim]
) -> Reread:
    events: list[Event] = []
    if article != stored.article:
        events.append(ArticleRevised(article))
    unplaced: list[str] = []
    used = {claim.id: claim_id for claim_id, claim in pairs.items()}
    number = max((int(one.rpartition("#")[2]) for one in stored.claims), default=0)
    added = [
        claim
        for claim in extraction.claims
        if claim.id not in used and not _said_by_a_person(claim, stored)
    ]
    names = {one.id: f"{article.id}#{place}" for place, one in enumerate(added, number + 1)} | used
    new = [_named(claim, names) for claim in added]
    for claim_id, claim in stored.claims.items():
        if claim_id in stored.retracted | stored.dismissed:
            continue
        found = pairs.get(claim_id)
        read_again = None if found is None else _named(found, names)
        revised = read_again
        if claim.reading is None:
            revised = _moved(claim, article)
            if revised is None and found is not None:
                revised = _merged(claim, stored.read[claim_id], found)
        if revised is None:
            unplaced.append(_gone(claim))
        elif revised != claim:
            events.append(ClaimRevised(revised, stored.corrected.get(claim_id, 0)))
    return Reread((*events, *map(ClaimStated, new)), tuple(new), tuple(unplaced))


def _named(claim: Claim, names: Mapping[str, str]) -> Claim:
    """Return a claim under the id that it has in its stream, and with that of what it answers."""
    reading = claim.reading
    if reading is not None and reading.answers:
        reading = attrs.evolve(reading, answers=names.get(reading.answers, ""))
    return attrs.evolve(claim, id=names[claim.id], reading=reading)


def _moved(claim: Claim, article: Article) -> Claim | None:
    """Return a person's claim with its quote where it stands now; None where it does not."""
    if claim.evidence is None or article.text is None:
        return claim
    try:
        found = Evidence.find(article.text, claim.evidence.exact)
    except InvalidValue:
        return None  # not there, or at several places
    return attrs.evolve(claim, evidence=found)


def _merged(claim: Claim, before: Claim, after: Claim) -> Claim:
    """Return a person's claim with what a changed text says otherwise than it did.

    What the person had changed stays where the text has not changed: *before* is how a machine
    had read the claim, *after* how it reads it now.
    """
    changed: dict[str, object] = {"evidence": after.evidence}
    together = ("basis", "stated")
    for names in (("text",), ("stance",), ("attribution",), ("occurred",), together, ("figures",)):
        was, now = (tuple(getattr(one, name) for name in names) for one in (before, after))
        if was != now:
            changed.update(zip(names, now, strict=True))
    return attrs.evolve(claim, **changed)  # type: ignore[arg-type]  # the fields of a claim


def _gone(claim: Claim) -> str:
    return (
        f"{claim.id}: its words are no longer in the text; it stands until somebody takes it "
        f"back: {claim.text}"
    )


def _said_by_a_person(claim: Claim, stored: Stored) -> bool:
    """Whether a person's claim rests on the same words."""
    assert claim.evidence is not None  # an extractor's claims have some
    return any(
        one.reading is None
        and one.evidence is not None
        and (
            one.evidence.exact in claim.evidence.exact or claim.evidence.exact in one.evidence.exact
        )
        for one in stored.claims.values()
    )


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same, wherever their words stand."""
    plain = [attrs.evolve(claim, id="a#1", evidence=None, reading=None) for claim in (one, other)]
    return plain[0] == plain[1]


def _paired(stored: Stored, claims: Sequence[Claim]) -> dict[str, Claim]:
    """Return for each claim that a machine had read the one that is it, worded anew or not."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - rarely needed, and not light

    scores: list[tuple[float, str, int]] = []
    for claim_id, old in stored.read.items():
        mine = stored.claims[claim_id].evidence
        if old.evidence is None or mine is None:
            continue
        if fuzz.partial_ratio(mine.exact, old.evidence.exact) < _LEAST_ALIKE:
            continue  # a person has made another claim of it
        for number, claim in enumerate(claims):
            assert claim.evidence is not None  # an extractor's claims have some
            likeness = fuzz.ratio(old.evidence.exact, claim.evidence.exact)
            kinds = [one.reading and one.reading.kind for one in (claim, old)]
            if likeness >= _LEAST_ALIKE:
                scores.append((likeness + _SAME_KIND * (kinds[0] == kinds[1]), claim_id, number))
    scores.sort(key=lambda row: (-row[0], row[2], row[1]))
    pairs: dict[str, Claim] = {}
    taken: set[int] = set()
    for _, claim_id, number in scores:
        if claim_id not in pairs and number not in taken:
            pairs[claim_id] = claims[number]
            taken.add(number)
    return pairs
