"""What a tap means, and whether this phone or device may make it.

A phone acts for its own seat only. A table's device acts for its table, and gives the answers of
those who have no phone, of the one whose hands it is in, and those of the table as a whole.
"""

from __future__ import annotations

from thinkcoop.app.acts import ACTS, Hands, command_of
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import floor_for, step_of
from thinkcoop.core.session.rules.answer import is_taken
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import AnswerId, Refusal, SeatNo, StepId
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import BadForm, Form
from thinkcoop.web.refusals import No, Reason

ANSWER_ID = r"[0-9A-Za-z]{8,64}"
VALUE = "v"
"""The one field that may come several times: an answer of several choices."""
NOT_SAID = "other"
"""What a question is about when nobody said it."""


def tap(act: str, form: Form, holder: Holder, state: State, fresh: AnswerId) -> c.Command | Reason:
    """Return the command that was meant, or why it is not taken. Raises BadForm."""
    if act not in ACTS:
        return No.NO_SUCH_PAGE
    form.matching("answer", ANSWER_ID)
    if any(len(values) > 1 and name != VALUE for name, values in form.fields.items()):
        raise BadForm
    may = _may(act, form, holder, state)
    fields = form.fields
    if act == "question" and not form.text("about"):
        fields = {**fields, "about": [NOT_SAID]}
    hands = Hands(seat=holder.seat, table=holder.table)
    command = command_of(act, fields, hands, state, fresh)
    known = isinstance(command, c.GiveAnswer | c.SkipItem) and is_taken(state, command)
    if not may and not known:
        return No.NOT_YOUR_SEAT
    return command.why if isinstance(command, Refusal) else command


def _may(act: str, form: Form, holder: Holder, state: State) -> bool:
    """Whether the seat that the form names, if it names one, is this device's to act for."""
    named = form.number("seat", NOBODY)
    if act == "sign":  # whose card may be told by whom, the rules know
        there, teller = state.seats.get(SeatNo(named)), state.seats.get(holder.seat)
        where = holder.table if teller is None else teller.table
        return there is not None and there.table == where
    if holder.seat != NOBODY:
        return named in (NOBODY, holder.seat) and act != "hand"
    if named == NOBODY or act == "hand":
        return True
    table, seat = state.tables.get(holder.table), state.seats.get(SeatNo(named))
    if table is None or seat is None or seat.table != holder.table:
        return False
    step = state.program.step(StepId(form.text("step")))
    if step is not None and step_of(state, floor_for(state, table.number)) != step:
        return True  # it came too late, whoever holds the device now: the rules say so
    for_table = step is not None and step.to == "table"
    return seat.channel == "table" or named == table.floor.hand or (act == "answer" and for_table)


__all__ = ["ACTS", "ANSWER_ID", "tap"]
