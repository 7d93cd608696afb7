"""Drawing in a thread: the loop goes on, errors come back."""

import asyncio
import threading

import pytest

from bot.pictures import Bar, BarsPicture, Heading, bars_picture, draw


async def test_draw_returns_the_same_picture():
    chart = BarsPicture(
        heading=Heading(title="Week", value="1 km"),
        series=("Anna",),
        bars=(Bar(label="Mon", amounts=(1.0,)),),
        amount=str,
    )

    assert await draw(bars_picture, chart) == bars_picture(chart)


async def test_the_loop_goes_on_while_a_picture_is_drawn():
    is_released = threading.Event()

    def slow_picture() -> bytes:
        assert is_released.wait(5)
        return b"picture"

    task = asyncio.ensure_future(draw(slow_picture))
    await asyncio.sleep(0)
    is_released.set()

    assert await task == b"picture"


async def test_pictures_are_drawn_one_at_a_time():
    drawing, most = 0, 0

    def picture() -> bytes:
        nonlocal drawing, most
        drawing += 1
        most = max(most, drawing)
        threading.Event().wait(0.01)
        drawing -= 1
        return b""

    await asyncio.gather(*(draw(picture) for _ in range(5)))

    assert most == 1


async def test_an_error_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        await draw(lambda: bytes(1 // 0))
