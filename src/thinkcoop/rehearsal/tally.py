"""What came of the answers that simulated people gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from thinkcoop.core.words import AnswerId, SeatNo
from thinkcoop.rehearsal.person import Deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer that was acknowledged."""

    seat: SeatNo
    step: str
    value: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What came of the taps."""

    given: dict[AnswerId, Given] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    resent: int = 0

    def count(self, deed: Deed, seat: SeatNo, why: str, *, new: bool) -> None:
        """Note what came of an answer."""
        if why:
            self.refused[why] = self.refused.get(why, 0) + 1
        elif new:
            value = tuple(text for name, text in deed.fields if name == "v")
            given = Given(seat=seat, step=deed.field("step"), value=value)
            self.given[AnswerId(deed.field("answer"))] = given
        else:
            self.resent += 1
