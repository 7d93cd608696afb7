"""The two doors of this package: where alerts are kept and how they leave."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from alerts.models import Delivery, PollOutcome, SendResult, WatchedCar
from smartcloud.models import ChargeLimit, Fault, Sharing, Software, VehicleStatus


class SendError(Exception):
    """A message could not be sent; ``temporary`` says whether trying again helps.

    ``maybe_sent``: the request left and no answer came, so it may have arrived. Such a delivery
    stays *sending* until its lease ends and then comes back marked as a repeat.
    """

    def __init__(
        self,
        message: str,
        *,
        temporary: bool,
        retry_after: timedelta | None = None,
        chat_gone: bool = False,
        maybe_sent: bool = False,
    ) -> None:
        super().__init__(message)
        self.temporary = temporary
        self.retry_after = retry_after
        self.chat_gone = chat_gone
        self.maybe_sent = maybe_sent


MaySend = Callable[[], bool]


class AlertStore(Protocol):
    """Cars, episodes and the outbox; every method is one transaction.

    ``now`` is the world's time and says what is due; leases run in people's time (``lease_now``,
    ``lease_until``), so that a demo's hour that passes in a minute ends no lease.
    """

    async def take_due_cars(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[WatchedCar]:
        """Claim cars whose poll is due and that nobody else has claimed."""

    async def record(self, outcomes: Sequence[PollOutcome]) -> None:
        """Store status, rule states, episodes, outbox rows and due times together.

        An outcome whose lease is no longer the row's is dropped as a whole. An episode that is
        already open is not opened again. What cannot be stored now is stored before the next claim.
        """

    async def take_pending(
        self, now: datetime, *, limit: int, lease: str, lease_now: datetime, lease_until: datetime
    ) -> Sequence[Delivery]:
        """Move due outbox rows to *sending*; rows of an expired lease come marked as repeats."""

    async def record_sent(self, results: Sequence[SendResult]) -> None:
        """Store what became of each; a result of another lease is dropped.

        What cannot be stored now is stored before the next claim.
        """


class CarReader(Protocol):
    """Asks the cloud about one car, with the account's stored session."""

    async def get_status(self, car: WatchedCar) -> VehicleStatus:
        """Return the newest snapshot, or raise a ``SmartCloudError``."""

    async def get_charge_limit(self, car: WatchedCar) -> ChargeLimit:
        """Return the charging target."""

    async def get_sharings(self, car: WatchedCar) -> tuple[Sharing, ...]:
        """Return the sharings of this car on Smart's platform."""

    async def get_software(self, car: WatchedCar) -> Software:
        """Return what runs in the car, and what could."""

    async def get_faults(self, car: WatchedCar) -> tuple[Fault, ...]:
        """Return the trouble codes of the car, past ones included."""


class AlertSender(Protocol):
    """Puts one message in front of people."""

    async def send(self, delivery: Delivery, may_send: MaySend) -> int:
        """Send or edit; return the message id, or raise ``SendError``.

        ``may_send`` is asked again just before the message leaves: what comes before that may have
        waited, and somebody else may send it by then.
        """


Clock = Callable[[], datetime]
Sleep = Callable[[float], Awaitable[None]]
