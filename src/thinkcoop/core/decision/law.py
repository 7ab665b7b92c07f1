"""What may be said of a country's law: what is confirmed and not too old, and whom to ask.

Everything else stays unsaid. What the day is, somebody else says.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from thinkcoop.core.module.country import Country

LawFit = Literal["fits", "unclear", "none"]
"""One for this work is confirmed; one is, and not for whose work; none is known to fit."""


@dataclass(frozen=True, slots=True)
class ToldFact:
    """One confirmed fact: which (as `core/module/country.py` names it), and its sentence."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What people are told about the law of a country. `ask` is always said, in two ways."""

    name: str
    facts: tuple[ToldFact, ...]
    ask: str
    ask_again: str


def told_of(country: Country, today: date | None) -> Told:
    """Return the confirmed facts and the sentence on whom to ask, and nothing that is less sure.

    Past the country's `check_by` no fact is confirmed any more. Without `today` the date is not
    looked at: for whoever shows what was said on that day.
    """
    old = today is not None and country.check_by < today
    facts = tuple(
        ToldFact(key, fact.value)
        for key, fact in country.facts()
        if fact.confidence == "confirmed" and fact.value is not None and not old
    )
    return Told(name=country.name, facts=facts, ask=country.ask, ask_again=country.ask_again)


def law_fit(country: Country | None, *, farm: bool, today: date | None) -> LawFit:
    """Return whether a law under which these people could found a cooperative is confirmed.

    `farm`: they all farm or fish. A law whose reach is not confirmed is unclear, and still a law:
    what was told of it must not be denied a moment later. None is confirmed past the `check_by`.
    Nobody is ever told that they can register: the law may ask for more than is known here.
    """
    if country is None or (today is not None and country.check_by < today):
        return "none"
    if country.law.confidence != "confirmed":
        return "none"
    trades = country.trades_allowed
    if trades.confidence != "confirmed" or trades.reach is None:
        return "unclear"
    return "fits" if trades.reach == "any" or farm else "none"
