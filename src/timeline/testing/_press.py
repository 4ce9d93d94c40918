"""The builder of newsrooms: it carries out a plan, tells it coherently, and keeps the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.model import (
    Article,
    ArticleCorrected,
    Attribution,
    Basis,
    Claim,
    ClaimCorrected,
    ClaimRetracted,
    Event,
    Evidence,
    Figure,
    Stance,
)
from timeline.testing._misread import misread
from timeline.testing._newsroom import Happening, Newsroom, Telling
from timeline.testing._nouns import ARTICLES, FACTS, OUTLETS, SPEAKERS
from timeline.testing._page import Draft, Page
from timeline.testing._plan import Fate, Voice
from timeline.testing._whens import soft_around

if TYPE_CHECKING:
    from timeline.testing._plan import ArticlePlan, ChangePlan, ClaimPlan, Plan

FIRST = When.parse("2025-01-01").latest or 0
"""The day from which plans count."""

_BASES = (Basis.PUBLISHED, Basis.DATED, Basis.PRESUMED, Basis.BOUNDED)


class Press:
    """Prints the articles of a plan."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.happenings = [
            Happening(name, FIRST + one.day, one.fate in {Fate.HAPPENED, Fate.KEPT})
            for name, one in zip(FACTS, plan.facts, strict=False)
        ]
        self.pages: list[Page] = []
        self.drafts: list[Draft] = []

    def newsroom(self) -> Newsroom:
        """Return the history and the truth behind it."""
        for name, planned in zip(ARTICLES, self._plan.articles, strict=False):
            self._print(name, planned)
        # Blocks of events in their order of arrival: articles when they come in, changes after.
        blocks: list[tuple[int, int, list[Event]]] = []
        changes = [block for planned in self._plan.changes for block in self._change(planned)]
        first_read, repairs = misread(self._plan.curation, self.pages, self.drafts)
        for place, page in enumerate(self.pages):
            blocks.append((page.arrives, place, first_read(page)))
        blocks += [(day, len(blocks) + place, [one]) for place, (day, one) in enumerate(changes)]
        blocks.sort(key=lambda block: block[:2])
        days = [day for draft in self.drafts for day in (draft.told.stated, draft.told.published)]
        days += [page.printed for page in self.pages] + [one.day for one in self.happenings]
        days += [day for day, _ in changes]
        return Newsroom(
            (*(event for _, _, events in blocks for event in events), *repairs),
            tuple(self.happenings),
            tuple(draft.told for draft in self.drafts),
            (min(days), max(days)),
        )

    # ---- Articles ----------------------------------------------------------------------------

    def _print(self, name: str, planned: ArticlePlan) -> None:
        outlet = OUTLETS[planned.outlet]
        claims = [] if planned.bare else planned.claims
        sources = [self._source(one, outlet) for one in claims]
        days = [
            self._said(one) if copied is None else copied.told.published
            for one, copied in zip(claims, sources, strict=True)
        ]
        printed = max(days, default=FIRST) + planned.lag
        drafts = [
            self._tell(f"{name}#{number}", one, outlet, copied, printed)
            for number, (one, copied) in enumerate(zip(claims, sources, strict=True), start=1)
        ]
        text = None
        if planned.quotes:
            text = _quoting(drafts)
        page = Page(
            Article(name, outlet, soft_around(printed, planned.slack), text=text),
            printed,
            printed + planned.late,
            drafts,
        )
        self.pages.append(page)
        self.drafts += drafts

    def _source(self, planned: ClaimPlan, outlet: str) -> Draft | None:
        """Return the claim of another outlet that this one copies; None where there is none."""
        if planned.voice is not Voice.COPY:
            return None
        others = [one for one in self.drafts if outlet not in one.claim.attribution.chain]
        return others[planned.heard % len(others)] if others else None

    def _said(self, planned: ClaimPlan) -> int:
        """Return the day on which the origin truly said so."""
        day = self._about(planned).day
        if planned.stance == "forecasts":
            return self._window(planned)[0] - 1 - planned.heard
        return day + planned.heard

    def _about(self, planned: ClaimPlan) -> Happening:
        return self.happenings[planned.fact % len(self.happenings)]

    def _window(self, planned: ClaimPlan) -> tuple[int, int]:
        """Return the days within which it is forecast; a forecast that comes true holds its day."""
        happening = self._about(planned)
        if happening.happened:
            return happening.day, happening.day + 5
        return happening.day - 7, happening.day - 1

    def _tell(
        self, name: str, planned: ClaimPlan, outlet: str, copied: Draft | None, printed: int
    ) -> Draft:
        if copied is not None:
            return self._copy(name, planned, outlet, copied, printed)
        happening, said = self._about(planned), self._said(planned)
        stance = Stance(planned.stance)
        chain = _chain(planned, outlet)
        occurred = self._occurred(planned, happening, stance)
        basis = _BASES[planned.basis]
        if basis in {Basis.PRESUMED, Basis.BOUNDED} and not (
            stance.supports and occurred is not None and not planned.wrong and len(chain) == 1
        ):
            basis = Basis.PUBLISHED
        knowable = {
            Basis.PUBLISHED: printed,
            Basis.PRESUMED: happening.day,
            Basis.BOUNDED: said,
            Basis.DATED: said,
        }
        claim = Claim(
            name,
            stance,
            Attribution(chain),
            occurred=occurred,
            basis=basis,
            stated=soft_around(said, planned.slack) if basis is Basis.DATED else None,
            figures=_figures(planned, stance, len(self.drafts)),
        )
        told = Telling(name, happening.fact, chain[-1], knowable[basis], printed)
        return Draft(claim, happening.fact, planned.linked, told)

    def _copy(
        self, name: str, planned: ClaimPlan, outlet: str, copied: Draft, printed: int
    ) -> Draft:
        claim = copied.claim
        dated = claim.basis is Basis.DATED
        claim = attrs.evolve(
            claim,
            id=name,
            attribution=Attribution((outlet, *claim.attribution.chain)),
            basis=Basis.DATED if dated else Basis.PUBLISHED,
            evidence=None,
            text="",
        )
        told = attrs.evolve(
            copied.told,
            claim=name,
            stated=copied.told.stated if dated else printed,
            published=printed,
            copied=True,
        )
        return Draft(claim, copied.fact, planned.linked, told)

    def _occurred(self, planned: ClaimPlan, happening: Happening, stance: Stance) -> When | None:
        if planned.dated is None or stance is Stance.WITHHOLDS:
            return None
        if stance is Stance.FORECASTS:
            first, last = self._window(planned)
            return When.between(first, last if planned.dated else first)
        day = happening.day + (7 if planned.wrong else 0)
        if planned.dated > 4:  # noqa: PLR2004  # the softest of soft_around
            return When.interval(When.day(day), None)
        return soft_around(day, planned.dated)

    # ---- Changes -------------------------------------------------------------------------------

    def _change(self, planned: ChangePlan) -> list[tuple[int, Event]]:
        """Return what an outlet changed, and the day on which that comes in."""
        if not self.pages:
            return []
        if not self.drafts or planned.kind == "text":
            page = self.pages[planned.claim % len(self.pages)]
            day = page.printed + planned.lag
            on = soft_around(day, planned.slack)
            return [(max(day, page.arrives), ArticleCorrected(page.article.id, on))]
        draft = self.drafts[planned.claim % len(self.drafts)]
        page = next(page for page in self.pages if draft in page.drafts)
        day = max(draft.changed, page.printed + planned.lag)
        on = soft_around(day, planned.slack)
        if draft.told.ended is not None:
            return []  # what was taken back is not corrected any more
        draft.changed = day
        arrives = max(day, page.arrives)
        if planned.kind == "retract":
            draft.told = attrs.evolve(draft.told, ended=day)
            return [(arrives, ClaimRetracted(draft.claim.id, on))]
        return [(arrives, ClaimCorrected(self._corrected(draft, other=planned.other), on))]

    def _corrected(self, draft: Draft, *, other: bool) -> Claim:
        claim = attrs.evolve(draft.claim, evidence=None)
        if other:
            stance = Stance.DENIES if claim.stance.supports else Stance.ASSERTS
            return attrs.evolve(claim, stance=stance)
        day = next(one.day for one in self.happenings if one.fact == draft.fact)
        figures = tuple(
            Figure.exactly(one.measure, (one.low or 0) + 1, one.unit) for one in claim.figures
        )
        return attrs.evolve(claim, occurred=When.day(day), figures=figures)


