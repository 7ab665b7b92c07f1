"""What every test may ask for. Kept small: a room's own fixtures stand in that room's conftest."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# `short` draws the same examples every time, so that a red run is red for everyone; `make laws`
# looks further, with new ones each time.
settings.register_profile("short", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))

CHROMIUM_NAMES = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGS = (
    "--no-sandbox",  # build machines run as root, where its sandbox does not start
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",  # a test that reaches out finds our own requests, not its
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SKIPPED = pytest.StashKey[tuple[int, str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write the golden files anew")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs Chromium, and skip it where there is none."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    browser_tests = [item for item in items if item.get_closest_marker("browser")]
    if browser_tests and (lack := what_browser_tests_lack()):
        config.stash[SKIPPED] = (len(browser_tests), lack)
        for item in browser_tests:
            item.add_marker(pytest.mark.skip(reason=lack))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say it after everything else: a run without a browser must not pass for a whole one."""
    if skipped := config.stash.get(SKIPPED, None):
        count, lack = skipped
        print(f"!!! {count} browser tests were SKIPPED: {lack}. !!!")


def find_chromium() -> Path | None:
    """The Chromium that the environment names, or one on the path."""
    found = (shutil.which(name) for name in CHROMIUM_NAMES if name)
    return next((Path(path) for path in found if path), None)


def what_browser_tests_lack() -> str | None:
    """Why browser tests cannot run here; None when they can."""
    if not find_chromium():
        return "there is no Chromium on this machine"
    playwright = [sys.executable, "-m", "playwright", "--version"]
    if subprocess.run(playwright, capture_output=True, check=False).returncode:
        return "Playwright does not start on this machine (on Debian it wants libatomic1)"
    return None


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Async tests run on asyncio alone, as the server does."""
    return "asyncio"


@pytest.fixture(scope="session")
def renew(pytestconfig: pytest.Config) -> bool:
    """Whether golden files are to be written anew (`make golden`) instead of compared."""
    return bool(pytestconfig.getoption("--renew"))


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Where Chromium is. A test that asks for it is a browser test."""
    found = find_chromium()
    assert found
    return found


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A running Chromium, one for each file of tests.

    Not one for the whole run: while Playwright is open this thread counts as inside an event loop,
    and Django and asyncio.run, in other files, refuse to work there.
    """
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow; most runs need none

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield running
        running.close()
