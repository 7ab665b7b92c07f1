"""Which rule is proposed to a room, and what comes of a vote under it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.module.tea import TEA, read
from thinkcoop.core.decision import (
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
from thinkcoop.core.module.decision import Decision

COUNTS = st.lists(st.integers(0, 40), max_size=8)
RULES: st.SearchStrategy[Rule] = st.sampled_from(["agreement", "majority"])


@pytest.fixture
def decision() -> Decision:
    file = read(TEA).draft.decision
    assert file is not None
    assert file.value is not None
    return file.value


@pytest.mark.parametrize(
    ("women", "men", "expected"),
    [
        (0, 5, Proposal("agreement", "women_few")),
        (4, 5, Proposal("agreement", "women_few")),
        (5, 5, Proposal("majority", "women_many")),
        (9, 1, Proposal("majority", "women_many")),
        (5, 0, Proposal("majority", "women_many")),
        (0, 0, Proposal("majority", "not_known")),
        (1, 3, Proposal("majority", "not_known")),
    ],
)
def test_the_rule_goes_by_the_mix_where_it_is_known(
    women: int, men: int, expected: Proposal
) -> None:
    assert propose_rule(women, men) == expected


@pytest.mark.parametrize(("women", "men"), [(-1, 5), (5, -1)])
def test_a_negative_number_of_people_is_a_bug(women: int, men: int) -> None:
    with pytest.raises(ValueError, match="negative number of people"):
        propose_rule(women, men)


@pytest.mark.parametrize(
    ("rule", "counts", "against", "expected"),
    [
        ("majority", [4, 3], None, Agreed(0)),
        ("majority", [4, 4, 1], None, Tie((0, 1))),
        ("majority", [1, 4, 3], None, NoAgreement(1)),
        ("majority", [1, 4, 3], 0, NoAgreement(1)),
        ("majority", [1, 3], None, TooFew(4)),
        ("majority", [], None, TooFew(0)),
        ("agreement", [0, 6], None, Agreed(1)),
        ("agreement", [0, 6], 2, Agreed(1)),
        ("agreement", [1, 6], None, NoAgreement(1)),
        ("agreement", [1, 6], 1, NoAgreement(1)),
        ("agreement", [1, 6], 0, Agreed(1)),
        ("agreement", [3, 3], 0, Tie((0, 1))),
    ],
)
def test_a_vote_comes_out_by_its_rule(
    rule: Rule, counts: list[int], against: int | None, expected: Outcome
) -> None:
    assert outcome(rule, counts, against=against) == expected


@given(rule=RULES, counts=COUNTS)
def test_what_is_agreed_has_more_than_half_of_the_votes(rule: Rule, counts: list[int]) -> None:
    match outcome(rule, counts):
        case Agreed(option):
            assert 2 * counts[option] > sum(counts) >= 5
        case NoAgreement(leading):
            assert counts.count(counts[leading]) == 1
        case Tie(options):
            assert len({counts[option] for option in options}) == 1
        case TooFew(votes):
            assert votes < 5


@pytest.mark.parametrize(("counts", "against"), [([-1, 9], None), ([9], -1)])
def test_a_negative_count_is_a_bug(counts: list[int], against: int | None) -> None:
    with pytest.raises(ValueError, match="negative count"):
        outcome("majority", counts, against=against)


def test_each_rule_has_its_words(decision: Decision) -> None:
    assert rule_words(decision, "agreement").text == "By agreement"
    assert rule_words(decision, "majority").text == "By majority"


def test_each_proposal_has_its_reason(decision: Decision) -> None:
    reasons = decision.rules.because
    assert reason_words(decision, propose_rule(1, 5)) == reasons.women_few
    assert reason_words(decision, propose_rule(5, 1)) == reasons.women_many
    assert reason_words(decision, propose_rule(0, 0)) == reasons.not_known
