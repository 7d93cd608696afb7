"""Sessions with the cloud, one per account, and the newest data of each car."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from alerts.models import WatchedCar
from alerts.ports import Clock
from family.models import Member, Role
from smartcloud import INTERACTIVE_TIMEOUT_S, CloudAccount, SmartCloud
from smartcloud.backoff import SHORTEST_WINDOW, LogInBackoff
from smartcloud.commands import Arguments
from smartcloud.exceptions import (
    AuthenticationError,
    PausedError,
    RateLimitError,
    SmartCloudError,
)
from smartcloud.models import (
    ChargeLimit,
    Fault,
    Region,
    Sharing,
    Software,
    Tokens,
    Vehicle,
    VehicleStatus,
)
from storage import accounts, cars, counters, members
from storage.database import Database, Transaction
from storage.exceptions import DatabaseUnavailableError
from storage.late import Late
from storage.records import Car

_T = TypeVar("_T")
REUSE_WITHIN = timedelta(seconds=20)  # a poll right after a question costs no second request
COUNTS_PER_WRITE = 25  # a count lost in a crash is cheaper than a write per request


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The newest data of a car, and the error if newer ones were asked for in vain."""

    car: Car
    error: SmartCloudError | None = None


class Garage:
    """Hands out cloud accounts and reads cars; the only place that holds live sessions."""

    def __init__(self, database: Database, cloud: SmartCloud, clock: Clock) -> None:
        self._database = database
        self._cloud = cloud
        self._clock = clock
        self._accounts: dict[int, CloudAccount] = {}
        self._opening: dict[int, asyncio.Lock] = {}
        self._looking: dict[int, asyncio.Lock] = {}
        self._seen: dict[int, VehicleStatus] = {}
        self._sharings: dict[int, tuple[Sharing, ...]] = {}
        self._counts: Counter[tuple[int, str]] = Counter()
        self._tokens = Late[tuple[int, Tokens]](database, _save_tokens)

    async def account(self, account_id: int) -> CloudAccount:
        """Return the account's session; ``AuthenticationError`` if the person has to log in."""
        async with self._opening.setdefault(account_id, asyncio.Lock()):
            if account_id not in self._accounts:
                self._accounts[account_id] = await self._open(account_id)
            return self._accounts[account_id]

    async def look(
        self, car_id: int, *, within: timedelta, known: Car | None = None
    ) -> Look | None:
        """Return the car with data fetched at most ``within`` ago; at most one request.

        Several viewers at once cost one request. If the cloud fails the last data come with the
        error. ``None`` if there is no such car. ``known``: the car as it was just loaded.
        """
        if known is not None and self._is_fresh(known := self.newest(known), within):
            return Look(car=known)
        async with self._looking.setdefault(car_id, asyncio.Lock()):
            async with self._database.reading() as tx:
                car = await cars.get_car(tx, car_id)
            if car is None:
                return None
            car = self.newest(car)
            if self._is_fresh(car, within):
                return Look(car=car)
            try:
                return Look(car=await self.look_again(car))
            except SmartCloudError as error:
                return Look(car=car, error=error)

    def _is_fresh(self, car: Car, within: timedelta) -> bool:
        return car.status is not None and self._clock() - car.status.fetched_at < within

    async def look_again(self, car: Car) -> Car:
        """Ask the cloud now; what is new is handed to the poll, which alone raises alerts.

        The stored snapshot stays as the poll left it: it is what the next frame is compared with.
        """
        status = await self.read_status(car.account_id, car.vehicle)
        self._seen[car.car_id] = status
        if car.status is None or car.status.updated_at != status.updated_at:
            with suppress(DatabaseUnavailableError):  # then the poll comes when it is due
                async with self._database.transaction() as tx:
                    await cars.poll_at(tx, car.car_id, self._clock())
        return replace(car, status=status)

    async def keep_charge_limit(self, car: Car, charge_limit: ChargeLimit) -> Car:
        """Store a target that was just read; alerts compare the level with it."""
        await self._database.run(lambda tx: cars.save_snapshot(tx, car.car_id, None, charge_limit))
        return replace(car, charge_limit=charge_limit)

    def newest(self, car: Car) -> Car:
        """Return the car with the newest data that this process knows."""
        seen = self._seen.get(car.car_id)
        if seen is None or (car.status and car.status.fetched_at >= seen.fetched_at):
            self._seen.pop(car.car_id, None)
            return car
        return replace(car, status=seen)

    async def read_status(self, account_id: int, vehicle: Vehicle) -> VehicleStatus:
        """Ask the cloud for the newest snapshot; somebody waits for it."""
        return await self._ask(
            account_id,
            "status",
            lambda it: it.get_status(vehicle, timeout_s=INTERACTIVE_TIMEOUT_S),
        )

    async def read_charge_limit(self, account_id: int, vehicle: Vehicle) -> ChargeLimit:
        """Ask the cloud for the charging target."""
        return await self._ask(account_id, "charge_limit", lambda it: it.get_charge_limit(vehicle))

    async def ask(
        self, car: Car, kind: str, request: Callable[[CloudAccount], Awaitable[_T]]
    ) -> _T:
        """Return what a service of the car's account answers; ``kind`` names it in the counts."""
        return await self._ask(car.account_id, kind, request)

    async def get_status(self, car: WatchedCar) -> VehicleStatus:
        """Return the newest snapshot of a watched car (``CarReader``); a question's will do."""
        seen = self._seen.get(car.car_id)
        if seen is not None and self._clock() - seen.fetched_at < REUSE_WITHIN:
            return seen
        return await self._ask(car.account_id, "status", lambda it: it.get_status(car.vehicle))

    async def get_charge_limit(self, car: WatchedCar) -> ChargeLimit:
        """Return the charging target of a watched car (``CarReader``)."""
        return await self.read_charge_limit(car.account_id, car.vehicle)

    async def get_sharings(self, car: WatchedCar) -> tuple[Sharing, ...]:
        """Return the sharings of a watched car on Smart's platform (``CarReader``)."""
        found = await self._ask(car.account_id, "sharings", lambda it: it.get_sharings(car.vehicle))
        self._sharings[car.car_id] = found
        return found

    def take_sharings(self) -> tuple[tuple[int, tuple[Sharing, ...]], ...]:
        """Return what polls have brought of the platform since the last call, by car."""
        taken, self._sharings = tuple(self._sharings.items()), {}
        return taken

    async def get_software(self, car: WatchedCar) -> Software:
        """Return what runs in a watched car, and what could (``CarReader``)."""
        return await self._ask(
            car.account_id, "software", lambda it: it.care.get_software(car.vehicle)
        )

    async def get_faults(self, car: WatchedCar) -> tuple[Fault, ...]:
        """Return the trouble codes of a watched car (``CarReader``)."""
        return await self._ask(car.account_id, "faults", lambda it: it.care.get_faults(car.vehicle))

    async def send(
        self, account_id: int, vehicle: Vehicle, command: str, arguments: Arguments
    ) -> None:
        """Send a command once; success means that the cloud accepted it."""

        async def send(account: CloudAccount) -> object:
            return await account.send_command(vehicle, command, arguments)

        await self._ask(account_id, "command", send)

    async def decide_sharing(
        self, account_id: int, vehicle: Vehicle, sharing_id: str, *, approve: bool
    ) -> None:
        """Answer a request on Smart's platform."""
        await self._ask(
            account_id, "sharing", lambda it: it.decide_sharing(vehicle, sharing_id, approve)
        )

    async def log_in(
        self, chat_id: int, person_id: int, region: Region, email: str, password: str
    ) -> tuple[Car, ...]:
        """Log in, store the session, and make the person the owner of the account's cars.

        Raises ``RateLimitError`` while the account name is in its quiet window, which survives
        restarts, ``AuthenticationError`` for a wrong password, and other ``SmartCloudError``.
        """
        digest = self._database.keyring.digest("email", f"{region}:{email.casefold()}")
        tokens = await self._log_in_quietly(region, email, password, digest)
        async with self._database.transaction() as tx:
            account = await accounts.save_account(
                tx, chat_id=chat_id, region=region, tokens=tokens, now=self._clock()
            )
        session = self._cloud.open_account(tokens, on_tokens=self._keeper(account.account_id))
        self._accounts[account.account_id] = session
        vehicles = await session.get_vehicles()
        async with self._database.transaction() as tx:
            owned = await cars.save_vehicles(tx, account.account_id, vehicles, self._clock())
            for car in owned:
                await _save_membership(tx, car, chat_id, person_id)
        self._count(account.account_id, "log_in", 5)
        return tuple([await self._first_look(car) for car in owned])

    async def log_out(self, account_id: int) -> None:
        """End the session at the cloud if it answers, and forget it in any case."""
        try:
            session = await self.account(account_id)
            await session.log_out()
        except SmartCloudError:
            pass  # the session ends here even if the cloud cannot be told
        self._accounts.pop(account_id, None)
        async with self._database.transaction() as tx:
            await accounts.delete_account(tx, account_id)

    async def flush_counts(self) -> None:
        """Write the request counters that are still in memory; they stay there if that fails."""
        counts, self._counts = self._counts, Counter()
        day = self._clock().date()
        try:
            async with self._database.transaction() as tx:
                for (account_id, kind), number in counts.items():
                    await counters.count_request(tx, account_id, day, kind, number)
        except DatabaseUnavailableError:
            self._counts += counts
            raise

    async def catch_up(self) -> None:
        """Store renewed tokens that the database did not take; raise if it still does not."""
        await self._tokens.catch_up()

    async def _ask(
        self, account_id: int, kind: str, request: Callable[[CloudAccount], Awaitable[_T]]
    ) -> _T:
        account = await self.account(account_id)
        self._count(account_id, kind, 1)
        try:
            return await request(account)
        except AuthenticationError:
            await self._let_poll_find_out(account_id)
            raise
        except PausedError:
            self._count(account_id, kind, -1)  # nothing was asked
            raise
        finally:
            if self._counts.total() >= COUNTS_PER_WRITE:
                with suppress(DatabaseUnavailableError):  # what was asked for is done
                    await self.flush_counts()

    async def _let_poll_find_out(self, account_id: int) -> None:
        """Have the next poll meet the lost session: it alone tells every chat, and once."""
        self._accounts.pop(account_id, None)
        async with self._database.transaction() as tx:
            for car in await cars.get_cars_of_account(tx, account_id):
                await cars.poll_at(tx, car.car_id, self._clock())

    async def _open(self, account_id: int) -> CloudAccount:
        async with self._database.reading() as tx:
            account = await accounts.get_account(tx, account_id)
        if account is None or account.needs_login or account.tokens is None:
            raise AuthenticationError("This account has no session.")
        return self._cloud.open_account(account.tokens, on_tokens=self._keeper(account_id))

    def _keeper(self, account_id: int) -> Callable[[Tokens], Awaitable[None]]:
        """Return what stores renewed tokens at once: the cloud forgets the old ones."""
        return lambda tokens: self._tokens.store([(account_id, tokens)])

    async def _log_in_quietly(
        self, region: Region, email: str, password: str, digest: str
    ) -> Tokens:
        now = self._clock()
        async with self._database.reading() as tx:
            backoff = _backoff(await accounts.get_quiet(tx, region, digest))
        if pause := backoff.remaining(now):
            raise RateLimitError("The account name is in its quiet window.", pause)
        try:
            tokens = await self._cloud.log_in(region, email, password)
        except PausedError:
            raise  # not the account name's fault: its own window does not grow
        except RateLimitError as error:
            after = backoff.after_rate_limit(now, error.retry_after)
            await self._save_backoff(region, digest, after)
            raise RateLimitError(str(error), after.remaining(now)) from error
        await self._save_backoff(region, digest, backoff.after_success())
        return tokens

    async def _save_backoff(self, region: Region, digest: str, backoff: LogInBackoff) -> None:
        async with self._database.transaction() as tx:
            seconds = int(backoff.window.total_seconds())
            await accounts.save_quiet(tx, region, digest, backoff.quiet_until, seconds)

    async def _first_look(self, car: Car) -> Car:
        """Return the car with its first data; a car that does not answer now is asked by polls."""
        try:
            status = await self.read_status(car.account_id, car.vehicle)
            limit = await self.read_charge_limit(car.account_id, car.vehicle)
        except SmartCloudError:
            return car
        async with self._database.transaction() as tx:
            await cars.save_snapshot(tx, car.car_id, status, limit)
        return replace(car, status=status, charge_limit=limit)

    def _count(self, account_id: int, kind: str, number: int) -> None:
        self._counts[account_id, kind] += number


async def _save_tokens(tx: Transaction, renewed: Sequence[tuple[int, Tokens]]) -> None:
    for account_id, tokens in renewed:
        await accounts.save_tokens(tx, account_id, tokens)


async def _save_membership(tx: Transaction, car: Car, chat_id: int, person_id: int) -> None:
    role = Role.DRIVER if car.vehicle.is_shared else Role.OWNER
    await members.save_member(tx, Member(person_id=person_id, car_id=car.car_id, role=role))
    await cars.link_chat(tx, chat_id, car.car_id)


def _backoff(stored: tuple[datetime | None, int] | None) -> LogInBackoff:
    if stored is None:
        return LogInBackoff()
    quiet_until, seconds = stored
    window = max(timedelta(seconds=seconds), SHORTEST_WINDOW)
    return LogInBackoff(window=window, quiet_until=quiet_until)
