"""The convener's two settings of language: the pages' own, and the words of this site."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import httpx
import pytest

from tests.core.module.tea import FOLDER
from tests.web.houses import HERE, House, running_house
from tests.web.servers import next_screen, open_stream, serving
from thinkcoop.core.screens.phrases import P
from thinkcoop.web.phrases import PAGE, SENTENCES
from thinkcoop.web.refusals import SENTENCES as NO
from thinkcoop.web.refusals import No
from thinkcoop.web.site_words import NoWords, is_usable, site_words
from thinkcoop.web.translator import translator

OURS, THEIRS = "សហករណ៍", "សហគមន៍"
TEA_KM = f"""
msgid ""
msgstr "Language: km\\n"

msgid "The price of sugar"
msgstr "តម្លៃស្ករក្នុង{OURS}"

msgid "Tea for five"
msgstr "តែសម្រាប់{OURS}"
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The tea module, with a little Khmer."""
    shutil.copytree(FOLDER, tmp_path / "shelf" / "tea")
    languages = tmp_path / "shelf" / "tea" / "languages"
    languages.mkdir()
    (languages / "km.po").write_text(TEA_KM, "utf-8")
    return tmp_path / "shelf"


@pytest.fixture
async def khmer_house(shelf: Path) -> AsyncIterator[House]:
    async with running_house(shelf) as house:
        yield house


def desk(house: House) -> httpx.AsyncClient:
    return house.browser(HERE, address="127.0.0.1")


def shown(page: httpx.Response) -> str:
    """The words of a page, without the places where lines may break."""
    return unescape(re.sub(r"<[^>]*>", " ", page.text)).replace("\u200b", "")


async def test_the_words_page_offers_what_the_glossary_has(house: House) -> None:
    page = await desk(house).get("/desk/words")
    assert page.status_code == 200
    assert re.findall(r'type="radio" name="km-0" value="([^"]+)"( checked)?', page.text) == [
        (OURS, " checked"),
        (THEIRS, ""),
        ("ក្រុមសហប្រតិបត្តិការ", ""),
    ]


async def test_a_chosen_word_is_on_every_page_of_that_language(khmer_house: House) -> None:
    browser = desk(khmer_house)
    await browser.get("/desk/language?code=km")
    page = await browser.get("/desk/about/tea")
    assert (OURS in shown(page), THEIRS in shown(page)) == (True, False)
    done = await browser.post("/desk/words", data={"km-0": THEIRS})
    assert (done.status_code, done.headers["location"]) == (303, "/desk/words?n=counted")
    page = await browser.get("/desk/about/tea")
    assert (OURS in shown(page), THEIRS in shown(page)) == (False, True)
    page = await browser.get("/desk/words?n=counted")
    assert re.findall(r'value="([^"]+)" checked', page.text) == [THEIRS]


async def test_a_word_of_ones_own_comes_before_a_choice_until_another_is_tapped(
    house: House,
) -> None:
    browser, site = desk(house), house.server.house.site_words
    await browser.post("/desk/words", data={"km-0": THEIRS, "km-0-own": "  ក្រុម \u200b រួម "})
    assert site.chosen("km") == {OURS: "ក្រុម រួម"}
    page = await browser.get("/desk/words")
    assert (" checked" in page.text, 'value="ក្រុម រួម"' in page.text) == (False, True)
    await browser.post("/desk/words", data={"km-0": THEIRS, "km-0-own": "ក្រុម រួម"})
    assert site.chosen("km") == {OURS: THEIRS}
    await browser.post("/desk/words", data={"km-0": OURS, "km-0-own": ""})
    assert site.chosen("km") == {}


@pytest.mark.parametrize("word", ["50%", "%(here)s", "{need}", "a\u202eb", "}"])
async def test_a_word_that_would_break_sentences_is_refused_and_not_lost(
    house: House, word: str
) -> None:
    browser = desk(house)
    answer = await browser.post("/desk/words", data={"km-0-own": word})
    assert (answer.status_code, NO[No.NOT_A_WORD] in shown(answer)) == (409, True)
    assert f'value="{word}"' in answer.text
    assert house.server.house.site_words.chosen("km") == {}


async def test_a_choice_that_is_none_changes_nothing(house: House) -> None:
    await desk(house).post("/desk/words", data={"km-0": "<script>", "km-7": "x"})
    assert house.server.house.site_words.chosen("km") == {}


async def test_the_words_are_for_the_convener_alone(house: House) -> None:
    for answer in (
        await house.browser().get("/desk/words"),
        await house.browser().post("/desk/words", data={"km-0": THEIRS}),
    ):
        assert "km-0" not in answer.text
    assert house.server.house.site_words.chosen("km") == {}


class Chosen(NoWords):
    """A site whose file says this, whoever wrote it."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words

    def chosen(self, language: str) -> dict[str, str]:
        return self.words if language == "km" else {}


