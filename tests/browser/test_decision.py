"""The decision of a room, on phones, on a table's device and without either.

Seven people go on with `5c` of the edition `full` where their private stones are laid: the law,
one's own choice, two secret votes and a rule between them, what came out, and the next steps. At
the end a second room decides in a country whose law nobody has looked up.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.deciding import OTHERS, PEOPLE, QUESTION, WAYS, YES, room_deciding
from tests.browser.eyes import at_item, faults, heard, read, unread
from tests.browser.hall import Hall
from tests.browser.room import People, Room, room_at
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.words import StepId
from thinkcoop.web.phrases import PAGE, SENTENCES

MANY_WOMEN = (
    "Half or more here are women. In one study, women were heard best in such rooms "
    "when the majority decided."
)
FULL_AGREEMENT = (
    "Full agreement",
    "It is decided when all vote for one way. Or when nobody is strongly against it.",
    "Each must be heard, also a quiet person.",
    "It takes longer. One person can stop it.",
)
MAJORITY = (
    "Majority after talk",
    "First all are heard. It is decided when more than half vote for one way.",
    "It is quicker. One person cannot stop it.",
    "What fewer people want can be passed over.",
)
"""The two rules: name, how it works, a good side, a bad side."""
WAITING = (
    "You need not choose today. Waiting is a full choice. Then set a day to look again.",
    "Wait and find out more",
    "It costs no money now.",
    "The trouble may go on.",
    "Write down or draw your open questions. Set a day to look again.",
    "Take one question to one person. Bring the answer on that day.",
)
"""What opens at *I do not know my way*: waiting with both its sides, and its next step."""
COMPARED = (
    "Look at the ways once more. Begin with the two that you like best.",
    "Work with a few partners",
    "Two or three share the work.",
    "A quarrel can end it.",
)
"""What opens at *I do not know both sides*, down to the first of the ways for this seat."""


@pytest.fixture(scope="module")
def room(browser: Browser, hall: Hall) -> Iterator[Room]:
    """The room is told of the law."""
    with room_deciding(browser, hall, "the-law") as made:
        yield made


def test_only_what_is_confirmed_is_said_of_the_law(room: Room) -> None:
    facts = (
        "There is a law on farm cooperatives since June 2013.",
        "Farm cooperatives are registered with the ministry of farming.",
        "That law is for farming, farm business and farm services.",
    )
    asked = "Ask IDEA or a lawyer before you sign or pay."
    assert room.everywhere() == room.same_everywhere(asked, (), facts)
    lotus = room.phones["p-lotus"]
    assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])


def test_each_person_comes_to_a_choice_alone(room: Room) -> None:
    room.go("my-choice")
    lotus, palm = room.phones["p-lotus"], room.phones["p-palm"]
    assert (unread(lotus), faults(lotus)) == ([], [])
    lotus.answer("stones", 1)
    at_item(lotus, 1)
    room.walk("p-lotus", *[YES] * 5, start=1)
    at_item(lotus, 6)
    lotus.lay_stone(1)
    assert read(lotus).told == WAITING
    assert (unread(lotus), faults(lotus)) == ([], [])
    lotus.send()
    at_item(lotus, 7)
    assert read(lotus).told == ()
    lotus.lay_stone(1)
    told = read(lotus).told
    assert (told[:4], len(told)) == (COMPARED, 1 + 3 * len(WAYS))
    assert (unread(lotus), faults(lotus)) == ([], [])
    lotus.lay_stone(0)
    assert read(lotus).told == ()
    lotus.send()
    at_item(lotus, 8)
    room.walk("p-lotus", *[YES] * 2, start=8)
    at_item(lotus, 10)
    assert (unread(lotus), faults(lotus)) == ([], [])
    lotus.tap("A woman")
    at_item(lotus, 11)
    assert (read(lotus).ask, read(lotus).tiles) == (QUESTION, WAYS)
    assert (unread(lotus), faults(lotus)) == ([], [])
    lotus.answer("stones", 6)

    room.walk("p-palm", *[YES] * 11)
    at_item(palm, 11)
    palm.answer("stones", 5)
    room.walk("p-umbrella", *[YES] * 11)
    room.hand("p-umbrella")
    room.device.answer("stones", 4)
    room.nothing_left('value="4" checked', "v=4")
    for picture, who in (("p-buffalo", 1), ("p-elephant", 0), ("p-rooster", 0), ("p-turtle", 1)):
        room.walk(picture, *[YES] * 10, (who,), (5,))
    room.all_at("choice")


def counted(*votes: int | str) -> Iterator[str]:
    """The lines of a vote on the ways."""
    return (f"{way} {count}" for way, count in zip(WAYS, votes, strict=True))


def vote(room: Room, *choices: int) -> None:
    """Two phones, one without scripts, and the device vote by taps; the others without."""
    lotus, palm = room.phones["p-lotus"], room.phones["p-palm"]
    for phone, choice in zip((lotus, palm), choices, strict=False):
        phone.answer("ballot", choice)
        phone.sees(SENTENCES[P.VOTED])
    room.hand("p-umbrella")
    room.device.answer("ballot", choices[2])
    room.nothing_left(f'value="{choices[2]}" checked', f"v={choices[2]}")
    for picture, choice in zip(("p-buffalo", *OTHERS), choices[3:], strict=True):
        room.answer(picture, choice)


def test_the_first_vote_is_secret_and_is_not_the_end(room: Room) -> None:
    lotus = room.phones["p-lotus"]
    assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])

    vote(room, 6, 5, 4, 5, 5, 5, 0)
    room.all_at("first-spread")

    asked = "What should we do about our top need?"
    votes = (asked, *counted(1, 0, 0, 0, 1, 4, 1), "7 took part")
    first = "This is the first vote. It is not the end."
    assert room.everywhere() == room.same_everywhere(first, (votes,), ())


def test_both_rules_are_told_alike_and_one_is_proposed_with_its_reason(room: Room) -> None:
    room.go("our-rule-told")
    lotus = room.phones["p-lotus"]
    question = "How shall this room decide?"
    told = (*FULL_AGREEMENT, *MAJORITY, SENTENCES[P.WE_PROPOSE], MANY_WOMEN)
    for person in (*room.phones.values(), room.device):
        assert (read(person).head, read(person).told) == (question, told)
    wall = read(room.wall)
    assert (wall.ask, wall.told) == (question, (*FULL_AGREEMENT[1:], *MAJORITY[1:]))
    assert (unread(lotus), faults(lotus), faults(room.device, "table")) == ([], [], [])
    assert faults(room.wall, "wall") == []
    assert heard(lotus, ".rule") == f"{FULL_AGREEMENT[0]}. " + " ".join(FULL_AGREEMENT[1:])

    room.go("our-rule")
    assert read(lotus).tiles == (
        f"{FULL_AGREEMENT[0]} {FULL_AGREEMENT[1]}",
        f"{MAJORITY[0]} {MAJORITY[1]} {SENTENCES[P.WE_PROPOSE]}",
    )
    assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])
    for phone in room.phones.values():
        phone.tap("Full agreement")
    for picture in PEOPLE.with_neither:  # on slips of paper
        room.slip_says(picture, "B")
    room.hand("p-umbrella")
    room.device.tap("Full agreement")
    room.answer("p-elephant", 1)
    room.all_at("choice-again")


def test_the_second_vote_and_who_cannot_live_with_it(room: Room) -> None:
    vote(room, 5, 5, 5, 5, 5, 4, 6)
    room.all_at("second-spread")
    room.go("can-live-with")
    room.all_at("can-live-with")
    lotus = room.phones["p-lotus"]
    assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])

    vote(room, 0, 0, 0, 0, 0, 0, 1)
    room.all_at("what-came-out")

    moved = ("1 now 0", "0 now 0", "0 now 0", "0 now 0", "1 now 1", "4 now 5", "1 now 1")
    both = ("Before and now", *counted(*(f"before {each}" for each in moved)), "7 took part")
    asked = SENTENCES[P.NOT_AGREED]
    beside = (SENTENCES[P.SOME_AGAINST] % {"count": 1},)
    assert room.everywhere() == room.same_everywhere(asked, (both,), beside)
    assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])


def test_reasons_and_a_day_to_look_again(room: Room) -> None:
    room.go("reasons-for")
    lotus, palm = room.phones["p-lotus"], room.phones["p-palm"]
    for phone in (lotus, palm):
        phone.answer("several", 2)
        phone.sees(PAGE["sent"])
    room.go("reasons-against")
    lotus.answer("several", 1)
    lotus.sees(PAGE["sent"])
    room.go("look-again")
    lotus.tap("In a month")
    lotus.sees(PAGE["sent"])

    given = room.hall.state(room.session).answers
    steps = ("reasons-for", "reasons-against", "look-again")
    chosen = [[each.value for each in given[StepId(step)].values()] for step in steps]
    assert chosen == [[(2,), (2,)], [(1,)], [(1,)]]


def test_without_agreement_the_next_steps_are_small_ones(room: Room) -> None:
    room.go("ladder")
    lotus = room.phones["p-lotus"]
    step = "Write down or draw your open questions. Set a day to look again."
    monday = "Take one question to one person. Bring the answer on that day."
    assert (read(lotus).cards, read(room.wall).cards) == ((f"{step} {monday}",), (step,))
    assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])
    assert room.witness.complaints == []
    assert room.witness.strangers(room.hall.url) == []


def test_where_no_law_is_known_a_majority_decides_and_steps_are_careful(
    browser: Browser, hall: Hall
) -> None:
    session = hall.open(edition="core", expected=6)
    people = People(
        phones=("p-lotus",),
        at_the_device=("p-umbrella", "p-elephant"),
        with_neither=("p-rooster", "p-turtle", "p-frog"),
    )
    with room_at(browser, hall, session, people, lambda: hall.skip_to(session, "the-law")) as room:
        room.all_at("the-law")
        unknown = "We do not know the law for your work in your place. Ask before you sign or pay."
        assert room.everywhere() == room.same_everywhere(unknown, (), ())
        room.go("choice-again")
        for seat in hall.state(session).seats:
            hall.answer(session, seat, 5 if seat < 5 else 0)
        room.go("what-came-out")
        lotus = room.phones["p-lotus"]
        votes = ("What we chose", *counted(2, 0, 0, 0, 0, 4, 0), "6 took part")
        split = (SENTENCES[P.MAY_SPLIT],)
        assert room.everywhere() == room.same_everywhere(WAYS[5], (votes,), split)
        assert read(lotus).head == read(room.wall).head == SENTENCES[P.MOST_WANT]
        room.go("ladder")
        assert [card.partition(".")[0] for card in read(lotus).cards] == [
            "Find people with the same need",
            "We know of no law here that surely fits your work",
            "Are you in a weak cooperative now? Mend it before you start another",
        ]
        assert (unread(lotus), faults(lotus), faults(room.wall, "wall")) == ([], [], [])
