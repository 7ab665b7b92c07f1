"""How fast a room goes on: a real server, and as many phones as people, each with an open stream.

    python bench/room.py [--people N ...] [--json] [--folder DIR]

Every one answers, the last answer releases the next question. `bench/README.md` tells how to read
the figures. They are ratios within one run; no test fails on a time.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import platform
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, sleep, time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # called as a file, not as a module

from bench import promises as p
from bench.figures import Figures, at, plain, row, rows_of, show
from bench.firstload import first_load
from bench.hall import Kind, write_hall
from bench.promises import Row
from bench.scene import Room
from bench.server import Server

BURSTS = 8
SPREADS = 4
SPREAD_S = 2.0
BETWEEN_S = 0.4
"""People think before they press again."""
ALONE_GAP_S = 0.04
MORE_SCREENS = 400
CALM_S = 1.5
"""After this time a server that was just started has read its modules and rests."""
LAST = 2 + BURSTS + SPREADS
ASK: Kind = "ask"
KINDS: list[Kind] = [*[ASK] * (LAST - 1), "ballot"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--people", type=int, nargs="+", default=[25, 100, 400], metavar="N")
    parser.add_argument("--json", action="store_true", help="for other programs")
    parser.add_argument(
        "--folder", type=Path, default=Path.cwd(), help="on the disk to be measured"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="bench-room-") as name:
        top = Path(name)
        write_hall(top / "modules", KINDS)
        machine = about_machine(top)
        all_rows: dict[str, list[Row]] = {}
        for people in options.people:
            all_rows[f"{people} phones"] = rows_of(measure(top / str(people), top, people))
        all_rows["disk flushes"] = flush_rows(top, min(100, max(options.people)))
        machine["load_after"] = round(os.getloadavg()[0], 1)
    if options.json:
        print(json.dumps({"machine": machine, "rows": plain(all_rows)}, indent=1))
    else:
        show(machine, all_rows)


def about_machine(top: Path) -> dict[str, object]:
    """Its name, its cores, how busy it is, and what its disk can do."""
    flushes = sorted(raw_flushes(top / "flush"))
    spins = sorted(raw_spins())
    return {
        "name": platform.node(),
        "cores": os.cpu_count(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 1),
        "flush_p50_ms": round(median(flushes), 2),
        "flush_p99_ms": round(at(flushes, 99), 2),
        "slowed_p50": round(median(spins) / spins[0], 1),
        "slowed_p99": round(at(spins, 99) / spins[0], 1),
    }


def raw_flushes(path: Path, turns: int = 300) -> list[float]:
    """Milliseconds of writing 4 kB over old ones and flushing them, each time."""
    path.write_bytes(bytes(4096 * turns))
    took = []
    with path.open("r+b", buffering=0) as file:
        os.fsync(file)
        for _ in range(turns):
            began = perf_counter()
            file.write(bytes(4096))
            os.fdatasync(file)
            took.append((perf_counter() - began) * 1000)
    path.unlink()
    return took


def raw_spins(turns: int = 200) -> list[float]:
    """Milliseconds of the same short piece of work, each time: how much others disturb."""
    took = []
    for _ in range(turns):
        began = perf_counter()
        sum(range(100_000))
        took.append((perf_counter() - began) * 1000)
    return took


def measure(data: Path, top: Path, people: int) -> Figures:
    """One session from an empty data folder to a restart with the session in it."""
    server = Server(data, top / "modules")
    figures = Figures(people=people, cold_s=server.start())
    try:
        figures.cold_cpu_s = server.cpu_s()
        sleep(CALM_S)
        figures.idle_rss_kb, figures.idle_pss_kb = server.memory_kb()
        room = Room(server.port, people, Random(people))  # noqa: S311 - the same load every time
        run(play(server, room, figures))
        server.stop(signal.SIGKILL)
        phone = room.phones[0]
        figures.restart_s = server.start(f"/s/{room.code}/", phone.cookie)
    finally:
        server.stop()
    return figures


def run(coroutine: object) -> None:
    """Run it in the fastest loop there is, with no pauses for the garbage."""
    import uvloop  # noqa: PLC0415 - not there on every system

    gc.collect()
    gc.disable()
    try:
        uvloop.run(coroutine)  # type: ignore[arg-type]  # a coroutine, whatever it is called
    finally:
        gc.enable()


async def play(server: Server, room: Room, figures: Figures) -> None:
    """Everyone comes in and answers; then as many screens more are opened."""
    await room.open()
    figures.join_s = await room.come_in()
    phone = room.phones[0]
    figures.load = await first_load(room.port, f"/s/{room.code}/", phone.cookie)
    await room.all_press(1)  # warms up
    cpu = server.cpu_s()
    for number in range(2, 2 + BURSTS):
        await asyncio.sleep(BETWEEN_S)
        figures.burst.append(await room.all_press(number))
    figures.burst_cpu_ms = (server.cpu_s() - cpu) * 1000 / (BURSTS * room.people)
    cpu, began = server.cpu_s(), perf_counter()
    for number in range(2 + BURSTS, LAST):
        moments = sorted(room.chance.uniform(0, SPREAD_S) for _ in room.phones)
        figures.spread.append(await room.all_press(number, moments=moments))
    figures.spread_cpu = (server.cpu_s() - cpu) / (perf_counter() - began)
    figures.votes = await room.all_press(LAST, follows=False)
    await open_more(server, room, figures)
    room.close()


async def open_more(server: Server, room: Room, figures: Figures) -> None:
    """How much memory screens take, and each further one."""
    await asyncio.sleep(0.5)
    figures.open_rss_kb, figures.open_pss_kb = server.memory_kb()
    more = [await room.watch(room.phones[n % room.people]) for n in range(MORE_SCREENS)]
    await asyncio.sleep(0.5)
    figures.further_kb = (server.memory_kb()[1] - figures.open_pss_kb) / MORE_SCREENS
    for stream in more:
        stream.close()


def flush_rows(top: Path, people: int) -> list[Row]:
    """Flushes an answer needs, one by one and all at once; empty where they cannot be counted."""
    if not shutil.which("strace"):
        return []
    server = Server(top / "traced", top / "modules", trace=top / "flushes")
    server.start()
    spans: list[tuple[float, float]] = []
    try:
        chance = Random(people)  # noqa: S311 - the same load every time
        run(press_traced(Room(server.port, people, chance), spans))
    finally:
        server.stop()
    alone = server.flushes(*spans[0]) / (people - 1)
    burst = server.flushes(*spans[1]) / people
    what = f"flushes an answer, {people} phones"
    return [
        row(f"{what}, one by one", alone, "", p.FLUSHES_ALONE, p.PEER_FLUSHES),
        row(f"{what}, all at once", burst, "", p.FLUSHES_IN_BURST, p.PEER_FLUSHES),
    ]


async def press_traced(room: Room, spans: list[tuple[float, float]]) -> None:
    """One question answered one by one, one by all at once, and when."""
    await room.open()
    await room.come_in()
    await room.all_press(1)
    await asyncio.sleep(2)
    one_by_one = [number * ALONE_GAP_S for number in range(room.people)]
    began = time()
    await room.all_press(2, moments=one_by_one)
    spans.append((began, began + one_by_one[-1]))  # the last one also opens the next question
    await asyncio.sleep(2)
    began = time()
    burst = await room.all_press(3)
    spans.append((began, began + burst.took_s))
    room.close()


if __name__ == "__main__":
    main()
