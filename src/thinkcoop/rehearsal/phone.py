"""One simulated phone or device on the web: a cookie, pages, taps, and a stream."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlencode

from thinkcoop.rehearsal.forms import Pairs, WebForm, forms_in

TIMEOUT_S = 30.0
PICTURE = "image/png"
BOUNDARY = "thinkcoop-rehearsal-9f2c51d0"


def _part(named: str, content: bytes) -> bytes:
    head = f"--{BOUNDARY}\r\nContent-Disposition: form-data; {named}\r\n\r\n"
    return head.encode() + content + b"\r\n"


@dataclass(frozen=True, slots=True)
class Answered:
    """What the server said to a request."""

    status: int
    body: str
    location: str = ""
    cookie: str = ""
    """Name and value of a cookie that it gave."""


class Line:
    """A connection that is kept open, for one request after the other."""

    def __init__(self, host: str, port: int) -> None:
        self._address = f"http://{host}:{port}"
        self._connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_S)

    def ask(
        self, path: str, *, cookie: str = "", fields: Pairs | None = None, json: bool = False
    ) -> Answered:
        """Get a page, or post `fields`. When the line broke it is sent again, as phones do."""
        headers = {"Origin": self._address, "Accept": "application/json" if json else "text/html"}
        if cookie:
            headers["Cookie"] = cookie
        try:
            return self._once(path, headers, fields)
        except (http.client.HTTPException, ConnectionError):
            self._connection.close()
            return self._once(path, headers, fields)

    def send_picture(self, path: str, fields: Pairs, picture: bytes) -> Answered:
        """Post a form with a picture in it, as a phone's browser sends it."""
        parts = [_part(f'name="{name}"', text.encode()) for name, text in fields]
        file = f'name="picture"; filename="a.png"\r\nContent-Type: {PICTURE}'
        body = b"".join([*parts, _part(file, picture), f"--{BOUNDARY}--\r\n".encode()])
        kind = f"multipart/form-data; boundary={BOUNDARY}"
        headers = {"Origin": self._address, "Accept": "text/html", "Content-Type": kind}
        self._connection.request("POST", path, body, headers)
        return self._reply()

    def _once(self, path: str, headers: dict[str, str], fields: Pairs | None) -> Answered:
        if fields is None:
            self._connection.request("GET", path, headers=headers)
        else:
            headers = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
            self._connection.request("POST", path, urlencode(fields), headers)
        return self._reply()

    def _reply(self) -> Answered:
        reply = self._connection.getresponse()
        body = reply.read().decode()
        cookie = (reply.getheader("set-cookie") or "").split(";", 1)[0]
        return Answered(reply.status, body, reply.getheader("location") or "", cookie)

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


@dataclass(slots=True)
class Phone:
    """What a phone keeps: whose it is."""

    key: int
    cookie: str = ""


class Chosen(Protocol):
    """What somebody chooses on the way in, page by page."""

    def __call__(self, form: WebForm) -> Pairs | None:
        """What to send with this form besides what goes along; None when it is not for us."""


def walk_in(
    line: Line, path: str, phone: Phone, chosen: Chosen, look: Callable[[str], None] | None = None
) -> Answered:
    """Go through the pages from `path` on until one is no form of this way any more.

    `look` is given every page on the way.
    """
    answer = line.ask(path, cookie=phone.cookie)
    while answer.status == 200:
        if look is not None:
            look(answer.body)
        step = next(
            (
                (form, pairs)
                for form in forms_in(answer.body)
                if (pairs := chosen(form)) is not None
            ),
            None,
        )
        if step is None:
            return answer
        form, pairs = step
        hidden = [(name, value) for name, value in form.hidden.items() if name not in dict(pairs)]
        answer = line.ask(form.action, cookie=phone.cookie, fields=[*hidden, *pairs])
    if answer.cookie:
        phone.cookie = answer.cookie
    return answer
