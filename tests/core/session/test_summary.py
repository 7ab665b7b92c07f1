"""The figures of a session."""

from __future__ import annotations

from tests.room import Room, happened, options, small
from thinkcoop.core.kinds import Ask, Ballot, Round, Sort
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.summary import summarise
from thinkcoop.core.words import SeatNo

AB = options("a", "b")
STEPS = (
    Ask(text="Which?", options=AB),
    Sort(text="Where?", cards=AB, groups=AB, right={}),
    Ballot(text="Shall we?", options=AB),
    Round(text="Say."),
)


def test_a_running_session_has_not_ended_and_counts_what_was_done_so_far() -> None:
    room = Room(small(STEPS, (Round(text="Say."),))).open()
    room.join(4)
    room.wait(60)
    for seat in (1, 2, 3, 4):
        room.answer(seat, 0)
    room.answer(room.table(1).holder("reporter"), 0, 1)
    room.answer(1, 1)
    summary = summarise(room.state)
    assert (summary.steps_total, summary.steps_done) == (5, 2)
    assert (summary.answers, summary.ballots, summary.ended_at) == (5, 1, None)
    assert [(use.id, use.used_min, use.skipped) for use in summary.activities] == [
        ("a0", 0, False),
        ("a1", 0, True),
    ]


def test_an_ended_session_tells_minutes_turns_and_whether_it_was_on_time() -> None:
    room = Room(small((Round(text="Say."),), (Round(text="Say."),))).open(60)
    room.join(4)
    room.join(1)
    room.wait(60)
    room.do(c.Leave(seat=SeatNo(5)))
    room.run_out()
    summary = summarise(room.state)
    assert summary.ended_on_time
    assert summary.ended_at == room.now
    assert [use.used_min > 0 for use in summary.activities] == [True, True]
    assert summary.turns == {1: 2, 2: 2, 3: 2, 4: 2, 5: 0}
    assert summary.turns_gini == 0.0
    assert (summary.roles_repeated_early, summary.roles_had_again) == (0, 0)


def test_happenings_are_told_by_name() -> None:
    assert happened(Room().do(c.Tick())) == ["-> session_unknown"]
