"""What is new about a fact on a day, in a few words: learned, changed or withdrawn, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.rendering._phrases import counted
from timeline.rendering._when import in_words

if TYPE_CHECKING:
    from timeline.queries import Change, Step

LEARNED, CHANGED, WITHDRAWN = range(3)
"""What a step does to a fact, as the page has it."""


def news_of(step: Step) -> tuple[int, str]:
    """Return what a step does to its fact, and that in words."""
    change = step.change
    if change.withdrawn:
        return WITHDRAWN, _withdrawn(change)
    if change.before is None:
        return LEARNED, "first heard of" if change.fact.certain else "may have been said by now"
    if change.learned:
        return LEARNED, "; ".join(["now certain", *_differences(change)])
    return CHANGED, "; ".join(_differences(change)) or "known otherwise"


def _withdrawn(change: Change) -> str:
    return "nothing stands of it any more" if change.after is not None else "known no more"


def _differences(change: Change) -> list[str]:
    """Say what is different, the most telling first."""
    before, after = change.before, change.after
    assert before is not None  # first news is told otherwise
    assert after is not None  # a withdrawal is told otherwise
    told: list[str] = []
    if before.status is not after.status and before.certain:
        told.append(f"was {before.status}")
    if before.occurred != after.occurred and before.certain:
        told.append(
            f"dated before: {in_words(before.occurred)}" if before.occurred else "now dated"
        )
    if after.conflict and not before.conflict:
        told.append("the dates given cannot all be right")
    new_claims = change.new_claims
    standing = [claim for claim in new_claims if claim.stands]
    held = {claim.id for claim in before.claims}
    fresh = sum(claim.id not in held for claim in standing)
    if fresh:
        told.append(f"{counted(fresh, 'more claim')}")
    firm = sum(claim.certain and claim.id in held for claim in standing)
    if firm and before.certain:
        told.append(f"{counted(firm, 'claim')} now certain")
    gone = len(new_claims) - len(standing)
    if gone:
        told.append(f"{counted(gone, 'claim')} taken back")
    if not told and change.what == ("status",):
        told.append("its time is over")
    if not told and "possibly" in change.what:
        told.append("more may have been said by now")
    return told
