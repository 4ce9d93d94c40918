"""An event-sourced timeline engine for news: what was known, when, and on whose word."""
