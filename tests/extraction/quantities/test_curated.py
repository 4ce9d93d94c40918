"""The yardstick: the figures that a person read in five articles are read there by the rules."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.score_quantities import compared, rows

FIXTURES = Path(__file__).parents[3] / "fixtures"
# A stretch of time is no quantity here; the reader of dates has it.
DURATIONS = {"preliminary training"}


def test_the_figures_of_the_five_articles_are_read() -> None:
    figures = [
        (claim, wanted, [compared(wanted, quantity.figure) for quantity in near])
        for claim, _, wanted, near in rows(FIXTURES / "streams", FIXTURES / "articles")
        if wanted.measure not in DURATIONS
    ]
    assert len(figures) == 30
    missed = [
        f"{claim}: {wanted}"
        for claim, wanted, near in figures
        if not any(
            parts["bounds"]
            and parts["unit"]
            and parts["approximate"]
            and parts["of"]
            and parts["head word"]
            for parts in near
        )
    ]
    assert missed == []
    exact = sum(
        any(parts["bounds"] and parts["measure"] for parts in near) for _, _, near in figures
    )
    assert exact >= 28
