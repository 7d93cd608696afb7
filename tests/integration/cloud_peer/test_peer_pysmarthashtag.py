"""A public client of the real cloud works against the stand-in with only its addresses changed."""

from collections.abc import AsyncIterator

import pysmarthashtag.vehicle.vehicle as peer_vehicle
import pytest
from pysmarthashtag.account import SmartAccount
from pysmarthashtag.const import API_KEY, EndpointUrls

ONE, THREE, FIVE = "HESXR1C40PS000001", "HESCA4C41PS000003", "HESYA4C40SG000005"


def addresses(url: str) -> EndpointUrls:
    """Return the peer's endpoint configuration for a stand-in."""
    return EndpointUrls(
        server_url=f"{url}/awsapi.future.smart.com/login-app/api/v1/authorize?uiLocales=de-DE",
        auth_url=f"{url}/auth.smart.com/oidc/op/v1.0/{API_KEY}/authorize/continue",
        login_url=f"{url}/auth.smart.com/accounts.login",
        api_base_url=f"{url}/api.ecloudeu.com",
        api_base_url_v2=f"{url}/apiv2.ecloudeu.com",
        ota_server_url=f"{url}/ota.srv.smart.com/",
        gigya_socialize_url=f"{url}/socialize.eu1.gigya.com",
    )


@pytest.fixture
async def anna(stand, monkeypatch) -> AsyncIterator[SmartAccount]:
    """Anna's account in the peer, logged in and refreshed once."""
    # The peer's vehicles ignore its own endpoint configuration.
    monkeypatch.setattr(peer_vehicle, "API_BASE_URL", f"{stand.url}/api.ecloudeu.com")
    monkeypatch.setattr(peer_vehicle, "API_BASE_URL_V2", f"{stand.url}/apiv2.ecloudeu.com")
    account = SmartAccount("anna@example.com", "Anna-drives-1", endpoint_urls=addresses(stand.url))
    await account.get_vehicles()
    return account


async def test_peer_logs_in_and_reads_both_cars(stand, anna):
    car = await stand.control("GET", f"cars/{ONE}")

    assert set(anna.vehicles) == {ONE, FIVE}
    one, five = anna.vehicles[ONE], anna.vehicles[FIVE]
    assert one.battery.remaining_battery_percent.value == round(car["soc"])
    assert five.battery.remaining_battery_percent.value == 48
    assert one.state.journal_log_state == 1
    assert one.climate.pre_climate_active is False
    assert round(one.position.latitude / 3_600_000, 4) == round(car["latitude"], 4)
