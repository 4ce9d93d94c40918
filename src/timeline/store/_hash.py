"""What the hash of an event covers, so that any program can recompute the chain."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def event_hash(  # noqa: PLR0913, PLR0917  # all that the hash covers, in its order
    previous: str,
    position: int,
    stream: str,
    version: int,
    recorded_at: int,
    type_: str,
    payload: bytes,
) -> str:
    r"""Return the SHA-256 (FIPS 180-4) of an event and all before it, in hexadecimal.

    It covers *previous* as 64 hexadecimal digits, then the numbers *position*, *version* and
    *recorded_at* (microseconds since 1970 in UTC) and the lengths in bytes of *stream*, *type_*
    and *payload*, each in decimal digits behind one space, a newline, and those three. The lengths
    stand in front, so that no two events give the same bytes.

    >>> event_hash("0" * 64, 1, "a", 1, 0, "t", b"{}") == hashlib.sha256(
    ...     b"0" * 64 + b" 1 1 0 1 1 2\nat{}").hexdigest()
    True
    """
    lengths = f"{len(stream.encode())} {len(type_.encode())} {len(payload)}"
    head = f"{previous} {position} {version} {recorded_at} {lengths}\n{stream}{type_}"
    return hashlib.sha256(head.encode() + payload).hexdigest()


def chained(  # noqa: PLR0913, PLR0917  # as above
    previous: str,
    position: int,
    stream: str,
    version: int,
    recorded_at: int,
    types: Sequence[str],
    payloads: Sequence[bytes],
) -> list[str]:
    """Return the hashes of events that follow each other in the log and in one stream.

    They are those of `event_hash`, with what the events share written down once.

    >>> chained("0" * 64, 1, "a", 1, 0, ["t", "t"], [b"{}", b"[]"]) == [
    ...     first := event_hash("0" * 64, 1, "a", 1, 0, "t", b"{}"),
    ...     event_hash(first, 2, "a", 2, 0, "t", b"[]")]
    True
    """
    if len(types) == 1:
        (type_,), (payload,) = types, payloads
        return [event_hash(previous, position, stream, version, recorded_at, type_, payload)]
    sha256 = hashlib.sha256
    shared = f" {recorded_at} {len(stream.encode())} "
    ends = {
        type_: (f"{shared}{len(type_.encode())} ", f"\n{stream}{type_}") for type_ in set(types)
    }
    hashes = []
    for number, (type_, payload) in enumerate(zip(types, payloads, strict=True)):
        before, behind = ends[type_]
        head = f"{previous} {position + number} {version + number}{before}{len(payload)}{behind}"
        previous = sha256(head.encode() + payload).hexdigest()
        hashes.append(previous)
    return hashes
