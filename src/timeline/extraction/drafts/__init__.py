"""Claims in the making: what each piece of a sentence tells, and when that was."""

from timeline.extraction.drafts._comparisons import with_comparisons
from timeline.extraction.drafts._counted import counted
from timeline.extraction.drafts._days_told import with_days_told
from timeline.extraction.drafts._draft import Draft
from timeline.extraction.drafts._drafts import drafts_of
from timeline.extraction.drafts._heads import with_head_dates
from timeline.extraction.drafts._lapses import with_lapses
from timeline.extraction.drafts._main_verb import main_clause
from timeline.extraction.drafts._market_day import (
    date_like_the_news,
    news_day,
)
from timeline.extraction.drafts._moods import finite_group
from timeline.extraction.drafts._naming import name_kinds
from timeline.extraction.drafts._not_so import is_not_vouched
from timeline.extraction.drafts._order_of_days import with_days_in_order
from timeline.extraction.drafts._pieces import (
    Piece,
    pieces_of,
)
from timeline.extraction.drafts._plain import plain_draft
from timeline.extraction.drafts._sayings import (
    is_of_a_frame,
    sayings_of,
    softened,
    tells_why_unnamed,
)
from timeline.extraction.drafts._sharing import (
    and_that,
    begins_after,
    date_last,
    date_like_before,
    dates_what_came_before,
    inherit,
    is_cut_off,
    is_usual,
    kind_behind,
    merged,
    remember_days,
    with_shared_dates,
    with_subject,
)
from timeline.extraction.drafts._story_day import (
    date_like_story,
    date_since,
    story_day,
    with_story_day,
)
from timeline.extraction.drafts._twice import told_twice
from timeline.extraction.drafts._voices import (
    as_background,
    by_frame,
    without_the_untrue,
    without_what_was_called_off,
)

__all__ = [
    "Draft",
    "Piece",
    "and_that",
    "as_background",
    "begins_after",
    "by_frame",
    "counted",
    "date_last",
    "date_like_before",
    "date_like_story",
    "date_like_the_news",
    "date_since",
    "dates_what_came_before",
    "drafts_of",
    "finite_group",
    "inherit",
    "is_cut_off",
    "is_not_vouched",
    "is_of_a_frame",
    "is_usual",
    "kind_behind",
    "main_clause",
    "merged",
    "name_kinds",
    "news_day",
    "pieces_of",
    "plain_draft",
    "remember_days",
    "sayings_of",
    "softened",
    "story_day",
    "tells_why_unnamed",
    "told_twice",
    "with_comparisons",
    "with_days_in_order",
    "with_days_told",
    "with_head_dates",
    "with_lapses",
    "with_shared_dates",
    "with_story_day",
    "with_subject",
    "without_the_untrue",
    "without_what_was_called_off",
]
