"""Whole screens, only when they change, newest wins, each different one drawn once."""

from __future__ import annotations

import asyncio
import threading

from tests.live.screens import SESSION, Show, settle
from tests.room import Room
from thinkcoop.core.session import commands as c
from thinkcoop.live.looks import Place
from thinkcoop.live.publish import PAUSE_S


def at_the_question() -> Room:
    """Twelve people at two tables, asked what costs them most."""
    room = Room().open(starts_in=1)
    room.join(12)
    room.wait_for("most")
    return room


async def test_a_new_screen_gets_what_is_on_now() -> None:
    show = Show(at_the_question())
    _, line = show.watch(seat=1)
    await settle()
    version = show.room.state.version
    assert line.sent == [f"id: {version}\ndata: {show.room.now} <p>phone most en</p>\n\n"]


async def test_a_page_that_was_just_loaded_is_not_sent_again() -> None:
    show = Show(at_the_question())
    _, fresh = show.watch(seat=1, seen=show.room.state.version)
    _, older = show.watch(seat=2, seen=show.room.state.version - 1)
    await settle()
    assert (len(fresh.sent), len(older.sent)) == (0, 1)


async def test_a_screen_that_stays_the_same_is_not_sent() -> None:
    show = Show(at_the_question())
    _, one = show.watch(seat=1)
    _, two = show.watch(seat=2)
    await settle()
    show.room.answer(1, 0)
    show.put_up()
    await settle(PAUSE_S * 2)
    assert (len(one.sent), len(two.sent)) == (2, 1)


async def test_equal_screens_are_drawn_once() -> None:
    show = Show(at_the_question())
    lines = [show.watch(seat=1)[1] for _ in range(5)] + [show.watch(view="wall")[1]]
    show.room.do(c.Pause())
    show.put_up()
    await settle(PAUSE_S * 2)
    assert len(show.drawn) == 4  # the phone's and the wall's, before and after
    assert all(len(line.sent) == 2 for line in lines)


async def test_counts_come_together_after_a_pause() -> None:
    show = Show(at_the_question())
    lines = [show.watch(seat=seat)[1] for seat in range(1, 9)]
    await settle()
    for seat in (1, 2, 3, 5, 6):
        show.room.answer(seat, 0)
        show.put_up()
        await asyncio.sleep(0.01)
    await settle(PAUSE_S * 3)
    assert max(len(line.sent) for line in lines) <= 3  # not one for each of five answers


async def test_what_is_open_now_goes_out_at_once() -> None:
    show = Show(at_the_question())
    lines = [show.watch(seat=seat)[1] for seat in range(1, 9)]
    await settle()
    show.room.answer(1, 0)
    show.put_up()
    await settle(0.03)  # a round for the counts: from now on counts rest
    show.room.do(c.Pause())
    show.put_up()
    await settle(PAUSE_S / 3)
    assert all(f"id: {show.room.state.version}\n" in line.sent[-1] for line in lines)


async def test_a_table_that_goes_on_does_not_hurry_the_others() -> None:
    show = Show(at_the_question())
    here, there = show.room.table(1).seats[0], show.room.table(2).seats[0]
    _, mine = show.watch(seat=here)
    _, other = show.watch(seat=there)
    await settle()
    for seat in show.room.table(1).seats:
        show.room.answer(seat, 0)
    show.put_up()
    await settle()
    assert len(mine.sent) == 2
    assert "most" in other.sent[-1]


async def test_a_phone_that_was_slow_gets_the_newest_screen_and_no_older_one() -> None:
    show = Show(at_the_question())
    _, line = show.watch(seat=1)
    await settle()
    line.free.clear()
    for command in (c.Pause(), c.Resume(), c.Pause(), c.Resume(), c.Pause()):
        show.room.do(command)
        show.put_up()
        await settle(0.02)
    line.free.set()
    await settle(PAUSE_S * 2)
    assert len(line.sent) <= 3  # what was on, the one that was stuck, and the newest
    assert f"id: {show.room.state.version}\n" in line.sent[-1]


async def test_a_ping_never_takes_the_place_of_a_screen() -> None:
    show = Show(at_the_question())
    watcher, line = show.watch(seat=1)
    await settle()
    line.free.clear()
    for command in (c.Pause(), c.Resume(), c.Pause()):
        show.room.do(command)
        show.put_up()
        await settle(0.02)
    watcher.ping(0.0)
    line.free.set()
    await settle()
    assert f"id: {show.room.state.version}\n" in line.sent[-1]


async def test_silence_is_broken_only_where_nothing_was_said() -> None:
    show = Show(at_the_question())
    quiet, line = show.watch(seat=1)
    _, fresh = show.watch(seat=2)
    await settle()
    quiet.written_s -= 60
    show.publisher.ping()
    await settle()
    assert line.sent[-1] == "event: ping\ndata:\n\n"
    assert len(fresh.sent) == 1


async def test_a_closed_screen_gets_nothing_more_and_is_forgotten() -> None:
    show = Show(at_the_question())
    watcher, line = show.watch(seat=1)
    await settle()
    show.publisher.leave(watcher)
    show.room.do(c.Pause())
    show.put_up()
    await settle(PAUSE_S * 2)
    assert (len(line.sent), show.publisher.watchers()) == (1, [])


async def test_all_streams_end_when_the_server_goes_down() -> None:
    show = Show(at_the_question())
    lines = [show.watch(seat=seat)[1] for seat in range(1, 9)]
    await show.publisher.end_all()
    assert all(line.ended for line in lines)


async def test_only_the_seat_that_another_phone_has_now_is_dismissed() -> None:
    show = Show(at_the_question())
    _, one = show.watch(seat=1)
    _, two = show.watch(seat=2)
    await show.publisher.dismiss(SESSION, Place(view="phone", seat=show.room.seat(1).number))
    assert (one.ended, two.ended) == (True, False)


async def test_wall_desk_and_table_are_pushed_as_well() -> None:
    show = Show(at_the_question())
    lines = [show.watch(view="wall")[1], show.watch(view="desk")[1]]
    show.room.do(c.Pause())
    show.put_up()
    await settle(PAUSE_S * 2)
    assert all(len(line.sent) == 2 for line in lines)


async def test_states_come_from_any_thread_and_many_are_one_ring() -> None:
    show = Show(at_the_question())
    heard: list[str] = []

    def put_up_often() -> None:
        for _ in range(50):
            show.put_up()

    bell = show.board.watch(asyncio.get_running_loop(), heard.append)
    thread = threading.Thread(target=put_up_often)
    thread.start()
    thread.join()
    await settle()
    assert heard == [SESSION]
    show.board.unwatch(bell)
    show.put_up()
    await settle()
    assert heard == [SESSION]
