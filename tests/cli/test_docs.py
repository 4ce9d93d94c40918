"""The page of the command line tells of every command and option, and its examples run."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from timeline.cli import app
from timeline.cli._app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

PAGE = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
EXAMPLES = {name: f"{name} {example}" for name, _, _, example in COMMANDS}
NAMES = list(EXAMPLES)
SHARED = {"--store", "--clock", "--recorded", "--refuse", "--zone", "--json"}


def test_every_command_is_registered_and_told_of_in_order() -> None:
    registered = [name for name in app if not name.startswith("-")]

    assert sorted(registered) == sorted(NAMES)
    assert re.findall(r"^## `timeline (\w+)", PAGE, re.MULTILINE) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_told_of(name: str) -> None:
    section = PAGE.partition(f"## `timeline {name}")[2].partition("\n## ")[0]
    shared = PAGE.partition("## Options of every question")[2].partition("\n## ")[0]
    options = {
        option
        for argument in app[name].assemble_argument_collection(
            default_parameter=app.default_parameter
        )
        for option in argument.names
        if option.startswith("--")
    }

    told = section + (shared if options >= SHARED else "")
    assert {option for option in options if f"`{option}" not in told} == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(run: Callable[..., Ran], name: str) -> None:
    ran = run(name, "--help")

    example = f"timeline {EXAMPLES[name]}"
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: timeline {name}")
    assert f"Example: {example}" in ran.flat
    assert example in PAGE


def test_the_program_has_help_and_a_version(run: Callable[..., Ran]) -> None:
    assert all(f" {name} " in run("--help").out for name in NAMES)
    assert re.fullmatch(r"\d+\.\d+\.\d+\S*\n", run("--version").out)
    assert run().out == run("--help").out


def test_every_example_of_the_page_runs(run: Callable[..., Ran]) -> None:
    assert run("ingest", "fixtures/streams", "--store", "kursk.db").code == 0
    assert run("ingest", "fixtures/streams").code == 0
    shown = re.findall(r"^\$ timeline (.+)$", PAGE, re.MULTILINE)

    for example in shown:
        ran = run(*shlex.split(example))
        assert (ran.code, ran.err) == (0, ""), example
