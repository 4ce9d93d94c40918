"""The extractor that needs no model: rules of English, offline, the same claims every time."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from timeline.extraction._blocks import Part
from timeline.extraction._clauses import Opening
from timeline.extraction._compose import composed
from timeline.extraction._dating import Anchor, said_on
from timeline.extraction._drafts import Draft, drafts_of, finite_group, kind_of, plain_draft, redate
from timeline.extraction._extractor import Extraction, Unread
from timeline.extraction._frames import Frame, frames_of
from timeline.extraction._kinds import Kinds, builtin_kinds
from timeline.extraction._names import names_of
from timeline.extraction._page import Page, page_of
from timeline.extraction._pieces import pieces_of
from timeline.extraction._quantities import Quantity, quantities_of
from timeline.extraction.english._verb_groups import Mood
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.extraction._measures import Measures
    from timeline.extraction._page import Sentence
    from timeline.extraction._pieces import Piece
    from timeline.model import Article, Source

_THAT = re.compile(r"[\s,]+that[\s,]*$")
_CHECKING = re.compile(
    r"\b(?:verif|check|establish|independently|comment|respond|repl(?:y|ied)|declin|refus|could not"
    r"|couldn|neither confirm|nor deny|nor denied)",
    re.IGNORECASE,
)
"""Words of not answering, and of not being able to check: no silence that lasts."""

_SKIPPED = {Part.HEADLINE}


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
        page = page_of(article)
        known = {} if sources is None else sources
        mentions = names_of(page, known)
        frames = [_soft(frame, page.text) for frame in frames_of(page, mentions, known)]
        reader = _Reader(page, self.kinds, frames, quantities_of(page, self.measures))
        drafts = list(reader.drafts())
        return Extraction(
            composed(drafts, article, mentions, self.name, known),
            _sources(drafts, known),
            tuple(reader.unread),
        )


def _soft(frame: Frame, text: str) -> Frame:
    """Let what was said in a holiday's message be said about that day."""
    if frame.when is None or frame.when.when is None:
        return frame
    when = said_on(text, frame.when)
    if when == frame.when.when:
        return frame
    return attrs.evolve(frame, when=attrs.evolve(frame.when, when=when))


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
        reaches = [(_reach(frame), frame) for frame in self.frames]
        for sentence in self.page.sentences:
            if sentence.block.part in _SKIPPED:
                continue
            frames = [
                frame
                for (start, end), frame in reaches
                if start < sentence.end and sentence.start < end and _touches(frame, sentence)
            ]
            first = bisect.bisect_left(starts, sentence.start)
            last = bisect.bisect_left(starts, sentence.end)
            quantities = self.quantities[first:last]
            found = [
                draft
                for draft in self._sentence(sentence, frames, quantities)
                if not _is_of_a_frame(draft, frames)
            ]
            for frame in frames:
                if sentence.start <= frame.start < sentence.end:
                    found += self._said(frame, sentence, [*before, *found])
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
        pieces = _with_shared_dates(_with_head_dates(pieces))
        drafts: list[Draft] = []
        told: dict[int, list[Draft]] = {}
        doubted = False
        for number, piece in enumerate(pieces):
            if _dates_what_came_before(piece) and drafts:
                _date_last(drafts[-1], piece)
                continue
            if doubted and piece.opening is Opening.THAT:
                continue  # "have yet to confirm that ..." does not say that it is so
            doubted = piece.frame is None and finite_group(piece)[1]
            anchor = self._anchor(piece.frame)
            for draft in drafts_of(piece, self.kinds, anchor, self.page.text):
                if piece.opening is Opening.PARTICIPLE and drafts:
                    _inherit(draft, drafts[-1])
                _with_subject(draft, pieces, number, anchor, self.page.text)
                told.setdefault(number, []).append(draft)
                drafts.append(draft)
        left = _counted(pieces, told, self.kinds)
        drafts += self._plain(pieces, left, told)
        drafts.sort(key=lambda draft: (draft.start, draft.end))
        for draft in drafts:
            _as_background(draft, self.page.text)
            if draft.frame is not None:
                _by_frame(draft, draft.frame)
        return _without_the_untrue(_merged(drafts), sentence)

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
            if number in told or _dates_what_came_before(piece):
                continue
            piece = attrs.evolve(piece, quantities=tuple(left.get(number, ())))  # noqa: PLW2901
            draft = plain_draft(piece, self.kinds, self._anchor(piece.frame), self.page.text)
            if draft is None:
                continue
            before = found[-1] if found else None
            if draft.frame is None or draft.explicit or draft.quantities:
                found.append(draft)
            elif before is not None and before.frame is draft.frame and not before.explicit:
                before.end = draft.end
            elif id(draft.frame) not in speaking:
                found.append(draft)
        return found

    def _anchor(self, frame: Frame | None) -> Anchor:
        published = self.page.article.published
        if frame is not None and frame.when is not None and frame.when.when is not None:
            said = frame.when.when
            if said.latest is not None and published.latest is not None:
                return Anchor(said if said.latest <= published.latest else published)
        return Anchor(published)

    def _said(self, frame: Frame, sentence: Sentence, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield what a frame tells by itself: that something was said, on a date."""
        if not frame.content and frame.stance is not Stance.ASSERTS:
            yield from self._of_what_was_said(frame, drafts)
        if frame.stance is Stance.WITHHOLDS and not _CHECKING.search(
            self.page.text, frame.start, max([frame.end, *(end for _, end in frame.content)])
        ):
            yield self._silence(frame)
        when = None if frame.when is None else frame.when.when
        if when is None or not frame.dated or frame.stance is Stance.ESTIMATES:
            return
        plain = next((one for one in drafts if one.frame is frame and not one.rules[1:]), None)
        if plain is not None and plain.kind is None and plain.occurred is None:
            plain.kind = self.kinds.by_name.get("statement")
            plain.occurred, plain.explicit = when, True
            plain.start, plain.end = min(plain.start, frame.start), max(plain.end, frame.end)
            plain.by("date of a statement", 0.9)
            return
        if any(
            one.frame is not None
            and one.frame.chain == frame.chain
            and one.kind is not None
            and one.kind.speech
            and one.frame is frame
            for one in drafts
        ):
            return
        start, end = frame.start, frame.end
        if frame.when is not None and sentence.start <= frame.when.start < sentence.end:
            start, end = min(start, frame.when.start), max(end, frame.when.end)
        end = start + len(_THAT.sub("", self.page.text[start:end]))
        draft = Draft(start, end, None, self.kinds.by_name.get("statement"))
        draft.occurred, draft.explicit = when, True
        draft.by(frame.rule)
        draft.by("date of a statement", 0.9)
        yield draft

    def _silence(self, frame: Frame) -> Draft:
        """Return that somebody has not spoken, which lasts until it is printed."""
        draft = Draft(frame.start, frame.end, None, state=True, mood=Mood.PERFECT, negated=True)
        draft.occurred = Anchor(self.page.article.published).lasting
        draft.by(frame.rule)
        draft.by("still so when it was said", 0.8)
        return draft

    def _of_what_was_said(self, frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
        """Yield the claim of "confirmed the report", about the last thing that was reported."""
        about = next(
            (one for one in reversed(drafts) if one.frame is not None and one.kind is not None),
            None,
        )
        if about is None:
            return
        draft = Draft(frame.start, frame.end, frame, about.kind, state=about.state, mood=about.mood)
        draft.by("of what was reported before", 0.6)
        if frame.stance is Stance.CONFIRMS:
            draft.occurred = self._anchor(frame).past
        yield draft


def _is_of_a_frame(draft: Draft, frames: Sequence[Frame]) -> bool:
    """Whether the outlet's words are those around a saying: "in an interview on Wednesday"."""
    return (
        draft.frame is None
        and draft.kind is not None
        and draft.kind.speech
        and any(
            frame.when is not None and draft.start <= frame.when.start < draft.end
            for frame in frames
        )
    )


def _reach(frame: Frame) -> tuple[int, int]:
    """Return where the words and the content of a frame begin and end."""
    starts = [frame.start, *(start for start, _ in frame.content)]
    ends = [frame.end, *(end for _, end in frame.content)]
    return min(starts), max(ends)


_FALSE = (
    r"(?:false|untrue|wrong|baseless|a lie|lies|a hoax|a myth|not true|fake|nonsense|fabricated"
    r"|invented|unfounded|incorrect)"
)
_UNTRUE = re.compile(
    rf"\b(?:(?:is|was|are|were) (?:\w+ly )?{_FALSE} that"
    r"|not true that|no (?:evidence|proof|sign|truth|indication) that"
    r"|(?:doubt|doubts|doubted|wonder|wonders|wondered|fear|fears|feared|hope|hopes|hoped|wish|wishes"
    r"|wished|imagine|imagines|imagined|pretend|pretends|pretended|suppose|joked|joke) that"
    r"|(?:claims?|rumou?rs?|allegations?|suggestions?|idea|reports?|notion) that\b"
    rf"(?=[^.;]{{0,120}}\b(?:is|are|was|were|being) (?:\w+ly )?{_FALSE}))",
    re.IGNORECASE,
)
"""Words behind which something stands that is called untrue, doubted, or only feared or hoped."""

_NOT_HELD = re.compile(r"(?:doubt|wonder|fear|hope|wish|imagin|pretend|suppos|jok)", re.IGNORECASE)
"""Those behind which nothing is said to be so, and nothing not to be."""


def _without_the_untrue(drafts: list[Draft], sentence: Sentence) -> list[Draft]:
    """Leave out what a sentence calls untrue or doubts; what somebody says of it is a denial."""
    found = _UNTRUE.search(sentence.text)
    if found is None:
        return drafts
    start = sentence.start + found.start()
    kept: list[Draft] = []
    for draft in drafts:
        if draft.end <= start:
            kept.append(draft)
        elif (
            draft.frame is not None
            and draft.frame.chain != ("unnamed-reports",)
            and _NOT_HELD.match(found[0]) is None
        ):
            draft.occurred, draft.stance, draft.explicit = None, Stance.DENIES, False
            draft.by("called untrue", 0.8)
            kept.append(draft)
    return kept


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
        piece if piece.times else attrs.evolve(piece, times=times)
        for piece in pieces
        if piece is not heads[0]
    ]


