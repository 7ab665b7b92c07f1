"""What can be wrong with a module's files, and how it is told to the author.

Every code stands in one of the tables here with its words, its hint and a wrong line that is also
its test. Codes are for ever: one that is no longer used is not given to anything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thinkcoop.core.module.diagnostics.advice import ADVICE_CODES
from thinkcoop.core.module.diagnostics.code import Code, Example, Severity
from thinkcoop.core.module.diagnostics.decision import DECISION_CODES
from thinkcoop.core.module.diagnostics.files import FILE_CODES
from thinkcoop.core.module.diagnostics.games import GAME_CODES
from thinkcoop.core.module.diagnostics.sense import SENSE_CODES
from thinkcoop.core.module.diagnostics.shape import SHAPE_CODES
from thinkcoop.core.module.diagnostics.time import TIME_CODES
from thinkcoop.core.module.places import Place

CODES: Mapping[str, Code] = {
    code.code: code
    for code in (
        *FILE_CODES,
        *SHAPE_CODES,
        *SENSE_CODES,
        *GAME_CODES,
        *TIME_CODES,
        *ADVICE_CODES,
        *DECISION_CODES,
    )
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing to mend: where it is, what is wrong, and what to do about it.

    `line` and `column` count from 1. A mistake stops the module from running; advice does not.
    """

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    what: str
    hint: str


def report(code: str, file: str, place: Place, **words: object) -> Diagnostic:
    """Put `words` into the sentences of `code`. Raises KeyError when one is not given."""
    known = CODES[code]
    return Diagnostic(
        code=code,
        severity=known.severity,
        file=file,
        line=place.line,
        column=place.column,
        what=known.what.format_map(words),
        hint=known.hint.format_map(words),
    )


__all__ = ["CODES", "Code", "Diagnostic", "Example", "Severity", "report"]
