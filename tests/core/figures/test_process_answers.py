"""Who answered, as counts and shares: in the room, at a table, on a form, with a card, or not."""

from __future__ import annotations

from tests.core.figures.process_rooms import begun, first, step, told
from tests.room import Room, options, small, tea
from thinkcoop.core.figures.process_parts import Answering, CardReading, FormsTyped
from thinkcoop.core.kinds import Ask, Ballot, Discuss, Path, Sort
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.forms import is_drawn
from thinkcoop.core.words import AnswerId, Millis, SeatNo

AB = options("a", "b")
ASKED = Ask(id="asked", text="Which?", options=AB)
VOTE = Ballot(id="vote", text="Shall we?", options=AB)


def answering(
    *, asked: int, answers: int = 0, on_forms: int = 0, passes: int = 0, share: float | None = 0.0
) -> Answering:
    return Answering(asked=asked, answers=answers, on_forms=on_forms, passes=passes, share=share)


def pass_by(room: Room, *seats: int) -> None:
    key = room.step_at(1).key
    for seat in seats:
        room.do(c.PassAnswer(seat=SeatNo(seat), step=key, answer=room.name()))


def test_answers_and_passes_are_counted_out_of_those_asked() -> None:
    room = begun((ASKED,))
    for seat in (1, 2, 3):
        room.answer(seat, 0)
    pass_by(room, 4)
    assert step(room, "asked").answering == answering(asked=6, answers=3, passes=1, share=0.5)


def test_who_answers_after_all_has_not_passed() -> None:
    room = begun((ASKED,))
    pass_by(room, 1)
    room.answer(1, 1)
    room.answer(1, 0)
    assert step(room, "asked").answering == answering(asked=6, answers=1, share=0.1667)


def test_when_nobody_answers_the_share_is_nothing() -> None:
    room = begun((ASKED,))
    room.run_out()
    assert told(room).answering == answering(asked=6)


def test_when_everyone_passes_all_have_passed() -> None:
    room = begun((ASKED,))
    pass_by(room, 1, 2, 3, 4, 5, 6)
    assert told(room).answering == answering(asked=6, passes=6)


def test_of_four_people_counts_are_told_and_no_share() -> None:
    room = begun((ASKED,), people=4)
    room.answer(1, 0)
    assert told(room).answering == answering(asked=4, answers=1, share=None)


def test_where_nothing_is_asked_nothing_is_told() -> None:
    room = begun((Discuss(text="Talk."),))
    assert (told(room).answering, first(room).steps[0].answering) == (None, None)


def test_what_a_table_answers_is_counted_by_table_and_not_with_what_each_is_asked() -> None:
    sort = Sort(id="sort", text="Where?", cards=AB, groups=AB, right={})
    room = begun((sort, ASKED), people=12)
    room.answer(room.table(1).holder("recorder"), 0, 1)
    assert step(room, "sort").answering == answering(asked=2, answers=1, share=0.5)
    assert first(room).answering == answering(asked=6)


def test_a_guest_is_asked_and_does_not_vote() -> None:
    room = Room(small((ASKED, VOTE))).open(60, expected=6)
    room.join(5)
    room.join(1, guest=True)
    room.wait(60)
    for seat in range(1, 7):
        room.answer(seat, 0)
    room.answer(1, 1)
    assert step(room, "asked").answering == answering(asked=6, answers=6, share=1)
    assert step(room, "vote").answering == answering(asked=5, answers=1, share=0.2)
    assert first(room).answering == answering(asked=11, answers=7, share=0.6364)


def test_of_a_private_path_only_who_began_it_is_told() -> None:
    room = Room(tea("game")).open(60)
    room.join(6)
    room.wait_for("own-way")
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))
    room.answer(1)
    pass_by(room, 2)
    path = next(each for each in room.program.by_key.values() if isinstance(each, Path))
    found = step(room, path.id).answering
    assert found == answering(asked=6, answers=1, passes=1, share=0.1667)


# ------------------------------------------------------------------ paper and cards


def type_form(room: Room, number: int, *, seat: int = 0, option: int = 0, **more: object) -> None:
    fields = (c.FormField(step=ASKED.key, value=(option,)),)
    known: dict[str, object] = {"trade": "" if seat else "seller", "answer": room.name(), **more}
    given = c.TypeForm(form=number, seat=SeatNo(seat), fields=fields, **known)  # type: ignore[arg-type]  # as named
    room.do(given)


def test_a_form_speaks_for_who_gave_no_answer_in_the_room() -> None:
    room = begun((ASKED,))
    for seat in (1, 2):
        room.answer(seat, 0)
    room.run_out()
    type_form(room, 1, seat=1)
    type_form(room, 5, seat=5)
    type_form(room, 9)
    assert step(room, "asked").answering == answering(asked=7, answers=2, on_forms=2, share=0.5714)


def test_a_session_that_was_all_on_paper_has_answers_on_forms_alone() -> None:
    room = Room(small((ASKED, VOTE))).open(60)
    for number in range(1, 7):
        type_form(room, number)
    room.do(c.TypeBallot(step=VOTE.key, answer=room.name(), counts=(4, 2)))
    assert (told(room).started, told(room).people.came) == (False, 0)
    assert step(room, "asked").answering == answering(asked=6, on_forms=6, share=1)
    assert step(room, "vote").answering == answering(asked=6, answers=6, share=None)


def test_forms_typed_twice_are_told_with_how_many_differed() -> None:
    room = begun((ASKED,), people=4)
    numbers = iter(range(1, 21))
    for place, number in zip(range(20), numbers, strict=True):
        type_form(room, number, seat=1 if place == 0 else 0)
    drawn = [place for place in range(20) if is_drawn(room.state, place)]
    assert len(drawn) == 2
    for place, differs in zip(drawn, (True, False), strict=True):
        other = (c.FormField(step=ASKED.key, value=(1,)),) if differs else ()
        type_form(
            room,
            place + 1,
            seat=1 if place == 0 else 0,
            option=int(differs),
            entry="second",
            settled=other,
        )
    assert told(room).forms == FormsTyped(
        forms=20, without_seat=19, twice=2, differed=1, fields_differed=1
    )


def test_pictures_of_cards_are_added_up() -> None:
    room = Room(tea("game")).open(60)
    room.join(6, channel="card")
    room.wait_for("pot-silent-1")
    for at, seen in enumerate((3, 2)):
        signs = tuple(
            c.CardSign(seat=SeatNo(3 * at + each + 1), step=room.step_at(1).key, sign=0)
            for each in range(seen)
        )
        room.do(c.ReadCards(answer=AnswerId(f"picture{at}"), signs=signs, disagree=1 - at))
    assert told(room).cards == CardReading(
        pictures=2, asked=12, seen=5, disagreements=1, share_seen=0.4167
    )


def test_few_cards_have_no_share() -> None:
    room = begun((ASKED,))
    room.log.append(e.CardsRead(at=Millis(room.now), asked=4, seen=3, disagree=0))
    assert told(room).cards.share_seen is None
