"""Reads the quantities of a text, for the tests."""

from __future__ import annotations

from timeline.extraction.page._page import page_of
from timeline.extraction.quantities._quantities import (
    Quantity,
    quantities_of,
)
from timeline.model import Article, Figure


def read(text: str, title: str = "") -> tuple[Quantity, ...]:
    return quantities_of(page_of(Article("a", "o", "2025-02-07", title=title, text=text)))


def figures(text: str) -> list[str]:
    return [str(quantity.figure) for quantity in read(text)]


def figure(text: str) -> Figure:
    (quantity,) = read(text)
    return quantity.figure
