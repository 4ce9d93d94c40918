"""What was written can be read for ever, and reads as what was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.store_samples import SAMPLES, SPARSE_CLAIM
from timeline.errors import BrokenStore, InvalidValue
from timeline.model import (
    Article,
    ArticlePublished,
    ClaimLinked,
    ClaimRetracted,
    ClaimStated,
    Event,
    Evidence,
    FactDescribed,
)
from timeline.store import EVENT_TYPES, UPCASTERS, decode, encode
from timeline.testing import events

GOLDEN = Path(__file__).parents[2] / "fixtures" / "events"
HALF = "\ud83d"  # one half of a surrogate pair: a string of Python, and no text of Unicode

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)


# ---- Laws ----------------------------------------------------------------------------------


@given(events())
def test_an_event_reads_as_it_was_written(event: Event) -> None:
    assert decode(*encode(event)) == event


@given(events())
def test_what_was_read_is_written_again_byte_by_byte(event: Event) -> None:
    written = encode(event)
    assert encode(decode(*written)) == written


@given(events())
def test_a_payload_is_json_with_its_keys_sorted(event: Event) -> None:
    _, payload = encode(event)
    assert orjson.dumps(orjson.loads(payload), option=orjson.OPT_SORT_KEYS) == payload


@given(st.sampled_from(sorted(EVENT_TYPES)), anything.map(orjson.dumps) | st.binary(max_size=20))
def test_a_foreign_payload_breaks_with_one_error(name: str, payload: bytes) -> None:
    with pytest.raises(BrokenStore, match=f"payload of {name}"):
        decode(name, payload)


@given(st.sampled_from(list(SAMPLES.values())), st.data())
def test_a_payload_with_a_value_changed_is_valid_or_refused(
    event: Event, data: st.DataObject
) -> None:
    name, payload = encode(event)
    plain: dict[str, Any] = orjson.loads(payload)
    holder: dict[str, Any] | list[Any] = plain
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        key: Any = data.draw(st.sampled_from(keys))
        if not isinstance(holder[key], dict | list) or data.draw(st.booleans()):
            break
        holder = holder[key]
    holder[key] = data.draw(anything)
    try:
        read = decode(name, orjson.dumps(plain))
    except BrokenStore:
        return
    assert decode(*encode(read)) == read


# ---- Names and golden files ----------------------------------------------------------------


def test_every_name_on_disk_is_known_and_none_was_renamed() -> None:
    assert set(EVENT_TYPES) | set(UPCASTERS) == {
        "article-published.v1",
        "article-corrected.v1",
        "article-revised.v1",
        "claim-stated.v1",
        "claim-corrected.v1",
        "claim-retracted.v1",
        "claim-revised.v1",
        "claim-linked.v1",
        "claim-dismissed.v1",
        "fact-described.v1",
        "facts-merged.v1",
        "fact-split.v1",
        "source-defined.v1",
        "sources-merged.v1",
    }


def test_every_stored_type_has_a_golden_file_and_every_file_a_meaning() -> None:
    files = {path.stem for path in GOLDEN.glob("*.json")}
    assert files == set(SAMPLES)
    assert {file.rpartition("-")[0] for file in files} == set(EVENT_TYPES) | set(UPCASTERS)


@pytest.mark.parametrize("file", sorted(SAMPLES))
def test_a_golden_file_reads_as_the_event_that_it_was(file: str) -> None:
    payload = (GOLDEN / f"{file}.json").read_bytes().removesuffix(b"\n")
    name = file.rpartition("-")[0]
    assert decode(name, payload) == SAMPLES[file]
    assert type(SAMPLES[file]) is EVENT_TYPES[name]


@pytest.mark.parametrize("file", sorted(SAMPLES))
def test_todays_payload_is_the_golden_one(file: str) -> None:
    """Fails when a payload changed its form under the same version: give it a new one."""
    payload = (GOLDEN / f"{file}.json").read_bytes().removesuffix(b"\n")
    assert encode(SAMPLES[file]) == (file.rpartition("-")[0], payload)


# ---- Upcasters -----------------------------------------------------------------------------


def test_an_old_payload_is_read_through_every_step_up_to_today(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def renamed(plain: dict[str, Any]) -> dict[str, Any]:
        return {"claim": plain["assertion"], "topic": plain["topic"]}

    def retitled(plain: dict[str, Any]) -> dict[str, Any]:
        return {"claim": plain["claim"], "fact": plain["topic"]}

    monkeypatch.setitem(UPCASTERS, "claim-linked.v-1", ("claim-linked.v0", renamed))
    monkeypatch.setitem(UPCASTERS, "claim-linked.v0", ("claim-linked.v1", retitled))

    assert decode("claim-linked.v-1", b'{"assertion":"a#1","topic":"f"}') == ClaimLinked("a#1", "f")
    assert decode("claim-linked.v0", b'{"claim":"a#1","topic":"f"}') == ClaimLinked("a#1", "f")


@pytest.mark.parametrize("payload", [b"[]", b'{"assertion":"a#1"}', b'"text"', b"7"])
def test_an_old_payload_that_its_step_cannot_read_is_damaged(
    monkeypatch: pytest.MonkeyPatch, payload: bytes
) -> None:
    def retitled(plain: dict[str, Any]) -> dict[str, Any]:
        return {"claim": plain["claim"], "fact": plain["topic"]}

    monkeypatch.setitem(UPCASTERS, "claim-linked.v0", ("claim-linked.v1", retitled))
    with pytest.raises(BrokenStore, match=r"payload of claim-linked\.v0"):
        decode("claim-linked.v0", payload)


# ---- Refusals ------------------------------------------------------------------------------


def test_a_type_of_a_later_version_is_named() -> None:
    with pytest.raises(BrokenStore, match=r"kept: position 4: unknown type .*'claim-stated\.v9'"):
        decode("claim-stated.v9", b"{}", file="kept", position=4)


@pytest.mark.parametrize(
    ("event", "place"),
    [
        (FactDescribed("f", HALF), r"fact-described\.v1\.title"),
        (
            ArticlePublished(Article("a", "o", "2025", text=f"x{HALF}")),
            r"article-published\.v1\.article\.text",
        ),
        (
            ClaimStated(attrs.evolve(SPARSE_CLAIM, evidence=Evidence(HALF, 0, 1))),
            r"claim-stated\.v1\.claim\.evidence\.exact",
        ),
        (
            ClaimStated(attrs.evolve(SPARSE_CLAIM, evidence=Evidence("a", 2**64, 2**64 + 1))),
            r"claim-stated\.v1\.claim\.evidence\.end",
        ),
        (ClaimRetracted("a#1", "2025", 7), r"note"),  # type: ignore[arg-type]  # the mistake
    ],
)
def test_what_cannot_be_written_is_refused_and_its_place_named(event: Event, place: str) -> None:
    with pytest.raises(InvalidValue, match=f"^{place}: must be"):
        encode(event)


@pytest.mark.parametrize(
    ("file", "whole", "broken", "place"),
    [
        ("claim-stated.v1-full", '"start":0', '"start":"0"', r"evidence\.start: .* a whole number"),
        (
            "claim-stated.v1-full",
            '"start":0',
            '"start":false',
            r"evidence\.start: .* a whole number",
        ),
        ("claim-stated.v1-full", '"approximate":true', '"approximate":1', r"figure\.approximate"),
        ("claim-stated.v1-full", '"low":2', '"low":"2"', r"low: must be a number"),
        ("claim-stated.v1-full", '"2025-01-20"', '"Jan. 20"', r"date: must be"),
        ("claim-stated.v1-full", '"estimates"', '"guesses"', r"stance: must be one of"),
        ("claim-stated.v1-sparse", '["courier"]', '"courier"', r"attribution: .* a list of texts"),
        (
            "claim-stated.v1-sparse",
            '"basis":',
            '"figures":{},"basis":',
            r"claim\.figures: .* a list",
        ),
        ("claim-revised.v1-full", '"correction":2', '"correction":-2', r"correction: .* 0 or more"),
        ("source-defined.v1-full", '"group":true', '"group":null', r"source\.group: .* true or"),
        ("article-published.v1-sparse", '"2025-02-07"', '""', r"date: must be"),
    ],
)
def test_a_payload_that_is_wrong_in_one_place_says_which(
    file: str, whole: str, broken: str, place: str
) -> None:
    name, payload = encode(SAMPLES[file])
    damaged = payload.decode().replace(whole, broken).encode()
    assert damaged != payload
    with pytest.raises(BrokenStore, match=rf"log: position 3: payload of {name}: .*{place}"):
        decode(name, damaged, position=3)


def test_a_field_that_nobody_reads_is_refused_rather_than_lost() -> None:
    with pytest.raises(BrokenStore, match="fields among claim, fact"):
        decode("claim-linked.v1", b'{"claim":"a#1","fact":"f","weight":1}')


def test_a_text_that_its_digest_does_not_fit_is_refused() -> None:
    name, payload = encode(ArticlePublished(Article("a", "o", "2025", text="one")))
    with pytest.raises(BrokenStore, match="sha256"):
        decode(name, payload.replace(b'"one"', b'"two"'))
