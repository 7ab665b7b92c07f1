"""Finding in a screen what somebody wants to tap."""

from __future__ import annotations

from thinkcoop.core.words import Millis
from thinkcoop.rehearsal.forms import fill
from thinkcoop.rehearsal.person import Deed

BUTTONS = (
    '<form method="post" action="do/turn"><input type="hidden" name="step" value="r">'
    '<input type="hidden" name="speaker" value="3"><input type="hidden" name="passed" value="1">'
    '<button>pass</button></form><form method="post" action="do/turn">'
    '<input type="hidden" name="step" value="r"><input type="hidden" name="speaker" value="3">'
    "<button>done</button></form>"
)
RANK = (
    '<form action="do/answer"><input type="hidden" name="step" value="q">'
    '<input type="hidden" name="n" value="3"><input type="hidden" name="trim" value="1">'
    '<input type="hidden" name="v0" value="-1"><input type="hidden" name="v1" value="-1">'
    '<input type="hidden" name="v2" value="-1"></form>'
)
TILES = (
    '<form action="do/answer"><input type="hidden" name="step" value="q">'
    '<button name="v" value="0">a</button><button name="v" value="1">b</button></form>'
)


def tap(act: str, *fields: tuple[str, str]) -> Deed:
    return Deed(after=Millis(0), act=act, fields=fields)


def test_a_turn_that_ends_is_not_a_turn_that_is_passed() -> None:
    ended = tap("turn", ("step", "r"), ("speaker", "3"))
    assert fill(BUTTONS, ended) == [("step", "r"), ("speaker", "3")]
    passed = tap("turn", ("step", "r"), ("speaker", "3"), ("passed", "1"))
    assert fill(BUTTONS, passed) == [("step", "r"), ("speaker", "3"), ("passed", "1")]


def test_what_the_screen_does_not_have_cannot_be_tapped() -> None:
    assert fill(BUTTONS, tap("turn", ("step", "r"), ("speaker", "4"))) is None
    assert fill(BUTTONS, tap("done", ("step", "r"))) is None
    assert fill(TILES, tap("answer", ("step", "q"), ("answer", "x1"), ("v", "2"))) is None


def test_a_tap_on_a_tile_brings_its_own_name_along() -> None:
    deed = tap("answer", ("step", "q"), ("answer", "x1"), ("v", "1"))
    assert fill(TILES, deed) == [("step", "q"), ("answer", "x1"), ("v", "1")]


def test_places_that_stay_empty_are_sent_as_the_script_sends_them() -> None:
    deed = tap("answer", ("step", "q"), ("answer", "x1"), ("v", "2"), ("v", "0"))
    sent = [("v0", "2"), ("v1", "0"), ("v2", "-1")]
    assert fill(RANK, deed) == [
        ("step", "q"), ("n", "3"), ("trim", "1"), ("answer", "x1"), *sent
    ]  # fmt: skip
