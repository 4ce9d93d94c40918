"""A folder that cannot be looked into is told of: what it holds is not passed over in silence."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline import Timeline
from timeline.errors import InvalidInput
from timeline.ingestion import Category, read_curated

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@pytest.fixture
def lock(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Let nobody look into a folder; its mode would not keep a superuser out."""

    def locked(folder: Path) -> None:
        look = os.scandir

        def refused(path: Any) -> Any:  # noqa: ANN401 - as os.scandir has it
            if Path(path) == folder:
                raise PermissionError(13, "Permission denied", str(path))
            return look(path)

        monkeypatch.setattr(os, "scandir", refused)

    return locked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article, and a folder within that has another one."""
    within = tmp_path / "within"
    within.mkdir()
    for name, place in (("kontur-2025-02-07.md", tmp_path), ("joongang-2025-02-06.md", within)):
        shutil.copy(ROOT / "fixtures/articles" / name, place / name)
    return tmp_path


def test_articles_go_on_and_the_folder_is_left_out_by_name(
    folder: Path, lock: Callable[[Path], None]
) -> None:
    lock(folder / "within")
    with Timeline.in_memory() as tl:
        done = tl.ingest(folder)
    assert [one.stream for one in done] == ["kontur-2025-02-07"]
    assert [(one.path, one.category) for one in done.left_out] == [
        (folder / "within", Category.UNREADABLE)
    ]


def test_the_folder_itself_is_not_called_empty(folder: Path, lock: Callable[[Path], None]) -> None:
    lock(folder)
    with Timeline.in_memory() as tl, pytest.raises(InvalidInput, match="Permission denied"):
        tl.ingest(folder)


def test_streams_are_taken_in_all_or_none(folder: Path, lock: Callable[[Path], None]) -> None:
    (folder / "facts.toml").write_text("")
    lock(folder / "within")
    with Timeline.in_memory() as tl, pytest.raises(InvalidInput, match="within: cannot be read"):
        tl.ingest(folder)
    with pytest.raises(InvalidInput, match="within: cannot be read"):
        read_curated([folder])


def test_a_link_to_itself_beside_curated_streams_is_left_out_by_name(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "fixtures/articles", tmp_path / "articles")
    shutil.copytree(ROOT / "fixtures/streams", tmp_path / "streams")
    (tmp_path / "streams/self.md").symlink_to("self.md")
    with Timeline.in_memory() as tl:
        done = tl.ingest(tmp_path / "streams")
    assert len(done.streams) > 1
    assert [one.path.name for one in done.left_out] == ["self.md"]
