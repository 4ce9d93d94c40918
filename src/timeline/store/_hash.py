"""What the hash of an event covers, so that any program can recompute the chain."""

from __future__ import annotations

import hashlib


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
