"""The two rules of a second vote, told and asked."""

from __future__ import annotations

from dataclasses import replace

from tests.web.made_up.parts import DONE, NOT_CLEAR, ask, choices, screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Form, RuleCard, Text, phrase

NAMED = choices(("Full agreement", "rule-agreement"), ("Majority after talk", "rule-majority"))
SAID = (
    "It is decided when all vote for one way. Or when nobody is strongly against it.",
    "First all are heard. It is decided when more than half vote for one way.",
)
SIDES = (
    choices(
        ("Each must be heard, also a quiet person.", "role-encourager"),
        ("It takes longer. One person can stop it.", "slow-decision"),
    ),
    choices(
        ("It is quicker. One person cannot stop it.", "late"),
        ("What fewer people want can be passed over.", "quiet-minority"),
    ),
)
BECAUSE = (
    "Fewer than half here are women. In one study, women were heard best in such rooms "
    "when all had to agree."
)
QUESTION = "How shall this room decide?"

RULES_TOLD = screen(
    "show",
    heading=Text(QUESTION),
    text=Text("There are two rules. Hear both. We propose one of them, and you choose."),
    rules=tuple(
        RuleCard(
            text=choice.text,
            picture=choice.picture,
            sign=choice.sign,
            says=Text(says),
            good=good,
            bad=bad,
            because=Text(BECAUSE) if choice.value == 0 else None,
        )
        for choice, says, (good, bad) in zip(NAMED, SAID, SIDES, strict=True)
    ),
    buttons=(DONE, NOT_CLEAR),
)
RULES_ON_WALL = replace(RULES_TOLD, heading=None, text=Text(QUESTION), buttons=(), who="whole-room")
RULE_ASKED = ask(
    QUESTION,
    Form(
        kind="one",
        choices=tuple(
            replace(choice, more=Text(says), proposed=choice.value == 0)
            for choice, says in zip(NAMED, SAID, strict=True)
        ),
    ),
    heading=phrase(P.ANSWER_ALONE),
)
