"""The report on the convener's page: page, print, spreadsheet and data from one document."""

from __future__ import annotations

import io
import subprocess
import sys

import httpx
from openpyxl import load_workbook

from tests.core.paper.test_report import played
from tests.web.houses import HERE, House
from thinkcoop.app.report import EXTRA, as_json, report_of
from thinkcoop.core.words import SessionId
from thinkcoop.web.wording import OnPaper


async def a_session(house: House) -> SessionId:
    session = await house.open("game", expected=4)
    await house.four(session)
    return session


async def ask(house: House, session: SessionId, ending: str = "") -> httpx.Response:
    desk = house.browser(HERE, address="127.0.0.1")
    return await desk.get(f"/desk/{session}/report{ending}")


async def test_the_page_has_every_part_and_the_ways_to_its_files(house: House) -> None:
    page = (await ask(house, await a_session(house))).text
    for words in ("Report of this meeting", "Who came", "How the day went", "cannot say"):
        assert words in page
    for ending in ("pdf", "xlsx", "json"):
        assert f'href="report.{ending}"' in page


async def test_the_same_report_comes_as_data_a_spreadsheet_and_a_print(house: House) -> None:
    session = await a_session(house)
    data = (await ask(house, session, ".json")).json()
    assert (data["format"], data["version"], data["session"]) == ("thinkcoop-report", 1, session)
    tables = {
        block["name"]: block
        for part in data["parts"]
        for block in part["blocks"]
        if block["kind"] == "table"
    }
    assert tables["came"]["rows"] == [
        ["With a phone", None],
        ["Guests", None],
        ["Left before the end", None],
    ]
    book = load_workbook(io.BytesIO((await ask(house, session, ".xlsx")).content))
    assert book.sheetnames[1:] == list(tables)
    assert (await ask(house, session, ".pdf")).content.startswith(b"%PDF")


async def test_of_four_people_no_knowledge_is_told(house: House) -> None:
    data = (await ask(house, await a_session(house), ".json")).json()
    assert data["knowledge"] is None


async def test_nobody_but_the_convener_opens_a_report(house: House) -> None:
    session = await a_session(house)
    for ending in ("", ".pdf", ".xlsx", ".json"):
        answer = await house.browser().get(f"/desk/{session}/report{ending}")
        assert answer.headers["content-type"].startswith("text/html")
        assert "Who came" not in answer.text


async def test_a_report_is_kept_by_no_browser(house: House) -> None:
    session = await a_session(house)
    for ending in ("", ".pdf", ".xlsx", ".json"):
        assert (await ask(house, session, ending)).headers["cache-control"] == "no-store"


def test_without_the_extra_the_report_is_made_all_the_same() -> None:
    blocked = "; ".join(f"sys.modules[{name!r}] = None" for name in EXTRA)
    program = f"""
import sys
{blocked}
from tests.core.paper.test_report import TWELVE, played
from thinkcoop.app.report import report_of, weighed_of
state = played(12, TWELVE, TWELVE)
print(weighed_of(state), len(report_of(state, language="en").parts) > 3)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout == "None True\n"


async def test_data_say_no_more_of_knowledge_than_the_page(house: House) -> None:
    session = await a_session(house)
    words = OnPaper(house.server.house.words("en", session))
    for pairs, told in ((9, False), (10, True)):
        answers = dict.fromkeys(range(1, pairs + 1), 1)
        state = played(12, answers, answers)
        data = as_json(state, report_of(state, language="en"), words)
        assert (data["knowledge"] is not None) == told
