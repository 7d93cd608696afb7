"""Clock, nonces, router, pages and tokens."""

import random
from datetime import UTC, datetime

import pytest

from simulator.cloud.clock import SimClock
from simulator.cloud.endpoints.table import ROUTES
from simulator.cloud.nonces import Nonces
from simulator.cloud.pages import page
from simulator.cloud.router import Router
from simulator.cloud.tokens import TokenVault

START = datetime(2026, 1, 10, 8, tzinfo=UTC)


class Seconds:
    """A monotonic clock that moves when told."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        """Return the seconds."""
        return self.at


def test_clock_keeps_what_has_passed_when_its_speed_changes():
    real = Seconds()
    clock = SimClock(10, start=START, monotonic=real)

    real.at = 6
    clock.set_speed(1)
    real.at = 10
    clock.advance(3600)

    assert (clock.now() - START).total_seconds() == 60 + 4 + 3600


@pytest.mark.parametrize("speed", [-1, 1e9, float("nan")])
def test_clock_refuses_impossible_speeds(speed):
    with pytest.raises(ValueError, match="speed must be between"):
        SimClock(speed)


def test_clock_never_goes_back():
    for seconds in (-1, float("nan")):
        with pytest.raises(ValueError, match="forward"):
            SimClock().advance(seconds)


def test_nonce_is_refused_within_the_window_and_forgotten_after():
    nonces = Nonces(window_s=100)

    assert [nonces.use("a", 0), nonces.use("a", 50), nonces.use("b", 50)] == [True, False, True]
    assert nonces.use("a", 201) is True


def test_routes_are_unique_and_found():
    router = Router(ROUTES)
    seen = {(r.method, r.host, r.path) for r in ROUTES}

    assert len(seen) == len(ROUTES)
    for route in ROUTES:
        path = route.path.replace("{vin}", "HESXR1C40PS000001").replace("{id}", "7")
        found = router.find(route.host, route.method, path)
        assert found is not None
        assert found[0].path == route.path


def test_path_parameters_are_decoded():
    found = Router(ROUTES).find("vc_eu", "GET", "/vehicle/v1/ability/HY11%2BX/HESYA4C40SG000005")

    assert found is not None
    assert found[1] == {"modelCode": "HY11+X", "vin": "HESYA4C40SG000005"}


@pytest.mark.parametrize(
    ("query", "items", "start"),
    [
        ({"pageIndex": "1", "pageSize": "2"}, [1, 2], 1),
        ({"pageIndex": "3", "pageSize": "2"}, [5], 5),
        ({"pageIndex": "4", "pageSize": "2"}, [], 7),
        ({"pageIndex": "0", "pageSize": "500"}, [1, 2, 3, 4, 5], 1),
        ({}, [1, 2, 3, 4, 5], 1),
    ],
)
def test_pages_end_short_or_empty(query, items, start):
    said = page([1, 2, 3, 4, 5], lambda item: item, query)

    assert said["list"] == items
    assert (said["pagination"]["start"], said["pagination"]["totleSize"]) == (start, 5)


def test_tokens_expire_are_taken_once_and_revoked():
    now = Seconds()
    vault = TokenVault(now=now, rng=random.Random(1))
    token, code = vault.issue("session", "1", 60), vault.issue("code", "1", 60)

    assert vault.find("session", token.value) == token
    assert (vault.take("code", code.value), vault.take("code", code.value)) == (code, None)
    assert vault.find("oauth", token.value) is None
    now.at = 61
    assert vault.find("session", token.value) is None
    assert vault.revoke_all("session", "2") == 0


def test_durable_token_outlives_the_process_but_no_change_and_no_revocation():
    now = Seconds()
    before, after = [TokenVault(now=now, rng=random.Random(n)) for n in (1, 2)]
    token = before.issue_durable("session_refresh", "112233", 60, client_id="APPLE")

    found = after.find("session_refresh", token.value)
    assert found is not None
    assert (found.user_id, found.client_id) == ("112233", "APPLE")
    assert after.find("iam_refresh", token.value) is None
    assert after.find("session_refresh", token.value[:-8] + "AAAAAAA=") is None
    after.revoke("session_refresh", token.value)
    assert after.find("session_refresh", token.value) is None
    now.at = 61
    assert before.find("session_refresh", token.value) is None
