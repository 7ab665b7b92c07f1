"""How the games are played on paper, in English, ready for translation. See `phrases.py`."""

from __future__ import annotations

from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import PhraseKey


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


KIT_GAME_SENTENCES: dict[PhraseKey, str] = {
    K.MOVE_AMOUNT: _(
        "Each writes a number from %(least)s to %(most)s on a scrap of paper. Fold it."
    ),
    K.MOVE_AMOUNT_TABLE: _(
        "Agree on one number from %(least)s to %(most)s. The recorder writes it."
    ),
    K.MOVE_PICK: _("Each writes the letter of one answer on a scrap of paper. Fold it."),
    K.MOVE_BEANS: _(
        "Close your fist round your beans, from none to %(most)s. One after the other puts a "
        "fist into the bag."
    ),
    K.MOVE_DEAL: _("Cut out the cards of this game. Mix them and give one to each."),
    K.MOVE_TROUBLE: _("Mix the three cards of trouble. One person pulls one."),
    K.COUNT_PICKS: _(
        "Open the papers. Draw one bean for each. Most papers count. As many? The upper one counts."
    ),
    K.COUNT_ONLY: _("Open the papers. Draw one bean for each."),
    K.WHAT_IT_TAKES: _("What it takes"),
    K.MINUTES_AND_RIEL: _("%(minutes)s min, %(riel)s riel"),
    K.PAY_IN_PLAY_MONEY: _("Use the play money."),
    K.OUR_RECORD: _("Write or draw it here"),
    K.BARGAIN_ALONE: _(
        "Open all papers. The lowest price gets the trip. A price above %(most)s riel is not "
        "taken. Two the same? Draw lots."
    ),
    K.BARGAIN_LEFT: _(
        "The winner gets the price and pays %(cost)s riel for the trip. The rest stays. The "
        "others have nothing."
    ),
    K.BARGAIN_PAIRS: _(
        "Lots make the pairs. Add the two prices and halve them. The lowest pair drives and "
        "shares what is left."
    ),
    K.BARGAIN_TOGETHER: _(
        "Take the price, pay %(cost)s riel for the trip, and share the rest among all."
    ),
    K.BARGAIN_OUTSIDER: _(
        "A: the new driver gets the trip. B: you drive for %(undercut)s riel less. C: share "
        "with one more. D: all is as in the first round."
    ),
    K.PLACE_ALONE: _(
        "Open all papers. The highest fee gets the place. A fee below %(cost)s riel is not "
        "taken. Two the same? Draw lots."
    ),
    K.PLACE_LEFT: _(
        "The place brings %(most)s riel. The winner pays the fee. The rest stays. The others "
        "have nothing."
    ),
    K.PLACE_PAIRS: _(
        "Lots make the pairs. Add the two fees and halve them. The highest pair gets the "
        "place and shares what is left."
    ),
    K.PLACE_TOGETHER: _(
        "The place brings %(most)s riel. Pay the fee and share the rest among all."
    ),
    K.PLACE_OUTSIDER: _(
        "A: the new one gets the place. B: you pay %(undercut)s riel more. C: share with one "
        "more. D: all is as in the first round."
    ),
    K.POT_GROWS: _(
        "Count the beans in the bag. Lay %(times)s beans for each one in it. Share all alike."
        " What is over nobody gets."
    ),
    K.POT_KEEP: _(
        "Keep the beans that you did not put in. Count what you have now. Then begin again "
        "with %(beans)s."
    ),
    K.POT_LINE: _("Beans in the bag, before it grew"),
    K.POT_CHECKER: _(
        "With a checker all give all. Each ends with %(beans)s beans. Compare that with the "
        "last round."
    ),
    K.FUND_START: _("Each begins with %(coins)s coins. Use beans or the play coins."),
    K.FUND_MONTH: _(
        "Each month: take %(income)s coins, pay %(living)s to live, then throw the die. A one"
        " is an accident: pay %(loss)s coins."
    ),
    K.FUND_MONTHS: _(
        "Play so many months: %(months)s. Not enough coins? Write down what you owe, and go on."
    ),
    K.FUND_FEE: _(
        "Before the die, each puts so many coins into the middle: %(fee)s. An accident is "
        "paid from the middle, as far as it goes."
    ),
    K.FUND_COUNT: _(
        "Count: who owed something? How many accidents came? What is left in the middle?"
    ),
    K.FUND_HUNDRED: _(
        "This was worked out for six people who play it very often, with the coins of this game."
    ),
    K.FUND_YEAR: _(
        "In a year each pays %(coins)s coins into the middle, with or without an accident."
    ),
    K.OUR_NUMBERS: _("These are your own numbers. You need them in the next rounds."),
    K.DEALT: _("Each looks at the own card and lays it down in front."),
    K.BUY_ALONE: _(
        "Look up the price for so many pieces. Add the way. That is what you pay alone."
    ),
    K.BUY_WAY: _("The way: %(trip)s riel"),
    K.BUY_WAY_OWN: _("The way: your own number"),
    K.BUY_STEP_OWN: _(
        "Pieces: %(count)s or more. Of each 100 riel of your own price you pay %(percent)s."
    ),
    K.BUY_CARD: _("Read the card aloud. It is for those who joined. What does it cost them?"),
    K.BUY_TABLE: _(
        "Who joins raises a hand. Add up their pieces and look up the price. The way is paid "
        "once. Who does not join pays as before."
    ),
    K.BUY_ROOM: _("Now do the same with all tables. Each person counts as %(need)s pieces."),
    K.BUY_STEP: _("Pieces: %(count)s or more. Each costs %(price)s riel."),
    K.BUY_NOT_PAID: _("Somebody does not pay. One part of the bill is missing."),
    K.BUY_MELTED: _("Some of it melts. Buy one piece in six again."),
    K.BUY_LATE: _("The collector is late. Pay the way twice."),
    K.BUY_TROUBLE: _("Carry the trouble as most chose. What is left of the saving?"),
    K.SHARE_CARD: _(
        "Blocks that you bought: %(uses)s. Parts of the money that you put in: %(shares)s."
    ),
    K.SHARE_NUMBER: _("Card %(number)s"),
    K.SHARE_FIRST_CARDS: _("Fewer people than cards? Take the cards from number one on."),
    K.SHARE_BY_USE: _("%(players)s people: %(rate)s riel for each block"),
    K.SHARE_BY_SHARES: _("%(players)s people: %(rate)s riel for each part put in"),
    K.SHARE_LAY: _("Lay your play money in front of you. Look round: who has how much?"),
    K.SHARE_KEPT: _("Put all %(surplus)s riel into the middle. Nobody takes anything now."),
    K.SHARE_PLACE: _("Put all %(surplus)s riel aside, for your place."),
    K.SHARE_LOSS: _(
        "Now %(loss)s riel are lost. Carry it as most chose. The reserve pays only if you "
        "chose it before."
    ),
    K.DECIDE_CARD: _("You put in so many parts of the money: %(parts)s"),
    K.DECIDE_BOSS: _("The boss"),
    K.DECIDE_HEADS: _("Count one for each person."),
    K.DECIDE_PARTS: _("Count again: each paper counts as many as the parts on the card."),
    K.DECIDE_BOSS_SAYS: _(
        "Count a third time: only the paper of the boss counts. As many? Then nothing is decided."
    ),
    K.BY_HEADS: _("By heads"),
    K.BY_PARTS: _("By money"),
    K.BY_BOSS_ALONE: _("By the boss"),
}
