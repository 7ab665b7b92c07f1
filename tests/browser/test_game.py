"""One whole game at a table, played on phones, on the table's device and without either.

Six drivers bargain with a hotel (`2b`, edition `core`): four rounds, then the guided talk. What a
screen shows is compared whole; only the order of the offers is left to chance.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.eyes import Shown, faults, read, unfold, unread
from tests.browser.hall import Hall
from tests.browser.room import People, Room, pay, room_at
from thinkcoop.core.games.bargain import groups_of
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.words import SeatNo, StepId, TableNo
from thinkcoop.web.phrases import PAGE, SENTENCES
from thinkcoop.web.phrases import PEOPLE as PEOPLE_NAMES

PEOPLE = People(
    phones=("p-lotus", "p-buffalo", "p-palm"),
    at_the_device=("p-umbrella", "p-elephant"),
    with_neither=("p-rooster",),
    without_scripts="p-palm",
)
AT_THE_TABLE = ("p-lotus", "p-buffalo", "p-palm", "device")
LIMITS = (
    "What we know",
    "What the trip costs us 4,000 riel",
    "The most the hotel pays 10,000 riel",
)
SIDES = (
    "What the card says",
    "riel 4,000 riel",
    "riel 6,000 riel",
    "riel 8,000 riel",
    "riel 10,000 riel",
)


@pytest.fixture(scope="module")
def room(browser: Browser, hall: Hall) -> Iterator[Room]:
    """The table at the first round of the game."""
    session = hall.open(edition="core", expected=6)
    here = lambda: hall.skip_to(session, "hotel-alone")  # noqa: E731 - shorter than a function
    with room_at(browser, hall, session, PEOPLE, here) as made:
        made.all_at("hotel-alone")
        yield made


def is_own(chart: tuple[str, ...]) -> bool:
    return len(chart) == 2 and chart[1].startswith("Yours ")


def own(shown: Shown) -> tuple[str, ...]:
    """One's own pile; empty where none is shown."""
    return next((chart for chart in shown.charts if is_own(chart)), ())


def of_all(shown: Shown) -> list[list[str]]:
    """The pictures of the table, the drawn order of the offers made one."""
    charts = [list(chart) for chart in shown.charts if not is_own(chart)]
    return [sorted(chart) if chart[0] == "What was offered" else chart for chart in charts]


def tables_picture(room: Room) -> list[list[str]]:
    """What the whole table sees, and that every screen at it shows the same once it is opened."""
    for name in AT_THE_TABLE:
        if not room.screens[name].page.is_closed():
            unfold(room.screens[name])
    pictures = [
        [chart for chart in read(room.screens[name]).charts if not is_own(chart)]
        for name in AT_THE_TABLE
        if not room.screens[name].page.is_closed()
    ]
    assert pictures == [pictures[0]] * len(pictures)
    return of_all(read(room.device))


def piles(room: Room) -> dict[str, tuple[str, ...]]:
    """Whose screen shows which pile of one's own."""
    on = {k: each for k, each in room.screens.items() if not each.page.is_closed()}
    return {name: own(read(person)) for name, person in on.items()}


def yours(riel: str) -> tuple[str, ...]:
    """How one's own pile is shown."""
    return "", f"Yours yours {riel} riel"  # the line says it, and no title says it again


def wall_says_only_where_we_are(room: Room) -> None:
    wall = read(room.wall)
    assert (wall.head, wall.ask, wall.charts) == ("At your table", "One stick, many sticks", ())


def test_a_move_is_hidden_until_all_are_in(room: Room) -> None:
    lotus, buffalo, palm = room.phones.values()
    asked = read(buffalo)
    assert (asked.ask, asked.charts, asked.notes) == (
        "Do not talk. What price do you ask?",
        (LIMITS,),
        (SENTENCES[P.HIDDEN_TILL_ALL],),
    )

    pay(lotus, 6_000)

    lotus.sees(PAGE["sent"])
    assert lotus.page.locator("output").inner_text() == "6,000"
    assert (read(buffalo), read(palm)) == (asked, asked)
    assert unread(buffalo) == []
    assert faults(buffalo) == []
    wall_says_only_where_we_are(room)


def test_the_device_asks_for_the_slip_before_it_goes_from_hand_to_hand(room: Room) -> None:
    asked = read(room.device)
    assert (asked.head, asked.charts) == (SENTENCES[P.LOOK_AT_CARDS], (LIMITS, SIDES))
    assert (unread(room.device), faults(room.device, "table")) == ([], [])

    room.slip_says("p-rooster", "D")

    room.nothing_left('value="10000"', "sign=3")
    assert read(room.device).charts == ()
    wall_says_only_where_we_are(room)


def test_a_phone_that_goes_off_has_made_its_move(room: Room) -> None:
    pay(room.phones["p-buffalo"], 7_000)
    room.phones["p-buffalo"].sees(PAGE["sent"])

    room.battery_dies("p-buffalo")


def test_nothing_of_a_hand_stays_on_the_device(room: Room) -> None:
    for picture, riel in (("p-umbrella", 9_000), ("p-elephant", 12_000)):
        room.hand(picture)
        assert (read(room.device).charts, unread(room.device)) == ((LIMITS,), [])
        pay(room.device, riel)
        room.nothing_left(f"{riel:,}", f'value="{riel}"', f"v={riel}")
    assert read(room.device).head == SENTENCES[P.ALL_ANSWERED]


