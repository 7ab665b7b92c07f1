"""What can be seen on a screen, as short facts that a play can name: `chosen=price`, `waiting=2`.

Facts are texts. A list is joined by commas; what is not there is `-`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from thinkcoop.core.kinds import KindStep, Sort
from thinkcoop.core.module.model import Option
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, Form, Phrase, Screen, Text, Words
from thinkcoop.core.session.program import Program
from thinkcoop.core.words import SECOND, Millis, SeatNo

FACES = ("good", "so", "bad")
NameOf = Callable[[SeatNo], str]


def options_of(step: KindStep) -> tuple[str, ...]:
    """The names of what can be chosen in a step, by position."""
    return tuple(option.id for option in step.choices()) or FACES


def screen_facts(
    screen: Screen, program: Program, now: Millis, name_of: NameOf
) -> Mapping[str, str]:
    """The facts of a phone, a table's device or the wall."""
    step = program.by_key.get(screen.step)
    left = "-" if screen.bar is None else f"{(screen.bar.closes_at - now) // SECOND}s"
    now_people = [name_of(person.seat) for person in screen.people if person.state == "now"]
    return {
        "kind": screen.kind,
        "step": screen.step or "-",
        "heading": words_fact(screen.heading),
        "text": words_fact(screen.text),
        "role": screen.role or "-",
        "table": str(screen.table),
        "left": left,
        "paused": _yes(screen.bar is not None and screen.bar.paused_at is not None),
        "speaking": _yes(screen.speaking),
        "now": _list(now_people),
        "people": _list(name_of(person.seat) for person in screen.people),
        "waiting": _value(screen.notes, P.WAITING_FOR, "count"),
        "notes": _list(words_fact(note) for note in screen.notes),
        "buttons": _list(button.act for button in screen.buttons),
        "ends": _list(_name(step, choice.value) for choice in screen.ends),
        "tables": _list(sign.state for sign in screen.tables),
        "here": str(screen.here),
        "expected": str(screen.expected),
        "part": f"{screen.part}/{screen.parts}" if screen.parts else "-",
        "cards": _list(words_fact(card.text) for card in screen.cards),
        "signs": _list(
            f"{name_of(row.seat)}:{'read' if row.read else 'waits'}" for row in screen.signs
        ),
        "legend": _list(f"{each.sign}:{words_fact(each.text)}" for each in screen.legend),
        "results": _list(_result(chart, program) for chart in screen.charts),
        **_form_facts(screen.form, step, name_of),
    }


def _form_facts(form: Form | None, step: KindStep | None, name_of: NameOf) -> dict[str, str]:
    if form is None:
        return {"options": "-", "chosen": "-", "answered": "-", "hand": "-"}
    placed = sorted(
        (choice.place, choice.value) for choice in form.choices if choice.place is not None
    )
    chosen = [_name(step, choice.value) for choice in form.choices if choice.chosen]
    if isinstance(step, Sort):
        chosen = [
            f"{_name(step, card)}:{step.groups[group].id}" for group, card in placed if group >= 0
        ]
    elif form.kind == "map":
        levels = ("none", "some", "much")
        chosen = [
            f"{_name(step, each.value)}:{levels[each.place]}" for each in form.choices if each.place
        ]
    elif form.kind == "rank":
        chosen = [_name(step, value) for _, value in placed]
    elif form.number is not None:
        chosen = [str(form.number)]
    elif form.words:
        chosen += [form.words]
    return {
        "options": str(len(form.choices)),
        "chosen": _list(chosen),
        "answered": _yes(form.answered),
        "hand": name_of(form.seat),
    }


def _result(chart: Chart, program: Program) -> str:
    """`sugar:3 way:1` with both figures where two steps stand side by side: `sugar:3/4`."""
    named = {
        option.text: option.id for step in program.by_key.values() for option in _all_options(step)
    }
    rows = [
        f"{named.get(words_fact(row.text), words_fact(row.text))}:{'/'.join(map(str, row.values))}"
        for row in chart.rows
    ]
    return " ".join(rows) or words_fact(chart.title)


def _all_options(step: KindStep) -> Iterable[Option]:
    return step.choices()


def desk_facts(desk: Desk) -> Mapping[str, str]:
    """The facts of the convener's page."""
    return {
        "kind": desk.phase,
        "paused": _yes(desk.paused),
        "meeting": str(desk.meeting + 1),
        "here": str(desk.here),
        "away": str(desk.away),
        "gone": str(desk.left),
        "guests": str(desk.guests),
        "waiting": str(desk.waiting_for),
        "activity": desk.activity or "-",
        "tables": _list(table.state for table in desk.tables),
        "people": _list(str(table.here) for table in desk.tables),
        "unclear": _list(str(table.unclear) for table in desk.tables),
        "change": words_fact(desk.plan_change),
        "dropped": str(sum(row.state == "dropped" for row in desk.plan)),
        "planned": _list(str(row.planned_min) for row in desk.plan),
        "met": _list(str(row.met) for row in desk.plan if row.met is not None),
        "signs": _list(str(one.table) for one in desk.cards),
        "questions": _list(text or about for about, text in desk.questions),
    }


def words_fact(words: Words | None) -> str:
    """A module's sentence as it stands, or the key of a phrase."""
    if isinstance(words, Text):
        return words.source
    return str(words.key) if isinstance(words, Phrase) else "-"


def _name(step: KindStep | None, value: int) -> str:
    names = options_of(step) if step is not None else ()
    return names[value] if 0 <= value < len(names) else str(value)


def _value(notes: Iterable[Words], key: P, name: str) -> str:
    for note in notes:
        if isinstance(note, Phrase) and note.key == key:
            return str(dict(note.values)[name])
    return "0"


def _list(texts: Iterable[str]) -> str:
    return ",".join(texts) or "-"


def _yes(value: bool) -> str:  # noqa: FBT001 - a truth value is what it is about
    return "yes" if value else "no"
