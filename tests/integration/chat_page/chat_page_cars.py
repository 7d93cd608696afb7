"""A tiny stand-in for the control port of the cars, for the page's panel."""

from typing import Any

from aiohttp import web

JSON = dict[str, Any]

CLOSED = dict.fromkeys(("driver", "passenger", "rear_left", "rear_right"), False)
NOW = "2026-11-24T08:12:00+00:00"


def car(vin: str, name: str, model: str, **changes: Any) -> JSON:
    """Return a parked car."""
    return {
        "vin": vin,
        "region": "EU",
        "model": model,
        "name": name,
        "soc": 62.0,
        "range_km": 248.0,
        "locked": True,
        "plugged": False,
        "charging": False,
        "charger_kw": 0.0,
        "charge_limit": 80,
        "power_kw": 0.0,
        "minutes_to_full": None,
        "latitude": 48.1287,
        "longitude": 11.6024,
        "heading": 90.0,
        "speed": 0.0,
        "driving": False,
        "odometer_km": 12345.0,
        "doors": dict(CLOSED),
        "windows": dict(CLOSED),
        "trunk": False,
        "hood": False,
        "climate": False,
        "target_temperature_c": 21.0,
        "interior_temperature_c": 9.5,
        "outside_temperature_c": 6.0,
        "battery12v": 92.0,
        "online": True,
        "updated_at": NOW,
    } | changes


class Cars:
    """Cars that do what the page says, without physics."""

    def __init__(self) -> None:
        self.cars = [
            car("HESXR1C40PS000001", "Anna's #1", "#1"),
            car(
                "HESYA4C40SG000005",
                "Anna's #5",
                "#5",
                soc=48.4,
                plugged=True,
                charging=True,
                charger_kw=11.0,
                power_kw=10.6,
                minutes_to_full=225,
                charge_limit=90,
                latitude=48.1766,
                longitude=11.5562,
            ),
            car("HESCA4C41PS000003", "Ben's #3", "#3", soc=12.0, locked=False),
            car(
                "HESCB4C43RS000009",
                "Anna's #3",
                "#3",
                region="INTL",
                soc=55.0,
                latitude=-33.8912,
                longitude=151.2043,
            ),
        ]
        self.clock: JSON = {"now": NOW, "speed": 1}
        self.asked: list[tuple[str, JSON]] = []

    def add_routes(self, app: web.Application) -> None:
        """Mount what the page uses."""
        app.router.add_get("/sim/cloud/cars", self._list)
        app.router.add_patch("/sim/cloud/cars/{vin}", self._patch)
        app.router.add_post("/sim/cloud/cars/{vin}/drive", self._note)
        app.router.add_post("/sim/cloud/sharing/requests", self._note)
        app.router.add_get("/sim/cloud/accounts", self._accounts)
        app.router.add_get("/sim/cloud/clock", self._clock)
        app.router.add_post("/sim/cloud/clock", self._set_clock)

    async def _list(self, _: web.Request) -> web.Response:
        return web.json_response(self.cars)

    async def _patch(self, request: web.Request) -> web.Response:
        (known,) = [c for c in self.cars if c["vin"] == request.match_info["vin"]]
        for name, value in (await request.json()).items():
            known[name] = known[name] | value if isinstance(value, dict) else value
        return web.json_response(known)

    async def _note(self, request: web.Request) -> web.Response:
        self.asked.append((request.path, await request.json()))
        return web.json_response({"ok": True})

    async def _accounts(self, _: web.Request) -> web.Response:
        return web.json_response(
            [
                {
                    "region": "EU",
                    "email": "anna@example.com",
                    "password": "Anna-drives-1",
                    "vins": ["HESXR1C40PS000001", "HESYA4C40SG000005"],
                },
                {
                    "region": "EU",
                    "email": "ben@example.com",
                    "password": "Ben-drives-3",
                    "vins": ["HESCA4C41PS000003"],
                },
                {
                    "region": "INTL",
                    "email": "anna@example.org",
                    "password": "Anna-drives-9",
                    "vins": ["HESCB4C43RS000009"],
                },
            ]
        )

    async def _clock(self, _: web.Request) -> web.Response:
        return web.json_response(self.clock)

    async def _set_clock(self, request: web.Request) -> web.Response:
        self.clock |= {k: v for k, v in (await request.json()).items() if k == "speed"}
        return web.json_response(self.clock)
