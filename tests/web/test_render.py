from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import get_args, get_type_hints

import pytest

from tests.web.made_up.parts import screen
from tests.web.pseudo import made
from tests.web.samples import MODULE, PAGES, PHONE, PLAIN, SCREENS, TABLE_SEAT, Sample
from thinkcoop.app.narration import Take, digest_of, english_of, key_of, said_digest
from thinkcoop.core.screens.screen import Chart, FormKind, Kind, Screen, Text
from thinkcoop.live.sse import pack
from thinkcoop.web.assets import asset, bundle_names
from thinkcoop.web.narrated import product_lines
from thinkcoop.web.pictures import STONES
from thinkcoop.web.render import page, screen_html, translator
from thinkcoop.web.translator import Translator
from thinkcoop.web.voices import Voice, words_in

WORDS = translator("en", MODULE)
PUSHED_LIMIT = 3_000
HEAVY_WITH_SOUNDS, MORE_WITH_SOUNDS = "cards-own", 150
"""Four people with amounts of their own, all spoken by recorded voices in Khmer, which takes three
bytes for a letter."""
FIRST_LOAD_LIMIT = 27_000
LIVE_LIMIT = 4_096
VOID = {"img", "input", "meta", "link", "br", "path", "circle", "rect", "use", "source"}


