"""Drawing beside the event loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec

Arguments = ParamSpec("Arguments")

# One thread: a picture needs some 40 MiB while it is drawn, and fonts are not shared.
_DRAWER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pictures")


async def draw(
    function: Callable[Arguments, bytes], *args: Arguments.args, **kwargs: Arguments.kwargs
) -> bytes:
    """Return the bytes of a picture function that runs in a thread, one picture at a time."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_DRAWER, partial(function, *args, **kwargs))
