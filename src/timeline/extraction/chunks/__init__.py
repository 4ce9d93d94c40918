"""A sentence as a row of chunks, each with a tag: what the rules of attribution read."""

from timeline.extraction.chunks._chunks import (
    Chunks,
    chunks_of,
)

__all__ = [
    "Chunks",
    "chunks_of",
]
