"""The scripts of ``timeline --completion`` complete what there is, in the shells that are here."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from timeline.cli._app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Ran

BASH = shutil.which("bash")
NAMES = {name for name, *_ in COMMANDS}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_names_every_command_and_nothing_of_this_machine(
    run: Callable[..., Ran], shell: str
) -> None:
    ran = run("--completion", shell)

    assert (ran.code, ran.err) == (0, "")
    assert all(name in ran.out for name in NAMES)
    assert str(ROOT) not in ran.out
    assert ran.out.endswith("\n")


def test_another_shell_is_refused_with_those_that_there_are(run: Callable[..., Ran]) -> None:
    ran = run("--completion", "tcsh")

    assert (ran.code, ran.out) == (2, "")
    assert "bash" in ran.err


@pytest.mark.skipif(BASH is None, reason="asks bash itself")
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["kno"], {"known"}),
        (["he"], {"head"}),
        (["known", "2025-01-20", "--clo"], {"--clock"}),
        (["known", "2025-01-20", "--clock", "pub"], {"published"}),
        (["figures", "--m"], {"--measure"}),
        ([""], NAMES),
    ],
    ids=lambda part: " ".join(part) if isinstance(part, list) else "",
)
def test_bash_completes(run: Callable[..., Ran], typed: list[str], offered: set[str]) -> None:
    script = run("--completion", "bash").out
    words = f"COMP_WORDS=({shlex.join(['timeline', *typed])}); COMP_CWORD={len(typed)}"

    found = subprocess.run(
        [str(BASH), "--norc"],
        input=f'{script}\n{words}\n_timeline\necho "${{COMPREPLY[@]}}"',
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stderr == ""
    assert set(found.stdout.split()) - {"--help", "-h", "--version"} == offered
