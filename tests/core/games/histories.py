"""Histories of games as sessions have them: rounds may be missing, people come and go."""

from __future__ import annotations

from hypothesis import strategies as st

from thinkcoop.core.games.base import Amount, Form, GameRules, History, Panels, Pick, Played, fits

LATECOMERS = 3
STRANGER = 999


@st.composite
def histories(draw: st.DrawFn, rules: GameRules, most: int = 9) -> History:
    """Some rounds in their order, each with some of up to `most` people and a few latecomers."""
    people = range(1, draw(st.integers(2, most)) + LATECOMERS)
    history: History = ()
    for at, here in enumerate(rules.rounds()):
        if draw(st.integers(0, 4)) == 0:
            continue
        players = tuple(sorted(draw(st.sets(st.sampled_from(people), min_size=1))))
        count = 1 if here.by == "table" else len(players)
        moves = tuple(draw(_moves(here.form)) for _ in range(count))
        sides = rules.chances(at, history, len(players))
        draws = tuple(draw(st.integers(0, most - 1)) for most in sides)
        happened = Played(round=here.id, players=players, moves=moves, draws=draws)
        assert fits(rules, at, history, happened)
        history = (*history, happened)
    return history


def _moves(form: Form) -> st.SearchStrategy[int]:
    match form:
        case Amount():
            steps = range(form.lowest // form.step, form.highest // form.step + 1)
            return st.sampled_from(steps).map(lambda steps: steps * form.step)
        case Pick():
            return st.integers(0, len(form.ids) - 1)
        case _:
            return st.just(0)


def crowd(rules: GameRules, people: int) -> History:
    """Every round with so many people, who all do what stands there already; chance says 0."""
    history: History = ()
    for at, here in enumerate(rules.rounds()):
        form = here.form
        move = form.usual if isinstance(form, Amount | Pick) else 0
        moves = (move,) * (1 if here.by == "table" else people)
        draws = (0,) * len(rules.chances(at, history, people))
        happened = Played(round=here.id, players=tuple(range(people)), moves=moves, draws=draws)
        assert fits(rules, at, history, happened)
        history = (*history, happened)
    return history


def pictures(rules: GameRules, history: History) -> list[Panels]:
    """All that anybody can be shown on the way: what all see, each phone, and beside questions."""
    rounds = [each.id for each in rules.rounds()]
    people = sorted({player for each in history for player in each.players} | {STRANGER})
    seen = []
    for end in range(len(history) + 1):
        so_far = history[:end]
        done = 1 + max((rounds.index(each.round) for each in so_far), default=-1)
        seen.append(rules.outcome(so_far))
        seen += [rules.own(so_far, player) for player in people]
        seen += [rules.preview(at, so_far, p) for at in range(done, len(rounds)) for p in people]
    return seen


def oddities(rules: GameRules, panels: Panels) -> list[str]:
    """What no picture may have: nothing in it, figures that do not fit, a wrong list of options."""
    odd = []
    forms = {each.id: each.form for each in rules.rounds()}
    for panel in panels:
        if not panel.lines or any(not line.values for line in panel.lines):
            odd.append(f"{panel.title} is empty")
        if panel.kind in {"bars", "choices", "people"}:
            long = [v for line in panel.lines for v in line.values if not 0 <= v <= panel.most]
            odd += [f"{value} in {panel.title}" for value in long]
        if panel.kind == "choices":
            form = forms[panel.of]
            if not isinstance(form, Pick) or len(form.ids) != len(panel.lines):
                odd.append(f"{panel.title} has not the options of {panel.of}")
    return odd


def renamed(history: History, by: int = 200) -> History:
    """The same, done by people with other numbers."""
    return tuple(
        Played(
            round=each.round,
            players=tuple(player + by for player in each.players),
            moves=each.moves,
            draws=each.draws,
        )
        for each in history
    )
