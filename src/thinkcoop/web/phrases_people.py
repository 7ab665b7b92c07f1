"""The names of the pictures of people, in English, to be translated. See `phrases.py`."""

from __future__ import annotations


def _(sentence: str) -> str:
    """Mark a sentence for the translators. It is looked up when it is shown, not here."""
    return sentence


PEOPLE: dict[str, str] = {
    "banana": _("Banana"),
    "basket": _("Basket"),
    "bee": _("Bee"),
    "bell": _("Bell"),
    "bicycle": _("Bicycle"),
    "bird": _("Bird"),
    "boat": _("Boat"),
    "buffalo": _("Buffalo"),
    "butterfly": _("Butterfly"),
    "cat": _("Cat"),
    "coconut": _("Coconut"),
    "corn": _("Corn"),
    "crab": _("Crab"),
    "dog": _("Dog"),
    "drum": _("Drum"),
    "duck": _("Duck"),
    "elephant": _("Elephant"),
    "fish": _("Fish"),
    "flower": _("Flower"),
    "frog": _("Frog"),
    "hat": _("Hat"),
    "horse": _("Horse"),
    "kite": _("Kite"),
    "lamp": _("Lamp"),
    "leaf": _("Leaf"),
    "lotus": _("Lotus"),
    "mango": _("Mango"),
    "monkey": _("Monkey"),
    "moon": _("Moon"),
    "palm": _("Palm"),
    "pineapple": _("Pineapple"),
    "pot": _("Pot"),
    "pumpkin": _("Pumpkin"),
    "rice": _("Rice"),
    "rooster": _("Rooster"),
    "snail": _("Snail"),
    "sun": _("Sun"),
    "tree": _("Tree"),
    "turtle": _("Turtle"),
    "umbrella": _("Umbrella"),
}
"""The names of the pictures that people choose for themselves (`p-buffalo.svg`)."""
