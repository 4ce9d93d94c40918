"""Files that decay: single bits that flip, and write-ahead logs that lose their end."""

from __future__ import annotations

import os
import random
import shutil
from typing import TYPE_CHECKING

from tests.reliability.children import claim, expect, start
from timeline.errors import BrokenStore, StoreError
from timeline.store import Head, SqliteStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BESIDE = ("", "-wal", "-shm")


def flip_bits(folder: Path, count: int) -> dict[str, int]:
    """Flip one bit of a store file at a time; each is found, or changes nothing that is said."""
    chance = random.Random(count)
    path = folder / "flipped.db"
    with SqliteStore.open(path) as store:
        for stream in ("a", "b", "c"):
            store.append(stream, [claim(stream, number) for number in range(1, 41)])
        kept, records, rows = store.head(), list(store.read_all()), list(store.rows())
    whole = path.read_bytes()
    found = 0
    for _ in range(count):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            with SqliteStore.open(path, create=False) as store:
                store.verify(head=kept)
                expect(list(store.read_all()) == records, "a changed event passed for sound")
                expect(list(store.rows()) == rows, "a changed index passed for sound")
        except StoreError:
            found += 1
        for name in BESIDE:
            path.with_name(path.name + name).unlink(missing_ok=True)
    return {"flips": count, "found": found, "without effect": count - found, "missed": 0}


def cut_wal(folder: Path, count: int) -> dict[str, int]:
    """Cut the write-ahead log at so many places; what is left is always a prefix of commits."""
    chance = random.Random(count)
    source, copy = folder / "whole.db", folder / "cut.db"

    def write(say: Callable[[object], None]) -> None:
        store = SqliteStore.open(source)
        version = 0
        while version < 300:
            batch = [claim("a", version + n) for n in range(1, chance.randint(1, 9) + 1)]
            version = store.append("a", batch, expected=version).version
            say(f"{version} {store.head().hash}")
        os._exit(0)  # without closing, so that all of it is in the write-ahead log alone

    said = [line.split() for line in start(write).wait()]
    commits = {0: Head()} | {int(end): Head(int(end), digest) for end, digest in said}
    kept = commits[max(commits)]
    wal = source.with_name("whole.db-wal").read_bytes()
    shorter = last = 0
    for offset in sorted(chance.randrange(len(wal) + 1) for _ in range(count)):
        shutil.copy(source, copy)
        copy.with_name("cut.db-wal").write_bytes(wal[:offset])
        try:
            with SqliteStore.open(copy, create=False) as store:
                head = store.verify()
                expect(commits.get(head.position) == head, f"no whole commit: {head}")
                expect(head.position >= last, "a longer log holds less")
                last = head.position
                if head != kept:
                    shorter += 1
                    expect(_misses(store, kept), "the loss was not reported")
        finally:
            for name in BESIDE:
                copy.with_name(copy.name + name).unlink(missing_ok=True)
    return {"cuts": count, "whole commits lost and reported": shorter, "unreported": 0}


def _misses(store: SqliteStore, kept: Head) -> bool:
    try:
        store.verify(head=kept)
    except BrokenStore as error:
        return "cut short" in str(error)
    return False
