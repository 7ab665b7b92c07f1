"""What the organiser reads about a module: how even it is, with dates, doubts and sources."""

from __future__ import annotations

import re
import shutil
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path

import pytest

from tests.web.houses import HERE, MODULES, House, running_house
from thinkcoop.core.module.checks.balance import measure
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.model import Module
from thinkcoop.core.module.spoken import spoken_seconds
from thinkcoop.web.phrases import PAGE

SHIPPED = Path(__file__).parents[2] / "modules"
TAG = re.compile(r"<[^>]+>")


async def read(house: House, path: str = "/desk/about/tea") -> str:
    """The page as the convener at this machine gets it."""
    answer = await house.browser(HERE, address="127.0.0.1").get(path)
    assert answer.status_code == 200
    return answer.text


def plain(html: str) -> str:
    """What stands on a page, without its markup."""
    return unescape(" ".join(TAG.sub(" ", html).split()))


def rows(html: str) -> list[list[str]]:
    """The rows of all tables, their heads left out."""
    found = re.findall(r"<tr[^>]*>(<th scope=\"row\">.*?)</tr>", html)
    return [[plain(cell) for cell in re.split(r"</t[hd]>", row)[:-1]] for row in found]


def module_of(house: House, key: str = "tea") -> Module:
    module = house.server.house.library.module(key)
    assert module is not None
    return module


def decision_of(module: Module) -> Decision:
    assert module.decision is not None
    return module.decision


@pytest.fixture
async def late() -> AsyncIterator[House]:
    """A house whose day is after all dates in the texts."""
    async with running_house() as made:
        made.clock.ahead_ms = 20 * 365 * 86_400_000
        yield made


async def test_the_page_is_for_the_convener_alone(house: House) -> None:
    session = await house.open()
    for path in ("/desk/about/tea", f"/desk/{session}/about"):
        page = await house.browser().get(path)
        assert (page.status_code, 'name="pin"' in page.text) == (200, True)
        assert PAGE["about_even"] not in page.text


async def test_the_pin_leads_back_to_the_page_that_was_asked_for(house: House) -> None:
    pin, goal = house.server.house.gate.pin, "/desk/about/a-module-of-ours"
    done = await house.browser().post("/desk/pin", data={"pin": pin, "next": goal})
    assert (done.status_code, done.headers["location"]) == (303, goal)


async def test_a_module_that_is_not_there_has_no_page(house: House) -> None:
    desk = house.browser(HERE, address="127.0.0.1")
    assert (await desk.get("/desk/about/no-such-module")).status_code == 404
    assert (await desk.get("/desk/ABCDE/about")).status_code == 404


async def test_both_desks_lead_to_the_page(house: House) -> None:
    session = await house.open()
    assert 'href="/desk/about/tea"' in await read(house, "/desk/")
    assert 'href="about"' in await read(house, f"/desk/{session}/")


async def test_every_way_is_shown_as_it_was_measured(house: House) -> None:
    decision = decision_of(module_of(house))
    expected: list[list[str]] = []
    for way in decision.ways:
        m = measure(way)
        expected.append(
            [way.text, str(m.good), str(m.bad), str(sum(m.words.values())), str(m.seconds)]
        )
    for way in decision.ways:
        m = measure(way)
        points = {"good": str(m.good), "bad": str(m.bad)}
        for part, words in m.words.items():
            name = PAGE[f"about_part_{part}"]
            expected.append([name, points.get(part, "–"), str(words), str(spoken_seconds(words))])
        whole = [str(m.good + m.bad), str(sum(m.words.values())), str(m.seconds)]
        expected.append([PAGE["about_whole"], *whole])
    assert rows(await read(house)) == expected


async def test_all_that_is_said_of_a_way_and_all_its_sources_are_there(house: House) -> None:
    decision, text = decision_of(module_of(house)), plain(await read(house))
    for way in decision.ways:
        points = [point.text for point in (*way.good, *way.bad)]
        assert [said for said in (*points, way.living, way.uncertain) if said not in text] == []
    for source in decision.sources:
        told = f"{source.title} {source.says} {source.where}"
        uses = sum(source.id in way.sources for way in decision.ways)
        assert text.count(told) >= uses + 1


