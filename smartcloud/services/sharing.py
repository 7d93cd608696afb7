"""Car sharing on Smart's platform: every shape here is PROPOSED."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from smartcloud.models import (
    AcceptorCheck,
    ShareableCar,
    SharedCarStatus,
    Sharing,
    SharingDecision,
    SharingLimits,
    Vehicle,
)
from smartcloud.parsing.converters import text
from smartcloud.parsing.reading import inside
from smartcloud.parsing.sharings import (
    parse_acceptor_check,
    parse_decision,
    parse_limits,
    parse_shareable_car,
    parse_shared_status,
    parse_sharing,
    parse_sharings,
)
from smartcloud.proposed import sharing as proposed
from smartcloud.services.asking import Asker

DEFAULT_RIGHTS = ("LOCK", "CLIMATE", "LOCATION")


class SharingService:
    """Lending a car to another account, with Smart's own rights."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def get_shareable_cars(self) -> tuple[ShareableCar, ...]:
        """Return the cars that may be shared."""
        return parse_shareable_car.all(await self._account.call("shareable_cars"))

    async def get_all_of(self, vehicle: Vehicle) -> tuple[Sharing, ...]:
        """Return every sharing of an own car, newest first."""
        return parse_sharings(await self._account.call("sharings_of_car", vehicle=vehicle))

    async def get_open_of(self, vehicle: Vehicle) -> Sharing | None:
        """Return the newest sharing of a car that has not ended."""
        return parse_sharing(await self._account.call("sharing_of_car", vehicle=vehicle))

    async def get(self, sharing_id: str) -> Sharing | None:
        """Return one sharing."""
        return parse_sharing(await self._account.call("sharing_detail", params=_id(sharing_id)))

    async def get_given(self, *, is_past: bool = False) -> tuple[Sharing, ...]:
        """Return what this account lends now, or has lent."""
        name = "sharings_given_past" if is_past else "sharings_given"
        return parse_sharings(await self._account.call(name))

    async def get_received(self, *, is_past: bool = False) -> tuple[Sharing, ...]:
        """Return what this account borrows now, or has borrowed."""
        name = "sharings_received_past" if is_past else "sharings_received"
        return parse_sharings(await self._account.call(name))

    async def get_car_status(self, sharing_id: str) -> SharedCarStatus | None:
        """Return the little that both sides see of a car during a sharing."""
        params = _id(sharing_id)
        return parse_shared_status(await self._account.call("sharing_car_status", params=params))

    async def get_limits(self, sharing_id: str) -> SharingLimits:
        """Return the limits within which a borrowed car may be shared on."""
        raw = await self._account.call("sub_sharing_reference", body=proposed.named(sharing_id))
        return parse_limits.known(raw)

    async def get_link(self, sharing_id: str) -> str | None:
        """Return a link to send to a friend."""
        raw = await self._account.call("sharing_link", params=_id(sharing_id))
        return text(inside(raw, "url"))

    async def get_platform(self, vehicle: Vehicle) -> str | None:
        """Return the generation of the platform that a car uses."""
        raw = await self._account.call("sharing_platform", vehicle=vehicle)
        return text(inside(raw, "platform"))

    async def check_acceptor(self, vehicle: Vehicle, account: str) -> AcceptorCheck:
        """Say whether a person may be invited; ``account`` is an e-mail address."""
        params = {"account": account}
        raw = await self._account.call("verify_acceptor", params=params, vehicle=vehicle)
        return parse_acceptor_check.known(raw)

    async def invite(
        self,
        vehicle: Vehicle,
        account: str,
        starts_at: datetime,
        ends_at: datetime,
        rights: Sequence[str] = DEFAULT_RIGHTS,
    ) -> Sharing | None:
        """Invite somebody to an own car."""
        body = proposed.invitation(vehicle.vin, account, starts_at, ends_at, rights)
        return parse_sharing(await self._account.call("create_sharing", body=body))

    async def invite_below(
        self, parent: Sharing, account: str, starts_at: datetime, ends_at: datetime
    ) -> Sharing | None:
        """Share a borrowed car on, within its own limits."""
        rights = parent.rights or DEFAULT_RIGHTS
        body = proposed.invitation(parent.vin, account, starts_at, ends_at, rights)
        body["parentSharingId"] = parent.sharing_id
        return parse_sharing(await self._account.call("create_sub_sharing", body=body))

    async def accept(self, sharing_id: str) -> Sharing | None:
        """Accept an invitation, or as the owner a request."""
        return parse_sharing(await self._post("accept_sharing", sharing_id))

    async def reject(self, sharing_id: str, reason: str = "") -> None:
        """Decline an invitation, or as the owner a request."""
        await self._post("reject_sharing", sharing_id, reason=reason)

    async def cancel(self, sharing_id: str) -> None:
        """Take a sharing back before it starts."""
        await self._post("cancel_sharing", sharing_id)

    async def finish(self, sharing_id: str) -> None:
        """End a sharing, by either side."""
        await self._post("finish_sharing", sharing_id)

    async def force_finish(self, sharing_id: str) -> None:
        """End a sharing as its owner, whatever the other side does."""
        await self._post("force_finish_sharing", sharing_id)

    async def change(
        self,
        sharing_id: str,
        *,
        starts_at: datetime | None = None,
        ends_at: datetime | None = None,
        rights: Sequence[str] | None = None,
    ) -> Sharing | None:
        """Change times or rights; what is not given stays."""
        body = proposed.change(sharing_id, starts_at, ends_at, rights)
        return parse_sharing(await self._account.call("change_sharing", body=body))

    async def extend(self, sharing_id: str, ends_at: datetime) -> Sharing | None:
        """Let a sharing end later."""
        body = proposed.change(sharing_id, ends_at=ends_at)
        return parse_sharing(await self._account.call("extend_sharing", body=body))

    async def delete_past(self, sharing_ids: Sequence[str]) -> None:
        """Forget sharings that have ended."""
        body = {"sharingIds": list(sharing_ids)}
        await self._account.call("delete_sharing_history", body=body)

    async def get_decision(self, sharing_id: str) -> SharingDecision:
        """Say whether a sharing has been decided yet."""
        return parse_decision(await self._post("sharing_poll_1", sharing_id))

    async def is_task_finished(self, task_id: str) -> bool | None:
        """Say whether a task of the platform has ended."""
        raw = await self._account.call("sharing_poll_2", body={"taskId": task_id})
        return parse_decision(raw).is_finished

    async def upload_file(self, name: str, base64_content: str) -> str | None:
        """Store a file and return its address."""
        body = {"fileName": name, "content": base64_content}
        return text(inside(await self._account.call("upload_file", body=body), "url"))

    async def _post(self, endpoint_name: str, sharing_id: str, **more: str) -> Any:
        return await self._account.call(endpoint_name, body=proposed.named(sharing_id, **more))


