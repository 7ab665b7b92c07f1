"""What the pages say on which forms are typed in that came back on paper. Plain words."""

from __future__ import annotations


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


TYPING_PAGE: dict[str, str] = {
    "typing_title": _("Type in the forms"),
    "typing_which": _("Which number is on the form?"),
    "typing_or_name": _("You can also type the name of the picture."),
    "typing_go": _("Open this form"),
    "typing_progress": _("Forms typed in: %(typed)s of %(expected)s"),
    "typing_progress_open": _("Forms typed in: %(typed)s"),
    "typing_saved": _("Form %(number)s (%(who)s) is kept. Take the next one."),
    "typing_aside": _(
        "Form %(number)s (%(who)s) is kept. Lay it aside: you type it once more at the end."
    ),
    "typing_already": _("Form %(number)s (%(who)s) is typed in already."),
    "typing_replace": _("Look at it and change it"),
    "typing_second_list": _("Type these once more, to find mistakes"),
    "typing_second_how": _("You do not see what you typed the first time. That is the check."),
    "typing_second": _("Second time. Type what is on the paper."),
    "typing_form": _("Form %(number)s: %(who)s"),
    "typing_keys": _(
        "Type the letter or its number. Space: blank. Backspace: one back. Enter: go on."
    ),
    "typing_several": _("Type all letters that are ticked, then Enter."),
    "typing_order": _("Type the letters in the order of the numbers: first the 1, then the 2."),
    "typing_levels": _("Type one digit for each picture: 0, 1 or 2."),
    "typing_groups": _("Type the letter of a group for each picture, or - for none."),
    "typing_number": _("Type the number."),
    "typing_words": _("Type the words as they are on the paper."),
    "typing_blank": _("Blank"),
    "typing_allowed": _("Here you can type: %(keys)s"),
    "typing_one_of_these": _("Type the key that stands beside what is right."),
    "typing_save": _("Keep this form"),
    "typing_whose": _("Two people have this picture. Whose form is it?"),
    "typing_at_table": _("Table %(table)s"),
    "typing_no_table": _("No table yet"),
    "typing_trade": _("Nobody came in with this picture. What is the work of this person?"),
    "typing_changes": _("You change a form that is kept already."),
    "typing_differ": _("What does the paper say?"),
    "typing_not_sent": _("No network. The form stays here and is sent again."),
    "typing_results": _("How good is the typing?"),
    "typing_forms": _("Forms"),
    "typing_checked": _("Forms typed twice"),
    "typing_fields": _("Fields compared"),
    "typing_wrong": _("Fields that differed"),
    "typing_ballots": _("Votes on slips of paper"),
    "typing_ballots_how": _(
        "Count the slips aloud in the room. Type how many there are for each. Below five slips,"
        " only how many there were is kept."
    ),
    "typing_ballot_save": _("Keep these numbers"),
    "typing_ballot_kept": _("Kept: %(total)s slips"),
    "typing_all": _("All forms are in. Thank you!"),
    "typing_none": _("No form is typed in yet."),
}
