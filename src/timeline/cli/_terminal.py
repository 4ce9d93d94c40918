"""Where output meets the world: terminals, pipes, encodings, readers that have gone.

Everything that the command line prints goes through here, once, as a whole.
"""

from __future__ import annotations

import codecs
import contextlib
import io
import os
import sys
import textwrap
from typing import IO, TYPE_CHECKING, TextIO

import orjson
from rich.console import Console

from timeline.rendering import inert, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from rich.console import RenderableType

PIPED_WIDTH = 100
"""How many columns text has that no terminal shows, so that it is the same everywhere."""

_NARROWEST = 20
_PLAIN: Mapping[str, str] = {
    **dict.fromkeys("‘’‚′", "'"),  # noqa: RUF001 - the quotation marks that articles use
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—−─━", "-"),  # noqa: RUF001 - hyphens, dashes and rules
    "…": "...",
    "•": "*",
    "→": "->",
    "\u00a0": " ",
}


def _legible(error: UnicodeError) -> tuple[str, int]:
    """Replace what an encoding lacks: punctuation by its plain form, the rest by its code."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    plain = (_PLAIN.get(c) or c.encode("ascii", "backslashreplace").decode() for c in lacking)
    return "".join(plain), error.end


codecs.register_error("timeline.legible", _legible)


def console(stream: TextIO | None = None) -> Console:
    """Return a console on *stream* (standard output): colour and width as the terminal has them.

    NO_COLOR, FORCE_COLOR, TERM and COLUMNS are honoured. No markup, emoji codes or highlighting
    is read into what is printed.
    """
    stream = sys.stdout if stream is None else stream
    width = None if stream is None or stream.isatty() else PIPED_WIDTH
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns) > 0:
        width = int(columns)
    made = Console(
        file=stream,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        legacy_windows=False,
    )
    made.width = max(made.width, _NARROWEST)
    return made


def show(view: RenderableType) -> None:
    """Print *view* on standard output."""
    target = console()
    with target.capture() as captured:
        target.print(view, crop=False)  # commands to be copied may overrun
    write(trimmed(captured.get()))


def show_json(plain: object) -> None:
    """Print plain data as JSON on standard output, in UTF-8 whatever the terminal says."""
    data = orjson.dumps(plain, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        write(data.decode())
        return
    try:
        sys.stdout.flush()
        binary.write(data)
        binary.flush()
    except OSError as error:
        _give_up(sys.stdout, error)


@contextlib.contextmanager
def binary_output() -> Iterator[IO[bytes]]:
    """Lend standard output to what writes bytes by itself, and much of it."""
    if sys.stdout is None:  # it was closed before the program began
        yield io.BytesIO()
        return
    try:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except OSError as error:
        _give_up(sys.stdout, error)


def write(text: str, stream: TextIO | None = None) -> None:
    """Write *text*, in the nearest that the encoding of *stream* (standard output) can say."""
    stream = sys.stdout if stream is None else stream
    if stream is None:  # it was closed before the program began
        return
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "timeline.legible").decode(encoding))
        stream.flush()
    except OSError as error:
        _give_up(stream, error)


def _give_up(stream: TextIO, error: OSError) -> None:
    """Write no more; that a reader such as ``head`` has seen enough is no error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    if not isinstance(error, BrokenPipeError):
        raise error


def legible(path: Path) -> str:
    """Return a file's name as text, in which bytes that are no text are question marks."""
    return str(path).encode(errors="replace").decode()


def complain(message: str) -> None:
    """Print an error on standard error: one line, wrapped if a terminal shows it."""
    text = f"timeline: {inert(message)}"
    if sys.stderr is not None and sys.stderr.isatty():
        text = textwrap.fill(text, console(sys.stderr).width, subsequent_indent="  ")
    write(f"{text}\n", sys.stderr)
