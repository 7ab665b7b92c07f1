"""The process that the kill test kills: votes one by one, and says what is safe."""

from __future__ import annotations

import sys
from pathlib import Path

from thinkcoop.app.ports import Paper, Writing
from thinkcoop.core.session.events import BallotCast
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId
from thinkcoop.store import setup
from thinkcoop.store.database_store import DatabaseStore

ABC = SessionId("ABC23")
VOTE = StepId("5d-decide")


def ballot(seq: int) -> Writing:
    """The vote of seat `seq` + 1, with its paper."""
    event = BallotCast(at=Millis(seq), seat=SeatNo(seq + 1), step=VOTE, answer=AnswerId(str(seq)))
    paper = Paper(step=VOTE, option=seq % 3)
    return Writing(session=ABC, first=seq, events=(event,), papers=(paper,))


def vote_for_ever(data_dir: Path) -> None:
    """Cast ballot after ballot; print each time how long the log is that is now safe."""
    setup.configure(data_dir)
    store = DatabaseStore(wall_ms=lambda: 0)
    length, _head = store.standing(ABC)
    while True:
        store.write([ballot(length)])
        length += 1
        print(length, flush=True)
        if length % 10 == 0:
            store.checkpoint()


if __name__ == "__main__":
    vote_for_ever(Path(sys.argv[1]))
