"""The parts of a screen. Values only; how they look is the business of `web/`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.report_words import R
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


PhraseKey = P | L | K | R
"""A sentence of a screen, of a game, of the kit, or of a report."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence of the product (or a game's label), by key, with what fills its places."""

    key: PhraseKey
    values: tuple[tuple[str, str | int], ...] = ()


Words = Text | Phrase


def phrase(key: PhraseKey, **values: str | int) -> Phrase:
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
    more: Words | None = None
    """What choosing it means, where that is said beside it."""
    proposed: bool = False
    """Of the rules of a decision: the one that is proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortWay:
    """A way of doing business beside others: its name, one good side and one bad."""

    text: Words
    picture: str
    good: Choice
    bad: Choice


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
    won: bool = False
    """Of offers and of what was voted on: what was taken."""
    heavy: bool = False
    """Of stones: somebody laid a no here, and that is a reason to stop and think."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A result without names. `kind` says how it is drawn.

    bars: how many chose each · twice: two steps side by side · points: ranked points ·
    groups: cards by groups, values are counts for each group · numbers: least, middle, most ·
    faces: three-point scale · jars: filled jars, no ranking · words: short words in `rows` ·
    piles: a pile of money, beans or coins, below 0 a debt · curve: a line over time, values are its
    points · people: of 100 people so many, with `sure` as how far off that may be ·
    stones: how many of each stone lie at each question, never added up.
    `totals[i]` is how many took part in each step shown; `most` the length of a full bar, of piles
    what one line holds.
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
        "stones",
    ]
    title: Words
    """Empty where its only line says the same."""
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
    picture: str = ""
    """What it is about, for whoever does not read its title."""
    folded: bool = False
    """Whether it stays closed until somebody opens it; its picture and title show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Something to look at: a picture, a sentence, and perhaps what to do about it."""

    text: Words
    picture: str = ""
    more: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What helps whoever is not ready to choose: it is looked at, and nothing of it is sent."""

    picture: str = ""
    ways: tuple[ShortWay, ...] = ()
    reasons: tuple[Choice, ...] = ()
    """To be weighed with one's own fingers."""
    cards: tuple[Card, ...] = ()


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
    helps: tuple[Help | None, ...] = ()
    """For stones: what opens with that story."""
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
    "cards",
    "table",
    "lost",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One way of doing business: good sides, bad sides, and what it is like to live with."""

    good: tuple[Choice, ...]
    bad: tuple[Choice, ...]
    living: Words
    unsure: Words | None = None
    """What nobody knows about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRow:
    """Somebody with a card or a slip of paper: whoever looks at it taps which side it shows."""

    seat: SeatNo
    picture: str
    read: bool
    """Whether it was tapped already; what was tapped is not said."""
    sides: int
    """How many sides of a card mean something here."""
    charts: tuple[Chart, ...] = ()
    """What only this person should see before the move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCard:
    """A rule by which the room may decide: how it works, what it gives, what it costs."""

    text: Words
    picture: str
    sign: Sign
    says: Words
    good: Choice
    bad: Choice
    because: Words | None = None
    """Why this one is proposed; None for the other."""


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
    who: str = ""
    """On the wall: a picture of who acts together now, from one person to the whole room."""
    sides: Sides | None = None
    cards: tuple[Card, ...] = ()
    rules: tuple[RuleCard, ...] = ()
    part: int = 0
    """Of a private path: how many questions are behind me, of `parts`."""
    parts: int = 0
    mates: tuple[Person, ...] = ()
    """With whom this person makes a move of a game."""
    legend: tuple[Choice, ...] = ()
    """What the sides A to D of a card stand for here."""
    signs: tuple[SignRow, ...] = ()
    """Whose cards are to be looked at."""
    speaking: bool = False
    """Whether this phone's holder should speak or read aloud now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSign:
    """A table on the wall: its number and whether it is working or waiting for the others."""

    number: int
    state: Literal["works", "done", "empty"]
    icon: str = ""
    """What it does now, while the tables go at their own pace."""
