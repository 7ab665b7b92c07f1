"""The games: one file each, pure rules, seeded. What they share stands in `base`."""

from __future__ import annotations

from collections.abc import Mapping

from thinkcoop.core.games.accident_fund import AccidentFund
from thinkcoop.core.games.bargaining import Bargaining
from thinkcoop.core.games.base import GameRules
from thinkcoop.core.games.buying_together import BuyingTogether
from thinkcoop.core.games.common_pot import CommonPot
from thinkcoop.core.games.sharing_out import SharingOut
from thinkcoop.core.games.who_decides import WhoDecides

ALL = (AccidentFund, Bargaining, BuyingTogether, CommonPot, SharingOut, WhoDecides)

GAMES: Mapping[str, type[GameRules]] = {game.name: game for game in ALL}
"""Every game by its name, in the order of the names."""
