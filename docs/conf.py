"""How Sphinx makes a site of these pages, which stay plain Markdown that reads well anywhere.

The list in ``index.md`` is the navigation: each of its sections becomes one tree of contents.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from importlib.metadata import version as version_of
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "Timeline"
author = "the Timeline authors"
project_copyright = author
version = release = version_of("timeline-engine")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"Timeline {version}"
html_show_sphinx = False
# Everything that a page needs lies beside it: furo and the copy button bring their own files.
html_theme_options = {"source_edit_link": ""}

myst_heading_anchors = 3
# Prompts and what a command or an example answers are not copied with it.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

autodoc_default_options = {"members": True}
default_role = "code"  # a name between single backticks, as docstrings have it
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True  # attrs' fields are told once, in the text of their class
napoleon_use_rtype = False

# Pages outside this folder, and the page of the site that shows each.
SHOWN_AT = {"fixtures/README.md": "reference/streams.md"}

FLOORS = Path(__file__).parent / "reference/api"
LONGEST_VALUE = 120
"""How many characters the value of public data may have to be shown."""

_SECTION = re.compile(
    r"^## (?P<title>[^:\n]+).*?\n(?P<body>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL
)
_LINKED = re.compile(r"\]\((?P<page>[\w/.-]+)\.md\)")
_OUTSIDE = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<up>(?:\.\./)+)(?P<page>[\w/.-]+)\)")


def contents(index: str) -> str:
    r"""Return the trees of contents that the sections of the index list, in their order.

    >>> print(contents("## Tutorials: do it\n\n- [One](tutorial/one.md)\n"))
    ```{toctree}
    :hidden:
    :caption: Tutorials
    <BLANKLINE>
    tutorial/one
    ```
    """
    trees = []
    for section in _SECTION.finditer(index):
        pages = [page for page in _LINKED.findall(section["body"]) if not page.startswith("..")]
        names = "\n".join(dict.fromkeys(pages))
        trees.append(f"```{{toctree}}\n:hidden:\n:caption: {section['title']}\n\n{names}\n```")
    return "\n\n".join(trees)


def inside(name: str, text: str) -> str:
    """Lead the links out of this folder to where the site shows their page, or nowhere.

    >>> inside("reference/a", "[One](../../fixtures/README.md), [two](../../tests/b.py)")
    '[One](../reference/streams.md), two'
    """
    depth = name.count("/")

    def led(found: re.Match[str]) -> str:
        if found["up"].count("../") <= depth:
            return found[0]
        shown = SHOWN_AT.get(found["page"])
        if shown is None or shown == f"{name}.md":
            return found["words"]
        return f"[{found['words']}]({'../' * depth}{shown})"

    return _OUTSIDE.sub(led, text)


def read_source(_: Sphinx, name: str, source: list[str]) -> None:
    """Make a page of the site from a page of the folder; Sphinx hands over its text in a list."""
    text = inside(name, source[0])
    source[0] = f"{text}\n\n{contents(text)}\n" if name == "index" else text


# ---- Public names, wherever they are made -------------------------------------------------------


def lend(_: Sphinx) -> None:
    """Lend each floor what Sphinx looks for in the file of a facade, and what is elsewhere.

    A facade may load names only when asked (PEP 562), and the docs of data and aliases stand below
    them, in the private module that makes them.
    """
    from sphinx.pycode import ModuleAnalyzer  # noqa: PLC0415 - tests read this file without Sphinx

    for page in FLOORS.glob("*.md"):
        floor = import_module(page.stem)
        names = getattr(floor, "__all__", ())
        for name in names:
            setattr(floor, name, getattr(floor, name))
        facade = ModuleAnalyzer.for_module(page.stem)
        facade.analyze()
        made = [name for name in sys.modules if name.startswith(f"{page.stem}._")]
        for docs in (ModuleAnalyzer.for_module(name).find_attr_docs() for name in sorted(made)):
            for (owner, name), lines in docs.items():
                if not owner and name in names:
                    long = len(repr(getattr(floor, name))) > LONGEST_VALUE
                    hidden = ["", ":meta hide-value:", ""] if long else []
                    facade.attr_docs["", name] = [*lines, *hidden]


def setup(app: Sphinx) -> None:
    """Let Sphinx call these where their time is."""
    app.connect("source-read", read_source)
    app.connect("builder-inited", lend)
