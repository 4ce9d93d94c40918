"""The extractor that needs no model: rules of English, offline, the same claims every time."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.dates import When
from timeline.extraction._extractor import Extraction, Unread
from timeline.extraction.claims import composed
from timeline.extraction.clauses import Opening
from timeline.extraction.dating import Anchor
from timeline.extraction.drafts import (
    Piece,
    and_that,
    as_background,
    begins_after,
    by_frame,
    counted,
    date_last,
    date_like_before,
    date_like_story,
    date_like_the_news,
    date_since,
    dates_what_came_before,
    drafts_of,
    finite_group,
    inherit,
    is_cut_off,
    is_not_vouched,
    is_of_a_frame,
    is_usual,
    kind_behind,
    main_clause,
    merged,
    name_kinds,
    news_day,
    pieces_of,
    plain_draft,
    remember_days,
    sayings_of,
    softened,
    story_day,
    tells_why_unnamed,
    told_twice,
    with_comparisons,
    with_days_in_order,
    with_days_told,
    with_head_dates,
    with_lapses,
    with_shared_dates,
    with_story_day,
    with_subject,
    without_the_untrue,
    without_what_was_called_off,
)
from timeline.extraction.english._inflection import is_participle
from timeline.extraction.frames import (
    Frame,
    frames_of,
)
from timeline.extraction.happenings import (
    Kinds,
    builtin_kinds,
)
from timeline.extraction.names import KnownSources, names_of
from timeline.extraction.page import (
    Page,
    Part,
    Sentence,
    page_of,
)
from timeline.extraction.quantities import (
    Quantity,
    quantities_of,
)

if TYPE_CHECKING:
    from timeline.extraction.drafts import Draft, Piece
    from timeline.extraction.quantities import Measures
    from timeline.model import Article, Source

_SKIPPED = {Part.HEADLINE}
_NOBODY = KnownSources()
"""For those who know no source; reading enters none."""


class RuleExtractor:
    """Reads claims out of an article by rules of English and of news.

    Args:
        kinds: the kinds of happening to look for; the built-in ones by default.
        measures: what figures can measure; the built-in ones by default.
    """

    name = "rules"

    def __init__(self, kinds: Kinds | None = None, measures: Measures | None = None) -> None:
        self.kinds = builtin_kinds() if kinds is None else kinds
        self.measures = measures

    def extract(self, article: Article, sources: Mapping[str, Source] | None = None) -> Extraction:
        """Return what *article* says; of an article without a text, nothing.

        Args:
            article: the article.
            sources: the sources that are known, by id.
        """
        page = with_days_in_order(page_of(article))
        day = story_day(page, self.kinds)
        page = with_days_told(with_story_day(page, day), self.kinds, day)
        known = {} if sources is None else sources
        index = _NOBODY if sources is None else KnownSources.of(sources)
        mentions = names_of(page, index)
        frames = [softened(frame, page) for frame in frames_of(page, mentions, index)]
        reader = _Reader(page, self.kinds, frames, quantities_of(page, self.measures), day)
        drafts = list(reader.drafts())
        name_kinds(drafts, page, self.kinds)
        return Extraction(
            composed(drafts, page, mentions, self.name, known),
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
    day: int | None = None
    unread: list[Unread] = attrs.field(factory=list)
    days: dict[str, set[When]] = attrs.field(factory=dict)
    printed: Anchor = attrs.field(init=False)
    news: int | None = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.printed = Anchor(self.page.article.published)
        self.news = news_day(self.page)

    def drafts(self) -> Iterator[Draft]:
        starts = [one.start for one in self.quantities]
        before: list[Draft] = []
        touching = _touching(self.frames, self.page.sentences)
        for sentence in self.page.sentences:
            if sentence.block.part in _SKIPPED:
                continue
            if sentence.text.rstrip().endswith("?"):
                self.unread.append(Unread(sentence.start, sentence.end, "a question"))
                continue
            frames = touching.get(sentence.number, [])
            first = bisect.bisect_left(starts, sentence.start)
            last = bisect.bisect_left(starts, sentence.end)
            quantities = self.quantities[first:last]
            found = [
                draft
                for draft in self._sentence(sentence, frames, quantities, before)
                if not is_of_a_frame(draft, frames) and not tells_why_unnamed(draft, self.page.text)
            ]
            for frame in frames:
                if sentence.start <= frame.start < sentence.end:
                    found += sayings_of(
                        frame,
                        sentence,
                        [*before, *found],
                        self.page,
                        self.kinds,
                        (self._anchor(frame), self.printed),
                    )
            if not found:
                self.unread.append(
                    Unread(sentence.start, sentence.end, "nothing dated, counted or attributed")
                )
            yield from found
            if found:
                before = found
                remember_days(found, self.days)

    def _sentence(
        self,
        sentence: Sentence,
        frames: Sequence[Frame],
        quantities: Sequence[Quantity],
        before: Sequence[Draft],
    ) -> list[Draft]:
        pieces = list(pieces_of(sentence, frames, quantities, self.kinds))
        pieces = with_lapses(with_head_dates(pieces), self.page.text)
        pieces = with_shared_dates(pieces)
        drafts: list[Draft] = []
        told: dict[int, list[Draft]] = {}
        doubted = False
        for number, piece in enumerate(pieces):
            if dates_what_came_before(piece) and drafts:
                date_last(drafts[-1], piece)
                continue
            if doubted and piece.opening is Opening.THAT:
                continue  # "have yet to confirm that ..." does not say that it is so
            doubted = is_not_vouched(piece) or (piece.frame is None and finite_group(piece)[1])
            anchor = self._anchor(piece.frame)
            main = drafts[-1].occurred if drafts and drafts[-1].explicit else None
            if main is None and begins_after(piece):
                main = self._before(pieces, number, told)
            if begins_after(piece) and main is not None and main.latest is not None:
                anchor = Anchor(main)
            for draft in drafts_of(piece, self.kinds, anchor, self.page.text):
                if piece.opening is Opening.PARTICIPLE and drafts:
                    inherit(draft, drafts[-1])
                with_subject(draft, pieces, number, anchor, self.page.text)
                date_like_story(draft, piece, before, self.day, self.page)
                date_since(draft, piece, before, anchor.last)
                told.setdefault(number, []).append(draft)
                drafts.append(draft)
        left = counted(pieces, told, self.kinds)
        drafts += self._plain(pieces, left, told)
        if not drafts:
            return drafts
        if len(drafts) > 1:
            drafts.sort(key=lambda draft: (draft.start, draft.end))
        for draft in drafts:
            as_background(draft, self.page.text)
            if draft.frame is not None:
                by_frame(draft, draft.frame)
        if len(sentence.times) > 1:
            drafts = [
                one
                for draft in drafts
                for one in told_twice(draft, sentence, self._anchor(draft.frame), self.page.text)
            ]
        for draft in drafts:
            date_like_the_news(draft, self.page, self.news)
        drafts = without_the_untrue(with_comparisons(merged(drafts), sentence), sentence)
        return without_what_was_called_off(drafts, sentence)

    def _before(
        self, pieces: Sequence[Piece], number: int, told: Mapping[int, Sequence[Draft]]
    ) -> When | None:
        """Return the date of a main clause without a known happening: "it fell apart on Friday"."""
        main = pieces[number - 1] if number and number - 1 not in told else None
        if main is None or not main.times or main.frame is not pieces[number].frame:
            return None
        draft = plain_draft(main, self.kinds, self._anchor(main.frame), self.page.text)
        return draft.occurred if draft is not None and draft.explicit else None

    def _plain(
        self,
        pieces: Sequence[Piece],
        left: Mapping[int, Sequence[Quantity]],
        told: Mapping[int, Sequence[Draft]],
    ) -> list[Draft]:
        """Return what the pieces tell of which no happening is told.

        What somebody says without a date or a figure is one claim, however many clauses it has.
        """
        found: list[Draft] = []
        speaking = {id(pieces[number].frame) for number in told}
        for number, piece in enumerate(pieces):
            if dates_what_came_before(piece):
                continue
            unvouched = (
                number and piece.opening is Opening.THAT and is_not_vouched(pieces[number - 1])
            )
            if unvouched and found and found[-1].end <= piece.start:
                found[-1].end = piece.end  # "we do not accept | that the dam broke"
                continue
            over = tuple(left.get(number, ()))
            if number in told:
                rest = main_clause(piece, told[number])
                if rest is None:
                    continue
                piece, over = rest, ()  # noqa: PLW2901 - its own verb, behind a participle
            if over != piece.quantities:
                piece = attrs.evolve(piece, quantities=over)  # noqa: PLW2901 - the rest of the same
            draft = plain_draft(piece, self.kinds, self._anchor(piece.frame), self.page.text)
            if draft is not None and number in told:
                draft.verb = told[number][0].end
            if draft is None or (draft.frame is not None and is_cut_off(draft, pieces, number)):
                continue
            if draft.explicit and not draft.quantities and is_usual(piece):
                continue
            if draft.kind is None and draft.explicit and number:
                draft.kind = kind_behind(pieces[number - 1], piece)
            date_like_before(draft, piece, self.days)
            if piece.opening is Opening.RELATIVE and is_participle(piece.tokens[0].lower):
                with_subject(draft, pieces, number, self._anchor(piece.frame), self.page.text)
            before = found[-1] if found else None
            if draft.frame is None or draft.explicit or draft.quantities:
                found.append(draft)
            elif before is not None and before.frame is draft.frame and not before.explicit:
                before.end = draft.end
            elif id(draft.frame) not in speaking or and_that(piece):
                found.append(draft)
        return found

    def _anchor(self, frame: Frame | None) -> Anchor:
        if frame is not None and frame.when is not None and frame.when.when is not None:
            said, last = frame.when.when, self.page.article.published.latest
            if said.latest is not None and last is not None and said.latest <= last:
                return Anchor(said)
        return self.printed


def _touching(frames: Sequence[Frame], sentences: Sequence[Sentence]) -> dict[int, list[Frame]]:
    """Return the frames whose words or content reach into a sentence, by its number."""
    starts = [sentence.start for sentence in sentences]
    ends = [sentence.end for sentence in sentences]
    found: dict[int, list[Frame]] = {}
    for frame in frames:
        for start, end in ((frame.start, frame.end), *frame.content):
            first, last = bisect.bisect_right(ends, start), bisect.bisect_left(starts, end)
            for sentence in sentences[first:last]:
                here = found.setdefault(sentence.number, [])
                if not here or here[-1] is not frame:
                    here.append(frame)
    return found
