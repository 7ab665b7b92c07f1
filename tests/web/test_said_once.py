"""Nobody reads, or hears read aloud, the same sentence twice on one screen of a whole day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests.rehearsal.rooms import plan_for, ready, thinkcoop
from tests.web.samples import MODULE
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session.state import State
from thinkcoop.rehearsal.day import Day
from thinkcoop.rehearsal.people import Ways
from thinkcoop.web.render import View, screen_html, translator

WORDS = translator("en", MODULE)
PEOPLE, PHONES = 7, 4
SAYS = {"h1", "h2", "h3", "p", "summary"}
"""Tags that say something. A line of a chart names what is drawn, in each chart anew."""
NAMES = {"li", "tr", "form", "button"}
VOID = {"img", "input", "meta", "link", "br", "path", "circle", "rect", "use"}
SENTENCE_END = re.compile(r"(?<=[.?!]) ")


class Sayings(HTMLParser):
    """The sentences of a screen that stand for themselves, and the lines of its charts by title."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        seen = "vh" not in (dict(attrs).get("class") or "").split() and tag != "svg"
        self._open.append(tag if seen else "unseen")
        if tag in SAYS:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        here = set(self._open)
        if here & SAYS and not here & (NAMES | {"unseen"}):
            self.texts[-1] += data


def sentences(html: str) -> list[str]:
    said = Sayings()
    said.feed(html)
    texts = (" ".join(text.split()) for text in said.texts)
    return [each for text in texts if text for each in SENTENCE_END.split(text)]


def said_twice(screen: Screen, view: View) -> list[str]:
    """What this screen says twice: anywhere, or in a chart's title and in a line below it."""
    counts = Counter(sentences(screen_html(screen, view, WORDS)))
    lines = [
        WORDS.text(chart.title)
        for chart in screen.charts
        if WORDS.text(chart.title) in [WORDS.text(row.text) for row in chart.rows]
    ]
    return [sentence for sentence, times in counts.items() if times > 1] + lines


def screens_of(state: State) -> Iterator[tuple[View, Screen]]:
    yield "wall", wall_screen(state)
    for number, table in state.tables.items():
        if table.device:
            yield "table", table_screen(state, number)
    for seat in list(state.seats)[-PHONES:]:
        yield "phone", phone_screen(state, seat)


class Watched(Day):
    """A day of which every screen with other words is looked at once."""

    def watch(self) -> dict[tuple[str, str], list[str]]:
        """Go through the day; return what is said twice, by view and step."""
        self.seen: set[tuple[View, Screen]] = set()
        self.faults: dict[tuple[str, str], list[str]] = {}
        self.run()
        return self.faults

    def look_up(self) -> bool:
        news = super().look_up()
        if news and self.state.phase != "empty":
            for view, screen in screens_of(self.state):
                words = replace(screen, bar=None, stones=(), people=(), tables=(), here=0)
                if (view, words) not in self.seen:
                    self.seen.add((view, words))
                    if twice := said_twice(screen, view):
                        self.faults[view, screen.step] = twice
        return news


@pytest.mark.parametrize("edition", ["full", "games"])
def test_no_screen_of_a_day_says_the_same_sentence_twice(edition: str) -> None:
    day = ready(plan_for(thinkcoop(), edition=edition, people=PEOPLE, ways=Ways(devices=1)))
    watched = Watched(day.plan, day.access, day.clock)
    assert watched.watch() == {}
    assert len(watched.seen) > 500


def test_a_sentence_that_is_said_twice_is_found() -> None:
    html = "<article><p class='head'><span>Vote in secret.</span></p><h1>Vote in secret. Now?</h1>"
    assert sentences(html) == ["Vote in secret.", "Vote in secret.", "Now?"]
