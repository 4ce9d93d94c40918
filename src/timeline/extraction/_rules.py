"""The extractor that needs no model: rules of English, offline, the same claims every time."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

import attrs

from timeline.extraction._blocks import Part
from timeline.extraction._clauses import Opening
from timeline.extraction._compose import composed
from timeline.extraction._dating import Anchor
from timeline.extraction._drafts import Draft, drafts_of
from timeline.extraction._extractor import Extraction, Unread
from timeline.extraction._frames import frames_of
from timeline.extraction._kinds import Kinds, builtin_kinds
from timeline.extraction._names import names_of
from timeline.extraction._page import page_of
from timeline.extraction._pieces import pieces_of
from timeline.extraction._quantities import quantities_of
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.extraction._frames import Frame
    from timeline.extraction._page import Page, Sentence
    from timeline.extraction._pieces import Piece
    from timeline.extraction._quantities import Quantity
    from timeline.model import Article, Source

_SKIPPED = {Part.HEADLINE}


class RuleExtractor:
    """Reads claims out of an article by rules of English and of news.

    Args:
        kinds: the kinds of happening to look for; the built-in ones by default.
    """

    name = "rules"

    def __init__(self, kinds: Kinds | None = None) -> None:
        self.kinds = builtin_kinds() if kinds is None else kinds

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        """Return what *article* says; of an article without a text, nothing.

        Args:
            article: the article.
            sources: the sources that are known, by id.
        """
        page = page_of(article)
        known = {} if sources is None else sources
        mentions = names_of(page, known)
        frames = frames_of(page, mentions, known)
        reader = _Reader(page, self.kinds, frames, quantities_of(page))
        drafts = list(reader.drafts())
        return Extraction(
            composed(drafts, article, mentions, self.name),
            _sources(drafts, known),
            tuple(reader.unread),
        )


def _sources(drafts: Sequence[Draft], known: Mapping[str, Source]) -> tuple[Source, ...]:
    found: dict[str, Source] = {}
    for draft in drafts:
        if draft.frame is not None:
            for source in draft.frame.sources:
                if source.id in draft.frame.chain and source.id not in known:
                    found.setdefault(source.id, source)
    return tuple(found.values())


@attrs.define
class _Reader:
    """One reading of one page."""

    page: Page
    kinds: Kinds
    frames: Sequence[Frame]
    quantities: Sequence[Quantity]
    unread: list[Unread] = attrs.field(factory=list)

    def drafts(self) -> Iterator[Draft]:
        starts = [one.start for one in self.quantities]
        before: list[Draft] = []
        for sentence in self.page.sentences:
            if sentence.block.part in _SKIPPED:
                continue
            frames = [frame for frame in self.frames if _touches(frame, sentence)]
            first = bisect.bisect_left(starts, sentence.start)
            last = bisect.bisect_left(starts, sentence.end)
            quantities = self.quantities[first:last]
            found = self._sentence(sentence, frames, quantities)
            for frame in frames:
                if sentence.start <= frame.start < sentence.end:
                    found += self._said(frame, [*before, *found])
            if not found:
                self.unread.append(
                    Unread(sentence.start, sentence.end, "nothing dated, counted or attributed")
                )
            yield from found
            if found:
                before = found

    def _sentence(
        self, sentence: Sentence, frames: Sequence[Frame], quantities: Sequence[Quantity]
    ) -> list[Draft]:
        pieces = list(pieces_of(sentence, frames, quantities, self.kinds))
        pieces = _with_head_dates(pieces)
        drafts: list[Draft] = []
        for piece in pieces:
            if _dates_what_came_before(piece) and drafts:
                self._date_last(drafts[-1], piece)
                continue
            for draft in drafts_of(piece, self.kinds, self._anchor(piece.frame), self.page.text):
                if piece.opening is Opening.PARTICIPLE and drafts:
                    _inherit(draft, drafts[-1])
                if piece.frame is not None:
                    _by_frame(draft, piece.frame)
                drafts.append(draft)
        return drafts

    def _anchor(self, frame: Frame | None) -> Anchor:
        published = self.page.article.published
        if frame is not None and frame.when is not None and frame.when.when is not None:
            said = frame.when.when
            if said.latest is not None and published.latest is not None:
                return Anchor(said if said.latest <= published.latest else published)
        return Anchor(published)

    def _date_last(self, draft: Draft, piece: Piece) -> None:
        when = piece.times[0].when
        if when is not None:
            draft.occurred, draft.explicit = when, True
            draft.by("dated by what follows", 0.95)

    def _said(self, frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what a frame tells by itself: that something was said, on a date."""
        if not frame.content and frame.stance is not Stance.ASSERTS:
            yield from self._of_what_was_said(frame, drafts)
        when = None if frame.when is None else frame.when.when
        if when is None or not frame.dated or frame.stance is Stance.ESTIMATES:
            return
        if any(
            one.frame is not None and one.frame.chain == frame.chain and one.kind is not None
            and one.kind.speech and one.frame is frame
            for one in drafts
        ):
            return
        draft = Draft(frame.start, frame.end, None, self.kinds.by_name.get("statement"))
        draft.occurred, draft.explicit = when, True
        draft.by(frame.rule)
        draft.by("date of a statement", 0.9)
        yield draft

    def _of_what_was_said(self, frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield the claim of "confirmed the report", about the last thing that was reported."""
        about = next(
            (one for one in reversed(drafts) if one.frame is not None and one.kind is not None), None
        )
        if about is None:
            return
        draft = Draft(frame.start, frame.end, frame, about.kind, state=about.state, mood=about.mood)
        draft.by("of what was reported before", 0.6)
        if frame.stance is Stance.CONFIRMS:
            draft.occurred = self._anchor(frame).past
        yield draft


def _touches(frame: Frame, sentence: Sentence) -> bool:
    if frame.start < sentence.end and sentence.start < frame.end:
        return True
    return any(start < sentence.end and sentence.start < end for start, end in frame.content)


def _with_head_dates(pieces: list[Piece]) -> list[Piece]:
    """Give a date that stands alone at the head of a sentence to the clauses without one."""
    heads = [piece for piece in pieces if piece.bare]
    if not heads:
        return pieces
    times = heads[0].times
    return [
        piece
        if piece.times or piece.frame is not heads[0].frame
        else attrs.evolve(piece, times=times)
        for piece in pieces
        if piece is not heads[0]
    ]


_POINTING = frozenset({"which", "that", "this", "it"})
_TOOK_PLACE = frozenset("happened occurred took was came began started".split())


def _dates_what_came_before(piece: Piece) -> bool:
    """Whether a piece is of the kind ", which happened on January 9"."""
    tokens = piece.tokens
    return (
        bool(piece.times)
        and len(tokens) > 1
        and tokens[0].lower in _POINTING
        and tokens[1].lower in _TOOK_PLACE
        and not any(one.form is not None for one in piece.happenings)
        and not piece.quantities
    )


def _inherit(draft: Draft, main: Draft) -> None:
    """Date a participle (", killing dozens") like the clause that it goes on with."""
    if not draft.explicit and main.explicit and draft.frame is main.frame:
        draft.occurred, draft.explicit, draft.mood = main.occurred, True, main.mood
        draft.by("date of the main clause", 0.9)


def _by_frame(draft: Draft, frame: Frame) -> None:
    match frame.stance:
        case Stance.DENIES | Stance.WITHHOLDS:
            if not draft.explicit:
                draft.occurred = None
        case Stance.ESTIMATES | Stance.ASSERTS if draft.quantities and not draft.explicit:
            _estimate(draft, frame)
        case _:
            pass


def _estimate(draft: Draft, frame: Frame) -> None:
    """A count holds for the day on which it was given, unless it names another."""
    figure = draft.quantities[0].figure
    loose = figure.approximate or figure.low != figure.high
    if frame.stance is Stance.ESTIMATES or loose:
        draft.stance = Stance.ESTIMATES
        if frame.when is not None and frame.when.when is not None:
            draft.occurred = frame.when.when
            draft.by("counted on the day of the statement", 0.85)

