"""The browser fixture works, and its two helpers do: axe, and screens of a chosen size."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PAGE = "<html lang=en><title>Stall</title><main><h1>Stall</h1><img src=data:,></main></html>"


def test_a_picture_without_words_is_found(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAGE)

    assert [one["id"] for one in Axe().run(page).response["violations"]] == ["image-alt"]


def test_a_page_is_as_wide_as_a_phone_when_asked(browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.set_content(PAGE)

    assert page.evaluate("innerWidth") == 360