async def test_doubts_funder_authors_licence_and_dates_are_told(house: House) -> None:
    module, text = module_of(house), plain(await read(house))
    decision = decision_of(module)
    wanted = (
        f"{PAGE['about_unsure']} {decision.uncertain}",
        f"{PAGE['about_funder']} {decision.funder}",
        f"{PAGE['about_authors']} {', '.join(module.authors)}",
        f"{PAGE['about_licence']} {module.licence}",
        f"{PAGE['about_checked']} 1 November 2026 {PAGE['about_check_by']} 1 November 2027",
    )
    assert [said for said in wanted if said not in text] == []


async def test_a_date_that_is_past_is_a_warning_for_module_decision_and_country(
    house: House, late: House
) -> None:
    assert PAGE["about_late"] not in await read(house)
    countries = len(module_of(late).countries)
    assert (await read(late)).count(PAGE["about_late"]) == 2 + countries


async def test_only_what_is_confirmed_is_said_to_be_told_and_nothing_when_it_is_old(
    house: House, late: House
) -> None:
    facts = [fact for one in module_of(house).countries for _, fact in one.facts()]
    confirmed = sum(fact.confidence == "confirmed" for fact in facts)
    told = f"<b>{PAGE['about_is_told']}</b>"
    assert (await read(house)).count(told) == confirmed
    assert (await read(late)).count(told) == 0


async def test_each_fact_of_a_country_has_value_confidence_source_note_and_date(
    house: House,
) -> None:
    text = plain(await read(house))
    for country in module_of(house).countries:
        assert f"{PAGE['about_ask']} {country.ask}" in text
        for key, fact in country.facts():
            name, confidence = PAGE[f"about_fact_{key}"], PAGE[f"about_{fact.confidence}"]
            assert f"{name} {confidence}" in text
            assert [
                said for said in (fact.value, fact.note, fact.source) if (said or "") not in text
            ] == []


async def test_the_right_answer_stands_beside_each_question_and_alone(house: House) -> None:
    decision, html = decision_of(module_of(house)), await read(house)
    right = re.findall(r'<li class="right">(.*?)<b>', html)
    answers = [
        option.text for one in decision.know for option in one.options if option.id == one.right
    ]
    assert [plain(text) for text in right] == answers
    assert [one.because for one in decision.know if one.because not in plain(html)] == []


async def test_every_rung_says_for_whom_it_is_in_words() -> None:
    async with running_house(SHIPPED) as shipped:
        html = await read(shipped, "/desk/about/thinkcoop")
        decision = decision_of(module_of(shipped, "thinkcoop"))
    text = plain(html)
    for rung in decision.ladder:
        assert f"{rung.text} {PAGE['about_monday']} {rung.monday}" in text
    assert "When the biggest need is: Nobody listens to us · I have no safe place" in text
    [legal] = [fit.text for fit in decision.fit if fit.id == "legal"]
    assert f"Who said no to: {legal}" in text
    assert "Who chose: Start or join a cooperative Only where no law for this work" in text


async def test_nothing_on_the_page_is_loaded_from_elsewhere(house: House) -> None:
    html = await read(house)
    addresses = re.findall(r"(?:href|src|action)=\"([^\"]*)\"", html)
    assert [each for each in addresses if re.match(r"[a-z]+:(?!image/)|//", each)] == []


async def test_a_session_shows_its_own_text_and_the_country_that_was_chosen(house: House) -> None:
    desk = house.browser(HERE, address="127.0.0.1")
    fields = {"module": "tea", "edition": "short", "expected": "5", "country": "te"}
    answer = await desk.post("/desk/new", data=fields)
    html = await read(house, answer.headers["location"] + "about")
    chosen = f"<small>{PAGE['about_chosen']}</small>"
    assert (html.count(chosen), f"Tealand {chosen}" in html) == (1, True)
    assert chosen not in await read(house)


async def test_a_module_without_a_decision_says_so(tmp_path: Path) -> None:
    shutil.copytree(MODULES / "tea", tmp_path / "tea")
    (tmp_path / "tea" / "decision.yaml").unlink()
    (tmp_path / "tea" / "activities" / "t3-a-game-at-tea.yaml").unlink()
    file = tmp_path / "tea" / "module.yaml"
    file.write_text(file.read_text("utf-8").partition("  - id: game")[0], "utf-8")
    async with running_house(tmp_path) as house:
        html = await read(house)
    assert PAGE["about_no_decision"] in html
    assert PAGE["about_even"] not in html
