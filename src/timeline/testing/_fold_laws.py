"""Laws about the fold: what states are, and what may be done with them."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from timeline.testing._asking_laws import differing
from timeline.testing._fingerprint import fields_of, fingerprint
from timeline.testing._histories import days_of
from timeline.testing._law import Law
from timeline.testing._trial import Trial, guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.projections import News


def _states(trial: Trial, line: Sequence[News]) -> list[Any]:
    """Return the state before each piece of news, and behind the last."""
    states = [trial.initial()]
    for news in line:
        states.append(trial.evolve(states[-1], news))
    return states


# ---- Totality ------------------------------------------------------------------------------


def _totality(trial: Trial) -> str | None:
    # What raises on the way is reported as a break of this law, whichever law met it.
    trial.finish(trial.initial())
    days = days_of(trial.events)
    for line in trial.lines.values():
        states = _states(trial, line)
        for state in states:
            trial.turns(state)
            trial.finish(state)
        for day in days[:: max(1, len(days) // 8)]:
            trial.finish(states[-1], trial.as_of.on(day))
    for possible in (False, True):
        trial.ask(possible=possible)
    return None


totality = Law(
    "totality",
    "news comes in every kind and with every date missing that can be; a projection that raises on "
    "one takes every answer with it",
    _totality,
)


# ---- Purity --------------------------------------------------------------------------------


def _purity(trial: Trial) -> str | None:
    for line in trial.lines.values():
        state = trial.initial()
        for news in line:
            for name, call in _calls(trial, state, news):
                problem, result = _changes(trial, state, name, call)
                if problem:
                    return problem
            state = result
    return None


def _calls(
    trial: Trial,
    state: Any,  # noqa: ANN401 - a state is whatever it is
    news: News,
) -> Iterator[tuple[str, Callable[[], Any]]]:
    yield "finish", lambda: trial.finish(state)
    yield "turns", lambda: trial.turns(state)
    yield "keys", lambda: trial.keys(news)
    yield "evolve", lambda: trial.evolve(state, news)


def _changes(
    trial: Trial,
    state: Any,  # noqa: ANN401 - as above
    name: str,
    call: Callable[[], Any],
) -> tuple[str | None, Any]:
    """Return what a call changed that it must not, and what it returned."""
    before, own = fingerprint(state), fingerprint(fields_of(trial.projection))
    begun = fingerprint(trial.initial())
    result = call()
    if fingerprint(state) != before:
        return f"{name} changes the state that it is given: {before!r} became {state!r}", result
    if fingerprint(fields_of(trial.projection)) != own:
        return f"{name} changes the projection itself: {fields_of(trial.projection)!r}", result
    if fingerprint(trial.initial()) != begun:
        return f"{name} changes what initial() returns: {trial.initial()!r}", result
    return None, result


purity = Law(
    "purity",
    "the engine keeps states and goes on from them; a state that is changed in place changes every "
    "answer that was given from it",
    _purity,
)


# ---- Fold composition ----------------------------------------------------------------------


def _fold_composition(trial: Trial) -> str | None:
    for line in trial.lines.values():
        states = _states(trial, line)
        expected = [fingerprint(state) for state in states]
        # By induction, one step from every state, taken again and in another order, is enough.
        for place in reversed(range(len(line))):
            again = trial.evolve(states[place], line[place])
            if fingerprint(again) != expected[place + 1]:
                return (
                    f"the fold cut before news {place + 1} of {len(line)} and carried on gives "
                    f"{again!r}; in one go it gave {expected[place + 1]!r}"
                )
    return None


fold_composition = Law(
    "fold composition",
    "fold(a + b) must equal fold(fold(a), b): else a day's news cannot be added to yesterday's "
    "state, and a long history must be read from its start for every answer",
    _fold_composition,
)


# ---- Snapshot equivalence ------------------------------------------------------------------


def _snapshot_equivalence(trial: Trial) -> str | None:
    for line in trial.lines.values():
        state = trial.initial()
        kept: list[tuple[Any, Any, Any]] = [(state, _saved(trial, state), trial.finish(state))]
        for news in line:
            state = trial.evolve(state, news)
            kept.append((state, _saved(trial, state), trial.finish(state)))
        whole = trial.finish(state)
        for place, (snapshot, saved, answer) in enumerate(kept):
            where = f"behind news {place} of {len(line)}"
            problem = differing(
                trial.finish(snapshot),
                answer,
                one=f"the state {where}, looked at again at the end",
                other="what it answered at first",
            )
            for news in line[place:]:
                saved = trial.evolve(saved, news)  # noqa: PLW2901 - the fold goes on from it
            problem = problem or differing(
                trial.finish(saved),
                whole,
                one=f"carried on from a copy of the state {where}",
                other="folded in one go",
            )
            if problem:
                return problem
    return None


def _saved(trial: Trial, state: Any) -> Any:  # noqa: ANN401 - as above
    dump, load = _dump_and_load(trial)
    if dump is None or load is None:
        return guarded("copy.deepcopy of a state", lambda: copy.deepcopy(state))
    return guarded("load(dump(…))", lambda: load(dump(state)))


def _dump_and_load(
    trial: Trial,
) -> tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None]:
    return (
        getattr(trial.projection, "dump", None),
        getattr(trial.projection, "load", None),
    )


snapshot_equivalence = Law(
    "snapshot equivalence",
    "a state that was kept must stay as it was, and going on from it must lead where the whole "
    "fold leads; otherwise a cache answers other than the events do",
    _snapshot_equivalence,
)


# ---- Key locality --------------------------------------------------------------------------


def _key_locality(trial: Trial) -> str | None:
    states: dict[str, Any] = {}
    for news in trial.news:
        keys = trial.keys(news)
        for key in keys:
            before = {name: fingerprint(one) for name, one in states.items() if name != key}
            state = states[key] if key in states else trial.initial()
            states[key] = trial.evolve(state, news)
            for name, picture in before.items():
                if fingerprint(states[name]) != picture:
                    return f"news of {key!r} changes the state of {name!r} to {states[name]!r}"
    for key, line in trial.begin().lines.items():
        alone = _states(trial.begin(), line)[-1]
        if fingerprint(states[key]) != fingerprint(alone):
            return (
                f"folded beside the others, {key!r} comes to {states[key]!r}; alone, to {alone!r}"
            )
    return None


key_locality = Law(
    "key locality",
    "the state of one key is folded without reading the others; an event that reaches across keys "
    "gives answers that depend on what else was asked",
    _key_locality,
    lambda trial: None if trial.projection.keyed else "it has no keys",
)


# ---- Turns ---------------------------------------------------------------------------------


def _turns_are_complete(trial: Trial) -> str | None:
    days = days_of(trial.events)
    if not days:
        return None
    # Dates and their neighbours, where off-by-one lies, and some days beyond the last.
    asked = [trial.as_of.on(day) for day in (*days, days[-1] + 7, days[-1] + 40)]
    for line in trial.lines.values():
        states = _states(trial, line)
        for state in (states[-1], states[len(states) // 2]):
            turns = trial.turns(state)
            answers = [trial.finish(state, as_of) for as_of in asked]
            for place in range(1, len(asked)):
                if answers[place] == answers[place - 1]:
                    continue
                before, after = asked[place - 1], asked[place]
                if not any(before.day < day <= after.day for day in turns):
                    return (
                        f"finish answers otherwise on {after.known} than on {before.known} "
                        f"({answers[place - 1]!r} becomes {answers[place]!r}), but turns names "
                        f"{_dates(trial, turns)}"
                    )
    return None


def _dates(trial: Trial, turns: Sequence[int]) -> str:
    return ", ".join(str(trial.as_of.on(day).known) for day in turns) or "no day"


turns_are_complete = Law(
    "turns are complete",
    "an answer may change without news only on the days that turns names; a day that it leaves out "
    "is missing from every difference and every history",
    _turns_are_complete,
)


# ---- JSON ----------------------------------------------------------------------------------


def _json_round_trip(trial: Trial) -> str | None:
    import orjson  # noqa: PLC0415 - for projections alone that dump

    dump, load = _dump_and_load(trial)
    assert dump is not None
    assert load is not None
    for line in trial.lines.values():
        for state in _states(trial, line):
            data = guarded("dump(…)", lambda state=state: dump(state))  # type: ignore[misc]
            try:
                orjson.loads(data)
            except (orjson.JSONDecodeError, TypeError) as error:
                return f"dump gives what is not JSON ({error}): {data!r}"
            loaded = guarded("load(…)", lambda data=data: load(data))  # type: ignore[misc]
            if fingerprint(loaded) != fingerprint(state):
                return f"load(dump(state)) gives {loaded!r}, and the state was {state!r}"
            if dump(loaded) != data:
                return f"dumped again, the same state gives {dump(loaded)!r}, not {data!r}"
    return None


json_round_trip = Law(
    "JSON round trip",
    "a state that comes back from the cache must be the state that went in",
    _json_round_trip,
    lambda trial: None if all(_dump_and_load(trial)) else "it has no dump and load",
)
