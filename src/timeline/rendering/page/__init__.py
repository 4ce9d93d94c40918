"""All that was known, date by date, as one HTML page that works offline.

Loaded by `timeline page` alone, since it loads jinja2.
"""

from timeline.rendering.page._page import TITLE, Collection, page_of

__all__ = ["TITLE", "Collection", "page_of"]
