from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from tests.core.paper.rooms import SEATS, answered, room, sheet
from thinkcoop.app.ports import Wording
from thinkcoop.core.paper import Document, group_page, own_page
from thinkcoop.core.paper.document import Drawn, Part, Quoted, Said, Shown
from thinkcoop.core.screens.parts import option_choices
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, Words
from thinkcoop.core.words import StepId
from thinkcoop.press import TypstPress
from thinkcoop.press.laid_out import laid_out
from thinkcoop.press.picture_file import MOST_BYTES, size_of, small
from thinkcoop.press.printer import MOST_HEIGHT_PX, WIDTH_PX

PRESS = TypstPress()
HOSTILE = (
    '#panic("x") $a^$ ] } ) \\ #let a = 1',
    '#image(read("/etc/hostname"))',
    "<script>alert(1)</script>",
    "\u202e\u200b កម្ពុជា សហករណ៍ ៛ 🐃",
    "x" * 280,
    "ក" * 280,
)


@dataclass(frozen=True)
class Plain:
    """Words as they stand, and one drawing for everything."""

    language: str = "en"
    said: dict[str, str] = field(default_factory=dict)
    inner: str = '<path d="M6 38C4 22 18 10 34 11z"/>'

    def text(self, words: Words) -> str:
        source = words.source if isinstance(words, Text) else str(words.key)
        return self.said.get(source, source)

    def figure(self, value: int, unit: str) -> str:
        return f"{value} {unit}"

    def day(self, day: date) -> str:
        return day.isoformat()

    def drawing(self, name: str) -> str:
        return f'<svg class="p" viewBox="0 0 64 64" aria-hidden="true">{self.inner}</svg>'


def group() -> Document:
    return group_page(room(), language="en")


def picture(document: Document, wording: Wording | None = None) -> bytes:
    return PRESS.picture(document, wording or Plain())


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_picture_fits_into_chat_apps() -> None:
    made = picture(group())
    width, height = size_of(made)
    assert (made[:4], width) == (b"\x89PNG", WIDTH_PX)
    assert (len(made) <= MOST_BYTES, height <= MOST_HEIGHT_PX) == (True, True)


def test_a_private_page_has_a_picture_too() -> None:
    document = own_page(room(), SEATS[2], sheet(room()), language="en")
    assert size_of(picture(document))[0] == WIDTH_PX


def test_the_page_to_print_is_one_side() -> None:
    made = PRESS.pdf(group(), Plain())
    assert (made[:5], pages(made)) == (b"%PDF-", 1)


def test_a_page_with_too_much_on_it_runs_over_to_a_second_side() -> None:
    words = Quoted(texts=tuple(f"{number} " + "word " * 50 for number in range(60)))
    part = Part(heading=Text("Much"), picture="a", blocks=(words,))
    assert pages(PRESS.pdf(replace(group(), parts=(part,) * 2), Plain())) > 1


def test_a_picture_that_would_be_too_high_leaves_out_its_last_parts() -> None:
    rows = tuple(Shown(text=Text("word " * 60), picture="a") for _ in range(5))
    part = Part(heading=Text("Much"), picture="a", blocks=rows, short=True)
    made = picture(replace(group(), parts=(part,) * 9))
    assert (size_of(made)[1] <= MOST_HEIGHT_PX, len(made) <= MOST_BYTES) == (True, True)


def test_the_same_page_gives_the_same_picture() -> None:
    assert picture(group()) == picture(group())


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_people_wrote_is_only_text(text: str) -> None:
    state = room()
    answers = {
        **state.answers,
        StepId("reasons-against"): answered(text, text),
        StepId("open-questions"): answered(text),
    }
    document = group_page(replace(state, answers=answers), language="en")
    shown = Part(heading=Text(text), picture="a", blocks=(Said(text=Text(text)),), short=True)
    document = replace(document, title=Text(text), parts=(shown, *document.parts))
    wording = Plain(language="km")
    assert PRESS.pdf(document, wording)[:5] == b"%PDF-"
    assert size_of(picture(document, wording))[0] == WIDTH_PX


def test_texts_reach_the_typesetter_as_data_and_unchanged() -> None:
    hostile = HOSTILE[0]
    part = Part(heading=Text("H"), picture="a", blocks=(Quoted(texts=(hostile,)),))
    data = laid_out(replace(group(), parts=(part,)), Plain())
    assert data["parts"][0]["blocks"][0]["texts"] == [hostile]


def test_a_drawing_comes_once_with_the_look_that_a_style_sheet_gives_on_a_screen() -> None:
    data = laid_out(group(), Plain())
    drawing = data["drawings"]["do-think"]
    assert re.match(r'<svg xmlns="http://www.w3.org/2000/svg" [^>]*stroke="#1F2328"', drawing)
    assert "<text" not in drawing


KINDS = (
    "bars",
    "twice",
    "points",
    "numbers",
    "faces",
    "jars",
    "piles",
    "people",
    "curve",
    "groups",
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_chart_can_be_set_with_any_figures(kind: str) -> None:
    figures = ((1, 2),) if kind == "groups" else ((), (0,), (3, 40), (-500, 100_000))
    blocks = tuple(Drawn(chart=chart(kind, values)) for values in figures)
    part = Part(heading=Text("H"), picture="a", blocks=blocks, short=True)
    assert picture(replace(group(), parts=(part,)))[:4] == b"\x89PNG"


def chart(kind: str, values: tuple[int, ...]) -> Chart:
    rows = tuple(ChartRow(text=Text("row"), picture=p, sign="", values=values) for p in ("a", ""))
    return Chart(
        kind=kind,  # type: ignore[arg-type]  # as named
        title=Text("Title"),
        rows=rows,
        totals=(),
        most=40,
        unit="riel" if kind == "piles" else "",
        columns=option_choices(room().program.module.trades[:2]) if kind == "groups" else (),
    )


def test_a_picture_that_is_too_rich_gets_fewer_colours_before_it_is_given_up() -> None:
    made = picture(group())
    assert small(made, most=len(made)) is not None
    assert small(made, most=100) is None
