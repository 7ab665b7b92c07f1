"""Rooms in which a camera reads cards, in this process and through real pictures."""

from __future__ import annotations

import pytest

from tests.rehearsal.rooms import TEA, TODAY, done, plan_for, tea
from thinkcoop.config.rehearse import temporary_server
from thinkcoop.core.cards import SIGNS, Reading, Unreadable
from thinkcoop.core.session import events as e
from thinkcoop.rehearsal.channels import NotAsked
from thinkcoop.rehearsal.command import Means, run_over_http
from thinkcoop.rehearsal.drawn import picture_of
from thinkcoop.rehearsal.people import Ways
from thinkcoop.rehearsal.report import report_on
from thinkcoop.store.module_files import ModulesOnDisk

CARDS = Ways(cards=12)


def test_a_room_of_cards_alone_plays_and_votes() -> None:
    day = done(plan_for(tea(), edition="short", people=12, ways=CARDS))
    log = day.access.log()
    read = [event for event in log if isinstance(event, e.CardsRead)]
    figures = report_on(day)
    [cards] = figures.channels
    seats = len(day.state.seats)  # one comes late
    assert (cards.channel, cards.people) == ("card", seats)
    assert 0 < len(read) <= day.pictures  # one that shows nothing new leaves no trace
    assert sum(event.seen for event in read) >= cards.answers + cards.ballots
    assert cards.ballots >= 8  # a few say no to everything, forget it, or come late
    assert (figures.went_well, figures.answers_lost) == (True, 0)


def test_a_picture_that_misses_cards_is_followed_by_another() -> None:
    day = done(plan_for(tea(), edition="short", people=12, ways=CARDS))
    read = [event for event in day.access.log() if isinstance(event, e.CardsRead)]
    assert any(event.seen < event.asked for event in read)
    asked = {event.step for event in day.access.log() if isinstance(event, e.AnswerGiven)}
    assert len(read) > len(asked)


def test_paper_answers_what_somebody_may_see_and_does_not_vote() -> None:
    day = done(plan_for(tea(), edition="game", people=12, ways=Ways(paper=12)))
    figures = report_on(day)
    [paper] = figures.channels
    assert (paper.channel, paper.ballots, figures.went_well) == ("paper", 0, True)
    assert paper.answers > 0


def test_what_cards_could_not_answer_is_told_with_where_it_was_asked_instead() -> None:
    alone = report_on(done(plan_for(tea(), edition="short", people=12, ways=CARDS))).not_asked
    ways = Ways(cards=12, at_every_table=True)
    shared = report_on(done(plan_for(tea(), edition="short", people=12, ways=ways))).not_asked
    [cards], [with_device] = alone, shared
    assert cards.otherwise == ()
    assert with_device == NotAsked(channel="card", otherwise=cards.nowhere, nowhere=())


def test_a_device_on_each_table_leaves_nobody_with_a_phone() -> None:
    for people in (8, 13, 25):
        ways = Ways(at_every_table=True)
        day = done(plan_for(tea(), edition="short", people=people, ways=ways))
        [table] = report_on(day).channels
        assert table.channel == "table"
        assert {seat.table for seat in day.state.seats.values()} == set(day.state.tables)
        assert report_on(day).went_well


def test_drawn_pictures_are_read_by_the_real_eye() -> None:
    vision = pytest.importorskip("thinkcoop.vision", reason="needs the extra cards")
    cards = [(card, card % 4) for card in (1, 7, 12, 23, 24, 31, 38, 39, 40)]
    seen = vision.read_cards(picture_of(cards), frozenset(range(1, 41)))
    assert not isinstance(seen, Unreadable)
    assert seen.readings == {Reading(card, SIGNS[sign]) for card, sign in cards}


def test_a_day_of_real_pictures_is_the_same_day() -> None:
    pytest.importorskip("thinkcoop.vision", reason="needs the extra cards")
    plan = plan_for(tea(), edition="game", people=9, seed=2, ways=Ways(cards=6))
    shelf, _ = ModulesOnDisk.around(TEA)
    means = Means(server_for=temporary_server, today=TODAY)
    with_pictures = run_over_http(plan, shelf, means, draws=True)
    assert with_pictures.as_json() == report_on(done(plan)).as_json()
