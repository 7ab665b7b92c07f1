"""What pages say about narration, in English, ready for translation. See `phrases.py`."""

from __future__ import annotations

from thinkcoop.app.narration import Unfit


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


VOICE_PAGE: dict[str, str] = {
    # on screens
    "voice_machine": _("A machine reads this."),
    "voice_once_more": _("Again"),
    "voice_slower": _("Slower"),
    # the recording page
    "voice_title": _("Record the voice"),
    "voice_choose": _("Which module, and which language?"),
    "voice_state_recorded": _("recorded"),
    "voice_state_synthetic": _("a machine reads it"),
    "voice_state_missing": _("not recorded yet"),
    "voice_state_old": _("the words have changed"),
    "voice_done_of": _("%(done)s of %(all)s recorded"),
    "voice_parts": _("The parts of the day"),
    "voice_all_done": _("All is recorded. Thank you!"),
    "voice_number": _("Sentence %(number)s of %(all)s"),
    "voice_unit": _("Part %(unit)s"),
    "voice_unit_product": _("What every meeting says"),
    "voice_unit_late": _("The choice and the law"),
    "voice_record": _("Record"),
    "voice_stop_now": _("Stop"),
    "voice_listen": _("Listen"),
    "voice_keep": _("Keep it"),
    "voice_next": _("Next"),
    "voice_before": _("One back"),
    "voice_skip": _("Skip"),
    "voice_to_record": _("Only what is still to record"),
    "voice_every": _("All sentences"),
    "voice_keys": _("Keys: the space bar records and stops, Enter keeps, arrows go on and back."),
    "voice_no_microphone": _(
        "This page gets no microphone here. Record with your phone's own recorder and choose the"
        " file, or open this page on the computer that runs the meeting."
    ),
    "voice_choose_file": _("Choose a recording"),
    "voice_many": _("Recordings made elsewhere"),
    "voice_many_how": _(
        "Print the list. Record each sentence in a file of its own. Its name begins with what"
        " stands before the sentence, as 012-3f2a.wav; the number alone will do while the list is"
        " new. Then choose all files at once."
    ),
    "voice_list": _("The list to print"),
    "voice_send_files": _("Take these files in"),
    "voice_zip": _("All recordings of this device in one file"),
    "voice_by": _("Who speaks? You may leave it empty."),
    "voice_kept_now": _("Kept."),
    "voice_was_taken": _("%(file)s is now sentence %(number)s."),
    "voice_no_match": _("%(file)s does not begin with a number or a name of the list."),
    "voice_file_unfit": _("%(file)s: %(why)s"),
    "voice_read": _("Read aloud:"),
    "voice_untranslated": _("This sentence is not translated yet, so it cannot be recorded yet."),
    "voice_no_studio": _(
        'This device cannot work on recordings yet. Install it with: pip install "thinkcoop[voice]"'
    ),
    "voice_keeps_nothing": _("This device keeps nothing on its disk, so it records nothing."),
    "voice_disk": _("The disk of this computer does not write. Nothing was kept. Make room on it."),
    "voice_no_line": _("This sentence is not in the list any more. Open the page again."),
    "voice_changed": _("This sentence was changed just now. Open the page again and read it anew."),
}

UNFIT: dict[Unfit, str] = {
    Unfit.NOT_SOUND: _("This is not a sound file that we can read. Please record it again."),
    Unfit.TOO_LARGE: _("This file is too large. Please record one sentence alone."),
    Unfit.TOO_LONG: _(
        "This recording is longer than two minutes. Please record one sentence alone."
    ),
    Unfit.TOO_SHORT: _("This recording is too short. Please say the whole sentence."),
    Unfit.SILENT: _("There is no voice in this recording. Please speak nearer to the microphone."),
}
"""Why a recording cannot be used."""
