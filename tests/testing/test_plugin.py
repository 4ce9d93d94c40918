"""What pytest and Hypothesis load of us is light, and says what to install where it must."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import timeline.testing
from timeline import MemoryStore, SqliteStore, Timeline
from timeline.testing import five_articles

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.store import EventStore


def run(code: str) -> str:
    """Run Python code in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout + done.stderr


def test_there_is_an_empty_timeline(empty_timeline: Timeline) -> None:
    assert dict(empty_timeline.known("2025-02-07")) == {}


def test_there_are_the_five_articles(five_article_timeline: Timeline) -> None:
    assert five_article_timeline.known("2025-01-20")["pow-capture"].status.value == "reported"


def test_each_gets_a_timeline_of_its_own() -> None:
    one, other = five_articles(), five_articles()
    one.store.drop_caches()
    assert one.store is not other.store
    assert one.store.head().position == other.store.head().position


def test_there_is_each_store(memory_store: MemoryStore, sqlite_store: SqliteStore) -> None:
    assert memory_store.head() == sqlite_store.head()


def test_the_store_is_the_one_asked_for(
    timeline_store: EventStore, timeline_store_kind: str
) -> None:
    assert type(timeline_store).__name__.lower() == f"{timeline_store_kind}store"


def test_all_stores_can_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "def test_it(timeline_store):\n    assert timeline_store.head().position == 0\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--timeline-store=all", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "2 passed" in done.stdout


@pytest.mark.parametrize("module", ["timeline", "timeline._pytest_plugin"])
def test_loading_it_loads_little(module: str) -> None:
    heavy = "{'hypothesis', 'timeline.model', 'timeline.testing', 'pendulum', 'sqlite3'}"
    assert run(f"import sys, {module}; print({heavy} & set(sys.modules))").strip() == "set()"


def test_hypothesis_does_not_load_the_kit() -> None:
    code = "import sys, hypothesis; print('timeline.testing._newsrooms' in sys.modules)"
    assert run(code).strip() == "False"


def test_without_hypothesis_we_say_what_to_install() -> None:
    hide = "import sys, importlib.util as u; real = u.find_spec\n"
    hide += "u.find_spec = lambda name, *a: None if name == 'hypothesis' else real(name, *a)\n"
    assert run(hide + "import timeline; print(timeline.When('2025'))").strip() == "2025"
    assert "ImportError" in (said := run(hide + "import timeline.testing"))
    assert "pip install 'timeline-engine[testing]'" in said


def test_every_public_name_is_there() -> None:
    for name in timeline.testing.__all__:
        assert getattr(timeline.testing, name).__doc__
    assert set(timeline.testing.__all__) <= set(dir(timeline.testing))
    with pytest.raises(AttributeError, match="no attribute 'check_everything'"):
        _ = timeline.testing.check_everything
