"""What the wall shows: it leads everyone, readable from eight metres, numbers and never names."""

from __future__ import annotations

from collections.abc import Mapping

from thinkcoop.core.kinds import Ballot, KindStep, Path, Seen, Show, Told
from thinkcoop.core.module.model import Level
from thinkcoop.core.screens.cards import hold_up, tables_of_cards
from thinkcoop.core.screens.charts import charts_of
from thinkcoop.core.screens.decide import content_of, rules_marked
from thinkcoop.core.screens.form import form_of
from thinkcoop.core.screens.parts import (
    STEP_ICONS,
    bar,
    clock_text,
    plan_change,
    sentence,
    stones,
    turn_bar,
    was_said_again,
)
from thinkcoop.core.screens.path import path_on_wall
from thinkcoop.core.screens.phone import is_being_seated, outside_of_steps, seating_bar
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.play import seen_charts
from thinkcoop.core.screens.screen import Chart, Screen, TableSign, Text, Words, phrase
from thinkcoop.core.session.asking import (
    is_live,
    live_tables,
    on_wall,
    people_here,
    stage_now,
    step_of,
    waiting_for,
)
from thinkcoop.core.session.state import NOBODY, Floor, State
from thinkcoop.core.words import ROOM

LOOK = phrase(P.LOOK)
"""Goes without saying where there is a chart to look at."""
LEVEL_PICTURES: Mapping[Level, str] = {
    "alone": "one-person",
    "pair": "two-people",
    "table": "table-people",
    "all": "whole-room",
}
"""Who acts together now, for whoever comes late and does not read."""
MOST_CHARTS = 2
"""So many pictures of a round can be read from the back of a room; phones have the others."""
MOST_WORDS = 16
"""A longer sentence is read aloud at the tables; the wall says what it is about."""


def wall_screen(state: State) -> Screen:
    """Where we are, what to do, time left, who is still missing (a number), results."""
    outside = outside_of_steps(state, ROOM)
    if outside is not None:
        return _outside(state, outside)
    return hold_up(state, _together(state) if state.room.open else _at_tables(state))


def _counts(state: State) -> dict[str, int]:
    expected = state.header.expected if state.header else 0
    return {"here": people_here(state), "expected": expected}


def _outside(state: State, screen: Screen) -> Screen:
    counts = _counts(state)
    if is_being_seated(state):
        return Screen(
            kind="seated",
            stones=screen.stones,
            bar=seating_bar(state),
            heading=phrase(P.WELCOME),
            text=phrase(P.FIND_TABLE),
            picture="table-people",
            icon="sit",
            tables=table_signs(state),
            cards=tables_of_cards(state),
            here=counts["here"],
            expected=counts["expected"],
        )
    gathering = screen.kind == "gather"
    heading = phrase(P.WELCOME) if gathering else screen.heading
    text: Words | None = phrase(P.COME_IN) if gathering else screen.text
    if screen.kind in ("between", "over"):
        text = Text(state.program.module.title)
    return Screen(
        kind=screen.kind,
        stones=screen.stones,
        heading=heading,
        text=text,
        icon=screen.icon,
        picture="welcome" if gathering else "",
        notes=(screen.text,) if gathering and screen.text is not None else screen.notes,
        join=gathering,
        tables=table_signs(state) if gathering else (),
        here=counts["here"],
        expected=counts["expected"],
    )


def table_signs(state: State) -> tuple[TableSign, ...]:
    """Each table: at work and at what, done, or empty."""
    signs = []
    for table in state.tables.values():
        if not is_live(state, table):
            signs.append(TableSign(number=table.number, state="empty"))
        else:
            works = table.floor.open or state.room.open
            step = step_of(state, table.floor)
            sign = TableSign(
                number=table.number,
                state="works" if works else "done",
                icon=STEP_ICONS.get(step.kind, "") if step is not None else "",
            )
            signs.append(sign)
    return tuple(signs)


def level_of(step: KindStep) -> Level:
    """Who does it together. A private path and a secret vote each does alone, all at one time."""
    return "alone" if isinstance(step, Path | Ballot) else step.to


def _notes(state: State, floor: Floor | None) -> tuple[Words, ...]:
    notes: list[Words] = []
    count = waiting_for(state, floor) if floor is not None else _waiting_at_tables(state)
    if count:
        notes.append(phrase(P.WAITING_FOR, count=count))
    change = plan_change(state)
    if change is not None:
        notes.append(change)
    step = None if floor is None else step_of(state, floor)
    if floor is not None and step is not None and was_said_again(floor, step):
        notes.append(phrase(P.SAID_AGAIN))
    return tuple(notes)


