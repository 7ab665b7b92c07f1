"""The six games with paper, beans and play money: how a move is made, and what comes of it.

The rules themselves are those of `core/games/`; here they are told so that a table can follow them
with its hands. Every figure that is said comes from the game's own parameters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from thinkcoop.core.games.accident_fund import AccidentFund
from thinkcoop.core.games.bargaining import Bargaining
from thinkcoop.core.games.base import Amount, GameRules, Pick, Played, Roll
from thinkcoop.core.games.buying_together import BuyingTogether
from thinkcoop.core.games.common_pot import CommonPot
from thinkcoop.core.games.lots import dealt
from thinkcoop.core.games.numbers import half_up
from thinkcoop.core.games.pictures import PICTURES
from thinkcoop.core.games.sharing_out import SharingOut
from thinkcoop.core.games.who_decides import (
    TIE,
    TIE_MINUTES,
    UNDONE,
    UNDONE_MINUTES,
    UNDONE_RIEL,
    VOTE,
    WhoDecides,
)
from thinkcoop.core.kinds import Move, Seen
from thinkcoop.core.paper.kit.pieces import Blank, Board, Hundred, Inner, Line, Options
from thinkcoop.core.paper.kit.wishes import SEATS_AT_A_TABLE
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.parts import option_choices
from thinkcoop.core.screens.screen import Choice, Phrase, Text, Words, phrase

MONTHS_OF_A_YEAR = 12
TABLE_SIZES = (4, 5, 6, 7)
"""For so many people a share is worked out beforehand."""

MOST_COUNT = frozenset({"outsider", "trouble", "choose", "bad-year", "tie", "quiet", "undone"})
"""Rounds in which the table does what most want; in the others each does the own thing."""
THREE_COUNTS = (
    (K.BY_HEADS, "votes-by-head"),
    (K.BY_PARTS, "votes-by-money"),
    (K.BY_BOSS_ALONE, "boss"),
)
PRICES: Mapping[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    TIE.id: (TIE_MINUTES, (0,) * len(TIE_MINUTES)),
    UNDONE.id: (UNDONE_MINUTES, UNDONE_RIEL),
}
"""What each answer of *who decides* takes: minutes and riel."""
Told = Iterator[Words | Inner]
"""Sentences, and what is drawn under them."""
Shown = tuple[tuple[Words, ...], tuple[Inner, ...]]
"""The same, sentences first."""


def move_on_paper(step: Move) -> Shown:
    """How the move is made, what must be known for it, and the options where one is picked."""
    options = option_choices(step.options)
    shown = (Options(choices=options),) if options else ()
    match step.rules:
        case AccidentFund() if isinstance(step.round.form, Roll):
            return tuple(_months_on_paper(step.rules, step.round.id)), shown
        case SharingOut():
            said, blocks = _apart(_share(step.rules, step.round.id))
            return (*said, _how_to_move(step)), (*blocks, *shown)
        case _:
            return (_how_to_move(step),), shown


def _how_to_move(step: Move) -> Words:
    form = step.round.form
    match form:
        case Roll():
            return _how_to_roll(step)
        case Amount() if form.unit == "beans":
            return phrase(K.MOVE_BEANS, most=form.highest)
        case Amount():
            key = K.MOVE_AMOUNT_TABLE if step.to == "table" else K.MOVE_AMOUNT
            return phrase(key, least=form.lowest, most=form.highest)
        case _:
            return phrase(K.MOVE_PICK)


def _how_to_roll(step: Move) -> Words:
    """Cards are pulled or dealt; months with a die are told elsewhere."""
    return phrase(K.MOVE_TROUBLE if isinstance(step.rules, BuyingTogether) else K.MOVE_DEAL)


def seen_on_paper(step: Seen) -> Shown:
    """How the table finds out what came of the round, and where it writes that down."""
    here = step.rules.rounds()[step.at]
    said, blocks = _apart(TELL[type(step.rules)](step.rules, here.id))
    if isinstance(here.form, Pick):
        count = phrase(K.COUNT_PICKS if here.id in MOST_COUNT else K.COUNT_ONLY)
        return (count, *said), (_counted(step, here.id), *blocks)
    return said, blocks or (Blank(text=phrase(K.OUR_RECORD)),)


def _apart(told: Told) -> Shown:
    """Sentences first, then what is drawn under them."""
    every = list(told)
    said = tuple(each for each in every if isinstance(each, Text | Phrase))
    return said, tuple(each for each in every if not isinstance(each, Text | Phrase))


def _counted(step: Seen, round_id: str) -> Board:
    words = next(each for each in step.rounds if each.id == round_id)
    rows = option_choices(words.options)
    deciding = isinstance(step.rules, WhoDecides)
    if deciding and round_id == VOTE.id:
        return Board(rows=rows, columns=_heads(THREE_COUNTS), wide=True)
    columns = _heads(((K.BEANS_HERE, "bean"),))
    if not (deciding and round_id in PRICES):
        return Board(rows=rows, columns=columns, wide=True)
    minutes, riel = PRICES[round_id]
    priced = _heads(((K.BEANS_HERE, "bean"), (K.WHAT_IT_TAKES, "more-time")))
    written = tuple((None, _price(*each)) for each in zip(minutes, riel, strict=True))
    return Board(rows=rows, columns=priced, wide=True, written=written)


def _price(minutes: int, riel: int) -> Words:
    if riel:
        return phrase(K.MINUTES_AND_RIEL, minutes=minutes, riel=riel)
    return phrase(K.MINUTES, minutes=minutes)


def _heads(heads: Sequence[tuple[K, str]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=at, text=phrase(key), picture=picture)
        for at, (key, picture) in enumerate(heads)
    )


# ---------------------------------------------------------------------------------- game by game


def _bargaining(rules: GameRules, here: str) -> Told:
    assert isinstance(rules, Bargaining)
    place = rules.variant == "official"
    cost, most = rules.cost, rules.most
    match here:
        case "alone":
            yield phrase(K.PLACE_ALONE, cost=cost) if place else phrase(K.BARGAIN_ALONE, most=most)
            yield phrase(K.PLACE_LEFT, most=most) if place else phrase(K.BARGAIN_LEFT, cost=cost)
        case "pairs":
            yield phrase(K.PLACE_PAIRS if place else K.BARGAIN_PAIRS)
        case "together" if place:
            yield phrase(K.PLACE_TOGETHER, most=most)
        case "together":
            yield phrase(K.BARGAIN_TOGETHER, cost=cost)
        case _:
            key = K.PLACE_OUTSIDER if place else K.BARGAIN_OUTSIDER
            yield phrase(key, undercut=rules.undercut)
            return
    yield phrase(K.PAY_IN_PLAY_MONEY)


def _pot(rules: GameRules, here: str) -> Told:
    assert isinstance(rules, CommonPot)
    if here == "check":
        yield phrase(K.POT_CHECKER, beans=rules.beans * rules.times - rules.checker)
        return
    yield phrase(K.POT_GROWS, times=rules.times)
    yield phrase(K.POT_KEEP, beans=rules.beans)
    yield Blank(text=phrase(K.POT_LINE))


def _fund(rules: GameRules, here: str) -> Told:
    assert isinstance(rules, AccidentFund)
    if here == "cost":
        yield phrase(K.FUND_YEAR, coins=max(rules.fees) * MONTHS_OF_A_YEAR)
        return
    if here == "left":
        yield phrase(K.OUR_NUMBERS)
        return
    if here != "loss":
        yield phrase(K.FUND_COUNT)
        yield Blank(text=phrase(K.OUR_RECORD))
    last = "loss" if rules.own_numbers else f"fund-{rules.fees[-1]}"
    if here == last:
        yield phrase(K.FUND_HUNDRED)
        yield from _many_days(rules)


def _many_days(rules: AccidentFund) -> Told:
    """The view over many days, for a table of the size that kits are planned for."""
    happened = Played(
        round=f"fund-{rules.fees[-1]}", players=tuple(range(SEATS_AT_A_TABLE)), moves=()
    )
    panel = rules.lesson((happened,))
    assert panel is not None  # a fund was played
    rows = tuple(
        Choice(
            value=line.values[0],
            text=phrase(line.label, number=line.number),
            picture=line.picture or PICTURES.get(line.label, ""),
        )
        for line in panel.lines
    )
    yield Hundred(title=phrase(panel.title), rows=rows)


def _months_on_paper(rules: AccidentFund, here: str) -> Iterator[Words]:
    """What is done month by month, and what an accident costs."""
    months = 1 if here == "first" else rules.months
    yield phrase(K.FUND_START, coins=rules.start)
    yield phrase(K.FUND_MONTH, income=rules.income, living=rules.living, loss=rules.loss)
    if here.startswith("fund-"):
        yield phrase(K.FUND_FEE, fee=int(here.removeprefix("fund-")))
    yield phrase(K.FUND_MONTHS, months=months)


def _buying(rules: GameRules, here: str) -> Told:
    """In the whole room the prices of the module count, also where tables took their own."""
    assert isinstance(rules, BuyingTogether)
    own = rules.own_numbers and here != "all"
    match here:
        case "alone":
            yield phrase(K.BUY_ALONE)
        case "table":
            yield phrase(K.BUY_TABLE)
        case "all":
            yield phrase(K.BUY_ROOM, need=rules.need)
        case "trouble":
            yield phrase(K.BUY_TROUBLE)
            return
        case "card":
            yield phrase(K.BUY_CARD)
            return
        case _:
            yield phrase(K.OUR_NUMBERS)
            return
    yield from _own_prices(rules) if own else _prices(rules)


def _prices(rules: BuyingTogether) -> Told:
    for step in rules.steps:
        said = phrase(K.BUY_STEP, count=step.since, price=step.price)
        yield Line(text=said, picture="coins")
    yield Line(text=phrase(K.BUY_WAY, trip=rules.trip), picture="tuk-tuk")


def _own_prices(rules: BuyingTogether) -> Told:
    """Prices for many stand to the table's own price as the module's do to its first one."""
    first = rules.steps[0].price
    for step in rules.steps[1:]:
        percent = half_up(100 * step.price, first)
        said = phrase(K.BUY_STEP_OWN, count=step.since, percent=percent)
        yield Line(text=said, picture="coins")
    yield Line(text=phrase(K.BUY_WAY_OWN), picture="tuk-tuk")


def _sharing(rules: GameRules, here: str) -> Told:
    assert isinstance(rules, SharingOut)
    if here == "deal":
        yield phrase(K.DEALT)
    if here == "bad-year":
        yield phrase(K.SHARE_LOSS, loss=rules.loss)


def _share(rules: SharingOut, here: str) -> Told:
    """What each has under a way of sharing: it lies there before anybody says how fair it is."""
    match here:
        case "by-use":
            yield from _rates(rules, rules.uses, K.SHARE_BY_USE, "by-use")
            yield phrase(K.SHARE_LAY)
        case "by-shares":
            yield from _rates(rules, rules.shares, K.SHARE_BY_SHARES, "by-shares")
            yield phrase(K.SHARE_LAY)
        case "reserve":
            yield phrase(K.SHARE_KEPT, surplus=rules.surplus)
        case "community":
            yield phrase(K.SHARE_PLACE, surplus=rules.surplus)
        case _:
            return


def _rates(rules: SharingOut, column: tuple[int, ...], key: K, picture: str) -> Told:
    """What one block or one part brings, for each size of a table."""
    for players in TABLE_SIZES:
        whole = sum(column[at] for at in dealt(len(column), players))
        if whole:
            rate = rules.surplus // whole
            yield Line(text=phrase(key, players=players, rate=rate), picture=picture)


def _who_decides(rules: GameRules, here: str) -> Told:
    if here == "deal":
        yield phrase(K.DEALT)
    if here != "vote":
        return
    for key in (K.DECIDE_HEADS, K.DECIDE_PARTS, K.DECIDE_BOSS_SAYS):
        yield phrase(key)


TELL: Mapping[type[GameRules], Callable[[GameRules, str], Told]] = {
    Bargaining: _bargaining,
    CommonPot: _pot,
    AccidentFund: _fund,
    BuyingTogether: _buying,
    SharingOut: _sharing,
    WhoDecides: _who_decides,
}
