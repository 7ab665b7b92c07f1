"""The report of one session, for the organisation that called the room together.

Counts, never who: small ones are hidden so that they cannot be worked out. What the room itself was
shown (needs, votes, reasons, promises) stands as it was shown. It says no more than its data: what
cannot be told is said to be so, and what it cannot say stands in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from thinkcoop.core.figures.hiding import FEWEST_ALONE, hidden
from thinkcoop.core.figures.learning import Item, items_of
from thinkcoop.core.figures.weighed import Weighed
from thinkcoop.core.kinds import Promise
from thinkcoop.core.paper import decided, group
from thinkcoop.core.paper.document import Block, Document, Drawn, Part, Quoted, Row, Said, Table
from thinkcoop.core.paper.foot import foot
from thinkcoop.core.screens.charts import chart_of
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import Phrase, Text, Words, phrase
from thinkcoop.core.session import deciding
from thinkcoop.core.session.asking import closed_tally
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.state import State
from thinkcoop.core.session.summary import Summary, summarise
from thinkcoop.core.words import StepId

CHANNELS: Mapping[Channel, tuple[R, str]] = {
    "phone": (R.BY_PHONE, "phone"),
    "table": (R.BY_DEVICE, "table-device"),
    "card": (R.BY_CARD, "card-hand"),
    "paper": (R.BY_PAPER, "paperwork"),
}
NO_NAMES: Mapping[str, str] = MappingProxyType({})
HUNDRED = 100
EVEN_FROM = 5
"""Of fewer people it is not said how evenly they spoke."""


def session_report(
    state: State,
    weighed: Weighed | None,
    *,
    language: str,
    names: Mapping[str, str] = NO_NAMES,
    head: str = "",
) -> Document:
    """Return the report of a session as it stands.

    `names` has languages by their codes, as they call themselves; one without a name has its code.
    `weighed` is what statistics make of the questions that were put twice; None where this machine
    has none. `head` is the seal of the log's last event, if known.
    """
    return Document(
        kind="report",
        module=Text(state.program.module.title),
        title=phrase(R.TITLE),
        picture="account-book",
        about=phrase(R.FOR_WHOM),
        day=deciding.today_of(state),
        parts=tuple(part for part in _parts(state, weighed, names) if part is not None),
        foot=foot(state, language=language, head=head),
    )


def _parts(
    state: State, weighed: Weighed | None, names: Mapping[str, str]
) -> Iterator[Part | None]:
    summary = summarise(state)
    yield _came(state, names)
    yield _day(state, summary)
    yield _changed(state, weighed)
    yield decided.need(state)
    yield _counted(state, decided.choice(state), "votes")
    for_it = group.reasons(state, group.REASONS_FOR, P.HOME_FOR, "thumb-up")
    against = group.reasons(state, group.REASONS_AGAINST, P.HOME_AGAINST, "thumb-down")
    yield _counted(state, for_it, "for")
    yield _counted(state, against, "against")
    yield group.questions(state)
    yield _counted(state, _promises(state), "promises")
    yield decided.ahead(state)
    yield _limits(state)


def _counted(state: State, part: Part | None, name: str) -> Part | None:
    """The same with a table in place of each picture of counts, its small cells hidden.

    Of a small room no counts at all: whoever knows all other answers could read the last one.
    """
    if part is None:
        return None
    blocks: list[Block] = []
    for block in part.blocks:
        if isinstance(block, Said) and _tells_too_much(state, block.text):
            continue
        if not isinstance(block, Drawn):
            blocks.append(block)
        elif is_small(state):
            blocks.append(Said(text=phrase(R.ROOM_SMALL), quiet=True))
        else:
            blocks += _with_dots(_table_of(block, name))
    return replace(part, blocks=tuple(blocks))


def _tells_too_much(state: State, words: Words) -> bool:
    """Whether it says how many are strongly against it, and so few that it must not be shown."""
    if not isinstance(words, Phrase) or words.key != P.SOME_AGAINST:
        return False
    against = int(dict(words.values)["count"])
    people = sum(not seat.guest for seat in state.seats.values())
    return is_small(state) or hidden((against, max(0, people - against)))[0] is None


def is_small(state: State) -> bool:
    """Whether so few can answer here that each count tells too much. Guests do not answer."""
    return sum(not seat.guest for seat in state.seats.values()) < FEWEST_ALONE


def _table_of(drawn: Drawn, name: str) -> Table:
    """The counts of a chart as a table: with two of them, those before and those after."""
    chart = drawn.chart
    columns = list(zip(*(row.values for row in chart.rows), strict=True))
    shown = list(zip(*(hidden(column) for column in columns), strict=True))
    heads = tuple(column.text for column in chart.columns)
    if not heads:
        named = (R.FIRST_VOTE, R.SECOND_VOTE) if len(columns) > 1 else (R.PEOPLE,)
        heads = tuple(phrase(head) for head in named)
    rows = tuple(
        Row(text=row.text, picture=row.picture, cells=cells)
        for row, cells in zip(chart.rows, shown, strict=True)
    )
    return Table(name=name, first=chart.title, heads=heads, rows=rows)


def _came(state: State, names: Mapping[str, str]) -> Part:
    """Who came, by how they took part. Guests and those who left are counted beside it."""
    seats = list(state.seats.values())
    ways = [(way, sum(seat.channel == way for seat in seats)) for way in CHANNELS]
    counts = hidden([count for _, count in ways])
    rows = [
        Row(text=phrase(CHANNELS[way][0]), picture=CHANNELS[way][1], cells=(count,))
        for (way, there), count in zip(ways, counts, strict=True)
        if there
    ]
    beside = (
        (R.GUESTS, "visit-group", sum(seat.guest for seat in seats)),
        (R.LEFT, "leave", sum(seat.status == "left" for seat in seats)),
    )
    for words, picture, count in beside:
        shown = hidden((count, len(seats) - count))[0]
        rows.append(Row(text=phrase(words), picture=picture, cells=(shown,)))
    table = Table(name="came", first=phrase(R.CAME), heads=(phrase(R.PEOPLE),), rows=tuple(rows))
    all_of_them = Said(text=phrase(R.CAME_ALL, count=len(seats)))
    blocks = (all_of_them, *_with_dots(table), *_with_dots(_languages(state, names)))
    return Part(heading=phrase(R.CAME), picture="table-people", blocks=blocks)


def _languages(state: State, names: Mapping[str, str]) -> Table:
    """In which languages people took part, and who has checked the words of each."""
    room = state.header.language if state.header is not None else ""
    had = [seat.language or room for seat in state.seats.values()]
    used = [code for code in dict.fromkeys((room, *sorted(had))) if code]
    rows = tuple(
        Row(
            text=Text(names.get(code, code)),
            picture="language",
            cells=(count, _checked(state, code)),
        )
        for code, count in zip(used, hidden([had.count(code) for code in used]), strict=True)
    )
    heads = (phrase(R.PEOPLE), phrase(R.WORDS))
    return Table(name="languages", first=phrase(R.LANGUAGE), heads=heads, rows=rows)


def _checked(state: State, code: str) -> Words:
    """How far the translation is, as the module's file says."""
    found = next((each for each in state.program.module.languages if each.code == code), None)
    if found is None or found.state == "draft":
        return phrase(R.WORDS_DRAFT)
    if found.reviewed_by is None or found.reviewed_on is None:
        return phrase(R.WORDS_CHECKED)
    return phrase(R.WORDS_BY, who=found.reviewed_by, day=found.reviewed_on.isoformat())


