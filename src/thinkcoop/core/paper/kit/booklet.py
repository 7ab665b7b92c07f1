"""The booklet: it carries the whole day with no device at all. One for each table.

The law of this file: every step of the edition stands in it once, in the order of the day
(`tests/core/paper/kit/test_booklet.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from thinkcoop.core.kinds import Ask, KindStep, Move, Path, Rank, Seen, Show, Sort, Told
from thinkcoop.core.kinds.vote import Ballot, Promise
from thinkcoop.core.module.model import Option
from thinkcoop.core.paper.kit.decision import answers_of, bean_column, path_on_paper, told_on_paper
from thinkcoop.core.paper.kit.forms import answer_room
from thinkcoop.core.paper.kit.games import move_on_paper, seen_on_paper
from thinkcoop.core.paper.kit.manner import how_done, is_for_the_room, sign_of, who_does
from thinkcoop.core.paper.kit.opening import opening, the_end
from thinkcoop.core.paper.kit.pieces import (
    Blank,
    Board,
    Inner,
    Leaf,
    Line,
    Options,
    Printed,
    Task,
    Turned,
)
from thinkcoop.core.paper.kit.wishes import SEATS_AT_A_TABLE, KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.parts import face_choices, option_choices
from thinkcoop.core.screens.screen import Choice, Text, Words, phrase
from thinkcoop.core.session.forms import numbers_of
from thinkcoop.core.session.program import Stage
from thinkcoop.core.words import MINUTE, StepId

IF_TIME, ALL_TABLES = phrase(K.IF_TIME), phrase(K.ALL_TABLES)
Shown = tuple[tuple[Words, ...], tuple[Inner, ...]]
"""What is done, in sentences, and what is drawn under them."""


def booklet(kit: KitFor) -> Printed:
    """The whole day on paper."""
    leaves = (*opening(kit), *_stages(kit), *_answers(kit), the_end(kit))
    return Printed(name="booklet", title=phrase(K.BOOKLET), leaves=leaves, copies=kit.tables)


def _stages(kit: KitFor) -> Iterator[Leaf]:
    numbers = numbers_of(kit.program)
    units = {unit.number: unit for unit in kit.program.module.units}
    for stage in kit.program.stages:
        activity = stage.activity
        unit = units.get(activity.unit)
        yield Leaf(
            heading=Text(activity.title),
            over=Text(unit.title) if unit is not None else None,
            picture=activity.picture,
            minutes=minutes_in_words(stage.plan_ms),
            note=IF_TIME if activity.optional else None,
            joins=stage.is_break,
            pieces=tuple(_tasks(kit, stage, numbers)),
        )


def minutes_in_words(length_ms: float) -> Words:
    """So many minutes, to the half: a table looks at a clock, not at a stopwatch."""
    halves = max(1, round(2 * length_ms / MINUTE))
    whole, half = divmod(halves, 2)
    if not whole:
        return phrase(K.HALF_MINUTE)
    return phrase(K.AND_A_HALF if half else K.MINUTES, minutes=whole)


def _tasks(kit: KitFor, stage: Stage, numbers: Mapping[StepId, int]) -> Iterator[Task]:
    planned = [step.plan_ms(seats=SEATS_AT_A_TABLE, tables=kit.tables) for step in stage.steps]
    stretch = stage.plan_ms / (sum(planned) or 1)
    for at, (step, length) in enumerate(zip(stage.steps, planned, strict=True), 1):
        how, blocks = on_paper(step, kit)
        number = numbers.get(step.key)
        form = (phrase(K.ON_FORM, number=number),) if number is not None else ()
        room = (ALL_TABLES,) if is_for_the_room(step) else ()
        yield Task(
            number=at,
            sign=sign_of(step),
            who=who_does(step),
            picture=step.picture or "",
            minutes=minutes_in_words(length * stretch),
            text=Text(step.text),
            again=Text(step.again) if step.again else None,
            how=(*room, *how, *form),
            blocks=blocks,
            note=IF_TIME if step.optional and not stage.activity.optional else None,
        )


def on_paper(step: KindStep, kit: KitFor) -> Shown:
    """How a step is done with paper and pencil, and what stands under it."""
    match step:
        case Move():
            return move_on_paper(step)
        case Seen():
            return seen_on_paper(step)
        case Path():
            return path_on_paper(step)
        case Told():
            return how_done(step), told_on_paper(step, kit)
        case Show():
            return _shown(step, kit)
        case _:
            return how_done(step), _under(step)


def _under(step: KindStep) -> tuple[Inner, ...]:
    """What can be chosen. Only what the table answers together is filled in here."""
    match step:
        case Rank(to="table") | Sort(to="table"):
            return answer_room(step)
        case Ask(pick="scale"):
            return (Options(choices=face_choices()),)
        case Promise():
            return (Options(choices=option_choices(step.options)), _by(step.by))
        case _:
            choices = option_choices(step.choices())
            return (Options(choices=choices),) if choices else ()


def _by(options: Sequence[Option]) -> Options:
    return Options(choices=option_choices(options))


# ------------------------------------------------------------------- what came out of a question


def _shown(step: Show, kit: KitFor) -> Shown:
    asked = [kit.program.by_key[StepId(key)] for key in step.of if key in kit.program.by_key]
    how = list(dict.fromkeys(_how_to_count(each) for each in asked))
    if _is_put_again(asked):
        how.append(phrase(K.HOW_SHOW_TWICE))
    boards = tuple(_boards(asked, kit))
    lines = tuple(line for each in asked for line in right_answers(each))
    if not lines:
        return tuple(how), boards
    return (*how, phrase(K.TURN_NOW)), (*boards, Turned(lines=lines))


def _is_put_again(asked: Sequence[KindStep]) -> bool:
    """Whether the last of them is the first one, asked once more."""
    again_of = getattr(asked[-1], "again_of", None) if len(asked) > 1 else None
    return again_of is not None and again_of == asked[0].id


def _how_to_count(step: KindStep) -> Words:
    match step:
        case Ballot():
            return phrase(K.HOW_SHOW_BALLOT)
        case Rank(to="table") | Sort(to="table"):
            return phrase(K.HOW_SHOW_TABLE)
        case Ask(pick="words"):
            return phrase(K.HOW_SHOW_WORDS)
        case Ask(pick="number" | "money"):
            return phrase(K.HOW_SHOW_NUMBERS)
        case _:
            return phrase(K.HOW_SHOW)


def _choices_of(step: KindStep) -> tuple[Choice, ...]:
    if isinstance(step, Ask) and step.pick == "scale":
        return face_choices()
    return option_choices(step.choices())


def _boards(asked: Sequence[KindStep], kit: KitFor) -> Iterator[Inner]:
    """One table for those that have the same options, else one for each."""
    alike = len({_choices_of(each) for each in asked}) == 1
    if len(asked) == 1 or alike:
        yield from _board(asked, kit)
        return
    for each in asked:
        yield Line(text=Text(each.text), picture=each.picture or "", look="quiet")
        yield from _board([each], kit)


def _board(asked: Sequence[KindStep], kit: KitFor) -> Iterator[Inner]:
    first = asked[0]
    if _is_on_the_table(first):
        return
    rows = _choices_of(first)
    if not rows:
        yield Blank(lines=2)
        return
    yield Board(rows=rows, columns=_columns(asked, kit), wide=True)


def _columns(asked: Sequence[KindStep], kit: KitFor) -> tuple[Choice, ...]:
    """Where beans are drawn: for one question, for it then and now, or for several beside it."""
    if len(asked) == 1:
        return (bean_column(),)
    if _is_put_again(asked):
        heads = (phrase(K.FIRST_TIME), phrase(K.NOW))
        return tuple(Choice(value=at, text=head, picture="bean") for at, head in enumerate(heads))
    numbers = numbers_of(kit.program)
    return tuple(
        Choice(
            value=at,
            text=phrase(K.ON_FORM, number=numbers.get(each.key, at + 1)),
            picture=each.picture or "",
        )
        for at, each in enumerate(asked)
    )


def _is_on_the_table(step: KindStep) -> bool:
    """Whether the table has filled it in a page before."""
    return isinstance(step, Rank | Sort) and step.to == "table"


def right_answers(step: KindStep) -> Iterator[Line]:
    """What is right, and why, where that is known."""
    if isinstance(step, Ask) and step.right is not None:
        right = next(each for each in step.options if each.id == step.right)
        yield Line(
            text=Text(step.text),
            picture=step.picture or "",
            more=Text(step.because or right.text),
            fits=(right.picture,),
        )
    if isinstance(step, Sort):
        groups = {group.id: group for group in step.groups}
        for card in step.cards:
            if card.id in step.right:
                group = groups[step.right[card.id]]
                more, fits = Text(group.text), (group.picture,)
                yield Line(text=Text(card.text), picture=card.picture, more=more, fits=fits)


def _answers(kit: KitFor) -> Iterator[Leaf]:
    """What was asked and never brought back in this edition, at the end and on its head."""
    steps = [step for stage in kit.program.stages for step in stage.steps]
    shown = {key for step in steps if isinstance(step, Show) for key in step.of}
    lines = [line for step in steps if step.id not in shown for line in right_answers(step)]
    decision = kit.program.module.decision
    if decision is not None:
        paths = (step for step in steps if isinstance(step, Path))
        lines += [line for path in paths for line in answers_of(path, decision)]
    if lines:
        turned = Turned(lines=tuple(dict.fromkeys(lines)))
        pieces = (Line(text=phrase(K.ANSWERS_LATE), picture="do-show"), turned)
        yield Leaf(heading=phrase(K.ANSWERS), picture="question-mark", pieces=pieces)