def test_when_all_are_in_the_table_sees_one_picture(room: Room) -> None:
    pay(room.phones["p-palm"], 8_000)
    room.all_at("hotel-alone-see")

    lotus = room.phones["p-lotus"]
    assert [chart[0] for chart in read(lotus).charts if len(chart) == 1] == ["What came of it"]
    assert [chart[0] for chart in read(room.device).charts if len(chart) == 1] == []
    assert tables_picture(room) == [
        sorted(
            [
                "What was offered",
                "The offer that won 6,000 riel",
                "One offer 7,000 riel",
                "One offer 8,000 riel",
                "One offer 9,000 riel",
                "One offer 10,000 riel",
                "Not taken 12,000 riel",
            ]
        ),
        [
            "What came of it",
            "The offer that won 6,000 riel",
            "Price above the cost 2,000 riel",
            "Each of us, on average 333 riel",
        ],
    ]
    wall_says_only_where_we_are(room)


def test_ones_own_pile_is_on_ones_own_phone_only(room: Room) -> None:
    buffalo = room.is_on_again("p-buffalo")
    buffalo.until(lambda sight: sight.kind == "show")

    assert (unread(buffalo), faults(buffalo)) == ([], [])
    assert (unread(room.device), faults(room.device, "table")) == ([], [])
    assert piles(room) == {
        "p-lotus": yours("2,000"),
        "p-buffalo": yours("0"),
        "p-palm": yours("0"),
        "device": (),
        "wall": (),
    }


def test_two_share_what_their_pair_wins(room: Room) -> None:
    room.go("hotel-pairs")
    lotus, *others = room.phones.values()
    mates = lotus.page.locator("#screen .holder .with + ul .seat .vh").all_inner_texts()
    partners = [seat for seat in drawn_with(room, "p-lotus") if seat != room.seat("p-lotus")]
    seats = room.hall.state(room.session).seats
    assert [each.partition(",")[0] for each in mates] == [
        PEOPLE_NAMES[seats[SeatNo(partner)].picture.removeprefix("p-")] for partner in partners
    ]
    pay(lotus, 6_000)
    for phone in others:
        pay(phone, 8_000)
    for picture in (*PEOPLE.at_the_device, *PEOPLE.with_neither):
        room.answer(picture, 8_000)
    room.all_at("hotel-pairs-see")

    assert tables_picture(room) == [
        sorted(
            [
                "What was offered",
                "The offer that won 7,000 riel",
                "The offer of a pair 8,000 riel",
                "The offer of a pair 8,000 riel",
            ]
        ),
        [
            "What came of it",
            "The offer that won 7,000 riel",
            "Price above the cost 3,000 riel",
            "Each of us, on average 500 riel",
        ],
        ["Price above the cost", "Each alone 2,000 riel", "In pairs 3,000 riel"],
    ]
    pair = drawn_with(room, "p-lotus")
    assert piles(room) == {
        **{name: yours("1,500" if room.seat(name) in pair else "0") for name in room.phones},
        "device": (),
        "wall": (),
    }


def drawn_with(room: Room, picture: str) -> tuple[int, ...]:
    """The pair into which chance put somebody: the two seats."""
    alone = room.hall.state(room.session).moves[StepId("hotel-alone")][TableNo(1)]
    return next(each for each in groups_of((alone,), ()) if room.seat(picture) in each)


def test_the_device_puts_in_one_price_for_the_table(room: Room) -> None:
    room.go("hotel-together")
    assert read(room.device).head == SENTENCES[P.AT_YOUR_TABLE]

    pay(room.device, 9_000)
    room.all_at("hotel-together-see")

    assert tables_picture(room) == [
        ["The offer that won 9,000 riel", "What was offered"],
        [
            "What came of it",
            "The offer that won 9,000 riel",
            "Price above the cost 5,000 riel",
            "Each of us, on average 833 riel",
        ],
        [
            "Price above the cost",
            "Each alone 2,000 riel",
            "In pairs 3,000 riel",
            "All of us together 5,000 riel",
        ],
    ]
    assert set(piles(room).values()) == {yours("833"), ()}


def test_a_player_who_is_gone_does_not_hold_the_round_up(room: Room) -> None:
    room.go("hotel")
    lotus, palm = room.phones["p-lotus"], room.phones["p-palm"]
    offers = ("What we know", "Our joint offer 9,000 riel", "What the outsider offers 8,000 riel")
    assert (read(lotus).charts, read(palm).charts) == ((offers,), (offers,))
    room.battery_dies("p-buffalo")

    assert (unread(lotus), faults(lotus)) == ([], [])
    for phone in (lotus, palm):
        phone.answer("one", 2)  # ask him to join us
    room.slip_says("p-rooster", "C")  # so does the slip
    room.hand("p-umbrella")
    room.device.tap("Go down to his price")
    room.nothing_left('aria-pressed="true"', "v=1")
    room.answer("p-elephant", 0)
    room.all_at("hotel-outsider-see")

    assert tables_picture(room) == [
        [
            "What came of it",
            "The offer that won 9,000 riel",
            "Price above the cost 5,000 riel",
            "Each of us, on average 833 riel",
        ],
        [
            "What the customer pays",
            "Each alone 6,000 riel",
            "In pairs 7,000 riel",
            "All of us together 9,000 riel",
            "With the outsider 9,000 riel",
        ],
        [
            "What we chose",
            "Keep our price up People: 1",
            "Go down to his price People: 1",
            "Ask him to join us People: 3",
            "Each for himself again People: 0",
        ],
    ]
    assert faults(lotus) == []


def test_the_guided_talk_comes_after_the_last_round(room: Room) -> None:
    room.go("hotel-after-1")

    asked = {name: read(room.screens[name]).ask for name in ("p-lotus", "p-palm", "device")}
    first = "What happened from round to round? What did the joint price cost you, in time and in"
    assert asked == dict.fromkeys(asked, f"{first} trust?")
    assert read(room.wall).ask == "One stick, many sticks"
    assert room.witness.complaints == []
    assert room.witness.strangers(room.hall.url) == []
