"""The state of knowledge as of a date: a lazy mapping from fact ids to facts."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import TYPE_CHECKING, TypeVar, overload

import attrs

from timeline.errors import UnknownName
from timeline.projections import Status
from timeline.queries._dicts import as_of_dict
from timeline.queries._facts import Fact
from timeline.queries._figures import FigureTable, figures_as_of
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from timeline.model import AsOf
    from timeline.queries._engine import Engine, View
    from timeline.queries._steps import StepTable

T = TypeVar("T")


class Knowledge(Shown, Mapping[str, Fact]):
    """What was known by the end of a date: facts by id, in the order in which they became known.

    Opening it costs nothing: a fact is worked out when it is asked for, and listing them works
    them all out. It keeps looking at the events that were stored when it was opened.
    """

    def __init__(self, engine: Engine, as_of: AsOf) -> None:
        self.as_of = as_of
        self._engine = engine
        self._position = engine.position(as_of)
        self._held: View | None = None

    @property
    def view(self) -> View:
        """What the question looks at."""
        if self._held is None or not self._held.current:
            self._held = self._engine.view(self.as_of, self._position)
        return self._held

    def looks_like(self, other: Knowledge) -> bool:
        """Whether the other one differs by its date alone."""
        return (
            self._engine is other._engine
            and self._position == other._position
            and attrs.evolve(self.as_of, known=other.as_of.known, recorded=None)
            == attrs.evolve(other.as_of, recorded=None)
        )

    @property
    def _steps(self) -> StepTable:
        past = self._engine.past(self.as_of, self._position, of_all=True)
        return self.view.steps if past is None else past

    def differing(self, one: int, other: int) -> list[tuple[Fact | None, Fact | None]]:
        """Return the facts that differ between two days, as they were known on either."""
        with self._engine.lock:
            return self._steps.differing(one, other)

    def _find(self, fact: str) -> Fact | None:
        day = self.as_of.day
        with self._engine.lock:
            view = self._held
            if view is None or not view.current:
                past = self._engine.past(self.as_of, self._position)
                if past is not None:
                    return past.at(fact, day) or past.at(past.surviving(fact), day)
                view = self._engine.view_of(fact, self.as_of, self._position)
                if view.whole:
                    self._held = view
            return view.steps.at(fact, day) or view.steps.at(view.resolution.surviving(fact), day)

    def __contains__(self, fact: object) -> bool:
        return isinstance(fact, str) and self._find(fact) is not None

    @overload
    def get(self, fact: str, /) -> Fact | None: ...
    @overload
    def get(self, fact: str, /, default: Fact | T) -> Fact | T: ...
    def get(self, fact: str, /, default: Fact | T | None = None) -> Fact | T | None:
        """Return a fact, or *default* where nothing was known of it."""
        found = self._find(fact)
        return default if found is None else found

    def __getitem__(self, fact: str) -> Fact:
        found = self._find(fact)
        if found is None:
            # Suggest only what was known then: a hint is an answer, too.
            raise UnknownName(f"fact known on {self.as_of.known}", fact, self)
        return found

    def facts(self) -> tuple[Fact, ...]:
        """Return all facts, in the order in which they became known."""
        with self._engine.lock:
            facts = self._steps.all_at(self.as_of.day)
            self._engine.keep()
        return facts

    def __iter__(self) -> Iterator[str]:
        return (fact.id for fact in self.facts())

    def __len__(self) -> int:
        return len(self.facts())

    def values(self) -> ValuesView[Fact]:
        """Return the facts, each worked out once."""
        return dict(self.items()).values()

    def items(self) -> ItemsView[str, Fact]:
        """Return the ids and the facts, each worked out once."""
        return {fact.id: fact for fact in self.facts()}.items()

    def __repr__(self) -> str:
        return f"<Knowledge as of {self.as_of.known}, by the {self.as_of.clock} clock>"

    @property
    def certain(self) -> tuple[Fact, ...]:
        """The facts that were certainly known."""
        return tuple(fact for fact in self.facts() if fact.certain)

    @property
    def possible(self) -> tuple[Fact, ...]:
        """The facts that were only possibly known."""
        return tuple(fact for fact in self.facts() if not fact.certain)

    @property
    def disputed(self) -> tuple[Fact, ...]:
        """The certainly known facts that somebody asserted and somebody denied."""
        return tuple(fact for fact in self.certain if fact.status is Status.DISPUTED)

    @property
    def forecasts(self) -> tuple[Fact, ...]:
        """The certainly known facts that had only been forecast, due or overdue."""
        ahead = {Status.FORECAST, Status.OVERDUE}
        return tuple(fact for fact in self.certain if fact.status in ahead)

    @property
    def figures(self) -> FigureTable:
        """The figures that were known, by measure."""
        with self._engine.lock:
            return figures_as_of(self.view, self.as_of)

    @property
    def names(self) -> Mapping[str, str]:
        """What to call each source, by id."""
        return names_of(self.view)

    def to_dict(self) -> dict[str, object]:
        """Return plain data, as `timeline known --json` prints it."""
        facts = [fact.to_dict() for fact in self.facts()]
        self._engine.keep()  # what was judged for it
        return {"as_of": as_of_dict(self.as_of), "facts": facts}

    def to_rows(self) -> list[dict[str, object]]:
        """Return one flat row for each fact, for a table or a DataFrame."""
        return [
            {
                "fact": fact.id,
                "title": fact.title,
                "kind": fact.kind,
                "certainty": fact.certainty.name.lower(),
                "status": str(fact.status),
                "occurred": None if fact.occurred is None else str(fact.occurred),
                "occurred_earliest": None if fact.occurred is None else fact.occurred.earliest_date,
                "occurred_latest": None if fact.occurred is None else fact.occurred.latest_date,
                "conflict": fact.conflict,
                "first_known": str(fact.first_known),
                "origins": ", ".join(fact.origins),
                "claims": len(fact.claims),
            }
            for fact in self.facts()
        ]


def names_of(view: View) -> Mapping[str, str]:
    """Return what to call each source, by id."""
    return {source.id: source.title for source in view.resolution.sources.values()}
