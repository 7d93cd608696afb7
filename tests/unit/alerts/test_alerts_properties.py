"""Whatever a car says, in whatever order it arrives, episodes stay in order."""

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.models import Change
from smartcloud.models import Charging, ChargingState, LockState, VehicleStatus
from tests.unit.alerts.alert_builders import Watch, make_sharing, make_status

pytestmark = pytest.mark.slow

maybe = st.sampled_from([None, True, False])
LIFE = st.lists(
    st.fixed_dictionaries(
        {
            "level": st.one_of(st.none(), st.integers(0, 100)),
            "charging": st.sampled_from(ChargingState),
            "is_running": maybe,
            "north_m": st.one_of(st.none(), st.integers(-900, 900)),
            "is_trusted": maybe,
            "lock": st.sampled_from(LockState),
            "is_trunk_open": maybe,
            "is_climate_active": maybe,
            "pressure_kpa": st.one_of(st.none(), st.integers(0, 300)),
            "has_warning": maybe,
            "voltage_v": st.one_of(st.none(), st.floats(9, 15)),
            "days_to_service": st.one_of(st.none(), st.integers(-5, 400)),
            "odometer_km": st.one_of(st.none(), st.integers(12000, 12010)),
            "parked_minutes": st.one_of(st.none(), st.integers(-60, 60)),
        }
    ),
    min_size=1,
    max_size=25,
)
STEPS = st.lists(st.integers(1, 40), min_size=25, max_size=25)


def frames_of(life: list[dict[str, object]], steps: list[int]) -> list[VehicleStatus]:
    frames, minutes = [], 0
    for values, step in zip(life, steps, strict=False):
        minutes += step
        frames.append(make_status(minutes, **values))  # type: ignore[arg-type]
    return frames


@settings(max_examples=150, deadline=None, database=None)
@given(life=LIFE, steps=STEPS, data=st.data())
def test_late_and_repeated_frames_change_no_alert(
    life: list[dict[str, object]], steps: list[int], data: st.DataObject
) -> None:
    frames, in_order, shuffled = frames_of(life, steps), Watch(), Watch()
    for index, frame in enumerate(frames):
        in_order.see(frame)
        shuffled.see(frame)
        late = frames[data.draw(st.integers(0, index))]
        shuffled.see(replace(late, fetched_at=frame.fetched_at))

    assert shuffled.changes == in_order.changes
    assert shuffled.car.rule_states == in_order.car.rule_states


@settings(max_examples=150, deadline=None, database=None)
@given(life=LIFE, steps=STEPS, asked=st.lists(st.booleans(), min_size=25, max_size=25))
def test_episodes_open_and_close_in_turn_and_none_comes_twice(
    life: list[dict[str, object]], steps: list[int], asked: list[bool]
) -> None:
    watch = Watch()
    for frame, is_asked in zip(frames_of(life, steps), asked, strict=False):
        watch.see(frame, sharings=(make_sharing(f"shr-{frame.updated_at}"),) if is_asked else None)

    told = defaultdict(list)
    for change in watch.changes:
        told[change.rule, change.key].append(change)
    for changes in told.values():
        kinds = [change.change for change in changes if change.change is not Change.UPDATED]
        assert changes[0].change is Change.OPENED
        assert kinds == [Change.OPENED, Change.CLOSED] * (len(kinds) // 2) + kinds[:1] * (
            len(kinds) % 2
        )
        opened = [change.episode for change in changes if change.change is Change.OPENED]
        assert len(opened) == len(set(opened))


@settings(max_examples=50, deadline=None, database=None)
@given(life=LIFE, steps=STEPS)
def test_car_that_tells_nothing_raises_nothing(
    life: list[dict[str, object]], steps: list[int]
) -> None:
    watch = Watch()
    for frame in frames_of(life, steps):
        blank = VehicleStatus(
            vin=frame.vin,
            updated_at=frame.updated_at,
            fetched_at=frame.fetched_at,
            charging=Charging(),
        )
        watch.see(blank)

    assert watch.changes == []
