"""Answer cards on a private path: the wall asks, a camera reads, and only sheets know."""

from __future__ import annotations

from tests.web.card_pictures import picture_of
from tests.web.cards_room import CardsRoom, room_with_cards
from tests.web.houses import HERE, House
from tests.web.test_camera import ALL, NUMBERS, shoot, text_of
from thinkcoop.core.cards import Sighting, Unreadable
from thinkcoop.core.kinds import Path
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import on_wall
from thinkcoop.core.session.rules.cards import held_up, held_up_unread
from thinkcoop.core.words import StepId, Why
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.views.cards import LOOK_AGAIN_MS

WAY = StepId("own-way")
FILM = {"origin": HERE, "accept": "application/json"}


async def on_the_path(house: House) -> CardsRoom:
    """Where the wall asks the first question that a card can answer."""
    room = await room_with_cards(house, step=WAY)
    await until_cards_are_up(house, room)
    return room


async def until_cards_are_up(house: House, room: CardsRoom) -> None:
    """Time goes on until the wall asks something of cards."""
    for _ in range(20):
        if held_up(room.state):
            return
        house.clock.ahead_ms += 30_000
        await room.desk.get(f"/s/{room.session}/wall")
        await house.tell(room.session, c.Tick())
    raise AssertionError("the wall never asks")


def marks(house: House, room: CardsRoom) -> dict[str, tuple[int, ...]]:
    """What lies on the sheets for what the wall asked last, by picture."""
    asked = on_wall(room.state)
    assert asked is not None
    sheets = house.server.house.host.rooms[room.session].sheets
    seats = {seat.number: seat.picture for seat in room.state.seats.values()}
    return {seats[n]: sheet[asked] for n, sheet in sheets.items() if asked in sheet}


async def test_each_picture_counts_at_once_since_the_wall_goes_on_by_itself(house: House) -> None:
    room = await on_the_path(house)
    page = await shoot(room, picture_of({NUMBERS["p-cat"]: "B", NUMBERS["p-dog"]: "C"}))
    assert "2 cards were counted." in text_of(page)
    assert marks(house, room) == {"p-cat": (1,), "p-dog": (2,)}
    assert len(held_up_unread(room.state)) == 3


async def test_with_the_last_card_the_wall_tells_the_next_question(house: House) -> None:
    room = await on_the_path(house)
    before = on_wall(room.state)
    await shoot(room, picture_of(ALL))
    after = on_wall(room.state)
    assert before is not None
    assert (after, held_up(room.state)) == (before._replace(item=before.item + 1), {})
    page = await room.desk.get(f"/desk/{room.session}/cards")
    assert "No cards are asked for now." in text_of(page)
    assert 'data-next="' in page.text


async def test_a_picture_of_the_question_before_is_no_answer_to_the_next(house: House) -> None:
    room = await on_the_path(house)
    old = on_wall(room.state)
    assert old is not None
    house.clock.ahead_ms += 60_000
    await house.tell(room.session, c.Tick())
    await until_cards_are_up(house, room)
    assert on_wall(room.state) != old
    path = f"/desk/{room.session}/cards"
    files = {"picture": ("late.jpg", picture_of(ALL), "image/jpeg")}
    data, headers = {"step": old.name}, {"origin": HERE}
    sent = await room.desk.post(path, data=data, files=files, headers=headers)
    page = text_of(await room.desk.get(path + sent.headers["location"]))
    assert REASONS[Why.STEP_CLOSED] in page
    assert marks(house, room) == {}


async def test_a_film_goes_on_with_what_the_wall_asks_next(house: House) -> None:
    room = await on_the_path(house)
    path, asked = f"/desk/{room.session}/cards", on_wall(room.state)
    assert asked is not None
    replies = []
    for _ in range(2):
        files = {"picture": ("film.jpg", picture_of(ALL), "image/jpeg")}
        told = await room.desk.post(path, data={"step": asked.name}, files=files, headers=FILM)
        replies.append(told.json())
    assert [reply["questions"] for reply in replies] == [[asked.name], []]
    assert [(reply["ok"], reply["whole"]) for reply in replies] == [(True, False)] * 2
    await until_cards_are_up(house, room)
    following = (await room.desk.post(path, headers=FILM)).json()
    assert following["questions"] == [asked._replace(item=asked.item + 1).name]


async def test_while_the_wall_tells_a_way_the_camera_page_waits_with_it(house: House) -> None:
    room = await room_with_cards(house, step=WAY)
    step = room.state.program.step(WAY)
    asked = on_wall(room.state)
    assert isinstance(step, Path)
    assert asked is not None
    assert step.items[asked.item].kind == "way"
    page = await room.desk.get(f"/desk/{room.session}/cards")
    assert "No cards are asked for now." in text_of(page)


async def test_the_wall_says_when_to_hold_up_a_card_and_what_its_sides_mean(house: House) -> None:
    room = await on_the_path(house)
    wall = (await room.desk.get(f"/s/{room.session}/wall")).text
    assert "Hold up your card." in wall
    assert "I would rather not" in wall


async def test_a_picture_at_which_was_looked_too_long_is_not_said_to_be_counted(
    house: House,
) -> None:
    room = await on_the_path(house)
    here, look = house.server.house, house.server.house.card_reader
    assert look is not None

    def look_long(picture: bytes, roster: frozenset[int]) -> Sighting | Unreadable:
        """Meanwhile the wall goes on."""
        house.clock.ahead_ms += 60_000
        here.writer.submit(room.session, c.Tick()).result()
        return look(picture, roster)

    here.card_reader = look_long
    asked = on_wall(room.state)
    assert asked is not None
    path = f"/desk/{room.session}/cards"
    files = {"picture": ("slow.jpg", picture_of(ALL), "image/jpeg")}
    sent = await room.desk.post(path, data={"step": asked.name}, files=files)
    assert sent.headers["location"] == f"?n={Why.STEP_CLOSED}"


async def test_in_a_pause_the_page_of_the_camera_looks_again(house: House) -> None:
    room = await on_the_path(house)
    await house.tell(room.session, c.Pause())
    page = await room.desk.get(f"/desk/{room.session}/cards")
    assert f'data-next="{LOOK_AGAIN_MS}"' in page.text


async def test_a_page_that_stands_for_long_asks_for_what_the_next_picture_is(house: House) -> None:
    room = await on_the_path(house)
    asked = on_wall(room.state)
    assert asked is not None
    empty = {"content-type": "multipart/form-data; boundary=x"}
    path = f"/desk/{room.session}/cards"
    told = await room.desk.post(path, content=b"--x--\r\n", headers={**FILM, **empty})
    assert told.json()["questions"] == [asked.name]
