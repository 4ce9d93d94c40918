"""Which words of a sentence are whose, once the rules have read who speaks in it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import WRITINGS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._draft import AFTER, AROUND, BEFORE, Draft
from timeline.extraction.names import Sort
from timeline.extraction.sources import UNNAMED_REPORTS
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._draft import Reading

Span = tuple[int, int]

_TURNS: Final = listed("but while whereas")
_ASIDE: Final = _TURNS | {"as", "after", "when"}
_EXPECTING: Final = frozenset({"expect", "believe", "think", "anticipate", "hope", "deed"})
_UNNAMED: Final = listed("asking requesting speaking preferring wishing insisting")
_OF_PAPERS: Final = frozenset({"in a paper", "pictured"})
_STUB: Final = 5
_TRIM: Final = frozenset(",.;:-")
_JOINS: Final = listed("and or but while whereas although as")
_OPENERS: Final = listed("but and yet still so however meanwhile")


@attrs.define(slots=True, eq=False)
class Laid:
    """A draft with the words that are theirs, as numbers of pieces."""

    draft: Draft
    regions: list[Span] = attrs.Factory(list)


def lay_out(reading: Reading) -> list[Laid]:
    """Give each frame of a sentence its words; frames that say nothing of their own go."""
    chunks = reading.chunks
    length = len(chunks)
    out: list[Laid] = []
    begin = 0
    active: Laid | None = None
    tail: Laid | None = None
    for draft in _told(chunks, sorted(reading.drafts, key=lambda d: d.first)):
        laid = Laid(draft)
        if active is not None and draft.first >= active.draft.content:
            kept = _inside(chunks, active, laid)
            if kept:
                out.append(laid)
                active = laid if draft.side == AFTER and not draft.empty else None
                begin = draft.last
                tail = laid if draft.side == BEFORE and not draft.empty else None
            elif draft.side != AROUND:
                begin = draft.last
            continue
        if draft.side == BEFORE and not draft.empty:
            if (
                out
                and out[-1].draft.side == AROUND
                and (_turn(chunks, out[-1].draft.first, draft.first) < 0)
            ):
                # Whoever says so is named behind.
                inner = out.pop().draft.content
                side_clause = chunks.tag(inner) == "R"  # "the drug, which is said to work, ..."
                begin = (out[-1].draft.last if out else 0) if side_clause else inner
            begin = _with_silence(chunks, out, draft, begin)
            laid.regions.append((begin, draft.first))
            tail, begin = laid, draft.last
        elif draft.side == AROUND:
            draft.content = max(draft.content, begin)
            laid.regions.extend(_around(draft))
            begin = draft.until
        else:
            if tail is not None:
                _close_tail(chunks, tail, draft.first)
                _part(tail.draft, draft)
                tail = None
            active = laid if not draft.empty else None
            begin = draft.last
        out.append(laid)
    if active is not None:
        until = active.draft.until
        until = until if until > 0 else length
        if active.draft.relative:
            until = _resumed(chunks, active.draft.content, until)
        stop = chunks.tags.find(";", active.draft.content, until)
        if stop > 0 and chunks.tag(stop + 1) != "t":
            until = stop  # behind a semicolon the article speaks again
        active.regions.append((active.draft.content, until))
    elif tail is not None:
        _close_tail(chunks, tail, length)
    for laid in out:
        laid.regions = [
            region
            for found in laid.regions
            for region in _cut(chunks, found, laid, out)
            if region[0] < region[1]
        ]
    return out


def _with_silence(chunks: Chunks, out: list[Laid], draft: Draft, begin: int) -> int:
    """Return where what *draft* closes begins, a silence that it tells of among it.

    "The palace does not comment on pending cases, the minister said": what the minister said.
    """
    silent = out[-1].draft if out else None
    if (
        silent is not None
        and silent.stance is Stance.WITHHOLDS
        and silent.empty
        and draft.stance is Stance.ASSERTS
        and chunks.tag(draft.first - 1) == ","
        and chunks.tags[silent.last : draft.first - 1].strip("DJNGPpSwWt#AXH") == ""
    ):
        return out.pop().draft.first
    return begin


def _told(chunks: Chunks, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Leave out what another expects in "X runs it and expects to sell, the mayor said"."""
    for draft, after in itertools.zip_longest(drafts, drafts[1:]):
        if not (
            after is not None
            and (draft.shared or draft.rule == "judge")
            and draft.side == AFTER
            and draft.rule in _EXPECTING | {"judge"}
            and after.side == BEFORE
            and not after.empty
            and after.first > draft.content
            and after.last >= len(chunks) - 1
            and after.speakers[-1].id != draft.speakers[-1].id
        ):
            yield draft


def _around(draft: Draft) -> list[Span]:
    first, gap = draft.content, draft.gap
    if gap is None or gap[0] <= first:
        return [(first, draft.until)]
    return [(first, gap[0]), (gap[1], draft.until)]


def _resumed(chunks: Chunks, first: int, until: int) -> int:
    """Return where the main clause goes on: "X, which forecast growth, is now ..."."""
    for place in range(first, until):
        if chunks.tag(place) == "," and chunks.tag(place + 1) in "XmV":
            return place
    return until


def _part(outer: Draft, draft: Draft) -> None:
    """Read "X wrote, citing Y, who said ...": what X wrote is X's, what Y said is Y's through X."""
    cited = outer.speakers[-1].id
    if draft.relative and outer.cited and draft.speakers[-1].id == cited:
        draft.speakers = (*outer.speakers[:-1], *draft.speakers)
        outer.speakers = outer.speakers[:-1]


