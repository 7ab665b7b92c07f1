"""The shared compressed frames, read by a real browser."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.servers import serving

LISTEN = """view => {
    window.got = []; window.states = [];
    window.source = new EventSource(location.pathname + 'stream?view=' + view);
    window.source.onmessage = event => window.got.push([event.lastEventId, event.data]);
    window.source.onerror = () => window.states.push(window.source.readyState);
}"""
PATIENCE_MS = 20_000


@pytest.mark.browser
def test_a_browser_reads_packed_frames_and_comes_back_after_a_restart(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path / "data") as server:
        session = server.open()
        page = browser.new_page(bypass_csp=True)  # waiting for a condition is an `eval`
        kinds: list[str] = []
        page.on(
            "response",
            lambda answer: (
                kinds.append(answer.headers.get("content-encoding", ""))
                if "/stream" in answer.url
                else None
            ),
        )
        page.goto(f"{server.base}/s/{session}/")
        page.evaluate(LISTEN, "wall")
        page.wait_for_function("window.got.length === 1", timeout=PATIENCE_MS)
        server.join(session, "p-lotus")
        page.wait_for_function("window.got.length === 2", timeout=PATIENCE_MS)
        assert kinds == ["gzip"]
        server.stop(signal.SIGTERM)
        page.wait_for_function("window.states.length > 0", timeout=PATIENCE_MS)
        assert page.evaluate("window.source.readyState") == 0  # not closed: it tries again
        server.start()
        page.wait_for_function("window.got.length >= 3", timeout=PATIENCE_MS)
        versions = [int(version) for version, _ in page.evaluate("window.got")]
        assert versions == sorted(versions)
        html = page.evaluate("window.got[window.got.length - 1][1]").partition(" ")[2]
        assert html.startswith("<")
        page.close()
