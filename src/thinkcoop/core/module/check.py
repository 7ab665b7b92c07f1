"""Runs every check that looks beyond the shape of single values.

Checks of single steps run on whatever could be read. Checks of the whole module run only when
every part of it is there: a file that cannot be read would look like ten missing steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from thinkcoop.core.module.checks.balance import check_rules, check_ways
from thinkcoop.core.module.checks.country import check_countries
from thinkcoop.core.module.checks.decision import check_decision, check_need
from thinkcoop.core.module.checks.ids import (
    check_file_names,
    check_option_ids,
    check_pictures,
    check_unfolded,
    check_unique,
)
from thinkcoop.core.module.checks.kinds import check_decision_is_there, check_kinds
from thinkcoop.core.module.checks.parts import check_parts, check_path_minutes
from thinkcoop.core.module.checks.plan import (
    check_activities_used,
    check_check_by,
    check_only,
    check_rows,
    check_units,
)
from thinkcoop.core.module.checks.references import check_aims, check_references
from thinkcoop.core.module.checks.time import check_activity_sums, check_edition_sums, check_minutes
from thinkcoop.core.module.checks.words import check_again, check_options, check_sentences
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft

Check = Callable[[Draft], Iterator[Diagnostic]]

CHECKS_OF_PARTS: tuple[Check, ...] = (
    check_file_names,
    check_pictures,
    check_option_ids,
    check_rows,
    check_minutes,
    check_kinds,
    check_sentences,
    check_options,
    check_again,
    check_check_by,
    check_decision,
    check_ways,
    check_rules,
    check_path_minutes,
    check_countries,
)
CHECKS_OF_THE_WHOLE: tuple[Check, ...] = (
    check_unique,
    check_unfolded,
    check_units,
    check_only,
    check_activities_used,
    check_references,
    check_aims,
    check_need,
    check_decision_is_there,
    check_parts,
    check_activity_sums,
    check_edition_sums,
)


def check(draft: Draft, *, whole: bool) -> Iterator[Diagnostic]:
    """Yield all diagnostics of `draft`. `whole`: nothing of the module is missing in it."""
    found = [each for run in CHECKS_OF_PARTS for each in run(draft)]
    yield from found
    if whole and not any(each.code == "M113" for each in found):
        for run in CHECKS_OF_THE_WHOLE:
            yield from run(draft)
