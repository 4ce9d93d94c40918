"""What the docs show of drawings and of notebooks; ``docs/make_pictures.py`` makes pictures of it.

All of it is what the methods of answers give, and nothing is drawn for the docs alone.
"""

from __future__ import annotations

import html
from pathlib import Path

from timeline import Timeline

ROOT = Path(__file__).parents[2]
CELLS = (
    'tl = Timeline.read("fixtures/streams")\ntl.forecasts(on="2025-03-20")',
    'tl.figures(on="2025-02-07").plot("casualties")',
    'tl.forecasts(on="2025-03-20").to_polars().select("fact", "outcome", "window_latest").head(4)',
)
"""The code of each cell of the notebook."""

_PAGE = """\
<!doctype html><meta charset="utf-8"><title>A notebook</title><style>
:root {{ color-scheme: light dark; --ground: #fff; --ink: #222; --code: #f6f6f4; --edge: #ddd; }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ground: #111; --ink: #e4e4e4; --code: #1d1d1d; --edge: #333; }}
}}
body {{ margin: 0; padding: 18px 22px; background: var(--ground); color: var(--ink);
  font: 14px/1.4 sans-serif; }}
section {{ display: grid; grid-template-columns: 44px 1fr; gap: 6px 12px; margin-bottom: 22px; }}
b {{ text-align: right; padding-top: 7px; color: #6b7a8c; font: 13px monospace; }}
code {{ white-space: pre; padding: 7px 11px; background: var(--code); border: 1px solid var(--edge);
  border-radius: 2px; font: 13px/1.4 "DejaVu Sans Mono", monospace; }}
.out {{ grid-column: 2; overflow: hidden; }}
.out pre {{ margin: 4px 0; font-size: 12px; }}
.out table {{ font-size: 12px; border-collapse: collapse; }}
.out td, .out th {{ border: 1px solid var(--edge); padding: 3px 8px; }}
</style>
{cells}"""


def drawings() -> dict[str, str]:
    """Return the drawings that the docs show, as SVG by name."""
    with Timeline.read(ROOT / "fixtures/streams") as tl:
        return {
            "plot-known": tl.known("2025-01-20").plot().svg,
            "plot-figures": tl.figures("2025-02-07").plot("casualties").svg,
            "plot-chronology": tl.chronology("2024", on="2025-02-07").plot().svg,
        }


def notebook_cell_html() -> str:
    """Return a page that shows a notebook: cells, and under each what its last line gives."""
    with Timeline.read(ROOT / "fixtures/streams") as tl:
        forecasts = tl.forecasts("2025-03-20")
        outs = (
            forecasts._repr_html_(),
            tl.figures("2025-02-07").plot("casualties")._repr_svg_(),
            forecasts.to_polars().select("fact", "outcome", "window_latest").head(4)._repr_html_(),
        )
    cells = (
        f"<section><b>[{number}]:</b><code>{html.escape(code)}</code>"
        f'<div class="out">{out}</div></section>\n'
        for number, (code, out) in enumerate(zip(CELLS, outs, strict=True), start=1)
    )
    return _PAGE.format(cells="".join(cells))
