"""What simulated people answer in games and on a private path is what the form allows."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.web.made_up.games import GAMES, STONE_FORM
from tests.web.samples import MODULE
from thinkcoop.core.screens.screen import Form, Screen
from thinkcoop.core.words import Millis
from thinkcoop.rehearsal.choosing import choose
from thinkcoop.rehearsal.forms import fill
from thinkcoop.rehearsal.person import Deed, Fields
from thinkcoop.web.render import screen_html, translator


def chosen(form: Form) -> list[Fields]:
    chance = random.Random(7)
    return [choose(form, chance) for _ in range(50)]


def test_all_beans_are_laid() -> None:
    form = GAMES["beans"].form
    assert form
    assert {sum(int(value) for _, value in fields) for fields in chosen(form)} == {form.at_most}
    assert {len(fields) for fields in chosen(form)} == {len(form.choices)}


@pytest.mark.parametrize("kind", ["heap", "money", "number"])
def test_amounts_go_in_the_forms_own_steps(kind: str) -> None:
    form = Form(kind="heap", lowest=1_000, highest=9_000, step_by=2_000)
    given = chosen(replace(form, kind=kind))  # type: ignore[arg-type]  # the kinds are written above
    amounts = {int(value) for fields in given for _, value in fields}
    assert len(amounts) > 1
    assert amounts <= {2_000, 4_000, 6_000, 8_000}


def test_a_roll_is_one_tap_and_to_go_on_says_nothing() -> None:
    assert set(chosen(Form(kind="roll"))) == {(("v", "0"),)}
    assert set(chosen(Form(kind="next"))) == {()}


@pytest.mark.parametrize("name", GAMES)
@pytest.mark.parametrize("aid", ["", "0" * 32])
def test_what_is_chosen_can_be_tapped_on_the_page(name: str, aid: str) -> None:
    shown = GAMES[name]
    assert shown.form
    fields = (("step", str(shown.step)), ("answer", "x1"), *item_of(shown.form))
    deed = Deed(
        after=Millis(0),
        act="answer",
        fields=(*fields, *choose(shown.form, random.Random(3))),
    )
    assert fill(page(shown, aid), deed) is not None


def test_an_answer_to_another_question_of_the_path_finds_no_form() -> None:
    shown = GAMES["stones"]
    fields = (("step", str(shown.step)), ("answer", "x1"), ("item", "4"), ("v", "1"))
    assert STONE_FORM.item == 5
    assert fill(page(shown), Deed(after=Millis(0), act="answer", fields=fields)) is None


def page(shown: Screen, aid: str = "") -> str:
    return screen_html(shown, "phone", translator("en", MODULE), aid)


def item_of(form: Form) -> Fields:
    return (("item", str(form.item)),) if form.item >= 0 else ()
