"""A sentence on its way through the rules that find names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction._tokens import Token
from timeline.extraction.english._titles import ABBREVIATED, OFFICE_WORDS, PERSONS, RANKS, listed
from timeline.extraction.english._titles_small import CONTRACTIONS
from timeline.extraction.names._entries import is_acronym
from timeline.extraction.names._mention import Mention, Registry, Sort
from timeline.extraction.page import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_OWNED: Final = frozenset({"'s", "\u2019s", "'", "\u2019"})
_PURPOSE: Final = {
    "for": listed(
        "organisation organization centre center institute institution foundation council committee"
        " commission agency office association society network alliance coalition campaign fund"
        " bureau forum movement initiative union authority commissioner department programme"
        " program school college academy observatory"
    ),
    "to": listed("committee campaign coalition movement commission"),
}
"""Words of bodies whose names go on with what they are for."""
_MANY: Final = listed("people peoples workers farmers teachers women citizens students")
LINKS: Final = listed("of de del della di da du la le al el bin ibn van von der den ter")


_OPEN: Final = frozenset({Sort.PLACE, Sort.UNKNOWN})
"""What a name is as long as nothing else says what it names."""
_OPENING: Final = frozenset("\"“‘'([—-:")


_SUFFIXES: Final = frozenset({"inc", "corp", "ltd", "co"})  # they end a name
_LONGEST: Final = 16  # words of a name
_ARABIC: Final = re.compile(r"(?:al|el|ad|as|ash|an|ar|at|az|ul|bin|ben)-[A-Z]")


@attrs.define(slots=True, eq=False)
class Scan:
    """One sentence on its way through the rules."""

    sentence: Sentence
    registry: Registry
    tokens: tuple[Token, ...] = ()
    out: list[Mention] = attrs.Factory(list)
    titled: bool = False
    runs: dict[int, int] = attrs.Factory(dict)

    def mentions(self, rules: Sequence[Callable[[Scan, int], int]]) -> list[Mention]:
        """Return the mentions in the sentence, in order; at each word the first rule that fits."""
        self.tokens = tokens = self.sentence.tokens
        cues = self.registry.index.cues
        times = [(time.start, time.end) for time in self.sentence.times]
        done = 0
        for place in [
            place
            for place, token in enumerate(tokens)
            if token.text != token.lower or cues[token.lower]
        ]:
            if place < done:
                continue
            if done < place:
                self.titled = self._titled_behind(done, place)
            done = place + 1
            start = tokens[place].start
            while times and times[0][1] <= start:
                times.pop(0)
            if times and times[0][0] <= start:
                continue
            for rule in rules:
                last = rule(self, place)
                if last > place:
                    done = last
                    break
        return self.out

    def _titled_behind(self, first: int, last: int) -> bool:
        """Whether the plain words from *first* to before *last* leave a title before a name."""
        for word in reversed(self.sentence.words[first:last]):
            if word in RANKS or word in PERSONS:
                return True
            if word != "." and word not in OFFICE_WORDS:
                return False
        return self.titled

    def add(  # noqa: PLR0913 - what a mention is made of
        self,
        first: int,
        last: int,
        identity: str,
        sort: Sort,
        rule: str,
        *,
        group: bool = False,
        country: str = "",
        seat: bool = False,
    ) -> int:
        """Enter the tokens from *first* to before *last* as a mention and return *last*."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        while self.out and self.out[-1].end > start:
            self.out.pop()
        offset = self.sentence.start
        text = self.sentence.text[start - offset : end - offset]
        self.out.append(Mention(start, end, text, identity, sort, group, rule, country, seat))
        self.titled = False
        if sort in _OPEN:
            counts = self.registry.places if sort is Sort.PLACE else self.registry.others
            counts[identity] = counts.get(identity, 0) + 1
        return self._acronym(last, identity, sort, country)

    def _acronym(self, place: int, identity: str, sort: Sort, country: str) -> int:
        """Take in an acronym in brackets behind a name: "... Service (NIS)"."""
        tokens = self.tokens
        if (
            place + 2 < len(tokens)
            and tokens[place].text == "("
            and tokens[place + 2].text == ")"
            and is_acronym(tokens[place + 1].text)
            and sort is not Sort.PLACE
        ):
            token = tokens[place + 1]
            self.registry.acronyms[token.text.replace(".", "")] = (identity, str(sort))
            self.out.append(
                Mention(
                    token.start,
                    token.end,
                    token.text,
                    identity,
                    sort,
                    group=False,
                    rule="acronym",
                    country=country,
                )
            )
            return place + 3
        return place

    def run(self, place: int) -> int:
        """Return the end of the run of capitalised words that begins at *place*."""
        if place not in self.runs:
            self.runs[place] = self._run(place)
        return self.runs[place]

    def _run(self, place: int) -> int:
        tokens = self.tokens
        last = place + 1
        end = min(len(tokens), place + _LONGEST)
        while last < end:
            token = tokens[last]
            if token.start - tokens[last - 1].end > 1:
                break
            if token.capital or ("-" in token.text and _ARABIC.match(token.text)):
                if token.text in {"I", "The"} and tokens[last - 1].lower != "of":
                    break
                if token.lower.endswith(CONTRACTIONS):
                    break
                last += 1
            elif (
                token.lower in _OWNED
                and tokens[last - 1].lower in _MANY
                and last + 1 < len(tokens)
                and tokens[last + 1].capital
            ):
                last += 1  # "People's Front", "Workers' Party"
            elif (
                token.text == "."
                and last + 1 < len(tokens)
                and tokens[last + 1].capital
                and (tokens[last - 1].lower in ABBREVIATED or len(tokens[last - 1].text) == 1)
                and tokens[last - 1].lower not in _SUFFIXES
            ) or (
                (token.lower in LINKS or token.text == "&")
                and last + 1 < len(tokens)
                and tokens[last + 1].capital
            ):
                last += 2
            elif (
                token.lower in {"of", "for"}
                and last + 2 < len(tokens)
                and tokens[last + 1].lower == "the"
                and tokens[last + 2].capital
            ):
                last += 3
            elif (
                token.lower in _PURPOSE
                and tokens[last - 1].lower in _PURPOSE[token.lower]
                and last + 1 < end
                and tokens[last + 1].capital
                and all(one.start != tokens[last + 1].start for one in self.sentence.times)
                and not (last + 2 < len(tokens) and tokens[last + 2].lower in _OWNED)
            ):
                last += 2  # "the International Organization for Migration"
            else:
                break
        return last

    def opens(self, place: int) -> bool:
        """Whether the word at *place* has its capital letter from opening something."""
        return place == 0 or self.tokens[place - 1].text[0] in _OPENING

    def country_before(self, place: int) -> str:
        """Return the country whose adjective or possessive stands right before *place*."""
        if not self.out:
            return ""
        last = self.out[-1]
        before = place - 1
        if before >= 0 and self.tokens[before].lower == "'s":
            before -= 1
        if before >= 0 and last.end == self.tokens[before].end and last.sort is Sort.PLACE:
            return last.country
        return ""