def test_hostile_words_of_the_file_do_not_reach_a_sentence() -> None:
    words = {OURS: "%", "": "x", "ក": "{", "ខ": "a\x00", "គ": " ", "ឃ": r"\1"}
    assert site_words(Chosen(words), "km-u-nu-latn") == (("ឃ", r"\1"),)
    assert site_words(Chosen(words), "es") == ()
    assert [is_usable(word) for word in ("ក្រុម រួម", "co-op", "", "\u200b")] == [
        True,
        True,
        False,
        False,
    ]


# ------------------------------------------------------------------- the language of a page


async def test_the_desk_is_in_the_language_that_was_chosen_there(house: House) -> None:
    browser = desk(house)
    spanish, khmer = (translator(code).page["desk_new"] for code in ("es", "km"))
    page = await browser.get("/desk/", headers={"accept-language": "es-PE"})
    assert (f"<h2>{spanish}</h2>" in page.text, '<html lang="es"' in page.text) == (True, True)
    answer = await browser.get("/desk/language?code=km")
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/")
    page = await browser.get("/desk/", headers={"accept-language": "es-PE"})
    assert f"<h2>{khmer}</h2>" in page.text
    assert f"<h2>{PAGE['desk_new']}</h2>" in (await desk(house).get("/desk/")).text


async def test_a_language_that_is_not_spoken_has_no_page(house: House) -> None:
    for code in ("fr", "", "../km"):
        answer = await desk(house).get(f"/desk/language?code={code}")
        assert (answer.status_code, "set-cookie" in answer.headers) == (404, False)


async def test_a_page_in_a_draft_says_so_and_english_does_not(house: House) -> None:
    browser = desk(house)
    for code, draft in (("en", False), ("es", True), ("km", True)):
        await browser.get(f"/desk/language?code={code}")
        page = await browser.get("/desk/")
        assert ('class="draft-note"' in page.text) == draft


def test_a_phone_has_its_own_language_and_the_wall_that_of_the_room(
    shelf: Path, tmp_path: Path
) -> None:
    with serving(tmp_path / "data", shelf) as server:
        session = server.open()
        phones = {code: server.browser() for code in ("km", "km-u-nu-latn", "en")}
        for number, (code, phone) in enumerate(phones.items()):
            fields = {"picture": ("p-lotus", "p-fish", "p-palm")[number], "trade": "seller"}
            sent = fields | {"reads": "1", "name": "", "language": code, "answer": f"{number:032x}"}
            assert phone.post(f"/s/{session}/join", data=sent).status_code == 303
        seen = {}
        for code, phone in phones.items():
            with open_stream(phone, session) as lines:
                seen[code] = unescape(next_screen(lines)[2])
        with open_stream(server.desk, session, "wall") as lines:
            seen["wall"] = unescape(next_screen(lines)[2])
    sentence = {
        code: translator(code).phrase(P.SEAT_YOURS) for code in ("km", "km-u-nu-latn", "en")
    }
    assert {code: said in seen[code] for code, said in sentence.items()} == dict.fromkeys(
        sentence, True
    )
    assert (SENTENCES[P.COME_IN] in seen["wall"], sentence["km"] in seen["wall"]) == (True, False)