class Nesting(HTMLParser):
    """Raises when a tag is closed that is not the open one."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        assert not {name for name, _ in attrs} & {"style", "onclick", "onload"}, tag

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def all_recorded(shown: Screen, words: Translator, *, synthetic: bool = False) -> str:
    """What a screen brings when everything that can be recorded of it is."""

    def take(source: str, said: str) -> Take:
        return Take(
            said=said_digest(said),
            sound=digest_of(source.encode()),
            milliseconds=1_000,
            place="",
            synthetic=synthetic,
        )

    texts = [each for each in words_in(shown) if isinstance(each, Text)]
    said = {english_of(text): words.text(text) for text in texts}
    product = {line.source: line.said for line in product_lines(words)}
    module, own = (
        {key_of(source): take(source, what) for source, what in spoken.items()}
        for spoken in (said, product)
    )
    voice = Voice("thinkcoop", words.language, words, {"module": [module], "product": [own]})
    return voice.heard(shown)


def whole(html: str) -> bool:
    """Whether all tags are closed in order, and nothing is inline that the policy forbids."""
    parser = Nesting()
    parser.feed(html)
    parser.close()
    return parser.open == [] and "<style" not in html


@pytest.mark.parametrize("sample", [*SCREENS, *PAGES], ids=lambda sample: sample.name)
def test_every_sample_is_a_whole_page(sample: Sample) -> None:
    html = sample.page()
    assert whole(html)
    assert "None" not in re.sub(r"<[^>]*>", "", html)


@pytest.mark.parametrize("view", ["phone", "table", "wall"])
@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_of_screen_can_be_shown_in_every_view(kind: str, view: str) -> None:
    known = {**TABLE_SEAT, **PLAIN}.get(kind) or screen(kind, text=Text("Listen & <look>."))
    html = screen_html(known, view, WORDS)  # type: ignore[arg-type]  # the views are written above
    assert html.startswith("<article")
    assert "\n" not in html
    assert whole(html)
    bare = screen_html(screen(kind, stones=(), bar=None), view, WORDS)  # type: ignore[arg-type]  # as above
    assert whole(bare)


def test_every_form_and_every_chart_has_a_sample() -> None:
    shown = [sample.shown for sample in SCREENS if sample.shown]
    assert {one.form.kind for one in shown if one.form} == set(get_args(FormKind))
    kinds = get_args(get_type_hints(Chart)["kind"])
    assert {chart.kind for one in shown for chart in one.charts} == set(kinds)


def test_words_are_escaped() -> None:
    html = screen_html(screen("say", text=Text('<b onclick="x">&')), "phone", WORDS)
    assert "&lt;b onclick=&#34;x&#34;&gt;&amp;" in html


def test_only_a_whole_page_carries_an_answer_id() -> None:
    ballot = PLAIN["ballot"]
    assert 'name="answer"' not in screen_html(ballot, "phone", WORDS)
    assert 'name="answer" value="abc"' in screen_html(ballot, "phone", WORDS, "abc")


def test_nothing_of_the_last_answer_is_seen_while_the_device_goes_on() -> None:
    html = screen_html(TABLE_SEAT["hand"], "table", WORDS)
    assert "aria-pressed" not in html
    assert "checked" not in html
    assert "data-form" not in html


@pytest.mark.parametrize("language", ["en", "es", "km"])
@pytest.mark.parametrize("sample", SCREENS, ids=lambda sample: sample.name)
def test_a_pushed_screen_is_small(sample: Sample, language: str) -> None:
    assert sample.shown
    html = screen_html(sample.shown, sample.view, made(language))  # type: ignore[arg-type]  # never desk here
    assert len(pack(html.encode())) <= PUSHED_LIMIT


@pytest.mark.parametrize("language", ["en", "es", "km"])
@pytest.mark.parametrize("sample", SCREENS, ids=lambda sample: sample.name)
def test_a_screen_of_which_all_is_recorded_is_small_too(sample: Sample, language: str) -> None:
    assert sample.shown
    words = made(language)
    voice = all_recorded(sample.shown, words)
    html = screen_html(sample.shown, sample.view, words, voice=voice)  # type: ignore[arg-type]  # as above
    heavy = language == "km" and sample.name.endswith(HEAVY_WITH_SOUNDS)
    assert len(pack(html.encode())) <= PUSHED_LIMIT + heavy * MORE_WITH_SOUNDS


@pytest.mark.parametrize("synthetic", [False, True])
def test_only_a_screen_that_a_machine_reads_says_so(*, synthetic: bool) -> None:
    words = made("km")
    voice = all_recorded(TABLE_SEAT["hand"], words, synthetic=synthetic)
    html = screen_html(TABLE_SEAT["hand"], "table", words, voice=voice)
    assert ('class="note machine"' in html) is synthetic


def test_a_stone_stands_once_in_the_page_and_not_in_its_screens() -> None:
    [sample] = [sample for sample in SCREENS if sample.name == "phone-show-stones"]
    html = sample.page()
    assert [html.count(f'id="{name}"') for name in STONES] == [1] * len(STONES)
    assert [html.count(f'href="#{name}"') for name in STONES] == [10, 10, 7, 3]


def test_a_phones_first_load_is_three_requests_and_small() -> None:
    heaviest = max(
        (screen_html(one.shown, "phone", WORDS, "0" * 32) for one in SCREENS if one.shown), key=len
    )
    html = page("phone", WORDS, **PHONE, screen=heaviest)
    found = re.findall(r'(?:href|src)="(/static/[^"]+)"', html)
    files = [asset(name.removeprefix("/static/")) for name in found]
    assert [made.kind.split(";")[0] for made in files if made] == ["text/css", "text/javascript"]
    assert "http://" not in html.replace("http://www.w3.org/", "")
    total = len(gzip.compress(html.encode())) + sum(len(made.gzip) for made in files if made)
    assert total <= FIRST_LOAD_LIMIT


def test_the_live_client_is_small_and_needs_no_new_words() -> None:
    [name] = [name for name in bundle_names() if name.startswith("live.")]
    live = asset(name)
    assert live
    assert len(live.gzip) <= LIVE_LIMIT
    assert not re.search(rb"\?\.|\?\?|\basync\b|\bawait\b|\.\.\.", live.plain)


def test_names_change_with_what_is_in_them() -> None:
    assert asset("phone.0000000000.css") is None
    assert all(
        re.fullmatch(r"[a-z]+\.[0-9a-f]{10}\.(css|js|woff2)", name) for name in bundle_names()
    )