def _inside(chunks: Chunks, active: Laid, laid: Laid) -> bool:
    """Place a draft that stands in the words of another; say whether it stays a frame."""
    draft, outer = laid.draft, active.draft
    start = outer.content
    if draft.side == AROUND:
        return False
    if outer.rule == "in a paper" and draft.speakers[-1].way != "named":
        return False  # those who were asked are no source beside the poll
    draft.empty = draft.empty or draft.rule.endswith(" of it")
    if draft.empty or draft.shared:
        active.regions.append((start, draft.first))
        return True
    if draft.in_turn:
        active.regions.append((start, draft.first - 1))
        return True
    turn = _turn(chunks, start, draft.first)
    if draft.side == AFTER:
        active.regions.append((start, draft.first))
        himself = draft.speakers[-1].way == "pronoun" and draft.speakers[-1].sort is Sort.PERSON
        if himself and outer.speakers[-1].sort is Sort.PERSON:
            draft.speakers = outer.speakers  # "Mannion stated that he believed": he is Mannion
            draft.carried = draft.carried or draft.time is None
            draft.time = draft.time or outer.time
            return True
        before = draft.first - 1
        if _idle(chunks, start, draft.first):
            # "According to a statement on Monday, the agency estimates": one frame.
            draft.time = draft.time or outer.time
        elif chunks.tag(before) == "," and chunks.tag(before - 1) not in "tb":
            return True  # "because it thinks so, he stated that ..."
        if turn < 0 or not _idle(chunks, turn + 1, draft.first):
            draft.speakers = (*outer.speakers, *draft.speakers)
            draft.carried = draft.carried or draft.time is None
            draft.time = draft.time or outer.time
        return True
    if turn >= 0:
        active.regions.append((start, turn))
        laid.regions.append((turn + 1, draft.first))
        return True
    active.regions.append((start, draft.first))
    paper = outer.rule in _OF_PAPERS and outer.speakers[-1].way == "described"
    if outer.speakers[-1].id == UNNAMED_REPORTS or draft.rule.endswith(" by") or paper:
        # Reports are told of, confirmed or denied: it is who does so that counts.
        outer.speakers, outer.stance, outer.rule = draft.speakers, draft.stance, draft.rule
        outer.told, outer.interview, outer.cited = draft.told, draft.interview, draft.cited
    elif draft.speakers[-1].id != outer.speakers[-1].id:
        outer.speakers = (*draft.speakers, *outer.speakers)
    outer.time = outer.time or draft.time
    outer.content = draft.last  # it may go on behind: "which, it said, included ..."
    return False


def _turn(chunks: Chunks, first: int, last: int) -> int:
    """Return where another clause of its own begins; -1 where none does."""
    for place in range(last - 1, first - 1, -1):
        tag, lower = chunks.tag(place), chunks.lower(place)
        if (
            tag == ";"
            or (tag == ":" and first < place < last - 1 and "V" not in chunks.tags[place:last])
            or lower in _TURNS
            or (lower in {"and", "although", "though"} and chunks.tag(place - 1) == ",")
        ):
            return place
    return -1


def _idle(chunks: Chunks, first: int, last: int) -> bool:
    return all(chunks.tag(place) in "TApc,b" for place in range(first, last))


def _close_tail(chunks: Chunks, tail: Laid, until: int) -> None:
    """Give a frame in the middle of a sentence what follows it, where it goes on."""
    first = tail.draft.last
    if first >= until or chunks.tag(first) not in ",Q-":
        return
    if chunks.tag(first) in ",-":
        first += 1
    quoted = "Q" in chunks.tags[first:until]
    circling = chunks.lower(first) == "after" and chunks.lower(first + 1).endswith("ing")
    aside = chunks.lower(first) in _ASIDE and not circling  # "after circling the port twice"
    if chunks.tag(first) == "R" or (not quoted and aside):
        return
    if chunks.lower(first) in _UNNAMED and "n" in chunks.tags[first : first + 3]:
        return  # ", asking not to be identified because ..."
    if chunks.tags[first:until].strip(",.;:-ATb") == "":
        return
    said = sum(last - begin for begin, last in tail.regions)
    if chunks.lower(first) == "and" and not quoted and said > _STUB:
        return  # what was said is whole; the article goes on by itself
    tail.regions.append((first, until))


def _cut(chunks: Chunks, region: Span, laid: Laid, every: list[Laid]) -> list[Span]:
    """Trim a stretch, and take the words of other frames out of it."""
    first, last = region
    spans = [(first, last)]
    for other in every:
        if other is laid and laid.draft.rule != "it is thought":
            continue
        low, high = other.draft.first, other.draft.last
        spans = [
            piece
            for a, b in spans
            for piece in (
                ((a, b),) if high <= a or low >= b else ((a, min(b, low)), (max(a, high), b))
            )
        ]
    return [_trim(chunks, a, b, laid) for a, b in spans if a < b]


def _trim(chunks: Chunks, first: int, last: int, laid: Laid) -> Span:
    while first < last and (
        chunks.tag(first) in _TRIM or (chunks.lower(first) in _OPENERS and laid.draft.side != AFTER)
    ):
        first += 1
    while last > first and (chunks.tag(last - 1) in _TRIM or chunks.lower(last - 1) in _JOINS):
        last -= 1
    if laid.draft.rule.endswith(" by"):
        for place in range(first, last):
            if chunks.tag(place) == "t" and any(
                chunks.lower(k) in WRITINGS for k in range(first, place)
            ):
                return place + 1, last  # "reports that ... were rejected by"
    return first, last
