"""The use *open a session*: from a module and a few wishes to a room with open doors."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop import __version__
from thinkcoop.app.turns import Host, Reply, Work
from thinkcoop.core.module.model import Module
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.program import lay_out
from thinkcoop.core.words import Millis, Refusal, SessionId, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the convener chose. Times are milliseconds from now."""

    edition: str
    language: str = "en"
    expected: int = 0
    starts_in: Millis = Millis(0)
    lasts: Millis | None = None
    """From the start to the end of (the first) meeting; None: as long as the edition plans."""
    country: str = ""
    """Whose laws are told: the code of one of the module's countries; empty: only whom to ask."""


def planned_length(module: Module, edition: str, meeting: int = 0) -> Millis:
    """How long a meeting of an edition is planned, breaks included."""
    stages = lay_out(module, edition).of_meeting(meeting)
    return Millis(sum(stage.plan_ms for stage in stages))


def prepare(host: Host, module: Module, wishes: Wishes, *, code: str = "") -> Work | Refusal:
    """Make place for a session and return the work that opens it."""
    if wishes.edition not in {edition.id for edition in module.editions}:
        return Refusal(Why.DOES_NOT_FIT)
    session = SessionId(code or host.chance.session_code())
    lasts = wishes.lasts or planned_length(module, wishes.edition)
    host.admit(session, lay_out(module, wishes.edition))
    command = c.OpenSession(
        session=session,
        language=wishes.language,
        seed=host.chance.seed(),
        expected=max(0, wishes.expected),
        starts_at=wishes.starts_in,
        ends_at=Millis(wishes.starts_in + lasts),
        wall_ms=host.clock.wall_ms(),
        zone_minutes=host.clock.zone_minutes(),
        engine=__version__,
        country=wishes.country,
    )
    return Work(session=session, command=command, now=Millis(0))


def opened_session(reply: Reply, work: Work, host: Host) -> SessionId | Refusal:
    """The code of the session when it is open; a session that could not be opened is forgotten."""
    if isinstance(reply, Refusal):
        host.rooms.pop(work.session, None)
        return reply
    return work.session
