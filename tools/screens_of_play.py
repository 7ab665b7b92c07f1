"""The pictures of games and of the decision (`tools/screens.py` takes the rest)."""

from __future__ import annotations

from dataclasses import dataclass

from tests.browser.people import Person
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import TableNo
from tools.show import Show

ENOUGH = 12
"""How many people play in the second room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """Which rounds of a game are shown, and what is said of it."""

    moves: tuple[str, ...]
    """Steps in which somebody moves, in their order."""
    seen: tuple[str, ...]
    """Steps that show what happened, in their order."""
    says: str


GAMES = {
    "hotel": Game(
        moves=("hotel-alone", "hotel-together", "hotel"),
        seen=("hotel-alone-see", "hotel-outsider-see"),
        says="Bargaining with one buyer",
    ),
    "pot": Game(
        moves=("pot-silent-1", "pot"),
        seen=("pot-silent-1-see", "pot-last-see"),
        says="The common pot",
    ),
    "ice": Game(
        moves=("ice-price", "ice-alone", "ice-table", "ice-card"),
        seen=("ice-table-see", "ice-all-see", "ice-card-see", "ice-trouble-see"),
        says="Buying together",
    ),
    "sharing": Game(
        moves=("sharing-deal", "sharing-by-use"),
        seen=("sharing-deal-see", "sharing-by-use-see", "sharing-bad-year-see"),
        says="Sharing out",
    ),
    "accident-fund": Game(
        moves=("accident-fund-first", "accident-fund"),
        seen=("accident-fund-alone-see", "accident-fund-fund-2-see", "accident-fund-loss-see"),
        says="The accident fund",
    ),
    "three-counts": Game(
        moves=("three-counts-deal", "three-counts-vote"),
        seen=("three-counts-vote-see", "three-counts-undone-see"),
        says="Who decides",
    ),
}


def games_of_the_day(room: Show, *ids: str) -> None:
    """Pictures of these games, in the order in which the edition plays them."""
    for name in ids:
        _game(room, GAMES[name])


def _game(room: Show, game: Game) -> None:
    """Its moves and what is seen of them, on a phone, on a table's device and on the wall."""
    steps: list[str] = [step.key for step in room.program_steps()]
    for step in sorted((*game.moves, *game.seen), key=steps.index):
        if step in game.moves:
            _move(room, game, step)
        else:
            _seen(room, game, step)


def _move(room: Show, game: Game, step: str) -> None:
    def on_the_device() -> None:
        room.to_next_hand(room.people["table"])
        room.take(f"table-game-{step}-move", "table", f"{game.says}: a move on the table's device.")

    def on_a_phone() -> None:
        room.take(f"phone-game-{step}-move", "p-lotus", f"{game.says}: a move.")

    room.each_at(step, {"p-lotus": on_a_phone, "table": on_the_device})


def _seen(room: Show, game: Game, step: str) -> None:
    def on_the_device() -> None:
        room.take(f"table-game-{step}", "table", f"{game.says}, on the table's device.")

    def on_a_phone() -> None:
        room.take(f"phone-game-{step}", "p-lotus", f"{game.says}: what happened.")

    def on_the_wall() -> None:
        room.take(f"wall-game-{step}", "wall", f"{game.says}, on the wall.")

    then = {"p-lotus": on_a_phone, "table": on_the_device}
    if step in (game.seen[0], "ice-all-see"):
        then["wall"] = on_the_wall
    room.each_at(step, then)


def games_of_their_own(room: Show) -> None:
    """The two games that only the day of games has, in a second room."""
    for person in room.people.values():
        person.context.close()
    room.session = room.hall.open(edition="games", expected=ENOUGH)
    room.hall.submit(room.session, c.JoinDevice(table=TableNo(0)))
    at_device, phone, *others = (each for each in PEOPLE if each != "p-lotus")
    for picture in (at_device, phone):
        room.take_seat(picture, "other", channel="table", table=1)
    lotus = room.hall.visitor(room.session, "p-lotus")
    for picture in others[: ENOUGH - 3]:
        room.take_seat(picture, "other", channel="phone")
    room.go("accident-fund-0")
    room.second_room(lotus.place)
    games_of_the_day(room, "accident-fund", "three-counts")


def deciding(room: Show) -> None:
    """The decision, from the need to what came out."""
    room.wanted = {"choice": 5, "choice-again": 5, "can-live-with": 0, "our-rule": 1}
    _need_and_ways(room)
    _stones(room)
    _law_and_choice(room)
    _votes(room)


