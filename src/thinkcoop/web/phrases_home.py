"""What pages to take home say, in English, ready for translation. See `phrases.py`."""

from __future__ import annotations

from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import PhraseKey


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


HOME_SENTENCES: dict[PhraseKey, str] = {
    P.TAKE_HOME: _("Take this home"),
    P.HOME_GROUP: _("Our page"),
    P.HOME_MINE: _("My own page"),
    P.HOME_FOR_ALL: _("For all of us. It never says who chose what."),
    P.HOME_ONLY_YOU: _("For you alone. Show it to nobody, or to whom you want."),
    P.HOME_CHOICE: _("What we chose"),
    P.HOME_NO_VOTE: _("Nothing has been counted yet."),
    P.HOME_LEARNED: _("What we learned in the games"),
    P.HOME_ON_AVERAGE: _("All tables together, on average."),
    P.HOME_FOR: _("Reasons for it"),
    P.HOME_AGAINST: _("Reasons against it"),
    P.HOME_ON_SLIPS: _("These votes were counted on slips of paper."),
    P.HOME_ON_PAPER: _("From paper: %(count)s forms."),
    P.HOME_SPOKEN: _("Spoken, not written: %(count)s."),
    P.HOME_QUESTIONS: _("Open questions"),
    P.HOME_LOOK_AGAIN: _("We look at it again"),
    P.HOME_PROMISES: _("What we promised"),
    P.HOME_PROMISED: _("People who promised something: %(count)s."),
    P.HOME_NO_ADVICE: _("This is not legal advice. Ask before you sign or pay."),
    P.HOME_DRAFT: _("The words in this language are a draft. Nobody has checked them yet."),
    P.HOME_NOT_ILO: _("It follows the idea of the ILO's Think.COOP. It is not an ILO product."),
    P.HOME_LICENCE: _("Words and pictures: %(licence)s."),
    P.HOME_MADE_FROM: _("Made from %(module)s %(version)s with Think.Coop %(engine)s."),
    P.HOME_LOG: _("Record of the day: %(head)s."),
    P.ABOUT_MONEY: _("A question about money."),
    P.ABOUT_RULES: _("A question about rules."),
    P.ABOUT_WORK: _("A question about our work."),
    P.ABOUT_TOGETHER: _("A question about working together."),
    P.ABOUT_ANYTHING: _("A question without words."),
    P.MINE_CHOICE: _("What I chose"),
    P.MINE_BEANS: _("What matters to me"),
    P.MINE_STONES: _("My stones. Nobody adds them up."),
    P.MINE_AGAIN: _("To look at again"),
    P.MINE_READY: _("What can help me"),
    P.MINE_PROMISE: _("What I promised"),
    P.MINE_GONE: _(
        "No private answers are kept here any more. They stay only while the device runs."
    ),
    P.MINE_NOTHING: _("You gave no private answers."),
}
"""What stands on the pages themselves."""

HOME_PAGE: dict[str, str] = {
    "home_picture": _("Picture for your phone"),
    "home_print": _("Page to print"),
    "home_mine": _("My own page"),
    "home_group": _("Our page"),
    "home_no_press": _("This device makes no picture files. Print this page with your browser."),
    "home_show": _("Show my page"),
    "home_mine_who": _("Whose page is it? Tap your picture."),
    "home_mine_code": _("Type your number. Only you should know it."),
    "home_number": _("Your number is %(code)s. Keep it. It opens your own page."),
    "home_scan": _("Take our page home: scan this, or type the address."),
    "home_day": _("%(day)s %(month)s %(year)s"),
    "month_1": _("January"),
    "month_2": _("February"),
    "month_3": _("March"),
    "month_4": _("April"),
    "month_5": _("May"),
    "month_6": _("June"),
    "month_7": _("July"),
    "month_8": _("August"),
    "month_9": _("September"),
    "month_10": _("October"),
    "month_11": _("November"),
    "month_12": _("December"),
}
"""What stands around them, by name."""
