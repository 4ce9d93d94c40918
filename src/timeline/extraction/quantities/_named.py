"""What a rule calls an amount: the value that the rules hand to each other."""

from __future__ import annotations

import attrs


@attrs.frozen(slots=True)
class Named:
    """What a rule found: the measure of an amount.

    Args:
        measure: its name.
        unit: what one of it is.
        soldierly: whether it is of people sent to fight, whose place is part of the name.
        noun: whether the measure is a noun ("casualties"), and no participle ("killed").
        nation: the nation whose it is, where the words name one.
        level: whether it is what stands somewhere and can rise and fall, such as exports.
    """

    measure: str
    unit: str
    soldierly: bool = False
    noun: bool = False
    nation: str = ""
    level: bool = False
