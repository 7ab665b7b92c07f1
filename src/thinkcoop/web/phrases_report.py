"""What reports say, in English, ready for translation. See `phrases.py`."""

from __future__ import annotations

from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import PhraseKey


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


REPORT_PAGE: dict[str, str] = {
    "report_hidden_cell": _("not shown"),
    "report_open": _("Report of this meeting"),
    "report_pdf": _("Print it (PDF)"),
    "report_table": _("For a spreadsheet"),
    "report_data": _("For programs (JSON)"),
}
REPORT_SENTENCES: dict[PhraseKey, str] = {
    R.TITLE: _("Report of this meeting"),
    R.FOR_WHOM: _(
        "For the people who called the room together. It has counts and no names, and says no "
        "more than its numbers can."
    ),
    R.HIDDEN: _("A dot stands for fewer than five people, or for a number that would tell it."),
    # who came
    R.CAME: _("Who came"),
    R.CAME_ALL: _("People who came: %(count)s."),
    R.GUESTS: _("Guests"),
    R.LEFT: _("Left before the end"),
    R.PEOPLE: _("People"),
    R.BY_PHONE: _("With a phone"),
    R.BY_DEVICE: _("With a table's device"),
    R.BY_CARD: _("With an answer card"),
    R.BY_PAPER: _("On paper"),
    R.LANGUAGE: _("Language"),
    R.WORDS: _("Its words"),
    R.WORDS_DRAFT: _("a draft, not checked"),
    R.WORDS_CHECKED: _("checked"),
    R.WORDS_BY: _("checked by %(who)s, %(day)s"),
    # how the day went
    R.DAY: _("How the day went"),
    R.PART: _("Part of the day"),
    R.PLANNED: _("Planned"),
    R.USED: _("Used"),
    R.TOOK_PART: _("Took part"),
    R.LEFT_OUT: _("left out"),
    R.IN_MINUTES: _("Planned and used in minutes; who took part, of 100 people there."),
    R.ON_TIME: _("It ended on time."),
    R.NOT_ENDED: _("This meeting was not brought to its end. All numbers are of what there is."),
    R.LATE: _("It ended later than planned."),
    R.EVEN: _("How evenly people spoke, of 100: %(even)s. At 100 all had as many turns."),
    # what changed
    R.CHANGED: _("What changed since the start"),
    R.SAME_PEOPLE: _("Only of the same people before and after: %(count)s."),
    R.NOBODY_TWICE: _("Nobody answered the same question before and after."),
    R.QUESTION: _("Question"),
    R.BETTER: _("More than before"),
    R.EQUAL: _("As before"),
    R.WORSE: _("Less than before"),
    R.ONE_MISSING: _("One answer missing"),
    R.KNEW: _("Right answers, of 100: %(before)s before, %(after)s after."),
    R.BETWEEN: _("The change is %(change)s. It fits all from %(low)s to %(high)s."),
    R.WENT_UP: _("People know more than before."),
    R.WENT_DOWN: _("People know less than before."),
    R.NO_MATTER: _("There is no change that would matter."),
    R.TOO_FEW: _("Too few people to tell."),
    R.TOO_WIDE: _("Too few people to tell: the change could be of any size in this span."),
    R.NO_FIGURES: _("This machine works out no such figures. This adds it:"),
    R.IF_MISSING: _(
        "Had all who are missing changed one way, it would be from %(low)s to %(high)s."
    ),
    R.FIRST_VOTE: _("First vote"),
    R.SECOND_VOTE: _("Second vote"),
    R.ROOM_SMALL: _(
        "Fewer than ten people could answer. So that nobody's answer can be worked out from the "
        "others, these numbers are not shown."
    ),
    # the page of the group
    R.WE_KNOW: _("What we know now"),
    R.SO_MANY_KNEW: _(
        "So many of the same people gave the right answer, at the start and at the end."
    ),
    # what it cannot say
    R.LIMITS: _("What these numbers cannot say"),
    R.NO_COMPARISON: _(
        "There is no other group beside it. Something else may have brought a change."
    ),
    R.SELF_REPORT: _("People say it of themselves. Some may say what pleases."),
    R.WHO_IS_MISSING: _("With no such pair of answers: %(count)s. They may be different people."),
    R.ONE_ROOM: _("A single question tells little about one room. Only all together are weighed."),
    R.SMALL: _("Of fewer than five people nothing is worked out."),
    R.METHOD: _("How it is worked out stands in docs/methods/paired-change.md."),
}
