"""Faults, software, telematics, accessories."""

from typing import Any

from smartcloud.models import (
    DataVolume,
    Fault,
    Fragrance,
    Fridge,
    Locker,
    LockerSecret,
    PushMessage,
    Software,
    SoftwareNotice,
    TelematicsUnit,
    TheftMonitoring,
)
from smartcloud.parsing.converters import text, time_of_ms, truth
from smartcloud.parsing.reading import Reader, entries, inside, one_of, percent, within

_LANGUAGES = {
    "8": "nl",
    "16": "fr",
    "17": "de",
    "20": "it",
    "25": "no",
    "28": "pt",
    "33": "es",
    "35": "sv",
}
_ON = one_of(on=True, off=False)
_LONGEST_NOTE = 8000

parse_fault = Reader(
    Fault,
    needs=("code",),
    code=("dtcCode", text),
    severity=("severity", text),
    occurred_at=("timestamp", time_of_ms),
    is_active=("status", one_of(active=True, resolved=False)),
)
parse_notice = Reader(
    SoftwareNotice,
    needs=("assignment_id",),
    assignment_id=("assignmentId", text),
    version=("version", text),
    status=("status", text),
)
parse_telematics = Reader(
    TelematicsUnit,
    software_version=("swVersion", text),
    hardware_version=("hwVersion", text),
    connectivity=("connectivityStatus", text),
    power_mode=("powerMode", text),
    backup_battery_voltage_v=("backupBattery.voltage", within(0, 30)),
    backup_battery_percent=("backupBattery.stateOfCharge", percent),
)
parse_data_volume = Reader(
    DataVolume,
    total_mb=("totalMb", within(0, 1e9)),
    used_mb=("usedMb", within(0, 1e9)),
    ends_at=("endTime", time_of_ms),
)
parse_message = Reader(
    PushMessage,
    message_id=("messageId", text),
    title=("title", text),
    text=("content", text),
    sent_at=("sendTime", time_of_ms),
)
parse_fridge = Reader(
    Fridge,
    is_on=("fridgeStatus", _ON),
    temperature_c=("temperature", within(-40, 80)),
    mode=("mode", text),
)
parse_locker = Reader(
    Locker,
    is_open=("lockerStatus", one_of(open=True, closed=False)),
    is_locked=("lockStatus", one_of(locked=True, unlocked=False)),
)
parse_locker_secret = Reader(
    LockerSecret, has_secret=("hasSecret", truth), is_set=("secretSet", truth)
)
parse_fragrance = Reader(
    Fragrance,
    is_active=("fragranceActive", truth),
    level=("fragranceLevel", text),
    kind=("fragranceType", text),
)
parse_theft_monitoring = Reader(
    TheftMonitoring,
    is_enabled=("vtmEnabled", truth),
    has_notifications=("notificationEnabled", truth),
    has_geofence_alert=("geofenceAlertEnabled", truth),
    has_movement_alert=("movementAlertEnabled", truth),
)


def _notes(raw: Any) -> dict[str, str] | None:
    """Return notes by language tag; numbers of the cloud become tags where they are known."""
    notes = {}
    for entry in entries(raw):
        language, note = text(inside(entry, "language")), text(inside(entry, "description"))
        if language and note:
            notes[_LANGUAGES.get(language, language)] = note[:_LONGEST_NOTE]
    return notes or None


_software = Reader(
    Software,
    current_version=("currentVersion", text),
    target_version=("targetVersion", text),
    has_update=("hasNewAssignment", truth),
    status=("newStatus", text),
    notes=("targetReleaseNotes", _notes),
)


def parse_software(raw: Any) -> Software:
    """Return the versions; an update waits if they differ, or if the cloud says so."""
    said = _software.known(raw)
    if said.current_version is None or said.target_version is None:
        return said
    has_update = said.has_update or said.current_version != said.target_version
    return Software(
        current_version=said.current_version,
        target_version=said.target_version,
        has_update=has_update,
        status=said.status,
        notes=said.notes,
    )
