"""Arbitrary lives of a room: moves that mean something in whatever state they are made.

A move is a few small numbers, so that Hypothesis can shrink a bad day to a short one. What the
numbers mean is worked out from the state: "the third person answers with their second option".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.room import TRADES, Room
from thinkcoop.core.games.base import Amount, Pick, Roll
from thinkcoop.core.kinds import Ask, Ballot, KindStep, Map, Path, PathItem, Promise, Rank, Sort
from thinkcoop.core.kinds import Move as Game
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import floor_for, step_of
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.session.forms import form_questions
from thinkcoop.core.session.rules.cards import held_up
from thinkcoop.core.session.state import Walked
from thinkcoop.core.words import MINUTE, ROOM, AnswerId, Millis, SeatNo, StepId, TableNo


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that somebody does: `verb`, two numbers, and how long after the last one (ms)."""

    verb: str
    a: int
    b: int
    after: int


def good_value(step: KindStep, b: int) -> tuple[int, ...]:
    """A proper answer to this step."""
    match step:
        case Ask():
            return _good_answer(step, b)
        case Rank() | Ballot():
            return (b % len(step.options),)
        case Sort():
            return tuple((b + i) % len(step.groups) for i in range(len(step.cards)))
        case Map():
            return tuple(1 + (b + i) % 2 for i in range(len(step.people)))
        case Promise():
            return (b % len(step.options), b % len(step.by))
        case Game():
            return _good_move(step, b)
        case _:
            return (b,)


def _good_answer(step: Ask, b: int) -> tuple[int, ...]:
    wide = 3 if step.pick == "scale" else max(1, len(step.options))
    if step.pick in ("number", "money"):
        return (step.lowest + b % max(1, step.highest - step.lowest),)
    return () if step.pick == "words" else (b % wide,)


