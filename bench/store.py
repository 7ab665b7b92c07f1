"""How fast the store writes on this machine, beside what its disk can do at all.

    python bench/store.py [FOLDER]

FOLDER should lie on the disk to be measured; without it the current folder is used. Compare
ratios within one run, never figures of two machines. No test fails on a time.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, time_ns

from thinkcoop.app.ports import Paper, Store, Writing
from thinkcoop.core.session.events import AnswerGiven, BallotCast
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo
from thinkcoop.store import setup
from thinkcoop.store.codec import START, read_body, seal, write_body
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.memory_store import MemoryStore

ABC = SessionId("BENCH")
STEP = StepId("3a-my-trouble")
BATCHES = (1, 25, 100, 400)
FLUSHED = 200
"""Commits whose flushes are counted."""

Write = Callable[[int], object]
"""Makes one commit; its argument is the position of the first event."""


def answers(first: int, batch: int) -> Writing:
    """So many answers as phones give them."""
    events = tuple(
        AnswerGiven(
            at=Millis(1000 + seq),
            seat=SeatNo(seq % batch + 1),
            table=TableNo(0),
            step=STEP,
            answer=AnswerId(f"{seq:032x}"),
            value=(seq % 4,),
        )
        for seq in range(first, first + batch)
    )
    return Writing(session=ABC, first=first, events=events)


def vote(seq: int) -> Writing:
    """One vote with its paper."""
    event = BallotCast(at=Millis(seq), seat=SeatNo(seq + 1), step=STEP, answer=AnswerId(f"{seq:x}"))
    paper = Paper(step=STEP, option=seq % 3)
    return Writing(session=ABC, first=seq, events=(event,), papers=(paper,))


def times(deed: Write, turns: int, step: int = 1) -> list[float]:
    """Milliseconds of each turn."""
    took = []
    for turn in range(turns):
        start = perf_counter()
        deed(turn * step)
        took.append((perf_counter() - start) * 1000)
    return took


def show(what: str, took: list[float], events: int = 1) -> None:
    """Print one line: median, p99, max, commits a second, microseconds an event."""
    p99 = quantiles(took, n=100)[98]
    print(
        f"{what:38} {median(took):8.3f} {p99:8.3f} {max(took):8.3f}"
        f" {1000 / median(took):9.0f} {1000 * median(took) / events:9.1f}"
    )


@contextmanager
def fresh_store(folder: Path) -> Iterator[DatabaseStore]:
    """A new database in the one place that Django was told of."""
    for file in folder.glob(f"{setup.DATABASE}*"):
        file.unlink()
    setup.migrate()
    store = DatabaseStore(wall_ms=lambda: time_ns() // 1_000_000)
    yield store
    store.close()


def bench_codec() -> None:
    event = answers(0, 1).events[0]
    body = write_body(0, event)
    turns = 20_000
    print("\ncodec, microseconds an event")
    for what, deed in (
        ("write and seal", lambda _: seal(START, write_body(0, event))),
        ("check seal and read", lambda _: (seal(START, body), read_body(body, line=1, seq=0))),
    ):
        start = perf_counter()
        for turn in range(turns):
            deed(turn)
        print(f"{what:38} {(perf_counter() - start) / turns * 1e6:8.1f}")


def bench_flush(folder: Path) -> None:
    """What the disk itself can do: 4 kB written over old ones, and flushed."""
    path = folder / "flush"
    path.write_bytes(bytes(4096 * 1000))
    with path.open("r+b", buffering=0) as file:
        os.fsync(file)

        def flush(_turn: int) -> None:
            file.write(bytes(4096))
            os.fdatasync(file)

        show("raw: write 4 kB and fdatasync", times(flush, 500))
    path.unlink()


def bench_commits(folder: Path) -> None:
    for batch in BATCHES:
        writings = [answers(n * batch, batch) for n in range(300 if batch < 100 else 60)]
        with fresh_store(folder) as store:
            took = times(lambda n, s=store, w=writings: s.write([w[n]]), len(writings))  # type: ignore[misc]  # bound at once
        show(f"SQLite, {batch} answers a commit", took, batch)
    with fresh_store(folder) as store:
        for n in range(300):
            store.write([answers(n, 1)])
        store.checkpoint()  # from here on the write-ahead log is written over, and does not grow
        took = times(lambda n: store.write([answers(300 + n, 1)]), 250)
        show("SQLite, 1 answer, after a checkpoint", took)
    with fresh_store(folder) as store:
        show("SQLite, 1 vote a commit, to 400", times(lambda n: store.write([vote(n)]), 400))
        show("SQLite, checkpoint", times(lambda _: store.checkpoint(), 30))
    memory: Store = MemoryStore(wall_ms=lambda: 0)
    show("memory, 1 answer", times(lambda n: memory.write([answers(n, 1)]), 2000))


def bench_load(folder: Path) -> None:
    with fresh_store(folder) as store:
        for n in range(20):
            store.write([answers(n * 250, 250)])
        start = perf_counter()
        events = store.load(ABC)
        took = perf_counter() - start
    print(f"\nload and check a log of {len(events)} events: {took * 1000:.0f} ms")


def bench_flushes(folder: Path) -> None:
    """Count flushes of the same script with and without commits; the difference is theirs."""
    if not shutil.which("strace"):
        print("\nflushes a commit: not counted, there is no strace here")
        return
    print("\nflushes a commit (strace)")
    for batch in (1, 25):
        found = [flushes(folder, batch, commits) for commits in (0, FLUSHED)]
        print(f"{f'{batch} answers a commit':38} {(found[1] - found[0]) / FLUSHED:8.2f}")


def flushes(folder: Path, batch: int, commits: int) -> int:
    """How often a run with so many commits flushes."""
    inner = [sys.executable, __file__, str(folder), "--only-write", str(batch), str(commits)]
    command = ["strace", "-f", "-c", "-e", "trace=fdatasync,fsync", *inner]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    rows = [line.split() for line in said.splitlines()]  # %, seconds, µs a call, calls, ..., name
    return sum(int(row[3]) for row in rows if row and row[-1] in ("fsync", "fdatasync"))


def only_write(folder: Path, batch: int, commits: int) -> None:
    """Make a database and so many commits, and nothing else."""
    with fresh_store(folder) as store:
        for n in range(commits):
            store.write([answers(n * batch, batch)])


def main() -> None:
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd()
    if "--only-write" in sys.argv:
        setup.configure(place)
        only_write(place, int(sys.argv[3]), int(sys.argv[4]))
        return
    with tempfile.TemporaryDirectory(dir=place, prefix="bench-store-") as name:
        folder = Path(name)
        setup.configure(folder)
        cores = os.cpu_count()
        print(
            f"{platform.node()}, {platform.machine()}, {cores} cores, {platform.python_version()}"
        )
        print(f"\n{'':38} {'median':>8} {'p99':>8} {'max ms':>8} {'a second':>9} {'µs/event':>9}")
        bench_flush(folder)
        bench_commits(folder)
        bench_codec()
        bench_load(folder)
        bench_flushes(folder)


if __name__ == "__main__":
    main()
