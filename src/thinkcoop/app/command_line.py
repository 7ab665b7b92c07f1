"""What was typed after a command, checked. Every no is one plain sentence, never a traceback.

Knows no command: what may be typed is theirs.
"""

from __future__ import annotations

import argparse
from typing import NoReturn

from thinkcoop.app.acts import whole_number

MOST_SEED = 2**31 - 1
LONGEST_REPEATED = 40


class NotUnderstood(Exception):
    """The command line cannot be meant; `plain` says why."""

    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self.plain = plain


class Parser(argparse.ArgumentParser):
    """A parser that raises NotUnderstood where argparse would print and end the program."""

    def error(self, message: str) -> NoReturn:
        raise NotUnderstood(f"{message[:1].upper()}{message[1:]}.")


def within(name: str, text: str, least: int, most: int) -> int:
    """Return the whole number in `text`, in any digits. Raises NotUnderstood outside the limits."""
    number = whole_number(text)
    if number is None or not least <= number <= most:
        raise NotUnderstood(f"{name} takes a whole number from {least} to {most}.")
    return number


def short(text: str) -> str:
    """What was typed, as far as it fits into a sentence."""
    return text if len(text) <= LONGEST_REPEATED else f"{text[:LONGEST_REPEATED]}…"