def _good_move(step: Game, b: int) -> tuple[int, ...]:
    """A proper move in a round of a game."""
    form = step.round.form
    match form:
        case Amount():
            return (form.lowest + b % ((form.highest - form.lowest) // form.step + 1) * form.step,)
        case Pick():
            return (b % len(form.ids),)
        case Roll():
            return ()


def good_item(item: PathItem, b: int) -> tuple[int, ...]:
    """A proper answer to an item of a private path."""
    if item.kind == "way":
        return ()
    if item.kind == "beans":
        first = b % (item.beans + 1)
        return (first, item.beans - first, *[0] * (len(item.options) - 2))
    return (b % len(item.options),)


def command_of(room: Room, move: Move) -> c.Command:
    """What this move means now."""
    return _VERBS[move.verb](room, move.a, move.b)


def make(room: Room, move: Move) -> c.Command:
    """Let the time of the move pass (ringing on the way) and return its command."""
    room.wait(move.after / 1000)
    if move.verb == "alarm":
        due = alarm(room.state)
        room.now = max(room.now, due) if due is not None else room.now
    return command_of(room, move)


def _someone(room: Room, a: int) -> SeatNo:
    """A seat, mostly one that was taken."""
    seats = list(room.state.seats)
    return seats[a % len(seats)] if seats and a % 17 else SeatNo(a)


def _somewhere(room: Room, b: int) -> TableNo:
    tables = list(room.state.tables)
    return tables[b % len(tables)] if tables and b % 13 else TableNo(b % 5)


def _step_for(room: Room, seat: SeatNo, table: TableNo) -> KindStep | None:
    person = room.state.seats.get(seat)
    where = person.table if person is not None else table
    return step_of(room.state, floor_for(room.state, where))


def _key(room: Room, seat: SeatNo, table: TableNo, b: int) -> StepId:
    """The step open there; now and then another one, or one that is nowhere."""
    step = _step_for(room, seat, table)
    if step is not None and b % 11:
        return step.key
    keys = [*room.program.by_key, StepId("nowhere")]
    return keys[b % len(keys)]


def _join(room: Room, a: int, b: int) -> c.Command:
    device = [t.number for t in room.state.tables.values() if t.device]
    at_device = bool(device) and a % 3 == 0
    channel: Channel = "table" if at_device else "phone"
    if a % 5 == 4:
        channel = "card" if b % 2 else "paper"
    return c.TakeSeat(
        answer=room.name(),
        picture=f"p{a % 60}",
        trade=TRADES[b % 3] if b % 19 else "astronaut",
        reads=b % 4 != 1,
        guest=a % 9 == 0,
        channel=channel,
        table=device[b % len(device)] if at_device else ROOM,
    )


def _give(room: Room, a: int, b: int) -> c.Command:
    seat = _someone(room, a)
    step = _step_for(room, seat, ROOM)
    value = good_value(step, b) if step is not None else (b,)
    item = 0
    if isinstance(step, Path):
        item = room.state.walked.get(step.key, {}).get(seat, Walked()).done
        value = good_item(step.items[item % len(step.items)], b)
    key = _key(room, seat, ROOM, b)
    return c.GiveAnswer(seat=seat, step=key, answer=room.name(), value=value, text="tea", item=item)


def _sign(room: Room, a: int, b: int) -> c.Command:
    seat = _someone(room, a)
    key = _key(room, seat, ROOM, b)
    name = AnswerId("same") if b % 7 == 0 else room.name()
    by = _someone(room, b) if b % 3 == 0 else SeatNo(0)
    return c.ShowSign(seat=seat, step=key, answer=name, sign=b % 6 - 1, by=by)


def _read(room: Room, a: int, b: int) -> c.Command:
    """What a camera saw: most cards that are up, and now and then what cannot be."""
    signs = [
        c.CardSign(seat=seat, step=asked.step, item=asked.item, sign=(a + b + at) % 5)
        for at, (seat, asked) in enumerate(held_up(room.state).items())
        if (a + at) % 4
    ]
    if b % 5 == 0:
        seat = _someone(room, a)
        signs.append(c.CardSign(seat=seat, step=_key(room, seat, ROOM, b), sign=b % 7 - 1))
    if b % 9 == 0:
        signs += signs[:1]
    name = AnswerId("same") if b % 7 == 0 else room.name()
    return c.ReadCards(answer=name, signs=tuple(signs), disagree=b % 3)


def _absurd(room: Room, a: int, b: int) -> c.Command:
    seat = _someone(room, a)
    key = _key(room, seat, ROOM, b)
    value = tuple(range(-1, b % 7)) if b % 2 else (10**9 * (b % 3 - 1),)
    text = ("\x00", "x" * 400, "", "ok")[b % 4]
    return c.GiveAnswer(seat=seat, step=key, answer=AnswerId("same"), value=value, text=text)


def _previous(room: Room, a: int, b: int) -> c.Command:
    seat = _someone(room, a)
    key = _key(room, seat, ROOM, b)
    return c.TurnBack(seat=seat, step=key, item=b % 5 - 1, answer=room.name())


def _hands(room: Room, a: int, b: int) -> tuple[SeatNo, TableNo]:
    """A seat's phone, or a table's device."""
    if a % 4 == 3:
        return SeatNo(0), _somewhere(room, b)
    return _someone(room, a), ROOM


def _turn(room: Room, a: int, b: int) -> c.Command:
    seat, table = _hands(room, a, b)
    person = room.state.seats.get(seat)
    floor = floor_for(room.state, person.table if person else table)
    speaker = floor.speaker if b % 5 else _someone(room, b)
    actor = speaker if a % 2 and seat else seat
    return c.EndTurn(
        step=_key(room, actor, table, b),
        speaker=speaker,
        passed=b % 3 == 0,
        seat=actor,
        table=table,
    )


def _done(room: Room, a: int, b: int) -> c.Command:
    seat, table = _hands(room, a, b)
    person = room.state.seats.get(seat)
    floor = floor_for(room.state, person.table if person else table)
    half = 2 if floor.switched else 1
    key = _key(room, seat, table, b)
    return c.SayDone(step=key, seat=seat, table=table, half=half, answer=room.name())


def _unclear(room: Room, a: int, b: int) -> c.Command:
    seat, table = _hands(room, a, b)
    return c.SayNotClear(step=_key(room, seat, table, b), seat=seat, table=table)


def _more(room: Room, a: int, b: int) -> c.Command:
    seat, table = _hands(room, a, b)
    person = room.state.seats.get(seat)
    closes = floor_for(room.state, person.table if person else table).closes_at
    key = _key(room, seat, table, b)
    return c.AskMoreTime(step=key, seat=seat, table=table, closes_at=closes)


def _narrate(room: Room, a: int, b: int) -> c.Command:
    where = _somewhere(room, b) if a % 3 else ROOM
    key = _key(room, SeatNo(0), where, b) if where else _of_room(room, b)
    lasts = Millis((a % 7) * 9_000)
    return c.StartNarration(step=key, answer=room.name(), milliseconds=lasts, table=where)


def _of_room(room: Room, b: int) -> StepId:
    step = step_of(room.state, room.state.room)
    return step.key if step is not None else _key(room, SeatNo(0), TableNo(1), b)


def _spoke(room: Room, a: int, b: int) -> c.Command:
    seat, table = _hands(room, a, b)
    key = _key(room, seat, table, b)
    return c.MarkSpoke(step=key, who=_someone(room, b), seat=seat, table=table)


def _form(room: Room, a: int, b: int) -> c.Command:
    """A form of somebody who has a seat, or of one who has none; sometimes once more, or absurd."""
    seat = _someone(room, a) if a % 3 else SeatNo(0)
    steps = form_questions(room.program)[: 1 + a % 4]
    fields = tuple(
        c.FormField(step=step.key, value=good_value(step, a + b), text="Tea" if b % 2 else "")
        for step in steps
    )
    return c.TypeForm(
        form=b % 42,
        seat=seat,
        trade="seller" if b % 7 else "",
        answer=room.name() if b % 5 else AnswerId("form"),
        fields=fields,
        entry="second" if a % 5 == 4 else "first",
        settled=fields if b % 2 else (),
        replaces=b % 3 == 0,
    )


def _slips(room: Room, a: int, b: int) -> c.Command:
    votes = [step for step in room.program.by_key.values() if isinstance(step, Ballot)]
    step = votes[a % len(votes)] if votes else next(iter(room.program.by_key.values()))
    wide = len(step.choices()) if b % 9 else 1
    counts = tuple((a + i) % 7 for i in range(wide))
    return c.TypeBallot(step=step.key, answer=room.name(), counts=counts)


def _question(room: Room, a: int, b: int) -> c.Command:
    seat, table = _hands(room, a, b)
    about = ("", "money", "a" * 50, "not a slug")[b % 4]
    return c.PutQuestion(
        answer=room.name() if a % 3 else AnswerId("asked"),
        seat=seat,
        table=table,
        about=about,
        text=("Who pays?", "", "\x01")[a % 3],
    )


def _touch(room: Room, a: int, b: int) -> tuple[SeatNo, TableNo]:
    return (SeatNo(0), _somewhere(room, b)) if a % 4 == 3 else (_someone(room, a), ROOM)


def _lose(room: Room, a: int, b: int) -> c.Command:
    seat, table = _touch(room, a, b)
    return c.LoseTouch(seat=seat, table=table)


def _back(room: Room, a: int, b: int) -> c.Command:
    seat, table = _touch(room, a, b)
    return c.ComeBack(seat=seat, table=table, answer=room.name() if seat else c.UNNAMED)


def _pass(room: Room, a: int, b: int) -> c.Command:
    seat = _someone(room, a)
    return c.PassAnswer(seat=seat, step=_key(room, seat, ROOM, b), answer=room.name())


def _skip(room: Room, a: int, b: int) -> c.Command:
    seat = _someone(room, a)
    step = _step_for(room, seat, ROOM)
    done = 0 if step is None else room.state.walked.get(step.key, {}).get(seat, Walked()).done
    key, name = _key(room, seat, ROOM, b), AnswerId("same") if b % 7 == 0 else room.name()
    return c.SkipItem(seat=seat, step=key, item=done if b % 5 else b, answer=name)


def _hand(room: Room, a: int, b: int) -> c.Command:
    table = _somewhere(room, b)
    seat = _someone(room, a) if a % 5 else SeatNo(0)
    step = step_of(room.state, floor_for(room.state, table))
    if step is None:
        return c.HandTo(table=table, seat=seat)
    key = step.key if b % 11 else StepId("nowhere")
    return c.HandTo(table=table, seat=seat, step=key, answer=room.name())


def _meeting(room: Room, a: int, b: int) -> c.Command:
    wall = 1_503_622_800_000 + room.now
    return c.OpenMeeting(starts_in=Millis(a * 1_000), lasts=Millis((b % 40) * MINUTE), wall_ms=wall)


_VERBS: dict[str, Callable[[Room, int, int], c.Command]] = {
    "join": _join,
    "device": lambda room, a, b: c.JoinDevice(table=TableNo(b % 4), answer=room.name()),
    "answer": _give,
    "absurd": _absurd,
    "sign": _sign,
    "read": _read,
    "pass": _pass,
    "skip": _skip,
    "done": _done,
    "unclear": _unclear,
    "more": _more,
    "narrate": _narrate,
    "turn": _turn,
    "spoke": _spoke,
    "hand": _hand,
    "question": _question,
    "form": _form,
    "slips": _slips,
    "previous": _previous,
    "lose": _lose,
    "back": _back,
    "leave": lambda room, a, b: c.Leave(seat=_someone(room, a), answer=room.name()),
    "pause": lambda room, a, b: c.Pause(),
    "resume": lambda room, a, b: c.Resume(),
    "go_on": lambda room, a, b: c.GoOn(),
    "give_more": lambda room, a, b: c.GiveMoreTime(),
    "reopen": lambda room, a, b: c.Reopen(down_ms=Millis((b - 5) * 30_000)),
    "meeting": _meeting,
    "alarm": lambda room, a, b: c.Tick(),
}

OFTEN = ("join", "answer", "answer", "answer", "done", "done", "turn", "turn", "alarm", "alarm")

moves: st.SearchStrategy[Move] = st.builds(
    Move,
    verb=st.sampled_from((*OFTEN, *_VERBS)),
    a=st.integers(0, 60),
    b=st.integers(0, 60),
    after=st.sampled_from((0, 0, 1, 700, 5_000, 20_000, 61_000, 200_000)),
)


@dataclass(frozen=True, slots=True)
class Life:
    """A room from its opening on: how it was opened, who came first, and what then happened."""

    edition: str
    minutes: float
    starts_in: float
    expected: int
    people: int
    moves: tuple[Move, ...]


lives: st.SearchStrategy[Life] = st.builds(
    Life,
    edition=st.sampled_from(("short", "two-days", "game")),
    minutes=st.sampled_from((20.0, 9.0, 3.0, 0.3, 45.0)),
    starts_in=st.sampled_from((0.0, 5.0)),
    expected=st.sampled_from((0, 5, 9)),
    people=st.integers(0, 15),
    moves=st.lists(moves, max_size=40).map(tuple),
)
