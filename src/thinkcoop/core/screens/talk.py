"""Screens of steps in which people talk or listen, the same for a phone and a table's device.

`seat` is whose phone it is; 0 for the table's device, which leads everyone at the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.kinds import Ask, Discuss, KindStep, Show
from thinkcoop.core.screens.charts import charts_of
from thinkcoop.core.screens.parts import (
    STEP_ICONS,
    bar,
    done_button,
    face_choices,
    half_button,
    more_button,
    option_choices,
    plan_change,
    ready_button,
    ring,
    sentence,
    stones,
    turn_bar,
    unclear_buttons,
    was_said_again,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Button, Choice, Kind, Screen, Words, phrase
from thinkcoop.core.session.asking import tally_of
from thinkcoop.core.session.state import NOBODY, Floor, State, Table
from thinkcoop.core.words import SeatNo, StepId


@dataclass(frozen=True, slots=True)
class View:
    """Through whose eyes: a seat's phone, or the device of a table (seat 0)."""

    state: State
    table: Table
    floor: Floor
    step: KindStep
    seat: SeatNo

    @property
    def device(self) -> bool:
        """Whether this is the table's own device."""
        return self.seat == NOBODY

    @property
    def role(self) -> str:
        """The role of this phone's holder."""
        return next((role for role, number in self.table.roles if number == self.seat), "")

    def holds(self, role: str) -> bool:
        """Whether this view may act for the role: its holder, or the table's device."""
        return self.device or self.table.holder(role) == self.seat


def base(view: View, kind: Kind, **parts: object) -> Screen:
    """What every screen of an open step has: path, bar, sentence, picture, buttons at the foot."""
    change = plan_change(view.state)
    notes: tuple[Words, ...] = (
        (phrase(P.SAID_AGAIN),) if was_said_again(view.floor, view.step) else ()
    )
    notes += (phrase(P.LAST_MINUTE),) if view.floor.hurried else ()
    notes += (change,) if change is not None and view.device else ()
    fields: dict[str, object] = {
        "step": view.step.key,
        "stones": stones(view.state),
        "bar": bar(view.state, view.floor),
        "text": sentence(view.floor, view.step),
        "picture": view.step.picture or "",
        "icon": STEP_ICONS.get(view.step.kind, ""),
        "role": view.role,
        "table": view.table.number if view.device else 0,  # phones at all tables share one screen
        "notes": notes,
    }
    fields.update(parts)
    return Screen(kind=kind, **fields)  # type: ignore[arg-type]  # the parts are typed by their makers


def say(view: View) -> Screen:
    """The reader reads; the others listen. A table without a reader is read to by its device."""
    reads = view.table.holder("reader") == view.seat and not view.device
    heading = phrase(P.READ_ALOUD) if reads else phrase(P.LISTEN_READER)
    if not view.table.holder("reader"):
        heading = phrase(P.LISTEN)
    leads = reads or view.device or (not view.table.holder("reader") and view.holds("timekeeper"))
    buttons = (done_button(view.step), *_small(view)) if leads else _small(view)
    return base(view, "say", heading=heading, buttons=buttons, speaking=reads)


def _small(view: View) -> tuple[Button, ...]:
    """What everyone may always say."""
    return unclear_buttons(view.step)


def think(view: View) -> Screen:
    """Silence."""
    ready = view.seat in view.floor.done
    buttons = _small(view) if ready else (ready_button(view.step), *_small(view))
    return base(view, "think", heading=phrase(P.THINK_QUIET), buttons=buttons)


def turn(view: View) -> Screen:
    """Each in turn: the speaker sees the question large, the others see who speaks."""
    floor, state = view.floor, view.state
    mine = view.seat == floor.speaker and not view.device
    heading: Words = phrase(P.YOUR_TURN) if mine else phrase(P.SPEAKS_NOW)
    fields = (("step", view.step.id), ("speaker", str(floor.speaker)))
    done = Button(act="turn", words=phrase(P.DONE), icon="done", main=True, fields=fields)
    passing = Button(
        act="turn", words=phrase(P.PASS), icon="pass", fields=(*fields, ("passed", "1"))
    )
    forward = Button(act="turn", words=phrase(P.NEXT_PERSON), icon="go-on", fields=fields)
    if mine or view.device:
        buttons: tuple[Button, ...] = (done, passing)
    elif view.holds("timekeeper"):
        buttons = (forward, *_small(view))
    else:
        buttons = _small(view)
    return base(
        view,
        "turn",
        heading=heading,
        bar=turn_bar(state, floor),
        people=ring(state, view.table, floor, floor.speaker),
        buttons=buttons,
        speaking=mine,
    )


