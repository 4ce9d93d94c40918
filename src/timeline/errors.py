"""Every error that the library raises on purpose, so that callers can catch one name.

::

    TimelineError
    ├── InvalidValue              a value that cannot be what it claims to be (also a ValueError)
    │   └── InvalidDate           text that is no date in EDTF
    ├── InvalidInput              a file that cannot be taken in, with file and place
    ├── UnknownName               no fact, claim or source of that name (also a KeyError)
    ├── MissingLibrary            an optional library is not installed (also an ImportError)
    ├── NoAnswer                  a service asked over the network gave nothing that can be used
    └── StoreError                the store refused, or is not what it should be
        ├── WrongExpectedVersion  somebody else appended first
        ├── DifferentHistory      the stream already holds other events than those offered
        ├── NotAStore             the file is not a store of ours
        ├── StoreBusy             another process held the store for longer than we wait
        └── BrokenStore           what is stored contradicts itself: changed, cut short, damaged
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MANY_BITS = 256

_NEAR = 3
"""How many names are suggested at most in place of one that is not there."""

_SHORTEST = 3
"""How many letters a name must have for others to be suggested that merely hold it."""


class TimelineError(Exception):
    """The root of all errors that the library raises on purpose."""


class InvalidValue(TimelineError, ValueError):
    """A value that is not what its place asks for.

    Args:
        place: what was being read or built, such as ``claim.stance``.
        expected: what would have been right, in words.
        got: what was found.
    """

    def __init__(self, place: str, *, expected: str, got: object) -> None:
        self.place = place
        self.expected = expected
        self.got = got
        super().__init__(f"{place}: must be {expected} (got {shown(got)})")


class InvalidDate(InvalidValue):
    """Text that is no date in EDTF (ISO 8601-2:2019), or a date that the calendar lacks."""


class InvalidInput(TimelineError):
    """A file that cannot be taken in; nothing of it was stored.

    Args:
        file: the file at fault.
        place: where in it, such as ``claims[3].stance`` or ``line 7``; empty for all of it.
        problem: what is wrong, saying what was expected and what was found.
    """

    def __init__(self, file: object, place: str, problem: str) -> None:
        self.file = str(file)
        self.place = place
        self.problem = problem
        super().__init__(": ".join(part for part in (self.file, place, problem) if part))


class UnknownName(TimelineError, KeyError):
    """Nothing of that name is there; near names are suggested.

    Args:
        what: the kind of thing asked for, such as ``fact``.
        name: the name asked for.
        known: the names that exist.
    """

    def __init__(self, what: str, name: str, known: Iterable[str] = ()) -> None:
        self.what = what
        self.name = name
        self.suggestions = _near(name, known)
        super().__init__(what, name)

    def __str__(self) -> str:
        # KeyError would show the repr of its arguments.
        *others, last = self.suggestions or ("",)
        near = f"{', '.join(others)} or {last}" if others else last
        hint = f" (did you mean {near}?)" if near else ""
        return f"no {self.what} is called {shown(self.name)}{hint}"


def _near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three names that are spelt nearly so, or else begin or go on with *name*."""
    plain = name.casefold()
    names = {one.casefold(): one for one in known}
    near = difflib.get_close_matches(plain, list(names), n=_NEAR, cutoff=0.6)
    if len(plain) >= _SHORTEST:
        held = sorted((not one.startswith(plain), one) for one in names if plain in one)
        near += [one for _, one in held if one not in near]
    return tuple(names[one] for one in near[:_NEAR])


class MissingLibrary(TimelineError, ImportError):
    """Something was asked for that needs a library which is not installed.

    Args:
        library: the library, as it is imported.
        extra: the extra of this distribution that brings it.
        purpose: what it is needed for.
    """

    def __init__(self, library: str, *, extra: str, purpose: str) -> None:
        self.library = library
        self.extra = extra
        super().__init__(
            f"{purpose} needs {library}; install it with: pip install 'timeline-engine[{extra}]'"
        )


class NoAnswer(TimelineError):
    """A service that was asked over the network gave nothing that can be used.

    Args:
        service: the address that was asked; never with a key.
        problem: what came instead.
    """

    def __init__(self, service: str, problem: str) -> None:
        self.service = service
        self.problem = problem
        super().__init__(f"{shown(service)} gave no answer: {shown(problem, 300)}")


class StoreError(TimelineError):
    """The store refused, or is not what it should be; what is stored stays as it was."""


class WrongExpectedVersion(StoreError):
    """A stream was not at the version that the writer had seen: somebody appended first.

    Args:
        stream: the stream that was to be appended to.
        expected: the version, or the rule, that the writer named.
        actual: the version that the stream has; 0 where it does not exist.
    """

    def __init__(self, stream: str, *, expected: object, actual: int) -> None:
        self.stream = stream
        self.expected = expected
        self.actual = actual
        super().__init__(
            f"stream {shown(stream)}: expected version {expected}, "
            + (f"but it is at version {actual}" if actual else "but it does not exist")
        )


class DifferentHistory(StoreError):
    """What is offered for a stream contradicts what the stream already holds.

    Args:
        stream: the stream.
        version: the first version at which the two differ.
        problem: what differs.
    """

    def __init__(self, stream: str, version: int, problem: str) -> None:
        self.stream = stream
        self.version = version
        super().__init__(f"stream {shown(stream)}, version {version}: {problem}")


class NotAStore(StoreError):
    """The file exists but is not a store that this library wrote.

    Args:
        file: the file.
        problem: what was found instead.
    """

    def __init__(self, file: object, problem: str) -> None:
        self.file = str(file)
        super().__init__(f"{self.file}: not a timeline store ({problem})")


class StoreBusy(StoreError):
    """Another process kept the store locked for longer than the time we wait."""


class BrokenStore(StoreError):
    """What is stored contradicts itself: changed from outside, cut short or damaged.

    Args:
        file: the store.
        position: the first position at which something is wrong; None where it is all of it.
        problem: what is wrong.
    """

    def __init__(self, file: object, position: int | None, problem: str) -> None:
        self.file = str(file)
        self.position = position
        self.problem = problem
        where = "" if position is None else f"position {position}: "
        super().__init__(f"{self.file}: {where}{problem}")


def shown(value: object, limit: int = 80) -> str:
    """Show *value* in a message: quoted, on one line, and never longer than *limit* characters."""
    if isinstance(value, int) and value.bit_length() > _MANY_BITS:
        return f"a number of {value.bit_length()} bits"  # Python refuses to write it out
    text = repr(value)
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
