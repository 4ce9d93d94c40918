"""Dates of a participle that says which things are meant: "covers cars built in 2019"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.extraction.english._inflection import is_participle
from timeline.extraction.english._verb_groups import FINITE

if TYPE_CHECKING:
    from timeline.timex import TimeExpression

_REACH = 170
_SIGNS = (
    *"over ffect appl oncern nvolv elat arget epresent xten imited xclu enefit".split(),
    *"xempt egard ertain efer ecall ithdr efund ompensat epair nspect".split(),
)
"""Pieces of the words below, quickly looked for."""
_SCOPE = re.compile(
    r"\b(?:cover(?:s|ed|ing)?|affect(?:s|ed|ing)?|concern(?:s|ed|ing)?|involv(?:es|ed|ing|e)"
    r"|exclud(?:es|ed|ing|e)|target(?:s|ed|ing)?|represent(?:s|ed|ing)?"
    r"|benefit(?:s|ed|ing)?|exempt(?:s|ed|ing)?|regard(?:s|ed|ing)?"
    r"|(?:appl(?:ies|ied|ying|y)|extend(?:s|ed|ing)?|relat(?:es|ed|ing|e)|limited|pertain(?:s|ed)?"
    r"|refer(?:s|red|ring)?)(?: only| also)? to"
    r"|recall(?:s|ed|ing)?|withdr(?:ew|aws?|awn|awing)|refund(?:s|ed|ing)?"
    r"|compensat(?:es|ed|ing|e)|repair(?:s|ed|ing)?|inspect(?:s|ed|ing)?) "
    r"(?!(?:with|by|for|in|on|at|from|over|about|after|before|between|during|since|until)\b)"
    r"(?P<things>[^.;:\n]*?[^.;:\n,] )"
    r"(?:in|on|at|during|between|from|before|after|since|by|until|as early as|prior to) "
    r"(?:the |about |early |late )*$",
    re.IGNORECASE,
)
"""What says of which things something holds, or is done now, and the things up to a date."""
_NO_NOUN = FINITE | frozenset(
    "i he she it we they who which that what when where while and or but nor to not also then "
    "since because if as than the a an its their his her only first newly recently".split()
)
_OTHER_CLAUSE = FINITE | frozenset("who which when while because if after to".split())
_FAR = 8
"""How many words may stand between the participle and its date: "sold online and in shops"."""


def dates_which(text: str, time: TimeExpression) -> bool:
    """Whether a date is that of a participle behind a noun, and the verb only says what of those.

    "The recall covers cars built between 2019 and 2022", "the tax applies to homes sold since May":
    neither was known of at that time.
    """
    begin = max(0, time.start - _REACH)
    ahead = text[max(text.rfind("\n", begin, time.start) + 1, begin) : time.start]
    if not any([sign in ahead for sign in _SIGNS]):  # noqa: C419 - quicker
        return False
    for found in _SCOPE.finditer(ahead):
        words = [word.lower() for word in found["things"].split()]
        for number in range(len(words) - 1, max(0, len(words) - _FAR) - 1, -1):
            if words[number] in _OTHER_CLAUSE:
                break
            if number and is_participle(words[number]):
                noun = words[number - 1]
                if noun in _NO_NOUN or not noun[-1].isalnum() or is_participle(noun):
                    break
                return not any(word in FINITE or word[-1] == "," for word in words[:number])
    return False
