"""The way of the phones to this machine: the port, the addresses, the name, and what goes wrong.

Asks nobody outside. Whether a router lets phones through cannot be known from here.
"""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from ipaddress import IPv4Address
from pathlib import Path

from thinkcoop.config.doctor.finding import Finding
from thinkcoop.config.network import addresses

PROC = Path("/proc")
LISTENS = "0A"
ANSWERS_NAMES = ("avahi-daemon", "mDNSResponder")
HEALTH_S = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What a running server says of itself."""

    version: str
    sessions: int
    streams: int
    disk: str


def look_at_network(port: int) -> Iterator[Finding]:
    """Read and judge."""
    free = port_trouble(port)
    yield judge_port(port, free, health(port) if free else None, holder(port) if free else "")
    yield from judge_addresses(addresses(port))
    yield judge_name(socket.gethostname(), port, answers=answers_its_name())


def judge_port(port: int, trouble: str, running: Health | None, held_by: str) -> Finding:
    """Whether a server can listen there. `trouble` is empty when it can."""
    if not trouble:
        return Finding("ok", f"Port {port} is free.")
    if running is not None:
        what = (
            f"Think.Coop {running.version} is running on port {port}. "
            f"Sessions: {running.sessions}, open screens: {running.streams}."
        )
        if running.disk == "ok":
            return Finding("ok", what)
        return Finding("bad", f"{what} It says: {running.disk}", "See what is below on the disk.")
    other = "Choose another one: thinkcoop serve --port 8001"
    if held_by:
        return Finding("bad", f"Port {port} is in use by {held_by}.", f"Stop that program. {other}")
    return Finding("bad", f"Port {port} cannot be used: {trouble}.", other)


def judge_addresses(urls: Sequence[str]) -> Iterator[Finding]:
    """Under which addresses phones may reach this machine, the likeliest first."""
    if not urls:
        mend = "Join a Wi-Fi, plug in a router, or open a hotspot. Nobody needs the internet."
        yield Finding("bad", "This machine is in no network. Phones cannot reach it.", mend)
    for url in urls:
        address = IPv4Address(url.removeprefix("http://").partition(":")[0])
        if address.is_link_local:
            mend = "No router gave an address. Join the Wi-Fi again, or start the router anew."
            yield Finding("look", f"{url}/ is an address of last resort.", mend)
        elif address.is_private:
            yield Finding("ok", f"{url}/ for phones in the same network.")
        else:
            mend = "Anyone in the world may open it. Put a server with https in front."
            yield Finding("look", f"{url}/ is an address on the internet.", mend)


def judge_name(name: str, port: int, *, answers: bool | None) -> Finding:
    """Whether phones may find this machine by a name. `answers`: None when nobody knows."""
    url = f"http://{name.partition('.')[0].lower()}.local:{port}/"
    if answers:
        what = f"{url} may work too, on iPhones and newer Android phones. The numbers are surer."
        return Finding("ok", what)
    known = "" if answers is None else " Nothing here answers to the name of this machine."
    return Finding("ok", f"Use the numbers.{known}")


def port_trouble(port: int) -> str:
    """Why a server could not listen on that port now; empty when it could."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            line.bind(("0.0.0.0", port))  # noqa: S104 - as the server does, for a moment
            line.listen(1)
        except OSError as error:
            return (error.strerror or "not known").lower()
        return ""


def health(port: int) -> Health | None:
    """What the server on this machine says, or None when it is not one of ours."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=HEALTH_S)
    with closing(line), suppress(OSError, http.client.HTTPException, ValueError):
        line.request("GET", "/health")
        return health_in(line.getresponse().read(4096))
    return None


def health_in(body: bytes) -> Health | None:
    """What the answer to a question for health says; None for what no server of ours says."""
    try:
        told = json.loads(body)
        return Health(
            version=str(told["version"]),
            sessions=int(told["sessions"]),
            streams=int(told["streams"]),
            disk=str(told["disk"]),
        )
    except (ValueError, TypeError, KeyError):
        return None


def holder(port: int, proc: Path = PROC) -> str:
    """The program that listens on a port, with its number; empty when it cannot be seen."""
    tables = [proc / "net" / name for name in ("tcp", "tcp6")]
    sockets = {n for table in tables for n in listening(_text(table), port)}
    if not sockets:
        return ""
    for process in _processes(proc):
        if open_in(process) & {f"socket:[{number}]" for number in sockets}:
            return f"{_text(process / 'comm').strip()} (process {process.name})"
    return "a program that this user cannot see"


def listening(table: str, port: int) -> Iterator[str]:
    """Yield the socket numbers that listen on `port`, from the text of Linux's table of sockets."""
    for line in table.splitlines()[1:]:
        parts = line.split()
        if len(parts) > 9 and parts[3] == LISTENS and int(parts[1].rpartition(":")[2], 16) == port:
            yield parts[9]


def open_in(process: Path) -> set[str]:
    """What a program holds open, as far as this user may see; files come and go meanwhile."""
    found: set[str] = set()
    with suppress(OSError):
        for link in (process / "fd").iterdir():
            with suppress(OSError):
                found.add(str(link.readlink()))
    return found


def answers_its_name(proc: Path = PROC) -> bool | None:
    """Whether a program runs that answers for NAME.local; None where that cannot be seen."""
    running = {_text(process / "comm").strip() for process in _processes(proc)}
    return any(name in running for name in ANSWERS_NAMES) if running else None


def _processes(proc: Path) -> list[Path]:
    with suppress(OSError):
        return [path for path in proc.iterdir() if path.name.isdecimal()]
    return []


def _text(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(errors="replace")
    return ""
