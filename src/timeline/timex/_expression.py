"""A time expression found in a text: where it stands, what it says in TIMEX3, when that is."""

from __future__ import annotations

import attrs

from timeline.dates import When


@attrs.frozen(slots=True)
class TimeExpression:
    """One expression of time in a text, in the vocabulary of TIMEX3 (ISO 24617-1, ISO-TimeML).

    Args:
        start: where it begins, in code points of the text.
        end: where it ends, exclusive.
        text: the words, ``text[start:end]`` of the text that was read.
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: the TIMEX3 value, such as ``2025-02-06``, ``2025-W05``, ``2024-SU``, ``198``,
            ``P2W``, ``PAST_REF`` or ``2025-02-06TMO``.
        mod: the TIMEX3 modifier, such as ``START``, ``MID``, ``END``, ``APPROX``; None without one.
        when: the days that it bounds; None where it denotes no stretch of time, as a bare
            duration, a repetition or "recently" does.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str | None
    when: When | None