def pair(view: View) -> Screen:
    """Two people: one speaks, one listens, then the other way round."""
    floor = view.floor
    mine = next((pair for pair in floor.pairs if view.seat in pair), ())
    partners = [number for number in mine if number != view.seat]
    people = tuple(p for p in ring(view.state, view.table, floor) if p.seat in partners)
    first = bool(mine) and mine[0] == view.seat
    speaking = bool(partners) and first != floor.switched
    if view.device or not mine:
        heading = phrase(P.PAIR_SWITCH if floor.switched else P.PAIR_TALK)
        people = ring(view.state, view.table, floor)
    elif not partners:
        heading = phrase(P.PAIR_ALONE)
    elif speaking:
        heading = phrase(P.PAIR_YOU_NOW if floor.switched else P.PAIR_YOU_FIRST)
    else:
        heading = phrase(P.PAIR_LISTEN)
    said = view.seat in floor.done
    buttons = _small(view) if said else (half_button(view.step, floor), *_small(view))
    return base(
        view,
        "pair",
        heading=heading,
        bar=turn_bar(view.state, floor),
        people=people,
        buttons=buttons,
        speaking=speaking,
    )


def discuss(view: View) -> Screen:
    """The table talks; the encourager sees who was not heard yet."""
    notes: tuple[Words, ...] = base(view, "discuss").notes
    marks = view.holds("encourager")
    if marks:
        notes = (*notes, phrase(P.WHO_WAS_QUIET))
    ends = ends_of(view)
    if ends:
        notes = (phrase(P.BEGIN_WITH_ENDS), *notes)
    said = view.seat in view.floor.done and not view.device
    buttons = () if said else (done_button(view.step, main=view.holds("timekeeper")),)
    return base(
        view,
        "discuss",
        heading=phrase(P.TALK_TABLE),
        people=ring(view.state, view.table, view.floor) if marks else (),
        buttons=(*buttons, more_button(view.step, view.floor), *_small(view)),
        notes=notes,
        ends=ends,
    )


def ends_of(view: View) -> tuple[Choice, ...]:
    """The two ends of the spread of an earlier answer at this table: who chose them may begin.

    Both ends as pictures, never who. Empty when everyone chose the same or nobody answered.
    """
    step = view.step
    if not isinstance(step, Discuss) or step.ends_of is None:
        return ()
    asked = view.state.program.step(StepId(step.ends_of))
    tally = None if asked is None else tally_of(view.state, asked, view.table.number)
    if not isinstance(asked, Ask) or tally is None or not tally.counts:
        return ()
    chosen = [index for index, count in enumerate(tally.counts) if count]
    if len(chosen) < 2:
        return ()
    choices = face_choices() if asked.pick == "scale" else option_choices(asked.options)
    return choices[chosen[0]], choices[chosen[-1]]


def show(view: View) -> Screen:
    """Results, of this table or of the room."""
    step = view.step
    charts = charts_of(view.state, step, view.table.number) if isinstance(step, Show) else ()
    said = view.seat in view.floor.done
    buttons = () if said else (done_button(step, main=view.holds("timekeeper")),)
    return base(
        view, "show", heading=phrase(P.LOOK), charts=charts, buttons=(*buttons, *_small(view))
    )


def report(view: View) -> Screen:
    """One table after the other tells the room."""
    floor, state = view.floor, view.state
    speaker = state.seats.get(floor.speaker)
    number = speaker.table if speaker is not None else 0
    mine = view.seat == floor.speaker and not view.device
    our_turn = number == view.table.number
    heading = phrase(P.REPORT_YOU) if mine else phrase(P.REPORT_LISTEN, table=number)
    fields = (("step", view.step.id), ("speaker", str(floor.speaker)))
    done = Button(act="turn", words=phrase(P.DONE), icon="done", main=True, fields=fields)
    passing = Button(
        act="turn", words=phrase(P.PASS), icon="pass", fields=(*fields, ("passed", "1"))
    )
    may_end = mine or (our_turn and view.holds("timekeeper"))
    return base(
        view,
        "report",
        heading=heading,
        bar=turn_bar(state, floor),
        buttons=(done, passing) if may_end else (),
        speaking=mine,
    )
