"""The alert catalogue: what is worth telling about a car, and when it is over.

Every row is one alert of the product; the same name is the key of its texts and of its switch. What
the facts mean, and every threshold, is in ``alerts/facts``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from alerts.details import (
    Details,
    battery_12v_details,
    battery_details,
    booking_details,
    charge_details,
    climate_details,
    evening_details,
    fault_details,
    fence_details,
    moved_details,
    open_details,
    overrun_details,
    service_details,
    sharing_details,
    software_details,
    trend_details,
    tyre_details,
)
from alerts.facts import bookings, charge, condition, evening, place, sharing, upkeep
from alerts.models import AlertSettings, Fact, Urgency
from alerts.view import View
from family.models import Role

Facts = Callable[[View], Mapping[str, Fact | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """One thing worth telling about a car.

    An episode opens when the fact changes from one of ``opens_from`` (empty: from anything else)
    to one of ``open_facts``, and that has lasted ``hold_for``; it closes with any other fact.
    """

    name: str
    urgency: Urgency
    facts: Facts
    open_facts: frozenset[Fact]
    details: Details
    opens_from: frozenset[Fact] = frozenset()
    hold_for: timedelta = timedelta(0)
    is_news_at_first: bool = False  # else the first observation only fills the memory
    needs_new_frame: bool = True  # False: its facts do not come from the car's status
    forgets: frozenset[Fact] = frozenset()  # facts of keys that never come back
    shows: tuple[str, ...] = ()  # details whose change edits the message while the episode lasts
    at_once: frozenset[Fact] = frozenset()  # facts that need not last
    hold_setting: str = ""  # the chat's own ``hold_for``: a setting in minutes
    told_to: Callable[[View], int | None] = lambda _: None  # a chat that alone is told
    role: Role = Role.DRIVER  # least role that is told in private; where the car is, is not all's
    useful_until: Callable[[View], datetime | None] = lambda _: None  # later it helps nobody

    def opens(self, was: Fact, now: Fact) -> bool:
        """Return whether the change of the fact is the beginning of an episode."""
        if now not in self.open_facts or was in self.open_facts:
            return False
        return not self.opens_from or was in self.opens_from

    def closes(self, now: Fact) -> bool:
        """Return whether an open episode is over with this fact."""
        return now not in self.open_facts

    def holds(self, fact: Fact, settings: AlertSettings) -> timedelta:
        """Return how long a fact has to last with these settings."""
        if fact in self.at_once:
            return timedelta(0)
        if not self.hold_setting:
            return self.hold_for
        return timedelta(minutes=getattr(settings, self.hold_setting))


def _booker(view: View) -> int | None:
    """Return the private chat of who booked; a private chat has its person's id."""
    booking = bookings.booking_of(view)
    return None if booking is None else booking.person_id


def _only(*facts: Fact) -> frozenset[Fact]:
    return frozenset(facts)