_MEANWHILE = frozenset({"while", "when", "as"})


def _with_shared_dates(pieces: list[Piece]) -> list[Piece]:
    """Give a clause with "while" the date of the clause before it, if it has none."""
    shared = list(pieces)
    for number in range(1, len(shared)):
        piece, before = shared[number], shared[number - 1]
        if (
            piece.opening is Opening.SUBORDINATE
            and piece.tokens[0].lower in _MEANWHILE
            and before.times
            and not piece.times
            and finite_group(before)[0] is Mood.PAST
        ):
            shared[number] = attrs.evolve(piece, times=before.times)
    return shared


_POINTING = frozenset({"which", "that", "this", "it"})
_TOOK_PLACE = frozenset("happened occurred took was came began started".split())


def _dates_what_came_before(piece: Piece) -> bool:
    """Whether a piece is of the kind ", which happened on January 9"."""
    tokens = piece.tokens
    return (
        bool(piece.times)
        and len(tokens) > 1
        and tokens[tokens[0].lower in _POINTING].lower in _TOOK_PLACE
        and not any(one.form is not None for one in piece.happenings)
        and not piece.quantities
    )


def _date_last(draft: Draft, piece: Piece) -> None:
    """Date a happening by the clause behind it: ", which happened on January 9"."""
    when = piece.times[0].when
    if when is not None:
        draft.occurred, draft.explicit = when, True
        draft.by("dated by what follows", 0.95)


