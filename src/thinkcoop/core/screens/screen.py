"""The parts of a screen. Values only; how they look is the business of `web/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.words import Millis, SeatNo, StepId

Progress = Literal["done", "now", "to_come"]
Standing = Literal["now", "was", "waits", "away"]
Sign = Literal["", "A", "B", "C", "D"]
"""Four answers, four signs: always also a shape and a colour. Empty beyond four."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of the module, as it stands in its files.

    `places` fills what stands in braces in it with other sentences of the module.
    """

    source: str
    places: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the product (or a game's label), by key, with what fills its places."""

    key: P | L
    values: tuple[tuple[str, str | int], ...] = ()


Words = Text | Phrase


def phrase(key: P | L, **values: str | int) -> Phrase:
    """Make a phrase."""
    return Phrase(key, tuple(sorted(values.items())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stone:
    """One activity on the path of the day."""

    state: Progress
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The shrinking bar: session moments between which it runs out. Paused: it stands still."""

    opens_at: Millis
    closes_at: Millis
    paused_at: Millis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to tap. `place` is its rank (1 first) or its group or level, when it has one."""

    value: int
    text: Words
    picture: str
    sign: Sign = ""
    chosen: bool = False
    place: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the ring of a table, by picture."""

    seat: SeatNo
    picture: str
    state: Standing
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A thing that can be done now: `act` is the form's address, `fields` go with it."""

    act: str
    words: Words
    icon: str
    main: bool = False
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One line of a result. `values` has one figure, or two when two steps stand side by side."""

    text: Words
    picture: str
    sign: Sign
    values: tuple[int, ...]
    right: bool = False
    """The right answer, where there is one."""
    mine: bool = False
    """The line of the one who looks; only ever on that person's own phone."""
    belongs: int = -1
    """In a sorting: the column where this card belongs; -1 when that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A result without names. `kind` says how it is drawn.

    bars: how many chose each · twice: two steps side by side · points: ranked points ·
    groups: cards by groups, values are counts for each group · numbers: least, middle, most ·
    faces: three-point scale · jars: filled jars, no ranking · words: short words in `rows` ·
    piles: a pile of money, beans or coins, below 0 a debt · curve: a line over time, values are its
    points · people: of 100 people so many, with `sure` as how far off that may be.
    `totals[i]` is how many took part in each step shown; `most` the length of a full bar.
    """

    kind: Literal[
        "bars",
        "twice",
        "points",
        "groups",
        "numbers",
        "faces",
        "jars",
        "words",
        "piles",
        "curve",
        "people",
    ]
    title: Words
    rows: tuple[ChartRow, ...]
    totals: tuple[int, ...]
    most: int
    columns: tuple[Choice, ...] = ()
    because: Words | None = None
    spoken: int = 0
    """Of words: how many were spoken. Recordings are not played to the room."""
    unit: str = ""
    """Of piles, curves and bars of a game: riel, beans, coins, blocks, people, percent, votes."""
    sure: int = 0
    """Of people: how far off the figure may be, either way; 0 is exact."""


FormKind = Literal[
    "one",
    "several",
    "scale",
    "number",
    "money",
    "words",
    "rank",
    "sort",
    "map",
    "ballot",
    "promise",
    "roll",
    "heap",
    "beans",
    "stones",
    "next",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What can be answered here. `seat` is set only on a table's device (whose hands it is in).

    roll: one tap lets chance do its work · heap: beans from one's own heap into the pot · beans:
    `at_most` beans are laid on the choices · stones: one choice, and its story before it is sent ·
    next: nothing to choose, only to go on.
    """

    kind: FormKind
    choices: tuple[Choice, ...] = ()
    columns: tuple[Choice, ...] = ()
    """Groups of a sort, levels of a map, moments of a promise."""
    at_most: int = 1
    lowest: int = 0
    highest: int = 0
    unit: Words | None = None
    number: int | None = None
    words: str = ""
    spoken: bool = False
    """Whether the answer so far is (also) a recording."""
    answered: bool = False
    private: bool = True
    for_table: bool = False
    seat: SeatNo = SeatNo(0)
    item: int = -1
    """Which question of a private path; -1 elsewhere."""
    stories: tuple[Words | None, ...] = ()
    """For stones: what is told to whoever is about to choose that one."""
    step_by: int = 1
    """Amounts go in steps of so much."""


Kind = Literal[
    "gather",
    "seated",
    "say",
    "think",
    "turn",
    "pair",
    "discuss",
    "ask",
    "ballot",
    "show",
    "report",
    "break",
    "wait",
    "paused",
    "between",
    "over",
    "left",
    "hand",
    "table",
    "lost",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Something to look at: a picture, a sentence, and perhaps what to do about it."""

    text: Words
    picture: str = ""
    more: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One way of doing business: good sides, bad sides, and what it is like to live with."""

    good: tuple[Choice, ...]
    bad: tuple[Choice, ...]
    living: Words
    unsure: Words | None = None
    """What nobody knows about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One whole screen: one thing to do now."""

    kind: Kind
    step: StepId = StepId("")
    stones: tuple[Stone, ...] = ()
    bar: Bar | None = None
    heading: Words | None = None
    """Who should do it or where we are: a few words above the sentence."""
    text: Words | None = None
    """The one sentence. On phones and tables it is read aloud by the speaker button."""
    picture: str = ""
    icon: str = ""
    """The sign of what kind of thing this is: listen, think, speak, vote."""
    role: str = ""
    table: int = 0
    form: Form | None = None
    people: tuple[Person, ...] = ()
    charts: tuple[Chart, ...] = ()
    buttons: tuple[Button, ...] = ()
    notes: tuple[Words, ...] = ()
    """Small honest lines: only you see this, waiting for three people, the plan changed."""
    ends: tuple[Choice, ...] = ()
    """Before a talk: the two ends of an answer's spread; whoever chose them is invited to begin."""
    tables: tuple[TableSign, ...] = ()
    """On the wall: how far each table is."""
    here: int = 0
    expected: int = 0
    join: bool = False
    """Whether the wall shows the way in (QR, address and code) large."""
    sides: Sides | None = None
    cards: tuple[Card, ...] = ()
    part: int = 0
    """Of a private path: how many questions are behind me, of `parts`."""
    parts: int = 0
    speaking: bool = False
    """Whether this phone's holder should speak or read aloud now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSign:
    """A table on the wall: its number and whether it is working or waiting for the others."""

    number: int
    state: Literal["works", "done", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The convener's page: how the day goes, and never who answered what."""

    phase: str
    paused: bool
    meeting: int
    meetings: int
    here: int
    away: int
    left: int
    guests: int
    expected: int
    tables: tuple[DeskTable, ...]
    activity: str
    step: Words | None
    waiting_for: int
    bar: Bar | None
    stones: tuple[Stone, ...]
    starts_at: Millis
    ends_at: Millis
    bank_ms: int
    plan_change: Words | None
    plan: tuple[DeskRow, ...]
    questions: tuple[tuple[str, str], ...]
    old_content: bool
    draft: bool
    disk_trouble: bool = False
    """The disk does not take what people tap; the convener must do something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTable:
    """A table as the convener sees it: people, not answers."""

    number: int
    here: int
    away: int
    device: bool
    unclear: int
    readers: int
    state: Literal["works", "done", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """An activity of this meeting with its minutes."""

    title: str
    planned_min: int
    used_min: int | None
    state: Literal["done", "now", "to_come", "dropped"]
    met: int | None
    """Percent of those present who took part in the step that checks the aim."""
