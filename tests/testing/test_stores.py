"""Our own stores keep the laws of stores, by script and by state machine."""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from timeline import MemoryStore, SqliteStore
from timeline.errors import UnknownName
from timeline.testing import STORE_LAWS, LawBroken, StoreMachine, check_store, store_holds

if TYPE_CHECKING:
    from timeline.store import EventStore, Head

FEW = settings(max_examples=10, stateful_step_count=12, deadline=None)


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_the_memory_store_keeps_every_law() -> None:
    assert check_store(MemoryStore, examples=80).laws == tuple(STORE_LAWS)


@pytest.mark.no_cover  # it is long, and other tests reach its lines
def test_the_sqlite_store_keeps_every_law(tmp_path: Path) -> None:
    number = itertools.count()
    check_store(lambda: SqliteStore.open(tmp_path / f"{next(number)}.db"), examples=8)


@pytest.mark.parametrize("law", STORE_LAWS)
def test_each_law_can_be_asked_for_by_its_name(law: str) -> None:
    assert check_store(MemoryStore, laws=[law], examples=5).laws == (law,)
    store_holds(law, MemoryStore, [])


def test_other_names_are_no_laws() -> None:
    with pytest.raises(UnknownName, match="did you mean numbering"):
        check_store(MemoryStore, laws=["numberings"])


class MemoryMachine(StoreMachine):
    def make_store(self) -> EventStore:
        return MemoryStore()


class SqliteMachine(StoreMachine):
    def make_store(self) -> EventStore:
        self.folder = tempfile.TemporaryDirectory()
        return SqliteStore.open(Path(self.folder.name, "log.db"))

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


TestMemoryStore = MemoryMachine.TestCase
TestMemoryStore.settings = FEW
TestSqliteStore = SqliteMachine.TestCase
TestSqliteStore.settings = FEW


def test_the_machine_needs_a_store() -> None:
    with pytest.raises(Exception, match="needs a method make_store"):
        StoreMachine()


class RaisesOddly(MemoryStore):
    def head(self) -> Head:
        raise ZeroDivisionError


def test_what_a_store_must_not_raise_is_told() -> None:
    with pytest.raises(LawBroken, match=r"head\(\) raised ZeroDivisionError") as failure:
        check_store(RaisesOddly)
    assert failure.value.law == "no unexpected errors"
