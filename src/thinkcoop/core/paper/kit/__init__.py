"""The kit: all that is printed for a day, as data. `press/` sets it, `config/` writes the files.

A pure function of a module, an edition and for whom it is. Texts are those of the screens where
there are any; what is only said on paper stands in `screens/kit_words.py`.
"""

from __future__ import annotations

from thinkcoop.core.paper.kit.booklet import booklet
from thinkcoop.core.paper.kit.convener import convener
from thinkcoop.core.paper.kit.forms import ballots, forms
from thinkcoop.core.paper.kit.money import money
from thinkcoop.core.paper.kit.pieces import Printed
from thinkcoop.core.paper.kit.posters import posters
from thinkcoop.core.paper.kit.table import role_cards, table_signs
from thinkcoop.core.paper.kit.take_home import take_home
from thinkcoop.core.paper.kit.wishes import KitFor


def kit_files(kit: KitFor) -> tuple[Printed, ...]:
    """Every file of the kit, the booklet first."""
    made = (
        booklet(kit),
        forms(kit),
        ballots(kit),
        take_home(kit),
        role_cards(kit),
        table_signs(kit),
        posters(kit),
        money(kit),
        convener(kit),
    )
    return tuple(each for each in made if each is not None and each.leaves)


__all__ = ["KitFor", "Printed", "kit_files"]
