"""What a file in `countries/` holds: what is known of a country's law, and how surely.

The classes are the shape of the file (`docs/formats/module.md`). What may be told to people, and
what may not, is decided in `core/decision/law.py`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from thinkcoop.core.module.parts import Line, Shape

FACTS = ("law", "who_registers", "least_members", "trades_allowed", "least_capital")
"""The facts of a country, in the order in which they are told."""


class Fact(Shape):
    """One thing about the law. `value` is a whole sentence; what is unknown has none."""

    value: Line | None = None
    confidence: Literal["confirmed", "likely", "unknown"]
    source: Line | None = None
    checked_on: date
    note: Line | None = None
    """For the organiser alone: never told to people."""


class TradesFact(Fact):
    """Whose work the law is for."""

    reach: Literal["any", "farm"] | None = None
    """Any trade, or farming alone. Left out where it is not known."""


class Country(Shape):
    """A country: what its law says, how sure that is, and whom to ask."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    name: Line
    check_by: date
    law: Fact
    who_registers: Fact
    least_members: Fact
    trades_allowed: TradesFact
    least_capital: Fact
    ask: Line
    ask_again: Line

    def facts(self) -> tuple[tuple[str, Fact], ...]:
        """Each fact with its key, in the order in which they are told."""
        return tuple((key, getattr(self, key)) for key in FACTS)
