"""What holds for all games: nothing raises, chance is settled, nobody is named, all has a cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.core.games.histories import crowd, oddities, pictures, renamed
from thinkcoop.core.games import GAMES
from thinkcoop.core.games.base import (
    Amount,
    GameRules,
    History,
    Panel,
    Panels,
    Pick,
    Played,
    Roll,
    Round,
    check_move,
    fits,
    moves_by_sign,
    usual_move,
)
from thinkcoop.core.games.chance import Chance
from thinkcoop.core.games.parameters import parameters, with_parameters
from thinkcoop.core.module.places import Plain
from thinkcoop.core.words import Refusal

VARIANTS: Mapping[str, GameRules] = {
    **{name: game() for name, game in GAMES.items()},
    **{
        f"{name}, own numbers": game.model_validate({"own": True})
        for name, game in GAMES.items()
        if "own" in parameters(game)
    },
    **{
        f"{name}, {variant}": game.model_validate({"variant": variant})
        for name, game in GAMES.items()
        if "variant" in parameters(game)
        for variant in ("buyer", "official")
    },
}
EVERY = pytest.mark.parametrize("rules", VARIANTS.values(), ids=VARIANTS)
PEOPLE = st.one_of(st.integers(1, 9), st.just(40))
MISSING = st.sets(st.integers(0, 8), max_size=3)


def history_of(rules: GameRules, seed: int, people: int, missing: set[int]) -> History:
    """Played at random from a seed; in each round somebody else is not there."""
    history: History = ()
    for at, here in enumerate(rules.rounds()):
        if at in missing:
            continue
        players = tuple(n for n in range(1, people + 1) if people == 1 or n % 5 != at % 5)
        luck = Chance(seed, at)
        count = 1 if here.by == "table" else len(players)
        moves = tuple(move_of(here, luck) for _ in range(count))
        draws = luck.draws(rules.chances(at, history, len(players)))
        happened = Played(round=here.id, players=players, moves=moves, draws=draws)
        assert fits(rules, at, history, happened)
        history = (*history, happened)
    return history


def move_of(here: Round, luck: Chance) -> int:
    match here.form:
        case Amount() as form:
            some = (form.lowest - form.lowest % -form.step, form.highest, form.usual, *form.signs)
            return some[luck.below(len(some))]
        case Pick() as form:
            return luck.below(len(form.ids))
        case Roll():
            return 0


def shown(rules: GameRules, history: History) -> dict[str, Panels]:
    """What the table, one who was there and one who was not see after each round."""
    seen = {}
    for end in range(len(history) + 1):
        so_far = history[:end]
        last = so_far[-1].players[-1] if so_far else 1
        seen[f"{end} all"] = rules.outcome(so_far)
        seen[f"{end} one"] = rules.own(so_far, last)
        seen[f"{end} other"] = rules.own(so_far, 999)
        for at in range(len(rules.rounds())):
            seen[f"{end} before {at}"] = rules.preview(at, so_far, last)
    return seen


@EVERY
def test_it_has_rounds_with_different_names_that_end_with_one_about_the_cost(
    rules: GameRules,
) -> None:
    rounds = rules.rounds()
    assert len({each.id for each in rounds}) == len(rounds) >= 3
    assert any(each.cost for each in rounds)
    assert rounds == rules.rounds()


@EVERY
def test_what_stands_there_and_what_the_cards_mean_can_be_chosen(rules: GameRules) -> None:
    for each in rules.rounds():
        assert not isinstance(check_move(each.form, (usual_move(each.form),)), Refusal)
        if isinstance(each.form, Amount):
            signs = each.form.signs
            assert list(signs) == sorted(set(signs))
            assert 1 <= len(signs) <= 4
            assert [check_move(each.form, (sign,)) for sign in signs] == [(s,) for s in signs]
        if isinstance(each.form, Pick):
            assert 2 <= len(set(each.form.ids)) == len(each.form.ids) <= 4


@EVERY
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), people=PEOPLE, missing=MISSING)
def test_whatever_was_played_there_are_pictures_that_make_sense(
    rules: GameRules, seed: int, people: int, missing: set[int]
) -> None:
    history = history_of(rules, seed, people, missing)
    seen = shown(rules, history)
    assert [
        seen[f"{end} all"] for end in range(1, len(history) + 1) if not seen[f"{end} all"]
    ] == []
    assert seen["0 all"] == ()
    assert [odd for panels in seen.values() for odd in oddities(rules, panels)] == []
    numbers = [
        number
        for panels in seen.values()
        for panel in panels
        for line in panel.lines
        for number in (*line.values, line.number, panel.most, panel.sure)
    ]
    assert [number for number in numbers if type(number) is not int] == []


@EVERY
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), people=PEOPLE, missing=MISSING)
def test_one_note_or_bean_means_the_same_in_all_piles_that_are_seen_together(
    rules: GameRules, seed: int, people: int, missing: set[int]
) -> None:
    history = history_of(rules, seed, people, missing)
    for end in range(1, len(history) + 1):
        so_far = history[:end]
        everyone = [rules.own(so_far, player) for player in (*so_far[-1].players, 999)]
        seen = [panel for panels in (rules.outcome(so_far), *everyone) for panel in panels]
        assert set(scales(seen).values()) <= {1}


@EVERY
def test_one_note_or_bean_means_the_same_in_all_rounds_of_a_usual_game(rules: GameRules) -> None:
    history = crowd(rules, 6)
    seen = [panel for panels in pictures(rules, history) for panel in panels]
    assert set(scales(seen).values()) <= {1}


def scales(panels: Iterable[Panel]) -> dict[str, int]:
    """How many different lengths a line of a pile has, by what it is laid with."""
    found: dict[str, set[int]] = {}
    for panel in panels:
        if panel.kind == "piles":
            found.setdefault(panel.unit, set()).add(panel.most)
    return {unit: len(mosts) for unit, mosts in found.items()}


@EVERY
@settings(max_examples=15)
@given(seed=st.integers(0, 10**6), people=PEOPLE, missing=MISSING)
def test_no_picture_depends_on_who_the_players_are(
    rules: GameRules, seed: int, people: int, missing: set[int]
) -> None:
    history = history_of(rules, seed, people, missing)
    assert rules.outcome(renamed(history)) == rules.outcome(history)
    assert [line for panel in rules.outcome(history) for line in panel.lines if line.mine] == []


@EVERY
def test_what_all_see_is_never_a_player_s_own_line(rules: GameRules) -> None:
    history = crowd(rules, 6)
    seen = (rules.outcome(history[:end]) for end in range(1, len(history) + 1))
    assert [line for panels in seen for panel in panels for line in panel.lines if line.mine] == []


@EVERY
@pytest.mark.parametrize("people", [1, 2, 9, 40])
def test_the_same_seed_draws_the_same(rules: GameRules, people: int) -> None:
    once, again = (history_of(rules, 5, people, set()) for _ in range(2))
    assert once == again
    assert shown(rules, once) == shown(rules, again)


@EVERY
@pytest.mark.parametrize("people", [1, 2, 9, 40])
def test_chance_that_says_too_much_or_too_little_does_not_fit(
    rules: GameRules, people: int
) -> None:
    history = history_of(rules, 1, people, set())
    for at, happened in enumerate(history):
        more = replace(happened, draws=(*happened.draws, 0))
        assert not fits(rules, at, history[:at], more)
        if happened.draws:
            sides = rules.chances(at, history[:at], len(happened.players))
            outside = replace(happened, draws=(sides[0], *happened.draws[1:]))
            assert not fits(rules, at, history[:at], outside)


@EVERY
def test_the_whole_room_can_play_what_is_for_the_whole_room(rules: GameRules) -> None:
    for each in rules.rounds():
        if each.to == "all":
            everyone = tuple(range(1, 401))
            happened = Played(round=each.id, players=everyone, moves=(0,) * 400)
            assert rules.outcome((happened,)) != ()
            assert rules.own((happened,), 400) != ()


@EVERY
def test_the_figures_are_numbers_and_the_same_for_the_same_seed(rules: GameRules) -> None:
    figures = rules.figures(200, 3)
    assert figures == rules.figures(200, 3)
    assert [value for value in figures.values() if type(value) not in {int, float}] == []
    assert rules.figures(2, 1).keys() == figures.keys()


@EVERY
def test_what_comes_without_any_parameter_makes_sense(rules: GameRules) -> None:
    assert list(rules.faults()) == []


NUMBERS: list[Plain] = [-1, 0, 1, 7, 40, 10**9, 10**12, 1.5]
WORDS_AND_LISTS: list[Plain] = ["word", True, [], [1], [1, 2, 3], [[]], {}, {"from": 1}]


@pytest.mark.parametrize("name", GAMES)
def test_no_number_that_anybody_writes_breaks_it(name: str) -> None:
    """Either there is a game, which can be played, or a sentence."""
    kind = GAMES[name]
    for key in parameters(kind):
        for written in (*NUMBERS, *WORDS_AND_LISTS):
            rules = with_parameters(kind, {key: written})
            if isinstance(rules, str):
                assert rules.endswith(".")
            elif rules.figures(2, 1):
                assert shown(rules, history_of(rules, 1, 3, set()))["1 all"] != ()


def test_the_registry_knows_each_game_by_its_own_name() -> None:
    assert {name: game.name for name, game in GAMES.items()} == {name: name for name in GAMES}
    assert list(GAMES) == sorted(GAMES)


@EVERY
def test_every_side_of_a_card_is_a_move(rules: GameRules) -> None:
    for here in rules.rounds():
        moves = moves_by_sign(here.form)
        assert [check_move(here.form, (move,)) for move in moves] == [(move,) for move in moves]
        assert 2 <= len(moves) <= 4
        assert list(moves) == sorted(moves)


def odd_numbers(game: type[GameRules]) -> st.SearchStrategy[dict[str, object]]:
    """Some of a game's parameters with numbers that may or may not go together."""
    small = st.one_of(st.integers(0, 12), st.integers(0, 40).map(lambda times: 500 * times))
    of: dict[str, st.SearchStrategy[object]] = {}
    for name in parameters(game):
        usual = getattr(game(), name)
        if isinstance(usual, bool):
            of[name] = st.booleans()
        elif isinstance(usual, int):
            of[name] = small
        elif name == "variant":
            of[name] = st.sampled_from(("buyer", "official"))
    return st.fixed_dictionaries({}, optional=of)


@pytest.mark.parametrize("name", GAMES)
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_whatever_numbers_go_together_the_usual_move_and_each_side_of_a_card_is_a_move(
    name: str, data: st.DataObject
) -> None:
    try:
        rules = GAMES[name].model_validate(data.draw(odd_numbers(GAMES[name])))
    except ValidationError:
        return
    if list(rules.faults()):
        return
    for here in rules.rounds():
        for move in (usual_move(here.form), *moves_by_sign(here.form)):
            assert check_move(here.form, (move,)) == (move,)
