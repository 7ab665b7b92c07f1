"""Running a play: a script of a session and what the screens must show (`docs/formats/play.md`).

Everything goes the way of the real thing: forms become commands in `app/acts.py`, commands take
their turn in `app/turns.py`, and the screens are those that phones get.
"""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.app.turns import Done, Reply
from thinkcoop.core.module.model import Module
from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.words import MINUTE, SeatNo, TableNo
from thinkcoop.rehearsal.play_facts import desk_facts, screen_facts
from thinkcoop.rehearsal.play_stage import Stage
from thinkcoop.rehearsal.play_text import MIDNIGHT_TO_ZERO, Line, Play, Unplayable


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A line that did not come out as it is written."""

    file: str
    line: int
    source: str
    expected: str
    found: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}: {self.source}\n"
            f"    expected {self.expected}\n    found    {self.found}"
        )


def run_play(play: Play, module: Module) -> list[Failure]:
    """Return what failed, in order; empty when everything is as the play says.

    A wrong look does not stop the play, a deed that goes wrong does: what follows rests on it.
    """
    stage = Stage(module)
    failures: list[Failure] = []
    for line in play.lines:
        try:
            wrong = look(stage, line) if line.looks else _do(stage, line)
        except Unplayable as unplayable:
            wrong = ("something that can be played", str(unplayable))
        if wrong is None:
            continue
        failures.append(
            Failure(
                file=play.file,
                line=line.number,
                source=line.source,
                expected=wrong[0],
                found=wrong[1],
            )
        )
        if not line.looks:
            break
    return failures


Wrong = tuple[str, str]
"""What was expected, and what was found."""


def _do(stage: Stage, line: Line) -> Wrong | None:
    """Do what the line says; return what came out otherwise than it says."""
    for reply in stage.replies(line):
        wrong = _wrong_reply(line.expects, reply)
        if wrong is not None:
            return wrong
    return None


def _wrong_reply(expects: str, reply: Reply) -> Wrong | None:
    if isinstance(reply, Done):
        if expects == "nothing":
            kinds = ", ".join(type(event).__name__ for event in reply.events)
            return ("nothing, a resend", kinds) if reply.events else None
        return (f"refusal.{expects}", "it was done") if expects else None
    if reply.why != expects:
        return f"refusal.{expects}" if expects else "it is done", f"refusal.{reply.why}"
    return None


def look(stage: Stage, line: Line) -> Wrong | None:
    """Compare a screen with what the line says of it."""
    for who in stage.everyone(line.who) if line.who != ("wall",) else ["wall"]:
        facts = _facts(stage, who)
        wanted = dict(zip(("kind", "step"), line.words, strict=False)) | dict(line.keys)
        unknown = [key for key in wanted if key.rstrip("~") not in facts]
        if unknown:
            raise Unplayable(f"no screen shows {unknown[0]}; there are {', '.join(facts)}")
        missed = {key: text for key, text in wanted.items() if not _agrees(facts, key, text)}
        if missed:
            found = {key.rstrip("~"): facts[key.rstrip("~")] for key in missed}
            return _shown(missed), f"{_shown(found)} (at {_clock(stage)}, {facts['kind']})"
    return None


def _facts(stage: Stage, who: str) -> dict[str, str]:
    state, now = stage.state, stage.host.now(stage.session)
    if who == "desk":
        return dict(desk_facts(desk(state, now)))
    if who == "wall":
        screen = wall_screen(state)
    elif stage.is_device(who):
        screen = table_screen(state, TableNo(int(who[1:])))
    else:
        screen = phone_screen(state, stage.number(who))
    return dict(screen_facts(screen, state.program, now, lambda number: _name_of(stage, number)))


def _name_of(stage: Stage, number: SeatNo) -> str:
    return next((name for name, seat in stage.names.items() if seat == number), "-")


def _clock(stage: Stage) -> str:
    minutes = (MIDNIGHT_TO_ZERO + stage.clock.at) // MINUTE
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _agrees(facts: dict[str, str], key: str, text: str) -> bool:
    """`key=text` is the very text, `key~=text` has it somewhere."""
    if key.endswith("~"):
        return text in facts[key.rstrip("~")]
    return facts[key] == text


def _shown(facts: dict[str, str]) -> str:
    return " ".join(f"{key}={text}" for key, text in facts.items())
