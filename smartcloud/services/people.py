"""The account itself: member, PIN, invitations, messages, grants. Mostly PROPOSED shapes."""

from smartcloud.models import (
    Agreement,
    Grant,
    Invitation,
    LinkedLogIn,
    Member,
    NotificationSwitch,
    OwnedCar,
    PinCheck,
    PinState,
    Region,
    Vehicle,
    VehicleInformation,
)
from smartcloud.parsing.converters import text, truth
from smartcloud.parsing.people import (
    parse_agreement,
    parse_grant,
    parse_invitation,
    parse_linked_log_in,
    parse_member,
    parse_owned_car,
    parse_pin_check,
    parse_pin_state,
    parse_switch,
    parse_vehicle_information,
)
from smartcloud.parsing.reading import inside
from smartcloud.proposed import people as proposed
from smartcloud.services.asking import Asker


class People:
    """The person of an account, and what that person allows."""

    def __init__(self, account: Asker) -> None:
        self._account = account

    async def get_member(self) -> Member | None:
        """Return the person as the vehicle platform knows it."""
        return parse_member(await self._account.call("read_member"))

    async def get_profile(self) -> Member | None:
        """Return the person as the account service of the market knows it."""
        is_eu = self._account.tokens.region is Region.EU
        return parse_member(await self._account.call("eco_user_info" if is_eu else "uc_profile"))

    async def get_owned_cars(self) -> tuple[OwnedCar, ...]:
        """Return the cars that the account service knows (INTL)."""
        return parse_owned_car.all(await self._account.call("uc_owned_cars"))

    async def get_agreements(self) -> tuple[Agreement, ...]:
        """Return the legal texts that were accepted (INTL)."""
        return parse_agreement.all(await self._account.call("uc_accepted_agreements", body={}))

    async def get_linked_log_ins(self) -> tuple[LinkedLogIn, ...]:
        """Return other services by which one may log in (INTL)."""
        return parse_linked_log_in.all(await self._account.call("iam_linked_third_parties"))

    async def get_vehicle_information(self, vehicle: Vehicle) -> VehicleInformation | None:
        """Return what the pairing service knows about a car (EU)."""
        raw = await self._account.call("vehicle_information", vehicle=vehicle)
        return parse_vehicle_information(raw)

    async def get_pin_state(self) -> PinState:
        """Say whether a PIN protects commands."""
        return parse_pin_state.known(await self._account.call("pin_state"))

    async def create_pin(self, digest: str) -> None:
        """Set a PIN, given as a digest and never in clear text."""
        await self._account.call("create_pin", body=proposed.pin(digest))

    async def check_pin(self, digest: str) -> PinCheck:
        """Say whether a PIN is right."""
        raw = await self._account.call("check_pin", body=proposed.pin(digest))
        return parse_pin_check.known(raw)

    async def switch_pin(self, digest: str, *, is_enabled: bool) -> None:
        """Switch the PIN on or off."""
        body = proposed.pin_switch(digest, is_enabled=is_enabled)
        await self._account.call("enable_or_disable_pin", body=body)

    async def invite(self, vehicle: Vehicle, account: str, role: str = "DRIVER") -> str | None:
        """Invite somebody as a member and return the invitation's id."""
        body = proposed.invitation(vehicle.vin, account, role)
        return text(
            inside(await self._account.call("create_invitation", body=body), "invitationId")
        )

    async def get_invitation(self, invitation_id: str) -> Invitation | None:
        """Return one invitation; the cloud spells its place in the path so."""
        params = {"invatationId": invitation_id}
        return parse_invitation(await self._account.call("read_invitation", params=params))

    async def withdraw_invitation(self, invitation_id: str) -> None:
        """Take an invitation back."""
        params = {"invitationId": invitation_id}
        await self._account.call("withdraw_invitation", params=params)

    async def get_switches(self) -> tuple[NotificationSwitch, ...]:
        """Return which messages the phone application shows."""
        return parse_switch.all(await self._account.call("notification_switches"))

    async def switch_notification(self, kind: str, *, is_enabled: bool) -> None:
        """Switch one kind of message on or off."""
        body = proposed.notification_switch(kind, is_enabled=is_enabled)
        await self._account.call("set_notification_switches", body=body)

    async def get_language(self) -> str | None:
        """Return the language of the account."""
        return text(inside(await self._account.call("language_setting"), "language"))

    async def get_grants(self, vehicle: Vehicle) -> tuple[Grant, ...]:
        """Return the authorisations to process data of a car."""
        body = proposed.grant_query(vehicle.vin)
        return parse_grant.all(await self._account.call("grants", body=body))

    async def is_granted(self, vehicle: Vehicle, service_code: str) -> bool | None:
        """Say whether one authorisation stands."""
        body = proposed.grant_query(vehicle.vin, service_code)
        return truth(inside(await self._account.call("grant_status", body=body), "authStatus"))

    async def set_grant(self, vehicle: Vehicle, service_code: str, *, is_granted: bool) -> None:
        """Give or revoke an authorisation; giving one replaces the session's token."""
        body = {"serviceCode": service_code, "authStatus": int(is_granted), "vin": vehicle.vin}
        await self._account.call("grant_service", body=body, vehicle=vehicle)

    async def set_names(self, vehicle: Vehicle, nickname: str, plate: str) -> None:
        """Store the nickname and the plate of a car at the market's car service."""
        is_eu = self._account.tokens.region is Region.EU
        name = "vc_store_customer_data" if is_eu else "vc_change_nickname_or_plate"
        body = proposed.owned_car(vehicle.vin, nickname, plate)
        await self._account.call(name, body=body, vehicle=vehicle)

    async def export(self, vehicle: Vehicle) -> dict[str, object]:
        """Return what the cloud holds about person and car, as it says it."""
        return {
            "member": await self._account.call("read_member"),
            "notifications": await self._account.call("notification_switches"),
            "grants": await self._account.call("grants", body=proposed.grant_query(vehicle.vin)),
            "language": await self._account.call("language_setting"),
        }

    async def delete_account(self, *, confirmed_user_id: str) -> None:
        """Erase the account for good; ``confirmed_user_id`` must be its own.

        Raises ``ValueError`` before anything is sent if it is another's.
        """
        if confirmed_user_id != self._account.tokens.user_id:
            raise ValueError("the account to erase was not confirmed")
        await self._account.call("erase_account", body={"userId": confirmed_user_id})
