"""A sentence cut where the clause or the speaker changes: what one voice says in one clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

import attrs

from timeline.extraction._value import value
from timeline.extraction.clauses import (
    Clause,
    Opening,
    clauses_of,
)
from timeline.extraction.dating import spanned, usable
from timeline.extraction.english._inflection import PARTICIPLES, PASTS, is_participle
from timeline.extraction.english._verb_groups import FINITE
from timeline.extraction.frames import Frame
from timeline.extraction.happenings import (
    Happening,
    happenings_in,
)
from timeline.extraction.page import Sentence
from timeline.extraction.quantities import Quantity
from timeline.model import Stance
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction._tokens import Token
    from timeline.extraction.happenings import Kinds

_Placed = TypeVar("_Placed", Happening, TimeExpression, Quantity)


@value
class Piece:
    """What one voice says in one clause.

    Args:
        sentence: the sentence that it stands in.
        first: the number of its first token there.
        last: the number of the token behind its last.
        opening: what begins its clause.
        clause: the number of its clause in the sentence.
        frame: who says so; None for the outlet's own voice.
        happenings: the words in it that speak of happenings.
        times: the expressions in it that can date something.
        quantities: the figures in it.
    """

    sentence: Sentence
    first: int
    last: int
    opening: Opening
    clause: int
    frame: Frame | None
    happenings: tuple[Happening, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]

    @property
    def tokens(self) -> Sequence[Token]:
        """Its tokens."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def words(self) -> tuple[str, ...]:
        """Its tokens in lower case."""
        return self.sentence.words[self.first : self.last]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.sentence.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text, exclusive."""
        return self.sentence.tokens[self.last - 1].end

    @property
    def finite(self) -> bool:
        """Whether it has a finite verb that can be known by itself."""
        return not _FINITE.isdisjoint(self.words)

    @property
    def has_verb(self) -> bool:
        """Whether a word of it can be a verb by its form."""
        words = self.words
        return (
            not FINITE.isdisjoint(words)
            or any(map(PASTS.__getitem__, words))
            or any(map(PARTICIPLES.__getitem__, words))
        )

    @property
    def bare(self) -> bool:
        """Whether it holds no more than a date: "Last year, when ..."."""
        if not self.times:
            return False
        for token in self.tokens:
            if token.lower in _SMALL or not token.text[0].isalnum():
                continue
            if not any(one.start <= token.start and token.end <= one.end for one in self.times):
                return False
        return True


_FINITE = FINITE - {"'s"}
_SMALL = frozenset(
    "but and on in at by since as of the yet so then also late early during only just even earlier "
    "later from until before after a an his her its their recent it appears seems message address "
    "speech statement interview update report letter".split()
)


def pieces_of(
    sentence: Sentence,
    frames: Sequence[Frame],
    quantities: Sequence[Quantity],
    kinds: Kinds,
) -> tuple[Piece, ...]:
    """Cut a sentence.

    Args:
        sentence: the sentence.
        frames: the frames whose words or content lie in it.
        quantities: the figures in it.
        kinds: the kinds of happening to look for.
    """
    pieces = tuple(_pieces(sentence, frames, quantities, kinds))
    return _with_estimates(pieces, frames, quantities)


def _with_estimates(
    pieces: tuple[Piece, ...], frames: Sequence[Frame], quantities: Sequence[Quantity]
) -> tuple[Piece, ...]:
    """Give what is estimated its figure: "its cost is estimated by the ministry at $3m"."""
    for frame in frames:
        if frame.stance is not Stance.ESTIMATES:
            continue
        own = [number for number, piece in enumerate(pieces) if piece.frame is frame]
        if not own or pieces[own[-1]].quantities:
            continue
        end = pieces[own[-1]].end
        more = tuple(one for one in quantities if end <= one.start and one.end <= frame.end)
        if more:
            grown = attrs.evolve(pieces[own[-1]], quantities=more)
            pieces = (*pieces[: own[-1]], grown, *pieces[own[-1] + 1 :])
    return pieces


_START, _END = attrgetter("start"), attrgetter("end")
_WHO = frozenset({"who", "which", "whose"})
_OWN = object()
"""The words of a frame itself, which belong to nobody's content."""


def _pieces(
    sentence: Sentence, frames: Sequence[Frame], quantities: Sequence[Quantity], kinds: Kinds
) -> Iterator[Piece]:
    owners = _owners(sentence, frames)
    saying = {frame.when.start for frame in frames if frame.when is not None and frame.dated}
    happenings = happenings_in(sentence, kinds)
    times = [time for time in usable(sentence.times) if time.start not in saying]
    times = spanned(times, sentence)
    for number, clause in enumerate(clauses_of(sentence)):
        runs = _runs(owners, clause) if frames else ((clause.first, clause.last, None),)
        for first, last, owner in runs:
            if owner is _OWN:
                # What is told of a speaker by the way is the outlet's own: "the army, which has
                # held the town since May, said".
                aside = clause.opening is Opening.RELATIVE and first == clause.first
                if not (aside and last == clause.last):
                    continue
                commas = [n for n in range(first + 1, last) if sentence.tokens[n].text == ","]
                last = commas[-1] if commas else last  # noqa: PLW2901 - behind it is the saying
                owner = None  # noqa: PLW2901
                if not _within(sentence.tokens[first].start, sentence.tokens[last - 1].end, times):
                    continue
            opening = clause.opening if first == clause.first else Opening.RESUMED
            first, last = trimmed(sentence.tokens, first, last)  # noqa: PLW2901 - the same run
            if first >= last:
                continue
            start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
            yield Piece(
                sentence,
                first,
                last,
                opening,
                number,
                owner,  # type: ignore[arg-type]  # what is left are frames and None
                _within(start, end, happenings),
                _within(start, end, times),
                _within(start, end, quantities),
            )


