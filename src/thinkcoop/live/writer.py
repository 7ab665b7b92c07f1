"""The one thread that takes turns: everything that waits goes to disk in one commit.

Requests put their work in and get a future; while one commit is on its way to the disk the next
answers gather, so a burst of four hundred needs a handful of flushes. The same thread wakes up
when something is due by the clock alone.
"""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass

import structlog

from thinkcoop.app.ports import Recording, SeatCard
from thinkcoop.app.turns import Host, Reply, Work
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import MINUTE, Millis, Refusal, SessionId

LONGEST_WAIT_S = 5.0
MOST_IN_A_TURN = 500
LEAST_SLEEP_MS = 5_000
STUCK_WAIT_S = 0.5
"""Before the next try when the last alarm changed nothing: the disk is full or locked."""

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Waiting:
    work: Work
    future: Future[Reply]


class Writer:
    """Owns the turns of a host from `start` to `stop`."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self._stuck = False
        self._asleep = host.clock.asleep_ms()
        self._inbox: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)

    def start(self) -> None:
        """Begin to take turns."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is waiting, then end."""
        self._inbox.put(None)
        self._thread.join(timeout=10)

    def submit(
        self,
        session: SessionId,
        command: c.Command | None,
        *,
        name: str = "",
        card: SeatCard | None = None,
        recording: Recording | None = None,
    ) -> Future[Reply]:
        """Put a command in; its moment is now, not when its turn comes."""
        now = self.host.now(session)
        return self.put(
            Work(
                session=session,
                command=command,
                now=now,
                name=name,
                card=card,
                recording=recording,
            )
        )

    def put(self, work: Work) -> Future[Reply]:
        """Put prepared work in."""
        waiting = _Waiting(work, Future())
        self._inbox.put(waiting)
        return waiting.future

    def _run(self) -> None:
        going = True
        while going:
            batch, going = self._gather()
            try:
                self._wake_up()
                self.host.beat()
                # First what people sent: an answer that arrived in time must not wait until the
                # alarm behind it has closed its step.
                if batch:
                    self._turn(batch)
                self._ring()
                if self.host.calm and self._inbox.empty():
                    self.host.calm = False
                    self.host.store.checkpoint()
            except Exception:
                log.exception("turn failed")
                self._stuck = True
                for waiting in batch:
                    if not waiting.future.done():
                        waiting.future.set_exception(RuntimeError("the turn failed"))
        self.host.store.close()

    def _wake_up(self) -> None:
        """When the machine has slept, no session loses a step: open steps get the time back."""
        asleep = self.host.clock.asleep_ms()
        slept, self._asleep = Millis(asleep - self._asleep), asleep
        if slept < LEAST_SLEEP_MS:
            return
        log.warning("the machine slept", minutes=round(slept / MINUTE, 1))
        for session in list(self.host.rooms):
            back = c.Reopen(down_ms=slept)
            self.host.turn([Work(session=session, command=back, now=self.host.now(session))])

    def _gather(self) -> tuple[list[_Waiting], bool]:
        """Wait for work or for the next alarm; take everything that is there."""
        try:
            first = self._inbox.get(timeout=self._patience())
        except queue.Empty:
            return [], True
        batch: list[_Waiting] = []
        while first is not None:
            batch.append(first)
            if len(batch) >= MOST_IN_A_TURN or self._inbox.empty():
                return batch, True
            first = self._inbox.get()
        return batch, False

    def _patience(self) -> float:
        """How long to wait for work before the next alarm; longer while the disk says no."""
        alarm = self.host.next_alarm()
        if alarm is None:
            return LONGEST_WAIT_S
        wait = (alarm[0] - self.host.clock.monotonic_ms()) / 1000
        return min(LONGEST_WAIT_S, max(STUCK_WAIT_S if self._stuck else 0.001, wait))

    def _ring(self) -> None:
        """Let everything happen that is due by the clock."""
        self._stuck = False
        while (alarm := self.host.next_alarm()) is not None:
            moment, session = alarm
            if moment > self.host.clock.monotonic_ms():
                return
            tick = Work(session=session, command=c.Tick(), now=self.host.now(session))
            reply = self.host.turn([tick])[0]
            if isinstance(reply, Refusal) or not reply.events:
                self._stuck = True
                return

    def _turn(self, batch: list[_Waiting]) -> None:
        replies = self.host.turn([waiting.work for waiting in batch])
        for waiting, reply in zip(batch, replies, strict=True):
            if waiting.future.set_running_or_notify_cancel():  # whoever gave up waiting is told no
                waiting.future.set_result(reply)
