"""Who is told: whoever passes it on is a link of the chain, a crowd or a parliament is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import LISTENERS
from timeline.extraction.english._titles import listed
from timeline.extraction.names import Sort, words_of
from timeline.extraction.sources import phrase_from

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks
    from timeline.extraction.frames._draft import Circumstances, Reading
    from timeline.extraction.sources import (
        Memory,
        Speaker,
    )

_NO_MEDIA: Final = listed(
    """
    parliament congress senate council court committee police ministry conference assembly
    commission nations house commons lords knesset bundestag bundesrat duma rada diet sejm seimas
    riksdag storting folketing cortes sabha chamber legislature tribunal inquiry hearing rally
    dáil dail seanad oireachtas althing eduskunta saeima riigikogu majlis mejlis skupština skupstina
    sabor nationalrat landtag senedd stormont tynwald congreso assemblée assemblee hluttaw khural
    kurultai kenesh yuan cámara sejmik parlament storthing bank university union party board
    authority federation association fund army navy office department bureau nato
    """
)
_HELD: Final = frozenset({"conference", "briefing", "corps", "council", "committee"})


def listener(reading: Reading, out: Circumstances) -> None:
    chunks, memory = reading.chunks, reading.memory
    place = out.last
    words = {chunks.lower(place + ahead) for ahead in range(3)}
    name = place + (chunks.tag(place) == "D")  # "told the PM"
    if chunks.tag(name) == "N" and chunks[name].mention.text.lower() in LISTENERS:
        out.last = name + 1
        return
    if chunks.tag(place) == "G" or (words & LISTENERS and chunks.tag(place) != "N"):
        while out.last < len(chunks) and chunks.tag(out.last) in "DJWwGS":
            out.last += 1
            if chunks.lower(out.last - 1) in LISTENERS:
                out.last += chunks.lower(out.last) in _HELD  # "a press conference"
                return
        if out.last == place:
            out.last += 1
        return
    heard = phrase_from(chunks, place, memory)
    if heard is not None:
        hear(out, heard, memory)
        out.last = heard.last
        _pass_apposition(chunks, out)
    elif chunks.tag(place) == "D":
        end = place + 1 + (chunks.tag(place + 1) == "A")
        while chunks.tag(end) in "DJWwGSNg#P":
            end += 1
        if chunks.tag(end) in "pTt,.":
            out.last = end  # "told a crowded hearing on Monday"


def hear(out: Circumstances, heard: Speaker, memory: Memory) -> None:
    """Take a listener as a link of the chain, unless it is the outlet or no medium."""
    out.told = True
    if heard.id == memory.outlet or _is_outlet(heard, memory):
        return
    body = {word.lower() for word in words_of(heard.name)}
    if heard.medium or (
        heard.way == "named"
        and heard.sort in {Sort.UNKNOWN, Sort.ORGANISATION}
        and not body & _NO_MEDIA
    ):
        out.media.append(attrs.evolve(heard, medium=True))


def _is_outlet(heard: Speaker, memory: Memory) -> bool:
    """Whether the outlet calls itself by a part of its name: "told the Gazette"."""
    if heard.id in memory.index or heard.way != "named":
        return False
    source = memory.index.get(memory.outlet)
    names = (source.name, *source.aliases) if source is not None else ()
    whole = {word.lower() for name in names for word in words_of(name)} or set(
        memory.outlet.split("-")
    )
    body = {word.lower() for word in words_of(heard.name)} - {"the"}
    return bool(body) and body <= whole


def _pass_apposition(chunks: Chunks, out: Circumstances) -> None:
    """Pass over ", a military news outlet" where the sentence ends behind it."""
    here = out.last
    if chunks.tag(here) == "," and chunks.tag(here + 1) == "D":
        place = here + 1
        while chunks.tag(place) in "DJWwSNPp":
            place += 1
        if chunks.tag(place) in ".,":
            out.last = place
