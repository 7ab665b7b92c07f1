"""What simulated people answer in games and on a private path is what the form allows."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.web.made_up.games import GAMES, STONE_FORM
from tests.web.samples import MODULE
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Button, Form, Screen, phrase
from thinkcoop.core.words import Millis
from thinkcoop.rehearsal.choosing import choose
from thinkcoop.rehearsal.forms import fill
from thinkcoop.rehearsal.person import Deed, Fields, Person, offers
from thinkcoop.rehearsal.reactions import reactions
from thinkcoop.rehearsal.temper import TEMPERS
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


def passing(shown: Screen) -> Deed:
    """What somebody taps who answers nothing."""
    temper = replace(TEMPERS["shy"], skips=1.0, forgets=0.0, doubles=0.0, puzzled=0.0)
    person = Person(key=1, temper=temper, chance=random.Random(4))
    [deed] = reactions(person, shown, Millis(0)) or []
    return deed


def test_whoever_would_rather_not_skips_one_question_of_a_path_under_a_name_for_resends() -> None:
    deed = passing(GAMES["stones"])
    assert (deed.act, deed.field("item"), len(deed.field("answer"))) == ("pass", "5", 26)
    assert offers(GAMES["stones"], deed)
    assert not offers(GAMES["beans"], deed)
    filled = fill(page(GAMES["stones"]), deed)
    assert filled is not None
    assert dict(filled)["item"] == "5"


def test_at_the_start_of_a_path_all_of_it_may_be_left_out() -> None:
    deed = passing(GAMES["way"])
    assert (deed.act, deed.field("item")) == ("pass", "")
    assert offers(GAMES["way"], deed)


def test_of_two_ways_to_pass_the_tap_finds_its_own_form() -> None:
    form = replace(STONE_FORM, item=0)
    skip = Button(act="pass", words=phrase(P.RATHER_NOT), icon="pass", fields=(("item", "0"),))
    whole = Button(act="pass", words=phrase(P.NONE_OF_THESE), icon="pass-all")
    shown = replace(GAMES["stones"], form=form, buttons=(skip, whole))
    sent = []
    for button in (skip, whole):
        deed = Deed(after=Millis(0), act="pass", fields=(*button.fields, ("answer", "x1")))
        sent.append([pair for pair in fill(page(shown), deed) or [] if pair[0] != "step"])
    assert sent == [[("item", "0"), ("answer", "x1")], [("answer", "x1")]]


def page(shown: Screen, aid: str = "") -> str:
    return screen_html(shown, "phone", translator("en", MODULE), aid)


def item_of(form: Form) -> Fields:
    return (("item", str(form.item)),) if form.item >= 0 else ()
