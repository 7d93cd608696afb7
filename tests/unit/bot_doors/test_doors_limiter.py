import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.telegram.limiter import AGAIN_AFTER_S, GROUP, PRIVATE_CHAT, ChatLimiter, Gate, Pace


class Time:
    """A clock that sleeping moves."""

    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now

    async def sleep(self, seconds):
        self.now += seconds


async def call(limiter, callback, chat=1, endpoint="sendMessage", how=None):
    return await limiter.process_request(callback, (), {}, endpoint, {"chat_id": chat}, how)


@pytest.fixture
def time():
    return Time()


@pytest.fixture
def limiter(time):
    return ChatLimiter(time, time.sleep)


@pytest.mark.parametrize("pace", [PRIVATE_CHAT, GROUP, Pace(30, 1.0)])
def test_gate_never_lets_more_than_the_limit_into_any_window(pace):
    gate = Gate(pace)
    now, starts = 0.0, []

    for _ in range(100):
        now += gate.reserve(now)
        starts.append(now)

    spans = [later - earlier for earlier, later in zip(starts, starts[pace.limit :], strict=False)]
    assert min(spans) >= pace.window_s - 1e-9


async def test_limiter_waits_for_one_chat_and_not_for_another(limiter, time):
    async def send():
        return {"at": time.now}

    first = [(await call(limiter, send))["at"] for _ in range(4)]
    other = (await call(limiter, send, chat=2))["at"]

    assert first == [100.0, 100.0, 100.0, 103.0]
    assert other == 103.0


async def test_limiter_short_429_is_waited_for_and_sent_once_more(limiter, time):
    moments = []

    async def send():
        moments.append(time.now)
        if len(moments) == 1:
            raise RetryAfter(7)
        return True

    assert await call(limiter, send) is True
    assert moments == [100.0, 107.0]


async def test_limiter_429_closes_only_its_chat_and_is_raised_when_asked(limiter, time):
    async def refused():
        raise RetryAfter(40)

    async def send():
        return {"at": time.now}

    with pytest.raises(RetryAfter):
        await call(limiter, refused, how="once")

    assert await call(limiter, send, chat=2) == {"at": 100.0}
    assert await call(limiter, send, chat=1) == {"at": 140.0}


async def test_limiter_long_429_is_not_waited_for(limiter, time):
    async def refused():
        raise RetryAfter(3600)

    with pytest.raises(RetryAfter):
        await call(limiter, refused)

    assert time.now == 100.0


async def test_limiter_leaves_other_methods_alone(limiter, time):
    async def done():
        return True

    for _ in range(100):
        await call(limiter, done, endpoint="answerCallbackQuery")
        await call(limiter, done, endpoint="sendChatAction")

    assert time.now == 100.0


@pytest.mark.parametrize("endpoint", ["sendMessage", "editMessageText", "deleteMessage"])
async def test_limiter_bad_moment_is_waited_for(limiter, time, endpoint):
    moments = []

    async def failing_twice():
        moments.append(time.now)
        if len(moments) < 3:
            raise NetworkError("Internal Server Error")
        return True

    assert await call(limiter, failing_twice, endpoint=endpoint) is True
    assert moments == [100.0, 100.5, 101.5]


@pytest.mark.parametrize(
    ("error", "how", "tries"),
    [
        (NetworkError("Bad Gateway"), None, len(AGAIN_AFTER_S) + 1),
        (NetworkError("Bad Gateway"), "once", 1),
        (BadRequest("message is too long"), None, 1),
    ],
)
async def test_limiter_does_not_try_for_ever_nor_what_will_not_be_better(
    limiter, time, error, how, tries
):
    moments = []

    async def failing():
        moments.append(time.now)
        raise error

    with pytest.raises(type(error)):
        await call(limiter, failing, how=how)

    assert len(moments) == tries
