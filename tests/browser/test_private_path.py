"""The private part of a decision: ways, beans and stones, each at one's own pace and for one alone.

Phones, one of them without scripts, a table's device in somebody's hands, and people with neither
go through `5c` of the edition `full`, from the need to what the room sees of all beans and stones.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.deciding import QUESTION, WAYS, YES, room_deciding
from tests.browser.eyes import at_item, faults, read, unread
from tests.browser.hall import Hall
from tests.browser.people import Person
from tests.browser.room import Room
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.words import Why
from thinkcoop.web.phrases import PAGE, REASONS, SENTENCES

SAME_NEED = (
    "Ten sellers began together. Only four of them needed the ice. Six soon stayed away. "
    "The four could not pay for it all."
)
STONES = (
    "Do most of us have the same problem?",
    "Is it too big for one person?",
    "Would buying, selling, saving or sharing help?",
    "Do we trust each other with a little money?",
    "Would enough of us use it every week?",
    "Do three people have time to lead, and to stop again?",
    "Can each of us put in something?",
    "Can we wait some months before it helps?",
    "Do we accept one vote each, and an open book?",
    "Is there a legal way here, or a safe first step?",
)


@pytest.fixture(scope="module")
def room(browser: Browser, hall: Hall) -> Iterator[Room]:
    """The room is told what it is about."""
    with room_deciding(browser, hall, "we-choose") as made:
        yield made


def test_the_need_is_told_everywhere(room: Room) -> None:
    assert room.everywhere() == room.same_everywhere(QUESTION, (), ())
    assert read(room.wall).head == SENTENCES[P.OUR_NEED]


def ways_told(person: Person) -> tuple[str, ...]:
    """Go through all ways and say in which order they came."""
    told = []
    for item in range(len(WAYS)):
        at_item(person, item)
        told.append(read(person).ask)
        person.answer("next")
    return tuple(told)


def test_each_person_hears_the_ways_in_another_order(room: Room) -> None:
    room.go("the-ways")
    lotus, buffalo, palm = room.phones.values()
    first = read(lotus)
    assert first.told[:8] == (
        PAGE["good_sides"],
        "Two or three share the work.",
        "When one is ill, the other works.",
        "A simple deal is quick to make.",
        PAGE["bad_sides"],
        "A quarrel can end it.",
        "You may pay a partner's debt.",
        "All rests on very few people.",
    )
    assert (unread(lotus), faults(lotus)) == ([], [])
    assert read(room.device).head == SENTENCES[P.HEAR_TOGETHER]
    assert (unread(room.device), faults(room.device, "table")) == ([], [])

    told = {each.name: ways_told(each) for each in (lotus, buffalo, palm, room.device)}

    places = {"p-lotus": 1, "p-buffalo": 2, "p-palm": 3, "device": 1}  # seats, and a table
    assert told == {name: (*WAYS[at:], *WAYS[:at]) for name, at in places.items()}
    room.nothing_left("Good sides", PAGE["go_on"])
    room.all_at("my-stones")  # the others share the device, and heard what it told


@pytest.mark.parametrize("name", ["p-lotus", "p-palm"])
def test_who_leaves_all_of_it_out_at_the_start_may_come_back(room: Room, name: str) -> None:
    person = room.phones[name]
    at_item(person, 0)
    person.tap(SENTENCES[P.NONE_OF_THESE])
    person.sees(SENTENCES[P.WAY_DONE])
    person.tap(SENTENCES[P.ONE_BACK])
    at_item(person, 0)


def test_all_beans_are_laid_before_they_can_be_sent(room: Room) -> None:
    lotus = room.phones["p-lotus"]
    form = lotus.page.locator("form.answer")
    reason, send, left = (
        form.locator(".lay .tile"),
        form.locator(".b.main"),
        form.locator(".left b"),
    )
    assert (unread(lotus), faults(lotus)) == ([], [])

    for reason_at, times in ((0, 9), (1, 1), (2, 1)):  # none is left for the third
        for _ in range(times):
            reason.nth(reason_at).tap()
    assert (left.inner_text(), send.is_enabled()) == ("0", True)
    form.locator(".lay [data-add='-1']").first.tap()
    assert (left.inner_text(), send.is_enabled()) == ("1", False)
    reason.nth(5).tap()
    lotus.send()

    at_item(lotus, 1)


def test_beans_without_scripts_are_numbers_and_must_be_all(room: Room) -> None:
    palm = room.phones["p-palm"]
    field = palm.page.locator("form.answer input[inputmode=numeric]")
    field.nth(3).fill("9")
    palm.send()
    palm.page.get_by_text(REASONS[Why.ALL_BEANS]).wait_for()
    field.nth(3).fill("10")
    palm.send()

    at_item(palm, 1)


def test_beans_on_the_device_and_of_the_others(room: Room) -> None:
    room.hand("p-umbrella")
    for _ in range(10):
        room.device.page.locator(".lay .tile").nth(1).tap()
    assert faults(room.device, "table") == []
    room.device.send()
    at_item(room.device, 1)

    given = {
        "p-buffalo": (0, 0, 10, 0, 0, 0),
        "p-elephant": (2, 2, 2, 2, 1, 1),
        "p-rooster": (5, 5, 0, 0, 0, 0),
        "p-turtle": (0, 0, 0, 0, 10, 0),
    }
    for picture, beans in given.items():
        room.walk(picture, beans, *[YES] * 10)


@pytest.mark.parametrize("name", ["p-lotus", "p-palm", "device"])
def test_a_story_is_told_before_anything_is_sent(room: Room, name: str) -> None:
    person = room.screens[name]
    at_item(person, 1)
    assert read(person).told == ()
    before = [url for url in room.witness.urls if "/do/" in url]
    version = room.hall.state(room.session).version

    person.lay_stone(2)

    story = person.page.locator(".pick .tell p:visible")
    assert story.all_inner_texts() == [SAME_NEED]
    assert [url for url in room.witness.urls if "/do/" in url] == before
    assert room.hall.state(room.session).version == version
    if person.scripts:
        assert (unread(person), faults(person, "table" if name == "device" else "phone")) == (
            [],
            [],
        )
    person.send()
    at_item(person, 2)


@pytest.mark.parametrize("name", ["p-lotus", "p-palm", "device"])
def test_a_question_that_is_skipped_brings_the_next_one(room: Room, name: str) -> None:
    person = room.screens[name]
    at_item(person, 2)
    assert (SENTENCES[P.NONE_OF_THESE] in read(person).acts, read(person).ask) == (False, STONES[1])
    person.tap(SENTENCES[P.RATHER_NOT])
    at_item(person, 3)
    assert read(person).ask == STONES[2]
    person.tap(SENTENCES[P.ONE_BACK])
    at_item(person, 2)


def test_back_leads_to_the_stone_before_and_another_may_be_laid(room: Room) -> None:
    lotus = room.phones["p-lotus"]
    lotus.tap(SENTENCES[P.ONE_BACK])
    at_item(lotus, 1)
    assert lotus.page.locator("form.answer :checked").count() == 0

    lotus.answer("stones", 1)
    for item in range(2, 11):
        at_item(lotus, item)
        lotus.answer("stones", 0)

    end = lotus.until(lambda sight: sight.kind == "wait")
    assert end.words.count(SENTENCES[P.WAY_DONE]) == 1
    assert read(lotus).notes == (
        SENTENCES[P.ONLY_YOU_EVER],
        SENTENCES[P.WAITING_FOR] % {"count": 2},
        SENTENCES[P.GOES_ON_AT_TIME],
    )
    assert (unread(lotus), faults(lotus)) == ([], [])


def test_the_room_sees_beans_and_stones_and_never_whose(room: Room) -> None:
    room.walk("p-palm", *[YES] * 9, start=2)
    room.walk("p-umbrella", *[YES] * 9, start=2)
    room.all_at("our-beans")

    beans = (
        SENTENCES[P.BEANS_TITLE],
        "More money is left Beans: 15",
        "Safe on bad days Beans: 18",
        "My own boss, and fast Beans: 12",
        "A voice with the powerful Beans: 12",
        "Time for my family Beans: 11",
        "No quarrels, but trust Beans: 2",
    )
    asked = "All our beans together. Where do we differ most?"
    assert room.everywhere() == room.same_everywhere(asked, (beans,), ())
    assert (faults(room.phones["p-lotus"]), faults(room.wall, "wall")) == ([], [])

    room.go("our-stones")
    stones = (
        "",
        f"{STONES[0]} {PAGE['stop_and_think']} Yes 4 Not yet 1 No 2",
        *(f"{each} Yes 7 Not yet 0 No 0" for each in STONES[1:]),
    )
    asked = "The stones of the room. We add no points. Each no is worth a talk."
    assert room.everywhere() == room.same_everywhere(asked, (stones,), ())
    assert (faults(room.phones["p-lotus"]), faults(room.wall, "wall")) == ([], [])
