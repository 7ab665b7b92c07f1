"""Every sentence that the product itself says, in English, ready for translation.

Three lists: what screens say (`core.screens.phrases.P`), why the rules said no (`core.words.Why`),
and what only pages say (`PAGE`, by name). Plain, kind words that a child of ten can follow; counts
are worded so that one and many read alike. A module's own sentences are not here.
"""

from __future__ import annotations

from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.phrases import P
from thinkcoop.web.phrases_about import ABOUT_PAGE
from thinkcoop.web.phrases_cards import CARDS_PAGE
from thinkcoop.web.phrases_desk import DESK_PAGE
from thinkcoop.web.phrases_home import HOME_PAGE, HOME_SENTENCES
from thinkcoop.web.phrases_kit import KIT_SENTENCES
from thinkcoop.web.phrases_people import PEOPLE
from thinkcoop.web.phrases_play import PLAY_SENTENCES
from thinkcoop.web.phrases_reasons import REASONS
from thinkcoop.web.phrases_typing import TYPING_PAGE
from thinkcoop.web.phrases_voice import VOICE_PAGE

__all__ = ["PAGE", "PEOPLE", "REASONS", "ROLES", "SENTENCES", "STATES"]


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


SENTENCES: dict[P | L | K, str] = {
    # where we are
    P.WELCOME: _("Welcome!"),
    P.SEAT_YOURS: _("You have a place. We start when all are here."),
    P.STARTS_WHEN: _("We start at %(time)s, or when all %(expected)s are here."),
    P.STARTS_AT: _("We start at %(time)s."),
    P.WAIT_FOR_MORE: _("We need at least %(least)s people to start."),
    P.COME_IN: _("Come in. Take a place with your phone."),
    P.HOW_MANY_HERE: _("%(here)s here"),
    P.HERE_OF: _("%(here)s of %(expected)s here"),
    P.GO_TO_TABLE: _("Go to table %(table)s."),
    P.FIND_TABLE: _("Your phone shows your table."),
    P.TABLE: _("Table %(table)s"),
    # who does it
    P.READ_ALOUD: _("You read this aloud."),
    P.LISTEN: _("Listen."),
    P.LISTEN_READER: _("The reader reads this aloud."),
    P.THINK_QUIET: _("Think, without talking."),
    P.YOUR_TURN: _("It is your turn. Speak now."),
    P.SPEAKS_NOW: _("This person speaks. We listen."),
    P.SPEAKS_NOW_TABLE: _("This person speaks. The table listens."),
    P.PAIR_YOU_FIRST: _("Talk in twos. You speak first."),
    P.PAIR_LISTEN: _("Your partner speaks. You listen."),
    P.PAIR_YOU_NOW: _("Change over. Now you speak."),
    P.PAIR_ALONE: _("No partner is free. Think about it alone."),
    P.PAIR_TALK: _("Talk in twos."),
    P.PAIR_SWITCH: _("Now the other one speaks."),
    P.TALK_TABLE: _("Talk with your table."),
    P.ANSWER_ALONE: _("Answer for yourself."),
    P.ANSWER_TABLE: _("You tap for your table."),
    P.ANSWER_TABLE_OTHER: _("The recorder taps for the table. Say what you think."),
    P.VOTE_SECRET: _("Vote in secret."),
    P.VOTED: _("Your vote is in the box."),
    P.GUEST_WATCHES: _("You are a guest. Guests watch this vote."),
    P.LOOK: _("Look at this."),
    P.REPORT_YOU: _("Stand up and tell the room."),
    P.REPORT_LISTEN: _("Table %(table)s speaks. We listen."),
    P.REST: _("Time to rest."),
    P.BACK_AT: _("We go on at %(time)s."),
    P.WAIT_TABLES: _("Tables still talking: %(tables)s."),
    P.WAIT_MOMENT: _("Please wait a moment."),
    P.PAUSED: _("We stop for a moment. Nothing is lost."),
    P.BETWEEN: _("This meeting is over. Keep your number."),
    P.NEXT_MEETING: _("Next time comes meeting %(number)s."),
    P.OVER: _("We are at the end. Thank you!"),
    P.LEFT: _("Goodbye! You can come back at any time."),
    P.HAND_TO: _("Give me to this person."),
    P.HAND_HIDDEN: _("Only this person looks. The others turn away."),
    P.IT_IS_ME: _("It is me"),
    P.NOT_HERE: _("Not here"),
    P.ALL_ANSWERED: _("All at this table have answered."),
    P.LAST_MINUTE: _("One more minute."),
    P.SAID_AGAIN: _("Once more, in other words."),
    P.BEGIN_WITH_ENDS: _("Begin with the two who are furthest apart."),
    P.WHO_WAS_QUIET: _("Tap who has spoken. Invite who has not."),
    P.LOOK_AT_WALL: _("Look at the wall."),
    P.LOOK_AT_PHONE: _("Look at your phone."),
    P.AT_YOUR_TABLE: _("At your table"),
    # roles
    P.ROLE_READER: _("You read aloud."),
    P.ROLE_TIMEKEEPER: _("You watch the time."),
    P.ROLE_ENCOURAGER: _("You see that all can speak."),
    P.ROLE_REPORTER: _("You speak for the table."),
    P.ROLE_RECORDER: _("You give the table's answer."),
    # small honest lines
    P.ONLY_YOU: _("Only you see this."),
    P.NOBODY_LINKS: _("Nobody can see who voted what."),
    P.COUNTED: _("Your answer is counted."),
    P.MAY_CHANGE: _("You may still change it."),
    P.WAITING_FOR: _("Still to answer: %(count)s"),
    P.GOES_ON_AT_TIME: _("We go on when the time is up."),
    P.TOO_FEW_VOTES: _("Fewer than five voted. So the votes stay secret."),
    P.NOTHING_YET: _("There is nothing to show yet."),
    P.HOW_MANY_ANSWERED: _("%(count)s answered"),
    P.BEFORE_AND_NOW: _("Before and now"),
    P.PLAN_SHORTER: _("We are %(minutes)s minutes late. Later parts get shorter."),
    P.PLAN_DROPPED: _("We are late. Small parts that fall away: %(count)s."),
    P.PLAN_LONGER: _("We have time to spare. Later parts get longer."),
    P.ENDS_AT: _("We end at %(time)s."),
    P.PASS_IS_FREE: _("You may pass. That is fine."),
    # buttons
    P.DONE: _("Done"),
    P.READY: _("Ready"),
    P.PASS: _("Pass"),
    P.MORE_TIME: _("More time"),
    P.NOT_CLEAR: _("Not clear"),
    P.RATHER_NOT: _("I would rather not"),
    P.SEND: _("Send"),
    P.CHANGE: _("Change"),
    P.PUT_IN_BOX: _("Put it in the box"),
    P.NEXT_PERSON: _("Next person"),
    P.COME_BACK: _("Come back"),
    P.NEW_PERSON: _("Someone new"),
    # answers that are the same everywhere
    P.FACE_GOOD: _("Good"),
    P.FACE_SO: _("So-so"),
    P.FACE_BAD: _("Not good"),
    P.NUMBER_LEAST: _("Least"),
    P.NUMBER_MIDDLE: _("Middle"),
    P.NUMBER_MOST: _("Most"),
    **PLAY_SENTENCES,
    **HOME_SENTENCES,
    **KIT_SENTENCES,
}

