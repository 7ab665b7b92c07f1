"""Small counts are hidden, and so that they cannot be worked out from the others and the sum.

The rule of official statistics: a cell of fewer than five people is hidden (primary suppression),
and where the sum and the other cells would give it away, the next smallest cell as well (secondary
suppression; Hundepool et al., *Statistical Disclosure Control*, 2012, chapter 4). A zero is shown:
it is about nobody. It cannot help against somebody who knows all other answers: see `FEWEST_ALONE`.
"""

from __future__ import annotations

from collections.abc import Sequence

FEWEST = 5
"""A count of fewer people is not shown; nor is any figure of fewer."""
FEWEST_ALONE = 10
"""What people answered in secret is shown of one room only from so many on.

In a room of eight, whoever knows seven answers reads the eighth from any exact count.
"""


def hidden(counts: Sequence[int], *, fewest: int = FEWEST) -> tuple[int | None, ...]:
    """Return the counts with None in place of each that must not be shown; their sum may be known.

    What is hidden stands for at least `fewest` people together, in at least two cells, so nobody
    can subtract it. Counts below zero raise ValueError.

    >>> hidden((12, 3, 0, 9)), hidden((12, 0, 9)), hidden((2, 2)), hidden((20, 1))
    ((12, None, 0, None), (12, 0, 9), (None, None), (None, None))
    """
    if any(count < 0 for count in counts):
        raise ValueError("a count of people is never below zero")
    out = {at for at, count in enumerate(counts) if 0 < count < fewest}
    open_cells = sorted(
        (at for at, count in enumerate(counts) if count >= fewest), key=lambda at: counts[at]
    )
    while out and open_cells and (len(out) < 2 or sum(counts[at] for at in out) < fewest):
        out.add(open_cells.pop(0))
    if len(out) == 1:  # nothing else to hide it behind: the zeros are hidden, too
        out.update(at for at, count in enumerate(counts) if not count)
    return tuple(None if at in out else count for at, count in enumerate(counts))