class OlderSharing:
    """The platform's first generation, for cars that ``get_platform`` calls ``v1``."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def get(self, sharing_id: str) -> Sharing | None:
        """Return one sharing."""
        raw = await self._account.call("v1_sharing_detail", params=_id(sharing_id))
        return parse_sharing(raw)

    async def invite(
        self,
        vehicle: Vehicle,
        account: str,
        starts_at: datetime,
        ends_at: datetime,
        rights: Sequence[str] = DEFAULT_RIGHTS,
    ) -> Sharing | None:
        """Invite somebody to an own car."""
        body = proposed.invitation(vehicle.vin, account, starts_at, ends_at, rights)
        return parse_sharing(await self._account.call("v1_create_sharing", body=body))

    async def accept(self, sharing_id: str) -> Sharing | None:
        """Accept an invitation, or as the owner a request."""
        return parse_sharing(await self._post("v1_accept_sharing", sharing_id))

    async def reject(self, sharing_id: str) -> None:
        """Decline an invitation, or as the owner a request."""
        await self._post("v1_reject_sharing", sharing_id)

    async def cancel(self, sharing_id: str) -> None:
        """Take a sharing back before it starts."""
        await self._post("v1_cancel_sharing", sharing_id)

    async def finish(self, sharing_id: str) -> None:
        """End a sharing."""
        await self._post("v1_finish_sharing", sharing_id)

    async def change(self, sharing_id: str, ends_at: datetime) -> Sharing | None:
        """Let a sharing end at another time."""
        body = proposed.change(sharing_id, ends_at=ends_at)
        return parse_sharing(await self._account.call("v1_change_sharing", body=body))

    async def _post(self, endpoint_name: str, sharing_id: str) -> Any:
        return await self._account.call(endpoint_name, body=proposed.named(sharing_id))


def _id(sharing_id: str) -> dict[str, str]:
    return {"sharingId": sharing_id}
