"""Authorisations to process data of a car: who has given which, when, with which session."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One record; times in epoch milliseconds."""

    record_id: str
    vin: str
    service: str
    is_given: bool
    created: int
    updated: int
    token: str = ""  # the session that asked last
    sent: int = 0  # when it was pushed to the car

    def as_json(self) -> dict[str, object]:
        """Return the record (PROPOSED shape)."""
        said: dict[str, object] = {
            "recordId": self.record_id,
            "vin": self.vin,
            "serviceCode": self.service,
            "authStatus": int(self.is_given),
            "createTime": self.created,
            "updateTime": self.updated,
        }
        return {**said, "sendTime": self.sent} if self.sent else said


@dataclass(slots=True)
class Grants:
    """All records by user, car and service."""

    now_ms: Callable[[], int]
    _known: dict[tuple[str, str, str], Grant] = field(default_factory=dict)

    def find(self, user_id: str, vin: str, service: str) -> Grant | None:
        """Return a record, or None if it was never written."""
        return self._known.get((user_id, vin, service))

    def is_given(self, user_id: str, vin: str, service: str) -> bool:
        """Say whether an authorisation stands."""
        found = self.find(user_id, vin, service)
        return found is not None and found.is_given

    def of(self, user_id: str, vin: str) -> list[Grant]:
        """Return the records of a car, oldest first."""
        return [g for (user, car, _), g in self._known.items() if (user, car) == (user_id, vin)]

    def write(self, user_id: str, vin: str, service: str, *, is_given: bool, token: str) -> Grant:
        """Give or revoke; return the record as it was before, or as it is if it is the first."""
        key, now = (user_id, vin, service), self.now_ms()
        before = self._known.get(key)
        present = before or Grant(
            record_id=str(len(self._known) + 1),
            vin=vin,
            service=service,
            is_given=is_given,
            created=now,
            updated=now,
        )
        self._known[key] = replace(present, is_given=is_given, updated=now, token=token)
        return present

    def send(self, user_id: str, vin: str, service: str) -> bool:
        """Note that a record was pushed to the car; False if there is none."""
        key = (user_id, vin, service)
        if key not in self._known:
            return False
        self._known[key] = replace(self._known[key], sent=self.now_ms())
        return True

    def forget(self, user_id: str) -> None:
        """Erase everything of an account."""
        self._known = {key: g for key, g in self._known.items() if key[0] != user_id}
