"""What is on a screen: as a person reads it, as the phone reads it out, and what is wrong there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from tests.browser.people import Person
from tests.browser.test_access import (
    FITS,
    LEAST_APART_PX,
    MEASURE,
    NARROW,
    SMALLEST_PX,
    UPRIGHT,
    axe,
)

SPEAKS = """window.spoken = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => [{localService: true, lang: document.documentElement.lang}],
  cancel() {}, speak(what) { window.spoken.push(what.text); },
}});"""

READ = """() => {
  const screen = document.querySelector("#screen");
  const flat = (e) => e.innerText.replace(/\\s+/g, " ").trim();
  const seen = (css, from) => Array.from((from || screen).querySelectorAll(css))
    .filter((e) => e.checkVisibility()).map(flat);
  const empty = document.createElement("h2");
  const charts = Array.from(screen.querySelectorAll(".chart"));
  return {
    head: seen(".head").join(" "), ask: seen("h1").join(" "),
    charts: charts.map((chart) => [flat(chart.querySelector("h2") || empty),
      ...seen(".rows > li, tbody tr, .fit > li, .note", chart)]),
    tiles: seen(".tile"), cards: seen(".looks li, .beside li"), told: seen(".read"),
    results: seen(".chart h2, .what > span, .amount, .line b, .chart th span, .chart td b"),
    notes: seen(".end .note, .big .note"), acts: seen(".acts .b"),
  };
}"""

WIDEST_CODE = """() => {
  const code = document.querySelector(".way-in .code b");
  if (code) code.textContent = "WWWWW";
}"""

CROWDED = """() => {
  const parts = (row) => Array.from(row.querySelectorAll("b, .gauge, .what, td, th"))
    .filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect());
  const rows = Array.from(document.querySelectorAll(".art .rows > li, .art tbody tr"));
  const foot = document.querySelector(".foot").getBoundingClientRect();
  return rows.flatMap((row, at) => {
    const bottom = Math.max(...parts(row).map((box) => box.bottom));
    const beside = (next) => next.getBoundingClientRect().left
      === row.getBoundingClientRect().left;
    const next = rows[at + 1] && beside(rows[at + 1]) ? parts(rows[at + 1]) : [foot];
    const over = bottom - Math.min(...next.map((box) => box.top));
    return over > 1 ? [`row ${at + 1} lies ${Math.round(over)} over what is below it`] : [];
  });
}"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What can be read on a screen, piece by piece."""

    head: str
    ask: str
    charts: tuple[tuple[str, ...], ...]
    tiles: tuple[str, ...]
    cards: tuple[str, ...]
    told: tuple[str, ...]
    results: tuple[str, ...]
    """The words and figures of the charts, one by one."""
    notes: tuple[str, ...]
    acts: tuple[str, ...]


def read(person: Person) -> Shown:
    """What is on this screen now."""
    person.glance()
    found = cast("dict[str, Any]", person.page.evaluate(READ))
    charts = tuple(tuple(chart) for chart in found.pop("charts"))
    head, ask = found.pop("head"), found.pop("ask")
    lists = {name: tuple(words) for name, words in found.items()}
    return Shown(head=head, ask=ask, charts=charts, **lists)


def unfold(person: Person) -> None:
    """Open every further picture of a result, one tap each."""
    closed = person.page.locator("#screen .fold:not([open]) > summary")
    while closed.count():
        closed.first.tap()


def heard(person: Person, where: str = ".say") -> str:
    """What a speaker button reads out; a second tap makes it silent again."""
    button = person.page.locator(f"#screen {where} .hear:visible").first
    button.tap()
    spoken = cast(str, person.page.evaluate("window.spoken.pop()"))
    button.tap()
    return spoken


def unread(person: Person) -> list[str]:
    """What is to be read on this screen and is not in what its speaker button reads out."""
    shown, spoken = read(person), heard(person)
    said = (shown.head, shown.ask, *shown.tiles, *shown.results, *shown.told, *shown.notes)
    return [words for words in said if words not in spoken]


def faults(person: Person, view: str = "phone") -> list[str]:
    """What axe, a finger, and a narrow or an upright screen find wrong with what is shown."""
    page, found = person.page, axe(person.page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {each}" for each in axe(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    if view == "wall":
        page.evaluate(WIDEST_CODE)  # whatever code chance gave: the next one may be wider
        for script in (FITS, CROWDED):
            found += cast("list[str]", page.evaluate(script))
        return found
    usual = page.viewport_size
    assert usual is not None
    other = NARROW if view == "phone" else UPRIGHT
    for size in (usual, other):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # its own type for two numbers
        measured = cast("list[str]", page.evaluate(MEASURE, [SMALLEST_PX, LEAST_APART_PX]))
        found += [f"{size['width']}: {each}" for each in measured]
    page.set_viewport_size(usual)
    return found


def at_item(person: Person, item: int) -> None:
    """Wait until a private path is at this question."""
    person.until(lambda sight: sight.key.endswith(f":{item}"), f"item {item}", seconds=10)