def _with_dots(table: Table) -> tuple[Block, ...]:
    """The table, and what a dot in it stands for."""
    if not table.hides:
        return (table,)
    return table, Said(text=phrase(R.HIDDEN), quiet=True)


def _day(state: State, summary: Summary) -> Part:
    """How the day went against its plan."""
    titles = {stage.activity.id: stage.activity for stage in state.program.stages}
    rows = tuple(
        Row(
            text=Text(titles[use.id].title),
            picture=titles[use.id].picture,
            cells=(
                round(use.planned_min),
                round(use.used_min),
                phrase(R.LEFT_OUT) if use.skipped else _of_hundred(use.met),
            ),
        )
        for use in summary.activities
    )
    heads = (phrase(R.PLANNED), phrase(R.USED), phrase(R.TOOK_PART))
    blocks: list[Block] = [
        Table(name="day", first=phrase(R.PART), heads=heads, rows=rows),
        Said(text=phrase(R.IN_MINUTES), quiet=True),
    ]
    if summary.ended_at is None:
        blocks.append(Said(text=phrase(R.NOT_ENDED)))
    else:
        blocks.append(Said(text=phrase(R.ON_TIME if summary.ended_on_time else R.LATE)))
    if len(summary.turns) >= EVEN_FROM and any(summary.turns.values()):
        even = round(HUNDRED * (1 - summary.turns_gini))
        blocks.append(Said(text=phrase(R.EVEN, even=even)))
    return Part(heading=phrase(R.DAY), picture="late", blocks=tuple(blocks))


