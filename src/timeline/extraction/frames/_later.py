"""What later frames tell of earlier ones: the medium, the date, who "officials" are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from timeline.extraction.english._titles import listed
from timeline.extraction.frames._that_day import precise
from timeline.extraction.names import Sort
from timeline.extraction.sources import UNNAMED_REPORTS
from timeline.model import Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extraction.frames._denial import Said

_BARE: Final = listed("officials sources authorities insiders diplomats")
_VAGUE: Final = _BARE | {UNNAMED_REPORTS}
_SILENT: Final = frozenset({"citing on", "citing on continued"})
_LEADS: Final = frozenset({"say", "announce", "report", "state", "confirm"})
_FAR: Final = 40
_LEAD: Final = 4
_AHEAD: Final = 2  # sentences


def finished(frames: Sequence[Said]) -> Iterator[Said]:
    """Yield the frames of an article, once what comes later has told who was meant before."""
    for number, said in enumerate(frames):
        _interview(frames, number, said)
        _announced(frames, number, said)
        _lead(frames, number, said)
        if (said.content or said.bare) and said.rule not in _SILENT:
            yield said


def _interview(frames: Sequence[Said], number: int, said: Said) -> None:
    """Name the medium of an interview that the next frames name."""
    if not said.interview or len(said.chain) > 1:
        return
    for later in frames[number + 1 : number + 3]:
        if later.told and later.chain[-1] == said.chain[-1] and len(later.chain) > 1:
            said.chain = later.chain
            if later.time is None and said.time is not None:
                later.time, later.dated = said.time, False
                later.rule = f"{later.rule} continued"


def _announced(frames: Sequence[Said], number: int, said: Said) -> None:
    """Date "The mayor denied this. “We were there,” he said on Monday." with what follows."""
    if said.time is not None or said.earlier or said.chain[-1] == UNNAMED_REPORTS:
        return
    if said.number == 0 and said.rule in _LEADS and len(frames) > number + 1:
        # The lead tells what the next paragraph dates: "In a statement on Saturday, it said".
        later = frames[number + 1]
        near = later.block - said.block <= 1 and later.chain == said.chain
        if near and later.dated and later.time is not None and later.interview is False:
            said.time, said.dated = later.time, False
            said.rule = f"{said.rule} continued"
            return
    for later in frames[number + 1 : number + 3]:
        if later.block != said.block or later.number > said.number + _AHEAD:
            return
        if later.chain[-1] != said.chain[-1]:
            return
        if later.time is not None:
            if not precise(later.time):
                return  # "rejected the claims. In June she had said": background
            if said.stance is Stance.WITHHOLDS and not later.quoted:
                return  # "did not reply. It said on Monday that": on another occasion
            if later.dated and (later.goes_on or later.quoted):
                said.time, said.dated = later.time, False
                said.rule = f"{said.rule} continued"
                if len(said.chain) == 1:
                    said.chain = later.chain
            return


def _lead(frames: Sequence[Said], number: int, said: Said) -> None:
    """Read "officials say" of a lead as those whom the next paragraphs name."""
    if said.chain[-1] not in _BARE:
        return
    if len(said.chain) > 1:
        for earlier in frames[max(0, number - _FAR) : number]:
            if earlier.chain[0] == said.chain[0] and earlier.origin.sort is Sort.GROUP:
                said.chain = earlier.chain
        return
    if said.block > _LEAD:
        return
    for later in frames[number + 1 : number + _FAR]:
        if later.block - said.block > _LEAD:
            return
        if (
            later.origin.sort is Sort.GROUP
            and later.chain[-1] not in _VAGUE
            and (len(later.chain) > 1 or later.chain[-1].endswith(said.chain[-1]))
        ):
            said.chain = later.chain
            return
