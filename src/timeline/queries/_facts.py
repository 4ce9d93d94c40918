"""A fact as of a date: what an answer is made of, worked out when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import attrs

from timeline.dates import Certainty, When
from timeline.model import FactDescribed, Known
from timeline.queries._dicts import when_dict
from timeline.queries._known_claim import KnownClaim, Possibly
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from timeline.projections import Status
    from timeline.queries._dicts import Plain
    from timeline.queries._telling import Telling


class Verdict(NamedTuple):
    """What a fact's claims make of it.

    Args:
        certain: whether any of them was certainly known.
        status: how it stood.
        occurred: when it happened.
        conflict: whether the dates cannot all be right.
        possibly: what all that was possibly known would make of it, where that is another thing.
    """

    certain: bool
    status: Status
    occurred: When | None
    conflict: bool
    possibly: Possibly | None


class Source(Protocol):
    """Where a fact has its answers from, step by step."""

    @property
    def fact(self) -> str:
        """The id of the fact."""

    @property
    def described(self) -> FactDescribed | None:
        """Its title and kind."""

    def certain(self, step: int) -> bool:
        """Say whether any of its claims was certainly known."""

    def tells_more(self, one: int, other: int) -> bool:
        """Say whether it is seen at once that one of two steps holds a claim more."""

    def status(self, step: int) -> Status:
        """Return how it stood."""

    def verdict(self, step: int) -> Verdict:
        """Return what its claims make of it."""

    def origins(self, step: int) -> tuple[str, ...]:
        """Return on whose word it stands."""

    def telling(self, step: int) -> Telling | Retold:
        """Return its claims."""


@attrs.frozen
class Retold:
    """A fact that has left its store: all that it answers, as a `Source` of one step."""

    fact: str
    described: FactDescribed | None
    _verdict: Verdict
    _origins: tuple[str, ...]
    _first_known: Known
    _first_words: When
    _first_text: str
    _claims: tuple[KnownClaim, ...]

    def certain(self, step: int) -> bool:
        """Say whether any of its claims was certainly known."""
        del step
        return self._verdict.certain

    def tells_more(self, one: int, other: int) -> bool:
        """Say whether it is seen at once that one of two steps holds a claim more."""
        del one, other
        return False

    def status(self, step: int) -> Status:
        """Return how it stood."""
        del step
        return self._verdict.status

    def verdict(self, step: int) -> Verdict:
        """Return what its claims make of it."""
        del step
        return self._verdict

    def origins(self, step: int) -> tuple[str, ...]:
        """Return on whose word it stands."""
        del step
        return self._origins

    def telling(self, step: int) -> Retold:
        """Return its claims."""
        del step
        return self

    def first_known(self) -> Known:
        """Return when the first claim became known."""
        return self._first_known

    def first_words(self) -> When:
        """Return the same in the words of the date that it rests on."""
        return self._first_words

    def first_text(self) -> str:
        """Return what the first claim says."""
        return self._first_text

    def claims(self) -> tuple[KnownClaim, ...]:
        """Return the claims."""
        return self._claims


class Fact(Shown):
    """A fact as it was known on a date.

    It costs nothing until it is looked at, and stays as it was whatever is stored afterwards.
    """

    __slots__ = ("_source", "_status", "_step", "_told")

    def __init__(self, source: Source, step: int) -> None:
        self._source = source
        self._step = step
        self._told: Telling | Retold | None = None
        self._status: Status | None = None
        """Kept when it is read; see `_Judged`."""

    @property
    def _telling(self) -> Telling | Retold:
        told = self._told
        if told is None:
            told = self._told = self._source.telling(self._step)
        return told

    @property
    def id(self) -> str:
        """Its id; that of its claim where nobody has linked the claim to a fact."""
        return self._source.fact

    @property
    def title(self) -> str:
        """What to call it; the words of its first claim where nobody has described it."""
        described = self._source.described
        return self._telling.first_text() if described is None else described.title

    @property
    def kind(self) -> str:
        """What kind of happening it is, such as ``capture``."""
        described = self._source.described
        return "" if described is None else described.kind

    @property
    def certainty(self) -> Certainty:
        """`Certainty.CERTAIN` as soon as one of its claims was certainly known."""
        return Certainty.CERTAIN if self.certain else Certainty.POSSIBLE

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self._source.certain(self._step)

    @property
    def status(self) -> Status:
        """How it stood; from certainly known claims alone, unless none was."""
        status = self._status = self._source.status(self._step)
        self.__class__ = _Judged
        return status

    @property
    def occurred(self) -> When | None:
        """When it happened; likewise. None where no claim gives a date."""
        return self._source.verdict(self._step).occurred

    @property
    def conflict(self) -> bool:
        """Whether the dates that its claims give cannot all be right."""
        return self._source.verdict(self._step).conflict

    @property
    def possibly(self) -> Possibly | None:
        """What the possibly known claims would make of it.

        None where they would change neither status nor date.
        """
        return self._source.verdict(self._step).possibly

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins that support it; where none does, those that forecast or deny it."""
        return self._source.origins(self._step)

    @property
    def claims(self) -> tuple[KnownClaim, ...]:
        """All its claims that were known, certainly or possibly, in fold order."""
        return self._telling.claims()

    @property
    def first_known(self) -> When:
        """When its first claim became known, by the clock of the question."""
        return self._telling.first_words()

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """The key by which facts are listed: first known, then id."""
        first = self._telling.first_known()
        return (first.earliest is not None, first.earliest or 0, first.latest, self.id)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fact):
            return NotImplemented
        mine, its = self._source, other._source
        if mine is its:
            if self._step == other._step:
                return True
            if mine.tells_more(self._step, other._step):
                return False
        # The claims first: where they differ, nothing has to be judged.
        return (
            mine.fact == its.fact
            and mine.described == its.described
            and self._telling == other._telling
            and mine.verdict(self._step) == its.verdict(other._step)
        )

    def __hash__(self) -> int:
        return hash((self.id, self._source.verdict(self._step)))

    def __repr__(self) -> str:
        return (
            f"Fact(id={self.id!r}, kind={self.kind!r}, certainty={self.certainty!r}, "
            f"status={self.status!r}, occurred={self.occurred!r}, conflict={self.conflict!r}, "
            f"possibly={self.possibly!r}, origins={self.origins!r})"
        )

    def __copy__(self) -> Fact:
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Fact:
        return self

    def __reduce__(self) -> tuple[type[Fact], tuple[Retold, int]]:
        # An answer can be sent elsewhere, its store cannot.
        telling = self._telling
        retold = Retold(
            self.id,
            self._source.described,
            self._source.verdict(self._step),
            self.origins,
            telling.first_known(),
            telling.first_words(),
            telling.first_text(),
            telling.claims(),
        )
        return Fact, (retold, 0)

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline known --json` prints it for each fact."""
        possibly = self.possibly
        return {
            "fact": self.id,
            "title": self.title,
            "kind": self.kind,
            "certainty": self.certainty.name.lower(),
            "status": str(self.status),
            "occurred": when_dict(self.occurred),
            "conflict": self.conflict,
            "possibly": None
            if possibly is None
            else {
                "status": str(possibly.status),
                "occurred": when_dict(possibly.occurred),
                "conflict": possibly.conflict,
            },
            "first_known": when_dict(self.first_known),
            "origins": list(self.origins),
            "claims": [claim.to_dict() for claim in self.claims],
        }

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each claim."""
        return [
            {
                "claim": claim.id,
                "stance": str(claim.claim.stance),
                "chain": str(claim.claim.attribution),
                "origin": claim.origin,
                "stated": when_dict(claim.stated),
                "basis": str(claim.claim.basis),
                "certainty": claim.certainty.name.lower(),
                "standing": str(claim.standing),
                "quote": None if claim.claim.evidence is None else claim.claim.evidence.exact,
            }
            for claim in self.claims
        ]


class _Judged(Fact):
    """A fact whose status was read: from then on that is a slot, and reading it calls nothing.

    A whole state of knowledge is tens of thousands of facts, of which the status is what is read.
    """

    __slots__ = ()

    status = Fact.__dict__["_status"]

    def __setattr__(self, name: str, value: object) -> None:
        if name == "status":
            raise AttributeError("a fact stays as it was", name=name, obj=self)
        super().__setattr__(name, value)
