"""A day with simulated people, in this process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rehearsal.rooms import done, plan_for, tea, thinkcoop
from thinkcoop.core.session import events as e
from thinkcoop.core.words import MINUTE, AnswerId, Millis
from thinkcoop.rehearsal.people import Ways
from thinkcoop.rehearsal.report import is_kept, report_on
from thinkcoop.rehearsal.tally import Given

ANSWER = AnswerId("never-sent")


@pytest.mark.parametrize("people", [4, 8, 25])
@pytest.mark.parametrize("edition", ["short", "two-days"])
def test_a_day_of_tea_goes_well_with_any_number_of_people(edition: str, people: int) -> None:
    for seed in range(1, 4):
        figures = report_on(done(plan_for(tea(), edition=edition, people=people, seed=seed)))
        well = {
            "steps": figures.summary.steps_done,
            "lost": figures.answers_lost,
            "early": figures.summary.roles_repeated_early,
            "on time": figures.summary.ended_on_time,
        }
        total = figures.summary.steps_total
        assert well == {"steps": total, "lost": 0, "early": 0, "on time": True}


def test_a_whole_day_of_thinkcoop_goes_well_with_eight_people() -> None:
    figures = report_on(done(plan_for(thinkcoop(), edition="core"))).as_json()
    told = ("steps_done", "answers_lost", "roles_repeated_early", "ended_on_time")
    assert {name: figures[name] for name in told} == {
        "steps_done": figures["steps_total"],
        "answers_lost": 0,
        "roles_repeated_early": 0,
        "ended_on_time": True,
    }
    assert float(str(figures["turns_gini"])) <= 0.15


def test_the_same_seed_is_the_same_day_and_another_seed_is_another() -> None:
    one, same, other = (
        report_on(done(plan_for(tea(), edition="short", people=12, seed=seed))).as_json()
        for seed in (3, 3, 4)
    )
    assert one == same
    assert one["log_head"] != other["log_head"]


def test_tables_with_a_device_answer_from_hand_to_hand() -> None:
    day = done(plan_for(tea(), edition="two-days", people=12, ways=Ways(devices=1)))
    shared = {seat.number for seat in day.state.seats.values() if seat.channel == "table"}
    answered = {event.seat for event in day.access.log() if isinstance(event, e.AnswerGiven)}
    assert len(shared) == 5
    assert len(shared & answered) >= 4  # one comes late
    assert report_on(day).went_well


@pytest.mark.parametrize(("cards", "devices"), [(3, 0), (9, 1), (12, 0), (12, 2)], ids=str)
@pytest.mark.parametrize("by_hand", [True, False], ids=["by-hand", "camera"])
def test_people_with_cards_play_and_hold_nobody_up(
    cards: int, devices: int, *, by_hand: bool
) -> None:
    ways = Ways(devices=devices, cards=cards, by_hand=by_hand)
    day = done(plan_for(tea(), edition="game", people=12, ways=ways))
    held = {seat.number for seat in day.state.seats.values() if seat.channel == "card"}
    answered = {event.seat for event in day.access.log() if isinstance(event, e.AnswerGiven)}
    late = sum(life.channel == "card" and life.person.temper.name == "late" for life in day.lives)
    assert len(held) == cards - late
    assert len(held & answered) >= len(held) - 1  # one may be overlooked or say no each time
    assert report_on(day).went_well


@pytest.mark.parametrize("minutes", [12, 15, 20])
def test_a_short_day_ends_at_its_end_and_keeps_what_is_protected(minutes: int) -> None:
    day = done(plan_for(tea(), edition="short", lasts=minutes * MINUTE))
    log = day.access.log()
    opened = next(event for event in log if isinstance(event, e.SessionOpened))
    assert day.state.ends_at == opened.ends_at
    assert day.state.at <= opened.ends_at
    ballots = [event for event in log if isinstance(event, e.BallotCounted)]
    assert [event.step for event in ballots] == ["together"]


def test_an_answer_that_is_not_in_the_log_counts_as_lost() -> None:
    day = done(plan_for(tea(), edition="short"))
    answer, given = next(iter(day.tally.given.items()))
    assert is_kept(day.state, answer, given)
    assert not is_kept(day.state, ANSWER, given)
    day.tally.given[ANSWER] = given
    assert (report_on(day).answers_lost, report_on(day).went_well) == (1, False)


def test_an_answer_that_says_something_else_in_the_log_counts_as_lost() -> None:
    day = done(plan_for(tea(), edition="short"))
    newest = {a.ids[-1]: a for seats in day.state.answers.values() for a in seats.values()}
    answer, given = next(
        (answer, given) for answer, given in day.tally.given.items() if answer in newest
    )
    assert not is_kept(day.state, answer, replace(given, value=("77",)))


def test_of_a_vote_only_that_it_was_cast_can_be_found_again() -> None:
    day = done(plan_for(tea(), edition="short"))
    [(step, votes)] = day.state.votes.items()
    seat, answer = next(iter(votes.items()))
    assert is_kept(day.state, answer, Given(seat=seat, step=step, value=("1",)))
    assert is_kept(day.state, answer, Given(seat=seat, step=step, value=("0",)))


def test_a_late_room_of_all_ways_comes_to_its_end() -> None:
    ways = Ways(devices=1, cards=10, paper=3)
    day = done(
        plan_for(thinkcoop(), edition="core", people=25, ways=ways, lasts=Millis(120 * MINUTE))
    )
    assert day.state.phase == "over"
