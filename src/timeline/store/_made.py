"""Values made as their constructors make them, without the checks and converters on the way.

A frozen class pays at every field for being frozen, and again for asking whether the field may be
what it is. For values that were checked before, when they were written, that is most of the time
that reading takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_SOURCE = """\
class Open(made):
    __slots__ = ()
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__  # both, or CPython takes the slow way for either

    def __init__(self, {names}):
{lines}
        self.__class__ = made
"""


def maker(made: type[T]) -> Callable[..., T]:
    """Return a function that takes all fields of an attrs class, in order, and believes them.

    It fills an instance of a subclass that is not frozen, and then makes it one of *made*: the two
    have the same slots. The function is written out and compiled, as attrs does with its own.

    >>> from timeline.model import ClaimLinked
    >>> link = maker(ClaimLinked)("kontur-2025-02-07#14", "pow-capture")
    >>> link, type(link) is ClaimLinked
    (ClaimLinked(claim='kontur-2025-02-07#14', fact='pow-capture'), True)
    """
    fields = [field.name for field in attrs.fields(made)]  # type: ignore[arg-type]  # attrs classes
    source = _SOURCE.format(
        names=", ".join(fields),
        lines="\n".join(f"        self.{name} = {name}" for name in fields),
    )
    space: dict[str, Any] = {"made": made}
    exec(source, space)  # noqa: S102  # nothing but names of fields was put in
    made_by: Callable[..., T] = space["Open"]
    return made_by
