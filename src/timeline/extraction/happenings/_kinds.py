"""The kinds of happening and the words for them, read from a file that users can extend."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from timeline.errors import UnknownName
from timeline.extraction.english._inflection import Form, plural, verb_forms
from timeline.extraction.happenings._files import builtin_tables, check_names, table_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

_BE = ("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "get", "got", "gets")

Alternatives = frozenset[str]


@attrs.frozen
class Kind:
    """A kind of happening.

    Args:
        name: the name that facts of this kind carry, such as ``capture``.
        public: whether it is public by nature, so that an outlet's own report of it counts as
            known when it happened (`Basis.PRESUMED`).
        speech: whether it is done by saying something, as an offer is: whoever does it is the
            source, and its date is that of the statement.
        ahead: whether it speaks of what is to come, as a plan does.
        verbs: verb phrases, in the notation that the data file explains.
        nouns: nouns and noun phrases in the singular or as they are used.
        results: words that presuppose such a happening, as "captured" does in "captured men".
        cameo: its code in CAMEO (Conflict and Mediation Event Observations), or empty.
        ace: its type in ACE 2005, such as ``Conflict.Attack``, or empty.
    """

    name: str
    public: bool = False
    speech: bool = False
    ahead: bool = False
    verbs: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    nouns: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    results: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    cameo: str = ""
    ace: str = ""


@attrs.frozen(slots=True)
class Phrase:
    """One way to speak of a kind, ready to be compared with words.

    Args:
        kind: the kind.
        rest: what follows the first word, in order: each a set of words that fit, after up to
            *gaps* others.
        gaps: how many words may stand before each of *rest*.
        object: the words of which one must be its object, or None where any may be; of a noun,
            one that must stand in its sentence.
        form: the form of the verb; None for a noun.
        subject: whether one of *object* can also be its subject.
        near: whether one of *object* must stand before the verb, with but auxiliaries between.
    """

    kind: Kind
    rest: tuple[Alternatives, ...]
    gaps: tuple[int, ...]
    object: Alternatives | None
    form: Form | None
    subject: bool = False
    near: bool = False


@attrs.frozen
class Sense:
    """A word with several senses, and what speaks for each.

    Args:
        words: the word in its forms, and others that share its senses.
        cues: words of an article that speak for a sense, by the kind that it is of.
    """

    words: Alternatives
    cues: Mapping[str, Alternatives]


_GAP = 5
_SHORT_GAP = 2
_CLASS = frozenset("@<^")
IDIOM = Kind("")
"""Stands for words that only look like a happening."""


class Beginning:
    """The phrases that begin with one word, by the word behind it: many begin with "be".

    Args:
        phrases: all of them, the longest first.
    """

    __slots__ = ("at_once", "longest_noun", "otherwise")

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        nouns = [len(phrase.rest) for phrase in phrases if phrase.form is None]
        self.longest_noun = max(nouns, default=-1)
        """How many words the longest noun phrase has behind the first; -1 where none is one."""
        self.otherwise = tuple([phrase for phrase in phrases if not _goes_on_at_once(phrase)])
        """The phrases that can stand before any other word, the longest first."""
        seconds = frozenset().union(
            *[phrase.rest[0] for phrase in phrases if _goes_on_at_once(phrase)]
        )
        self.at_once = {
            second: tuple(
                [
                    phrase
                    for phrase in phrases
                    if not _goes_on_at_once(phrase) or second in phrase.rest[0]
                ]
            )
            for second in seconds
        }
        """Those that can stand before a word, by that word, the longest first."""


def _goes_on_at_once(phrase: Phrase) -> bool:
    """Whether the second word of a phrase must follow the first at once."""
    return bool(phrase.rest) and not phrase.gaps[0]


@attrs.frozen(eq=False)
class Kinds:
    """All kinds that an extractor knows, by name, with an index of their first words.

    Args:
        by_name: the kinds.
        light: verbs that make a happening of a noun, in all their forms.
        beginnings: the phrases by their first word.
        results: words that presuppose a happening, with its kind.
        hints: the phrases that name the kind of what is told anyway, by their first word.
        senses: words that speak of one kind in one article and of another in the next.
        firsts: the words at which a happening can begin: those of *beginnings* and *results*.
    """

    by_name: Mapping[str, Kind]
    light: frozenset[str]
    beginnings: Mapping[str, Beginning]
    results: Mapping[str, Kind]
    hints: Mapping[str, Beginning]
    senses: tuple[Sense, ...]
    firsts: frozenset[str] = attrs.field(init=False, repr=False)

    @firsts.default
    def _either(self) -> frozenset[str]:
        return frozenset(self.beginnings) | frozenset(self.results)

    @classmethod
    def read(cls, *paths: str | os.PathLike[str], builtin: bool = True) -> Kinds:
        """Read kinds from TOML files, beside the built-in ones.

        A kind of a name that is there already is replaced.

        Args:
            paths: the files; `timeline/extraction/kinds.toml` shows and explains their form.
            builtin: whether to begin with the built-in kinds.

        Raises:
            InvalidInput: a file cannot be read, or is of another form.

        >>> Kinds.read()["capture"].ace
        'Justice.Arrest-Jail'
        """
        tables: list[dict[str, Any]] = []
        if builtin:
            tables += builtin_tables()
        for path in paths:
            table = table_of(path)
            check_names(path, table, [e["name"] for one in tables for e in one.get("kinds", ())])
            tables.append(table)
        kinds: dict[str, Kind] = {}
        classes: dict[str, Alternatives] = {}
        light: set[str] = set()
        idioms = IDIOM
        hints: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        for table in tables:
            light |= {form for verb in table.get("light", ()) for form in _first_forms(verb)}
            for name, words in table.get("classes", {}).items():
                classes[name] = classes.get(name, frozenset()) | frozenset(words)
            said = table.get("idioms", {})
            idioms = Kind(
                "",
                verbs=idioms.verbs + tuple(said.get("verbs", ())),
                nouns=idioms.nouns + tuple(said.get("nouns", ())),
            )
            for entry in table.get("kinds", ()):
                kind = Kind(**entry)
                kinds[kind.name] = kind
            for name, words in table.get("hints", {}).items():
                verbs, nouns = hints.get(name, ((), ()))
                hints[name] = (
                    verbs + tuple(words.get("verbs", ())),
                    nouns + tuple(words.get("nouns", ())),
                )
        spoken = [(one, one.verbs, one.nouns) for one in (idioms, *kinds.values())]
        hinted = [(kinds[name], *words) for name, words in hints.items() if name in kinds]
        return cls(
            kinds,
            frozenset(light),
            _index(spoken, classes),
            {word: kind for kind in kinds.values() for word in kind.results},
            _index((spoken[0], *hinted), classes),
            tuple(_sense(entry) for table in tables for entry in table.get("senses", ())),
        )

    def __deepcopy__(self, memo: object) -> Kinds:
        """Return itself: nothing of it ever changes, and it is large."""
        del memo
        return self

    def __getitem__(self, name: str) -> Kind:
        """Return the kind of that name.

        Raises:
            UnknownName: there is none.
        """
        if name not in self.by_name:
            raise UnknownName("kind", name, self.by_name)
        return self.by_name[name]


@functools.cache
def builtin_kinds() -> Kinds:
    """Return the built-in kinds."""
    return Kinds.read()


def _sense(entry: Mapping[str, Sequence[str]]) -> Sense:
    cues = {name: frozenset(words) for name, words in entry.items() if name != "words"}
    return Sense(frozenset(entry["words"]), cues)


# ---- The index -----------------------------------------------------------------------------


def _index(
    kinds: Iterable[tuple[Kind, Sequence[str], Sequence[str]]],
    classes: Mapping[str, Alternatives],
) -> Mapping[str, Beginning]:
    found: dict[str, list[Phrase]] = {}
    for kind, verbs, nouns in kinds:
        for noun in nouns:
            noun, _, wanted = noun.partition(" <")  # noqa: PLW2901 - the noun without its class
            beside = classes[wanted] if wanted else None
            for words in {noun, plural(noun)}:
                first, *rest = words.split()
                phrase = Phrase(kind, _sets(rest), (0,) * len(rest), beside, None)
                found.setdefault(first, []).append(phrase)
        for verb in verbs:
            for first, phrase in _verb_phrases(kind, verb, classes):
                found.setdefault(first, []).append(phrase)
    return {
        first: Beginning(
            sorted(phrases, key=lambda one: -(2 * len(one.rest) + (one.object is not None)))
        )
        for first, phrases in found.items()
    }


def _verb_phrases(
    kind: Kind, verb: str, classes: Mapping[str, Alternatives]
) -> Iterable[tuple[str, Phrase]]:
    first, *words = verb.split()
    rest: list[str] = []
    gaps: list[int] = []
    wanted: Alternatives | None = None
    gap = 0
    for word in words:
        if word in {"*", "?"}:
            gap = _GAP if word == "*" else _SHORT_GAP
        elif word[0] in _CLASS:
            wanted, gap = classes[word[1:]], 0
        else:
            rest.append(word)
            gaps.append(gap)
            gap = 0
    if first == "be":
        forms: Iterable[tuple[str, Form]] = ((form, Form.PARTICIPLE) for form in _BE)
    else:
        forms = (form for one in first.split("|") for form in verb_forms(one))
    seen: set[str] = set()
    for form, name in forms:
        if form in seen:
            continue  # a past that is a participle, too: the clause decides
        seen.add(form)
        yield form, Phrase(kind, _sets(rest), tuple(gaps), wanted, name, "<" in verb, "^" in verb)


def _first_forms(verb: str) -> Iterable[str]:
    return (form for form, _ in verb_forms(verb.split(maxsplit=1)[0]))


def _sets(words: Iterable[str]) -> tuple[Alternatives, ...]:
    return tuple(frozenset(word.split("|")) for word in words)