RULES: tuple[AlertRule, ...] = (
    AlertRule(
        name="charge_complete",
        role=Role.GUEST,
        urgency=Urgency.NOTICE,
        facts=charge.charge_outcome,
        open_facts=_only("complete"),
        details=charge_details,
    ),
    AlertRule(
        name="charge_interrupted",
        role=Role.GUEST,
        urgency=Urgency.NOTICE,
        facts=charge.charge_outcome,
        open_facts=_only("interrupted"),
        opens_from=_only("charging", "finishing"),  # not "resumed": solar charging pauses often
        details=charge_details,
    ),
    AlertRule(
        name="plugged_not_charging",
        role=Role.GUEST,
        urgency=Urgency.NOTICE,
        facts=charge.plugged,
        open_facts=_only("waiting"),
        opens_from=_only("unplugged"),  # after a charge it is complete or interrupted
        hold_for=timedelta(minutes=10),
        details=charge_details,
    ),
    AlertRule(
        name="battery_low",
        role=Role.GUEST,
        urgency=Urgency.NOTICE,
        facts=charge.battery,
        open_facts=_only("low"),
        details=battery_details,
        shows=("percent",),
    ),
    AlertRule(
        name="geofence_exit",
        urgency=Urgency.SECURITY,
        facts=place.fences,
        open_facts=_only("outside"),
        details=fence_details,
    ),
    AlertRule(
        name="geofence_enter",
        urgency=Urgency.INFO,
        facts=place.fences,
        open_facts=_only("inside"),
        details=fence_details,
    ),
    AlertRule(
        name="moved_while_locked",
        urgency=Urgency.SECURITY,
        facts=place.parking,
        open_facts=_only("moved"),
        details=moved_details,
    ),
    AlertRule(
        name="left_open",
        role=Role.GUEST,
        urgency=Urgency.SECURITY,
        facts=condition.openings,
        open_facts=_only("open"),
        hold_for=timedelta(minutes=5),
        hold_setting="left_open_minutes",
        details=open_details,
        shows=("open",),
    ),
    AlertRule(
        name="climate_running",
        role=Role.GUEST,
        urgency=Urgency.NOTICE,
        facts=condition.climate,
        open_facts=_only("running", "draining"),
        hold_for=timedelta(minutes=30),  # a pre-conditioning run is over by then
        hold_setting="climate_minutes",
        at_once=_only("draining"),
        details=climate_details,
        shows=("percent",),
    ),
    AlertRule(
        name="tyre_pressure",
        urgency=Urgency.NOTICE,
        facts=condition.tyres,
        open_facts=_only("low"),
        details=tyre_details,
        shows=("wheels",),
    ),
    AlertRule(
        name="battery_12v",
        urgency=Urgency.NOTICE,
        facts=condition.battery_12v,
        open_facts=_only("low"),
        hold_for=timedelta(minutes=10),  # waking up costs it some tenths of a volt for minutes
        details=battery_12v_details,
    ),
    AlertRule(
        name="battery_12v_trend",
        urgency=Urgency.INFO,
        facts=condition.battery_12v_trend,
        open_facts=_only("sinking"),
        details=trend_details,
    ),
    AlertRule(
        name="service_due",
        urgency=Urgency.INFO,
        facts=condition.service,
        open_facts=_only("due"),
        details=service_details,
    ),
    AlertRule(
        name="car_sharing_request",
        urgency=Urgency.NOTICE,
        facts=sharing.requests,
        open_facts=_only("pending"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("decided"),
        details=sharing_details,
    ),
    AlertRule(
        name="software_update",
        urgency=Urgency.INFO,
        facts=upkeep.software,
        open_facts=_only("offered"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("gone"),
        details=software_details,
    ),
    AlertRule(
        name="fault_code",
        urgency=Urgency.NOTICE,
        facts=upkeep.faults,
        open_facts=_only("present"),
        is_news_at_first=True,
        needs_new_frame=False,
        details=fault_details,
    ),
    AlertRule(
        name="booking_soon",
        urgency=Urgency.NOTICE,
        facts=bookings.soon,
        open_facts=_only("soon"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("over"),
        details=booking_details,
        told_to=_booker,
        useful_until=bookings.begins_at,
    ),
    AlertRule(
        name="booking_low_battery",
        urgency=Urgency.NOTICE,
        facts=bookings.low_before,
        open_facts=_only("short"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("over"),
        details=booking_details,
        shows=("percent",),
        useful_until=bookings.begins_at,
    ),
    AlertRule(
        name="booking_overdue",
        urgency=Urgency.NOTICE,
        facts=bookings.overdue,
        open_facts=_only("out"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("over"),
        details=booking_details,
        told_to=_booker,
    ),
    AlertRule(
        name="booking_overrun",
        urgency=Urgency.NOTICE,
        facts=bookings.overrun,
        open_facts=_only("late"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("over"),
        details=overrun_details,
        told_to=_booker,
        useful_until=bookings.overrun_until,
    ),
    AlertRule(
        name=evening.RULE,
        urgency=Urgency.NOTICE,
        facts=evening.plug_in,
        open_facts=_only("plug_in"),
        is_news_at_first=True,
        needs_new_frame=False,
        forgets=_only("past"),
        details=evening_details,
        told_to=lambda view: evening.reminded_chat(view.key),
        useful_until=lambda view: view.now + evening.LASTS,
    ),
)

_LEAST_ROLE = {rule.name: rule.role for rule in RULES}


def least_role(rule: str) -> Role:
    """Return who is told of a rule in private; what is no row of the catalogue is for drivers."""
    return _LEAST_ROLE.get(rule, Role.DRIVER)
