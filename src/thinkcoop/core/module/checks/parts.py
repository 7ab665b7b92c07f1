"""The parts of the decision: which must stand with which, in every edition, and how long they take.

Each part alone makes sense; a vote without the second one, or a rule by full agreement without
the question who is against it, does not. What a part does is not known here, only its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thinkcoop.core.module.checks.plan import rows_of
from thinkcoop.core.module.checks.references import steps_in
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, StepDraft
from thinkcoop.core.module.model import Edition
from thinkcoop.core.words import MINUTE, SECOND

BEFORE: Mapping[str, str] = {
    "beans-seen": "beans",
    "fit-seen": "fit",
    "rule": "who",
    "vote-again": "vote",
    "object": "vote",
    "outcome": "vote",
    "next": "vote",
}
"""What must have been done before a part: else there is nothing to show, to propose or to tell."""
AFTER: Mapping[str, str] = {"rule": "object"}
"""What must come after a part. Full agreement also counts when nobody is strongly against it."""
AS_OFTEN_AS_WANTED = ("need", "law")
"""Parts that only tell something."""
VOTES = ("vote", "vote-again")
WHAT_CAME_OF_IT = ("object", "outcome", "next")
"""Parts that are about the vote that decides: it is the last one."""
QUARTER = MINUTE // 4

Done = tuple[str, StepDraft]
"""A part, and the step in which it is done."""
Trouble = tuple[str, StepDraft, str, str, str]
"""Code, step, part, the other part that is missing, and where that must be."""


def check_parts(draft: Draft) -> Iterator[Diagnostic]:
    """In each edition every part has what it needs, and none that counts is done twice."""
    assert draft.module is not None
    if any(_is_faulty(draft, step) for step in draft.steps()):
        return  # told already, and what would follow from it is not worth telling
    found: dict[tuple[str, str, str, str], tuple[StepDraft, list[str]]] = {}
    for position, edition in enumerate(draft.module.editions):
        done = list(_done(draft, edition, position))
        for code, step, part, other, where in (*_twice(done), *_missing(done)):
            key = (code, step.step.id, f"{part} {other}", where)
            found.setdefault(key, (step, []))[1].append(edition.id)
    for (code, _, parts, where), (step, editions) in found.items():
        part, _, other = parts.partition(" ")
        words = {"part": part, "other": other, "where": where, "editions": " and ".join(editions)}
        yield step.report(code, "parts", **words)


def _done(draft: Draft, edition: Edition, position: int) -> Iterator[Done]:
    by_id = {each.activity.id: each for each in draft.activities if each.activity is not None}
    for row, _ in rows_of(edition, position):
        if row.activity in by_id:
            for step in steps_in(by_id[row.activity], edition.id):
                yield from ((part, step) for part in draft.kinds.parts(step.step))


def _twice(done: list[Done]) -> Iterator[Trouble]:
    seen: set[str] = set()
    for part, step in done:
        if part in seen and part not in AS_OFTEN_AS_WANTED:
            yield "M616", step, part, "", ""
        seen.add(part)


def _missing(done: list[Done]) -> Iterator[Trouble]:
    names = [part for part, _ in done]
    for at, (part, step) in enumerate(done):
        if part in BEFORE and BEFORE[part] not in names[:at]:
            yield "M615", step, part, BEFORE[part], "before"
        if part in AFTER and AFTER[part] not in names[at:]:
            yield "M615", step, part, AFTER[part], "after"
        late = [vote for vote in VOTES if vote in names[at:]]
        if part in WHAT_CAME_OF_IT and late and BEFORE[part] in names[:at]:
            yield "M615", step, part, late[-1], "before"


def check_path_minutes(draft: Draft) -> Iterator[Diagnostic]:
    """A private path has the time that it takes to hear all of it once, in quarters of a minute."""
    file = draft.decision
    if file is None or file.value is None:
        return
    for step in draft.steps():
        if _is_faulty(draft, step):
            continue
        needed = draft.kinds.path_seconds(step.step, file.value) * SECOND
        given = step.step.plan_ms(seats=1, tables=1)
        if needed > given:
            quarters = -(-needed // QUARTER) / 4
            words = {"minutes": f"{given / MINUTE:g}", "needed": f"{quarters:g}"}
            yield step.report("M405", "minutes", **words)


def _is_faulty(draft: Draft, step: StepDraft) -> bool:
    """Whether these parts do not even go together in one step."""
    return bool(draft.kinds.parts(step.step)) and any(True for _ in draft.kinds.faults(step.step))
