"""The hash chain: what each hash covers, and the check that nothing under it was changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from timeline.errors import BrokenStore, InvalidValue, shown
from timeline.store._protocol import GENESIS, Head
from timeline.store._recorded import index_row, microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.store._recorded import IndexRow, RecordedEvent

_EVERY = 1000  # events between two reports of progress


def event_hash(  # noqa: PLR0913  # all that the hash covers, each by its name
    previous: str,
    *,
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

    >>> event_hash("0" * 64, position=1, stream="a", version=1, recorded_at=0, type_="t",
    ...            payload=b"{}") == hashlib.sha256(b"0" * 64 + b" 1 1 0 1 1 2\nat{}").hexdigest()
    True
    """
    name, kind = stream.encode(), type_.encode()
    numbers = f"{previous} {position} {version} {recorded_at} "
    lengths = f"{len(name)} {len(kind)} {len(payload)}\n"
    return hashlib.sha256(b"".join(((numbers + lengths).encode(), name, kind, payload))).hexdigest()


class ChainCheck:
    """Walks a log from its first event and stops at the first that is not as it was written.

    Args:
        file: the store, for errors.
        head: the head, or the hash of one, that must be met on the way; None asks for none.
    """

    def __init__(self, file: object, head: Head | str | None) -> None:
        self.file = file
        self.wanted = head
        self.at = Head()
        self.versions: dict[str, int] = {}
        self.recorded_at: int | None = None
        self.met = head is None or self._is_wanted(self.at)

    def run(
        self,
        records: Iterable[tuple[RecordedEvent, IndexRow]],
        total: int,
        progress: Callable[[int, int], None] | None = None,
    ) -> Head:
        """Check every record with its row of the index, and the kept head; return the last."""
        for record, row in records:
            self._take(record, row)
            if progress is not None and record.position % _EVERY == 0:
                progress(record.position, total)
        if not self.met:
            raise BrokenStore(self.file, *self._missed())
        if progress is not None:
            progress(self.at.position, total)
        return self.at

    def _is_wanted(self, head: Head) -> bool:
        return head == self.wanted if isinstance(self.wanted, Head) else head.hash == self.wanted

    def _missed(self) -> tuple[int | None, str]:
        wanted = self.wanted
        if isinstance(wanted, Head) and wanted.position <= self.at.position:
            return wanted.position, "its hash is not the one that was kept: history was rewritten"
        what = f"position {wanted.position}" if isinstance(wanted, Head) else shown(wanted)
        return None, (
            f"the log ends at position {self.at.position} and has not the head that was kept, "
            f"{what}: it was cut short, or history was rewritten"
        )

    def _take(self, record: RecordedEvent, row: IndexRow) -> None:
        position = self.at.position + 1
        if record.position != position:
            raise BrokenStore(self.file, position, f"missing; next is {record.position}")
        version = self.versions.get(record.stream, 0) + 1
        recorded_at = microseconds(record.recorded_at, "recorded_at")
        digest = event_hash(
            record.previous,
            position=position,
            stream=record.stream,
            version=record.version,
            recorded_at=recorded_at,
            type_=record.type,
            payload=record.payload,
        )
        if record.previous != self.at.hash:
            problem = "does not follow its predecessor: one of them was changed"
        elif record.hash != digest:
            problem = "its hash does not fit: it was changed"
        elif record.version != version:
            problem = f"is version {record.version} of {shown(record.stream)}, not {version}"
        elif self.recorded_at is not None and recorded_at < self.recorded_at:
            problem = "was recorded before its predecessor"
        elif row != index_row(position, record.stream, version, record.type, record.event):
            problem = "the index says something else than the event"
        else:
            self.at = Head(position, digest)
            self.versions[record.stream] = version
            self.recorded_at = recorded_at
            self.met = self.met or self._is_wanted(self.at)
            return
        raise BrokenStore(self.file, position, problem)


def check_is_head(head: Head | str | None) -> None:
    """Refuse what can be no head before a long log is read in vain."""
    text = head.hash if isinstance(head, Head) else head
    if text is not None and (len(text) != len(GENESIS) or set(text) - set("0123456789abcdef")):
        raise InvalidValue("head", expected="64 hexadecimal digits", got=text)
