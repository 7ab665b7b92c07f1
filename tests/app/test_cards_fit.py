"""What cards can answer in a module, told to who writes it."""

from __future__ import annotations

from tests.app.memory_modules import ModulesInMemory
from tests.core.module.tea import PICTURES, PRICE, TEA, TODAY, changed
from tests.room import options, small
from thinkcoop.app.cards_fit import NotForCards, cards_fit, cards_line
from thinkcoop.app.modules import check_module, load_module
from thinkcoop.core.kinds import Ask
from thinkcoop.core.module.model import Module


def module_of(files: dict[str, str]) -> Module:
    folder = ModulesInMemory(
        {"tea": {path: text.encode() for path, text in files.items()}}, PICTURES
    )
    module = load_module(folder, "tea", today=TODAY).module
    assert module is not None
    return module


def test_what_no_side_of_a_card_can_say_is_named_with_its_reason() -> None:
    [_, _, game] = cards_fit(module_of(dict(TEA)))
    assert (game.edition, game.questions, game.fit) == ("game", 23, 19)
    assert game.not_these == (
        NotForCards(step="own-way.beans", why="an amount"),
        NotForCards(step="own-way.choice", why="more than four"),
        NotForCards(step="first-vote", why="more than four"),
        NotForCards(step="second-vote", why="more than four"),
    )


def test_words_amounts_and_several_choices_fit_no_card() -> None:
    asks = (
        Ask(id="words", text="Why?", pick="words"),
        Ask(id="money", text="How much?", pick="money"),
        Ask(id="many", text="Which?", pick="one", options=options("a", "b", "c", "d", "e")),
        Ask(id="several", text="Which ones?", pick="several", options=options("a", "b")),
        Ask(id="few", text="Which?", pick="one", options=options("a", "b", "c", "d")),
    )
    [one] = cards_fit(small(asks).module)
    assert {each.step: each.why for each in one.not_these} == {
        "words": "words",
        "money": "an amount",
        "many": "more than four",
        "several": "more than one thing",
    }


def test_where_all_fits_the_line_ends_there() -> None:
    [short, *_] = cards_fit(module_of(dict(TEA)))
    nothing = type(short)(edition="short", questions=6, not_these=())
    assert cards_line(nothing) == "edition short: 6 of 6 questions can be answered with a card"


def test_with_a_mistake_nothing_is_said_of_cards() -> None:
    broken = changed(PRICE, "- pair:", "- pear:")
    folder = ModulesInMemory({"tea": {path: t.encode() for path, t in broken.items()}}, PICTURES)
    assert check_module(folder, "tea", today=TODAY).cards == ()
