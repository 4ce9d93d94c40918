"""Drafts to claims, and the words in which a claim is shown."""

from timeline.extraction.claims._compose import composed

__all__ = [
    "composed",
]
