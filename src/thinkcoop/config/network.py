"""Under which addresses other machines in the room can reach this one. Asks nobody outside."""

from __future__ import annotations

import fcntl
import socket
import struct
from contextlib import closing, suppress

SIOCGIFADDR = 0x8915
"""Linux: the IPv4 address of an interface."""
NOT_FOR_PHONES = ("lo", "docker", "br-", "veth", "virbr", "tailscale", "tun", "wg")
SOMEWHERE = ("192.0.2.1", 9)
"""An address for documentation: choosing a way there sends nothing."""


def addresses(port: int) -> list[str]:
    """Every address of this machine as a URL, the likeliest first; without any network none."""
    found = dict.fromkeys([*_towards_outside(), *_of_interfaces()])
    return [f"http://{ip}" if port == 80 else f"http://{ip}:{port}" for ip in found]


def _towards_outside() -> list[str]:
    """The address from which this machine would speak to another network."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as line, suppress(OSError):
        line.connect(SOMEWHERE)
        ip = str(line.getsockname()[0])
        return [] if ip.startswith(("127.", "0.")) else [ip]
    return []


def _of_interfaces() -> list[str]:
    """The addresses of all interfaces that phones could be on."""
    found: list[str] = []
    with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as line:
        for _number, name in socket.if_nameindex():
            if name.startswith(NOT_FOR_PHONES):
                continue
            with suppress(OSError):  # an interface without an IPv4 address
                request = struct.pack("256s", name.encode()[:15])
                answer = fcntl.ioctl(line.fileno(), SIOCGIFADDR, request)
                found.append(socket.inet_ntoa(answer[20:24]))
    return found
