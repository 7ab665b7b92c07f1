"""The keys of every sentence of a report. `web/phrases_report.py` has the sentences.

They stand beside those of the screens because a `Phrase` may carry any of them; the reports lie
above, in `core/paper/report/`.
"""

from __future__ import annotations

from enum import StrEnum


class R(StrEnum):
    """One key, one sentence. Values begin with `report_`, so that no other list has them."""

    TITLE = "report_title"
    FOR_WHOM = "report_for_whom"
    HIDDEN = "report_hidden"

    # who came
    CAME = "report_came"
    CAME_ALL = "report_came_all"
    GUESTS = "report_guests"
    LEFT = "report_left"
    PEOPLE = "report_people"
    BY_PHONE = "report_by_phone"
    BY_DEVICE = "report_by_device"
    BY_CARD = "report_by_card"
    BY_PAPER = "report_by_paper"

    LANGUAGE = "report_language"
    WORDS = "report_words"
    WORDS_DRAFT = "report_words_draft"
    WORDS_CHECKED = "report_words_checked"
    WORDS_BY = "report_words_by"

    # how the day went
    DAY = "report_day"
    PART = "report_part"
    PLANNED = "report_planned"
    USED = "report_used"
    TOOK_PART = "report_took_part"
    LEFT_OUT = "report_left_out"
    IN_MINUTES = "report_in_minutes"
    ON_TIME = "report_on_time"
    NOT_ENDED = "report_not_ended"
    LATE = "report_late"
    EVEN = "report_even"

    # what changed
    CHANGED = "report_changed"
    SAME_PEOPLE = "report_same_people"
    NOBODY_TWICE = "report_nobody_twice"
    QUESTION = "report_question"
    BETTER = "report_better"
    EQUAL = "report_equal"
    WORSE = "report_worse"
    ONE_MISSING = "report_one_missing"
    KNEW = "report_knew"
    BETWEEN = "report_between"
    WENT_UP = "report_went_up"
    WENT_DOWN = "report_went_down"
    NO_MATTER = "report_no_matter"
    TOO_FEW = "report_too_few"
    TOO_WIDE = "report_too_wide"
    NO_FIGURES = "report_no_figures"
    IF_MISSING = "report_if_missing"

    FIRST_VOTE = "report_first_vote"
    SECOND_VOTE = "report_second_vote"
    ROOM_SMALL = "report_room_small"

    # the page of the group
    WE_KNOW = "report_we_know"
    SO_MANY_KNEW = "report_so_many_knew"

    # what it cannot say
    LIMITS = "report_limits"
    NO_COMPARISON = "report_no_comparison"
    SELF_REPORT = "report_self_report"
    WHO_IS_MISSING = "report_who_is_missing"
    ONE_ROOM = "report_one_room"
    SMALL = "report_small"
    METHOD = "report_method"
