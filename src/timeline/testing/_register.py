"""What Hypothesis calls when it is imported, so that ``st.from_type(Claim)`` knows what to draw.

It is named by the entry point ``hypothesis`` of the distribution. Everything costly is put off
until a type is asked for: whoever imports Hypothesis for other ends pays for the nouns alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Tell Hypothesis how to draw the types of the model, `When` and `Newsroom` included."""
    from hypothesis import strategies as st  # noqa: PLC0415 - it is being imported right now

    from timeline import dates, model  # noqa: PLC0415 - see the reason of this file
    from timeline.testing._newsroom import Newsroom  # noqa: PLC0415 - as above

    st.register_type_strategy(dates.When, lambda _: _testing().whens())
    st.register_type_strategy(Newsroom, lambda _: _testing().newsrooms())
    for name in ("Source", "Attribution", "Figure", "Evidence", "Article", "Claim"):
        st.register_type_strategy(getattr(model, name), _drawn_by(name))
    for event in (*model.NewsEvent.__args__, *model.CurationEvent.__args__):
        st.register_type_strategy(event, _event)


def _testing() -> Any:  # noqa: ANN401 - the module, by which names are looked up late
    import timeline.testing  # noqa: PLC0415 - see the reason of this file

    return timeline.testing


_PLURALS = {"Evidence": "evidence"}


def _drawn_by(name: str) -> Callable[[type[Any]], SearchStrategy[Any]]:
    strategy = _PLURALS.get(name, f"{name.lower()}s")
    return lambda _: getattr(_testing(), strategy)()


def _event(kind: type[Any]) -> SearchStrategy[Any]:
    strategy: SearchStrategy[Any] = _testing().events_of(kind)
    return strategy