def _with_subject(
    draft: Draft, pieces: Sequence[Piece], number: int, anchor: Anchor, text: str
) -> None:
    """Let the words of a draft begin with its subject, where a relative clause cut it off."""
    if pieces[number].opening not in {Opening.RELATIVE, Opening.RESUMED}:
        return
    back = number - 1
    while back > 0 and pieces[back].opening in {Opening.RELATIVE, Opening.RESUMED}:
        back -= 1
    subject = pieces[back] if back >= 0 else None
    if subject is None or subject.frame is not pieces[number].frame or subject.happenings:
        return
    if pieces[number].opening is Opening.RESUMED or not subject.finite:
        draft.start = min(draft.start, subject.start)
        if not draft.explicit and subject.times:
            redate(draft, subject.times, anchor, text)


def _counted(
    pieces: Sequence[Piece], told: Mapping[int, list[Draft]], kinds: Kinds
) -> dict[int, list[Quantity]]:
    """Give each figure to the happening that it counts; return those left over, by piece."""
    left: dict[int, list[Quantity]] = {}
    for number, piece in enumerate(pieces):
        for quantity in piece.quantities:
            draft = _counting(quantity, number, pieces, told, kinds)
            if draft is None:
                left.setdefault(number, []).append(quantity)
            else:
                draft.quantities = (*draft.quantities, quantity)
                draft.start = min(draft.start, quantity.start)
                draft.end = max(draft.end, quantity.end)
    return left


