"""Laws of `merge`, for projections that offer it: states of parts joined into one of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.testing._fingerprint import fingerprint
from timeline.testing._law import Law
from timeline.testing._trial import Trial, guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = 3


def _merge(trial: Trial, one: Any, other: Any) -> Any:  # noqa: ANN401 - states are what they are
    merge: Any = trial.projection.merge  # type: ignore[attr-defined]  # the law asked for it first
    return guarded("merge(…)", lambda: merge(one, other))


def _exempt(trial: Trial) -> str | None:
    return None if hasattr(trial.projection, "merge") else "it has no merge"


def _parts(trial: Trial) -> Iterator[list[Any]]:
    """Yield the states of some articles alone, for each key."""
    for line in trial.lines.values():
        streams = list(dict.fromkeys(news.stream for news in line))
        states = []
        for stream in streams[:_PARTS]:
            state = trial.initial()
            for news in line:
                if news.stream == stream:
                    state = trial.evolve(state, news)
            states.append(state)
        yield states or [trial.initial()]


def _associative(trial: Trial) -> str | None:
    for states in _parts(trial):
        a, b, c = (states * _PARTS)[:_PARTS]
        left = _merge(trial, _merge(trial, a, b), c)
        right = _merge(trial, a, _merge(trial, b, c))
        if fingerprint(left) != fingerprint(right):
            return f"merged from the left: {left!r}; from the right: {right!r}"
    return None


merge_is_associative = Law(
    "merge is associative",
    "parts are merged in whatever groups the work was split into",
    _associative,
    _exempt,
)


def _commutative(trial: Trial) -> str | None:
    for states in _parts(trial):
        a, b = (states * 2)[:2]
        one, other = _merge(trial, a, b), _merge(trial, b, a)
        if fingerprint(one) != fingerprint(other):
            return f"one way: {one!r}; the other way: {other!r}"
    return None


merge_is_commutative = Law(
    "merge is commutative",
    "parts come back in whatever order they are done",
    _commutative,
    _exempt,
)


def _idempotent(trial: Trial) -> str | None:
    for states in _parts(trial):
        for state in states:
            for what, other in (("itself", state), ("the initial state", trial.initial())):
                merged = _merge(trial, state, other)
                if fingerprint(merged) != fingerprint(state):
                    return f"merged with {what}, {state!r} becomes {merged!r}"
    return None


merge_is_idempotent = Law(
    "merge is idempotent",
    "a part that is delivered twice, or that holds nothing, must not count",
    _idempotent,
    _exempt,
)


def _of_parts(trial: Trial) -> str | None:
    for line in trial.lines.values():
        streams = dict.fromkeys(news.stream for news in line)
        merged, whole = trial.initial(), trial.initial()
        for stream in streams:
            part = trial.initial()
            for news in line:
                part = trial.evolve(part, news) if news.stream == stream else part
            merged = _merge(trial, merged, part)
        for news in line:
            whole = trial.evolve(whole, news)
        if fingerprint(merged) != fingerprint(whole):
            return f"merged from its articles: {merged!r}; folded in one go: {whole!r}"
    return None


merge_of_parts = Law(
    "merge of parts",
    "the states of single articles, merged, must be the state of all of them",
    _of_parts,
    _exempt,
)
