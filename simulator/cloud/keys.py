"""Digital keys: who holds one for which car, frozen or not, and what was done with it. PROPOSED."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import Owner
from simulator.cloud.people import People

YEAR_MS = 365 * 86_400_000
SYNC_MS = 8_000  # until the car has heard of a change
KEPT_USES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key; times in epoch milliseconds."""

    key_id: str
    vin: str
    user_id: str
    kind: str  # OWNER or SHARED
    valid_from: int
    valid_to: int
    device_id: str = "0123456789abcdef"
    name: str = "Phone"
    is_frozen: bool = False
    sharing_id: str = ""  # the sharing that it came with

    def status(self, now_ms: int) -> str:
        """Return the state in one word."""
        if now_ms >= self.valid_to:
            return "EXPIRED"
        return "FROZEN" if self.is_frozen else "ACTIVE"

    def as_json(self, now_ms: int) -> dict[str, object]:
        """Return the key as the service shows it."""
        return {
            "keyId": self.key_id,
            "vin": self.vin,
            "userId": self.user_id,
            "keyType": self.kind,
            "status": self.status(now_ms),
            "version": 2,
            "validFrom": self.valid_from,
            "validTo": self.valid_to,
            "deviceId": self.device_id,
            "frozen": self.is_frozen,
            "friendlyName": self.name,
        }


@dataclass(slots=True)
class Keys:
    """All keys; every car's owner has one from the beginning."""

    now_ms: Callable[[], int]
    people: People
    uses: deque[dict[str, object]] = field(default_factory=lambda: deque(maxlen=KEPT_USES))
    _known: dict[str, Key] = field(default_factory=dict)
    _issued: int = 0
    _tasks: dict[str, int] = field(default_factory=dict)  # task -> when the car has heard

    def __post_init__(self) -> None:
        """Give every owner the first key."""
        for owner in self.people:
            for vin in owner.vins:
                self.create(vin, owner.user_id)

    def create(self, vin: str, user_id: str, **more: object) -> Key:
        """Issue a key, for a year unless told otherwise."""
        self._issued += 1
        now = self.now_ms()
        key = Key(
            key_id=f"dk-{self._issued:04d}",
            vin=vin,
            user_id=user_id,
            kind="OWNER",
            valid_from=now,
            valid_to=now + YEAR_MS,
        )
        return self._keep(replace(key, **more))  # type: ignore[arg-type] # fields of the key

    def _keep(self, key: Key) -> Key:
        self._known[key.key_id] = key
        return key

    def visible(self, who: Owner, vin: str = "") -> list[Key]:
        """Return the own keys and all keys of own cars, of one car if asked."""
        return [
            key
            for key in self._known.values()
            if vin in ("", key.vin) and (key.user_id == who.user_id or key.vin in who.vins)
        ]

    def shared(self, who: Owner, vin: str = "") -> list[Key]:
        """Return the keys of own cars that others hold."""
        return [key for key in self.visible(who, vin) if key.user_id != who.user_id]

    def get(self, who: Owner, key_id: str) -> Key:
        """Return a visible key; raise 1405 for any other."""
        found = next((key for key in self.visible(who) if key.key_id == key_id), None)
        if found is None:
            raise CloudError("1405")
        return found

    def set_frozen(self, who: Owner, key_id: str, *, is_frozen: bool) -> Key:
        """Freeze or release a key, as the owner of its car only."""
        key = self.get(who, key_id)
        if key.vin not in who.vins:
            raise CloudError("8160")
        return self._keep(replace(key, is_frozen=is_frozen))

    def revoke(self, who: Owner, key_id: str) -> None:
        """Take a key away, or give it back."""
        del self._known[self.get(who, key_id).key_id]

    def end_sharing(self, sharing_id: str) -> None:
        """Take away what came with a sharing."""
        self._known = {i: k for i, k in self._known.items() if k.sharing_id != sharing_id}

    def prolong_sharing(self, sharing_id: str, start: int, end: int) -> None:
        """Let the key of a sharing be valid as long as that."""
        for key in tuple(self._known.values()):
            if key.sharing_id == sharing_id:
                self._keep(replace(key, valid_from=start, valid_to=end))

    def use(self, who: Owner, key_id: str, action: str) -> Key:
        """Use a key; raise 1404 if it is frozen or not valid now."""
        key, now = self.get(who, key_id), self.now_ms()
        if key.user_id != who.user_id:
            raise CloudError("8160")
        if key.status(now) != "ACTIVE" or now < key.valid_from:
            raise CloudError("1404", f"The key is {key.status(now)}")
        self.uses.append({"keyId": key.key_id, "vin": key.vin, "action": action, "time": now})
        return key

    def start_sync(self) -> str:
        """Begin to tell the car; return the task's id."""
        task = f"t-{len(self._tasks) + 1}"
        self._tasks[task] = self.now_ms() + SYNC_MS
        return task

    def is_synced(self, task: str) -> bool:
        """Say whether the car has heard; raise 1405 for an unknown task."""
        if task not in self._tasks:
            raise CloudError("1405")
        return self.now_ms() >= self._tasks[task]
