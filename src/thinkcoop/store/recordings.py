"""Spoken answers: what is kept of them, and how they come out again as files.

A file is named by its step and a running number in the order of the digests, which are as good as
random: nothing in a name tells a seat, a table or an order. Knows no database.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from thinkcoop.app.ports import LARGEST_RECORDING, Recording, StoreTrouble, Writing
from thinkcoop.core.session.events import AnswerGiven, Event
from thinkcoop.core.session.state import NOBODY
from thinkcoop.core.words import ROOM, SeatNo, SessionId, StepId, TableNo


class SpokenLogs(Protocol):
    """What is needed of a store. Both stores have it."""

    def sessions(self) -> list[SessionId]:
        """All sessions of this device."""

    def load(self, session: SessionId) -> list[Event]:
        """The whole log of a session."""

    def recording(self, session: SessionId, digest: str) -> Recording | None:
        """The recording of that digest, if it is kept."""


def check_recordings(writings: Sequence[Writing]) -> None:
    """Raise ValueError, before anything is written, for a recording that must not be kept."""
    for recording in (each for writing in writings for each in writing.recordings):
        if not 0 < len(recording.body) <= LARGEST_RECORDING:
            raise ValueError(f"a recording of {len(recording.body)} bytes")
        if sha256(recording.body).hexdigest() != recording.digest:
            raise ValueError("a recording is not what its digest says")


def write_files(store: SpokenLogs, session: SessionId, folder: Path) -> list[Path]:
    """Write every recording of a session into `folder`; return the files, in the order of steps.

    Raises StoreTrouble when there is no such session, a recording is not what the log says, or
    the folder cannot be written to.
    """
    if session not in store.sessions():
        raise StoreTrouble(f"There is no session {session} on this device.")
    written: list[Path] = []
    for step, digests in _by_step(store.load(session)).items():
        for number, recording in enumerate(_kept(store, session, digests), 1):
            path = folder / f"{_plain(step)}-{number:02d}.{recording.kind}"
            _write(path, recording.body)
            written.append(path)
    return written


def _by_step(events: Sequence[Event]) -> dict[StepId, list[str]]:
    """The digests of the spoken answers that count in the end, by step."""
    last: dict[tuple[StepId, TableNo, SeatNo], str] = {}
    for event in events:
        if isinstance(event, AnswerGiven):
            seat = event.seat if event.table == ROOM else NOBODY
            last[event.step, event.table, seat] = event.voice
    found: dict[StepId, set[str]] = {}
    for (step, _table, _seat), voice in last.items():
        if voice:
            found.setdefault(step, set()).add(voice)
    return {step: sorted(digests) for step, digests in sorted(found.items())}


def _kept(store: SpokenLogs, session: SessionId, digests: Sequence[str]) -> Iterator[Recording]:
    for digest in digests:
        recording = store.recording(session, digest)
        if recording is None:
            continue
        if sha256(recording.body).hexdigest() != digest:
            raise StoreTrouble(f"A recording of session {session} is damaged.")
        yield recording


def _plain(step: StepId) -> str:
    """A step's key as a part of a file's name, on every system."""
    return "".join(letter if letter.isalnum() else "-" for letter in step)


def _write(path: Path, body: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    except OSError as error:
        raise StoreTrouble(f"{path} cannot be written: {error.strerror}.") from error
