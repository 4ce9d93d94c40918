"""All that a language has to bring, so that another one is a new folder and not a rewrite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.timex._document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.timex._document import Kinds
    from timeline.timex._grammar import Grammar
    from timeline.timex._reading import Prefix, Rule


class Language:
    """The words, the rules and the habits of one language.

    Args:
        grammar: the kinds of its words.
        cutter: cuts text into pieces.
        kinds: gives the code of each piece.
        rules: finds expressions; of two at one place the longer wins, then the earlier rule.
        prefixes: words that change the expression after them.
        joints: patterns of what may stand between a date and a time that are one expression.
        is_narrative: tells texts that count from their own dates from those that do not.
    """

    def __init__(  # noqa: PLR0913 - each is one thing a language brings
        self,
        *,
        grammar: Grammar,
        cutter: re.Pattern[str],
        kinds: Kinds,
        rules: Sequence[Rule],
        prefixes: Sequence[Prefix],
        joints: Sequence[str],
        is_narrative: Callable[[Document, int], bool],
    ) -> None:
        self.rules = [(rule, grammar.compile(rule.pattern)) for rule in rules]
        self.prefixes = [(prefix, grammar.compile(prefix.pattern)) for prefix in prefixes]
        self.joint = grammar.compile(
            "|".join(f" ?{joint} " if joint == "," else f" {joint} " if joint else " " for joint in joints)
        )
        self.is_narrative = is_narrative
        self._cutter = cutter
        self._kinds = kinds

    def read(self, text: str) -> Document:
        """Cut *text* into pieces and name their kinds."""
        return Document(text, self._cutter, self._kinds)
