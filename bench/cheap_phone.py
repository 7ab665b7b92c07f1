"""How long a cheap phone takes from opening the page to a question that can be read.

    python bench/cheap_phone.py [--times N]

Real Chromium, slowed down as a phone of some years ago would be: its processor six times slower,
1.6 Mbit/s, 150 ms there and back, nothing kept from before. Printed, never asserted.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # called as a file, not as a module

from playwright.sync_api import sync_playwright

from tests.browser.hall import Hall, running_hall
from tests.browser.meter import Meter
from tests.browser.people import Person, phone_context
from tests.conftest import CHROMIUM_ARGS, find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SLOWER = 6
BYTES_A_SECOND = 1_600_000 / 8
ROUND_TRIP_MS = 150
PROMISED_S = 1.5


def main() -> None:
    """Open the same page several times, each time as if for the first time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=7)
    times: int = parser.parse_args().times
    with (
        tempfile.TemporaryDirectory() as folder,
        running_hall(Path(folder)) as hall,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_ARGS)
        )
        phone = at_a_question(hall, browser)
        took = [open_anew(phone) for _ in range(times)]
        browser.close()
    seconds = sorted(each for each, _ in took)
    meter = took[-1][1]
    print(f"{platform.node()}, {platform.machine()}, {platform.python_version()}")
    print(
        f"first load: {len(meter.urls)} requests, {meter.bytes / 1000:.1f} kB (promised: 5, 60 kB)"
    )
    print(
        f"question readable: median {median(seconds):.2f} s, slowest {seconds[-1]:.2f} s of {times}"
        f" (promised: {PROMISED_S} s)"
    )


def at_a_question(hall: Hall, browser: Browser) -> Person:
    """A phone with a place, while a question is open."""
    session = hall.open(expected=4)
    visitors = [hall.visitor(session, picture) for picture in ("p-turtle", "p-frog", "p-bird")]
    phone = Person(phone_context(browser), "p-lotus")
    phone.page.goto(f"{hall.url}/s/{session}/")
    phone.come_in(picture="p-lotus", trade="I sell in a market")
    hall.hurry_to(session, "mood")
    phone.until(lambda sight: sight.form == "scale")
    for visitor in visitors:
        visitor.close()
    return phone


def open_anew(phone: Person) -> tuple[float, Meter]:
    """Seconds until the question can be read, and what was loaded."""
    fresh = Person(phone.context, "the same phone, as if new")
    meter = Meter(fresh)
    line = fresh.context.new_cdp_session(fresh.page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    line.send("Network.enable")
    line.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": ROUND_TRIP_MS,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    began = perf_counter()
    fresh.page.goto(phone.page.url, wait_until="commit")
    fresh.page.locator("form.answer .tile").first.wait_for(state="visible")
    took = perf_counter() - began
    fresh.page.wait_for_timeout(1_500)
    fresh.page.close()
    return took, meter


if __name__ == "__main__":
    main()
