"""Values that the reading of an article makes by the thousand: frozen, and yet quick to make.

To freeze an object while the program runs makes it four times as slow to make. Nothing here changes
one, and the type checker sees to that.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from attrs import frozen as value
else:
    value = partial(attrs.define, unsafe_hash=True)

__all__ = ["value"]
