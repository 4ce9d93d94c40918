"""What changed from one date to another: learned, changed, withdrawn, each before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.rendering._fact import fact_title, listed, status_part, time_key
from timeline.rendering._layout import NAME, Entry, dated, heading, hints
from timeline.rendering._phrases import by_the_end, counted, question_words
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import voices
from timeline.rendering._when import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from timeline.model import AsOf
    from timeline.queries import Change, Diff, Fact


def diff_view(
    diff: Diff, ask_next: Sequence[tuple[str, str]] = (), *, most: int | None = None
) -> RenderableType:
    """Return what changed, or *most* of it, ready for a rich console."""
    after, names = diff.after, diff.names
    room = Room(most)
    parts: list[RenderableType] = [
        line((f"What changed between what was known {by_the_end(diff.before)}, and", NAME)),
        line((question_words(after), NAME)),
        line(
            f"{counted(len(diff.learned), 'fact')} learned, {len(diff.changed)} known otherwise, "
            f"{len(diff.withdrawn)} withdrawn."
            if diff.learned or diff.changed or diff.withdrawn
            else "Nothing changed."
        ),
        "",
    ]
    sections = (
        ("Learned", "newly known, or now known for certain", diff.learned, "bold green"),
        ("Changed", "known before, and known otherwise now", diff.changed, "bold cyan"),
        ("Withdrawn", "known before, and nothing stands of it now", diff.withdrawn, "bold magenta"),
    )
    for title, meaning, changes, style in sections:
        if changes:
            parts += heading(title, meaning, len(changes), style)
            parts += [_entry(change, after, names) for change in room.take(_in_order(changes))]
    return Group(*parts, *room.rest(), *hints(ask_next))


def _in_order(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda one: (*time_key(one.fact.occurred), one.fact.id))


def _entry(change: Change, as_of: AsOf, names: Mapping[str, str]) -> Entry:
    fact = change.fact
    return Entry(
        dated(fact.occurred),
        fact_title(fact.title, fact.id),
        tuple(_lines(change, as_of, names)),
    )


def _lines(change: Change, as_of: AsOf, names: Mapping[str, str]) -> Iterator[RenderableType]:
    yield status_line(change.before, change.after)
    yield from consequences(change)
    if change.after is None:
        return
    standing = [claim for claim in change.new_claims if claim.stands]
    if standing:
        yield from listed(voices(standing), as_of, names)
    for claim in change.new_claims:
        if claim.ended is not None:
            yield line(
                f"{claim.standing} {in_words(claim.ended)}: {claim.note or claim.claim.text}"
            )


def consequences(change: Change) -> Iterator[Text]:
    """Yield what is different of a fact besides its status and its claims."""
    before, after = change.before, change.after
    if after is None:
        return
    if before is not None and before.occurred != after.occurred:
        yield line(f"happened: {in_words(before.occurred)} -> {in_words(after.occurred)}")
    if after.conflict and (before is None or not before.conflict):
        yield line(("the dates given cannot all be right", "yellow"))
    if before is not None and before.possibly != after.possibly and after.possibly is not None:
        yield line(
            "would be ",
            status_part(after.possibly.status),
            f" ({in_words(after.possibly.occurred)}) if what was only possibly known is counted",
        )


def status_line(before: Fact | None, after: Fact | None) -> Text:
    """Return how a fact stood before and after, on one line."""
    if after is None:
        assert before is not None
        return line(status_part(before.status, certain=before.certain), " -> not known")
    now = status_part(after.status, certain=after.certain)
    if before is None:
        return line("not known -> ", now)
    was = status_part(before.status, certain=before.certain)
    if was == now:
        return line("still ", now)
    return line(was, " -> ", now)
