"""Every kind of screen and page as a picture, from made-up values: `python tools/gallery.py OUT`.

For looking at, and for axe: no session runs, no server, no database. Writes HTML (with the styles
beside it), pictures of each at the sizes that matter, contact sheets, and says what axe finds.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.web.pseudo import made
from tests.web.samples import PAGES, SCREENS, Sample
from thinkcoop.web.assets import asset, bundle_names

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SIZES = {
    "phone": ((360, 740), (320, 640)),
    "table": ((800, 600),),
    "wall": ((1280, 720),),
    "desk": ((1180, 800), (360, 740)),
}


def main() -> None:
    """Write the pages, then picture them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="names that contain this")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--axe", action="store_true")
    parser.add_argument("--language", default="en")
    wanted = parser.parse_args()
    samples = [one for one in (*SCREENS, *PAGES) if wanted.only in one.name]
    write(samples, wanted.out, wanted.language)
    with served(wanted.out) as address:
        sys.exit(look(samples, wanted, address))


def write(samples: list[Sample], out: Path, language: str = "en") -> None:
    """The pages as files, and what they load."""
    (out / "static").mkdir(parents=True, exist_ok=True)
    for name in bundle_names():
        found = asset(name)
        assert found
        (out / "static" / name).write_bytes(found.plain)
    for sample in samples:
        (out / f"{sample.name}.html").write_text(sample.page(made(language)), encoding="utf-8")


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over plain HTTP, as a phone would get it."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def look(samples: list[Sample], wanted: argparse.Namespace, address: str) -> int:
    """Picture every sample, measure sideways scroll and small targets, ask axe."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load

    from tests.conftest import CHROMIUM_ARGS, find_chromium  # noqa: PLC0415 - only for pictures

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(CHROMIUM_ARGS)
        )
        faults: list[str] = []
        shots: dict[str, list[Path]] = {}
        for sample in samples:
            for size in SIZES[sample.view]:
                page = _opened(browser, size, f"{address}/{sample.name}.html", wanted)
                faults += [f"{sample.name} {size[0]}: {fault}" for fault in faults_of(page, wanted)]
                path = wanted.out / f"{sample.name}-{size[0]}.png"
                page.screenshot(path=path, full_page=sample.view != "wall")
                shots.setdefault(f"{sample.view}-{size[0]}", []).append(path)
                page.context.close()
        for name, paths in shots.items():
            sheets(browser, wanted.out, name, paths)
        browser.close()
    print("\n".join(faults) or "no faults")
    return bool(faults)


def _opened(browser: Browser, size: tuple[int, int], url: str, wanted: argparse.Namespace) -> Page:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if wanted.dark else "light",
    )
    context.add_init_script(VOICE)
    page = context.new_page()
    page.goto(url)
    page.wait_for_timeout(60)
    return page


VOICE = """Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [{localService: true, lang: document.documentElement.lang}],
  cancel() {}, speak() {},
}});"""
"""A device that can speak: else the buttons that read aloud would not be seen."""

MEASURE = """() => {
  const found = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) found.push('sideways scroll of ' + wide);
  const targets = 'button, summary, a.b, .tile, select, input:not([type=hidden])';
  for (const e of document.querySelectorAll(targets)) {
    const r = e.getBoundingClientRect();
    if (!r.width || getComputedStyle(e).clip !== 'auto' || e.closest('.vh')) continue;
    if (e.matches('input[type=radio], input[type=checkbox]')) continue;
    if (r.height < 55.5 || r.width < 55.5)
      found.push(`small target ${e.className} ${Math.round(r.width)}x${Math.round(r.height)}`);
  }
  return found;
}"""


def faults_of(page: Page, wanted: argparse.Namespace) -> list[str]:
    """What is measurably wrong with the page as it stands."""
    found = list(page.evaluate(MEASURE))
    if wanted.axe:
        from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only when asked

        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        result = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
        for fault in result.response["violations"]:
            where = "; ".join(str(node["html"])[:140] for node in fault["nodes"][:3])
            found.append(f"axe {fault['id']}: {fault['help']} [{where}]")
    return found


def sheets(browser: Browser, out: Path, name: str, paths: list[Path], each: int = 10) -> None:
    """Several pictures on one, to be looked at together."""
    width = int(name.rsplit("-", maxsplit=1)[-1])
    shown, across = (300, 5) if width < 500 else (620, 3)
    for number in range(0, len(paths), each):
        figures = "".join(
            f'<figure><img src="{path.name}" width="{shown}">{path.stem}</figure>'
            for path in paths[number : number + each]
        )
        sheet = out / f"sheet-{name}-{number // each}.html"
        sheet.write_text(
            "<style>body{margin:8px;display:flex;flex-wrap:wrap;gap:8px;background:#888}"
            f"figure{{margin:0}}img{{display:block}}</style>{figures}",
            encoding="utf-8",
        )
        page = browser.new_page(viewport={"width": (shown + 8) * across + 16, "height": 400})
        page.goto(sheet.resolve().as_uri())
        page.screenshot(path=sheet.with_suffix(".png"), full_page=True)
        page.close()


if __name__ == "__main__":
    main()
