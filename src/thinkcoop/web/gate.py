"""Who may sit at the convener's desk: whoever sits at this machine, and whoever knows the PIN.

The PIN is made anew at every start and stands in the window where the program runs. Whoever had
it before it changed has to type the new one.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable

from thinkcoop.web.asgi import Scope, header
from thinkcoop.web.cookies import DESK, Signer, cookie
from thinkcoop.web.limits import Tries
from thinkcoop.web.origin import is_local

DESK_HOURS = 14
MOST_WRONG = 5
MOST_WRONG_TOGETHER = 30
EVERYBODY = "everybody"


class Gate:
    """Knows the PIN and counts who got it wrong."""

    def __init__(
        self, signer: Signer, pin: str, *, wall_s: Callable[[], int], seconds: Callable[[], float]
    ) -> None:
        self._signer = signer
        self._wall_s = wall_s
        self._one = Tries(MOST_WRONG, seconds=seconds)
        self._together = Tries(MOST_WRONG_TOGETHER, seconds=seconds)
        self.pin = pin

    def is_open(self, scope: Scope) -> bool:
        """Whether this request may see the desk."""
        if is_local(scope):
            return True
        value = cookie(header(scope, b"cookie"), DESK)
        return bool(value) and self._signer.opens_desk(value, self.pin, self._wall_s())

    def is_busy(self, address: str) -> bool:
        """Whether too many wrong PINs came, from this address or from all together."""
        return self._one.too_many(address) or self._together.too_many(EVERYBODY)

    def try_pin(self, pin: str, address: str) -> str | None:
        """Return the cookie that opens the desk, or None for a wrong PIN."""
        if not hmac.compare_digest(pin.encode("utf-8", "replace"), self.pin.encode()):
            self._one.wrong(address)
            self._together.wrong(EVERYBODY)
            return None
        return self._signer.desk(self.pin, self._wall_s() + DESK_HOURS * 3600)
