"""Renew `docs/screens/`: a real session, and a picture of every kind of screen (`make screens`).

The server is real, the phones, the table's device, the wall and the desk are real browsers; the
rest of the room are people without one, who answer as chance has it, the same in every run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(
    0, str(Path(__file__).parents[1])
)  # started as a file, it still needs tests/ and tools/

from tests.browser.hall import HurriedClock, running_hall
from tests.browser.people import DESK, PHONE, TABLE, WALL, Person
from tests.conftest import CHROMIUM_ARGS, find_chromium
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.session import commands as c
from thinkcoop.rehearsal.world import DAY_OF_REHEARSAL_MS, ZONE_MINUTES, SeededChance
from thinkcoop.web.phrases import PAGE, SENTENCES
from tools.screens_of_play import deciding, games_of_the_day, games_of_their_own
from tools.show import Show

OUT = Path(__file__).parents[1] / "docs" / "screens"
EXPECTED = 24
NARROW = {"width": 320, "height": 640}
TRADES = ("driver", "vendor", "food-seller", "farmer", "maker", "builder", "porter", "other")


PHONES = {"p-lotus": PHONE, "p-buffalo": PHONE, "p-fish": NARROW, "p-palm": PHONE}
AT_THE_DEVICE = ("p-umbrella", "p-elephant", "p-rooster")


def main() -> None:
    """Take all pictures, then write the page that shows them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, show(Path(folder), out) as room:
        open_the_doors(room)
        come_in(room)
        arriving(room)
        unit_one(room)
        further_kinds(room)
        games_of_the_day(room, "pot", "ice", "sharing")
        deciding(room)
        ending(room)
        games_of_their_own(room)
        write_page(room)
    weight = sum(path.stat().st_size for path in out.glob("*.png"))
    print(f"{len(room.taken)} pictures, {weight / 1e6:.2f} MB")


