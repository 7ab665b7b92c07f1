"""What a browser loads for a page, counted where its network carries it."""

from __future__ import annotations

from typing import Any

from tests.browser.people import Person


class Meter:
    """What Chromium's network has carried for a page, with headers, nothing from its cache."""

    def __init__(self, person: Person) -> None:
        self.urls: list[str] = []
        self._finished: dict[str, int] = {}
        self._coming: dict[str, int] = {}
        line = person.context.new_cdp_session(person.page)
        line.on("Network.requestWillBeSent", self._sent)
        line.on("Network.responseReceived", self._headers)
        line.on("Network.dataReceived", self._data)
        line.on("Network.loadingFinished", self._whole)
        line.send("Network.enable")
        line.send("Network.setCacheDisabled", {"cacheDisabled": True})

    @property
    def bytes(self) -> int:
        """All that came: whole answers, and what has come so far of those that stay open."""
        return sum((self._coming | self._finished).values())

    def _sent(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self.urls.append(event["request"]["url"])

    def _headers(self, event: dict[str, Any]) -> None:
        self._count(event["requestId"], event["response"]["encodedDataLength"])

    def _data(self, event: dict[str, Any]) -> None:
        self._count(event["requestId"], event["encodedDataLength"])

    def _count(self, request: str, size: int) -> None:
        self._coming[request] = self._coming.get(request, 0) + int(size)

    def _whole(self, event: dict[str, Any]) -> None:
        self._finished[event["requestId"]] = int(event["encodedDataLength"])
