"""The little of ASGI that is needed to answer a request without a framework."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from thinkcoop.web.refusals import No

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]

LARGEST_BODY = 16 * 1024
MOST_DRAINED = 32 * 1024 * 1024
"""What is read and thrown away so that a phone hears our sentence instead of a broken line."""
SLOWEST_BODY_S = 10.0

SECURITY: tuple[Header, ...] = (
    (
        b"content-security-policy",
        (
            b"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; "
            b"connect-src 'self'; font-src 'self'; media-src 'self' blob:; form-action 'self'; "
            b"base-uri 'none'; frame-ancestors 'none'"
        ),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    # not no-referrer: with that, browsers say `Origin: null` on our own forms
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


class BadBody(Exception):
    """The body of a request is too large or came too slowly."""

    def __init__(self, why: No) -> None:
        super().__init__(why)
        self.why = why


class Gone(Exception):
    """The client hung up before its request was whole."""


def header(scope: Scope, name: bytes) -> str:
    """The first header of that name, or nothing. Bytes outside of ASCII become question marks."""
    for key, value in scope["headers"]:
        if key == name:
            return bytes(value).decode("ascii", "replace")
    return ""


def has_header(scope: Scope, names: Iterable[bytes]) -> bool:
    """Whether any of these headers is there."""
    wanted = frozenset(names)
    return any(key in wanted for key, _ in scope["headers"])


def wants_json(scope: Scope) -> bool:
    """Whether a script of ours asks, and not a browser that shows what comes."""
    return "application/json" in header(scope, b"accept")


async def read_body(
    scope: Scope,
    receive: Receive,
    *,
    most: int = LARGEST_BODY,
    within_s: float = SLOWEST_BODY_S,
    quiet_s: float | None = None,
) -> bytes:
    """Return the body. Raises BadBody, having kept nothing, when it is larger than `most`.

    Also when it is not there `within_s`, or when nothing comes for `quiet_s`.
    """
    try:
        async with asyncio.timeout(within_s):
            return await _body(scope, receive, most, quiet_s)
    except TimeoutError:
        raise BadBody(No.TOO_SLOW) from None


async def _body(scope: Scope, receive: Receive, most: int, quiet_s: float | None) -> bytes:
    announced = announced_size(scope)
    if announced > max(most, MOST_DRAINED):
        raise BadBody(No.TOO_LARGE)
    parts: list[bytes] = []
    size = 0
    more = True
    while more:
        async with asyncio.timeout(quiet_s):
            message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
        if max(size, announced) <= most:
            parts.append(message.get("body", b""))
        elif size > MOST_DRAINED:
            break
    if max(size, announced) > most:
        raise BadBody(No.TOO_LARGE)
    return b"".join(parts)


def announced_size(scope: Scope) -> int:
    """How many bytes the body will have, as far as the client says; 0 where it does not."""
    length = header(scope, b"content-length")
    return int(length) if length.isdigit() and len(length) < 16 else 0


async def respond(
    send: Send, status: int, body: bytes, kind: bytes, headers: Iterable[Header] = ()
) -> None:
    """Send a whole response with the security headers of the house."""
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", kind),
                (b"content-length", b"%d" % len(body)),
                *SECURITY,
                *headers,
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