@contextmanager
def show(data_dir: Path, out: Path) -> Iterator[Show]:
    """A server and a browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load

    clock = HurriedClock(wall_ms=DAY_OF_REHEARSAL_MS, zone_minutes=ZONE_MINUTES)
    with (
        running_hall(data_dir / "store", clock, SeededChance(25), modules=data_dir) as hall,
        sync_playwright() as playwright,
    ):
        hall.reachable_as("http://192.168.1.20")
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_ARGS)
        )
        yield Show(hall, browser, out)
        browser.close()


def open_the_doors(room: Show) -> None:
    desk = room.device("desk", viewport=DESK, is_mobile=False)
    desk.page.goto(f"{room.hall.url}/desk/")
    room.take("desk-new", "desk", "The convener prepares the day: which edition, how many, when.")
    room.session = room.hall.open(edition="full", expected=EXPECTED, country="kh")
    desk.page.goto(f"{room.hall.url}/desk/{room.session}/")
    wall = room.device("wall", viewport=WALL, is_mobile=False)
    wall.page.goto(f"{room.url}wall")
    table = room.device("table", viewport=TABLE)
    table.page.goto(f"{room.url}table")
    room.take("table-choice", "table", "A shared device is put on a table.")
    table.tap(PAGE["device_next"])
    table.until(lambda sight: sight.kind == "table")
    for picture, trade in zip(AT_THE_DEVICE, ("maker", "organizer", "other"), strict=True):
        room.take_seat(picture, trade, channel="table", table=1)
    door = room.device("door")
    door.page.goto(room.hall.url)
    room.take("phone-door", "door", "A phone that did not scan: the code from the wall.")
    door.page.goto(f"{room.hall.url}/s/NOSUCH/")
    room.take("phone-notice", "door", "When something cannot be: one sentence and one way on.")


def come_in(room: Show) -> None:
    texts = (
        "I drive people or goods",
        "I sell in a market",
        "I farm or fish",
        "I cook and sell food",
    )
    for (picture, size), trade in zip(PHONES.items(), texts, strict=True):
        phone = room.device(picture, viewport=size)
        phone.page.goto(room.url)
        if picture == "p-lotus":
            pages_of_coming_in(room, phone, picture, trade)
        else:
            phone.come_in(picture=picture, trade=trade)
    room.take("phone-gather", "p-lotus", "A place is taken; the room fills.")
    room.take("table-gather", "table", "Three people without phones sit at this device.")
    free = [name for name in PEOPLE if name not in (*PHONES, *AT_THE_DEVICE)]
    for number, picture in enumerate(free[: EXPECTED - len(PHONES) - len(AT_THE_DEVICE) - 1]):
        room.take_seat(picture, TRADES[number % len(TRADES)], channel="phone")
    room.take("wall-join", "wall", "While people come: the way in, large.")
    room.take("desk-gather", "desk", "The convener sees who is here and may start earlier.")
    room.take_seat(free[-1], "other", channel="phone")
    room.take("phone-seated", "p-lotus", "Everyone is here: this is my table.")
    room.take("wall-find-table", "wall", "A minute to find the table.")


def pages_of_coming_in(room: Show, phone: Person, picture: str, trade: str) -> None:
    room.take("phone-join-picture", picture, "Coming in: which picture is you today?")
    phone.tap_picture(picture)
    room.take("phone-join-trade", picture, "Coming in: what work do you do?")
    phone.tap(trade)
    room.take("phone-join-reads", picture, "Coming in: would you read aloud?")
    phone.tap(PAGE["reads_yes"])
    room.take("phone-join-name", picture, "Coming in: a name, if wanted.")
    phone.tap(PAGE["come_in"])


def arriving(room: Show) -> None:
    room.go("welcome")
    room.take("wall-say", "wall", "The wall while something is read aloud to all.")
    room.go("small-jobs")
    reader = room.holder("reader", at="p-lotus")
    listener = next(name for name in PHONES if name != reader)
    room.take("phone-read-aloud", reader, "This person reads aloud for the table.")
    room.take("phone-listen", listener, "The others listen.")
    room.take("table-say", "table", "The table's device leads its table.")
    room.take(
        "wall-tables", "wall", "Tables work at their own pace; the wall says what and how far."
    )
    room.go("mood")
    room.take("phone-ask-scale", "p-lotus", "A private question with three faces.")
    room.take("phone-ask-scale-320", "p-fish", "The same on the narrowest phone.")
    room.take("phone-ask-scale-dark", "p-buffalo", "The same in an evening room.", scheme="dark")
    room.take(
        "table-hand", "table", "The device goes to the next person; nothing of the last is seen."
    )
    room.people["table"].tap(SENTENCES[P.IT_IS_ME])
    room.take("table-ask", "table", "That person's question.")
    phone = room.people["p-lotus"]
    phone.context.set_offline(True)
    phone.answer("scale", choice=0)
    room.take("phone-no-network", "p-lotus", "No network: the answer is kept and will be sent.")
    phone.context.set_offline(False)
    phone.sees(PAGE["sent"], seconds=20)
    room.take("phone-sent", "p-lotus", "Sent, and how many the room waits for.")


def unit_one(room: Show) -> None:
    room.go("names")
    turn = next((name for name in PHONES if room.people[name].look().speaking), None)
    for _ in range(40):
        if turn is not None or not room.hall.step(room.session).endswith("names"):
            break
        room.hall.hurry(room.session)
        room.people["p-palm"].page.wait_for_timeout(150)
        turn = next((name for name in PHONES if room.people[name].look().speaking), None)
    if turn is not None:
        room.take("phone-my-turn", turn, "It is my turn to speak.")
        listening = next((name for name in PHONES if not room.people[name].look().speaking), turn)
        room.take("phone-turn", listening, "Somebody else speaks.")
        room.take("table-turn", "table", "A round on the table's device.")
    room.go("fun-vote")
    room.people["p-lotus"].tap("elephant")
    room.take("phone-ballot", "p-lotus", "A secret vote: choose, then put it in the box.")
    room.take("wall-ballot", "wall", "The wall while all vote.")
    room.people["p-lotus"].tap(SENTENCES[P.PUT_IN_BOX])
    room.take("phone-voted", "p-lotus", "Voted: nothing of it stays on the phone.")
    room.go("arrive-11")
    room.take("wall-show", "wall", "The result, without names.")
    room.take("phone-show", "p-lotus", "The result on a phone.")
    room.go("know-votes")
    room.take("phone-ask-one", "p-lotus", "A question with pictures and signs.")
    room.take("phone-ask-one-320", "p-fish", "The same on the narrowest phone.")
    room.go("1a-2", "p-lotus")
    room.take("phone-think", "p-lotus", "A moment of silence.")
    room.go("pair-talk", "p-lotus")
    room.take("phone-pair", "p-lotus", "Two people talk.")
    room.go("skills", "p-lotus")
    room.people["p-lotus"].page.locator("form.answer .tile").nth(1).tap()
    room.people["p-lotus"].page.locator("form.answer .tile").nth(3).tap()
    room.take("phone-ask-several", "p-lotus", "A question with several answers.")
    room.go("1a-7", "p-lotus")
    encourager = room.holder("encourager", at="p-lotus")
    room.take(
        "phone-discuss", encourager, "The table talks; the encourager sees who was not heard yet."
    )
    room.take("table-discuss", "table", "The same on the table's device.")


def further_kinds(room: Show) -> None:
    room.go("my-map", "p-lotus")
    for number in (0, 0, 2):
        room.people["p-lotus"].page.locator("form.answer .tile").nth(number).tap()
    room.take("phone-map", "p-lotus", "Who my work needs.")
    room.go("sort-ties")
    room.take("table-sort", "table", "A table sorts cards.")
    room.go("2a-3")
    room.take("table-show-groups", "table", "How the cards were sorted.")
    games_of_the_day(room, "hotel")
    room.go("break-full-1-1")
    room.take("wall-break", "wall", "A rest, and when it ends.")
    room.take("phone-break", "p-lotus", "The same on a phone.")
    room.go("my-trouble", "p-lotus")
    room.take("phone-ask", "p-lotus", "Which trouble costs you most?")
    room.go("3a-4")
    room.take("wall-table", "wall", "What the room answered, before it talks.")
    room.go("top-needs", "p-lotus")
    for number in (0, 2):
        room.people["p-lotus"].page.locator("form.answer .tile").nth(number).tap()
    room.take("phone-rank", "p-lotus", "The most important first.")
    room.hall.submit(room.session, c.Pause())
    room.take("phone-paused", "p-lotus", "A pause.")
    room.take("wall-paused", "wall", "A pause, on the wall.")
    room.hall.submit(room.session, c.Resume())
    room.take(
        "desk-running", "desk", "The convener's page: how the day goes, never who answered what."
    )


def ending(room: Show) -> None:
    room.go("one-sentence")
    room.take("phone-words", "p-lotus", "A few words, spoken or written, for who likes to.")
    room.go("ladder")
    room.take("phone-next", "p-lotus", "Where to go from here.")
    room.take("wall-next", "wall", "The same on the wall.")
    room.go("my-promise")
    room.take("phone-promise", "p-lotus", "One small next step, and by when.")
    phone = room.people["p-buffalo"]
    phone.page.locator("header summary").first.tap()
    room.take(
        "phone-my-place", "p-buffalo", "My place: the number for another phone, the question box."
    )
    back = room.device("back")
    back.page.goto(f"{room.url}back")
    room.take("phone-back", "back", "Coming back on another phone.")
    while room.hall.state(room.session).phase == "running":
        room.answer(room.hall.state(room.session).seats)
        if room.hall.state(room.session).phase == "running":
            room.hall.hurry(room.session)
    room.take("phone-over", "p-lotus", "The day is over.")
    room.take("wall-over", "wall", "The end, on the wall: the way to the page of the group.")
    phone = room.people["p-lotus"]
    phone.page.goto(f"{room.url}group")
    room.take("phone-home-group", "p-lotus", "The page that the group takes home.")
    phone.page.goto(f"{room.url}mine")
    room.take("phone-home-mine", "p-lotus", "One's own page. Only this phone opens it.")


def write_page(room: Show) -> None:
    """The page that shows all pictures with a line each."""
    parts = {"phone": "Phones", "table": "A table's device", "wall": "The wall", "desk": "The desk"}
    lines = ["# Screens", "", "Taken from a real session by `make screens`.", ""]
    for kind, title in parts.items():
        width = {"phone": 240, "table": 480, "wall": 640, "desk": 640}[kind]
        lines += [f"## {title}", ""]
        for name, words in room.taken.items():
            if name.startswith(kind):
                lines += [f'<img src="{name}.png" width="{width}" alt="{words}">', "", words, ""]
    for old in room.out.glob("*.png"):
        if old.stem not in room.taken:
            old.unlink()  # of a screen that is no more
    (room.out / "README.md").write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
