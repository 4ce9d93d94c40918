"""The laws on many more histories than a test run takes: ``python -m tests.laws [HISTORIES]``.

Every law of the engine is tried on so many random histories (10,000), with ties, soft dates, late
news, curation and both axes: indexed answers against the reference that is written apart, answers
of earlier positions against stores that end there, and answers out of caches and checkpoints
against those of a store that is read afresh. It ends with pytest's exit code.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent.parent


def main() -> int:
    """Read the argument and try the laws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("histories", nargs="?", type=int, default=10_000)
    count = parser.parse_args().histories
    # Some tests ask so much of a history that they take two in five.
    settings.register_profile(
        "long", max_examples=count, deadline=None, suppress_health_check=list(HealthCheck)
    )
    settings.load_profile("long")
    engine = sorted(str(path) for path in TESTS.glob("test_engine_*.py"))
    # Hypothesis is loaded before pytest can rewrite its assertions, as the profile is set first.
    early = "ignore::pytest.PytestAssertRewriteWarning"
    return pytest.main(["-q", "-x", "-W", early, str(TESTS / "laws"), *engine])


if __name__ == "__main__":
    sys.exit(main())
