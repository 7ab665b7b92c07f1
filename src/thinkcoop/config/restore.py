"""After a restart every session goes on where it was, and no phone has to do anything for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Protocol

import structlog

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.app.turns import Host
from thinkcoop.core.module.model import Module
from thinkcoop.core.session.program import lay_out
from thinkcoop.core.words import SessionId

FRESH_MS = 24 * 60 * 60 * 1000
"""A session that ended this recently is read back too: people still look at their last screen."""

log = structlog.get_logger(__name__)


class Sealed(Protocol):
    """What is needed of a store to look at the ends of a log without reading all of it."""

    def standing(self, session: SessionId) -> tuple[int, str]:
        """How many events the log has, and the seal of the last."""

    def sealed(self, session: SessionId, first: int = 0) -> Iterator[tuple[str, str]]:
        """The sealed part and the seal of every event from position `first` on."""


class Modules(Protocol):
    """Where the module of a session is found again."""

    def exact(self, key: str, digest: str) -> Module | None:
        """The very module that a session was opened with."""


def restore_all(host: Host, store: Sealed, modules: Modules) -> set[SessionId]:
    """Read back every session that goes on. Returns those that are over and stay on the disk."""
    over: set[SessionId] = set()
    for session in host.store.sessions():
        length, _seal = store.standing(session)
        if length == 0:
            continue
        last = json.loads(next(iter(store.sealed(session, length - 1)))[0])
        age = host.clock.wall_ms() - host.store.last_wall_ms(session)
        if last["kind"] == "SessionClosed" and not 0 <= age <= FRESH_MS:
            over.add(session)
        else:
            _restore(host, store, modules, session)
    return over


def _restore(host: Host, store: Sealed, modules: Modules, session: SessionId) -> None:
    opened = json.loads(next(iter(store.sealed(session)))[0])
    module = modules.exact(opened["module"], opened["digest"])
    if module is None:
        log.error("session not restored: its module is gone", session=session, **_named(opened))
        return
    try:
        host.restore(session, lay_out(module, opened["edition"]))
    except StoreTrouble as trouble:
        log.exception("session not restored", session=session, plain=trouble.plain)
        return
    room = host.rooms[session]
    host.board.show(session, room.state)
    log.info("session restored", session=session, events=room.events, phase=room.state.phase)


def _named(opened: dict[str, object]) -> dict[str, object]:
    return {name: opened[name] for name in ("module", "version", "edition")}
