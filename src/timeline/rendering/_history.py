"""The life of one fact as a story: on each day, what was said by whom, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.projections import Standing
from timeline.rendering._diff import consequences, status_line
from timeline.rendering._fact import fact_title, status_part
from timeline.rendering._layout import DIM, Entry, bullet, heading, hints
from timeline.rendering._phrases import by_the_end, question_words, said_words
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import chain_words
from timeline.rendering._when import at_words, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import RenderableType

    from timeline.model import AsOf
    from timeline.queries import History, KnownClaim, Step


def history_view(
    history: History, ask_next: Sequence[tuple[str, str]] = (), *, most: int | None = None
) -> RenderableType:
    """Return the story of a fact, or its first *most* steps, ready for a rich console."""
    room = Room(most)
    parts: list[RenderableType] = [
        fact_title(history.title, history.fact),
        line(f"How it came to be known, {question_words(history.as_of)}."),
        "",
    ]
    steps = room.take(history.steps)
    parts += [_entry(step, history.as_of, history.names) for step in steps]
    parts += room.rest()
    last = history.steps[-1].fact
    parts += heading("Where it stood", by_the_end(history.as_of))
    parts[-1:] = [
        line(
            status_part(last.status, certain=last.certain), f"; happened: {in_words(last.occurred)}"
        )
    ]
    if any(not step.fact.certain for step in history.steps):
        parts.append(
            line(
                (
                    '"possibly": if all that may have been said by then had been said',
                    DIM,
                )
            )
        )
    parts.append("")
    return Group(*parts, *hints(ask_next))


def _entry(step: Step, as_of: AsOf, names: Mapping[str, str]) -> Entry:
    earlier = {} if step.change.before is None else {c.id: c for c in step.change.before.claims}
    told: list[RenderableType] = []
    for claim in step.claims:
        told += _told(claim, earlier.get(claim.id), as_of, names)
    if not step.claims and step.change.what == ("status",):
        told.append(line(("its time was over, and nobody said that it had happened", DIM)))
    head = status_line(step.change.before, step.change.after)
    return Entry(line((in_words(step.day), "cyan")), head, (*told, *consequences(step.change)))


def _told(
    known: KnownClaim, before: KnownClaim | None, as_of: AsOf, names: Mapping[str, str]
) -> list[RenderableType]:
    """Tell of a claim that is new, newly certain, or taken back."""
    who = chain_words(known, names)
    if known.standing is not Standing.STANDS and known.ended is not None:
        note = f": {known.note}" if known.note else ""
        return [bullet(line(who, f": {known.standing} {at_words(known.ended)}{note}"))]
    did = said_words(known, as_of)
    if not known.certain:
        did = f"possibly by then: {did}"
    elif before is not None and not before.certain:
        did = f"now certain: {did}"
    lines: list[RenderableType] = [line(who, (f": {did}", DIM))]
    if known.claim.text:
        lines.append(line((f'"{known.claim.text}"', "italic")))
    return [bullet(Group(*lines))]
