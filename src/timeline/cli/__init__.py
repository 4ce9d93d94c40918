"""The command line: ``timeline known 2025-01-20 fixtures/streams``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.cli._main import main

if TYPE_CHECKING:
    from timeline.cli._app import app

__all__ = ["app", "main"]


def __getattr__(name: str) -> object:
    # Loaded when first asked for (PEP 562): `main` loads the commands itself.
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from timeline.cli._app import app  # noqa: PLC0415 - as above

    return app
