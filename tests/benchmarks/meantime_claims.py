"""The event mentions of MEANTIME (Minard et al., LREC 2016) as claims to be linked.

Each claim is made of what the corpus annotates beside coreference: the lemma as its kind, the words
around the mention, the participants' names, the date that a time link anchors it to. Which mentions
are one event is never looked at.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import attrs

from timeline.model import Claim, Evidence, Reading, slug

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = ("airbus", "apple", "gm")
_AROUND = 70
_ANCHORS = {("INCLUDES", 0), ("SIMULTANEOUS", 0), ("IS_INCLUDED", 1), ("SIMULTANEOUS", 1)}
_SAYING = "SPEECH_COGNITIVE"


@attrs.frozen
class Mention:
    """One mention with an instance across articles."""

    id: str
    article: str
    topic: str
    lemma: str
    claim: Claim


def read(folder: Path) -> list[list[Mention]]:
    """Return the mentions that have an instance, article by article in order of publication."""
    documents = [
        json.loads(line)
        for topic in TOPICS
        for line in (folder / f"{topic}.jsonl").read_text("utf-8").splitlines()
    ]
    documents.sort(key=lambda document: (document["dct"], document["doc"]))
    return [_mentions(document) for document in documents]


def _mentions(document: dict[str, Any]) -> list[Mention]:
    dates = _dates(document)
    players = _players(document)
    found = []
    told = [event for event in document["events"] if event["instance"]]
    told.sort(key=lambda event: (event["in"] != "title", event["start"]))
    for number, event in enumerate(told, start=1):
        lemma = (event["pred"] or event["text"]).lower()
        says = event["class"] == _SAYING
        who = players.get(event["mention"]) or _beside(document, event)
        speaker = next(iter(who), "") if says else ""
        words = _words(document, event)
        claim = Claim(
            f"{slug(document['doc'])}#{number}",
            "asserts",
            ("wikinews", speaker) if speaker and speaker != "wikinews" else "wikinews",
            text=words.exact,
            evidence=words,
            occurred=dates.get(event["mention"]),
            reading=Reading("hand", 1.0, kind="statement" if says else f"event {lemma}", about=who),
        )
        found.append(Mention(event["mention"], document["doc"], document["topic"], lemma, claim))
    return found


def _words(document: dict[str, Any], event: dict[str, Any]) -> Evidence:
    title, body = document["title"], document["text"]
    if event["in"] == "title":
        return Evidence.at(title, 0, len(title))
    start, end = next(
        (one for one in document["sentences"] if one[0] <= event["start"] < one[1]),
        (0, len(body)),
    )
    start, end = max(start, event["start"] - _AROUND), min(end, event["end"] + _AROUND)
    # As if the title stood above the text.
    return Evidence.at(f"{title}\n\n{body}", len(title) + 2 + start, len(title) + 2 + end)


def _dates(document: dict[str, Any]) -> dict[str, str]:
    """Return the date of each event that a time link places within one."""
    values = {time["time"]: _edtf(time["value"]) for time in document["times"]}
    dates: dict[str, str] = {}
    for first, relation, second in document["tlinks"]:
        for place, (time, event) in enumerate(((first, second), (second, first))):
            if (relation, place) in _ANCHORS and values.get(time):
                dates.setdefault(event, values[time])
    return dates


def _edtf(value: str | None) -> str:
    """Return a TIMEX3 date as EDTF, empty where it is none or lacks its year."""
    parts = (value or "").split("T")[0].split("-")
    kept = []
    for part, length in zip(parts, (4, 2, 2), strict=False):
        if len(part) != length or not part.isdigit():
            break
        kept.append(part)
    return "-".join(kept)


def _players(document: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    names = {
        entity["mention"]: slug(entity["text"])
        for entity in document["entities"]
        if entity["form"] == "NAM"
    }
    found: dict[str, tuple[str, ...]] = {}
    for event, _, player in sorted(document["roles"], key=lambda role: role[1]):
        if names.get(player):
            found[event] = (*found.get(event, ()), names[player])
    return found


def _beside(document: dict[str, Any], event: dict[str, Any]) -> tuple[str, ...]:
    """Return the names in the words around a mention whose roles are not annotated."""
    return tuple(
        slug(entity["text"])
        for entity in document["entities"]
        if entity["form"] == "NAM"
        and entity["in"] == event["in"]
        and abs(entity["start"] - event["start"]) < _AROUND
        and slug(entity["text"])
    )


def gold(folder: Path) -> list[set[str]]:
    """Return the chains of coreference, to score against."""
    chains = json.loads((folder / "chains-events.json").read_text("utf-8"))
    return [set(chain) for chain in chains.values()]
