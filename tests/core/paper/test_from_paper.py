"""What the page of the group says where a room answered on paper."""

from __future__ import annotations

from tests.core.paper.kit.kits import module
from tests.room import Room
from thinkcoop.core.paper import group_page
from thinkcoop.core.paper.document import Said, Shown
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.deciding import forms_of_need, top_need, voted_on_slips
from thinkcoop.core.session.forms import ballots_of
from thinkcoop.core.session.program import lay_out
from thinkcoop.core.words import StepId

AGAIN = StepId("look-again")


def need_step(room: Room) -> StepId:
    decision = room.program.module.decision
    assert decision is not None
    return StepId(decision.need_of)


def paper_room(*, forms: int, phones: int = 0) -> Room:
    room = Room(lay_out(module(), "core")).open(200)
    room.join(phones, trade=room.program.module.trades[0].id)
    for number in range(1, forms + 1):
        fields = (
            c.FormField(step=need_step(room), value=(2, 0)),
            c.FormField(step=AGAIN, value=(1,)),
        )
        typed = c.TypeForm(
            form=number, answer=room.name(), fields=fields, trade=room.program.module.trades[0].id
        )
        room.do(typed)
    return room


def blocks_of(room: Room, heading: P) -> tuple[object, ...]:
    parts = group_page(room.state, language="en").parts
    return next((part.blocks for part in parts if part.heading == phrase(heading)), ())


def test_a_room_on_paper_has_a_need_and_says_that_it_is_from_paper() -> None:
    room = paper_room(forms=6)
    need = top_need(room.state)
    assert need is not None
    assert blocks_of(room, P.OUR_NEED) == (
        Shown(text=Text(need.text), picture=need.picture, main=True),
        Said(text=phrase(P.HOME_ON_PAPER, count=6), quiet=True),
    )
    assert blocks_of(room, P.HOME_LOOK_AGAIN)[1:] == (
        Said(text=phrase(P.HOME_ON_PAPER, count=6), quiet=True),
    )


def test_forms_say_nothing_of_a_question_that_the_room_can_still_answer() -> None:
    room = paper_room(forms=6, phones=8)
    before = group_page(paper_room(forms=0, phones=8).state, language="en").parts
    assert group_page(room.state, language="en").parts == before
    assert (top_need(room.state), forms_of_need(room.state)) == (None, 0)


def test_votes_on_slips_are_results_and_say_so() -> None:
    room = paper_room(forms=1)
    ways = [step for step in ballots_of(room.program) if len(step.options) > 4]
    for step in ways:
        counts = (9, *[0] * (len(step.options) - 1))
        room.do(c.TypeBallot(step=step.key, answer=room.name(), counts=counts))
    assert voted_on_slips(room.state) is True
    on_slips = Said(text=phrase(P.HOME_ON_SLIPS), quiet=True)
    blocks = blocks_of(room, P.HOME_CHOICE)
    assert (blocks[-1], Said(text=phrase(P.HOME_NO_VOTE)) in blocks) == (on_slips, False)
