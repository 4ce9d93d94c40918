"""The command line: ``timeline known 2025-01-20 fixtures/streams``."""

from timeline.cli._app import app, main

__all__ = ["app", "main"]
