"""M501 to M508: advice. The module runs, and could be better understood."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import BUYING, MODULE, PRICE, Code, Example, advice

ADVICE_CODES: tuple[Code, ...] = (
    advice(
        "M501",
        "Facts that must be looked at again",
        what="the facts of this module were to be checked again by {date}",
        hint="Look at each source again, then change `checked_on` and `check_by`.",
        example=Example(file=MODULE, right="check_by: 2027-11-01", wrong="check_by: 2026-11-02"),
    ),
    advice(
        "M502",
        "A long sentence",
        what="a sentence of `{key}` has {words} words: {sentence}",
        hint="Make two sentences of it, each of 20 words or fewer.",
        example=Example(
            file=PRICE,
            right="Each buys sugar alone, and pays a lot.",
            wrong="Each buys sugar alone, and pays a lot, and then goes home, and the next day does"
            " it all over again.",
        ),
    ),
    advice(
        "M503",
        "Much to listen to",
        what="{words} words are read aloud here; people remember fewer than 60",
        hint="Make two steps of it, with something to do in between.",
        example=Example(
            file=PRICE,
            right="- say: Five of us sell tea.",
            wrong="- say:" + " Five of us sell tea every day." * 9,
        ),
    ),
    advice(
        "M504",
        "A long option",
        what="the option `{option}` has {words} words",
        hint="Say it in 8 words or fewer; the picture helps.",
        example=Example(
            file=BUYING,
            right="text: Yes we buy together",
            wrong="text: Yes we buy our sugar together from now on",
        ),
    ),
    advice(
        "M505",
        "Options that are not alike in length",
        what="in `{key}` the longest option has {longest} words and the shortest {shortest}",
        hint="People choose the longer one for its length. Make them more alike.",
        example=Example(file=BUYING, right="text: A lower price", wrong="text: Less"),
    ),
    advice(
        "M506",
        "An instruction said in one way only",
        what="this step has no `again`",
        hint="Add `again:` with the same thing in other, simpler words.",
        example=Example(
            file=PRICE,
            right="    again: Turn to one other person. Where do you buy sugar?\n",
            wrong="",
        ),
    ),
    advice(
        "M507",
        "An activity that no edition has",
        what="no edition has the activity `{activity}`",
        hint="Add a row for it in module.yaml, or delete the file.",
        example=Example(
            file="activities/t4-later.yaml",
            wrong="id: t4\nunit: 1\ntitle: Later\npicture: do-think\naim: Each has thought.\n"
            "met: {of: thought}\nminutes: {plan: 1}\nsteps:\n  - think: What now?\n"
            "    id: thought\n    again: Think of what comes next.\n",
        ),
    ),
    advice(
        "M508",
        "Words that are hard to understand",
        what="this takes {grade} years of school to understand ({text})",
        hint="Use shorter words and shorter sentences, for six years of school.",
        example=Example(
            file=PRICE,
            right="Tell the other where you buy your sugar.",
            wrong="Communicate your purchasing arrangements to another participant immediately.",
        ),
    ),
)
