"""Many cases tried, and the smallest that fails: how every law is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis.errors import Flaky

from timeline.testing._law import LawBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hypothesis.strategies import SearchStrategy

    from timeline.testing._law import Law

Case = TypeVar("Case")
Trial = TypeVar("Trial")

EXAMPLES = 200
"""How many cases a check tries unless it is told otherwise."""


def smallest_failure(
    cases: SearchStrategy[Case],
    laws: Sequence[Law[Trial]],
    broken: Callable[[Case, Sequence[Law[Trial]]], LawBroken | None],
    examples: int,
    smaller: Callable[[Case], Iterator[Case]] = lambda _: iter(()),
) -> LawBroken | None:
    """Try *cases* until one breaks a law, make that case small, and return how it fails.

    Args:
        cases: where cases come from.
        laws: the laws, in the order in which they are tried.
        broken: tries some laws on a case, and returns the first breach.
        examples: how many cases are tried at most.
        smaller: yields cases that are smaller than a case by one piece.
    """
    found: list[tuple[Case, LawBroken]] = []
    pinned = list(laws)

    # The profile that the caller has loaded decides whether cases are drawn at random.
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        verbosity=Verbosity.quiet,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        # A projection may be slow; that is not for us to judge.
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.nested_given],
    )
    @given(cases)
    def trial(case: Case) -> None:
        failure = broken(case, pinned)
        if failure is not None:
            # From now on the case shrinks towards what breaks this law, not another one.
            pinned[:] = [law for law in laws if law.name == failure.tried]
            found.append((case, failure))
            raise failure

    try:
        trial()
    except Flaky:
        pass  # it remembers what it was asked before; that it failed once is enough
    except LawBroken as last:
        found = [pair for pair in found if pair[1] is last]
    if not found:
        return None
    smallest = min(found, key=lambda pair: len(pair[1].events))
    return _whittled(*smallest, lambda one: broken(one, pinned), smaller)


def _whittled(
    case: Case,
    failure: LawBroken,
    broken: Callable[[Case], LawBroken | None],
    smaller: Callable[[Case], Iterator[Case]],
) -> LawBroken:
    """Take pieces away for as long as what is left breaks the same law.

    Hypothesis takes away what was drawn; a piece that something else was drawn by stays. This
    knows what the pieces mean.
    """
    while True:
        for one in smaller(case):
            found = broken(one)
            if found is not None and found.law == failure.law:
                case, failure = one, found
                break
        else:
            return failure
