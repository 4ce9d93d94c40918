"""One fact by itself, as somebody sees it who has just taken it out of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.rendering._claims import sections, summary
from timeline.rendering._fact import fact_title
from timeline.rendering._layout import DIM, NAME, bullet, fields
from timeline.rendering._phrases import BASES, STANCES
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import chain_words
from timeline.rendering._when import at_words, in_words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from timeline.queries import Fact, KnownClaim


def fact_view(fact: Fact, *, most: int | None = None) -> RenderableType:
    """Return a fact with its claims, or *most* of them, ready for a rich console.

    A fact knows neither the question that it answers nor the names of its sources: those stand
    under their ids, and `explain_view` tells more.
    """
    return Group(
        fact_title(fact.title, fact.id),
        "",
        fields(summary(fact)),
        "",
        *sections(fact, _claim, Room(most)),
    )


def _claim(known: KnownClaim) -> RenderableType:
    claim = known.claim
    head = line(
        (chain_words(known, {}), NAME), f", {STANCES[claim.stance]}", (f"  [{claim.id}]", DIM)
    )
    told: list[Text] = [line(claim.text)] if claim.text else []
    words = f"said: {in_words(known.stated)} ({BASES[claim.basis]})"
    told.append(line((f"{words}; printed: {in_words(known.published)}", DIM)))
    if known.ended is not None:
        note = f": {known.note}" if known.note else ""
        told.append(line((f"{known.standing} {at_words(known.ended)}{note}", "magenta")))
    return bullet(Group(head, *told))
