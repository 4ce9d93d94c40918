"""How cost grows with the archive, drawn as a picture for the docs: plain SVG, log by log."""

from __future__ import annotations

import math
from typing import Any

LINES = {
    "one fact, ours": "#1f6fb2",
    "one fact, DuckDB": "#9bbfdd",
    "full state, ours": "#b2401f",
    "… judged anew, ours": "#7a2a12",
    "full state, DuckDB": "#e0a08c",
    "full state, polars": "#e8c38a",
    "both axes, ours": "#3a7d34",
}
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 420, 70, 170, 30, 50


def series(results: list[dict[str, Any]]) -> dict[str, list[tuple[float, float]]]:
    """Return the points (claims, milliseconds) of every line."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in LINES}
    for result in results:
        ours, peers = result["ours"], result["peers"]
        values = {
            "one fact, ours": ours["one fact"],
            "full state, ours": ours["full state judged, again"],
            "… judged anew, ours": ours["full state judged, first"],
            "both axes, ours": ours["both axes judged, again"],
            "one fact, DuckDB": peers["DuckDB"]["one fact"],
            "full state, DuckDB": peers["DuckDB"]["full state"],
            "full state, polars": peers["polars"]["full state"],
        }
        for name, value in values.items():
            found[name].append((result["claims"], value))
    return found


def plot(results: list[dict[str, Any]]) -> str:
    """Return the picture as SVG."""
    lines = series(results)
    xs = [math.log10(x) for points in lines.values() for x, _ in points]
    ys = [math.log10(y) for points in lines.values() for _, y in points]
    low_x, high_x = min(xs), max(*xs, min(xs) + 0.1)
    low_y, high_y = math.floor(min(ys)), math.ceil(max(ys))

    def across(x: float) -> float:
        return LEFT + (math.log10(x) - low_x) / (high_x - low_x) * (WIDTH - LEFT - RIGHT)

    def up(y: float) -> float:
        share = (math.log10(y) - low_y) / (high_y - low_y)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)

    parts = [
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="12" role="img">'
        ),
        "<title>Milliseconds a question by the number of claims</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for power in range(low_y, high_y + 1):
        y = up(10.0**power)
        parts.append(
            f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_spoken(power)}</text>'
        )
    parts.extend(
        f'<text x="{across(x):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,}</text>'
        for x in (result["claims"] for result in results)
    )
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 10}">claims in the archive</text>')
    labels = sorted((up(points[-1][1]), name) for name, points in lines.items())
    last = -math.inf
    for y, name in labels:
        last = max(y, last + 15)  # labels do not cover each other
        points = lines[name]
        path = " ".join(f"{across(x):.1f},{up(v):.1f}" for x, v in points)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{LINES[name]}" stroke-width="2"/>'
            f'<text x="{WIDTH - RIGHT + 8}" y="{last + 4:.1f}" fill="{LINES[name]}">{name}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def _spoken(power: int) -> str:
    if power < 0:
        return f"{10 ** (power + 3):g} µs"
    return f"{10**power:g} ms" if power < 3 else f"{10 ** (power - 3):g} s"
