"""A device that leads reads aloud, and the clock of the step waits for it."""

from __future__ import annotations

from thinkcoop.core.kinds import Break
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import floor_for, on_wall, step_of
from thinkcoop.core.session.plan import most_more
from thinkcoop.core.session.state import Floor, State
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.words import MINUTE, ROOM, Millis, Refusal, Why

LONGEST_MS = Millis(5 * MINUTE)
"""Nothing that is read in one go takes longer."""
TIMES = 3
"""So often may a step be heard while its clock waits. It can be heard again; the clock goes on."""


def start_narration(state: State, command: c.StartNarration, now: Millis) -> Decision | Refusal:
    """Let the clock of the open step wait while it is read aloud.

    It waits at most three times as long as the reading takes, never past what the plan of the rest
    of the day protects, and not in a break, a pause or a table's last minute. Where it does not
    wait nothing happens, and the device reads all the same. Refuses a table without a device, and
    a step that is not open there.
    """
    floor = _floor(state, command)
    if isinstance(floor, Refusal):
        return floor
    step = step_of(state, floor)
    if step is None or step.key != command.step:
        return Refusal(Why.STEP_CLOSED if state.program.step(command.step) else Why.OTHER_STEP)
    if isinstance(step, Break) or floor.hurried or state.paused_at is not None:
        return Decision()
    waits = _waits(state, floor, command, now)
    if waits <= 0 or command.answer in floor.narrations:
        return Decision()
    started = e.NarrationStarted(
        at=now,
        table=command.table,
        step=floor.step,
        answer=command.answer,
        until=Millis(now + command.milliseconds),
        closes_at=Millis(floor.closes_at + waits),
    )
    return Decision((started,))


def _floor(state: State, command: c.StartNarration) -> Floor | Refusal:
    if state.phase != "running":
        return Refusal(Why.NOT_STARTED if state.phase == "gathering" else Why.NOT_NOW)
    if not 0 < command.milliseconds <= LONGEST_MS:
        return Refusal(Why.NOT_NOW)
    if command.table == ROOM:
        return state.room
    table = state.tables.get(command.table)
    if table is None or not table.device:
        return Refusal(Why.TABLE_UNKNOWN)
    return floor_for(state, table.number)


def _waits(state: State, floor: Floor, command: c.StartNarration, now: Millis) -> Millis:
    """How much longer the step may be open: what is read twice at one time counts once.

    What the wall tells of a private path has its time to be heard: it waits for what is over.
    """
    lasts = command.milliseconds
    fresh = now + lasts - max(now, floor.narrated_until)
    if command.table == ROOM and on_wall(state) is not None and not floor.item_asks:
        fresh = min(fresh, now + lasts - floor.item_until)
    left = TIMES * lasts - floor.held
    spare = most_more(state, state.stage, floor.step, floor.closes_at)
    return Millis(min(fresh, left, spare))
