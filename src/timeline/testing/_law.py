"""What a law is, and what is said when it is broken."""

from __future__ import annotations

from collections.abc import Callable  # attrs keeps it
from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from timeline.testing._code import assignment, imports_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.model import Event

Case = TypeVar("Case")


class LawBroken(AssertionError):  # named for what happened, as all our errors are
    """A law does not hold.

    Args:
        law: the name of the law.
        why: why the law matters, in a sentence.
        problem: what was found.
        events: the events that show it, as few as could be found.
        code: a test that fails for the same reason, in Python.
        tried: the law that was being tried, where what is under test raised on the way.
    """

    def __init__(  # noqa: PLR0913 - the parts of the message, each by its name
        self,
        law: str,
        *,
        why: str,
        problem: str,
        events: Sequence[Event] = (),
        code: str = "",
        tried: str = "",
    ) -> None:
        self.law = law
        self.tried = tried or law
        self.why = why
        self.problem = problem
        self.events = tuple(events)
        self.code = code
        count = f"{len(self.events)} event{'' if len(self.events) == 1 else 's'}"
        shown = f"\n\nThe smallest case found ({count}), as a test:\n\n{code}" if code else ""
        super().__init__(f"the law {law!r} is broken: {problem}\nIt matters: {why}{shown}")


@attrs.frozen
class Law(Generic[Case]):
    """Something that holds of every correct projection, store or extractor.

    Args:
        name: its name, such as ``no hindsight``.
        why: why it matters, in a sentence.
        problem: looks at a case, and says what is wrong, or None.
        exempt: says of a case why the law does not apply to it, or None.
    """

    name: str
    why: str
    problem: Callable[[Case], str | None] = attrs.field(repr=False)
    exempt: Callable[[Case], str | None] = attrs.field(repr=False, default=lambda _: None)

    @property
    def identifier(self) -> str:
        """The name as it is written in code: ``no_hindsight``."""
        return self.name.replace(" ", "_").replace("-", "_")

    def broken(
        self, problem: str, events: Sequence[Event], code: str, tried: str = ""
    ) -> LawBroken:
        """Return the error that says how the law is broken."""
        return LawBroken(
            self.name, why=self.why, problem=problem, events=events, code=code, tried=tried
        )


class Raised(Exception):  # checks turn it into LawBroken
    """What is under test raised where it must not.

    Args:
        doing: what it was asked to do.
        error: what it raised.
    """

    def __init__(self, doing: str, error: BaseException) -> None:
        self.doing = doing
        self.error = error
        super().__init__(f"{doing} raised {type(error).__name__}: {error}")


@attrs.frozen
class Checked:
    """What a check has looked at.

    Args:
        laws: the names of the laws that held.
        left_out: the laws that do not apply, by name, each with the reason.
        examples: how many cases were tried.
    """

    laws: tuple[str, ...]
    left_out: dict[str, str] = attrs.field(factory=dict)
    examples: int = 0


def as_test(name: str, events: Sequence[Event], call: str, more: Sequence[str] = ()) -> str:
    """Return a test function that makes *events* and then does *call*.

    Args:
        name: what the test is about, as an identifier.
        events: the events.
        call: the last line.
        more: lines of imports that the call needs.
    """
    body = [*assignment("history", list(events)).splitlines(), *call.splitlines()]
    return as_script_test(name, [*imports_of(events), *more], body)


def as_script_test(name: str, imports: Sequence[str], body: Sequence[str]) -> str:
    """Return a test function that does *body*."""
    lines = [*_merged(imports), "", "", f"def test_{name}() -> None:"]
    return "\n".join((*lines, *(f"    {line}" for line in body)))


def _merged(imports: Sequence[str]) -> list[str]:
    """Join imports from one module into one line."""
    found: dict[str, set[str]] = {}
    for line in imports:
        module, _, names = line.removeprefix("from ").partition(" import ")
        plain = names.strip("()\n ").replace("\n", " ")
        found.setdefault(module, set()).update(
            name.strip() for name in plain.split(",") if name.strip()
        )
    return [_import(module, sorted(names)) for module, names in sorted(found.items())]


def _import(module: str, names: Sequence[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= 92:  # noqa: PLR2004  # a line that still reads well in a report
        return line
    return "\n".join((f"from {module} import (", *(f"    {name}," for name in names), ")"))
