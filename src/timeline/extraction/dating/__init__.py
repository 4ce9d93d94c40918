"""When a happening occurred, by the words of its clause."""

from timeline.extraction.dating._causes import is_of_a_thing, is_of_its_cause, since_its_cause
from timeline.extraction.dating._dating import (
    NOT_UNTIL,
    dated,
    said_on,
    usable,
)
from timeline.extraction.dating._roles import (
    Role,
    role_of,
)
from timeline.extraction.dating._spans import spanned, told_together
from timeline.extraction.dating._told_from import Anchor
from timeline.extraction.dating._which import dates_which

__all__ = [
    "NOT_UNTIL",
    "Anchor",
    "Role",
    "dated",
    "dates_which",
    "is_of_a_thing",
    "is_of_its_cause",
    "role_of",
    "said_on",
    "since_its_cause",
    "spanned",
    "told_together",
    "usable",
]
