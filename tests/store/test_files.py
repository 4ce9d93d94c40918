"""A file appears whole or not at all, and an error names the file that was asked for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from timeline.errors import InvalidInput, StoreError
from timeline.store import new_file, read_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_has_no_name_until_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new"
    with new_file(path) as stream:
        stream.write(b"half")
        assert not path.exists()
    assert path.read_bytes() == b"half"


def _half(path: Path, error: type[BaseException], *, replace: bool = False) -> None:
    with new_file(path, replace=replace) as stream:
        stream.write(b"half")
        raise error


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, StoreError])
def test_nothing_is_left_of_a_file_that_did_not_become_whole(
    tmp_path: Path, error: type[BaseException]
) -> None:
    with pytest.raises(error):
        _half(tmp_path / "new", error)
    assert not list(tmp_path.iterdir())


def test_another_file_is_replaced_if_that_is_wished_and_only_by_a_whole_one(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_bytes(b"old")
    with pytest.raises(StoreError, match="there is such a file already"), new_file(path):
        pass
    with pytest.raises(KeyboardInterrupt):
        _half(path, KeyboardInterrupt, replace=True)
    assert path.read_bytes() == b"old"
    with new_file(path, replace=True) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_that_was_asked_for_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "gone/new"
    with pytest.raises(StoreError) as raised, new_file(path):
        pass
    assert str(raised.value) == f"{path}: cannot be written (No such file or directory)"
    with pytest.raises(InvalidInput) as refused, read_file(path, kind="log"):
        pass
    assert str(refused.value) == f"{path}: cannot be read: No such file or directory"


def test_a_file_in_hand_is_handed_on_and_stays_open() -> None:
    stream = io.BytesIO()
    with new_file(stream) as given:
        assert given is stream
    with read_file(stream, kind="log") as (name, given):
        assert given is stream
        assert name == "log"
    with read_file(stream, "<standard input>", kind="log") as (name, _):
        assert name == "<standard input>"
    assert not stream.closed
