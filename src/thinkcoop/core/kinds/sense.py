"""What the module reader must know about the step kinds: which steps make no sense, and why.

A kind that has rules of its own for what may stand in a file gets a case here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from thinkcoop.core.games import GAMES
from thinkcoop.core.kinds import KINDS
from thinkcoop.core.kinds.ask import Ask
from thinkcoop.core.kinds.base import KindStep
from thinkcoop.core.kinds.decide import ALONE, Decide
from thinkcoop.core.kinds.game import Game, word_faults
from thinkcoop.core.kinds.order import Sort
from thinkcoop.core.kinds.talk import Break, Discuss, Show
from thinkcoop.core.kinds.vote import Ballot
from thinkcoop.core.module.draft import Fault, Inner, KindTable, Reference, Variants
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.model import Option, Step
from thinkcoop.core.module.places import Plain

CHOSEN = ("one", "several")
NUMBERS = ("number", "money")
_A = {"ballot": "a ballot", "ask": "an ask"}
WITH_ENDS = ("one", "scale", *NUMBERS)


def faults(step: Step) -> Iterator[Fault]:
    """What in this step makes no sense for its kind."""
    match step:
        case Ask():
            yield from _faults_of_pick(step)
            yield from _faults_of_right(step)
        case Sort():
            yield from _faults_of_sorting(step)
        case Game():
            yield from _faults_of_playing(step)
        case Decide():
            yield from _faults_of_parts(step)
        case _:
            pass  # any step of its shape makes sense


def _faults_of_pick(step: Ask) -> Iterator[Fault]:
    given = step.model_fields_set
    if step.pick in CHOSEN and len(step.options) < 2:
        yield Fault("M301", ("pick",), {"pick": step.pick})
    if step.pick not in CHOSEN and step.options:
        yield _idle(step, "options")
    if step.pick != "several" and "at_most" in given:
        yield _idle(step, "at_most")
    if step.pick not in NUMBERS:
        yield from (_idle(step, key) for key in ("lowest", "highest", "unit") if key in given)
    elif step.lowest >= step.highest:
        words = {"lowest": step.lowest, "highest": step.highest}
        yield Fault("M303", ("lowest",), words)


def _idle(step: Ask, key: str) -> Fault:
    return Fault("M302", (key,), {"key": key, "when": f"`pick` is {step.pick}", "other": "pick"})


def _faults_of_right(step: Ask) -> Iterator[Fault]:
    if step.right is None:
        if step.because is not None:
            words = {"key": "because", "when": "there is no `right`", "other": "right"}
            yield Fault("M302", ("because",), words)
    elif step.pick != "one":
        yield _idle(step, "right")
    else:
        yield from _not_there(step.right, step.options, ("right",))


def _faults_of_sorting(step: Sort) -> Iterator[Fault]:
    for card, group in step.right.items():
        yield from _not_there(card, step.cards, ("right", card))
        yield from _not_there(group, step.groups, ("right", card))


def inner(step: Step) -> Iterator[Inner]:
    """A game's parameters have the shape of that game."""
    if isinstance(step, Game) and step.play in GAMES:
        yield Inner(("set",), GAMES[step.play], cast("Plain", step.numbers))


def _faults_of_playing(step: Game) -> Iterator[Fault]:
    if step.play not in GAMES:
        words = {"play": step.play, "mend": did_you_mean(step.play, tuple(GAMES))}
        yield Fault("M305", ("play",), words)
        return
    senseless = False
    for key, trouble, mend in step.rules.faults():
        senseless = True
        yield Fault("M308", ("set", key), {"key": key, "trouble": trouble, "mend": mend})
    if not senseless:
        yield from (Fault(code, key, words) for code, key, words in word_faults(step))


def _faults_of_parts(step: Decide) -> Iterator[Fault]:
    together = [part for part in step.parts if part not in ALONE]
    if together and len(step.parts) > 1:
        yield Fault("M309", ("parts",), {"part": together[0]})
    elif len(set(step.parts)) != len(step.parts):
        yield Fault("M310", ("parts",), {"parts": ", ".join(step.parts)})
    elif (step.parts == ("object",)) != (len(step.options) == 2):
        yield Fault("M311", ("parts",), {})


def _not_there(name: str, options: tuple[Option, ...], key: tuple[str, ...]) -> Iterator[Fault]:
    names = [option.id for option in options]
    if name not in names and names:
        words = {"name": name, "names": ", ".join(names), "mend": did_you_mean(name, names)}
        yield Fault("M304", key, words)


def references(step: Step) -> Iterator[Reference]:
    """The steps that this one names."""
    match step:
        case Show():
            for to in step.of:
                yield Reference("of", to, _has_results, "only answers and votes can be shown")
        case Discuss() if step.ends_of is not None:
            wanted = "only an ask for one, a scale, a number or money has two ends"
            yield Reference("ends_of", step.ends_of, _has_ends, wanted)
        case Ballot() | Ask() if step.again_of is not None:
            wanted = f"it is not {_A[step.kind]} with the same options"
            yield Reference("again_of", step.again_of, lambda to: _same_question(step, to), wanted)
        case _:
            pass  # it names none


def _has_results(step: Step) -> bool:
    if isinstance(step, Decide):
        return step.parts[0] in ("vote", "vote-again", "object")
    return isinstance(step, KindStep) and (step.asks or isinstance(step, Ballot))


def _has_ends(step: Step) -> bool:
    return isinstance(step, Ask) and step.pick in WITH_ENDS


def _same_question(step: Ballot | Ask, to: Step) -> bool:
    if isinstance(step, Ask) and isinstance(to, Ask) and step.pick != to.pick:
        return False
    ids = [option.id for option in step.options]
    return isinstance(to, type(step)) and [option.id for option in to.options] == ids


def measures(step: Step) -> bool:
    """Whether it is known of each person if they took part: nobody counts who talks in a pair."""
    return isinstance(step, KindStep) and step.ends in ("ready", "answers", "turns", "votes")


def instructs(step: Step) -> bool:
    """Whether people may have to hear it in other words: everything but results and rests."""
    return not isinstance(step, (Show, Break))


KIND_TABLE = KindTable(
    classes=KINDS,
    short={"show": "of"},
    inner=inner,
    variants={"game": Variants("play", "set", GAMES)},
    faults=faults,
    references=references,
    measures=measures,
    instructs=instructs,
    unfolded_ids=lambda step: step.unfolded_ids() if isinstance(step, KindStep) else (step.id,),
    parts=lambda step: step.parts if isinstance(step, Decide) else (),
    path_seconds=lambda step, decision: (
        step.path_seconds(decision) if isinstance(step, Decide) else 0
    ),
)
