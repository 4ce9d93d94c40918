"""A claim as an answer shows it, and what an answer would be if more were certain."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from timeline.dates import Certainty, When
from timeline.model import Claim, Known
from timeline.projections import Standing, Status
from timeline.queries._dicts import evidence_dict, figure_dict, when_dict

if TYPE_CHECKING:
    from timeline.queries._dicts import Plain


@attrs.frozen
class KnownClaim:
    """A claim as an answer shows it.

    Args:
        claim: what it says, as last revised, its sources under their canonical ids.
        origin: on whose word, all visible chains laid together.
        certainty: whether it was certainly known on the date asked, or only possibly.
        known: the days in which it became known, by the clock of the question.
        stated: when the source said so.
        published: when its article was printed.
        standing: whether it stands, or was corrected or retracted by that date.
        ended: when it was corrected or retracted; None while it stands.
        note: what its outlet said of that.
        recorded: when the store took it in.
    """

    claim: Claim
    origin: str
    certainty: Certainty
    known: Known
    stated: When
    published: When
    standing: Standing
    ended: When | None = None
    note: str = ""
    # Two stores that tell the same have taken it in at different times.
    recorded: dt.datetime | None = attrs.field(default=None, eq=False)

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline known --json` prints it for each claim."""
        claim = self.claim
        plain: Plain = {
            "claim": claim.id,
            "article": claim.article,
            "stance": str(claim.stance),
            "attribution": list(claim.attribution.chain),
            "origin": self.origin,
            "basis": str(claim.basis),
            "certainty": self.certainty.name.lower(),
            "text": claim.text,
            "occurred": when_dict(claim.occurred),
            "stated": when_dict(self.stated),
            "published": when_dict(self.published),
            "figures": [figure_dict(figure) for figure in claim.figures],
            "evidence": evidence_dict(claim.evidence),
            "standing": str(self.standing),
        }
        if self.ended is not None:
            plain["ended"] = when_dict(self.ended)
            plain["note"] = self.note
        return plain

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def certain(self) -> bool:
        """Whether it was certainly known on the date asked."""
        return self.certainty is Certainty.CERTAIN

    @property
    def stands(self) -> bool:
        """Whether its outlet stood by it on the date asked."""
        return self.standing is Standing.STANDS


@attrs.frozen
class Possibly:
    """What a fact would be if all that was only possibly known had been known."""

    status: Status
    occurred: When | None
    conflict: bool = False
