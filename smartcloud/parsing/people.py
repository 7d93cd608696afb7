"""Member, PIN, invitations, grants, keys: PROPOSED shapes throughout."""

from typing import Any

from smartcloud.models import (
    Agreement,
    BookedService,
    DigitalKey,
    Grant,
    Invitation,
    KeyOwner,
    KeyUse,
    LinkedLogIn,
    Member,
    NotificationSwitch,
    OwnedCar,
    PinCheck,
    PinState,
    VehicleInformation,
)
from smartcloud.parsing.converters import text, time_of_ms, truth, whole
from smartcloud.parsing.reading import Reader, inside

parse_pin_state = Reader(PinState, is_set=("pinSet", truth), is_enabled=("enabled", truth))
parse_pin_check = Reader(
    PinCheck,
    is_right=("verified", truth),
    attempts_left=("remaining", lambda raw: whole(raw, 0, 100)),
)
parse_invitation = Reader(
    Invitation,
    needs=("invitation_id",),
    invitation_id=("invitationId", text),
    vin=("vin", text),
    status=("status", text),
    role=("role", text),
)
parse_switch = Reader(
    NotificationSwitch, needs=("kind",), kind=("type", text), is_enabled=("enabled", truth)
)
parse_grant = Reader(
    Grant,
    needs=("service_code",),
    service_code=("serviceCode", text),
    is_granted=("authStatus", truth),
    vin=("vin", text),
    updated_at=("updateTime", time_of_ms),
)
parse_booked_service = Reader(
    BookedService,
    needs=("service_id",),
    service_id=("serviceId", text),
    name=("name", text),
    status=("status", text),
    starts_at=("startTime", time_of_ms),
    ends_at=("endTime", time_of_ms),
)
parse_owned_car = Reader(
    OwnedCar,
    needs=("vin",),
    vin=("vin", text),
    nickname=("vehicleNickname", text),
    plate=("licensePlateNumber", text),
    bound_at=("bindTime", time_of_ms),
)
parse_key = Reader(
    DigitalKey,
    needs=("key_id",),
    key_id=("keyId", text),
    vin=("vin", text),
    user_id=("userId", text),
    kind=("keyType", text),
    status=("status", text),
    name=("friendlyName", text),
    is_frozen=("frozen", truth),
    valid_from=("validFrom", time_of_ms),
    valid_to=("validTo", time_of_ms),
)
parse_key_owner = Reader(
    KeyOwner, needs=("user_id",), user_id=("userId", text), name=("name", text)
)
parse_key_use = Reader(
    KeyUse,
    needs=("key_id",),
    key_id=("keyId", text),
    action=("action", text),
    used_at=("time", time_of_ms),
)
parse_linked_log_in = Reader(
    LinkedLogIn, needs=("kind",), kind=("type", text), is_linked=("bound", truth)
)
parse_vehicle_information = Reader(
    VehicleInformation,
    needs=("vin",),
    vin=("vin", text),
    model=("model", text),
    trim=("trim", text),
    model_year=("modelYear", text),
    colour=("color", text),
)
parse_agreement = Reader(
    Agreement,
    needs=("kind",),
    kind=("type", text),
    version=("version", text),
    signed_at=("signTime", time_of_ms),
)
_member = Reader(
    Member,
    needs=("user_id",),
    user_id=("userId", text),
    name=("nickName", text),
    email=("email", text),
    phone=("mobile", text),
    country=("country", text),
)


def parse_member(raw: Any) -> Member | None:
    """Return the person; the EU and INTL services spell user id and telephone differently."""
    if not isinstance(raw, dict):
        return None
    names = {"userId": inside(raw, "uid"), "mobile": inside(raw, "phone")}
    return _member({**{key: value for key, value in names.items() if value}, **raw})
