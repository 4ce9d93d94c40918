"""Runs commands as a person would, in a folder of their own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from timeline.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]


@attrs.frozen
class Ran:
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def flat(self) -> str:
        """The output with single spaces, however it was wrapped."""
        return " ".join(self.out.split())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, that has the fixtures and nothing else."""
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command in this process, with its output in a pipe."""
    del folder

    def ran(*words: str) -> Ran:
        code = main(words)
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return ran
