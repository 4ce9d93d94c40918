"""What changed between two dates: learned, changed, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import attrs

from timeline.errors import InvalidValue
from timeline.model import AsOf
from timeline.projections import Status
from timeline.queries._dicts import Plain, as_of_dict, when_dict
from timeline.queries._facts import Fact  # noqa: TC001 - `NamedTuple` looks at it
from timeline.queries._shown import Shown

if TYPE_CHECKING:
    from timeline.queries._knowledge import Knowledge
    from timeline.queries._known_claim import KnownClaim


class Change(NamedTuple):
    """A fact before and after; None on a side where nothing was known of it."""

    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it was known last: after, or before where it is gone."""
        fact = self.after or self.before
        assert fact is not None
        return fact

    @property
    def learned(self) -> bool:
        """Whether it is newly known, or newly certain."""
        if self.before is None or self.after is None:
            return self.before is None
        return self.after.certain and not self.before.certain

    @property
    def withdrawn(self) -> bool:
        """Whether it is known no more, or nothing stands of it any more."""
        if self.after is None:
            return True
        gone = Status.RETRACTED
        return self.after.status is gone and (self.before is None or self.before.status is not gone)

    @property
    def new_claims(self) -> tuple[KnownClaim, ...]:
        """The claims that became known, or certain, in between."""
        if self.after is None:
            return ()
        held = set() if self.before is None else {_told(claim) for claim in self.before.claims}
        return tuple(claim for claim in self.after.claims if _told(claim) not in held)

    @property
    def what(self) -> tuple[str, ...]:
        """What is different: any of certainty, status, occurred, origins, possibly, claims."""
        if self.before is None or self.after is None:
            return ()
        names = ("certainty", "status", "occurred", "conflict", "origins", "possibly", "claims")
        return tuple(
            name for name in names if getattr(self.before, name) != getattr(self.after, name)
        )


def _told(claim: KnownClaim) -> tuple[object, ...]:
    return (claim.claim, claim.certainty, claim.standing)


@attrs.frozen(repr=False)
class Diff(Shown):
    """All facts that two states of knowledge know differently.

    Args:
        before: the first question.
        after: the second question.
        changes: the facts that differ, in the order of the later state.
        names: what to call each source, by id.
    """

    before: AsOf
    after: AsOf
    changes: tuple[Change, ...]
    names: Mapping[str, str] = attrs.field(repr=False, eq=False, factory=dict)

    def __repr__(self) -> str:
        return (
            f"<Diff from {self.before.known} to {self.after.known}: {len(self.learned)} learned, "
            f"{len(self.changed)} changed, {len(self.withdrawn)} withdrawn>"
        )

    @property
    def learned(self) -> tuple[Change, ...]:
        """The facts that are newly known, or newly certain."""
        return tuple(c for c in self.changes if c.learned and not c.withdrawn)

    @property
    def withdrawn(self) -> tuple[Change, ...]:
        """The facts that are known no more, or of which nothing stands any more."""
        return tuple(c for c in self.changes if c.withdrawn)

    @property
    def changed(self) -> tuple[Change, ...]:
        """The facts that were known and are known otherwise."""
        return tuple(c for c in self.changes if not c.learned and not c.withdrawn)

    def apply(self, facts: Mapping[str, Fact]) -> dict[str, Fact]:
        """Return *facts*, the earlier knowledge, with all changes made: the later knowledge.

        Raises:
            InvalidValue: *facts* is not the knowledge that the difference starts from.
        """
        result = dict(facts)
        for change in self.changes:
            fact = change.fact.id
            if result.get(fact) != change.before:
                raise InvalidValue(
                    "diff.apply", expected=f"{fact} as of {self.before.known}", got=result.get(fact)
                )
            if change.after is None:
                del result[fact]
            else:
                result[fact] = change.after
        return dict(sorted(result.items(), key=lambda item: item[1].order))

    def to_dict(self) -> Plain:
        """Return plain data, as `timeline diff --json` prints it."""
        return {
            "before": as_of_dict(self.before),
            "after": as_of_dict(self.after),
            "learned": [_change_dict(change) for change in self.learned],
            "changed": [_change_dict(change) for change in self.changed],
            "withdrawn": [_change_dict(change) for change in self.withdrawn],
        }

    def to_rows(self) -> list[Plain]:
        """Return one flat row for each fact that differs."""
        return [
            {
                "fact": change.fact.id,
                "title": change.fact.title,
                "change": _kind(change),
                "status_before": None if change.before is None else str(change.before.status),
                "status_after": None if change.after is None else str(change.after.status),
                "occurred_before": _occurred(change.before),
                "occurred_after": _occurred(change.after),
                "new_claims": len(change.new_claims),
            }
            for change in self.changes
        ]


def _kind(change: Change) -> str:
    if change.withdrawn:
        return "withdrawn"
    return "learned" if change.learned else "changed"


def _occurred(fact: Fact | None) -> str | None:
    return None if fact is None or fact.occurred is None else str(fact.occurred)


def _change_dict(change: Change) -> Plain:
    return {
        "fact": change.fact.id,
        "title": change.fact.title,
        "what": list(change.what),
        "first_known": when_dict(change.fact.first_known),
        "before": None if change.before is None else change.before.to_dict(),
        "after": None if change.after is None else change.after.to_dict(),
    }


def diff_of(before: Knowledge, after: Knowledge) -> Diff:
    """Return what *after* knows otherwise than *before*."""
    # As `Change._make` does, which would be a call of Python's for each of them.
    made = partial(tuple.__new__, Change)
    changes = tuple(map(made, _differing(before, after)))
    return Diff(before.as_of, after.as_of, changes, after.names)


def _differing(before: Knowledge, after: Knowledge) -> list[tuple[Fact | None, Fact | None]]:
    """Return the facts that differ, before and after, in the order of their listing."""
    if before.looks_like(after):
        return before.differing(before.as_of.day, after.as_of.day)
    earlier, later = dict(before.items()), dict(after.items())
    pairs: list[tuple[Fact | None, Fact | None]] = [
        (earlier.get(name), fact) for name, fact in later.items()
    ]
    pairs += [(fact, None) for name, fact in earlier.items() if name not in later]
    return [pair for pair in pairs if pair[0] is not pair[1] and pair[0] != pair[1]]
