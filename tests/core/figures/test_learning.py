"""What changed between the start and the end, for the same people."""

from __future__ import annotations

from collections.abc import Mapping

from tests.room import Room, options, small
from thinkcoop.core.figures.learning import Index, Item, index_of, items_of
from thinkcoop.core.kinds import Ask, KindStep, Say
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import step_of
from thinkcoop.core.words import SeatNo, StepId

GOOD, SO, BAD = 0, 1, 2
RIGHT, WRONG = 1, 0


def asks(*, after: str = "") -> tuple[KindStep, ...]:
    """A question that has a right answer, and one with faces; `after` is added to their names."""
    know = Ask(id="know", text="?", options=options("a", "b", "c"), right="b")
    feel = Ask(id="feel", text="?", pick="scale")
    if not after:
        return know, feel
    return tuple(
        ask.model_copy(update={"id": f"{ask.id}{after}", "again_of": ask.id})
        for ask in (know, feel)
    )


def day() -> Room:
    """Three parts: before, something else, after. Five people with phones."""
    room = Room(small(asks(), (Say(id="talk", text="Hello."),), asks(after="-after"))).open(60)
    room.join(5)
    return room


def say(room: Room, step: str, answers: Mapping[int, int]) -> None:
    """Each answers when the step is open at the own table; then time goes on."""
    room.wait_for(step)
    waiting = dict(answers)
    while waiting and room.state.phase == "running":
        here = next((seat for seat in waiting if _is_open(room, seat, step)), None)
        if here is None:
            room.tick()
        else:
            room.answer(here, waiting.pop(here))


def _is_open(room: Room, seat: int, step: str) -> bool:
    there = step_of(room.state, room.floor(room.seat(seat).table))
    return there is not None and there.key == step


def test_pairs_are_of_the_same_people_and_higher_is_better() -> None:
    room = day()
    say(room, "know", {1: WRONG, 2: RIGHT, 3: RIGHT, 4: 2})
    say(room, "feel", {1: BAD, 2: GOOD, 3: SO})
    say(room, "know-after", {1: RIGHT, 2: RIGHT, 3: WRONG, 5: RIGHT})
    say(room, "feel-after", {1: GOOD, 2: GOOD, 3: SO})
    know, feel = items_of(room.state)
    assert know == Item(
        before=StepId("know"),
        after=StepId("know-after"),
        sort="know",
        most=1,
        pairs=((0, 1), (1, 0), (1, 1)),
        only_before=1,
        only_after=1,
    )
    assert (know.up, know.same, know.down) == (1, 1, 1)
    assert (feel.most, feel.pairs) == (2, ((0, 2), (1, 1), (2, 2)))


def test_the_index_has_a_share_of_points_for_each_person_with_pairs() -> None:
    room = day()
    say(room, "know", {1: WRONG, 2: RIGHT, 4: WRONG})
    say(room, "know-after", {1: RIGHT, 2: RIGHT})
    assert index_of(room.state, "know") == Index(
        sort="know", items=1, before=(0.0, 1.0), after=(1.0, 1.0), missing=1
    )


def test_skipping_is_fine_and_counts_as_missing() -> None:
    room = day()
    say(room, "know", {1: RIGHT})
    room.do(c.PassAnswer(seat=SeatNo(2), step=StepId("know")))
    say(room, "know-after", {1: RIGHT, 2: RIGHT})
    [know, _] = items_of(room.state)
    assert (know.pairs, know.only_before, know.only_after) == (((1, 1),), 0, 1)


def test_what_is_put_twice_within_one_part_measures_the_talk_and_not_the_day() -> None:
    within = (*asks(), Say(id="talk", text="Hello."), *asks(after="-after"))
    assert items_of(Room(small(within)).state) == ()


def test_a_day_in_which_nothing_is_put_twice_has_no_items() -> None:
    room = Room(small(asks(), (Say(id="end", text="Bye."),))).open(60)
    assert items_of(room.state) == ()
    assert index_of(room.state, "know") == Index(
        sort="know", items=0, before=(), after=(), missing=0
    )
