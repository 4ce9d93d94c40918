"""Claims read by a language model behind any OpenAI-compatible or Anthropic endpoint, and verified.

A model proposes; the text decides. Nothing is kept that does not stand in the article. Needs httpx:
``pip install 'timeline-engine[llm]'``.
"""

from timeline.extraction.llm._extractor import LlmExtractor
from timeline.extraction.llm._schema import SCHEMA, SCHEMA_VERSION
from timeline.extraction.llm._wire import Style

__all__ = ["SCHEMA", "SCHEMA_VERSION", "LlmExtractor", "Style"]
