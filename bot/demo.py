"""The real bot on stand-ins: one server plays Telegram and Smart's cloud for a small family."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from alerts.schedule import Pace
from bot.app import App, Clocks, build, open_base
from bot.calendars.fetching import OWN_MACHINE
from bot.listening import stop_event
from bot.logs import configure_logs
from bot.service import Part, Service, connect
from bot.settings import Settings, load_settings
from bot.stand_ins import open_stand_ins
from bot.web.late import LateRoutes
from family.models import Member, Role
from simulator.alexa import SKILL_ID, Amazon
from simulator.cloud import Cloud, SimClock
from simulator.telegram import Telegram
from smartcloud.models import Region
from storage import cars, geofences, members, people
from storage.records import Car

TOKEN = "1000000001:demo-token-for-the-local-stand-in"  # noqa: S105 - the stand-in's, for everybody
ANNA, BEN, MIA, FAMILY = 1001, 1002, 1003, -100200300
NAMES = {ANNA: ("Anna", "en"), BEN: ("Ben", "en"), MIA: ("Mia", "de")}
LOGINS = (
    (Region.EU, "anna@example.com", "Anna-drives-1"),
    (Region.INTL, "anna@example.org", "Anna-drives-9"),
)
MAIN_CAR = "HESXR1C40PS000001"
HOME_RADIUS_M = 300.0
PACE = Pace(  # nobody likes to wait
    status=timedelta(seconds=60), sharing=timedelta(seconds=30), care=timedelta(minutes=5)
)
TICK_S = 0.5  # real seconds: at high speed a simulated minute passes quickly


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What was asked for on the command line."""

    host: str
    port: int
    speed: float
    data: Path | None
    seed: int

    async def run(self) -> None:
        """Run until SIGTERM or SIGINT."""
        stop = stop_event()
        world = SimClock(self.speed)
        async with AsyncExitStack() as stack:
            amazon = Amazon()
            stand_ins = (
                amazon,
                Cloud(world, seed=self.seed),
                Telegram(token=TOKEN),
            )  # the cloud answers any host
            doors = LateRoutes()
            url = await open_stand_ins(self.host, self.port, stand_ins, stack, doors)
            print(f"Smart Companion is at {url}  (Ctrl-C ends it)", flush=True)
            folder = stack.enter_context(_folder(self.data))
            settings = _settings(url, folder, amazon)
            configure_logs(settings.log_level, settings.log_format, own_paths=settings.own_paths)
            base = await open_base(settings, clocks_of(world), stack)
            await connect(base)
            app = build(base, public_url=url, reach=OWN_MACHINE)
            await set_up_family(app)
            service = Service(app, Part.POLLING | Part.WORK)
            doors.open(service.routes)
            await service.serve(stop)


def clocks_of(world: SimClock) -> Clocks:
    """Return the demo's two clocks; a sleep of the world is shorter by its speed."""

    async def sleep(seconds: float) -> None:
        await asyncio.sleep(seconds / max(world.speed, 1.0))

    return Clocks(world=world.now, sleep=sleep, tick_s=TICK_S, pace=PACE)


async def set_up_family(app: App) -> None:
    """Log Anna in to both clouds; Ben drives and Mia is a guest of the #1, which stands at home."""
    now = app.base.clocks.people()
    async with app.base.database.transaction() as tx:
        for person_id, (name, language) in NAMES.items():
            await people.save_person(
                tx, person_id=person_id, first_name=name, language_code=language, now=now
            )
            await people.save_chat(
                tx, chat_id=person_id, is_group=False, title=name, language_code=language, now=now
            )
        await people.save_chat(
            tx, chat_id=FAMILY, is_group=True, title="Family", language_code="en", now=now
        )
    for region, email, password in LOGINS:
        for car in await app.garage.log_in(ANNA, ANNA, region, email, password):
            if car.vehicle.vin == MAIN_CAR:
                await _share(app, car)


async def _share(app: App, car: Car) -> None:
    async with app.base.database.transaction() as tx:
        for person_id, role in ((BEN, Role.DRIVER), (MIA, Role.GUEST)):
            await members.save_member(tx, Member(person_id=person_id, car_id=car.car_id, role=role))
        for chat_id in (ANNA, BEN, MIA, FAMILY):
            await cars.link_chat(tx, chat_id, car.car_id)
            await people.select_car(tx, chat_id, car.car_id)
        is_fenced = any(await geofences.list_for(tx, car.car_id))
        place = car.status.position if car.status else None
        if place is not None and not is_fenced:
            await geofences.add(
                tx, car.car_id, "Home", place.latitude, place.longitude, HOME_RADIUS_M
            )


def _settings(url: str, folder: Path, amazon: Amazon) -> Settings:
    """Return settings that take nothing from the environment but how to log."""
    folder.mkdir(parents=True, exist_ok=True)
    trust = folder / "alexa-root.pem"
    trust.write_bytes(amazon.root_pem)
    return load_settings(
        bot_token=TOKEN,
        bot_api_url=f"{url}/bot",
        smart_cloud_url=url,
        public_url=None,
        data_dir=folder,
        database_url=None,
        session_keys=None,
        session_key_file=None,
        port=8000,
        rich_messages="auto",
        alexa_skill_id=SKILL_ID,
        alexa_invocation_name=None,
        alexa_trust_file=trust,
        alexa_certificate_url=url,
    )


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """Give the folder for database and keys; an unnamed one is removed at the end."""
    if kept is not None:
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="smartbot-demo-") as name:
        yield Path(name)
