"""Laws of stores run over many scripts, until one breaks; and the state machine of the same."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from timeline.errors import UnknownName
from timeline.store import Batch, EventStore, ExpectedVersion
from timeline.testing._code import code, imports_of
from timeline.testing._law import Checked, Raised, as_script_test
from timeline.testing._run import EXAMPLES, smallest_failure
from timeline.testing._store_laws import CHANGING, STORE_LAWS, UNEXPECTED
from timeline.testing._store_trial import Script, StoreTrial, batches, histories, scripts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.testing._law import Law, LawBroken


def check_store(
    make: Callable[[], EventStore],
    *,
    laws: Iterable[str] | None = None,
    examples: int = EXAMPLES,
) -> Checked:
    """Hold a store to the laws, over many scripts of appends.

    Args:
        make: makes an empty store; called for every script.
        laws: the names of the laws; None for all of `STORE_LAWS`.
        examples: how many scripts are tried.

    Returns:
        The laws that held.

    Raises:
        LawBroken: a law does not hold; it shows the smallest script found, as a test.

    >>> from timeline import MemoryStore
    >>> len(check_store(MemoryStore, examples=5).laws)
    18
    """
    named = [_named(name) for name in (STORE_LAWS if laws is None else laws)]
    cases = st.one_of(
        st.tuples(scripts(), st.just(False)),  # noqa: FBT003 - whether the script is coherent
        st.tuples(histories(), st.just(True)),  # noqa: FBT003 - as above
    )

    def broken(case: tuple[Script, bool], tried: Sequence[Law[StoreTrial]]) -> LawBroken | None:
        return _breach(make, *case, tried)

    failure = smallest_failure(cases, named, broken, examples, _smaller)
    if failure is not None:
        raise failure
    return Checked(tuple(law.name for law in named), {}, examples)


def _smaller(case: tuple[Script, bool]) -> Iterator[tuple[Script, bool]]:
    """Yield the script without one step, without one batch and without one event."""
    script, _ = case
    steps = [list(step) for step in script]
    for place, step in enumerate(steps):
        before, behind = steps[:place], steps[place + 1 :]
        yield [*before, *behind], False
        for number, (stream, some, expected) in enumerate(step):
            others = step[:number], step[number + 1 :]
            if len(step) > 1:
                yield [*before, [*others[0], *others[1]], *behind], False
            for one in range(len(some)):
                fewer = (stream, [*some[:one], *some[one + 1 :]], expected)
                yield [*before, [*others[0], fewer, *others[1]], *behind], False


def store_holds(law: str, make: Callable[[], EventStore], script: Script) -> None:
    """Hold a store to one law in one script: what the test that a failure prints calls.

    Args:
        law: the name of the law.
        make: makes an empty store.
        script: what is appended; every step is a list of batches.

    Raises:
        LawBroken: the law does not hold.
    """
    # Only a history can be asked questions of; of anything else, the law asks none.
    failure = _breach(make, script, _coherent(script), [_named(law)])
    if failure is not None:
        raise failure


def _coherent(script: Script) -> bool:
    from timeline.ingestion import check  # noqa: PLC0415 - for pasted tests alone
    from timeline.queries import Resolution  # noqa: PLC0415 - as above
    from timeline.store import MemoryStore  # noqa: PLC0415 - as above

    events = [event for step in script for _, some, _ in step for event in some]
    rules = {rule for step in script for _, _, rule in step}
    try:
        check(events, Resolution(MemoryStore()))
    except (UnknownName, ValueError):
        return False
    return rules <= {ExpectedVersion.ANY}


def _named(law: str) -> Law[StoreTrial]:
    if law not in STORE_LAWS:
        raise UnknownName("law", law, STORE_LAWS)
    return STORE_LAWS[law]


def _breach(
    make: Callable[[], EventStore],
    script: Script,
    coherent: bool,  # noqa: FBT001 - handed on from a case
    laws: Sequence[Law[StoreTrial]],
) -> LawBroken | None:
    with contextlib.ExitStack() as opened:

        def ran() -> StoreTrial:
            trial = StoreTrial(make, script, coherent)
            opened.callback(trial.close)
            trial.run()
            return trial

        shared: StoreTrial | None = None
        for law in laws:
            found = law
            try:
                shared = shared or ran()
                # A law that appends or closes has a store of its own.
                problem = law.problem(ran() if law.name in CHANGING else shared)
            except Raised as error:
                found, problem = STORE_LAWS[UNEXPECTED], str(error)
            if problem is not None:
                events = [event for step in script for _, some, _ in step for event in some]
                return found.broken(problem, events, _test(law, script), law.name)
    return None


def _test(law: Law[StoreTrial], script: Script) -> str:
    lines = ["script = ["]
    for step in script:
        lines += ["    [", *(f"        {_batch(batch)}," for batch in step), "    ],"]
    lines.append("]")
    lines.append(f'store_holds("{law.name}", make_store, script)')
    events = [event for step in script for _, some, _ in step for event in some]
    more = ["from timeline.testing import store_holds"]
    if any(isinstance(rule, ExpectedVersion) for step in script for _, _, rule in step):
        more.append("from timeline import ExpectedVersion")
    return as_script_test(law.identifier, [*imports_of(events), *more], lines)


def _batch(batch: Batch) -> str:
    stream, some, expected = batch
    events = ", ".join(code(event) for event in some)
    rule = f"ExpectedVersion.{expected.name}" if isinstance(expected, ExpectedVersion) else expected
    return f'("{stream}", [{events}], {rule})'


class StoreMachine(RuleBasedStateMachine):
    """A state machine that appends, reads, keeps and verifies; a backend's author subclasses it.

    ::

        class MyStoreMachine(StoreMachine):
            def make_store(self):
                return MyStore()

        TestMyStore = MyStoreMachine.TestCase
    """

    def __init__(self) -> None:
        super().__init__()
        self.trial = StoreTrial(self.make_store)

    def make_store(self) -> EventStore:
        """Return an empty store."""
        raise NotImplementedError("a StoreMachine needs a method make_store that makes a store")

    @rule(batch=batches())
    def append(self, batch: Batch) -> None:
        """Append to one stream."""
        self._append([batch])

    @rule(some=st.lists(batches(), max_size=3))
    def append_all(self, some: list[Batch]) -> None:
        """Append to several streams, or to none."""
        self._append(some)

    def _append(self, some: list[Batch]) -> None:
        current = self.trial.model.version
        self.trial.append(
            [(name, events, current(name) if rule == -1 else rule) for name, events, rule in some]
        )

    @rule(law=st.sampled_from([name for name in STORE_LAWS if name != "closing"]))
    def hold(self, law: str) -> None:
        """Hold the store to one of the laws, as it stands."""
        self._hold(law)

    @invariant()
    def the_log_is_what_was_appended(self) -> None:
        """Compare the log with what was taken."""
        for law in ("expected versions", "all or nothing"):
            self._hold(law)

    def _hold(self, law: str) -> None:
        found = STORE_LAWS[law]
        problem = found.problem(self.trial)
        if problem is not None:
            events = [event for _, event in self.trial.model.log]
            raise found.broken(problem, events, "")

    def teardown(self) -> None:
        """Let go of the store."""
        self.trial.close()
