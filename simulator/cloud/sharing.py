"""Sharings of cars on the platform: who asks whom, until when, and every move. PROPOSED in full."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from simulator.cloud.codes import CloudError
from simulator.cloud.fleet import Owner
from simulator.cloud.people import People

DEFAULT_RIGHTS = ("LOCK", "CLIMATE", "LOCATION")
OPEN = ("PENDING", "ACCEPTED", "IN_PROGRESS")
FIRST_STRANGER_ID = 900_001
WRONG_STATE = "1404"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """One sharing; times in epoch milliseconds."""

    sharing_id: str
    vin: str
    status: str
    owner_user_id: str
    owner_name: str
    acceptor_user_id: str
    acceptor_name: str
    acceptor_account: str
    start: int
    end: int
    rights: tuple[str, ...]
    created: int
    is_request: bool = False
    level: int = 1
    parent: str | None = None

    def status_at(self, now_ms: int) -> str:
        """Return the status as time alone changes it."""
        if self.status == "PENDING":
            return "EXPIRED" if now_ms >= self.end else "PENDING"
        if self.status == "ACCEPTED":
            if now_ms >= self.end:
                return "FINISHED"
            return "IN_PROGRESS" if now_ms >= self.start else "ACCEPTED"
        return self.status

    def as_json(self, now_ms: int) -> dict[str, object]:
        """Return the sharing as the platform shows it."""
        return {
            "sharingId": self.sharing_id,
            "vin": self.vin,
            "status": self.status_at(now_ms),
            "ownerUserId": self.owner_user_id,
            "ownerName": self.owner_name,
            "acceptorUserId": self.acceptor_user_id,
            "acceptorName": self.acceptor_name,
            "acceptorAccount": self.acceptor_account,
            "startTime": self.start,
            "endTime": self.end,
            "rights": list(self.rights),
            "keyType": "DIGITAL",
            "level": self.level,
            "parentSharingId": self.parent,
            "createTime": self.created,
        }


@dataclass(slots=True)
class Sharings:
    """All sharings, newest last, and who may do what with them."""

    now_ms: Callable[[], int]
    people: People
    known: dict[str, Sharing] = field(default_factory=dict)
    _issued: int = 0
    _strangers: dict[str, str] = field(default_factory=dict)

    def get(self, sharing_id: object) -> Sharing:
        """Return a sharing; raise 1405 for an unknown id."""
        found = self.known.get(sharing_id) if isinstance(sharing_id, str) else None
        if found is None:
            raise CloudError("1405")
        return found

    def status(self, sharing: Sharing) -> str:
        """Return the status as of now."""
        return sharing.status_at(self.now_ms())

    def keep(self, sharing: Sharing) -> Sharing:
        """Store a sharing."""
        self.known[sharing.sharing_id] = sharing
        return sharing

    def create(
        self,
        *,
        owner: Owner,
        vin: str,
        account: str,
        start: int,
        end: int,
        rights: tuple[str, ...] = DEFAULT_RIGHTS,
        parent: Sharing | None = None,
    ) -> Sharing:
        """Invite somebody, who then has to accept."""
        return self.keep(
            Sharing(
                sharing_id=self._next_id(),
                vin=vin,
                status="PENDING",
                owner_user_id=owner.user_id,
                owner_name=owner.name,
                acceptor_user_id="",
                acceptor_name="",
                acceptor_account=account,
                start=start,
                end=end,
                rights=rights,
                created=self.now_ms(),
                level=2 if parent else 1,
                parent=parent.sharing_id if parent else None,
            )
        )

    def request(self, *, owner: Owner, vin: str, name: str, start: int, end: int) -> Sharing:
        """Let somebody ask the owner for a car."""
        slug = re.sub(r"[^a-z0-9]+", ".", name.lower()).strip(".") or "friend"
        user_id = self._strangers.setdefault(name, str(FIRST_STRANGER_ID + len(self._strangers)))
        asked = self.create(
            owner=owner, vin=vin, account=f"{slug}@example.com", start=start, end=end
        )
        return self.keep(
            replace(asked, acceptor_user_id=user_id, acceptor_name=name, is_request=True)
        )

    def _next_id(self) -> str:
        self._issued += 1
        return f"shr-{self._issued:04d}"

    def forget(self, sharing: Sharing) -> None:
        """Remove a sharing."""
        self.known.pop(sharing.sharing_id, None)

    def decide(self, sharing: Sharing, who: Owner, status: str) -> Sharing:
        """Accept or reject: the owner decides a request, the invited person an invitation."""
        decider = sharing.owner_user_id if sharing.is_request else self.invited(sharing)
        if who.user_id != decider:
            raise CloudError("8160")
        self._require(sharing, "PENDING")
        if not sharing.is_request:
            sharing = replace(sharing, acceptor_user_id=who.user_id, acceptor_name=who.name)
        return self.keep(replace(sharing, status=status))

    def end(self, sharing: Sharing, who: Owner, *, by_owner_only: bool) -> Sharing:
        """Finish a sharing that was accepted."""
        sides = {sharing.owner_user_id}
        if not by_owner_only:
            sides.add(sharing.acceptor_user_id)
        if who.user_id not in sides:
            raise CloudError("8160")
        self._require(sharing, "ACCEPTED", "IN_PROGRESS")
        return self.keep(replace(sharing, status="FINISHED"))

    def cancel(self, sharing: Sharing, who: Owner) -> Sharing:
        """Take back a sharing before it starts."""
        self.require_owner(sharing, who)
        self._require(sharing, "PENDING", "ACCEPTED")
        return self.keep(replace(sharing, status="CANCELLED"))

    def change(self, sharing: Sharing, who: Owner, changed: Sharing) -> Sharing:
        """Change times or rights of a sharing that has not ended."""
        self.require_owner(sharing, who)
        self._require(sharing, *OPEN)
        return self.keep(changed)

    def require_owner(self, sharing: Sharing, who: Owner) -> None:
        """Raise 8160 for anybody but the owner."""
        if who.user_id != sharing.owner_user_id:
            raise CloudError("8160")

    def require_side(self, sharing: Sharing, who: Owner) -> None:
        """Raise 8160 for anybody but the two sides."""
        if who.user_id not in (sharing.owner_user_id, sharing.acceptor_user_id) and (
            self.invited(sharing) != who.user_id
        ):
            raise CloudError("8160")

    def _require(self, sharing: Sharing, *statuses: str) -> None:
        if self.status(sharing) not in statuses:
            raise CloudError(WRONG_STATE, f"The sharing is {self.status(sharing)}")

    def given(self, user_id: str) -> list[Sharing]:
        """Return what an owner has shared or was asked for."""
        return [s for s in self.known.values() if s.owner_user_id == user_id]

    def received(self, user_id: str) -> list[Sharing]:
        """Return what was shared with, or offered to, an account."""
        return [s for s in self.known.values() if user_id in (s.acceptor_user_id, self.invited(s))]

    def running(self, user_id: str, vin: str) -> Sharing | None:
        """Return the sharing by which an account may use a car now."""
        for sharing in self.received(user_id):
            if sharing.vin == vin and self.status(sharing) == "IN_PROGRESS":
                return sharing
        return None

    def shared_vins(self, user_id: str) -> tuple[str, ...]:
        """Return the cars that an account may use by sharings, each once."""
        running = [s.vin for s in self.received(user_id) if self.status(s) == "IN_PROGRESS"]
        return tuple(dict.fromkeys(running))

    def invited(self, sharing: Sharing) -> str:
        """Return the user id behind an invited address, or the empty text."""
        found = self.people.with_email(sharing.acceptor_account)
        return found.user_id if found else ""
