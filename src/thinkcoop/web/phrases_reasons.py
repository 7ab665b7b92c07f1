"""Why the rules said no, in English, ready for translation. See `phrases.py`."""

from __future__ import annotations

from thinkcoop.core.words import Why


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


REASONS: dict[Why, str] = {
    Why.SESSION_UNKNOWN: _("There is no meeting with this code. Look at the wall and try again."),
    Why.SESSION_OVER: _("This meeting is over. Thank you for coming."),
    Why.NOT_STARTED: _("We have not started yet. Please wait a moment."),
    Why.SEAT_UNKNOWN: _("We do not find your place. Please come in again."),
    Why.SEAT_LEFT: _("You have said goodbye. Tap Come back, and go on."),
    Why.ROOM_FULL: _("The room is full. Please sit with a friend and share a phone."),
    Why.PICTURE_TAKEN: _("Somebody was faster. Please choose another picture."),
    Why.NO_SUCH_PICTURE: _("We do not have this picture. Please choose another one."),
    Why.NO_SUCH_TRADE: _("We do not have this work in our list. Please choose again."),
    Why.TABLE_UNKNOWN: _("We do not have this table. Please choose another one."),
    Why.TABLE_FULL: _("This table is full. Please choose another one."),
    Why.STEP_CLOSED: _("That question is closed now. Look for the next one."),
    Why.OTHER_STEP: _("We are at another place now. Your screen will show it."),
    Why.NO_SUCH_OPTION: _("We do not have this answer. Please tap again."),
    Why.NOT_AN_ANSWER: _("Something is missing. Please choose, then send."),
    Why.TOO_MANY_CHOICES: _("That is too many. Please take some away."),
    Why.NUMBER_OUT_OF_RANGE: _("This number is too small or too big. Please try another."),
    Why.TEXT_TOO_LONG: _("That is too long. Please use fewer words."),
    Why.TEXT_UNREADABLE: _("We cannot read these letters. Please write it in another way."),
    Why.ALL_BEANS: _("Please lay all your beans. You can move them until you send."),
    Why.ALREADY_VOTED: _("Your vote is in the box. It stays as it is."),
    Why.GUESTS_DO_NOT_VOTE: _("You are a guest. Only members of the room vote here."),
    Why.NOT_YOUR_TURN: _("It is another person's turn now."),
    Why.NOT_YOUR_ROLE: _("Another person at your table does this now."),
    Why.NO_MORE_TIME: _("There is no more time for this. Please come to an end."),
    Why.NOT_NOW: _("This is not possible now. Look at your screen."),
    Why.PAUSED: _("We have stopped for a moment. Please wait."),
    Why.WRONG_CODE: _("This number does not fit your picture. Please try again."),
    Why.WRONG_PIN: _("This PIN is not right. Please try again."),
    Why.SLOW_DOWN: _("That was too many tries. Wait some minutes, then try again."),
    Why.DOES_NOT_FIT: _("This does not fit. Please look at it again."),
    Why.UNREADABLE: _("We could not read that. Please go back and try again."),
    Why.NO_SUCH_FORM: _("There is no form with this number. Look at the top of the form."),
    Why.FORM_TYPED: _("This form is typed in already. Look at the number on the paper again."),
    Why.FORMS_DIFFER: _("Some fields are not the same as before. Look at the paper and choose."),
    Why.DISK_TROUBLE: _("The computer could not write it down. Please try again soon."),
}
