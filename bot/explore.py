"""For exploring the cloud from a terminal: its catalogue, and one request at a time."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.app import load_keyring, new_http_session, open_database, utc_now
from bot.settings import Settings
from smartcloud import SmartCloud
from smartcloud.account import CloudAccount
from smartcloud.endpoints import endpoints
from smartcloud.models import Region, Tokens
from storage import accounts
from storage.database import Database

EMAIL, PASSWORD = "SMART_EMAIL", "SMART_PASSWORD"


class ExploreError(Exception):
    """The request cannot be made as asked; the text is for the person who asked."""


@dataclass(frozen=True, slots=True)
class Who:
    """The session to use: a stored account, or a market for a new log-in."""

    account_id: int
    region: Region | None


def endpoint_rows(domain: str | None, region: str | None) -> list[dict[str, Any]]:
    """Return the catalogue as plain objects, narrowed to a domain and a region."""
    wanted = parse_region(region)
    return [
        {
            "name": endpoint.name,
            "interface": endpoint.interface,
            "domain": endpoint.domain,
            "method": endpoint.method,
            "path": endpoint.path,
            "regions": sorted(one.value for one in endpoint.regions),
            "signing": endpoint.signing,
            "status": endpoint.status,
            "feature": endpoint.feature,
        }
        for endpoint in endpoints().values()
        if (domain is None or endpoint.domain == domain)
        and (wanted is None or wanted in endpoint.regions)
    ]


def parse_region(text: str | None) -> Region | None:
    """Return the region of a command line."""
    if text is None:
        return None
    try:
        return Region(text.upper())
    except ValueError:
        raise ExploreError("The region has to be EU or INTL.") from None


def parse_params(pairs: Iterable[str]) -> dict[str, str]:
    """Return ``k=v`` pairs as a mapping."""
    split = [pair.partition("=") for pair in pairs]
    if any(not key or not separator for key, separator, _ in split):
        raise ExploreError("A parameter has to look like name=value.")
    return {key: value for key, _, value in split}


def parse_body(text: str | None) -> Any:
    """Return the JSON of a command line."""
    try:
        return None if text is None else json.loads(text)
    except ValueError:
        raise ExploreError("The body has to be JSON.") from None


async def call_endpoint(
    settings: Settings, name: str, params: dict[str, str], body: Any, who: Who
) -> Any:
    """Send one request with a stored session, or a new one; return decoded JSON."""
    if name not in endpoints():
        raise ExploreError(f"There is no endpoint {name!r}. `smartbot endpoints` lists them.")
    async with new_http_session() as http:
        cloud = SmartCloud(
            http,
            clock=utc_now,
            wall_clock=utc_now,
            base_url=settings.smart_cloud_url,
            secrets=settings.cloud_secrets,
        )
        if os.environ.get(EMAIL):
            return await _call_anew(cloud, who.region or Region.EU, name, params, body)
        database = await open_database(settings, load_keyring(settings))
        try:
            account = await _stored_session(cloud, database, who)
            return await _call(account, name, params, body)
        finally:
            await database.close()


async def _call_anew(
    cloud: SmartCloud, region: Region, name: str, params: dict[str, str], body: Any
) -> Any:
    tokens = await cloud.log_in(region, os.environ[EMAIL], os.environ.get(PASSWORD, ""))

    async def forget(_: Tokens) -> None:
        """The session ends with this process."""

    account = cloud.open_account(tokens, on_tokens=forget)
    try:
        return await _call(account, name, params, body)
    finally:
        await account.log_out()


async def _stored_session(cloud: SmartCloud, database: Database, who: Who) -> CloudAccount:
    async with database.reading() as tx:
        stored = await accounts.get_account(tx, who.account_id)
    if stored is None or stored.tokens is None or who.region not in (None, stored.region):
        raise ExploreError(
            "There is no such session. Log in with /login in Telegram and name the account with "
            f"--account, or set {EMAIL} and {PASSWORD}."
        )

    async def keep(tokens: Tokens) -> None:
        async with database.transaction() as tx:
            await accounts.save_tokens(tx, who.account_id, tokens)

    return cloud.open_account(stored.tokens, on_tokens=keep)


async def _call(account: CloudAccount, name: str, params: dict[str, str], body: Any) -> Any:
    """Call; ``vin`` among the parameters chooses the car, else the account's first one is taken."""
    vin = params.pop("vin", None)
    vehicle = None
    if "{vin}" in endpoints()[name].path or vin or endpoints()[name].needs_selection:
        vehicles = await account.get_vehicles()
        vehicle = next((one for one in vehicles if vin in (None, one.vin)), None)
        if vehicle is None:
            raise ExploreError("This account has no such car.")
    return await account.call(name, params=params, body=body, vehicle=vehicle)