def _counting(
    quantity: Quantity,
    number: int,
    pieces: Sequence[Piece],
    told: Mapping[int, list[Draft]],
    kinds: Kinds,
) -> Draft | None:
    """Return the draft that a figure belongs to: of its kind if there is one, else its piece's."""
    kind = kind_of(quantity.figure.measure, kinds)
    fitting = [
        (abs(place - number), draft.start, draft)
        for place, drafts in told.items()
        if pieces[place].frame is pieces[number].frame
        for draft in drafts
        if draft.kind is kind is not None
    ]
    if fitting:
        return min(fitting, key=lambda one: one[:2])[2]
    own = told.get(number, ())
    inside = [one for one in own if one.start <= quantity.start and quantity.end <= one.end]
    return next(iter(inside or own), None)


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Join what one voice tells of one kind in clauses side by side."""
    joined: list[Draft] = []
    for draft in drafts:
        before = joined[-1] if joined else None
        if before is not None and _one_telling(before, draft):
            before.end = max(before.end, draft.end)
            before.quantities += draft.quantities
            before.by("told in two clauses", 0.95)
        else:
            joined.append(draft)
    return joined


def _one_telling(one: Draft, other: Draft) -> bool:
    if one.frame is not other.frame or one.kind is None or one.state is not other.state:
        return False
    if other.opening is Opening.PARTICIPLE and other.occurred == one.occurred:
        return one.explicit and other.kind is not None and other.kind.name == "losses"
    beside = other.opening in {Opening.COORDINATE, Opening.RESUMED, one.opening}
    return beside and one.kind is other.kind and one.occurred == other.occurred


def _inherit(draft: Draft, main: Draft) -> None:
    """Date a participle (", killing dozens") like the clause that it goes on with."""
    if not draft.explicit and main.explicit and draft.frame is main.frame:
        draft.occurred, draft.explicit, draft.mood = main.occurred, True, main.mood
        draft.by("date of the main clause", 0.9)


_SIDE = {Opening.RELATIVE, Opening.SUBORDINATE}
_QUOTES = frozenset('"“”')


def _as_background(draft: Draft, text: str) -> None:
    """Take back to the outlet what it only mentions while it quotes somebody.

    In "the troops deployed in November have left, officials said" it is the outlet that knows of
    November. That holds for what is public, is dated, and stands in a side clause of reported
    speech.
    """
    if draft.frame is None or draft.kind is None or not draft.kind.public or not draft.explicit:
        return
    if (
        draft.frame.when is None
        and draft.opening not in _SIDE
        and "noun of a happening" not in draft.rules
    ):
        return
    if draft.opening not in _SIDE and "noun of a happening" not in draft.rules:
        return
    start, end = next(
        ((start, end) for start, end in draft.frame.content if start <= draft.start < end),
        (draft.start, draft.end),
    )
    if _QUOTES & set(text[max(0, start - 1) : end + 1]):
        return
    draft.frame = None
    draft.by("background of a report", 0.85)


def _by_frame(draft: Draft, frame: Frame) -> None:
    match frame.stance:
        case Stance.DENIES | Stance.WITHHOLDS:
            if not draft.explicit:
                draft.occurred, draft.state = None, False
        case Stance.ESTIMATES | Stance.ASSERTS if draft.quantities and not draft.explicit:
            _estimate(draft, frame)
        case _ if draft.kind is not None and draft.kind.speech and not draft.explicit:
            first = any(start == draft.start for start, _ in frame.content)
            if first and frame.when is not None and frame.when.when is not None:
                draft.occurred, draft.explicit = frame.when.when, True
                draft.by("done by saying so", 0.9)
        case _:
            pass


def _estimate(draft: Draft, frame: Frame) -> None:
    """A count holds for the day on which it was given, unless it names another."""
    figure = draft.quantities[0].figure
    loose = figure.approximate or figure.low != figure.high
    if frame.stance is Stance.ESTIMATES or loose:
        draft.stance = Stance.ESTIMATES
        if draft.mood is Mood.PRESENT:
            return
        # A count says how many there are, not when each of them came to be counted.
        if "over when it was said" in draft.rules:
            draft.rules.remove("over when it was said")
        draft.occurred = None if frame.when is None else frame.when.when
        if draft.occurred is not None:
            draft.by("counted on the day of the statement", 0.85)