def _within(start: int, end: int, found: Sequence[_Placed]) -> tuple[_Placed, ...]:
    return tuple([one for one in found if start <= one.start and one.end <= end]) if found else ()


def _owners(sentence: Sentence, frames: Sequence[Frame]) -> list[object]:
    """Return for each token whose it is: the innermost frame's, a frame's own, or nobody's."""
    owners: list[object] = [None] * len(sentence.tokens)
    if not frames:
        return owners
    starts = list(map(_START, sentence.tokens))
    ends = list(map(_END, sentence.tokens))
    spans = [(start, end, frame) for frame in frames for start, end in frame.content]
    # The narrowest comes last, and so remains: it is the innermost.
    for start, end, frame in sorted(spans, key=lambda span: span[0] - span[1]):
        first, last = bisect_left(starts, start), bisect_right(ends, end)
        if first < last:
            owners[first:last] = [frame] * (last - first)
    for frame in frames:
        first, last = bisect_left(starts, frame.start), bisect_right(ends, frame.end)
        aside = (
            _aside(sentence.tokens, first, last)
            or _behind(sentence.tokens, first, last)
            or _done_then(sentence, frame, first, last)
        )
        theirs = {
            number
            for start, end in frame.content
            for number in range(bisect_left(starts, start), bisect_left(starts, end))
        }
        for number in range(first, last):
            if number in aside or number in theirs:
                continue
            owner = owners[number]
            if owner is None or owner is frame or _inside(frame, owner):
                owners[number] = _OWN
    return owners


def _aside(tokens: Sequence[Token], first: int, last: int) -> range:
    """Return the relative clause between a speaker and the verb: "a nurse who fled on Monday,".

    It tells of the speaker, and it is the outlet that tells so.
    """
    for begin in range(first + 1, last - 2):
        if tokens[begin].lower in _WHO:
            for end in range(begin + 1, last):
                if tokens[end].text == ",":
                    return range(begin, end)
            break
    return range(0)


def _behind(tokens: Sequence[Token], first: int, last: int) -> range:
    """Return the relative clause behind a speaker who stands behind the verb.

    In "said the chain, which hopes to reopen in May" it is the outlet that tells of the hope. "Who
    spoke on Monday", "who asked not to be named" belong to the saying.
    """
    for begin in range(first + 2, last - 2):
        if tokens[begin].lower in _WHO and tokens[begin - 1].text == ",":
            words = {token.lower for token in tokens[begin:last]}
            return range(0) if words & _OF_SAYING else range(begin, last)
    return range(0)


def _done_then(sentence: Sentence, frame: Frame, first: int, last: int) -> range:
    """Return the speaker with a dated participle: "a survivor rescued on Monday said".

    The outlet tells of the rescue.
    """
    day = frame.when.start if frame.when is not None else -1
    for time in sentence.times:
        if not frame.start < time.start < frame.end or time.start == day:
            continue
        tokens = sentence.tokens
        for begin in range(first + 1, last - 2):
            if tokens[begin].start >= time.start or tokens[begin].text == ",":
                break
            if not tokens[begin].capital and is_participle(tokens[begin].lower):
                end = begin
                while end < last and tokens[end].start < time.end:
                    end += 1
                return range(first, end) if end < last else range(0)
    return range(0)


_OF_SAYING = frozenset(
    "spoke speaking asked declined requested refused told named identified attended was were "
    "said says".split()
)


def _inside(frame: Frame, owner: object) -> bool:
    """Whether a frame's words stand within the content of *owner*: "he wrote, citing X, that"."""
    content = getattr(owner, "content", ())
    return any(start <= frame.start and frame.end <= end for start, end in content)


def _runs(owners: Sequence[object], clause: Clause) -> Iterator[tuple[int, int, object]]:
    first, owner = clause.first, owners[clause.first]
    if len(set(map(id, owners[first : clause.last]))) == 1:
        yield first, clause.last, owner  # as of most clauses
        return
    for number in range(clause.first + 1, clause.last):
        if owners[number] is not owner:
            yield first, number, owner
            first, owner = number, owners[number]
    yield first, clause.last, owner


_EDGES = frozenset(", ; : . - – — ? ! \" “ ” ' ‘ ’ ) ] | …".split()) | {"...", "*", "#"}
_LEADING = _EDGES | {"and", "but", "or", "that", "yet", "so", "nor", "]"}
_TRAILING = _EDGES | set("and but or ( [ the a an of its their than which who whose".split())


def trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the tokens from *first* to *last* without punctuation and conjunctions around them."""
    while first < last and tokens[first].lower in _LEADING:
        if tokens[first].lower == "so" and first + 1 < last and tokens[first + 1].lower == "far":
            break
        first += 1
    while last > first and tokens[last - 1].lower in _TRAILING:
        last -= 1
    return first, last
