"""When a goal without a cable begins: by newer frames alone, and never on a guess."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from family.goals import Step, step_of
from smartcloud.models import Battery, Charging, ChargingState, VehicleStatus

NOW = datetime(2026, 11, 28, 20, tzinfo=UTC)
SINCE = NOW - timedelta(hours=1)
FRAME = NOW - timedelta(minutes=2)


def frame(state: ChargingState, level: float | None = 40.0, at: datetime | None = FRAME):
    return VehicleStatus(
        vin="HESXR1C40PS000001",
        fetched_at=NOW,
        updated_at=at,
        battery=Battery(state_of_charge_percent=level),
        charging=Charging(state=state),
    )


@pytest.mark.parametrize(
    ("status", "step"),
    [
        (frame(ChargingState.DISCONNECTED), Step.WAIT),
        (frame(ChargingState.PLUGGED), Step.BEGIN),
        (frame(ChargingState.PLUGGED, level=80.0), Step.WAIT),
        (frame(ChargingState.PLUGGED, level=None), Step.WAIT),
        (frame(ChargingState.PLUGGED, at=None), Step.WAIT),
        (frame(ChargingState.PLUGGED, at=NOW - timedelta(minutes=31)), Step.WAIT),
        (frame(ChargingState.CHARGING), Step.LEAVE),
        (frame(ChargingState.COMPLETE), Step.WAIT),
        (frame(ChargingState.ERROR), Step.WAIT),
        (frame(ChargingState.UNKNOWN), Step.WAIT),
    ],
    ids=[
        "no cable",
        "cable",
        "level is there",
        "level unknown",
        "time unknown",
        "old frame",
        "charges by itself",
        "complete",
        "error",
        "unknown",
    ],
)
def test_one_frame(status: VehicleStatus, step: Step) -> None:
    assert step_of(status, 70.0, SINCE, NOW) is step


def test_frame_of_the_promise_itself_begins_nothing() -> None:
    assert step_of(frame(ChargingState.PLUGGED), 70.0, FRAME, NOW) is Step.WAIT


def test_one_evening_of_frames() -> None:
    states = [
        ChargingState.DISCONNECTED,
        ChargingState.UNKNOWN,
        ChargingState.PLUGGED,
        ChargingState.CHARGING,
    ]
    evening = [
        replace(frame(state), updated_at=SINCE + timedelta(minutes=10 * place))
        for place, state in enumerate(states)
    ]
    seen = [step_of(it, 70.0, SINCE, it.updated_at or NOW) for it in evening]

    assert seen == [Step.WAIT, Step.WAIT, Step.BEGIN, Step.LEAVE]
