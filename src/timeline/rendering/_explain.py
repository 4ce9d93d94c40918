"""Why a fact stood as it did: the rule, then each claim with its chain, its dates and its quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.rendering._fact import fact_title, status_part
from timeline.rendering._layout import DIM, NAME, bullet, fields, heading, hints
from timeline.rendering._phrases import BASES, STANCES, question_words
from timeline.rendering._text import line
from timeline.rendering._voices import chain_words, named
from timeline.rendering._when import at_words, bounds_in_words, in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from timeline.dates import When
    from timeline.queries import Explanation, KnownClaim


def explain_view(
    explanation: Explanation, ask_next: Sequence[tuple[str, str]] = ()
) -> RenderableType:
    """Return why a fact stood as it did, ready for a rich console."""
    fact = explanation.fact
    parts: list[RenderableType] = [
        fact_title(fact.title, fact.id),
        line(f"Why it stood as it did {question_words(explanation.as_of)}."),
        "",
        fields(_summary(explanation)),
        "",
    ]
    groups = (
        ("Known for certain", "", [c for c in fact.claims if c.certain and c.stands]),
        (
            "Only possibly known",
            "may have been said by then, or later; not counted above",
            [c for c in fact.claims if not c.certain and c.stands],
        ),
        (
            "Taken back",
            "corrected or retracted; not counted",
            [c for c in fact.claims if not c.stands],
        ),
    )
    for title, meaning, claims in groups:
        if claims:
            counts = (
                meaning
                if fact.certain or title != "Only possibly known"
                else ("may have been said by then, or later")
            )
            parts += heading(title, counts, len(claims))
            for claim in claims:
                parts += [_claim(claim, explanation), ""]
    parts += _handed(explanation)
    return Group(*parts, *hints(ask_next))


def _summary(explanation: Explanation) -> list[tuple[str, Text]]:
    fact = explanation.fact
    rows = [
        ("status", line(status_part(fact.status, certain=fact.certain), f": {explanation.reason}")),
        ("happened", _date(fact.occurred)),
    ]
    if fact.conflict:
        rows.append(("", line(("the dates given cannot all be right; these cover them", "yellow"))))
    if fact.possibly is not None:
        rows.append(
            (
                "possibly",
                line(
                    "would be ",
                    status_part(fact.possibly.status),
                    f" ({in_words(fact.possibly.occurred)})"
                    " if what was only possibly known is counted",
                ),
            )
        )
    rows.append(("first known", _date(fact.first_known)))
    return rows


def _claim(known: KnownClaim, explanation: Explanation) -> RenderableType:
    claim = known.claim
    rows: list[tuple[str, Text]] = []
    if claim.text:
        rows.append(("claim", line(claim.text)))
    rows.append(("happened", _date(claim.occurred)))
    basis = BASES[claim.basis]
    if claim.basis in explanation.as_of.refused:
        basis = f"its own date is not believed: {basis}"
    rows.append(("said", _date(known.stated, f" ({basis})")))
    title = explanation.titles.get(claim.article, "")
    printed = f" in {claim.article}" + (f', "{title}"' if title else "")
    rows.append(("printed", _date(known.published, printed)))
    rows += [("figure", line(str(figure))) for figure in claim.figures]
    if claim.evidence is not None:
        rows.append(("quote", line((f'"{claim.evidence.exact}"', "italic"))))
    if known.ended is not None:
        note = f": {known.note}" if known.note else ""
        words = f"{known.standing} {at_words(known.ended)}{note}"
        rows.append(("but", line((words, "magenta"))))
    head = line(
        (chain_words(known, explanation.names), NAME),
        f", {STANCES[claim.stance]}",
        (f"  [{claim.id}]", DIM),
    )
    traced = known.origin != claim.attribution.origin
    if traced:
        head.append_text(
            line((" (that it began there is shown by the chain of another article)", DIM))
        )
    return bullet(Group(head, fields(rows)))


def _date(when: When | None, note: str = "") -> Text:
    bounds = bounds_in_words(when)
    return line(in_words(when), (f" ({bounds})" if bounds else "", DIM), note)


def _handed(explanation: Explanation) -> list[RenderableType]:
    pairs = dict.fromkeys((one.source, one.had_from) for one in explanation.handed)
    if not pairs:
        return []
    names = explanation.names
    return [
        *heading("Who had it from whom"),
        *(
            bullet(line(f"{named(source, names)} had it from {named(origin, names)}"))
            for source, origin in pairs
        ),
        "",
    ]
