"""Why a fact stood as it did: the rule, then each claim with its chain, its dates and its quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.rendering._claims import date_line, sections, summary
from timeline.rendering._fact import fact_title
from timeline.rendering._layout import DIM, NAME, bullet, fields, heading, hints
from timeline.rendering._phrases import BASES, STANCES, question_words
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import chain_words, named
from timeline.rendering._when import at_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from timeline.model import Claim
    from timeline.queries import Explanation, KnownClaim


def explain_view(
    explanation: Explanation,
    ask_next: Sequence[tuple[str, str]] = (),
    *,
    most: int | None = None,
    rules: bool = False,
) -> RenderableType:
    """Return why a fact stood as it did, ready for a rich console.

    Args:
        explanation: why.
        ask_next: commands that tell more, with what they tell.
        most: how many claims to show; None for all.
        rules: whether to tell by which rules each claim was read.
    """
    fact = explanation.fact
    parts: list[RenderableType] = [
        fact_title(fact.title, fact.id),
        line(f"Why it stood as it did {question_words(explanation.as_of)}."),
        "",
        fields(summary(fact, explanation.reason)),
        "",
    ]
    parts += sections(fact, lambda claim: _claim(claim, explanation, rules=rules), Room(most))
    parts += _handed(explanation)
    return Group(*parts, *hints(ask_next))


def _claim(known: KnownClaim, explanation: Explanation, *, rules: bool) -> RenderableType:
    claim = known.claim
    rows: list[tuple[str, Text]] = []
    if claim.text:
        rows.append(("claim", line(claim.text)))
    rows.append(("happened", date_line(claim.occurred)))
    basis = BASES[claim.basis]
    if claim.basis in explanation.as_of.refused:
        basis = f"its own date is not believed: {basis}"
    rows.append(("said", date_line(known.stated, f" ({basis})")))
    title = explanation.titles.get(claim.article, "")
    printed = f" in {claim.article}" + (f', "{title}"' if title else "")
    rows.append(("printed", date_line(known.published, printed)))
    rows += [("figure", line(str(figure))) for figure in claim.figures]
    if claim.evidence is not None:
        rows.append(("quote", line((f'"{claim.evidence.exact}"', "italic"))))
    if rules:
        rows.append(("read", line(_reading_words(claim))))
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


def _reading_words(claim: Claim) -> str:
    if claim.reading is None:
        return "by a person"
    rules = ", ".join(claim.reading.rules)
    words = f"by {claim.reading.by}, {claim.reading.confidence:.0%} sure: {rules}"
    return f"{words}; it answers {claim.reading.answers}" if claim.reading.answers else words


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