def _waiting_at_tables(state: State) -> int:
    return sum(waiting_for(state, table.floor) for table in live_tables(state))


def _told(state: State, step: Told) -> Screen:
    """A part of the decision, for all to see."""
    floor, counts = state.room, _counts(state)
    content = content_of(state, step, again=floor.said_again)
    short = bool(content.rules)  # two rules leave room for the question and no more words
    return Screen(
        kind="show",
        step=step.key,
        stones=stones(state),
        bar=bar(state, floor),
        heading=None if short or (content.charts and content.heading == LOOK) else content.heading,
        text=content.heading if short else content.text,
        picture=content.picture or step.picture or "",
        icon=STEP_ICONS[step.kind],
        who=LEVEL_PICTURES["all"],
        charts=content.charts,
        cards=content.cards,
        rules=content.rules,
        notes=(*content.notes, *_notes(state, floor)),
        here=counts["here"],
        expected=counts["expected"],
    )


def _together(state: State) -> Screen:
    """A step of the whole room."""
    floor = state.room
    step = step_of(state, floor)
    assert step is not None
    if isinstance(step, Told):
        return _told(state, step)
    heading, notes = _room_heading(state, step), _notes(state, floor)
    charts = _charts(state, step)
    kind = "show" if charts else _room_kind(step)
    counts = _counts(state)
    said = sentence(floor, step)
    if len(said.source.split()) > MOST_WORDS and stage_now(state) is not None:
        said = Text(state.program.stages[state.stage].activity.title)
    screen = Screen(
        kind=kind,  # type: ignore[arg-type]  # every room kind is a screen kind
        step=step.key,
        stones=stones(state),
        bar=turn_bar(state, floor) if floor.speaker != NOBODY else bar(state, floor),
        heading=heading,
        text=said,
        picture=step.picture or "",
        icon=STEP_ICONS.get(step.kind, ""),
        who=LEVEL_PICTURES[level_of(step)],
        form=rules_marked(state, step, form_of(step, None)),
        charts=charts,
        notes=notes,
        here=counts["here"],
        expected=counts["expected"],
    )
    asked = on_wall(state)
    if isinstance(step, Path) and asked is not None:
        return path_on_wall(state, step, asked.item, screen)
    return screen


def _charts(state: State, step: KindStep) -> tuple[Chart, ...]:
    if isinstance(step, Seen):
        return seen_charts(state, step, ROOM)[:MOST_CHARTS]
    return charts_of(state, step, ROOM) if isinstance(step, Show) else ()


def _room_kind(step: KindStep) -> str:
    if step.asks or isinstance(step, Path):
        return "ask"
    return step.kind if step.kind in ("ballot", "report", "break", "say", "think") else "table"


def _room_heading(state: State, step: KindStep) -> Words | None:
    if step.kind == "break":
        return phrase(P.BACK_AT, time=clock_text(state, state.room.closes_at))
    if isinstance(step, Ballot):
        return phrase(P.VOTE_SECRET)
    if step.kind == "say":
        return phrase(P.LISTEN_READER)
    if step.kind == "report":
        speaker = state.seats.get(state.room.speaker)
        return phrase(P.REPORT_LISTEN, table=speaker.table if speaker else 0)
    return None


def _at_tables(state: State) -> Screen:
    """Tables work at their own pace: the activity, what most of them do, and how far they are."""
    stage = stage_now(state)
    assert stage is not None
    floors = [table.floor for table in live_tables(state) if table.floor.open]
    floor = min(floors, key=lambda each: (each.step, each.opened_at), default=None)
    step = None if floor is None else step_of(state, floor)
    ends = max((each.closes_at for each in floors), default=None)
    counts = _counts(state)
    return Screen(
        kind="table",
        step=step.key if step is not None else stage.steps[0].key,
        stones=stones(state),
        bar=None if floor is None or ends is None else bar(state, floor),
        heading=phrase(P.AT_YOUR_TABLE),
        text=Text(stage.activity.title),
        picture=(step.picture if step is not None else None) or stage.activity.picture,
        icon=STEP_ICONS.get(step.kind, "") if step is not None else "do-wait",
        who=LEVEL_PICTURES["table" if step is None else level_of(step)],
        notes=_notes(state, None),
        tables=table_signs(state),
        here=counts["here"],
        expected=counts["expected"],
    )
