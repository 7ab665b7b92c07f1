"""From what a form sends to a command: one table for phones, table devices and rehearsals.

Fields arrive as lists of texts by name, as browsers send them. Whole numbers may be written in any
digits (Khmer, Latin, mixed). What cannot be understood is refused; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thinkcoop.core.session import commands as c
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import ROOM, AnswerId, Millis, Refusal, SeatNo, StepId, TableNo, Why

Fields = Mapping[str, Sequence[str]]

LONGEST_FIELD = 600
MOST_VALUES = 40
LARGEST_NUMBER = 10**12
LONGEST_NUMBER = 30
_NUMBER = re.compile(r"-?(\d+|\d{1,3}([ \u00a0\u202f,.]\d{2,3})*[ \u00a0\u202f,.]\d{3})")
_BETWEEN = re.compile(r"[ \u00a0\u202f,.]")


@dataclass(frozen=True, slots=True)
class Hands:
    """Whose device sent it: a seat's phone, or a table's device (then `seat` is 0)."""

    seat: SeatNo = NOBODY
    table: TableNo = ROOM


CONVENER = Hands()
"""Neither: the desk, which acts for nobody's seat."""


def command_of(
    act: str, fields: Fields, hands: Hands, state: State, fresh: AnswerId
) -> c.Command | Refusal:
    """Return the command that this act means, or why it means none.

    `fresh` names the answer when the form did not bring a name of its own.
    """
    maker = _MAKERS.get(act)
    if maker is None or any(len(t) > LONGEST_FIELD for texts in fields.values() for t in texts):
        return Refusal(Why.UNREADABLE if maker is None else Why.TEXT_TOO_LONG)
    seat = _seat(fields, hands, state)
    if isinstance(seat, Refusal):
        return seat
    return maker(_Form(fields=fields, hands=hands, seat=seat, fresh=fresh))


@dataclass(frozen=True, slots=True)
class _Form:
    fields: Fields
    hands: Hands
    seat: SeatNo
    fresh: AnswerId

    def text(self, name: str) -> str:
        texts = self.fields.get(name, ())
        return texts[-1] if texts else ""

    @property
    def step(self) -> StepId:
        return StepId(self.text("step"))

    @property
    def answer(self) -> AnswerId:
        given = self.text("answer")
        return AnswerId(given) if given and len(given) <= 64 and given.isalnum() else self.fresh


def _seat(fields: Fields, hands: Hands, state: State) -> SeatNo | Refusal:
    """The seat that acts: the phone's own, or on a table's device one of that table's people."""
    named = fields.get("seat", ())
    if hands.seat != NOBODY:
        return hands.seat
    if not named or named[-1] in ("", "0") or hands == CONVENER:
        return NOBODY
    number = whole_number(named[-1])
    if number is None or SeatNo(number) not in state.seats:
        return Refusal(Why.SEAT_UNKNOWN)
    seat = state.seats[SeatNo(number)]
    return seat.number if seat.table == hands.table else Refusal(Why.SEAT_UNKNOWN)


def whole_number(text: str) -> int | None:
    """Read a whole number in any digits, with blanks, commas or points between thousands.

    Groups of two (lakhs) may stand before the last three digits. A fraction is no whole number.

    >>> whole_number("12 500"), whole_number("១២,៥០០"), whole_number("-3"), whole_number("ten")
    (12500, 12500, -3, None)
    >>> whole_number("1,50,000"), whole_number("2.5")
    (150000, None)
    """
    if len(text) > LONGEST_NUMBER or not _NUMBER.fullmatch(text.strip()):
        return None
    number = int(_BETWEEN.sub("", text.strip()))
    return number if abs(number) <= LARGEST_NUMBER else None


def _values(form: _Form) -> tuple[int, ...] | Refusal:
    """The answer's numbers: repeated `v`, or `v0 v1 …` where a missing one is -1."""
    texts = list(form.fields.get("v", ()))
    if not texts:
        count = whole_number(form.text("n") or "0")
        if count is None or not 0 <= count <= MOST_VALUES:
            return Refusal(Why.UNREADABLE)
        texts = [form.text(f"v{index}") or "-1" for index in range(count)]
        if form.text("trim"):
            texts = [text for text in texts if text != "-1"]
    if len(texts) > MOST_VALUES:
        return Refusal(Why.TOO_MANY_CHOICES)
    numbers = [whole_number(text) for text in texts if text != ""]
    if any(number is None for number in numbers):
        return Refusal(Why.NOT_AN_ANSWER)
    return tuple(number for number in numbers if number is not None)


