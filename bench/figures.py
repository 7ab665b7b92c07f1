"""The figures of a room beside what was promised and what other products were measured at."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from statistics import median

from bench import promises as p
from bench.firstload import Load
from bench.promises import Row
from bench.scene import Round


@dataclass(slots=True, kw_only=True)
class Figures:
    """What was measured with so many people."""

    people: int
    cold_s: float
    cold_cpu_s: float = 0.0
    """Processor time until the first page: what others do on the machine is not in it."""
    restart_s: float = 0.0
    idle_rss_kb: int = 0
    idle_pss_kb: int = 0
    join_s: float = 0.0
    burst: list[Round] = field(default_factory=list)
    spread: list[Round] = field(default_factory=list)
    votes: Round | None = None
    burst_cpu_ms: float = 0.0
    """Processor time of the server for an answer in a burst, its screens included."""
    spread_cpu: float = 0.0
    """Share of one core while answers come in over two seconds."""
    open_rss_kb: int = 0
    open_pss_kb: int = 0
    further_kb: float = 0.0
    load: Load | None = None


def at(ordered: list[float], percent: int) -> float:
    """The value that `percent` of all do not exceed."""
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def rows_of(f: Figures) -> list[Row]:
    """The figures beside what was promised."""
    n = f.people
    assert f.votes is not None
    assert f.load is not None
    ack = sorted(ms for one in f.burst for ms in one.ack_ms)
    calm = sorted(ms for one in f.spread for ms in one.ack_ms)
    wire = max(size for one in f.burst for size in one.wire)
    return [
        *times("acknowledged, all at once", ack, p99=p.nearest(n, p.ACK_P99_MS),
               peer_p99=p.peer(n, p.PEER_ACK_P99_MS)),
        *times("acknowledged, over two seconds", calm),
        *times("acknowledged, all vote at once", sorted(f.votes.ack_ms)),
        *times("last screen, the last one presses", screens(f.spread),
               most=p.nearest(n, p.SCREEN_MAX_MS), peer_most=p.peer(n, p.PEER_SCREEN_MAX_MS)),
        *times("last screen, all press at once", screens(f.burst)),
        row("durable answers in a burst", median(n / one.took_s for one in f.burst), "/s",
            p.DURABLE_A_SECOND.get(n), p.peer(n, p.PEER_A_SECOND), more_is_better=True),
        row("processor time an answer, all at once", f.burst_cpu_ms, "ms"),
        row("of one core, over two seconds", 100 * f.spread_cpu, "%"),
        row("all come in, 25 at a time", f.join_s, "s", None, p.peer(n, p.PEER_JOIN_S)),
        row("start with an empty folder", f.cold_s, "s", p.COLD_S, p.PEER_COLD_S),
        row("the same, processor time alone", f.cold_cpu_s, "s"),
        row("killed, started, a phone's page", f.restart_s, "s", p.COLD_S, p.PEER_RESTART_S),
        row("idle, resident", f.idle_rss_kb, "kB", p.IDLE_KB, p.PEER_IDLE_KB),
        row("idle, proportional", f.idle_pss_kb, "kB"),
        row("all screens open, resident", f.open_rss_kb, "kB"),
        row("a further open screen", f.further_kb, "kB", p.SCREEN_KB),
        row("first load", f.load.wire, "B", p.FIRST_LOAD_BYTES, p.PEER_FIRST_LOAD_BYTES),
        row("first load", f.load.requests, "requests", p.FIRST_LOAD_REQUESTS,
            p.PEER_FIRST_LOAD_REQUESTS),
        row("a step change", wire, "B", p.STEP_BYTES, p.PEER_STEP_BYTES),
    ]  # fmt: skip  # one figure a line


def screens(rounds: list[Round]) -> list[float]:
    """All waits for the next screen."""
    return sorted(ms for one in rounds for ms in one.screen_ms)


def row(
    what: str,
    measured: float,
    unit: str,
    promise: float | None = None,
    peer: tuple[float | None, str] = (None, ""),
    *,
    more_is_better: bool = False,
) -> Row:
    return Row(what=what, measured=measured, unit=unit, promise=promise,
               more_is_better=more_is_better, peer=peer[0], peer_name=peer[1])  # fmt: skip


def times(
    what: str,
    ordered: list[float],
    *,
    p99: float | None = None,
    most: float | None = None,
    peer_p99: tuple[float | None, str] = (None, ""),
    peer_most: tuple[float | None, str] = (None, ""),
) -> list[Row]:
    return [
        row(f"{what}, p50", median(ordered), "ms"),
        row(f"{what}, p95", at(ordered, 95), "ms"),
        row(f"{what}, p99", at(ordered, 99), "ms", p99, peer_p99),
        row(f"{what}, max", ordered[-1], "ms", most, peer_most),
    ]


def plain(all_rows: dict[str, list[Row]]) -> dict[str, list[dict[str, object]]]:
    """The rows for other programs."""
    return {
        group: [asdict(one) | {"kept": one.kept, "ratio": one.ratio} for one in rows]
        for group, rows in all_rows.items()
    }


def show(machine: dict[str, object], all_rows: dict[str, list[Row]]) -> None:
    """Print the table."""
    print(
        f"{machine['name']}, {machine['processor']}, {machine['cores']} cores,"
        f" Python {machine['python']}, load {machine['load_before']} before and"
        f" {machine['load_after']} after\nraw flush, 4 kB: p50 {machine['flush_p50_ms']} ms,"
        f" p99 {machine['flush_p99_ms']} ms\nothers slow our work down: p50"
        f" {machine['slowed_p50']} times, p99 {machine['slowed_p99']} times"
    )
    for group, rows in all_rows.items():
        print(f"\n{group:47} {'measured':>10} {'promise':>19} {'peer':>17}  times better")
        for one in rows:
            print(line_of(one))
    if not all_rows["disk flushes"]:
        print("not counted: there is no strace here")


def line_of(one: Row) -> str:
    promise = "" if one.promise is None else f"{one.promise:,.6g}"
    kept = {None: "", True: "kept", False: "MISSED"}[one.kept]
    peer = "" if one.peer is None else f"{one.peer:,.6g}"
    ratio = "" if one.ratio is None else f"{one.ratio:.1f} ({one.peer_name})"
    return (
        f"{one.what:47} {shortly(one.measured):>10} {one.unit:8} {promise:>10} {kept:6} {peer:>10}"
        f"  {ratio}"
    ).rstrip()


def shortly(value: float) -> str:
    """A number with as many digits as mean something."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"