def _need_and_ways(room: Show) -> None:
    room.go("we-choose")
    room.take("phone-need", "p-lotus", "What it is about: the room's own top need.")
    room.take("wall-need", "wall", "The same on the wall.")
    room.go("the-ways")
    room.take("phone-way", "p-lotus", "One way, with as many good sides as bad ones.")
    room.take("phone-way-320", "p-fish", "Another person hears another way first.")
    room.take("table-way", "table", "A table's device tells the ways to all who share it.")
    room.take("wall-way", "wall", "The wall while each person goes a way alone.")


def _stones(room: Show) -> None:
    room.go("my-stones")
    lotus = room.people["p-lotus"]
    for reason in (0, 0, 0, 1, 5, 5):
        lotus.page.locator(".lay .tile").nth(reason).tap()
    room.take("phone-beans", "p-lotus", "Ten beans on what matters to me.")
    for _ in range(4):
        lotus.page.locator(".lay .tile").nth(1).tap()
    lotus.send()
    _at_item(lotus, 1)
    room.take("phone-stone", "p-lotus", "Ten stones: does it fit us?")
    lotus.lay_stone(2)
    room.take("phone-stone-story", "p-lotus", "A no tells its story before it is sent.")
    room.take("phone-stone-story-dark", "p-lotus", "In an evening room.", scheme="dark")
    lotus.send()
    _at_item(lotus, 2)
    room.to_next_hand(room.people["table"])
    room.take("table-beans", "table", "Beans on the table's device.")
    room.answer([room.seat("p-lotus")])
    room.take("phone-way-end", "p-lotus", "The end of a private way.")
    room.go("our-beans")
    room.take("phone-our-beans", "p-lotus", "All beans together, and never whose.")
    room.take("wall-our-beans", "wall", "The same on the wall.")
    room.go("our-stones")
    room.take("phone-our-stones", "p-lotus", "The stones of the room, not added up.")
    room.take("wall-our-stones", "wall", "The same on the wall.")


def _law_and_choice(room: Show) -> None:
    room.go("the-law")
    room.take("phone-law", "p-lotus", "The law: only what is confirmed, and whom to ask.")
    room.take("wall-law", "wall", "The same on the wall.")
    room.go("my-choice")
    lotus = room.people["p-lotus"]
    room.take("phone-know", "p-lotus", "Do I know enough to choose?")
    seat = room.seat("p-lotus")
    for item in range(1, 12):
        room.one_item(seat)
        _at_item(lotus, item)
        if item == 6:
            lotus.lay_stone(1)
            room.take("phone-ready", "p-lotus", "Not ready: what may help.")
        if item == 10:
            room.take("phone-who", "p-lotus", "A question that nobody needs to answer.")
    room.take("phone-my-choice", "p-lotus", "One's own choice, for oneself alone.")


def _votes(room: Show) -> None:
    room.go("choice")
    room.take("phone-choice", "p-lotus", "The first secret vote.")
    room.take("phone-choice-dark", "p-buffalo", "The same in an evening room.", scheme="dark")
    room.take("wall-choice", "wall", "The same on the wall.")
    room.go("first-spread")
    room.take("wall-first-spread", "wall", "The first vote. It is not the end.")
    room.go("our-rule-told")
    room.take("phone-rule-told", "p-lotus", "Both rules alike; one is proposed, with its reason.")
    room.take("wall-rule-told", "wall", "The same on the wall.")
    room.go("our-rule")
    room.take("phone-rule", "p-lotus", "What each rule means; the room chooses.")
    room.go("can-live-with")
    room.take("phone-objection", "p-lotus", "Can I live with it?")
    room.go("what-came-out")
    room.take("phone-outcome", "p-lotus", "What came out.")
    room.take("wall-show-twice", "wall", "The first vote and the second, and what came out.")
    room.take("wall-show-twice-dark", "wall", "The same in an evening room.", scheme="dark")
    room.go("reasons-for")
    room.take("phone-reasons", "p-lotus", "What speaks for it.")
    room.go("look-again")
    room.take("phone-look-again", "p-lotus", "A day to look at it again.")


def _at_item(person: Person, item: int) -> None:
    """Wait until a private path is at this question."""
    person.until(lambda sight: sight.key.endswith(f":{item}"), f"item {item}")
