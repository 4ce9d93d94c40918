"""Optional libraries, loaded when they are needed; one that is missing is named with its extra."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from timeline.errors import MissingLibrary


def library(name: str, *, extra: str, purpose: str) -> Any:  # noqa: ANN401 - most ship no types
    """Import and return a library.

    Args:
        name: the module to import.
        extra: the extra of this distribution that brings it.
        purpose: what it is needed for, to begin a sentence with.

    Raises:
        MissingLibrary: it is not installed.
    """
    package = name.partition(".")[0]
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != package:
            raise  # the library is there, and lacks one of its own
        raise MissingLibrary(package, extra=extra, purpose=purpose) from error
