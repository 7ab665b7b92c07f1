"""The keys of every sentence the product itself says to people in the room.

`web/phrases.py` has the sentence for each key, ready for translation; a test keeps both in step.
"""

from __future__ import annotations

from enum import StrEnum


class P(StrEnum):
    """One key, one sentence."""

    # where we are
    WELCOME = "welcome"
    SEAT_YOURS = "seat_yours"  # You have a place. We start when all are here.
    STARTS_WHEN = "starts_when"  # We start at %(time)s, or when all %(expected)s are here.
    STARTS_AT = "starts_at"  # We start at %(time)s.
    WAIT_FOR_MORE = "wait_for_more"  # We need at least %(least)s people to start.
    COME_IN = "come_in"
    HOW_MANY_HERE = "how_many_here"  # %(here)s here
    HERE_OF = "here_of"  # %(here)s of %(expected)s here
    GO_TO_TABLE = "go_to_table"  # Go to table %(table)s.
    FIND_TABLE = "find_table"  # Your phone shows your table.
    TABLE = "table"  # Table %(table)s
    # who does it
    READ_ALOUD = "read_aloud"  # You read this aloud.
    LISTEN = "listen"
    LISTEN_READER = "listen_reader"  # The reader reads this aloud.
    THINK_QUIET = "think_quiet"
    YOUR_TURN = "your_turn"
    SPEAKS_NOW = "speaks_now"  # This person speaks. We listen.
    SPEAKS_NOW_TABLE = "speaks_now_table"
    PAIR_YOU_FIRST = "pair_you_first"
    PAIR_LISTEN = "pair_listen"
    PAIR_YOU_NOW = "pair_you_now"
    PAIR_ALONE = "pair_alone"
    PAIR_TALK = "pair_talk"  # Talk in twos.
    PAIR_SWITCH = "pair_switch"  # Now the other one speaks.
    TALK_TABLE = "talk_table"
    ANSWER_ALONE = "answer_alone"
    ANSWER_TABLE = "answer_table"  # You tap for your table.
    ANSWER_TABLE_OTHER = (
        "answer_table_other"  # The recorder taps for the table. Say what you think.
    )
    VOTE_SECRET = "vote_secret"
    VOTED = "voted"
    GUEST_WATCHES = "guest_watches"
    LOOK = "look"
    REPORT_YOU = "report_you"  # Stand up and tell the room.
    REPORT_LISTEN = "report_listen"  # Table %(table)s speaks.
    REST = "rest"
    BACK_AT = "back_at"  # We go on at %(time)s.
    WAIT_TABLES = "wait_tables"  # %(tables)s tables are still talking.
    WAIT_MOMENT = "wait_moment"
    PAUSED = "paused"
    BETWEEN = "between"  # This meeting is over. Keep your number.
    NEXT_MEETING = "next_meeting"
    OVER = "over"
    LEFT = "left"
    HAND_TO = "hand_to"
    HAND_HIDDEN = "hand_hidden"
    IT_IS_ME = "it_is_me"
    NOT_HERE = "not_here"
    ALL_ANSWERED = "all_answered"
    LAST_MINUTE = "last_minute"
    SAID_AGAIN = "said_again"
    BEGIN_WITH_ENDS = "begin_with_ends"
    WHO_WAS_QUIET = "who_was_quiet"  # Tap who has spoken. Invite who has not.
    LOOK_AT_WALL = "look_at_wall"
    LOOK_AT_PHONE = "look_at_phone"
    AT_YOUR_TABLE = "at_your_table"
    # roles
    ROLE_READER = "role_reader"
    ROLE_TIMEKEEPER = "role_timekeeper"
    ROLE_ENCOURAGER = "role_encourager"
    ROLE_REPORTER = "role_reporter"
    ROLE_RECORDER = "role_recorder"
    # small honest lines
    ONLY_YOU = "only_you"
    NOBODY_LINKS = "nobody_links"  # Nobody can see who voted what.
    COUNTED = "counted"
    MAY_CHANGE = "may_change"
    WAITING_FOR = "waiting_for"  # Waiting for %(count)s.
    GOES_ON_AT_TIME = "goes_on_at_time"
    TOO_FEW_VOTES = "too_few_votes"
    NOTHING_YET = "nothing_yet"
    HOW_MANY_ANSWERED = "how_many_answered"  # %(count)s answered.
    BEFORE_AND_NOW = "before_and_now"
    PLAN_SHORTER = "plan_shorter"  # We are %(minutes)s minutes late; later parts get shorter.
    PLAN_DROPPED = "plan_dropped"  # ... and %(count)s small parts fall away.
    PLAN_LONGER = "plan_longer"
    ENDS_AT = "ends_at"  # We end at %(time)s.
    PASS_IS_FREE = "pass_is_free"
    # buttons
    DONE = "done"
    READY = "ready"
    PASS = "pass"
    MORE_TIME = "more_time"
    NOT_CLEAR = "not_clear"
    RATHER_NOT = "rather_not"
    SEND = "send"
    CHANGE = "change"
    PUT_IN_BOX = "put_in_box"
    NEXT_PERSON = "next_person"
    COME_BACK = "come_back"
    NEW_PERSON = "new_person"
    # answers that are the same everywhere
    FACE_GOOD = "face_good"
    FACE_SO = "face_so"
    FACE_BAD = "face_bad"
    NUMBER_LEAST = "number_least"
    NUMBER_MIDDLE = "number_middle"
    NUMBER_MOST = "number_most"
    # games and the decision
    HIDDEN_TILL_ALL = "hidden_till_all"  # Nobody sees it before all have chosen.
    YOUR_MOVE = "your_move"
    TOGETHER_WITH = "together_with"
    NEW_CARD = "new_card"
    LOOK_AT_CARDS = "look_at_cards"
    CARDS_NOT_SHOWN = "cards_not_shown"
    CARD_SAYS = "card_says"
    ANY_SIDE = "any_side"
    HOLD_UP = "hold_up"
    WRITE_IT = "write_it"
    CARD_SECRET = "card_secret"
    CARD_CANNOT = "card_cannot"
    ONLY_CARDS_CANNOT = "only_cards_cannot"
    READ_WITH_CAMERA = "read_with_camera"
    ONLY_YOU_EVER = "only_you_ever"  # Only you see this. The room sees numbers, never who.
    HEAR_TOGETHER = "hear_together"
    WHOM_TO_TRUST = "whom_to_trust"
    BOX_AT_TOP = "box_at_top"
    YOUR_WAY = "your_way"  # Your own way, at your own pace.
    WAY_DONE = "way_done"
    ONE_BACK = "one_back"
    NONE_OF_THESE = "none_of_these"  # Of a whole private path, at its start.
    OUR_NEED = "our_need"
    WE_PROPOSE = "we_propose"  # Beside the rule that is proposed.
    THE_LAW = "the_law"
    WHERE_NOW = "where_now"
    WE_AGREE = "we_agree"  # We agree on one way.
    MOST_WANT = "most_want"  # More than half want this way.
    NOT_AGREED = "not_agreed"
    A_TIE = "a_tie"
    SOME_AGAINST = "some_against"  # Strongly against: %(count)s.
    MAY_SPLIT = "may_split"
    BEANS_TITLE = "beans_title"
    STONES_TITLE = "stones_title"
    GROUP_SEES = "group_sees"  # The group sees this promise with your picture.
    UNIT_RIEL = "unit_riel"
    UNIT_BEANS = "unit_beans"
    UNIT_COINS = "unit_coins"
    UNIT_BLOCKS = "unit_blocks"
    UNIT_PEOPLE = "unit_people"
    UNIT_PERCENT = "unit_percent"
    UNIT_VOTES = "unit_votes"
    # take-home
    TAKE_HOME = "take_home"
    HOME_GROUP = "home_group"  # Our page
    HOME_MINE = "home_mine"  # My own page
    HOME_FOR_ALL = "home_for_all"  # For all of us. It says what, and never who chose it.
    HOME_ONLY_YOU = "home_only_you"  # For you alone.
    HOME_CHOICE = "home_choice"
    HOME_NO_VOTE = "home_no_vote"
    HOME_LEARNED = "home_learned"
    HOME_ON_AVERAGE = "home_on_average"  # The tables together, on average.
    HOME_FOR = "home_for"
    HOME_AGAINST = "home_against"
    HOME_SPOKEN = "home_spoken"  # Spoken, not written: %(count)s.
    HOME_ON_PAPER = "home_on_paper"  # From paper: %(count)s forms.
    HOME_ON_SLIPS = "home_on_slips"
    HOME_QUESTIONS = "home_questions"
    HOME_LOOK_AGAIN = "home_look_again"
    HOME_PROMISES = "home_promises"
    HOME_PROMISED = "home_promised"  # People who promised something: %(count)s.
    HOME_NO_ADVICE = "home_no_advice"
    HOME_DRAFT = "home_draft"
    HOME_NOT_ILO = "home_not_ilo"
    HOME_LICENCE = "home_licence"  # Words and pictures: %(licence)s.
    HOME_MADE_FROM = "home_made_from"  # Made from %(module)s %(version)s ... %(engine)s.
    HOME_LOG = "home_log"  # Record %(head)s.
    ABOUT_MONEY = "about_money"
    ABOUT_RULES = "about_rules"
    ABOUT_WORK = "about_work"
    ABOUT_TOGETHER = "about_together"
    ABOUT_ANYTHING = "about_anything"
    MINE_CHOICE = "mine_choice"
    MINE_BEANS = "mine_beans"
    MINE_STONES = "mine_stones"
    MINE_AGAIN = "mine_again"
    MINE_READY = "mine_ready"
    MINE_PROMISE = "mine_promise"
    MINE_GONE = "mine_gone"
    MINE_NOTHING = "mine_nothing"
