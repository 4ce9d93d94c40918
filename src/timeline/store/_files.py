"""Files of the world around the store: read, or written so that they appear whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import IO, TYPE_CHECKING

from timeline.errors import InvalidInput, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

File = str | os.PathLike[str] | IO[bytes]
"""A path, or a file that is open in binary mode."""


@contextlib.contextmanager
def new_file(file: File, *, replace: bool = False) -> Iterator[IO[bytes]]:
    """Give a file to write to; one that is open already is handed on.

    A path gets its file when it is whole and on disk: whoever reads it meanwhile sees the old one,
    or none. After an error there is nothing new.

    Args:
        file: the file.
        replace: let it take the place of another file; else there must be none.

    Raises:
        StoreError: there is such a file already, or it cannot be written.
    """
    if not isinstance(file, str | os.PathLike):
        yield file
        return
    path = Path(file)
    if path.exists() and not replace:
        raise StoreError(f"{path}: there is such a file already; it was left as it is")
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with partial.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except OSError as error:
        # The name of the error's file is one that nobody has asked for.
        raise StoreError(f"{path}: cannot be written ({error.strerror or error})") from error
    finally:
        with contextlib.suppress(OSError):  # the folder is none, or there never was a file
            partial.unlink()


@contextlib.contextmanager
def read_file(file: File, name: str | None = None, *, kind: str) -> Iterator[tuple[str, IO[bytes]]]:
    """Give what to call a file in errors, and the file, open in binary mode.

    Args:
        file: the file; one that is open already is handed on, and stays open.
        name: what to call it; its path or its own name if left out.
        kind: what to call a file without any name.

    Raises:
        InvalidInput: it cannot be opened.
    """
    if not isinstance(file, str | os.PathLike):
        yield name or str(getattr(file, "name", kind)), file
        return
    called = name or str(file)
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - closed below; errors of its reader are not ours
    except OSError as error:
        raise InvalidInput(called, "", f"cannot be read: {error.strerror or error}") from error
    except ValueError as error:  # a name that no file can have
        raise InvalidInput(called, "", f"cannot be read: {error}") from error
    with stream:
        yield called, stream