def _of_hundred(permille: int | None) -> int | Words:
    """A rest has nobody who takes part: a dash, which is no hidden number."""
    return Text("–") if permille is None else round(permille / 10)


def _changed(state: State, weighed: Weighed | None) -> Part:
    """What the same people answered before and after: counts, and all knowledge together."""
    items = items_of(state)
    pairs = max((len(item.pairs) for item in items), default=0)
    if not pairs:
        return _change((Said(text=phrase(R.NOBODY_TWICE)),))
    if is_small(state) or pairs < FEWEST_ALONE:
        return _change((Said(text=phrase(R.ROOM_SMALL)),))
    heads = (phrase(R.BETTER), phrase(R.EQUAL), phrase(R.WORSE), phrase(R.ONE_MISSING))
    rows = tuple(_row(state, item) for item in items)
    table = Table(name="changed", first=phrase(R.QUESTION), heads=heads, rows=rows)
    same = Said(text=phrase(R.SAME_PEOPLE, count=pairs), quiet=True)
    return _change((*_knowledge(weighed), same, *_with_dots(table)))


VERDICTS: Mapping[str, R] = {
    "up": R.WENT_UP,
    "down": R.WENT_DOWN,
    "no change that matters": R.NO_MATTER,
    "too wide": R.TOO_WIDE,
    "too few": R.TOO_FEW,
}
INSTALL = "python -m pip install 'thinkcoop[figures]'"


def _knowledge(weighed: Weighed | None) -> Iterator[Block]:
    """The verdict first, then the numbers that it stands on: never one without the other."""
    if weighed is None:
        yield Said(text=phrase(R.NO_FIGURES), quiet=True)
        yield Quoted(texts=(INSTALL,))
        return
    yield Said(text=phrase(VERDICTS[weighed.verdict]))
    if weighed.before is None or weighed.after is None or weighed.change is None:
        return
    before, after = _points(weighed.before), _points(weighed.after)
    yield Said(text=phrase(R.KNEW, before=before, after=after))
    if weighed.low is not None and weighed.high is not None:
        change, low, high = (_points(x) for x in (weighed.change, weighed.low, weighed.high))
        yield Said(text=phrase(R.BETWEEN, change=change, low=low, high=high))
    if weighed.missing and weighed.worst is not None and weighed.best is not None:
        worst, best = _points(weighed.worst), _points(weighed.best)
        yield Said(text=phrase(R.IF_MISSING, low=worst, high=best), quiet=True)


def _points(share: float) -> int:
    """Of 100, whole: a room does not tell more."""
    return round(HUNDRED * share)


def _change(blocks: tuple[Block, ...]) -> Part:
    return Part(heading=phrase(R.CHANGED), picture="keep-learning", blocks=blocks)


def _row(state: State, item: Item) -> Row:
    step = state.program.step(item.before)
    assert step is not None  # it comes from the program
    up, same, down, missing = hidden(
        (item.up, item.same, item.down, item.only_before + item.only_after)
    )
    return Row(text=Text(step.text), picture=step.picture or "", cells=(up, same, down, missing))


def _promises(state: State) -> Part | None:
    """How many promised what; nobody's picture, also where a promise was made to be shown."""
    blocks = []
    for step in state.program.by_key.values():
        tally = closed_tally(state, step) if isinstance(step, Promise) else None
        if tally is not None and any(tally.counts):
            note = phrase(P.HOME_PROMISED, count=tally.total)
            blocks.append(Drawn(chart=chart_of(step, tally), note=note))
    if not blocks:
        return None
    return Part(heading=phrase(P.HOME_PROMISES), picture="do-promise", blocks=tuple(blocks))


def _limits(state: State) -> Part:
    """What these numbers cannot say, in every report."""
    twice = {seat for item in items_of(state) for seat in _answered(state, item.before)}
    again = {seat for item in items_of(state) for seat in _answered(state, item.after)}
    missing = len(state.seats) - len(twice & again)
    keys = (R.NO_COMPARISON, R.SELF_REPORT, R.ONE_ROOM, R.SMALL, R.METHOD)
    lines = [Said(text=phrase(key)) for key in keys]
    lines.insert(2, Said(text=phrase(R.WHO_IS_MISSING, count=missing)))
    return Part(heading=phrase(R.LIMITS), picture="question-mark", blocks=tuple(lines))


def _answered(state: State, key: StepId) -> set[int]:
    forms = {form.seat for form in state.typed.values() if key in form.answers}
    return {int(seat) for seat in (*state.answers.get(key, {}), *forms) if seat in state.seats}
