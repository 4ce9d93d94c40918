"""Every projection, store and extractor that is broken on purpose is caught, by a small example."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.testing import mutants_extractors, mutants_projections, mutants_stores, right_projections
from timeline.projections import Chronology, Facts, Figures, Forecasts, Projection, Provenance
from timeline.testing import (
    Extractor,
    LawBroken,
    check_extractor,
    check_projection,
    check_store,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline import MemoryStore

pytestmark = pytest.mark.no_cover  # it is long, and the other tests of the kit reach its lines

MOST_EVENTS = 6
FEW = 40  # examples for what is right; the long form is tests/benchmarks/law_table.py


def caught(check: Callable[[], object], names: dict[str, Any]) -> LawBroken:
    """Run a check that must fail; hold its failure to what the kit promises of failures."""
    with pytest.raises(LawBroken) as failure:
        check()
    broken = failure.value
    assert len(broken.events) <= MOST_EVENTS
    replay(broken, names)
    return broken


def replay(broken: LawBroken, names: dict[str, Any]) -> None:
    """Run the test that a failure prints: it must fail by the same law."""
    scope: dict[str, Any] = dict(names)
    exec(broken.code, scope)  # it is what a reader would paste
    (test,) = (one for name, one in scope.items() if name.startswith("test_"))
    with pytest.raises(LawBroken) as again:
        test()
    assert again.value.law == broken.law


@pytest.mark.parametrize("mutant", mutants_projections.MUTANTS, ids=lambda one: one.__name__)
def test_broken_projections_are_caught(mutant: type[Projection[Any, Any]]) -> None:
    told = mutants_projections.MUTANTS[mutant]

    names = {mutant.__name__: mutant, **vars(mutants_projections), **told}
    caught(lambda: check_projection(mutant(), **told), names)


@pytest.mark.parametrize("mutant", mutants_stores.MUTANTS, ids=lambda one: one.__name__)
def test_broken_stores_are_caught(mutant: type[MemoryStore]) -> None:
    caught(lambda: check_store(mutant), {"make_store": mutant})


@pytest.mark.parametrize("mutant", mutants_extractors.MUTANTS, ids=lambda one: one.__name__)
def test_broken_extractors_are_caught(mutant: type[mutants_extractors.Sentences]) -> None:
    caught(lambda: check_extractor(mutant()), {mutant.__name__: mutant})


@pytest.mark.parametrize(
    "projection",
    [*right_projections.RIGHT, Chronology(), Figures(), Provenance(), Forecasts()],
    ids=lambda one: type(one).__name__,
)
def test_right_projections_pass(projection: Projection[Any, Any]) -> None:
    weighs = isinstance(projection, right_projections.Origins)
    conclusion = (lambda answer: answer) if weighs else None
    checked = check_projection(projection, conclusion=conclusion, examples=FEW)
    assert {"totality", "no hindsight", "purity"} <= set(checked.laws)


def test_what_is_known_of_facts_is_right_and_gives_no_weight_to_noise() -> None:
    checked = check_projection(
        Facts(),
        conclusion=lambda fact: (fact.status, fact.occurred, fact.conflict, set(fact.origins)),
        like=Facts(),
        examples=FEW,
    )
    assert set(checked.left_out) == {
        "JSON round trip",
        "merge is associative",
        "merge is commutative",
        "merge is idempotent",
        "merge of parts",
    }


def test_the_right_extractor_passes() -> None:
    extractor: Extractor = mutants_extractors.Sentences()
    assert "evidence stands in the text" in check_extractor(extractor, examples=FEW).laws


def test_there_are_enough_of_them() -> None:
    broken = (
        len(mutants_projections.MUTANTS),
        len(mutants_stores.MUTANTS),
        len(mutants_extractors.MUTANTS),
    )
    assert sum(broken) >= 60
    assert min(broken) >= 10


def test_the_table_in_the_documentation_has_them_all() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "testing.md"
    rows = re.findall(
        r"^\| (?:projection|store|extractor) `(\w+)`", page.read_text("utf-8"), re.MULTILINE
    )
    broken = (
        *mutants_projections.MUTANTS,
        *mutants_stores.MUTANTS,
        *mutants_extractors.MUTANTS,
    )
    assert rows == [mutant.__name__ for mutant in broken]