ROLES: dict[str, str] = {
    "reader": _("reads"),
    "timekeeper": _("watches the time"),
    "encourager": _("sees that all can speak"),
    "reporter": _("speaks for the table"),
    "recorder": _("gives the answer"),
}
"""What a person in the ring does, in few words."""

STATES: dict[str, str] = {
    "now": _("speaks now"),
    "was": _("has spoken"),
    "waits": _("comes later"),
    "away": _("is away"),
}

PAGE: dict[str, str] = {
    # shared
    "product": _("Think.Coop"),
    "hear": _("Hear it"),
    "stop": _("Stop"),
    "part_of": _("Part %(part)s of %(parts)s"),
    "time_left": _("Time left"),
    "send": _("Send"),
    "go_on": _("Go on"),
    "yes": _("Yes"),
    "no": _("No"),
    "back": _("Back"),
    # what the phone says about itself
    "no_network": _("No network just now. Your answer is kept on this phone and will be sent."),
    "no_network_plain": _("No network just now. This screen may be old."),
    "sent": _("sent"),
    "kept": _("kept"),
    # my place
    "my_place": _("My place"),
    "my_code": _("Your number is %(code)s. With it you can go on with another phone."),
    "question_box": _("Question box"),
    "question_ask": _("Put in what nobody at your table knows. No name goes with it."),
    "question_about": _("What is it about?"),
    "question_words": _("Your question, if you like to write"),
    "question_put": _("Put in the box"),
    "about_other": _("Another question"),
    "about_money": _("Money"),
    "about_rules": _("Law and rules"),
    "about_work": _("Our work"),
    "about_together": _("Doing it together"),
    "i_must_go": _("I must go"),
    "go_sure": _("Do you want to leave now? You can come back."),
    "go_yes": _("Yes, goodbye"),
    # answering
    "tap_order": _("Tap the most important first."),
    "place_n": _("Place %(place)s"),
    "none_yet": _("Nothing yet"),
    "tap_group": _("Where does this go?"),
    "all_sorted": _("All have a place. Tap one to change it."),
    "tap_level": _("Tap again for more."),
    "one_more": _("one more %(what)s"),
    "one_less": _("one less %(what)s"),
    "more": _("more"),
    "less": _("less"),
    "your_number": _("Your number"),
    "only_digits": _("Write a number, with digits only."),
    "your_sum": _("Your sum"),
    "your_words": _("Your words"),
    "or_write": _("Or write a few words."),
    "voice_speak": _("Speak your answer"),
    "voice_take": _("We are recording. Speak now, one minute at most."),
    "voice_stop": _("Stop"),
    "voice_play": _("Listen"),
    "voice_send": _("Send my voice"),
    "voice_again": _("Once more"),
    "voice_report": _("The room does not hear it. It is kept for the report."),
    "voice_kept": _("We have your voice. A new answer takes its place."),
    "voice_long": _("This recording is too long. Please speak for one minute at most."),
    "voice_denied": _("The microphone is closed. Record with your phone, then choose the file."),
    "voice_waits": _("No network just now. Leave this page open; your voice will be sent."),
    "spoken": _("Spoken answers: %(count)s"),
    "words_if": _("A few words, if you like"),
    "what": _("What will you do?"),
    "when": _("By when?"),
    "up_to": _("Up to %(count)s"),
    "chosen": _("chosen"),
    "roll": _("Tap, and see what luck says."),
    "in_pot": _("In the pot"),
    "i_keep": _("I keep"),
    "your_part": _("What you put into the pot"),
    "beans_left": _("Beans still to lay:"),
    "who_speaks": _("Who is at this table"),
    "answers": _("Answers"),
    # results
    "before": _("before"),
    "now": _("now"),
    "right": _("this is right"),
    "took_part": _("%(count)s took part"),
    "mine": _("yours"),
    "at_first": _("at first:"),
    "at_last": _("at last:"),
    "of_hundred": _("%(count)s of 100 people"),
    "give_or_take": _("Give or take %(count)s."),
    "stop_and_think": _("Stop and talk about this."),
    "of_riel": _("%(count)s riel"),
    "of_percent": _("%(count)s of 100"),
    "of_beans": _("Beans: %(count)s"),
    "of_coins": _("Coins: %(count)s"),
    "of_blocks": _("Pieces: %(count)s"),
    "of_people": _("People: %(count)s"),
    "of_votes": _("Votes: %(count)s"),
    # a way of doing business
    "good_sides": _("Good sides"),
    "bad_sides": _("Bad sides"),
    # the wall
    "scan": _("Point your phone at this, or type:"),
    "code_is": _("Code"),
    "tables": _("Tables"),
    "table_works": _("Table %(table)s works"),
    "table_done": _("Table %(table)s is ready"),
    "table_empty": _("Table %(table)s is free"),
    # coming in
    "join_picture": _("Welcome! Which picture is you today?"),
    "join_trade": _("What work do you do?"),
    "join_reads": _("Would you read aloud for your table?"),
    "join_name": _("What do people call you?"),
    "join_person": _("Who is new here? Choose a picture."),
    "reads_yes": _("Yes, I like to read aloud"),
    "reads_no": _("No, I would rather listen"),
    "no_account": _("No account. No name needed."),
    "name_kept": _("The name stays in this room. You can leave it empty."),
    "name": _("Name"),
    "come_in": _("Come in"),
    "taken": _("taken"),
    "guest": _("I am a guest. I take part, but I do not vote."),
    "was_here": _("I was here before"),
    "back_picture": _("Welcome back! Which picture is yours?"),
    "back_code": _("Type the number of your place."),
    "number_on_phone": _("It is on your first phone, under your picture."),
    "number_on_table_device": _("The table's device showed it once, when you came in."),
    "number_on_card": _("It is on the back of your card or your paper."),
    "number_place": _("Your number"),
    "back_nobody": _("Nobody has a picture yet."),
    "language": _("Language"),
    # devices and doors
    "device_table": _("Which table is this device for?"),
    "device_next": _("The next free table"),
    "device_in_use": _("Table %(table)s has a device. Put this one in its place."),
    "door": _("Type the code from the wall."),
    "door_code": _("Code"),
    "door_go": _("Come in"),
    "to_desk": _("I prepare the meeting"),
    "add_person": _("Add a person"),
    **CARDS_PAGE,
    **DESK_PAGE,
    **TYPING_PAGE,
    **VOICE_PAGE,
    **HOME_PAGE,
    **ABOUT_PAGE,
}
"""What only pages say, by name."""
