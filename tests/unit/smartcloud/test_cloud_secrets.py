"""Services whose secrets nobody has published: signed with the setting, closed without it."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import aiohttp
import pytest
from aiohttp import web

from smartcloud import CloudSecrets, SmartCloud
from smartcloud.auth.partner import token_request
from smartcloud.exceptions import MissingSecretError, UnsupportedError
from smartcloud.models import Model
from smartcloud.signing import xs_signature

SECRETS = CloudSecrets(
    xs_sign="EXAMPLE-XS-SECRET",
    dcs_client_id="client",
    dcs_client_secret="s e&cret",
    dcs_company_code="EX",
)
TARIFFS = "GET api.prod.digitalchargingsolutions.com/usergateway/public/customer-service/v3/"
TOKEN = "POST login.microsoftonline.com/a60cd2d9-82a0-4bff-b9e9-8d71626abb0e/oauth2/token"


async def keep(_tokens) -> None:
    """Nothing changes here."""


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def account(scripted, tokens, clock):
    async with aiohttp.ClientSession() as http:
        cloud = SmartCloud(
            http, clock=clock, wall_clock=clock, base_url=scripted.base_url, secrets=SECRETS
        )
        yield cloud.open_account(tokens, on_tokens=keep)


def test_form_of_the_token_request() -> None:
    request = token_request(SECRETS)

    assert request.address.host == "login.microsoftonline.com"
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qs(request.body.decode(), strict_parsing=True) == {
        "grant_type": ["client_credentials"],
        "client_id": ["client"],
        "client_secret": ["s e&cret"],
        "scope": ["client/.default"],
    }


async def test_partner_token_is_bought_once_and_again_when_it_ends(
    scripted, account, clock
) -> None:
    scripted.on(TOKEN, {"access_token": "T", "expires_in": 3599})
    scripted.on(TARIFFS, [{"id": "t", "name": "Tariff"}])

    for _ in range(3):
        (tariff,) = await account.stations.get_tariffs()
    bought = scripted.count(TOKEN)
    clock.now += timedelta(hours=1)
    await account.stations.get_tariffs()

    assert tariff.name == "Tariff"
    assert (bought, scripted.count(TOKEN)) == (1, 2)
    asked = scripted.asked[-1]
    assert "/companycodes/EX/tariffs" in asked.target
    assert asked.headers["authorization"] == "Bearer T"


async def test_refused_partner_token_is_replaced_once(scripted, account) -> None:
    scripted.on(TOKEN, {"access_token": "T", "expires_in": 3599})
    scripted.on(TARIFFS, lambda _: web.json_response({}, status=401))

    with pytest.raises(UnsupportedError):
        await account.stations.get_tariffs()

    assert (scripted.count(TOKEN), scripted.count(TARIFFS)) == (2, 2)
    assert scripted.count("account/session/secure") == 0, "the car's session is not to blame"


async def test_xs_headers(scripted, account, make_car, tokens) -> None:
    scripted.on("vehicle/v1/ability", {"code": "200", "result": {"saleName": "Premium"}})

    ability = await account.care.get_ability(make_car(Model.ONE, model_code="HX11"))

    assert ability
    assert ability.sale_name == "Premium"
    sent = scripted.asked[-1].headers
    assert sent["Xs-Channel-Id"] == "APP_EU"
    assert sent["Xs-Auth-Token"] == tokens.oauth_token
    assert sent["Xs-Sign-Value"] == xs_signature(
        "EXAMPLE-XS-SECRET", uuid=sent["Xs-Sign-UUID"], timestamp_ms=sent["Xs-Sign-Timestamp"]
    )


@pytest.mark.parametrize(
    ("name", "setting"),
    [
        ("xs_sign", "XS_SIGN_SECRET"),
        ("dcs_client_id", "DCS_CLIENT_ID"),
        ("dcs_client_secret", "DCS_CLIENT_SECRET"),
        ("dcs_company_code", "DCS_COMPANY_CODE"),
    ],
)
def test_missing_secret_names_its_setting(name: str, setting: str) -> None:
    with pytest.raises(MissingSecretError, match=setting) as caught:
        CloudSecrets().need(name)

    assert caught.value.setting == setting


def test_secrets_do_not_show_themselves() -> None:
    assert "cret" not in repr(SECRETS).replace("CloudSecrets", "")


async def test_forbidden_update_service_is_no_rate_limit(scripted, account, make_car) -> None:
    scripted.on("ota.srv.smart.com", lambda _: web.Response(status=403, text="<html></html>"))

    with pytest.raises(UnsupportedError):
        await account.care.get_software(make_car(Model.ONE))
