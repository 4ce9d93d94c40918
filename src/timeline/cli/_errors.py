"""The error that tells a wrong call from wrong data: exit code 2, not 1."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from timeline.errors import InvalidValue, TimelineError, shown

if TYPE_CHECKING:
    from collections.abc import Iterator


class WrongCall(TimelineError):
    """The command line asks for something that cannot be asked for."""


@contextlib.contextmanager
def reading(argument: str) -> Iterator[None]:
    """Turn what is wrong with a value of the call into a `WrongCall` that names the *argument*."""
    try:
        yield
    except InvalidValue as error:
        raise WrongCall(f"{argument}: must be {error.expected} (got {shown(error.got)})") from error
