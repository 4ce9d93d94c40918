"""What was known by a date, as a reader without the manual understands it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from timeline.model import Clock, Stance
from timeline.projections import Status
from timeline.rendering._fact import by_time, fact_title, listed
from timeline.rendering._layout import NAME, Entry, bullet, dated, heading, hints
from timeline.rendering._phrases import MEANING, STYLE, by_the_end, counted, question_words
from timeline.rendering._room import Room
from timeline.rendering._text import line
from timeline.rendering._voices import voices
from timeline.rendering._when import at_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import RenderableType

    from timeline.model import AsOf
    from timeline.queries import Fact, Knowledge


def known_view(
    knowledge: Knowledge,
    ask_next: Sequence[tuple[str, str]] = (),
    *,
    most: int | None = None,
) -> RenderableType:
    """Return what was known, ready for a rich console.

    Args:
        knowledge: the answer.
        ask_next: what to ask next, each with its command.
        most: how many facts to show at most; None shows them all.
    """
    as_of, names = knowledge.as_of, knowledge.names
    certain, possible = _parted(knowledge)
    room = Room(most)
    parts: list[RenderableType] = [
        line((f"What was known {question_words(as_of)}", NAME)),
        line(_counts(certain, len(possible))),
        "",
    ]
    for status, (title, meaning) in MEANING.items():
        facts = [fact for fact in certain if fact.status is status]
        if facts:
            parts += heading(title, meaning, len(facts), STYLE[status])
            parts += [_entry(fact, as_of, names) for fact in room.take(by_time(facts))]
    if possible:
        parts += heading(
            "Only possibly known",
            f"said at a time of which it is not certain that it was {by_the_end(as_of)}",
            len(possible),
            "bold yellow",
        )
        parts += [_entry(fact, as_of, names) for fact in room.take(by_time(possible))]
    parts += room.rest()
    parts += _legend(as_of, anything=bool(certain or possible), possible=bool(possible))
    parts += hints(ask_next)
    return Group(*parts)


def _parted(knowledge: Knowledge) -> tuple[list[Fact], list[Fact]]:
    """Return the facts that are certainly known, and the others, asking for each once."""
    certain: list[Fact] = []
    possible: list[Fact] = []
    for fact in knowledge.values():
        (certain if fact.certain else possible).append(fact)
    return certain, possible


def _counts(certain: Sequence[Fact], possible: int) -> str:
    if not (certain or possible):
        return "Nothing was known by then."
    by_status = [
        f"{count} {title.lower()}"
        for status, (title, _) in MEANING.items()
        if (count := sum(fact.status is status for fact in certain))
    ]
    words = f"{counted(len(certain), 'fact')} known for certain"
    if certain and not any(fact.status is Status.DISPUTED for fact in certain):
        by_status.insert(0, "none in dispute")
    if by_status:
        words += f" ({', '.join(by_status)})"
    return f"{words}; {counted(possible, 'fact')} only possibly known."


def _entry(fact: Fact, as_of: AsOf, names: Mapping[str, str]) -> Entry:
    return Entry(
        dated(fact.occurred, "the dates given cannot all be right" if fact.conflict else ""),
        fact_title(fact.title, fact.id),
        tuple(_body(fact, as_of, names)),
    )


def _body(fact: Fact, as_of: AsOf, names: Mapping[str, str]) -> Iterable[RenderableType]:
    counted_claims = [c for c in fact.claims if c.stands and (c.certain or not fact.certain)]
    spoken = voices(counted_claims)
    if not fact.certain:
        yield line("would be ", (str(fact.status), STYLE[fact.status]), ":")
    if fact.status in {Status.DISPUTED, Status.DENIED}:
        denials = [voice for voice in spoken if voice.stance is Stance.DENIES]
        silent = [voice for voice in spoken if voice.stance is Stance.WITHHOLDS]
        others = [voice for voice in spoken if voice not in denials and voice not in silent]
        sides = {"for it:": others, "against it:": denials, "silent on it:": silent}
        for words, side in sides.items():
            if side:
                yield line(words)
                yield from listed(side, as_of, names)
    else:
        yield from listed(spoken, as_of, names)
    yield from _ended(fact)
    yield from _possibly(fact, as_of, names)


def _ended(fact: Fact) -> Iterable[RenderableType]:
    for claim in fact.claims:
        if fact.status is Status.RETRACTED and claim.ended is not None:
            note = f": {claim.note}" if claim.note else ""
            yield bullet(line(f"{claim.standing} {at_words(claim.ended)}{note}"))


def _possibly(fact: Fact, as_of: AsOf, names: Mapping[str, str]) -> Iterable[RenderableType]:
    would = fact.possibly
    if would is None:
        return
    date = ""
    if would.occurred != fact.occurred and would.occurred is not None:
        date = f", {at_words(would.occurred)},"
    status = "still " if would.status is fact.status else ""
    yield line(
        ("would be ", "yellow"),
        (f"{status}{would.status}", STYLE[would.status]),
        (f"{date} if what was only possibly known is counted:", "yellow"),
    )
    added = [claim for claim in fact.claims if not claim.certain and claim.stands]
    yield from listed(voices(added), as_of, names)


def _legend(as_of: AsOf, *, anything: bool, possible: bool) -> list[RenderableType]:
    if not anything:
        return []
    parts = heading("How to read this")
    parts[-1:] = [
        line("On the left: when it happened, as far as the sources say. In [brackets]: its id.")
    ]
    if as_of.clock is Clock.STATED:
        parts.append(
            line(
                "Each source is followed by when it said so, and (in parentheses) by what that "
                "date rests on. Several articles that quote one source count as one source."
            )
        )
    if possible:
        parts.append(
            line(
                "Only possibly known: the articles do not say closely enough when it was said, "
                f"so that it may have been said {by_the_end(as_of)}, or later."
            )
        )
    return [*parts, ""]
