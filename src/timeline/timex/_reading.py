"""What a rule is and what it makes of the words it found, before dates and text are put on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from timeline.dates import When
    from timeline.timex._calendar import Stretch
    from timeline.timex._context import Context
    from timeline.timex._document import Document


class Reading(NamedTuple):
    """A stretch of pieces read as a time expression.

    ``time`` is the part of the value from its ``T`` on; ``stretch`` is the piece of calendar meant,
    where there is one; ``bounds`` are first and last day where they are tighter or wider than that;
    ``lasting`` says that the bounds are those of something that fills them; ``bare`` marks a clock
    time or a part of the day that stands without its date; ``when`` is what bounds cannot say;
    ``adrift`` marks what is counted from a time that the text has not told.
    """

    start: int
    end: int
    kind: str
    value: str
    mod: str | None = None
    stretch: Stretch | None = None
    time: str = ""
    bounds: tuple[int, int] | None = None
    lasting: bool = False
    bare: bool = False
    when: When | None = None
    adrift: bool = False


class Found:
    """The place where a rule's pattern matched, with the words there."""

    __slots__ = ("doc", "end", "match", "start")

    def __init__(self, doc: Document, match: re.Match[str]) -> None:
        self.doc = doc
        self.match = match
        self.start, self.end = match.span()

    def has(self, group: str) -> bool:
        """Say whether *group* took part in the match."""
        return self._span(group)[0] >= 0

    def words(self, group: str) -> list[str]:
        """The lower-case pieces of *group*, gaps left out; none if it took no part."""
        start, end = self._span(group)
        return self.doc.words(start, end)

    def word(self, group: str) -> str:
        """The first piece of *group* in lower case; empty if it took no part."""
        return self.doc.word(self._span(group)[0])

    def _span(self, group: str) -> tuple[int, int]:
        """Where *group* matched; below 0 if it did not, or if the pattern has no such group."""
        return self.match.span(group) if group in self.match.re.groupindex else (-1, -1)

    def reading(  # noqa: PLR0913 - the fields of a reading, each with its own meaning
        self,
        kind: str,
        value: str,
        *,
        mod: str | None = None,
        stretch: Stretch | None = None,
        time: str = "",
        bounds: tuple[int, int] | None = None,
        lasting: bool = False,
        bare: bool = False,
        when: When | None = None,
    ) -> Reading:
        """Make a reading of all that was matched."""
        return Reading(
            self.start, self.end, kind, value, mod, stretch, time, bounds, lasting, bare, when
        )

    def date(self, stretch: Stretch, mod: str | None = None) -> Reading:
        """Make a date of all that was matched."""
        return Reading(self.start, self.end, "DATE", stretch.value, mod, stretch)


REACH: Final = 40
"""How many pieces on either side of a needed kind a pattern may look at."""


class Rule(NamedTuple):
    """A pattern over kinds of words, and what to make of a match.

    ``needs`` lists kinds of which every match holds at least one, so that the pattern need not be
    tried elsewhere. A match is at most `REACH` pieces long.
    ``build`` may refuse a match by returning None, and may return several readings, in order.
    ``opens`` lists the kinds with which every match begins, so that the pattern is tried at those
    alone; it may be left out, and helps where a pattern begins with words that can be missing.
    """

    name: str
    needs: str
    pattern: str
    build: Callable[[Found, Context], Reading | tuple[Reading, ...] | None]
    opens: str = ""


class Prefix(NamedTuple):
    """Words before a reading that change it, such as "the end of" or "early".

    ``apply`` gets the reading that follows at once, and may refuse it.
    ``opens`` lists the kinds with which every match begins, as that of a `Rule` does.
    """

    name: str
    needs: str
    pattern: str
    apply: Callable[[Found, Reading, Context], Reading | None]
    opens: str = ""
