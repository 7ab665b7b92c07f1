"""A file of tests that comes after browser tests has its own event loop again."""

from __future__ import annotations

import asyncio


async def test_an_async_test_runs_on_asyncio() -> None:
    await asyncio.sleep(0)

    assert type(asyncio.get_running_loop()).__module__.startswith("asyncio")


def test_a_plain_test_may_start_a_loop() -> None:
    assert asyncio.run(asyncio.sleep(0, result=7)) == 7
