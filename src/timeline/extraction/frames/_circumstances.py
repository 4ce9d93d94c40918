"""What stands around a verb of saying: to whom, when, where, on which occasion, citing whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from timeline.extraction.english._groups import OCCASIONS
from timeline.extraction.english._titles import listed
from timeline.extraction.frames._draft import Circumstances, Reading
from timeline.extraction.frames._listener import hear, listener
from timeline.extraction.sources import of_mention, phrase_from
from timeline.timex import TimeExpression

if TYPE_CHECKING:
    from timeline.extraction.chunks import Chunks

_ALSO: Final = frozenset({"also", "too", "further", "again"})
RELEASED: Final = listed(
    """
    released published posted put aired broadcast shared uploaded issued made circulated carried
    shown printed given
    """
)
_LOOK: Final = 5
_BRIEFED: Final = frozenset({"briefed", "told", "informed"})
_PHRASES: Final = 9  # pieces of the phrases that stand between a verb and "that"
_ABOUT: Final = frozenset({"about", "of", "from", "between", "for", "with", "on"})
_EARLY: Final = frozenset({"late", "later", "early", "earlier", "shortly", "just", "back"})
# What a source without a name is to what is told: "familiar with the talks".
_NEAR_TO: Final = frozenset({"close", "familiar", "briefed", "privy", "acquainted", "involved"})
_HIM: Final = frozenset({"him", "them", "me", "us", "her"})
_NOT_ON: Final = frozenset({"by", "until", "from", "for", "within"})  # these date what is said


def circumstances(reading: Reading, place: int, *, told: bool, trailing: bool) -> Circumstances:
    """Read what follows a verb of saying, from *place* on.

    Args:
        reading: the sentence.
        place: the number of the piece behind the verb.
        told: whether the verb takes a listener: "told the BBC".
        trailing: whether what is said stands before the verb, so that nothing else can follow.
    """
    chunks, memory = reading.chunks, reading.memory
    tags = chunks.tags
    out = Circumstances(place)
    if told:
        listener(reading, out)
    while out.last < len(tags):
        here = out.last
        tag = tags[here]
        if (tag == "T" and (ahead := _after_what(chunks, here))) or (
            tag == "," and (ahead := _place_aside(chunks, here, trailing=trailing))
        ):
            out.last = ahead
        elif tag == "T" and not _dates(chunks, here):
            break
        elif part_of_day(chunks, here):
            out.last += 1
        elif tag == "b" and chunks.lower(here + 1) == "well":
            out.also, out.last = True, here + 2
        elif tag == "A":
            out.also = out.also or chunks.lower(here) in _ALSO
            out.last += 1
        elif tag == "T":
            out.time = out.time or time_at(chunks, here)
            out.last += 1
        elif tag == "p" and chunks.tag(here + 1) == "T" and chunks.lower(here) not in _NOT_ON:
            out.time = out.time or time_at(chunks, here + 1)
            out.last += 2
        elif tag == "p" and _occasion(reading, out, trailing=trailing):
            pass
        elif (
            tag == "p"
            and chunks.lower(here) in {"to", "with"}
            and chunks.tag(here + 1) in "NDSJw"
            and not (chunks.tag(here + 1) == "w" and chunks.tag(here + 2) == "D")  # "to sell its"
            and (heard := phrase_from(chunks, here + 1, memory)) is not None
            and (trailing or heard.medium)
        ):
            hear(out, heard, memory)
            out.last = max(heard.last, here + 2)
        elif tag == "p" and chunks.lower(here) == "for" and chunks.lower(here + 2) == "part":
            out.last += 3
        elif tag == "," and chunks.tag(here + 1) == "g" and (chunks[here + 1].verb.kind == "cite"):
            if not _cited(reading, out, here + 2):
                break
        elif tag == "g" and chunks[here].verb.kind == "cite":
            if not _cited(reading, out, here + 1):
                break
        elif (referring := _reference(chunks, here)) and _cited(reading, out, referring):
            pass
        elif trailing and tag == "p":
            _to_stop(chunks, out)
            out.time = out.time or _at_end(chunks, here, out.last)
        elif tag == "p" and (ahead := _clause_behind(chunks, here)):
            out.last = ahead
            out.time = out.time or _at_end(chunks, here, ahead)
        else:
            break
    return out


def _place_aside(chunks: Chunks, place: int, *, trailing: bool) -> int:
    """Return where the date stands in "told them in the capital, Orsk, late on Monday"; else 0."""
    if not trailing or chunks.tag(place - 1) not in "wWNS":
        return 0
    ahead = place + 1
    if chunks.tag(ahead) == "N":
        ahead += 1
    elif chunks.tag(ahead) == "p":  # "in Lako, near the border, on Tuesday"
        ahead += 1
        while chunks.tag(ahead) in "DJWwNS" and ahead < place + _LOOK:
            ahead += 1
    if ahead == place + 1 or chunks.tag(ahead) != ",":
        return 0
    ahead += 1
    dated = part_of_day(chunks, ahead) or chunks.tags.startswith(("T", "pT"), ahead)
    return ahead if dated and chunks.lower(ahead) not in _NOT_ON else 0


def part_of_day(chunks: Chunks, place: int) -> bool:
    """Whether a word stands before a day that it goes with: "said late on Tuesday that"."""
    return chunks.lower(place) in _EARLY and chunks.tags.startswith(("T", "pT"), place + 1)


def time_at(chunks: Chunks, place: int) -> TimeExpression | None:
    """Return the date at *place*, where it dates anything ("recently" does not)."""
    item = chunks[place].item
    return item if isinstance(item, TimeExpression) and item.when is not None else None


def _dates(chunks: Chunks, place: int) -> bool:
    """Whether a date right behind a verb can be that of the saying: a bare year is its object."""
    item = chunks[place].item
    return isinstance(item, TimeExpression) and not (
        item.text.isdigit() or item.type in {"DURATION", "SET"}
    )


def _reference(chunks: Chunks, place: int) -> int:
    """Return where the source stands in "wrote, with reference to X, that"; else 0."""
    place += chunks.tag(place) == ","
    words = [chunks.lower(place + ahead) for ahead in range(3)]
    return place + 3 if words == ["with", "reference", "to"] else 0


def _occasion(reading: Reading, out: Circumstances, *, trailing: bool) -> bool:
    """Read "in an interview with X on Tuesday", "in a video released by X on February 2"."""
    chunks, memory = reading.chunks, reading.memory
    here = out.last
    found = next(
        (
            place
            for place in range(here + 1, min(here + _LOOK + 1, len(chunks)))
            if chunks.lower(place) in OCCASIONS
            and chunks.tags[here + 1 : place].strip("DJWwNPA#STV") == ""
        ),
        None,
    )
    if found is None:
        return False
    out.occasion = True
    out.same = out.same or chunks.lower(found - 1) == "same"
    out.interview = out.interview or chunks.lower(found).startswith("interview")
    for place in range(here + 1, found):
        if chunks.tag(place) == "T":
            out.time = out.time or time_at(chunks, place)
        if chunks.tag(place) == "N" and chunks.tag(place + 1) in "PSw":
            speaker = of_mention(chunks[place].mention, place, memory)
            if speaker.medium:
                hear(out, speaker, memory)
    place = found + 1
    while chunks.lower(place) in OCCASIONS and chunks.tag(place) != "V":
        place += 1
    relative = chunks.tag(place) in "tR" and _releases(chunks, place)
    if relative:
        place += 1
    while place < len(chunks):
        tag = chunks.tag(place)
        if tag == "T":
            out.time = out.time or time_at(chunks, place)
        elif tag == "N" and chunks.tag(place - 1) == "T" and not (trailing or relative):
            break  # "In a statement yesterday Novak said"
        elif tag == "N" and (chunks.lower(place - 1) in {"with", "to", "by", "for"} or relative):
            speaker = of_mention(chunks[place].mention, place, memory)
            if not (relative or chunks.lower(place - 1) == "by") or speaker.id != memory.outlet:
                if relative or chunks.lower(place - 1) == "by":
                    speaker = attrs.evolve(speaker, medium=True)
                hear(out, speaker, memory)
        elif tag == "D" and chunks.lower(place - 1) in {"with", "to", "by"}:
            speaker_ = phrase_from(chunks, place, memory)
            if speaker_ is not None:
                hear(out, attrs.evolve(speaker_, medium=True), memory)
                place = max(place, speaker_.last - 1)
        elif (
            tag in ",.;:QtRbgmX("
            or (tag == "V" and chunks[place].verb.form != "past")
            or (not trailing and not relative and tag in "HD#G" and chunks.tag(place - 1) != "p")
        ):
            break
        place += 1
    out.last = place
    return True


def _releases(chunks: Chunks, place: int) -> bool:
    return any(chunks.lower(k) in RELEASED for k in range(place + 1, min(place + 7, len(chunks))))


def _cited(reading: Reading, out: Circumstances, place: int) -> bool:
    source = phrase_from(reading.chunks, place, reading.memory)
    if source is None:
        return False
    out.cited.append(source)
    out.last = pass_anonymity(reading.chunks, max(source.last, place + 1))
    chunks = reading.chunks
    comma = chunks.tag(out.last) == ","
    if chunks.tag(out.last + comma) == "R":
        _through(reading, out, out.last + comma)
    if chunks.lower(out.last) in {"in", "at", "from", "of"} and chunks.tag(out.last + 1) != "T":
        ahead = out.last + 1
        while chunks.tag(ahead) in "DJWwN":
            ahead += 1
        if chunks.tag(ahead) in ",.;":
            out.last = ahead
    return True


def _through(reading: Reading, out: Circumstances, relative: int) -> None:
    """Read who stands behind one who is cited: "who had been briefed by X", "which quoted X"."""
    chunks = reading.chunks
    for place in range(relative + 1, min(relative + _LOOK, len(chunks))):
        quotes = chunks.tag(place) == "V" and chunks[place].verb.kind == "cite"
        briefed = chunks.lower(place) in _BRIEFED and chunks.lower(place + 1) == "by"
        if quotes or briefed:
            source = phrase_from(chunks, place + 1 + briefed, reading.memory)
            if source is not None:
                out.cited.append(source)
                out.last = pass_anonymity(chunks, source.last)
                return
    if any(chunks.tag(k) == "V" for k in range(relative + 1, min(relative + 3, len(chunks)))):
        return  # "citing the colonel, who said": he has words of his own
    end = relative
    while chunks.tag(end) not in ",.;:":
        end += 1
    out.last = end


def pass_anonymity(chunks: Chunks, place: int) -> int:
    """Pass over "who were not named", "it did not name", "close to the talks"."""
    if chunks.lower(place) in _NEAR_TO and chunks.tag(place + 1) == "p":
        place += 2
        while chunks.tag(place) in "DJNGPWwS#p":
            place += 1
        return place
    for ahead in range(place, min(place + _LOOK, len(chunks))):
        if chunks.tag(ahead) in ",.;:Q":
            break
        if chunks.lower(ahead) in {"name", "named", "identify", "identified"} and (
            "n" in chunks.tags[place:ahead]
        ):
            return ahead + 1
    return place


def _clause_behind(chunks: Chunks, place: int) -> int:
    """Return where "that" stands behind a short phrase: "said outside court that"; else 0."""
    ahead = place + 1 + (chunks.lower(place + 1) in _HIM)  # "replied to him on Monday that"
    while ahead < place + _PHRASES and (
        chunks.tag(ahead) in "DJNWwS#APTp"
        or chunks.tags.startswith(",N,", ahead)  # "told fans in Porto, Portugal, on Monday that"
        or chunks.tags.startswith("N,", ahead - 1)
    ):
        ahead += 1
    return ahead if ahead > place + 1 and chunks.tag(ahead) == "t" else 0


def _after_what(chunks: Chunks, place: int) -> int:
    """Return where "that" stands in "told reporters an hour after the quake that"; else 0."""
    if chunks.lower(place + 1) not in {"after", "before"}:
        return 0
    ahead = place + 2
    while chunks.tag(ahead) in "DJNWwSP" and ahead < place + _PHRASES:
        ahead += 1
    return ahead if chunks.tag(ahead) == "t" else 0


def _at_end(chunks: Chunks, first: int, last: int) -> TimeExpression | None:
    """Return the date with which a phrase of place ends: "at the town hall Monday evening"."""
    if chunks.tag(last - 1) != "T":
        return None
    before = chunks.tag(last - 2)
    if before == "p":
        lower = chunks.lower(last - 2)
        inside = {chunks.lower(place) for place in range(first, last - 2)}
        if lower not in {"on", "at"} and (lower != "in" or inside & _ABOUT):
            return None
    elif before in "bD":
        return None
    return time_at(chunks, last - 1)


def _to_stop(chunks: Chunks, out: Circumstances) -> None:
    while out.last < len(chunks) and chunks.tag(out.last) not in ",.;:QbgR":
        out.last += 1
