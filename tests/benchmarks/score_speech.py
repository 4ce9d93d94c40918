"""How much of who says what the rules find on MEANTIME, whose statements were annotated by hand.

    python tests/benchmarks/score_speech.py airbus.jsonl apple.jsonl gm.jsonl [--misses] [--extra]

A statement counts as found when a frame holds its verb and its words hold an event that was said;
its speaker is right when the frame's own words hold the speaker or, for a frame that points back,
when the frame names the same source as another mention of the speaker. A frame in the annotated
stretch counts as right when it holds a verb that is annotated as one of saying or thinking.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from timeline.extraction.frames._frames import (
    Frame,
    frames_of,
)
from timeline.extraction.names._names import names_of
from timeline.extraction.page._page import page_of
from timeline.model import Article

Span = tuple[int, int]


def main(files: list[Path], *, misses: bool, extra: bool) -> None:
    """Print recall of statements and of their speakers, and precision of the frames."""
    gold = found = speaker = frames = right = 0
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            article = Article(
                f"doc-{record['doc']}", "wikinews", record["dct"], record["title"], record["text"]
            )
            page = page_of(article)
            read = frames_of(page, names_of(page, {}), {})
            first, last = record["annotated"]
            spans = {e["mention"]: e for e in record["events"] if e["in"] == "text"}
            people = {e["mention"]: e for e in record["entities"] if e["in"] == "text"}
            for said in record["speech"]:
                event = spans.get(said["event"])
                speakers = [people[s] for s in said["speakers"] if s in people]
                content = [spans[c] for c in said["content"] if c in spans]
                if event is None or not speakers or not content:
                    continue
                gold += 1
                frame = _saying(read, event, content)
                found += frame is not None
                named = frame is not None and any(_inside(frame, s) for s in speakers)
                speaker += named
                if misses and not named:
                    _print(record, event, speakers, frame)
            cognitive = [e for e in spans.values() if e["class"] == "SPEECH_COGNITIVE"]
            for frame in read:
                if first <= frame.start and frame.end <= last and frame.end > frame.start:
                    frames += 1
                    good = any(_covers(frame, e) for e in cognitive)
                    right += good
                    if extra and not good:
                        print("extra", record["doc"], repr(record["text"][frame.start : frame.end]))  # noqa: T201
    print(  # noqa: T201 - a script's output
        f"statements {found}/{gold} found, {speaker}/{gold} with the speaker; "
        f"frames on an annotated verb of saying {right}/{frames}"
    )


def _saying(frames: tuple[Frame, ...], event: dict[str, Any], said: list[Any]) -> Frame | None:
    for frame in frames:
        if _covers(frame, event) and any(
            a <= one["start"] < b for one in said for a, b in frame.content
        ):
            return frame
    return None


def _covers(frame: Frame, event: dict[str, Any]) -> bool:
    # A deed is told by its verb, which begins the words of the frame.
    first = min([frame.start, *(a for a, _ in frame.content)])
    return frame.start <= event["start"] < frame.end or (
        frame.rule.startswith("deed") and first <= event["start"] <= frame.end + 1
    )


def _inside(frame: Frame, entity: dict[str, Any]) -> bool:
    return bool(entity["start"] < frame.end and frame.start < entity["end"])


def _print(
    record: dict[str, Any], event: dict[str, Any], speakers: list[Any], frame: Frame | None
) -> None:
    text = record["text"]
    sentence = next((a, b) for a, b in record["sentences"] if a <= event["start"] < b)
    print(  # noqa: T201 - a script's output
        record["doc"],
        f"[{event['text']}] by {[s['text'] for s in speakers]}",
        "frame " + (repr(text[frame.start : frame.end]) if frame else "none"),
        repr(text[sentence[0] : sentence[1]]),
    )


if __name__ == "__main__":
    main(
        [Path(given) for given in sys.argv[1:] if not given.startswith("--")],
        misses="--misses" in sys.argv,
        extra="--extra" in sys.argv,
    )
