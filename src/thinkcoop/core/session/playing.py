"""Games at tables: what was played so far, who plays, and the event that settles a round."""

from __future__ import annotations

from thinkcoop.core.games.base import History, usual_move
from thinkcoop.core.games.chance import Chance
from thinkcoop.core.kinds import Move, Seen
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import is_here, tables_of
from thinkcoop.core.session.state import Answer, Floor, State
from thinkcoop.core.words import ROOM, Millis, TableNo


def history(state: State, game: str, table: TableNo, *, before: int) -> History:
    """The rounds of a game that are over at a table (0: the whole room), up to round `before`.

    A table's history has the rounds of the whole room in it.
    """
    found = []
    for step in moves_of(state, game):
        by_table = state.moves.get(step.key, {})
        here = by_table.get(ROOM) or by_table.get(table)
        if step.at < before and here is not None:
            found.append(here)
    return tuple(found)


def moves_of(state: State, game: str) -> tuple[Move, ...]:
    """The move steps of a game, in order."""
    return state.program.games.get(game, ())


def history_before(state: State, step: Move, table: TableNo) -> History:
    """What was played before this move."""
    return history(state, step.game, table, before=step.at)


def history_seen(state: State, step: Seen, table: TableNo) -> History:
    """What this step shows: everything up to the round that was just played."""
    return history(state, step.game, table, before=step.at + 1)


def moves_taken(state: State, floor: Floor, step: Move, now: Millis) -> list[e.Event]:
    """The event that settles this round where it was played; none when nobody played.

    Players are those in touch, and those who made a move and left. Whoever made none makes the
    round's usual move: a player who leaves never holds the others up.
    """
    answers = state.answers.get(step.key, {})
    players = tuple(
        sorted(
            number
            for table in tables_of(state, floor)
            for number in table.seats
            if number in answers or is_here(state, state.seats[number])
        )
    )
    if not players:
        return []
    usual = usual_move(step.round.form)

    def move_in(answer: Answer | None) -> int:
        return usual if answer is None else answer.value[0]

    if step.to == "table":
        given = state.table_answers.get(step.key, {}).get(floor.number)
        moves: tuple[int, ...] = (move_in(given),)
    else:
        moves = tuple(move_in(answers.get(number)) for number in players)
    taken = e.MovesTaken(
        at=now,
        table=floor.number,
        step=step.key,
        players=players,
        moves=moves,
        draws=_draws(state, floor.number, step, len(players)),
    )
    return [taken]


def _draws(state: State, table: TableNo, step: Move, players: int) -> tuple[int, ...]:
    """What chance says: the same for the same session, round and table."""
    sides = step.rules.chances(step.at, history_before(state, step, table), players)
    seed = state.header.seed if state.header is not None else 0
    return Chance("game", seed, step.key, table).draws(sides) if sides else ()
