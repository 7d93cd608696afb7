"""One valid payload for every parser, as documented or PROPOSED."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from smartcloud.envelope import decode
from smartcloud.models import Model, Region, Vehicle
from smartcloud.parsing import (
    care,
    equipment,
    parse_charge_limit,
    parse_state_flags,
    parse_status,
    parse_vehicles,
    people,
    places,
    records,
    stations,
    trips,
)
from smartcloud.parsing import sharings as sharing

CAR = Vehicle(vin="HESXR1C40PS000001", region=Region.EU, model=Model.ONE, series_code="HX11")
NOW = datetime(2025, 10, 9, 9, 0, tzinfo=UTC)
HERE = Path(__file__).parent
STATUS = json.loads((HERE / "status_one_ac_charging.json").read_text("utf-8"))["data"]
VEHICLES = json.loads((HERE / "vehicle_list.json").read_text("utf-8"))["data"]
MS, MS_TEXT = 1_760_000_000_000, "1760000000000"
PLACE = {"latitude": 178_200_000, "longitude": 36_000_000}
POINT = {"position": {**PLACE, "posCanBeTrusted": True, "marsCoordinates": False}}
SHARING = {
    "sharingId": "shr-1",
    "vin": CAR.vin,
    "status": "PENDING",
    "ownerUserId": "1",
    "acceptorUserId": "2",
    "acceptorName": "Friend",
    "startTime": MS,
    "endTime": MS + 1000,
    "rights": ["LOCK"],
}
TRIP = {
    "tripId": 1_759_990_000,
    "startTime": MS,
    "endTime": MS + 60_000,
    "startOdometer": 12_329.6,
    "endOdometer": 12_345.0,
    "traveledDistance": 15.4,
    "avgSpeed": 45.0,
    "electricConsumption": 18.2,
    "regeneratedEnergy": 0.8,
    "tripStartAddr": None,
    "trackpoints": [POINT, POINT],
}
CONNECTOR = {"id": "1", "plugType": "CCS", "powerLevel": 150, "voltage": 400}
CHARGE_POINT = {"dcsCpId": "X", "dynamicInfoAvailable": True, "connectors": [CONNECTOR]}
STATION = {
    "dcsPoolId": "P",
    "open24h": True,
    "technicalChargePointOperatorName": "Example",
    "poolLocations": [
        {"coordinates": {"longitude": 11.5, "latitude": 48.1}, "street": "S", "city": "C"}
    ],
    "chargingStations": [
        {
            "chargePoints": [
                {"dcsCpId": "X", "dynamicInfoAvailable": True, "connectors": [CONNECTOR]}
            ]
        }
    ],
}
PRICE = {
    "currency": "EUR",
    "elements": [
        {"price_components": [{"type": "ENERGY", "price": 0.48}], "restrictions": {}},
        {
            "price_components": [{"type": "TIME", "price": 6.0}],
            "restrictions": {"min_duration": 14_400},
        },
    ],
    "price_identifier": {"charge_point": "X"},
}


def of_json(parse: Callable[[Any], Any]) -> Callable[[bytes], Any]:
    """Return a parser of bytes for one of decoded JSON."""
    return lambda payload: parse(decode(payload))


def status(payload: bytes) -> Any:
    """Parse the status of this car."""
    return parse_status(payload, CAR, NOW)


ANSWERS: dict[str, tuple[Any, Callable[[bytes], Any]]] = {
    "status": (STATUS, status),
    "vehicles": (VEHICLES, lambda payload: parse_vehicles(payload, Region.EU)),
    "limit": ({"soc": "800", "socTime": MS_TEXT}, parse_charge_limit),
    "flags": ({"journalLogState": 1, "powerMode": "1", "valetModeState": 0}, parse_state_flags),
    "sharing": (SHARING, of_json(sharing.parse_sharing)),
    "sharing list": ({"list": [SHARING]}, of_json(sharing.parse_sharings)),
    "decision": ({"finished": True, "sharing": SHARING}, of_json(sharing.parse_decision)),
    "shared status": (
        {"vin": CAR.vin, "chargeLevel": "62", "centralLockingStatus": "2", "position": PLACE},
        of_json(sharing.parse_shared_status),
    ),
    "acceptor": ({"eligible": True, "reason": ""}, of_json(sharing.parse_acceptor_check.known)),
    "trips": (
        {"pagination": {"pageIndex": 1, "totleSize": 1}, "list": [TRIP, TRIP | {"tripId": 2}]},
        of_json(trips.parse_trips),
    ),
    "track": (
        {"list": [{"basicVehicleStatus": {"position": PLACE}}] * 3},
        of_json(trips.parse_track),
    ),
    "distance": (
        {"totalDistance": "12345.6", "label": "total", "updateTime": MS_TEXT},
        of_json(trips.parse_total_distance),
    ),
    "ranking": (
        {"myRanking": 42, "myValue": "17.8", "list": [{"ranking": 1, "value": "12.9"}]},
        of_json(trips.parse_ranking),
    ),
    "dc": ({"chargeI": "17880", "chargeU": "1600"}, of_json(records.parse_dc_charging)),
    "charge records": (
        {
            "list": [
                {
                    "recordId": 5001,
                    "chargeType": "AC",
                    "startTime": MS,
                    "endTime": MS + 3_600_000,
                    "startSoc": "40",
                    "endSoc": "80",
                    "energy": "26.4",
                    "location": PLACE,
                }
            ]
        },
        of_json(records.parse_charge_records),
    ),
    "charge status": (
        {"chargerState": "2", "statusOfChargerConnection": "3", "chargeLevel": "62"},
        of_json(lambda raw: records.parse_charge_status(raw, Model.ONE)),
    ),
    "schedule": (
        {"bizType": 6, "rbcStartTime": "23:00", "rbcEndTime": "07:00", "bcCycleActive": "true"},
        of_json(records.parse_charging_schedule),
    ),
    "travel plan": (
        {"scheduledTime": MS_TEXT, "btTempActive": "false"},
        of_json(records.parse_travel_plan),
    ),
    "settings": ({"bizType": 3, "targetSoc": "80"}, of_json(records.parse_charge_settings)),
    "reservations": (
        {"list": [{"reservationStatus": "active", "startTime": "22:00", "targetSoc": "80"}]},
        of_json(records.parse_reservations),
    ),
    "climate schedule": (
        {"scheduleList": [{"scheduleId": "1", "enabled": True, "scheduledTime": "07:00"}]},
        of_json(records.parse_climate_schedules),
    ),
    "geofences": (
        [{"geofenceId": "1", "name": "H", "centerLatitude": "49.5", "radius": "500"}],
        of_json(lambda raw: places.parse_geofence.all(raw, "geofences")),
    ),
    "weather": (
        {"temperature": "12", "humidity": "70", "updateTime": MS},
        of_json(places.parse_weather.known),
    ),
    "dealers": (
        {"list": [{"dealerId": "d", "name": "D", "lat": 48.1, "lon": 11.5}]},
        of_json(places.parse_dealer.all),
    ),
    "faults": (
        {"diagnosticList": [{"dtcCode": "P0000", "timestamp": MS_TEXT, "status": "resolved"}]},
        of_json(lambda raw: care.parse_fault.all(raw, "diagnosticList")),
    ),
    "software": (
        {
            "currentVersion": "1.5.2",
            "targetVersion": "1.6.0",
            "targetReleaseNotes": [{"language": "17", "description": "Neu"}],
            "hasNewAssignment": True,
        },
        of_json(care.parse_software),
    ),
    "telematics": (
        {"swVersion": "v1", "backupBattery": {"voltage": "3.9", "stateOfCharge": "95"}},
        of_json(care.parse_telematics.known),
    ),
    "fridge": ({"fridgeStatus": "on", "temperature": "5"}, of_json(care.parse_fridge.known)),
    "capabilities": (
        {"list": [{"functionId": "honk_flash", "valueEnable": True, "valueRange": "16|30"}]},
        of_json(equipment.parse_capability.all),
    ),
    "ability": (
        {
            "saleName": "Premium",
            "abilities": [{"abilityCode": "remote_control_window"}],
            "vscData": {"imagesPath": "https://example.com/1.png", "colorNameMss": "Black"},
        },
        of_json(equipment.parse_ability),
    ),
    "member": ({"userId": "1", "nickName": "Anna"}, of_json(people.parse_member)),
    "switches": (
        {"list": [{"type": "CHARGING", "enabled": True}]},
        of_json(people.parse_switch.all),
    ),
    "grants": (
        {"list": [{"serviceCode": "travelLogBusiCode", "authStatus": 1, "updateTime": MS}]},
        of_json(people.parse_grant.all),
    ),
    "keys": (
        {"list": [{"keyId": "k", "frozen": False, "validFrom": MS}]},
        of_json(people.parse_key.all),
    ),
    "search": (
        {
            "poolClusters": [{"chargePointCount": 40, "longitude": 11.5, "latitude": 48.1}],
            "pools": [
                {"id": "P", "longitude": 11.5, "latitude": 48.1, "chargePoints": [{"id": "X"}]}
            ],
        },
        of_json(stations.parse_search),
    ),
    "stations": ([STATION], of_json(stations.parse_stations)),
    "availability": (
        {
            "DCSChargePointDynStatusResponse": [
                {
                    "dcsChargePointId": "X",
                    "OperationalStateCP": "AVAILABLE",
                    "Timestamp": "2026-01-10T08:00:00.000+00:00",
                }
            ]
        },
        of_json(stations.parse_availability),
    ),
    "prices": ([PRICE], of_json(stations.parse_prices)),
}
