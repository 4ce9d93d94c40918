"""No test is timed: a slow or busy machine must not fail one. And which ones begin first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.measured import first_examples

if TYPE_CHECKING:
    from collections.abc import Generator

# `pytest --hypothesis-profile=thorough` looks for hours; each usual run looks elsewhere.
untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("untimed", untimed, max_examples=60)
settings.register_profile("thorough", untimed, max_examples=2_000)
settings.load_profile("untimed")

LONG = (
    "tests/page/test_browser.py",
    "tests/testing/test_mutants.py",
    "tests/laws/test_laws.py",
    "tests/store/test_reliability.py",
    "tests/cli/test_screens.py",
    "tests/formats/test_jsonld.py",
    "tests/linking/",
    "tests/testing/",
    "tests/page/",
    "tests/cli/",
    "tests/store/",
    "tests/formats/",
)
"""Where the time goes: these begin first, so that no worker ends alone with one of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the files of tests by how long they take; each keeps its order."""

    def place(item: pytest.Item) -> int:
        found = (number for number, name in enumerate(LONG) if item.nodeid.startswith(name))
        return next(found, len(LONG))

    items.sort(key=place)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    with first_examples(item):
        return (yield)
