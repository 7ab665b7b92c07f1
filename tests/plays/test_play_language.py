"""How a play that fails, or cannot be played, tells it to its author."""

from __future__ import annotations

import pytest

from tests.room import options, small, tea
from thinkcoop.core.kinds import Ask, Sort
from thinkcoop.rehearsal.play import run_play
from thinkcoop.rehearsal.play_text import Unplayable, read_play

OPEN = "open short 08:30-08:50\nA B C D join\nat 08:31\n"


def told(text: str) -> list[str]:
    """What is told about this play of the tea module."""
    play = read_play(OPEN + text, "tea.play")
    return [str(failure) for failure in run_play(play, tea().module)]


def test_a_wrong_look_tells_file_line_what_was_expected_and_what_was_found() -> None:
    [failure] = told("?A think t1-2 left=30s")
    assert failure.splitlines() == [
        "tea.play:4: ?A think t1-2 left=30s",
        "    expected kind=think step=t1-2",
        "    found    kind=say step=t1-1 (at 08:31, say)",
    ]


def test_a_wrong_look_does_not_stop_the_play() -> None:
    assert len(told("?A think\n?B think\n?C say")) == 2


def test_a_deed_that_is_refused_ends_the_play() -> None:
    assert told("A passes\n?A think") == [
        "tea.play:4: A passes\n    expected it is done\n    found    refusal.not_an_answer"
    ]


def test_a_refusal_that_does_not_come_is_told() -> None:
    [failure] = told("A says done -> refusal.step_closed")
    assert failure.endswith("expected refusal.step_closed\n    found    it was done")


def test_a_resend_that_does_something_is_told() -> None:
    [failure] = told("A says not clear -> nothing")
    assert failure.endswith("expected nothing, a resend\n    found    NotClearSaid")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("A dances", "nobody knows how to dances"),
        ("at 08:20", "that moment is over"),
        ("at noon:now", "noon:now is no time of day"),
        ("wait long", "long is no length of time; write 30s, 2m or 1h"),
        ("wait until step nowhere", "that never comes; open are: "),
        ("skip to nowhere", "there is no step nowhere ahead"),
        ("Z says done", "Z has not joined"),
        ("A answers sugar step=nowhere", "there is no step nowhere"),
        ("A answers salt step=most", "there is no salt to choose; there are sugar, way, time"),
        ("A answers salt=one step=t2-3", "there is no salt in this step"),
        ("convener sings", "no convener sings"),
        ("fly away", "nobody knows how to fly away"),
        ("?A weather=fine", "no screen shows weather; there are kind, step, heading, "),
    ],
)
def test_what_cannot_be_played_is_told(line: str, what: str) -> None:
    [failure] = told(line)
    assert f"found    {what}" in failure


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("?nobody say", "tea.play:1: nobody looks; write ?A, ?T1, ?wall or ?desk: ?nobody say"),
        ("A", "tea.play:1: nothing is done: A"),
        ("A says done -> no", "tea.play:1: after -> stands refusal.<why> or nothing: "),
    ],
)
def test_what_cannot_be_read_is_told(text: str, what: str) -> None:
    with pytest.raises(Unplayable) as told_:
        read_play(text, "tea.play")
    assert str(told_.value).startswith(what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A joins", "the doors are not open; begin with `open EDITION 08:30-12:00`"),
        ("open nowhere 08:30-09:00", "the edition nowhere cannot be opened at 08:30-09:00"),
        ("open short 08:30", "08:30 is no span; write 08:30-12:00"),
    ],
)
def test_a_play_begins_with_opening_the_doors(text: str, what: str) -> None:
    [failure] = run_play(read_play(text, "tea.play"), tea().module)
    assert failure.found == what


EVERY_ANSWER = """
skip to t1-8
A answers driver=much guest=some
?A ask t1-8 chosen=driver:much,guest:some
B marks A -> refusal.not_now
skip to matters
A answers trust price
?A ask matters chosen=trust,price
skip to t2-3
timekeeper@1 answers carry=one -> refusal.not_your_role
reporter@1 answers carry=one count=all
skip to t2-6
A promises ask week "to my brother"
?A ask t2-6 chosen="ask,to my brother"
A asks "Who keeps the money?"
A passes step=nowhere -> refusal.other_step
?desk questions="Who keeps the money?"
power cut 2m
?A ask left=90s
"""


def test_every_kind_of_answer_can_be_written() -> None:
    assert told(EVERY_ANSWER) == []


EVERY_KIND_OF_ASK = """
open one 08:30-08:50
A B C D join
at 08:31
A answers "We can"
?A ask words chosen="We can"
skip to money
A answers 500
?A ask money chosen=500
skip to feel
A answers good
?A ask feel chosen=good
skip to where
A answers salt=shop
?A ask where chosen=salt:shop
"""


def test_words_numbers_and_faces_are_answered_too() -> None:
    asks = (
        Ask(text="Say it.", pick="words", id="words"),
        Ask(text="How much?", pick="money", id="money"),
        Ask(text="How is it?", pick="scale", id="feel"),
        Sort(
            text="Where?",
            cards=options("salt", "tea"),
            groups=options("shop", "home"),
            right={},
            to="alone",
            id="where",
        ),
    )
    module = small(asks).module
    assert run_play(read_play(EVERY_KIND_OF_ASK, "asks.play"), module) == []
