"""Why something is refused: the status of the answer and the sentence for the reader.

The reasons of the rules have their sentences in `phrases`; here stand those that only the web
knows, because they never reach the rules.
"""

from __future__ import annotations

from enum import StrEnum

from thinkcoop.core.words import Why
from thinkcoop.web.translator import Translator


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


class No(StrEnum):
    """Reasons that concern the request and not the room."""

    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    RECORDING_TOO_LARGE = "recording_too_large"
    NOT_A_RECORDING = "not_a_recording"
    NARRATION_TOO_LARGE = "narration_too_large"
    CROSS_SITE = "cross_site"
    OTHER_PHONE = "other_phone"
    NOT_YOUR_SEAT = "not_your_seat"
    NO_SUCH_PAGE = "no_such_page"
    NOT_LIKE_THIS = "not_like_this"
    DESK_CLOSED = "desk_closed"
    MODULE_BROKEN = "module_broken"
    NOT_A_WORD = "not_a_word"
    NO_PRESS = "no_press"
    NO_SHEET = "no_sheet"
    NO_CAMERA = "no_camera"
    PICTURE_TOO_LARGE = "picture_too_large"
    TRY_AGAIN = "try_again"
    OUR_FAULT = "our_fault"


Reason = Why | No

SENTENCES: dict[No, str] = {
    No.TOO_LARGE: _("That is much too long. Please use fewer words."),
    No.TOO_SLOW: _("The network was too slow. Please try again."),
    No.RECORDING_TOO_LARGE: _("This recording is too long. Please speak for one minute at most."),
    No.NOT_A_RECORDING: _("This is not a recording of a voice. Please record it again."),
    No.NARRATION_TOO_LARGE: _("These files are too large. Please choose fewer at once."),
    No.CROSS_SITE: _("This came from another page. Please do it on the page of the meeting."),
    No.OTHER_PHONE: _("Another phone has your place now. To come back, tap: I was here before."),
    No.NOT_YOUR_SEAT: _("This is another person's answer. You can answer only for yourself."),
    No.NO_SUCH_PAGE: _("There is no such page here."),
    No.NOT_LIKE_THIS: _("This page cannot be used in this way."),
    No.DESK_CLOSED: _("Only the person who prepares the meeting can come in here."),
    No.MODULE_BROKEN: _("The files of this module have mistakes. Please choose another one."),
    No.NOT_A_WORD: _("Please write a word of letters, without signs like % or { }."),
    No.NO_CAMERA: _("This device cannot read pictures of cards. Tap what the cards show."),
    No.PICTURE_TOO_LARGE: _("These pictures are too large. Please send one at a time."),
    No.NO_SHEET: _(
        "This device makes no spreadsheets. This adds it: python -m pip install "
        "'thinkcoop[figures]'"
    ),
    No.NO_PRESS: _("This device makes no files. Print the page with your browser."),
    No.TRY_AGAIN: _("That did not work just now. Please try again in a moment."),
    No.OUR_FAULT: _("Something went wrong on our side. Nothing is lost. Please try again."),
}

STATUS: dict[Reason, int] = {
    Why.UNREADABLE: 400,
    Why.TEXT_UNREADABLE: 400,
    Why.SEAT_UNKNOWN: 403,
    Why.WRONG_CODE: 403,
    Why.WRONG_PIN: 403,
    No.CROSS_SITE: 403,
    No.DESK_CLOSED: 403,
    No.NOT_YOUR_SEAT: 403,
    No.OTHER_PHONE: 403,
    Why.SESSION_UNKNOWN: 404,
    No.NO_SUCH_PAGE: 404,
    No.NO_PRESS: 404,
    No.NO_SHEET: 404,
    No.NO_CAMERA: 404,
    No.NOT_LIKE_THIS: 405,
    No.TOO_SLOW: 408,
    No.TOO_LARGE: 413,
    No.RECORDING_TOO_LARGE: 413,
    No.PICTURE_TOO_LARGE: 413,
    No.NARRATION_TOO_LARGE: 413,
    No.NOT_A_RECORDING: 415,
    Why.SLOW_DOWN: 429,
    No.OUR_FAULT: 500,
    Why.DISK_TROUBLE: 503,
    No.TRY_AGAIN: 503,
}
"""All others are 409: it was understood, but the room is elsewhere."""

MOST_OF_ALL = 409


def status_of(why: Reason) -> int:
    """The HTTP status that goes with a reason."""
    return STATUS.get(why, MOST_OF_ALL)


def sentence_of(why: Reason, words: Translator) -> str:
    """The reason in the reader's language."""
    return words.product(SENTENCES[why]) if isinstance(why, No) else words.why(why)


def reason_named(name: str) -> Reason | None:
    """The reason of that name, for the address of a page that tells it; None for any other."""
    for kind in (Why, No):
        if name in set(kind):
            return kind(name)
    return None
