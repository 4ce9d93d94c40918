"""The columns that a resolution stands on: most of it, and read when somebody looks at them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from timeline.queries._claims import Articles, Claims
from timeline.queries._entries import Whens

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.queries._entries import Entries


class Columns:
    """Claims, articles and what happened to them; the first answers out of a cache need none.

    Attributes:
        whens: the dates by number; they are always there.
        kept: under which stamp the columns, as they are, are kept beside the log.
    """

    def __init__(self, whens: Whens | None = None) -> None:
        self.whens = Whens() if whens is None else whens
        self.kept: str | None = None
        self._columns = Claims(Articles(), self.whens)
        self._unread: Callable[[], Claims] | None = None
        """What reads the columns, where they are not read yet."""
        self._reading = threading.Lock()

    @property
    def columns(self) -> Claims:
        """The claims, column by column."""
        if self._unread is not None:
            with self._reading:  # threads may be the first together
                if self._unread is not None:
                    self._columns = self._unread()
                    self._unread = None
        return self._columns

    @property
    def articles(self) -> Articles:
        """The articles."""
        return self.columns.articles

    @property
    def entries(self) -> Entries:
        """What happened to the claims."""
        return self.columns.entries

    def read_later(self, columns: Callable[[], Claims]) -> None:
        """Let *columns* read them, once, when somebody looks at them."""
        self._unread = columns
