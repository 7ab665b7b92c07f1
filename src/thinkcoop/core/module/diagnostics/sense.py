"""M201 to M304: each value alone is right, and together they make no sense."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import BUYING, MODULE, PRICE, Code, Example, mistake

REFERENCE_CODES: tuple[Code, ...] = (
    mistake(
        "M201",
        "An id used twice",
        what="the {thing} id `{id}` is used twice; first {where}",
        hint="Give one of them another id.",
        example=Example(file=PRICE, right="{id: way, text", wrong="{id: sugar, text"),
    ),
    mistake(
        "M202",
        "A step that does not exist",
        what="`{key}` names the step `{to}`, which does not exist",
        hint="{mend}",
        example=Example(file=PRICE, right="- show: most", wrong="- show: must"),
    ),
    mistake(
        "M203",
        "A step that was not done before",
        what="`{key}` names the step `{to}`, not done before this in edition {editions}",
        hint="Move that step to an earlier place, or limit this one with `only`.",
        example=Example(file=PRICE, right="- show: most", wrong="- show: [most, matters]"),
    ),
    mistake(
        "M204",
        "A step of another kind than needed",
        what="`{key}` names the step `{to}`, but {wanted}",
        hint="Name another step, or change that one.",
        example=Example(file=PRICE, right="- show: most", wrong="- show: t1-2"),
    ),
    mistake(
        "M205",
        "An aim that cannot be checked",
        what="`met` names the step `{to}`, {trouble}",
        hint="Name a step of this activity with answers, votes, turns or *ready*.",
        example=Example(file=BUYING, right="met: {of: together,", wrong="met: {of: most,"),
    ),
    mistake(
        "M206",
        "A picture that does not exist",
        what="there is no picture `{picture}`",
        hint="{mend}",
        example=Example(
            file=BUYING, right="picture: do-discuss\naim", wrong="picture: do-discus\naim"
        ),
    ),
    mistake(
        "M207",
        "A unit that does not exist",
        what="there is no unit {unit}",
        hint="The units stand in module.yaml: {units}.",
        example=Example(file=BUYING, right="unit: 1", wrong="unit: 2"),
    ),
    mistake(
        "M208",
        "An activity that does not exist",
        what="there is no activity `{activity}`",
        hint="{mend}",
        example=Example(
            file=MODULE,
            right="- {activity: t2}\n",
            wrong="- {activity: t2}\n          - {activity: t9}\n",
        ),
    ),
    mistake(
        "M209",
        "An edition that does not exist",
        what="there is no edition `{edition}`",
        hint="{mend}",
        example=Example(
            file=BUYING, right="only: [two-days]", wrong="only: [two-days, three-days]"
        ),
    ),
    mistake(
        "M210",
        "An activity twice in one edition",
        what="the edition `{edition}` has the activity `{activity}` twice",
        hint="Delete one of the rows.",
        example=Example(
            file=MODULE,
            right="- {activity: t2, minutes: 10}\n",
            wrong="- {activity: t2, minutes: 10}\n          - {activity: t2, minutes: 10}\n",
        ),
    ),
    mistake(
        "M211",
        "A step called like a part of another",
        what="`{id}` is the name of {this} here and of {other}",
        hint="Give one of them another id. The parts of a game are called after its own id.",
        example=Example(file=BUYING, right="id: matters", wrong="id: pot-silent-1"),
    ),
)

KIND_CODES: tuple[Code, ...] = (
    mistake(
        "M301",
        "A question without options",
        what="people are to pick {pick}, and there is nothing to pick from",
        hint="Add `options:` with 2 to 12 options.",
        example=Example(
            file=BUYING,
            right="  - sort:",
            wrong="  - ask: Which one?\n    again: What?\n    minutes: 0.1\n  - sort:",
        ),
    ),
    mistake(
        "M302",
        "A key that does not go with the rest",
        what="`{key}` means nothing when {when}",
        hint="Delete `{key}`, or change `{other}`.",
        example=Example(file=PRICE, right="pick: one\n", wrong="pick: one\n    at_most: 2\n"),
    ),
    mistake(
        "M303",
        "The lowest is not below the highest",
        what="the lowest number is {lowest} and the highest is {highest}",
        hint="Make `lowest` smaller than `highest`.",
        example=Example(
            file=BUYING,
            right="  - sort:",
            wrong="  - ask: How much?\n    again: How many?\n    minutes: 0.1\n    pick: number\n"
            "    lowest: 9\n    highest: 3\n  - sort:",
        ),
    ),
    mistake(
        "M304",
        "A right answer that is not there",
        what="`right` names {name}, which is not one of {names}",
        hint="{mend}",
        example=Example(file=PRICE, right="right: sugar", wrong="right: salt"),
    ),
)

SENSE_CODES = (*REFERENCE_CODES, *KIND_CODES)
