"""Many cases tried, and the smallest that fails: how every law is run."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from hypothesis.errors import Flaky

from timeline.testing._law import LawBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hypothesis.strategies import SearchStrategy

    from timeline.testing._law import Law

Case = TypeVar("Case")
Trial = TypeVar("Trial")

EXAMPLES = 100
"""How many cases a check tries unless it is told otherwise."""


def smallest_failure(
    cases: SearchStrategy[Case],
    laws: Sequence[Law[Trial]],
    broken: Callable[[Case, Sequence[Law[Trial]]], LawBroken | None],
    examples: int,
) -> LawBroken | None:
    """Try *cases* until one breaks a law, make that case small, and return how it fails.

    Args:
        cases: where cases come from.
        laws: the laws, in the order in which they are tried.
        broken: tries some laws on a case, and returns the first breach.
        examples: how many cases are tried at most.
    """
    found: list[LawBroken] = []
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
            pinned[:] = [law for law in laws if law.name == failure.law] or pinned
            found.append(failure)
            raise failure

    try:
        trial()
    except Flaky:
        pass  # it remembers what it was asked before; that it failed once is enough
    except LawBroken as failure:
        return failure  # the last that was tried, and the smallest
    return min(found, key=lambda failure: len(failure.events), default=None)
