"""A piece of a sentence, and whether a form that is verb and noun alike stands as a noun."""

from __future__ import annotations

from typing import Final

import attrs

from timeline.extraction.english._groups import BODIES, GROUPS, WRITINGS
from timeline.extraction.english._places import PLACE_NOUNS
from timeline.extraction.english._reporting import VERBS, Verb
from timeline.extraction.names import Mention
from timeline.extraction.page import Quote
from timeline.timex import TimeExpression

_NOUN_AFTER: Final = frozenset("DJPp#")
_PHRASE: Final = 8  # pieces of a phrase behind "according to"


@attrs.define(slots=True, eq=False)
class Chunk:
    """A piece of a sentence.

    Args:
        tag: what it is, one letter.
        start: where it begins in the text.
        end: where it ends, exclusive.
        lower: its words in lower case; of a name or quotation, empty.
        item: the name, time, quotation or verb that it is.
    """

    tag: str
    start: int
    end: int
    lower: str
    item: Mention | TimeExpression | Quote | Verb | None = None

    @property
    def mention(self) -> Mention:
        """The name that it is."""
        assert isinstance(self.item, Mention)
        return self.item

    @property
    def verb(self) -> Verb:
        """The verb of saying that it is."""
        assert isinstance(self.item, Verb)
        return self.item


def as_noun(lower: str, before: str, items: list[Chunk]) -> bool:
    """Say whether a word is a noun behind the pieces that were read.

    Args:
        lower: the word, one that is a verb of saying and a noun as well, in lower case.
        before: the tag of the piece before it.
        items: the pieces before it.
    """
    if before == "p" and len(items) > 1 and items[-2].lower == "yet":
        return False  # "has yet to comment"
    if before in _NOUN_AFTER or (before == "V" and VERBS[lower].form == "base"):
        return True  # "told state television"
    if before in "NSG" and _according_to(items):
        return True  # "according to UN estimates"
    if before == "N" and len(items) > 1 and items[-2].tag == "D":
        return lower in WRITINGS and VERBS[lower].form == "base"  # "a UN report"
    if before == "X":
        return lower in WRITINGS and len(items) > 1 and items[-2].lower == "there"
    if before == "G" and lower in WRITINGS:
        return items[-1].mention.text.lower().endswith("media")
    if before == "S":
        noun = items[-1].lower
        if VERBS[lower].form == "base" and noun in BODIES and noun not in GROUPS:
            return True  # "a firm offer": one body takes no such form
        return lower in WRITINGS and noun in {"media", "news", "press"}
    if before == "w" and (
        (len(items) > 1 and items[-2].tag == "N" and items[-1].lower in PLACE_NOUNS)
        or (items[-1].lower.endswith("s") and VERBS[lower].form == "base")
    ):
        return False  # "captured in Kursk province report", "hospitals report"
    if before == "w":
        return lower in WRITINGS or items[-1].lower.endswith(("al", "ed", "ian", "ic"))
    if not items or before in "Q(":
        return True
    return (before == "t" and lower in WRITINGS) or (before == "c" and lower in WRITINGS)


def _according_to(items: list[Chunk]) -> bool:
    """Say whether a phrase that "according to" began is still going on."""
    for place in range(len(items) - 1, max(0, len(items) - _PHRASE), -1):
        if items[place].tag in ",.;V":
            return False
        if items[place].lower == "to":
            return items[place - 1].lower == "according"
    return False


def before_its_verb(verb: Verb, before: str, behind: str) -> bool:
    """Say whether a plain form is a noun, for a verb stands behind it: "UN report says"."""
    if verb.form != "base" or before != "N":
        return False
    return behind in VERBS and VERBS[behind].form in {"past", "s"}
