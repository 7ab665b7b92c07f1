"""By which rule a room decides, and what came of a vote under that rule.

Why the mix of women and men matters, and what the rules cannot do: `docs/methods/decision.md`. A
rule is proposed, and binds nobody: whoever does not want to go along steps out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from thinkcoop.core.module.decision import Decision, RuleWords

Rule = Literal["agreement", "majority"]
Because = Literal["women_few", "women_many", "not_known"]

FEWEST = 5
"""Fewer votes, or fewer who said whether they are a woman or a man, tell too much of each."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rule, and the key of the reason for which it is proposed."""

    rule: Rule
    because: Because


@dataclass(frozen=True, slots=True)
class Agreed:
    """The room has decided on the option at this place (0-based)."""

    option: int


@dataclass(frozen=True, slots=True)
class NoAgreement:
    """Nothing is decided. `leading` is the option with most votes (0-based)."""

    leading: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Nothing is decided: these options (0-based) have equally many votes, and most."""

    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TooFew:
    """Nothing is decided, and nothing may be shown: only so many voted."""

    votes: int


Outcome = Agreed | NoAgreement | Tie | TooFew


def propose_rule(women: int, men: int) -> Proposal:
    """Return the rule that helps all to be heard in a room of so many women and men.

    Full agreement where women are fewer than half, majority where they are half or more. Those who
    would rather not say are in neither number. With fewer than five who said, majority: the mix is
    not known, and a proposal must not give away who answered what.

    Raises ValueError for a negative number.

    >>> propose_rule(2, 5).rule, propose_rule(4, 4).rule, propose_rule(0, 4).because
    ('agreement', 'majority', 'not_known')
    """
    if min(women, men) < 0:
        raise ValueError(f"negative number of people: {women} women, {men} men")
    if women + men < FEWEST:
        return Proposal("majority", "not_known")
    if 2 * women < women + men:
        return Proposal("agreement", "women_few")
    return Proposal("majority", "women_many")


def outcome(rule: Rule, counts: Sequence[int], *, against: int | None = None) -> Outcome:
    """Return what came of a vote. `counts[i]` is how many chose option i.

    Majority: more than half of the votes are for one option. Agreement: all are for one option, or
    one has most votes and nobody is strongly against it; `against` is how many are, None when that
    was not asked. Fewer than five votes decide nothing. `against` means nothing under majority.

    Raises ValueError for a negative count.

    >>> outcome("majority", [4, 2, 1]), outcome("majority", [3, 2, 2])
    (Agreed(option=0), NoAgreement(leading=0))
    >>> outcome("agreement", [4, 2, 1]), outcome("agreement", [4, 2, 1], against=0)
    (NoAgreement(leading=0), Agreed(option=0))
    >>> outcome("majority", [3, 3]), outcome("majority", [4])
    (Tie(options=(0, 1)), TooFew(votes=4))
    """
    if any(count < 0 for count in counts) or (against or 0) < 0:
        raise ValueError(f"negative count in {list(counts)}, {against} against")
    votes = sum(counts)
    if votes < FEWEST:
        return TooFew(votes)
    leading = [option for option, count in enumerate(counts) if count == max(counts)]
    if len(leading) > 1:
        return Tie(tuple(leading))
    [option] = leading
    match rule:
        case "majority":
            decided = 2 * counts[option] > votes
        case "agreement":
            decided = counts[option] == votes or against == 0
        case _:
            assert_never(rule)
    return Agreed(option) if decided else NoAgreement(option)


def rule_words(decision: Decision, rule: Rule) -> RuleWords:
    """The words of a rule in this decision."""
    match rule:
        case "agreement":
            return decision.rules.agreement
        case "majority":
            return decision.rules.majority
        case _:
            assert_never(rule)


def reason_words(decision: Decision, proposal: Proposal) -> str:
    """The sentence that says why this rule is proposed."""
    reasons = decision.rules.because
    match proposal.because:
        case "women_few":
            return reasons.women_few
        case "women_many":
            return reasons.women_many
        case "not_known":
            return reasons.not_known
        case _:
            assert_never(proposal.because)
