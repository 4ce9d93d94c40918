"""The check of a whole log: that each event follows from the one before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import BrokenStore, InvalidValue, shown
from timeline.store._protocol import GENESIS, Head
from timeline.store._recorded import CHANGED, IndexRow, microseconds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from timeline.store._recorded import RecordedEvent

_EVERY = 1000  # events between two reports of progress


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
        digest = record.computed_hash()
        if record.previous != self.at.hash:
            problem = "does not follow its predecessor: one of them was changed"
        elif record.hash != digest:
            problem = CHANGED
        elif record.version != version:
            problem = f"is version {record.version} of {shown(record.stream)}, not {version}"
        elif self.recorded_at is not None and recorded_at < self.recorded_at:
            problem = "was recorded before its predecessor"
        elif row != IndexRow.of(record, record.decoded()):
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
