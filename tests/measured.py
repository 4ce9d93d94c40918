"""What coverage looks at: enough to see every line that a test reaches, and no more.

Tracing makes Python several times as slow, in every module that is loaded. What runs untraced
counts as missed, so coverage is told too low at times, and never too high.
"""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any

from coverage import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

EXAMPLES = 6
"""How many examples of a property are measured; the later ones hardly reach a new line."""


@contextlib.contextmanager
def unmeasured() -> Iterator[None]:
    """Do something long untraced, whose lines other tests reach."""
    coverage = Coverage.current()
    if coverage is None:
        yield
        return
    coverage.stop()
    try:
        yield
    finally:
        coverage.start()


@contextlib.contextmanager
def first_examples(item: pytest.Item) -> Iterator[None]:
    """Measure the first examples of a test that is a property, and all of any other test."""
    coverage = Coverage.current()
    handle = getattr(getattr(item, "obj", None), "hypothesis", None)
    if coverage is None or handle is None:
        yield
        return
    test = handle.inner_test
    begun = 0

    @functools.wraps(test)
    def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - those of any test
        nonlocal begun
        begun += 1
        if begun == EXAMPLES + 1:
            coverage.stop()
        return test(*args, **kwargs)

    handle.inner_test = counted
    try:
        yield
    finally:
        handle.inner_test = test
        if begun > EXAMPLES:
            coverage.start()
