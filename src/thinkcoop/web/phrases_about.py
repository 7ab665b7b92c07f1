"""What the organiser's page on a module says, in English, to be translated. See `phrases.py`."""

from __future__ import annotations


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


ABOUT_PAGE: dict[str, str] = {
    "about": _("About this module"),
    "about_for_you": _("For whoever calls the room together. It is not shown to people."),
    "about_in_room": _("This is the text with which the meeting %(code)s began."),
    "about_version": _("Version"),
    "about_authors": _("Made by"),
    "about_licence": _("Licence"),
    "about_funder": _("Who paid for it"),
    "about_checked": _("Checked on"),
    "about_check_by": _("To be checked again by"),
    "about_late": _("This date is past. Ask for a newer version before you rely on it."),
    "about_languages": _("Languages"),
    "about_draft": _("%(language)s: a draft"),
    "about_reviewed": _("%(language)s: reviewed"),
    "about_reviewed_by": _("%(language)s: reviewed by %(who)s on %(day)s"),
    "about_digest": _("Text"),
    # the decision
    "about_decision": _("The decision"),
    "about_no_decision": _("This module has no decision."),
    "about_unsure": _("What we do not know"),
    "about_even": _("How much is told of each way"),
    "about_even_how": _(
        "Every way has as many good as bad points. Words and seconds may differ only a little. "
        "The check of a module sees to that. Seconds are a slow reading aloud, 120 words a minute."
    ),
    "about_way": _("Way"),
    "about_part": _("What is told"),
    "about_points": _("Points"),
    "about_words": _("Words"),
    "about_seconds": _("Seconds"),
    "about_whole": _("All of it"),
    "about_part_text": _("Its name"),
    "about_part_good": _("Good sides"),
    "about_part_bad": _("Bad sides"),
    "about_part_living": _("What it is like"),
    "about_part_uncertain": _("What we do not know"),
    "about_sources": _("Sources"),
    "about_all_sources": _("All sources"),
    "about_no_link": _("Addresses are for looking up another time. Nothing here is loaded."),
    # knowing, and going on
    "about_know": _("Questions with a right answer"),
    "about_know_how": _("Each person answers alone. The room sees numbers, never who."),
    "about_ladder": _("Next steps, by what was chosen"),
    "about_monday": _("On Monday:"),
    "about_when_ways": _("Who chose: %(names)s"),
    "about_when_needs": _("When the biggest need is: %(names)s"),
    "about_when_no": _("Who said no to: %(names)s"),
    "about_when_law": _("Only where no law for this work is confirmed"),
    "about_when_unclear": _("Only where a law is confirmed, and not for whose work"),
    "about_when_all": _("For everyone"),
    # the law
    "about_countries": _("What is known of the law"),
    "about_told": _(
        "People hear only facts that are confirmed and not too old, and whom to ask. Nobody is "
        "told that they can register. Notes and sources are for you alone."
    ),
    "about_chosen": _("chosen for this meeting"),
    "about_confirmed": _("confirmed"),
    "about_likely": _("likely"),
    "about_unknown": _("unknown"),
    "about_is_told": _("told to people"),
    "about_not_told": _("not told"),
    "about_note": _("Note:"),
    "about_source": _("Source:"),
    "about_ask": _("Always told:"),
    "about_fact_law": _("The law"),
    "about_fact_who_registers": _("Who registers"),
    "about_fact_least_members": _("Fewest members"),
    "about_fact_trades_allowed": _("For whose work"),
    "about_fact_least_capital": _("Least money"),
    "about_print": _("Print this page with your browser."),
}
"""What stands on the page, by name."""
