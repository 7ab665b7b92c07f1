from __future__ import annotations

from tests.core.paper.kit.kits import kit, pieces, printed
from thinkcoop.core.games import GAMES
from thinkcoop.core.games.sharing_out import SharingOut
from thinkcoop.core.games.who_decides import WhoDecides
from thinkcoop.core.kinds import Move, Seen
from thinkcoop.core.paper.kit.games import TELL, move_on_paper, seen_on_paper
from thinkcoop.core.paper.kit.pieces import Blank, Board, Gallery, Hundred, Line, Notes
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import Words, phrase


def move(edition: str, key: str) -> Move:
    steps = (step for stage in kit(edition).program.stages for step in stage.steps)
    found = next(step for step in steps if step.id == key)
    assert isinstance(found, Move)
    return found


def seen(edition: str, key: str) -> Seen:
    steps = (step for stage in kit(edition).program.stages for step in stage.steps)
    found = next(step for step in steps if step.id == key)
    assert isinstance(found, Seen)
    return found


def test_every_game_is_told_on_paper() -> None:
    assert set(TELL) == set(GAMES.values())


def test_a_bargain_is_told_with_the_figures_of_the_module() -> None:
    assert seen_on_paper(seen("full", "hotel-alone-see")) == (
        (
            phrase(K.BARGAIN_ALONE, most=10_000),
            phrase(K.BARGAIN_LEFT, cost=4_000),
            phrase(K.PAY_IN_PLAY_MONEY),
        ),
        (Blank(text=phrase(K.OUR_RECORD)),),
    )


def test_the_same_game_with_an_official_is_told_the_other_way_round() -> None:
    how, _ = seen_on_paper(seen("games", "parking-alone-see"))
    assert how[0] == phrase(K.PLACE_ALONE, cost=2_000)


def test_a_pot_with_a_checker_leaves_what_the_rules_say() -> None:
    how, _ = seen_on_paper(seen("full", "pot-check-see"))
    assert how == (phrase(K.COUNT_ONLY), phrase(K.POT_CHECKER, beans=18))


def test_shares_are_worked_out_for_every_size_of_a_table_in_whole_riel() -> None:
    _, blocks = move_on_paper(move("full", "sharing-by-use"))
    rates = [block.text for block in blocks if isinstance(block, Line)]
    wanted: list[Words] = [
        phrase(K.SHARE_BY_USE, players=players, rate=rate)
        for players, rate in ((4, 857), (5, 666), (6, 600), (7, 461))
    ]
    assert rates == wanted


def test_what_most_want_is_done_only_where_the_table_decides_together() -> None:
    told = [
        seen_on_paper(seen("full", key))[0][0] for key in ("sharing-choose-see", "ice-table-see")
    ]
    assert told == [phrase(K.COUNT_PICKS), phrase(K.COUNT_ONLY)]


def test_a_vote_that_is_counted_three_ways_has_three_columns() -> None:
    game = next(
        step
        for stage in kit("games").program.stages
        for step in stage.steps
        if isinstance(step, Seen) and isinstance(step.rules, WhoDecides) and "vote" in step.id
    )
    how, [board] = seen_on_paper(game)
    assert isinstance(board, Board)
    heads = tuple(column.text for column in board.columns)
    assert (heads, how[1:]) == (
        (phrase(K.BY_HEADS), phrase(K.BY_PARTS), phrase(K.BY_BOSS_ALONE)),
        (phrase(K.DECIDE_HEADS), phrase(K.DECIDE_PARTS), phrase(K.DECIDE_BOSS_SAYS)),
    )


def test_money_and_cards_are_those_of_the_games_that_are_played() -> None:
    played = {type(rounds[0].rules) for rounds in kit("core").program.games.values()}
    money = list(pieces(printed("money", kit("core"))))
    values = [piece.value for piece in money if isinstance(piece, Notes)]
    cards = [piece for piece in money if isinstance(piece, Gallery)]
    assert (SharingOut in played, values, cards) == (False, [500, 1000, 2000, 5000, 10_000], [])


def test_of_a_hundred_people_as_many_are_in_debt_as_the_rules_say() -> None:
    fund = next(
        step
        for stage in kit("games").program.stages
        for step in stage.steps
        if isinstance(step, Seen) and step.id.endswith("-loss-see")
    )
    _, [hundred] = seen_on_paper(fund)
    assert isinstance(hundred, Hundred)
    assert [row.value for row in hundred.rows] == [40, 23, 14]
