"""Drawing beside the event loop."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec

Arguments = ParamSpec("Arguments")


async def draw(
    function: Callable[Arguments, bytes], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> bytes:
    """Return the bytes of a picture function that runs in a thread."""
    return await asyncio.to_thread(function, *args, **kwargs)
