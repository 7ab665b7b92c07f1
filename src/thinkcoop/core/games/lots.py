"""An order by lot, for what shall not depend on who sat down first. Knows no game."""

from __future__ import annotations


def order_sides(count: int) -> tuple[int, ...]:
    """What an order of `count` things needs of chance: count - 1 draws, none for one thing.

    >>> order_sides(4), order_sides(1)
    ((4, 3, 2), ())
    """
    return tuple(range(count, 1, -1))


def drawn_order(draws: tuple[int, ...]) -> tuple[int, ...]:
    """Return the order (0-based places) that draws of `order_sides` give; every order is as likely.

    Raises IndexError for a draw that `order_sides` does not allow.

    >>> drawn_order((2, 0, 1)), drawn_order(())
    ((2, 0, 3, 1), (0,))
    """
    left = list(range(len(draws) + 1))
    return tuple(left.pop(draw) for draw in (*draws, 0))


def dealt(kinds: int, players: int) -> tuple[int, ...]:
    """Which of `kinds` cards goes to the first, second … of `players`: from both ends in turn.

    The last card comes first, so that a small table, too, has one from each end of the list. With
    more players than cards the same cards are dealt again.

    >>> dealt(6, 4), dealt(3, 5)
    ((5, 0, 4, 1), (2, 0, 1, 2, 0))
    """
    ends = [kinds - 1 - at // 2 if at % 2 == 0 else at // 2 for at in range(kinds)]
    return tuple(ends[at % kinds] for at in range(players))
