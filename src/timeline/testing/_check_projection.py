"""Laws run over many histories, until one breaks: `check_projection` and each law by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from timeline.dates import When
from timeline.errors import InvalidValue, UnknownName
from timeline.model import AsOf, Clock, Event
from timeline.testing import _asking_laws as asking
from timeline.testing import _fold_laws as folding
from timeline.testing import _merge_laws as merging
from timeline.testing import _weight_laws as weighing
from timeline.testing._code import imports_of, question
from timeline.testing._histories import days_of, smaller
from timeline.testing._law import Checked, Law, Raised, as_test
from timeline.testing._newsrooms import newsrooms
from timeline.testing._run import EXAMPLES, smallest_failure
from timeline.testing._trial import AnyProjection, Trial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from hypothesis.strategies import DrawFn, SearchStrategy

    from timeline.testing._law import LawBroken
    from timeline.testing._newsroom import Newsroom

PROJECTION_LAWS: Mapping[str, Law[Trial]] = {
    law.name: law
    for law in (
        folding.totality,
        asking.determinism,
        asking.no_hindsight,
        asking.recorded_isolation,
        folding.purity,
        folding.fold_composition,
        folding.snapshot_equivalence,
        folding.key_locality,
        folding.turns_are_complete,
        asking.arrival_order,
        asking.idempotent_ingestion,
        asking.correction_against_revision,
        folding.json_round_trip,
        merging.merge_is_associative,
        merging.merge_is_commutative,
        merging.merge_is_idempotent,
        merging.merge_of_parts,
        weighing.what_was_taken_back,
        weighing.copies_have_no_weight,
        weighing.no_comment_has_no_weight,
        asking.agreement,
    )
}
"""The laws of projections by name, in the order in which they are tried."""


@st.composite
def _cases(draw: DrawFn, worlds: SearchStrategy[Newsroom]) -> _Case:
    events = tuple(draw(worlds).events)
    days = days_of(events) or [When.parse("2025-01-01").latest or 0]
    # Most questions look back from late days, when much is known.
    late = st.sampled_from(days[len(days) // 2 :])
    day = draw(st.one_of(st.sampled_from(days), late, st.just(days[-1])))
    clock = draw(st.sampled_from(Clock))
    return events, AsOf(When.day(day), clock=clock), draw(st.booleans())


_SHORT = 5
_Case = tuple[tuple[Event, ...], AsOf, bool]


def _smaller(case: _Case) -> Iterator[_Case]:
    events, as_of, possible = case
    for fewer in smaller(events):
        yield fewer, as_of, possible
    # Two events may hold each other up: a correction, and what it corrects. A short history is
    # not worth the search.
    for fewer in smaller(events) if len(events) > _SHORT else ():
        for fewest in smaller(fewer):
            yield fewest, as_of, possible


def check_projection(  # noqa: PLR0913  # each is a knob of its own, and keyword-only
    projection: AnyProjection,
    *,
    laws: Iterable[str] | None = None,
    worlds: SearchStrategy[Newsroom] | None = None,
    examples: int = EXAMPLES,
    conclusion: Callable[[Any], object] | None = None,
    like: AnyProjection | None = None,
) -> Checked:
    """Hold a projection to the laws, over many histories and dates.

    Args:
        projection: the projection; it is copied, and not asked anything itself.
        laws: the names of the laws; None for all of `PROJECTION_LAWS`.
        worlds: where histories come from; by default `newsrooms`.
        examples: how many histories are tried.
        conclusion: what an answer (of one key, where there are keys) comes to; the laws about
            weight need it.
        like: a projection that is known to be right, with the same answers.

    Returns:
        The laws that held, and those that do not apply, with the reason.

    Raises:
        LawBroken: a law does not hold; it shows the smallest history found, as a test.

    >>> from timeline.projections import Facts
    >>> checked = check_projection(Facts(), conclusion=lambda fact: fact.status, examples=5)
    >>> checked.left_out["JSON round trip"]
    'it has no dump and load'
    """
    named = _named(laws)
    asked = Trial(projection, (), AsOf("2025-01-01"), conclusion=conclusion, like=like)
    left_out = {law.name: why for law in named if (why := law.exempt(asked)) is not None}
    applying = [law for law in named if law.name not in left_out]

    def broken(case: _Case, tried: Sequence[Law[Trial]]) -> LawBroken | None:
        events, as_of, possible = case
        trial = Trial(
            projection, events, as_of, possible=possible, conclusion=conclusion, like=like
        )
        for law in tried:
            found = _breach(law, trial.begin())
            if found is not None:
                return found
        return None

    failure = smallest_failure(
        _cases(newsrooms() if worlds is None else worlds), applying, broken, examples, _smaller
    )
    if failure is not None:
        raise failure
    return Checked(tuple(law.name for law in applying), left_out, examples)


def holds(  # noqa: PLR0913  # each is a knob of its own, and keyword-only
    law: str,
    projection: AnyProjection,
    events: Sequence[Event],
    as_of: AsOf | When | str,
    *,
    possible: bool = False,
    conclusion: Callable[[Any], object] | None = None,
    like: AnyProjection | None = None,
) -> None:
    """Hold a projection to one law in one case: what the test that a failure prints calls.

    Args:
        law: the name of the law.
        projection: the projection.
        events: the history, in its order of arrival.
        as_of: the question, or its date.
        possible: whether what was only possibly known is folded, too.
        conclusion: as for `check_projection`.
        like: as for `check_projection`.

    Raises:
        LawBroken: the law does not hold.
        InvalidValue: the law does not apply to the projection.
    """
    (found,) = _named([law])
    asked = as_of if isinstance(as_of, AsOf) else AsOf(as_of)
    trial = Trial(
        projection, tuple(events), asked, possible=possible, conclusion=conclusion, like=like
    )
    exempt = found.exempt(trial)
    if exempt is not None:
        raise InvalidValue(law, expected="a law that applies", got=exempt)
    failure = _breach(found, trial)
    if failure is not None:
        raise failure


def _named(laws: Iterable[str] | None) -> list[Law[Trial]]:
    if laws is None:
        return list(PROJECTION_LAWS.values())
    found = []
    for name in laws:
        if name not in PROJECTION_LAWS:
            raise UnknownName("law", name, PROJECTION_LAWS)
        found.append(PROJECTION_LAWS[name])
    return found


def _breach(law: Law[Trial], trial: Trial) -> LawBroken | None:
    """Return how *law* is broken; what raises on the way breaks totality, whatever the law."""
    broken = law
    try:
        problem = law.problem(trial)
    except Raised as error:
        broken, problem = folding.totality, str(error)
    if problem is None:
        return None
    return broken.broken(problem, trial.events, _test(law, trial), law.name)


def _test(law: Law[Trial], trial: Trial) -> str:
    name = f"{type(trial.original).__name__}()"
    arguments = [f'"{law.name}"', name, "history", question(trial.as_of)]
    if trial.possible:
        arguments.append("possible=True")
    if trial.conclusion is not None:
        arguments.append("conclusion=conclusion")
    if trial.like is not None:
        arguments.append(f"like={type(trial.like).__name__}()")
    more = ["from timeline.testing import holds", *imports_of([trial.as_of])]
    return as_test(law.identifier, trial.events, f"holds({', '.join(arguments)})", more)
