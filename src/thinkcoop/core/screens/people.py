"""The pictures people choose from: one sign for one person for the day.

Forty, as many as there are answer cards. The order is the order on the joining page.
"""

from __future__ import annotations

PEOPLE: tuple[str, ...] = (
    "p-lotus", "p-buffalo", "p-fish", "p-palm", "p-drum", "p-umbrella", "p-elephant", "p-rooster",
    "p-turtle", "p-butterfly", "p-frog", "p-crab", "p-bird", "p-cat", "p-dog", "p-duck",
    "p-horse", "p-monkey", "p-snail", "p-bee", "p-tree", "p-flower", "p-leaf", "p-mango",
    "p-banana", "p-coconut", "p-pumpkin", "p-corn", "p-rice", "p-pineapple", "p-sun", "p-moon",
    "p-boat", "p-bicycle", "p-kite", "p-lamp", "p-basket", "p-pot", "p-bell", "p-hat",
)  # fmt: skip  # a table of names reads better in rows
