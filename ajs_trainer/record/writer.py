"""The record on a thread of its own, so that a slow disk never freezes the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

Answer = TypeVar("Answer")
Given = ParamSpec("Given")


class RecordWriter:
    """Does what it is given one at a time, in the order it was given.

    Only what runs here may touch the record, the opening and closing of it included.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")

    async def call(
        self, function: Callable[Given, Answer], *args: Given.args, **kwargs: Given.kwargs
    ) -> Answer:
        """Call ``function`` after everything given before; raise what it raises.

        What has been given is done even if nobody waits for it any longer: a choice that was
        made is stored although the screen it was made on has been left.
        """
        given = self._thread.submit(function, *args, **kwargs)
        return await asyncio.shield(asyncio.wrap_future(given))

    def close(self) -> None:
        """Finish what was given; nothing can be given afterwards."""
        self._thread.shutdown()