def _chain(planned: ClaimPlan, outlet: str) -> tuple[str, ...]:
    speaker = SPEAKERS[planned.speaker]
    match planned.voice:
        case Voice.OWN:
            return (outlet,)
        case Voice.WIRE if speaker != "agency":
            return (outlet, "agency", speaker)
        case _:
            return (outlet, speaker)


def _figures(planned: ClaimPlan, stance: Stance, drift: int) -> tuple[Figure, ...]:
    if planned.figure is None or stance in {Stance.WITHHOLDS, Stance.DENIES}:
        return ()
    if stance is Stance.ESTIMATES:  # every later estimate has moved on
        low = planned.figure + drift
        return (Figure("killed", low=low, high=low + 2, unit="people", approximate=True),)
    return (Figure.exactly("killed", planned.figure, "people"),)


def _quoting(drafts: list[Draft]) -> str:
    """Return a text that has a sentence for every claim, and let the claims quote it."""
    sentences = [
        f"{draft.told.origin.title()} {draft.claim.stance.value} the {draft.fact}"
        f" ({draft.claim.id.partition('#')[2]})."
        for draft in drafts
    ]
    text = " ".join(sentences) or "Nothing new."
    start = 0
    for draft, sentence in zip(drafts, sentences, strict=True):
        quote = Evidence.at(text, start, start + len(sentence))
        draft.claim = attrs.evolve(draft.claim, text=sentence, evidence=quote)
        start += len(sentence) + 1
    return text
