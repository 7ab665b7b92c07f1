"""How a document is said in the reader's language, for pages and for the press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thinkcoop.core.screens.screen import Words
from thinkcoop.web.translator import Translator


@dataclass(frozen=True, slots=True)
class OnPaper:
    """A `Translator`, as the press needs it."""

    words: Translator

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.words.language

    def text(self, words: Words) -> str:
        """What the words say."""
        return self.words.text(words)

    def figure(self, value: int, unit: str) -> str:
        """A number with its unit; what is drawn one by one needs none."""
        figure = f"−{self.words.number(-value)}" if value < 0 else self.words.number(value)
        named = f"of_{unit}"
        return self.words.say(named, count=figure) if named in self.words.page else figure

    def day(self, day: date) -> str:
        """A date with the name of its month."""
        month = self.words.page[f"month_{day.month}"]
        own = self.words.own_digits
        return self.words.say(
            "home_day", day=own(str(day.day)), month=month, year=own(str(day.year))
        )

    def drawing(self, name: str) -> str:
        """The picture of that name."""
        return self.words.pictures.svg(name)
