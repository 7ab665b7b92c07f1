"""How a room decides: in which order, by which rule, and what a choice leads to. Pure rules.

The words stand in the module (`core/module/decision.py`). Nothing here knows of seats or steps.
"""

from __future__ import annotations

from thinkcoop.core.decision.ladder import ladder_for
from thinkcoop.core.decision.law import LawFit, Told, ToldFact, law_fit, told_of
from thinkcoop.core.decision.order import order_for
from thinkcoop.core.decision.rule import (
    Agreed,
    NoAgreement,
    Outcome,
    Proposal,
    Rule,
    Tie,
    TooFew,
    outcome,
    propose_rule,
    reason_words,
    rule_words,
)

__all__ = [
    "Agreed",
    "LawFit",
    "NoAgreement",
    "Outcome",
    "Proposal",
    "Rule",
    "Tie",
    "Told",
    "ToldFact",
    "TooFew",
    "ladder_for",
    "law_fit",
    "order_for",
    "outcome",
    "propose_rule",
    "reason_words",
    "rule_words",
    "told_of",
]
