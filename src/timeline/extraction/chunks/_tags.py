"""The tag of each word that has one by itself, whatever stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._groups import BODIES, FOOTAGE, GROUPS, MEDIA, WRITINGS
from timeline.extraction.english._reporting import (
    ADVERBS,
    ALSO_NOUNS,
    AUXILIARIES,
    HEARSAY,
    HELD,
    KEPT_SILENT,
    MODALS,
    NEGATIONS,
    VERBS,
)
from timeline.extraction.english._titles import PERSONS, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

# N name, G group, J adjective of a country, S noun that can speak, H pronoun, R who or which,
# D article or possessive, O according, K declined, P 's, V verb of saying (finite), g its -ing
# form, X auxiliary, m modal, n negation, A adverb, Y hearsay adverb, T time, t that,
# p preposition, c and/or, b but/while ..., Q quotation, # number, W capitalised word, F footage,
# U held to be so, w any other word; , . ; : - ( ) stand for themselves.
TAGS: Final[dict[str, str]] = {}


def _enter(tag: str, words: Sequence[str] | frozenset[str]) -> None:
    for word in words:
        TAGS.setdefault(word, tag)


_enter("H", listed("he she it they i we him them"))
_enter("R", ["who", "which", "whom", "whose"])
_enter("U", [word for word in HELD if word not in VERBS])
_enter("D", listed("the a an this these those his her its their our my your"))
_enter("t", ["that"])
_enter("O", ["according"])
_enter("K", listed("declined refused declines refuses declining refusing drawn gave gives"))
_enter("P", ["'s"])
_enter("Y", HEARSAY)
_enter("n", NEGATIONS)
_enter("m", MODALS)
_enter("X", AUXILIARIES)
_enter("c", ["and", "or", "&"])
_enter(
    "b",
    listed(
        """
    but while whereas although though because if whether as when after before since until
    unless what how why where once than so
    """
    ),
)
_enter(
    "p",
    listed(
        """
    of in on at to by for from with about during under over into through against between
    among amid within without via per around near despite following regarding concerning
    outside inside
    """
    ),
)
_enter("A", ADVERBS)
_enter("F", FOOTAGE)
_enter("S", PERSONS | GROUPS | BODIES | MEDIA | WRITINGS)
for _mark, _tag in {
    ",": ",", ".": ".", "!": ".", "?": ".", "...": ".", "…": ".", ";": ";", ":": ":",
    "-": "-", "\u2013": "-", "\u2014": "-", "(": "(", ")": ")", "[": "(", "]": ")",
}.items():  # fmt: skip
    TAGS[_mark] = _tag

# Tags of words that are always the same, verbs that are no nouns among them.
PLAIN: Final = {word: tag for word, tag in TAGS.items() if word not in ALSO_NOUNS}
for _lower, _verb in VERBS.items():
    if _lower not in ALSO_NOUNS:
        PLAIN[_lower] = "g" if _verb.form == "ing" else "V"

NOUNS_LY: Final = listed("family assembly supply rally bully monopoly anomaly jelly lily belly")
ROUGHLY: Final = listed("about around over under near between up")
# Words whose tag hangs on what stands around them; for the others one look is enough.
SLOW: Final = (
    ALSO_NOUNS | ROUGHLY | KEPT_SILENT | {word for word, tag in PLAIN.items() if tag == "."}
)
QUICK: Final = {word: (tag, VERBS.get(word)) for word, tag in PLAIN.items() if word not in SLOW}
