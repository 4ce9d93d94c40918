"""Run every example of the README, the docs and the docstrings as a test."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser as MarkdownCodeBlock
from sybil.parsers.markdown import SkipParser as MarkdownSkip
from sybil.parsers.rest import DocTestParser, PythonCodeBlockParser, SkipParser

docstrings = Sybil(
    parsers=[DocTestParser(), PythonCodeBlockParser(), SkipParser()],
    patterns=["*.py"],
    path="src",
)
pages = Sybil(
    parsers=[MarkdownCodeBlock(), MarkdownSkip()],
    patterns=["*.md"],
    excludes=["fixtures/*", ".venv/*"],
)
pytest_collect_file = (docstrings + pages).pytest()
