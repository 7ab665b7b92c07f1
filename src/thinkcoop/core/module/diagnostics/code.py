"""The form of a diagnostic code. It knows nothing of files or modules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["mistake", "advice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A way to make the small module of the tests wrong (`tests/modules/tea`).

    In `file`, the text `right` becomes `wrong`. Without `right` the whole file, new or not, has the
    text `wrong`; without `wrong` it is taken away; with `renamed` it gets that name.
    """

    file: str
    right: str | None = None
    wrong: str | None = None
    renamed: str | None = None
    times: int = 1
    """How often `wrong` is written, for what is wrong by being much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One kind of mistake or advice. `what` and `hint` are sentences with `{words}` in them."""

    code: str
    severity: Severity
    title: str
    what: str
    hint: str
    example: Example


MODULE = "module.yaml"
PRICE = "activities/t1-the-price-of-sugar.yaml"
BUYING = "activities/t2-buying-together.yaml"


def mistake(code: str, title: str, *, what: str, hint: str, example: Example) -> Code:
    """A code that stops the module from running."""
    return Code(code=code, severity="mistake", title=title, what=what, hint=hint, example=example)


def advice(code: str, title: str, *, what: str, hint: str, example: Example) -> Code:
    """A code that is counted and stops nothing."""
    return Code(code=code, severity="advice", title=title, what=what, hint=hint, example=example)
