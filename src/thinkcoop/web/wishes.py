"""What the convener chose when starting a session, read from a form with times of the day."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.app.opening import Wishes, planned_length
from thinkcoop.app.ports import Clock
from thinkcoop.core.module.model import Module
from thinkcoop.core.words import MINUTE, Millis, Refusal, Why
from thinkcoop.web.forms import BadForm, Form, whole
from thinkcoop.web.languages import is_offered

DAY = 24 * 60
USUAL_WAIT = 15
"""Minutes until the start, when nothing else is wished."""
MOST_EXPECTED = 400


@dataclass(frozen=True, slots=True)
class Hours:
    """The time of the day here, in minutes since midnight."""

    minute: int

    @classmethod
    def now(cls, clock: Clock) -> Hours:
        """The time of the day now."""
        return cls((clock.wall_ms() // MINUTE + clock.zone_minutes()) % DAY)

    def defaults(self, lasts: Millis) -> dict[str, object]:
        """What the fields show at first."""
        start = self.minute + USUAL_WAIT
        end = start + lasts // MINUTE
        return {"start": written(start), "end": written(end), "expected": 25}

    def until(self, minute: int) -> int:
        """Minutes from now to that time of the day; less than zero when it has just been."""
        ahead = (minute - self.minute) % DAY
        return ahead if ahead <= DAY // 2 else ahead - DAY


def written(minute: int) -> str:
    """A time of the day as HH:MM."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def read_wishes(form: Form, module: Module, hours: Hours, *, usual: Millis) -> Wishes | Refusal:
    """Return what was wished. Refuses times that cannot be. `usual` is the length the page showed.

    Who changes the edition and leaves the end as it was wants the length of that edition.
    """
    edition = form.matching("edition", r"[a-z0-9-]{1,40}", module.editions[0].id)
    language = form.text("language") or module.languages[0].code
    if edition not in {each.id for each in module.editions}:
        return Refusal(Why.DOES_NOT_FIT)
    if not is_offered(language, [each.code for each in module.languages]):
        language = module.languages[0].code
    country = form.text("country")
    if country not in {"", *(each.code for each in module.countries)}:
        return Refusal(Why.DOES_NOT_FIT)
    expected = form.number("expected", 0)
    start = _minute(form.text("start")) if form.text("start") else hours.minute + USUAL_WAIT
    lasts = planned_length(module, edition)
    if form.text("end"):
        wished = (_minute(form.text("end")) - start) % DAY
        lasts = lasts if wished == usual // MINUTE else Millis(wished * MINUTE)
    wait = Millis(hours.until(start) * MINUTE)
    lasts = Millis(lasts + min(0, wait))  # it should have begun already: the end stays
    if not 0 <= expected <= MOST_EXPECTED or lasts <= 0:
        return Refusal(Why.DOES_NOT_FIT)
    return Wishes(
        edition=edition,
        language=language,
        expected=expected,
        starts_in=Millis(max(0, wait)),
        lasts=lasts,
        country=country,
    )


def _minute(text: str) -> int:
    """Minutes since midnight in a text like 13:05. Raises BadForm."""
    hour, colon, minute = text.strip().partition(":")
    if not colon or not 0 <= whole(hour) < 24 or not 0 <= whole(minute[:2]) < 60:
        raise BadForm
    return whole(hour) * 60 + whole(minute[:2])
