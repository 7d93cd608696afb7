"""Bookings and sharings on Smart's platform: which step follows a move, and what differs."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from family.lending import Difference, Gap, Step, differences, step_for
from family.models import Booking, BookingState
from smartcloud.models import Sharing, SharingStatus

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOOKING = Booking(
    booking_id=7,
    car_id=1,
    person_id=1002,
    starts_at=NOW + HOUR,
    ends_at=NOW + 3 * HOUR,
    state=BookingState.APPROVED,
    sharing_id="shr-0001",
)
SHARING = Sharing(
    sharing_id="shr-0001",
    vin="HESXR1C40PS000001",
    status=SharingStatus.ACCEPTED,
    owner_user_id="112233",
    acceptor_user_id="900001",
    starts_at=BOOKING.starts_at,
    ends_at=BOOKING.ends_at,
)


@pytest.mark.parametrize(
    ("booking", "sharing", "step"),
    [
        pytest.param({}, {}, None, id="they agree"),
        pytest.param({}, {"ends_at": BOOKING.ends_at + timedelta(seconds=30)}, None, id="rounded"),
        pytest.param({"ends_at": NOW + 5 * HOUR}, {}, Step.EXTEND, id="extended"),
        pytest.param({"ends_at": NOW + 2 * HOUR}, {}, Step.CHANGE, id="shortened"),
        pytest.param({"starts_at": NOW + 2 * HOUR}, {}, Step.CHANGE, id="begins later"),
        pytest.param({"state": BookingState.CANCELLED}, {}, Step.CANCEL, id="cancelled"),
        pytest.param(
            {"state": BookingState.CANCELLED},
            {"status": SharingStatus.PENDING},
            Step.CANCEL,
            id="cancelled before it was accepted",
        ),
        pytest.param(
            {"state": BookingState.HANDED_OVER},
            {"status": SharingStatus.IN_PROGRESS},
            Step.FINISH,
            id="handed over",
        ),
        pytest.param(
            {"state": BookingState.ACTIVE, "starts_at": NOW - HOUR},
            {"status": SharingStatus.IN_PROGRESS},
            None,
            id="a past beginning does not matter",
        ),
        pytest.param(
            {"state": BookingState.CANCELLED},
            {"status": SharingStatus.FINISHED},
            None,
            id="both over",
        ),
        pytest.param({}, {"status": SharingStatus.UNKNOWN}, None, id="unknown stays unknown"),
    ],
)
def test_step(booking: dict[str, object], sharing: dict[str, object], step: Step | None) -> None:
    assert step_for(replace(BOOKING, **booking), replace(SHARING, **sharing)) == step  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bookings", "sharing", "gap"),
    [
        pytest.param([BOOKING], SHARING, None, id="they agree"),
        pytest.param(
            [BOOKING], replace(SHARING, status=SharingStatus.CANCELLED), Gap.ENDED_THERE, id="ended"
        ),
        pytest.param(
            [BOOKING], replace(SHARING, ends_at=NOW + 4 * HOUR), Gap.OTHER_TIMES, id="other times"
        ),
        pytest.param([], SHARING, Gap.ONLY_THERE, id="only there"),
        pytest.param([], replace(SHARING, status=SharingStatus.PENDING), None, id="a request"),
        pytest.param([], replace(SHARING, ends_at=NOW), None, id="over anyway"),
        pytest.param(
            [BOOKING], replace(SHARING, status=SharingStatus.UNKNOWN), None, id="unknown state"
        ),
        pytest.param(
            [replace(BOOKING, state=BookingState.CANCELLED)], SHARING, None, id="a step mends it"
        ),
        pytest.param(
            [replace(BOOKING, starts_at=NOW - 3 * HOUR, ends_at=NOW)],
            replace(SHARING, status=SharingStatus.FINISHED),
            None,
            id="both are past",
        ),
    ],
)
def test_difference(bookings: list[Booking], sharing: Sharing, gap: Gap | None) -> None:
    booking = bookings[0] if bookings else None
    expected = () if gap is None else (Difference(gap=gap, sharing=sharing, booking=booking),)

    assert differences(bookings, [sharing], NOW) == expected


def test_booking_whose_sharing_is_not_in_the_list_is_left_alone() -> None:
    assert differences([BOOKING], [], NOW) == ()


def test_difference_is_named_by_what_it_is() -> None:
    (first,) = differences([BOOKING], [replace(SHARING, ends_at=NOW + 4 * HOUR)], NOW)
    (again,) = differences([BOOKING], [replace(SHARING, ends_at=NOW + 4 * HOUR)], NOW + HOUR)
    (other,) = differences([BOOKING], [replace(SHARING, ends_at=NOW + 5 * HOUR)], NOW)

    assert first.key == again.key
    assert first.key != other.key
