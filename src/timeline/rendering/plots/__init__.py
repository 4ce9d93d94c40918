"""Answers as drawings: SVG that loads nothing, readable on light and on dark ground.

Loaded when the first drawing is asked for.
"""

from timeline.rendering.plots._chronology import chronology_svg
from timeline.rendering.plots._estimates import estimates_svg
from timeline.rendering.plots._plane import plane_svg
from timeline.rendering.plots._plot import Plot, plot_of

__all__ = ["Plot", "chronology_svg", "estimates_svg", "plane_svg", "plot_of"]