def _answer(form: _Form) -> c.Command | Refusal:
    value = _values(form)
    if isinstance(value, Refusal):
        return value
    return c.GiveAnswer(
        seat=form.seat,
        step=form.step,
        answer=form.answer,
        value=value,
        text=form.text("text"),
        item=_item(form),
    )


def _item(form: _Form) -> int:
    """Which question of a private path is meant; 0 where there is only one."""
    return whole_number(form.text("item")) or 0


def _pass(form: _Form) -> c.Command:
    """One question of a private path, or else the whole step."""
    if not form.text("item"):
        return c.PassAnswer(seat=form.seat, step=form.step, answer=form.answer)
    return c.SkipItem(seat=form.seat, step=form.step, item=_item(form), answer=form.answer)


def _previous(form: _Form) -> c.Command:
    return c.TurnBack(seat=form.seat, step=form.step, item=_item(form), answer=form.answer)


def _done(form: _Form) -> c.Command:
    half = whole_number(form.text("half")) or 0
    return c.SayDone(
        step=form.step,
        seat=form.hands.seat,
        table=form.hands.table,
        half=half,
        answer=form.answer,
    )


def _more(form: _Form) -> c.Command:
    closes = whole_number(form.text("closes")) or 0
    return c.AskMoreTime(
        step=form.step, seat=form.hands.seat, table=form.hands.table, closes_at=Millis(closes)
    )


def _turn(form: _Form) -> c.Command | Refusal:
    speaker = whole_number(form.text("speaker"))
    if speaker is None:
        return Refusal(Why.UNREADABLE)
    return c.EndTurn(
        step=form.step,
        speaker=SeatNo(speaker),
        passed=form.text("passed") == "1",
        seat=form.hands.seat,
        table=form.hands.table,
    )


def _spoke(form: _Form) -> c.Command | Refusal:
    who = whole_number(form.text("who"))
    if who is None:
        return Refusal(Why.UNREADABLE)
    return c.MarkSpoke(
        step=form.step, who=SeatNo(who), seat=form.hands.seat, table=form.hands.table
    )


def _hand(form: _Form) -> c.Command | Refusal:
    if form.hands.seat != NOBODY:
        return Refusal(Why.TABLE_UNKNOWN)
    return c.HandTo(table=form.hands.table, seat=form.seat, step=form.step, answer=form.answer)


def _question(form: _Form) -> c.Command:
    return c.PutQuestion(
        answer=form.answer,
        seat=form.hands.seat,
        table=form.hands.table,
        about=form.text("about"),
        text=form.text("text"),
    )


def _sign(form: _Form) -> c.Command | Refusal:
    """What the card of the named seat shows: another's than that of the phone it is tapped on.

    Sign -1 is *I would rather not*.
    """
    seat, sign = whole_number(form.text("seat")), whole_number(form.text("sign"))
    if seat is None or sign is None or sign < -1:
        return Refusal(Why.UNREADABLE)
    return c.ShowSign(
        seat=SeatNo(seat), step=form.step, answer=form.answer, sign=sign, by=form.hands.seat
    )


_MAKERS: Mapping[str, Callable[[_Form], c.Command | Refusal]] = {
    "answer": _answer,
    "pass": _pass,
    "previous": _previous,
    "sign": _sign,
    "done": _done,
    "unclear": lambda form: c.SayNotClear(
        step=form.step, seat=form.hands.seat, table=form.hands.table
    ),
    "more": _more,
    "turn": _turn,
    "spoke": _spoke,
    "hand": _hand,
    "question": _question,
    "leave": lambda form: c.Leave(seat=form.seat, answer=form.answer),
    "return": lambda form: c.ComeBack(seat=form.seat, answer=form.answer),
}

ACTS = frozenset(_MAKERS)
"""Every address under `do/`."""
