"""For whom a kit is printed: how many people, which edition, which country, which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thinkcoop.core.decision.law import Told, law_fit, told_of
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Rung
from thinkcoop.core.session.program import Program

SEATS_AT_A_TABLE = 6
"""Minutes of a round are planned for so many people."""
MOST_PEOPLE = 40
"""As many as there are pictures of people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitFor:
    """One kit in one language."""

    program: Program
    people: int
    today: date
    country: str = ""
    """Two letters of a country that the module knows, or empty: nothing is told of a law."""
    address: str = ""
    """Where phones come in; empty: the signs for the tables have nothing to scan."""
    code: str = ""
    """The code of the session, to be typed; empty where it is not known yet."""

    @property
    def tables(self) -> int:
        """How many tables these people fill."""
        return -(-self.people // SEATS_AT_A_TABLE)

    @property
    def law(self) -> Told | None:
        """What is told of the law of the country."""
        return told_of(self._where, self.today) if self._where is not None else None

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The next steps that may fit somebody here: none speaks of a law that is not so."""
        decision = self.program.module.decision
        law = law_fit(self._where, farm=False, today=self.today)
        every = decision.ladder if decision is not None else ()
        return tuple(
            rung
            for rung in every
            if not (rung.when.unconfirmed or rung.when.unclear)
            or (rung.when.unconfirmed and law == "none")
            or (rung.when.unclear and law == "unclear")
        )

    @property
    def _where(self) -> Country | None:
        countries = self.program.module.countries
        return next((each for each in countries if each.code == self.country), None)
