"""M509 and M601 to M616: the decision, its ways, and the country files."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import Code, Example, advice, mistake
from thinkcoop.core.module.diagnostics.games import GAME

DECISION = "decision.yaml"
COUNTRY = "countries/te.yaml"

SHOP = """  - id: shop
    text: Own a shop
    picture: market-stall
    good: [{text: It can grow big., picture: market-stall}]
    bad: [{text: It costs much first., picture: do-think}]
    living: Lina puts money in a shop. Others decide. It earns.
    uncertain: We do not know who will buy.
    sources: [invented]
"""
"""A way of the small module that nothing else names."""

AGE_CODES: tuple[Code, ...] = (
    advice(
        "M509",
        "A file whose facts must be looked at again",
        what="the facts of {name} were to be checked again by {date}",
        hint="Look at each source again, then change `checked_on` and `check_by`.",
        example=Example(file=COUNTRY, right="check_by: 2028-11-01", wrong="check_by: 2026-11-02"),
    ),
)

BALANCE_CODES: tuple[Code, ...] = (
    mistake(
        "M601",
        "A decision with too few ways",
        what="there are {count} ways to choose from; there must be at least six",
        hint="Add the ways that people really have. Doing nothing for now is one of them.",
        example=Example(file=DECISION, right=SHOP, wrong=""),
    ),
    mistake(
        "M602",
        "No way of waiting",
        what="no way has the id `wait`",
        hint="Add a way `wait`: doing nothing for now is always one of the ways.",
        example=Example(file=DECISION, right="- id: wait\n", wrong="- id: later\n"),
    ),
    mistake(
        "M603",
        "A way with one side only",
        what="`{way}` has nothing under `{side}`",
        hint="Every way has good sides and bad sides. Write as many as the other ways have.",
        example=Example(
            file=DECISION,
            right="bad: [{text: I pay the full price., picture: do-think}]",
            wrong="bad: []",
        ),
    ),
    mistake(
        "M604",
        "Ways with more points than others",
        what="`{way}` has {count} points under `{side}`; the other lists have {usual}",
        hint="Give every way the same number of points, as many good ones as bad ones.",
        example=Example(
            file=DECISION,
            right="good: [{text: I choose the shop., picture: market-stall}]",
            wrong="good: [{text: I choose the shop., picture: market-stall}, "
            "{text: It is near., picture: tuk-tuk}]",
        ),
    ),
    mistake(
        "M605",
        "Ways of which one is told in more words",
        what="`{part}` of `{way}` has {most} words, and of `{other}` it has {least}",
        hint="Make them alike: no more than a fourth and three words longer than the shortest.",
        example=Example(
            file=DECISION,
            right="Lina buys alone. It is quick. It costs a lot.",
            wrong="Lina buys alone. It is quick. It costs a lot. She likes it. She has no boss.",
        ),
    ),
    mistake(
        "M606",
        "Ways of which one takes longer to tell",
        what="`{way}` takes {most} seconds to read aloud, and `{other}` takes {least}",
        hint="Make them alike: no more than a tenth longer than the shortest.",
        example=Example(
            file=DECISION,
            right="Lina buys alone. It is quick. It costs a lot.",
            wrong="Lina buys all alone. It is quick. But it costs her a lot.",
        ),
    ),
)

SENSE_OF_THE_DECISION: tuple[Code, ...] = (
    mistake(
        "M607",
        "A question without its need",
        what="`{key}` of the question has no place for the need",
        hint="Write {{need}} where the room's own top need is to stand.",
        example=Example(
            file=DECISION, right="We need this: {need}. Which", wrong="We need sugar. Which"
        ),
    ),
    mistake(
        "M608",
        "Answers with other ids than needed",
        what="`{key}` must have the ids {ids}, in this order",
        hint="Change the ids. The words and pictures are yours.",
        example=Example(
            file=DECISION, right="{id: not-yet, text: Not yet", wrong="{id: later, text: Not yet"
        ),
    ),
    mistake(
        "M609",
        "A claim without a source",
        what="`{id}` names no source",
        hint="Add the id of a source to `sources`. The sources stand at the end of the file.",
        example=Example(
            file=DECISION,
            right="know who will buy.\n    sources: [invented]",
            wrong="know who will buy.\n    sources: []",
        ),
    ),
    mistake(
        "M610",
        "A name of something that is not there",
        what="`{key}` names `{name}`, which does not exist",
        hint="{mend}",
        example=Example(file=DECISION, right="no: [trust]", wrong="no: [thrust]"),
    ),
    mistake(
        "M611",
        "A choice with no next step",
        what="whoever chooses `{way}` may find no next step on the ladder",
        hint="Add a rung whose `when` has this way and nothing else, or nothing at all.",
        example=Example(
            file=DECISION, right="when: {}", wrong="when: {ways: [alone, two, shop, club, purse]}"
        ),
    ),
)

COUNTRY_CODES: tuple[Code, ...] = (
    mistake(
        "M612",
        "A fact that is not what it says",
        what="`{key}` {trouble}",
        hint="{mend}",
        example=Example(
            file=COUNTRY,
            right="  confidence: unknown\n  note: One page says five.\n",
            wrong="  confidence: unknown\n  value: Five people are enough.\n",
        ),
    ),
    mistake(
        "M613",
        "A country file with another name than its country",
        what="the code of this country is `{name}`, and the file has another name",
        hint="Call the file {name}.yaml.",
        example=Example(file=COUNTRY, renamed="countries/tee.yaml"),
    ),
)

RULE_CODES: tuple[Code, ...] = (
    mistake(
        "M614",
        "A rule that is told in more words than the other",
        what="`{part}` of `{rule}` has {most} words, and of `{other}` it has {least}",
        hint="Make them alike: no more than a fourth and three words longer than the other.",
        example=Example(
            file=DECISION,
            right="good: {text: Each must be heard., picture: do-listen}",
            wrong="good: {text: Each of us must be heard before anything counts as decided., "
            "picture: do-listen}",
        ),
    ),
)

PART_CODES: tuple[Code, ...] = (
    mistake(
        "M615",
        "A part of the decision without the one that it needs",
        what="`{part}` needs a part `{other}` {where} it, in edition {editions}",
        hint="Add a `decide` step with `{other}` there, or limit this one with `only`.",
        example=Example(file=GAME, right="know, ready, who, choice]", wrong="know, ready, choice]"),
    ),
    mistake(
        "M616",
        "A part of the decision twice",
        what="the part `{part}` is done a second time in edition {editions}",
        hint="Delete one, or limit them with `only`. The second vote is `vote-again`.",
        example=Example(file=GAME, right="parts: [vote-again]", wrong="parts: [vote]"),
    ),
)

DECISION_CODES = (
    *AGE_CODES,
    *BALANCE_CODES,
    *SENSE_OF_THE_DECISION,
    *COUNTRY_CODES,
    *RULE_CODES,
    *PART_CODES,
)
