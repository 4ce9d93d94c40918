"""Whether an outlet says on which day it corrected an article."""

from __future__ import annotations

import re

from timeline.dates import When
from timeline.timex import tag

_LINE = re.compile(r"[^\r\n]+")
_CORRECTED = re.compile(
    r"\b(?:corrections?|corrected|clarification|clarified|amended|editor['’]s note|erratum"
    r"|(?:article|story|report|version|headline) (?:was|has been|is) (?:updated|changed|edited))\b",
    re.IGNORECASE,
)
_LATER = (0, 30, 120, 365)
"""From how many days after publication a date without a year is looked back for."""


def correction_date(before: str, after: str, published: When) -> When | None:
    """Return the day on which the outlet says that it corrected its text, or None.

    Args:
        before: the text as it was.
        after: the text as it is now.
        published: when the article was printed first; a correction cannot be earlier.

    >>> old = "Three men were led away."
    >>> new = "Two men were led away. Correction, February 9: an earlier version said three."
    >>> correction_date(old, new, When("2025-02-07"))
    When('2025-02-09')
    """
    for line in _LINE.finditer(after):
        if line[0] in before or _CORRECTED.search(line[0]) is None:
            continue
        # A date without a year is the first one after publication, never the last one before it.
        for later in _LATER:
            anchor = published if published.latest is None else When.day(published.latest + later)
            for time in tag(line[0], anchor):
                if time.type in {"DATE", "TIME"} and _after(time.when, published):
                    return time.when
    return None


def _after(when: When | None, published: When) -> bool:
    return (
        when is not None
        and when.earliest is not None
        and when.latest is not None
        and published.earliest is not None
        and when.latest >= published.earliest
    )
