"""The program: its commands with an example each, and what becomes of errors.

Exit codes: 0 fine, 1 the data is at fault, 2 the call is.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, CycloptsError, Parameter

from timeline.cli._copies import backup, export, import_
from timeline.cli._curate import link, merge, split
from timeline.cli._errors import WrongCall
from timeline.cli._fact import explain, history
from timeline.cli._ingest import ingest
from timeline.cli._knowledge import diff, known
from timeline.cli._page import page
from timeline.cli._review import review
from timeline.cli._store import head, verify
from timeline.cli._tables import chronology, figures, forecasts
from timeline.cli._tag import tag
from timeline.cli._terminal import complain, console, write
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

DATA_AT_FAULT = 1
CALL_AT_FAULT = 2

COMMANDS: tuple[tuple[str, Callable[..., int | None], str, str], ...] = (
    ("known", known, "DATE [PATH...]", "2025-01-20 fixtures/streams"),
    ("diff", diff, "DATE DATE [PATH...]", "2025-01-20 2025-02-07 fixtures/streams"),
    ("history", history, "FACT [PATH...]", "withdrawal fixtures/streams"),
    ("explain", explain, "FACT [PATH...]", "withdrawal fixtures/streams --on 2025-02-06"),
    ("chronology", chronology, "[PATH...]", "fixtures/streams --on 2025-02-07 --occurred 2025-01"),
    ("figures", figures, "[PATH...]", "fixtures/streams --on 2025-02-07 --measure casualties"),
    ("forecasts", forecasts, "[PATH...]", "fixtures/streams --on 2025-04-30"),
    ("page", page, "[PATH...]", "fixtures/streams --out kursk.html --on 2025-04-30"),
    ("ingest", ingest, "PATH...", "fixtures/articles --store kursk.db"),
    ("review", review, "", "--store kursk.db"),
    ("link", link, "CLAIM FACT", "kontur-2025-02-07#14 pow-capture --store kursk.db"),
    ("merge", merge, "FACT INTO", "pow-video prisoner-video --store kursk.db"),
    (
        "split",
        split,
        "FACT INTO CLAIM...",
        "deployment second-wave kontur-2025-02-07#2 --title 'More troops' --store kursk.db",
    ),
    ("verify", verify, "", "--store kursk.db"),
    ("head", head, "", "--store kursk.db"),
    ("backup", backup, "FILE", "kursk-backup.db --store kursk.db"),
    ("export", export, "FILE", "kursk.jsonl --store kursk.db"),
    ("import", import_, "FILE", "kursk.jsonl --store elsewhere.db"),
    ("tag", tag, "TEXT", "'They met on Thursday.' --on 2025-02-07"),
)
"""The commands as help lists them: name, function, arguments, an example of these."""

app = App(
    name="timeline",
    usage="Usage: timeline COMMAND",
    help="What the news said, and when: what was known on a date, on whose word, and how sure.",
    help_epilogue="Example: timeline known 2025-01-20 fixtures/streams",
    help_format="plaintext",
    version=lambda: version("timeline-engine"),
    default_parameter=Parameter(negative=(), show_default=False),
    result_action="return_value",
    suppress_keyboard_interrupt=False,  # main says what becomes of it
)
for _order, (_name, _command, _arguments, _example) in enumerate(COMMANDS):
    _words = f"timeline {_name}"
    app.command(
        _command,
        name=_name,
        sort_key=_order,
        usage=f"Usage: {' '.join(filter(None, (_words, _arguments, '[OPTIONS]')))}",
        help_epilogue=f"Example: {_words} {_example}",
    )


@app.command(
    name="--completion",
    sort_key=len(COMMANDS),
    usage="Usage: timeline --completion SHELL",
    help_epilogue="Example: timeline --completion bash",
)
def completion(
    shell: Annotated[Literal["bash", "zsh", "fish"], Parameter(help="The shell.")], /
) -> None:
    """Print a script by which a shell completes commands, options and their choices."""
    write(app.generate_completion(prog_name="timeline", shell=shell).rstrip("\n") + "\n")


def run(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Args:
        argv: the words behind the program's name; None takes those of the process.
    """
    tokens = sys.argv[1:] if argv is None else list(argv)
    try:
        code: object = app(
            tokens,
            console=console(),
            error_console=console(sys.stderr),
            exit_on_error=False,
            print_error=False,
        )
    except (CycloptsError, WrongCall) as error:
        complain(str(error))
        return CALL_AT_FAULT
    except TimelineError as error:
        complain(str(error))
        return DATA_AT_FAULT
    except OSError as error:
        # A full disk, a folder without permission: neither our mistake nor the call's.
        complain(": ".join(str(part) for part in (error.filename, error.strerror) if part))
        return DATA_AT_FAULT
    return code if isinstance(code, int) else 0
