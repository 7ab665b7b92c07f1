"""What the printed kit says, in English, ready for translation. See `phrases.py`."""

from __future__ import annotations

from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import PhraseKey
from thinkcoop.web.phrases_kit_games import KIT_GAME_SENTENCES


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


KIT_SENTENCES: dict[PhraseKey, str] = {
    # the files
    K.BOOKLET: _("The whole day on paper"),
    K.FORMS: _("My form"),
    K.BALLOTS: _("Slips for secret votes"),
    K.ROLE_CARDS: _("Cards for the five jobs"),
    K.TABLE_SIGNS: _("Signs for the tables"),
    K.POSTERS: _("Pictures for the wall"),
    K.TAKE_HOME: _("My own page to take home"),
    K.CONVENER: _("How to start"),
    K.MONEY: _("Play money and cards for the games"),
    # what to print, and what is out of date
    K.README_FOR: _("%(module)s, %(language)s. For %(people)s people at tables: %(tables)s."),
    K.README_FILE: _("%(file)s: %(title)s. Print it so many times: %(copies)s."),
    K.README_CARDS: _("%(file)s: answer cards, A4. Print them once, on both sides of thick paper."),
    K.README_SIDES: _(
        "Print on both sides where you can. Print the cards, the slips and the play money on "
        "one side, and cut them out."
    ),
    # the foot of every page
    K.FOOT: _("%(module)s %(version)s · %(language)s · text %(digest)s"),
    K.DRAFT: _("Draft: nobody has checked these words yet."),
    # the beginning of the booklet
    K.HOW_IT_WORKS: _("How it works"),
    K.NO_TEACHER: _("There is no teacher. This book leads you. Each table has one book."),
    K.FOUR_TO_SEVEN: _("Sit at tables. Four to seven people sit at each."),
    K.JOBS_FIRST: _("Give out the five cards for the jobs. After each part, hand them on."),
    K.READ_IN_TURN: _("The reader reads one step. All do it. Then comes the next step."),
    K.WATCH_MINUTES: _("The minutes stand beside each step. When they are over, go on."),
    K.SMALL_WORDS: _("Not clear? The small words under a step say the same in another way."),
    K.MAY_PASS: _("You may always pass. Passing is free."),
    K.COVER_IT: _("Some answers are for you alone. Cover them with your hand."),
    K.TURNED: _("What stands on its head is the answer. Turn the book when you are told to."),
    K.IF_TIME: _("Only if there is time"),
    K.TO_BRING: _("What we need"),
    K.BRING_BOOKS: _("The booklet, one for each table."),
    K.BRING_FORMS: _("A form and a page to take home, one of each for each person."),
    K.BRING_SLIPS: _("Slips for secret votes."),
    K.BRING_MONEY: _("Play money and cards, cut out, one set for each table."),
    K.BRING_BEANS: _("A bowl of beans or bottle caps."),
    K.BRING_BAG: _("A bag that nobody can see into."),
    K.BRING_PENS: _("A pencil for each person, and scraps of paper."),
    K.BRING_CLOCK: _("One clock or phone that shows the time."),
    K.BRING_DIE: _("A die. Or put the numbers from one to six into a bag."),
    K.SIGNS: _("The signs"),
    K.PATH: _("The path of the day"),
    K.PATH_MEETING: _("Meeting %(number)s"),
    K.FILL_TIMES: _("Write the time at which each part begins."),
    K.MINUTES: _("%(minutes)s min"),
    K.HALF_MINUTE: _("½ min"),
    K.AND_A_HALF: _("%(minutes)s½ min"),
    K.ANSWERS: _("The answers"),
    K.ANSWERS_LATE: _("Answers that did not stand in this book before. Turn it round."),
    K.THE_END: _("Thank you. You were the teachers."),
    K.MADE_BY: _("Made by %(authors)s."),
    # signs of the kinds
    K.SIGN_SAY: _("Somebody reads aloud"),
    K.SIGN_THINK: _("All are silent and think"),
    K.SIGN_ROUND: _("One after the other speaks"),
    K.SIGN_PAIR: _("Talk in twos"),
    K.SIGN_DISCUSS: _("The table talks"),
    K.SIGN_ASK: _("Each answers alone"),
    K.SIGN_RANK: _("Put in order"),
    K.SIGN_SORT: _("Put in groups"),
    K.SIGN_MAP: _("Who is around me"),
    K.SIGN_GAME: _("We play"),
    K.SIGN_BALLOT: _("A secret vote"),
    K.SIGN_SHOW: _("We look at what came out"),
    K.SIGN_REPORT: _("The tables tell the room"),
    K.SIGN_DECIDE: _("We decide"),
    K.SIGN_PROMISE: _("What I will do"),
    K.SIGN_BREAK: _("A rest"),
    # how each kind of step is done on paper
    K.ALL_TABLES: _("All tables do this together."),
    K.HOW_THINK: _("Nobody speaks. Raise a hand when you are ready."),
    K.HOW_ROUND: _("Go round the table. Who has spoken least begins."),
    K.HOW_PAIR: _("Two and two. First one speaks, then the other. One too many? Make three."),
    K.HOW_DISCUSS: _("All talk. Invite who has not spoken."),
    K.HOW_DISCUSS_ENDS: _(
        "Who chose the first answer, and who chose the last? These two begin, if they like."
    ),
    K.HOW_ASK: _("Tick one on your own form, or write its letter on a scrap of paper. Cover it."),
    K.HOW_ASK_SEVERAL: _("Tick up to %(count)s on your own form. Cover it."),
    K.HOW_ASK_NUMBER: _("Write a number on your own form. Cover it."),
    K.HOW_ASK_WORDS: _("Write a few words on your own form. Or tell them to one person."),
    K.HOW_ASK_ROOM: _("Raise a hand for one of these. The recorder counts."),
    K.ON_FORM: _("Question %(number)s"),
    K.HOW_RANK: _(
        "On your own form, write 1, 2, 3 beside what matters most. Write %(keep)s numbers."
    ),
    K.HOW_RANK_TABLE: _(
        "Agree, then write the numbers from 1 to %(keep)s into the boxes. The recorder writes."
    ),
    K.HOW_SORT: _("Agree on each line. The recorder puts one tick into each line."),
    K.HOW_SORT_ALONE: _("On your own form, put one tick into each line."),
    K.HOW_MAP: _("On your own form: no dot for not at all, one dot for some, two dots for much."),
    K.HOW_BALLOT: _(
        "Tick one on a slip, or write it on a scrap of paper. Fold it twice. Put it into the bag."
    ),
    K.HOW_BALLOT_COUNT: _("Shake the bag. Fewer than five slips? Do not open them."),
    K.HOW_SHOW: _(
        "Write your answer on a scrap of paper, with no name. Fold it and mix all of them. "
        "Open them and draw one bean for each."
    ),
    K.HOW_SHOW_BALLOT: _("Open the slips. Draw one bean for each."),
    K.HOW_SHOW_TABLE: _("Look at what you wrote together."),
    K.HOW_SHOW_TWICE: _(
        "Count both: the first answer and the one now. Draw the beans beside each other."
    ),
    K.HOW_SHOW_WORDS: _("Who likes to may read the own words aloud."),
    K.HOW_SHOW_NUMBERS: _(
        "Mix the scraps. Lay them in a row, from the least to the most. Look at the middle one."
    ),
    K.TURN_NOW: _("Talk first. Then turn the book and read the answer."),
    K.HOW_REPORT: _("One table after the other. The reporter stands up and speaks."),
    K.HOW_PROMISE: _("Tick it on your own page to take home, or write it down."),
    K.HOW_BREAK: _("Rest. The timekeeper calls all back."),
    K.FIRST_TIME: _("At first"),
    K.NOW: _("Now"),
    K.BEANS_HERE: _("Draw beans here"),
    # the decision on paper
    K.HOW_WAYS: _(
        "Read the ways one after the other. Each time another person reads, and begins with "
        "another way."
    ),
    K.HOW_PRIVATE: _(
        "Take your own page to take home, or a sheet of paper. Turn away from the others. "
        "Nobody else ever sees it."
    ),
    K.HOW_NEED: _("Write down the biggest need of this room, or draw it."),
    K.HOW_LAW: _("The reader reads this. Ask somebody who knows the law before you sign or pay."),
    K.HOW_RULE: _("Read both rules aloud. The next step asks which one you want."),
    K.HOW_BEANS_SEEN: _(
        "On a scrap of paper, write how many beans you laid on each. No name. Mix them, add "
        "them up, and draw the beans here."
    ),
    K.HOW_STONES_SEEN: _(
        "On a scrap of paper, write your signs in a row: + for yes, o for not yet, − for no. "
        "Mix them. Draw what you see. Do not add them up to one number."
    ),
    K.HOW_OUTCOME: _(
        "Count the slips that are not counted yet. Write down both votes. More than half, or "
        "no agreement? Both are fine."
    ),
    K.HOW_NEXT: _("Read the steps that fit what you chose. The others may rest."),
    K.OUR_BIGGEST_NEED: _("Our biggest need"),
    K.GOOD: _("Good sides"),
    K.BAD: _("Hard sides"),
    K.LIVING: _("A story"),
    K.NOT_KNOWN: _("What we do not know"),
    K.IF_NO: _("Did you say no? Read this."),
    K.FIRST_VOTE: _("First vote"),
    K.SECOND_VOTE: _("Second vote"),
    K.STRONGLY_AGAINST: _("Strongly against"),
    # forms, slips, the page to take home
    K.FORM_BEFORE: _("At the start"),
    K.FORM_DURING: _("During the day"),
    K.FORM_AFTER: _("At the end"),
    K.FORM_NUMBER: _("Number %(number)s"),
    K.FORM_GIVE_BACK: _("Give all these pages to the one who called you here."),
    K.FORM_QUIET: _("Nobody at your table looks at it. You may leave out what you do not like."),
    K.SLIP_FOLD: _("Tick one. Fold it twice. No name."),
    K.HOME_THINK: _("What I think"),
    K.HOME_SECRET: _("For you alone. Write no name on it. Take it home."),
    K.HOME_DRAW: _("Draw %(beans)s beans, as many as you like on each."),
    K.HOME_GROUP: _("What we chose"),
    K.HOME_GROUP_WRITE: _("Tick what most of us chose, or: we do not agree."),
    K.HOME_NOT_AGREED: _("We do not agree"),
    K.HOME_BY: _("By when?"),
    K.HOME_LADDER: _("Where to go from here"),
    K.HOME_WHERE: _("Whom I can ask"),
    K.HOME_PHONE: _("Name and phone number"),
    # signs, cards, posters
    K.JOB_READER: _("You read aloud. You may hand it on."),
    K.JOB_TIMEKEEPER: _("You watch the time and say when to go on."),
    K.JOB_ENCOURAGER: _("You see that all can speak. You invite who is quiet."),
    K.JOB_RECORDER: _("You write and count for the table."),
    K.JOB_REPORTER: _("You speak for the table."),
    K.JOB_NOT_CLEAR: _("Hold this up when something is not clear."),
    K.TABLE_SIGN: _("Table %(table)s"),
    K.JOIN_HERE: _("Point your phone at this."),
    K.JOIN_CODE: _("Type this code."),
    K.POSTER_SIGNS: _("Four answers, four signs"),
    K.SIGN_LETTER: _("Answer %(letter)s"),
    K.POSTER_TALK: _("How we talk"),
    K.POSTER_WAYS: _("Ways to do business"),
    K.POSTER_BOX: _("Question box"),
    K.POSTER_BOX_WORDS: _("Nobody at your table knows? Put your question in here. No name."),
    K.TALK_ONE: _("One speaks. The others listen."),
    K.TALK_ALL: _("Each has a turn."),
    K.TALK_PASS: _("You may pass."),
    K.TALK_COVER: _("A private answer stays private."),
    K.TALK_HERE: _("What is said here stays here."),
    K.TALK_NO: _("A no is as good as a yes."),
    K.PLAY_MONEY: _("Play money"),
    # how to start, for the convener
    K.START_BEFORE: _("Before people come"),
    K.START_PRINT: _("Print what README.txt names. Cut out the cards and the play money."),
    K.START_TABLES: _(
        "Put up one table for six people. Leave room to walk round it. No table stands in front."
    ),
    K.START_ON_TABLE: _(
        "On each table: the sign, a book, the cards for the jobs, pencils, scraps of paper, "
        "beans, a bag."
    ),
    K.START_WALL: _(
        "Hang up the posters where all can see them. Put the question box beside the door."
    ),
    K.START_FORMS: _("Lay out the forms. Each has a picture and a number."),
    K.START_WATER: _("Have water, and food for the long break."),
    K.START_STEPS: _("When people come"),
    K.START_PICTURE: _("Each person takes a form. The picture on it is theirs today."),
    K.START_MIX: _("Mix the tables. At each table sits one person who likes to read."),
    K.START_GIVE: _("Give out the books and the five cards for the jobs."),
    K.START_GO: _("Say: this book leads you. Then sit down."),
    K.PROGRAM: _("With the program on a laptop"),
    K.PROGRAM_1: _("Open a terminal and type: thinkcoop serve"),
    K.PROGRAM_2: _("Open the address that it shows, and type the PIN."),
    K.PROGRAM_3: _("Choose the module, the language and how many people come."),
    K.PROGRAM_4: _("Show the wall to the room. Phones come in with the code."),
    K.WRONG: _("When something goes wrong"),
    K.WRONG_LATE: _("We are late: leave out the steps that say “Only if there is time”."),
    K.WRONG_READ: _("Nobody reads at a table: sit two tables together for the reading."),
    K.WRONG_QUARREL: _("People quarrel: stop, drink water, let the encourager speak."),
    K.WRONG_LOUD: _("One person speaks for all: show the card of the encourager."),
    K.WRONG_POWER: _("The power is gone: go on with the book at the same step."),
    K.WRONG_LEAVE: _("Somebody leaves: that is fine. The form stays here."),
    K.WRONG_ASK: _("Somebody asks what to choose: do not say it. It is theirs to choose."),
    K.AFTER: _("When it is over"),
    K.AFTER_COLLECT: _("Collect the forms. Let people keep the page to take home."),
    K.AFTER_TYPE: _("Type in the forms, or send them to the one who asked for them."),
    K.AFTER_BURN: _("Tear up the slips of the secret votes."),
    **KIT_GAME_SENTENCES,
}
