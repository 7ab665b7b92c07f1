"""M101 to M114: what stands in a file is not what must stand there."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import BUYING, MODULE, PRICE, Code, Example, mistake

SHAPE_CODES: tuple[Code, ...] = (
    mistake(
        "M101",
        "A key is missing",
        what="`{key}` is missing",
        hint="Add `{key}:` with {wanted}.",
        example=Example(file=MODULE, right="funder: nobody\n", wrong=""),
    ),
    mistake(
        "M102",
        "A key that is not known",
        what="`{key}` is not a key that is known here",
        hint="{mend}",
        example=Example(file=MODULE, right="funder: nobody", wrong="funder: nobody\nfonder: me"),
    ),
    mistake(
        "M103",
        "Another kind of value",
        what="`{key}` needs {wanted}, and {got} stands here",
        hint="{mend}",
        example=Example(file=PRICE, right="optional: true\nsteps", wrong="optional: yes\nsteps"),
    ),
    mistake(
        "M104",
        "A number out of range",
        what="`{key}` is {got}; it must be {bound}",
        hint="Write a number that is {bound}.",
        example=Example(file=PRICE, right="share: 75", wrong="share: 750"),
    ),
    mistake(
        "M105",
        "A word that is not one of those allowed",
        what="`{key}` is {got}; it must be one of {allowed}",
        hint="{mend}",
        example=Example(file=PRICE, right="pick: one", wrong="pick: once"),
    ),
    mistake(
        "M106",
        "A name or number of another form",
        what="`{key}` is {got}; it must be {wanted}",
        hint="For example: {example}.",
        example=Example(file=MODULE, right="version: 1.0.0", wrong="version: first"),
    ),
    mistake(
        "M107",
        "Words that are missing or too long",
        what="`{key}` has {got}; it must have {bound}",
        hint="{mend}",
        example=Example(file=PRICE, right="title: The price of sugar", wrong="title:"),
    ),
    mistake(
        "M108",
        "A list that is too short or too long",
        what="`{key}` has {got}; it must have {bound}",
        hint="{mend}",
        example=Example(
            file=PRICE, right="levels: [Not at all, Some, Much]", wrong="levels: [No, Yes]"
        ),
    ),
    mistake(
        "M109",
        "Not a date",
        what="`{key}` is {got}, which is not a date",
        hint="Write year, month and day like this: 2026-11-23.",
        example=Example(file=MODULE, right="check_by: 2027-11-01", wrong="check_by: next year"),
    ),
    mistake(
        "M110",
        "A step of no kind",
        what="no kind of step is named here",
        hint="{mend}",
        example=Example(
            file=PRICE, right="- think: What costs you", wrong="- thing: What costs you"
        ),
    ),
    mistake(
        "M112",
        "A step of two kinds",
        what="this step is `{first}` and `{second}` at once",
        hint="Make two steps of it: begin a new line with `- {second}:`.",
        example=Example(
            file=PRICE,
            right="- think: What costs you",
            wrong="- say: Think a while.\n    think: What costs you",
        ),
    ),
    mistake(
        "M113",
        "A row that is no activity and no break",
        what="{trouble}",
        hint="Write {{activity: id}}, or {{break: 15, text: A short rest., picture: do-break}}.",
        example=Example(
            file=MODULE,
            right="{break: 2, text: Drink some tea., picture: do-break}",
            wrong="{break: 2}",
        ),
    ),
    mistake(
        "M114",
        "Minutes that do not go together",
        what="{trouble}",
        hint="{mend}",
        example=Example(
            file=BUYING,
            right="picture: do-rank\n    minutes: 1.5",
            wrong="picture: do-rank\n    minutes: {each: 0.25}",
        ),
    ),
)
