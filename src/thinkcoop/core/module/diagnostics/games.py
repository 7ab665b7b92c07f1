"""M305 to M312: games and the decision, whose words and numbers must go together."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import Code, Example, mistake

GAME = "activities/t3-a-game-at-tea.yaml"

GAME_CODES: tuple[Code, ...] = (
    mistake(
        "M305",
        "A game that does not exist",
        what="there is no game `{play}`",
        hint="{mend}",
        example=Example(file=GAME, right="play: common-pot", wrong="play: common-pots"),
    ),
    mistake(
        "M306",
        "Rounds that are not those of the game",
        what="`rounds` are not those that `{play}` has with these numbers",
        hint="Write these rounds in this order: {rounds}.",
        example=Example(file=GAME, right="- id: silent-2", wrong="- id: silent-3"),
    ),
    mistake(
        "M307",
        "Options that are not those of the round",
        what="the options of the round `{round}` are not those that the game has",
        hint="It has: {options}.",
        example=Example(file=GAME, right='{id: "yes", text: Yes', wrong="{id: sure, text: Yes"),
    ),
    mistake(
        "M308",
        "Numbers of a game that make no sense",
        what="`{key}` makes no sense: {trouble}",
        hint="{mend}",
        example=Example(file=GAME, right="times: 2,", wrong="times: 2, checker: 40,"),
    ),
    mistake(
        "M309",
        "A part of the decision that stands with others",
        what="`{part}` is done by the whole room, and `parts` has more than that",
        hint="Give it a step of its own.",
        example=Example(
            file=GAME,
            right="  - round: Did",
            wrong="  - decide: We vote.\n    again: Vote.\n"
            "    minutes: 0.1\n    parts: [vote, beans]\n  - round: Did",
        ),
    ),
    mistake(
        "M310",
        "A part of the decision twice",
        what="`parts` has something twice: {parts}",
        hint="Delete one of them.",
        example=Example(
            file=GAME,
            right="  - round: Did",
            wrong="  - decide: We think.\n    again: Think.\n"
            "    minutes: 0.1\n    parts: [beans, beans]\n  - round: Did",
        ),
    ),
    mistake(
        "M311",
        "An objection without its two answers",
        what="`options` are needed for the part `object`, and mean nothing for the others",
        hint="Write two options for `object`: I can live with it, I am strongly against it.",
        example=Example(
            file=GAME,
            right="  - round: Did",
            wrong="  - decide: Can you live with it?\n"
            "    again: Is it fine?\n    minutes: 0.1\n    parts: [object]\n  - round: Did",
        ),
    ),
    mistake(
        "M312",
        "A decision that is not there",
        what="this is a part of the decision, and the module has no decision.yaml",
        hint="Write a decision.yaml, or delete this step.",
        example=Example(file="decision.yaml", wrong=None),
    ),
)
