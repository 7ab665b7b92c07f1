"""Whether a post comes from a page of ours, and whether somebody sits at this very machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from thinkcoop.web.asgi import Scope, has_header, header

LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
FORWARDING = (
    b"forwarded",
    b"via",
    b"x-forwarded-for",
    b"x-forwarded-host",
    b"x-forwarded-proto",
    b"x-real-ip",
)


def is_ours(scope: Scope, *, must_say: bool = False) -> bool:
    """Whether a post was sent by a page of this very server, as far as the browser says.

    Browsers always say it for posts; other programs say nothing, which is let through unless
    `must_say`, because they carry nobody's cookies.
    """
    site = header(scope, b"sec-fetch-site")
    if site and site not in ("same-origin", "none"):
        return False
    origin = header(scope, b"origin")
    if origin:
        return urlsplit(origin).netloc.lower() == header(scope, b"host").lower() != ""
    return bool(site) or not must_say


def is_local(scope: Scope) -> bool:
    """Whether the request was made on this machine, by a name of this machine.

    The name matters: a page from elsewhere may let its own name point to 127.0.0.1 and would then
    be let in as if it were the convener. And behind a proxy everybody seems to be here.
    """
    client = scope.get("client")
    if not client or has_header(scope, FORWARDING):
        return False
    try:
        here = ip_address(client[0]).is_loopback
    except ValueError:
        return False
    host = header(scope, b"host").lower()
    name = host if host.endswith("]") else host.rpartition(":")[0] or host
    return here and name in LOCAL_NAMES
